#pragma once

#include "adapters/xlsx/shown.h"
#include "adapters/zipped/zipped.h"
#include "base/outcome.h"

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

// The parts of a workbook around the one sheet that is read: which sheets there are, the strings they
// share, and which number formats are dates.
namespace ponte::xlsx {

struct SheetPart {
    std::string name;
    std::string part;  // "xl/worksheets/sheet1.xml"
    bool hidden = false;
};

struct Workbook {
    std::vector<zipped::Entry> entries;
    std::vector<SheetPart> sheets;
    std::vector<std::string> strings;
    std::vector<Shown> shown_by_style;
    std::vector<std::string> format_by_style;  // Its code; empty for a general or a built-in date format.
    bool since_1904 = false;
};

[[nodiscard]] Outcome<Workbook> open(ByteView bytes);

// Parses a part; refuses xlsx.damaged with the part as place, also where it is missing.
[[nodiscard]] Outcome<pugi::xml_document> parse_part(const Workbook& workbook, const std::string& part);

// The rich or plain text of a shared or inline string, without the readings that Excel stores beside it.
[[nodiscard]] std::string text_of_string(const pugi::xml_node& node);

// Programs differ in the prefixes that they give the same names.
[[nodiscard]] std::string_view local_name(const char* name);
[[nodiscard]] pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);

}  // namespace ponte::xlsx
