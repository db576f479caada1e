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

using Query = std::variant<ProblemsQuery, ProblemQuery, DecisionsQuery, MattersArisingQuery>;

[[nodiscard]] ProblemsAnswer answer(const Looking& looking, const ProblemsQuery& query);
[[nodiscard]] ProblemsAnswer answer(const Looking& looking, const ProblemQuery& query);
[[nodiscard]] DecisionsAnswer answer(const Looking& looking, const DecisionsQuery& query);
[[nodiscard]] DecisionsAnswer answer(const Looking& looking, const MattersArisingQuery& query);

}  // namespace ponte::meetings
