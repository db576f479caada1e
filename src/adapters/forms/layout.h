#pragma once

#include "adapters/forms/form.h"
#include "adapters/forms/identity.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What a form shows, where: the same two tables of rows and columns in a workbook and in a Word file. The
// writers give them looks, and the reader holds what comes back against them.
namespace ponte::forms {

enum class Medium : std::uint8_t { sheet, page };  // Excel; Word, which has less room and merges what is printed

enum class Field : std::uint8_t { key, printed, number, period, source, published, nothing, note, on, what };
[[nodiscard]] constexpr bool is_open(Field field) { return field != Field::key && field != Field::printed; }

struct Column {
    Field field{};
    std::string head;
    std::uint8_t characters = 10;  // Wide in a sheet.
    std::uint16_t twips = 1000;    // Wide on a page.
    std::string prompt;            // What to write there, for open columns.
};

struct LayoutRow {
    std::string name;                // "figure m4.total 2020-Q3"
    std::size_t asked = 0;           // Which of the form's lines or duties.
    std::vector<std::string> cells;  // One a column; open ones hold what is filled in beforehand.
};

struct Section {
    std::string title;  // Also the sheet's name.
    std::string intro;
    std::vector<Column> columns;  // The first is the key's; its head marks the table.
    std::vector<LayoutRow> rows;

    [[nodiscard]] std::size_t column_of(Field field) const;
};

inline constexpr std::size_t action_slots = 2;  // Rows for each duty.

struct Layout {
    Identity identity;
    std::string title;
    std::string subtitle;
    std::string generation;
    std::string notice;
    Section figures;
    Section actions;
    std::string explanation_title;
    std::vector<std::string> explanation;  // The first is its head.
    std::vector<std::string> reasons;      // In the order of NothingBecause.
    std::string identity_head;
    std::string page_words;  // "Page {} of {}"
    std::string author;
};

[[nodiscard]] Layout layout_of(const Form& form, Medium medium);

// Whether every text of it can stand in a file: UTF-8 without control characters.
[[nodiscard]] bool is_writable(const Layout& layout);

// The printed cells of a row, in order.
[[nodiscard]] std::vector<std::string> printed_of(const Section& section, const std::vector<std::string>& cells);

// The reason that stands in a cell, in any of the four languages.
[[nodiscard]] std::optional<NothingBecause> reason_named(std::string_view text);

// What the form fills in as the period of a line: of a stock its day.
[[nodiscard]] Period period_to_report(const Line& line);

}  // namespace ponte::forms
