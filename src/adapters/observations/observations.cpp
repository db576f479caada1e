#include "adapters/observations/observations.h"

#include "base/languages.h"

#include <algorithm>
#include <array>

namespace ponte::observations {

namespace {

using conference::Badge;
using conference::RecordObservation;

enum Column : std::size_t {
    indicator, as_published, period, source,  // Needed.
    value, scale, source_title, published, retrieved, language, badge, body,
    columns_known,
};
constexpr std::size_t columns_needed = 4;

constexpr std::array<std::string_view, columns_known> names{"indicator", "as_published", "period", "source", "value", "scale",
                                                             "source_title", "published", "retrieved", "language", "badge", "body"};
constexpr std::array<std::string_view, 3> not_read{"unit", "confidence", "note"};

constexpr std::size_t absent = ~std::size_t{0};
using Positions = std::array<std::size_t, columns_known>;  // Where each column stands in the table.

// Cells of a workbook come with the blanks that a hand left there; offices also leave wide ones.
std::string_view trimmed(std::string_view text) {
    constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\r", "\n", "\xc2\xa0", "\xe3\x80\x80"};
    for (bool again = true; again;) {
        again = false;
        for (const auto blank : blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                again = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return text;
}

std::optional<Badge> badge_named(std::string_view text) {
    if (text == "published") return Badge::published;
    if (text == "computed") return Badge::computed;
    if (text == "simulated") return Badge::simulated;
    if (text == "illustration") return Badge::illustration;
    if (text == "configuration") return Badge::configuration;
    return std::nullopt;
}

// "zh" alone leaves the script open. Numbers read alike in both, and nothing else is done with it here.
std::optional<Language> language_of_number(std::string_view text) {
    return text == "zh" ? Language::zh_hant : language_named(text);
}

Outcome<Positions> positions_of(const std::vector<std::string>& heads) {
    Positions positions;
    positions.fill(absent);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const auto name = std::ranges::find(names, heads[i]);
        if (name != names.end()) {
            positions[static_cast<std::size_t>(name - names.begin())] = i;
        } else if (std::ranges::find(not_read, heads[i]) == not_read.end()) {
            return refuse(refusals::column_unknown, heads[i], "column " + heads[i]);
        }
    }
    for (std::size_t i = 0; i < columns_needed; ++i) {
        if (positions[i] == absent) return refuse(refusals::column_missing, std::string(names[i]), "column " + std::string(names[i]));
    }
    return positions;
}

std::string place_of(Column column) { return "column " + std::string(names[column]); }

// One row's cells by column.
struct Cells {
    const csv::Row& row;
    const Positions& positions;

    [[nodiscard]] std::string_view at(Column column) const {
        const auto position = positions[column];
        return position < row.cells.size() ? trimmed(row.cells[position]) : std::string_view();
    }
    [[nodiscard]] bool empty() const {
        return std::ranges::all_of(row.cells, [](const std::string& cell) { return trimmed(cell).empty(); });
    }
    [[nodiscard]] std::optional<std::string> text(Column column) const {
        return at(column).empty() ? std::nullopt : std::optional<std::string>(at(column));
    }

    // The parsed cell, or nothing for an empty one; the place becomes the column.
    template <class T>
    [[nodiscard]] Outcome<std::optional<T>> parsed(Column column) const {
        if (at(column).empty()) return std::optional<T>();
        auto value_read = T::parse(at(column));
        if (!value_read) return refuse(value_read.error().kind, std::string(at(column)), place_of(column));
        return std::optional<T>(*value_read);
    }
    template <class T>
    [[nodiscard]] Outcome<std::optional<T>> named(Column column, std::optional<T> (*find)(std::string_view), RefusalKind unknown) const {
        if (at(column).empty()) return std::optional<T>();
        const auto found = find(at(column));
        if (!found) return refuse(unknown, std::string(at(column)), place_of(column));
        return found;
    }
};

Outcome<RecordObservation> read_row(const Cells& cells) {
    for (const auto column : {indicator, as_published, period, source}) {
        if (cells.at(column).empty()) return refuse(refusals::cell_missing, {}, place_of(column));
    }
    RecordObservation observation;
    observation.indicator = conference::IndicatorId(std::string(cells.at(indicator)));
    observation.as_published = cells.at(as_published);
    observation.period = *TRY(cells.parsed<Period>(period));
    observation.source = cells.at(source);
    observation.value = TRY(cells.parsed<Decimal>(value));
    observation.scale = cells.text(scale);
    observation.source_title = cells.text(source_title);
    observation.published = TRY(cells.parsed<Date>(published));
    observation.retrieved = TRY(cells.parsed<Date>(retrieved));
    observation.language = TRY(cells.named<Language>(language, language_of_number, refusals::language_unknown));
    observation.badge = TRY(cells.named<Badge>(badge, badge_named, refusals::badge_unknown));
    if (const auto given = cells.text(body)) observation.body = BodyId(*given);
    return observation;
}

}  // namespace

Outcome<conference::ImportObservations> from_table(const csv::Table& table, Digest file, bool accept_good_rows) {
    const auto positions = TRY(positions_of(table.heads));
    conference::ImportObservations import{.file = file, .accept_good_rows = accept_good_rows, .rows = {}, .lines = {}, .unreadable = {}};
    import.rows.reserve(table.rows.size());
    import.lines.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        const Cells cells{row, positions};
        if (cells.empty()) continue;
        auto observation = read_row(cells);
        if (!observation) {
            const auto& refusal = observation.error();
            import.unreadable.push_back({row.line, std::string(refusal.kind.code), refusal.subject, refusal.place});
            continue;
        }
        import.rows.push_back(*std::move(observation));
        import.lines.push_back(row.line);
    }
    return import;
}

}  // namespace ponte::observations
