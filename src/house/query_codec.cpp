#include "house/query_codec.h"

#include "base/json.h"
#include "base/json_shape.h"
#include "base/schema.h"
#include "desks/access/queries.h"
#include "desks/calendar/queries.h"
#include "desks/conference/queries.h"
#include "desks/directory/queries.h"
#include "desks/meetings/queries.h"
#include "desks/meetings/view.h"
#include "desks/planning/queries.h"
#include "desks/planning/view.h"
#include "desks/publication/queries.h"
#include "desks/publication/view.h"
#include "desks/reporting/queries.h"
#include "desks/reporting/view.h"
#include "desks/translation/queries.h"
#include "desks/translation/view.h"
#include "house/answers.h"
#include "house/refusals.h"
#include "house/texts.h"
#include "ledger/queries.h"

namespace ponte::house {

namespace {

using AnyQuery = std::variant<directory::Query, access::Query, calendar::Query, conference::Query, ledger::Query,
                              reporting::Query, meetings::Query, planning::Query, translation::Query, publication::Query>;

template <class Visit>
void for_each_query(Visit&& visit) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, AnyQuery>>([&](auto desk) {
        using DeskQuery = typename decltype(desk)::type;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, DeskQuery>>([&](auto one) {
            visit.template operator()<DeskQuery, typename decltype(one)::type>();
        });
    });
}

template <class DeskQuery, class One>
auto answer_of(const Desks& desks, const One& query, const access::Sight& reader, Instant now) {
    if constexpr (std::same_as<DeskQuery, directory::Query>) {
        return directory::answer(desks.directory, query, reader, now);
    } else if constexpr (std::same_as<DeskQuery, access::Query>) {
        return access::answer(desks.access, query, reader, now);
    } else if constexpr (std::same_as<DeskQuery, calendar::Query>) {
        return calendar::answer(desks.calendar, query, reader, now);
    } else if constexpr (std::same_as<DeskQuery, ledger::Query>) {
        // The ledger stages nothing: it is for the people of this installation, never for the public.
        return reader.auditor || reader.side ? ledger::answer(desks.ledger, query) : typename One::Answer{};
    } else if constexpr (std::same_as<DeskQuery, conference::Query>) {
        return conference::answer(conference::Seen(known_of(desks.conference), reader), query, now.date());
    } else if constexpr (std::same_as<DeskQuery, reporting::Query>) {
        return reporting::answer({.reporting = desks.reporting,
                                  .conference = conference::Seen(known_of(desks.conference), reader),
                                  .bodies = desks.directory.bodies,
                                  .business_days = desks.calendar.business_days,
                                  .reader = reader,
                                  .now = now},
                                 query);
    } else if constexpr (std::same_as<DeskQuery, meetings::Query>) {
        return meetings::answer({.meetings = desks.meetings,
                                 .conference = conference::Seen(known_of(desks.conference), reader),
                                 .reporting = known_of(desks.reporting),
                                 .planning = known_of(desks.planning),
                                 .bodies = desks.directory.bodies,
                                 .business_days = desks.calendar.business_days,
                                 .reader = reader,
                                 .now = now},
                                query);
    } else if constexpr (std::same_as<DeskQuery, planning::Query>) {
        return planning::answer({.planning = desks.planning,
                                 .conference = conference::Seen(known_of(desks.conference), reader),
                                 .meetings = known_of(desks.meetings),
                                 .bodies = desks.directory.bodies,
                                 .reader = reader,
                                 .now = now},
                                query);
    } else if constexpr (std::same_as<DeskQuery, translation::Query>) {
        return translation::answer({.translation = desks.translation, .texts = texts_seen(desks, reader), .reader = reader, .now = now},
                                   query);
    } else {
        return publication::answer({.publication = desks.publication,
                                    .conference = conference::Seen(known_of(desks.conference), reader),
                                    .bodies = desks.directory.bodies,
                                    .reader = reader,
                                    .now = now},
                                   query);
    }
}

}  // namespace

Outcome<std::string> answer_query(const Desks& desks, std::string_view name, std::string_view json, const access::Sight& reader,
                                  Instant now) {
    const boost::json::value parsed = TRY(parse_json(json));
    std::optional<Outcome<std::string>> answered;
    for_each_query([&]<class DeskQuery, class One>() {
        if (One::name != name) return;
        const auto query = JsonReader().read<One>(parsed);
        if (!query) {
            answered = Outcome<std::string>(std::unexpected(query.error()));
        } else {
            answered = Outcome<std::string>(to_json(answer_of<DeskQuery>(desks, *query, reader, now)));
        }
    });
    if (!answered) return refuse(refusals::query_unknown, std::string(name).substr(0, 80));
    return *std::move(answered);
}

std::vector<QueryForm> query_forms() {
    std::vector<QueryForm> forms;
    for_each_query([&]<class DeskQuery, class One>() {
        forms.push_back({.name = One::name, .asks = schema_of<One>(), .answers = schema_of<typename One::Answer>(),
                         .asks_shape = json_shape_of<One>(), .answers_shape = json_shape_of<typename One::Answer>()});
    });
    return forms;
}

access::Sight sight_of(const access::Grant& grant) {
    if (grant.body.value.empty()) return {.body = {}, .side = {}};
    return {.body = grant.body, .side = grant.side};
}

template <class One>
typename One::Answer answer_to(const Desks& desks, const One& query, const access::Sight& reader, Instant now) {
    std::optional<typename One::Answer> answered;
    for_each_query([&]<class DeskQuery, class Each>() {
        if constexpr (std::same_as<Each, One>) answered = answer_of<DeskQuery>(desks, query, reader, now);
    });
    return *std::move(answered);
}

template meetings::ProblemsAnswer answer_to(const Desks&, const meetings::ProblemsQuery&, const access::Sight&, Instant);
template meetings::DecisionsAnswer answer_to(const Desks&, const meetings::DecisionsQuery&, const access::Sight&, Instant);
template meetings::SessionsAnswer answer_to(const Desks&, const meetings::SessionQuery&, const access::Sight&, Instant);
template meetings::MinutesAnswer answer_to(const Desks&, const meetings::MinutesQuery&, const access::Sight&, Instant);
template planning::ListsAnswer answer_to(const Desks&, const planning::ListsQuery&, const access::Sight&, Instant);
template planning::ListAnswer answer_to(const Desks&, const planning::ListQuery&, const access::Sight&, Instant);
template translation::QueueAnswer answer_to(const Desks&, const translation::QueueQuery&, const access::Sight&, Instant);

}  // namespace ponte::house
