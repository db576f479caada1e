#pragma once

#include "base/bytes.h"
#include "base/outcome.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// A Word file as an office sends it back: its paragraphs and tables as a reader of the page sees them, with
// the marks by which we know our own places again (content controls, bookmarks, properties). Nothing is
// fetched, run or computed; the page's numbers of lists, its headers, notes and pictures are not read
// (adapters/plan_text reads a plan with its list numbers).
namespace ponte::docx_read {

namespace refusals {
inline constexpr RefusalKind not_a_document{"docx.not_a_document", Remedy::correct};
inline constexpr RefusalKind old_or_locked{"docx.old_or_locked", Remedy::correct};  // .doc, or with a password
inline constexpr RefusalKind macros{"docx.macros", Remedy::correct};
// A picture, template, object or frame that lies outside of the file. Hyperlinks are no fault.
inline constexpr RefusalKind external_link{"docx.external_link", Remedy::correct};
inline constexpr RefusalKind damaged{"docx.damaged", Remedy::correct};
inline constexpr RefusalKind too_large{"docx.too_large", Remedy::correct};
inline constexpr RefusalKind too_deep{"docx.too_deep", Remedy::correct};
inline constexpr RefusalKind text_too_long{"docx.text_too_long", Remedy::correct};
inline constexpr RefusalKind control_character{"docx.control_character", Remedy::correct};
}  // namespace refusals

inline constexpr std::size_t blocks_max = 50'000;      // Paragraphs and tables.
inline constexpr std::size_t rows_max = 20'000;        // Of one table.
inline constexpr std::size_t columns_max = 63;         // Word's own limit.
inline constexpr std::size_t text_bytes_max = 65'536;  // Of a paragraph or a cell.
inline constexpr std::size_t depth_max = 64;           // Elements inside each other, from w:body.

struct Paragraph {
    std::string style;  // As people know it: "heading 1"; the id where the style has no name; mostly empty.
    std::string text;
    std::vector<std::string> tags;       // Of the content controls around and in it, outermost first.
    std::vector<std::string> bookmarks;  // That begin in it. Word's own ("_GoBack", "_Toc...") are left out.

    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct Cell {
    std::string text;          // Its paragraphs joined by "\n"; a table inside comes as its cells' lines.
    std::uint32_t column = 1;  // Of the table's grid, from 1: merged cells before it count as many as they are.
    std::uint32_t span = 1;    // Columns that it covers.
    bool continued = false;    // The lower part of a cell merged downwards; its text stands above.
    std::vector<std::string> tags;
    std::vector<std::string> bookmarks;

    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Row {
    std::vector<Cell> cells;

    friend bool operator==(const Row&, const Row&) = default;
};

struct Table {
    std::uint32_t number = 0;  // From 1, in the order of the file.
    std::vector<Row> rows;

    friend bool operator==(const Table&, const Table&) = default;
};

using Block = std::variant<Paragraph, Table>;

struct Document {
    std::vector<Block> blocks;
    std::map<std::string, std::string> properties;  // Custom ones by name, and "title", "subject", "keywords" of the core.
    bool tracked_changes = false;                   // There were some; see read().

    [[nodiscard]] std::vector<const Table*> tables() const;

    friend bool operator==(const Document&, const Document&) = default;
};

// "table 2, row 5, column 3": `row` counts from 1.
[[nodiscard]] std::string place_of(const Table& table, std::size_t row, std::uint32_t column);

// Tracked changes are read as accepted: inserted text counts, deleted text, rows and cells do not. The
// prompt of an empty content control is no text. Line breaks are "\n", tabs "\t"; text is NFC. Refuses also
// what zipped::unzip refuses (zip bombs). The place is "paragraph 4", "table 2, row 5, column 3", or the
// part of the file.
[[nodiscard]] Outcome<Document> read(ByteView file);

}  // namespace ponte::docx_read
