#pragma once

#include "desks/origin/decide.h"
#include "desks/origin/invariants.h"
#include "desks/origin/queries.h"
#include "desks/origin/refusals.h"

#include <gtest/gtest.h>

// For tests: the origin desk in memory, which plays the house, and rows to begin from.
namespace ponte::origin {

inline Date day(std::string_view text) { return *Date::from_text(text); }
inline const JurisdictionId macao("MO");
inline const JurisdictionId mainland("CN");

struct Desk {
    State state;
    directory::Jurisdictions jurisdictions;
    Instant now = *Instant::from_text("2026-06-15T02:00:00Z");
    std::uint64_t sequence = 100;

    Desk() {
        for (const char* one : {"MO", "CN", "HK", "PT", "BR"}) jurisdictions.by_id[JurisdictionId(one)] = {};
    }
    [[nodiscard]] static access::Grant person(std::string_view name, access::Role role, std::string_view body = "dsedt") {
        return {.person = PersonId(std::string(name)), .body = BodyId(std::string(body)), .side = directory::Side::macao, .roles = {{.desk = "origin", .role = role}}};
    }
    template <class One>
    [[nodiscard]] Decision decided(const access::Grant& by, const One& command) const {
        return decide(View{.origin = state, .jurisdictions = jurisdictions, .asker = by, .now = now}, command);
    }
    template <class One>
    [[nodiscard]] Decision decided(access::Role role, const One& command) const {
        return decided(person("ana", role), command);
    }
    // The refusal's code, or nothing where it was done.
    template <class One>
    std::string ask(const One& command, const access::Grant& by = person("ana", access::Role::officer)) {
        const Decision decision = decided(by, command);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) {
            ++sequence;
            std::visit([&](const auto& one) { evolve(state, one, {.sequence = sequence, .time = now, .actor = by.person}); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
        EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
        return {};
    }
    [[nodiscard]] Looking looking(const access::Sight& reader = {}) const {
        return {.origin = state, .jurisdictions = jurisdictions, .reader = reader, .now = now};
    }
};

inline Source sample_source() { return {.reference = "the notice", .as_of = Period::from_text("2019"), .confidence = Confidence::high, .note = ""}; }

inline RecordSet sample_set(std::string_view id) {
    return {.set = RuleSetId(std::string(id)),
            .names = {.en = "CEPA, goods"},
            .parties = {macao, mainland},
            .validity = {.from = Period::from_text("2019-01-01")},
            .clause = "chapter 4",
            .source = sample_source()};
}

inline RuleRow sample_rule(std::string_view id, std::string_view hs, std::string_view tests, std::string_view from) {
    return {.rule = RuleId(std::string(id)),
            .hs = std::string(hs),
            .version = HsVersion::hs2017,
            .description = "a good",
            .tests = std::string(tests),
            .text = "",
            .validity = {.from = Period::from_text(from)},
            .clause = "the annex",
            .source = sample_source()};
}

}  // namespace ponte::origin
