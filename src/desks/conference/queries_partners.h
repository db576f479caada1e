#pragma once

#include "desks/conference/seen.h"
#include "desks/directory/facts.h"

// What the record says of each partner. No observation carries a partner: what is counted is what *names* one, by any of
// its names in any language, folded over scripts and accents. A name inside a longer name of another jurisdiction
// ("Guinea" in "Guinea-Bissau") does not count, nor does a word inside a longer word.
namespace ponte::conference {

// A published number under an indicator whose name says the partner: what flows, where it is recorded at all.
struct PartnerFigure {
    IndicatorId indicator;
    Names names;
    Names units;
    Decimal value;
    std::string as_published;
    std::string period;
    std::string badge;
    ItemId item;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(PartnerFigure, (), (indicator, names, units, value, as_published, period, badge, item, entry))

struct PartnerRow {
    JurisdictionId jurisdiction;
    Names names;
    std::vector<directory::SetId> sets;              // The sets that it is in on the day, in order.
    std::uint32_t actions = 0;            // Whose text names it.
    std::uint32_t observations = 0;       // Whose indicator's name names it: as many as there are figures.
    std::uint32_t sessions = 0;           // Whose place or principals name it.
    std::vector<std::uint16_t> measures;  // Of those actions and observations, in order.
    std::optional<Date> newest;           // The last day of the newest of all three.
    std::vector<PartnerFigure> figures;   // In order of indicator, then period.
};
BOOST_DESCRIBE_STRUCT(PartnerRow, (), (jurisdiction, names, sets, actions, observations, sessions, measures, newest, figures))

struct PartnersAnswer {
    Date as_at;
    std::vector<PartnerRow> partners;  // Every jurisdiction that is in a set on the day, also where nothing names it; by id.
};
BOOST_DESCRIBE_STRUCT(PartnersAnswer, (), (as_at, partners))

// Actions and observations of a plan, and all sessions, that name a partner: seen by the reader, not withdrawn, over by the
// day (today where absent).
struct PartnersQuery {
    static constexpr std::string_view name = "conference.partners";
    using Answer = PartnersAnswer;

    PlanId plan;
    std::optional<Date> as_at;
};
BOOST_DESCRIBE_STRUCT(PartnersQuery, (), (plan, as_at))

[[nodiscard]] PartnersAnswer answer(const Seen& seen, const directory::Jurisdictions& jurisdictions, const PartnersQuery& query, Date today);

}  // namespace ponte::conference
