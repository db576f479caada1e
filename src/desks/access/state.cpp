#include "desks/access/state.h"

#include "base/check.h"

namespace ponte::access {

namespace {

bool holds_on(const Held& held, Date day) { return held.from <= day && (!held.to || day <= *held.to); }

Language language_of(Side side) {
    switch (side) {
        case Side::macao: return Language::zh_hant;
        case Side::mainland: return Language::zh_hans;
        case Side::other: return Language::en;
    }
    return Language::en;
}

Person& known(State& state, const PersonId& person) {
    const auto found = state.people.find(person);
    CHECK(found != state.people.end());
    return found->second;
}

}  // namespace

void evolve(State& state, const PersonRegistered& event, const Recorded&) {
    const auto [at, fresh] = state.people.emplace(event.person, Person{.body = event.body,
                                                                       .side = event.side,
                                                                       .display = event.display,
                                                                       .from = event.from,
                                                                       .left = {},
                                                                       .secret = {},
                                                                       .reset = {},
                                                                       .address = {},
                                                                       .language = language_of(event.side),
                                                                       .roles = {}});
    CHECK(fresh);
}

void evolve(State& state, const RoleGranted& event, const Recorded&) {
    known(state, event.person).roles.push_back({.desk = event.desk, .role = event.role, .from = event.from, .to = event.to});
    std::erase_if(state.proposals, [&](const auto& open) {
        const RoleProposed& asked = open.second.asked;
        return asked.person == event.person && asked.desk == event.desk && asked.role == event.role;
    });
}

void evolve(State& state, const RoleProposed& event, const Recorded& recorded) {
    state.proposals_made = event.proposal;
    const auto [at, fresh] = state.proposals.emplace(event.proposal, Proposal{.asked = event, .by = recorded.actor});
    CHECK(fresh);
}

void evolve(State& state, const RoleWithdrawn& event, const Recorded&) {
    for (Held& held : known(state, event.person).roles) {
        if (held.desk == event.desk && held.role == event.role && holds_on(held, event.on)) held.to = event.on.plus_days(-1);
    }
}

void evolve(State& state, const DeputyNamed& event, const Recorded&) { state.deputies.push_back(event); }

void evolve(State& state, const PasswordSet& event, const Recorded&) {
    Person& person = known(state, event.person);
    person.secret = event.secret;
    person.reset.reset();  // Used, or not needed any more.
}

void evolve(State& state, const ResetIssued& event, const Recorded&) {
    known(state, event.person).reset = Reset{.one_time = event.one_time, .until = event.until};
}

void evolve(State& state, const AddressSet& event, const Recorded&) {
    Person& person = known(state, event.person);
    person.address = event.address;
    person.language = event.language.value_or(language_of(person.side));
}

void evolve(State& state, const PersonLeft& event, const Recorded&) { known(state, event.person).left = event.on; }

void evolve(State&, const SignInsFailed&, const Recorded&) {}  // Kept for the record; nothing hangs on it.

void evolve(State&, const SessionBegun&, const Recorded&) {}  // Likewise.

Grant grant_on(const State& state, const PersonId& person, Date day, bool asserted) {
    Grant grant{.person = person, .body = {}, .side = Side::other, .asserted = asserted, .roles = {}};
    const auto found = state.people.find(person);
    if (found == state.people.end() || !has_access_on(found->second, day)) return grant;
    grant.body = found->second.body;
    grant.side = found->second.side;
    const auto add = [&](const Person& of) {
        for (const Held& held : of.roles) {
            if (holds_on(held, day)) grant.roles.push_back({.desk = held.desk, .role = held.role});
        }
    };
    add(found->second);
    for (const DeputyNamed& deputy : state.deputies) {
        if (deputy.deputy != person || day < deputy.from || deputy.to < day) continue;
        const auto principal = state.people.find(deputy.principal);
        CHECK(principal != state.people.end());
        if (has_access_on(principal->second, day)) add(principal->second);
    }
    return grant;
}

bool fits_reset(const State& state, const PersonId& person, std::string_view one_time, Instant now) {
    const auto found = state.people.find(person);
    if (found == state.people.end() || !has_access_on(found->second, now.date()) || !found->second.reset) return false;
    return now < found->second.reset->until && sha256(one_time) == found->second.reset->one_time;
}

bool another_administrator_stays(const State& state, const PersonId& besides, Date day) {
    return std::ranges::any_of(state.people, [&](const auto& entry) {
        const auto& [id, person] = entry;
        if (id == besides || person.left || !has_access_on(person, day)) return false;
        return std::ranges::any_of(person.roles, [&](const Held& held) {
            return held.role == Role::administrator && (held.desk == "access" || held.desk == "*") && held.from <= day && !held.to;
        });
    });
}

}  // namespace ponte::access
