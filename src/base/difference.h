#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What changed between two wordings, as a reader marks it with a pen: words of letters as a whole,
// ideographs one by one, marks and blanks each for itself.
namespace ponte {

enum class Change : std::uint8_t { same = 1, removed = 2, added = 3 };

struct Stretch {
    Change change{};
    std::string text;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

// The parts that a difference compares: a word, an ideograph, a mark or a blank. Together they are the text.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view text);

// The same and removed stretches together are `before`, the same and added ones `after`. A removed stretch
// stands before the added one that takes its place. What stays between two changes is marked as changed
// too where it is a blank, a mark, or a single ideograph: a pen would not leave it standing.
// Beyond `cells_max` cells of the table (parts of one by parts of the other, ends that are alike not
// counted) everything between the ends is taken as changed; a paragraph is far from that.
inline constexpr std::size_t difference_cells_max = 4'000'000;
[[nodiscard]] std::vector<Stretch> difference(std::string_view before, std::string_view after);

}  // namespace ponte
