#include "desks/conference/queries_figures.h"

#include "base/check.h"

#include <algorithm>
#include <map>

namespace ponte::conference {

namespace {

// A paper counts while it is not withdrawn, was not refused by its verifier, and its period is over.
bool counts(const SeenObservation& one, Date as_at) {
    const bool refused = one.item->verdict && one.item->verdict->verdict == Verdict::refused;
    return !one.item->withdrawn && !refused && one.event->period.to <= as_at;
}

bool is_accepted(const SeenObservation& one) { return one.item->verdict && one.item->verdict->verdict == Verdict::accepted; }

// The later enumerators of Badge are the weaker truths; published and computed are equally strong.
Badge weaker(Badge a, Badge b) { return std::max(a, b); }

// What the papers of one period say together. Accepted papers, where there are some, speak alone.
Folded of_one_period(const std::vector<SeenObservation>& papers) {
    Folded folded{.any = true, .period = papers.front().event->period};
    const bool some_accepted = std::ranges::any_of(papers, is_accepted);
    for (const SeenObservation& one : papers) {
        if (some_accepted && !is_accepted(one)) continue;
        folded.entries.push_back(one.item->sequence);
        folded.badge = weaker(folded.badge, one.event->badge);
        const bool known = std::ranges::any_of(folded.candidates, [&](Decimal value) { return compare(value, one.event->value) == 0; });
        if (!known) folded.candidates.push_back(one.event->value);
    }
    std::ranges::sort(folded.candidates, [](Decimal a, Decimal b) { return compare(a, b) < 0; });
    folded.contradictory = folded.candidates.size() > 1;
    if (!folded.contradictory) folded.value = folded.candidates.front();
    return folded;
}

// Ordered so that the last is the latest to end and, among those, the longest.
struct EarlierOrShorter {
    bool operator()(const Period& a, const Period& b) const {
        return a.to != b.to ? a.to < b.to : a.from > b.from;
    }
};
using ByPeriod = std::map<Period, std::vector<SeenObservation>, EarlierOrShorter>;

ByPeriod by_period(const std::vector<SeenObservation>& papers) {
    ByPeriod groups;
    for (const SeenObservation& one : papers) groups[one.event->period].push_back(one);
    return groups;
}

Folded latest_before(const ByPeriod& groups, std::optional<Date> day) {
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
        if (!day || group->first.to < *day) return of_one_period(group->second);
    }
    return {};
}

// A period inside another would be counted twice: the longer one stands for both.
bool is_inside_another(const Period& period, const ByPeriod& groups) {
    return std::ranges::any_of(groups, [&](const auto& group) {
        return group.first != period && group.first.from <= period.from && period.to <= group.first.to;
    });
}

Folded sum_of_year(const ByPeriod& groups, int year) {
    Folded sum;
    std::optional<Decimal> total = Decimal{};  // Nothing beyond every real figure: no value rather than a wrong one.
    for (const auto& [period, papers] : groups) {
        if (period.to.year() != year || is_inside_another(period, groups)) continue;
        const Folded one = of_one_period(papers);
        sum.any = true;
        sum.contradictory = sum.contradictory || one.contradictory;
        sum.badge = weaker(sum.badge, one.badge);
        sum.entries.insert(sum.entries.end(), one.entries.begin(), one.entries.end());
        sum.period = sum.period ? Period{std::min(sum.period->from, period.from), std::max(sum.period->to, period.to)} : period;
        if (!one.value || !total) continue;
        const auto more = total->plus(*one.value);
        total = more ? std::optional<Decimal>(*more) : std::nullopt;
    }
    std::ranges::sort(sum.entries);
    if (sum.any && !sum.contradictory) sum.value = total;
    return sum;
}

Folded count_of_year(const ByPeriod& groups, int year) {
    Folded count;
    for (const auto& [period, papers] : groups) {
        if (period.to.year() != year) continue;
        count.any = true;
        for (const SeenObservation& one : papers) {
            count.entries.push_back(one.item->sequence);
            count.badge = weaker(count.badge, one.event->badge);
        }
        count.period = Period{*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)};
    }
    std::ranges::sort(count.entries);
    if (count.any) count.value = Decimal{static_cast<std::int64_t>(count.entries.size()), 0};
    return count;
}

void fold(Reading& reading, const ByPeriod& groups, Date as_at) {
    switch (reading.definition->fold) {
        case Fold::latest:
            reading.now = latest_before(groups, {});
            if (reading.now.any) reading.before = latest_before(groups, reading.now.period->from);
            return;
        case Fold::sum:
            reading.now = sum_of_year(groups, as_at.year());
            reading.before = sum_of_year(groups, as_at.year() - 1);
            return;
        case Fold::count:
            reading.now = count_of_year(groups, as_at.year());
            reading.before = count_of_year(groups, as_at.year() - 1);
            return;
    }
}

// -1 worse than expected, 0 within tolerance, 1 better.
int against_expected(const IndicatorDefined& definition, Decimal now, Decimal expected) {
    const Decimal size{expected.digits < 0 ? -expected.digits : expected.digits, expected.scale};
    const auto slack = size.times(Decimal{definition.tolerance_percent, 2});
    if (!slack) return 0;
    const auto low = expected.minus(*slack);
    const auto high = expected.plus(*slack);
    if (!low || !high) return 0;
    const int side = compare(now, *low) < 0 ? -1 : compare(now, *high) > 0 ? 1 : 0;
    return definition.better == Better::less ? -side : side;
}

Status status_of(const Reading& reading, Date as_at) {
    const IndicatorDefined& definition = *reading.definition;
    if (!reading.now.any) return Status::no_evidence;
    if (reading.now.contradictory || !reading.now.value) return Status::contradictory;
    // No expected value beside a trajectory: its points are too large to compute between.
    if (!reading.expected || definition.better == Better::none) return Status::no_target;
    const TrajectoryPoint& last = definition.trajectory.back();
    const auto to_last = compare(*reading.now.value, last.value);
    if (definition.better == Better::more ? to_last >= 0 : to_last <= 0) return Status::done;
    if (as_at > last.date) return Status::behind;
    const int side = against_expected(definition, *reading.now.value, *reading.expected);
    return side < 0 ? Status::behind : side > 0 ? Status::ahead : Status::on_course;
}

std::size_t periods_changed_since_accepted(const std::vector<SeenObservation>& papers) {
    std::map<Period, std::uint64_t> accepted;  // the latest acceptance in each period
    for (const SeenObservation& one : papers) {
        if (is_accepted(one)) accepted[one.event->period] = std::max(accepted[one.event->period], one.item->verdict_sequence);
    }
    std::size_t changed = 0;
    for (const auto& [period, sequence] : accepted) {
        changed += std::ranges::any_of(papers, [&](const SeenObservation& one) {
            return one.event->period == period &&
                   (one.item->sequence > sequence || (one.item->verdict_sequence > sequence) ||
                    (one.item->withdrawn && is_accepted(one)));
        });
    }
    return changed;
}

}  // namespace

std::optional<Decimal> expected_on(const IndicatorDefined& definition, Date day) {
    const auto& points = definition.trajectory;
    if (points.empty()) return std::nullopt;
    const auto rounded = [&](Decimal value) -> std::optional<Decimal> {
        const auto shorter = value.rounded(definition.decimals);
        if (!shorter) return std::nullopt;
        return *shorter;
    };
    if (day <= points.front().date) return rounded(points.front().value);
    if (day >= points.back().date) return rounded(points.back().value);
    std::size_t next = 1;
    while (points[next].date < day) ++next;
    const TrajectoryPoint& a = points[next - 1];
    const TrajectoryPoint& b = points[next];
    // a + (b - a) x (day - a.date) / (b.date - a.date), divided once, at the end.
    const auto rise = b.value.minus(a.value);
    if (!rise) return std::nullopt;
    const Decimal days{day.day - a.date.day, 0};
    const Decimal span{b.date.day - a.date.day, 0};
    const auto scaled = a.value.times(span);
    const auto risen = rise->times(days);
    if (!scaled || !risen) return std::nullopt;
    const auto sum = scaled->plus(*risen);
    if (!sum) return std::nullopt;
    const auto value = sum->divided_by(span, definition.decimals);
    if (!value) return std::nullopt;
    return *value;
}

Reading read_indicator(const Seen& seen, const IndicatorDefined& definition, Date as_at) {
    Reading reading{.definition = &definition};
    const std::vector<SeenObservation> all = seen.observations(definition.indicator);
    std::vector<SeenObservation> counting;
    for (const SeenObservation& one : all) {
        if (one.item->withdrawn) continue;
        ++reading.papers;
        reading.accepted += is_accepted(one) ? 1U : 0U;
        if (counts(one, as_at)) counting.push_back(one);
    }
    fold(reading, by_period(counting), as_at);
    if (reading.now.any && reading.now.period) reading.expected = expected_on(definition, reading.now.period->to);
    reading.status = status_of(reading, as_at);
    reading.changed_since_accepted = periods_changed_since_accepted(all);
    return reading;
}

std::string shown(const IndicatorDefined& definition, Decimal value) {
    const auto rounded = value.rounded(definition.decimals);
    return rounded ? rounded->to_text() : value.to_text();
}

std::string shown(const IndicatorDefined& definition, const Folded& folded) {
    if (folded.value) return shown(definition, *folded.value);
    std::string text;
    for (const Decimal candidate : folded.candidates) text += (text.empty() ? "" : " / ") + shown(definition, candidate);
    return text;
}

YearDuties year_duties(const Seen& seen, std::uint16_t plan_year, Date as_at) {
    YearDuties duties;
    int first = plan_year;
    for (const auto& [number, session] : seen.sessions()) {
        if (session.recorded.on) first = std::min(first, session.recorded.on->year());
    }
    std::vector<std::pair<int, int>> floating;  // years of meetings whose date is unknown, by their end
    for (const auto& [number, session] : seen.sessions()) {
        if (!session.recorded.on) floating.emplace_back(session.recorded.not_after.year(), session.recorded.not_before.year());
    }
    std::ranges::sort(floating);
    std::vector<int> open;
    for (int year = first; year <= as_at.year(); ++year) {
        YearDuty duty{.year = static_cast<std::uint16_t>(year), .state = {}, .sessions = {}, .entries = {}};
        for (const auto& [number, session] : seen.sessions()) {
            if (!session.recorded.on || session.recorded.on->year() != year || *session.recorded.on > as_at) continue;
            duty.sessions.push_back(number);
            duty.entries.push_back(session.sequence);
        }
        const bool stated_without = seen.years_without_session().contains(duty.year);
        duty.state = !duty.sessions.empty() ? YearState::met
                     : stated_without       ? YearState::not_met
                     : year == as_at.year() ? YearState::due
                                            : YearState::not_evidenced;
        if (duty.state == YearState::not_evidenced) open.push_back(year);
        duties.years.push_back(std::move(duty));
    }
    // Each floating meeting covers the earliest open year it can: by the order of ends this covers most.
    std::vector<int> uncovered = open;
    for (const auto& [last, begin] : floating) {
        const auto covers = std::ranges::find_if(uncovered, [&](int year) { return begin <= year && year <= last; });
        if (covers != uncovered.end()) uncovered.erase(covers);
    }
    // With no floating meeting the years are simply not evidenced; the sharper statement needs one.
    if (!floating.empty()) {
        duties.unmet_at_least = uncovered.size();
        for (const int year : open) duties.among.push_back(static_cast<std::uint16_t>(year));
    }
    return duties;
}

}  // namespace ponte::conference
