#pragma once

#include "base/digest.h"
#include "desks/conference/queries.h"
#include "desks/meetings/queries.h"

#include <optional>
#include <string_view>

// What changed between two positions, as the dossier's chapter and the paper of a comparison say it. The values of
// the plan are the conference desk's; those of problems and decisions are put side by side here.
namespace ponte::dossier {

// The table that both papers take the words of a comparison from.
inline constexpr std::string_view comparison_words = "words/comparison.csv";

// A problem or a decision that is there at the later position and was not, or was in another state.
struct ProblemCompared {
    meetings::ProblemId problem;
    Names titles;
    std::string severity;
    std::string before;        // "", "open", "escalated", "settled"
    std::string after;
    std::optional<Date> due;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ProblemCompared, (), (problem, titles, severity, before, after, due, entry))

struct DecisionCompared {
    meetings::DecisionId decision;
    std::uint16_t session = 0;
    Names texts;
    BodyId owner;
    std::string before;        // "", "proposed", "active", "superseded", "carried_out", "lapsed"
    std::string after;
    std::optional<Date> due;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(DecisionCompared, (), (decision, session, texts, owner, before, after, due, entry))

struct BusinessCompared {
    std::vector<ProblemCompared> problems;
    std::vector<DecisionCompared> decisions;
};
BOOST_DESCRIBE_STRUCT(BusinessCompared, (), (problems, decisions))

// From the end of the last session that was held before the dossier's position to that position, for the
// dossier's audience at both. The dossier's own bundle proves the later figures (docs/decisions/0013).
struct Changes {
    std::uint16_t session = 0;            // at whose end the earlier position stands
    Date on;
    std::uint64_t held = 0;               // entry of its holding
    Digest root;                          // of the log at the earlier position
    std::optional<std::uint64_t> frozen;  // the audience's newest frozen dossier at the earlier position
    conference::Comparison values;
    BusinessCompared business;
};
BOOST_DESCRIBE_STRUCT(Changes, (), (session, on, held, root, frozen, values, business))

struct Business;  // dossier.h

// What the meetings desk answers one reader at the two positions.
[[nodiscard]] BusinessCompared compared(const Business& before, const Business& after);

}  // namespace ponte::dossier
