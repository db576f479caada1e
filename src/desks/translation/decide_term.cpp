// Decisions about the shared list of terms: one side proposes, the other agrees.

#include "base/text.h"
#include "desks/translation/decide.h"
#include "desks/translation/refusals.h"

#include <algorithm>

namespace ponte::translation {

namespace {

constexpr std::size_t form_bytes_max = 300;
constexpr std::size_t forms_max = 24;
constexpr std::size_t note_bytes_max = 2'000;
constexpr std::size_t rows_max = 500;  // Of a file; its events are one run.

bool is_well_formed(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

// The two sides of the conference make the list; a body of neither has no voice in it.
bool may_propose(const access::Grant& asker) {
    return asker.side != Side::other && (asker.may_configure("translation") || asker.has("translation", access::Role::officer));
}
bool may_agree(const access::Grant& asker) { return asker.side != Side::other && asker.may_configure("translation"); }

std::optional<Refusal> refusal_of_words(const DefineTerm& command) {
    if (!is_well_formed(command.term.value)) return Refusal{refusals::id_malformed, command.term.value.substr(0, 64), "/term"};
    if (command.forms.empty()) return Refusal{refusals::text_missing, command.term.value, "/forms"};
    for (std::size_t i = 0; i < command.forms.size(); ++i) {
        const std::string& text = command.forms[i].text;
        const std::string place = "/forms/" + std::to_string(i) + "/text";
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) return Refusal{refusals::text_missing, command.term.value, place};
        if (!is_valid_utf8(text) || has_control_characters(text) || text.find_first_of("\t\r\n") != std::string::npos) {
            return Refusal{refusals::control_characters, command.term.value, place};
        }
        if (text.size() > form_bytes_max || i >= forms_max) return Refusal{refusals::text_too_long, command.term.value, place};
        if (text.front() == ' ' || text.back() == ' ') return Refusal{refusals::control_characters, command.term.value, place};
    }
    for (const auto& [text, place] : {std::pair{&command.note, "/note"}, {&command.source, "/source"}, {&command.reason, "/reason"}}) {
        if (has_control_characters(*text)) return Refusal{refusals::control_characters, command.term.value, place};
        if (text->size() > note_bytes_max) return Refusal{refusals::text_too_long, command.term.value, place};
    }
    if (command.source.empty()) return Refusal{refusals::source_missing, command.term.value, "/source"};
    return std::nullopt;
}

std::vector<TermForm> normalised(std::vector<TermForm> forms) {
    for (TermForm& form : forms) form.text = nfc(form.text);
    return forms;
}

const TermDefined* last_wording(const Term& term) {
    const TermVersion* proposed = term.proposed();
    if (proposed != nullptr && proposed->defined) return &*proposed->defined;
    return term.agreed();
}

bool says_the_same(const TermDefined& one, const DefineTerm& command) {
    return one.kind == command.kind && one.forms == normalised(command.forms) && one.note == command.note && one.source == command.source;
}

bool stands_in(const TermForm& form, const TermDefined* term) {
    return term != nullptr && std::ranges::find(term->forms, form) != term->forms.end();
}

// What the state has against a wording. Two terms with one form in a language: nobody could say which wins.
std::optional<Refusal> refusal_of_state(const View& view, const DefineTerm& command) {
    const std::vector<TermForm> forms = normalised(command.forms);
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const std::string place = "/forms/" + std::to_string(i) + "/text";
        if (std::find(forms.begin(), forms.begin() + static_cast<std::ptrdiff_t>(i), forms[i]) != forms.begin() + static_cast<std::ptrdiff_t>(i)) {
            return Refusal{refusals::form_twice, forms[i].text, place};
        }
    }
    const auto known = view.translation.terms.find(command.term);
    if (known != view.translation.terms.end()) {
        if (const TermDefined* last = last_wording(known->second); last != nullptr && says_the_same(*last, command)) {
            return Refusal{refusals::term_unchanged, command.term.value, ""};
        }
        if (command.reason.empty()) return Refusal{refusals::reason_missing, command.term.value, "/reason"};
    }
    for (std::size_t i = 0; i < forms.size(); ++i) {
        for (const auto& [id, other] : view.translation.terms) {
            if (id == command.term) continue;
            const TermVersion* proposed = other.proposed();
            const TermDefined* next = proposed != nullptr && proposed->defined ? &*proposed->defined : nullptr;
            if (stands_in(forms[i], other.agreed()) || stands_in(forms[i], next)) {
                return Refusal{refusals::form_of_another_term, id.value, "/forms/" + std::to_string(i) + "/text"};
            }
        }
    }
    return std::nullopt;
}

TermDefined defined(const View& view, const DefineTerm& command) {
    const auto known = view.translation.terms.find(command.term);
    const std::size_t versions = known == view.translation.terms.end() ? 0 : known->second.versions.size();
    return {.term = command.term,
            .version = static_cast<std::uint32_t>(versions + 1),
            .kind = command.kind,
            .forms = normalised(command.forms),
            .note = command.note,
            .source = command.source,
            .reason = command.reason,
            .body = view.asker.body,
            .side = view.asker.side};
}

// The version that the other side may answer, or why there is none.
Outcome<const TermVersion*> proposal_answered(const View& view, const TermId& id, std::uint32_t version) {
    const auto known = view.translation.terms.find(id);
    if (known == view.translation.terms.end()) return refuse(refusals::term_unknown, id.value, "/term");
    const Term& term = known->second;
    if (version != term.versions.size()) return refuse(refusals::version_superseded, std::to_string(term.versions.size()), "/version");
    const TermVersion* proposed = term.proposed();
    if (proposed == nullptr) return refuse(refusals::nothing_proposed, id.value, "/term");
    return proposed;
}

}  // namespace

Decision decide(const View& view, const DefineTerm& command) {
    if (!may_propose(view.asker)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_words(command)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_state(view, command)) return std::unexpected(*std::move(no));
    return std::vector<Event>{defined(view, command)};
}

Decision decide(const View& view, const ImportTerms& command) {
    if (!may_propose(view.asker)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.terms.empty()) return refuse(refusals::no_rows, "", "/terms");
    if (command.terms.size() > rows_max) return refuse(refusals::too_many_rows, std::to_string(command.terms.size()), "/terms");
    TermsImported head{.file = command.file};
    std::vector<Event> terms;
    std::vector<TermForm> forms_so_far;
    std::vector<TermId> ids_so_far;
    for (std::size_t i = 0; i < command.terms.size(); ++i) {
        const DefineTerm& one = command.terms[i];
        const std::string place = "/terms/" + std::to_string(i);
        if (auto no = refusal_of_words(one)) return refuse(no->kind, no->subject, place + no->place);
        if (std::ranges::find(ids_so_far, one.term) != ids_so_far.end()) return refuse(refusals::term_twice, one.term.value, place + "/term");
        ids_so_far.push_back(one.term);
        const auto no = refusal_of_state(view, one);
        if (no && no->kind != refusals::term_unchanged) return refuse(no->kind, no->subject, place + no->place);
        TermDefined term = defined(view, one);
        for (std::size_t form = 0; form < term.forms.size(); ++form) {
            // What the file itself says twice; the state was asked above.
            if (std::ranges::find(forms_so_far, term.forms[form]) != forms_so_far.end()) {
                return refuse(refusals::form_of_another_term, term.forms[form].text, place + "/forms/" + std::to_string(form) + "/text");
            }
        }
        forms_so_far.insert(forms_so_far.end(), term.forms.begin(), term.forms.end());
        if (no) {
            ++head.unchanged;
        } else {
            ++head.defined;
            terms.emplace_back(std::move(term));
        }
    }
    terms.insert(terms.begin(), head);
    return terms;
}

Decision decide(const View& view, const AgreeTerm& command) {
    if (!may_agree(view.asker)) return refuse(refusals::not_allowed, view.asker.person.value);
    const TermVersion* proposed = TRY(proposal_answered(view, command.term, command.version));
    if (proposed->side == view.asker.side) return refuse(refusals::agrees_own_proposal, command.term.value, "/term");
    return std::vector<Event>{
        TermAgreed{.term = command.term, .version = command.version, .body = view.asker.body, .side = view.asker.side}};
}

// Also the proposer's own way of taking a proposal back.
Decision decide(const View& view, const DeclineTerm& command) {
    if (!may_agree(view.asker)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.term.value, "/reason");
    if (has_control_characters(command.reason)) return refuse(refusals::control_characters, command.term.value, "/reason");
    if (command.reason.size() > note_bytes_max) return refuse(refusals::text_too_long, command.term.value, "/reason");
    [[maybe_unused]] const TermVersion* proposed = TRY(proposal_answered(view, command.term, command.version));
    return std::vector<Event>{TermDeclined{.term = command.term,
                                           .version = command.version,
                                           .reason = command.reason,
                                           .body = view.asker.body,
                                           .side = view.asker.side}};
}

Decision decide(const View& view, const RetireTerm& command) {
    if (!may_agree(view.asker)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.term.value, "/reason");
    if (has_control_characters(command.reason)) return refuse(refusals::control_characters, command.term.value, "/reason");
    if (command.reason.size() > note_bytes_max) return refuse(refusals::text_too_long, command.term.value, "/reason");
    const auto known = view.translation.terms.find(command.term);
    if (known == view.translation.terms.end()) return refuse(refusals::term_unknown, command.term.value, "/term");
    const Term& term = known->second;
    const TermVersion* proposed = term.proposed();
    if (term.is_retired() || (proposed != nullptr && proposed->retired)) return refuse(refusals::term_retired, command.term.value, "/term");
    return std::vector<Event>{TermRetired{.term = command.term,
                                          .version = static_cast<std::uint32_t>(term.versions.size() + 1),
                                          .reason = command.reason,
                                          .at_once = term.agreed() == nullptr,
                                          .body = view.asker.body,
                                          .side = view.asker.side}};
}

}  // namespace ponte::translation
