#pragma once

#include "adapters/dossier/dossier.h"
#include "adapters/dossier/words.h"

// What changed between two positions, as a document in one language: progress first, then wording with
// every change marked, owners, figures, papers, milestones, meetings, problems and decisions. It adds nothing to the values.
namespace ponte::comparison {

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

struct Business {
    std::vector<ProblemCompared> problems;
    std::vector<DecisionCompared> decisions;
};
BOOST_DESCRIBE_STRUCT(Business, (), (problems, decisions))

// What the meetings desk answers one reader at the two positions.
[[nodiscard]] Business compared(const dossier::Business& before, const dossier::Business& after);

// The occasion is that of the later position; names of bodies are those of its day.
[[nodiscard]] paper::Paper paper_of(const conference::Comparison& comparison, Language language, const dossier::Occasion& occasion,
                                    const Business& business = {});

// The same with words that the caller keeps, for whoever asks what was missing or never said.
[[nodiscard]] paper::Paper paper_with_words(const conference::Comparison& comparison, const dossier::Occasion& occasion, const Business& business,
                                            dossier::Words& own, dossier::Words& general);

}  // namespace ponte::comparison
