#include "desks/accords/queries_shown.h"

#include <algorithm>

namespace ponte::accords {

namespace {

// Since when it stands as it does: before the first day on which that is sure, days may lie on which it stood so already.
std::optional<Period> since_on(const Life& life, Date on) {
    std::optional<Period> since;
    const std::vector<Stretch>& all = life.stretches;
    const auto after = std::ranges::upper_bound(all, on, {}, &Stretch::from);
    if (after == all.begin()) return since;
    auto one = std::prev(after);
    since = Period{one->from, one->from};
    const auto known = one->standings.known();
    while (known && one != all.begin() && std::prev(one)->standings.in(*known) == ponte::Answer::unknown) since->from = (--one)->from;
    return since;
}

bool is_a_day(const std::optional<Period>& period) { return period && period->from == period->to; }

ActivityRow row_of(const ActivityId& id, const Activity& activity, Date on) {
    const ActivityStanding standing = standing_on(activity, on);
    ActivityRow row{.activity = id, .standing = standing};
    const ActivityPlanned* plan = activity.plans.empty() ? nullptr : &activity.plans.back();
    if (plan != nullptr) {
        row.names = plan->names;
        row.date = plan->planned;
        row.place = plan->place;
        row.note = plan->note;
    }
    if (standing == ActivityStanding::held) {
        row.names = activity.held->names;
        row.date = activity.held->date;
        row.place = activity.held->place;
        row.outcome = activity.held->outcome;
        row.evidence = activity.held->evidence;
    }
    if (standing == ActivityStanding::cancelled) row.reason = activity.cancelled->reason;
    row.times_planned = static_cast<std::uint16_t>(activity.plans.size());
    row.stage = activity.stage;
    row.body = activity.body;
    row.entry = activity.sequence;
    return row;
}

}  // namespace

Stood shown(Standings standings) {
    if (const auto known = standings.known()) return {.standing = known, .possible = {}};
    return {.standing = {}, .possible = standings.all()};
}

std::optional<std::int32_t> days_between(const std::optional<Period>& from, const std::optional<Period>& to) {
    if (!is_a_day(from) || !is_a_day(to)) return std::nullopt;
    return to->from.day - from->from.day;
}

std::vector<const Step*> steps_known_on(const Seen& seen, const Instrument& instrument, Date on) {
    std::vector<const Step*> known;
    for (const Step* one : seen.steps(instrument)) {
        if (!one->withdrawn && (one->span().from <= on || one->recorded.date() <= on)) known.push_back(one);
    }
    std::ranges::stable_sort(known, [](const Step* one, const Step* other) {
        return std::pair(one->span().from, one->taken.number) < std::pair(other->span().from, other->taken.number);
    });
    return known;
}

const Step* last_step_on(const Seen& seen, const Instrument& instrument, Date on) {
    const Step* last = nullptr;
    for (const Step* one : steps_known_on(seen, instrument, on)) {
        if (one->taken.unverified || one->span().to > on) continue;
        if (last == nullptr || last->span().to <= one->span().to) last = one;
    }
    return last;
}

std::optional<Period> date_of(const std::vector<const Step*>& steps, StepKind kind, Date on) {
    for (const Step* one : steps) {
        if (one->taken.step == kind && !one->taken.unverified && one->span().from <= on) return one->span();
    }
    return std::nullopt;
}

InstrumentRow row_of(const Seen& seen, const InstrumentId& id, const Instrument& instrument, Date on) {
    const InstrumentRecord& record = instrument.record();
    Confidence best = Confidence::unverified;
    for (const Source& one : record.sources) best = std::min(best, one.confidence);
    InstrumentRow row{.instrument = id,
                      .kind = record.kind,
                      .names = record.names,
                      .name_statuses = record.name_statuses,
                      .parties = record.parties,
                      .stood = shown(seen.standings_on(instrument, on)),
                      .text_reference = record.text_reference,
                      .confidence = best,
                      .live = instrument.live,
                      .stage = instrument.stage,
                      .body = instrument.body,
                      .entry = instrument.versions.back().sequence};
    row.since = since_on(seen.life(instrument), on);
    if (row.since) row.days = on.day - row.since->to.day;
    if (const Step* last = last_step_on(seen, instrument, on)) {
        row.last_step = last->taken.step;
        row.last_step_date = last->span();
    }
    return row;
}

bool is_asked_for(const std::vector<InstrumentKind>& kinds, InstrumentKind kind) {
    return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end();
}

std::vector<JurisdictionId> partners_of(const Instrument& instrument) {
    std::vector<JurisdictionId> partners;
    for (const Party& party : instrument.record().parties) {
        if (party.place.value != "MO") partners.push_back(party.place);
    }
    return partners;
}

bool is_with(const Looking& looking, const Instrument& instrument, const directory::SetId& set, Date on) {
    const std::vector<JurisdictionId> members = looking.jurisdictions.members_on(set, on);
    return std::ranges::any_of(partners_of(instrument), [&](const JurisdictionId& one) { return std::ranges::find(members, one) != members.end(); });
}

const Threshold* threshold_of(const Seen& seen, Standing standing, InstrumentKind kind) {
    const Thresholds& thresholds = seen.thresholds();
    auto found = thresholds.find({standing, kind});
    if (found == thresholds.end()) found = thresholds.find({standing, std::nullopt});
    return found == thresholds.end() ? nullptr : &found->second;
}

ActivityStanding standing_on(const Activity& activity, Date on) {
    if (activity.held && activity.held->date.from <= on) return ActivityStanding::held;
    if (activity.cancelled && activity.cancelled->date <= on) return ActivityStanding::cancelled;
    const bool is_over = !activity.plans.empty() && activity.plans.back().planned.to < on;
    return is_over ? ActivityStanding::passed : ActivityStanding::planned;
}

std::vector<ActivityRow> activities_on(const Seen& seen, const Instrument& instrument, Date on) {
    std::vector<ActivityRow> rows;
    for (const auto& [id, activity] : instrument.activities) {
        if (!seen.may_see(activity)) continue;
        // What was held later without having been planned is nothing on this day.
        const bool only_later = activity.plans.empty() && standing_on(activity, on) != ActivityStanding::held;
        if (!only_later) rows.push_back(row_of(id, activity, on));
    }
    std::ranges::stable_sort(rows, {}, [](const ActivityRow& one) { return one.date.from; });
    return rows;
}

}  // namespace ponte::accords
