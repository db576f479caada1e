#pragma once

#include "base/digest.h"
#include "base/languages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A text that has to be read in several languages, whichever desk keeps it. Desks give their texts in this
// shape from their gates (`texts()` of a Seen: only what the reader may see), so that one queue, one export and
// one rule of approval serve them all.
namespace ponte {

// One language's text. `parts` are the clauses that are broken out of it (a measure's duties, a plan's area
// titles, a unit beside a name); empty, or as many as the original's.
struct TextIn {
    Language language{};
    std::string text;
    std::vector<std::string> parts;
    std::optional<TextStatus> status;  // Absent: typed beside the others, nobody has said what it is worth.
    Digest of_digest;                  // TextKept::digest of the wording that it translates.
    std::uint64_t sequence = 0;        // The entry that stated it.

    friend bool operator==(const TextIn&, const TextIn&) = default;
};

struct TextKept {
    std::string ref;                   // "plan/2020/4", "minutes/3/line/12": desk's word first, then [a-z0-9_.-] and '/'
    std::string scope;                 // What is approved as a whole: "plan/2020", "session/3", "list/2021"
    std::optional<Language> original;  // Absent: all languages have the same rank (names).
    Digest digest;                     // SHA-256 of the original's wording; changes with it. Zero without an original.
    std::vector<TextIn> texts;         // The original's too; a missing language is not in it.

    [[nodiscard]] const TextIn* in(Language language) const;
    // The text that a translator starts from: the original, or the first one there in the house's order.
    [[nodiscard]] const TextIn* source() const;

    friend bool operator==(const TextKept&, const TextKept&) = default;
};

// What a reader of a language meets. Only official, reference and stated may stand under an approval.
enum class TextState : std::uint8_t { official = 1, reference = 2, stated = 3, machine_converted = 4, stale = 5, missing = 6 };
BOOST_DESCRIBE_ENUM(TextState, official, reference, stated, machine_converted, stale, missing)

// Stale: it translates a wording that is no longer the original's, or breaks it into another number of parts.
[[nodiscard]] TextState state_in(const TextKept& text, Language language);
[[nodiscard]] constexpr bool is_current(TextState state) {
    return state == TextState::official || state == TextState::reference || state == TextState::stated;
}

// The first of the languages in which the text cannot be approved; nothing: it can.
[[nodiscard]] std::optional<Language> language_not_current(const TextKept& text, const std::vector<Language>& required);

}  // namespace ponte
