// Decisions about a round as a whole and about what is asked in it: the secretariats'.

#include "desks/reporting/decide.h"
#include "desks/reporting/rules.h"

namespace ponte::reporting {

namespace {

bool is_well_formed(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

std::vector<JurisdictionId> places_or_both(const std::vector<JurisdictionId>& named) {
    return named.empty() ? std::vector<JurisdictionId>{JurisdictionId("CN"), JurisdictionId("MO")} : named;
}

// Only a body of one of the two sides has a secretariat that could act for it.
Outcome<const directory::Body*> askable(const View& view, const BodyId& body, const std::string& place) {
    const directory::Body* known = view.bodies.find(body);
    if (known == nullptr) return refuse(refusals::body_unknown, beginning_of(body.value), place);
    if (known->side == Side::other) return refuse(refusals::body_of_no_side, body.value, place);
    return known;
}

Outcome<BodyAsked> asked(const View& view, const RoundId& round, const PlanId& plan, Period period, const BodyId& body, const std::string& place) {
    const directory::Body* known = TRY(askable(view, body, place));
    Asked what = asked_of(view, plan, period, body);
    if (what.lines.empty()) return refuse(refusals::nothing_to_ask, body.value, place);
    if (what.lines.size() > lines_max) return refuse(refusals::too_many_lines, body.value + ": " + std::to_string(what.lines.size()), place);
    return BodyAsked{.round = round, .body = body, .side = known->side, .lines = std::move(what.lines), .duties = std::move(what.duties)};
}

// Every body of either side that is asked anything by default.
std::vector<BodyId> bodies_at_work(const View& view, const PlanId& plan, Period period) {
    std::set<BodyId> bodies;
    for (const auto& [number, measure] : view.conference.plans.find(plan)->second.measures) {
        for (const conference::BodyAppointed& one : measure.bodies) {
            const directory::Body* known = view.bodies.find(one.body);
            if (known == nullptr || known->side == Side::other || bodies.contains(one.body)) continue;
            if (!asked_of(view, plan, period, one.body).lines.empty()) bodies.insert(one.body);
        }
    }
    return {bodies.begin(), bodies.end()};
}

bool is_closed_for(const Round& round, Side side) { return round.closed.contains(side); }

}  // namespace

Decision decide(const View& view, const OpenRound& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.round.value)) return refuse(refusals::id_malformed, beginning_of(command.round.value), "/round");
    if (command.working_days == 0 || command.working_days > working_days_max) {
        return refuse(refusals::working_days_out_of_range, std::to_string(command.working_days), "/working_days");
    }
    if (auto no = refusal_of_text(command.note.value_or(""), "/note", std::nullopt)) return std::unexpected(*std::move(no));
    if (view.reporting.rounds.contains(command.round)) return refuse(refusals::round_exists, command.round.value, "/round");
    if (!view.conference.plans.contains(command.plan)) return refuse(refusals::plan_unknown, beginning_of(command.plan.value), "/plan");
    DueDate due = TRY(due_after(view, places_or_both(command.places), command.working_days));
    if (due.due <= command.period.to) return refuse(refusals::due_before_period_ends, due.due.to_text(), "/period");

    const std::vector<BodyId> bodies = command.bodies.empty() ? bodies_at_work(view, command.plan, command.period) : command.bodies;
    if (bodies.empty()) return refuse(refusals::nothing_to_ask, command.plan.value, "/plan");
    std::vector<Event> events{RoundOpened{.round = command.round,
                                          .plan = command.plan,
                                          .period = command.period,
                                          .due = std::move(due),
                                          .bodies = static_cast<std::uint32_t>(bodies.size()),
                                          .side = view.asker.side,
                                          .note = command.note.value_or("")}};
    std::set<BodyId> once;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const std::string place = "/bodies/" + std::to_string(i);
        if (!once.insert(bodies[i]).second) return refuse(refusals::body_asked_already, bodies[i].value, place);
        events.emplace_back(TRY(asked(view, command.round, command.plan, command.period, bodies[i], place)));
    }
    return events;
}

Decision decide(const View& view, const AskBody& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Round* round = TRY(round_of(view, command.round));
    const directory::Body* body = TRY(askable(view, command.body, "/body"));
    if (body->side != view.asker.side) return refuse(refusals::body_not_yours, command.body.value, "/body");
    if (round->requests.contains(command.body)) return refuse(refusals::body_asked_already, command.body.value, "/body");
    if (is_closed_for(*round, body->side)) return refuse(refusals::round_closed, command.round.value, "/round");
    if (round->opened.due.due < view.now.date()) return refuse(refusals::due_passed, round->opened.due.due.to_text(), "/round");
    return std::vector<Event>{TRY(asked(view, command.round, round->opened.plan, round->opened.period, command.body, "/body"))};
}

Decision decide(const View& view, const ChangeLines& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    if (command.lines.empty()) return refuse(refusals::nothing_to_ask, command.body.value, "/lines");
    if (command.lines.size() > lines_max) return refuse(refusals::too_many_lines, std::to_string(command.lines.size()), "/lines");
    const Request* request = TRY(request_of_own_side(view, command.round, command.body));
    const Round& round = view.reporting.rounds.find(command.round)->second;
    if (!request->open) return refuse(refusals::round_closed, command.round.value, "/round");
    if (!lacks_return(*request)) return refuse(refusals::return_signed_off, command.body.value, "/body");
    LinesChanged event{.round = command.round,
                       .body = command.body,
                       .generation = request->generation + 1,
                       .lines = {},
                       .duties = {},
                       .reason = command.reason};
    std::set<LineOf> once;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const LineWanted& wanted = command.lines[i];
        const std::string place = "/lines/" + std::to_string(i);
        const auto indicator = view.conference.indicators.find(wanted.indicator);
        if (indicator == view.conference.indicators.end() || indicator->second.definition.plan != round.opened.plan) {
            return refuse(refusals::indicator_unknown, beginning_of(wanted.indicator.value), place);
        }
        const conference::IndicatorDefined& definition = indicator->second.definition;
        const Period period = period_asked(definition, wanted.period.value_or(round.opened.period));
        if (!once.insert({wanted.indicator, period}).second) return refuse(refusals::line_repeated, wanted.indicator.value, place);
        event.lines.push_back({.indicator = wanted.indicator, .measure = definition.measure, .period = period});
    }
    if (event.lines == request->lines) return refuse(refusals::lines_unchanged, command.body.value, "/lines");
    std::set<std::uint16_t> measures;
    for (const LineAsked& line : event.lines) measures.insert(line.measure);
    for (const LineAsked& line : asked_of(view, round.opened.plan, round.opened.period, command.body).lines) measures.insert(line.measure);
    event.duties = duties_of(view.conference.plans.find(round.opened.plan)->second, {measures.begin(), measures.end()});
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const AmendRequest& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.note, "/note", std::nullopt)) return std::unexpected(*std::move(no));
    const Request* request = TRY(request_of_own_side(view, command.round, command.body));
    if (!request->open) return refuse(refusals::round_closed, command.round.value, "/round");
    return std::vector<Event>{RequestAmended{.round = command.round, .body = command.body, .note = command.note, .blind = blind(view)}};
}

// Closing a second time closes what was reopened since.
Decision decide(const View& view, const CloseRound& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    const Round* round = TRY(round_of(view, command.round));
    RoundClosed event{.round = command.round, .side = view.asker.side, .reason = command.reason, .not_returned = {}, .blind = blind(view)};
    bool any = false;
    for (const auto& [body, request] : round->requests) {
        if (request.side != view.asker.side || !request.open) continue;
        any = true;
        const bool handed_in = std::ranges::any_of(request.turns, [](const Turn& turn) { return turn.stage != Stage::internal; });
        if (!handed_in) event.not_returned.push_back(body);
    }
    if (!any) return refuse(is_closed_for(*round, view.asker.side) ? refusals::round_closed : refusals::request_unknown, command.round.value, "/round");
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const ReopenRequest& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    const Request* request = TRY(request_of_own_side(view, command.round, command.body));
    if (owes(*request)) return refuse(refusals::request_open, command.body.value, "/body");
    return std::vector<Event>{
        RequestReopened{.round = command.round, .body = command.body, .reason = command.reason, .blind = blind(view)}};
}

}  // namespace ponte::reporting
