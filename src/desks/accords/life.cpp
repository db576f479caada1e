#include "desks/accords/life.h"

#include "desks/accords/lawful.h"

#include <algorithm>
#include <array>
#include <set>

namespace ponte::accords {

namespace {

using enum StepKind;

// Which end of what is roughly known one looks from: the days at the earliest, or at the latest.
enum class End : std::uint8_t { earliest, latest };

Date at(const Period& period, End end) { return end == End::earliest ? period.from : period.to; }

// The steps that are taken to have happened in one reading of the record, in the order of their days.
using Reading = std::vector<const Step*>;

bool is_said(const Step& step, StepKind kind) {
    return step.taken.step == kind || std::ranges::find(step.taken.earlier_unknown, kind) != step.taken.earlier_unknown.end();
}
bool has(const Reading& reading, StepKind kind) {
    return std::ranges::any_of(reading, [&](const Step* one) { return is_said(*one, kind); });
}

// The last day of a step that every party takes: each party's own, or one for all. Nothing while one is missing.
std::optional<Date> of_all_parties(const InstrumentRecord& record, const Reading& reading, StepKind kind, End end) {
    std::optional<Date> last;
    for (const Party& party : record.parties) {
        std::optional<Date> its;
        for (const Step* one : reading) {
            if (one->taken.step != kind || (one->taken.party && *one->taken.party != party.place)) continue;
            if (!its || at(one->span(), end) > *its) its = at(one->span(), end);
        }
        if (!its) return std::nullopt;
        if (!last || *its > *last) last = its;
    }
    return last;
}

std::optional<Date> day_of(const Reading& reading, StepKind kind, End end) {
    for (const Step* one : reading) {
        if (one->taken.step == kind) return at(one->span(), end);
    }
    return std::nullopt;
}

Date counted(const ForceClause& clause, Date from) {
    if (clause.unit == CountIn::days) return from.plus_days(clause.count);
    if (clause.unit == CountIn::months) return plus_months(from, clause.count);
    const Date later = plus_months(from, clause.count + 1U);
    return later.plus_days(1 - static_cast<int>(later.day_of_month()));
}

std::optional<Date> clause_day(const InstrumentRecord& record, const Reading& reading, End end) {
    const ForceClause& clause = record.force;
    std::optional<Date> from;
    switch (clause.by) {
        case ForceBy::unknown:
        case ForceBy::other: return std::nullopt;
        case ForceBy::fixed_date: return of_all_parties(record, reading, signing, end) ? clause.fixed : std::nullopt;
        case ForceBy::last_notice: from = of_all_parties(record, reading, notice, end); break;
        case ForceBy::exchange: from = day_of(reading, exchange, end); break;
        case ForceBy::signature: from = of_all_parties(record, reading, signing, end); break;
        case ForceBy::publication: from = day_of(reading, text_notice, end); break;
    }
    if (!from) return std::nullopt;
    return counted(clause, *from);
}

std::optional<Date> force_day(const InstrumentRecord& record, const Reading& reading, End end) {
    if (auto recorded = day_of(reading, force, end)) return recorded;
    if (auto computed = clause_day(record, reading, end)) return computed;
    const bool from_signing = record.force.by == ForceBy::unknown && works_from_signing(record.kind);
    return from_signing ? of_all_parties(record, reading, signing, end) : std::nullopt;
}

// The last day of the running term on `day`. A tacit term runs on for as long as nobody ends it.
std::optional<Date> term_end(const InstrumentRecord& record, const Reading& reading, Date day, End end) {
    if (!record.term) return std::nullopt;
    const Term& term = *record.term;
    const std::optional<Date> begun = term.from == TermFrom::signature ? of_all_parties(record, reading, signing, end) : force_day(record, reading, end);
    if (!begun) return std::nullopt;
    const unsigned again = term.renewal_months != 0 ? term.renewal_months : term.months;
    unsigned months = term.months;
    Date last = plus_months(*begun, months);
    for (const Step* one : reading) {
        if (one->taken.step != renewal) continue;
        months += again;
        last = one->taken.until ? *one->taken.until : plus_months(*begun, months);
    }
    if (!term.tacit) return last;
    const Date base = last;
    for (unsigned more = again; last < day && last.in_range(); more += again) last = plus_months(base, more);
    return last;
}

// The furthest of the steps on the way into force.
Standing before_force(const InstrumentRecord& record, const Reading& reading) {
    const bool all_signed = of_all_parties(record, reading, signing, End::latest).has_value() ||
                            std::ranges::any_of(reading, [](const Step* one) { return one->taken.step != signing && is_said(*one, signing); });
    if (all_signed || has(reading, text_notice)) {
        const bool under_way = has(reading, procedures) || has(reading, notice) || has(reading, exchange);
        return under_way ? Standing::in_procedure : Standing::signed_by_all;
    }
    if (has(reading, signing)) return Standing::partly_signed;
    if (has(reading, empowerment)) return Standing::empowered;
    if (has(reading, authorisation)) return Standing::authorised;
    if (has(reading, initialling)) return Standing::initialled;
    if (has(reading, text_agreed)) return Standing::text_agreed;
    if (has(reading, talks)) return Standing::in_talks;
    return Standing::unrecorded;
}

// One reading of the record on one day.
Standing standing(const InstrumentRecord& record, const Reading& reading, Date day, End end) {
    const auto begun = force_day(record, reading, end);
    const bool said_in_force = std::ranges::any_of(reading, [](const Step* one) { return one->taken.step != force && is_said(*one, force); });
    const bool in_force = said_in_force || (begun && *begun <= day);
    Standing now = in_force ? Standing::in_force : before_force(record, reading);
    for (const Step* one : reading) {
        if (one->taken.step == suspension) now = Standing::suspended;
        if (one->taken.step == resumption && now == Standing::suspended) now = Standing::in_force;
        if (one->taken.step == termination) return Standing::terminated;
        if (one->taken.step == lapse) return Standing::lapsed;
    }
    const auto last = term_end(record, reading, day, end);
    return in_force && last && *last < day ? Standing::lapsed : now;
}

// Steps with the day on which each is sure to have been taken, or was at the earliest, in order.
Reading in_order(Steps steps) {
    Reading all;
    for (const Step* one : steps) {
        if (!one->withdrawn) all.push_back(one);
    }
    std::ranges::stable_sort(all, [](const Step* one, const Step* other) {
        return std::pair(one->span().from, one->taken.number) < std::pair(other->span().from, other->taken.number);
    });
    return all;
}

bool is_sure_on(const Step& step, Date day) { return !step.taken.unverified && step.span().to <= day; }
bool is_possible_on(const Step& step, Date day) { return step.span().from <= day; }

// Sure steps, and the first `more` of those that may have been taken.
Reading reading_with(const Reading& ordered, Date day, std::size_t more) {
    Reading reading;
    for (const Step* one : ordered) {
        if (is_sure_on(*one, day)) {
            reading.push_back(one);
        } else if (is_possible_on(*one, day) && more > 0) {
            reading.push_back(one);
            --more;
        }
    }
    return reading;
}

std::size_t open_on(const Reading& ordered, Date day) {
    return static_cast<std::size_t>(std::ranges::count_if(ordered, [&](const Step* one) { return is_possible_on(*one, day) && !is_sure_on(*one, day); }));
}

Standings standings_of(const InstrumentRecord& record, const Reading& ordered, Date day) {
    Standings found;
    for (std::size_t more = 0, open = open_on(ordered, day); more <= open; ++more) {
        const Reading reading = reading_with(ordered, day, more);
        found.add(standing(record, reading, day, End::earliest));
        found.add(standing(record, reading, day, End::latest));
    }
    return found;
}

Reading sure_by(Steps steps, Date as_at) {
    Reading sure;
    for (const Step* one : in_order(steps)) {
        if (!one->taken.unverified && one->span().from <= as_at) sure.push_back(one);
    }
    return sure;
}

using DayOf = std::optional<Date> (*)(const InstrumentRecord&, const Reading&, End);

std::optional<Period> between(const InstrumentRecord& record, const Reading& reading, DayOf day_of_end) {
    const auto from = day_of_end(record, reading, End::earliest);
    const auto to = day_of_end(record, reading, End::latest);
    if (!from || !to) return std::nullopt;
    return Period{*from, *to};
}

Date effect_day(const EffectClause& clause, Date in_force) {
    if (clause.from == EffectFrom::on_force) return in_force;
    const int year = clause.from == EffectFrom::next_calendar_year ? in_force.year() + 1 : in_force.year();
    const Date least = clause.from == EffectFrom::next_calendar_year ? Date::from_ymd(year, 1, 1).value_or(in_force) : in_force;
    const Date begins = Date::from_ymd(year, clause.month, clause.day).value_or(least);
    return begins >= least ? begins : plus_months(begins, 12);
}

}  // namespace

Date plus_months(Date day, unsigned months) {
    const auto ymd = day.calendar();
    const auto month = std::chrono::year_month(ymd.year(), ymd.month()) + std::chrono::months(months);
    const auto last = std::chrono::year_month_day_last(month.year(), std::chrono::month_day_last(month.month()));
    return dates::of(std::chrono::year_month_day(month.year(), month.month(), std::min(ymd.day(), last.day())));
}

Period Step::span() const {
    Period span = taken.date;
    for (const OtherDate& other : others) {
        span.from = std::min(span.from, other.date.from);
        span.to = std::max(span.to, other.date.to);
    }
    return span;
}

std::optional<Standing> Standings::known() const {
    if (!is_known()) return std::nullopt;
    return all().front();
}

std::vector<Standing> Standings::all() const {
    std::vector<Standing> found;
    for_each_enumerator<Standing>([&](std::string_view, Standing one) {
        if (has(one)) found.push_back(one);
    });
    return found;
}

Standings Life::on(Date day) const {
    const auto after = std::ranges::upper_bound(stretches, day, {}, &Stretch::from);
    return after == stretches.begin() ? Standings(Standing::unrecorded) : std::prev(after)->standings;
}

Standings standings_on(const InstrumentRecord& record, Steps steps, Date day) { return standings_of(record, in_order(steps), day); }

Life life_of(const InstrumentRecord& record, Steps steps) {
    const Reading ordered = in_order(steps);
    std::set<Date> days;
    for (const Step* one : ordered) {
        days.insert(one->span().from);
        days.insert(one->span().to);
    }
    // A clause or a term changes the standing on days of its own, which follow from the steps known by then.
    for (const Date day : std::set<Date>(days)) {
        for (std::size_t more = 0, open = open_on(ordered, day); more <= open; ++more) {
            const Reading reading = reading_with(ordered, day, more);
            for (const End end : {End::earliest, End::latest}) {
                if (const auto begins = force_day(record, reading, end)) days.insert(std::max(*begins, day));
                const bool ends = record.term && !record.term->tacit;
                if (const auto last = ends ? term_end(record, reading, day, end) : std::nullopt) days.insert(std::max(last->plus_days(1), day));
            }
        }
    }
    Life life;
    for (const Date day : days) {
        const Standings now = standings_of(record, ordered, day);
        const Standings before = life.stretches.empty() ? Standings(Standing::unrecorded) : life.stretches.back().standings;
        if (now != before) life.stretches.push_back({day, now});
    }
    return life;
}

std::optional<Period> force_by_clause(const InstrumentRecord& record, Steps steps, Date as_at) {
    return between(record, sure_by(steps, as_at), clause_day);
}

const Step* recorded_force(Steps steps, Date as_at) {
    for (const Step* one : sure_by(steps, as_at)) {
        if (one->taken.step == force) return one;
    }
    return nullptr;
}

std::optional<Period> force_of(const InstrumentRecord& record, Steps steps, Date as_at) {
    return between(record, sure_by(steps, as_at), force_day);
}

std::optional<Period> signed_by_all(const InstrumentRecord& record, Steps steps, Date as_at) {
    return between(record, sure_by(steps, as_at), [](const InstrumentRecord& its, const Reading& reading, End end) {
        return of_all_parties(its, reading, signing, end);
    });
}

std::optional<Period> effect_by_clause(const InstrumentRecord& record, Steps steps, const JurisdictionId& place, Date as_at) {
    const auto clause = std::ranges::find(record.effects, place, &EffectClause::place);
    if (clause == record.effects.end() || clause->from == EffectFrom::unknown) return std::nullopt;
    if (clause->from == EffectFrom::fixed_date) return clause->fixed ? std::optional(Period{*clause->fixed, *clause->fixed}) : std::nullopt;
    const auto in_force = force_of(record, steps, as_at);
    if (!in_force) return std::nullopt;
    return Period{effect_day(*clause, in_force->from), effect_day(*clause, in_force->to)};
}

std::optional<Period> last_day_of_term(const InstrumentRecord& record, Steps steps, Date as_at) {
    const Reading reading = sure_by(steps, as_at);
    const auto from = term_end(record, reading, as_at, End::earliest);
    const auto to = term_end(record, reading, as_at, End::latest);
    if (!from || !to) return std::nullopt;
    return Period{*from, *to};
}

}  // namespace ponte::accords
