#include "adapters/origin_text/origin_text.h"

#include "adapters/csv/csv.h"
#include "base/describe.h"
#include "base/embedded.h"
#include "desks/origin/determine_sample.h"

#include <set>

namespace ponte::origin_text {
namespace {

using namespace origin;

DeterminationAnswer determined(const Goods& goods, std::optional<Consignment> consignment = Consignment::direct) {
    return answer(desk_with_rules().looking(), DetermineQuery{.goods = goods, .consignment = consignment});
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(DeterminationText, NamesTheRuleItsClauseAndDaysAndEachTestAgainstItsEdge) {
    const std::string text = text_of(determined(sample_goods()), Language::en);
    EXPECT_TRUE(says(text, "0210.11 (HS 2017), on 2021-01-01, s\nOriginates: yes (met); criterion: product-specific rule\n")) << text;
    EXPECT_TRUE(says(text, "  product-specific rule [ham-2021]: yes (met)\n    Rule: CTH and (BU 30 or BD 40)\n")) << text;
    EXPECT_TRUE(says(text, "    Clause: the annex; from 2021-01-01 to 2022-05-15\n    Source: the notice (confidence high)\n")) << text;
    EXPECT_TRUE(says(text, "    all of these: yes (met)\n      change of heading CTH: yes (met)\n      one of these: yes (met)\n"
                           "        value content, build-up: 20.0000 %, needed 30 %: no (not met)\n"
                           "        value content, build-down: 40.0000 %, needed 40 %: yes (met)\n"))
        << text;
    EXPECT_TRUE(says(text, "  FOB 100; ex-works —\n  Materials: from here 5.0000; of the other party 0.0000; non-originating 60.0000; of unknown origin 0.0000\n")) << text;
    EXPECT_TRUE(says(text, "  1. 0203.12, 60.0000, non-originating; another chapter no")) << text;
    EXPECT_FALSE(says(text, "Cheapest change")) << text;
}

TEST(DeterminationText, TellsTheCheapestChangeOfWhatFalls) {
    Goods goods = sample_goods();
    goods.bill.lines[0].value = number("61");
    const std::string text = text_of(determined(goods), Language::en);
    EXPECT_TRUE(says(text, "Originates: no (not met)")) << text;
    EXPECT_TRUE(says(text, "build-down: 39.0000 %, needed 40 %: no (not met)")) << text;
    EXPECT_TRUE(says(text, "Cheapest change (ham-2021): 1.00 MOP\n  Material 1 (0203.12): lower its value by at least 1.00\n")) << text;
}

TEST(DeterminationText, NamesWhatIsUnknownAndEachBranch) {
    Goods goods = sample_goods("2021-07-01");
    goods.hs = "1806.31";
    const std::string text = text_of(determined(goods, std::nullopt), Language::en);
    EXPECT_TRUE(says(text, "Originates: not known (text of the rule unknown)")) << text;
    EXPECT_TRUE(says(text, "    text not known: not known (text of the rule unknown)\n")) << text;
    EXPECT_TRUE(says(text, "What is not known:\n  text of the rule unknown\n  not stated\n")) << text;
    const std::string later = text_of(determined(sample_goods("2022-05-16")), Language::en);
    EXPECT_TRUE(says(later, "Originates: not known (rule not verified)")) << later;
    EXPECT_TRUE(says(later, "It is not known which rule is the good's; what each would give:\n  product-specific rule [ham-2022]: yes (met)\n")) << later;
    // A material of which nobody knows the origin leaves the figures between two ends.
    goods = sample_goods();
    goods.bill.lines[1].origin = {};
    EXPECT_TRUE(says(text_of(determined(goods), Language::en), "build-up: 15.0000 % to 20.0000 %, needed 30 %: no (not met)")) << text_of(determined(goods), Language::en);
}

TEST(DeterminationText, IsWholeInFourLanguagesAndSilentOfARefusedQuestion) {
    Goods odd = sample_goods("2022-05-16");
    odd.bill.lines.push_back(sample_line("2501", "1", "CN"));
    odd.bill.lines.push_back(sample_line("2501", "1", ""));
    for (const Language language : languages) {
        for (const Goods& goods : {sample_goods(), sample_goods("2020-12-31"), odd, sample_goods("1999-01-01")}) {
            for (const auto consignment : {std::optional<Consignment>(), std::optional(Consignment::through_hong_kong)}) {
                Goods asked = goods;
                asked.version = HsVersion::hs2017;
                EXPECT_FALSE(says(text_of(determined(asked, consignment), language), "[answer")) << text_of(determined(asked, consignment), language);
                for (const char* family : {"[why.", "[criterion.", "[test", "[topic.", "[status.", "[step.", "[confidence.", "[head", "[figures", "[line", "[way", "[cond", "[unknown"}) {
                    EXPECT_FALSE(says(text_of(determined(asked, consignment), language), family)) << text_of(determined(asked, consignment), language);
                }
            }
        }
    }
    EXPECT_TRUE(says(text_of(determined(sample_goods()), Language::zh_hant), "原產：是（符合）"));
    EXPECT_TRUE(says(text_of(determined(sample_goods()), Language::zh_hans), "原产：是（符合）"));
    EXPECT_TRUE(says(text_of(determined(sample_goods()), Language::pt), "Originário: sim (verificado)"));
    Goods refused = sample_goods();
    refused.hs = "7701";
    EXPECT_EQ(text_of(determined(refused), Language::en), "");
}

// Every word that an answer can name has its row, and a row has all languages.
template <class Named>
void expect_words(const std::set<std::string>& keys, std::string_view family) {
    for_each_enumerator<Named>([&](std::string_view name, Named) { EXPECT_TRUE(keys.contains(std::string(family) + "." + std::string(name))) << family << "." << name; });
}

TEST(DeterminationText, HasAWordForEachReasonCriterionTestAndStep) {
    const auto file = embedded("words/origin.csv");
    ASSERT_TRUE(file);
    const auto table = csv::read(view_of(*file));
    ASSERT_TRUE(table);
    std::set<std::string> keys;
    for (const csv::Row& row : table->rows) {
        EXPECT_TRUE(keys.insert(row.cells[0]).second) << row.cells[0];
        for (const std::string& cell : row.cells) EXPECT_FALSE(cell.empty()) << row.cells[0];
    }
    expect_words<Why>(keys, "why");
    expect_words<Criterion>(keys, "criterion");
    expect_words<TestKind>(keys, "test");
    expect_words<ChangeKind>(keys, "step");
    expect_words<ponte::Answer>(keys, "answer");
    expect_words<Confidence>(keys, "confidence");
}

TEST(CatalogueText, HasALineForEachGoodAndOneForAll) {
    CatalogueQuery query;
    Goods bad = sample_goods();
    bad.bill.lines[0].value = number("-1");
    Goods dear = sample_goods();
    dear.bill.lines[0].value = number("61");
    query.rows = {{"ham", sample_goods()}, {"dear", dear}, {"bad", bad}};
    const CatalogueAnswer found = answer(desk_with_rules().looking(), query);
    EXPECT_EQ(text_of(found, Language::en),
              "ham: yes (met); product-specific rule [ham-2021]; build-up 20.0000 %, build-down 40.0000 %\n"
              "dear: no (not met); product-specific rule [ham-2021]; build-up 20.0000 %, build-down 39.0000 %\n"
              "  Cheapest change: 1.00\n"
              "bad: not answered, origin.value_negative (/goods/bill/lines/0/value)\n"
              "Originating 1; not originating 1; not known 0; not answered 1\n");
    for (const Language language : languages) EXPECT_FALSE(says(text_of(found, language), "[catalogue"));
}

}  // namespace
}  // namespace ponte::origin_text
