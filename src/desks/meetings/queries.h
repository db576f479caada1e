#pragma once

#include "desks/meetings/facts.h"

// Questions to the meetings desk. Each is answered from a Seen: what the reader may see, and no more.
namespace ponte::meetings {

struct Looking;  // view.h

// Where a problem is: still open, before the conference, or settled.
enum class ProblemState : std::uint8_t { open = 1, escalated = 2, settled = 3 };
BOOST_DESCRIBE_ENUM(ProblemState, open, escalated, settled)

// Something said of a problem, as far as the reader may know it.
struct ProblemStep {
    std::string step;          // "raised", "assigned", "due_moved", "escalated", "settled"
    Date on;
    std::string before;        // body or date
    std::string after;
    std::string reason;        // empty where it was not given to the reader
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ProblemStep, (), (step, on, before, after, reason, entry))

struct ProblemShown {
    ProblemId problem;
    Names titles;
    Names texts;
    Severity severity{};
    Stage stage{};
    ProblemState state{};
    std::vector<DutyOf> duties;
    BodyId body;
    Side side{};
    std::optional<BodyId> settling;
    std::optional<Date> due;
    bool overdue = false;                  // open, and due before today
    std::optional<ProblemId> earlier;
    std::vector<ProblemId> again;          // raised anew, referring back to this one
    std::optional<DecisionId> decision;    // that settled it
    std::optional<ItemId> item;
    std::optional<Digest> paper;
    std::string source;
    std::vector<ProblemStep> steps;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ProblemShown, (), (problem, titles, texts, severity, stage, state, duties, body, side, settling, due, overdue, earlier, again, decision, item, paper, source, steps, entry))

struct ProblemsAnswer {
    std::vector<ProblemShown> problems;  // gravest first, then the one due first
};
BOOST_DESCRIBE_STRUCT(ProblemsAnswer, (), (problems))

struct ProblemsQuery {
    static constexpr std::string_view name = "meetings.problems";
    using Answer = ProblemsAnswer;

    std::optional<ProblemState> state;
    std::optional<Severity> at_least;
    std::optional<BodyId> body;       // that raised it
    std::optional<BodyId> settling;
    std::optional<PlanId> plan;       // of one of its duties
    std::optional<std::uint16_t> measure;
};
BOOST_DESCRIBE_STRUCT(ProblemsQuery, (), (state, at_least, body, settling, plan, measure))

// One problem, or none where there is none for this reader.
struct ProblemQuery {
    static constexpr std::string_view name = "meetings.problem";
    using Answer = ProblemsAnswer;

    ProblemId problem;
};
BOOST_DESCRIBE_STRUCT(ProblemQuery, (), (problem))

struct DecisionShown {
    DecisionId decision;
    std::uint16_t session = 0;
    std::uint16_t item = 0;
    Names texts;
    DecisionState state{};
    BodyId owner;
    std::vector<BodyId> cooperating;
    std::optional<Date> due;
    bool overdue = false;
    std::optional<ProblemId> problem;  // where the reader may see it
    std::optional<DutyOf> duty;
    std::optional<ReviewListId> list;
    std::vector<DecisionId> supersedes;
    std::optional<DecisionId> superseded_by;
    std::uint16_t correction = 0;
    std::optional<Date> carried_out_on;
    std::optional<ItemId> evidence_item;
    std::optional<Digest> evidence_paper;
    std::string note;
    std::vector<std::string> lapse_reasons;
    std::uint64_t entry = 0;           // of the line that says it
    std::uint64_t sealed = 0;          // entry of the sealing; 0: not binding yet
};
BOOST_DESCRIBE_STRUCT(DecisionShown, (), (decision, session, item, texts, state, owner, cooperating, due, overdue, problem, duty, list, supersedes, superseded_by, correction, carried_out_on, evidence_item, evidence_paper, note, lapse_reasons, entry, sealed))

struct DecisionsAnswer {
    std::vector<DecisionShown> decisions;  // by session and number
};
BOOST_DESCRIBE_STRUCT(DecisionsAnswer, (), (decisions))

struct DecisionsQuery {
    static constexpr std::string_view name = "meetings.decisions";
    using Answer = DecisionsAnswer;

    std::optional<std::uint16_t> session;
    std::optional<DecisionState> state;
    std::optional<BodyId> owner;       // or cooperating
    std::optional<PlanId> plan;
    std::optional<std::uint16_t> measure;
};
BOOST_DESCRIBE_STRUCT(DecisionsQuery, (), (session, state, owner, plan, measure))

// Every decision that is not done with: what the next session finds on its agenda by itself.
struct MattersArisingQuery {
    static constexpr std::string_view name = "meetings.matters_arising";
    using Answer = DecisionsAnswer;

    std::optional<std::uint16_t> before;  // decisions of earlier sessions only
};
BOOST_DESCRIBE_STRUCT(MattersArisingQuery, (), (before))

// Lists for review.

struct ReviewListLineShown {
    std::uint16_t line = 0;
    Names texts;
    std::optional<DutyOf> duty;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ReviewListLineShown, (), (line, texts, duty, entry))

struct ReviewListShown {
    ReviewListId list;
    PlanId plan;
    Names titles;
    std::string kind;
    Stage stage{};
    BodyId body;
    std::vector<ReviewListLineShown> lines;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ReviewListShown, (), (list, plan, titles, kind, stage, body, lines, entry))

struct ReviewListsAnswer {
    std::vector<ReviewListShown> lists;
};
BOOST_DESCRIBE_STRUCT(ReviewListsAnswer, (), (lists))

struct ReviewListsQuery {
    static constexpr std::string_view name = "meetings.lists";
    using Answer = ReviewListsAnswer;

    std::optional<PlanId> plan;
    std::optional<ReviewListId> list;
};
BOOST_DESCRIBE_STRUCT(ReviewListsQuery, (), (plan, list))

// Sessions and their agenda.

struct AgendaProposed {
    AgendaKind kind{};
    std::string reference;
    Names about;                 // what the reference is called; empty where the kind says it all
    std::optional<BodyId> body;
    std::uint64_t entry = 0;     // that the reference stands in; 0 for none
    bool own_side_only = false;  // not released: the other side's proposal has it not, nor has the agenda
};
BOOST_DESCRIBE_STRUCT(AgendaProposed, (), (kind, reference, about, body, entry, own_side_only))

struct AgendaProposalAnswer {
    std::uint16_t session = 0;
    std::vector<AgendaProposed> items;
};
BOOST_DESCRIBE_STRUCT(AgendaProposalAnswer, (), (session, items))

// Computed: reports by field, every decision that is still to be done, what was escalated, lists for review.
struct AgendaProposalQuery {
    static constexpr std::string_view name = "meetings.agenda_proposal";
    using Answer = AgendaProposalAnswer;

    std::uint16_t session = 0;
};
BOOST_DESCRIBE_STRUCT(AgendaProposalQuery, (), (session))

struct StandingPaperShown {
    Digest paper;
    Names titles;
    std::string media_type;
    std::uint64_t length = 0;
    Language language{};
    Stage stage{};
    BodyId body;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(StandingPaperShown, (), (paper, titles, media_type, length, language, stage, body, entry))

struct AgendaItemShown {
    std::uint16_t item = 0;
    AgendaKind kind{};
    std::string reference;
    Names titles;               // as given, or what the reference is called
    std::optional<BodyId> body;
    std::string reason;         // of an item that came after the agenda was fixed
    std::vector<StandingPaperShown> papers;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(AgendaItemShown, (), (item, kind, reference, titles, body, reason, papers, entry))

struct InvitedShown {
    BodyId body;
    Side side{};
    Capacity capacity{};
    std::string note;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(InvitedShown, (), (body, side, capacity, note, entry))

struct AttendanceShown {
    PersonId person;
    BodyId body;
    Side side{};
    std::string office;
    Attends attends{};
    std::string on_behalf;
    Sealed display;         // a commitment; the name stands in the vault
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(AttendanceShown, (), (person, body, side, office, attends, on_behalf, display, entry))

enum class SessionState : std::uint8_t { called = 1, cancelled = 2, held = 3 };
BOOST_DESCRIBE_ENUM(SessionState, called, cancelled, held)

struct SessionShown {
    std::uint16_t session = 0;
    SessionState state{};
    Date on;
    TimeOfDay from;
    TimeOfDay to;
    Names place;
    Form form{};
    std::uint32_t revision = 0;
    std::vector<Language> languages;
    std::vector<BodyId> chairs;
    std::optional<BodyId> minutes_by;       // not told to the public
    std::vector<std::string> reasons;       // of each move, and of a cancellation
    std::vector<InvitedShown> invited;
    std::vector<AttendanceShown> attendance;
    std::uint32_t bodies_present = 0;       // what a quorum would be is not known
    std::vector<AgendaItemShown> agenda;
    bool agenda_fixed = false;
    std::vector<std::uint16_t> minutes;     // corrections that there are; 0: the minutes themselves
    Instant called_at;
    std::uint64_t entry = 0;                // of the call
    std::uint64_t held = 0;                 // entry of its holding; 0: not yet
};
BOOST_DESCRIBE_STRUCT(SessionShown, (), (session, state, on, from, to, place, form, revision, languages, chairs, minutes_by, reasons, invited, attendance, bodies_present, agenda, agenda_fixed, minutes, called_at, entry, held))

struct SessionsAnswer {
    std::vector<SessionShown> sessions;
};
BOOST_DESCRIBE_STRUCT(SessionsAnswer, (), (sessions))

// Without agenda, invitations and attendance.
struct SessionsQuery {
    static constexpr std::string_view name = "meetings.sessions";
    using Answer = SessionsAnswer;

    std::optional<SessionState> state;
    std::optional<std::uint16_t> year;
};
BOOST_DESCRIBE_STRUCT(SessionsQuery, (), (state, year))

struct SessionQuery {
    static constexpr std::string_view name = "meetings.session";
    using Answer = SessionsAnswer;

    std::uint16_t session = 0;
};
BOOST_DESCRIBE_STRUCT(SessionQuery, (), (session))

struct AgendaAnswer {
    std::uint16_t session = 0;
    bool fixed = false;
    std::uint64_t entry = 0;
    std::vector<AgendaItemShown> items;
};
BOOST_DESCRIBE_STRUCT(AgendaAnswer, (), (session, fixed, entry, items))

struct AgendaQuery {
    static constexpr std::string_view name = "meetings.agenda";
    using Answer = AgendaAnswer;

    std::uint16_t session = 0;
};
BOOST_DESCRIBE_STRUCT(AgendaQuery, (), (session))

// Minutes.

struct CommentShown {
    CommentId comment;
    std::uint16_t version = 0;
    std::uint16_t line = 0;
    Names texts;
    BodyId body;
    Side side{};
    bool released = false;
    Names answer;                   // of the version that answered it, as far as the reader has it
    std::uint16_t answered_in = 0;  // 0: not answered
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(CommentShown, (), (comment, version, line, texts, body, side, released, answer, answered_in, entry))

struct MinutesLineShown {
    std::uint16_t line = 0;
    std::uint16_t item = 0;
    Names texts;
    std::vector<Language> missing;  // required, and not there
    std::vector<Language> stale;    // older than the other text beside it
    std::optional<DecisionTerms> decision;
    std::uint16_t corrected_by = 0; // a sealed correction; 0: none
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(MinutesLineShown, (), (line, item, texts, missing, stale, decision, corrected_by, entry))

struct ApprovalShown {
    Side side{};
    BodyId body;
    PersonId person;
    bool asserted = false;
    Instant at;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ApprovalShown, (), (side, body, person, asserted, at, entry))

struct SealShown {
    std::uint64_t size = 0;
    Digest root;
    Instant at;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(SealShown, (), (size, root, at, entry))

struct CorrectsShown {
    Digest digest;
    std::uint64_t sealed_at = 0;
    std::string reason;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(CorrectsShown, (), (digest, sealed_at, reason, entry))

enum class MinutesState : std::uint8_t { opened = 1, draft = 2, circulated = 3, approved = 4, sealed = 5, published = 6 };
BOOST_DESCRIBE_ENUM(MinutesState, opened, draft, circulated, approved, sealed, published)

struct MinutesShown {
    std::uint16_t session = 0;
    std::uint16_t correction = 0;
    std::uint16_t version = 0;      // 0: a correction that has none yet
    MinutesState state{};
    Digest digest;                  // what is approved
    Side side{};                    // that drafts
    std::vector<Language> languages;
    std::vector<MinutesLineShown> lines;
    std::vector<CommentShown> comments;
    std::vector<ApprovalShown> approvals;  // of this version
    std::optional<SealShown> seal;
    std::optional<CorrectsShown> corrects;
    std::vector<std::uint16_t> versions;   // that the reader may see
    Instant drafted;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(MinutesShown, (), (session, correction, version, state, digest, side, languages, lines, comments, approvals, seal, corrects, versions, drafted, entry))

struct MinutesAnswer {
    std::vector<MinutesShown> minutes;  // one, or none for this reader
};
BOOST_DESCRIBE_STRUCT(MinutesAnswer, (), (minutes))

// The sealed version, else the newest that the reader may see, where none is named.
struct MinutesQuery {
    static constexpr std::string_view name = "meetings.minutes";
    using Answer = MinutesAnswer;

    std::uint16_t session = 0;
    std::optional<std::uint16_t> correction;
    std::optional<std::uint16_t> version;
};
BOOST_DESCRIBE_STRUCT(MinutesQuery, (), (session, correction, version))

// Dates, for calendars: sessions to come, and what is due.

struct DateShown {
    std::string kind;            // "session", "problem", "decision"
    std::string reference;
    Date on;
    std::optional<TimeOfDay> from;
    std::optional<TimeOfDay> to;
    Names titles;                // empty of a session
    Names place;
    std::uint32_t revision = 0;
    bool cancelled = false;
    std::vector<BodyId> bodies;  // whom it concerns
    Instant said;                // when this was last said
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(DateShown, (), (kind, reference, on, from, to, titles, place, revision, cancelled, bodies, said, entry))

struct DatesAnswer {
    std::vector<DateShown> dates;  // in order
};
BOOST_DESCRIBE_STRUCT(DatesAnswer, (), (dates))

struct DatesQuery {
    static constexpr std::string_view name = "meetings.dates";
    using Answer = DatesAnswer;

    std::optional<BodyId> body;  // only what concerns it
    std::optional<Date> from;    // today where absent
    std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(DatesQuery, (), (body, from, to))

using Query = std::variant<ProblemsQuery, ProblemQuery, DecisionsQuery, MattersArisingQuery, ReviewListsQuery, AgendaProposalQuery,
                           SessionsQuery, SessionQuery, AgendaQuery, MinutesQuery, DatesQuery>;

// queries_problem.cpp
[[nodiscard]] ProblemsAnswer answer(const Looking& looking, const ProblemsQuery& query);
[[nodiscard]] ProblemsAnswer answer(const Looking& looking, const ProblemQuery& query);
[[nodiscard]] ReviewListsAnswer answer(const Looking& looking, const ReviewListsQuery& query);
// queries_decision.cpp
[[nodiscard]] DecisionsAnswer answer(const Looking& looking, const DecisionsQuery& query);
[[nodiscard]] DecisionsAnswer answer(const Looking& looking, const MattersArisingQuery& query);
// queries_session.cpp
[[nodiscard]] AgendaProposalAnswer answer(const Looking& looking, const AgendaProposalQuery& query);
[[nodiscard]] SessionsAnswer answer(const Looking& looking, const SessionsQuery& query);
[[nodiscard]] SessionsAnswer answer(const Looking& looking, const SessionQuery& query);
[[nodiscard]] AgendaAnswer answer(const Looking& looking, const AgendaQuery& query);
[[nodiscard]] DatesAnswer answer(const Looking& looking, const DatesQuery& query);
// queries_minutes.cpp
[[nodiscard]] MinutesAnswer answer(const Looking& looking, const MinutesQuery& query);

}  // namespace ponte::meetings
