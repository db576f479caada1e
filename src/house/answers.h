#pragma once

#include "house/desks.h"

// Typed answers for whoever writes papers and calendars: the same gate as answer_query, without the JSON.
namespace ponte::house {

// For the queries that query_codec.cpp names at its end; another one is one line more there.
template <class One>
[[nodiscard]] typename One::Answer answer_to(const Desks& desks, const One& query, const access::Sight& reader, Instant now);

}  // namespace ponte::house
