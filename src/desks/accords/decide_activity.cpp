// Decisions about what is done under the ties of cities.

#include "desks/accords/lawful.h"
#include "desks/accords/refusals.h"
#include "desks/accords/rules.h"

#include <algorithm>

namespace ponte::accords {

namespace {

// A tie may have activities of bodies that do not keep its file: whoever sees it and records may.
Outcome<const Instrument*> tie(const View& view, const InstrumentId& id) {
    const Instrument* instrument = TRY(seen_instrument(view, id));
    if (!is_tie(instrument->record().kind)) return refuse(refusals::not_a_tie, id.value, "/instrument");
    return instrument;
}

const Activity* activity_of(const Instrument& instrument, const ActivityId& id) {
    const auto found = instrument.activities.find(id);
    return found == instrument.activities.end() ? nullptr : &found->second;
}

std::optional<Refusal> refusal_of_standing(const View& view, const Activity* known, const ActivityId& id) {
    if (known == nullptr) return std::nullopt;
    if (known->body != view.asker.body && !has(view, access::Role::secretariat)) return Refusal{refusals::body_not_yours, known->body.value, "/activity"};
    if (known->held || known->cancelled) return Refusal{refusals::activity_settled, id.value, "/activity"};
    return std::nullopt;
}

}  // namespace

Decision decide(const View& view, const PlanActivity& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.activity.value)) return refuse(refusals::id_malformed, beginning_of(command.activity.value), "/activity");
    if (command.names.empty()) return refuse(refusals::text_missing, command.activity.value, "/names");
    if (auto no = refusal_of_names(command.names, "/names")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_text(command.place, "/place")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_text(command.note.value_or(""), "/note")) return std::unexpected(*std::move(no));
    const Instrument& instrument = *TRY(tie(view, command.instrument));
    const Stage stage = TRY(stage_of(view, instrument, command.stage));
    const Activity* known = activity_of(instrument, command.activity);
    if (auto no = refusal_of_standing(view, known, command.activity)) return std::unexpected(*std::move(no));
    if (known != nullptr && stage < known->stage) return refuse(refusals::stage_not_forward, std::string(name_of(known->stage)), "/stage");
    ActivityPlanned event{.instrument = command.instrument,
                          .activity = command.activity,
                          .names = command.names,
                          .planned = command.planned,
                          .place = command.place,
                          .note = command.note.value_or(""),
                          .stage = stage,
                          .body = known == nullptr ? view.asker.body : known->body,
                          .side = known == nullptr ? view.asker.side : known->side,
                          .blind = blind(view)};
    if (known != nullptr) {
        ActivityPlanned last = known->plans.back();
        last.blind = event.blind;
        if (last == event) return refuse(refusals::nothing_changed, command.activity.value, "/planned");
    }
    return std::vector<Event>{event};
}

Decision decide(const View& view, const HoldActivity& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.activity.value)) return refuse(refusals::id_malformed, beginning_of(command.activity.value), "/activity");
    if (auto no = refusal_of_names(command.names, "/names")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_text(command.place.value_or(""), "/place")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_text(command.outcome.value_or(""), "/outcome", text_bytes_max)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_source(command.evidence.source, "/evidence/source")) return std::unexpected(*std::move(no));
    if (command.evidence.source.confidence == Confidence::unverified) {
        return refuse(refusals::evidence_unverified, beginning_of(command.evidence.source.reference), "/evidence/source/confidence");
    }
    if (command.date.to > view.today()) return refuse(refusals::date_in_future, command.date.to_text(), "/date");
    const Instrument& instrument = *TRY(tie(view, command.instrument));
    const Stage stage = TRY(stage_of(view, instrument, command.stage));
    const Activity* known = activity_of(instrument, command.activity);
    if (auto no = refusal_of_standing(view, known, command.activity)) return std::unexpected(*std::move(no));
    if (known == nullptr && command.names.empty()) return refuse(refusals::text_missing, command.activity.value, "/names");
    if (known != nullptr && stage < known->stage) return refuse(refusals::stage_not_forward, std::string(name_of(known->stage)), "/stage");
    const ActivityPlanned* plan = known == nullptr || known->plans.empty() ? nullptr : &known->plans.back();
    return std::vector<Event>{ActivityHeld{.instrument = command.instrument,
                                           .activity = command.activity,
                                           .names = command.names.empty() && plan != nullptr ? plan->names : command.names,
                                           .date = command.date,
                                           .place = command.place ? *command.place : (plan != nullptr ? plan->place : ""),
                                           .outcome = command.outcome.value_or(""),
                                           .evidence = command.evidence,
                                           .stage = stage,
                                           .body = known == nullptr ? view.asker.body : known->body,
                                           .side = known == nullptr ? view.asker.side : known->side,
                                           .blind = blind(view)}};
}

Decision decide(const View& view, const CancelActivity& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason)) return std::unexpected(*std::move(no));
    const Date date = TRY(day_not_ahead(view, command.date, "/date"));
    const Instrument& instrument = *TRY(tie(view, command.instrument));
    const Activity* known = activity_of(instrument, command.activity);
    if (known == nullptr || !seen_by_asker(view).may_see(*known)) return refuse(refusals::activity_unknown, beginning_of(command.activity.value), "/activity");
    if (auto no = refusal_of_standing(view, known, command.activity)) return std::unexpected(*std::move(no));
    return std::vector<Event>{ActivityCancelled{
        .instrument = command.instrument, .activity = command.activity, .date = date, .reason = command.reason, .blind = blind(view)}};
}

}  // namespace ponte::accords
