#pragma once

#include "base/outcome.h"
#include "house/codecs.h"
#include "house/desks.h"

#include <string>
#include <string_view>
#include <vector>

// Questions out of JSON and answers into JSON. Every query of every desk passes here with the reader's
// Sight; there is no other way from a reader to a desk's state.
namespace ponte::house {

[[nodiscard]] Outcome<std::string> answer_query(const Desks& desks, std::string_view name, std::string_view json,
                                                const access::Sight& reader, Instant now);

[[nodiscard]] std::vector<QueryForm> query_forms();

// How a person sees: his body and side, as they are on the day of asking. A stranger sees as the public.
[[nodiscard]] access::Sight sight_of(const access::Grant& grant);

}  // namespace ponte::house
