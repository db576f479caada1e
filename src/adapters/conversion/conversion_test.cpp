#include "adapters/conversion/conversion.h"

#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <sstream>

namespace ponte::conversion {
namespace {

using translation::TermForm;

std::vector<Term> terms() {
    return {{.id = "psc", .forms = {{Language::zh_hans, "葡语国家"}, {Language::zh_hant, "葡語國家"}, {Language::pt, "Países de Língua Portuguesa"}, {Language::en, "Portuguese-speaking countries"}}},
            {.id = "psc_clearing", .forms = {{Language::zh_hans, "葡语国家人民币清算"}, {Language::zh_hant, "葡語國家人民幣清算"}, {Language::pt, "compensação em RMB"}}},
            {.id = "health_bureau", .forms = {{Language::zh_hans, "卫生局"}, {Language::zh_hant, "衛生局"}}},
            // Wins over every dictionary: no converter would write this.
            {.id = "odd", .forms = {{Language::zh_hans, "后台"}, {Language::zh_hans, "后方平台"}, {Language::zh_hant, "后方"}}},
            {.id = "not_countries", .forbidden = true, .forms = {{Language::zh_hant, "葡語系國家"}, {Language::pt, "países lusófonos e Macau"}}}};
}

Converter opened(Language from, Language to) {
    auto converter = Converter::open(from, to, terms());
    EXPECT_TRUE(converter) << converter.error().what;
    return *std::move(converter);
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

TEST(Converter, LetsTheLongestTermWinAndSaysWhichItWrote) {
    const Converter to_hant = opened(Language::zh_hans, Language::zh_hant);
    const auto converted = to_hant.convert("完善葡语国家人民币清算，服务葡语国家；后台、后方平台、皇后");
    ASSERT_TRUE(converted);
    EXPECT_EQ(converted->text, "完善葡語國家人民幣清算，服務葡語國家；后方、后方、皇后");
    EXPECT_EQ(converted->applied, (std::vector<Applied>{{"psc_clearing", "葡语国家人民币清算", "葡語國家人民幣清算", 1},
                                                        {"psc", "葡语国家", "葡語國家", 1},
                                                        {"odd", "后台", "后方", 1},
                                                        {"odd", "后方平台", "后方", 1}}));
}

TEST(Converter, WritesTheFormsThatMacaoPrints) {
    const Converter to_hant = opened(Language::zh_hans, Language::zh_hant);
    EXPECT_EQ(to_hant.convert("“税务”、‘平台’、群众、户籍、说明、卫生、温、峰会、里面、污染、随着、显著、为主并包容")->text,
              "「稅務」、『平台』、群眾、戶籍、說明、衛生、溫、峰會、裡面、污染、隨著、顯著、為主並包容");
    const Converter to_hans = opened(Language::zh_hant, Language::zh_hans);
    EXPECT_EQ(to_hans.convert("「稅務」、『平台』、隨著、裏面")->text, "“税务”、‘平台’、随着、里面");
}

TEST(Converter, MakesTheMainlandPlanOfTheMacaoOneAndBack) {
    const std::string hans = content_of("data/plans/own-words-2020.zh-Hans-CN.txt");
    ASSERT_FALSE(hans.empty());
    const Converter to_hant = opened(Language::zh_hans, Language::zh_hant);
    const Converter to_hans = opened(Language::zh_hant, Language::zh_hans);
    const auto hant = to_hant.convert(hans);
    ASSERT_TRUE(hant);
    EXPECT_EQ(to_hans.convert(hant->text)->text, hans);
    EXPECT_EQ(to_hant.convert(hant->text)->text, hant->text) << "what is converted already stays";
}

TEST(Converter, TermsAlwaysWinWhateverStandsAroundThem) {
    const Converter to_hant = opened(Language::zh_hans, Language::zh_hant);
    const std::vector<std::string> pieces{"葡语国家", "葡语国家人民币清算", "卫生局", "后台", "，", "的", "在", "后", "台", "国", "A ", "里", "发", "面"};
    std::mt19937_64 chance(7);
    for (int round = 0; round < 400; ++round) {
        std::string text;
        std::uint32_t terms_written = 0;
        for (int i = 0; i < 12; ++i) {
            const std::size_t piece = chance() % pieces.size();
            // A blank between, so that no two pieces make a longer term.
            text += pieces[piece] + " ";
            if (piece < 4) ++terms_written;
        }
        const auto once = to_hant.convert(text);
        ASSERT_TRUE(once);
        std::uint32_t times = 0;
        for (const Applied& applied : once->applied) {
            times += applied.times;
            EXPECT_NE(once->text.find(applied.written), std::string::npos) << text;
            EXPECT_EQ(once->text.find(applied.found + " "), std::string::npos) << text;
        }
        EXPECT_EQ(times, terms_written) << text;
        EXPECT_EQ(to_hant.convert(once->text)->text, once->text) << text;
    }
}

TEST(CheckTerms, NamesAgreedTermsThatTheTargetDoesNotKeep) {
    const auto faults = check_terms("服务葡语国家和葡语国家人民币清算", Language::zh_hans, "apoiar os países de língua portuguesa", Language::pt, terms());
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0], (TermFault{"psc_clearing", false, "葡语国家人民币清算", {"compensação em RMB"}}));
    EXPECT_TRUE(check_terms("完善葡语国家人民币清算", Language::zh_hans, "Compensação em RMB", Language::pt, terms()).empty())
        << "the shorter term inside of the longer one is not asked for";
    EXPECT_EQ(check_terms("葡语国家", Language::zh_hans, "paises de lingua portuguesa", Language::pt, terms()).size(), 1U) << "accents are spelling";
    EXPECT_TRUE(check_terms("葡语国家", Language::zh_hans, "os PAÍSES DE LÍNGUA PORTUGUESA.", Language::pt, terms()).empty());
    EXPECT_TRUE(check_terms("卫生局", Language::zh_hans, "anything", Language::pt, terms()).empty()) << "no form was agreed in Portuguese";
}

TEST(CheckTerms, FindsForbiddenFormsAsWholeWords) {
    const auto faults = check_terms("", Language::zh_hans, "os Países lusófonos e Macau", Language::pt, terms());
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_TRUE(faults[0].forbidden);
    EXPECT_TRUE(check_terms("", Language::zh_hans, "os países lusófonos e Macaense", Language::pt, terms()).empty());
    EXPECT_EQ(check_terms("", Language::zh_hans, "與葡語系國家合作", Language::zh_hant, terms()).size(), 1U);
}

}  // namespace
}  // namespace ponte::conversion
