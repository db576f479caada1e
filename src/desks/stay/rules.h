#pragma once

#include "desks/stay/facts.h"

#include <cstddef>

// Numbers and small rules that decisions and answers of this desk share.
namespace ponte::stay::rules {

inline constexpr std::size_t id_bytes_max = 64;
inline constexpr std::size_t lines_max = 400;         // Of one order: twice the passports that there are.
inline constexpr std::size_t cells_max = 400;         // Of one passport: keeps an entry far below 65,535 bytes.
inline constexpr std::size_t rule_bytes_max = 30'000;
inline constexpr std::uint16_t days_max = 3'660;      // Of a stay, a limit or a span: ten years.
inline constexpr std::uint16_t points_max = 100;
inline constexpr std::size_t stays_max = 500;

// Whether somebody comes in under it without a visa in hand: what published mobility scores count.
[[nodiscard]] constexpr bool admits(Requirement requirement) {
    return requirement == Requirement::visa_free || requirement == Requirement::permit || requirement == Requirement::on_arrival ||
           requirement == Requirement::authorisation;
}
// Free of any visa, also of one at the border: what a waiver gives.
[[nodiscard]] constexpr bool waives(Requirement requirement) {
    return requirement == Requirement::visa_free || requirement == Requirement::permit;
}
// Lighter is less: the order in which two ways to come in are compared.
[[nodiscard]] constexpr int weight_of(Requirement requirement) {
    switch (requirement) {
        case Requirement::visa_free: return 0;
        case Requirement::permit: return 0;
        case Requirement::authorisation: return 1;
        case Requirement::on_arrival: return 2;
        case Requirement::e_visa: return 3;
        case Requirement::visa_required: return 4;
        case Requirement::permit_needed: return 5;
        case Requirement::no_admission: return 6;
    }
    return 6;
}

// The days of one entry: the smallest limit of the windows that one entry alone can reach.
[[nodiscard]] std::optional<std::uint16_t> days_of_entry(const std::vector<Window>& windows);

// What is weighed until somebody sets other weights: the house's own proposal, published with every ranking.
[[nodiscard]] std::vector<Weight> weights_of_the_house();

}  // namespace ponte::stay::rules
