#pragma once

#include "base/outcome.h"
#include "desks/reporting/commands.h"
#include "desks/reporting/view.h"

#include <vector>

namespace ponte::reporting {

using Decision = Outcome<std::vector<Event>>;

// decide_round.cpp
Decision decide(const View& view, const OpenRound& command);
Decision decide(const View& view, const AskBody& command);
Decision decide(const View& view, const ChangeLines& command);
Decision decide(const View& view, const AmendRequest& command);
Decision decide(const View& view, const CloseRound& command);
Decision decide(const View& view, const ReopenRequest& command);
// decide_return.cpp
Decision decide(const View& view, const RecordReturn& command);
Decision decide(const View& view, const SignOffReturn& command);
Decision decide(const View& view, const ReleaseReturn& command);
Decision decide(const View& view, const VerifyReturn& command);
Decision decide(const View& view, const AnswerQuestion& command);
// decide_date.cpp
Decision decide(const View& view, const AskExtension& command);
Decision decide(const View& view, const GrantExtension& command);
Decision decide(const View& view, const RefuseExtension& command);
Decision decide(const View& view, const Remind& command);
Decision decide(const View& view, const Escalate& command);
Decision decide(const View& view, const SettleEscalation& command);

// Ties the lines of a return to the items that the conference desk has for them, in the order of the
// command. Refuses a figure that was withdrawn before, and one that replaces a signed-off figure without
// saying why. The house asks it between the two desks (house/reporting_reactions.cpp).
[[nodiscard]] Outcome<ItemsLinked> linked(const View& view, const RecordReturn& command, const std::vector<ItemId>& figures,
                                          const std::vector<ItemId>& actions);

}  // namespace ponte::reporting
