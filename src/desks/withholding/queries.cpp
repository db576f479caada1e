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

}  // namespace ponte::withholding
