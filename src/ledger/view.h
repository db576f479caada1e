#pragma once

#include "ledger/state.h"

namespace ponte::ledger {

// Everything a decision of the ledger may look at. The rights of the asker come as two words, since the
// ledger stands below the desk that grants them.
struct View {
    const State& ledger;
    bool may_open = false;
    bool may_post = false;
};

}  // namespace ponte::ledger
