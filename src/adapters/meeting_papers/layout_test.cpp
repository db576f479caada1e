// What an office's layout of a session's paper may say and what is filled in are the same names, with words in every language; what
// such a paper may not leave unsaid is asked for.
#include "adapters/meeting_papers/layout.h"

#include "adapters/docx/docx.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace ponte::meeting_papers {
namespace {

using templates::Catalogue;
using templates::Values;

Date day(std::string_view text) { return *Date::from_text(text); }
Names both(std::string zh, std::string pt) { return {.zh_hant = std::move(zh), .pt = std::move(pt)}; }

Occasion occasion() {
    return {.origin = "example.org/conference", .position = 4'711, .root = sha256("root"), .time = *Instant::from_text("2021-12-28T10:00:00Z"), .demonstration = true,
            .body_names = {{"amcm", both("澳門金融管理局", "Autoridade Monetária de Macau")}}, .names = {}, .release = "0"};
}

meetings::SessionShown session() {
    meetings::SessionShown one{.session = 3, .state = meetings::SessionState::called, .on = day("2021-12-28"), .from = *meetings::TimeOfDay::from_text("15:00"),
                               .to = *meetings::TimeOfDay::from_text("17:30"), .place = both("澳門", "Macau"), .form = meetings::Form::mixed, .revision = 1,
                               .languages = {Language::zh_hant, Language::pt}, .chairs = {BodyId("ndrc"), BodyId("dsepdr")}, .reasons = {"A holiday"},
                               .invited = {{.body = BodyId("amcm"), .capacity = meetings::Capacity::member, .note = "Clearing"}}, .agenda_fixed = true, .entry = 4'000};
    one.agenda = {{.item = 1, .kind = meetings::AgendaKind::other, .reference = "", .titles = both("議題", "Assunto em apreço"), .body = BodyId("amcm"), .reason = "It came up yesterday", .entry = 4'001}};
    return one;
}

meetings::MinutesShown minutes() {
    meetings::MinutesShown one{.session = 3, .correction = 1, .version = 2, .state = meetings::MinutesState::circulated, .digest = sha256("digest"), .languages = {Language::zh_hant, Language::pt}};
    one.lines = {{.line = 1, .item = 0, .texts = both("雙方主持人致辭。", "Usaram da palavra os dois presidentes.")}, {.line = 2, .item = 1, .texts = both("聽取匯報。", "Ouviram-se os relatórios.")}};
    one.comments = {{.comment = meetings::CommentId("com-1"), .version = 1, .line = 2, .texts = {.en = "Not so"}, .body = BodyId("amcm"), .released = true, .answer = {.en = "Mended"}}};
    one.approvals = {{.side = directory::Side::macao, .body = BodyId("amcm"), .asserted = true, .at = *Instant::from_text("2021-12-30T01:00:00Z"), .entry = 4'700}};
    one.corrects = meetings::CorrectsShown{.digest = sha256("old"), .sealed_at = 4'600, .reason = "A slip of the pen", .entry = 4'650};
    return one;
}

meetings::DecisionsAnswer decisions() {
    return {.decisions = {{.decision = meetings::DecisionId("3-1"), .session = 3, .texts = both("決定跟進。", "Decidiu-se dar seguimento."), .state = meetings::DecisionState::proposed,
                           .owner = BodyId("amcm"), .due = day("2022-06-30"), .supersedes = {meetings::DecisionId("2-1")}, .entry = 4'705}}};
}

// Every kind, filled with papers that say all they can.
Values values_of(const std::string& kind, Language language) {
    if (kind == "invitation") return invitation_values(session(), BodyId("amcm"), language, occasion());
    if (kind == "agenda") return agenda_values(session(), language, occasion());
    if (kind == "minutes") return minutes_values(session(), minutes(), language, language == Language::pt ? Language::zh_hant : Language::pt, occasion());
    Values values = decisions_values(session(), decisions(), language, occasion());
    values.fields.merge(decisions_values(session(), {}, language, occasion()).fields);
    return values;
}

void named(const std::vector<templates::Field>& fields, const std::vector<templates::List>& lists, const std::string& before, std::set<std::string>& names) {
    for (const templates::Field& field : fields) names.insert(before + field.name);
    for (const templates::List& list : lists) named(list.fields, list.lists, before + list.name + ".", names);
}

void filled(const Values& values, const std::string& before, std::set<std::string>& names) {
    for (const auto& [name, line] : values.fields) {
        if (!line.empty()) names.insert(before + name);
    }
    for (const auto& [name, rows] : values.lists) {
        for (const Values& row : rows) filled(row, before + name + ".", names);
    }
}

void expect_words(const std::vector<templates::Field>& fields, const std::vector<templates::List>& lists) {
    for (const templates::Field& field : fields) {
        for (const Language language : languages) EXPECT_FALSE(field.says.in(language).empty() || field.says.in(language).starts_with("[")) << field.name;
    }
    for (const templates::List& list : lists) {
        for (const Language language : languages) EXPECT_FALSE(list.says.in(language).empty() || list.says.in(language).starts_with("[")) << list.name;
        expect_words(list.fields, list.lists);
    }
}

Catalogue catalogue(std::string_view kind) {
    const auto all = layout_catalogues();
    return *std::ranges::find(all, kind, &Catalogue::kind);
}

std::string text_of(const paper::Line& line) {
    std::string text;
    for (const paper::Run& run : line) text += run.text;
    return text;
}

// A page of an office: a paragraph a line.
Bytes page(const std::vector<std::string>& lines) {
    paper::Paper paper{.language = "en"};
    for (const std::string& line : lines) paper.blocks.emplace_back(paper::Paragraph{{{.text = line}}});
    return *docx::render(paper);
}

TEST(SessionLayouts, FillEveryPlaceThatTheyNameAndNameEveryPlaceThatTheyFill) {
    for (const Catalogue& one : layout_catalogues()) {
        std::set<std::string> all;
        named(one.fields, one.lists, "", all);
        for (const Language language : languages) {
            std::set<std::string> said;
            filled(values_of(one.kind, language), "", said);
            EXPECT_EQ(all, said) << one.kind;
        }
    }
}

TEST(SessionLayouts, HaveWordsForEveryPlaceInEveryLanguage) {
    for (const Catalogue& one : layout_catalogues()) {
        EXPECT_FALSE(one.says.pt.starts_with("[")) << one.kind;
        expect_words(one.fields, one.lists);
    }
}

TEST(SessionLayouts, BeginFromASampleThatIsSoundAndFillsToTheSameBytes) {
    for (const Catalogue& one : layout_catalogues()) {
        for (const Language language : languages) {
            const auto sample = templates::sample(one, language);
            ASSERT_TRUE(sample) << one.kind;
            const auto faults = templates::check(*sample, one);
            ASSERT_TRUE(faults);
            EXPECT_TRUE(faults->empty()) << one.kind << " " << faults->front().kind.code << " " << faults->front().subject;
            const auto first = templates::fill(*sample, one, values_of(one.kind, language), std::string(tag(language)));
            ASSERT_TRUE(first) << first.error().kind.code;
            EXPECT_EQ(*first, *templates::fill(*sample, one, values_of(one.kind, language), std::string(tag(language))));
        }
    }
}

struct Fault {
    std::string kind;
    std::vector<std::string> lines;
    std::string code;
    std::string subject;
    std::string place;
};

TEST(SessionLayouts, AreRefusedWithThePlaceWhereTheyLeaveOutOrAskForWhatIsNotThere) {
    const std::vector<Fault> table{
        {"agenda", {"{{demonstration}}{{remark}}{{fixed}}", "{{when}}"}, "templates.placeholder_unknown", "{{when}}", "paragraph 2"},
        {"agenda", {"{{demonstration}}{{remark}}{{fixed}}{{date}}", "{{items.subject}}"}, "templates.outside_of_list", "{{items.subject}}", "paragraph 2"},
        {"agenda", {"{{demonstration}}{{remark}}{{date}}"}, "templates.field_missing", "{{fixed}}", ""},
        {"agenda", {"{{remark}}{{fixed}}{{date}}"}, "templates.field_missing", "{{demonstration}}", ""},
        {"invitation", {"{{demonstration}}{{date}}{{to}}{{fixed}}"}, "templates.field_missing", "{{remark}}", ""},
        {"minutes", {"{{demonstration}}{{date}}{{state}}{{corrects}}"}, "templates.field_missing", "{{seal}}", ""},
        {"minutes", {"{{demonstration}}{{date}}{{state}}{{corrects}}{{seal}}", "{{#subjects}}", "{{#lines}}", "{{lines.text}}", "{{/lines}}", "{{/subjects}}"},
         "templates.field_missing", "{{lines.text_beside}}", ""},
        {"minutes", {"{{demonstration}}{{date}}{{state}}{{corrects}}{{seal}}", "{{#lines}}", "{{/lines}}"}, "templates.outside_of_list", "{{#lines}}", "paragraph 2"},
        {"decisions", {"{{demonstration}}{{date}}", "{{#decisions}}", "{{decisions.text}}", "{{/decisions}}"}, "templates.field_missing", "{{decisions.state}}", ""},
        {"decisions", {"{{demonstration}}{{date}}", "{{seal}}"}, "templates.placeholder_unknown", "{{seal}}", "paragraph 2"},
    };
    for (const Fault& one : table) {
        const auto faults = templates::check(page(one.lines), catalogue(one.kind));
        ASSERT_TRUE(faults);
        ASSERT_FALSE(faults->empty()) << one.subject;
        EXPECT_EQ(faults->front().kind.code, one.code) << one.subject;
        EXPECT_EQ(faults->front().subject, one.subject);
        EXPECT_EQ(faults->front().place, one.place) << one.subject;
        const auto made = templates::fill(page(one.lines), catalogue(one.kind), values_of(one.kind, Language::pt), "pt-PT");
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().kind.code, one.code);
    }
}

TEST(SessionLayouts, SayThatASessionWasMovedThatMinutesAreNotSealedAndThatADecisionDoesNotBindYet) {
    EXPECT_EQ(text_of(values_of("invitation", Language::en).fields.at("remark")), "The session was moved: A holiday");
    EXPECT_EQ(text_of(values_of("minutes", Language::en).fields.at("seal")), "The minutes are not sealed yet; their decisions do not bind.");
    EXPECT_EQ(text_of(values_of("minutes", Language::en).lists.at("approvals").at(1).fields.at("date")), "not approved yet");
    EXPECT_EQ(text_of(values_of("decisions", Language::en).lists.at("decisions").at(0).fields.at("state")), "not binding yet");
    const Values lines = values_of("minutes", Language::zh_hant).lists.at("subjects").at(1).lists.at("lines").at(0);
    EXPECT_EQ(text_of(lines.fields.at("text")), "聽取匯報。");
    EXPECT_EQ(lines.fields.at("text_beside").at(0).language, "pt-PT");
    meetings::SessionShown cancelled = session();
    cancelled.state = meetings::SessionState::cancelled;
    EXPECT_EQ(text_of(agenda_values(cancelled, Language::en, occasion()).fields.at("remark")), "The session was cancelled: A holiday");
}

}  // namespace
}  // namespace ponte::meeting_papers
