#include "desks/conference/queries_figures.h"

#include "base/check.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <set>
#include <span>

namespace ponte::conference {

namespace {

// A paper counts while it is not withdrawn, was not refused by its verifier, and its period is over.
bool counts(const SeenObservation& one, Date as_at) {
    return one.life.withdrawn == nullptr && !one.life.has(Verdict::refused) && one.event->period.to <= as_at;
}

bool is_accepted(const SeenObservation& one) { return one.life.has(Verdict::accepted); }

// The later enumerators of Badge are the weaker truths; published and computed are equally strong.
Badge weaker(Badge a, Badge b) { return std::max(a, b); }

using Papers = std::span<const SeenObservation>;

// What the papers of one period say together. Accepted papers, where there are some, speak alone.
Folded of_one_period(Papers papers) {
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
bool is_earlier_or_shorter(const Period& a, const Period& b) { return a.to != b.to ? a.to < b.to : a.from > b.from; }

// The papers of one period, in the order of recording.
struct Group {
    Period period;
    Papers papers;
};

// Sorts the papers by period; the groups look into them.
std::vector<Group> by_period(std::vector<SeenObservation>& papers) {
    std::ranges::stable_sort(papers, is_earlier_or_shorter, [](const SeenObservation& one) { return one.event->period; });
    std::vector<Group> groups;
    for (std::size_t from = 0; from < papers.size();) {
        std::size_t to = from + 1;
        while (to < papers.size() && papers[to].event->period == papers[from].event->period) ++to;
        groups.push_back({.period = papers[from].event->period, .papers = Papers(papers).subspan(from, to - from)});
        from = to;
    }
    return groups;
}

// The latest period, of those that end before the day if one is given. It needs no order of the others.
Folded latest_before(Papers papers, std::optional<Date> day) {
    std::optional<Period> latest;
    for (const SeenObservation& one : papers) {
        const Period& period = one.event->period;
        if ((!day || period.to < *day) && (!latest || is_earlier_or_shorter(*latest, period))) latest = period;
    }
    if (!latest) return {};
    std::vector<SeenObservation> of_it;
    std::ranges::copy_if(papers, std::back_inserter(of_it), [&](const SeenObservation& one) { return one.event->period == *latest; });
    return of_one_period(of_it);
}

// A period inside another would be counted twice: the longer one stands for both. Whatever another lies
// inside of comes later in the order, so the earliest beginning behind each group tells.
std::vector<Group> outermost(const std::vector<Group>& groups) {
    std::vector<Group> kept;
    std::optional<Date> earliest;
    for (const Group& group : groups | std::views::reverse) {
        if (!earliest || group.period.from < *earliest) kept.push_back(group);
        earliest = earliest ? std::min(*earliest, group.period.from) : group.period.from;
    }
    std::ranges::reverse(kept);
    return kept;
}

Folded sum_of_year(const std::vector<Group>& outermost, int year) {
    Folded sum;
    std::optional<Decimal> total = Decimal{};  // Nothing beyond every real figure: no value rather than a wrong one.
    for (const auto& [period, papers] : outermost) {
        if (period.to.year() != year) continue;
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

Folded count_of_year(Papers papers, int year) {
    Folded count;
    for (const SeenObservation& one : papers) {
        if (one.event->period.to.year() != year) continue;
        count.any = true;
        count.entries.push_back(one.item->sequence);
        count.badge = weaker(count.badge, one.event->badge);
        count.period = Period{*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)};
    }
    std::ranges::sort(count.entries);
    if (count.any) count.value = Decimal{static_cast<std::int64_t>(count.entries.size()), 0};
    return count;
}

void fold(Reading& reading, std::vector<SeenObservation>& papers, Date as_at) {
    switch (reading.definition->fold) {
        case Fold::latest:
            reading.now = latest_before(papers, {});
            if (reading.now.any) reading.before = latest_before(papers, reading.now.period->from);
            return;
        case Fold::sum: {
            const std::vector<Group> groups = outermost(by_period(papers));
            reading.now = sum_of_year(groups, as_at.year());
            reading.before = sum_of_year(groups, as_at.year() - 1);
            return;
        }
        case Fold::count:
            reading.now = count_of_year(papers, as_at.year());
            reading.before = count_of_year(papers, as_at.year() - 1);
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
        if (is_accepted(one)) accepted[one.event->period] = std::max(accepted[one.event->period], one.life.verdict->sequence);
    }
    std::set<Period> changed;
    for (const SeenObservation& one : papers) {
        const auto found = accepted.empty() ? accepted.end() : accepted.find(one.event->period);
        if (found == accepted.end()) continue;
        const bool judged_later = one.life.verdict != nullptr && one.life.verdict->sequence > found->second;
        if (one.item->sequence > found->second || judged_later || (one.life.withdrawn != nullptr && is_accepted(one))) changed.insert(found->first);
    }
    return changed.size();
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
    return read_indicator(seen.observations(definition.indicator), definition, as_at);
}

Reading read_indicator(const std::vector<SeenObservation>& all, const IndicatorDefined& definition, Date as_at) {
    Reading reading{.definition = &definition};
    std::vector<SeenObservation> counting;
    for (const SeenObservation& one : all) {
        if (one.life.withdrawn != nullptr) continue;
        ++reading.papers;
        reading.accepted += is_accepted(one) ? 1U : 0U;
        if (counts(one, as_at)) counting.push_back(one);
    }
    fold(reading, counting, as_at);
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

std::uint16_t duty_to_meet(const MeasureStated& measure) {
    // Meetings as the four languages of the plans call them; 會 alone stands in too many words.
    static constexpr std::array<std::string_view, 7> meetings{"例會", "例会", "會議", "会议", "reuni", "meeting", "Meeting"};
    for (std::size_t i = 0; i < measure.duties.size(); ++i) {
        const std::string& duty = measure.duties[i];
        const bool owes = std::ranges::any_of(measure.owed_numbers, [&](const OwedNumber& owed) { return duty.find(owed.text) != std::string::npos; });
        const bool meets = std::ranges::any_of(meetings, [&](std::string_view word) { return duty.find(word) != std::string::npos; });
        if (owes && meets) return static_cast<std::uint16_t>(i + 1);
    }
    return 0;
}

YearDuties year_duties(const Seen& seen, std::uint16_t plan_year, Date as_at) {
    YearDuties duties;
    int first = plan_year;
    for (const auto& [number, session] : seen.sessions()) {
        first = std::min(first, year_of(session.recorded).value_or(first));
    }
    std::vector<std::pair<int, int>> floating;  // first and last years of meetings that may lie in several, by their end
    for (const auto& [number, session] : seen.sessions()) {
        if (!year_of(session.recorded)) floating.emplace_back(session.recorded.not_after.year(), session.recorded.not_before.year());
    }
    std::ranges::sort(floating);
    std::vector<int> open;
    for (int year = first; year <= as_at.year(); ++year) {
        YearDuty duty{.year = static_cast<std::uint16_t>(year), .state = {}, .sessions = {}, .entries = {}};
        for (const auto& [number, session] : seen.sessions()) {
            if (year_of(session.recorded) != year || held_by(session.recorded) > as_at) continue;
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

Status Seen::status_of(const IndicatorDefined& definition, Date as_at) const { return read_indicator(*this, definition, as_at).status; }

}  // namespace ponte::conference
