#include "cli/notices.h"

#include "desks/conference/queries.h"
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

}  // namespace

std::vector<Notice> notices_on(const house::Desks& desks, Instant now) {
    const Date today = now.date();
    std::vector<Notice> notices;
    for (const auto& [person, kept] : desks.access.people) {
        if (!access::has_access_on(kept, today)) continue;
        const access::Grant grant = access::grant_on(desks.access, person, today, false);
        const Reader reader{.person = person, .grant = grant, .sight = house::sight_of(grant)};
        add_conference(notices, reader, desks, today);
    }
    return notices;
}

}  // namespace ponte::cli
