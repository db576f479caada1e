#pragma once

#include "base/recorded.h"
#include "desks/meetings/events.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What neighbours may know of the meetings desk: problems, lists for review, sessions, minutes and
// decisions, as plain values. Decisions of other desks look at Known; questions go through Seen (seen.h),
// which shows a reader no more than his stage allows.
namespace ponte::meetings {

// An event with its place in the journal.
template <class Event>
struct Told {
    Event event;
    std::uint64_t sequence = 0;
    PersonId by;
    Instant at;

    friend bool operator==(const Told&, const Told&) = default;
};

struct Problem {
    Told<ProblemRaised> raised;
    Stage stage = Stage::internal;
    std::optional<PersonId> signed_off_by;
    std::optional<BodyId> settling;  // as it stands now
    std::optional<Date> due;
    std::vector<Told<ProblemAssigned>> assigned;
    std::vector<Told<ProblemDueMoved>> dues;
    std::optional<Told<ProblemEscalated>> escalated;
    std::optional<Told<ProblemSettled>> settled;

    [[nodiscard]] const ProblemId& id() const { return raised.event.problem; }
    [[nodiscard]] bool is_open() const { return !settled; }

    friend bool operator==(const Problem&, const Problem&) = default;
};

struct ReviewListLine {
    Names texts;
    std::optional<DutyOf> duty;
    std::uint64_t sequence = 0;

    friend bool operator==(const ReviewListLine&, const ReviewListLine&) = default;
};

struct ReviewList {
    Told<ReviewListTitled> titled;
    Stage stage = Stage::signed_off;  // A secretariat's from the start: its side's.
    std::map<std::uint16_t, ReviewListLine> lines;

    friend bool operator==(const ReviewList&, const ReviewList&) = default;
};

struct AgendaItem {
    AgendaItemStated stated;
    std::uint64_t sequence = 0;

    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

struct StandingPaper {
    Told<StandingPaperPut> put;
    Stage stage = Stage::internal;
    std::optional<PersonId> signed_off_by;

    friend bool operator==(const StandingPaper&, const StandingPaper&) = default;
};

struct Session {
    Told<SessionCalled> called;  // The call; where and when it is now stands below.
    Date on;
    TimeOfDay from;
    TimeOfDay to;
    Names place;
    Form form{};
    std::uint32_t revision = 0;
    std::vector<Told<SessionMoved>> moves;
    std::optional<Told<SessionCancelled>> cancelled;
    std::optional<Told<SessionHeld>> held;
    std::map<BodyId, Told<BodyInvited>> invited;
    std::map<PersonId, Told<AttendanceRecorded>> attendance;
    std::optional<Told<AgendaFixed>> agenda_fixed;
    std::map<std::uint16_t, AgendaItem> agenda;
    std::map<Digest, StandingPaper> papers;

    [[nodiscard]] bool is_coming() const { return !cancelled && !held; }

    friend bool operator==(const Session&, const Session&) = default;
};

struct MinutesLine {
    MinutesLineStated stated;
    std::uint64_t sequence = 0;

    friend bool operator==(const MinutesLine&, const MinutesLine&) = default;
};

struct MinutesVersion {
    Told<MinutesDrafted> drafted;
    std::vector<MinutesLine> lines;  // All of the version, in order.
    std::optional<Told<MinutesCirculated>> circulated;

    friend bool operator==(const MinutesVersion&, const MinutesVersion&) = default;
};

struct Comment {
    Told<MinutesCommented> made;
    std::uint64_t released = 0;  // entry of its release; 0: its side's only

    friend bool operator==(const Comment&, const Comment&) = default;
};

// The minutes of a session (correction 0), or a correction of them (1, 2, ...).
struct MinutesOf {
    std::uint16_t session = 0;
    std::uint16_t correction = 0;

    friend auto operator<=>(const MinutesOf&, const MinutesOf&) = default;
};

struct Minutes {
    Side side{};  // that drafts
    std::optional<Told<MinutesCorrectionOpened>> opened;  // Of a correction.
    std::vector<MinutesVersion> versions;
    std::map<CommentId, Comment> comments;
    std::vector<Told<MinutesApproved>> approvals;
    std::optional<Told<MinutesSealed>> sealed;
    std::vector<Told<MinutesPublicationAgreed>> publications;

    // The newest version that both sides have.
    [[nodiscard]] const MinutesVersion* circulated() const {
        for (auto one = versions.rbegin(); one != versions.rend(); ++one) {
            if (one->circulated) return &*one;
        }
        return nullptr;
    }
    // A side's approval of the newest circulated version.
    [[nodiscard]] const Told<MinutesApproved>* approval_of(Side which) const {
        const MinutesVersion* version = circulated();
        for (const auto& one : approvals) {
            if (version != nullptr && one.event.side == which && one.event.version == version->drafted.event.version) return &one;
        }
        return nullptr;
    }
    [[nodiscard]] bool is_approved() const { return approval_of(Side::macao) != nullptr && approval_of(Side::mainland) != nullptr; }
    [[nodiscard]] bool is_published() const {
        bool macao = false;
        bool mainland = false;
        for (const auto& one : publications) (one.event.side == Side::macao ? macao : mainland) = true;
        return macao && mainland;
    }

    friend bool operator==(const Minutes&, const Minutes&) = default;
};

// proposed: circulated in minutes that are not sealed yet. active: binding, and something is still to do.
enum class DecisionState : std::uint8_t { proposed = 1, active = 2, superseded = 3, carried_out = 4, lapsed = 5 };
BOOST_DESCRIBE_ENUM(DecisionState, proposed, active, superseded, carried_out, lapsed)

// What a session decided, as the newest minutes that both sides have say it. A draft's decisions are not here.
struct Decision {
    DecisionId id;
    std::uint16_t session = 0;
    std::uint16_t line = 0;
    std::uint16_t item = 0;        // of the agenda; 0: of none
    Names texts;
    DecisionTerms terms;
    std::uint64_t stated = 0;      // entry of the line that says it
    std::uint64_t sealed = 0;      // entry of the sealing that made it binding; 0: not yet
    std::uint64_t bound = 0;       // entry that says its terms since, as the last sealing left them
    std::uint16_t correction = 0;  // the sealed correction that gave it its wording; 0: the minutes themselves
    bool published = false;
    std::optional<DecisionId> superseded_by;
    std::optional<Told<DecisionCarriedOut>> carried_out;
    std::vector<Told<DecisionLapseStated>> lapses;  // At most one a side; both: it has lapsed.

    [[nodiscard]] DecisionState state() const {
        if (sealed == 0) return DecisionState::proposed;
        if (superseded_by) return DecisionState::superseded;
        if (carried_out) return DecisionState::carried_out;
        return lapses.size() > 1 ? DecisionState::lapsed : DecisionState::active;
    }
    [[nodiscard]] bool is_pending() const { return state() == DecisionState::proposed || state() == DecisionState::active; }

    friend bool operator==(const Decision&, const Decision&) = default;
};

// One entry of the series "problems" or "decisions": what the dossier's figures of them rest on.
template <class Id>
struct RowOf {
    std::uint64_t sequence = 0;
    Digest leaf;
    Id of;
    Stage stage = Stage::internal;  // who may read it at all: of an entry with a reason, the stage when it was given

    friend bool operator==(const RowOf&, const RowOf&) = default;
};

// The newest checkpoint of the log that the witnesses of both sides have cosigned.
struct Adopted {
    std::uint64_t size = 0;
    Digest root;
};

// The desk as its neighbours see it: references into its state, nothing of its mind.
struct Known {
    const std::map<ProblemId, Problem>& problems;
    const std::map<ReviewListId, ReviewList>& lists;
    const std::map<std::uint16_t, Session>& sessions;
    const std::map<MinutesOf, Minutes>& minutes;
    const std::map<DecisionId, Decision>& decisions;
    const std::vector<RowOf<ProblemId>>& problem_rows;
    const std::vector<RowOf<DecisionId>>& decision_rows;
};

// SHA-256 over the canonical bytes of session, correction and the lines in order (number, item, texts,
// terms): what both sides approve.
[[nodiscard]] Digest digest_of_lines(const MinutesOf& of, const std::vector<MinutesLine>& lines);

}  // namespace ponte::meetings
