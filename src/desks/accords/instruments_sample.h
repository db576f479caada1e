#pragma once

#include "desks/accords/invariants.h"
#include "desks/accords/partners_sample.h"

#include <functional>

// The desk of the tests with more partners and hands that write instruments and steps in a line, and with the
// promises looked at after each decision.
namespace ponte::accords {

struct Treaties : Desk {
    Treaties() {
        for (const char* code : {"VN", "KH", "BE"}) jurisdictions.by_id[place(code)] = english(code);
    }

    template <class One>
    std::string ask(const access::Grant& asker, const One& command) {
        const Decision decision = decided(asker, command);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) {
            const Recorded recorded{.sequence = sequence++, .leaf = {}, .time = now, .actor = asker.person, .run = 0};
            std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
        return {};
    }
    template <class One>
    [[nodiscard]] Refusal refused(const access::Grant& asker, const One& command) const {
        const Decision decision = decided(asker, command);
        EXPECT_FALSE(decision.has_value()) << One::name;
        return decision ? Refusal{} : decision.error();
    }
    [[nodiscard]] Standings on(std::string_view id, std::string_view date) const { return state.instruments.at(instrument_id(id)).life.on(day(date)); }
    [[nodiscard]] std::optional<Standing> known(std::string_view id, std::string_view date) const { return on(id, date).known(); }
    [[nodiscard]] InstrumentShown shown(std::string_view id, std::string_view date, const access::Sight& reader = of_body("dsaj")) const {
        const auto answered = asked(InstrumentQuery{.instrument = instrument_id(id), .on = day(date)}, reader);
        EXPECT_TRUE(answered.instrument.has_value()) << id;
        return answered.instrument.value_or(InstrumentShown{});
    }
};

inline RegisterInstrument treaty(std::string_view id, InstrumentKind kind, std::string_view partner, bool live = false) {
    RegisterInstrument command{.instrument = instrument_id(id), .live = live, .record = {}, .stage = Stage::published, .body = {}, .concerned = {}};
    InstrumentRecord& record = command.record;
    record.kind = kind;
    record.parties = {{.place = place("MO"), .organ = {}}, {.place = place(partner), .organ = english("theirs")}};
    record.names = english(std::string(id));
    record.force = {.by = ForceBy::unknown, .count = 0, .unit = CountIn::days, .fixed = {}, .clause = {}};
    record.sources = {source_of("a gazette")};
    return command;
}
inline ForceClause after_last_notice(std::uint16_t days) { return {.by = ForceBy::last_notice, .count = days, .unit = CountIn::days, .fixed = {}, .clause = "art. 28(1)"}; }

inline TakeStep taking(std::string_view id, StepKind kind, std::string_view date, std::string_view party = {}) {
    TakeStep command{};
    command.instrument = instrument_id(id);
    command.step = kind;
    command.date = span(date);
    if (!party.empty()) command.party = place(party);
    if (kind == StepKind::empowerment) command.signatory = "Secretary for Economy and Finance";
    command.evidence = {.source = source_of("a gazette"), .paper = {}};
    return command;
}
inline TakeStep reporting(std::string_view id, StepKind kind, std::string_view date, std::string_view party = {}) {
    TakeStep command = taking(id, kind, date, party);
    command.reported = true;
    return command;
}

}  // namespace ponte::accords
