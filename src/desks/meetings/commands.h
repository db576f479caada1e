#pragma once

// What may be asked of the meetings desk. A command is a plain value; asking changes nothing.

#include "desks/meetings/events.h"

namespace ponte::meetings {

struct RaiseProblem {
    static constexpr std::string_view name = "meetings.raise_problem";

    Names titles;
    Names texts;
    Severity severity{};
    std::vector<DutyOf> duties;
    std::optional<BodyId> settling;
    std::optional<Date> due;
    std::optional<ProblemId> earlier;  // the settled problem that comes up again
    std::optional<BodyId> body;        // the asker's own where absent
};
BOOST_DESCRIBE_STRUCT(RaiseProblem, (), (titles, texts, severity, duties, settling, due, earlier, body))

struct SignOffProblem {
    static constexpr std::string_view name = "meetings.sign_off_problem";

    ProblemId problem;
};
BOOST_DESCRIBE_STRUCT(SignOffProblem, (), (problem))

struct MoveProblem {
    static constexpr std::string_view name = "meetings.move_problem";

    ProblemId problem;
    Stage stage{};  // released, published
};
BOOST_DESCRIBE_STRUCT(MoveProblem, (), (problem, stage))

// Who is to settle it; again, with a reason, where somebody else was.
struct AssignProblem {
    static constexpr std::string_view name = "meetings.assign_problem";

    ProblemId problem;
    BodyId settling;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AssignProblem, (), (problem, settling, reason))

struct MoveProblemDue {
    static constexpr std::string_view name = "meetings.move_problem_due";

    ProblemId problem;
    Date due;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(MoveProblemDue, (), (problem, due, reason))

struct EscalateProblem {
    static constexpr std::string_view name = "meetings.escalate_problem";

    ProblemId problem;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EscalateProblem, (), (problem, reason))

// By a decision of the conference, or below it: then at least one of item, paper and source is given.
struct SettleProblem {
    static constexpr std::string_view name = "meetings.settle_problem";

    ProblemId problem;
    std::string reason;
    std::optional<Date> on;  // today where absent
    std::optional<DecisionId> decision;
    std::optional<ItemId> item;
    std::optional<Digest> paper;
    std::optional<std::string> source;
};
BOOST_DESCRIBE_STRUCT(SettleProblem, (), (problem, reason, on, decision, item, paper, source))

// Lists for review.

struct TitleReviewList {
    static constexpr std::string_view name = "meetings.title_review_list";

    PlanId plan;
    Names titles;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(TitleReviewList, (), (plan, titles, kind))

struct ReviewListLineGiven {
    std::uint16_t line = 0;
    Names texts;  // empty: struck out
    std::optional<DutyOf> duty;

    friend bool operator==(const ReviewListLineGiven&, const ReviewListLineGiven&) = default;
};
BOOST_DESCRIBE_STRUCT(ReviewListLineGiven, (), (line, texts, duty))

struct StateReviewListLines {
    static constexpr std::string_view name = "meetings.state_review_list_lines";

    ReviewListId list;
    std::vector<ReviewListLineGiven> lines;
};
BOOST_DESCRIBE_STRUCT(StateReviewListLines, (), (list, lines))

struct MoveReviewList {
    static constexpr std::string_view name = "meetings.move_review_list";

    ReviewListId list;
    Stage stage{};  // released, published
};
BOOST_DESCRIBE_STRUCT(MoveReviewList, (), (list, stage))

// Sessions.

struct CallSession {
    static constexpr std::string_view name = "meetings.call_session";

    std::uint16_t session = 0;
    Date on;
    TimeOfDay from;  // at UTC+8
    TimeOfDay to;
    Names place;
    Form form{};
    std::vector<Language> languages;  // at least one; the columns of the minutes, in order
    std::vector<BodyId> chairs;       // one body of each side
    std::optional<BodyId> minutes_by; // a body whose secretariat drafts; the asker's own where absent
};
BOOST_DESCRIBE_STRUCT(CallSession, (), (session, on, from, to, place, form, languages, chairs, minutes_by))

// What is not given stays as it was.
struct MoveSession {
    static constexpr std::string_view name = "meetings.move_session";

    std::uint16_t session = 0;
    std::optional<Date> on;
    std::optional<TimeOfDay> from;
    std::optional<TimeOfDay> to;
    std::optional<Names> place;
    std::optional<Form> form;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(MoveSession, (), (session, on, from, to, place, form, reason))

struct CancelSession {
    static constexpr std::string_view name = "meetings.cancel_session";

    std::uint16_t session = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelSession, (), (session, reason))

struct InviteBody {
    static constexpr std::string_view name = "meetings.invite_body";

    std::uint16_t session = 0;
    BodyId body;
    Capacity capacity{};
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(InviteBody, (), (session, body, capacity, note))

// Said again of the same person, it replaces what was said.
struct RecordAttendance {
    static constexpr std::string_view name = "meetings.record_attendance";

    std::uint16_t session = 0;
    PersonId person;
    BodyId body;
    std::string office;
    Attends attends{};
    std::optional<std::string> on_behalf;  // of a delegate
    Sealed display;
};
BOOST_DESCRIBE_STRUCT(RecordAttendance, (), (session, person, body, office, attends, on_behalf, display))

// As it took place; what is not given was as called.
struct HoldSession {
    static constexpr std::string_view name = "meetings.hold_session";

    std::uint16_t session = 0;
    std::optional<Date> on;
    std::optional<TimeOfDay> from;
    std::optional<TimeOfDay> to;
};
BOOST_DESCRIBE_STRUCT(HoldSession, (), (session, on, from, to))

// Agenda.

struct AgendaItemGiven {
    AgendaKind kind{};
    std::string reference;       // empty for opening, reports and other
    Names titles;                // may be empty where the reference has a title of its own
    std::optional<BodyId> body;  // that speaks to it

    friend bool operator==(const AgendaItemGiven&, const AgendaItemGiven&) = default;
};
BOOST_DESCRIBE_STRUCT(AgendaItemGiven, (), (kind, reference, titles, body))

// In the order given. Without items: as proposed (meetings.agenda_proposal), as far as both sides see it.
struct FixAgenda {
    static constexpr std::string_view name = "meetings.fix_agenda";

    std::uint16_t session = 0;
    std::vector<AgendaItemGiven> items;
};
BOOST_DESCRIBE_STRUCT(FixAgenda, (), (session, items))

struct AddAgendaItem {
    static constexpr std::string_view name = "meetings.add_agenda_item";

    std::uint16_t session = 0;
    AgendaItemGiven item;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AddAgendaItem, (), (session, item, reason))

// The paper was put into the journal's attachments before (the command line does it in one step).
struct PutStandingPaper {
    static constexpr std::string_view name = "meetings.put_standing_paper";

    std::uint16_t session = 0;
    std::uint16_t item = 0;
    Digest paper;
    std::uint64_t length = 0;
    std::string media_type;
    Names titles;
    Language language{};
};
BOOST_DESCRIBE_STRUCT(PutStandingPaper, (), (session, item, paper, length, media_type, titles, language))

struct MoveStandingPaper {
    static constexpr std::string_view name = "meetings.move_standing_paper";

    std::uint16_t session = 0;
    Digest paper;
    Stage stage{};  // signed_off by the body's head; released, published by its side's secretariat
};
BOOST_DESCRIBE_STRUCT(MoveStandingPaper, (), (session, paper, stage))

// Minutes.

struct DecisionGiven {
    BodyId owner;
    std::vector<BodyId> cooperating;
    std::optional<Date> due;
    std::optional<ProblemId> problem;
    std::optional<DutyOf> duty;
    std::optional<ReviewListId> list;
    std::vector<DecisionId> supersedes;

    friend bool operator==(const DecisionGiven&, const DecisionGiven&) = default;
};
BOOST_DESCRIBE_STRUCT(DecisionGiven, (), (owner, cooperating, due, problem, duty, list, supersedes))

struct MinutesLineGiven {
    std::uint16_t line = 0;           // keeps its number from version to version
    std::uint16_t item = 0;           // of the agenda; 0: of none
    Names texts;
    std::vector<Language> confirmed;  // unchanged, and looked at beside the changed ones: not stale
    std::optional<DecisionGiven> decision;

    friend bool operator==(const MinutesLineGiven&, const MinutesLineGiven&) = default;
};
BOOST_DESCRIBE_STRUCT(MinutesLineGiven, (), (line, item, texts, confirmed, decision))

// A whole version, its lines in order. Of a correction: only the lines that it corrects, with their numbers.
struct DraftMinutes {
    static constexpr std::string_view name = "meetings.draft_minutes";

    std::uint16_t session = 0;
    std::optional<std::uint16_t> correction;
    std::vector<MinutesLineGiven> lines;
    std::vector<CommentAnswered> answers;
};
BOOST_DESCRIBE_STRUCT(DraftMinutes, (), (session, correction, lines, answers))

// The newest version goes to both sides.
struct CirculateMinutes {
    static constexpr std::string_view name = "meetings.circulate_minutes";

    std::uint16_t session = 0;
    std::optional<std::uint16_t> correction;
};
BOOST_DESCRIBE_STRUCT(CirculateMinutes, (), (session, correction))

// On a line of the newest circulated version; 0: on the whole.
struct CommentMinutes {
    static constexpr std::string_view name = "meetings.comment_minutes";

    std::uint16_t session = 0;
    std::optional<std::uint16_t> correction;
    std::uint16_t line = 0;
    Names texts;
};
BOOST_DESCRIBE_STRUCT(CommentMinutes, (), (session, correction, line, texts))

struct ReleaseComment {
    static constexpr std::string_view name = "meetings.release_comment";

    std::uint16_t session = 0;
    std::optional<std::uint16_t> correction;
    CommentId comment;
};
BOOST_DESCRIBE_STRUCT(ReleaseComment, (), (session, correction, comment))

// The digest says which lines were read: of another version it is refused.
struct ApproveMinutes {
    static constexpr std::string_view name = "meetings.approve_minutes";

    std::uint16_t session = 0;
    std::optional<std::uint16_t> correction;
    Digest digest;
};
BOOST_DESCRIBE_STRUCT(ApproveMinutes, (), (session, correction, digest))

// At the adopted checkpoint of this size and root; the house holds both against its own log.
struct SealMinutes {
    static constexpr std::string_view name = "meetings.seal_minutes";

    std::uint16_t session = 0;
    std::optional<std::uint16_t> correction;
    std::uint64_t size = 0;
    Digest root;
};
BOOST_DESCRIBE_STRUCT(SealMinutes, (), (session, correction, size, root))

// Once from each side, and sealed minutes are public.
struct PublishMinutes {
    static constexpr std::string_view name = "meetings.publish_minutes";

    std::uint16_t session = 0;
    std::optional<std::uint16_t> correction;
};
BOOST_DESCRIBE_STRUCT(PublishMinutes, (), (session, correction))

struct OpenCorrection {
    static constexpr std::string_view name = "meetings.open_correction";

    std::uint16_t session = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(OpenCorrection, (), (session, reason))

// Decisions.

struct CarryOutDecision {
    static constexpr std::string_view name = "meetings.carry_out_decision";

    DecisionId decision;
    std::optional<Date> on;  // today where absent
    std::optional<ItemId> item;
    std::optional<Digest> paper;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(CarryOutDecision, (), (decision, on, item, paper, note))

struct LapseDecision {
    static constexpr std::string_view name = "meetings.lapse_decision";

    DecisionId decision;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(LapseDecision, (), (decision, reason))

using Command = std::variant<RaiseProblem, SignOffProblem, MoveProblem, AssignProblem, MoveProblemDue, EscalateProblem, SettleProblem,
                             TitleReviewList, StateReviewListLines, MoveReviewList, CallSession, MoveSession, CancelSession, InviteBody,
                             RecordAttendance, HoldSession, FixAgenda, AddAgendaItem, PutStandingPaper, MoveStandingPaper, DraftMinutes,
                             CirculateMinutes, CommentMinutes, ReleaseComment, ApproveMinutes, SealMinutes, PublishMinutes, OpenCorrection,
                             CarryOutDecision, LapseDecision>;

}  // namespace ponte::meetings
