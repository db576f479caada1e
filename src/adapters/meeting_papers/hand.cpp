#include "adapters/meeting_papers/hand.h"

#include "adapters/dossier/spelling.h"

#include <array>

namespace ponte::meeting_papers {

using paper::Line;
using paper::Run;

namespace {

constexpr std::string_view table = "words/meetings.csv";

// Where a text is looked for when there is none in the language: the nearest for its readers first.
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

std::string Hand::date(Date day) { return dossier::date_text(words_, day); }

std::string Hand::joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) {
        if (!all.empty()) all += words_.say("between");
        all += part;
    }
    return all;
}

Run Hand::in(Language of_text, std::string_view text) const {
    Run run{.text = std::string(text)};
    if (of_text != paper_language_) run.language = std::string(tag(of_text));
    return run;
}

Run Hand::strong(std::string_view one) const {
    Run run = text(one);
    run.strong = true;
    return run;
}

Run Hand::quiet(std::string_view one) const {
    Run run = text(one);
    run.quiet = true;
    return run;
}

Run Hand::name(const Names& names, std::string_view id) const {
    for (const Language one : nearest(language())) {
        if (!names.in(one).empty()) return in(one, names.in(one));
    }
    return {.text = std::string(id), .code = true};
}

Run Hand::body(const BodyId& id) const {
    const auto found = occasion_.body_names.find(id.value);
    return found == occasion_.body_names.end() ? Run{.text = id.value, .code = true} : name(found->second, id.value);
}

std::string Hand::bodies(const std::vector<BodyId>& ids) {
    std::vector<std::string> names;
    for (const BodyId& id : ids) names.push_back(body_name(id));
    return joined(names);
}

paper::Paper begun(Hand& hand, const meetings::SessionShown& session, const std::string& kind, const std::string& state) {
    const Occasion& occasion = hand.occasion();
    paper::Paper paper{.language = std::string(tag(hand.language()))};
    paper.title = kind;
    paper.subtitle = hand.session(session.session);
    if (session.chairs.size() == 2) {
        paper.masthead.push_back(hand.say("masthead.sides", {hand.body_name(session.chairs[0]), hand.body_name(session.chairs[1])}));
    }
    if (!state.empty()) paper.masthead.push_back(hand.say("masthead.state", {state}));
    paper.masthead.push_back(hand.say("masthead.position", {dossier::number_text(hand.language(), occasion.position), occasion.root.to_text().substr(0, 16)}));
    paper.footer = hand.say("footer", {kind, paper.subtitle});
    paper.page_word = hand.say("page");
    paper.created_at = occasion.time.micros / 1'000'000;
    paper.author = "ponte " + occasion.release;
    if (occasion.demonstration) {
        paper.blocks.emplace_back(paper::Note{paper::Tone::warning, hand.say("demo.title"), {{hand.text(hand.say("demo.text"))}}});
    }
    return paper;
}

Line subject_of(Hand& hand, const meetings::AgendaItemShown& item) {
    const std::string kind = hand.word("agenda", name_of(item.kind));
    // What was named freely is its own subject.
    if (item.titles.empty()) return {hand.text(kind)};
    const Run title = hand.name(item.titles, item.reference);
    if (item.kind == meetings::AgendaKind::other || item.kind == meetings::AgendaKind::opening) return {title};
    const std::string number = item.kind == meetings::AgendaKind::matter_arising ? " " + item.reference : "";
    return {hand.text(kind + number + hand.say("colon")), title};
}

paper::Paper invitation_of(const meetings::SessionShown& session, const BodyId& body, Language language, const Occasion& occasion) {
    dossier::Words words(language, table);
    return invitation_with(words, session, body, occasion);
}

paper::Paper agenda_of(const meetings::SessionShown& session, Language language, const Occasion& occasion) {
    dossier::Words words(language, table);
    return agenda_with(words, session, occasion);
}

paper::Paper minutes_of(const meetings::SessionShown& session, const meetings::MinutesShown& minutes, Language language, Language beside,
                        const Occasion& occasion) {
    dossier::Words words(language, table);
    dossier::Words other(beside, table);
    return minutes_with(words, other, session, minutes, occasion);
}

paper::Paper decisions_of(const meetings::SessionShown& session, const meetings::DecisionsAnswer& decisions, Language language,
                          const Occasion& occasion) {
    dossier::Words words(language, table);
    return decisions_with(words, session, decisions, occasion);
}

paper::Paper attendance_of(const meetings::SessionShown& session, Language language, const Occasion& occasion) {
    dossier::Words words(language, table);
    return attendance_with(words, session, occasion);
}

ics::Feed calendar_of(const meetings::SessionShown& session, const Invited& invited, Language language, const Occasion& occasion) {
    dossier::Words words(language, table);
    return calendar_with(words, session, invited, occasion);
}

}  // namespace ponte::meeting_papers
