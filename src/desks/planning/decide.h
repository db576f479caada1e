#pragma once

#include "base/outcome.h"
#include "desks/planning/commands.h"
#include "desks/planning/view.h"

#include <vector>

namespace ponte::planning {

using Decision = Outcome<std::vector<Event>>;

// decide.cpp: the list and its lines
Decision decide(const View& view, const OpenList& command);
Decision decide(const View& view, const AddLine& command);
Decision decide(const View& view, const MoveLine& command);
Decision decide(const View& view, const WithdrawLine& command);
Decision decide(const View& view, const KeepLine& command);
Decision decide(const View& view, const AdoptList& command);
// decide_wording.cpp
Decision decide(const View& view, const DraftWording& command);
Decision decide(const View& view, const ProposeWording& command);
Decision decide(const View& view, const AgreeWording& command);
// decide_closing.cpp
Decision decide(const View& view, const CloseDuty& command);
Decision decide(const View& view, const ConfirmClosing& command);
Decision decide(const View& view, const QuestionClosing& command);
Decision decide(const View& view, const CloseYear& command);
// decide_lineage.cpp
Decision decide(const View& view, const RegisterFrame& command);
Decision decide(const View& view, const AddFrameItems& command);
Decision decide(const View& view, const Link& command);
Decision decide(const View& view, const Unlink& command);
Decision decide(const View& view, const ConfirmMatch& command);
Decision decide(const View& view, const WithdrawMatch& command);

}  // namespace ponte::planning
