#pragma once

// What is known of partners besides the instruments: statutes that serve without one, clauses by matter, lists of
// FATF and Egmont, published figures, weights, and what others counted. Part of events.h.

#include "base/described_values.h"
#include "base/languages.h"
#include "desks/accords/events_kinds.h"
#include "mechanisms/dated/dated.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ponte::accords {

// A statute on which a request can rest where no instrument does. Replaces what was stated under the same id.
struct RouteStated {
    static constexpr std::string_view name = "accords.route_stated/1";

    RouteId route;
    std::vector<Matter> matters;
    Names names;
    std::string reference;                // "Law 6/2006"
    Validity validity;
    std::vector<JurisdictionId> without;  // Parties for which it does not serve.
    std::string conditions;               // "reciprocity"
    Source source;

    friend bool operator==(const RouteStated&, const RouteStated&) = default;
};
BOOST_DESCRIBE_STRUCT(RouteStated, (), (route, matters, names, reference, validity, without, conditions, source))

// Where an instrument speaks of a matter, and on what conditions. Replaces what was stated of that matter.
struct ClauseStated {
    static constexpr std::string_view name = "accords.clause_stated/1";

    InstrumentId instrument;
    Matter matter{};
    std::string clause;      // "art. 26"
    std::string conditions;  // Empty: none is known.
    Source source;

    friend bool operator==(const ClauseStated&, const ClauseStated&) = default;
};
BOOST_DESCRIBE_STRUCT(ClauseStated, (), (instrument, matter, clause, conditions, source))

enum class Listing : std::uint8_t {
    fatf_call_for_action = 1,       // high-risk jurisdictions subject to a call for action
    fatf_increased_monitoring = 2,  // jurisdictions under increased monitoring
    fatf_member = 3,
    egmont_member = 4,
    apg_member = 5                  // Asia/Pacific Group on Money Laundering
};
BOOST_DESCRIBE_ENUM(Listing, fatf_call_for_action, fatf_increased_monitoring, fatf_member, egmont_member, apg_member)

// One jurisdiction's place on a list. It says nothing of those that are not named.
struct ListingRecorded {
    static constexpr std::string_view name = "accords.listing_recorded/1";

    JurisdictionId partner;
    Listing listing{};
    Validity validity;
    Source source;

    friend bool operator==(const ListingRecorded&, const ListingRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(ListingRecorded, (), (partner, listing, validity, source))

// A list as it was published, whole: who is not on it is not listed, until the next one. Replaces one of the same day.
struct ListPublished {
    static constexpr std::string_view name = "accords.list_published/1";

    Listing listing{};
    Date on;
    std::vector<JurisdictionId> members;
    Source source;

    friend bool operator==(const ListPublished&, const ListPublished&) = default;
};
BOOST_DESCRIBE_STRUCT(ListPublished, (), (listing, on, members, source))

// What speaks for taking one partner before another.
enum class Criterion : std::uint8_t {
    trade = 1,
    investment = 2,
    settled_flows = 3,   // payments settled here; nothing of this house gives them yet
    refused_requests = 4,  // refused for want of an instrument
    listing = 5,         // FATF and Egmont
    stage = 6            // how far the file has come
};
BOOST_DESCRIBE_ENUM(Criterion, trade, investment, settled_flows, refused_requests, listing, stage)

// A published figure of one partner. Figures of another unit or span are never compared with it.
struct FigureRecorded {
    static constexpr std::string_view name = "accords.figure_recorded/1";

    JurisdictionId partner;
    Criterion criterion{};  // trade or investment
    Decimal value;
    std::string unit;       // "USD bn, Mainland's trade with the partner"
    Period period;
    Source source;

    friend bool operator==(const FigureRecorded&, const FigureRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(FigureRecorded, (), (partner, criterion, value, unit, period, source))

struct Weight {
    Criterion criterion{};
    Decimal weight;  // 0..1, at most four places

    friend bool operator==(const Weight&, const Weight&) = default;
};
BOOST_DESCRIBE_STRUCT(Weight, (), (criterion, weight))

struct ListingValue {
    Listing listing{};
    Decimal value;  // -1..1, at most four places: what being on the list counts

    friend bool operator==(const ListingValue&, const ListingValue&) = default;
};
BOOST_DESCRIBE_STRUCT(ListingValue, (), (listing, value))

// How far a file has come, as coverage shows it.
enum class Reach : std::uint8_t { none = 1, talks = 2, initialled = 3, signed_only = 4, in_force = 5, unknown = 6 };
BOOST_DESCRIBE_ENUM(Reach, none, talks, initialled, signed_only, in_force, unknown)

struct ReachValue {
    Reach reach{};
    Decimal value;  // 0..1, at most four places

    friend bool operator==(const ReachValue&, const ReachValue&) = default;
};
BOOST_DESCRIBE_STRUCT(ReachValue, (), (reach, value))

// Configuration of this house: how much each reason counts. The weights add up to one.
struct WeightsSet {
    static constexpr std::string_view name = "accords.weights_set/1";

    std::uint16_t version = 0;  // From 1; 0 is the even one that nobody has set.
    std::vector<Weight> weights;
    std::vector<ListingValue> listings;
    std::vector<ReachValue> reaches;
    std::string reason;

    friend bool operator==(const WeightsSet&, const WeightsSet&) = default;
};
BOOST_DESCRIBE_STRUCT(WeightsSet, (), (version, weights, listings, reaches, reason))

// How many instruments somebody says there are. Held against those that are named here, and never filled up.
struct CountPublished {
    static constexpr std::string_view name = "accords.count_published/1";

    CountId count;                      // "fiu_memoranda"
    std::vector<InstrumentKind> kinds;  // What is counted
    bool in_force = false;              // those in force; else those signed by all.
    Date as_of;
    std::uint32_t published = 0;
    Source source;

    friend bool operator==(const CountPublished&, const CountPublished&) = default;
};
BOOST_DESCRIBE_STRUCT(CountPublished, (), (count, kinds, in_force, as_of, published, source))

}  // namespace ponte::accords
