#include "desks/stay/queries_itinerary.h"

#include "desks/stay/desk_sample.h"
#include "desks/stay/rules.h"

#include <gtest/gtest.h>
#include <set>

namespace ponte::stay {
namespace {

using namespace sample;

Stay stay(std::string_view to, std::string_view from_day, std::string_view to_day) { return {.place = place(to), .from = day(from_day), .to = day(to_day)}; }

ItineraryAnswer journey(const Desk& desk, std::string_view of, std::vector<Stay> stays) {
    return answer(desk.looking(), ItineraryQuery{.documents = {passport(of)}, .stays = std::move(stays), .on = {}});
}

std::vector<std::string> codes(const ItineraryAnswer& found) {
    std::vector<std::string> all;
    for (const StayRefused& one : found.refused) all.push_back(one.code + " " + one.place);
    return all;
}

TEST(Itinerary, RefusesWhatCannotBeAJourney) {
    const Desk desk = furnished();
    using Codes = std::vector<std::string>;
    EXPECT_EQ(codes(journey(desk, "MO", {})), (Codes{"stay.stays_missing /stays"}));
    EXPECT_EQ(codes(answer(desk.looking(), ItineraryQuery{.documents = {}, .stays = {stay("PT", "2026-01-01", "2026-01-02")}, .on = {}})), (Codes{"stay.document_missing /documents"}));
    EXPECT_EQ(codes(journey(desk, "XX", {stay("PT", "2026-01-01", "2026-01-02")})), (Codes{"stay.place_unknown /documents/0/of"}));
    EXPECT_EQ(codes(journey(desk, "MO", {stay("XX", "2026-01-01", "2026-01-02")})), (Codes{"stay.place_unknown /stays/0/place"}));
    EXPECT_EQ(codes(journey(desk, "MO", {stay("PT", "2026-01-03", "2026-01-02")})), (Codes{"stay.stay_backwards /stays/0/to"}));
    EXPECT_EQ(codes(journey(desk, "MO", {stay("PT", "2026-01-01", "2046-01-02")})), (Codes{"stay.stay_too_long /stays/0/to"}));
    Stay impossible = stay("PT", "2026-01-01", "2026-01-02");
    impossible.from = Date{-99'999'999};
    EXPECT_EQ(codes(journey(desk, "MO", {impossible})).front(), "stay.date_impossible /stays/0/from");
    EXPECT_EQ(codes(journey(desk, "MO", std::vector<Stay>(rules::stays_max + 1, stay("PT", "2026-01-01", "2026-01-01")))), (Codes{"stay.too_many_stays /stays"}));
    EXPECT_EQ(codes(journey(desk, "MO", {stay("PT", "2026-01-01", "2026-01-10"), stay("TH", "2026-01-09", "2026-01-12")})), (Codes{"stay.stays_contradict /stays/1/from"}));
    EXPECT_EQ(codes(journey(desk, "MO", {stay("TH", "2026-01-10", "2026-01-12"), stay("PT", "2026-01-01", "2026-01-10")})), Codes{}) << "the day of travel, in any order";
    EXPECT_EQ(answer(desk.looking(), TripQuery{.stays = {stay("PT", "2026-01-01", "2026-01-02")}, .set = "eu"}).refused.at(0).code, "stay.set_unknown");
}

TEST(Itinerary, CountsTheDaysOfAZoneTogether) {
    const Desk desk = furnished();
    const ItineraryAnswer found = journey(desk, "MO", {stay("PT", "2026-01-01", "2026-02-14"), stay("ES", "2026-02-14", "2026-04-01")});
    EXPECT_EQ(found.lawful, Answer::no);
    EXPECT_EQ(found.first_bad, day("2026-04-01")) << "the day of travel counts once, so the 91st day is the first of April";
    ASSERT_EQ(found.counts.size(), 1U);
    EXPECT_EQ(found.counts[0].longest_entry, 91U);
    EXPECT_EQ(found.stays[1].latest_exit, day("2026-03-31"));
}

// A table knows of days in one member only; the zone's own window stops the sum all the same.
TEST(Itinerary, HoldsTheZonesWindowAgainstWhoeverATableAdmits) {
    const Desk desk = furnished();
    EXPECT_EQ(journey(desk, "US", {stay("PT", "2026-01-01", "2026-03-01"), stay("ES", "2026-03-10", "2026-05-01")}).lawful, Answer::no);
    EXPECT_EQ(journey(desk, "US", {stay("PT", "2026-01-01", "2026-02-01"), stay("ES", "2026-03-10", "2026-05-01")}).lawful, Answer::yes);
}

TEST(Itinerary, ComesOverToAnotherMemberOnTheSameDayOrTheNext) {
    const Desk desk = furnished();
    const auto longest = [&](std::string_view second) { return journey(desk, "MO", {stay("PT", "2026-01-01", "2026-02-14"), stay("ES", second, "2026-03-10")}).counts.at(0).longest_entry; };
    EXPECT_EQ(longest("2026-02-14"), 69U);
    EXPECT_EQ(longest("2026-02-15"), 69U);
    EXPECT_EQ(longest("2026-02-16"), 45U) << "a day outside makes two entries";
}

TEST(Itinerary, CountsAnEntrySoonAfterTheLastExitUpToTheLastDayOfItsSpan) {
    Desk desk = furnished();
    desk.enact(rule("THA-MAC", passport("TH"), "MO", {{.kind = WindowKind::since_last_exit, .span = 30, .steps = {7, 2}}}, from("2020-01-01")));
    const auto second = [&](std::string_view from_day, std::string_view to_day) { return journey(desk, "TH", {stay("MO", "2026-01-01", "2026-01-05"), stay("MO", from_day, to_day)}); };
    EXPECT_EQ(second("2026-02-04", "2026-02-05").lawful, Answer::yes);
    const ItineraryAnswer soon = second("2026-02-04", "2026-02-06");
    EXPECT_EQ(soon.lawful, Answer::no) << "the thirtieth day after leaving is still soon, and then two days are given";
    EXPECT_EQ(soon.first_bad, day("2026-02-06"));
    EXPECT_EQ(second("2026-02-05", "2026-02-11").lawful, Answer::yes);
}

TEST(Itinerary, BeginsTheCalendarYearAgain) {
    const Desk desk = furnished();
    std::vector<Stay> stays{stay("BY", "2026-09-01", "2026-09-30"), stay("BY", "2026-10-10", "2026-11-08"), stay("BY", "2026-11-20", "2026-12-19"), stay("BY", "2026-12-25", "2027-01-20")};
    const ItineraryAnswer found = journey(desk, "MO", stays);
    EXPECT_EQ(found.first_bad, day("2026-12-25")) << "ninety days are used";
    EXPECT_EQ(found.stays[3].may_enter_from, day("2027-01-01"));
    stays[3].from = day("2027-01-01");
    EXPECT_EQ(journey(desk, "MO", stays).lawful, Answer::yes);
}

TEST(Itinerary, LeavesAnUnsaidYearUnknownWhereItsReadingsDiffer) {
    Desk desk = furnished();
    desk.enact(rule("MAC-KAZ", passport("MO"), "KZ", {a_year(WindowKind::year, 100)}, from("2020-01-01")));
    EXPECT_EQ(journey(desk, "MO", {stay("KZ", "2026-01-01", "2026-04-10")}).lawful, Answer::yes);
    EXPECT_EQ(journey(desk, "MO", {stay("KZ", "2026-01-01", "2026-04-11")}).lawful, Answer::no);
    const ItineraryAnswer across = journey(desk, "MO", {stay("KZ", "2026-11-01", "2027-02-28")});
    EXPECT_EQ(across.lawful, Answer::unknown) << "120 days, of which neither calendar year has more than 61";
    EXPECT_EQ(across.first_bad, day("2027-02-09"));
}

TEST(Itinerary, DoesNotCountDaysUnderAVisa) {
    const Desk desk = furnished();
    Stay studies = stay("PT", "2026-01-01", "2026-05-31");
    studies.visa_held = true;
    EXPECT_EQ(journey(desk, "MO", {studies, stay("ES", "2026-06-01", "2026-08-20")}).lawful, Answer::yes);
    studies.visa_held = false;
    EXPECT_EQ(journey(desk, "MO", {studies, stay("ES", "2026-06-01", "2026-08-20")}).lawful, Answer::no);
}

TEST(Itinerary, IsUnknownWhereTheDaysAreNot) {
    const Desk desk = furnished();
    const ItineraryAnswer thai = journey(desk, "US", {stay("TH", "2026-01-01", "2026-01-05")});
    EXPECT_EQ(thai.lawful, Answer::unknown);
    EXPECT_EQ(thai.stays[0].obstacle, Obstacle::days_unknown);
    EXPECT_EQ(journey(desk, "US", {stay("KZ", "2026-01-01", "2026-01-05")}).stays[0].obstacle, Obstacle::no_way_known);
    EXPECT_EQ(journey(desk, "US", {stay("CN", "2026-01-01", "2026-01-05")}).stays[0].obstacle, Obstacle::needs_visa);
}

TEST(Itinerary, GoesByTheRulesOfOneDayWhereAsked) {
    Desk desk = furnished();
    Rule waiver = rule("USA-CHN", passport("US"), "CN", {per_entry(30)}, {.from = period("2026-02-17"), .to = period("2026-12-31")});
    desk.enact(waiver);
    ItineraryQuery query{.documents = {passport("US")}, .stays = {stay("CN", "2027-03-01", "2027-03-10")}, .on = {}};
    EXPECT_EQ(answer(desk.looking(), query).lawful, Answer::no) << "by then it has ended";
    query.on = day("2026-03-01");
    EXPECT_EQ(answer(desk.looking(), query).lawful, Answer::yes) << "if today's rules stood";
    query.on = day("2026-02-16");
    EXPECT_EQ(answer(desk.looking(), query).lawful, Answer::no) << "a rule of later is not known to that day";
}

// The days of one zone in a naive way: a set of days, and each window counted over it from the beginning.
bool naively_lawful(const std::vector<Stay>& stays) {
    std::set<std::int32_t> days;
    for (const Stay& one : stays) {
        if (one.to.day - one.from.day >= 30) return false;
        for (std::int32_t d = one.from.day; d <= one.to.day; ++d) days.insert(d);
    }
    for (const std::int32_t last : days) {
        std::int32_t counted = 0;
        for (const std::int32_t d : days) counted += d > last - 180 && d <= last ? 1 : 0;
        if (counted > 90) return false;
    }
    return true;
}

class Numbers {
public:
    std::uint32_t below(std::uint32_t bound) {
        state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return static_cast<std::uint32_t>(state_ >> 33U) % bound;
    }

private:
    std::uint64_t state_ = 20'261'123;
};

std::vector<Stay> some_stays(Numbers& numbers, std::string_view to) {
    std::vector<Stay> stays;
    Date at = day("2026-01-01");
    for (std::uint32_t n = 1 + numbers.below(7); n > 0; --n) {
        const Date from_day = at.plus_days(static_cast<int>(numbers.below(40)));
        const Date to_day = from_day.plus_days(static_cast<int>(numbers.below(33)));
        stays.push_back({.place = place(to), .from = from_day, .to = to_day});
        at = to_day.plus_days(1);
    }
    return stays;
}

TEST(ItineraryProperty, AgreesWithANaiveCountOfDays) {
    const Desk desk = furnished();
    Numbers numbers;
    int lawful = 0;
    for (int i = 0; i < 400; ++i) {
        const std::vector<Stay> stays = some_stays(numbers, "CN");
        const bool expected = naively_lawful(stays);
        lawful += expected ? 1 : 0;
        EXPECT_EQ(journey(desk, "KZ", stays).lawful, expected ? Answer::yes : Answer::no) << i;
    }
    EXPECT_GT(lawful, 40);
    EXPECT_LT(lawful, 360);
}

TEST(ItineraryProperty, ADayAddedToAStayNeverMakesItLawful) {
    Desk desk = furnished();
    Rule counted = rule("THA-MAC", passport("TH"), "MO", {{.kind = WindowKind::since_last_exit, .span = 30, .steps = {7, 2}}}, from("2020-01-01"));
    desk.enact(counted);
    desk.enact(rule("MAC-KAZ", passport("MO"), "KZ", {per_entry(28), a_year(WindowKind::year, 100)}, from("2020-01-01")));
    const auto rank = [](Answer answer) { return answer == Answer::yes ? 2 : answer == Answer::unknown ? 1 : 0; };
    Numbers numbers;
    for (const auto& [of, to] : std::vector<std::pair<std::string_view, std::string_view>>{{"KZ", "CN"}, {"MO", "BY"}, {"MO", "KZ"}, {"TH", "MO"}, {"MO", "PT"}, {"US", "ES"}}) {
        for (int i = 0; i < 120; ++i) {
            std::vector<Stay> stays = some_stays(numbers, to);
            const int before = rank(journey(desk, of, stays).lawful);
            Stay& longer = stays[numbers.below(static_cast<std::uint32_t>(stays.size()))];
            numbers.below(2) == 0 ? longer.to = longer.to.plus_days(1) : longer.from = longer.from.plus_days(-1);
            const ItineraryAnswer after = journey(desk, of, stays);
            if (!after.refused.empty()) continue;
            EXPECT_LE(rank(after.lawful), before) << of << " to " << to << ", " << i;
        }
    }
}

TEST(ItineraryProperty, TheLatestExitIsLawfulAndTheDayAfterIsNot) {
    const Desk desk = furnished();
    Numbers numbers;
    for (const auto& [of, to] : std::vector<std::pair<std::string_view, std::string_view>>{{"KZ", "CN"}, {"MO", "BY"}, {"MO", "PT"}}) {
        for (int i = 0; i < 100; ++i) {
            std::vector<Stay> stays = some_stays(numbers, to);
            const StayVerdict last = journey(desk, of, stays).stays.back();
            if (!last.latest_exit) {
                EXPECT_EQ(last.first_bad, last.from);
                continue;
            }
            stays.back().to = *last.latest_exit;
            EXPECT_EQ(journey(desk, of, stays).stays.back().lawful, Answer::yes);
            stays.back().to = last.latest_exit->plus_days(1);
            EXPECT_EQ(journey(desk, of, stays).stays.back().lawful, Answer::no);
        }
    }
}

}  // namespace
}  // namespace ponte::stay
