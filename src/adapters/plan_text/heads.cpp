#include "adapters/plan_text/heads.h"

#include <algorithm>

// Finding the heads: a mark is a head when it stands where a head can stand.
namespace ponte::plan_text {

namespace {

// What the text before a place says about it.
struct Before {
    bool line_start = false;
    bool sentence_ended = false;   // Also after a head without text, and at the very beginning.
    bool clause_ended = false;     // ； or ;
    bool digit = false;            // A digit stands just before.
};

Before before(const Characters& text, std::size_t at) {
    Before result;
    auto i = at;
    while (i > 0 && text[i - 1].c == ' ') --i;
    result.line_start = i == 0 || is_break(text[i - 1].c);
    result.digit = i > 0 && is_digit(text[i - 1].c);
    while (i > 0 && (is_space(text[i - 1].c) || is_quote(text[i - 1].c) ||
                     std::u32string_view(U"）)」』》»]】").find(text[i - 1].c) != std::u32string_view::npos)) {
        --i;
    }
    result.sentence_ended = i == 0 || is_sentence_end(text[i - 1].c);
    // "12.5. " ends no sentence on the same line: a point after a digit may belong to a figure.
    if (i > 1 && text[i - 1].c == '.' && is_digit(text[i - 2].c) && !result.line_start) result.sentence_ended = false;
    result.clause_ended = i > 0 && (text[i - 1].c == U'；' || text[i - 1].c == ';');
    return result;
}

bool chinese_or_line_end(const Characters& text, std::size_t i) {
    return text[i].c != '.' || i + 1 == text.size() || is_space(text[i + 1].c);
}

// A title runs to the first number and says no sentence: "一、金融领域合作". What looks like an area's
// number before a sentence is an item of an enumeration.
bool title_follows(const Characters& text, std::size_t from, unsigned measure_due) {
    constexpr std::size_t title_max = 160;
    for (auto i = from; i < text.size(); ++i) {
        if (i - from > title_max) return false;
        if (is_space(text[i].c)) continue;
        const bool line_start = i > 0 && is_break(text[i - 1].c);
        if (const auto measure = measure_mark(text, i)) {
            const bool due = measure->number == measure_due && i > from && !is_digit(text[i - 1].c);
            if (measure->style != Style::loose && (line_start || due)) return true;
            if (line_start && measure->number == measure_due) return true;
        }
        if (line_start && area_mark(text, i)) return true;
        if (is_sentence_end(text[i].c) && chinese_or_line_end(text, i)) return false;
    }
    return true;
}

class Finder {
public:
    explicit Finder(const Characters& text) : text_(text) {}

    std::vector<Head> find() {
        for (std::size_t i = 0; i < text_.size();) {
            if (is_space(text_[i].c)) {
                ++i;
                continue;
            }
            const auto mark = head_at(i);
            i = mark ? std::max(mark->end, i + 1) : i + 1;
        }
        return std::move(heads_);
    }

private:
    std::optional<Mark> head_at(std::size_t i) {
        const auto where = before(text_, i);
        const bool possible = where.line_start || where.sentence_ended || where.clause_ended || in_area_title_ || heads_.empty();
        if (!possible) return std::nullopt;
        if (const auto mark = area_mark(text_, i); mark && is_area_head(*mark, where)) {
            heads_.push_back({true, mark->number, i, mark->end});
            if (!area_style_) area_style_ = mark->style;
            area_due_ = mark->number + 1;
            in_area_title_ = true;
            return mark;
        }
        if (const auto mark = measure_mark(text_, i); mark && is_measure_head(*mark, where)) {
            heads_.push_back({false, mark->number, i, mark->end});
            if (!measure_style_) measure_style_ = mark->style;
            measure_due_ = mark->number + 1;
            in_area_title_ = false;
            return mark;
        }
        return std::nullopt;
    }

    bool is_area_head(const Mark& mark, const Before& where) const {
        const bool due = mark.number == area_due_;
        const bool known_style = !area_style_ || mark.style == *area_style_;
        if (mark.style == Style::loose && !(due && where.line_start && where.sentence_ended)) return false;
        if (!due && !known_style) return false;
        // The title of the plan ends without a full stop, so before the first head a line is enough.
        const bool possible = where.line_start ? due || where.sentence_ended || heads_.empty() || in_area_title_
                                               : due && (where.sentence_ended || heads_.empty()) && mark.style != Style::roman;
        return possible && title_follows(text_, mark.end, measure_due_);
    }

    bool is_measure_head(const Mark& mark, const Before& where) const {
        const bool due = mark.number == measure_due_;
        const bool strong = mark.style != Style::loose;
        if (heads_.empty() && !(where.line_start && due)) return false;
        if (due) {
            if (strong) return where.line_start || where.sentence_ended || where.clause_ended || (in_area_title_ && !where.digit);
            return where.line_start && (where.sentence_ended || in_area_title_);
        }
        // A number that is not due is a fault of the text, so it must be past doubt: same style, new sentence.
        if (!strong) return false;
        if (!measure_style_) return in_area_title_ && where.line_start;
        if (mark.style != *measure_style_) return false;
        return where.sentence_ended || (in_area_title_ && !where.digit);
    }

    const Characters& text_;
    std::vector<Head> heads_;
    std::optional<Style> area_style_;
    std::optional<Style> measure_style_;
    unsigned area_due_ = 1;
    unsigned measure_due_ = 1;
    bool in_area_title_ = false;
};

}  // namespace

std::vector<Head> heads_of(const Characters& text) { return Finder(text).find(); }

}  // namespace ponte::plan_text
