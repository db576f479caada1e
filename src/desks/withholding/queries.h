#pragma once

#include "desks/access/facts.h"
#include "desks/withholding/queries_network.h"

// Questions to the withholding desk. Everything here rests on published law and is public.
namespace ponte::withholding {

struct TermsShown {
    InstrumentId instrument;
    JurisdictionId a;
    JurisdictionId b;
    Standing standing{};
    std::vector<Provision> provisions;
    std::vector<DatedAntiAbuse> guards;  // Empty: nothing was recorded, so every guard is unknown.
    std::uint64_t sequence = 0;
};
BOOST_DESCRIBE_STRUCT(TermsShown, (), (instrument, a, b, standing, provisions, guards, sequence))

struct TermsAnswer {
    std::vector<TermsShown> instruments;
};
BOOST_DESCRIBE_STRUCT(TermsAnswer, (), (instruments))

// The provisions as recorded: of one instrument, of one party, of two, or all.
struct TermsQuery {
    static constexpr std::string_view name = "withholding.terms";
    using Answer = TermsAnswer;

    std::optional<InstrumentId> instrument;
    std::optional<JurisdictionId> party;
    std::optional<JurisdictionId> other;
};
BOOST_DESCRIBE_STRUCT(TermsQuery, (), (instrument, party, other))

struct OwnRatesShown {
    JurisdictionId jurisdiction;
    std::vector<DomesticRate> domestic;
    std::vector<CorporateRate> corporate;
    std::uint64_t sequence = 0;
    std::uint64_t corporate_sequence = 0;
};
BOOST_DESCRIBE_STRUCT(OwnRatesShown, (), (jurisdiction, domestic, corporate, sequence, corporate_sequence))

struct OwnRatesAnswer {
    std::vector<OwnRatesShown> jurisdictions;
};
BOOST_DESCRIBE_STRUCT(OwnRatesAnswer, (), (jurisdictions))

// What jurisdictions take by their own law, as recorded: of one, or of all.
struct OwnRatesQuery {
    static constexpr std::string_view name = "withholding.own_rates";
    using Answer = OwnRatesAnswer;

    std::optional<JurisdictionId> jurisdiction;
};
BOOST_DESCRIBE_STRUCT(OwnRatesQuery, (), (jurisdiction))

using Query = std::variant<TermsQuery, OwnRatesQuery, RateQuery, RouteQuery, NetworkQuery, SigningQuery>;

[[nodiscard]] TermsAnswer answer(const State& state, const TermsQuery& query, const access::Sight& reader, Instant now);
[[nodiscard]] OwnRatesAnswer answer(const State& state, const OwnRatesQuery& query, const access::Sight& reader, Instant now);

}  // namespace ponte::withholding
