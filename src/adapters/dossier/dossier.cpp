#include "adapters/dossier/dossier.h"

#include "adapters/dossier/paper_with_words.h"
#include "adapters/dossier/writer.h"

namespace ponte::dossier {

using paper::Badge;
using paper::Paper;

paper::Paper paper_with_words(const conference::DossierAnswer& answer, const Occasion& occasion, Words& words, const Business& business) {
    Paper paper{.language = std::string(tag(words.language()))};
    Writer writer(answer, occasion, words, paper, business);
    const std::string audience = writer.class_word("audience", name_of(answer.audience));
    const std::string as_at = writer.date(answer.as_at);
    const Shown title = shown_of(answer.titles, words.language());
    paper.title = writer.say("title");
    if (title.text != nullptr) paper.subtitle = writer.say("subtitle", {title.text->text, as_at});
    paper.masthead = {writer.say("masthead.audience", {audience}),
                      writer.say("masthead.as_at", {as_at, writer.date(occasion.time.date())}),
                      writer.say("masthead.position", {writer.number(occasion.position), occasion.root.to_text().substr(0, 16)}),
                      occasion.frozen ? writer.say("masthead.frozen", {std::to_string(*occasion.frozen)}) : writer.say("masthead.draft")};
    paper.footer = writer.say("footer", {as_at});
    paper.page_word = writer.say("page");
    for (const Badge badge : {Badge::published, Badge::computed, Badge::simulated, Badge::illustration, Badge::configuration}) {
        const char* const names[] = {"none", "published", "computed", "simulated", "illustration", "configuration"};
        const auto place = static_cast<std::size_t>(badge);
        paper.badge_words[place] = writer.class_word("badge", names[place]);
    }
    paper.created_at = occasion.time.micros / 1'000'000;
    paper.author = "ponte " + occasion.release;

    write_front(writer);
    write_glance(writer);
    write_attention(writer);
    write_since(writer);
    write_areas(writer);
    write_problems(writer);
    write_decisions(writer);
    write_instruments(writer);
    write_sessions(writer);
    write_next(writer);
    write_check(writer);
    write_annex(writer);
    return paper;
}

Paper paper_of(const conference::DossierAnswer& answer, Language language, const Occasion& occasion, const Business& business) {
    Words words(language);
    return paper_with_words(answer, occasion, words, business);
}

}  // namespace ponte::dossier
