#pragma once

#include "base/describe.h"
#include "base/difference.h"

#include <array>

// A difference between two wordings, as an answer shows it.
namespace ponte::planning {

struct PieceShown {
    std::string change;  // "same", "removed", "added"
    std::string text;

    friend bool operator==(const PieceShown&, const PieceShown&) = default;
};
BOOST_DESCRIBE_STRUCT(PieceShown, (), (change, text))

[[nodiscard]] inline std::vector<PieceShown> pieces_shown(std::string_view before, std::string_view after) {
    constexpr std::array<std::string_view, 4> names{"", "same", "removed", "added"};
    std::vector<PieceShown> pieces;
    for (const Stretch& one : difference(before, after)) {
        pieces.push_back({.change = std::string(names.at(static_cast<std::size_t>(one.change))), .text = one.text});
    }
    return pieces;
}

}  // namespace ponte::planning
