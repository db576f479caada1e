#include "desks/accords/queries_instruments.h"

#include "desks/accords/queries_shown.h"
#include "desks/accords/steps.h"

#include <algorithm>
#include <array>

namespace ponte::accords {

namespace {

using enum StepKind;

StepRow row_of(const Step& step, Date on) {
    const StepTaken& taken = step.taken;
    StepRow row{.number = taken.number,
                .step = taken.step,
                .party = taken.party,
                .date = taken.date,
                .days_since_last = {},
                .unverified = taken.unverified,
                .retroactive = taken.retroactive,
                .withdrawn = step.withdrawn,
                .ahead = step.span().from > on,
                .earlier_unknown = taken.earlier_unknown,
                .signatory = taken.signatory,
                .document = taken.document,
                .by = taken.by,
                .until = taken.until,
                .note = taken.note,
                .evidence = taken.evidence,
                .stage = step.stage,
                .entry = step.sequence};
    for (const OtherDate& one : step.others) {
        row.other_evidence.push_back(one.evidence);
        row.other_dates.push_back(one.date);
    }
    for (const FormerDate& one : step.former) {
        row.former_dates.push_back(one.date);
        row.former_reasons.push_back(one.reason);
    }
    return row;
}

std::vector<StepRow> step_rows(const Seen& seen, const Instrument& instrument, Date on) {
    std::vector<StepRow> rows;
    const Step* before = nullptr;
    for (const Step* one : steps_known_on(seen, instrument, on)) {
        rows.push_back(row_of(*one, on));
        if (before != nullptr) rows.back().days_since_last = days_between(before->span(), one->span());
        before = one;
    }
    // What was withdrawn is history of the record: it stands at the end, and counts for nothing.
    for (const Step* one : seen.steps(instrument)) {
        if (one->withdrawn && one->span().from <= on) rows.push_back(row_of(*one, on));
    }
    return rows;
}

std::vector<LifeRow> life_rows(const Seen& seen, const Instrument& instrument, Date on) {
    std::vector<LifeRow> rows;
    for (const Stretch& one : seen.life(instrument).stretches) {
        if (one.from > on) break;
        if (!rows.empty()) rows.back().to = one.from.plus_days(-1);
        rows.push_back({.stood = shown(one.standings), .from = one.from, .to = {}, .days = 0});
    }
    for (LifeRow& row : rows) row.days = (row.to ? row.to->plus_days(1) : on).day - row.from.day;
    return rows;
}

ComputedDates dates_of(const InstrumentRecord& record, const std::vector<const Step*>& steps, Date on) {
    ComputedDates dates{.signed_by_all = signed_by_all(record, steps, on),
                        .force_by_clause = force_by_clause(record, steps, on),
                        .force_recorded = {},
                        .force_difference_days = {},
                        .signature_to_force_days = {},
                        .text_lag_days = {},
                        .force_lag_days = {},
                        .last_day_of_term = last_day_of_term(record, steps, on)};
    if (const Step* recorded = recorded_force(steps, on)) dates.force_recorded = recorded->span();
    dates.force_difference_days = days_between(dates.force_by_clause, dates.force_recorded);
    const auto in_force = force_of(record, steps, on);
    // A day that the clause gives for later is no entry into force yet.
    const bool has_begun = in_force && in_force->to <= on;
    if (has_begun) dates.signature_to_force_days = days_between(dates.signed_by_all, in_force);
    dates.text_lag_days = days_between(dates.signed_by_all, date_of(steps, text_notice, on));
    if (has_begun) dates.force_lag_days = days_between(in_force, date_of(steps, force_notice, on));
    return dates;
}

std::vector<EffectRow> effect_rows(const InstrumentRecord& record, const std::vector<const Step*>& steps, Date on) {
    std::vector<EffectRow> rows;
    for (const EffectClause& one : record.effects) {
        EffectRow row{.place = one.place, .by_clause = effect_by_clause(record, steps, one.place, on), .clause = one.clause};
        for (const Step* step : steps) {
            const bool its = step->taken.step == effect && step->taken.party == one.place && step->span().from <= on;
            if (its && !step->taken.unverified) row.recorded = step->span();
        }
        row.difference_days = days_between(row.by_clause, row.recorded);
        rows.push_back(row);
    }
    return rows;
}

std::vector<JurisdictionId> parties_without(const Instrument& instrument, StepKind step) {
    std::vector<JurisdictionId> without;
    for (const Party& party : instrument.record().parties) {
        const bool taken = std::ranges::any_of(instrument.steps, [&](const Step& one) {
            return !one.withdrawn && one.taken.step == step && (!one.taken.party || *one.taken.party == party.place);
        });
        if (!taken) without.push_back(party.place);
    }
    return without;
}

bool is_taken(const Instrument& instrument, StepKind step) {
    if (is_of_a_party(step)) return parties_without(instrument, step).empty();
    return std::ranges::any_of(instrument.steps, [&](const Step& one) { return !one.withdrawn && one.taken.step == step; });
}

// Whether the way of this instrument knows the step at all.
bool belongs_to(const State& state, const Instrument& instrument, StepKind step) {
    const InstrumentRecord& record = instrument.record();
    if (step == authorisation || step == empowerment) {
        const Way way = way_of(state, instrument);
        return std::ranges::any_of(rules(), [&](const Rule& rule) { return rule.way == way && (rule.step == step || rule.paper == step); });
    }
    if (step == notice) return record.force.by == ForceBy::last_notice;
    if (step == exchange) return record.force.by == ForceBy::exchange;
    if (step == force) return record.force.by != ForceBy::signature && !(record.force.by == ForceBy::unknown && works_from_signing(record.kind));
    if (step == effect) return !record.effects.empty();
    if (step == renewal) return record.term.has_value() && !record.term->tacit;
    return true;
}

NextRow next_row(const State& state, const Instrument& instrument, StepKind step) {
    NextRow row{.step = step, .missing = papers_missing(state, instrument, step)};
    if (is_of_a_party(step)) row.parties = parties_without(instrument, step);
    if (row.missing.empty()) return row;
    for (const Rule& rule : rules()) {
        const bool of_way = !rule.way || *rule.way == way_of(state, instrument);
        if (!of_way || rule.step != step || rule.paper != row.missing.front()) continue;
        row.source = rule.source;
        row.basis = rule.basis;
    }
    return row;
}

std::vector<NextRow> next_rows(const State& state, const Instrument& instrument) {
    constexpr std::array on_the_way{talks, text_agreed, initialling, authorisation, empowerment, signing};
    constexpr std::array afterwards{text_notice, procedures, notice, exchange, force, force_notice, effect, renewal};
    std::vector<NextRow> rows;
    if (ending_of(instrument) != nullptr) return rows;
    // Before the signing, nothing is proposed that lies behind what was done already.
    std::size_t first = 0;
    for (std::size_t i = 0; i < on_the_way.size(); ++i) {
        if (is_taken(instrument, on_the_way[i])) first = i + 1;
    }
    if (std::ranges::any_of(afterwards, [&](StepKind one) { return is_taken(instrument, one); })) first = on_the_way.size();
    for (std::size_t i = first; i < on_the_way.size(); ++i) {
        if (belongs_to(state, instrument, on_the_way[i])) rows.push_back(next_row(state, instrument, on_the_way[i]));
    }
    for (const StepKind step : afterwards) {
        if ((is_repeated(step) || !is_taken(instrument, step)) && belongs_to(state, instrument, step)) rows.push_back(next_row(state, instrument, step));
    }
    return rows;
}

bool names(const std::vector<InstrumentId>& list, const InstrumentId& id) { return std::ranges::find(list, id) != list.end(); }

}  // namespace

InstrumentsAnswer answer(const Looking& looking, const InstrumentsQuery& query) {
    const Seen seen = looking.seen();
    InstrumentsAnswer shown{.on = query.on.value_or(looking.today()), .instruments = {}};
    for (const auto& [id, instrument] : seen.instruments()) {
        if (!is_asked_for(query.kinds, instrument->record().kind)) continue;
        if (query.partner && !instrument->has_party(*query.partner)) continue;
        if (query.partners && !is_with(looking, *instrument, *query.partners, shown.on)) continue;
        if (query.body && *query.body != instrument->body) continue;
        if (query.live && *query.live != instrument->live) continue;
        if (query.standing && !seen.standings_on(*instrument, shown.on).has(*query.standing)) continue;
        shown.instruments.push_back(row_of(seen, id, *instrument, shown.on));
    }
    return shown;
}

InstrumentAnswer answer(const Looking& looking, const InstrumentQuery& query) {
    const Seen seen = looking.seen();
    InstrumentAnswer shown{.on = query.on.value_or(looking.today()), .instrument = {}};
    const Instrument* instrument = seen.instrument(query.instrument);
    if (instrument == nullptr) return shown;
    const InstrumentRecord& record = instrument->record();
    const std::vector<const Step*> steps = seen.steps(*instrument);
    InstrumentShown& full = shown.instrument.emplace();
    full.row = row_of(seen, query.instrument, *instrument, shown.on);
    full.way = way_of(looking.accords, *instrument);
    for (std::size_t i = 0; i < instrument->versions.size(); ++i) {
        const RecordVersion& one = instrument->versions[i];
        full.records.push_back({.version = static_cast<std::uint16_t>(i + 1), .record = one.record, .reason = one.reason, .recorded = one.recorded, .entry = one.sequence});
    }
    full.steps = step_rows(seen, *instrument, shown.on);
    full.life = life_rows(seen, *instrument, shown.on);
    full.dates = dates_of(record, steps, shown.on);
    full.effects = effect_rows(record, steps, shown.on);
    // What is missing tells of every step, also of those that not everyone sees.
    if (seen.is_concerned(*instrument)) {
        full.next = next_rows(looking.accords, *instrument);
        full.concerned = instrument->concerned;
    }
    for (const auto& [id, other] : seen.instruments()) {
        if (names(other->record().amends, query.instrument)) full.amended_by.push_back(id);
        if (names(other->record().replaces, query.instrument)) full.replaced_by.push_back(id);
        if (other->record().under == query.instrument) full.foreseen_here.push_back(id);
    }
    return shown;
}

RulesAnswer answer(const Looking&, const RulesQuery& query) {
    RulesAnswer shown;
    for (const Rule& rule : rules()) {
        if (query.way && rule.way && *rule.way != *query.way) continue;
        shown.rules.push_back({.way = rule.way, .step = rule.step, .paper = rule.paper, .group = rule.group, .basis = rule.basis, .source = std::string(rule.source)});
    }
    return shown;
}

}  // namespace ponte::accords
