#pragma once

// What may be asked of the translation desk. A command is a plain value; asking changes nothing.

#include "desks/translation/events.h"

namespace ponte::translation {

// A term that is known already gets its next version, and needs a reason.
struct DefineTerm {
    static constexpr std::string_view name = "translation.define_term";

    TermId term;
    TermKind kind{};
    std::vector<TermForm> forms;
    std::string note;
    std::string source;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DefineTerm, (), (term, kind, forms, note, source, reason))

// A file of terms: all or none. What stands there as it is proposed or agreed already is passed over.
struct ImportTerms {
    static constexpr std::string_view name = "translation.import_terms";

    Digest file;
    std::vector<DefineTerm> terms;
};
BOOST_DESCRIBE_STRUCT(ImportTerms, (), (file, terms))

// The other side agrees to what was proposed last.
struct AgreeTerm {
    static constexpr std::string_view name = "translation.agree_term";

    TermId term;
    std::uint32_t version = 0;
};
BOOST_DESCRIBE_STRUCT(AgreeTerm, (), (term, version))

struct DeclineTerm {
    static constexpr std::string_view name = "translation.decline_term";

    TermId term;
    std::uint32_t version = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DeclineTerm, (), (term, version, reason))

struct RetireTerm {
    static constexpr std::string_view name = "translation.retire_term";

    TermId term;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RetireTerm, (), (term, reason))

// Assigning again moves the work to another person or day.
struct Assign {
    static constexpr std::string_view name = "translation.assign";

    std::string text;
    Language language{};
    PersonId assignee;
    Date due;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Assign, (), (text, language, assignee, due, note))

struct Unassign {
    static constexpr std::string_view name = "translation.unassign";

    std::string text;
    Language language{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Unassign, (), (text, language, reason))

struct Require {
    static constexpr std::string_view name = "translation.require";

    std::string scope;
    std::vector<Language> languages;
};
BOOST_DESCRIBE_STRUCT(Require, (), (scope, languages))

struct ApproveTexts {
    static constexpr std::string_view name = "translation.approve_texts";

    std::string scope;
};
BOOST_DESCRIBE_STRUCT(ApproveTexts, (), (scope))

using Command = std::variant<DefineTerm, ImportTerms, AgreeTerm, DeclineTerm, RetireTerm, Assign, Unassign, Require, ApproveTexts>;

}  // namespace ponte::translation
