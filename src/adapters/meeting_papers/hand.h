#pragma once

#include "adapters/dossier/words.h"
#include "adapters/meeting_papers/meeting_papers.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// The hand that writes these papers: words, names and dates in one language, as runs of a paper whose
// language may be another.
namespace ponte::meeting_papers {

class Hand {
public:
    Hand(dossier::Words& words, const Occasion& occasion, Language paper_language)
        : words_(words), occasion_(occasion), paper_language_(paper_language) {}

    [[nodiscard]] Language language() const { return words_.language(); }
    [[nodiscard]] const Occasion& occasion() const { return occasion_; }

    [[nodiscard]] std::string say(std::string_view key) { return std::string(words_.say(key)); }
    [[nodiscard]] std::string say(std::string_view key, std::initializer_list<std::string_view> values) { return words_.say(key, values); }
    [[nodiscard]] std::string word(std::string_view family, std::string_view name) { return say(std::string(family) + "." + std::string(name)); }
    [[nodiscard]] std::string date(Date day);
    [[nodiscard]] std::string hours(const meetings::SessionShown& session) { return say("hours", {session.from.to_text(), session.to.to_text()}); }
    [[nodiscard]] std::string entry(std::uint64_t sequence) { return say("entry", {std::to_string(sequence)}); }
    [[nodiscard]] std::string session(std::uint16_t number) { return say("session", {std::to_string(number)}); }
    [[nodiscard]] std::string joined(const std::vector<std::string>& parts);

    // Text of this hand's language; it says so where the paper's is another.
    [[nodiscard]] paper::Run text(std::string_view text) const { return in(language(), text); }
    [[nodiscard]] paper::Run strong(std::string_view text) const;
    [[nodiscard]] paper::Run quiet(std::string_view text) const;
    [[nodiscard]] paper::Run in(Language of_text, std::string_view text) const;
    // In this language, else in the nearest other one, which the run then says of itself; the id at last.
    [[nodiscard]] paper::Run name(const Names& names, std::string_view id) const;
    [[nodiscard]] paper::Run body(const BodyId& id) const;
    [[nodiscard]] std::string body_name(const BodyId& id) const { return body(id).text; }
    [[nodiscard]] std::string bodies(const std::vector<BodyId>& ids);

private:
    dossier::Words& words_;
    const Occasion& occasion_;
    Language paper_language_;
};

// A paper with its title, masthead and footer; `state` stands in the masthead where it is not empty.
[[nodiscard]] paper::Paper begun(Hand& hand, const meetings::SessionShown& session, const std::string& kind, const std::string& state);

// What an item is called: its kind, and what it is about where that has a name.
[[nodiscard]] paper::Line subject_of(Hand& hand, const meetings::AgendaItemShown& item);

// What the papers say, for an office's own layout too.
[[nodiscard]] std::string languages_of(Hand& hand, const meetings::SessionShown& session);
[[nodiscard]] paper::Cell papers_cell(Hand& hand, const meetings::AgendaItemShown& item);
[[nodiscard]] std::string capacity_of(Hand& hand, const meetings::SessionShown& session, const BodyId& body);
[[nodiscard]] paper::Cell text_cell(Hand& hand, const meetings::MinutesLineShown& line);
[[nodiscard]] paper::Cell decision_state(Hand& hand, const meetings::DecisionShown& decision);
[[nodiscard]] paper::Line owners_of(Hand& hand, const meetings::DecisionShown& decision);
[[nodiscard]] paper::Line due_of(Hand& hand, const meetings::DecisionShown& decision);

// The papers with words that the caller keeps: a test asks them afterwards what was missing or never said.
[[nodiscard]] paper::Paper invitation_with(dossier::Words& words, const meetings::SessionShown& session, const BodyId& body, const Occasion& occasion);
[[nodiscard]] paper::Paper agenda_with(dossier::Words& words, const meetings::SessionShown& session, const Occasion& occasion);
[[nodiscard]] paper::Paper minutes_with(dossier::Words& words, dossier::Words& beside, const meetings::SessionShown& session,
                                        const meetings::MinutesShown& minutes, const Occasion& occasion);
[[nodiscard]] paper::Paper decisions_with(dossier::Words& words, const meetings::SessionShown& session, const meetings::DecisionsAnswer& decisions,
                                          const Occasion& occasion);
[[nodiscard]] paper::Paper attendance_with(dossier::Words& words, const meetings::SessionShown& session, const Occasion& occasion);
[[nodiscard]] ics::Feed calendar_with(dossier::Words& words, const meetings::SessionShown& session, const Invited& invited, const Occasion& occasion);

}  // namespace ponte::meeting_papers
