// Decisions about the record of an instrument: what it is, between whom, and by which clauses it lives.

#include "desks/accords/lawful.h"
#include "desks/accords/refusals.h"
#include "desks/accords/rules.h"

#include <algorithm>
#include <set>

namespace ponte::accords {

namespace {

constexpr std::uint16_t count_max = 3'650;
constexpr std::uint16_t months_max = 1'200;

std::optional<Refusal> refusal_of_parties(const View& view, const InstrumentRecord& record) {
    if (record.parties.size() < 2) return Refusal{refusals::parties_too_few, std::to_string(record.parties.size()), "/record/parties"};
    if (record.parties.size() > list_max) return Refusal{refusals::too_many, std::to_string(record.parties.size()), "/record/parties"};
    for (std::size_t i = 0; i < record.parties.size(); ++i) {
        const Party& party = record.parties[i];
        const std::string place = "/record/parties/" + std::to_string(i);
        for (std::size_t j = 0; j < i; ++j) {
            if (record.parties[j].place == party.place) return Refusal{refusals::instrument_with_itself, party.place.value, place + "/place"};
        }
        if (!view.jurisdictions.by_id.contains(party.place)) return Refusal{refusals::place_unknown, beginning_of(party.place.value), place + "/place"};
        if (auto no = refusal_of_names(party.organ, place + "/organ")) return no;
        const bool of_organs = is_tie(record.kind) || record.kind == InstrumentKind::fiu_memorandum;
        if (of_organs && party.organ.empty() && party.place.value != "MO") return Refusal{refusals::organ_missing, party.place.value, place + "/organ"};
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_words(const InstrumentRecord& record) {
    if (record.names.empty()) return Refusal{refusals::text_missing, "", "/record/names"};
    if (auto no = refusal_of_names(record.names, "/record/names")) return no;
    std::set<Language> stated;
    for (std::size_t i = 0; i < record.name_statuses.size(); ++i) {
        const Language language = record.name_statuses[i].language;
        if (record.names.in(language).empty() || !stated.insert(language).second) {
            return Refusal{refusals::name_status_impossible, std::string(name_of(language)), "/record/name_statuses/" + std::to_string(i)};
        }
    }
    for (const auto& [text, place] : {std::pair{&record.text_reference, "/record/text_reference"},
                                      {&record.territory_note, "/record/territory_note"},
                                      {&record.note, "/record/note"},
                                      {&record.force.clause, "/record/force/clause"}}) {
        if (auto no = refusal_of_text(*text, place)) return no;
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_clauses(const InstrumentRecord& record) {
    const ForceClause& force = record.force;
    const bool fixed = force.by == ForceBy::fixed_date;
    if (force.count > count_max || fixed != force.fixed.has_value() || (force.by == ForceBy::other && force.clause.empty())) {
        return Refusal{refusals::clause_impossible, std::string(name_of(force.by)), "/record/force"};
    }
    if (record.effects.size() > list_max) return Refusal{refusals::too_many, std::to_string(record.effects.size()), "/record/effects"};
    for (std::size_t i = 0; i < record.effects.size(); ++i) {
        const EffectClause& effect = record.effects[i];
        const std::string place = "/record/effects/" + std::to_string(i);
        const auto same = [&](const EffectClause& other) { return other.place == effect.place; };
        const bool of_party = std::ranges::any_of(record.parties, [&](const Party& party) { return party.place == effect.place; });
        // A leap day would begin a tax year in one year of four.
        const bool day_is = Date::from_ymd(2001, effect.month, effect.day).has_value();
        const bool once = std::ranges::count_if(record.effects, same) == 1;
        if (!of_party || !day_is || !once || (effect.from == EffectFrom::fixed_date) != effect.fixed.has_value()) {
            return Refusal{refusals::effect_impossible, beginning_of(effect.place.value), place};
        }
        if (auto no = refusal_of_text(effect.clause, place + "/clause")) return no;
    }
    if (record.term && (record.term->months == 0 || record.term->months > months_max || record.term->renewal_months > months_max ||
                        record.term->notice_days > count_max)) {
        return Refusal{refusals::term_impossible, std::to_string(record.term->months), "/record/term"};
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_sources(const InstrumentRecord& record) {
    if (record.sources.empty()) return Refusal{refusals::source_missing, "", "/record/sources"};
    if (record.sources.size() > list_max) return Refusal{refusals::too_many, std::to_string(record.sources.size()), "/record/sources"};
    for (std::size_t i = 0; i < record.sources.size(); ++i) {
        if (auto no = refusal_of_source(record.sources[i], "/record/sources/" + std::to_string(i))) return no;
    }
    return std::nullopt;
}

// Whether `from` rests, through what it amends, replaces or stands under, on `id`.
bool rests_on(const State& state, const InstrumentId& from, const InstrumentId& id, std::set<InstrumentId>& been) {
    if (from == id) return true;
    if (!been.insert(from).second) return false;
    const auto found = state.instruments.find(from);
    if (found == state.instruments.end()) return false;
    const InstrumentRecord& record = found->second.record();
    const auto leads = [&](const InstrumentId& next) { return rests_on(state, next, id, been); };
    return std::ranges::any_of(record.amends, leads) || std::ranges::any_of(record.replaces, leads) || (record.under && leads(*record.under));
}

std::optional<Refusal> refusal_of_links(const View& view, const InstrumentId& id, const InstrumentRecord& record) {
    if (record.kind == InstrumentKind::protocol && record.amends.empty()) return Refusal{refusals::amended_missing, id.value, "/record/amends"};
    std::vector<std::pair<InstrumentId, std::string>> links;
    for (std::size_t i = 0; i < record.amends.size(); ++i) links.emplace_back(record.amends[i], "/record/amends/" + std::to_string(i));
    for (std::size_t i = 0; i < record.replaces.size(); ++i) links.emplace_back(record.replaces[i], "/record/replaces/" + std::to_string(i));
    if (record.under) links.emplace_back(*record.under, "/record/under");
    if (links.size() > 2 * list_max) return Refusal{refusals::too_many, std::to_string(links.size()), "/record/amends"};
    for (const auto& [other, place] : links) {
        std::set<InstrumentId> been;
        if (rests_on(view.accords, other, id, been)) return Refusal{refusals::amendment_circular, other.value, place};
        if (seen_by_asker(view).instrument(other) == nullptr) return Refusal{refusals::instrument_unknown, beginning_of(other.value), place};
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_territories(const View& view, const InstrumentRecord& record) {
    if (record.territories.size() > list_max) return Refusal{refusals::too_many, std::to_string(record.territories.size()), "/record/territories"};
    for (std::size_t i = 0; i < record.territories.size(); ++i) {
        if (!view.jurisdictions.by_id.contains(record.territories[i])) {
            return Refusal{refusals::place_unknown, beginning_of(record.territories[i].value), "/record/territories/" + std::to_string(i)};
        }
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_record(const View& view, const InstrumentId& id, const InstrumentRecord& record) {
    if (auto no = refusal_of_words(record)) return no;
    if (auto no = refusal_of_parties(view, record)) return no;
    if (auto no = refusal_of_territories(view, record)) return no;
    if (auto no = refusal_of_clauses(record)) return no;
    if (auto no = refusal_of_sources(record)) return no;
    return refusal_of_links(view, id, record);
}

std::optional<Refusal> refusal_of_bodies(const View& view, const std::vector<BodyId>& bodies) {
    if (bodies.size() > list_max) return Refusal{refusals::too_many, std::to_string(bodies.size()), "/concerned"};
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        if (view.bodies.find(bodies[i]) == nullptr) return Refusal{refusals::body_unknown, beginning_of(bodies[i].value), "/concerned/" + std::to_string(i)};
    }
    return std::nullopt;
}

}  // namespace

Decision decide(const View& view, const RegisterInstrument& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.instrument.value)) return refuse(refusals::id_malformed, beginning_of(command.instrument.value), "/instrument");
    const Stage stage = command.stage.value_or(Stage::internal);
    if (stage > opens_up_to(view)) return refuse(refusals::stage_not_yours, std::string(name_of(stage)), "/stage");
    const BodyId body = command.body.value_or(view.asker.body);
    const directory::Body* keeper = view.bodies.find(body);
    if (keeper == nullptr) return refuse(refusals::body_unknown, beginning_of(body.value), "/body");
    const bool for_another = body != view.asker.body;
    if (for_another && (!has(view, access::Role::secretariat) || keeper->side != view.asker.side)) return refuse(refusals::body_not_yours, body.value, "/body");
    if (auto no = refusal_of_bodies(view, command.concerned)) return std::unexpected(*std::move(no));
    if (view.accords.instruments.contains(command.instrument)) return refuse(refusals::instrument_known, command.instrument.value, "/instrument");
    if (auto no = refusal_of_record(view, command.instrument, command.record)) return std::unexpected(*std::move(no));
    return std::vector<Event>{InstrumentRegistered{.instrument = command.instrument,
                                                   .live = command.live,
                                                   .record = command.record,
                                                   .stage = stage,
                                                   .body = body,
                                                   .side = keeper->side,
                                                   .concerned = command.concerned,
                                                   .blind = blind(view)}};
}

Decision decide(const View& view, const AmendRecord& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason)) return std::unexpected(*std::move(no));
    const Instrument& instrument = *TRY(own_instrument(view, command.instrument));
    if (auto no = refusal_of_record(view, command.instrument, command.record)) return std::unexpected(*std::move(no));
    if (command.record == instrument.record()) return refuse(refusals::nothing_changed, command.instrument.value, "/record");
    // A party that has taken a step cannot be written out of the instrument.
    for (const Step& one : instrument.steps) {
        const auto is_its = [&](const Party& party) { return one.taken.party == party.place; };
        if (one.withdrawn || !one.taken.party || std::ranges::any_of(command.record.parties, is_its)) continue;
        return refuse(refusals::step_needed, one.taken.party->value, "/record/parties");
    }
    return std::vector<Event>{RecordAmended{.instrument = command.instrument,
                                            .version = static_cast<std::uint16_t>(instrument.versions.size() + 1),
                                            .record = command.record,
                                            .reason = command.reason,
                                            .blind = blind(view)}};
}

Decision decide(const View& view, const MoveInstrument& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Instrument& instrument = *TRY(own_instrument(view, command.instrument));
    if (auto no = refusal_of_move(view, instrument.stage, command.to)) return std::unexpected(*std::move(no));
    return std::vector<Event>{InstrumentMoved{
        .instrument = command.instrument, .from = instrument.stage, .to = command.to, .blind = blind(view)}};
}

Decision decide(const View& view, const NameBodies& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_bodies(view, command.concerned)) return std::unexpected(*std::move(no));
    const Instrument& instrument = *TRY(own_instrument(view, command.instrument));
    // A body that was let in cannot let in others, nor put out its keeper's guests.
    const bool keeps = view.asker.body == instrument.body || has(view, access::Role::secretariat);
    if (!keeps) return refuse(refusals::body_not_yours, instrument.body.value, "/instrument");
    if (command.concerned == instrument.concerned) return refuse(refusals::nothing_changed, command.instrument.value, "/concerned");
    return std::vector<Event>{BodiesNamed{.instrument = command.instrument, .concerned = command.concerned, .reason = command.reason}};
}

}  // namespace ponte::accords
