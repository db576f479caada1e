#include "cli/invitations.h"

#include "adapters/meeting_papers/meeting_papers.h"
#include "desks/meetings/queries.h"
#include "house/answers.h"
#include "house/query_codec.h"

#include <algorithm>

namespace ponte::cli {

namespace {

using access::Role;
using meetings::SessionShown;
using meetings::SessionState;

bool is_invited(const SessionShown& session, const BodyId& body) {
    return std::ranges::find(session.chairs, body) != session.chairs.end() || std::ranges::find(session.invited, body, &meetings::InvitedShown::body) != session.invited.end();
}

bool sits(const SessionShown& session, const PersonId& person) {
    return std::ranges::find(session.attendance, person, &meetings::AttendanceShown::person) != session.attendance.end();
}

// Whether somebody who can be written to sits there for the body.
bool has_named(const SessionShown& session, const BodyId& body, const access::State& access, Date today) {
    return std::ranges::any_of(session.attendance, [&](const meetings::AttendanceShown& one) {
        const auto person = access.people.find(one.person);
        return one.body == body && person != access.people.end() && person->second.address && access::has_access_on(person->second, today);
    });
}

bool is_told(const SessionShown& session, const access::Grant& grant, const access::State& access, Date today) {
    if (sits(session, grant.person)) return true;
    if (!is_invited(session, grant.body) || has_named(session, grant.body, access, today)) return false;
    return grant.has("meetings", Role::head) || grant.has("meetings", Role::secretariat);
}

std::optional<std::uint32_t> told_so_far(const std::vector<outbox::Kept>& letters, const std::string& uid, const PersonId& person) {
    std::optional<std::uint32_t> newest;
    for (const outbox::Kept& one : letters) {
        const auto sequence = outbox::sequence_told(one.letter.id, uid, person);
        if (sequence && (!newest || *sequence > *newest)) newest = sequence;
    }
    return newest;
}

}  // namespace

Attempt<Outcome<std::size_t>> write_invitations(Office& office, outbox::Outbox& outbox, const outbox::Letterhead& letterhead) {
    using Result = Outcome<std::size_t>;
    const house::Desks& desks = office.house().desks();
    const Instant now = office.house().now();
    const Date today = now.date();
    const meeting_papers::Occasion occasion{.origin = letterhead.origin, .position = 0, .root = {}, .time = now, .demonstration = letterhead.demonstration, .body_names = {}, .names = {}, .release = {}};
    const ics::Person sender{.name = "", .address = std::string(outbox::sender_unknown)};
    const ics::Person recipient{.name = "", .address = std::string(outbox::recipient_unknown)};
    const std::vector<outbox::Kept> letters = TRY(outbox.letters());
    std::size_t written = 0;
    for (const auto& [person, kept] : desks.access.people) {
        if (!kept.address || !access::has_access_on(kept, today)) continue;
        const access::Grant grant = access::grant_on(desks.access, person, today, false);
        const access::Sight sight = house::sight_of(grant);
        for (const auto& [number, coming] : desks.meetings.sessions) {
            if (coming.held || coming.on < today) continue;
            const auto shown = house::answer_to(desks, meetings::SessionQuery{number}, sight, now).sessions;
            if (shown.empty() || !is_told(shown.front(), grant, desks.access, today)) continue;
            const ics::Feed feed = meeting_papers::calendar_of(shown.front(), {.organizer = sender, .people = {recipient}}, kept.language, occasion);
            const ics::Event& event = feed.events.front();
            const auto told = told_so_far(letters, event.uid, person);
            const bool cancelled = shown.front().state == SessionState::cancelled;
            if ((told && *told >= event.sequence) || (cancelled && !told)) continue;
            const outbox::Said said = cancelled ? outbox::Said::cancelled : told ? outbox::Said::changed : outbox::Said::invited;
            const auto letter = outbox::invitation(person, kept.language, said, event, letterhead);
            if (!letter) return Result(std::unexpected(letter.error()));
            if (TRY(outbox.enqueue(*letter, now))) ++written;
        }
    }
    return Result(written);
}

}  // namespace ponte::cli
