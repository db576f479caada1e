#pragma once

#include "desks/withholding/decide.h"
#include "desks/withholding/invariants.h"
#include "desks/withholding/queries.h"

#include <gtest/gtest.h>

// For tests: the desk in memory, which plays the house, and small numbers to fill it with.
namespace ponte::withholding::sample {

inline Date day(std::string_view text) { return *Date::from_text(text); }
inline Decimal number(std::string_view text) { return *Decimal::from_text(text); }
inline JurisdictionId place(std::string_view id) { return JurisdictionId(std::string(id)); }
inline InstrumentId treaty(std::string_view id) { return InstrumentId(std::string(id)); }
inline Source source(std::string_view reference = "the notice") {
    return {.reference = std::string(reference), .as_of = Period::from_text("2026"), .confidence = Confidence::high, .note = {}};
}
inline Validity from(std::string_view text) { return {.from = Period::from_text(text)}; }

inline Provision cap(Income income, std::string_view rate, Validity validity = {}) {
    return {.income = income, .rate = rate.empty() ? std::nullopt : Decimal::from_text(rate), .validity = std::move(validity), .clause = "art. 10", .source = source()};
}
inline DomesticRate own(Income income, std::string_view rate, Validity validity = {}) {
    return {.income = income, .rate = rate.empty() ? std::nullopt : Decimal::from_text(rate), .validity = std::move(validity), .clause = "law", .source = source()};
}

struct Desk {
    State state;
    directory::Jurisdictions jurisdictions;
    Instant now = *Instant::from_text("2026-06-01T02:00:00Z");

    Desk() {
        for (const char* id : {"AA", "BB", "CC", "DD", "MO", "PT"}) jurisdictions.by_id[JurisdictionId(id)] = {};
    }
    template <class Command>
    [[nodiscard]] Decision decided(access::Role role, const Command& command) const {
        const access::Grant by{.person = PersonId("ana"), .body = BodyId("dsf"), .side = directory::Side::macao, .roles = {{.desk = "withholding", .role = role}}};
        return decide({.withholding = state, .jurisdictions = jurisdictions, .asker = by, .now = now}, command);
    }
    template <class Command>
    std::string ask(const Command& command) {
        const Decision decision = decided(access::Role::officer, command);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) {
            std::visit([&](const auto& one) { evolve(state, one, {}); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
        EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
        return {};
    }
    // A jurisdiction whose own rates are these, for each income alike.
    std::string own_rate(std::string_view id, std::string_view rate) {
        StateDomesticRates command{.jurisdiction = place(id)};
        for (const Income income : {Income::dividends, Income::interest, Income::royalties, Income::technical_services}) command.rates.push_back(own(income, rate));
        return ask(command);
    }
    std::string agree(std::string_view id, std::string_view a, std::string_view b, std::vector<Provision> provisions, Standing standing = Standing::in_effect) {
        return ask(StateTerms{.instrument = treaty(id), .a = place(a), .b = place(b), .standing = standing, .provisions = std::move(provisions)});
    }
    template <class Query>
    typename Query::Answer asked(const Query& query) const {
        return answer(state, query, {}, now);
    }
    [[nodiscard]] std::string rate(RateQuery query) const {
        const RateAnswer said = asked(query);
        return said.rate ? said.rate->to_text() : said.at_least.to_text() + ".." + said.at_most.to_text();
    }
};

}  // namespace ponte::withholding::sample
