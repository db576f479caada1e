#pragma once

#include "base/texts.h"
#include "desks/translation/events.h"

#include <map>

// What neighbours may know of the translation desk, as plain values. Before a desk approves a text it asks which
// languages its scope must be in, and refuses while one of them is not current (base/texts.h):
//
//   for (const TextKept& text : ...) if (language_not_current(text, view.translation.required_for(text.scope))) refuse ...
namespace ponte::translation {

// The languages that a scope ("plan/2020", "session/3", "list/2021") must be in; the order is the house's.
using Required = std::map<std::string, std::vector<Language>>;

inline const Required nothing_required;

struct Known {
    const Required& required = nothing_required;

    // Empty where nobody has required any.
    [[nodiscard]] std::vector<Language> required_for(const std::string& scope) const {
        const auto found = required.find(scope);
        return found == required.end() ? std::vector<Language>{} : found->second;
    }
};

}  // namespace ponte::translation
