#pragma once

#include "base/outcome.h"
#include "desks/meetings/commands.h"
#include "desks/meetings/view.h"

#include <vector>

namespace ponte::meetings {

using Decided = Outcome<std::vector<Event>>;

// decide_problem.cpp
Decided decide(const View& view, const RaiseProblem& command);
Decided decide(const View& view, const SignOffProblem& command);
Decided decide(const View& view, const MoveProblem& command);
Decided decide(const View& view, const AssignProblem& command);
Decided decide(const View& view, const MoveProblemDue& command);
Decided decide(const View& view, const EscalateProblem& command);
Decided decide(const View& view, const SettleProblem& command);
// decide_list.cpp
Decided decide(const View& view, const TitleReviewList& command);
Decided decide(const View& view, const StateReviewListLines& command);
Decided decide(const View& view, const MoveReviewList& command);
// decide_session.cpp
Decided decide(const View& view, const CallSession& command);
Decided decide(const View& view, const MoveSession& command);
Decided decide(const View& view, const CancelSession& command);
Decided decide(const View& view, const InviteBody& command);
Decided decide(const View& view, const RecordAttendance& command);
Decided decide(const View& view, const HoldSession& command);
// decide_agenda.cpp
Decided decide(const View& view, const FixAgenda& command);
Decided decide(const View& view, const AddAgendaItem& command);
Decided decide(const View& view, const PutStandingPaper& command);
Decided decide(const View& view, const MoveStandingPaper& command);
// decide_draft.cpp
Decided decide(const View& view, const DraftMinutes& command);
// decide_minutes.cpp
Decided decide(const View& view, const CirculateMinutes& command);
Decided decide(const View& view, const CommentMinutes& command);
Decided decide(const View& view, const ReleaseComment& command);
Decided decide(const View& view, const ApproveMinutes& command);
Decided decide(const View& view, const SealMinutes& command);
Decided decide(const View& view, const PublishMinutes& command);
Decided decide(const View& view, const OpenCorrection& command);
// decide_decision.cpp
Decided decide(const View& view, const CarryOutDecision& command);
Decided decide(const View& view, const LapseDecision& command);

}  // namespace ponte::meetings
