#pragma once

#include "base/outcome.h"
#include "desks/directory/commands.h"
#include "desks/directory/view.h"

#include <vector>

namespace ponte::directory {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const NameJurisdiction& command);
Decision decide(const View& view, const DefineJurisdictionSet& command);
Decision decide(const View& view, const AddToJurisdictionSet& command);
Decision decide(const View& view, const NameBody& command);
Decision decide(const View& view, const ReviewDisplayName& command);

}  // namespace ponte::directory
