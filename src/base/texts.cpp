#include "base/texts.h"

#include <algorithm>

namespace ponte {

const TextIn* TextKept::in(Language language) const {
    const auto found = std::ranges::find(texts, language, &TextIn::language);
    return found == texts.end() ? nullptr : &*found;
}

const TextIn* TextKept::source() const {
    if (original) return in(*original);
    for (const Language language : languages) {
        if (const TextIn* one = in(language)) return one;
    }
    return nullptr;
}

TextState state_in(const TextKept& text, Language language) {
    const TextIn* one = text.in(language);
    if (one == nullptr || one->text.empty()) return TextState::missing;
    if (text.original && *text.original != language) {
        const TextIn* source = text.source();
        const bool parts_fit = one->parts.empty() || source == nullptr || one->parts.size() == source->parts.size();
        if (one->of_digest != text.digest || !parts_fit) return TextState::stale;
    }
    if (!one->status) return TextState::stated;
    switch (*one->status) {
        case TextStatus::official: return TextState::official;
        case TextStatus::reference: return TextState::reference;
        case TextStatus::machine_converted: return TextState::machine_converted;
    }
    return TextState::missing;
}

std::optional<Language> language_not_current(const TextKept& text, const std::vector<Language>& required) {
    const auto found = std::ranges::find_if(required, [&](Language language) { return !is_current(state_in(text, language)); });
    if (found == required.end()) return std::nullopt;
    return *found;
}

}  // namespace ponte
