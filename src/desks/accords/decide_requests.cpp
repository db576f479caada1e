#include "desks/accords/rules_matters.h"
#include "desks/accords/refusals.h"
#include "desks/accords/rules.h"

// Requests: who records them, on what they rest, when they were answered and how.
namespace ponte::accords {

namespace {

// A request is its body's; whoever records has one.
bool may_record_request(const View& view) { return may_record(view) && !view.asker.body.value.empty(); }

// A file that the asker does not see is unknown to him.
Outcome<const Request*> request_of(const View& view, const RequestId& id) {
    const Seen seen = seen_by_asker(view);
    const Request* request = seen.request(id);
    if (request == nullptr) return refuse(refusals::request_unknown, id.value, "/request");
    if (!request->struck.empty()) return refuse(refusals::request_struck, id.value, "/request");
    return request;
}

Outcome<const Request*> own_request(const View& view, const RequestId& id) {
    const Request* request = TRY(request_of(view, id));
    if (request->recorded.body != view.asker.body) return refuse(refusals::body_not_yours, request->recorded.body.value, "/request");
    return request;
}

std::optional<Refusal> refusal_of_words(const View& view, const RecordRequest& command) {
    if (!is_well_formed(command.request.value)) return Refusal{refusals::id_malformed, beginning_of(command.request.value), "/request"};
    if (command.instrument && command.route) return Refusal{refusals::two_bases, command.request.value, "/route"};
    if (command.subject && !is_well_formed(command.person.value)) return Refusal{refusals::key_missing, beginning_of(command.person.value), "/person"};
    if (auto no = refusal_of_text(command.reference, "/reference")) return no;
    if (command.made > view.today()) return Refusal{refusals::date_in_future, command.made.to_text(), "/made"};
    if (command.due && *command.due < command.made) return Refusal{refusals::day_before_request, command.due->to_text(), "/due"};
    if (command.partner == macao()) return Refusal{refusals::partner_is_macao, command.partner.value, "/partner"};
    return std::nullopt;
}

// Whether what the request rests on held on its day; or why it cannot rest on it.
Outcome<std::optional<ponte::Answer>> held(const View& view, const RecordRequest& command) {
    if (command.instrument) {
        const Seen seen = seen_by_asker(view);
        const Instrument* instrument = seen.instrument(*command.instrument);
        if (instrument == nullptr) return refuse(refusals::instrument_unknown, command.instrument->value, "/instrument");
        if (!instrument->has_party(command.partner) || !instrument->has_party(macao())) {
            return refuse(refusals::partner_not_a_party, command.partner.value, "/partner");
        }
        const bool clause = view.accords.partners.clauses.contains({*command.instrument, command.matter});
        if (!clause && serves(instrument->record().kind, command.matter) == Serves::not_at_all) {
            return refuse(refusals::matter_not_covered, std::string(name_of(command.matter)), "/matter");
        }
        const ponte::Answer answer = in_force(span_of(seen, *instrument, command.made));
        if (answer == ponte::Answer::no) return refuse(refusals::instrument_not_in_force, command.made.to_text(), "/made");
        return std::optional(answer);
    }
    if (command.route) {
        const auto route = view.accords.partners.routes.find(*command.route);
        if (route == view.accords.partners.routes.end()) return refuse(refusals::route_unknown, command.route->value, "/route");
        const ponte::Answer answer = route_open(route->second.event, command.matter, command.partner, command.made);
        if (answer == ponte::Answer::no) return refuse(refusals::route_not_open, command.route->value, "/route");
        return std::optional(answer);
    }
    return std::optional<ponte::Answer>();
}

// What has happened to a request so far ends on this day.
Date last_day(const Request& request) {
    if (request.answered) return request.answered->on;
    return request.acknowledged ? request.acknowledged->on : request.recorded.made;
}

bool needs_ground(RequestOutcome outcome) { return outcome == RequestOutcome::refused || outcome == RequestOutcome::partly; }

}  // namespace

Decision decide(const View& view, const RecordRequest& command) {
    if (!may_record_request(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto refusal = refusal_of_words(view, command)) return std::unexpected(*std::move(refusal));
    if (!view.jurisdictions.by_id.contains(command.partner)) return refuse(refusals::place_unknown, beginning_of(command.partner.value), "/partner");
    if (view.accords.requests.contains(command.request)) return refuse(refusals::request_exists, command.request.value, "/request");
    const auto answer = TRY(held(view, command));
    return std::vector<Event>{RequestRecorded{.request = command.request,
                                              .matter = command.matter,
                                              .partner = command.partner,
                                              .direction = command.direction,
                                              .made = command.made,
                                              .due = command.due,
                                              .instrument = command.instrument,
                                              .route = command.route,
                                              .held = answer,
                                              .person = command.subject ? command.person : PersonId(),
                                              .subject = command.subject,
                                              .reference = command.reference,
                                              .stage = Stage::internal,
                                              .body = view.asker.body,
                                              .side = view.asker.side,
                                              .blind = blind(view)}};
}

Decision decide(const View& view, const AcknowledgeRequest& command) {
    if (!may_record_request(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.on > view.today()) return refuse(refusals::date_in_future, command.on.to_text(), "/on");
    const Request* request = TRY(own_request(view, command.request));
    if (request->acknowledged) return refuse(refusals::already_acknowledged, request->acknowledged->on.to_text(), "/request");
    if (request->answered) return refuse(refusals::already_answered, request->answered->on.to_text(), "/request");
    if (command.on < request->recorded.made) return refuse(refusals::day_before_request, command.on.to_text(), "/on");
    return std::vector<Event>{RequestAcknowledged{.request = command.request, .on = command.on}};
}

Decision decide(const View& view, const AnswerRequest& command) {
    if (!may_record_request(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.on > view.today()) return refuse(refusals::date_in_future, command.on.to_text(), "/on");
    if (needs_ground(command.outcome) && !command.ground) return refuse(refusals::ground_missing, std::string(name_of(command.outcome)), "/ground");
    if (!needs_ground(command.outcome) && command.ground) return refuse(refusals::ground_misplaced, std::string(name_of(command.outcome)), "/ground");
    if (auto no = refusal_of_text(command.note, "/note")) return std::unexpected(*std::move(no));
    const Request* request = TRY(own_request(view, command.request));
    if (request->answered) return refuse(refusals::already_answered, request->answered->on.to_text(), "/request");
    if (command.on < last_day(*request)) return refuse(refusals::day_before_request, command.on.to_text(), "/on");
    return std::vector<Event>{
        RequestAnswered{.request = command.request, .on = command.on, .outcome = command.outcome, .ground = command.ground, .note = command.note}};
}

Decision decide(const View& view, const MoveRequest& command) {
    if (!may_record_request(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Request* request = TRY(request_of(view, command.request));
    // The secretariat opens what its side has signed off.
    const bool keeps = has(view, access::Role::secretariat) && view.asker.side == request->recorded.side;
    if (!keeps && request->recorded.body != view.asker.body) return refuse(refusals::body_not_yours, request->recorded.body.value, "/request");
    if (auto no = refusal_of_move(view, request->stage, command.to)) return std::unexpected(*std::move(no));
    return std::vector<Event>{RequestMoved{.request = command.request, .from = request->stage, .to = command.to}};
}

Decision decide(const View& view, const StrikeRequest& command) {
    if (!may_record_request(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason)) return std::unexpected(*std::move(no));
    TRY(own_request(view, command.request));
    return std::vector<Event>{RequestStruck{.request = command.request, .reason = command.reason}};
}

}  // namespace ponte::accords
