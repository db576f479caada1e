#pragma once

#include "base/outcome.h"
#include "desks/stay/commands.h"
#include "desks/stay/view.h"

#include <vector>

// The stay desk's decisions: pure, const, refusals in the order of the README's table.
namespace ponte::stay {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const OpenSnapshot& command);
Decision decide(const View& view, const RecordBase& command);
Decision decide(const View& view, const EnactRule& command);
Decision decide(const View& view, const EndRule& command);
Decision decide(const View& view, const CorrectRule& command);
Decision decide(const View& view, const DefineZone& command);
Decision decide(const View& view, const DateZoneMember& command);
Decision decide(const View& view, const SetWeights& command);

}  // namespace ponte::stay
