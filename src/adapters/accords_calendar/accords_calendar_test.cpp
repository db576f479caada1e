#include "adapters/accords_calendar/accords_calendar.h"

#include <gtest/gtest.h>

namespace ponte::accords_calendar {
namespace {

accords::DueRow row(accords::DueKind kind, std::string_view date, bool overdue = false) {
    return {.kind = kind,
            .date = *Date::from_text(date),
            .overdue = overdue,
            .instrument = accords::InstrumentId("tie.tl.dili"),
            .instrument_kind = accords::InstrumentKind::friendship,
            .names = {.zh_hant = "帝力", .zh_hans = {}, .pt = "Díli", .en = {}},
            .party = {},
            .activity = {},
            .body = BodyId("dsaj"),
            .changed = *Instant::from_text("2024-10-08T01:00:00Z")};
}

accords::DueAnswer every_kind() {
    accords::DueAnswer due{.on = *Date::from_text("2026-06-01"), .until = *Date::from_text("2030-01-01"), .rows = {}};
    for_each_enumerator<accords::DueKind>([&](std::string_view, accords::DueKind kind) { due.rows.push_back(row(kind, "2029-09-26")); });
    return due;
}

TEST(AccordsCalendar, GivesEachDayOneEventInEachLanguage) {
    for (const Language language : languages) {
        const ics::Feed feed = feed_of(every_kind(), {.origin = "here.example/log", .language = language});
        ASSERT_EQ(feed.events.size(), every_kind().rows.size());
        for (const ics::Event& event : feed.events) EXPECT_EQ(event.summary.find('['), std::string::npos) << event.summary;
        const auto text = ics::render(feed);
        ASSERT_TRUE(text.has_value()) << text.error().kind.code;
        EXPECT_NE(text->find("DTSTART;VALUE=DATE:20290926"), std::string::npos);
    }
}

TEST(AccordsCalendar, TakesANameThatIsMissingFromTheNextLanguage) {
    const auto summary = [](Language language) { return feed_of(every_kind(), {.origin = "here.example/log", .language = language}).events[6].summary; };
    EXPECT_EQ(summary(Language::pt), "Díli: último dia de vigência");
    EXPECT_EQ(summary(Language::en), "帝力: last day of its term");
}

TEST(AccordsCalendar, KeepsTheNameOfADayThatMoves) {
    accords::DueAnswer due = every_kind();
    due.rows = {row(accords::DueKind::force, "2026-06-19")};
    const ics::Feed before = feed_of(due, {.origin = "here.example/log"});
    due.rows[0].date = *Date::from_text("2026-06-20");
    const ics::Feed after = feed_of(due, {.origin = "here.example/log"});
    EXPECT_EQ(before.events[0].uid, after.events[0].uid);
    EXPECT_NE(before.events[0].when, after.events[0].when);
    EXPECT_FALSE(before.events[0].alarm_days.empty());
    // An alarm for what is past would ring at once in every program.
    due.rows = {row(accords::DueKind::force_record, "2026-01-19", true)};
    EXPECT_TRUE(feed_of(due, {.origin = "here.example/log"}).events[0].alarm_days.empty());
    EXPECT_EQ(feed_of(due, {.origin = "here.example/log"}).events[0].description, "Overdue since 2026-01-19.");
}

}  // namespace
}  // namespace ponte::accords_calendar
