#pragma once

#include "base/outcome.h"
#include "desks/publication/commands.h"
#include "desks/publication/view.h"

#include <vector>

// The publication desk's decisions: pure, const, refusals in the order of the README's table.
namespace ponte::publication {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const TrustPublisher& command);
Decision decide(const View& view, const PublishFigure& command);
// A fork is decided too: it is recorded, and nothing is adopted.
Decision decide(const View& view, const AdoptFigure& command);
Decision decide(const View& view, const KeepReceipt& command);
Decision decide(const View& view, const ResolveFork& command);

}  // namespace ponte::publication
