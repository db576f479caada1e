#pragma once

#include "auditor.h"
#include "chance.h"

namespace ponte::sim {

// A request that somebody might make: of any desk, sensible or not, by anybody. Names come from small
// pools, so that requests meet what earlier ones left.
[[nodiscard]] house::Request drawn_request(Chance& chance, const Auditor& auditor, std::string id);
// Requests that make a journal worth working in, in order.
[[nodiscard]] std::vector<house::Request> first_requests(Chance& chance);
[[nodiscard]] house::Founding founding();

}  // namespace ponte::sim
