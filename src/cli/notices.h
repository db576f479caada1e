#pragma once

#include "adapters/outbox/notice.h"
#include "house/desks.h"

#include <vector>

// What the people of this journal are told by mail: the one place where a desk that has something to tell
// adds it. A notice is made of ids, kinds and dates only (adapters/outbox/notice.h), and only of what the person's
// own queries would show him.
namespace ponte::cli {

// All that hold now, for everyone who has access today. What is not among them any more is not told.
[[nodiscard]] std::vector<outbox::Notice> notices_on(const house::Desks& desks, Instant now);

}  // namespace ponte::cli
