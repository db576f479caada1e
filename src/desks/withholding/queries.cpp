#include "desks/withholding/queries.h"

namespace ponte::withholding {

TermsAnswer answer(const State& state, const TermsQuery& query, const access::Sight&, Instant) {
    TermsAnswer answer;
    for (const auto& [id, terms] : state.rates.terms) {
        const auto is_party = [&](const JurisdictionId& one) { return terms.a == one || terms.b == one; };
        if (query.instrument && id != *query.instrument) continue;
        if ((query.party && !is_party(*query.party)) || (query.other && !is_party(*query.other))) continue;
        const auto guards = state.rates.guards.find(id);
        answer.instruments.push_back({.instrument = id,
                                      .a = terms.a,
                                      .b = terms.b,
                                      .standing = terms.standing,
                                      .provisions = terms.provisions,
                                      .guards = guards == state.rates.guards.end() ? std::vector<DatedAntiAbuse>{} : guards->second.states,
                                      .sequence = terms.sequence});
    }
    return answer;
}

OwnRatesAnswer answer(const State& state, const OwnRatesQuery& query, const access::Sight&, Instant) {
    std::map<JurisdictionId, OwnRatesShown> shown;
    const auto is_wanted = [&](const JurisdictionId& one) { return !query.jurisdiction || one == *query.jurisdiction; };
    for (const auto& [id, own] : state.rates.domestic) {
        if (!is_wanted(id)) continue;
        shown[id].domestic = own.rates;
        shown[id].sequence = own.sequence;
    }
    for (const auto& [id, company] : state.rates.corporate) {
        if (!is_wanted(id)) continue;
        shown[id].corporate = company.rates;
        shown[id].corporate_sequence = company.sequence;
    }
    OwnRatesAnswer answer;
    for (auto& [id, one] : shown) {
        one.jurisdiction = id;
        answer.jurisdictions.push_back(std::move(one));
    }
    return answer;
}

}  // namespace ponte::withholding
