#pragma once

#include "adapters/dossier/changes.h"
#include "adapters/paper/paper.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/languages.h"
#include "desks/conference/queries.h"
#include "desks/meetings/queries.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

// The joint-conference dossier as a document: what the conference desk answers, said in one language
// in the order in which a minister reads it. It adds no figure of its own that the answer has not.
namespace ponte::dossier {

// Where and when the answer was taken, and the names that the desk knows only by id.
struct Occasion {
    std::string origin;                        // of the journal
    std::uint64_t position = 0;                // entries before this dossier
    Digest root;                               // of the checkpoint at that position
    Instant time;                              // recorded time of the position, never the wall clock
    std::optional<std::uint64_t> frozen;       // entry of the DossierFrozen that this paper belongs to
    bool demonstration = false;
    std::map<std::string, Names> body_names;   // names of bodies on the day, by id
    std::map<std::string, Names> set_names;    // names of jurisdiction sets, by id
    std::string release;                       // of the program
};

// What the meetings desk answers the same audience: problems, gravest first, and decisions in order. Their
// figures stand among those of the answer. And what changed since the last session, where one was held.
struct Business {
    std::vector<meetings::ProblemShown> problems;
    std::vector<meetings::DecisionShown> decisions;
    std::optional<Changes> changes;
};
BOOST_DESCRIBE_STRUCT(Business, (), (problems, decisions, changes))

[[nodiscard]] paper::Paper paper_of(const conference::DossierAnswer& answer, Language language, const Occasion& occasion,
                                    const Business& business = {});

}  // namespace ponte::dossier
