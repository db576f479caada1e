#pragma once

#include "base/date.h"
#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"
#include "base/outcome.h"
#include "desks/conference/events.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How somebody's own table is to be read: a small document that a person reads, corrects and keeps. It says
// of every column what becomes of it, so that nothing is dropped without having been named.
namespace ponte::trackers {

// What a column, or a constant for all rows, gives.
enum class Gives : std::uint8_t {
    indicator,     // an indicator's id, or a row's name to be looked up in `row_names`
    number,        // as printed
    period,        // of the number; with a format
    source,
    source_title,
    published,     // a day; with a format
    retrieved,     // a day; with a format
    scale,         // the scale word of the number: "bn", "億"
    body,          // the body whose paper it is
    status,        // a word of `statuses`
    measure,       // of an action
    duty,          // of an action; the measure as a whole where there is none
    on,            // the day of an action; with a format
    action,        // what was done
    note,          // shown, and kept with the file; not recorded
    ignored,       // named, and not read
};
BOOST_DESCRIBE_ENUM(Gives, indicator, number, period, source, source_title, published, retrieved, scale, body, status, measure, duty, on, action, note, ignored)

struct ColumnMap {
    std::string head;
    Gives gives{};
    std::optional<std::string> format;  // Of days and periods: csv/date_pattern.h.
    // Of numbers in wide tables: all in this column are of this period, or of this indicator.
    std::optional<Period> period;
    std::optional<conference::IndicatorId> indicator;

    friend bool operator==(const ColumnMap&, const ColumnMap&) = default;
};
BOOST_DESCRIBE_STRUCT(ColumnMap, (), (head, gives, format, period, indicator))

struct Constant {
    Gives gives{};
    std::string value;  // Days and periods in the house's own spelling.

    friend bool operator==(const Constant&, const Constant&) = default;
};
BOOST_DESCRIBE_STRUCT(Constant, (), (gives, value))

struct RowName {
    std::string text;                    // As it stands in the column of indicators.
    conference::IndicatorId indicator;   // Empty: still to be decided.

    friend bool operator==(const RowName&, const RowName&) = default;
};
BOOST_DESCRIBE_STRUCT(RowName, (), (text, indicator))

struct StatusWord {
    std::string text;
    std::optional<conference::Badge> badge;  // What stands behind the number.
    bool passed_over = false;                // A row of this status is not taken: a target, a draft.

    friend bool operator==(const StatusWord&, const StatusWord&) = default;
};
BOOST_DESCRIBE_STRUCT(StatusWord, (), (text, badge, passed_over))

inline constexpr std::uint16_t map_version = 1;

struct Map {
    std::uint16_t version = map_version;
    std::optional<std::string> sheet;               // Of a workbook; else its first visible one.
    std::optional<conference::PlanId> plan;         // Of actions.
    std::optional<Language> language;               // Of the numbers and texts.
    bool numbers_in_unit = false;                   // A number without a scale word is in the indicator's unit.
    std::vector<ColumnMap> columns;
    std::vector<Constant> constants;
    std::vector<RowName> row_names;
    std::vector<StatusWord> statuses;
    std::vector<std::string> empty_marks;           // "-", "n/a": cells that say that there is nothing.

    friend bool operator==(const Map&, const Map&) = default;
};
BOOST_DESCRIBE_STRUCT(Map, (), (version, sheet, plan, language, numbers_in_unit, columns, constants, row_names, statuses, empty_marks))

namespace refusals {
inline constexpr RefusalKind map_version_unknown{"trackers.map_version_unknown", Remedy::correct};
}  // namespace refusals

inline constexpr std::size_t map_bytes_max = std::size_t{4} << 20;

// Refuses json.* with the place as a JSON pointer.
[[nodiscard]] Outcome<Map> map_of_json(std::string_view text);
// One column a line, for people who read and correct it; the same text for the same map.
[[nodiscard]] std::string to_json(const Map& map);

}  // namespace ponte::trackers
