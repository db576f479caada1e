#pragma once

#include "adapters/paper/paper.h"
#include "base/outcome.h"

// A chart drawn by cairo: as vectors into a PDF, as a picture into a Word file.
typedef struct _cairo cairo_t;

namespace ponte::paper {

// With its top left corner at the origin. `letter`: the size of its type.
void draw_chart(cairo_t* cairo, const Chart& chart, const Language& language, double width, double height, double letter);

// The same on white, `scale` pixels to the unit.
[[nodiscard]] Attempt<Bytes> chart_png(const Chart& chart, const Language& language, double width, double height,
                                       double letter, double scale);

}  // namespace ponte::paper
