// A table read by its map: the map held against the heads first, then row by row with every fault of a row.
#include "adapters/csv/date_pattern.h"
#include "adapters/forms/identity.h"
#include "adapters/trackers/trackers.h"
#include "base/number_words.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

namespace ponte::trackers {

namespace {

using conference::RecordAction;
using conference::RecordObservation;
using conference::RowRefused;
using forms::trimmed;

std::string place_of(std::string_view head) { return "column " + std::string(head); }

bool is_day(Gives gives) { return gives == Gives::published || gives == Gives::retrieved || gives == Gives::on; }
bool wants_format(Gives gives) { return gives == Gives::period || is_day(gives); }
bool many_allowed(Gives gives) { return gives == Gives::number || gives == Gives::note || gives == Gives::ignored; }

// The columns of the table with what the map says of them, and the constants.
struct Plan {
    struct Column {
        std::size_t at = 0;
        const ColumnMap* map = nullptr;
    };
    std::vector<Column> numbers;
    std::vector<Column> notes;
    std::map<Gives, Column> single;
    std::map<Gives, std::string> constants;
    std::map<std::string, const RowName*> row_names;  // By the folded text.
    std::map<std::string, const StatusWord*> statuses;
    std::set<std::string> empty_marks;

    [[nodiscard]] bool gives(Gives field) const { return single.contains(field) || constants.contains(field); }
};

Outcome<bool> hold_constants(const Map& map, Plan& plan) {
    for (const auto& constant : map.constants) {
        const std::string name(name_of(constant.gives));
        const auto place = "constant " + name;
        if (plan.gives(constant.gives) || (constant.gives == Gives::number && !plan.numbers.empty())) return refuse(refusals::field_twice, name, place);
        const bool readable = !trimmed(constant.value).empty() && constant.gives != Gives::number && constant.gives != Gives::ignored &&
                              (constant.gives != Gives::period || Period::from_text(constant.value)) && (!is_day(constant.gives) || Date::from_text(constant.value));
        if (!readable) return refuse(refusals::constant_unreadable, constant.value.substr(0, 80), place);
        plan.constants[constant.gives] = constant.value;
    }
    return true;
}

Outcome<bool> hold_fields(const Map& map, const Plan& plan) {
    const bool acts = plan.gives(Gives::action);
    if (plan.numbers.empty() && !acts) return refuse(refusals::nothing_to_take);
    const auto needed = [&](Gives field) -> Outcome<bool> {
        if (!plan.gives(field)) return refuse(refusals::field_missing, std::string(name_of(field)));
        return true;
    };
    for (const auto& column : plan.numbers) {
        if (!column.map->period) static_cast<void>(TRY(needed(Gives::period)));
        if (!column.map->indicator) static_cast<void>(TRY(needed(Gives::indicator)));
    }
    static_cast<void>(TRY(needed(Gives::source)));
    if (!acts) return true;
    static_cast<void>(TRY(needed(Gives::on)));
    static_cast<void>(TRY(needed(Gives::measure)));
    if (!map.plan || map.plan->value.empty()) return refuse(refusals::field_missing, "plan");
    return true;
}

Outcome<Plan> plan_of(const csv::Table& table, const Map& map) {
    Plan plan;
    std::set<std::string_view> mentioned;
    for (const auto& column : map.columns) {
        const auto place = place_of(column.head);
        const auto head = std::ranges::find(table.heads, column.head);
        if (head == table.heads.end()) return refuse(refusals::column_missing, column.head, place);
        if (!mentioned.insert(column.head).second) return refuse(refusals::column_twice, column.head, place);
        if (wants_format(column.gives) && !column.format) return refuse(refusals::format_missing, column.head, place);
        if (wants_format(column.gives) && !csv::is_pattern(*column.format)) return refuse(refusals::format_unreadable, *column.format, place);
        const Plan::Column found{static_cast<std::size_t>(head - table.heads.begin()), &column};
        if (column.gives == Gives::number) plan.numbers.push_back(found);
        if (column.gives == Gives::note) plan.notes.push_back(found);
        if (!many_allowed(column.gives) && !plan.single.emplace(column.gives, found).second) {
            return refuse(refusals::field_twice, std::string(name_of(column.gives)), place);
        }
    }
    for (const auto& head : table.heads) {
        if (!mentioned.contains(head)) return refuse(refusals::column_unmentioned, head, place_of(head));
    }
    static_cast<void>(TRY(hold_constants(map, plan)));
    static_cast<void>(TRY(hold_fields(map, plan)));
    for (const auto& name : map.row_names) plan.row_names[fold_for_search(trimmed(name.text))] = &name;
    for (const auto& status : map.statuses) plan.statuses[fold_for_search(trimmed(status.text))] = &status;
    for (const auto& mark : map.empty_marks) plan.empty_marks.insert(std::string(trimmed(mark)));
    return plan;
}

NumberLanguage number_language(std::optional<Language> language) {
    if (!language) return NumberLanguage::none;
    switch (*language) {
        case Language::zh_hant:
        case Language::zh_hans: return NumberLanguage::zh;
        case Language::pt: return NumberLanguage::pt;
        case Language::en: return NumberLanguage::en;
    }
    return NumberLanguage::none;
}

// Reads one row; what is wrong with it is collected, cell by cell.
class RowReader {
public:
    RowReader(const Map& map, const Plan& plan, const csv::Row& row) : map_(map), plan_(plan), row_(row) { made_.line = row.line; }

    RowUnderstood row() {
        for (const auto& column : plan_.notes) {
            const auto text = cell(column);
            if (!text.empty()) made_.note += (made_.note.empty() ? "" : "; ") + text;
        }
        made_.status = text_of(Gives::status);
        const auto* status = status_of();
        if (status != nullptr && status->passed_over) {
            made_.passed_over = true;
            return std::move(made_);
        }
        for (const auto& column : plan_.numbers) number(column, status);
        if (plan_.gives(Gives::action) && !text_of(Gives::action).empty()) action(status);
        made_.empty = made_.observations.empty() && made_.actions.empty() && made_.faults.empty();
        if (!made_.faults.empty()) {
            made_.observations.clear();
            made_.actions.clear();
        }
        return std::move(made_);
    }

private:
    [[nodiscard]] std::string cell(const Plan::Column& column) const {
        if (column.at >= row_.cells.size()) return {};
        const std::string text(trimmed(row_.cells[column.at]));
        return plan_.empty_marks.contains(text) ? std::string() : text;
    }

    // The cell of the field in this row, or the constant.
    [[nodiscard]] std::string text_of(Gives field) const {
        if (const auto column = plan_.single.find(field); column != plan_.single.end()) return cell(column->second);
        const auto constant = plan_.constants.find(field);
        return constant == plan_.constants.end() ? std::string() : constant->second;
    }

    [[nodiscard]] std::string place(Gives field) const {
        const auto column = plan_.single.find(field);
        return column == plan_.single.end() ? "constant " + std::string(name_of(field)) : place_of(column->second.map->head);
    }

    void fault(RefusalKind kind, std::string subject, std::string where) {
        RowRefused refused{row_.line, std::string(kind.code), subject.substr(0, 80), std::move(where)};
        // Of a wide table's row each cell would say the same of the row's name.
        if (std::ranges::find(made_.faults, refused) == made_.faults.end()) made_.faults.push_back(std::move(refused));
    }

    std::string needed(Gives field) {
        auto text = text_of(field);
        if (text.empty()) fault(refusals::cell_missing, {}, place(field));
        return text;
    }

    std::optional<Period> period_of(Gives field) {
        const auto text = text_of(field);
        if (text.empty()) return std::nullopt;
        const auto column = plan_.single.find(field);
        const auto period = column == plan_.single.end() ? Period::from_text(text) : csv::period_by_pattern(text, *column->second.map->format);
        if (!period) fault(refusals::date_unreadable, text, place(field));
        return period;
    }

    std::optional<Date> day_of(Gives field) {
        const auto period = period_of(field);
        if (!period) return std::nullopt;
        if (period->from == period->to) return period->to;
        fault(refusals::date_unreadable, text_of(field), place(field));
        return std::nullopt;
    }

    const StatusWord* status_of() {
        if (made_.status.empty()) return nullptr;
        const auto found = plan_.statuses.find(fold_for_search(made_.status));
        if (found != plan_.statuses.end()) return found->second;
        fault(refusals::status_unknown, made_.status, place(Gives::status));
        return nullptr;
    }

    std::optional<conference::IndicatorId> indicator_of() {
        const auto text = needed(Gives::indicator);
        if (text.empty()) return std::nullopt;
        const auto named = plan_.row_names.find(fold_for_search(text));
        if (named != plan_.row_names.end() && !named->second->indicator.value.empty()) return named->second->indicator;
        if (named == plan_.row_names.end() && map_.row_names.empty()) return conference::IndicatorId(text);
        fault(refusals::row_name_unknown, text, place(Gives::indicator));
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::string> optional(Gives field) const {
        auto text = text_of(field);
        return text.empty() ? std::nullopt : std::optional<std::string>(std::move(text));
    }

    void number(const Plan::Column& column, const StatusWord* status) {
        const auto printed = cell(column);
        if (printed.empty()) return;
        RecordObservation made;
        made.as_published = printed;
        if (const auto indicator = column.map->indicator ? column.map->indicator : indicator_of()) made.indicator = *indicator;
        if (column.map->period) {
            made.period = *column.map->period;
        } else if (!needed(Gives::period).empty()) {
            made.period = period_of(Gives::period).value_or(Period{});
        }
        made.source = needed(Gives::source);
        made.scale = optional(Gives::scale);
        made.source_title = optional(Gives::source_title);
        made.published = day_of(Gives::published);
        made.retrieved = day_of(Gives::retrieved);
        made.language = map_.language;
        if (status != nullptr) made.badge = status->badge;
        if (const auto body = optional(Gives::body)) made.body = BodyId(*body);
        const auto understood = understand_number(printed, {.language = number_language(map_.language)});
        if (!understood) {
            fault(understood.error().kind, printed, place_of(column.map->head));
        } else if (map_.numbers_in_unit && understood->multiplier == 1 && !made.scale) {
            made.value = understood->value;
        }
        made_.observations.push_back(std::move(made));
    }

    std::optional<std::uint16_t> whole(Gives field) {
        const auto text = text_of(field);
        std::uint16_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc() && end == text.data() + text.size() && !text.empty()) return value;
        fault(refusals::measure_unreadable, text, place(field));
        return std::nullopt;
    }

    void action(const StatusWord* status) {
        RecordAction made;
        made.plan = map_.plan.value_or(conference::PlanId());
        if (!needed(Gives::measure).empty()) made.measure = whole(Gives::measure).value_or(0);
        if (!text_of(Gives::duty).empty()) made.duty = whole(Gives::duty).value_or(0);
        if (!needed(Gives::on).empty()) made.on = day_of(Gives::on).value_or(Date{});
        const auto text = text_of(Gives::action);
        switch (map_.language.value_or(Language::en)) {
            case Language::zh_hant: made.texts.zh_hant = text; break;
            case Language::zh_hans: made.texts.zh_hans = text; break;
            case Language::pt: made.texts.pt = text; break;
            case Language::en: made.texts.en = text; break;
        }
        made.source = needed(Gives::source);
        made.source_title = optional(Gives::source_title);
        made.published = day_of(Gives::published);
        made.retrieved = day_of(Gives::retrieved);
        if (status != nullptr) made.badge = status->badge;
        if (const auto body = optional(Gives::body)) made.body = BodyId(*body);
        made_.actions.push_back(std::move(made));
    }

    const Map& map_;
    const Plan& plan_;
    const csv::Row& row_;
    RowUnderstood made_;
};

}  // namespace

Outcome<Understanding> understand(const csv::Table& table, const Map& map) {
    const auto plan = TRY(plan_of(table, map));
    Understanding all;
    for (const auto& row : table.rows) {
        all.rows.push_back(RowReader(map, plan, row).row());
        const auto& made = all.rows.back();
        all.observations += made.observations.size();
        all.actions += made.actions.size();
        all.faulty_rows += made.faults.empty() ? 0U : 1U;
    }
    return all;
}

Orders orders_of(const Understanding& understanding, Digest file, bool accept_good_rows) {
    Orders orders{.observations = {.file = file, .accept_good_rows = accept_good_rows, .rows = {}, .lines = {}, .unreadable = {}}, .actions = {}, .action_lines = {}};
    for (const auto& row : understanding.rows) {
        for (const auto& observation : row.observations) {
            orders.observations.rows.push_back(observation);
            orders.observations.lines.push_back(row.line);
        }
        for (const auto& action : row.actions) {
            orders.actions.push_back(action);
            orders.action_lines.push_back(row.line);
        }
        orders.observations.unreadable.insert(orders.observations.unreadable.end(), row.faults.begin(), row.faults.end());
    }
    return orders;
}

}  // namespace ponte::trackers
