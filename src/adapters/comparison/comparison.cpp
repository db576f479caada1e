#include "adapters/comparison/comparison.h"

#include "adapters/dossier/writer.h"

#include <initializer_list>

namespace ponte::comparison {

using namespace conference;
using dossier::Words;
using dossier::Writer;
using paper::Tone;

namespace {

void write_closing(Writer& writer, Words& own, const Comparison& values) {
    const auto say = [&](std::string_view key, std::initializer_list<std::string_view> words = {}) { return own.say(key, words); };
    const std::string reader = say("reader." + values.reader);
    paper::Note note{.tone = Tone::neutral, .title = say("closing.title"), .lines = {}};
    note.lines.push_back({writer.text(say("closing.reader", {reader}))});
    note.lines.push_back({writer.text(say("closing.positions", {std::to_string(values.from.position), std::to_string(values.to.position)}))});
    if (writer.occasion.demonstration) note.lines.push_back({writer.text(say("closing.demonstration"))});
    writer.add(std::move(note));
}

}  // namespace

paper::Paper paper_with_words(const Comparison& values, const dossier::Occasion& occasion, const Business& business, Words& own, Words& general) {
    paper::Paper paper{.language = std::string(tag(own.language()))};
    const DossierAnswer no_answer;  // The hand of the dossier writes here too, without a dossier.
    const dossier::Business no_business;
    Writer writer(no_answer, occasion, general, paper, no_business);
    const auto say = [&](std::string_view key, std::initializer_list<std::string_view> words = {}) { return own.say(key, words); };
    const std::string from = writer.date(values.from.as_at);
    const std::string to = writer.date(values.to.as_at);
    const dossier::Shown title = dossier::shown_of(values.titles, own.language());
    paper.title = say("title");
    paper.subtitle = title.text == nullptr ? say("subtitle.short", {from, to}) : say("subtitle", {title.text->text, from, to});
    paper.masthead = {say("masthead.reader", {say("reader." + values.reader)}),
                      say("masthead.from", {from, writer.number(values.from.position), writer.date(values.from.time.date())}),
                      say("masthead.to", {to, writer.number(values.to.position), writer.date(values.to.time.date()), occasion.root.to_text().substr(0, 16)})};
    paper.footer = say("footer", {from, to});
    paper.page_word = writer.say("page");
    for (const std::string_view badge : {"published", "computed", "simulated", "illustration", "configuration"}) {
        paper.badge_words[static_cast<std::size_t>(dossier::badge_named(badge))] = writer.class_word("badge", badge);
    }
    paper.created_at = occasion.time.micros / 1'000'000;
    paper.author = "ponte " + occasion.release;
    (void)dossier::write_changes(writer, own, values, business, {.in_a_chapter = false});
    write_closing(writer, own, values);
    return paper;
}

paper::Paper paper_of(const Comparison& values, Language language, const dossier::Occasion& occasion, const Business& business) {
    Words own(language, dossier::comparison_words);
    Words general(language);
    return paper_with_words(values, occasion, business, own, general);
}

}  // namespace ponte::comparison
