#pragma once

#include "desks/stay/decide.h"
#include "desks/stay/invariants.h"
#include "desks/stay/queries.h"

#include <gtest/gtest.h>

// For tests: the stay desk in memory, with a few places, a zone, two tables and rules that look like real ones.
namespace ponte::stay::sample {

inline Date day(std::string_view text) { return *Date::from_text(text); }
inline Period period(std::string_view text) { return *Period::from_text(text); }
inline JurisdictionId place(std::string_view code) { return JurisdictionId(std::string(code)); }
inline Document passport(std::string_view of) { return {DocumentKind::passport, place(of)}; }
inline Source source() { return {.reference = "the gazette", .as_of = period("2024-05"), .confidence = Confidence::high, .note = ""}; }
inline Window per_entry(std::uint16_t days) { return {.kind = WindowKind::per_entry, .limit = days}; }
inline Window rolling(std::uint16_t days, std::uint16_t span) { return {.kind = WindowKind::rolling, .limit = days, .span = span}; }
inline Window a_year(WindowKind kind, std::uint16_t days) { return {.kind = kind, .limit = days}; }
inline Validity from(std::string_view day) { return {.from = period(day)}; }

inline Rule rule(std::string id, Document document, std::string_view to, std::vector<Window> windows, Validity validity) {
    return {.rule = RuleId(std::move(id)), .document = std::move(document), .place = place(to), .requirement = Requirement::visa_free,
            .windows = std::move(windows), .validity = std::move(validity), .source = source()};
}

struct Desk {
    State state;
    directory::Jurisdictions jurisdictions;
    Instant now = *Instant::from_text("2026-06-01T02:00:00Z");
    std::uint64_t entry = 0;

    Desk() {
        for (const std::string_view code : {"MO", "CN", "HK", "PT", "ES", "US", "KZ", "BY", "TH"}) jurisdictions.by_id[place(code)] = {};
        jurisdictions.sets[directory::SetId("psc")].members.push_back({place("PT"), {}, {}, "here"});
    }
    template <class Command>
    [[nodiscard]] Decision decided(access::Role role, const Command& command) const {
        const access::Grant by{.person = PersonId("ana"), .body = BodyId("dsi"), .side = directory::Side::macao, .roles = {{.desk = "stay", .role = role}}};
        return decide(View{.stay = state, .jurisdictions = jurisdictions, .asker = by, .now = now}, command);
    }
    // The refusal's code, or nothing and it is done.
    template <class Command>
    std::string ask(const Command& command, access::Role role = access::Role::officer) {
        const Decision decision = decided(role, command);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) {
            std::visit([&](const auto& one) { evolve(state, one, {.sequence = ++entry}); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
        EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
        return {};
    }
    void enact(Rule one) { EXPECT_EQ(ask(EnactRule{.rule = std::move(one)}), ""); }
    [[nodiscard]] Looking looking() const { return {.stay = state, .jurisdictions = jurisdictions, .now = now}; }
};

inline OpenSnapshot table(std::string_view from) { return {.snapshot = SnapshotId(std::string(from)), .from = day(from), .licence = "MIT", .source = source()}; }

inline RecordBase lines(std::string_view snapshot) {
    return {.snapshot = SnapshotId(std::string(snapshot)),
            .lines = {{.passport = place("US"), .cells = {{place("PT"), Requirement::visa_free, 90}, {place("ES"), Requirement::visa_free, 90}, {place("CN"), Requirement::visa_required, {}}, {place("MO"), Requirement::visa_free, 30}, {place("TH"), Requirement::on_arrival, {}}}},
                      {.passport = place("MO"), .cells = {{place("US"), Requirement::visa_required, {}}, {place("PT"), Requirement::visa_free, 90}, {place("TH"), Requirement::visa_free, 30}}}}};
}

inline DefineZone schengen() {
    return {.zone = ZoneId("SCHENGEN"), .names = {.en = "Schengen area"}, .common = {rolling(90, 180)}, .source = source()};
}

// All of it in force.
inline Desk furnished() {
    Desk desk;
    EXPECT_EQ(desk.ask(table("2025-01-12")), "");
    EXPECT_EQ(desk.ask(lines("2025-01-12")), "");
    EXPECT_EQ(desk.ask(schengen()), "");
    for (const std::string_view member : {"PT", "ES"}) {
        EXPECT_EQ(desk.ask(DateZoneMember{.zone = ZoneId("SCHENGEN"), .member = place(member), .validity = from("1995-03-26"), .seen = {}, .source = source()}), "");
    }
    Rule waiver = rule("SCH-MAC", passport("MO"), "PT", {per_entry(90), rolling(90, 180)}, from("2001-04"));
    waiver.place.reset();
    waiver.zone = ZoneId("SCHENGEN");
    desk.enact(waiver);
    desk.enact(rule("KAZ-CHN", passport("KZ"), "CN", {per_entry(30), rolling(90, 180)}, from("2023-11-10")));
    desk.enact(rule("MAC-BLR", passport("MO"), "BY", {per_entry(30), a_year(WindowKind::calendar_year, 90)}, from("2020-01-01")));
    return desk;
}

}  // namespace ponte::stay::sample
