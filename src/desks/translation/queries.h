#pragma once

#include "desks/translation/facts.h"

// Questions to the translation desk. All of them answer from the texts that the reader may see, and from
// nothing else: of a paper that was not released to him there is neither a row nor a number.
namespace ponte::translation {

struct Looking;  // view.h

// A text that waits for somebody. The working list is for the people of the two sides, and empty for the public.
struct QueueRow {
    std::string text;
    std::string scope;
    std::string language;   // BCP 47
    std::string state;      // "stale", "missing", "machine_converted"
    bool required = false;
    std::string original;   // BCP 47; empty where all languages have the same rank
    std::string says;       // The beginning of the text to start from.
    std::optional<PersonId> assignee;  // of the reader's own side
    std::optional<Date> due;
    bool overdue = false;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(QueueRow, (), (text, scope, language, state, required, original, says, assignee, due, overdue, note))

struct LanguageCount {
    std::string language;
    std::uint32_t current = 0;
    std::uint32_t stale = 0;
    std::uint32_t missing = 0;
    std::uint32_t machine_converted = 0;
    std::uint32_t overdue = 0;
};
BOOST_DESCRIBE_STRUCT(LanguageCount, (), (language, current, stale, missing, machine_converted, overdue))

struct QueueAnswer {
    std::vector<LanguageCount> counts;  // over everything asked for, the texts in order included
    std::vector<QueueRow> rows;         // stale first, then missing, then machine-converted; what is required and what is due sooner first
};
BOOST_DESCRIBE_STRUCT(QueueAnswer, (), (counts, rows))

// Where a scope requires languages, those; elsewhere every language but the original.
struct QueueQuery {
    static constexpr std::string_view name = "translation.queue";
    using Answer = QueueAnswer;

    std::optional<std::string> scope;
    std::optional<Language> language;
    std::optional<PersonId> assignee;
};
BOOST_DESCRIBE_STRUCT(QueueQuery, (), (scope, language, assignee))

struct TextShown {
    std::string language;
    std::string state;
    std::optional<TextStatus> status;  // What it was worth when it was stated, also where it is stale now.
    std::string text;
    std::vector<std::string> parts;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(TextShown, (), (language, state, status, text, parts, entry))

struct TextRow {
    std::string text;
    std::string scope;
    std::string original;
    Digest digest;
    std::vector<TextShown> languages;  // All four; a missing one is empty.
    std::vector<QueueRow> waiting;     // as in the queue, of the reader's side
};
BOOST_DESCRIBE_STRUCT(TextRow, (), (text, scope, original, digest, languages, waiting))

struct TextsAnswer {
    std::vector<TextRow> texts;
};
BOOST_DESCRIBE_STRUCT(TextsAnswer, (), (texts))

// The texts of a scope in full: what goes out to translators.
struct TextsQuery {
    static constexpr std::string_view name = "translation.texts";
    using Answer = TextsAnswer;

    std::string scope;
};
BOOST_DESCRIBE_STRUCT(TextsQuery, (), (scope))

struct ScopeRow {
    std::string scope;
    std::uint32_t texts = 0;
    std::vector<Language> required;
    bool ready = false;  // Something is required, and all of it is there.
    std::vector<LanguageCount> counts;
};
BOOST_DESCRIBE_STRUCT(ScopeRow, (), (scope, texts, required, ready, counts))

struct ScopesAnswer {
    std::vector<ScopeRow> scopes;
};
BOOST_DESCRIBE_STRUCT(ScopesAnswer, (), (scopes))

struct ScopesQuery {
    static constexpr std::string_view name = "translation.scopes";
    using Answer = ScopesAnswer;
};
BOOST_DESCRIBE_STRUCT(ScopesQuery, (), ())

struct NotReady {
    std::string text;
    std::string language;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(NotReady, (), (text, language, state))

struct ApprovalShown {
    Side side{};
    PersonId by;
    Date on;
    std::vector<Language> languages;
    std::uint64_t entry = 0;
    bool stale = false;  // Something has changed since, or other languages are required.
};
BOOST_DESCRIBE_STRUCT(ApprovalShown, (), (side, by, on, languages, entry, stale))

struct ReadyAnswer {
    std::string scope;
    std::uint32_t texts = 0;
    std::vector<Language> required;
    bool ready = false;
    std::vector<NotReady> not_ready;
    std::vector<ApprovalShown> approvals;  // of each side; not for the public
};
BOOST_DESCRIBE_STRUCT(ReadyAnswer, (), (scope, texts, required, ready, not_ready, approvals))

struct ReadyQuery {
    static constexpr std::string_view name = "translation.ready";
    using Answer = ReadyAnswer;

    std::string scope;
};
BOOST_DESCRIBE_STRUCT(ReadyQuery, (), (scope))

struct TermRow {
    TermId term;
    TermKind kind{};
    std::string state;        // "agreed", "proposed", "declined", "retired"
    std::uint32_t version = 0;
    std::vector<TermForm> forms;
    std::string note;
    std::string source;
    std::string reason;
    Side proposed_by{};
    std::optional<Side> agreed_by;
    bool end_proposed = false;  // Agreed, and one side wishes it to end.
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(TermRow, (), (term, kind, state, version, forms, note, source, reason, proposed_by, agreed_by, end_proposed, entry))

struct TermsAnswer {
    std::vector<TermRow> terms;      // agreed: these win
    std::vector<TermRow> proposed;   // wait for the other side; shown to the two sides only
};
BOOST_DESCRIBE_STRUCT(TermsAnswer, (), (terms, proposed))

// `text` searches in the forms, folded over scripts and accents.
struct TermsQuery {
    static constexpr std::string_view name = "translation.terms";
    using Answer = TermsAnswer;

    std::optional<std::string> text;
    std::optional<TermKind> kind;
};
BOOST_DESCRIBE_STRUCT(TermsQuery, (), (text, kind))

struct TermAnswer {
    std::vector<TermRow> versions;  // oldest first; to the public only those that were agreed
};
BOOST_DESCRIBE_STRUCT(TermAnswer, (), (versions))

struct TermQuery {
    static constexpr std::string_view name = "translation.term";
    using Answer = TermAnswer;

    TermId term;
};
BOOST_DESCRIBE_STRUCT(TermQuery, (), (term))

using Query = std::variant<QueueQuery, TextsQuery, ScopesQuery, ReadyQuery, TermsQuery, TermQuery>;

[[nodiscard]] QueueAnswer answer(const Looking& looking, const QueueQuery& query);
[[nodiscard]] TextsAnswer answer(const Looking& looking, const TextsQuery& query);
[[nodiscard]] ScopesAnswer answer(const Looking& looking, const ScopesQuery& query);
[[nodiscard]] ReadyAnswer answer(const Looking& looking, const ReadyQuery& query);
[[nodiscard]] TermsAnswer answer(const Looking& looking, const TermsQuery& query);
[[nodiscard]] TermAnswer answer(const Looking& looking, const TermQuery& query);

}  // namespace ponte::translation
