#pragma once

#include "base/outcome.h"
#include "desks/conference/commands.h"
#include "desks/conference/view.h"

#include <vector>

namespace ponte::conference {

using Decision = Outcome<std::vector<Event>>;

// decide_plan.cpp
Decision decide(const View& view, const ImportPlan& command);
Decision decide(const View& view, const CorrectPlan& command);
Decision decide(const View& view, const StateText& command);
Decision decide(const View& view, const AppointBody& command);
Decision decide(const View& view, const EndAppointment& command);
// decide_indicator.cpp
Decision decide(const View& view, const DefineIndicator& command);
Decision decide(const View& view, const SetMilestone& command);
Decision decide(const View& view, const ReachMilestone& command);
Decision decide(const View& view, const OverrideStatus& command);
Decision decide(const View& view, const StateForecast& command);
Decision decide(const View& view, const StateJudgement& command);
// decide_evidence.cpp
Decision decide(const View& view, const RecordObservation& command);
Decision decide(const View& view, const ImportObservations& command);
Decision decide(const View& view, const RecordAction& command);
// The item that the paper is or would be, or why it cannot be recorded: an item is named after what it says.
[[nodiscard]] Outcome<ItemId> item_of(const View& view, const RecordObservation& command);
[[nodiscard]] Outcome<ItemId> item_of(const View& view, const RecordAction& command);
// decide_item.cpp
Decision decide(const View& view, const SignOffItem& command);
Decision decide(const View& view, const MoveItem& command);
Decision decide(const View& view, const VerifyItem& command);
Decision decide(const View& view, const WithdrawItem& command);
// decide_session.cpp
Decision decide(const View& view, const RecordSession& command);
Decision decide(const View& view, const RecordYearWithoutSession& command);
Decision decide(const View& view, const FreezeDossier& command);

}  // namespace ponte::conference
