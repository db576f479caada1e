#pragma once

#include "base/outcome.h"
#include "desks/publication/commands.h"
#include "desks/publication/view.h"

#include <vector>

namespace ponte::publication {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const TrustPublisher& command);

}  // namespace ponte::publication
