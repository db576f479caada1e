#include "desks/conference/queries_figures.h"
#include "desks/conference/desk_sample.h"

namespace ponte::conference {
namespace {

using namespace sample;

const access::Sight auditor{.body = {}, .side = {}, .auditor = true};

Reading read(const Desk& desk, std::string_view as_at = "2020-12-31", const access::Sight& reader = auditor,
             const std::string& id = "m1.total") {
    // A Reading points into the state, not into the Seen.
    return read_indicator(Seen(known_of(desk.state), reader), desk.state.indicators.at(IndicatorId(id)).definition, day(as_at));
}

Desk desk_with(const DefineIndicator& definition) {
    Desk desk;
    desk.done(secretariat(), plan_2020());
    desk.done(secretariat(), definition);
    desk.now = instant("2023-06-30T09:00:00Z");
    return desk;
}

// From 100 on 2019-12-31 to 200 on 2020-12-31: 150 on 2020-07-01, 183 of 366 days on. Tolerance 10 %.
DefineIndicator with_trajectory(Better better) {
    DefineIndicator definition = indicator();
    definition.kind = Kind::stock;
    definition.better = better;
    definition.trajectory = {{day("2019-12-31"), number("100")}, {day("2020-12-31"), number("200")}};
    if (better == Better::less) std::swap(definition.trajectory[0].value, definition.trajectory[1].value);
    return definition;
}

Status status_with(const DefineIndicator& definition, std::string_view value, std::string_view when = "2020-07-01",
                   std::string_view as_at = "2020-07-01") {
    Desk desk = desk_with(definition);
    desk.done(officer(), observation("as told", value, when));
    return read(desk, as_at).status;
}

TEST(ExpectedOn, IsStraightBetweenThePointsAndFlatOutside) {
    Desk desk = desk_with(with_trajectory(Better::more));
    const IndicatorDefined& definition = desk.state.indicators.at(IndicatorId("m1.total")).definition;
    const auto on = [&](std::string_view date) { return expected_on(definition, day(date))->to_text(); };
    EXPECT_EQ(on("2018-01-01"), "100.00");
    EXPECT_EQ(on("2019-12-31"), "100.00");
    EXPECT_EQ(on("2020-07-01"), "150.00");
    EXPECT_EQ(on("2020-01-01"), "100.27");  // 100 / 366 = 0.2732...
    EXPECT_EQ(on("2020-12-30"), "199.73");
    EXPECT_EQ(on("2020-12-31"), "200.00");
    EXPECT_EQ(on("2021-12-31"), "200.00");
    IndicatorDefined none = definition;
    none.trajectory.clear();
    EXPECT_EQ(expected_on(none, day("2020-07-01")), std::nullopt);
}

TEST(Status, FollowsTheTrajectoryToTheEdgeOfTheTolerance) {
    const DefineIndicator more = with_trajectory(Better::more);
    EXPECT_EQ(status_with(more, "134.99"), Status::behind);
    EXPECT_EQ(status_with(more, "135"), Status::on_course);
    EXPECT_EQ(status_with(more, "165"), Status::on_course);
    EXPECT_EQ(status_with(more, "165.01"), Status::ahead);
    EXPECT_EQ(status_with(more, "199.99"), Status::ahead);
    EXPECT_EQ(status_with(more, "200"), Status::done);
}

TEST(Status, TurnsRoundWhereLessIsBetter) {
    const DefineIndicator less = with_trajectory(Better::less);
    EXPECT_EQ(status_with(less, "165.01"), Status::behind);
    EXPECT_EQ(status_with(less, "165"), Status::on_course);
    EXPECT_EQ(status_with(less, "135"), Status::on_course);
    EXPECT_EQ(status_with(less, "134.99"), Status::ahead);
    EXPECT_EQ(status_with(less, "100"), Status::done);
}

TEST(Status, IsBehindTheDayAfterTheLastTargetWasMissed) {
    const DefineIndicator more = with_trajectory(Better::more);
    EXPECT_EQ(status_with(more, "199", "2020-12-31", "2020-12-31"), Status::on_course);
    EXPECT_EQ(status_with(more, "199", "2020-12-31", "2021-01-01"), Status::behind);
    EXPECT_EQ(status_with(more, "200", "2020-12-31", "2021-01-01"), Status::done);
}

TEST(Status, SaysNoTargetWhereNoneWasSet) {
    EXPECT_EQ(status_with(indicator(), "5"), Status::no_target);
    EXPECT_EQ(status_with(with_trajectory(Better::none), "500"), Status::no_target);
}

TEST(Status, DoesNotComputeWithPointsThatAreTooLarge) {
    DefineIndicator huge = with_trajectory(Better::more);
    huge.trajectory[0].value = Decimal{INT64_MIN, 0};
    huge.trajectory[1].value = Decimal{INT64_MAX, 0};
    EXPECT_EQ(status_with(huge, "5"), Status::no_target);
}

TEST(Status, IsNoEvidenceWithoutAPaperAndNeverNought) {
    Desk desk = desk_with(with_trajectory(Better::more));
    const Reading reading = read(desk);
    EXPECT_EQ(reading.status, Status::no_evidence);
    EXPECT_FALSE(reading.now.any);
    EXPECT_EQ(shown(*reading.definition, reading.now), "");
}

TEST(Status, ChangesWithTheDayOnWhichThePaperBeginsToCount) {
    Desk desk = desk_with(indicator());
    desk.done(officer(), observation("as told", "5", "2020-06"));
    EXPECT_EQ(read(desk, "2020-06-29").status, Status::no_evidence);
    EXPECT_EQ(read(desk, "2020-06-30").status, Status::no_target);
}

TEST(Latest, ShowsTheLastPeriodAndTheOneBeforeItBegan) {
    Desk desk = desk_with(indicator());
    desk.done(officer(), observation("a", "1", "2019"));
    desk.done(officer(), observation("b", "2", "2020-Q1"));
    desk.done(officer(), observation("c", "3", "2020-H1"));
    const Reading reading = read(desk);
    EXPECT_EQ(reading.now.period, period("2020-H1"));
    EXPECT_EQ(reading.now.value, number("3"));
    EXPECT_EQ(reading.before.period, period("2019"));  // The first quarter lies inside the half year.
    EXPECT_EQ(shown(*reading.definition, reading.now), "3.00");
}

TEST(Latest, TakesTheLongestOfThePeriodsThatEndTogether) {
    Desk desk = desk_with(indicator());
    desk.done(officer(), observation("a", "4", "2020-Q4"));
    desk.done(officer(), observation("b", "10", "2020"));
    EXPECT_EQ(read(desk).now.value, number("10"));
}

// Two papers of one period that differ.
struct Contradiction {
    Desk desk = desk_with(with_trajectory(Better::more));
    ItemId first = desk.recorded(officer("amcm"), observation("three", "3.5", "2020-06-30"));
    ItemId second = desk.recorded(officer("dsedt"), observation("two", "2.25", "2020-06-30"));

    Contradiction() {
        desk.taken_to(first, Stage::released);
        desk.taken_to(second, Stage::released);
    }
};

TEST(Contradictions, KeepBothPapersAndShowBothValues) {
    const Contradiction c;
    const Reading reading = read(c.desk);
    EXPECT_EQ(reading.status, Status::contradictory);
    EXPECT_EQ(reading.papers, 2U);
    EXPECT_EQ(reading.now.value, std::nullopt);
    EXPECT_EQ(reading.now.entries.size(), 2U);
    EXPECT_EQ(shown(*reading.definition, reading.now), "2.25 / 3.50");
}

TEST(Contradictions, AreDecidedByAcceptanceAndTheOtherPaperStays) {
    Contradiction c;
    c.desk.done(verifier("pboc"), VerifyItem{c.second, Verdict::accepted, ""});
    const Reading reading = read(c.desk);
    EXPECT_EQ(reading.now.value, number("2.25"));
    EXPECT_EQ(reading.papers, 2U);
    EXPECT_EQ(reading.accepted, 1U);
    EXPECT_EQ(reading.now.entries.size(), 1U);
    c.desk.done(verifier("pboc"), VerifyItem{c.first, Verdict::accepted, ""});
    EXPECT_EQ(read(c.desk).status, Status::contradictory);  // Both accepted: nobody decided.
}

TEST(Contradictions, EndWhenOnePaperIsRefusedOrWithdrawn) {
    Contradiction refused;
    refused.desk.done(verifier("pboc"), VerifyItem{refused.first, Verdict::refused, "another definition"});
    EXPECT_EQ(read(refused.desk).now.value, number("2.25"));
    Contradiction withdrawn;
    withdrawn.desk.done(officer("amcm"), WithdrawItem{withdrawn.first, "a slip", {}});
    EXPECT_EQ(read(withdrawn.desk).now.value, number("2.25"));
    EXPECT_EQ(read(withdrawn.desk).papers, 1U);
}

TEST(Contradictions, AreNoneWhereTheSameNumberIsWrittenTwice) {
    Desk desk = desk_with(indicator());
    desk.done(officer("amcm"), observation("a", "1.5", "2020"));
    desk.done(officer("dsedt"), observation("b", "1.50", "2020"));
    EXPECT_EQ(read(desk).now.value, number("1.5"));
    EXPECT_EQ(read(desk).now.entries.size(), 2U);
}

TEST(Sums, CountNoPeriodTwice) {
    DefineIndicator definition = indicator();
    definition.fold = Fold::sum;
    Desk desk = desk_with(definition);
    desk.done(officer(), observation("a", "10", "2020-Q1"));
    desk.done(officer(), observation("b", "20", "2020-Q2"));
    EXPECT_EQ(read(desk).now.value, number("30"));
    desk.done(officer(), observation("c", "35", "2020-H1"));  // The half year stands for both quarters.
    EXPECT_EQ(read(desk).now.value, number("35"));
    desk.done(officer(), observation("d", "5", "2020-Q3"));
    const Reading reading = read(desk);
    EXPECT_EQ(reading.now.value, number("40"));
    EXPECT_EQ(reading.now.period, (Period{day("2020-01-01"), day("2020-09-30")}));
    EXPECT_EQ(reading.now.entries.size(), 2U);
    desk.done(officer(), observation("e", "7", "2019"));
    EXPECT_EQ(read(desk).before.value, number("7"));
    EXPECT_EQ(read(desk, "2021-01-01").before.value, number("40"));
    EXPECT_FALSE(read(desk, "2021-01-01").now.any);
}

TEST(Sums, AreContradictoryAsSoonAsOnePeriodIs) {
    DefineIndicator definition = indicator();
    definition.fold = Fold::sum;
    Desk desk = desk_with(definition);
    desk.done(officer("amcm"), observation("a", "10", "2020-Q1"));
    desk.done(officer("dsedt"), observation("b", "11", "2020-Q1"));
    desk.done(officer("amcm"), observation("c", "20", "2020-Q2"));
    EXPECT_EQ(read(desk).status, Status::contradictory);
    EXPECT_EQ(read(desk).now.value, std::nullopt);
}

TEST(Sums, HaveNoValueWhenTheyOutgrowTheNumber) {
    DefineIndicator definition = indicator();
    definition.fold = Fold::sum;
    Desk desk = desk_with(definition);
    desk.done(officer(), observation("a", "9000000000000000000", "2020-Q1"));
    desk.done(officer(), observation("b", "9000000000000000000", "2020-Q2"));
    EXPECT_EQ(read(desk).now.value, std::nullopt);
}

TEST(Counts, CountThePapersOfTheYear) {
    DefineIndicator definition = indicator();
    definition.fold = Fold::count;
    definition.kind = Kind::stock;
    Desk desk = desk_with(definition);
    desk.done(officer(), observation("a", "1", "2019-12-31"));
    desk.done(officer(), observation("b", "1", "2020-01-01"));
    desk.done(officer(), observation("c", "1", "2020-12-31"));
    EXPECT_EQ(read(desk).now.value, number("2"));
    EXPECT_EQ(read(desk).before.value, number("1"));
    EXPECT_EQ(read(desk, "2020-12-30").now.value, number("1"));
    EXPECT_EQ(read(desk).now.period, period("2020"));
}

TEST(Badges, AreTheWeakestOfThePapers) {
    Desk desk = desk_with(indicator());
    desk.done(officer("amcm"), observation("a", "1", "2020"));
    RecordObservation simulated = observation("b", "1", "2020");
    simulated.badge = Badge::simulated;
    desk.done(officer("dsedt"), simulated);
    EXPECT_EQ(read(desk).now.badge, Badge::simulated);
}

TEST(ChangedSinceAccepted, IsAPeriodInWhichSomethingHappenedAfterTheAcceptance) {
    Desk desk = desk_with(indicator());
    const ItemId first = desk.recorded(officer("amcm"), observation("a", "1", "2020"));
    desk.taken_to(first, Stage::released);
    desk.done(verifier("pboc"), VerifyItem{first, Verdict::accepted, ""});
    EXPECT_EQ(read(desk).changed_since_accepted, 0U);
    desk.done(officer("amcm"), observation("b", "9", "2019"));  // Another period: nothing changed in this one.
    EXPECT_EQ(read(desk).changed_since_accepted, 0U);
    const ItemId later = desk.recorded(officer("dsedt"), observation("c", "2", "2020"));
    EXPECT_EQ(read(desk).changed_since_accepted, 1U);
    desk.taken_to(later, Stage::released);
    desk.done(verifier("pboc"), VerifyItem{later, Verdict::accepted, ""});  // Looked at again.
    EXPECT_EQ(read(desk).changed_since_accepted, 0U);
    desk.done(officer("dsedt"), WithdrawItem{later, "a slip", {}});
    EXPECT_EQ(read(desk).changed_since_accepted, 1U);
}

TEST(Readings, RestOnlyOnWhatTheReaderMaySee) {
    Desk desk = desk_with(indicator());
    const ItemId item = desk.recorded(officer("amcm"), observation("a", "1", "2020"));
    EXPECT_TRUE(read(desk, "2020-12-31", sight("amcm")).now.any);
    EXPECT_FALSE(read(desk, "2020-12-31", sight("dsedt")).now.any);
    desk.taken_to(item, Stage::signed_off);
    EXPECT_TRUE(read(desk, "2020-12-31", sight("dsedt")).now.any);
    EXPECT_FALSE(read(desk, "2020-12-31", sight("pboc")).now.any);
    desk.done(secretariat(), MoveItem{item, Stage::released});
    EXPECT_TRUE(read(desk, "2020-12-31", sight("pboc")).now.any);
    EXPECT_FALSE(read(desk, "2020-12-31", sight_of(Audience::everyone)).now.any);
}

void hold(Desk& desk, std::uint16_t n, std::string_view on) {
    desk.done(secretariat(), RecordSession{.number = n, .on = day(on), .source = "https://example.org/meeting"});
}

YearDuties duties(const Desk& desk, std::string_view as_at, std::uint16_t plan_year = 2020) {
    return year_duties(Seen(known_of(desk.state), auditor), plan_year, day(as_at));
}

std::string states(const YearDuties& all) {
    std::string text;
    for (const YearDuty& one : all.years) text += std::to_string(one.year) + ":" + std::string(name_of(one.state)) + " ";
    return text;
}

TEST(YearDuties, AreDueUntilTheYearIsOver) {
    Desk desk = desk_with(indicator());
    EXPECT_EQ(states(duties(desk, "2020-12-31")), "2020:due ");
    EXPECT_EQ(states(duties(desk, "2021-01-01")), "2020:not_evidenced 2021:due ");
}

TEST(YearDuties, AreMetByAMeetingOnTheLastDayAndNotByOneOnTheNext) {
    Desk on_time = desk_with(indicator());
    hold(on_time, 1, "2020-12-31");
    EXPECT_EQ(states(duties(on_time, "2020-12-30")), "2020:due ");
    EXPECT_EQ(states(duties(on_time, "2020-12-31")), "2020:met ");
    Desk late = desk_with(indicator());
    hold(late, 1, "2021-01-01");
    EXPECT_EQ(states(duties(late, "2021-01-01")), "2020:not_evidenced 2021:met ");
}

TEST(YearDuties, AreNotMetOnlyWhereSomebodyStatesIt) {
    Desk desk = desk_with(indicator());
    desk.done(secretariat(), RecordYearWithoutSession{.year = 2020, .reason = "none was called", .source = "minutes"});
    const YearDuties all = duties(desk, "2021-06-30");
    EXPECT_EQ(states(all), "2020:not_met 2021:due ");
    EXPECT_EQ(all.unmet_at_least, 0U);
}

// Facts, T17: no. 1 on 2018-12-06, no. 3 on 2021-12-28, one between whose date nobody published.
TEST(YearDuties, SayThatAtLeastOneOfTwoYearsHadNoMeeting) {
    Desk desk = desk_with(indicator());
    hold(desk, 1, "2018-12-06");
    hold(desk, 3, "2021-12-28");
    desk.done(secretariat(), RecordSession{.number = 2,
                                           .not_before = day("2018-12-07"),
                                           .not_after = day("2021-12-27"),
                                           .source = "https://example.org/meeting"});
    const YearDuties all = duties(desk, "2022-06-30");
    EXPECT_EQ(states(all), "2018:met 2019:not_evidenced 2020:not_evidenced 2021:met 2022:due ");
    EXPECT_EQ(all.unmet_at_least, 1U);
    EXPECT_EQ(all.among, (std::vector<std::uint16_t>{2019, 2020}));
}

// Whose day nobody published, and which lies in that year all the same.
TEST(YearDuties, AreMetByAMeetingWhoseWholeSpanLiesInTheYear) {
    Desk desk = desk_with(indicator());
    const auto within = [&](std::uint16_t n, std::string_view from, std::string_view to) {
        desk.done(secretariat(), RecordSession{.number = n, .not_before = day(from), .not_after = day(to), .source = "s"});
    };
    within(1, "2018-01-01", "2018-12-31");
    within(2, "2018-12-31", "2019-01-01");
    const YearDuties all = duties(desk, "2020-06-30");
    EXPECT_EQ(states(all), "2018:met 2019:not_evidenced 2020:due ");
    EXPECT_EQ(all.years[0].sessions, (std::vector<std::uint16_t>{1}));
    EXPECT_EQ(all.unmet_at_least, 0U);  // Number 2 may have been in 2019.
    EXPECT_EQ(states(duties(desk, "2018-12-30")), "2018:due ");
}

TEST(DutyToMeet, IsTheClauseThatOwesANumberOfMeetings) {
    MeasureStated measure{.duties = {"sum up the progress", "hold at least one regular meeting this year"}, .owed_numbers = {{"at least one", 1}}};
    EXPECT_EQ(duty_to_meet(measure), 2);
    measure.duties = {"train at least one person", "hold a meeting"};
    EXPECT_EQ(duty_to_meet(measure), 0);
    measure = {.duties = {"今年至少召開一次聯席會議", "總結"}, .owed_numbers = {{"至少召開一次", 1}}};
    EXPECT_EQ(duty_to_meet(measure), 1);
    measure = {.duties = {"realizar pelo menos uma reunião ordinária"}, .owed_numbers = {{"pelo menos uma", 1}}};
    EXPECT_EQ(duty_to_meet(measure), 1);
}

TEST(YearDuties, LetEachFloatingMeetingCoverOneYearThatItCanReach) {
    Desk desk = desk_with(indicator());
    hold(desk, 1, "2017-12-06");
    const auto floating = [&](std::uint16_t n, std::string_view from, std::string_view to) {
        desk.done(secretariat(), RecordSession{.number = n, .not_before = day(from), .not_after = day(to), .source = "s"});
    };
    floating(2, "2018-01-01", "2020-12-31");
    floating(3, "2018-01-01", "2018-12-31");  // Only 2018: so number 2 must take 2019 or 2020.
    EXPECT_EQ(duties(desk, "2021-06-30").unmet_at_least, 1U);
    floating(4, "2020-01-01", "2020-12-31");
    EXPECT_EQ(duties(desk, "2021-06-30").unmet_at_least, 0U);
}

}  // namespace
}  // namespace ponte::conference
