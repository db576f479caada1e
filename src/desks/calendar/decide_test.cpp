#include "desks/calendar/decide.h"

#include "base/refusal_table.h"
#include "desks/calendar/invariants.h"
#include "desks/calendar/queries.h"
#include "desks/calendar/refusals.h"

#include <gtest/gtest.h>

namespace ponte::calendar {
namespace {

Date day(std::string_view text) { return *Date::from_text(text); }
const JurisdictionId macao("MO");
const JurisdictionId mainland("CN");

// The calendar in memory: it plays the house.
struct Desk {
    State state;
    directory::Jurisdictions jurisdictions;
    Instant now = *Instant::from_text("2020-06-15T02:00:00Z");

    Desk() {
        jurisdictions.by_id[macao] = {};
        jurisdictions.by_id[mainland] = {};
    }
    [[nodiscard]] Decision decided(access::Role role, const LoadYear& command) const {
        const access::Grant by{.person = PersonId("ana"), .body = BodyId("dsepdr"), .side = directory::Side::macao, .roles = {{.desk = "calendar", .role = role}}};
        return decide({.calendar = state, .jurisdictions = jurisdictions, .asker = by, .now = now}, command);
    }
    std::string ask(const LoadYear& command) {
        const Decision decision = decided(access::Role::secretariat, command);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) {
            std::visit([&](const auto& one) { evolve(state, one, {}); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
        EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
        return {};
    }
};

LoadYear year_2020(const JurisdictionId& place) {
    return {.place = place,
            .year = 2020,
            .days = {{day("2020-10-01"), DayKind::holiday, "National Day"}, {day("2020-09-27"), DayKind::extra_workday, "exchanged"}},
            .official = true,
            .source = "the notice"};
}

TEST(LoadYear, RefusesInTheDocumentedOrder) {
    Desk desk;
    EXPECT_EQ(desk.ask(year_2020(mainland)), "");
    struct R {
        access::Role role;
        LoadYear command;
    };
    expect_refusals<R>({access::Role::secretariat, year_2020(macao)},
                       {{refusals::not_allowed, [](R& r) { r.role = access::Role::officer; }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::day_outside_year, [](R& r) { r.command.days[0].date = day("2021-01-01"); }},
                        {refusals::day_repeated, [](R& r) { r.command.days.push_back(r.command.days[1]); }},
                        {refusals::place_unknown, [](R& r) { r.command.place = JurisdictionId("XX"); }},
                        {refusals::official_year_stands,
                         [](R& r) {
                             r.command.place = mainland;
                             r.command.official = false;
                         }}},
                       [&](const R& r) { return desk.decided(r.role, r.command); });
}

TEST(LoadYear, ReplacesTheYearThatWasKnown) {
    Desk desk;
    LoadYear guess = year_2020(macao);
    guess.official = false;
    EXPECT_EQ(desk.ask(guess), "");
    LoadYear notice = year_2020(macao);
    notice.days.pop_back();
    EXPECT_EQ(desk.ask(notice), "");
    EXPECT_EQ(desk.state.business_days.years.at({macao, 2020}).days.size(), 1U);
    EXPECT_TRUE(desk.state.business_days.years.at({macao, 2020}).official);
    EXPECT_EQ(desk.ask(guess), "calendar.official_year_stands");
}

TEST(BusinessDays, KnowWeekendsHolidaysAndExchangedDays) {
    Desk desk;
    EXPECT_EQ(desk.ask(year_2020(mainland)), "");
    const auto worked = [&](std::string_view date) { return desk.state.business_days.is_business_day(mainland, day(date)); };
    EXPECT_EQ(worked("2020-09-25"), true);   // Friday
    EXPECT_EQ(worked("2020-09-26"), false);  // Saturday
    EXPECT_EQ(worked("2020-09-27"), true);   // Sunday, worked in exchange
    EXPECT_EQ(worked("2020-10-01"), false);  // holiday
    EXPECT_EQ(worked("2021-01-04"), std::nullopt);
}

TEST(BusinessDays, HaveNoAnswerInAYearThatWasNotLoaded) {
    Desk desk;
    EXPECT_EQ(desk.ask(year_2020(mainland)), "");
    const auto after = [&](std::string_view date, std::uint32_t n) {
        return answer(desk.state, {.places = {mainland}, .from = day(date), .days = n}, {}, desk.now);
    };
    EXPECT_EQ(after("2020-09-30", 1).date, day("2020-10-02"));
    EXPECT_TRUE(after("2020-09-30", 1).official);
    EXPECT_EQ(after("2020-12-30", 1).date, day("2020-12-31"));
    EXPECT_EQ(after("2020-12-31", 1).date, std::nullopt);
    EXPECT_FALSE(after("2020-12-31", 1).official);
}

TEST(BusinessDays, AreWorkedInEveryPlaceAtOnce) {
    Desk desk;
    EXPECT_EQ(desk.ask(year_2020(mainland)), "");
    LoadYear quiet = year_2020(macao);
    quiet.days = {{day("2020-10-02"), DayKind::holiday, "the day after"}};
    EXPECT_EQ(desk.ask(quiet), "");
    const BusinessDayAnswer both = answer(desk.state, {.places = {mainland, macao}, .from = day("2020-09-30"), .days = 1}, {}, desk.now);
    EXPECT_EQ(both.date, day("2020-10-05"));
    EXPECT_EQ(answer(desk.state, {.places = {}, .from = day("2020-09-30"), .days = 1}, {}, desk.now).date, std::nullopt);
}

TEST(CalendarInvariants, NameADayUnderAnotherYear) {
    Desk desk;
    EXPECT_EQ(desk.ask(year_2020(macao)), "");
    State wrong = desk.state;
    wrong.business_days.years.at({macao, 2020}).days[day("2021-01-01")] = {day("2021-01-01"), DayKind::holiday, ""};
    EXPECT_NE(broken_promise_anywhere(wrong), std::nullopt);
}

}  // namespace
}  // namespace ponte::calendar
