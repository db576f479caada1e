#pragma once

#include "base/refusal_table.h"
#include "desks/accords/decide.h"
#include "desks/accords/invariants.h"
#include "desks/accords/queries.h"
#include "desks/accords/refusals.h"

#include <gtest/gtest.h>

// A desk in memory with a few partners, for the tests of coverage, requests and partners.
namespace ponte::accords {

inline Date day(std::string_view text) { return *Date::from_text(text); }
inline Period span(std::string_view text) { return *Period::from_text(text); }
inline JurisdictionId place(std::string_view code) { return JurisdictionId(std::string(code)); }
inline InstrumentId instrument_id(std::string_view id) { return InstrumentId(std::string(id)); }
inline Decimal decimal(std::string_view text) { return *Decimal::from_text(text); }
inline Source source_of(std::string reference, Confidence confidence = Confidence::high) {
    return {.reference = std::move(reference), .as_of = {}, .confidence = confidence, .note = {}};
}
inline Names english(std::string text) { return {.zh_hant = {}, .zh_hans = {}, .pt = {}, .en = std::move(text)}; }

inline access::Grant by(access::Role role, std::string body = "dsaj", Side side = Side::macao) {
    return {.person = PersonId(std::string("ana")), .body = BodyId(std::move(body)), .side = side, .roles = {{"accords", role}}};
}
inline access::Grant secretariat() { return by(access::Role::secretariat); }
inline access::Grant officer(std::string body = "dsaj") { return by(access::Role::officer, std::move(body)); }
inline access::Grant head(std::string body = "dsaj") { return by(access::Role::head, std::move(body)); }
inline access::Sight of_body(std::string body, Side side = Side::macao) { return {.body = BodyId(std::move(body)), .side = side}; }
inline access::Sight everybody() { return {.body = {}, .side = {}}; }

struct Desk {
    State state;
    directory::Bodies bodies;
    directory::Jurisdictions jurisdictions;
    Instant now = *Instant::from_text("2026-06-01T09:00:00Z");
    std::uint64_t sequence = 1;

    Desk() {
        for (const char* code : {"MO", "CN", "HK", "PT", "AO", "MZ", "KR", "BR", "TL", "CV"}) jurisdictions.by_id[place(code)] = english(code);
        for (const char* body : {"dsaj", "gif", "dsf"}) bodies.by_id[BodyId(std::string(body))] = {.side = Side::macao, .by_date = {{}}};
        bodies.by_id[BodyId("ndrc")] = {.side = Side::mainland, .by_date = {{}}};
        directory::JurisdictionSet psc{.names = english("psc"), .kind = directory::SetKind::published, .note = {}, .source = {}, .members = {}};
        for (const char* code : {"AO", "PT", "MZ"}) psc.members.push_back({.jurisdiction = place(code), .from = {}, .to = {}, .source = {}});
        psc.members.push_back({.jurisdiction = place("TL"), .from = day("2022-04-01"), .to = {}, .source = {}});
        jurisdictions.sets[directory::SetId("psc")] = std::move(psc);
    }

    template <class One>
    [[nodiscard]] Decision decided(const access::Grant& asker, const One& command) const {
        return decide(View{.accords = state, .bodies = bodies, .jurisdictions = jurisdictions, .asker = asker, .now = now, .nonce = sha256("nonce")}, command);
    }
    // The refusal's code and place; empty where it was done.
    template <class One>
    [[nodiscard]] std::string said(const access::Grant& asker, const One& command) const {
        const Decision decision = decided(asker, command);
        return decision ? "" : std::string(decision.error().kind.code);
    }
    template <class One>
    void done(const access::Grant& asker, const One& command) {
        const Decision decision = decided(asker, command);
        ASSERT_TRUE(decision.has_value()) << decision.error().kind.code << " " << decision.error().subject << " " << decision.error().place;
        for (const Event& event : *decision) {
            const Recorded recorded{.sequence = sequence++, .leaf = {}, .time = now, .actor = asker.person, .run = 0};
            std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
    }
    template <class One>
    [[nodiscard]] auto asked(const One& query, const access::Sight& reader = of_body("dsaj")) const {
        return answer(Looking{.accords = state, .jurisdictions = jurisdictions, .reader = reader, .now = now}, query);
    }

    // A historic instrument between Macao and a partner, published.
    void instrument(std::string_view id, InstrumentKind kind, std::string_view partner, Stage stage = Stage::published) {
        RegisterInstrument command{.instrument = instrument_id(id), .live = false, .record = {}, .stage = stage, .body = {}, .concerned = {}};
        command.record.kind = kind;
        command.record.parties = {{.place = place("MO"), .organ = english("ours")}, {.place = place(partner), .organ = english("theirs")}};
        command.record.names = english(std::string(id));
        command.record.force = {.by = ForceBy::unknown, .count = 0, .unit = CountIn::days, .fixed = {}, .clause = {}};
        command.record.sources = {source_of("a gazette")};
        done(secretariat(), command);
    }
    void step(std::string_view id, StepKind kind, std::string_view on, bool unverified = false) {
        TakeStep command{};
        command.instrument = instrument_id(id);
        command.step = kind;
        command.date = span(on);
        command.reported = true;
        command.unverified = unverified;
        command.evidence = {.source = source_of("a gazette"), .paper = {}};
        done(secretariat(), command);
    }
};

}  // namespace ponte::accords
