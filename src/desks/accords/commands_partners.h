#pragma once

// What may be asked of requests and of what is known of partners. Part of commands.h.

#include "desks/accords/events_partners.h"
#include "desks/accords/events_requests.h"

namespace ponte::accords {

// By an officer of the body whose file it is. It begins internal to that body.
struct RecordRequest {
    static constexpr std::string_view name = "accords.record_request";

    RequestId request;
    Matter matter{};
    JurisdictionId partner;
    Direction direction{};
    Date made;                               // Not after today.
    std::optional<Date> due;
    std::optional<InstrumentId> instrument;  // At most one of the two: what it rests on,
    std::optional<RouteId> route;            // or the statute.
    PersonId person;                         // Of the key under which the subject is sealed; needed with a subject.
    std::optional<Sealed> subject;           // Given in clear at the edge, and sealed before it is decided.
    std::string reference;
};
BOOST_DESCRIBE_STRUCT(RecordRequest, (), (request, matter, partner, direction, made, due, instrument, route, person, subject, reference))

struct AcknowledgeRequest {
    static constexpr std::string_view name = "accords.acknowledge_request";

    RequestId request;
    Date on;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeRequest, (), (request, on))

struct AnswerRequest {
    static constexpr std::string_view name = "accords.answer_request";

    RequestId request;
    Date on;
    RequestOutcome outcome{};
    std::optional<Ground> ground;  // Needed for a refusal, whole or part, and only then.
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AnswerRequest, (), (request, on, outcome, ground, note))

// Signed off by the body's head, then released and published by the secretariat of its side.
struct MoveRequest {
    static constexpr std::string_view name = "accords.move_request";

    RequestId request;
    Stage to{};
};
BOOST_DESCRIBE_STRUCT(MoveRequest, (), (request, to))

struct StrikeRequest {
    static constexpr std::string_view name = "accords.strike_request";

    RequestId request;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StrikeRequest, (), (request, reason))

// Public facts about partners: by an officer or the secretariat.
struct StateRoute {
    static constexpr std::string_view name = "accords.state_route";

    RouteId route;
    std::vector<Matter> matters;
    Names names;
    std::string reference;
    Validity validity;
    std::vector<JurisdictionId> without;
    std::string conditions;
    Source source;
};
BOOST_DESCRIBE_STRUCT(StateRoute, (), (route, matters, names, reference, validity, without, conditions, source))

struct StateClause {
    static constexpr std::string_view name = "accords.state_clause";

    InstrumentId instrument;  // One that everybody may see.
    Matter matter{};
    std::string clause;
    std::string conditions;
    Source source;
};
BOOST_DESCRIBE_STRUCT(StateClause, (), (instrument, matter, clause, conditions, source))

struct RecordListing {
    static constexpr std::string_view name = "accords.record_listing";

    JurisdictionId partner;
    Listing listing{};
    Validity validity;
    Source source;
};
BOOST_DESCRIBE_STRUCT(RecordListing, (), (partner, listing, validity, source))

struct PublishList {
    static constexpr std::string_view name = "accords.publish_list";

    Listing listing{};
    Date on;
    std::vector<JurisdictionId> members;
    Source source;
};
BOOST_DESCRIBE_STRUCT(PublishList, (), (listing, on, members, source))

struct RecordFigure {
    static constexpr std::string_view name = "accords.record_figure";

    JurisdictionId partner;
    Criterion criterion{};
    Decimal value;
    std::string unit;
    Period period;
    Source source;
};
BOOST_DESCRIBE_STRUCT(RecordFigure, (), (partner, criterion, value, unit, period, source))

// All six criteria, every listing, and every reach but in_force and unknown; what is meant not to count has 0.
struct SetWeights {
    static constexpr std::string_view name = "accords.set_weights";

    std::vector<Weight> weights;
    std::vector<ListingValue> listings;
    std::vector<ReachValue> reaches;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SetWeights, (), (weights, listings, reaches, reason))

struct RecordCount {
    static constexpr std::string_view name = "accords.record_count";

    CountId count;
    std::vector<InstrumentKind> kinds;
    bool in_force = false;
    Date as_of;
    std::uint32_t published = 0;
    Source source;
};
BOOST_DESCRIBE_STRUCT(RecordCount, (), (count, kinds, in_force, as_of, published, source))

}  // namespace ponte::accords
