#include "adapters/dossier/writer.h"

#include "adapters/paper/text.h"

#include <array>
#include <algorithm>

namespace ponte::dossier {

using conference::Figure;
using conference::TextIn;
using paper::Badge;
using paper::Line;
using paper::Run;
using paper::Tone;

namespace {

// Where a text is looked for when the paper's language has none: the nearest for its readers first.
std::array<Language, 4> nearest(Language language) {
    switch (language) {
        case Language::zh_hant: return {Language::zh_hant, Language::zh_hans, Language::en, Language::pt};
        case Language::zh_hans: return {Language::zh_hans, Language::zh_hant, Language::en, Language::pt};
        case Language::pt: return {Language::pt, Language::en, Language::zh_hant, Language::zh_hans};
        case Language::en: return {Language::en, Language::pt, Language::zh_hant, Language::zh_hans};
    }
    return languages;
}

}  // namespace

Writer::Writer(const conference::DossierAnswer& answer_, const Occasion& occasion_, Words& words_, paper::Paper& paper, const Business& business_)
    : answer(answer_), occasion(occasion_), business(business_), words(words_), paper_(paper) {
    for (const Figure& figure : answer.figures) figures_.emplace(figure.id, &figure);
}

std::string Writer::class_word(std::string_view family, std::string_view name) {
    return say(std::string(family) + "." + std::string(name));
}

std::string Writer::entries(const std::vector<std::uint64_t>& entries, std::size_t entries_max) {
    if (entries.empty()) return say("dash");
    std::string text;
    for (std::size_t i = 0; i < std::min(entries.size(), entries_max); ++i) text += (i == 0 ? "" : ", ") + std::to_string(entries[i]);
    return entries.size() <= entries_max ? text : say("annex.more", {text, number(entries.size() - entries_max)});
}

std::string Writer::joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) {
        if (!all.empty()) all += words.say("between");
        all += part;
    }
    return all;
}

Run Writer::in(Language of_text, std::string_view text) const {
    Run run{.text = std::string(text)};
    if (of_text != language()) run.language = std::string(tag(of_text));
    return run;
}

Run Writer::name(const Names& names, std::string_view id) const {
    for (const Language one : nearest(language())) {
        if (!names.in(one).empty()) return in(one, names.in(one));
    }
    return code(id);
}

Run Writer::body(const std::string& id) const {
    const auto found = occasion.body_names.find(id);
    return found == occasion.body_names.end() ? code(id) : name(found->second, id);
}

Run Writer::source(const std::string& url, const std::string& title) {
    Run run = text(!title.empty() ? std::string_view(title) : url.empty() ? words.say("not_stated") : std::string_view(url));
    if (paper::link_is_outside(url)) run.link = url;
    return run;
}

Run Writer::badge_of(Run run, std::string_view badge) {
    run.badge = badge_named(badge);
    return run;
}

Run Writer::figure(const Figure& figure) {
    if (figure.value.empty()) return {.text = say("dash"), .figure = figure.id};
    Run run{.figure = figure.id, .badge = badge_named(figure.badge)};
    if (figure.rule == "status") run.text = class_word("status", figure.value);
    else if (figure.rule == "year_duty") run.text = class_word("year", figure.value);
    else run.text = number_text(language(), figure.value);
    return run;
}

Run Writer::figure_or(const std::string& id, std::uint64_t otherwise) {
    const auto found = figures_.find(id);
    if (found != figures_.end()) return figure(*found->second);
    return text(number(otherwise));
}

Line Writer::line(std::string_view key, const std::vector<Run>& runs) {
    Line all;
    for (const Piece& piece : pieces_of(words.say(key))) {
        if (!piece.text.empty()) all.push_back(text(piece.text));
        if (piece.place >= 0 && static_cast<std::size_t>(piece.place) < runs.size()) all.push_back(runs[static_cast<std::size_t>(piece.place)]);
    }
    return all;
}

Tone tone_of(std::string_view status) {
    if (status == "done" || status == "on_course" || status == "met") return Tone::good;
    if (status == "ahead") return Tone::ahead;
    if (status == "contradictory" || status == "due") return Tone::warning;
    if (status == "behind" || status == "not_met") return Tone::bad;
    if (status == "no_evidence" || status == "not_evidenced") return Tone::missing;
    return Tone::neutral;
}

Badge badge_named(std::string_view badge) {
    if (badge == "published") return Badge::published;
    if (badge == "computed") return Badge::computed;
    if (badge == "simulated") return Badge::simulated;
    if (badge == "illustration") return Badge::illustration;
    if (badge == "configuration") return Badge::configuration;
    return Badge::none;
}

Shown shown_of(const std::vector<TextIn>& texts, Language language) {
    Shown shown;
    if (texts.empty() || texts.front().text.empty()) return shown;
    shown.original = &texts.front();
    const auto found = std::ranges::find_if(texts, [&](const TextIn& one) {
        return one.language == language && !one.text.empty() && one.status != "missing";
    });
    shown.fell_back = found == texts.end();
    shown.text = shown.fell_back ? shown.original : &*found;
    return shown;
}

Run part_of(const Writer& writer, const Shown& shown, std::size_t number) {
    if (shown.text == nullptr) return {};
    const bool alike = shown.text->parts.size() == shown.original->parts.size();
    const TextIn& from = alike ? *shown.text : *shown.original;
    if (number == 0 || number > from.parts.size()) return writer.in(shown.text->language, shown.text->text);
    return writer.in(from.language, from.parts[number - 1]);
}

Run short_text(const Writer& writer, const conference::MeasureShown& measure, std::size_t ideographs_max, std::size_t letters_max) {
    Run run = part_of(writer, shown_of(measure.texts, writer.language()), 1);
    const bool chinese = run.language.empty() ? writer.is_chinese() : run.language.starts_with("zh");
    run.text = shortened(run.text, chinese ? ideographs_max : letters_max);
    return run;
}

std::string anchor_of(std::uint16_t measure) { return "m" + std::to_string(measure); }

}  // namespace ponte::dossier
