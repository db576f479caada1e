#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// Which figures of the desks speak of which measure, and how they are called.
namespace ponte::dossier {

class Words;

struct CountedFigure {
    std::uint16_t measure = 0;
    std::string_view id;     // of the figure: "instruments.judicial.in_force"
    std::string_view group;  // the word for what is counted; empty: the id's own word says all
    std::string_view state;  // the word for what of it
};

// In the order in which a measure's section names them.
[[nodiscard]] std::span<const CountedFigure> counted_figures();
[[nodiscard]] std::string label_of(Words& words, const CountedFigure& figure);

}  // namespace ponte::dossier
