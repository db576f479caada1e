#pragma once

#include "base/texts.h"
#include "desks/translation/events.h"

#include <map>

// What neighbours may know of the translation desk, as plain values. Before a desk approves a text it asks which
// languages its scope must be in, and refuses while one of them is not current (base/texts.h):
//
//   for (const TextKept& text : ...) if (language_not_current(text, view.translation.required_for(text.scope))) refuse ...
namespace ponte::translation {

// By scope ("plan/2020", "session/3", "list/2021") or by kind of scope ("session"); languages in the house's order.
using Required = std::map<std::string, std::vector<Language>>;

inline const Required nothing_required;

struct Known {
    const Required& required = nothing_required;

    // The scope's own rule, else that of its kind; empty where nobody has required any.
    [[nodiscard]] std::vector<Language> required_for(const std::string& scope) const {
        auto found = required.find(scope);
        if (found == required.end()) found = required.find(scope.substr(0, scope.find('/')));
        return found == required.end() ? std::vector<Language>{} : found->second;
    }
};

// A version of a term: a wording, or its end.
struct TermVersion {
    std::optional<TermDefined> defined;  // One of the two.
    std::optional<TermRetired> retired;
    std::uint64_t sequence = 0;
    PersonId by;
    Side side{};
    std::optional<TermAgreed> agreed;
    PersonId agreed_by;
    std::optional<TermDeclined> declined;

    friend bool operator==(const TermVersion&, const TermVersion&) = default;
};

struct Term {
    std::vector<TermVersion> versions;  // Number n at n - 1.

    // The wording that both sides hold to; nothing where none was agreed, or its end was.
    [[nodiscard]] const TermDefined* agreed() const {
        for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
            if (!version->agreed) continue;
            return version->defined ? &*version->defined : nullptr;
        }
        return nullptr;
    }
    // What waits for the other side: the last version, while nobody has answered it.
    [[nodiscard]] const TermVersion* proposed() const {
        if (versions.empty() || versions.back().agreed || versions.back().declined) return nullptr;
        return &versions.back();
    }
    [[nodiscard]] bool is_retired() const { return !versions.empty() && versions.back().retired && versions.back().agreed; }

    friend bool operator==(const Term&, const Term&) = default;
};

}  // namespace ponte::translation
