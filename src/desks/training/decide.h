#pragma once

#include "base/outcome.h"
#include "desks/training/commands.h"
#include "desks/training/view.h"

#include <vector>

namespace ponte::training {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const PlanEvent& command);
Decision decide(const View& view, const ChangeSeats& command);
Decision decide(const View& view, const CancelEvent& command);
Decision decide(const View& view, const HoldEvent& command);
Decision decide(const View& view, const NominateParticipant& command);
Decision decide(const View& view, const ConfirmNomination& command);
Decision decide(const View& view, const WithdrawNomination& command);
Decision decide(const View& view, const RecordAttendance& command);
Decision decide(const View& view, const IssueCertificate& command);
Decision decide(const View& view, const WithdrawCertificate& command);

}  // namespace ponte::training
