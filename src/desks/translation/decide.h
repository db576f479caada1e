#pragma once

#include "base/outcome.h"
#include "desks/translation/commands.h"
#include "desks/translation/view.h"

#include <vector>

namespace ponte::translation {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const DefineTerm& command);
Decision decide(const View& view, const ImportTerms& command);
Decision decide(const View& view, const AgreeTerm& command);
Decision decide(const View& view, const DeclineTerm& command);
Decision decide(const View& view, const RetireTerm& command);
Decision decide(const View& view, const Assign& command);
Decision decide(const View& view, const Unassign& command);
Decision decide(const View& view, const Require& command);
Decision decide(const View& view, const ApproveTexts& command);

}  // namespace ponte::translation
