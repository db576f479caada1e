#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

// Places in the text of a Word file: found in whatever pieces Word keeps them, and then made a run of their own,
// so that what fills the page only moves nodes about.
namespace ponte::templates {

using Node = pugi::xml_node;

// An element by its full name, "w:p". Whoever reads a file has seen to it that its root has that prefix.
[[nodiscard]] bool is(Node node, std::string_view name);
[[nodiscard]] Node element_after(Node node);

struct Mark {
    char sign = 0;     // 0 for a field, else one of # / ? ^
    std::string list;  // Before the dot; empty: none.
    std::string name;

    [[nodiscard]] bool opens() const { return sign == '#' || sign == '?' || sign == '^'; }
    [[nodiscard]] bool closes() const { return sign == '/'; }
    [[nodiscard]] std::string whole() const { return list.empty() ? name : list + "." + name; }
    // "{{#measures}}"
    [[nodiscard]] std::string text() const { return "{{" + (sign == 0 ? std::string() : std::string(1, sign)) + whole() + "}}"; }
};

// "{{ #measures }}" too. Nothing for what is no place.
[[nodiscard]] std::optional<Mark> mark_from(std::string_view text);

// A place and the run that holds nothing else.
struct Placed {
    Node run;
    Mark mark;
};

// Gives each place of the paragraph a run of its own. What begins as one and is none is returned as it stands.
[[nodiscard]] std::vector<std::string> isolate_marks(Node paragraph);

// In the subtrees of siblings from `begin` up to `end` (null: all that follow), in order; those of text boxes, and of
// tables inside, only when `deep`.
[[nodiscard]] std::vector<Placed> marks_in(Node begin, Node end, bool deep);
[[nodiscard]] std::vector<Placed> marks_of(Node paragraph);

// The one place of a paragraph or row that holds nothing else that can be seen.
[[nodiscard]] std::optional<Mark> lone_mark(Node node);

}  // namespace ponte::templates
