#pragma once

#include "desks/accords/queries_coverage.h"

// Requests, what is known of partners, and which of them to take next. Part of queries.h.
namespace ponte::accords {

// ---- Requests ---------------------------------------------------------------------------------------------

struct RequestRow {
    RequestId request;
    Matter matter{};
    JurisdictionId partner;
    Direction direction{};
    Date made;
    std::optional<Date> due;
    std::optional<Date> acknowledged;
    std::optional<Date> answered;
    std::optional<RequestOutcome> outcome;         // Absent: pending.
    std::optional<Ground> ground;
    std::optional<InstrumentId> instrument;
    std::optional<RouteId> route;
    std::optional<ponte::Answer> held;      // Whether the basis held on the day it was made, as recorded then.
    std::optional<ponte::Answer> held_now;  // The same by what is recorded now.
    std::optional<std::uint32_t> days;      // From the request to its answer, or to the day asked.
    ponte::Answer in_time{};                // Unknown where no day was set, or while one still may answer in time.
    std::string reference;
    PersonId person;                        // Of the key of the sealed subject; empty to readers of other bodies.
    std::optional<Sealed> subject;          // A commitment; the text stands in the vault.
    std::string note;
    Stage stage{};
    BodyId body;
    std::string struck;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RequestRow, (), (request, matter, partner, direction, made, due, acknowledged, answered, outcome, ground, instrument, route, held,
                                       held_now, days, in_time, reference, person, subject, note, stage, body, struck, entry))

struct RequestsAnswer {
    Date on;
    std::vector<RequestRow> requests;  // The newest first.
};
BOOST_DESCRIBE_STRUCT(RequestsAnswer, (), (on, requests))

struct RequestsQuery {
    static constexpr std::string_view name = "accords.requests";
    using Answer = RequestsAnswer;

    std::optional<RequestId> request;
    std::optional<JurisdictionId> partner;
    std::optional<Matter> matter;
    std::optional<Direction> direction;
    std::optional<Period> made;
    std::optional<RequestOutcome> outcome;
    bool pending = false;     // Only those without an answer on the day.
    bool late = false;        // Only those that were, or are, answered late.
    bool struck = false;      // Those that count no more, too.
    std::optional<Date> on;   // As they stood at the end of that day; today where absent.
};
BOOST_DESCRIBE_STRUCT(RequestsQuery, (), (request, partner, matter, direction, made, outcome, pending, late, struck, on))

struct RequestCounts {
    std::optional<JurisdictionId> partner;  // Absent: of all.
    std::optional<std::uint16_t> year;      // In which they were made; absent: of all.
    std::uint32_t requests = 0;
    std::uint32_t granted = 0;
    std::uint32_t partly = 0;
    std::uint32_t refused = 0;
    std::uint32_t withdrawn = 0;
    std::uint32_t pending = 0;
    std::uint32_t in_time = 0;
    std::uint32_t late = 0;                 // Answered late, or still open after its day.
    std::uint32_t without_day = 0;          // Nothing says by when.
    std::uint32_t for_want_of_instrument = 0;
    std::string days_average;               // Of the answered, one place; empty where there is none.
    std::optional<std::uint32_t> days_longest;
};
BOOST_DESCRIBE_STRUCT(RequestCounts, (), (partner, year, requests, granted, partly, refused, withdrawn, pending, in_time, late, without_day,
                                          for_want_of_instrument, days_average, days_longest))

struct RequestStatisticsAnswer {
    Date on;
    RequestCounts all;
    std::vector<RequestCounts> by_partner_and_year;
};
BOOST_DESCRIBE_STRUCT(RequestStatisticsAnswer, (), (on, all, by_partner_and_year))

// Of the requests that the reader may see, and of no others.
struct RequestStatisticsQuery {
    static constexpr std::string_view name = "accords.request_statistics";
    using Answer = RequestStatisticsAnswer;

    std::optional<JurisdictionId> partner;
    std::optional<Matter> matter;
    std::optional<Direction> direction;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(RequestStatisticsQuery, (), (partner, matter, direction, on))

// ---- What is known of partners ----------------------------------------------------------------------------

struct ListingsAnswer {
    Date on;
    std::vector<ListingRow> rows;
};
BOOST_DESCRIBE_STRUCT(ListingsAnswer, (), (on, rows))

struct ListingsQuery {
    static constexpr std::string_view name = "accords.listings";
    using Answer = ListingsAnswer;

    std::optional<JurisdictionId> partner;  // Absent: everyone of whom something is recorded.
    std::optional<Listing> listing;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(ListingsQuery, (), (partner, listing, on))

struct RecordedRoute {
    RouteStated route;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RecordedRoute, (), (route, entry))
struct RecordedClause {
    ClauseStated clause;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RecordedClause, (), (clause, entry))
struct RecordedListing {
    ListingRecorded listing;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RecordedListing, (), (listing, entry))
struct RecordedList {
    ListPublished list;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RecordedList, (), (list, entry))
struct RecordedFigure {
    FigureRecorded figure;
    bool contradicted = false;  // Another source gives another value for the same unit and period.
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RecordedFigure, (), (figure, contradicted, entry))
struct RecordedCount {
    CountPublished count;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RecordedCount, (), (count, entry))

struct PartnerRecordsAnswer {
    std::vector<RecordedRoute> routes;
    std::vector<RecordedClause> clauses;
    std::vector<RecordedListing> listings;
    std::vector<RecordedList> lists;
    std::vector<RecordedFigure> figures;
    std::vector<RecordedCount> counts;
    std::vector<WeightsSet> weights;  // All versions; what nobody has set is version 0 of `accords.next_partner`.
};
BOOST_DESCRIBE_STRUCT(PartnerRecordsAnswer, (), (routes, clauses, listings, lists, figures, counts, weights))

// Everything recorded about partners, as it was recorded: what the tables are written from.
struct PartnerRecordsQuery {
    static constexpr std::string_view name = "accords.partner_records";
    using Answer = PartnerRecordsAnswer;

    std::optional<JurisdictionId> partner;
};
BOOST_DESCRIBE_STRUCT(PartnerRecordsQuery, (), (partner))

// ---- Which partner next -----------------------------------------------------------------------------------

struct ScorePart {
    Criterion criterion{};
    Decimal weight;
    std::optional<Decimal> value;  // -1..1, six places; absent: not available for this partner.
    std::optional<Decimal> score;  // weight x value, six places
    std::string says;              // The figure behind it, as recorded.
    std::vector<Source> sources;
};
BOOST_DESCRIBE_STRUCT(ScorePart, (), (criterion, weight, value, score, says, sources))

struct PartnerScore {
    std::uint32_t rank = 0;      // From 1; the same where the score is the same.
    JurisdictionId partner;
    Reach reach{};               // Of the kinds asked, on the day: the furthest.
    std::optional<InstrumentId> instrument;
    Decimal score;               // The sum of the parts that are available.
    Decimal weight_available;    // The weight that they have together. What is missing is not given to the others.
    std::vector<ScorePart> parts;
};
BOOST_DESCRIBE_STRUCT(PartnerScore, (), (rank, partner, reach, instrument, score, weight_available, parts))

struct NextPartnerAnswer {
    Date on;
    std::vector<InstrumentKind> kinds;
    WeightsSet weights;
    std::vector<PartnerScore> partners;        // The best first; equal ones by code.
    std::vector<JurisdictionId> covered;       // In force for one of the kinds: no candidates.
};
BOOST_DESCRIBE_STRUCT(NextPartnerAnswer, (), (on, kinds, weights, partners, covered))

struct NextPartnerQuery {
    static constexpr std::string_view name = "accords.next_partner";
    using Answer = NextPartnerAnswer;

    std::vector<InstrumentKind> kinds;  // At least one.
    std::optional<directory::SetId> set;
    std::vector<JurisdictionId> partners;  // Else of the set, else all that anything is recorded of.
    std::optional<Date> on;
    std::optional<std::uint16_t> weights;  // A version; the newest where absent.
};
BOOST_DESCRIBE_STRUCT(NextPartnerQuery, (), (kinds, set, partners, on, weights))

// ---- Figures for the plan's measures ------------------------------------------------------------------------

struct MeasureFigure {
    std::string indicator;    // "m7.requests_answered_in_time"
    std::uint16_t measure = 0;
    std::uint32_t count = 0;
    std::optional<std::uint32_t> of;  // The whole, where it is a share.
    std::uint32_t unknown = 0;        // Could not be told.
    std::string percent;              // One place; empty where nothing is the whole.
};
BOOST_DESCRIBE_STRUCT(MeasureFigure, (), (indicator, measure, count, of, unknown, percent))

struct MeasureFiguresAnswer {
    Date on;
    Period span;
    std::optional<directory::SetId> set;
    std::vector<MeasureFigure> figures;
};
BOOST_DESCRIBE_STRUCT(MeasureFiguresAnswer, (), (on, span, set, figures))

// Of measures 7 and 12: requests answered in time and exchanges under instruments of a span, coverage at its last day.
struct MeasureFiguresQuery {
    static constexpr std::string_view name = "accords.measure_figures";
    using Answer = MeasureFiguresAnswer;

    Period span;
    std::optional<directory::SetId> set;
};
BOOST_DESCRIBE_STRUCT(MeasureFiguresQuery, (), (span, set))

[[nodiscard]] RequestsAnswer answer(const Looking& looking, const RequestsQuery& query);
[[nodiscard]] RequestStatisticsAnswer answer(const Looking& looking, const RequestStatisticsQuery& query);
[[nodiscard]] ListingsAnswer answer(const Looking& looking, const ListingsQuery& query);
[[nodiscard]] PartnerRecordsAnswer answer(const Looking& looking, const PartnerRecordsQuery& query);
[[nodiscard]] NextPartnerAnswer answer(const Looking& looking, const NextPartnerQuery& query);
[[nodiscard]] MeasureFiguresAnswer answer(const Looking& looking, const MeasureFiguresQuery& query);

}  // namespace ponte::accords
