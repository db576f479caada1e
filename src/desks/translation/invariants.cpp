#include "desks/translation/invariants.h"

#include <algorithm>

namespace ponte::translation {

namespace {

// A wording that wins was agreed by the side that had not proposed it.
std::optional<std::string> broken_promise_of(const TermId& id, const Term& term) {
    for (std::size_t i = 0; i < term.versions.size(); ++i) {
        const TermVersion& version = term.versions[i];
        if (version.defined.has_value() == version.retired.has_value()) return "term " + id.value + " has a version that is not one thing";
        const std::uint32_t number = version.defined ? version.defined->version : version.retired->version;
        if (number != i + 1) return "term " + id.value + " counts its versions with a gap";
        if (version.agreed && version.declined) return "term " + id.value + " has a version that is agreed and declined";
        const bool at_once = version.retired && version.retired->at_once;
        if (version.agreed && !at_once && version.agreed->side == version.side) return "term " + id.value + " was agreed by the side that proposed it";
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_of(const std::string& scope, const std::vector<Language>& required) {
    if (!std::ranges::is_sorted(required) || std::ranges::adjacent_find(required) != required.end()) {
        return "scope " + scope + " requires a language twice or out of order";
    }
    return std::nullopt;
}

struct Touched {
    const State& state;

    std::optional<std::string> term(const TermId& id) const { return broken_promise_of(id, state.terms.at(id)); }

    std::optional<std::string> operator()(const TermDefined& event) const { return term(event.term); }
    std::optional<std::string> operator()(const TermAgreed& event) const { return term(event.term); }
    std::optional<std::string> operator()(const TermDeclined& event) const { return term(event.term); }
    std::optional<std::string> operator()(const TermRetired& event) const { return term(event.term); }
    std::optional<std::string> operator()(const TermsImported&) const { return std::nullopt; }
    std::optional<std::string> operator()(const TextAssigned&) const { return std::nullopt; }
    std::optional<std::string> operator()(const TextUnassigned&) const { return std::nullopt; }
    std::optional<std::string> operator()(const LanguagesRequired& event) const {
        return broken_promise_of(event.scope, state.required.at(event.scope));
    }
    std::optional<std::string> operator()(const TextsApproved& event) const {
        if (event.texts.empty() || event.languages.empty()) return "an approval of nothing: " + event.scope;
        return std::nullopt;
    }
};

}  // namespace

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) { return std::visit(Touched{state}, event); }

std::optional<std::string> broken_promise_anywhere(const State& state) {
    for (const auto& [id, term] : state.terms) {
        if (auto broken = broken_promise_of(id, term)) return broken;
    }
    for (const auto& [scope, required] : state.required) {
        if (auto broken = broken_promise_of(scope, required)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::translation
