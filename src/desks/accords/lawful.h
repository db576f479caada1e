#pragma once

#include "desks/accords/events.h"

#include <span>
#include <string_view>

// Which papers a step needs before it, for each way that instruments take. A table with the source of each
// row: the law where one says so, else the practice seen in real files.
namespace ponte::accords {

// How an instrument comes about: by its kind, its parties, and for a protocol by what it amends.
enum class Way : std::uint8_t {
    judicial_abroad = 1,    // with a jurisdiction outside China
    judicial_regional = 2,  // with the Mainland or Hong Kong
    tax = 3,
    intelligence = 4,       // financial intelligence units
    city = 5,
    memorandum = 6,
    agreement = 7           // any other
};
BOOST_DESCRIBE_ENUM(Way, judicial_abroad, judicial_regional, tax, intelligence, city, memorandum, agreement)

enum class Basis : std::uint8_t { law = 1, practice = 2, logic = 3 };
BOOST_DESCRIBE_ENUM(Basis, law, practice, logic)

// `step` needs `paper` before it; of rows with the same `step` and `group` above 0 one paper is enough.
struct Rule {
    std::optional<Way> way;  // Absent: every way.
    StepKind step{};
    StepKind paper{};
    std::uint8_t group = 0;
    Basis basis{};
    std::string_view source;
};

[[nodiscard]] std::span<const Rule> rules();

// `amended` is the kind of the first instrument that a protocol amends.
[[nodiscard]] Way way_of(InstrumentKind kind, const std::vector<Party>& parties, std::optional<InstrumentKind> amended);

// Used from the last signature on where no clause is known: memoranda of services and cities.
[[nodiscard]] bool works_from_signing(InstrumentKind kind);
[[nodiscard]] bool is_tie(InstrumentKind kind);  // Of cities.
// Each party takes it for itself.
[[nodiscard]] bool is_of_a_party(StepKind step);
// May happen more than once.
[[nodiscard]] bool is_repeated(StepKind step);
// Its day may lie ahead when it is recorded: a paper fixed it.
[[nodiscard]] bool may_lie_ahead(StepKind step);

}  // namespace ponte::accords
