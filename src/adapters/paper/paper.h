#pragma once

#include "base/bytes.h"
#include "base/decimal.h"
#include "base/difference.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// A paper is a document before it is a file: what stands on it, in what order, in which language.
// The same paper becomes DOCX, HTML and PDF (adapters/docx, adapters/html, adapters/pdf), and the
// three say the same. It knows nothing of desks; whoever has something to say builds one.
namespace ponte::paper {

// BCP 47 tags of the house: "zh-Hant-MO", "zh-Hans-CN", "pt-PT", "en".
using Language = std::string;

// What kind of truth a figure is. Printed beside the figure, in words, never as colour alone.
enum class Badge : std::uint8_t { none, published, computed, simulated, illustration, configuration };

// How something stands, for the small mark before a row. Always printed with its word.
enum class Tone : std::uint8_t { neutral, good, ahead, warning, bad, missing };

// What a text is against an earlier one, who changed it and when: Word's tracked changes. In the other
// files an added text is underlined, a removed one struck through, and both wear a mark that can be read.
struct Revision {
    Change change = Change::same;
    std::string author;     // Never empty where something changed.
    std::int64_t at = 0;    // Unix seconds.

    friend bool operator==(const Revision&, const Revision&) = default;
};

// A stretch of text of one kind.
struct Run {
    std::string text;
    Language language;      // Empty: the paper's own. Text that fell back to another language says so.
    bool strong = false;
    bool quiet = false;     // Secondary text: smaller contrast, same size.
    bool code = false;      // Ids, digests: a fixed-width face.
    std::string figure;     // The figure's id when this run is a figure; empty otherwise.
    Badge badge = Badge::none;
    std::string link;       // Empty, "#anchor" inside the paper, or an https URL of a source.
    Revision revision{};

    friend bool operator==(const Run&, const Run&) = default;
};

using Line = std::vector<Run>;

struct Heading {
    int level = 1;          // 1..4
    Line line;
    std::string anchor;     // Unique in the paper; target of "#anchor" links and of the contents.
    Revision revision{};    // Of the paragraph as a whole: added or removed with all that stands in it.
};

struct Paragraph {
    Line line;
    bool lead = false;      // The opening statement under a title: larger.
    Revision revision{};
};

struct List {
    std::vector<Line> items;
    bool numbered = false;
};

struct Cell {
    Line line;
    Tone tone = Tone::neutral;
    bool number = false;    // Right-aligned, tabular figures.
};

struct Table {
    std::string caption;                 // Read out before the table; never empty.
    std::vector<std::string> heads;
    std::vector<std::vector<Cell>> rows; // Each as wide as `heads`.
    std::vector<int> widths;             // Per cent of the page, as many as heads; empty: by content.
};

// Expected against observed over time. Drawn with its numbers in a table below it.
struct ChartPoint {
    std::int32_t day = 0;   // Days since 1970-01-01.
    Decimal value;
};
struct Chart {
    std::string caption;
    std::string unit;
    std::vector<ChartPoint> observed;
    std::vector<ChartPoint> expected;    // The trajectory; empty where none was set.
    std::string observed_name;           // "Observed", in the paper's language.
    std::string expected_name;
    std::optional<std::int32_t> as_at;   // A thin vertical line with `as_at_name`.
    std::string as_at_name;
};

// A framed remark: what a proof shows, what is illustration, what is missing.
struct Note {
    Tone tone = Tone::neutral;
    std::string title;
    std::vector<Line> lines;
};

// A row of large figures at the top of a paper: number, what it counts.
struct Tile {
    Run figure;
    std::string label;
    Tone tone = Tone::neutral;
};
struct Tiles {
    std::vector<Tile> tiles;  // 2..6
};

struct Contents {
    std::string title;        // A list of the headings of level 1 and 2, linked.
};

struct PageBreak {};

using Block = std::variant<Heading, Paragraph, List, Table, Chart, Note, Tiles, Contents, PageBreak>;

struct Paper {
    Language language;
    std::string title;
    Line title_line{};                   // The title where it shows changes; empty: as it stands above.
    std::string subtitle;
    std::vector<std::string> masthead;   // Small lines above the title: who, what, position.
    std::string footer;                  // Left of the page number on each page.
    std::string page_word;               // "Page {} of {}" in the paper's language; {} twice.
    std::string badge_words[6];          // The word for each Badge, in the paper's language; [none] empty.
    std::int64_t created_at = 0;         // Unix seconds, for the file's metadata. Never the wall clock.
    std::string author;
    bool tracks_changes = false;         // Word goes on tracking what the next hand changes.
    std::vector<Block> blocks;
    // Files that travel inside the PDF (manifest and proof), as associated files.
    struct Attachment {
        std::string name;
        std::string media_type;
        Bytes bytes;
    };
    std::vector<Attachment> attachments;
};

}  // namespace ponte::paper
