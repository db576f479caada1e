#include "adapters/conversion/conversion.h"

#include <algorithm>

namespace ponte::conversion {

namespace {

// Capitals of ASCII and Latin-1 made small; accents stay, since they are spelling.
std::string without_capitals(std::string_view text) {
    std::string small(text);
    for (std::size_t i = 0; i < small.size(); ++i) {
        const auto octet = static_cast<unsigned char>(small[i]);
        if (octet >= 'A' && octet <= 'Z') small[i] = static_cast<char>(octet + 0x20U);
        const bool capital = octet >= 0x80U && octet <= 0x9EU && octet != 0x97U;
        if (i > 0 && static_cast<unsigned char>(small[i - 1]) == 0xC3U && capital) small[i] = static_cast<char>(octet + 0x20U);
    }
    return small;
}

bool is_letter_of_a_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const auto octet = static_cast<unsigned char>(text[at]);
    // The letters of Latin-1 and Latin Extended-A stand between U+00C0 and U+017F.
    return (octet >= 'a' && octet <= 'z') || (octet >= '0' && octet <= '9') || (octet >= 0xC3U && octet <= 0xC5U) || (octet >= 0x80U && octet <= 0xBFU && at > 0 && static_cast<unsigned char>(text[at - 1]) >= 0xC3U && static_cast<unsigned char>(text[at - 1]) <= 0xC5U);
}

bool is_chinese(Language language) { return language == Language::zh_hans || language == Language::zh_hant; }

bool stands_at(std::string_view text, std::size_t at, std::string_view form, Language language) {
    if (!text.substr(at).starts_with(form)) return false;
    if (is_chinese(language)) return true;
    return (at == 0 || !is_letter_of_a_word(text, at - 1)) && !is_letter_of_a_word(text, at + form.size());
}

bool stands_in(std::string_view text, std::string_view form, Language language) {
    for (std::size_t at = text.find(form); at != std::string_view::npos; at = text.find(form, at + 1)) {
        if (stands_at(text, at, form, language)) return true;
    }
    return false;
}

struct Form {
    std::string folded;
    const Term* term;
    std::string_view text;
};

std::vector<Form> forms_in(const std::vector<Term>& terms, Language language) {
    std::vector<Form> forms;
    for (const Term& term : terms) {
        for (const translation::TermForm& form : term.forms) {
            if (form.language == language) forms.push_back({.folded = without_capitals(form.text), .term = &term, .text = form.text});
        }
    }
    std::ranges::stable_sort(forms, [](const Form& a, const Form& b) { return a.folded.size() > b.folded.size(); });
    return forms;
}

// The forms that stand in a text, the longest at each place: 葡语国家 inside of a longer term is that term's.
std::vector<const Form*> found_in(const std::string& folded, const std::vector<Form>& forms, Language language) {
    std::vector<const Form*> found;
    for (std::size_t at = 0; at < folded.size();) {
        const auto form = std::ranges::find_if(forms, [&](const Form& one) { return stands_at(folded, at, one.folded, language); });
        if (form == forms.end()) {
            ++at;
            continue;
        }
        found.push_back(&*form);
        at += form->folded.size();
    }
    return found;
}

}  // namespace

std::vector<TermFault> check_terms(std::string_view source, Language source_language, std::string_view target, Language target_language,
                                   const std::vector<Term>& terms) {
    std::vector<TermFault> faults;
    const std::string folded_target = without_capitals(target);
    const auto known = [&](const Term& term, bool forbidden) {
        return std::ranges::any_of(faults, [&](const TermFault& one) { return one.term == term.id && one.forbidden == forbidden; });
    };
    const std::vector<Form> source_forms = forms_in(terms, source_language);
    for (const Form* form : found_in(without_capitals(source), source_forms, source_language)) {
        if (form->term->forbidden || known(*form->term, false)) continue;
        TermFault fault{.term = form->term->id, .forbidden = false, .found = std::string(form->text)};
        bool there = false;
        for (const translation::TermForm& one : form->term->forms) {
            if (one.language != target_language) continue;
            fault.expected.push_back(one.text);
            there = there || stands_in(folded_target, without_capitals(one.text), target_language);
        }
        if (!there && !fault.expected.empty()) faults.push_back(std::move(fault));
    }
    const std::vector<Form> target_forms = forms_in(terms, target_language);
    for (const Form* form : found_in(folded_target, target_forms, target_language)) {
        if (form->term->forbidden && !known(*form->term, true)) {
            faults.push_back({.term = form->term->id, .forbidden = true, .found = std::string(form->text)});
        }
    }
    return faults;
}

}  // namespace ponte::conversion
