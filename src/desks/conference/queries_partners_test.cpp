#include "desks/conference/queries_partners.h"

#include "desks/conference/desk_sample.h"

namespace ponte::conference {
namespace {

using namespace sample;

directory::Jurisdictions partners() {
    directory::Jurisdictions all;
    const directory::SetId set("psc");
    const auto add = [&](const std::string& id, Names names, std::optional<Date> from) {
        all.by_id[JurisdictionId(id)] = std::move(names);
        all.sets[set].members.push_back({.jurisdiction = JurisdictionId(id), .from = from, .to = {}, .source = "test"});
    };
    add("BR", {.zh_hant = "巴西", .zh_hans = "巴西", .pt = "Brasil", .en = "Brazil"}, {});
    add("GW", named("Guinea-Bissau"), {});
    add("GQ", named("Equatorial Guinea"), day("2022-04-10"));
    add("GN", named("Guinea"), {});
    add("AO", {.zh_hant = "安哥拉", .zh_hans = "安哥拉", .pt = "Angola", .en = "Angola"}, {});
    return all;
}

const PartnerRow& row_of(const PartnersAnswer& answer, std::string_view id) {
    for (const PartnerRow& row : answer.partners) {
        if (row.jurisdiction.value == id) return row;
    }
    ADD_FAILURE() << "no row for " << id;
    return answer.partners.front();
}

class Partners : public ::testing::Test {
protected:
    Partners() {
        EXPECT_EQ(desk_.ask(secretariat(), plan_2020()), "");
        DefineIndicator trade = indicator("m1.brazil");
        trade.names = {.zh_hant = "與巴西貿易", .zh_hans = {}, .pt = {}, .en = "Trade with Brazil"};
        EXPECT_EQ(desk_.ask(secretariat(), trade), "");
        EXPECT_EQ(desk_.ask(secretariat(), indicator()), "");
    }
    [[nodiscard]] PartnersAnswer asked(const access::Sight& reader, std::string_view as_at = "2020-12-31") const {
        return answer(Seen(known_of(desk_.state), reader), partners(), {.plan = PlanId("2020"), .as_at = day(as_at)}, day(as_at));
    }
    Desk desk_;
};

TEST_F(Partners, CountWhatNamesThemOnceAndGiveTheFigures) {
    EXPECT_EQ(desk_.ask(officer(), action("A visit to BRASIL and Brazil; Angolan guests; Guiné", "2020-05-01")), "");
    EXPECT_EQ(desk_.ask(officer(), action("Guinea-Bissau signs", "2020-06-01", 2)), "");
    EXPECT_EQ(desk_.ask(officer(), observation("12", "12", "2019", "m1.brazil")), "");
    EXPECT_EQ(desk_.ask(officer(), observation("99", "99", "2019")), "");
    const PartnersAnswer answer = asked(sight("amcm"));
    ASSERT_EQ(answer.partners.size(), 4U) << "who joined later is no partner yet";
    const PartnerRow& brazil = row_of(answer, "BR");
    EXPECT_EQ(brazil.actions, 1U) << "a paper that names it twice is one paper";
    EXPECT_EQ(brazil.observations, 1U);
    ASSERT_EQ(brazil.figures.size(), 1U);
    EXPECT_EQ(brazil.figures[0].as_published, "12");
    EXPECT_EQ(brazil.figures[0].period, "2019");
    EXPECT_EQ(brazil.measures, std::vector<std::uint16_t>{1});
    EXPECT_EQ(brazil.newest, day("2020-05-01"));
    EXPECT_EQ(brazil.sets, std::vector<directory::SetId>{directory::SetId("psc")});
    EXPECT_EQ(row_of(answer, "AO").actions, 0U) << "a word inside a longer word is another word";
    EXPECT_EQ(row_of(answer, "GW").actions, 1U);
    EXPECT_EQ(row_of(answer, "GN").actions, 0U) << "a name inside another's name is the other's";
    EXPECT_EQ(row_of(asked(sight("amcm"), "2020-05-31"), "GW").actions, 0U) << "not before it was";
    EXPECT_EQ(asked(sight("amcm"), "2022-05-01").partners.size(), 5U);
}

TEST_F(Partners, ShowAReaderNothingBeyondHisStage) {
    EXPECT_EQ(desk_.ask(officer(), action("A visit to Brazil", "2020-05-01")), "");
    EXPECT_EQ(desk_.ask(officer(), observation("12", "12", "2019", "m1.brazil")), "");
    for (const access::Sight& reader : {sight("ndrc"), sight("dsedt"), sight_of(Audience::everyone)}) {
        const PartnerRow brazil = row_of(asked(reader), "BR");
        EXPECT_EQ(brazil.actions + brazil.observations, 0U);
        EXPECT_TRUE(brazil.figures.empty());
        EXPECT_EQ(brazil.newest, std::nullopt);
    }
}

}  // namespace
}  // namespace ponte::conference
