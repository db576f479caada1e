#pragma once

#include "adapters/paper/paper.h"

#include <set>
#include <string>
#include <string_view>

// What the three renderers do alike with text: make it safe for XML, group numbers as a language
// does, name things as a format allows. Input may be anything; nothing here refuses.
namespace ponte::paper {

// Valid UTF-8 of characters that XML 1.0 allows (section 2.2), on one line: what is not allowed is
// dropped, broken sequences become U+FFFD, tabs and line ends become blanks.
[[nodiscard]] std::string clean(std::string_view text);

// `clean`, with & < > " ' escaped: good for element content and for attributes.
[[nodiscard]] std::string escaped(std::string_view text);

// "1,234.5" in Chinese and English, "12 345,6" in Portuguese, where four digits stand ungrouped.
[[nodiscard]] std::string grouped(Decimal number, const Language& language);

// "2020-12-31" of a day counted from 1970-01-01. `month`: "2020-12".
[[nodiscard]] std::string iso_date(std::int32_t day, bool month = false);

// "2020-12-31T08:00:00Z" of Unix seconds.
[[nodiscard]] std::string iso_time(std::int64_t seconds);

// "Page {} of {}" with both numbers in.
[[nodiscard]] std::string page_text(const std::string& page_word, int page, int pages);

// Whether a link is one we print: "#anchor", http or https. Anything else stays text.
[[nodiscard]] bool link_is_inside(std::string_view link);
[[nodiscard]] bool link_is_outside(std::string_view link);

// Letters, digits and _ only, not starting with a digit, at most `length_max`, and not yet taken:
// a number is put behind until it is new, whatever its case. Remembers what it gave.
[[nodiscard]] std::string fresh_name(std::string_view wish, std::size_t length_max, std::set<std::string>& taken);

// The language of a run: its own, or the paper's.
[[nodiscard]] inline const Language& language_of(const Run& run, const Paper& paper) {
    return run.language.empty() ? paper.language : run.language;
}
[[nodiscard]] std::string badge_word(Badge badge, const Paper& paper);

// A run's words as files without tracked changes print them: "[+added]", "[−removed]".
[[nodiscard]] std::string marked(const Run& run);

// The words of a line, without marks and without what was removed, for outlines and alternative texts.
[[nodiscard]] std::string plain(const Line& line);

}  // namespace ponte::paper
