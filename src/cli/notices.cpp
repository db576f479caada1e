#include "cli/notices.h"

#include "desks/conference/queries.h"
#include "desks/reporting/queries.h"
#include "house/query_codec.h"

namespace ponte::cli {

namespace {

using outbox::Handle;
using outbox::Kind;
using outbox::Notice;

// Who is written to, what he may do today and what he may see.
struct Reader {
    PersonId person;
    access::Grant grant;
    access::Sight sight;
};

// Items are named by their entries: an item's id is a hash of what it says (see Handle).
void add_items(std::vector<Notice>& notices, const Reader& reader, Kind kind, const std::vector<conference::ItemRow>& items) {
    for (const conference::ItemRow& item : items) {
        notices.push_back({.person = reader.person, .kind = kind, .about = Handle::of_entry(item.entry), .due = {}});
    }
}

void add_conference(std::vector<Notice>& notices, const Reader& reader, const house::Desks& desks, Date today) {
    const conference::Seen seen(known_of(desks.conference), reader.sight);
    const conference::QueueAnswer queue = answer(seen, conference::QueueQuery{}, today);
    if (reader.grant.has("conference", access::Role::head)) add_items(notices, reader, Kind::to_sign_off, queue.to_sign_off);
    if (reader.grant.has("conference", access::Role::verifier)) add_items(notices, reader, Kind::to_verify, queue.to_verify);
    if (reader.grant.has("conference", access::Role::officer)) add_items(notices, reader, Kind::questioned, queue.questioned);
}

// A week before the due date, the day before it, and after it; and whenever its secretariat reminds the body. Told
// to those who hand in and sign.
void add_reporting(std::vector<Notice>& notices, const Reader& reader, const house::Desks& desks, Date today) {
    using reporting::RequestState;
    if (!reader.grant.has("reporting", access::Role::officer) && !reader.grant.has("reporting", access::Role::head)) return;
    const conference::Seen papers(known_of(desks.conference), reader.sight);
    const reporting::Seen seen(known_of(desks.reporting), reader.sight, papers, today);
    for (const reporting::RoundId& round : seen.rounds()) {
        const auto request = seen.request(round, reader.sight.body);
        if (!request || !request->is_own) continue;
        const bool owes = request->state == RequestState::asked || request->state == RequestState::in_progress ||
                          request->state == RequestState::returned || request->state == RequestState::reopened;
        if (!owes) continue;
        const int days = request->due.day - today.day;
        const std::string name = round.value + "." + request->body.value;
        const auto add = [&](const std::string& about, std::uint16_t days_before) {
            const auto handle = Handle::from_text(about);
            if (!handle) return;  // A name too long to be one is told by nobody's mail.
            notices.push_back({.person = reader.person, .kind = request->late ? Kind::form_late : Kind::form_due, .about = *handle, .due = request->due, .days_before = days_before});
        };
        if (request->late) add(name, 0);
        else if (days <= 7) add(name, days <= 1 ? 1 : 7);
        if (!request->reminders.empty()) add(name + "#" + std::to_string(request->reminders.back().number), 0);
    }
}

}  // namespace

std::vector<Notice> notices_on(const house::Desks& desks, Instant now) {
    const Date today = now.date();
    std::vector<Notice> notices;
    for (const auto& [person, kept] : desks.access.people) {
        if (!access::has_access_on(kept, today)) continue;
        const access::Grant grant = access::grant_on(desks.access, person, today, false);
        const Reader reader{.person = person, .grant = grant, .sight = house::sight_of(grant)};
        add_conference(notices, reader, desks, today);
        add_reporting(notices, reader, desks, today);
    }
    return notices;
}

}  // namespace ponte::cli
