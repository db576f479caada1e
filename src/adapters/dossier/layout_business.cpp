#include "adapters/dossier/layout_business.h"

#include <array>

namespace ponte::dossier {

using paper::Line;
using paper::Run;
using templates::Values;

Line worded(Writer& writer, Line line) {
    Line all;
    for (Run& run : line) {
        const paper::Badge badge = run.badge;
        all.push_back(std::move(run));
        if (badge == paper::Badge::none) continue;
        constexpr std::array<std::string_view, 6> names{"", "published", "computed", "simulated", "illustration", "configuration"};
        all.push_back(writer.quiet("\u00A0[" + writer.class_word("badge", names.at(static_cast<std::size_t>(badge))) + "]"));
    }
    return all;
}

Line said(const Writer& writer, std::string text) { return {writer.text(text)}; }

namespace {

Values values_of(Writer& writer, const meetings::ProblemShown& one) {
    Values values;
    values.fields["title"] = {writer.name(one.titles, one.problem.value)};
    if (!one.texts.empty()) values.fields["text"] = {writer.name(one.texts, "")};
    values.fields["severity"] = said(writer, writer.class_word("severity", name_of(one.severity)));
    values.fields["measures"] = duties_line(writer, one.duties);
    values.fields["settling"] = {one.settling ? writer.body(one.settling->value) : writer.text(writer.say("dash"))};
    values.fields["due"] = due_cell(writer, one.due, one.overdue).line;
    values.fields["state"] = problem_state(writer, one).line;
    return values;
}

Values values_of(Writer& writer, const meetings::DecisionShown& one) {
    Values values;
    values.fields["number"] = said(writer, one.decision.value);
    values.fields["text"] = {writer.name(one.texts, one.decision.value)};
    values.fields["owner"] = {writer.body(one.owner.value)};
    values.fields["due"] = due_cell(writer, one.due, one.overdue).line;
    values.fields["state"] = decision_state(writer, one).line;
    return values;
}

// Changes are said with the words of the comparison.
class Hand {
public:
    Hand(Writer& writer, Values& values) : writer_(writer), values_(values), own_(writer.language(), comparison_words) {}

    void fill(const Changes& changes) {
        for (const auto& one : changes.values.indicators) {
            if (one.changed) row("changed_indicators") = indicator(one);
        }
        for (const auto& one : changes.values.wordings) row("changed_wordings") = wording(one);
        for (const auto& one : changes.values.owners) {
            row("changed_owners").fields = {{"measure", measure(one.measure)},
                                            {"body", {writer_.body(one.body.value)}},
                                            {"role", said(writer_, writer_.class_word("role", one.role))},
                                            {"change", change(one.change)},
                                            {"from", date(one.from)},
                                            {"to", date(one.to)}};
        }
        for (const auto& one : changes.values.figures) {
            const auto shown = [&](const std::string& text, const std::string& badge) {
                if (text.empty()) return dash();
                std::string words = number_text(writer_.language(), text);
                if (one.rule == "status") words = writer_.class_word("status", text);
                if (one.rule == "year_duty") words = writer_.class_word("year", text);
                return worded(writer_, {Writer::badge_of(writer_.text(words), badge)});
            };
            row("changed_figures").fields = {{"id", said(writer_, one.id)},
                                             {"change", change(one.change)},
                                             {"before", shown(one.before, one.badge_before)},
                                             {"after", shown(one.after, one.badge_after)}};
        }
        for (const auto& one : changes.values.milestones) {
            const Run name = Writer::badge_of(writer_.name(one.names, one.milestone.value), one.badge);
            row("changed_milestones").fields = {{"measure", measure(one.measure)}, {"name", worded(writer_, {name})}, {"due", date(one.due)}, {"change", change(one.change)}};
        }
        for (const auto& one : changes.business.problems) {
            const auto state = [&](const std::string& name) { return name.empty() ? said(writer_, say("not_yet")) : said(writer_, writer_.class_word("problem", name)); };
            row("changed_problems").fields = {{"title", {writer_.name(one.titles, one.problem.value)}}, {"before", state(one.before)}, {"after", state(one.after)}};
        }
        for (const auto& one : changes.business.decisions) {
            const auto state = [&](const std::string& name) { return said(writer_, say(name.empty() ? "not_yet" : "decision." + name)); };
            row("changed_decisions").fields = {{"number", said(writer_, one.decision.value)},
                                               {"text", {writer_.name(one.texts, one.decision.value)}},
                                               {"before", state(one.before)},
                                               {"after", state(one.after)}};
        }
    }

private:
    Values& row(const std::string& list) { return values_.lists[list].emplace_back(); }
    std::string say(const std::string& key) { return std::string(own_.say(key)); }
    Line change(const std::string& name) { return said(writer_, say("change." + name)); }
    Line measure(std::uint16_t number) { return said(writer_, number == 0 ? say("measure.title") : std::to_string(number)); }
    Line dash() { return said(writer_, writer_.say("dash")); }
    Line date(const std::optional<Date>& day) { return day ? said(writer_, writer_.date(*day)) : dash(); }

    Line standing(const conference::Standing& one) {
        if (one.value.empty()) return dash();
        Line line = worded(writer_, {Writer::badge_of(writer_.text(number_text(writer_.language(), one.value)), one.badge)});
        if (!one.period.empty()) line.push_back(writer_.quiet(" · " + period_text(writer_.words, one.period)));
        return line;
    }
    Line status(const std::string& name) { return said(writer_, name.empty() ? say("not_yet") : writer_.class_word("status", name)); }

    Values indicator(const conference::IndicatorCompared& one) {
        Values values;
        values.fields = {{"measure", measure(one.measure)},          {"name", {writer_.name(one.names, one.indicator.value)}},
                         {"before", standing(one.before)},           {"after", standing(one.after)},
                         {"status_before", status(one.before.status)}, {"status_after", status(one.after.status)}};
        return values;
    }

    // A template marks nothing as removed or added: each has a place of its own.
    Values wording(const conference::WordingCompared& one) {
        Values values;
        std::string removed;
        std::string added;
        for (const conference::StretchShown& stretch : one.stretches) {
            std::string& text = stretch.change == "removed" ? removed : added;
            if (stretch.change != "same") text += (text.empty() ? "" : " … ") + stretch.text;
        }
        values.fields = {{"measure", measure(one.measure)}, {"language", said(writer_, say("language." + std::string(name_of(one.language))))}, {"change", change(one.change)}};
        values.fields["removed"] = removed.empty() ? dash() : Line{writer_.in(one.language, removed)};
        values.fields["added"] = added.empty() ? dash() : Line{writer_.in(one.language, added)};
        return values;
    }

    Writer& writer_;
    Values& values_;
    Words own_;
};

}  // namespace

void add_business(CatalogueBuilder& catalogue) {
    catalogue.add(catalogue.list("problems", {"title", "text", "severity", "measures", "settling", "due", "state*"}));
    catalogue.add(catalogue.list("decisions", {"number", "text", "owner", "due", "state*"}));
    catalogue.add(catalogue.list("arising", {"number", "text", "owner", "due", "state*"}));
    catalogue.add(catalogue.list("changed_indicators", {"measure", "name", "before", "after", "status_before", "status_after"}));
    catalogue.add(catalogue.list("changed_wordings", {"measure", "language", "change", "removed", "added"}));
    catalogue.add(catalogue.list("changed_owners", {"measure", "body", "role", "change", "from", "to"}));
    catalogue.add(catalogue.list("changed_figures", {"id", "change", "before", "after"}));
    catalogue.add(catalogue.list("changed_milestones", {"measure", "name", "due", "change"}));
    catalogue.add(catalogue.list("changed_problems", {"title", "before", "after"}));
    catalogue.add(catalogue.list("changed_decisions", {"number", "text", "before", "after"}));
}

void fill_business(Writer& writer, Values& values) {
    const Business& business = writer.business;
    for (const meetings::ProblemShown& one : business.problems) values.lists["problems"].push_back(values_of(writer, one));
    for (const meetings::DecisionShown& one : business.decisions) {
        values.lists["decisions"].push_back(values_of(writer, one));
        const bool to_do = one.state == meetings::DecisionState::active || one.state == meetings::DecisionState::proposed;
        if (to_do) values.lists["arising"].push_back(values_of(writer, one));
    }
    const std::optional<Changes>& changes = business.changes;
    values.fields["since"] = said(writer, changes ? writer.say("since.intro", {std::to_string(changes->session), writer.date(changes->on)}) : writer.say("since.none"));
    if (!changes) return;
    values.fields["since_position"] = said(writer, writer.number(changes->values.from.position));
    values.fields["since_root"] = said(writer, changes->root.to_text());
    Hand(writer, values).fill(*changes);
}

}  // namespace ponte::dossier
