#include "adapters/dossier/changes_sample.h"
#include "adapters/dossier/counted.h"
#include "adapters/dossier/dossier.h"
#include "adapters/dossier/paper_with_words.h"
#include "adapters/dossier/words.h"
#include "adapters/html/html.h"
#include "adapters/paper/problems.h"
#include "adapters/paper/text.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

// Papers of a dossier made up by hand: every class, every badge, every gap, in four languages.
namespace ponte::dossier {
namespace {

using namespace conference;

Date day(int year, unsigned month, unsigned of_month) { return *Date::from_ymd(year, month, of_month); }

Figure figure(std::string id, std::string rule, std::string value, std::string period, std::string badge, std::vector<std::uint64_t> entries) {
    return {.id = std::move(id), .rule = std::move(rule), .series = "-", .value = std::move(value), .period = std::move(period),
            .badge = std::move(badge), .entries = std::move(entries)};
}

ObservationShown observation(std::uint64_t entry, std::string value, std::string period) {
    ObservationShown one{.item = ItemId("obs-" + std::to_string(entry)), .entry = entry, .as_published = value, .value = value, .period = period,
                         .period_end = Period::from_text(period)->to, .source_url = "https://example.org/" + std::to_string(entry),
                         .source_title = "Example gazette " + std::to_string(entry), .badge = "published", .stage = "published"};
    one.counts = true;
    return one;
}

IndicatorShown indicator(std::string id, std::uint16_t measure, std::uint16_t duty, std::string status) {
    IndicatorShown one{.indicator = IndicatorId(id), .entry = 40, .version = 1, .measure = measure, .duty = duty,
                       .names = {"跨境結算總額", "跨境结算总额", "Total das liquidações", "Total settled"},
                       .units = {"十億元人民幣", "十亿元人民币", "mil milhões de renminbi", "RMB bn"},
                       .kind = "stock", .fold = "latest", .status = status};
    const bool any = status != "no_evidence";
    one.now = figure(id + ".now", "now", any ? "4747.3" : "", any ? "2020" : "", any ? "published" : "", any ? std::vector<std::uint64_t>{50} : std::vector<std::uint64_t>{});
    one.before = figure(id + ".before", "before", any ? "-1234.50" : "", any ? "2019" : "", any ? "published" : "", {});
    one.expected = figure(id + ".expected", "expected", any ? "4500.0" : "", any ? "2020-12-31" : "", any ? "illustration" : "", {40});
    one.status_figure = figure(id + ".status", "status", status, "2020-12-31", "computed", {40, 50});
    if (any) one.observations = {observation(49, "1234.5", "2019"), observation(50, "4747.3", "2020")};
    if (any) one.papers = 2;
    if (status != "no_target" && any) {
        one.trajectory_badge = "illustration";
        one.trajectory = {{day(2018, 12, 31), "1000.0"}, {day(2020, 12, 31), "4500.0"}, {day(2021, 12, 31), "6000.0"}};
        one.statements = {"compared", "gazette", "1 %", "late", ""};
    }
    return one;
}

// A problem of every state and a decision of every state.
Business business() {
    Business business;
    for (const auto state : {meetings::ProblemState::open, meetings::ProblemState::escalated, meetings::ProblemState::settled}) {
        meetings::ProblemShown one{.problem = meetings::ProblemId("prob-1"), .titles = {"數字遲交", "数字迟交", "Valores em atraso", "Late figures"},
                                   .severity = static_cast<meetings::Severity>(state), .state = state, .duties = {{PlanId("2020"), 4, 1}, {PlanId("2020"), 4, 0}},
                                   .body = BodyId("amcm"), .due = day(2020, 6, 30), .entry = 70};
        one.overdue = state == meetings::ProblemState::open;
        one.steps = {{.step = "raised", .on = day(2020, 5, 1), .reason = "", .entry = 70}, {.step = "settled", .on = day(2020, 6, 1), .reason = "Sent.", .entry = 71}};
        business.problems.push_back(one);
    }
    business.problems.back().severity = meetings::Severity::critical;
    business.problems.push_back(business.problems.front());
    business.problems.back().severity = meetings::Severity::high;
    business.problems.back().duties.clear();
    business.problems.back().due.reset();
    for (const auto state : {meetings::DecisionState::proposed, meetings::DecisionState::active, meetings::DecisionState::superseded,
                             meetings::DecisionState::carried_out, meetings::DecisionState::lapsed}) {
        meetings::DecisionShown one{.decision = meetings::DecisionId("3-1"), .session = 3, .texts = {"公佈數字", "公布数字", "Publicar os valores", "Publish the figures"},
                                    .state = state, .owner = BodyId("amcm"), .due = day(2022, 6, 30), .note = "Done.", .entry = 80};
        business.decisions.push_back(one);
        if (state == meetings::DecisionState::superseded) {
            one.superseded_by = meetings::DecisionId("4-2");
            business.decisions.push_back(one);
        }
    }
    return business;
}

MeasureShown measure(std::uint16_t number, std::uint16_t area) {
    return {.number = number, .area = area, .entry = 10U + number, .wordings = 1,
            .texts = {{Language::zh_hans, "推动人民币结算；解决新问题。", {"推动人民币结算", "解决新问题"}, "reference", false}},
            .line_from = 3, .line_to = 4};
}

std::vector<Figure> figures_of_sample(const DossierAnswer& answer) {
    std::vector<Figure> all{figure("plan.measures", "count_measures", "4", "2020-12-31", "computed", {11, 12, 13, 14}),
                            figure("plan.duties", "count_duties", "8", "2020-12-31", "computed", {11, 12, 13, 14}),
                            figure("m1.actions", "count_actions", "5", "2020-12-31", "computed", {61, 62})};
    for (const MeasureShown& each : answer.measures) {
        for (const IndicatorShown& one : each.indicators) all.insert(all.end(), {one.now, one.before, one.expected, one.status_figure});
    }
    all.push_back(figure("milestones.overdue", "count_overdue", "1", "2020-12-31", "computed", {70}));
    all.push_back(figure("sessions.2020.held", "count_sessions", "0", "2020", "computed", {}));
    all.push_back(figure("sessions.2020.duty", "year_duty", "due", "2020", "computed", {}));
    for (const char* status : {"no_evidence", "contradictory", "no_target", "behind", "on_course", "ahead", "done"}) {
        all.push_back(figure(std::string("summary.") + status, "count_status", "1", "2020-12-31", "computed", {}));
    }
    for (const char* group : {"judicial", "double_taxation", "intelligence", "visa_waivers", "city_ties"}) {
        all.push_back(figure("instruments." + std::string(group) + ".in_force", "instruments_in_force", "2", "2020-12-31", "computed", {80, 81}));
        all.push_back(figure("instruments." + std::string(group) + ".under_way", "instruments_under_way", "1", "2020-12-31", "computed", {82}));
    }
    for (const char* name : {"meetings", "courses", "participants", "jurisdictions", "certificates"}) {
        all.push_back(figure("training." + std::string(name), "training_" + std::string(name), "3", "2020", "computed", {83, 84}));
    }
    for (const CountedFigure& one : counted_figures()) {
        if (!one.group.empty() || one.id.starts_with("training.")) continue;
        const bool withheld = one.id == "origin.suppliers_cancelled";
        all.push_back(figure(std::string(one.id), "counted", withheld ? "" : "12", "2020", "computed", withheld ? std::vector<std::uint64_t>{} : std::vector<std::uint64_t>{85}));
    }
    return all;
}

void add_indicators(DossierAnswer& answer) {
    MeasureShown& first = answer.measures[0];
    for (const char* status : {"done", "ahead", "on_course", "behind"}) first.indicators.push_back(indicator("m1." + std::string(status), 1, 1, status));
    first.indicators[0].kind = "flow";
    first.indicators[0].fold = "sum";
    first.indicators[1].kind = "cumulative";
    first.indicators[1].fold = "count";
    first.indicators[2].overrides = {{90, "person.a", "amcm", "done", "", "seen on the day"}};
    first.indicators[2].forecasts = {{91, "person.a", "", "5000.5", "2021-06-30", "orders in hand"}};
    first.indicators[2].judgements = {{92, "person.b", "ndrc", "behind", "", "too slow"}};
    first.indicators[2].changed_since_accepted = 1;
    const std::vector<std::string> periods{"2018-H1", "2018-H2", "2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4", "2019-06-30", "2018-11-01/2019-10-31"};
    for (unsigned month = 1; month <= 12; ++month) {
        first.indicators[3].observations.push_back(observation(100 + month, "12", "2017-" + std::string(month < 10 ? "0" : "") + std::to_string(month)));
    }
    for (const std::string& period : periods) first.indicators[3].observations.push_back(observation(120, "13", period));
    std::ranges::stable_sort(first.indicators[3].observations, {}, &ObservationShown::period_end);
    auto& judged = first.indicators[3].observations;
    for (std::size_t i = 0; i < 3; ++i) judged[i].verdict = std::vector<std::string>{"accepted", "questioned", "refused"}[i];
    judged[0].verdict_by = "ndrc";
    judged[0].asserted = true;
    judged[1].verdict_reason = "unit unclear";
    judged[4].withdrawn = true;
    judged[4].withdrawn_reason = "misread";
    judged[5].stage = "released";
    MeasureShown& second = answer.measures[1];
    second.indicators = {indicator("m2.contradictory", 2, 1, "contradictory"), indicator("m2.no_target", 2, 0, "no_target")};
    second.indicators[0].now.value = "11.00 / 12.50";
    second.indicators[0].observations = {observation(81, "11.00", "2020"), observation(82, "12.50", "2020")};
    second.indicators[1].trajectory.clear();
    answer.measures[2].indicators = {indicator("m3.no_evidence", 3, 1, "no_evidence")};
}

void add_papers(DossierAnswer& answer) {
    MeasureShown& first = answer.measures[0];
    const Names texts{"辦理首筆業務", "办理首笔业务", "Realizou-se a primeira operação", "The first operation was made"};
    const auto action = [&](std::uint64_t entry, std::uint16_t duty, std::string stage, std::string verdict) {
        first.actions.push_back({.item = ItemId("act-1"), .entry = entry, .duty = duty, .on = day(2020, 3, 1), .texts = texts, .source_url = "https://example.org/a",
                                 .source_title = "Gazette", .badge = "published", .stage = std::move(stage), .verdict = std::move(verdict), .body = BodyId("amcm")});
    };
    action(60, 0, "published", "");
    action(61, 1, "internal", "accepted");
    action(62, 1, "signed_off", "");
    action(63, 1, "released", "");
    action(64, 1, "published", "");
    first.actions.back().texts = {};
    first.actions.back().source_url.clear();
    first.actions.back().source_title.clear();
    first.bodies = {{BodyId("amcm"), "lead", ""}, {BodyId("ndrc"), "cooperating", "for the pilot"}, {BodyId("unknown_body"), "verifying", ""}};
    answer.measures[0].milestones = {
        {.milestone = MilestoneId("ms1"), .entry = 70, .measure = 1, .duty = 1, .names = texts, .due = day(2020, 6, 30), .overdue = true, .badge = "illustration"},
        {.milestone = MilestoneId("ms2"), .entry = 71, .measure = 1, .duty = 1, .names = {"只有中文", "", "", ""}, .due = day(2021, 6, 30), .badge = "configuration"},
        {.milestone = MilestoneId("ms3"), .entry = 72, .measure = 1, .duty = 1, .names = texts, .due = day(2020, 5, 1), .reached = day(2020, 4, 1), .badge = "simulated"}};
    answer.measures[3].duties_without_evidence = {1, 2};
    answer.measures[2].duties_without_evidence = {2};
}

DossierAnswer sample() {
    DossierAnswer answer{.plan = PlanId("2020"), .year = 2020, .file = sha256("file"), .entry = 1, .plan_status = "reference", .source = "https://example.org/plan",
                         .audience = Audience::macao, .as_at = day(2020, 12, 31)};
    answer.titles = {{Language::zh_hans, "澳门参与“一带一路”2020年工作要点", {"金融合作", "经贸合作", ""}, "reference", false},
                     {Language::en, "Macao in the Belt and Road: work for 2020", {"Finance", "Trade", ""}, "reference", false}};
    answer.areas = {{1, "金融合作", 1, 3}, {2, "经贸合作", 4, 4}, {3, "", 0, 0}};
    answer.measures = {measure(1, 1), measure(2, 1), measure(3, 1), measure(4, 2)};
    answer.measures[0].texts.push_back({Language::en, "Promote settlement; settle new problems.", {"Promote settlement", "Settle new problems"}, "reference", true});
    answer.measures[0].texts.push_back({Language::zh_hant, "推動人民幣結算；解決新問題。", {"推動人民幣結算", "解決新問題"}, "machine_converted", true});
    answer.measures[0].texts.push_back({Language::pt, "Promover a liquidação; resolver problemas.", {"Promover a liquidação", "Resolver problemas"}, "machine_converted", true});
    answer.measures[0].jurisdiction_sets = {"psc", "bri"};
    answer.measures[0].bodies_named = {"中葡合作发展基金"};
    answer.measures[0].owed_numbers = {{"至少1次", 1}};
    answer.measures[0].wordings = 2;
    add_papers(answer);
    add_indicators(answer);
    answer.sessions = {{.number = 1, .entry = 30, .on = day(2018, 12, 6), .place = "Beijing", .form = "in person", .principals = "heads", .source_url = "https://example.org/s", .badge = "published"},
                       {.number = 2, .entry = 31, .not_before = day(2018, 12, 7), .not_after = day(2020, 12, 27), .source_url = "no report found", .badge = "published"},
                       {.number = 3, .entry = 32, .on = day(2020, 2, 1), .place = "video link", .form = "video", .badge = "published"}};
    answer.years = {{2017, "not_met", {}}, {2018, "met", {1}}, {2019, "not_evidenced", {}}, {2020, "due", {}}};
    answer.unmet_at_least = 1;
    answer.unmet_among = {2016, 2019};
    answer.figures = figures_of_sample(answer);
    return answer;
}

// With the measures whose desks count.
DossierAnswer counted_sample() {
    DossierAnswer answer = sample();
    for (const std::uint16_t number : std::initializer_list<std::uint16_t>{7, 9, 11, 12, 14}) answer.measures.push_back(measure(number, 2));
    return answer;
}

Occasion occasion() {
    Occasion one{.origin = "example.org/journal", .position = 4218, .root = sha256("root"), .time = *Instant::from_text("2020-12-31T09:00:00Z"),
                 .frozen = 4219, .demonstration = true, .release = "0.1"};
    one.body_names["amcm"] = {"澳門金融管理局", "澳门金融管理局", "Autoridade Monetária de Macau", "Monetary Authority of Macao"};
    one.body_names["ndrc"] = {"國家發展和改革委員會", "国家发展和改革委员会", "Comissão Nacional de Desenvolvimento e Reforma", "National Development and Reform Commission"};
    one.set_names["psc"] = {"葡語國家", "葡语国家", "Países de Língua Portuguesa", "Portuguese-speaking countries"};
    return one;
}

struct Read {
    std::set<std::string> figures;
    std::string text;
    std::vector<paper::Run> runs;

    void line(const paper::Line& line) {
        for (const paper::Run& run : line) {
            if (!run.figure.empty()) figures.insert(run.figure);
            text += run.text;
            runs.push_back(run);
        }
        text += '\n';
    }
    void operator()(const paper::Heading& heading) { line(heading.line); }
    void operator()(const paper::Paragraph& paragraph) { line(paragraph.line); }
    void operator()(const paper::List& list) {
        for (const auto& item : list.items) line(item);
    }
    void operator()(const paper::Table& table) {
        text += table.caption + '\n';
        for (const auto& head : table.heads) text += head + '\n';
        for (const auto& row : table.rows) {
            for (const auto& cell : row) line(cell.line);
        }
    }
    void operator()(const paper::Chart& chart) { text += chart.caption + '\n'; }
    void operator()(const paper::Note& note) {
        text += note.title + '\n';
        for (const auto& each : note.lines) line(each);
    }
    void operator()(const paper::Tiles& tiles) {
        for (const auto& tile : tiles.tiles) line({tile.figure, {.text = tile.label}});
    }
    void operator()(const paper::Contents&) {}
    void operator()(const paper::PageBreak&) {}
};

Read read(const paper::Paper& paper) {
    Read all;
    for (const paper::Block& block : paper.blocks) std::visit(all, block);
    return all;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

class DossierIn : public testing::TestWithParam<Language> {};

INSTANTIATE_TEST_SUITE_P(Languages, DossierIn, testing::ValuesIn(languages), [](const auto& tested) { return std::string(name_of(tested.param)); });

TEST_P(DossierIn, HoldsEveryFigureAndHasNoProblems) {
    const DossierAnswer answer = sample();
    const paper::Paper paper = paper_of(answer, GetParam(), occasion());
    EXPECT_EQ(paper::problems(paper), std::vector<std::string>{});
    const Read all = read(paper);
    for (const Figure& one : answer.figures) EXPECT_TRUE(all.figures.contains(one.id)) << one.id;
}

TEST_P(DossierIn, NamesTheFiguresOfADeskInTheSectionOfItsMeasure) {
    const paper::Paper paper = paper_of(counted_sample(), GetParam(), occasion());
    EXPECT_EQ(paper::problems(paper), std::vector<std::string>{});
    std::map<std::string, Read> sections;  // By the anchor of a chapter or a measure.
    std::string anchor;
    for (const paper::Block& block : paper.blocks) {
        if (const auto* heading = std::get_if<paper::Heading>(&block); heading != nullptr && heading->level <= 2) anchor = heading->anchor;
        std::visit(sections[anchor], block);
    }
    for (const CountedFigure& one : counted_figures()) {
        EXPECT_TRUE(sections["m" + std::to_string(one.measure)].figures.contains(std::string(one.id))) << one.id;
    }
    for (const char* of : {"m7", "m9", "m11", "m12", "m14"}) EXPECT_GE(sections[of].figures.size(), 2U) << of;
    DossierAnswer without = counted_sample();
    without.figures.clear();
    Words words(GetParam());
    EXPECT_FALSE(contains(read(paper_of(without, GetParam(), occasion())).text, words.say("counted.title")));
}

TEST_P(DossierIn, LacksNoWord) {
    DossierAnswer unreferenced = counted_sample();
    Words words(GetParam());
    for (const Audience audience : {Audience::macao, Audience::mainland, Audience::everyone}) {
        unreferenced.audience = audience;
        (void)paper_with_words(unreferenced, occasion(), words);
    }
    EXPECT_EQ(words.missing(), std::vector<std::string>{});
}

// Over the four languages together and the empty dossiers, so that what only a gap says is said too.
TEST(Dossier, LeavesNoWordUnused) {
    std::set<std::string> unused;
    bool first = true;
    for (const Language language : languages) {
        Words words(language);
        DossierAnswer full = counted_sample();
        for (const Audience audience : {Audience::macao, Audience::mainland, Audience::everyone}) {
            full.audience = audience;
            (void)paper_with_words(full, occasion(), words, business());
            Business compared = business();
            for (const Changes& changes : {made_up::changes(), made_up::no_changes()}) {
                compared.changes = changes;
                (void)paper_with_words(full, occasion(), words, compared);
            }
        }
        DossierAnswer bare = sample();
        for (MeasureShown& each : bare.measures) each = measure(each.number, each.area);
        bare.years.clear();
        bare.sessions.clear();
        bare.source.clear();
        bare.figures.clear();
        (void)paper_with_words(bare, {}, words);
        bare.years = {{2020, "met", {1}}};
        (void)paper_with_words(bare, {}, words);
        DossierAnswer many = sample();
        auto& rows = many.measures[0].indicators[0].observations;
        for (std::uint64_t i = 0; i < 50; ++i) rows.push_back(observation(1000 + i, "1", "2020-10-01"));
        many.measures[0].indicators[0].now.entries.resize(50);
        many.measures[0].milestones.clear();
        (void)paper_with_words(many, occasion(), words);
        (void)paper_with_words({.plan = PlanId("2020"), .audience = Audience::everyone}, {}, words);
        auto left = words.unused();
        // workbook_test.cpp
        std::erase_if(left, [](const std::string& key) { return key.starts_with("sheet.") || key == "since.part" || key == "since.subject"; });
        if (first) unused.insert(left.begin(), left.end());
        else std::erase_if(unused, [&](const std::string& key) { return std::ranges::find(left, key) == left.end(); });
        first = false;
        EXPECT_EQ(words.missing(), std::vector<std::string>{});
    }
    EXPECT_EQ(std::vector<std::string>(unused.begin(), unused.end()), std::vector<std::string>{});
}

TEST_P(DossierIn, StandsWithoutAPlan) {
    const paper::Paper paper = paper_of({.plan = PlanId("2020"), .audience = Audience::everyone}, GetParam(), {});
    EXPECT_EQ(paper::problems(paper), std::vector<std::string>{});
    EXPECT_FALSE(paper.blocks.empty());
}

TEST_P(DossierIn, SaysEveryStatusInWords) {
    Words words(GetParam());
    const std::string text = read(paper_of(sample(), GetParam(), occasion())).text;
    for (const char* status : {"done", "ahead", "on_course", "behind", "contradictory", "no_evidence", "no_target"}) {
        EXPECT_TRUE(contains(text, words.say("status." + std::string(status)))) << status;
    }
}

TEST_P(DossierIn, IsTheSameTwice) {
    EXPECT_EQ(html::render(paper_of(sample(), GetParam(), occasion())), html::render(paper_of(sample(), GetParam(), occasion())));
}

// For looking at: PONTE_DOSSIER_OUT names a folder.
TEST_P(DossierIn, CanBeLookedAt) {
    const char* folder = std::getenv("PONTE_DOSSIER_OUT");
    if (folder == nullptr) GTEST_SKIP() << "PONTE_DOSSIER_OUT names no folder to write the pages to";
    Business all = business();
    all.changes = made_up::changes();
    std::ofstream(std::string(folder) + "/" + std::string(tag(GetParam())) + ".html") << html::render(paper_of(sample(), GetParam(), occasion(), all));
}

TEST_P(DossierIn, HasAChapterOfWhatChangedSinceTheLastSession) {
    Business compared = business();
    for (const Changes& changes : {made_up::changes(), made_up::no_changes()}) {
        compared.changes = changes;
        const paper::Paper paper = paper_of(sample(), GetParam(), occasion(), compared);
        EXPECT_EQ(paper::problems(paper), std::vector<std::string>{});
        const std::string text = read(paper).text;
        EXPECT_FALSE(contains(text, "[")) << text.substr(text.find('['), 60);
        // Both positions, and the root of the earlier one in full: whoever has a bundle can check.
        for (const std::string& part : {std::string("121"), std::string("4218"), sha256("earlier").to_text(), std::string("--root-at 121")}) EXPECT_TRUE(contains(text, part)) << part;
    }
    Words words(GetParam());
    EXPECT_TRUE(contains(read(paper_of(sample(), GetParam(), occasion(), business())).text, words.say("since.none")));
}

TEST(Dossier, SaysOnceWhatDidNotChangeSinceTheLastSession) {
    Business compared;
    compared.changes = made_up::no_changes();
    const std::string none = read(paper_of(sample(), Language::en, occasion(), compared)).text;
    EXPECT_TRUE(contains(none, "Without change: Progress; Wording; Owners; Figures; Papers; Milestones; Regular meetings; Problems; Decisions."));
    EXPECT_TRUE(contains(none, "No dossier was frozen for this audience"));
    compared.changes = made_up::changes();
    compared.changes->values.owners.clear();
    const std::string some = read(paper_of(sample(), Language::en, occasion(), compared)).text;
    EXPECT_TRUE(contains(some, "Without change: Owners."));
    EXPECT_TRUE(contains(some, "./ponte dossier --format bundle --at 99"));
}

TEST(Dossier, MarksAWordingThatChangedSinceTheLastSession) {
    Business compared;
    compared.changes = made_up::changes();
    std::string marked;
    for (const paper::Run& run : read(paper_of(sample(), Language::pt, occasion(), compared)).runs) {
        if (run.revision.change == Change::removed) marked += "-" + run.text;
        if (run.revision.change == Change::added) marked += "+" + run.text;
    }
    EXPECT_EQ(marked, "-工作+重點工作");
}

TEST(Dossier, FallsBackToTheOriginalTextAndSaysSo) {
    const Read all = read(paper_of(sample(), Language::pt, occasion()));
    EXPECT_TRUE(contains(all.text, "Não há no registo um texto nesta língua"));
    EXPECT_TRUE(contains(all.text, "Este texto resulta de conversão automática"));
    const bool tagged = std::ranges::any_of(all.runs, [](const paper::Run& run) {
        return run.text == "推动人民币结算；解决新问题。" && run.language == "zh-Hans-CN";
    });
    EXPECT_TRUE(tagged);
    const bool name = std::ranges::any_of(all.runs, [](const paper::Run& run) { return run.text == "只有中文" && run.language == "zh-Hant-MO"; });
    EXPECT_TRUE(name) << "a name without Portuguese";
}

TEST(Dossier, WritesNumbersAndDatesAsTheLanguageDoes) {
    const auto text = [](Language language) { return read(paper_of(sample(), language, occasion())).text; };
    EXPECT_TRUE(contains(text(Language::zh_hant), "4,747.3"));
    EXPECT_TRUE(contains(text(Language::pt), "4\u00A0747,3"));
    EXPECT_TRUE(contains(text(Language::pt), "\u22121\u00A0234,50"));
    EXPECT_TRUE(contains(text(Language::pt), "11,00 / 12,50"));
    EXPECT_TRUE(contains(text(Language::zh_hans), "2020年6月30日"));
    EXPECT_TRUE(contains(text(Language::pt), "30 de Junho de 2020"));
    EXPECT_TRUE(contains(text(Language::en), "30 June 2020"));
    EXPECT_TRUE(contains(text(Language::en), "1 November 2018 to 31 October 2019"));
    EXPECT_TRUE(contains(text(Language::zh_hans), "2018年第三季度"));
}

TEST(Dossier, PutsContradictoryValuesSideBySideWithTheirSources) {
    const std::string text = read(paper_of(sample(), Language::en, occasion())).text;
    const std::size_t at = text.find("the values side by side");
    ASSERT_NE(at, text.npos);
    const std::string after = text.substr(at, 400);
    for (const char* part : {"11.00", "12.50", "Example gazette 81", "Example gazette 82"}) EXPECT_TRUE(contains(after, part)) << part;
}

TEST(Dossier, SaysThatYearsMustHaveBeenWithoutAMeeting) {
    EXPECT_TRUE(contains(read(paper_of(sample(), Language::en, occasion())).text, "at least 1 of the years 2016, 2019 had no meeting"));
}

TEST(Dossier, ShowsTheLatestFortyObservationsAndCountsTheRest) {
    DossierAnswer answer = sample();
    auto& rows = answer.measures[1].indicators[1].observations;
    rows.clear();
    for (int i = 0; i < 100; ++i) {
        rows.push_back(observation(2000 + static_cast<std::uint64_t>(i), std::to_string(700 + i), day(2020, 1, 1).plus_days(i).to_text()));
    }
    const std::string text = read(paper_of(answer, Language::en, occasion())).text;
    EXPECT_TRUE(contains(text, "The latest 40 are shown; the bundle that goes with this paper holds 60 more."));
    EXPECT_TRUE(contains(text, "\n799\n"));
    EXPECT_FALSE(contains(text, "\n759\n"));
}

TEST(Dossier, SaysNothingOfADemonstrationWhenItIsNone) {
    Occasion real = occasion();
    real.demonstration = false;
    EXPECT_FALSE(contains(read(paper_of(sample(), Language::en, real)).text, "This paper is a demonstration"));
    EXPECT_TRUE(contains(read(paper_of(sample(), Language::en, occasion())).text, "This paper is a demonstration"));
}

TEST(Dossier, IsMadeQuicklyFromTwentyThousandObservations) {
    DossierAnswer answer = sample();
    answer.measures.clear();
    for (std::uint16_t number = 1; number <= 22; ++number) {
        answer.measures.push_back(measure(number, 1));
        for (int i = 0; i < 3; ++i) {
            IndicatorShown one = indicator("m" + std::to_string(number) + ".i" + std::to_string(i), number, 1, "behind");
            for (int row = 0; row < 303; ++row) one.observations.push_back(observation(static_cast<std::uint64_t>(row), "1", "2020-06-30"));
            answer.measures.back().indicators.push_back(std::move(one));
        }
    }
    const auto begun = std::chrono::steady_clock::now();
    const paper::Paper paper = paper_of(answer, Language::pt, occasion());
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    RecordProperty("milliseconds", static_cast<int>(took.count()));
    EXPECT_EQ(paper::problems(paper), std::vector<std::string>{});
    // Wide enough for a sanitised build on a busy machine; a release build takes a hundredth of it.
    EXPECT_LT(took.count(), 5000);
}

}  // namespace ponte::dossier
