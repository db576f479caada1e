#pragma once

#include "adapters/csv/csv.h"
#include "adapters/origin_tables/origin_tables.h"
#include "base/json.h"

#include <algorithm>

// The cells of a row by the names of their columns, and how they are read.
namespace ponte::origin_tables {

class Cells {
public:
    Cells(const csv::Table& table, const csv::Row& row) : table_(table), row_(row) {}

    [[nodiscard]] bool has(std::string_view column) const { return std::ranges::find(table_.heads, column) != table_.heads.end(); }
    [[nodiscard]] const std::string& at(std::string_view column) const {
        static const std::string none;
        const auto head = std::ranges::find(table_.heads, column);
        return head == table_.heads.end() ? none : row_.cells[static_cast<std::size_t>(head - table_.heads.begin())];
    }
    [[nodiscard]] std::string place(std::string_view column) const { return "line " + std::to_string(row_.line) + ", column " + std::string(column); }
    [[nodiscard]] std::unexpected<Refusal> unreadable(std::string_view column) const { return refuse(refusals::cell_unreadable, at(column).substr(0, 80), place(column)); }
    [[nodiscard]] std::uint32_t line() const { return row_.line; }

    [[nodiscard]] Outcome<Decimal> number(std::string_view column) const {
        const auto read = Decimal::parse(at(column));
        if (!read) return refuse(read.error().kind, read.error().subject, place(column));
        return *read;
    }
    [[nodiscard]] Outcome<Date> day(std::string_view column) const {
        const auto read = Date::parse(at(column));
        if (!read) return refuse(read.error().kind, read.error().subject, place(column));
        return *read;
    }
    [[nodiscard]] Outcome<std::optional<Period>> end(std::string_view column) const {
        if (at(column).empty() || at(column) == "unknown") return std::optional<Period>();
        const auto read = Period::parse(at(column));
        if (!read) return refuse(read.error().kind, read.error().subject, place(column));
        return std::optional(*read);
    }
    [[nodiscard]] Outcome<Validity> validity() const {
        return Validity{.from = TRY(end("from")), .to = TRY(end("to")), .from_unknown = at("from") == "unknown", .to_unknown = at("to") == "unknown"};
    }
    [[nodiscard]] Outcome<Source> source() const {
        return Source{.reference = at("source"), .as_of = TRY(end("as_of")), .confidence = TRY(word<Confidence>("confidence")), .note = at("note")};
    }
    [[nodiscard]] Names names() const { return {.zh_hant = at("name_zh_hant"), .zh_hans = at("name_zh_hans"), .pt = at("name_pt"), .en = at("name_en")}; }
    template <class Enum>
    [[nodiscard]] Outcome<Enum> word(std::string_view column) const {
        const auto named = enum_named<Enum>(at(column));
        if (!named) return unreadable(column);
        return *named;
    }
    // "2017" as people write it.
    [[nodiscard]] Outcome<origin::HsVersion> version(std::string_view column) const {
        const auto named = enum_named<origin::HsVersion>("hs" + at(column));
        if (!named) return unreadable(column);
        return *named;
    }

private:
    const csv::Table& table_;
    const csv::Row& row_;
};

[[nodiscard]] std::vector<std::string> parts_of(std::string_view text);  // by "|"

}  // namespace ponte::origin_tables
