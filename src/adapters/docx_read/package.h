#pragma once

#include "adapters/zipped/zipped.h"
#include "base/outcome.h"

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

// The parts of a Word file around its text: which part is the text, that nothing in it runs or fetches,
// the names of its styles and its properties.
namespace ponte::docx_read {

struct Package {
    std::vector<zipped::Entry> entries;
    std::string main;                           // "word/document.xml"
    std::map<std::string, std::string> styles;  // Id to name.
    std::map<std::string, std::string> properties;
};

[[nodiscard]] Outcome<Package> open(ByteView file);

// Refuses docx.damaged with the part as place, also where it is missing.
[[nodiscard]] Outcome<pugi::xml_document> parse_part(const Package& package, const std::string& part);

// Programs differ in the prefixes that they give the same names.
[[nodiscard]] std::string_view local_name(const char* name);
// The attribute of that local name, whatever its prefix.
[[nodiscard]] std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);
[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);

}  // namespace ponte::docx_read
