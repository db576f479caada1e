#pragma once

#include "desks/withholding/events.h"

#include <map>
#include <set>
#include <utility>

// Rates as neighbours may read them: the rows as they were last stated, with the entries that state them.
namespace ponte::withholding {

struct Terms {
    JurisdictionId a;
    JurisdictionId b;
    Standing standing{};
    std::vector<Provision> provisions;
    std::uint64_t sequence = 0;

    friend bool operator==(const Terms&, const Terms&) = default;
};

struct OwnRates {
    std::vector<DomesticRate> rates;
    std::uint64_t sequence = 0;

    friend bool operator==(const OwnRates&, const OwnRates&) = default;
};

struct CompanyRates {
    std::vector<CorporateRate> rates;
    std::uint64_t sequence = 0;

    friend bool operator==(const CompanyRates&, const CompanyRates&) = default;
};

struct Guards {
    std::vector<DatedAntiAbuse> states;
    std::uint64_t sequence = 0;

    friend bool operator==(const Guards&, const Guards&) = default;
};

using Pair = std::pair<JurisdictionId, JurisdictionId>;

struct Rates {
    std::map<InstrumentId, Terms> terms;
    std::map<Pair, std::set<InstrumentId>> between;  // The smaller jurisdiction first.
    std::map<JurisdictionId, OwnRates> domestic;
    std::map<JurisdictionId, CompanyRates> corporate;
    std::map<InstrumentId, Guards> guards;

    friend bool operator==(const Rates&, const Rates&) = default;
};

[[nodiscard]] inline Pair pair_of(const JurisdictionId& one, const JurisdictionId& other) {
    return one < other ? Pair{one, other} : Pair{other, one};
}

}  // namespace ponte::withholding
