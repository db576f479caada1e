#pragma once

#include "adapters/paper/paper.h"

#include <string>

// A paper as one web page that needs nothing else: no script, no other file, no other origin. It is
// also well-formed XML, so that it can be read by machines.
namespace ponte::html {

[[nodiscard]] std::string render(const paper::Paper& paper);

}  // namespace ponte::html
