#include "desks/origin/rule.h"

#include "desks/origin/hs.h"
#include "desks/origin/refusals.h"
#include "desks/origin/windows.h"

#include <gtest/gtest.h>

namespace ponte::origin {
namespace {

TEST(Rule, TextAndTreeSayTheSame) {
    for (const std::string_view text : {"WO", "PE", "CC", "CTH", "CTSH", "BU 30", "BD 40.5", "UNKNOWN", "process:dissolving_mixing", "CTH and (BU 30 or BD 40)",
                                        "CTH except 3003, 3005-3006 or process:distilling and BU 30", "(CTH or CTSH) and (BU 30 or BD 40 or process:a)"}) {
        const auto tests = tests_of_text(text);
        ASSERT_TRUE(tests) << text;
        EXPECT_TRUE(is_sound(*tests)) << text;
        EXPECT_EQ(*tests_of_text(text_of(*tests)), *tests) << text;
    }
    EXPECT_EQ(text_of(*tests_of_text("CTH and (BU 30.0 or BD 40)")), "CTH and (BU 30 or BD 40)");
    EXPECT_EQ(text_of(*tests_of_text("  CTH   except 30.03 ")), "CTH except 3003");
    // "and" binds closer.
    const Tests either = *tests_of_text("WO or CTH and BU 30");
    EXPECT_EQ(either[0].kind, TestKind::any);
    EXPECT_EQ(either[2].kind, TestKind::all);
}

TEST(Rule, FaultsAreToldByTheirPlace) {
    const auto place_of = [](std::string_view text) { return tests_of_text(text) ? std::string("read") : tests_of_text(text).error().place; };
    EXPECT_EQ(place_of(""), "at character 1");
    EXPECT_EQ(place_of("CTH and"), "at character 8");
    EXPECT_EQ(place_of("CTH and BU"), "at character 11");
    EXPECT_EQ(place_of("(CTH"), "at character 5");
    EXPECT_EQ(place_of("CTH)"), "at character 4");
    EXPECT_EQ(place_of("CTH except 7701"), "at character 12");
    EXPECT_EQ(place_of("CTH except 3006-3003"), "at character 21");
    EXPECT_EQ(place_of("BU -3"), "at character 4");
    EXPECT_EQ(place_of("process:"), "at character 1");
    EXPECT_EQ(tests_of_text("BD 100.01").error().kind, refusals::percent_out_of_range);
    EXPECT_EQ(place_of(std::string(40, '(') + "WO" + std::string(40, ')')), "at character 17");
}

TEST(Rule, IsSoundOnlyAsOneTree) {
    Tests tests = *tests_of_text("CTH and BU 30");
    EXPECT_TRUE(is_sound(tests));
    tests[0].parts = 3;
    EXPECT_FALSE(is_sound(tests));
    tests[0].parts = 1;
    EXPECT_FALSE(is_sound(tests));
    EXPECT_FALSE(is_sound({}));
    EXPECT_FALSE(is_sound({origin::Test{.kind = TestKind::build_up}}));
    EXPECT_FALSE(is_sound({origin::Test{.kind = TestKind::process}}));
}

TEST(Hs, ReadsCodesAsPeopleWriteThem) {
    EXPECT_EQ(Hs::from_text("0210.11"), Hs::from_text("021011"));
    EXPECT_EQ(Hs::from_text("02.01")->to_text(), "0201");
    EXPECT_EQ(Hs::from_text("3004 9059")->to_text(), "3004.90.59");
    EXPECT_EQ(Hs::from_text("01")->to_text(), "01");
    for (const char* text : {"", "1", "123", "7701", "0001", "9801", "18a6", ".1806", "123456789012"}) EXPECT_EQ(Hs::from_text(text), std::nullopt) << text;
    EXPECT_TRUE(Hs::from_text("180620")->starts_with(*Hs::from_text("1806")));
    EXPECT_FALSE(Hs::from_text("1806")->starts_with(*Hs::from_text("180620")));
}

TEST(Windows, CloseOnTheirEdgeDayWithItInThem) {
    const std::vector<Window> windows{{3, 1, 7, 1}, {9, 1, 1, 1}};
    const auto on = [&](std::string_view text) {
        const auto open = window_on(windows, *Date::from_text(text));
        return open ? open->apply_by.to_text() + " > " + open->in_force_by.to_text() : std::string("none");
    };
    EXPECT_EQ(on("2021-01-15"), "2021-03-01 > 2021-07-01");
    EXPECT_EQ(on("2021-03-01"), "2021-03-01 > 2021-07-01");
    EXPECT_EQ(on("2021-03-02"), "2021-09-01 > 2022-01-01");
    EXPECT_EQ(on("2021-09-01"), "2021-09-01 > 2022-01-01");
    EXPECT_EQ(on("2021-09-02"), "2022-03-01 > 2022-07-01");
    EXPECT_EQ(window_on({}, *Date::from_text("2021-01-01")), std::nullopt);
}

}  // namespace
}  // namespace ponte::origin
