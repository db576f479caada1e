// Decisions about the joint conference itself: its regular meetings, and the dossier fixed for it.

#include "desks/conference/decide.h"
#include "desks/conference/queries_proof.h"
#include "desks/conference/rules.h"

namespace ponte::conference {

Decision decide(const View& view, const RecordSession& command) {
    if (!view.asker.has("conference", access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.source.empty()) return refuse(refusals::source_missing, std::to_string(command.number), "/source");
    if (!command.on && !(command.not_before && command.not_after)) {
        return refuse(refusals::session_date_missing, std::to_string(command.number), "/on");
    }
    const Date not_before = command.on ? *command.on : *command.not_before;
    const Date not_after = command.on ? *command.on : *command.not_after;
    if (not_after < not_before) return refuse(refusals::dates_backwards, not_after.to_text(), "/not_after");
    if (not_after > view.now.date()) return refuse(refusals::date_in_future, not_after.to_text(), command.on ? "/on" : "/not_after");
    if (view.conference.sessions.contains(command.number)) return refuse(refusals::session_exists, std::to_string(command.number), "/number");
    return std::vector<Event>{SessionRecorded{.number = command.number,
                                              .on = command.on,
                                              .not_before = not_before,
                                              .not_after = not_after,
                                              .place = command.place,
                                              .form = command.form,
                                              .principals = command.principals,
                                              .source = {.url = command.source,
                                                         .title = command.source_title.value_or(""),
                                                         .published = command.published,
                                                         .retrieved = command.retrieved.value_or(view.now.date())},
                                              .badge = command.badge.value_or(Badge::published)}};
}

Decision decide(const View& view, const RecordYearWithoutSession& command) {
    if (!view.asker.has("conference", access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.source.empty()) return refuse(refusals::source_missing, std::to_string(command.year), "/source");
    if (command.reason.empty()) return refuse(refusals::reason_missing, std::to_string(command.year), "/reason");
    if (command.year >= view.now.date().year()) return refuse(refusals::year_not_over, std::to_string(command.year), "/year");
    for (const auto& [number, session] : view.conference.sessions) {
        if (year_of(session.recorded) == command.year) return refuse(refusals::year_had_a_session, std::to_string(number), "/year");
    }
    if (view.conference.years_without_session.contains(command.year)) {
        return refuse(refusals::year_stated_already, std::to_string(command.year), "/year");
    }
    return std::vector<Event>{
        YearWithoutSession{.year = command.year,
                           .reason = command.reason,
                           .source = {.url = command.source, .title = "", .published = {}, .retrieved = view.now.date()}}};
}

// The commitments and figures are computed here, from the state that is about to be fixed, so that
// nothing the asker says can stand in their place.
Decision decide(const View& view, const FreezeDossier& command) {
    if (!view.asker.has("conference", access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!view.conference.plans.contains(command.plan)) return refuse(refusals::plan_unknown, command.plan.value, "/plan");
    const bool other_side = (command.audience == Audience::macao && view.asker.side != Side::macao) ||
                            (command.audience == Audience::mainland && view.asker.side != Side::mainland);
    if (other_side) return refuse(refusals::body_not_yours, std::string(name_of(command.audience)), "/audience");
    const Date as_at = view.now.date();
    const Proof proof = proof_of(known_of(view.conference), command.plan, command.audience, as_at,
                                 view.contributions == nullptr ? std::vector<Contribution>{} : *view.contributions);
    return std::vector<Event>{DossierFrozen{.plan = command.plan,
                                            .audience = command.audience,
                                            .position = view.position,
                                            .as_at = as_at,
                                            .series = static_cast<std::uint32_t>(proof.commitments.size()),
                                            .commitments = proof.commitments_digest,
                                            .figures = proof.figures_digest}};
}

}  // namespace ponte::conference
