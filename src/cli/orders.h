#pragma once

#include "cli/office.h"

#include <functional>
#include <memory>
#include <map>
#include <string>
#include <vector>

// Orders by the file: one command a line, as JSON, asked one after another. What an office does every year
// can be written down once, read by a colleague, rehearsed, and run again: an order that was done is answered as
// before and never done twice, under its id or, without one, by what the line says.
//
//   {"at": "2021-01-04T01:00:00Z", "as": "demo.coordination", "ask": "reporting.open_round",
//    "with": {"round": "2020-q4", ...}, "keep": {"r": "round"}, "id": "..."}
//
// `at` moves a simulated clock and is refused with a system clock. `keep` remembers fields of the events that
// followed, for `${name}` in later orders. `refused` names the code that the order must be refused with. A
// line with `say` is a remark and is passed over; `do` is for whoever runs the file.
namespace ponte::cli {

namespace refusals {
inline constexpr RefusalKind order_unreadable{"cli.order_unreadable", Remedy::correct};
inline constexpr RefusalKind order_not_refused{"cli.order_not_refused", Remedy::correct};
inline constexpr RefusalKind clock_not_simulated{"cli.clock_not_simulated", Remedy::correct};
}  // namespace refusals

using Kept = std::map<std::string, std::string>;

struct OrderDone {
    std::size_t line = 0;
    std::string ask;
    std::uint64_t sequence = 0;
    std::string refused;  // The code, where the order was to be refused and was.
    bool repeated = false;  // It had been done before.
};

struct OrdersRun {
    Kept kept;
    bool once = false;  // A line without an id is done once, however often the file is run,
    std::string name;   // under this name of the run: next year's has another.
    // For lines with "do": the word and the line's JSON. Absent: such lines are refused.
    std::function<Attempt<Outcome<bool>>(const std::string& word, const std::string& json, Kept& kept)> special;
    std::function<void(const OrderDone&)> told;
};

// Runs the lines from the top and stops at the first refusal that was not asked for; its place is "line N",
// then the place inside the order. What was done before it stays done.
// `office` is a place, not a value: a special line may close the office and open it again.
[[nodiscard]] Attempt<Outcome<std::size_t>> run_orders(OfficeHeld& office, std::string_view text, OrdersRun& run);

}  // namespace ponte::cli
