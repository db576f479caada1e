#pragma once

#include "desks/planning/commands.h"

// How the duties of one year's text are found again in another's. It only proposes: nothing counts before
// a person has confirmed it. Whole numbers only, so that the same two texts match alike everywhere.
//
// The rule. Texts are folded as for a search (script, width, accents and case make no difference) and cut
// into units: runs of ideographs into pairs of neighbours, letters and digits into words.
//   likeness(a, b)    = 1000 x 2 x common units / (units of a + units of b), rounded down
//   containment(a, b) = 1000 x common units / units of a: how much of a stands in b
// 1. Pairs whose duties are alike to 400 at least are taken best first: by 3 x likeness of the duties plus
//    likeness of their measures, then by the numbers. Each duty is taken once. The same after folding:
//    carried over; else changed.
// 2. A duty of the earlier text that is left, and stands to 600 at least in one that was taken: merged into it.
// 3. A duty of the later text that is left, and stands to 600 at least in an earlier one that was taken by
//    one other: split off it.
// 4. What is left then is dropped, or added.
namespace ponte::planning {

inline constexpr std::uint32_t likeness_min = 400;
inline constexpr std::uint32_t containment_min = 600;

[[nodiscard]] std::uint32_t likeness(std::string_view a, std::string_view b);
[[nodiscard]] std::uint32_t containment(std::string_view part, std::string_view whole);

struct DutyText {
    DutyNumber number;
    std::string text;
    std::string measure;   // the whole text of its measure
};

struct ProposedMatch {
    Match match;
    std::uint32_t likeness = 0;  // of the pair; of the least like one where there are several
};

// Every duty of both stands in exactly one match. In order of the later text; dropped ones last.
[[nodiscard]] std::vector<ProposedMatch> proposed_matches(const std::vector<DutyText>& from, const std::vector<DutyText>& to);

}  // namespace ponte::planning
