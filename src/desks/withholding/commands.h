#pragma once

// What may be asked of the withholding desk. Each states the whole of one instrument or jurisdiction anew, so
// that a correction cannot leave half of the old rows behind.

#include "desks/withholding/events.h"

namespace ponte::withholding {

struct StateTerms {
    static constexpr std::string_view name = "withholding.state_terms";

    InstrumentId instrument;
    JurisdictionId a;
    JurisdictionId b;
    Standing standing{};
    std::vector<Provision> provisions;
};
BOOST_DESCRIBE_STRUCT(StateTerms, (), (instrument, a, b, standing, provisions))

struct WithdrawTerms {
    static constexpr std::string_view name = "withholding.withdraw_terms";

    InstrumentId instrument;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawTerms, (), (instrument, reason))

struct StateDomesticRates {
    static constexpr std::string_view name = "withholding.state_domestic_rates";

    JurisdictionId jurisdiction;
    std::vector<DomesticRate> rates;
};
BOOST_DESCRIBE_STRUCT(StateDomesticRates, (), (jurisdiction, rates))

struct StateCorporateRates {
    static constexpr std::string_view name = "withholding.state_corporate_rates";

    JurisdictionId jurisdiction;
    std::vector<CorporateRate> rates;
};
BOOST_DESCRIBE_STRUCT(StateCorporateRates, (), (jurisdiction, rates))

struct StateAntiAbuse {
    static constexpr std::string_view name = "withholding.state_anti_abuse";

    InstrumentId instrument;
    std::vector<DatedAntiAbuse> states;
};
BOOST_DESCRIBE_STRUCT(StateAntiAbuse, (), (instrument, states))

using Command = std::variant<StateTerms, WithdrawTerms, StateDomesticRates, StateCorporateRates, StateAntiAbuse>;

}  // namespace ponte::withholding
