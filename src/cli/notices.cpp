#include "cli/notices.h"

#include "desks/conference/queries.h"
#include "desks/meetings/queries.h"
#include "desks/planning/queries.h"
#include "desks/reporting/queries.h"
#include "desks/translation/queries.h"
#include "house/answers.h"
#include "house/query_codec.h"

#include <algorithm>
#include <set>

namespace ponte::cli {

namespace {

using access::Role;
using outbox::Handle;
using outbox::Kind;
using outbox::Notice;

// Who is written to, what he may do today and what he may see.
struct Reader {
    PersonId person;
    access::Grant grant;
    access::Sight sight;
};

// What is told to one reader, from the desks as they stand.
class Telling {
public:
    Telling(const house::Desks& desks, Instant now, const Reader& reader, std::vector<Notice>& notices)
        : desks_(desks), now_(now), today_(now.date()), reader_(reader), notices_(notices) {}

    void conference();
    void reporting();
    void problems_and_decisions();
    void minutes();
    void wordings();
    void translations();

private:
    [[nodiscard]] bool is(std::string_view desk, Role role) const { return reader_.grant.has(desk, role); }
    [[nodiscard]] bool drafted(std::uint16_t session, std::uint16_t correction, std::uint16_t version) const;
    template <class Query>
    [[nodiscard]] typename Query::Answer asked(const Query& query) const {
        return house::answer_to(desks_, query, reader_.sight, now_);
    }
    void add(Kind kind, const std::string& about, std::optional<Date> due = {}, std::uint16_t days_before = 0) {
        const auto handle = Handle::from_text(about);
        if (!handle) return;  // A name too long to be one is told by nobody's mail.
        notices_.push_back({.person = reader_.person, .kind = kind, .about = *handle, .due = due, .days_before = days_before});
    }
    // A week before the day, the day before it, and once it is past.
    void add_dated(Kind kind, const std::string& about, Date due) {
        const int days = due.day - today_.day;
        if (days < 0) add(kind, about, due, 0);
        else if (days <= 7) add(kind, about, due, days <= 1 ? 1 : 7);
    }
    // Items are named by their entries: an item's id is a hash of what it says (see Handle).
    void add_items(Kind kind, const std::vector<conference::ItemRow>& items) {
        for (const conference::ItemRow& item : items) add(kind, std::to_string(item.entry));
    }

    const house::Desks& desks_;
    Instant now_;
    Date today_;
    const Reader& reader_;
    std::vector<Notice>& notices_;
};

void Telling::conference() {
    const conference::Seen seen(known_of(desks_.conference), reader_.sight);
    const conference::QueueAnswer queue = answer(seen, conference::QueueQuery{}, today_);
    if (is("conference", Role::head)) add_items(Kind::to_sign_off, queue.to_sign_off);
    if (is("conference", Role::verifier)) add_items(Kind::to_verify, queue.to_verify);
    if (is("conference", Role::officer)) add_items(Kind::questioned, queue.questioned);
}

// Forms, to those who hand in and sign, and whenever their secretariat reminds the body; what was escalated, to those
// who answer for the body that it was put before.
void Telling::reporting() {
    using reporting::RequestState;
    const bool answers_for_body = is("reporting", Role::head) || is("reporting", Role::secretariat);
    for (const reporting::OpenEscalation& one : reporting::open_escalations(known_of(desks_.reporting))) {
        if (!answers_for_body || one.escalation.to_body != reader_.sight.body) continue;
        add(Kind::escalated, one.round.value + "." + one.body.value, one.escalation.due);
    }
    if (!is("reporting", Role::officer) && !is("reporting", Role::head)) return;
    const conference::Seen papers(known_of(desks_.conference), reader_.sight);
    const reporting::Seen seen(known_of(desks_.reporting), reader_.sight, papers, today_);
    for (const reporting::RoundId& round : seen.rounds()) {
        const auto request = seen.request(round, reader_.sight.body);
        if (!request || !request->is_own) continue;
        const bool owes = request->state == RequestState::asked || request->state == RequestState::in_progress ||
                          request->state == RequestState::returned || request->state == RequestState::reopened;
        if (!owes) continue;
        const std::string name = round.value + "." + request->body.value;
        const Kind kind = request->late ? Kind::form_late : Kind::form_due;
        if (request->late) add(kind, name, request->due);
        else add_dated(kind, name, request->due);
        if (!request->reminders.empty()) add(kind, name + "#" + std::to_string(request->reminders.back().number), request->due);
    }
}

// Problems to whoever can settle them, decisions to whoever carries them out; what was escalated, to those who
// prepare the conference.
void Telling::problems_and_decisions() {
    const bool works = is("meetings", Role::officer) || is("meetings", Role::head) || is("meetings", Role::secretariat);
    if (!works || reader_.sight.body.value.empty()) return;
    for (const meetings::ProblemShown& one : asked(meetings::ProblemsQuery{.state = {}, .at_least = {}, .body = {}, .settling = {}, .plan = {}, .measure = {}}).problems) {
        const std::string about = std::to_string(one.entry);
        if (one.state == meetings::ProblemState::settled) continue;
        if (one.state == meetings::ProblemState::escalated && is("meetings", Role::secretariat)) add(Kind::escalated, about);
        if (one.due && one.settling == reader_.sight.body) add_dated(Kind::problem_due, about, *one.due);
    }
    const meetings::DecisionsQuery own{.session = {}, .state = meetings::DecisionState::active, .owner = reader_.sight.body, .plan = {}, .measure = {}};
    for (const meetings::DecisionShown& one : asked(own).decisions) {
        if (one.due) add_dated(Kind::decision_due, one.decision.value, *one.due);
    }
}

// What circulates, to the secretariat of the side that did not draft it, and to whoever may approve it for a side
// that has not.
void Telling::minutes() {
    const bool is_secretariat = is("meetings", Role::secretariat);
    if (!reader_.sight.side || (!is_secretariat && !is("meetings", Role::head))) return;
    const access::Side side = *reader_.sight.side;
    for (const auto& [number, unused] : desks_.meetings.sessions) {
        for (const meetings::SessionShown& session : asked(meetings::SessionQuery{number}).sessions) {
            const bool chairs_it = std::ranges::find(session.chairs, reader_.sight.body) != session.chairs.end();
            for (const std::uint16_t correction : session.minutes) {
                for (const meetings::MinutesShown& one : asked(meetings::MinutesQuery{.session = number, .correction = correction, .version = {}}).minutes) {
                    if (one.state != meetings::MinutesState::circulated) continue;
                    if (std::ranges::find(one.approvals, side, &meetings::ApprovalShown::side) != one.approvals.end()) continue;
                    const std::string about = std::to_string(number) + (correction == 0 ? "" : ".c" + std::to_string(correction)) + ".v" + std::to_string(one.version);
                    if (is_secretariat && side != one.side) add(Kind::minutes_to_comment, about);
                    if ((is_secretariat || chairs_it) && !drafted(number, correction, one.version)) add(Kind::minutes_to_approve, about);
                }
            }
        }
    }
}

// Whoever drafts does not approve.
bool Telling::drafted(std::uint16_t session, std::uint16_t correction, std::uint16_t version) const {
    const auto minutes = desks_.meetings.minutes.find({.session = session, .correction = correction});
    return minutes != desks_.meetings.minutes.end() && std::ranges::any_of(minutes->second.versions, [&](const meetings::MinutesVersion& one) {
        return one.drafted.event.version == version && one.drafted.by == reader_.person;
    });
}

// A line of an open list of which the newest text in some language is the other side's.
void Telling::wordings() {
    if (!reader_.sight.side || !is("planning", Role::secretariat)) return;
    const std::string own = access::audience_of(reader_.sight);
    for (const planning::ListRow& list : asked(planning::ListsQuery{}).lists) {
        if (list.state == "adopted") continue;
        for (const planning::LineShown& line : asked(planning::ListQuery{list.list}).lines) {
            std::uint64_t newest = 0;
            for (const planning::WordingShown& wording : line.wordings) {
                if (line.withdrawn || wording.state == "agreed" || wording.proposals.empty()) continue;
                const planning::TextShown& text = wording.proposals.back();
                const bool stands = std::ranges::find(text.stand_by_it, own) != text.stand_by_it.end();
                if (text.side != own && !stands) newest = std::max(newest, text.entry);
            }
            // With the entry of the text, so that the next text is another notice.
            if (newest != 0) add(Kind::wording_to_answer, list.list.value + "/" + line.line.value + "#" + std::to_string(newest));
        }
    }
}

// Texts that were given to the reader, by paper and language: when they are given, and as their day comes near.
void Telling::translations() {
    if (!reader_.sight.side) return;
    std::set<std::pair<std::string, std::optional<Date>>> given;
    for (const translation::QueueRow& row : asked(translation::QueueQuery{.scope = {}, .language = {}, .assignee = reader_.person}).rows) {
        given.emplace(row.scope + ":" + row.language, row.due);
    }
    for (const auto& [about, due] : given) {
        add(Kind::text_to_translate, about, due);
        if (due && *due >= today_) add_dated(Kind::text_to_translate, about, *due);
        else if (due) add(Kind::text_to_translate, about + "#late", due);
    }
}

}  // namespace

std::vector<Notice> notices_on(const house::Desks& desks, Instant now) {
    const Date today = now.date();
    std::vector<Notice> notices;
    for (const auto& [person, kept] : desks.access.people) {
        if (!kept.address || !access::has_access_on(kept, today)) continue;  // Without an address nothing is told, and nothing kept.
        const access::Grant grant = access::grant_on(desks.access, person, today, false);
        const Reader reader{.person = person, .grant = grant, .sight = house::sight_of(grant)};
        Telling telling(desks, now, reader, notices);
        telling.conference();
        telling.reporting();
        telling.problems_and_decisions();
        telling.minutes();
        telling.wordings();
        telling.translations();
    }
    return notices;
}

}  // namespace ponte::cli
