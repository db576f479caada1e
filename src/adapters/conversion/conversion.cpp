#include "adapters/conversion/conversion.h"

#include "base/check.h"

#include <algorithm>
#include <array>
#include <opencc/SimpleConverter.hpp>
#include <utility>

namespace ponte::conversion {

struct Converter::Engine {
    explicit Engine(const std::string& configuration) : opencc(configuration) {}
    opencc::SimpleConverter opencc;
};

namespace {

// What Macao writes otherwise than s2tw; and 幷, an old form that OpenCC's phrases hold for 兼容并包 and put into
// every 并包.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> to_macao{
    {{"臺", "台"}, {"汙", "污"}, {"幷", "並"}, {"“", "「"}, {"”", "」"}, {"‘", "『"}, {"’", "』"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> to_mainland{
    {{"「", "“"}, {"」", "”"}, {"『", "‘"}, {"』", "’"}}};

template <std::size_t N>
std::string replaced(std::string_view text, const std::array<std::pair<std::string_view, std::string_view>, N>& pairs) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto found = std::ranges::find_if(pairs, [&](const auto& pair) { return text.starts_with(pair.first); });
        if (found == pairs.end()) {
            out += text.front();
            text.remove_prefix(1);
        } else {
            out += found->second;
            text.remove_prefix(found->first.size());
        }
    }
    return out;
}

std::size_t length_of_character(char first) {
    const auto octet = static_cast<unsigned char>(first);
    return octet < 0x80U ? 1 : octet < 0xE0U ? 2 : octet < 0xF0U ? 3 : 4;
}

}  // namespace

std::string_view Term::preferred_in(Language language) const {
    const auto found = std::ranges::find(forms, language, &translation::TermForm::language);
    return found == forms.end() ? std::string_view() : std::string_view(found->text);
}

Converter::Converter() = default;
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

Attempt<Converter> Converter::open(Language from, Language to, std::vector<Term> terms) {
    CHECK((from == Language::zh_hans && to == Language::zh_hant) || (from == Language::zh_hant && to == Language::zh_hans));
    Converter converter;
    converter.to_ = to;
    const std::string name = to == Language::zh_hant ? "s2tw" : "tw2s";
    converter.configuration_ = "OpenCC " + name;
    try {
        converter.engine_ = std::make_unique<Engine>(name + ".json");
    } catch (const std::exception& error) {
        return fail(faults::unavailable, name + ".json", error.what());
    }
    for (const Term& term : terms) {
        const std::string written(term.preferred_in(to));
        if (term.forbidden || written.empty()) continue;
        for (const translation::TermForm& form : term.forms) {
            if (form.language == from) converter.forms_.push_back({.found = form.text, .written = written, .term = term.id});
        }
    }
    // What stands in the target's form already is no longer the source's to convert.
    const std::size_t of_source = converter.forms_.size();
    for (const Term& term : terms) {
        if (term.forbidden) continue;
        for (const translation::TermForm& form : term.forms) {
            if (form.language != to) continue;
            const auto end = converter.forms_.begin() + static_cast<std::ptrdiff_t>(of_source);
            const bool source_says_so_too = std::any_of(converter.forms_.begin(), end, [&](const Form& one) { return one.found == form.text; });
            if (!source_says_so_too) converter.forms_.push_back({.found = form.text, .written = form.text, .term = {}});
        }
    }
    std::ranges::stable_sort(converter.forms_, [](const Form& a, const Form& b) { return a.found.size() > b.found.size(); });
    return converter;
}

Attempt<Converted> Converter::convert(std::string_view text) const {
    Converted converted;
    std::string rest;  // Between two terms.
    const auto convert_rest = [&] {
        if (rest.empty()) return;
        const std::string plain = engine_->opencc.Convert(rest);
        converted.text += to_ == Language::zh_hant ? replaced(plain, to_macao) : replaced(plain, to_mainland);
        rest.clear();
    };
    try {
        while (!text.empty()) {
            const auto form = std::ranges::find_if(forms_, [&](const Form& one) { return text.starts_with(one.found); });
            if (form == forms_.end()) {
                const std::size_t length = std::min(length_of_character(text.front()), text.size());
                rest += text.substr(0, length);
                text.remove_prefix(length);
                continue;
            }
            convert_rest();
            converted.text += form->written;
            text.remove_prefix(form->found.size());
            if (form->term.empty()) continue;
            const auto known = std::ranges::find_if(converted.applied, [&](const Applied& one) { return one.term == form->term && one.found == form->found; });
            if (known != converted.applied.end()) {
                ++known->times;
            } else {
                converted.applied.push_back({.term = form->term, .found = form->found, .written = form->written, .times = 1});
            }
        }
        convert_rest();
    } catch (const std::exception& error) {
        return fail(faults::failed, configuration_, error.what());
    }
    return converted;
}

}  // namespace ponte::conversion
