#include "adapters/dossier/changes_sheet.h"

namespace ponte::dossier {

namespace {

using namespace conference;

// A row, from the left; what is not said is empty.
struct Row {
    std::string_view part;
    std::string change;
    std::uint16_t measure = 0;
    std::string subject;
    std::string before;
    std::string after;
    std::string status_before;
    std::string status_after;
};

std::string day_text(const std::optional<Date>& day) { return day ? day->to_text() : std::string(); }

class Hand {
public:
    explicit Hand(Writer& writer) : writer_(writer), own_(writer.language(), comparison_words) {}

    [[nodiscard]] std::string say(const std::string& key) { return std::string(own_.say(key)); }
    [[nodiscard]] std::vector<std::vector<std::string>> take() && { return std::move(rows_); }

    void of_the_plan(const Comparison& values) {
        for (const IndicatorCompared& one : values.indicators) {
            if (!one.changed) continue;
            add({"progress", one.redefined ? say("redefined") : change("changed"), one.measure, name(one.names, one.indicator.value), standing(one.before),
                 standing(one.after), word("status", one.before.status), word("status", one.after.status)});
        }
        for (const WordingCompared& one : values.wordings) wording(one);
        for (const OwnerCompared& one : values.owners) {
            const std::string who = writer_.body(one.body.value).text + " (" + word("role", one.role) + ")";
            add({"owners", change(one.change), one.measure, who, day_text(one.from), day_text(one.to), "", ""});
        }
        for (const FigureCompared& one : values.figures) {
            add({"figures", change(one.change), 0, one.id, one.before, one.after, word("badge", one.badge_before), word("badge", one.badge_after)});
        }
        for (const PapersCompared& one : values.papers) papers(one);
        for (const MilestoneCompared& one : values.milestones) {
            add({"milestones", change(one.change), one.measure, name(one.names, one.milestone.value), one.due.to_text(), day_text(one.reached), "", ""});
        }
        for (const SessionShown& one : values.sessions) {
            const std::string when = one.on ? one.on->to_text() : one.not_before.to_text() + "/" + one.not_after.to_text();
            add({"meetings", change("new"), 0, std::to_string(one.number), "", when, "", ""});
        }
        for (const YearCompared& one : values.years) {
            add({"meetings", change("changed"), 0, std::to_string(one.year), word("year", one.before), word("year", one.after), "", ""});
        }
    }

    void of_the_business(const BusinessCompared& business) {
        for (const ProblemCompared& one : business.problems) {
            add({"problems", change(one.before.empty() ? "new" : "changed"), 0, name(one.titles, one.problem.value), word("problem", one.before),
                 word("problem", one.after), "", ""});
        }
        for (const DecisionCompared& one : business.decisions) {
            add({"decisions", change(one.before.empty() ? "new" : "changed"), 0, one.decision.value + " " + name(one.texts, one.decision.value),
                 one.before.empty() ? "" : say("decision." + one.before), say("decision." + one.after), "", ""});
        }
    }

private:
    void add(Row row) {
        rows_.push_back({say(std::string(row.part)), std::move(row.change), row.measure == 0 ? "" : std::to_string(row.measure), in_one_line(std::move(row.subject)),
                         in_one_line(std::move(row.before)), in_one_line(std::move(row.after)), std::move(row.status_before), std::move(row.status_after)});
    }
    [[nodiscard]] std::string change(const std::string& one) { return say("change." + one); }
    [[nodiscard]] std::string word(std::string_view family, const std::string& one) { return one.empty() ? "" : writer_.class_word(family, one); }
    [[nodiscard]] std::string name(const Names& names, const std::string& id) const { return writer_.name(names, id).text; }
    [[nodiscard]] static std::string standing(const Standing& one) { return one.period.empty() ? one.value : one.value + " (" + one.period + ")"; }

    // Both texts whole: a sheet marks no stretches.
    void wording(const WordingCompared& one) {
        std::string before;
        std::string after;
        for (const StretchShown& stretch : one.stretches) {
            if (stretch.change != "added") before += stretch.text;
            if (stretch.change != "removed") after += stretch.text;
        }
        add({"wordings", change(one.change), one.measure, say("language." + std::string(name_of(one.language))), before, after, "", ""});
    }

    void papers(const PapersCompared& one) {
        const auto count = [&](const std::string& head, std::uint32_t number) {
            if (number > 0) add({"papers", one.measure == 0 ? say("papers.all") : "", one.measure, say(head), "", std::to_string(number), "", ""});
        };
        count("head.observations", one.observations);
        count("head.actions", one.actions);
        count("head.accepted", one.accepted);
        count("head.questioned", one.questioned);
        count("head.refused", one.refused);
        count("head.withdrawn", one.withdrawn);
    }

    Writer& writer_;
    Words own_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace

xlsx::Sheet changes_sheet(Writer& writer) {
    Hand hand(writer);
    if (const std::optional<Changes>& all = writer.business.changes) {
        hand.of_the_plan(all->values);
        hand.of_the_business(all->business);
    }
    xlsx::Sheet sheet{.name = writer.say("sheet.changes"), .columns = {}, .rows = {}};
    sheet.columns = {{.head = writer.say("since.part"), .numbers = false, .width = 18},      {.head = hand.say("head.change"), .numbers = false, .width = 16},
                     {.head = hand.say("head.measure"), .numbers = true, .width = 0},        {.head = writer.say("since.subject"), .numbers = false, .width = 60},
                     {.head = hand.say("head.before"), .numbers = false, .width = 30},       {.head = hand.say("head.after"), .numbers = false, .width = 30},
                     {.head = hand.say("head.status_before"), .numbers = false, .width = 20}, {.head = hand.say("head.status_after"), .numbers = false, .width = 20}};
    sheet.rows = std::move(hand).take();
    return sheet;
}

}  // namespace ponte::dossier
