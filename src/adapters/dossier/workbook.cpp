#include "adapters/dossier/workbook.h"

#include "adapters/dossier/changes_sheet.h"
#include "adapters/dossier/counted.h"
#include "adapters/dossier/writer.h"

namespace ponte::dossier {

namespace {

using conference::IndicatorShown;
using conference::MeasureShown;
using Rows = std::vector<std::vector<std::string>>;

struct Head {
    std::string_view key;
    bool numbers = false;
    std::uint8_t width = 0;
    std::string_view of = {};  // What the column belongs to, where several columns say the same of several.
};

class Workbook {
public:
    explicit Workbook(Writer& writer) : writer_(writer) {}

    void sheet(std::string_view name, const std::vector<Head>& heads, Rows rows) {
        xlsx::Sheet one{.name = writer_.say(name), .columns = {}, .rows = std::move(rows)};
        for (const Head& head : heads) one.columns.push_back({.head = head_text(head), .numbers = head.numbers, .width = head.width});
        sheets_.push_back(std::move(one));
    }
    void add(xlsx::Sheet sheet) { sheets_.push_back(std::move(sheet)); }
    [[nodiscard]] std::vector<xlsx::Sheet> take() && { return std::move(sheets_); }

    void summary(const paper::Paper& paper);
    void measures();
    void indicators();
    void observations();
    void actions();
    void milestones();
    void problems();
    void decisions();
    void sessions();
    void counted();
    void figures();

private:
    [[nodiscard]] std::string head_text(const Head& head) {
        return head.of.empty() ? writer_.say(head.key) : writer_.say(head.of) + writer_.say("colon") + writer_.say(head.key);
    }
    [[nodiscard]] std::string body(const BodyId& id) { return id.value.empty() ? "" : writer_.body(id.value).text; }
    [[nodiscard]] std::string name(const Names& names, const std::string& id) { return writer_.name(names, id).text; }
    // Class words, so that a reader filters in his own language.
    [[nodiscard]] std::string word(std::string_view family, const std::string& one) { return one.empty() ? "" : writer_.class_word(family, one); }

    Writer& writer_;
    std::vector<xlsx::Sheet> sheets_;
};

void Workbook::summary(const paper::Paper& paper) {
    Rows rows{{paper.title, paper.subtitle}};
    for (const std::string& line : paper.masthead) rows.push_back({"", line});
    if (writer_.occasion.demonstration) {
        rows.push_back({writer_.say("sheet.warning"), writer_.say("demo.title")});
        rows.push_back({writer_.say("sheet.warning"), writer_.say("demo.unreal")});
        rows.push_back({writer_.say("sheet.warning"), writer_.say("demo.marked", {writer_.say("badge.illustration"), writer_.say("badge.simulated")})});
    }
    rows.push_back({writer_.say("check.origin"), writer_.occasion.origin});
    rows.push_back({writer_.say("check.entries"), std::to_string(writer_.occasion.position)});
    rows.push_back({writer_.say("check.root"), writer_.occasion.root.to_text()});
    rows.push_back({writer_.say("check.file"), writer_.answer.file.to_text()});
    const std::optional<Changes>& changes = writer_.business.changes;
    rows.push_back({writer_.say("since.title"), changes ? writer_.say("since.intro", {std::to_string(changes->session), writer_.date(changes->on)}) : writer_.say("since.none")});
    if (changes) {
        rows.push_back({"", writer_.say("since.earlier", {std::to_string(changes->values.from.position), writer_.entry(changes->held), changes->root.to_text()})});
    }
    sheet("sheet.summary", {{"check.item", false, 28}, {"check.value", false, 90}}, std::move(rows));
}

void Workbook::measures() {
    Rows rows;
    for (const MeasureShown& measure : writer_.answer.measures) {
        const Shown shown = shown_of(measure.texts, writer_.language());
        std::vector<std::string> leads;
        for (const conference::BodyShown& each : measure.bodies) {
            if (each.role == "lead") leads.push_back(body(each.body));
        }
        const std::size_t duties = shown.original == nullptr ? 0 : shown.original->parts.size();
        rows.push_back({std::to_string(measure.number), std::to_string(measure.area), shown.text == nullptr ? "" : in_one_line(shown.text->text),
                        writer_.joined(leads), std::to_string(duties), std::to_string(measure.duties_without_evidence.size()),
                        std::to_string(measure.actions.size()), std::to_string(measure.indicators.size()), std::to_string(measure.entry)});
    }
    sheet("sheet.measures",
          {{"glance.number", true}, {"sheet.area", true}, {"glance.text", false, 80}, {"glance.lead", false, 36}, {"sheet.duties", true},
           {"sheet.bare", true, 18}, {"glance.actions", true}, {"sheet.indicators", true}, {"observations.entry", true}},
          std::move(rows));
}

void Workbook::indicators() {
    Rows rows;
    for (const MeasureShown& measure : writer_.answer.measures) {
        for (const IndicatorShown& one : measure.indicators) {
            rows.push_back({one.indicator.value, std::to_string(one.measure), std::to_string(one.duty), name(one.names, one.indicator.value),
                            name(one.units, ""), word("kind", one.kind), one.now.value, one.now.period, word("badge", one.now.badge), one.before.value,
                            one.before.period, one.expected.value, word("badge", one.trajectory_badge), word("status", one.status),
                            std::to_string(one.papers), std::to_string(one.accepted), std::to_string(one.entry)});
        }
    }
    sheet("sheet.indicators",
          {{"sheet.id", false, 26}, {"glance.number", true}, {"sheet.duty", true}, {"indicators.name", false, 44}, {"sheet.unit", false, 20},
           {"sheet.kind"}, {"indicators.now", true}, {"observations.period", false, 0, "indicators.now"},
           {"observations.badge", false, 0, "indicators.now"}, {"indicators.before", true}, {"observations.period", false, 0, "indicators.before"},
           {"indicators.expected", true}, {"observations.badge", false, 0, "indicators.expected"}, {"indicators.status"}, {"sheet.observations", true},
           {"verdict.accepted", true}, {"observations.entry", true}},
          std::move(rows));
}

void Workbook::observations() {
    Rows rows;
    for (const MeasureShown& measure : writer_.answer.measures) {
        for (const IndicatorShown& one : measure.indicators) {
            for (const conference::ObservationShown& row : one.observations) {
                rows.push_back({row.item.value, one.indicator.value, row.period, row.as_published, row.value, word("badge", row.badge), body(row.body),
                                row.source_title, row.source_url, row.stage == "published" ? writer_.say("badge.published") : word("stage", row.stage),
                                row.withdrawn ? writer_.say("observations.withdrawn", {row.withdrawn_reason})
                                              : word("verdict", row.verdict.empty() ? "none" : row.verdict),
                                std::to_string(row.entry)});
            }
        }
    }
    sheet("sheet.observations",
          {{"sheet.id", false, 34}, {"indicators.name", false, 26}, {"observations.period"}, {"observations.published", false, 20},
           {"observations.value", true}, {"observations.badge"}, {"sheet.body", false, 30}, {"observations.source", false, 40},
           {"sheet.url", false, 40}, {"sheet.stage"}, {"observations.verdict", false, 20}, {"observations.entry", true}},
          std::move(rows));
}

void Workbook::actions() {
    Rows rows;
    for (const MeasureShown& measure : writer_.answer.measures) {
        for (const conference::ActionShown& action : measure.actions) {
            rows.push_back({action.item.value, std::to_string(measure.number), std::to_string(action.duty), action.on.to_text(),
                            in_one_line(name(action.texts, action.item.value)), word("badge", action.badge), body(action.body), action.source_title,
                            action.source_url, action.stage == "published" ? writer_.say("badge.published") : word("stage", action.stage),
                            word("verdict", action.verdict.empty() ? "none" : action.verdict), std::to_string(action.entry)});
        }
    }
    sheet("sheet.actions",
          {{"sheet.id", false, 34}, {"glance.number", true}, {"sheet.duty", true}, {"sessions.date"}, {"glance.text", false, 70}, {"observations.badge"},
           {"sheet.body", false, 30}, {"observations.source", false, 40}, {"sheet.url", false, 40}, {"sheet.stage"}, {"observations.verdict"},
           {"observations.entry", true}},
          std::move(rows));
}

void Workbook::milestones() {
    Rows rows;
    for (const MeasureShown& measure : writer_.answer.measures) {
        for (const conference::MilestoneShown& one : measure.milestones) {
            const std::string state = one.reached ? writer_.say("milestones.reached", {one.reached->to_text()})
                                                  : writer_.say(one.overdue ? "milestones.overdue" : "milestones.open");
            rows.push_back({one.milestone.value, std::to_string(one.measure), std::to_string(one.duty), name(one.names, one.milestone.value),
                            one.due.to_text(), state, word("badge", one.badge), std::to_string(one.entry)});
        }
    }
    sheet("sheet.milestones",
          {{"sheet.id", false, 26}, {"glance.number", true}, {"sheet.duty", true}, {"milestones.name", false, 50}, {"milestones.due"}, {"milestones.state", false, 22},
           {"observations.badge"}, {"observations.entry", true}},
          std::move(rows));
}

void Workbook::problems() {
    Rows rows;
    for (const meetings::ProblemShown& one : writer_.business.problems) {
        std::vector<std::string> duties;
        for (const meetings::DutyOf& duty : one.duties) {
            duties.push_back(duty.plan.value + " " + std::to_string(duty.measure) + (duty.duty == 0 ? "" : "." + std::to_string(duty.duty)));
        }
        rows.push_back({one.problem.value, name(one.titles, one.problem.value), in_one_line(name(one.texts, "")), word("severity", std::string(name_of(one.severity))),
                        writer_.joined(duties), body(one.body), one.settling ? body(*one.settling) : "", one.due ? one.due->to_text() : "",
                        writer_.class_word("problem", name_of(one.state)), std::to_string(one.entry)});
    }
    sheet("sheet.problems",
          {{"sheet.id", false, 30}, {"problems.problem", false, 40}, {"glance.text", false, 70}, {"problems.severity"}, {"problems.duties", false, 20},
           {"sheet.body", false, 30}, {"problems.settling", false, 30}, {"problems.due"}, {"problems.state"}, {"observations.entry", true}},
          std::move(rows));
}

void Workbook::decisions() {
    Rows rows;
    for (const meetings::DecisionShown& one : writer_.business.decisions) {
        const std::string state = one.state == meetings::DecisionState::superseded ? writer_.say("decision.replaced")
                                  : one.state == meetings::DecisionState::carried_out
                                      ? writer_.say("decision.carried_out", {one.carried_out_on ? one.carried_out_on->to_text() : writer_.say("dash")})
                                      : writer_.class_word("decision", name_of(one.state));
        rows.push_back({one.decision.value, in_one_line(name(one.texts, one.decision.value)), body(one.owner), one.due ? one.due->to_text() : "", state,
                        in_one_line(one.note), std::to_string(one.entry)});
    }
    sheet("sheet.decisions",
          {{"decisions.number"}, {"decisions.text", false, 80}, {"decisions.owner", false, 30}, {"problems.due"}, {"problems.state", false, 24},
           {"bodies.note", false, 40}, {"observations.entry", true}},
          std::move(rows));
}

void Workbook::sessions() {
    Rows rows;
    for (const conference::SessionShown& one : writer_.answer.sessions) {
        const std::string date = one.on ? one.on->to_text() : one.not_before.to_text() + "/" + one.not_after.to_text();
        rows.push_back({std::to_string(one.number), date, one.place, one.form, one.principals, one.source_url, word("badge", one.badge), std::to_string(one.entry)});
    }
    sheet("sheet.sessions",
          {{"sessions.number", true}, {"sessions.date", false, 24}, {"sessions.place"}, {"sheet.form"}, {"sessions.principals", false, 60},
           {"sheet.url", false, 40}, {"observations.badge"}, {"observations.entry", true}},
          std::move(rows));
}

// A journal whose desks counted nothing has no such sheet.
void Workbook::counted() {
    Rows rows;
    for (const CountedFigure& one : counted_figures()) {
        const conference::Figure* figure = writer_.figure_of(one.id);
        if (figure == nullptr) continue;
        rows.push_back({std::to_string(one.measure), label_of(writer_.words, one), figure->value, figure->period, word("badge", figure->badge),
                        std::string(one.id), writer_.entries(figure->entries, 40)});
    }
    if (rows.empty()) return;
    sheet("counted.title",
          {{"glance.number", true}, {"counted.name", false, 60}, {"counted.value", true}, {"counted.period"}, {"observations.badge"},
           {"annex.id", false, 34}, {"annex.entries", false, 40}},
          std::move(rows));
}

void Workbook::figures() {
    Rows rows;
    for (const conference::Figure& figure : writer_.answer.figures) {
        rows.push_back({figure.id, figure.rule, figure.value, figure.period, word("badge", figure.badge), writer_.entries(figure.entries, 40)});
    }
    sheet("sheet.figures",
          {{"annex.id", false, 34}, {"annex.rule", false, 18}, {"annex.value", true}, {"annex.period"}, {"observations.badge"}, {"annex.entries", false, 40}},
          std::move(rows));
}

}  // namespace

std::string in_one_line(std::string text) {
    for (char& c : text) {
        if (c == '\n' || c == '\t') c = ' ';
    }
    return text;
}

std::vector<xlsx::Sheet> sheets_of(const conference::DossierAnswer& answer, Language language, const Occasion& occasion, const Business& business) {
    Words words(language);
    const paper::Paper paper = paper_of(answer, language, occasion);  // For its title and masthead: they say the same.
    paper::Paper unused;
    Writer writer(answer, occasion, words, unused, business);
    Workbook workbook(writer);
    workbook.summary(paper);
    workbook.measures();
    workbook.indicators();
    workbook.observations();
    workbook.actions();
    workbook.milestones();
    workbook.problems();
    workbook.decisions();
    workbook.sessions();
    workbook.add(changes_sheet(writer));
    workbook.counted();
    workbook.figures();
    return std::move(workbook).take();
}

}  // namespace ponte::dossier
