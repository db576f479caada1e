#pragma once

#include "adapters/outbox/outbox.h"
#include "cli/office.h"

// Letters that call people to a session, tell them that it was moved, and that it was cancelled.
namespace ponte::cli {

// Puts the letters that hold now and were not written before into the outbox, one a person; says how many. To whoever
// is to sit there (principal or delegate); of a body that has named nobody who has an address, to its head and secretariat.
// Who was never invited is told of no cancelling. Written from the record each time it is called: what a crash took is
// written by the next call, and what is there is not written again.
[[nodiscard]] Attempt<Outcome<std::size_t>> write_invitations(Office& office, outbox::Outbox& outbox, const outbox::Letterhead& letterhead);

}  // namespace ponte::cli
