#pragma once

#include "desks/accords/queries_instruments.h"

// Which partner is covered by what on a day, by what the reader may see. Part of queries.h.
namespace ponte::accords {

struct Looking;  // view.h

struct CoverageCell {
    JurisdictionId partner;
    InstrumentKind kind{};
    Reach reach{};                            // A coarse scale, the same for all kinds; unknown where at_least and at_most differ.
    Reach at_least{};
    Reach at_most{};
    std::optional<InstrumentId> instrument;   // The furthest; absent where none is recorded.
    Stood stood;                              // How that instrument itself stood: "initialled" of the scale may be authorised or empowered.
    std::optional<Period> since;              // Since when it has come so far: a day, or the span in which it lies. Absent where unknown or not begun.
    std::uint32_t instruments = 0;            // How many are recorded of this partner and kind, ended ones among them.
    std::uint32_t in_force = 0;               // How many of them are surely in force.
    std::vector<InstrumentId> others;         // Those beside `instrument`, in the order of recording.
    bool contradicted = false;                // Sources give different days for a step of one of them.
};
BOOST_DESCRIBE_STRUCT(CoverageCell, (), (partner, kind, reach, at_least, at_most, instrument, stood, since, instruments, in_force, others, contradicted))

struct CoverageOfKind {
    InstrumentKind kind{};
    std::uint32_t in_force = 0;
    std::uint32_t unknown = 0;  // Perhaps in force.
    std::uint32_t partners = 0;
    std::string share;          // in_force of partners in percent, one place; empty without partners.
    std::uint32_t instruments = 0;           // Of these partners; several of one partner are counted each.
    std::uint32_t instruments_in_force = 0;
};
BOOST_DESCRIBE_STRUCT(CoverageOfKind, (), (kind, in_force, unknown, partners, share, instruments, instruments_in_force))

struct CoverageAnswer {
    Date on;
    std::optional<directory::SetId> set;
    std::string set_kind;                    // "users_own": its members are the user's, no published list was found.
    std::vector<JurisdictionId> partners;    // In the order of the set, or by code. Macao itself is left out.
    std::vector<InstrumentKind> kinds;
    std::vector<CoverageCell> cells;         // Partner by partner, kind by kind.
    std::vector<CoverageCell> gaps;          // The cells that are not surely in force.
    std::vector<CoverageOfKind> by_kind;
    // That nothing is recorded here of a partner does not say that there is nothing.
};
BOOST_DESCRIBE_STRUCT(CoverageAnswer, (), (on, set, set_kind, partners, kinds, cells, gaps, by_kind))

// Partners: those named, else the members of the set on the day, else all that some instrument names. Kinds:
// those named, else all but protocols, which go the way of what they amend.
struct CoverageQuery {
    static constexpr std::string_view name = "accords.coverage";
    using Answer = CoverageAnswer;

    std::optional<Date> on;  // Today where absent.
    std::optional<directory::SetId> set;
    std::vector<JurisdictionId> partners;
    std::vector<InstrumentKind> kinds;
    bool gaps_only = false;  // Leaves `cells` empty.
};
BOOST_DESCRIBE_STRUCT(CoverageQuery, (), (on, set, partners, kinds, gaps_only))

// Whether an instrument serves a matter.
struct CoveredBy {
    InstrumentId instrument;
    InstrumentKind kind{};
    Names names;
    ponte::Answer in_force{};
    Reach reach{};
    std::optional<Period> since;  // A day, or the span in which it lies.
    // Yes by its kind or by a clause that was recorded. Unknown: it may speak of the matter, and nobody has
    // recorded where (a frame agreement, the exchange article of a tax agreement).
    ponte::Answer speaks_of_it{};
    std::string clause;
    std::string conditions;
    std::string text_reference;
    std::vector<Source> sources;  // Of the instrument, then of the clause.
};
BOOST_DESCRIBE_STRUCT(CoveredBy, (), (instrument, kind, names, in_force, reach, since, speaks_of_it, clause, conditions, text_reference, sources))

struct RouteBasis {
    RouteId route;
    Names names;
    std::string reference;
    ponte::Answer open{};  // On that day, for that partner and matter.
    std::string conditions;
    Source source;
};
BOOST_DESCRIBE_STRUCT(RouteBasis, (), (route, names, reference, open, conditions, source))

struct WhichCoversAnswer {
    JurisdictionId partner;
    Matter matter{};
    Date on;
    ponte::Answer by_instrument{};
    ponte::Answer by_statute{};
    std::vector<CoveredBy> instruments;  // In force first, then perhaps, then those on their way; ended ones last.
    std::vector<RouteBasis> routes;
};
BOOST_DESCRIBE_STRUCT(WhichCoversAnswer, (), (partner, matter, on, by_instrument, by_statute, instruments, routes))

// Which instrument covers a request; else the statute; else nothing.
struct WhichCoversQuery {
    static constexpr std::string_view name = "accords.which_covers";
    using Answer = WhichCoversAnswer;

    JurisdictionId partner;
    Matter matter{};
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(WhichCoversQuery, (), (partner, matter, on))

enum class May : std::uint8_t { no = 1, yes = 2, unknown = 3, with_conditions = 4 };
BOOST_DESCRIBE_ENUM(May, no, yes, unknown, with_conditions)

enum class ConditionKind : std::uint8_t {
    of_clause = 1,            // what the instrument itself asks for
    by_statute = 2,           // there is no instrument; the statute has conditions
    partner_called_for_action = 3,  // FATF
    partner_monitored = 4,    // FATF
    no_egmont_channel = 5     // one of the two is not of the Egmont Group
};
BOOST_DESCRIBE_ENUM(ConditionKind, of_clause, by_statute, partner_called_for_action, partner_monitored, no_egmont_channel)

struct Condition {
    ConditionKind kind{};
    std::string text;    // As recorded; empty where the kind says it all.
    std::string source;
};
BOOST_DESCRIBE_STRUCT(Condition, (), (kind, text, source))

struct ListingRow {
    JurisdictionId partner;
    Listing listing{};
    ponte::Answer on_list{};
    std::optional<Date> list_of;  // The whole list that was looked at.
    std::vector<Source> sources;
    bool contradicted = false;    // The sources do not agree.
};
BOOST_DESCRIBE_STRUCT(ListingRow, (), (partner, listing, on_list, list_of, sources, contradicted))

struct MayExchangeAnswer {
    JurisdictionId partner;
    Matter matter{};
    Date on;
    May may{};
    std::optional<CoveredBy> basis;        // What it rests on, or what stands in the way of knowing.
    std::optional<RouteBasis> route;
    std::vector<Condition> conditions;
    std::vector<ListingRow> listings;  // Of the partner on that day; unknown where nothing was loaded.
};
BOOST_DESCRIBE_STRUCT(MayExchangeAnswer, (), (partner, matter, on, may, basis, route, conditions, listings))

// May we exchange with this partner on this matter on a day: one answer.
struct MayExchangeQuery {
    static constexpr std::string_view name = "accords.may_exchange";
    using Answer = MayExchangeAnswer;

    JurisdictionId partner;
    Matter matter{};
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(MayExchangeQuery, (), (partner, matter, on))

struct CountCheck {
    CountId count;
    std::vector<InstrumentKind> kinds;
    bool in_force = false;
    Date as_of;
    std::uint32_t published = 0;
    std::uint32_t named = 0;    // Named here, and surely so on that day.
    std::uint32_t unknown = 0;  // Named here, and perhaps so on that day.
    std::int64_t gap = 0;       // published less named: what is not named here.
    std::vector<InstrumentId> instruments;  // Those named, then those perhaps.
    Source source;
};
BOOST_DESCRIBE_STRUCT(CountCheck, (), (count, kinds, in_force, as_of, published, named, unknown, gap, instruments, source))

struct CountsAnswer {
    std::vector<CountCheck> counts;
};
BOOST_DESCRIBE_STRUCT(CountsAnswer, (), (counts))

// What others counted, held against what is named here on the same day. A gap is shown and never filled.
struct CountsQuery {
    static constexpr std::string_view name = "accords.counts";
    using Answer = CountsAnswer;

    std::optional<CountId> count;
};
BOOST_DESCRIBE_STRUCT(CountsQuery, (), (count))

[[nodiscard]] CoverageAnswer answer(const Looking& looking, const CoverageQuery& query);
[[nodiscard]] WhichCoversAnswer answer(const Looking& looking, const WhichCoversQuery& query);
[[nodiscard]] MayExchangeAnswer answer(const Looking& looking, const MayExchangeQuery& query);
[[nodiscard]] CountsAnswer answer(const Looking& looking, const CountsQuery& query);

}  // namespace ponte::accords
