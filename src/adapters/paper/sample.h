#pragma once

#include "adapters/paper/paper.h"

// Papers in our own words for the tests of the renderers and for looking at what they make.
namespace ponte::paper {

// Every kind of block in a language of the house, with a table of forty rows, a chart, a text that
// fell back to another language, and letters that markup must not swallow.
[[nodiscard]] Paper sample_paper(const Language& language);

// The size of a dossier: so many sections, each with a chart and a table of so many rows.
[[nodiscard]] Paper large_paper(const Language& language, int sections, int rows);

}  // namespace ponte::paper
