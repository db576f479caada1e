#include "desks/translation/state.h"

#include "base/check.h"

namespace ponte::translation {

namespace {

TermVersion& version_of(State& state, const TermId& term, std::uint32_t version) {
    const auto found = state.terms.find(term);
    CHECK(found != state.terms.end() && version >= 1 && version <= found->second.versions.size());
    return found->second.versions[version - 1];
}

}  // namespace

Known known_of(const State& state) { return {.required = state.required}; }

void evolve(State& state, const TermDefined& event, const Recorded& recorded) {
    state.terms[event.term].versions.push_back(
        {.defined = event, .sequence = recorded.sequence, .by = recorded.actor, .side = event.side});
}

void evolve(State& state, const TermAgreed& event, const Recorded& recorded) {
    TermVersion& version = version_of(state, event.term, event.version);
    version.agreed = event;
    version.agreed_by = recorded.actor;
}

void evolve(State& state, const TermDeclined& event, const Recorded&) {
    version_of(state, event.term, event.version).declined = event;
}

void evolve(State& state, const TermRetired& event, const Recorded& recorded) {
    TermVersion version{.retired = event, .sequence = recorded.sequence, .by = recorded.actor, .side = event.side};
    if (event.at_once) {
        version.agreed = TermAgreed{.term = event.term, .version = event.version, .body = event.body, .side = event.side};
        version.agreed_by = recorded.actor;
    }
    state.terms[event.term].versions.push_back(std::move(version));
}

void evolve(State&, const TermsImported&, const Recorded&) {}

void evolve(State& state, const TextAssigned& event, const Recorded& recorded) {
    state.assignments[{.text = event.text, .language = event.language, .side = event.side}] = {.assigned = event,
                                                                                               .sequence = recorded.sequence};
}

void evolve(State& state, const TextUnassigned& event, const Recorded&) {
    const auto erased = state.assignments.erase({.text = event.text, .language = event.language, .side = event.side});
    CHECK(erased == 1);
}

void evolve(State& state, const LanguagesRequired& event, const Recorded&) { state.required[event.scope] = event.languages; }

void evolve(State& state, const TextsApproved& event, const Recorded& recorded) {
    state.approvals[{event.scope, event.side}] = {
        .approved = event, .sequence = recorded.sequence, .time = recorded.time, .by = recorded.actor};
}

}  // namespace ponte::translation
