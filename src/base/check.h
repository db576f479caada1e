#pragma once

#include <source_location>

// Assertions that stay in every build: a record that is wrong must stop before it is written.
namespace ponte {

// Prints the broken promise and where it was made, then aborts. Never called on input.
[[noreturn]] void broken_promise(const char* promise, std::source_location where);

}  // namespace ponte

#define CHECK(promise) \
    ((promise) ? void(0) : ::ponte::broken_promise(#promise, std::source_location::current()))
