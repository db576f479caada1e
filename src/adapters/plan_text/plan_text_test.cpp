#include "adapters/plan_text/plan_text.h"

#include "adapters/plan_text/plan_text_samples.h"

#include <gtest/gtest.h>

// The reader on plans in our own words, in four languages, and on what is no plan.
namespace ponte::plan_text {
namespace {

const std::string hans = R"(2026年合作重点工作

一、金融
1.支持两地银行开设账户，推动人民币在葡语国家的使用并加强监测资金流动。
2.研究不少于3项新产品，按照联席会议的要求，每季至少召开两次会议。

二、贸易
3.协助“一带一路”沿线国家企业参展；完善“小企业服务中心”的功能，促进双向投资。
)";
const std::string hant = R"(2026年合作重點工作

一、金融
1.支持兩地銀行開設賬戶，推動人民幣在葡語國家的使用並加強監測資金流動。
2.研究不少於3項新產品，按照聯席會議的要求，每季至少召開兩次會議。

二、貿易
3.協助「一帶一路」沿線國家企業參展；完善「小企業服務中心」的功能，促進雙向投資。
)";
const std::string pt = R"(Plano de trabalhos prioritários para 2026

I. Cooperação financeira
1. Apoiar os bancos das duas partes na abertura de contas,
promover o uso do renminbi nos Países de Língua Portuguesa e reforçar a monitorização dos fluxos.
2. Estudar novos produtos; realizar pelo menos duas reuniões da conferência conjunta.

II. Comércio
3. Ajudar empresas dos países e regiões ao longo de «Uma Faixa, Uma Rota» a participar em feiras.
)";
const std::string en = R"(Key work for 2026

I. Finance
1. Support the banks of both sides in opening accounts, promote the use of the
renminbi in Portuguese-speaking countries and strengthen the monitoring of flows.
2. Study new products; hold at least two meetings of the joint conference.

II. Trade
3. Help companies of countries and regions along the Belt and Road to join fairs.
)";

TEST(ReadPlan, ReadsSimplifiedChinese) {
    const auto plan = read_or_fail(hans);
    EXPECT_EQ(plan.title, "2026年合作重点工作");
    EXPECT_EQ(plan.year, 2026U);
    EXPECT_EQ(plan.language, Language::zh_hans);
    EXPECT_EQ(outline(plan), "1 金融: 1-2; 2 贸易: 3; ");
    EXPECT_EQ(duty_texts(measure(plan, 1)), (std::vector<std::string>{"支持两地银行开设账户", "推动人民币在葡语国家的使用", "并加强监测资金流动"}));
    EXPECT_EQ(measure(plan, 1).jurisdiction_sets, (std::vector<std::string>{"psc"}));
    EXPECT_EQ(measure(plan, 2).owed_numbers, (std::vector<OwedNumber>{{"不少于3项", {3, 0}}, {"至少召开两次", {2, 0}}}));
    EXPECT_EQ(measure(plan, 3).bodies, (std::vector<std::string>{"小企业服务中心"})) << "a quoted name that ends like a body's";
    expect_duties_lose_nothing(plan);
    expect_sources_hold_their_texts(plan, hans);
}

TEST(ReadPlan, ReadsTraditionalChineseAlike) {
    const auto plan = read_or_fail(hant);
    EXPECT_EQ(plan.language, Language::zh_hant);
    EXPECT_EQ(outline(plan), "1 金融: 1-2; 2 貿易: 3; ");
    EXPECT_EQ(measure(plan, 1).duties.size(), 3U);
    EXPECT_EQ(measure(plan, 2).owed_numbers, (std::vector<OwedNumber>{{"不少於3項", {3, 0}}, {"至少召開兩次", {2, 0}}}));
    EXPECT_EQ(measure(plan, 3).jurisdiction_sets, (std::vector<std::string>{"bri"}));
    EXPECT_EQ(measure(plan, 3).bodies, (std::vector<std::string>{"小企業服務中心"}));
    EXPECT_TRUE(plan.normalised.traditional.empty()) << "in its own script nothing is a slip";
}

TEST(ReadPlan, ReadsPortuguese) {
    for (const auto& file : {pt, encoded(pt, "windows-1252"), encoded(pt, "UTF-16LE"), replaced(pt, "ç", "c\u0327"), replaced(replaced(pt, "II. Com", "2. Área: Com"), "I. Coop", "1. Área: Coop")}) {
        const auto plan = read_or_fail(file);
        EXPECT_EQ(plan.year, 2026U);
        EXPECT_EQ(plan.language, Language::pt);
        ASSERT_EQ(plan.areas.size(), 2U);
        EXPECT_TRUE(plan.areas[0].title.ends_with("Cooperação financeira")) << plan.areas[0].title;
        EXPECT_EQ(duty_texts(measure(plan, 1)),
                  (std::vector<std::string>{"Apoiar os bancos das duas partes na abertura de contas",
                                            "promover o uso do renminbi nos Países de Língua Portuguesa", "e reforçar a monitorização dos fluxos"}));
        EXPECT_EQ(measure(plan, 1).jurisdiction_sets, (std::vector<std::string>{"psc"}));
        EXPECT_EQ(measure(plan, 2).duties.size(), 2U);
        EXPECT_EQ(measure(plan, 2).owed_numbers, (std::vector<OwedNumber>{{"pelo menos duas", {2, 0}}}));
        EXPECT_EQ(measure(plan, 2).bodies, (std::vector<std::string>{"conferência conjunta"}));
        EXPECT_EQ(measure(plan, 3).jurisdiction_sets, (std::vector<std::string>{"bri"}));
    }
}

TEST(ReadPlan, ReadsEnglish) {
    const auto plan = read_or_fail(en);
    EXPECT_EQ(plan.language, Language::en);
    EXPECT_EQ(outline(plan), "1 Finance: 1-2; 2 Trade: 3; ");
    EXPECT_EQ(duty_texts(measure(plan, 1)), (std::vector<std::string>{"Support the banks of both sides in opening accounts",
                                                                      "promote the use of the renminbi in Portuguese-speaking countries",
                                                                      "and strengthen the monitoring of flows"}));
    EXPECT_EQ(measure(plan, 2).owed_numbers, (std::vector<OwedNumber>{{"at least two", {2, 0}}}));
    EXPECT_EQ(measure(plan, 3).jurisdiction_sets, (std::vector<std::string>{"bri"}));
    expect_duties_lose_nothing(plan);
}

TEST(ReadPlan, IsTheSameHoweverOurOwnPlanIsSet) {
    // The area heads of settings_of have a blank after their mark, as the official ones.
    const auto file = replaced(replaced(hans, "一、", "一、 "), "二、", "二、 ");
    const auto expected = content(read_or_fail(file));
    for (const auto& setting : settings_of(file)) {
        if (setting.name == "title as header") continue;  // That one prints the official title.
        SCOPED_TRACE(setting.name);
        EXPECT_EQ(first_difference(content(read_or_fail(setting.file)), expected), "");
    }
}

TEST(ReadPlan, LeavesFiguresAndEnumerationsInTheirMeasure) {
    const auto plan = read_or_fail("2026年\n一、甲\n1.增加至2.5倍。2025年已有3.共同\n举办：（一）论坛。（二）展览。\n2.支持乙。\n");
    EXPECT_EQ(outline(plan), "1 甲: 1-2; ");
    EXPECT_EQ(measure(plan, 1).text, "增加至2.5倍。2025年已有3.共同举办：（一）论坛。（二）展览。");
}

TEST(ReadPlan, SaysWhatItLeftOut) {
    const auto plan = read_or_fail(hans + "\n- 2 -\n\n二〇二六年一月\n");
    ASSERT_EQ(plan.normalised.left_out.size(), 2U);
    EXPECT_EQ(plan.normalised.left_out[0], (LeftOut{"- 2 -", 10}));
    EXPECT_EQ(plan.normalised.left_out[1], (LeftOut{"二〇二六年一月", 12}));
}

TEST(ReadPlan, RefusesWithCodeSubjectAndPlace) {
    const auto without = [](std::string_view text) { return replaced(hans, text, ""); };
    const auto with = [](std::string_view from, std::string_view to) { return replaced(hans, from, to); };
    using namespace std::string_literals;
    struct Row {
        RefusalKind kind;
        std::string subject;
        std::string place;
        std::string file;
    };
    const std::string no_body = docx_of({"x"}).substr(0, 60);
    const std::vector<Row> rows{
        {refusals::empty, "name", "", ""},
        {refusals::empty, "name", "", " \r\n\t\xe3\x80\x80\n"},
        {refusals::too_large, "name", "byte 16777216", std::string(bytes_max + 1, 'a')},
        {refusals::docx_unreadable, "zip.damaged", "", no_body},
        {refusals::docx_unreadable, "word/document.xml", "", replaced(docx_of({"x"}), "word/document.xml", "word/documant.xml")},
        {refusals::pdf_unreadable, "name", "", "%PDF-1.7\nnothing"},
        {refusals::pdf_without_text, "name", "page 1", pdf_of({"scan"}, 10, false)},
        {refusals::encoding_unknown, "name", "byte 3", "abc\xff\xfe\xfd\xff\xff"},
        {refusals::control_characters, "U+0007", "byte 4", "2026\x07"s + hans},
        {refusals::control_characters, "U+0000", "byte 2", "ab\0cd"s},
        {refusals::not_a_plan, "", "line 2", "Milk\nbread and eggs.\n"},
        {refusals::not_a_plan, "", "line 2", "List 2026\n1. milk\n2. bread\n"},
        {refusals::year_missing, "合作重点工作", "line 1", with("2026年", "")},
        {refusals::area_missing, "1", "line 3", without("一、金融\n")},
        {refusals::area_missing, "2", "line 7", with("二、", "三、")},
        {refusals::area_duplicated, "1", "line 7", with("二、", "一、")},
        {refusals::no_measures, "1", "line 4", with("1.支", "二、空\n1.支")},
        {refusals::no_measures, "3", "line 9", hans + "三、未来\n"},
        {refusals::measure_missing, "1", "line 4", with("1.", "2.")},
        {refusals::measure_missing, "2", "line 8", with("2.研究不少于3项新产品，按照联席会议的要求，每季至少召开两次会议。", "")},
        {refusals::measure_missing, "2", "line 1", replaced(with("\n2.", "3."), "\n", "")},
        {refusals::measure_duplicated, "2", "line 8", with("3.协", "2.协")},
        {refusals::measure_empty, "2", "line 5", with("研究不少于3项新产品，按照联席会议的要求，每季至少召开两次会议。", "")},
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto plan = read(view_of(rows[i].file), "name");
        ASSERT_FALSE(plan.has_value()) << "row " << i << " " << rows[i].kind.code;
        EXPECT_EQ(plan.error().kind.code, rows[i].kind.code) << "row " << i;
        EXPECT_EQ(plan.error().subject, rows[i].subject) << "row " << i;
        EXPECT_EQ(plan.error().place, rows[i].place) << "row " << i;
    }
}

TEST(ReadPlan, SurvivesEveryFlippedByteAndEveryCut) {
    for (const auto& file : {hans, pt}) {
        for (std::size_t at = 0; at < file.size(); ++at) {
            auto flipped = file;
            flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
            static_cast<void>(read(view_of(flipped), "name").has_value());
            static_cast<void>(read(view_of(std::string_view(file).substr(0, at)), "name").has_value());
        }
    }
}

TEST(PlanJson, HasTheShapeThatScriptsRelyOn) {
    const auto json = to_json(read_or_fail("Plan \"A\\B\" of 2026\nI. Work\n1. Hold at least one meeting of the joint conference.\n"));
    EXPECT_TRUE(json.starts_with("{\"title\":\"Plan “A\\\\B” of 2026\",\"year\":2026,\"sha256\":\"")) << json;
    for (const auto* part : {"\"areas\":[{\"number\":1,\"title\":\"Work\",\"measures\":[{\"number\":1,\"text\":\"Hold at least one",
                             "\"jurisdiction_sets\":[],\"bodies\":[\"joint conference\"]", "\"owed_numbers\":[{\"text\":\"at least one\",\"value\":1}],\"bytes\":[27,80],\"lines\":[3,3]}",
                             "\"normalised\":{\"compatibility_ideographs\":0,\"compatibility_kinds\":0", "\"duties\":[{\"text\":\"Hold at least"}) {
        EXPECT_NE(json.find(part), std::string::npos) << part << "\n" << json;
    }
}

}  // namespace
}  // namespace ponte::plan_text
