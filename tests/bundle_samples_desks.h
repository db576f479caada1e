#pragma once

// Rows of the other desks, with every case of their rules in docs/formats/bundle.md.

#include "bundle_samples.h"

namespace ponte::conference::bundle_samples {

// Two meetings and a course in 2020, one event of the year before, one that was never held; of one jurisdiction
// somebody came to two of them, of another nobody in the end.
inline void add_training(Log& log) {
    using namespace ponte::training;
    const auto gathering = [&](std::string id, EventKind kind, std::string_view from, std::string_view to, bool held) {
        const EventId event(std::move(id));
        log.record_at(log.training_desk, EventPlanned{.event = event, .kind = kind, .titles = named("t"), .place = JurisdictionId("MO"), .venue = "v",
                                                 .from = day(from), .to = day(to), .nominations_from = day("2019-01-01"), .nominations_to = day(to), .seats = 9,
                                                 .quotas = {{.jurisdiction = JurisdictionId("AO"), .reserved = 2, .most = 3}, {.jurisdiction = JurisdictionId("PT"), .reserved = 0, .most = {}}},
                                                 .days_needed = 1, .organiser = BodyId("dsf"), .side = Side::macao});
        if (held) log.record_at(log.training_desk, EventHeld{.event = event, .from = day(from), .to = day(to)});
    };
    const auto counted = [&](std::string event, std::string jurisdiction, std::uint32_t attended, std::uint32_t certified) {
        log.record_at(log.training_desk, NumbersCounted{.event = EventId(std::move(event)), .jurisdiction = JurisdictionId(std::move(jurisdiction)), .attended = attended, .certified = certified});
    };
    gathering("meeting", EventKind::meeting, "2020-05-05", "2020-05-06", true);
    gathering("themes", EventKind::theme_day, "2020-12-31", "2020-12-31", true);
    gathering("course", EventKind::course, "2019-12-20", "2020-01-10", true);
    gathering("earlier", EventKind::seminar, "2019-12-30", "2019-12-31", true);
    gathering("planned", EventKind::study_visit, "2020-06-01", "2020-06-02", false);
    counted("meeting", "AO", 1, 0);
    counted("meeting", "AO", 2, 0);
    counted("meeting", "PT", 1, 0);
    counted("course", "AO", 4, 1);
    counted("course", "AO", 4, 3);
    counted("course", "CV", 1, 0);
    counted("course", "CV", 0, 0);
    counted("themes", "TL", 1, 1);
    counted("earlier", "ST", 5, 5);
    counted("planned", "GW", 1, 0);
}

// Counts of 2020 that three or more make up and one that only two do, and one of the year after. The desk decides what is
// shown; what is said here need not be what any files make.
inline void add_origin(Log& log) {
    using ponte::origin::Counted;
    const auto counted = [&](Counted what, std::uint16_t year, std::uint32_t count, std::uint32_t traders) {
        log.record_at(log.origin_desk, ponte::origin::NumbersCounted{.what = what, .year = year, .count = count, .traders = traders});
    };
    for (const std::uint32_t count : {1U, 2U, 3U, 4U}) counted(Counted::certificates_issued, 2020, count, count);
    counted(Counted::certificates_issued, 2020, 5, 4);
    counted(Counted::certificates_used, 2020, 3, 3);
    counted(Counted::certificates_cancelled, 2020, 40, 2);
    counted(Counted::suppliers_cancelled, 2020, 70000, 65536);
    counted(Counted::certificates_issued, 2021, 9, 7);
}

}  // namespace ponte::conference::bundle_samples
