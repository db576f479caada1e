// A first map for a table that nobody has described yet: heads by their usual names in four languages,
// days by the orders that fit all cells, rows by the names of the indicators.
#include "adapters/csv/date_pattern.h"
#include "adapters/forms/identity.h"
#include "adapters/trackers/trackers.h"
#include "base/number_words.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace ponte::trackers {

namespace {

using forms::trimmed;

constexpr std::size_t row_names_max = 5000;

struct Usual {
    Gives gives;
    std::string_view heads;  // Folded when compared; separated by "|".
};
constexpr std::array<Usual, 14> usual{{
    {Gives::indicator, "indicator|indicator id|indicador|指標|指标|item|項目|项目|kpi"},
    {Gives::number, "as_published|number|value|figure|valor|número|数字|數字|數值|数值|值|result|resultado|amount|montante|金額|金额"},
    {Gives::period, "period|período|期間|期间|時期|时期|date|data|mês|month|月份|quarter|trimestre|季度|日期|year|ano|年份"},
    {Gives::source, "source|fonte|來源|来源|url|link|reference|出處|出处"},
    {Gives::source_title, "source_title|source title|título da fonte|來源標題|来源标题|document|documento|文件"},
    {Gives::published, "published|published on|publicado em|data de publicação|公佈日期|公布日期|發佈日期|发布日期"},
    {Gives::retrieved, "retrieved|accessed|consultado em|取得日期|查閱日期|查阅日期"},
    {Gives::scale, "scale|escala|倍數|倍数|單位倍數|单位倍数"},
    {Gives::body, "body|organismo|機構|机构|entity|entidade|owner|responsible|responsável|負責機構|负责机构"},
    {Gives::status, "status|state|estado|situação|狀態|状态|進度|进度"},
    {Gives::measure, "measure|medida|措施|measure no|n.º da medida"},
    {Gives::duty, "duty|obrigação|任務|任务"},
    {Gives::action, "action|acção|ação|行動|行动|what was done|progress|progresso|進展|进展|工作進展|工作进展"},
    {Gives::note, "note|notes|remarks|comment|comments|observações|obs|備註|备注|nota|notas"},
}};

constexpr std::array<std::string_view, 21> patterns{"ISO",        "YYYY-M-D",   "YYYY/M/D", "YYYY.M.D", "D/M/YYYY", "M/D/YYYY",  "D-M-YYYY",  "D.M.YYYY",   "YYYY年M月D日", "YYYY-M", "YYYY/M",
                                                    "M/YYYY",     "YYYY年M月",  "MMM YYYY", "MMM [de] YYYY", "D MMM YYYY", "YYYY [Q]Q", "[Q]Q YYYY", "YYYY年第Q季度", "[T]Q YYYY", "YYYY"};

// Of a head that is a period itself: a wide table.
std::optional<Period> period_in_head(std::string_view head) {
    for (const auto pattern : patterns) {
        // 1/2/2020 as a head is left to a person.
        if (pattern == "D/M/YYYY" || pattern == "M/D/YYYY") continue;
        if (const auto period = csv::period_by_pattern(head, pattern)) return period;
    }
    return std::nullopt;
}

std::optional<Gives> usual_name(std::string_view head) {
    const auto folded = fold_for_search(trimmed(head));
    for (const auto& [gives, heads] : usual) {
        for (std::size_t from = 0; from <= heads.size();) {
            const auto to = std::min(heads.find('|', from), heads.size());
            if (fold_for_search(heads.substr(from, to - from)) == folded) return gives;
            from = to + 1;
        }
    }
    return std::nullopt;
}

class Proposer {
public:
    Proposer(const csv::Table& table, const std::vector<IndicatorKnown>& indicators) : table_(table) {
        for (const auto& known : indicators) {
            by_name_[fold_for_search(known.id.value)].insert(known.id);
            for (const auto language : languages) {
                if (!known.names.in(language).empty()) by_name_[fold_for_search(trimmed(known.names.in(language)))].insert(known.id);
            }
        }
    }

    Map map() {
        map_.empty_marks = {"-", "–", "—", "…", "n/a", "N/A", "n.d."};
        for (std::size_t i = 0; i < table_.heads.size(); ++i) column(i);
        const bool acts = has(Gives::action);
        // With actions the date of a row is the action's.
        if (acts && !has(Gives::on)) rename(Gives::period, Gives::on);
        if (!has(Gives::source)) map_.constants.push_back({Gives::source, ""});
        if (acts) map_.plan = conference::PlanId();
        if (has(Gives::indicator)) row_names();
        if (has(Gives::status)) statuses();
        return std::move(map_);
    }

private:
    [[nodiscard]] bool has(Gives gives) const { return std::ranges::find(map_.columns, gives, &ColumnMap::gives) != map_.columns.end(); }

    void rename(Gives from, Gives to) {
        if (has(Gives::number)) return;
        const auto found = std::ranges::find(map_.columns, from, &ColumnMap::gives);
        if (found != map_.columns.end()) found->gives = to;
    }

    [[nodiscard]] std::vector<std::string> cells_of(std::size_t index) const {
        std::vector<std::string> cells;
        for (const auto& row : table_.rows) {
            const std::string text(index < row.cells.size() ? trimmed(row.cells[index]) : std::string_view());
            if (!text.empty() && std::ranges::find(map_.empty_marks, text) == map_.empty_marks.end()) cells.push_back(text);
        }
        return cells;
    }

    // The one order in which all cells can be read; nothing where there is none, or two that differ.
    static std::optional<std::string> format_of(const std::vector<std::string>& cells) {
        std::optional<std::string> found;
        std::vector<Period> read;
        for (const auto pattern : patterns) {
            std::vector<Period> periods;
            for (const auto& cell : cells) {
                const auto period = csv::period_by_pattern(cell, pattern);
                if (!period) break;
                periods.push_back(*period);
            }
            if (periods.size() != cells.size() || cells.empty()) continue;
            if (found && periods != read) return std::nullopt;
            if (!found) {
                found = std::string(pattern);
                read = std::move(periods);
            }
        }
        return found;
    }

    [[nodiscard]] std::optional<conference::IndicatorId> indicator_named(std::string_view text) const {
        const auto found = by_name_.find(fold_for_search(trimmed(text)));
        if (found == by_name_.end() || found->second.size() != 1) return std::nullopt;
        return *found->second.begin();
    }

    void column(std::size_t index) {
        const auto& head = table_.heads[index];
        ColumnMap made{.head = head, .gives = Gives::ignored, .format = {}, .period = {}, .indicator = {}};
        const auto named = usual_name(head);
        if (const auto period = period_in_head(head)) {
            made.gives = Gives::number;
            made.period = period;
        } else if (const auto indicator = indicator_named(head)) {
            made.gives = Gives::number;
            made.indicator = indicator;
        } else if (named && (*named == Gives::note || !has(*named))) {
            made.gives = *named;
            if (*named == Gives::period || *named == Gives::published || *named == Gives::retrieved) made.format = format_of(cells_of(index));
        }
        map_.columns.push_back(std::move(made));
    }

    void row_names() {
        const auto at = std::ranges::find(map_.columns, Gives::indicator, &ColumnMap::gives);
        std::set<std::string> seen;
        for (const auto& text : cells_of(static_cast<std::size_t>(at - map_.columns.begin()))) {
            if (!seen.insert(text).second || seen.size() > row_names_max) continue;
            map_.row_names.push_back({text, indicator_named(text).value_or(conference::IndicatorId())});
        }
        // Without knowing any indicator there is nothing to propose: the cells are taken as ids.
        if (by_name_.empty()) map_.row_names.clear();
    }

    void statuses() {
        const auto at = std::ranges::find(map_.columns, Gives::status, &ColumnMap::gives);
        std::set<std::string> seen;
        for (const auto& text : cells_of(static_cast<std::size_t>(at - map_.columns.begin()))) {
            if (seen.insert(text).second && seen.size() <= row_names_max) map_.statuses.push_back({text, std::nullopt, false});
        }
    }

    const csv::Table& table_;
    std::map<std::string, std::set<conference::IndicatorId>> by_name_;
    Map map_;
};

}  // namespace

Map propose_map(const csv::Table& table, const std::vector<IndicatorKnown>& indicators) { return Proposer(table, indicators).map(); }

}  // namespace ponte::trackers
