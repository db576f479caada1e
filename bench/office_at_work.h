#pragma once

#include "bench/measure.h"
#include "cli/office.h"
#include "desks/conference/commands.h"

#include <memory>

// A journal folder with an office at work over it: the directory of the demonstration, three people of one
// secretariat, the plan in our own words in four languages, and sixty indicators for its measures.
namespace ponte::bench {

inline constexpr std::size_t indicators_count = 60;

class OfficeAtWork {
public:
    [[nodiscard]] static Attempt<OfficeAtWork> founded(const Bench& bench, const std::string& folder_name);

    [[nodiscard]] house::House& house() { return office_->house(); }
    [[nodiscard]] const conference::PlanId& plan() const { return plan_; }

    // Each must be accepted. Many commands go in blocks of some thousand.
    [[nodiscard]] Attempt<house::Receipt> ask(const PersonId& person, house::AnyCommand command);
    [[nodiscard]] Attempt<bool> ask_all(const PersonId& person, const std::vector<house::AnyCommand>& commands);

private:
    [[nodiscard]] Attempt<bool> furnish(const Bench& bench);

    cli::OfficeHeld office_;
    conference::PlanId plan_;
};

extern const PersonId administrator_one;
extern const PersonId officer;      // Of the secretariat: records, releases, publishes.
extern const PersonId head;         // Of the same body: signs off.
[[nodiscard]] conference::IndicatorId indicator_named(std::size_t index);

// A CSV as an office sends it: `rows` observations spread over the indicators, a day each, none of them
// twice and none as in another `edition`.
[[nodiscard]] std::string observations_csv(std::size_t rows, unsigned edition);

}  // namespace ponte::bench
