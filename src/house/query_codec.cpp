#include "house/query_codec.h"

#include "base/json.h"
#include "desks/access/queries.h"
#include "desks/accords/queries.h"
#include "desks/accords/view.h"
#include "desks/calendar/queries.h"
#include "desks/conference/queries.h"
#include "desks/directory/queries.h"
#include "desks/meetings/queries.h"
#include "desks/meetings/view.h"
#include "desks/origin/queries.h"
#include "desks/origin/view.h"
#include "desks/planning/queries.h"
#include "desks/planning/view.h"
#include "desks/publication/queries.h"
#include "desks/publication/view.h"
#include "desks/reporting/queries.h"
#include "desks/reporting/view.h"
#include "desks/stay/queries.h"
#include "desks/stay/view.h"
#include "desks/training/queries.h"
#include "desks/translation/queries.h"
#include "desks/translation/view.h"
#include "desks/withholding/queries.h"
#include "house/answered.h"
#include "house/answers.h"
#include "house/refusals.h"
#include "house/texts.h"
#include "ledger/queries.h"

#include <boost/mp11.hpp>

namespace ponte::house {

namespace {

conference::Seen conference_for(const Desks& desks, const access::Sight& reader) {
    return conference::Seen(known_of(desks.conference), reader);
}

reporting::Looking reporting_for(const Desks& desks, const access::Sight& reader, Instant now) {
    return {.reporting = desks.reporting,
            .conference = conference_for(desks, reader),
            .bodies = desks.directory.bodies,
            .business_days = desks.calendar.business_days,
            .reader = reader,
            .now = now};
}

meetings::Looking meetings_for(const Desks& desks, const access::Sight& reader, Instant now) {
    return {.meetings = desks.meetings,
            .conference = conference_for(desks, reader),
            .reporting = known_of(desks.reporting),
            .planning = known_of(desks.planning),
            .bodies = desks.directory.bodies,
            .business_days = desks.calendar.business_days,
            .reader = reader,
            .now = now};
}

planning::Looking planning_for(const Desks& desks, const access::Sight& reader, Instant now) {
    return {.planning = desks.planning,
            .conference = conference_for(desks, reader),
            .meetings = known_of(desks.meetings),
            .bodies = desks.directory.bodies,
            .reader = reader,
            .now = now};
}

translation::Looking translation_for(const Desks& desks, const access::Sight& reader, Instant now) {
    return {.translation = desks.translation, .texts = texts_seen(desks, reader), .reader = reader, .now = now};
}

publication::Looking publication_for(const Desks& desks, const access::Sight& reader, Instant now) {
    return {.publication = desks.publication,
            .conference = conference_for(desks, reader),
            .bodies = desks.directory.bodies,
            .reader = reader,
            .now = now};
}

accords::Looking accords_for(const Desks& desks, const access::Sight& reader, Instant now) {
    return {.accords = desks.accords, .jurisdictions = desks.directory.jurisdictions, .reader = reader, .now = now};
}

origin::Looking origin_for(const Desks& desks, const access::Sight& reader, Instant now) {
    return {.origin = desks.origin, .jurisdictions = desks.directory.jurisdictions, .reader = reader, .now = now};
}

Answered answered_at(std::string_view desk, const Desks& desks, const Asked& asked) {
    if (desk == "directory") return answered(desks.directory, asked);
    if (desk == "access") return answered(desks.access, asked);
    if (desk == "calendar") return answered(desks.calendar, asked);
    if (desk == "conference") return answered(conference_for(desks, asked.reader), desks.directory.jurisdictions, asked);
    if (desk == "ledger") return answered(desks.ledger, asked);
    if (desk == "reporting") return answered(reporting_for(desks, asked.reader, asked.now), asked);
    if (desk == "meetings") return answered(meetings_for(desks, asked.reader, asked.now), asked);
    if (desk == "planning") return answered(planning_for(desks, asked.reader, asked.now), asked);
    if (desk == "translation") return answered(translation_for(desks, asked.reader, asked.now), asked);
    if (desk == "publication") return answered(publication_for(desks, asked.reader, asked.now), asked);
    if (desk == "accords") return answered(accords_for(desks, asked.reader, asked.now), asked);
    if (desk == "withholding") return answered(desks.withholding, asked);
    if (desk == "training") return answered(desks.training, asked);
    if (desk == "stay") {
        return answered(stay::Looking{.stay = desks.stay, .jurisdictions = desks.directory.jurisdictions, .now = asked.now}, asked);
    }
    if (desk == "origin") return answered(origin_for(desks, asked.reader, asked.now), asked);
    return std::nullopt;
}

}  // namespace

Outcome<std::string> answer_query(const Desks& desks, std::string_view name, std::string_view json, const access::Sight& reader,
                                  Instant now) {
    const boost::json::value parsed = TRY(parse_json(json));
    Answered answered = answered_at(name.substr(0, name.find('.')), desks, {.name = name, .query = parsed, .reader = reader, .now = now});
    if (!answered) return refuse(refusals::query_unknown, std::string(name).substr(0, 80));
    return *std::move(answered);
}

std::vector<QueryForm> query_forms() {
    std::vector<QueryForm> forms;
    QueryCodec<directory::Query>::add_forms(forms);
    QueryCodec<access::Query>::add_forms(forms);
    QueryCodec<calendar::Query>::add_forms(forms);
    QueryCodec<conference::Query>::add_forms(forms);
    QueryCodec<ledger::Query>::add_forms(forms);
    QueryCodec<reporting::Query>::add_forms(forms);
    QueryCodec<meetings::Query>::add_forms(forms);
    QueryCodec<planning::Query>::add_forms(forms);
    QueryCodec<translation::Query>::add_forms(forms);
    QueryCodec<publication::Query>::add_forms(forms);
    QueryCodec<accords::Query>::add_forms(forms);
    QueryCodec<withholding::Query>::add_forms(forms);
    QueryCodec<training::Query>::add_forms(forms);
    QueryCodec<stay::Query>::add_forms(forms);
    QueryCodec<origin::Query>::add_forms(forms);
    return forms;
}

access::Sight sight_of(const access::Grant& grant) {
    if (grant.body.value.empty()) return {.body = {}, .side = {}};
    return {.body = grant.body, .side = grant.side};
}

template <class One>
typename One::Answer answer_to(const Desks& desks, const One& query, const access::Sight& reader, Instant now) {
    if constexpr (boost::mp11::mp_contains<meetings::Query, One>::value) {
        return meetings::answer(meetings_for(desks, reader, now), query);
    } else if constexpr (boost::mp11::mp_contains<planning::Query, One>::value) {
        return planning::answer(planning_for(desks, reader, now), query);
    } else {
        return translation::answer(translation_for(desks, reader, now), query);
    }
}

template meetings::ProblemsAnswer answer_to(const Desks&, const meetings::ProblemsQuery&, const access::Sight&, Instant);
template meetings::DecisionsAnswer answer_to(const Desks&, const meetings::DecisionsQuery&, const access::Sight&, Instant);
template meetings::SessionsAnswer answer_to(const Desks&, const meetings::SessionQuery&, const access::Sight&, Instant);
template meetings::MinutesAnswer answer_to(const Desks&, const meetings::MinutesQuery&, const access::Sight&, Instant);
template planning::ListsAnswer answer_to(const Desks&, const planning::ListsQuery&, const access::Sight&, Instant);
template planning::ListAnswer answer_to(const Desks&, const planning::ListQuery&, const access::Sight&, Instant);
template translation::QueueAnswer answer_to(const Desks&, const translation::QueueQuery&, const access::Sight&, Instant);

}  // namespace ponte::house
