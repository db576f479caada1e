#pragma once

#include "base/recorded.h"
#include "desks/access/facts.h"

#include <map>

// What the access desk knows: the fold of its events, and nothing that is not in them.
namespace ponte::access {

struct Proposal {
    RoleProposed asked;
    PersonId by;

    friend bool operator==(const Proposal&, const Proposal&) = default;
};

struct State {
    People people;
    std::vector<DeputyNamed> deputies;
    std::map<std::uint64_t, Proposal> proposals;  // Open ones.
    std::uint64_t proposals_made = 0;

    friend bool operator==(const State&, const State&) = default;
};

void evolve(State& state, const PersonRegistered& event, const Recorded& recorded);
void evolve(State& state, const RoleGranted& event, const Recorded& recorded);
void evolve(State& state, const RoleProposed& event, const Recorded& recorded);
void evolve(State& state, const RoleWithdrawn& event, const Recorded& recorded);
void evolve(State& state, const DeputyNamed& event, const Recorded& recorded);
void evolve(State& state, const PasswordSet& event, const Recorded& recorded);
void evolve(State& state, const AddressSet& event, const Recorded& recorded);
void evolve(State& state, const PersonLeft& event, const Recorded& recorded);
void evolve(State& state, const SignInsFailed& event, const Recorded& recorded);
void evolve(State& state, const ResetIssued& event, const Recorded& recorded);
void evolve(State& state, const SessionBegun& event, const Recorded& recorded);

// What the person may do on the day, with the roles he deputises for; nothing for a stranger or leaver.
[[nodiscard]] Grant grant_on(const State& state, const PersonId& person, Date day, bool asserted);
// Whether the text is the one-time secret with which the person may set a new password now.
[[nodiscard]] bool fits_reset(const State& state, const PersonId& person, std::string_view one_time, Instant now);
// Whether somebody else administers access on the day and no recorded date ends it.
[[nodiscard]] bool another_administrator_stays(const State& state, const PersonId& besides, Date day);

}  // namespace ponte::access
