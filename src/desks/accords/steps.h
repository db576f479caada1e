#pragma once

#include "desks/accords/lawful.h"
#include "desks/accords/state.h"

// Which papers a file has, which a step still lacks, and which days cannot be in that order.
namespace ponte::accords {

[[nodiscard]] std::vector<const Step*> steps_of(const Instrument& instrument);
[[nodiscard]] Way way_of(const State& state, const Instrument& instrument);

// The papers that must be there before the step and are not, each once; of alternatives the first is named.
// A paper of each party is there when every party's is.
[[nodiscard]] std::vector<StepKind> papers_missing(const State& state, const Instrument& instrument, StepKind step);

// A step that would stand on a day.
struct Order {
    StepKind step{};
    Period date;
    bool retroactive = false;
    std::uint16_t except = 0;  // The number of the step that it corrects; 0: none.
};
// A step whose paper would come after it, or that would come before its own paper.
[[nodiscard]] const Step* out_of_order(const State& state, const Instrument& instrument, const Order& order);
// A step that would lack its paper without this one.
[[nodiscard]] const Step* resting_on(const State& state, const Instrument& instrument, const Step& step);

[[nodiscard]] bool is_suspended(const Instrument& instrument);
[[nodiscard]] const Step* ending_of(const Instrument& instrument);  // Termination or lapse.

}  // namespace ponte::accords
