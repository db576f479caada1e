#pragma once

#include "adapters/paper/paper.h"

#include <string>

// A chart as inline SVG, coloured by the page's style sheet. `number` makes its ids unique.
namespace ponte::html {

[[nodiscard]] std::string chart_svg(const paper::Chart& chart, const paper::Language& language, int number);

}  // namespace ponte::html
