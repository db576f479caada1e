#pragma once

#include "adapters/paper/paper.h"
#include "base/outcome.h"

#include <string>
#include <vector>

// What a paper says, as the main part of a Word file, and what that part refers to.
namespace ponte::docx {

struct Relation {
    std::string id;
    std::string kind;     // The last word of its type: "hyperlink", "image", "styles" ...
    std::string target;
    bool outside = false;
};
struct Picture {
    std::string name;     // "media/chart1.png", below word/
    Bytes bytes;
};
struct Body {
    std::string xml;      // word/document.xml
    std::vector<Relation> relations;
    std::vector<Picture> pictures;
    int numbered_lists = 0;
};

// `relations` already holds the fixed parts, whose ids the section refers to.
[[nodiscard]] Attempt<Body> body(const paper::Paper& paper, std::vector<Relation> relations);

}  // namespace ponte::docx
