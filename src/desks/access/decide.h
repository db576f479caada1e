#pragma once

#include "base/outcome.h"
#include "desks/access/commands.h"
#include "desks/access/view.h"

#include <vector>

// What may be asked of the access desk, and the events or the refusal that come of it: pure, and in the order of
// refusals.h.
namespace ponte::access {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const RegisterPerson& command);
Decision decide(const View& view, const GrantRole& command);
Decision decide(const View& view, const ConfirmRole& command);
Decision decide(const View& view, const WithdrawRole& command);
Decision decide(const View& view, const NameDeputy& command);
Decision decide(const View& view, const SetPassword& command);
Decision decide(const View& view, const SetAddress& command);
Decision decide(const View& view, const RecordLeaver& command);
Decision decide(const View& view, const NoteFailedSignIns& command);
Decision decide(const View& view, const IssueReset& command);
Decision decide(const View& view, const UseReset& command);
Decision decide(const View& view, const NoteSession& command);

}  // namespace ponte::access
