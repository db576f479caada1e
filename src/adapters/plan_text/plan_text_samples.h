#pragma once

#include "adapters/plan_text/plan_text.h"

#include <string>
#include <vector>

// For the tests of the reader: one text set in all the ways that offices set one, and questions about what was read.
namespace ponte::plan_text {

struct Setting {
    std::string name;
    std::string file;
};

// Each must read as the same plan as the file itself. Takes a Chinese plan in UTF-8 with marks like "1.".
[[nodiscard]] std::vector<Setting> settings_of(const std::string& file);

[[nodiscard]] std::string encoded(const std::string& utf8, const char* encoding);
[[nodiscard]] std::string to_traditional(const std::string& file);
// The file with the mark of one measure changed.
[[nodiscard]] std::string with_number(const std::string& file, unsigned measure, unsigned number);
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

// A Word file of these paragraphs, each already inside of its <w:p>.
[[nodiscard]] std::string docx_of(const std::vector<std::string>& paragraphs, const std::string& numbering = {});
// A PDF file with a text layer, `lines_a_page` lines a page; without a font where `drawn` is false, as a scan is.
[[nodiscard]] std::string pdf_of(const std::vector<std::string>& lines, std::size_t lines_a_page, bool drawn = true);

[[nodiscard]] Plan read_or_fail(const std::string& file);
[[nodiscard]] const Measure& measure(const Plan& plan, unsigned number);
[[nodiscard]] std::vector<std::string> duty_texts(const Measure& measure);
[[nodiscard]] std::string outline(const Plan& plan);  // "1 金融领域合作: 1-5; ..."
// All that must not depend on the setting, as one text.
[[nodiscard]] std::string content(const Plan& plan);
[[nodiscard]] std::string first_difference(const std::string& one, const std::string& other);  // Line by line; empty: none.

void expect_duties_lose_nothing(const Plan& plan);
void expect_sources_hold_their_texts(const Plan& plan, const std::string& file);

}  // namespace ponte::plan_text
