#include "adapters/bundle/figures.h"

#include "base/check.h"

#include <algorithm>
#include <array>
#include <set>

namespace ponte::bundle {

namespace {

constexpr std::array<std::string_view, 6> badges{"", "published", "computed", "simulated", "illustration", "configuration"};
constexpr std::uint8_t accepted = 1;
constexpr std::uint8_t refused = 3;

enum Status : std::uint8_t { no_evidence, contradictory, no_target, behind, on_course, ahead, done };
constexpr std::array<std::string_view, 7> statuses{"no_evidence", "contradictory", "no_target", "behind", "on_course", "ahead", "done"};

struct Line {
    std::string id;
    std::string_view rule;
    std::string series;
    std::string value;
    std::string period;
    std::string_view badge;
    std::vector<std::uint64_t> entries;
};

std::string text_of_line(const Line& line) {
    std::string text = line.id;
    for (const std::string_view field : {line.rule, std::string_view(line.series), std::string_view(line.value),
                                         std::string_view(line.period), line.badge}) {
        text.append("\t").append(field);
    }
    char before = '\t';
    if (line.entries.empty()) text += before;
    for (const std::uint64_t entry : line.entries) {
        (text += before) += std::to_string(entry);
        before = ',';
    }
    return text + '\n';
}

// What some observations say together. No entries: there is no figure.
struct Said {
    std::vector<Number> values;  // distinct, ascending; one is the value, none is a sum without one
    Period period;
    std::vector<std::uint64_t> entries;
    std::uint8_t badge = 0;

    [[nodiscard]] bool any() const { return !entries.empty(); }
    [[nodiscard]] const Number* value() const { return values.size() == 1 ? &values.front() : nullptr; }
};

// Observations that count, of exactly one period.
struct Group {
    Period period;
    std::vector<const Paper*> papers;
};

// By the end, then the one that begins later first.
bool comes_before(const Period& a, const Period& b) { return a.to != b.to ? a.to < b.to : b.from < a.from; }

std::vector<Group> groups_of(const Papers& papers, Date as_at) {
    std::vector<const Paper*> counting;
    for (const Paper& paper : papers.in_order) {
        if (!paper.withdrawn && paper.verdict != refused && paper.period.to <= as_at) counting.push_back(&paper);
    }
    std::ranges::stable_sort(counting, comes_before, [](const Paper* paper) { return paper->period; });
    std::vector<Group> groups;
    for (const Paper* paper : counting) {
        if (groups.empty() || groups.back().period != paper->period) groups.push_back({.period = paper->period, .papers = {}});
        groups.back().papers.push_back(paper);
    }
    return groups;
}

Said said_in(const Group& group) {
    Said said{.values = {}, .period = group.period, .entries = {}};
    const bool some_accepted = std::ranges::any_of(group.papers, [](const Paper* paper) { return paper->verdict == accepted; });
    for (const Paper* paper : group.papers) {
        if (some_accepted && paper->verdict != accepted) continue;
        said.entries.push_back(paper->sequence);
        said.badge = std::max(said.badge, paper->badge);
        said.values.push_back(paper->value);
    }
    std::ranges::stable_sort(said.values, [](Number a, Number b) { return compared(a, b) < 0; });
    const auto same = std::ranges::unique(said.values, [](Number a, Number b) { return compared(a, b) == 0; });
    said.values.erase(same.begin(), same.end());
    return said;
}

// Of the groups in order, which lie inside another one.
std::vector<bool> inside_another(const std::vector<Group>& groups) {
    std::vector<std::size_t> order(groups.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    // By the begin, the longer first: then a period is inside another when one before it ends as late.
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        const Period& left = groups[a].period;
        const Period& right = groups[b].period;
        return left.from != right.from ? left.from < right.from : right.to < left.to;
    });
    std::vector<bool> inside(groups.size());
    std::optional<Date> latest;
    for (const std::size_t i : order) {
        inside[i] = latest && groups[i].period.to <= *latest;
        latest = std::max(latest.value_or(groups[i].period.to), groups[i].period.to);
    }
    return inside;
}

Said sum_of(const std::vector<Group>& groups, int year) {
    Said total;
    std::optional<Number> value = Number{};
    const std::vector<bool> inside = inside_another(groups);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (inside[i] || groups[i].period.to.year() != year) continue;
        const Said one = said_in(groups[i]);
        total.period = total.any() ? Period{std::min(total.period.from, one.period.from), std::max(total.period.to, one.period.to)} : one.period;
        total.entries.insert(total.entries.end(), one.entries.begin(), one.entries.end());
        total.badge = std::max(total.badge, one.badge);
        value = value && one.value() != nullptr ? sum(*value, *one.value()) : std::nullopt;
    }
    std::ranges::sort(total.entries);
    if (value) total.values = {*value};
    return total;
}

Said count_of(const std::vector<Group>& groups, int year) {
    Said count{.values = {}, .period = {*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)}, .entries = {}};
    for (const Group& group : groups) {
        if (group.period.to.year() != year) continue;
        for (const Paper* paper : group.papers) {
            count.entries.push_back(paper->sequence);
            count.badge = std::max(count.badge, paper->badge);
        }
    }
    std::ranges::sort(count.entries);
    count.values = {Number{static_cast<std::int64_t>(count.entries.size()), 0}};
    return count;
}

struct NowAndBefore {
    Said now;
    Said before;
};

NowAndBefore latest_of(const std::vector<Group>& groups) {
    if (groups.empty()) return {};
    NowAndBefore both{.now = said_in(groups.back()), .before = {}};
    const auto first_not_before = std::ranges::find_if(groups, [&](const Group& group) { return group.period.to >= both.now.period.from; });
    if (first_not_before != groups.begin()) both.before = said_in(*std::prev(first_not_before));
    return both;
}

NowAndBefore folded(const Definition& definition, const std::vector<Group>& groups, Date as_at) {
    // The first year of all has none before it.
    const int year = as_at.year();
    const bool has_before = year > dates::year_min;
    switch (definition.fold) {
        case Fold::latest: return latest_of(groups);
        case Fold::sum: return {sum_of(groups, year), has_before ? sum_of(groups, year - 1) : Said{}};
        case Fold::count: return {count_of(groups, year), has_before ? count_of(groups, year - 1) : Said{}};
    }
    return {};
}

std::optional<Number> expected_on(const Definition& definition, Date day) {
    const auto& points = definition.trajectory;
    if (points.empty()) return std::nullopt;
    const auto next = std::ranges::find_if(points, [&](const Point& point) { return day <= point.date; });
    if (next == points.end()) return rounded(points.back().value, definition.decimals);
    if (next == points.begin()) return rounded(next->value, definition.decimals);
    const Point& from = *std::prev(next);
    const std::int64_t span = std::int64_t{next->date.day} - from.date.day;
    const std::int64_t days = std::int64_t{day.day} - from.date.day;
    const auto rise = difference(next->value, from.value);
    if (!rise) return std::nullopt;
    const auto risen = product(*rise, {days, 0});
    const auto base = product(from.value, {span, 0});
    if (!risen || !base) return std::nullopt;
    const auto all = sum(*base, *risen);
    return all ? quotient(*all, span, definition.decimals) : std::nullopt;
}

Status against(const Definition& definition, Number now, Number expected) {
    const Number size = compared(expected, {}) < 0 ? difference({}, expected).value_or(expected) : expected;
    const auto slack = product(size, {definition.tolerance_percent, 2});
    const auto low = slack ? difference(expected, *slack) : std::nullopt;
    const auto high = slack ? sum(expected, *slack) : std::nullopt;
    if (!low || !high) return on_course;
    const bool less = definition.better == Better::less;
    if (compared(now, *low) < 0) return less ? ahead : behind;
    if (compared(now, *high) > 0) return less ? behind : ahead;
    return on_course;
}

Status status_of(const Definition& definition, const Said& now, const std::optional<Number>& expected, Date as_at) {
    if (!now.any()) return no_evidence;
    if (now.value() == nullptr) return contradictory;
    if (definition.trajectory.empty() || definition.better == Better::none || !expected) return no_target;
    const Point& last = definition.trajectory.back();
    const auto side = compared(*now.value(), last.value);
    if (definition.better == Better::more ? side >= 0 : side <= 0) return done;
    if (last.date < as_at) return behind;
    return against(definition, *now.value(), *expected);
}

Line line_of(const std::string& id, std::string_view rule, const Definition& definition, const Said& said) {
    Line line{.id = id + "." + std::string(rule), .rule = rule, .series = "indicator/" + id};
    if (!said.any()) return line;
    for (const Number value : said.values) line.value += (line.value.empty() ? "" : " / ") + printed(value, definition.decimals);
    line.period = said.period.to_text();
    line.badge = badges[said.badge];
    line.entries = said.entries;
    return line;
}

// A number of things as at a date; `entries` are what was counted.
Line counted(std::string id, std::string_view rule, std::string series, std::vector<std::uint64_t> entries, std::string period) {
    Line line{.id = std::move(id), .rule = rule, .series = std::move(series), .value = std::to_string(entries.size()),
              .period = std::move(period), .badge = "computed"};
    std::ranges::sort(entries);
    line.entries = std::move(entries);
    return line;
}

class Figures {
public:
    Figures(const Account& account, Date as_at) : account_(account), as_at_(as_at), day_(as_at.to_text()) {}

    std::vector<std::string> all() && {
        add_plan();
        add_actions();
        for (const auto& [id, indicator] : account_.indicators) add_indicator(id, indicator);
        add_milestones();
        add_years();
        for (std::size_t i = 0; i < statuses.size(); ++i) {
            Line line = counted("summary." + std::string(statuses[i]), "count_status", "-", {}, day_);
            line.value = std::to_string(by_status_[i]);
            add(line);
        }
        if (account_.has_problems) add_problems();
        if (account_.has_decisions) add_decisions();
        if (account_.instruments) {
            for (InstrumentFigure& one : instrument_figures(*account_.instruments, as_at_)) {
                add(counted(one.id, one.rule, "instruments", std::move(one.entries), day_));
            }
        }
        if (account_.activities) {
            const ActivityFigures figures = activity_figures(*account_.activities, account_.instruments.value_or(Instruments{}), as_at_);
            add_of_year("activities", "held", std::to_string(figures.entries.size()), figures.entries);
            add_of_year("activities", "ties", std::to_string(figures.ties), figures.entries);
        }
        if (account_.training) {
            for (TrainingFigure& one : training_figures(*account_.training, as_at_)) {
                add_of_year("training", one.name, std::to_string(one.value), std::move(one.entries));
            }
        }
        if (account_.origin) {
            for (const CountFigure& one : count_figures(*account_.origin, as_at_.year())) {
                if (one.stated) {
                    add_of_year("origin", one.name, std::to_string(one.stated->count), {one.stated->sequence});
                } else {
                    add_of_year("origin", one.name, {}, {});
                }
            }
        }
        return std::move(lines_);
    }

private:
    void add(const Line& line) { lines_.push_back(text_of_line(line)); }

    void add_plan() {
        std::vector<std::uint64_t> measures;
        std::size_t duties = 0;
        for (const auto& [number, measure] : account_.measures) {
            if (measure.dropped) continue;
            measures.push_back(measure.sequence);
            duties += measure.duties;
        }
        add(counted("plan.measures", "count_measures", "plan/" + account_.plan, measures, day_));
        Line of_duties = counted("plan.duties", "count_duties", "plan/" + account_.plan, measures, day_);
        of_duties.value = std::to_string(duties);
        add(of_duties);
    }

    void add_actions() {
        for (const auto& [measure, papers] : account_.actions) {
            std::vector<std::uint64_t> done_by_then;
            for (const Paper& paper : papers.in_order) {
                if (!paper.withdrawn && paper.period.to <= as_at_) done_by_then.push_back(paper.sequence);
            }
            const std::string number = std::to_string(measure);
            add(counted("m" + number + ".actions", "count_actions", "actions/" + account_.plan + "/" + number, std::move(done_by_then), day_));
        }
    }

    void add_indicator(const std::string& id, const Indicator& indicator) {
        CHECK(indicator.definition);
        const Definition& definition = *indicator.definition;
        const auto [now, before] = folded(definition, groups_of(indicator.papers, as_at_), as_at_);
        const auto expected = now.any() ? expected_on(definition, now.period.to) : std::nullopt;
        const Status status = status_of(definition, now, expected, as_at_);
        add(line_of(id, "now", definition, now));
        add(line_of(id, "before", definition, before));
        Line line{.id = id + ".expected", .rule = "expected", .series = "indicator/" + id};
        if (expected) {
            line.value = printed(*expected, definition.decimals);
            line.period = now.period.to.to_text();
            line.badge = badges[definition.trajectory_badge];
            line.entries = {definition.sequence};
        }
        add(line);
        std::vector<std::uint64_t> rests_on = now.entries;
        rests_on.push_back(definition.sequence);
        Line of_status = counted(id + ".status", "status", "indicator/" + id, std::move(rests_on), day_);
        of_status.value = statuses[status];
        add(of_status);
        ++by_status_[status];
    }

    void add_milestones() {
        if (account_.milestones.empty()) return;
        std::vector<std::uint64_t> overdue;
        for (const auto& [id, milestone] : account_.milestones) {
            const bool reached = milestone.reached && *milestone.reached <= as_at_;
            if (!reached && milestone.due < as_at_) overdue.push_back(milestone.sequence);
        }
        add(counted("milestones.overdue", "count_overdue", "milestones/" + account_.plan, std::move(overdue), day_));
    }

    void add_years() {
        int first = account_.plan_year.value_or(0);
        for (const auto& [number, session] : account_.sessions) {
            if (session.year) first = std::min(first, *session.year);
        }
        for (int year = first; year <= as_at_.year(); ++year) {
            std::vector<std::uint64_t> held;  // in order of the sessions' numbers
            for (const auto& [number, session] : account_.sessions) {
                if (session.year == year && session.held_by <= as_at_) held.push_back(session.sequence);
            }
            const bool without = account_.years_without_session.contains(static_cast<std::uint16_t>(year));
            const std::string_view state = !held.empty() ? "met" : without ? "not_met" : year == as_at_.year() ? "due" : "not_evidenced";
            const std::string text = std::to_string(year);
            Line line{.id = "sessions." + text + ".held", .rule = "count_sessions", .series = "sessions",
                      .value = std::to_string(held.size()), .period = text, .badge = "computed", .entries = std::move(held)};
            add(line);
            line.id = "sessions." + text + ".duty";
            line.rule = "year_duty";
            line.value = state;
            add(line);
        }
    }

    void add_counted(std::string_view series, std::string_view name, std::vector<std::uint64_t> entries) {
        const std::string rule = std::string(series) + "_" + std::string(name);
        add(counted(std::string(series) + "." + std::string(name), rule, std::string(series), std::move(entries), day_));
    }

    // What a desk counted in the year of as_at.
    void add_of_year(std::string_view series, const std::string& name, std::string value, std::vector<std::uint64_t> entries) {
        Line line = counted(std::string(series) + "." + name, {}, std::string(series), std::move(entries), std::to_string(as_at_.year()));
        const std::string rule = std::string(series) + "_" + name;
        line.rule = rule;
        line.value = std::move(value);
        add(line);
    }

    void add_problems() {
        std::vector<std::uint64_t> open;
        std::vector<std::uint64_t> escalated;
        std::vector<std::uint64_t> overdue;
        std::vector<std::uint64_t> settled;
        for (const auto& [id, problem] : account_.problems) {
            if (!problem.of_plan) continue;
            if (problem.settled) {
                settled.push_back(problem.sequence);
                continue;
            }
            open.push_back(problem.sequence);
            if (problem.escalated) escalated.push_back(problem.sequence);
            if (problem.due && *problem.due < as_at_) overdue.push_back(problem.sequence);
        }
        add_counted("problems", "open", std::move(open));
        add_counted("problems", "escalated", std::move(escalated));
        add_counted("problems", "overdue", std::move(overdue));
        add_counted("problems", "settled", std::move(settled));
    }

    void add_decisions() {
        std::set<std::string, std::less<>> replaced_ones;
        for (const auto& [id, decision] : account_.decisions) replaced_ones.insert(decision.supersedes.begin(), decision.supersedes.end());
        std::vector<std::uint64_t> active;
        std::vector<std::uint64_t> overdue;
        std::vector<std::uint64_t> carried_out;
        std::vector<std::uint64_t> superseded;
        std::vector<std::uint64_t> lapsed;
        for (const auto& [id, decision] : account_.decisions) {
            if (replaced_ones.contains(id)) {
                superseded.push_back(decision.bound);
            } else if (decision.carried_out) {
                carried_out.push_back(decision.bound);
            } else if (decision.lapses > 1) {
                lapsed.push_back(decision.bound);
            } else {
                active.push_back(decision.bound);
                if (decision.due && *decision.due < as_at_) overdue.push_back(decision.bound);
            }
        }
        add_counted("decisions", "active", std::move(active));
        add_counted("decisions", "overdue", std::move(overdue));
        add_counted("decisions", "carried_out", std::move(carried_out));
        add_counted("decisions", "superseded", std::move(superseded));
        add_counted("decisions", "lapsed", std::move(lapsed));
    }

    const Account& account_;
    Date as_at_;
    std::string day_;
    std::array<std::size_t, statuses.size()> by_status_{};
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> figure_lines_of(const Account& account, Date as_at) { return Figures(account, as_at).all(); }

}  // namespace ponte::bundle
