#pragma once

#include "adapters/paper/paper.h"

#include <pango/pangocairo.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

// Setting type: a line of runs becomes lines of glyphs of a given width, once; drawing comes later,
// when the pages are known.
namespace ponte::pdf {

struct Colour {
    double red, green, blue;
};
inline constexpr Colour ink{0x1b / 255.0, 0x1f / 255.0, 0x24 / 255.0};
inline constexpr Colour quiet{0x56 / 255.0, 0x5d / 255.0, 0x66 / 255.0};
inline constexpr Colour line_grey{0xd5 / 255.0, 0xd9 / 255.0, 0xde / 255.0};
inline constexpr Colour tint{0xf5 / 255.0, 0xf7 / 255.0, 0xf9 / 255.0};
inline constexpr Colour blue{0x1f / 255.0, 0x4e / 255.0, 0x8c / 255.0};
inline constexpr Colour red{0xc8 / 255.0, 0x40 / 255.0, 0x2b / 255.0};

struct Face {
    double size = 10.5;
    double leading = 18;
    bool sans = false;
    bool bold = false;
    Colour colour = ink;
};

enum class Align { left, right };

// One run in the set text, by byte.
struct Stretch {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string link;       // As in the run, when it is one we print.
    std::string language;   // When it is not the paper's.
    bool quiet = false;
    bool badge = false;
    Change change = Change::same;
};

struct TextLine {
    double top = 0;
    double baseline = 0;
    double left = 0;
};

struct LayoutRelease {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};

struct Text {
    std::unique_ptr<PangoLayout, LayoutRelease> layout;
    std::vector<Stretch> stretches;
    std::vector<TextLine> lines;
    double height = 0;
    Face face;
    bool mixed = false;  // Has links or another language in it: tagged run by run.
};

// Writes structure tags and remembers what cairo 1.16 cannot say: languages, alternative texts.
class Tags {
public:
    struct Tag {
        std::string name;
        std::string language;
        std::string alternative;
    };

    explicit Tags(cairo_t* cairo) : cairo_(cairo) {}
    void begin(const Tag& tag, const std::string& attributes = {});
    void end();
    // For head rows that are drawn again: shown, not told.
    void mute(bool muted) { muted_ = muted; }
    [[nodiscard]] const std::vector<Tag>& written() const { return written_; }

private:
    cairo_t* cairo_;
    std::vector<Tag> written_;
    std::vector<std::string> open_;
    bool muted_ = false;
};

class Type {
public:
    explicit Type(const paper::Paper& paper);

    // `badge_first`: in columns of numbers the badge stands before its figure, so that digits align.
    [[nodiscard]] Text set(const paper::Line& line, const Face& face, double width, Align align = Align::left,
                           bool badge_first = false) const;
    [[nodiscard]] Text set(const std::string& words, const Face& face, double width, Align align = Align::left) const;

private:
    struct Release {
        void operator()(PangoContext* context) const { g_object_unref(context); }
    };
    const paper::Paper& paper_;
    std::unique_ptr<PangoContext, Release> context_;
};

// What to write into a link's tag for a run's link; empty when it leads nowhere.
using LinkTarget = std::function<std::string(const std::string& link)>;

// Draws lines from..to with the first one's top at (x, y). Inside a mixed
// text each run is tagged; the caller has opened the element that holds them.
void draw(cairo_t* cairo, Tags& tags, const LinkTarget& target, const Text& text, std::size_t from, std::size_t to,
          double x, double y);

// The small mark of a tone, as high as a letter of `size`, its foot on the baseline.
void draw_mark(cairo_t* cairo, paper::Tone tone, double x, double baseline, double size);

}  // namespace ponte::pdf
