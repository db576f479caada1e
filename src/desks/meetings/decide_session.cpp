// Decisions about a session: called, moved, cancelled, who is invited, who came, and that it was held.

#include "desks/meetings/refusals.h"
#include "desks/meetings/rules.h"

#include <algorithm>
#include <set>

namespace ponte::meetings {

using access::Role;

namespace {

bool is_of_a_side(const View& view) { return view.asker.side == Side::macao || view.asker.side == Side::mainland; }

std::optional<Refusal> refusal_of_times(const View& view, Date on, TimeOfDay from, TimeOfDay to) {
    if (to <= from) return Refusal{refusals::times_backwards, to.to_text(), "/to"};
    if (on < view.now.date()) return Refusal{refusals::date_in_past, on.to_text(), "/on"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_chairs(const View& view, const std::vector<BodyId>& chairs) {
    std::set<Side> sides;
    for (std::size_t i = 0; i < chairs.size(); ++i) {
        if (auto no = refusal_of_body(view, chairs[i], "/chairs/" + std::to_string(i))) return no;
        sides.insert(view.bodies.find(chairs[i])->side);
    }
    if (chairs.size() != 2 || sides != std::set{Side::macao, Side::mainland}) {
        return Refusal{refusals::chairs_not_of_both_sides, std::to_string(chairs.size()), "/chairs"};
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_languages(const std::vector<Language>& wanted) {
    const std::set<Language> different(wanted.begin(), wanted.end());
    if (wanted.empty() || different.size() != wanted.size()) return Refusal{refusals::languages_missing, std::to_string(wanted.size()), "/languages"};
    return std::nullopt;
}

Outcome<const Session*> coming_session(const View& view, std::uint16_t number) {
    const Session* session = TRY(standing_session(view, number));
    if (session->held) return refuse(refusals::session_held, std::to_string(number), "/session");
    return session;
}

}  // namespace

Decided decide(const View& view, const CallSession& command) {
    if (!has(view, Role::secretariat) || !is_of_a_side(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.session == 0) return refuse(refusals::session_unknown, "0", "/session");
    if (auto no = refusal_of_languages(command.languages)) return std::unexpected(*no);
    if (auto no = refusal_of_names(command.place, "/place")) return std::unexpected(*no);
    if (auto no = refusal_of_times(view, command.on, command.from, command.to)) return std::unexpected(*no);
    if (auto no = refusal_of_chairs(view, command.chairs)) return std::unexpected(*no);
    const BodyId& minutes_by = command.minutes_by ? *command.minutes_by : view.asker.body;
    if (auto no = refusal_of_body(view, minutes_by, "/minutes_by")) return std::unexpected(*no);
    const Side minutes_side = view.bodies.find(minutes_by)->side;
    if (minutes_side == Side::other) return refuse(refusals::body_not_yours, minutes_by.value, "/minutes_by");
    // What was published of a session of that number stands; it was held already.
    if (view.conference.sessions.contains(command.session)) return refuse(refusals::session_exists, std::to_string(command.session), "/session");
    const auto before = view.meetings.sessions.find(command.session);
    const bool again = before != view.meetings.sessions.end();
    if (again && !before->second.cancelled) return refuse(refusals::session_exists, std::to_string(command.session), "/session");
    return std::vector<Event>{SessionCalled{.session = command.session,
                                            .on = command.on,
                                            .from = command.from,
                                            .to = command.to,
                                            .place = command.place,
                                            .form = command.form,
                                            .languages = command.languages,
                                            .chairs = command.chairs,
                                            .minutes_by = minutes_by,
                                            .minutes_side = minutes_side,
                                            .body = view.asker.body,
                                            .revision = again ? before->second.revision + 1 : 0}};
}

Decided decide(const View& view, const MoveSession& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason, std::to_string(command.session))) return std::unexpected(*no);
    if (command.place) {
        if (auto no = refusal_of_names(*command.place, "/place")) return std::unexpected(*no);
    }
    const Session* session = TRY(coming_session(view, command.session));
    if (!convenes(view, *session)) return refuse(refusals::body_not_yours, session->called.event.body.value, "/session");
    SessionMoved event{.session = command.session,
                       .on = command.on.value_or(session->on),
                       .from = command.from.value_or(session->from),
                       .to = command.to.value_or(session->to),
                       .place = command.place.value_or(session->place),
                       .form = command.form.value_or(session->form),
                       .reason = command.reason,
                       .revision = session->revision + 1};
    if (auto no = refusal_of_times(view, event.on, event.from, event.to)) return std::unexpected(*no);
    const bool same = event.on == session->on && event.from == session->from && event.to == session->to && event.place == session->place &&
                      event.form == session->form;
    if (same) return refuse(refusals::unchanged, std::to_string(command.session), "/on");
    return std::vector<Event>{std::move(event)};
}

Decided decide(const View& view, const CancelSession& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason, std::to_string(command.session))) return std::unexpected(*no);
    const Session* session = TRY(coming_session(view, command.session));
    if (!convenes(view, *session)) return refuse(refusals::body_not_yours, session->called.event.body.value, "/session");
    return std::vector<Event>{SessionCancelled{.session = command.session, .reason = command.reason, .revision = session->revision + 1}};
}

// Said again with another capacity or note, it replaces what was said.
Decided decide(const View& view, const InviteBody& command) {
    if (!has(view, Role::secretariat) || !is_of_a_side(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const std::string note = command.note.value_or("");
    if (auto no = refusal_of_text(note, "/note")) return std::unexpected(*no);
    const Session* session = TRY(coming_session(view, command.session));
    if (auto no = refusal_of_body(view, command.body, "/body")) return std::unexpected(*no);
    const auto before = session->invited.find(command.body);
    BodyInvited event{.session = command.session, .body = command.body, .capacity = command.capacity, .note = note};
    if (before != session->invited.end() && before->second.event == event) return refuse(refusals::unchanged, command.body.value, "/body");
    return std::vector<Event>{std::move(event)};
}

Decided decide(const View& view, const RecordAttendance& command) {
    if (!has(view, Role::secretariat) && !has(view, Role::officer)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.person.value.empty()) return refuse(refusals::text_missing, "", "/person");
    if (command.office.empty()) return refuse(refusals::text_missing, "", "/office");
    if (auto no = refusal_of_text(command.office, "/office")) return std::unexpected(*no);
    const std::string on_behalf = command.on_behalf.value_or("");
    if (auto no = refusal_of_text(on_behalf, "/on_behalf")) return std::unexpected(*no);
    if ((command.attends == Attends::delegate) != !on_behalf.empty()) return refuse(refusals::on_behalf_misplaced, command.person.value, "/on_behalf");
    static_cast<void>(TRY(coming_session(view, command.session)));
    if (auto no = refusal_of_body(view, command.body, "/body")) return std::unexpected(*no);
    if (command.body != view.asker.body && !is_secretariat_of(view, view.bodies.find(command.body)->side)) {
        return refuse(refusals::body_not_yours, command.body.value, "/body");
    }
    return std::vector<Event>{AttendanceRecorded{.session = command.session,
                                                 .person = command.person,
                                                 .body = command.body,
                                                 .office = command.office,
                                                 .attends = command.attends,
                                                 .on_behalf = on_behalf,
                                                 .display = command.display}};
}

// Who must be there is not known (no rule on a quorum was found), so who was there is shown and not judged.
Decided decide(const View& view, const HoldSession& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Session* session = TRY(coming_session(view, command.session));
    if (!convenes(view, *session)) return refuse(refusals::body_not_yours, session->called.event.body.value, "/session");
    const Date on = command.on.value_or(session->on);
    const TimeOfDay from = command.from.value_or(session->from);
    const TimeOfDay to = command.to.value_or(session->to);
    if (to <= from) return refuse(refusals::times_backwards, to.to_text(), "/to");
    if (on > view.now.date()) return refuse(refusals::date_in_future, on.to_text(), "/on");
    if (on < session->called.at.date()) return refuse(refusals::date_in_past, on.to_text(), "/on");
    if (session->attendance.empty()) return refuse(refusals::attendance_missing, std::to_string(command.session), "/session");
    if (view.conference.sessions.contains(command.session)) return refuse(refusals::session_exists, std::to_string(command.session), "/session");
    std::set<BodyId> bodies;
    for (const auto& [person, one] : session->attendance) bodies.insert(one.event.body);
    return std::vector<Event>{SessionHeld{.session = command.session,
                                          .on = on,
                                          .from = from,
                                          .to = to,
                                          .bodies = static_cast<std::uint32_t>(bodies.size()),
                                          .attendees = static_cast<std::uint32_t>(session->attendance.size()),
                                          .call = session->called.sequence,
                                          .body = view.asker.body}};
}

}  // namespace ponte::meetings
