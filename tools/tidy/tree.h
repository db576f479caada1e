#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// What tidy looks at and what it says. The files are read once, into memory, so that every rule is a
// function from text to faults and its test needs no disk.
namespace tidy {

// Path from the project's root ("src/base/id.h") -> content.
using Tree = std::map<std::string, std::string, std::less<>>;

struct Fault {
    std::string path;
    std::size_t line = 0;  // From 1; 0 when it is about the file as a whole.
    std::string rule;
    std::string word;  // What tools/tidy/exceptions.txt would name to allow it.
    std::string text;

    friend auto operator<=>(const Fault&, const Fault&) = default;
};
using Faults = std::vector<Fault>;

// The folders and root files that the rules know, except build folders and what is not text.
[[nodiscard]] Tree read_tree(const std::string& root);

// Parts of a path: "src/desks/clearing/state.h" -> folder "src/desks/clearing", name "state.h",
// stem "state".
[[nodiscard]] std::string_view folder_of(std::string_view path);
[[nodiscard]] std::string_view name_of(std::string_view path);
[[nodiscard]] std::string_view stem_of(std::string_view path);
// "events.h", or a part of it such as "events_requests.h", for `whole` "events".
[[nodiscard]] bool is_part_of(std::string_view name, std::string_view whole);
[[nodiscard]] bool is_code(std::string_view path);  // .h or .cpp
[[nodiscard]] bool is_test(std::string_view path);  // *_test.cpp, or anything in tests/ and fuzz/

// The room of a file below src/: "base", "desks/clearing", "adapters/docx". Empty elsewhere.
[[nodiscard]] std::string_view room_of(std::string_view path);

}  // namespace tidy
