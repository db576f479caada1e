#pragma once

#include "base/outcome.h"
#include "ledger/commands.h"
#include "ledger/view.h"

// What the ledger may say to a command: events or a refusal. Nothing here changes the state.
namespace ponte::ledger {

using Decision = Outcome<std::vector<Event>>;

Decision decide(const View& view, const OpenAccount& command);
Decision decide(const View& view, const PostTransfer& command);
// The lawful ones of a batch; when none is lawful, the refusal of the first. decide_batch says which were not.
Decision decide(const View& view, const PostTransfers& command);

// What was posted since the state: a batch's own view of itself, laid over a state that stays as it is.
struct Posting {
    FoundByHash<Place, Sums, boost::hash<Place>> touched;
    FoundByHash<TransferId, KeptTransfer, HashOfId> posted;
};

// Would this transfer be lawful? Yes is the event to record; no says why. For desks that pay.
Outcome<TransferPosted> post(const State& state, const PostTransfer& transfer);
// The same after what the posting holds already; a lawful transfer is added to it.
Outcome<TransferPosted> post(const State& state, Posting& posting, const PostTransfer& transfer);

struct TransferRefused {
    std::uint32_t index = 0;  // In the batch as asked.
    Refusal refusal;          // Its place: "/transfers/17/debit".
};

// Every transfer of the batch is in one of the two lists, in the order of asking.
struct Batch {
    std::vector<TransferPosted> posted;
    std::vector<TransferRefused> refused;
};

// A verdict for each transfer; all or none refuses as a whole, with the first refusal and its place.
Outcome<Batch> decide_batch(const View& view, const PostTransfers& command);

}  // namespace ponte::ledger
