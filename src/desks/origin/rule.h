#pragma once

#include "base/described_values.h"
#include "base/id.h"
#include "base/outcome.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a rule of origin asks of a good, as a small tree carried as data, and its text. The tree is a list in
// the order of reading: a joining test says how many of the following tests it joins.
//
//   CTH except 3003, 3005-3006 and (BU 30 or BD 40)
//   process:distilling
namespace ponte::origin {

using ProcessId = Id<struct ProcessTag>;  // "dissolving_mixing"

enum class TestKind : std::uint8_t {
    all = 1,                   // every one of its parts
    any = 2,                   // one of its parts
    wholly_obtained = 3,       // WO
    originating_materials = 4, // PE: produced from originating materials only
    change_of_chapter = 5,     // CC: every material that does not originate is of another chapter
    change_of_heading = 6,     // CTH
    change_of_subheading = 7,  // CTSH
    build_up = 8,              // BU n: originating materials, labour and development are n % of the FOB price, or more
    build_down = 9,            // BD n: the FOB price less what does not originate is n % of it, or more
    process = 10,              // process:ID was carried out here
    not_known = 11,            // UNKNOWN: there is a rule, and its text has not been read
};
BOOST_DESCRIBE_ENUM(TestKind, all, any, wholly_obtained, originating_materials, change_of_chapter, change_of_heading,
                    change_of_subheading, build_up, build_down, process, not_known)

// All codes from one to another of the same length, both in it.
struct HsSpan {
    std::string from;
    std::string to;

    friend bool operator==(const HsSpan&, const HsSpan&) = default;
};
BOOST_DESCRIBE_STRUCT(HsSpan, (), (from, to))

struct Test {
    TestKind kind{};
    std::uint16_t parts = 0;       // Of `all` and `any`: how many follow, each with its own parts.
    std::vector<HsSpan> except;    // Of a change of classification: from these it does not count.
    std::optional<Decimal> percent;// Of value content: 0 to 100, at most two places.
    ProcessId process;             // Of `process`; empty otherwise.

    friend bool operator==(const Test&, const Test&) = default;
};
BOOST_DESCRIBE_STRUCT(Test, (), (kind, parts, except, percent, process))

using Tests = std::vector<Test>;

// The position behind the test at `at` and all its parts.
[[nodiscard]] std::size_t behind(const Tests& tests, std::size_t at);
// Exactly one tree: counts that add up, percentages and codes in their range, nothing that its kind has no use for.
[[nodiscard]] bool is_sound(const Tests& tests);

// Reads the text; "and" binds closer than "or". Refuses with the text from the fault on as the subject and the
// place "at character N" (from 1).
[[nodiscard]] Outcome<Tests> tests_of_text(std::string_view text);
// The text that reads as the same tree.
[[nodiscard]] std::string text_of(const Tests& tests);

}  // namespace ponte::origin
