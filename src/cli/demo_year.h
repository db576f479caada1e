#pragma once

#include "cli/orders.h"

#include <functional>
#include <memory>
#include <string>

// The year of the mechanism in the demonstration: data/demo/year.jsonl read from the top. What is an order is
// asked; what stands for many orders of one kind (a body's nothing-to-report lines, the agreeing of every line
// of a list) is written out here, as the commands would be.
namespace ponte::cli {

struct DemoYear {
    OfficeHeld& office;
    std::string out;                                                // folder of the results
    conference::PlanId plan;
    std::function<Attempt<Outcome<bool>>(Date)> record_until;       // the published figures known by that day
    std::function<void(const conference::RecordObservation&)> recorded;  // a figure that a return has brought already
};

[[nodiscard]] Attempt<Outcome<std::size_t>> live_the_year(DemoYear& year, std::string_view orders);

}  // namespace ponte::cli
