#pragma once

#include "base/outcome.h"
#include "desks/origin/commands.h"
#include "desks/origin/view.h"

#include <vector>

// What may be asked of the origin desk, and the events or the refusal that come of it: pure, and in the order of
// refusals.h.
namespace ponte::origin {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const RecordSet& command);
Decision decide(const View& view, const LoadRules& command);
Decision decide(const View& view, const LoadTerms& command);
Decision decide(const View& view, const RetireRule& command);
Decision decide(const View& view, const CompleteList& command);
Decision decide(const View& view, const ReopenList& command);
Decision decide(const View& view, const LoadCorrelations& command);
Decision decide(const View& view, const DefineProcesses& command);
Decision decide(const View& view, const LoadTariff& command);
Decision decide(const View& view, const NoteProducts& command);
Decision decide(const View& view, const RegisterExporter& command);
Decision decide(const View& view, const EndExporter& command);
Decision decide(const View& view, const RegisterProduct& command);
Decision decide(const View& view, const EndProduct& command);
Decision decide(const View& view, const ApplyCertificate& command);
Decision decide(const View& view, const CheckCertificate& command);
Decision decide(const View& view, const IssueCertificate& command);
Decision decide(const View& view, const RefuseCertificate& command);
Decision decide(const View& view, const AmendCertificate& command);
Decision decide(const View& view, const CancelCertificate& command);
Decision decide(const View& view, const UseCertificate& command);
Decision decide(const View& view, const RequestRuleChange& command);
Decision decide(const View& view, const DecideRuleChange& command);
Decision decide(const View& view, const LoadSupplierRules& command);
Decision decide(const View& view, const ApplySupplier& command);
Decision decide(const View& view, const CheckSupplier& command);
Decision decide(const View& view, const IssueSupplier& command);
Decision decide(const View& view, const RefuseSupplier& command);
Decision decide(const View& view, const CancelSupplier& command);

}  // namespace ponte::origin
