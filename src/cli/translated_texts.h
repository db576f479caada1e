#pragma once

#include "adapters/conversion/conversion.h"
#include "adapters/xliff/xliff.h"
#include "cli/office.h"
#include "desks/translation/queries.h"

// Texts between the desks that keep them and the translators: out as a document, back as orders to those desks.
// The one place that knows which desk records a text of which reference.
namespace ponte::cli {

namespace refusals {
inline constexpr RefusalKind translation_language{"cli.translation_language", Remedy::correct};  // None of the house's, or the original.
inline constexpr RefusalKind translation_text_unknown{"cli.translation_text_unknown", Remedy::correct};
inline constexpr RefusalKind source_changed_since_export{"cli.source_changed_since_export", Remedy::reread};
inline constexpr RefusalKind source_altered{"cli.source_altered", Remedy::correct};
inline constexpr RefusalKind official_text_kept{"cli.official_text_kept", Remedy::ask};
inline constexpr RefusalKind text_not_recordable{"cli.text_not_recordable", Remedy::wait};
inline constexpr RefusalKind nothing_to_translate{"cli.nothing_to_translate", Remedy::reread};
inline constexpr RefusalKind term_form_unclear{"cli.term_form_unclear", Remedy::correct};
}  // namespace refusals

// What the asker may see of the translation desk. Nothing goes round this.
class TranslationView {
public:
    TranslationView(Office& office, const Asker& asker);

    [[nodiscard]] Outcome<translation::TextsAnswer> texts(const std::string& scope) const;
    [[nodiscard]] Outcome<std::vector<translation::TextRow>> all_texts() const;
    [[nodiscard]] Outcome<translation::QueueAnswer> queue(const translation::QueueQuery& query) const;
    [[nodiscard]] Outcome<translation::TermsAnswer> terms() const;
    [[nodiscard]] Outcome<std::vector<conversion::Term>> agreed_terms() const;

private:
    template <class Query>
    [[nodiscard]] Outcome<typename Query::Answer> ask(const Query& query) const;

    const house::Desks* desks_;
    access::Sight sight_;
    Instant now_;
};

[[nodiscard]] const translation::TextShown& shown_in(const translation::TextRow& row, Language language);
// The language to translate from: the original, or (names) the first of the house's that is there besides `target`.
[[nodiscard]] std::optional<Language> source_of(const translation::TextRow& row, Language target);

// Texts of a scope for translators; with `all` those too that need nobody. `from` is wanted for names only.
[[nodiscard]] Outcome<xliff::Document> document_for(const translation::TextsAnswer& texts, const std::string& scope, Language target,
                                                    std::optional<Language> from, bool all, const std::vector<conversion::Term>& terms);

// One text to record, with every desk's own command.
struct TextOrder {
    std::string text;  // The reference, for the account.
    house::AnyCommand command;
};

struct NewText {
    std::string ref;
    Language language{};
    TextStatus status{};
    std::string text;
    std::vector<std::string> parts;
    std::string source;
};
// Names and units of one indicator become one order; a text of a desk that takes none yet is text_not_recordable.
[[nodiscard]] Outcome<std::vector<TextOrder>> orders_for(const house::Desks& desks, const std::vector<NewText>& texts);

struct TextRefused {
    std::string text;
    Refusal refusal;
};
// What came back from a translator, held against what is kept now.
struct Returned {
    std::vector<NewText> changed;
    std::vector<std::string> unchanged;
    std::vector<std::string> unfinished;  // Some or all of its parts nobody has translated yet.
    std::vector<TextRefused> refused;
    std::vector<std::pair<std::string, conversion::TermFault>> term_faults;  // Told, not refused: a person decides.
};
// With `changed_is_done` a part counts as done when it differs from what is kept (Word), else only by its state.
[[nodiscard]] Returned returned_from(const xliff::Document& document, const std::vector<translation::TextRow>& kept,
                                     const std::vector<conversion::Term>& terms, const std::string& source, bool changed_is_done);

// Agreed, proposed: as data/terms.csv has them. Forms of a language stand in one cell, " | " between them.
[[nodiscard]] Outcome<translation::ImportTerms> terms_from_csv(ByteView file, const std::string& reason);
[[nodiscard]] std::string terms_to_csv(const translation::TermsAnswer& terms);

}  // namespace ponte::cli
