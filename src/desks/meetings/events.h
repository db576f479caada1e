#pragma once

// What has happened at the meetings desk: problems, lists for review, sessions with their agenda, minutes
// and decisions. Its public face; an event is never edited, a new need is a new version.

#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"
#include "desks/access/facts.h"
#include "desks/conference/events.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::meetings {

using access::Stage;
using conference::Blind;
using conference::ItemId;
using conference::PlanId;
using directory::Side;

using ProblemId = Id<struct ProblemTag>;        // "prob-..." from its content
using DecisionId = Id<struct DecisionTag>;      // "5-2": session 5, second
using ReviewListId = Id<struct ReviewListTag>;  // "list-..." from its content
using CommentId = Id<struct CommentTag>;        // "com-..." from its content

// A minute of the day at UTC+8, where both sides are. "15:00" and no other form.
struct TimeOfDay {
    std::uint16_t minute = 0;  // from midnight, below 1440

    [[nodiscard]] std::string to_text() const {
        const auto two = [](int n) { return std::string{static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)}; };
        return two(minute / 60) + ":" + two(minute % 60);
    }
    [[nodiscard]] static std::optional<TimeOfDay> from_text(std::string_view text) {
        const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 100; };
        if (text.size() != 5 || text[2] != ':') return std::nullopt;
        const int hour = digit(0) * 10 + digit(1);
        const int past = digit(3) * 10 + digit(4);
        if (hour > 23 || past > 59) return std::nullopt;
        return TimeOfDay{static_cast<std::uint16_t>(hour * 60 + past)};
    }

    friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};
BOOST_DESCRIBE_STRUCT(TimeOfDay, (), (minute))

// A duty of a plan's measure; 0 is the measure as a whole.
struct DutyOf {
    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;

    friend auto operator<=>(const DutyOf&, const DutyOf&) = default;
};
BOOST_DESCRIBE_STRUCT(DutyOf, (), (plan, measure, duty))

// Problems.

enum class Severity : std::uint8_t { low = 1, medium = 2, high = 3, critical = 4 };
BOOST_DESCRIBE_ENUM(Severity, low, medium, high, critical)

// A new situation that somebody has to settle. Internal to the body that raises it, until it is moved on.
struct ProblemRaised {
    static constexpr std::string_view name = "meetings.problem_raised/1";

    ProblemId problem;
    Names titles;
    Names texts;
    Severity severity{};
    std::vector<DutyOf> duties;
    std::optional<BodyId> settling;    // who can settle it
    std::optional<Date> due;
    std::optional<ProblemId> earlier;  // a settled one that this goes back to
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const ProblemRaised&, const ProblemRaised&) = default;
};
BOOST_DESCRIBE_STRUCT(ProblemRaised, (), (problem, titles, texts, severity, duties, settling, due, earlier, body, side, blind))

struct ProblemSignedOff {
    static constexpr std::string_view name = "meetings.problem_signed_off/1";

    ProblemId problem;
    bool asserted = false;  // --as, not a signed-in person
    Blind blind{};

    friend bool operator==(const ProblemSignedOff&, const ProblemSignedOff&) = default;
};
BOOST_DESCRIBE_STRUCT(ProblemSignedOff, (), (problem, asserted, blind))

struct ProblemMoved {
    static constexpr std::string_view name = "meetings.problem_moved/1";

    ProblemId problem;
    Stage stage{};
    Blind blind{};

    friend bool operator==(const ProblemMoved&, const ProblemMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(ProblemMoved, (), (problem, stage, blind))

// Another body is to settle it. The reason is shown to those who could see the problem when it was given.
struct ProblemAssigned {
    static constexpr std::string_view name = "meetings.problem_assigned/1";

    ProblemId problem;
    std::optional<BodyId> previous;
    BodyId settling;
    std::string reason;
    Stage stage{};  // of the problem when this was said
    Blind blind{};

    friend bool operator==(const ProblemAssigned&, const ProblemAssigned&) = default;
};
BOOST_DESCRIBE_STRUCT(ProblemAssigned, (), (problem, previous, settling, reason, stage, blind))

struct ProblemDueMoved {
    static constexpr std::string_view name = "meetings.problem_due_moved/1";

    ProblemId problem;
    std::optional<Date> previous;
    Date due;
    std::string reason;
    Stage stage{};  // of the problem when this was said
    Blind blind{};

    friend bool operator==(const ProblemDueMoved&, const ProblemDueMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(ProblemDueMoved, (), (problem, previous, due, reason, stage, blind))

// For the joint conference to settle. It reaches the joint agenda once it is released.
struct ProblemEscalated {
    static constexpr std::string_view name = "meetings.problem_escalated/1";

    ProblemId problem;
    std::string reason;
    Blind blind{};

    friend bool operator==(const ProblemEscalated&, const ProblemEscalated&) = default;
};
BOOST_DESCRIBE_STRUCT(ProblemEscalated, (), (problem, reason, blind))

enum class SettledBy : std::uint8_t { bodies = 1, conference = 2 };
BOOST_DESCRIBE_ENUM(SettledBy, bodies, conference)

// Below the conference with evidence, or by a binding decision of the conference. For good: what comes up
// again is a new problem that refers back.
struct ProblemSettled {
    static constexpr std::string_view name = "meetings.problem_settled/1";

    ProblemId problem;
    SettledBy by{};
    Date on;
    std::string reason;
    std::optional<DecisionId> decision;
    std::optional<ItemId> item;    // evidence at the conference desk
    std::optional<Digest> paper;   // an attachment of the journal
    std::string source;            // a URL or document; may be empty beside other evidence
    BodyId body;                   // whose people settled it
    Blind blind{};

    friend bool operator==(const ProblemSettled&, const ProblemSettled&) = default;
};
BOOST_DESCRIBE_STRUCT(ProblemSettled, (), (problem, by, on, reason, decision, item, paper, source, body, blind))

// Lists for review.

// A list that a session reviews. What lists there are, and what they are called, is the sides' to say.
struct ReviewListTitled {
    static constexpr std::string_view name = "meetings.review_list_titled/1";

    ReviewListId list;
    PlanId plan;
    Names titles;
    std::string kind;  // in the side's own words
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const ReviewListTitled&, const ReviewListTitled&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewListTitled, (), (list, plan, titles, kind, body, side, blind))

// A line, or its next wording. An empty text strikes it out.
struct ReviewListLineStated {
    static constexpr std::string_view name = "meetings.review_list_line_stated/1";

    ReviewListId list;
    std::uint16_t line = 0;
    Names texts;
    std::optional<DutyOf> duty;
    Blind blind{};

    friend bool operator==(const ReviewListLineStated&, const ReviewListLineStated&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewListLineStated, (), (list, line, texts, duty, blind))

struct ReviewListMoved {
    static constexpr std::string_view name = "meetings.review_list_moved/1";

    ReviewListId list;
    Stage stage{};
    Blind blind{};

    friend bool operator==(const ReviewListMoved&, const ReviewListMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewListMoved, (), (list, stage, blind))

// Sessions.

enum class Form : std::uint8_t { in_person = 1, video = 2, mixed = 3 };
BOOST_DESCRIBE_ENUM(Form, in_person, video, mixed)

// A session of the joint conference is called; called again where it had been cancelled.
struct SessionCalled {
    static constexpr std::string_view name = "meetings.session_called/1";

    std::uint16_t session = 0;
    Date on;
    TimeOfDay from;
    TimeOfDay to;
    Names place;
    Form form{};
    std::vector<Language> languages;  // that its papers need, in the order they stand side by side
    std::vector<BodyId> chairs;       // one body of each side
    BodyId minutes_by;                // whose secretariat drafts the minutes
    Side minutes_side{};
    BodyId body;                      // that calls
    std::uint32_t revision = 0;       // SEQUENCE of the calendar entry (RFC 5545, 3.8.7.4)

    friend bool operator==(const SessionCalled&, const SessionCalled&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionCalled, (), (session, on, from, to, place, form, languages, chairs, minutes_by, minutes_side, body, revision))

struct SessionMoved {
    static constexpr std::string_view name = "meetings.session_moved/1";

    std::uint16_t session = 0;
    Date on;
    TimeOfDay from;
    TimeOfDay to;
    Names place;
    Form form{};
    std::string reason;
    std::uint32_t revision = 0;

    friend bool operator==(const SessionMoved&, const SessionMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionMoved, (), (session, on, from, to, place, form, reason, revision))

struct SessionCancelled {
    static constexpr std::string_view name = "meetings.session_cancelled/1";

    std::uint16_t session = 0;
    std::string reason;
    std::uint32_t revision = 0;

    friend bool operator==(const SessionCancelled&, const SessionCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionCancelled, (), (session, reason, revision))

enum class Capacity : std::uint8_t { chair = 1, member = 2, observer = 3 };
BOOST_DESCRIBE_ENUM(Capacity, chair, member, observer)

struct BodyInvited {
    static constexpr std::string_view name = "meetings.body_invited/1";

    std::uint16_t session = 0;
    BodyId body;
    Capacity capacity{};
    std::string note;  // what the body is asked to bring or report

    friend bool operator==(const BodyInvited&, const BodyInvited&) = default;
};
BOOST_DESCRIBE_STRUCT(BodyInvited, (), (session, body, capacity, note))

enum class Attends : std::uint8_t { principal = 1, delegate = 2 };
BOOST_DESCRIBE_ENUM(Attends, principal, delegate)

// Somebody sits at the table. The office is public; the name is personal and sealed.
struct AttendanceRecorded {
    static constexpr std::string_view name = "meetings.attendance_recorded/1";

    std::uint16_t session = 0;
    PersonId person;       // a word that is no name; the vault's key goes by it
    BodyId body;
    std::string office;    // held by the person
    Attends attends{};
    std::string on_behalf; // the office that a delegate sits for
    Sealed display;        // what the person is called

    friend bool operator==(const AttendanceRecorded&, const AttendanceRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(AttendanceRecorded, (), (session, person, body, office, attends, on_behalf, display))

// The session took place; attendance is closed with it.
struct SessionHeld {
    static constexpr std::string_view name = "meetings.session_held/1";

    std::uint16_t session = 0;
    Date on;
    TimeOfDay from;
    TimeOfDay to;
    std::uint32_t bodies = 0;     // that had somebody at the table
    std::uint32_t attendees = 0;
    std::uint64_t call = 0;       // entry of the call
    BodyId body;

    friend bool operator==(const SessionHeld&, const SessionHeld&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionHeld, (), (session, on, from, to, bodies, attendees, call, body))

// Agenda.

enum class AgendaKind : std::uint8_t {
    opening = 1, reports = 2, matter_arising = 3, problem = 4, request = 5, review_list = 6, next_list = 7, other = 8,
};
BOOST_DESCRIBE_ENUM(AgendaKind, opening, reports, matter_arising, problem, request, review_list, next_list, other)

// The order of business stands; its items follow in the same run.
struct AgendaFixed {
    static constexpr std::string_view name = "meetings.agenda_fixed/1";

    std::uint16_t session = 0;
    std::uint16_t items = 0;
    BodyId body;

    friend bool operator==(const AgendaFixed&, const AgendaFixed&) = default;
};
BOOST_DESCRIBE_STRUCT(AgendaFixed, (), (session, items, body))

struct AgendaItemStated {
    static constexpr std::string_view name = "meetings.agenda_item_stated/1";

    std::uint16_t session = 0;
    std::uint16_t item = 0;         // from 1, in order
    AgendaKind kind{};
    std::string reference;          // problem, decision, list, request or plan; empty for other kinds
    Names titles;
    std::optional<BodyId> body;     // that speaks to it
    std::string reason;             // of an item added after the agenda was fixed

    friend bool operator==(const AgendaItemStated&, const AgendaItemStated&) = default;
};
BOOST_DESCRIBE_STRUCT(AgendaItemStated, (), (session, item, kind, reference, titles, body, reason))

// A paper that lies on the table under an item; the paper itself is an attachment of the journal.
struct StandingPaperPut {
    static constexpr std::string_view name = "meetings.standing_paper_put/1";

    std::uint16_t session = 0;
    std::uint16_t item = 0;
    Digest paper;
    std::uint64_t length = 0;
    std::string media_type;
    Names titles;
    Language language{};
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const StandingPaperPut&, const StandingPaperPut&) = default;
};
BOOST_DESCRIBE_STRUCT(StandingPaperPut, (), (session, item, paper, length, media_type, titles, language, body, side, blind))

struct StandingPaperMoved {
    static constexpr std::string_view name = "meetings.standing_paper_moved/1";

    std::uint16_t session = 0;
    Digest paper;
    Stage stage{};
    bool asserted = false;
    Blind blind{};

    friend bool operator==(const StandingPaperMoved&, const StandingPaperMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(StandingPaperMoved, (), (session, paper, stage, asserted, blind))

// Minutes.

// What a line decides, beside its words.
struct DecisionTerms {
    DecisionId decision;
    BodyId owner;
    std::vector<BodyId> cooperating;
    std::optional<Date> due;
    std::optional<ProblemId> problem;
    std::optional<DutyOf> duty;
    std::optional<ReviewListId> list;
    std::vector<DecisionId> supersedes;

    friend bool operator==(const DecisionTerms&, const DecisionTerms&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionTerms, (), (decision, owner, cooperating, due, problem, duty, list, supersedes))

// Something in sealed minutes is wrong: a paper of its own is begun, and the sealed one stays as it is.
struct MinutesCorrectionOpened {
    static constexpr std::string_view name = "meetings.minutes_correction_opened/1";

    std::uint16_t session = 0;
    std::uint16_t correction = 0;  // 1, 2, ...; 0 is the minutes themselves
    Digest corrects;               // digest of the sealed version
    std::uint64_t sealed_at = 0;   // entry of its sealing
    std::string reason;
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const MinutesCorrectionOpened&, const MinutesCorrectionOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesCorrectionOpened, (), (session, correction, corrects, sealed_at, reason, body, side, blind))

struct CommentAnswered {
    CommentId comment;
    Names answer;

    friend bool operator==(const CommentAnswered&, const CommentAnswered&) = default;
};
BOOST_DESCRIBE_STRUCT(CommentAnswered, (), (comment, answer))

// The head of a version; the lines that are new or reworded follow in the same run.
struct MinutesDrafted {
    static constexpr std::string_view name = "meetings.minutes_drafted/1";

    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    std::uint16_t version = 0;               // 1, 2, ...
    std::vector<std::uint16_t> order;        // numbers of its lines as they stand
    std::vector<CommentAnswered> answers;
    Digest digest;                           // digest_of_lines (facts.h) of the whole version
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const MinutesDrafted&, const MinutesDrafted&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesDrafted, (), (session, correction, version, order, answers, digest, body, side, blind))

struct MinutesLineStated {
    static constexpr std::string_view name = "meetings.minutes_line_stated/1";

    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    std::uint16_t version = 0;
    std::uint16_t line = 0;                  // keeps its number through the versions
    std::uint16_t item = 0;                  // of the agenda; 0: of none
    Names texts;
    std::vector<Language> stale;             // required languages whose text is older than another's
    std::optional<DecisionTerms> decision;
    Blind blind{};

    friend bool operator==(const MinutesLineStated&, const MinutesLineStated&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesLineStated, (), (session, correction, version, line, item, texts, stale, decision, blind))

// Both sides have it from here on.
struct MinutesCirculated {
    static constexpr std::string_view name = "meetings.minutes_circulated/1";

    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    std::uint16_t version = 0;
    Digest digest;
    Blind blind{};

    friend bool operator==(const MinutesCirculated&, const MinutesCirculated&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesCirculated, (), (session, correction, version, digest, blind))

// Its own side's, until that side's secretariat releases it.
struct MinutesCommented {
    static constexpr std::string_view name = "meetings.minutes_commented/1";

    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    std::uint16_t version = 0;
    std::uint16_t line = 0;
    CommentId comment;
    Names texts;
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const MinutesCommented&, const MinutesCommented&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesCommented, (), (session, correction, version, line, comment, texts, body, side, blind))

struct MinutesCommentReleased {
    static constexpr std::string_view name = "meetings.minutes_comment_released/1";

    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    CommentId comment;
    Blind blind{};

    friend bool operator==(const MinutesCommentReleased&, const MinutesCommentReleased&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesCommentReleased, (), (session, correction, comment, blind))

// One side stands behind exactly these lines.
struct MinutesApproved {
    static constexpr std::string_view name = "meetings.minutes_approved/1";

    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    std::uint16_t version = 0;
    Digest digest;
    BodyId body;
    Side side{};
    bool asserted = false;
    Blind blind{};

    friend bool operator==(const MinutesApproved&, const MinutesApproved&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesApproved, (), (session, correction, version, digest, body, side, asserted, blind))

// Closed for good, at a checkpoint that both witnesses have cosigned and that holds both approvals.
struct MinutesSealed {
    static constexpr std::string_view name = "meetings.minutes_sealed/1";

    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    std::uint16_t version = 0;
    Digest digest;
    std::uint64_t size = 0;  // of the log at the adopted checkpoint
    Digest root;
    BodyId body;
    Blind blind{};

    friend bool operator==(const MinutesSealed&, const MinutesSealed&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesSealed, (), (session, correction, version, digest, size, root, body, blind))

// Sealed minutes are published when both sides have agreed to it.
struct MinutesPublicationAgreed {
    static constexpr std::string_view name = "meetings.minutes_publication_agreed/1";

    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    BodyId body;
    Side side{};

    friend bool operator==(const MinutesPublicationAgreed&, const MinutesPublicationAgreed&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesPublicationAgreed, (), (session, correction, body, side))

// Decisions.

struct DecisionCarriedOut {
    static constexpr std::string_view name = "meetings.decision_carried_out/1";

    DecisionId decision;
    Date on;
    std::optional<ItemId> item;   // evidence that both sides may see
    std::optional<Digest> paper;
    std::string note;
    BodyId body;
    Blind blind{};

    friend bool operator==(const DecisionCarriedOut&, const DecisionCarriedOut&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionCarriedOut, (), (decision, on, item, paper, note, body, blind))

// One side holds that a decision has lapsed; it has when both hold it.
struct DecisionLapseStated {
    static constexpr std::string_view name = "meetings.decision_lapse_stated/1";

    DecisionId decision;
    std::string reason;
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const DecisionLapseStated&, const DecisionLapseStated&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionLapseStated, (), (decision, reason, body, side, blind))

// A decision is binding from here on: its terms as the sealed minutes, or a sealed correction of them, have
// them. One a decision in the run of the sealing, so that decisions can be counted without reading minutes.
struct DecisionBound {
    static constexpr std::string_view name = "meetings.decision_bound/1";

    DecisionId decision;
    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    std::uint64_t stated = 0;  // entry of the line that says it
    BodyId owner;
    std::optional<Date> due;
    std::vector<DecisionId> supersedes;
    Blind blind{};

    friend bool operator==(const DecisionBound&, const DecisionBound&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionBound, (), (decision, session, correction, stated, owner, due, supersedes, blind))

using Event = std::variant<ProblemRaised, ProblemSignedOff, ProblemMoved, ProblemAssigned, ProblemDueMoved, ProblemEscalated,
                           ProblemSettled, ReviewListTitled, ReviewListLineStated, ReviewListMoved, SessionCalled, SessionMoved,
                           SessionCancelled, BodyInvited, AttendanceRecorded, SessionHeld, AgendaFixed, AgendaItemStated,
                           StandingPaperPut, StandingPaperMoved, MinutesCorrectionOpened, MinutesDrafted, MinutesLineStated,
                           MinutesCirculated, MinutesCommented, MinutesCommentReleased, MinutesApproved, MinutesSealed,
                           MinutesPublicationAgreed, DecisionCarriedOut, DecisionLapseStated, DecisionBound>;

}  // namespace ponte::meetings
