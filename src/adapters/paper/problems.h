#pragma once

#include "adapters/paper/paper.h"

#include <string>
#include <vector>

// What is wrong with a paper, in sentences for whoever builds one. The renderers don't need it: they
// print whatever they are given as well as it can be printed.
namespace ponte::paper {

[[nodiscard]] std::vector<std::string> problems(const Paper& paper);

}  // namespace ponte::paper
