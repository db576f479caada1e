// The official form in Word is read back, its changes accepted, as the very measures that were agreed.
#include "adapters/official_form/official_form.h"

#include "adapters/docx/docx.h"
#include "adapters/html/html.h"
#include "adapters/paper/problems.h"
#include "adapters/paper/text.h"
#include "adapters/plan_text/plan_text.h"

#include <gtest/gtest.h>

// Font machinery keeps what it has read for the life of the process; that is no leak of ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\n"; }

namespace ponte::official_form {
namespace {

using planning::ComparedRow;

struct Texts {
    Language language;
    plan_text::Language read_as;
    std::array<std::string, 2> title;  // before, after
    std::array<std::string, 2> areas;
    std::array<std::string, 2> area_marks;
    std::array<std::string, 2> first;
    std::string dropped;
    std::string added;
    std::string point;                 // behind a measure's number
};

// In our own words; the shape is the official one's.
const std::vector<Texts>& all_texts() {
    static const std::vector<Texts> all{
        {Language::zh_hans, plan_text::Language::zh_hans, {"示例2020年重点工作", "示例2021年重点工作"}, {"金融领域合作", "机制安排"}, {"一、", "二、"},
         {"支持清算中心的建设，推动人民币的使用。", "支持清算中心的建设，扩大人民币的使用范围。"}, "举办国际性展览。", "今年至少召开一次会议，总结工作进展。", "."},
        {Language::zh_hant, plan_text::Language::zh_hant, {"示例2020年重點工作", "示例2021年重點工作"}, {"金融領域合作", "機制安排"}, {"一、", "二、"},
         {"支持清算中心的建設，推動人民幣的使用。", "支持清算中心的建設，擴大人民幣的使用範圍。"}, "舉辦國際性展覽。", "今年至少召開一次會議，總結工作進展。", "."},
        {Language::pt, plan_text::Language::pt, {"Trabalhos prioritários de 2020", "Trabalhos prioritários de 2021"}, {"Cooperação financeira", "Mecanismo"}, {"I. ", "II. "},
         {"Apoiar o centro de compensação e promover o uso do renminbi.", "Apoiar o centro de compensação e alargar o uso do renminbi."},
         "Organizar exposições internacionais.", "Realizar pelo menos uma reunião este ano e fazer o balanço dos trabalhos.", ". "},
        {Language::en, plan_text::Language::en, {"Key work of 2020", "Key work of 2021"}, {"Finance", "Mechanism"}, {"I. ", "II. "},
         {"Support the clearing centre and promote the use of the renminbi.", "Support the clearing centre and widen the use of the renminbi."},
         "Hold international exhibitions.", "Hold at least one meeting this year and sum up the progress.", ". "}};
    return all;
}

ComparedRow row(std::string kind, std::string mark_before, std::string mark, const std::string& before, const std::string& after) {
    const planning::LineId line(kind + mark);
    ComparedRow one{.kind = std::move(kind), .change = before.empty() ? "added" : after.empty() ? "removed" : "same", .line = line,
                    .mark = std::move(mark), .mark_before = std::move(mark_before), .text = after, .state = "agreed", .compared = !before.empty(),
                    .pieces = planning::pieces_shown(before, after), .by = BodyId("ndrc"), .at = *Instant::from_text("2021-01-15T02:00:00Z")};
    return one;
}

// An area's first measure reworded, its second dropped, a new one in the next area, which moves a number up.
planning::ComparisonAnswer answer_in(const Texts& texts) {
    planning::ComparisonAnswer all{.list = planning::ListId("2021"), .language = std::string(tag(texts.language)), .against = planning::PlanId("2020")};
    all.rows = {row("title", "", "", texts.title[0], texts.title[1]),
                row("area", texts.area_marks[0], texts.area_marks[0], texts.areas[0], texts.areas[0]),
                row("measure", "1" + texts.point, "1" + texts.point, texts.first[0], texts.first[1]),
                row("measure", "2" + texts.point, "2" + texts.point, texts.dropped, ""),
                row("area", texts.area_marks[1], texts.area_marks[1], texts.areas[1], texts.areas[1]),
                row("measure", "", "2" + texts.point, "", texts.added),
                row("measure", "3" + texts.point, "3" + texts.point, texts.first[0], texts.first[0])};
    return all;
}

Occasion occasion() {
    return {.position = 42, .time = *Instant::from_text("2021-02-01T00:00:00Z"), .body_names = {{"ndrc", {.zh_hant = "發改委", .zh_hans = "发改委", .pt = "CNDR", .en = "NDRC"}}}, .release = "0"};
}

TEST(OfficialForm, IsReadBackFromWordAsWhatWasAgreed) {
    for (const Texts& texts : all_texts()) {
        SCOPED_TRACE(std::string(tag(texts.language)));
        const paper::Paper paper = paper_of(answer_in(texts), texts.language, occasion(), true);
        EXPECT_TRUE(paper::problems(paper).empty());
        const auto file = docx::render(paper);
        ASSERT_TRUE(file);
        const auto plan = plan_text::read(*file, "list.docx");
        ASSERT_TRUE(plan) << plan.error().kind.code << " " << plan.error().subject << " " << plan.error().place;
        EXPECT_EQ(plan->title, texts.title[1]);
        EXPECT_EQ(plan->year, 2021U);
        EXPECT_EQ(plan->language, texts.read_as);
        ASSERT_EQ(plan->areas.size(), 2U);
        EXPECT_EQ(plan->areas[0].title, texts.areas[0]);
        EXPECT_EQ(plan->areas[1].title, texts.areas[1]);
        ASSERT_EQ(plan->areas[0].measures.size(), 1U);
        EXPECT_EQ(plan->areas[0].measures[0].text, texts.first[1]);
        ASSERT_EQ(plan->areas[1].measures.size(), 2U);
        EXPECT_EQ(plan->areas[1].measures[0].text, texts.added);
        EXPECT_EQ(plan->areas[1].measures[1].text, texts.first[0]);
        EXPECT_GE(plan->areas[1].measures[0].duties.size(), 1U);
    }
}

TEST(OfficialForm, SaysWhoChangedWhatAndWhatTheMarksMean) {
    for (const Texts& texts : all_texts()) {
        const paper::Paper paper = paper_of(answer_in(texts), texts.language, occasion(), false);
        EXPECT_TRUE(paper::problems(paper).empty());
        const std::string page = html::render(paper);
        EXPECT_NE(page.find("<del datetime=\"2021-01-15T02:00:00Z\" title=\"" + occasion().body_names.at("ndrc").in(texts.language)), std::string::npos);
        EXPECT_NE(page.find("<ins "), std::string::npos);
        EXPECT_EQ(page.find("[form."), std::string::npos) << "a word is missing in " << tag(texts.language);
        EXPECT_FALSE(paper.masthead.empty());
    }
    // In Word nothing stands in the body beside the form itself.
    EXPECT_TRUE(paper_of(answer_in(all_texts()[0]), Language::zh_hans, occasion(), true).masthead.empty());
}

TEST(OfficialForm, SaysThatADraftIsOne) {
    planning::ComparisonAnswer answer = answer_in(all_texts()[3]);
    answer.not_agreed = 3;
    answer.not_compared = 2;
    answer.rows[2].state = "missing";
    answer.rows[2].pieces.clear();
    Occasion demonstration = occasion();
    demonstration.demonstration = true;
    const paper::Paper paper = paper_of(answer, Language::en, demonstration, true);
    EXPECT_NE(paper.footer.find("Draft: 3 texts not agreed"), std::string::npos);
    EXPECT_NE(paper.footer.find("2 texts not compared"), std::string::npos);
    EXPECT_NE(paper.footer.find("Demonstration"), std::string::npos);
    EXPECT_EQ(paper::plain(std::get<paper::Paragraph>(paper.blocks[1]).line), "1. [not yet worded]");
    answer.not_agreed = 0;
    EXPECT_NE(paper_of(answer, Language::en, occasion(), true).footer.find("not yet adopted"), std::string::npos);
    answer.adopted = true;
    EXPECT_EQ(paper_of(answer, Language::en, occasion(), true).footer.find("not yet adopted"), std::string::npos);
}

}  // namespace
}  // namespace ponte::official_form
