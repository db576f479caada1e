#pragma once

#include "base/date.h"
#include "base/digest.h"
#include "base/id.h"

#include <cstdint>

namespace ponte {

// Where and when an event stands in the journal. Handed to every fold beside the event.
struct Recorded {
    std::uint64_t sequence = 0;  // The entry's index in the log, from 0.
    Digest leaf;                 // The Merkle leaf hash of its stored bytes.
    Instant time;                // The block's stamp.
    PersonId actor;              // From the head of its run.
    std::uint64_t run = 0;       // Sequence of that head.
};

}  // namespace ponte
