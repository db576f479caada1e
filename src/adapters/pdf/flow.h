#pragma once

#include "adapters/pdf/type.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

// From blocks to pages. A paper becomes strips, the slices that no page break may cut (a line or two,
// a row, a chart); strips are stacked on pages; then each is drawn where it stands.
namespace ponte::pdf {

// A4 in points. Spaces are multiples of 6 pt, which is 8 px.
inline constexpr double page_width = 595.28;
inline constexpr double page_height = 841.89;
inline constexpr double margin = 66;
inline constexpr double page_top = 78;
inline constexpr double page_bottom = page_height - 78;
inline constexpr double text_width = page_width - 2 * margin;

// What drawing needs at hand.
struct Pen {
    cairo_t* cairo;
    Tags& tags;
    const LinkTarget& target;
};

struct Strip {
    double before = 0;             // Space above, dropped at the top of a page.
    double height = 0;
    bool keep_next = false;        // Stands on the same page as the next strip.
    bool page_first = false;       // Starts a page.
    int head = -1;                 // The table head that is drawn again when a page starts here.
    std::vector<std::string> opens;  // Structure elements begun before it ...
    int closes = 0;                  // ... and ended after it.
    std::function<void(const Pen&, double y)> draw;
    int page = 0;                  // Given by `paginate`, with y.
    double y = 0;
};

struct TableHead {
    double height = 0;
    std::function<void(const Pen&, double y)> draw;
};

// A heading's place in outline, contents and links.
struct Place {
    std::string destination;  // A name of ours in plain ASCII.
    int level = 1;
    std::string words;
    std::size_t strip = 0;
};

struct Flow {
    std::deque<Text> texts;   // A deque: strips point into it.
    std::deque<Strip> strips;
    std::vector<TableHead> heads;
    std::vector<Place> places;
    std::map<std::string, std::size_t> anchors;  // Anchor to place.
    int pages = 1;
};

[[nodiscard]] Flow flow(const paper::Paper& paper, const Type& type);

// Gives each strip its page and height on it.
void paginate(Flow& flow);

}  // namespace ponte::pdf
