#include "adapters/accords_calendar/accords_calendar.h"

#include "adapters/dossier/words.h"

namespace ponte::accords_calendar {

namespace {

// The name in the language, else in the first that has one, else the id.
std::string name_of_row(const accords::DueRow& row, Language language) {
    if (!row.names.in(language).empty()) return row.names.in(language);
    for (const Language other : languages) {
        if (!row.names.in(other).empty()) return row.names.in(other);
    }
    return row.activity ? row.activity->value : row.instrument.value;
}

// Two terms of one instrument are two days of one kind: a day that the calendar of a program must keep apart
// only where it happens again, which is in years. The instrument, kind, party and activity are enough.
std::string id_of(const accords::DueRow& row) {
    std::string id = row.instrument.value;
    if (row.party) id += "/" + row.party->value;
    if (row.activity) id += "/" + row.activity->value;
    return id;
}

std::vector<std::uint16_t> alarms_of(accords::DueKind kind) {
    switch (kind) {
        case accords::DueKind::term_end:
        case accords::DueKind::tacit_renewal:
        case accords::DueKind::term_notice: return {90, 30, 7};
        case accords::DueKind::force:
        case accords::DueKind::effect:
        case accords::DueKind::termination:
        case accords::DueKind::activity: return {14, 1};
        case accords::DueKind::stall:
        case accords::DueKind::pen: return {7};
        case accords::DueKind::force_record:
        case accords::DueKind::force_notice:
        case accords::DueKind::text_notice: return {};
    }
    return {};
}

}  // namespace

ics::Feed feed_of(const accords::DueAnswer& due, const Occasion& occasion) {
    dossier::Words words(occasion.language, "words/accords_calendar.csv");
    ics::Feed feed{.name = std::string(words.say("feed.name")),
                   .description = words.say("feed.description", {due.on.to_text(), due.until.to_text()}),
                   .method = ics::Method::none,
                   .language = occasion.language,
                   .events = {}};
    for (const accords::DueRow& row : due.rows) {
        const std::string kind(name_of(row.kind));
        const std::string place = row.party ? " (" + row.party->value + ")" : "";
        ics::Event event;
        event.uid = ics::uid_of(occasion.origin, "accords-" + kind, id_of(row));
        event.stamp = row.changed;
        event.when = ics::Days{row.date, row.date};
        event.summary = words.say("summary." + kind, {name_of_row(row, occasion.language) + place});
        if (row.overdue) event.description = words.say("overdue", {row.date.to_text()});
        event.categories = {kind};
        if (!row.overdue) event.alarm_days = alarms_of(row.kind);
        event.language = occasion.language;
        feed.events.push_back(std::move(event));
    }
    return feed;
}

}  // namespace ponte::accords_calendar
