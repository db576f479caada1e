#pragma once

#include "desks/origin/determine.h"

// What would have to change in a bill so that a rule is met: the ways, the cheapest first. Each way is tried out
// on the changed bill before it is offered.
namespace ponte::origin {

enum class ChangeKind : std::uint8_t {
    lower_value = 1,        // the material must cost less, by the amount
    source_here = 2,        // a material that originates here in its place; the amount is its value
    change_heading = 3,     // ... or one of another chapter, heading or subheading than the good's
    raise_local = 4,        // originating materials, labour or development, by the amount, at the same price
    carry_out_process = 5,  // here
};
BOOST_DESCRIBE_ENUM(ChangeKind, lower_value, source_here, change_heading, raise_local, carry_out_process)

struct Step {
    ChangeKind kind{};
    std::optional<std::uint32_t> line;  // Into the bill's lines.
    Wide amount = 0;
    ProcessId process;

    friend bool operator==(const Step&, const Step&) = default;
};

struct Way {
    Wide amount = 0;        // That has to be moved in all.
    bool unpriced = false;  // There is a step in it that has no price here.
    std::vector<Step> steps;

    friend bool operator==(const Way&, const Way&) = default;
};

// For a rule that is not met; nothing where the bill cannot be made to meet it, or does already.
[[nodiscard]] std::vector<Way> ways_to_meet(const Tests& tests, const Setting& setting, const Prepared& good);
// For several of which one is enough.
[[nodiscard]] std::vector<Way> ways_to_meet_one(const std::vector<const Tests*>& rules, const Setting& setting, const Prepared& good);

}  // namespace ponte::origin
