// must not compile: a field was added to the struct and not to its description
// Canonical bytes follow the description, so its order must be the struct's.
#include "base/describe.h"

#include <cstdint>
#include <string>

struct Noted {
    std::uint64_t sequence;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Noted, (), (text, sequence))

void walk() {
    ponte::for_each_field(Noted{}, [](auto, const auto&) {});
}
