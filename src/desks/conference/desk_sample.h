#pragma once

#include "base/refusal_table.h"
#include "desks/conference/decide.h"
#include "desks/conference/seen.h"
#include "desks/conference/refusals.h"

#include <gtest/gtest.h>

// The conference desk in memory, for its tests. It plays the house: decides, gives every event its place
// and leaf, folds it, and looks at the desk's promises after each decision.
namespace ponte::conference::sample {

using access::Grant;
using access::Role;

inline Date day(std::string_view text) { return *Date::from_text(text); }
inline Period period(std::string_view text) { return *Period::from_text(text); }
inline Instant instant(std::string_view text) { return *Instant::from_text(text); }
inline Decimal number(std::string_view text) { return *Decimal::from_text(text); }
inline Names named(std::string text) { return {.zh_hant = {}, .zh_hans = {}, .pt = {}, .en = std::move(text)}; }

// Bodies: dsepdr (its secretariat), amcm, dsedt of Macao; ndrc (its secretariat), pboc of the Mainland;
// forum of neither.
Side side_of(std::string_view body);
Grant asker(std::string_view person, std::string_view body, std::vector<Role> roles);
inline Grant officer(std::string_view body = "amcm") { return asker("officer", body, {Role::officer}); }
inline Grant head(std::string_view body = "amcm") { return asker("head", body, {Role::head}); }
inline Grant verifier(std::string_view body) { return asker("verifier", body, {Role::verifier}); }
inline Grant reader(std::string_view body = "amcm") { return asker("reader", body, {Role::reader}); }
inline Grant secretariat() { return asker("secretariat", "dsepdr", {Role::secretariat}); }
inline Grant other_secretariat() { return asker("secretariat", "ndrc", {Role::secretariat}); }
inline access::Sight sight(std::string_view body) { return {.body = BodyId(std::string(body)), .side = side_of(body)}; }

// Two areas, three measures, two duties each; the text is Chinese, so English is a translation.
ImportPlan plan_2020();
CorrectPlan correction_of(const ImportPlan& plan, std::string reason = "a misprint");
// A flow of measure 1 in RMB bn.
DefineIndicator indicator(std::string id = "m1.total");
// The value is given, so that the printed text may be any marker.
RecordObservation observation(std::string printed, std::string_view value, std::string_view when, std::string id = "m1.total");
RecordAction action(std::string text, std::string_view on, std::uint16_t measure = 1);

class Desk {
public:
    Desk();

    State state;
    directory::Bodies bodies;
    Instant now = instant("2020-12-31T09:00:00Z");
    std::uint64_t position = 1;  // Entry 0 opens the journal.

    template <class Command>
    [[nodiscard]] Decision decided(const Grant& by, const Command& command) const {
        const View view{.conference = state, .bodies = bodies, .asker = by, .now = now, .position = position, .nonce = nonce()};
        return decide(view, command);
    }
    // Decides and records. Gives the refusal's code, or nothing.
    template <class Command>
    std::string ask(const Grant& by, const Command& command) {
        const Decision decision = decided(by, command);
        if (!decision) return std::string(decision.error().kind.code);
        record(*decision, by.person);
        return {};
    }
    // Asks for what must succeed.
    template <class Command>
    void done(const Grant& by, const Command& command) {
        const std::string refused = ask(by, command);
        EXPECT_EQ(refused, "") << Command::name;
    }
    // Records the observation or action and gives its id.
    template <class Command>
    ItemId recorded(const Grant& by, const Command& command) {
        done(by, command);
        return last_item_;
    }
    // The item as far as the stage, by its own body's head and its side's secretariat.
    void taken_to(const ItemId& item, Stage stage);

    // The state folded again from the bytes of every event since the beginning.
    [[nodiscard]] State replayed() const;

private:
    [[nodiscard]] Digest nonce() const;
    void record(const std::vector<Event>& events, const PersonId& actor);

    std::vector<std::pair<Bytes, Recorded>> entries_;
    std::vector<std::size_t> kinds_;
    ItemId last_item_;
};

// A desk that has plan_2020() and the indicator m1.total.
Desk desk_with_a_plan();

}  // namespace ponte::conference::sample
