#pragma once

// What has happened at the translation desk. Its public face; an event is never edited, a new need is a new version.

#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"
#include "desks/access/facts.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::translation {

using directory::Side;

using TermId = Id<struct TermTag>;  // "belt_and_road"

// What a term names. A forbidden form names nothing: its forms must not stand in any text.
enum class TermKind : std::uint8_t { body = 1, measure_term = 2, place = 3, legal_term = 4, forbidden_form = 5 };
BOOST_DESCRIBE_ENUM(TermKind, body, measure_term, place, legal_term, forbidden_form)

// One way to write a term. Of several in a language the first is the one to write, the others are understood.
struct TermForm {
    Language language{};
    std::string text;  // NFC

    friend bool operator==(const TermForm&, const TermForm&) = default;
};
BOOST_DESCRIBE_STRUCT(TermForm, (), (language, text))

// One side proposes a term, or the next version of one; it wins when the other side has agreed.
struct TermDefined {
    static constexpr std::string_view name = "translation.term_defined/1";

    TermId term;
    std::uint32_t version = 0;  // From 1.
    TermKind kind{};
    std::vector<TermForm> forms;
    std::string note;
    std::string source;
    std::string reason;         // Of a later version.
    BodyId body;
    Side side{};

    friend bool operator==(const TermDefined&, const TermDefined&) = default;
};
BOOST_DESCRIBE_STRUCT(TermDefined, (), (term, version, kind, forms, note, source, reason, body, side))

struct TermAgreed {
    static constexpr std::string_view name = "translation.term_agreed/1";

    TermId term;
    std::uint32_t version = 0;
    BodyId body;
    Side side{};

    friend bool operator==(const TermAgreed&, const TermAgreed&) = default;
};
BOOST_DESCRIBE_STRUCT(TermAgreed, (), (term, version, body, side))

struct TermDeclined {
    static constexpr std::string_view name = "translation.term_declined/1";

    TermId term;
    std::uint32_t version = 0;
    std::string reason;
    BodyId body;
    Side side{};

    friend bool operator==(const TermDeclined&, const TermDeclined&) = default;
};
BOOST_DESCRIBE_STRUCT(TermDeclined, (), (term, version, reason, body, side))

// A version like the others, which says that the term shall no longer be used. What was never agreed ends at
// once; an agreed term holds until the other side has agreed to its end.
struct TermRetired {
    static constexpr std::string_view name = "translation.term_retired/1";

    TermId term;
    std::uint32_t version = 0;
    std::string reason;
    bool at_once = false;
    BodyId body;
    Side side{};

    friend bool operator==(const TermRetired&, const TermRetired&) = default;
};
BOOST_DESCRIBE_STRUCT(TermRetired, (), (term, version, reason, at_once, body, side))

// The head of an import; a TermDefined for each new or changed term follows in the same run.
struct TermsImported {
    static constexpr std::string_view name = "translation.terms_imported/1";

    Digest file;
    std::uint32_t defined = 0;
    std::uint32_t unchanged = 0;

    friend bool operator==(const TermsImported&, const TermsImported&) = default;
};
BOOST_DESCRIBE_STRUCT(TermsImported, (), (file, defined, unchanged))

// Each side gives the work to its own people; the other side is not told.
struct TextAssigned {
    static constexpr std::string_view name = "translation.text_assigned/1";

    std::string text;  // TextKept::ref
    Language language{};
    PersonId assignee;
    Date due;
    std::string note;
    BodyId body;
    Side side{};

    friend bool operator==(const TextAssigned&, const TextAssigned&) = default;
};
BOOST_DESCRIBE_STRUCT(TextAssigned, (), (text, language, assignee, due, note, body, side))

struct TextUnassigned {
    static constexpr std::string_view name = "translation.text_unassigned/1";

    std::string text;
    Language language{};
    std::string reason;
    BodyId body;
    Side side{};

    friend bool operator==(const TextUnassigned&, const TextUnassigned&) = default;
};
BOOST_DESCRIBE_STRUCT(TextUnassigned, (), (text, language, reason, body, side))

struct LanguagesRequired {
    static constexpr std::string_view name = "translation.languages_required/1";

    std::string scope;  // "plan/2020"; or a kind alone ("session"): for all of its kind that have no rule of their own
    std::vector<Language> languages;  // Empty: none are required from now on.

    friend bool operator==(const LanguagesRequired&, const LanguagesRequired&) = default;
};
BOOST_DESCRIBE_STRUCT(LanguagesRequired, (), (scope, languages))

// What an approved text said in the required languages: another digest is another text.
struct TextApproved {
    std::string text;
    Digest content;

    friend bool operator==(const TextApproved&, const TextApproved&) = default;
};
BOOST_DESCRIBE_STRUCT(TextApproved, (), (text, content))

// An officer's statement that the texts of a scope are approved in these languages, as they then stood.
struct TextsApproved {
    static constexpr std::string_view name = "translation.texts_approved/1";

    std::string scope;
    std::vector<Language> languages;
    std::vector<TextApproved> texts;
    BodyId body;
    Side side{};

    friend bool operator==(const TextsApproved&, const TextsApproved&) = default;
};
BOOST_DESCRIBE_STRUCT(TextsApproved, (), (scope, languages, texts, body, side))

using Event = std::variant<TermDefined, TermAgreed, TermDeclined, TermRetired, TermsImported, TextAssigned, TextUnassigned,
                           LanguagesRequired, TextsApproved>;

}  // namespace ponte::translation
