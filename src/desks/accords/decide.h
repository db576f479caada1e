#pragma once

#include "base/outcome.h"
#include "desks/accords/commands.h"
#include "desks/accords/view.h"

#include <vector>

// What the accords desk answers to each of its commands: the events that follow, or why not.
namespace ponte::accords {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const RegisterInstrument& command);
Decision decide(const View& view, const AmendRecord& command);
Decision decide(const View& view, const MoveInstrument& command);
Decision decide(const View& view, const NameBodies& command);

Decision decide(const View& view, const TakeStep& command);
Decision decide(const View& view, const CorrectStep& command);
Decision decide(const View& view, const ContradictStep& command);
Decision decide(const View& view, const MoveStep& command);
Decision decide(const View& view, const StateThreshold& command);

Decision decide(const View& view, const HoldRound& command);
Decision decide(const View& view, const DraftArticle& command);
Decision decide(const View& view, const StatePosition& command);
Decision decide(const View& view, const MarkArticle& command);
Decision decide(const View& view, const PassPen& command);

Decision decide(const View& view, const PlanActivity& command);
Decision decide(const View& view, const HoldActivity& command);
Decision decide(const View& view, const CancelActivity& command);

Decision decide(const View& view, const RecordRequest& command);
Decision decide(const View& view, const AcknowledgeRequest& command);
Decision decide(const View& view, const AnswerRequest& command);
Decision decide(const View& view, const MoveRequest& command);
Decision decide(const View& view, const StrikeRequest& command);

Decision decide(const View& view, const StateRoute& command);
Decision decide(const View& view, const StateClause& command);
Decision decide(const View& view, const RecordListing& command);
Decision decide(const View& view, const PublishList& command);
Decision decide(const View& view, const RecordFigure& command);
Decision decide(const View& view, const SetWeights& command);
Decision decide(const View& view, const RecordCount& command);

}  // namespace ponte::accords
