#pragma once

#include "base/recorded.h"
#include "desks/translation/facts.h"

namespace ponte::translation {

// Work on a text in a language, given by one side to one of its people.
struct AssignmentOf {
    std::string text;
    Language language{};
    Side side{};

    friend auto operator<=>(const AssignmentOf&, const AssignmentOf&) = default;
};

struct Assignment {
    TextAssigned assigned;
    std::uint64_t sequence = 0;

    friend bool operator==(const Assignment&, const Assignment&) = default;
};

struct Approval {
    TextsApproved approved;
    std::uint64_t sequence = 0;
    Instant time;
    PersonId by;

    friend bool operator==(const Approval&, const Approval&) = default;
};

// What the translation desk knows: the fold of its events, and nothing that is not in them.
struct State {
    Required required;
    std::map<TermId, Term> terms;
    std::map<AssignmentOf, Assignment> assignments;
    std::map<std::pair<std::string, Side>, Approval> approvals;  // The last one of each side.

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] Known known_of(const State& state);

void evolve(State& state, const TermDefined& event, const Recorded& recorded);
void evolve(State& state, const TermAgreed& event, const Recorded& recorded);
void evolve(State& state, const TermDeclined& event, const Recorded& recorded);
void evolve(State& state, const TermRetired& event, const Recorded& recorded);
void evolve(State& state, const TermsImported& event, const Recorded& recorded);
void evolve(State& state, const TextAssigned& event, const Recorded& recorded);
void evolve(State& state, const TextUnassigned& event, const Recorded& recorded);
void evolve(State& state, const LanguagesRequired& event, const Recorded& recorded);
void evolve(State& state, const TextsApproved& event, const Recorded& recorded);

}  // namespace ponte::translation
