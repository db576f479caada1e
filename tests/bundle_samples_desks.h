#pragma once

// Rows of the other desks, with every case of their rules in docs/formats/bundle.md.

#include "bundle_samples.h"

namespace ponte::conference::bundle_samples {

// Two meetings and a course in 2020, one event of the year before, one that was never held; of one jurisdiction
// somebody came to two of them, of another nobody in the end.
inline void add_training(Log& log) {
    using training::EventHeld;
    using training::EventId;
    using training::EventKind;
    using training::EventPlanned;
    using training::NumbersCounted;
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

// A tie of Macao in force with three activities, one that ended a year earlier, one of others; a treaty under way,
// one whose force is only contradicted, and one that is a secret of its side.
inline void add_accords(Log& log) {
    using accords::ActivityHeld;
    using accords::ActivityId;
    using accords::CountIn;
    using accords::ForceBy;
    using accords::InstrumentId;
    using accords::InstrumentKind;
    using accords::InstrumentRegistered;
    using accords::StepKind;
    using accords::StepTaken;
    const ponte::Source gazette{.reference = "a gazette", .as_of = {}, .confidence = Confidence::high, .note = ""};
    const auto instrument = [&](const std::string& id, InstrumentKind kind, const char* one, const char* other, Stage stage = Stage::published) {
        InstrumentRegistered event{.instrument = InstrumentId(id), .live = false, .record = {}, .stage = stage, .body = BodyId("dsaj"), .side = Side::macao, .concerned = {}, .blind = {}};
        event.record.kind = kind;
        event.record.parties = {{.place = JurisdictionId(one), .organ = {}}, {.place = JurisdictionId(other), .organ = named("organ")}};
        event.record.names = named(id);
        event.record.force = {.by = ForceBy::unknown, .count = 0, .unit = CountIn::days, .fixed = {}, .clause = {}};
        event.record.sources = {gazette};
        log.record_at(log.accords_desk, event);
    };
    const auto step = [&](const std::string& id, std::uint16_t number, StepKind kind, std::string_view on, Stage stage = Stage::published) {
        log.record_at(log.accords_desk, StepTaken{.instrument = InstrumentId(id), .number = number, .step = kind, .party = {}, .date = *Period::from_text(on), .unverified = false,
                                                  .retroactive = false, .earlier_unknown = {}, .signatory = "", .document = "1/2020", .by = {}, .until = {}, .note = "",
                                                  .evidence = {.source = gazette, .paper = {}}, .stage = stage, .blind = {}});
    };
    const auto held = [&](const std::string& tie, const std::string& id, std::string_view dates, Stage stage = Stage::published) {
        log.record_at(log.accords_desk, ActivityHeld{.instrument = InstrumentId(tie), .activity = ActivityId(id), .names = named(id), .date = *Period::from_text(dates), .place = "p", .outcome = "o",
                                                     .evidence = {.source = gazette, .paper = Digest{}}, .stage = stage, .body = BodyId("iam"), .side = Side::macao, .blind = {}});
    };
    instrument("porto", InstrumentKind::twinning, "MO", "PT");
    instrument("praia", InstrumentKind::friendship, "MO", "CV");
    instrument("others", InstrumentKind::city_memorandum, "CN", "PT");
    instrument("surrender", InstrumentKind::surrender, "MO", "HK");
    instrument("secret", InstrumentKind::double_taxation, "MO", "AO", Stage::signed_off);
    step("porto", 1, StepKind::signing, "2019-05-05");
    step("praia", 1, StepKind::signing, "2020-12");
    step("surrender", 1, StepKind::talks, "2020");
    step("secret", 1, StepKind::force, "2020-03-03", Stage::signed_off);
    held("porto", "fair", "2020-05-05");
    held("porto", "fair-2019", "2019-12-31");
    held("porto", "visit", "2020-12-30/2020-12-31");
    held("porto", "quiet", "2020-06", Stage::signed_off);
    held("praia", "first", "2020-02-02");
    held("others", "theirs", "2020-02-02");
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
