#pragma once

#include "desks/stay/queries_itinerary.h"
#include "desks/stay/queries_list.h"
#include "desks/stay/queries_waivers.h"
#include "desks/stay/queries_ways.h"

// Questions to the stay desk. All of it is published; every reader is shown the same.
namespace ponte::stay {

struct ConditionShown {
    Condition condition;
    Answer met{};
};
BOOST_DESCRIBE_STRUCT(ConditionShown, (), (condition, met))

// One way in, with what it rests on: a rule, a table's line, or being at home there.
struct WayShown {
    Document document;
    Requirement requirement{};
    std::optional<std::uint16_t> days;     // Of one entry; absent with no_limit false: not known.
    bool no_limit = false;
    Track track{};
    std::vector<Window> windows;
    std::vector<ConditionShown> conditions;
    Answer holds{};
    Answer met{};
    bool own = false;
    bool overridden = false;               // A rule speaks before this table line.
    std::optional<RuleId> rule;
    std::optional<ZoneId> zone;
    std::optional<SnapshotId> snapshot;
    std::optional<std::string> instrument;
    std::optional<std::string> basis;
    std::optional<Validity> validity;
    std::optional<Source> source;
    std::uint64_t entry = 0;               // Of the journal; 0 for being at home.
};
BOOST_DESCRIBE_STRUCT(WayShown, (), (document, requirement, days, no_limit, track, windows, conditions, holds, met, own, overridden, rule, zone, snapshot, instrument, basis, validity, source, entry))

// A rule and the table of its day that say different things. Both are kept; the rule goes before.
struct Contradiction {
    RuleId rule;
    Requirement rule_says{};
    std::optional<std::uint16_t> rule_days;
    SnapshotId snapshot;
    Requirement table_says{};
    std::optional<std::uint16_t> table_days;
};
BOOST_DESCRIBE_STRUCT(Contradiction, (), (rule, rule_says, rule_days, snapshot, table_says, table_days))

// A rule of this cell that was in force when the table of the day was made, and has ended since: the table's line,
// shown among the others as not known to hold, says nothing about the day that is asked for.
struct EndedRule {
    RuleId rule;
    Requirement rule_said{};
    std::optional<std::uint16_t> rule_days;
    std::optional<Date> last;                    // The last day of the rule; absent where its place left the zone.
    Validity validity;
    Source source;
    std::uint64_t entry = 0;
    SnapshotId snapshot;                         // The table whose line rested on it,
    Requirement table_says{};                    // and what that line says.
    std::optional<std::uint16_t> table_days;
    std::optional<SnapshotId> before;            // The last table from before the rule began, where there is one:
    std::optional<Requirement> before_said;      // what was asked for then. Not known to have come back.
    std::optional<std::uint16_t> before_days;
};
BOOST_DESCRIBE_STRUCT(EndedRule, (), (rule, rule_said, rule_days, last, validity, source, entry, snapshot, table_says, table_days, before, before_said, before_days))

struct RequirementAnswer {
    Date on;
    JurisdictionId destination;
    Answer without_visa{};                       // Whether he comes in without a visa obtained beforehand.
    std::optional<WayShown> chosen;              // Absent: no way is known.
    std::vector<WayShown> others;                // Alternatives and what fails or may hold; the better first.
    std::vector<Contradiction> contradictions;
    std::vector<EndedRule> ended;                // Why a table's line is not believed on this day.
};
BOOST_DESCRIBE_STRUCT(RequirementAnswer, (), (on, destination, without_visa, chosen, others, contradictions, ended))

// What somebody with these documents needs to enter a place on a day.
struct RequirementQuery {
    static constexpr std::string_view name = "stay.requirement";
    using Answer = RequirementAnswer;

    std::vector<Document> documents;
    JurisdictionId destination;
    std::optional<Date> on;  // Today where absent.
    std::optional<Circumstances> told;
};
BOOST_DESCRIBE_STRUCT(RequirementQuery, (), (documents, destination, on, told))

using Query = std::variant<RequirementQuery, ItineraryQuery, TripQuery, RulesQuery, SnapshotsQuery, TableQuery, ZonesQuery, MobilityQuery, WaiversQuery,
                           CandidatesQuery, ChangesQuery, FiguresQuery>;

[[nodiscard]] RequirementAnswer answer(const Looking& looking, const RequirementQuery& query);

}  // namespace ponte::stay
