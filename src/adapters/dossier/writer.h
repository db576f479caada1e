#pragma once

#include "adapters/dossier/dossier.h"
#include "adapters/dossier/spelling.h"
#include "adapters/dossier/words.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The hand that writes the paper: it turns the values of the answer into runs, lines and blocks of the
// paper's language, so that the chapters only say what stands where.
namespace ponte::dossier {

// More observations than these are counted and left to the bundle.
inline constexpr std::size_t observations_max = 40;

class Writer {
public:
    Writer(const conference::DossierAnswer& answer, const Occasion& occasion, Words& words, paper::Paper& paper, const Business& business);

    const conference::DossierAnswer& answer;
    const Occasion& occasion;
    const Business& business;
    Words& words;

    [[nodiscard]] bool is_chinese() const { return language() == Language::zh_hant || language() == Language::zh_hans; }
    [[nodiscard]] Language language() const { return words.language(); }

    // Words.
    [[nodiscard]] std::string say(std::string_view key) { return std::string(words.say(key)); }
    [[nodiscard]] std::string say(std::string_view key, std::initializer_list<std::string_view> values) { return words.say(key, values); }
    [[nodiscard]] std::string class_word(std::string_view family, std::string_view name);  // "status", "ahead"
    [[nodiscard]] std::string date(Date day) { return date_text(words, day); }
    [[nodiscard]] std::string number(std::uint64_t value) { return number_text(language(), value); }
    [[nodiscard]] std::string entry(std::uint64_t sequence) { return say("entry", {std::to_string(sequence)}); }
    // A figure that rests on thousands of entries names the first and says how many more there are.
    [[nodiscard]] std::string entries(const std::vector<std::uint64_t>& entries, std::size_t entries_max);
    [[nodiscard]] std::string joined(const std::vector<std::string>& parts);

    // Runs.
    [[nodiscard]] paper::Run text(std::string_view text) const { return {.text = std::string(text)}; }
    [[nodiscard]] paper::Run strong(std::string_view text) const { return {.text = std::string(text), .strong = true}; }
    [[nodiscard]] paper::Run quiet(std::string_view text) const { return {.text = std::string(text), .quiet = true}; }
    [[nodiscard]] paper::Run code(std::string_view text) const { return {.text = std::string(text), .code = true}; }
    // In the paper's language, or else in the nearest other one, which the run then says of itself.
    [[nodiscard]] paper::Run name(const Names& names, std::string_view id) const;
    [[nodiscard]] paper::Run in(Language of_text, std::string_view text) const;
    [[nodiscard]] paper::Run body(const std::string& id) const;
    [[nodiscard]] paper::Run source(const std::string& url, const std::string& title);
    [[nodiscard]] paper::Run figure(const conference::Figure& figure);
    // The figure of this id; the number alone when the answer holds no such figure.
    [[nodiscard]] paper::Run figure_or(const std::string& id, std::uint64_t otherwise);
    [[nodiscard]] bool has_figure(std::string_view id) const { return figures_.contains(id); }
    // Null: the answer holds none of this id.
    [[nodiscard]] const conference::Figure* figure_of(std::string_view id) const {
        const auto found = figures_.find(id);
        return found == figures_.end() ? nullptr : found->second;
    }
    [[nodiscard]] static paper::Run badge_of(paper::Run run, std::string_view badge);
    // The sentence of a key with runs in its places.
    [[nodiscard]] paper::Line line(std::string_view key, const std::vector<paper::Run>& runs);

    // Blocks.
    void add(paper::Block block) { paper_.blocks.push_back(std::move(block)); }
    void heading(int level, paper::Line line, std::string anchor) { add(paper::Heading{level, std::move(line), std::move(anchor)}); }
    void heading(int level, std::string_view key, std::string anchor) { heading(level, paper::Line{text(words.say(key))}, std::move(anchor)); }
    void paragraph(paper::Line line) { add(paper::Paragraph{std::move(line)}); }
    void sentence(std::string_view key) { paragraph({text(words.say(key))}); }

private:
    paper::Paper& paper_;
    std::map<std::string_view, const conference::Figure*> figures_;
};

[[nodiscard]] paper::Tone tone_of(std::string_view status);
[[nodiscard]] paper::Badge badge_named(std::string_view badge);

// The text of a measure or of the plan that the paper shows, and how it was come by.
struct Shown {
    const conference::TextIn* text = nullptr;       // null: there is none at all
    const conference::TextIn* original = nullptr;
    bool fell_back = false;
};
[[nodiscard]] Shown shown_of(const std::vector<conference::TextIn>& texts, Language language);
// The duty's words; the original's where the translation has other parts.
[[nodiscard]] paper::Run part_of(const Writer& writer, const Shown& shown, std::size_t number);
// What the measure is known by: its first duty, cut to so many ideographs or letters.
[[nodiscard]] paper::Run short_text(const Writer& writer, const conference::MeasureShown& measure, std::size_t ideographs_max, std::size_t letters_max);
[[nodiscard]] std::string anchor_of(std::uint16_t measure);
// What the tables of measures and meetings say of one of them, and a template's tables too.
[[nodiscard]] paper::Line lead_bodies(Writer& writer, const conference::MeasureShown& measure);
[[nodiscard]] std::string indicators_in_words(Writer& writer, const std::vector<conference::IndicatorShown>& indicators);
[[nodiscard]] paper::Cell most_pressing(Writer& writer, const conference::MeasureShown& measure);
[[nodiscard]] paper::Run count_at(Writer& writer, std::string_view status);
[[nodiscard]] paper::Run count_of_measures(Writer& writer);
[[nodiscard]] paper::Run count_of_duties(Writer& writer);
[[nodiscard]] paper::Cell milestone_state(Writer& writer, const conference::MilestoneShown& milestone);
[[nodiscard]] std::string session_date(Writer& writer, const conference::SessionShown& session);
[[nodiscard]] paper::Cell session_place(Writer& writer, const conference::SessionShown& session);

[[nodiscard]] paper::Line duties_line(Writer& writer, const std::vector<meetings::DutyOf>& duties);
[[nodiscard]] paper::Cell due_cell(Writer& writer, const std::optional<Date>& due, bool overdue);
[[nodiscard]] paper::Cell problem_state(Writer& writer, const meetings::ProblemShown& problem);
[[nodiscard]] paper::Cell decision_state(Writer& writer, const meetings::DecisionShown& decision);

// The parts of a comparison with the words of `own` (comparison_words). In a chapter of a longer paper they stand one level
// lower, with anchors of their own, and the names of the parts that did not change are given back; in a paper of
// its own each part says for itself that nothing changed.
struct ChangesIn {
    bool in_a_chapter = false;
};
[[nodiscard]] std::vector<std::string> write_changes(Writer& writer, Words& own, const conference::Comparison& values, const BusinessCompared& business,
                                                     ChangesIn place);

// The chapters, in the order of the paper.
void write_front(Writer& writer);
void write_glance(Writer& writer);
void write_attention(Writer& writer);
void write_since(Writer& writer);
void write_areas(Writer& writer);
void write_measure(Writer& writer, const conference::MeasureShown& measure);
void write_indicators(Writer& writer, const conference::MeasureShown& measure);
void write_counted(Writer& writer, const conference::MeasureShown& measure);
void write_problems(Writer& writer);
void write_decisions(Writer& writer);
void write_instruments(Writer& writer);
void write_sessions(Writer& writer);
void write_next(Writer& writer);
void write_check(Writer& writer);
void write_annex(Writer& writer);

}  // namespace ponte::dossier
