#include "desks/translation/queries_texts.h"

#include "base/bytes.h"

#include <algorithm>
#include <iterator>

namespace ponte::translation {

const TextKept* find_text(const std::vector<TextKept>& texts, std::string_view ref) {
    const auto found = std::ranges::find(texts, ref, &TextKept::ref);
    return found == texts.end() ? nullptr : &*found;
}

std::vector<TextKept> texts_of_scope(const std::vector<TextKept>& texts, std::string_view scope) {
    std::vector<TextKept> some;
    std::ranges::copy_if(texts, std::back_inserter(some), [&](const TextKept& text) { return text.scope == scope; });
    return some;
}

Digest content_of(const TextKept& text, const std::vector<Language>& languages) {
    // Every piece is preceded by its length, so that no two texts run together into the same octets.
    std::string octets;
    const auto add = [&](std::string_view piece) { octets += std::to_string(piece.size()) + ":" + std::string(piece); };
    for (const TextIn& one : text.texts) {
        const bool counts = text.original == one.language || std::ranges::find(languages, one.language) != languages.end();
        if (!counts) continue;
        add(tag(one.language));
        add(one.text);
        for (const std::string& part : one.parts) add(part);
        octets += ';';
    }
    return sha256(octets);
}

bool is_stale(const TextsApproved& approved, const std::vector<TextKept>& texts_of_scope) {
    return std::ranges::any_of(texts_of_scope, [&](const TextKept& text) {
        const auto found = std::ranges::find(approved.texts, text.ref, &TextApproved::text);
        return found == approved.texts.end() || found->content != content_of(text, approved.languages);
    });
}

bool is_done(const Assignment& assignment, const TextKept& text) {
    const TextIn* one = text.in(assignment.assigned.language);
    return one != nullptr && one->sequence > assignment.sequence && one->status != TextStatus::machine_converted;
}

}  // namespace ponte::translation
