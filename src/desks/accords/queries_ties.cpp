#include "desks/accords/queries_ties.h"

#include "desks/accords/queries_shown.h"

#include <algorithm>

namespace ponte::accords {

namespace {

constexpr std::uint16_t idle_months_usual = 24;

// Whether more than so many months have gone by since a day that may be known only roughly.
ponte::Answer is_idle(const std::optional<Period>& since, Date on, std::uint16_t months) {
    if (!since) return ponte::Answer::unknown;
    const bool at_the_earliest = plus_months(since->from, months) < on;
    const bool at_the_latest = plus_months(since->to, months) < on;
    if (at_the_earliest != at_the_latest) return ponte::Answer::unknown;
    return at_the_latest ? ponte::Answer::yes : ponte::Answer::no;
}

TieRow row_of(const Seen& seen, const InstrumentId& id, const Instrument& instrument, Date on, std::uint16_t idle_months) {
    const InstrumentRecord& record = instrument.record();
    const std::vector<const Step*> steps = seen.steps(instrument);
    TieRow row{.row = accords::row_of(seen, id, instrument, on), .signed_on = signed_by_all(record, steps, on)};
    for (const Step* one : steps) {
        if (one->withdrawn || one->taken.step != StepKind::signing || one->span().from > on) continue;
        for (const OtherDate& other : one->others) row.contradicting.push_back(other.date);
    }
    row.last_day_of_term = last_day_of_term(record, steps, on);
    row.tacit = record.term && record.term->tacit;
    if (row.last_day_of_term && row.last_day_of_term->from == row.last_day_of_term->to) row.days_to_term = row.last_day_of_term->to.day - on.day;
    for (const ActivityRow& one : activities_on(seen, instrument, on)) {
        if (one.standing == ActivityStanding::held) {
            ++row.held;
            if (!row.last_activity || row.last_activity->date.to <= one.date.to) row.last_activity = one;
        }
        if (one.standing == ActivityStanding::planned) {
            ++row.planned;
            if (!row.next) row.next = one;
        }
        if (one.standing == ActivityStanding::passed) ++row.passed;
    }
    const std::optional<Period> since = row.last_activity ? std::optional(row.last_activity->date) : row.signed_on;
    row.idle_days = days_between(since, Period{on, on});
    row.idle = is_idle(since, on, idle_months);
    return row;
}

}  // namespace

TiesAnswer answer(const Looking& looking, const TiesQuery& query) {
    const Seen seen = looking.seen();
    TiesAnswer shown{.on = query.on.value_or(looking.today()), .idle_months = query.idle_months.value_or(idle_months_usual), .ties = {}};
    for (const auto& [id, instrument] : seen.instruments()) {
        if (!is_tie(instrument->record().kind) || !is_asked_for(query.kinds, instrument->record().kind)) continue;
        if (query.partner && !instrument->has_party(*query.partner)) continue;
        TieRow row = row_of(seen, id, *instrument, shown.on, shown.idle_months);
        if (!query.idle_only || row.idle != ponte::Answer::no) shown.ties.push_back(std::move(row));
    }
    return shown;
}

TieAnswer answer(const Looking& looking, const TieQuery& query) {
    const Seen seen = looking.seen();
    TieAnswer shown{.on = query.on.value_or(looking.today()), .tie = {}, .activities = {}};
    const Instrument* instrument = seen.instrument(query.instrument);
    if (instrument == nullptr || !is_tie(instrument->record().kind)) return shown;
    shown.tie = row_of(seen, query.instrument, *instrument, shown.on, query.idle_months.value_or(idle_months_usual));
    shown.activities = activities_on(seen, *instrument, shown.on);
    return shown;
}

}  // namespace ponte::accords
