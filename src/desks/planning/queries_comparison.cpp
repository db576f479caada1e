// The official form of a list beside an earlier plan's: each line with what it was, and what is gone.

#include "desks/planning/queries_list.h"

#include "desks/planning/rules.h"
#include "desks/planning/seen.h"

#include <set>

namespace ponte::planning {

namespace {

// The text of the earlier plan in one language; empty where there is none.
class Earlier {
public:
    Earlier(const conference::Plan* plan, Language language) : plan_(plan), language_(language) {}

    [[nodiscard]] bool is_there() const { return plan_ != nullptr; }
    [[nodiscard]] std::string title() const {
        if (plan_ == nullptr) return {};
        if (plan_->imported.language == language_) return plan_->title;
        const auto found = plan_->titles.find(language_);
        return found == plan_->titles.end() ? std::string() : found->second.stated.text;
    }
    [[nodiscard]] std::string area(std::uint16_t number) const {
        if (plan_ == nullptr || number == 0 || number > areas()) return {};
        if (plan_->imported.language == language_) return plan_->imported.areas[number - 1U].title;
        const auto found = plan_->titles.find(language_);
        const bool there = found != plan_->titles.end() && number <= found->second.stated.parts.size();
        return there ? found->second.stated.parts[number - 1U] : std::string();
    }
    [[nodiscard]] std::string measure(std::uint16_t number) const {
        const conference::Measure* measure = plan_ == nullptr ? nullptr : measure_of(*plan_, number);
        if (measure == nullptr) return {};
        if (plan_->imported.language == language_) return measure->now().text;
        const auto found = measure->translations.find(language_);
        return found == measure->translations.end() ? std::string() : found->second.stated.text;
    }
    [[nodiscard]] std::uint16_t areas() const { return plan_ == nullptr ? 0 : static_cast<std::uint16_t>(plan_->imported.areas.size()); }
    [[nodiscard]] std::vector<std::uint16_t> measures_of(std::uint16_t area) const {
        std::vector<std::uint16_t> numbers;
        if (plan_ == nullptr) return numbers;
        for (const auto& [number, measure] : plan_->measures) {
            if (!measure.dropped && measure.now().area == area) numbers.push_back(number);
        }
        return numbers;
    }

private:
    const conference::Plan* plan_;
    Language language_;
};

// Which earlier measure each line continues: the first of its origins that no line before it continues.
std::map<LineId, std::uint16_t> continued(const Seen& seen, const List& list, const PlanId& against) {
    std::map<LineId, std::uint16_t> base;
    std::set<std::uint16_t> taken;
    for (const auto& [area, order] : list.order) {
        for (const LineId& id : order) {
            for (const Origin& origin : seen.origins_of({.list = list.opened.list, .line = id})) {
                if (!origin.duty || origin.duty->plan != against || taken.contains(origin.duty->measure)) continue;
                taken.insert(origin.duty->measure);
                base[id] = origin.duty->measure;
                break;
            }
        }
    }
    return base;
}

class Comparing {
public:
    Comparing(const Seen& seen, const List& list, Language language, Earlier earlier, const PlanId& against)
        : list_(list), language_(language), earlier_(earlier), base_(continued(seen, list, against)) {
        all_.list = list.opened.list;
        all_.language = std::string(tag(language));
        all_.against = against;
        all_.adopted = list.adopted.has_value();
    }

    ComparisonAnswer compared() && {
        line("title", LineId("title"), "", "", earlier_.title(), earlier_.is_there());
        std::uint16_t areas = 0;
        std::uint16_t number = 0;
        for (std::uint16_t area = 1; area <= std::max(list_.areas, earlier_.areas()); ++area) {
            const auto order = list_.order.find(area);
            const bool stands = order != list_.order.end() && !order->second.empty();
            const std::string mark_before = area_mark(area, language_);
            const std::string before = earlier_.area(area);
            if (stands) {
                line("area", LineId("area" + std::to_string(area)), area_mark(++areas, language_), before.empty() ? "" : mark_before, before,
                     area <= earlier_.areas());
            } else if (!before.empty()) {
                gone("area", mark_before, before);
            }
            write_measures(area, stands ? order->second : std::vector<LineId>(), number);
        }
        const FormText form = text_of(form_of(list_, language_), language_);
        all_.text = form.text;
        all_.digest = sha256(form.text);
        return std::move(all_);
    }

private:
    // A line that continues an earlier text, or is new where it continues none. `continues`: it has an
    // earlier text in some language, though perhaps not in this one.
    void line(std::string kind, const LineId& id, std::string mark, std::string mark_before, const std::string& before, bool continues) {
        const Line& line = *list_.line(id);
        const auto* text = line.agreed_text(language_);
        ComparedRow row{.kind = std::move(kind), .change = "same", .line = id, .mark = std::move(mark), .mark_before = std::move(mark_before),
                        .text = {}, .state = "agreed", .compared = !before.empty(), .pieces = {}, .by = line.added.body, .at = list_.time};
        if (text == nullptr) {
            const auto found = line.wordings.find(language_);
            const bool proposed = found != line.wordings.end() && !found->second.proposals.empty();
            if (proposed) text = &found->second.proposals.back();
            row.state = line.is_stale(language_) ? "stale" : proposed ? "proposed" : "missing";
            ++all_.not_agreed;
        }
        if (text != nullptr) {
            row.text = text->event.text;
            row.by = text->event.body;
            row.at = text->time;
        }
        if (row.compared) {
            row.pieces = pieces_shown(before, row.text);
        } else if (continues) {
            ++all_.not_compared;
            row.pieces.push_back({.change = "same", .text = row.text});
        } else {
            row.change = earlier_.is_there() ? "added" : "same";
            row.pieces.push_back({.change = row.change, .text = row.text});
        }
        all_.rows.push_back(std::move(row));
    }

    void gone(std::string kind, std::string mark, const std::string& before) {
        const Line& title = *list_.line(LineId("title"));
        all_.rows.push_back({.kind = std::move(kind), .change = "removed", .line = {}, .mark = mark, .mark_before = mark, .text = {}, .state = {},
                             .compared = true, .pieces = {{.change = "removed", .text = before}}, .by = title.added.body, .at = list_.time});
    }

    // What is gone stands where it stood: before the first line that continues a later measure.
    void write_measures(std::uint16_t area, const std::vector<LineId>& order, std::uint16_t& number) {
        std::vector<std::uint16_t> left;
        for (const std::uint16_t measure : earlier_.measures_of(area)) {
            const bool goes_on = std::ranges::any_of(base_, [&](const auto& one) { return one.second == measure; });
            if (!goes_on && !earlier_.measure(measure).empty()) left.push_back(measure);
        }
        auto next = left.begin();
        for (const LineId& id : order) {
            const auto base = base_.find(id);
            const std::uint16_t before = base == base_.end() ? 0 : base->second;
            for (; next != left.end() && before != 0 && *next < before; ++next) gone("measure", measure_mark(*next, language_), earlier_.measure(*next));
            line("measure", id, measure_mark(++number, language_), before == 0 ? "" : measure_mark(before, language_),
                 before == 0 ? std::string() : earlier_.measure(before), before != 0);
        }
        for (; next != left.end(); ++next) gone("measure", measure_mark(*next, language_), earlier_.measure(*next));
    }

    const List& list_;
    Language language_;
    Earlier earlier_;
    std::map<LineId, std::uint16_t> base_;
    ComparisonAnswer all_;
};

}  // namespace

ComparisonAnswer answer(const Looking& looking, const ComparisonQuery& query) {
    const Seen seen(known_of(looking.planning), looking.reader);
    const auto list = seen.list(query.list);
    if (!list) return {};
    const PlanId against = query.against.value_or(list->opened.from_plan);
    return Comparing(seen, *list, query.language, Earlier(looking.conference.plan(against), query.language), against).compared();
}

}  // namespace ponte::planning
