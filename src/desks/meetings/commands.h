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

using Command = std::variant<RaiseProblem, SignOffProblem, MoveProblem, AssignProblem, MoveProblemDue, EscalateProblem, SettleProblem>;

}  // namespace ponte::meetings
