#pragma once

#include "desks/origin/refusals.h"
#include "desks/origin/view.h"
#include "desks/origin/words_of_rows.h"

#include <utility>

// What the decisions of this desk have in common.
namespace ponte::origin {

inline bool may_record(const View& view) { return view.asker.has("origin", access::Role::officer) || view.asker.may_configure("origin"); }
inline bool may_sign(const View& view) { return view.asker.has("origin", access::Role::head) || view.asker.may_configure("origin"); }

inline std::string at_row(std::string_view list, std::size_t row, std::string_view field = {}) {
    return "/" + std::string(list) + "/" + std::to_string(row) + std::string(field);
}

// The rows in events that each fit an entry: `event_of(rows)` makes one, `bytes_of(row)` says about how long a row is.
template <class Row, class BytesOf, class EventOf>
std::vector<Event> in_entries(std::vector<Row> rows, const BytesOf& bytes_of, const EventOf& event_of) {
    std::vector<Event> events;
    std::vector<Row> some;
    std::size_t bytes = 0;
    for (Row& row : rows) {
        const std::size_t more = bytes_of(row);
        if (!some.empty() && bytes + more > event_bytes_max) {
            events.emplace_back(event_of(std::exchange(some, {})));
            bytes = 0;
        }
        bytes += more;
        some.push_back(std::move(row));
    }
    if (!some.empty()) events.emplace_back(event_of(std::move(some)));
    return events;
}

}  // namespace ponte::origin

// Refuses with the first fault that a check of words finds.
#define REFUSE_FAULT(...)                                             \
    do {                                                              \
        if (auto fault_ = (__VA_ARGS__)) return std::unexpected(*std::move(fault_)); \
    } while (false)
