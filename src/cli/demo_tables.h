#pragma once

#include "base/outcome.h"
#include "cli/demo_data.h"
#include "house/desks.h"

#include <string>
#include <vector>

// The facts of data/accords, withholding, stay and origin as commands, in the order in which they stand on each
// other. Each row names its source; what is unverified is loaded as unknown.
namespace ponte::cli {

struct DemoTables {
    std::vector<house::AnyCommand> instruments;
    // Of each instrument its steps, in the order in which they are to be recorded, with the day on which each was
    // known at the latest.
    std::vector<std::vector<Dated<accords::Command>>> steps;
    std::vector<house::AnyCommand> rest;  // Listings, rates, visas, rules of origin: as they were found in 2026.
};

[[nodiscard]] Outcome<DemoTables> read_demo_tables(const std::string& folder);

}  // namespace ponte::cli
