#pragma once

#include "base/refusal_table.h"
#include "desks/conference/state.h"
#include "desks/meetings/decide.h"
#include "desks/meetings/invariants.h"
#include "desks/meetings/queries.h"
#include "desks/meetings/refusals.h"
#include "desks/meetings/seen.h"
#include "desks/planning/state.h"
#include "desks/reporting/state.h"

#include <gtest/gtest.h>

// The meetings desk in memory, for its tests. It plays the house: decides, gives every event its place,
// folds it, and looks at the desk's promises after each decision.
namespace ponte::meetings::sample {

using access::Grant;
using access::Role;

inline Date day(std::string_view text) { return *Date::from_text(text); }
inline Instant instant(std::string_view text) { return *Instant::from_text(text); }
inline TimeOfDay at(std::string_view text) { return *TimeOfDay::from_text(text); }
inline Names named(std::string text) { return {.en = std::move(text)}; }
// The same words in the two languages that the sample's sessions need.
inline Names both(std::string text) { return {.zh_hant = "文 " + text, .pt = "texto " + text}; }

// Bodies: dsepdr (its secretariat), amcm, dsedt of Macao; ndrc (its secretariat), pboc of the Mainland;
// forum of neither.
Side side_of(std::string_view body);
Grant asker(std::string_view person, std::string_view body, std::vector<Role> roles);
inline Grant officer(std::string_view body = "amcm") { return asker("officer", body, {Role::officer}); }
inline Grant head(std::string_view body = "amcm") { return asker("head", body, {Role::head}); }
inline Grant reader(std::string_view body = "amcm") { return asker("reader", body, {Role::reader}); }
inline Grant secretariat() { return asker("secretariat", "dsepdr", {Role::secretariat}); }
inline Grant second_secretary() { return asker("second", "dsepdr", {Role::secretariat}); }
inline Grant other_secretariat() { return asker("secretariat", "ndrc", {Role::secretariat}); }
inline access::Sight sight(std::string_view body) { return {.body = BodyId(std::string(body)), .side = side_of(body)}; }
inline access::Sight the_public() { return {}; }

RaiseProblem problem(std::string text = "A new situation");
// On 2021-07-01 from 15:00 to 17:30, in Portuguese beside traditional Chinese; dsepdr drafts the minutes.
CallSession call(std::uint16_t session);
RecordAttendance attendance(std::uint16_t session, std::string_view body, std::string_view person);

class Desk {
public:
    Desk();  // With a plan of three measures and two items of evidence: "act-released", "act-internal", of amcm.

    State state;
    conference::State conference;
    reporting::State reporting;
    planning::State planning;
    translation::Required required;
    directory::Bodies bodies;
    calendar::BusinessDays business_days;
    Instant now = instant("2021-06-01T09:00:00Z");
    std::uint64_t position = 1;  // Entry 0 opens the journal.
    std::optional<Adopted> adopted;

    [[nodiscard]] View view(const Grant& by) const;
    [[nodiscard]] Looking looking(const access::Sight& reader) const;
    template <class Command>
    [[nodiscard]] Decided decided(const Grant& by, const Command& command) const {
        return decide(view(by), command);
    }
    // Decides and records. Gives the refusal's code, or nothing.
    template <class Command>
    std::string ask(const Grant& by, const Command& command) {
        const Decided decision = decided(by, command);
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
    template <class Command>
    void refused(const Grant& by, const Command& command, RefusalKind kind) {
        EXPECT_EQ(ask(by, command), kind.code) << Command::name;
    }
    template <class Query>
    [[nodiscard]] auto answered(const access::Sight& reader, const Query& query) const {
        return answer(looking(reader), query);
    }
    ProblemId raised(const Grant& by, const RaiseProblem& command);
    // The problem as far as the stage, by its own body's head and its side's secretariat.
    void taken_to(const ProblemId& problem, Stage stage);

    // The state folded again from the bytes of every event since the beginning.
    [[nodiscard]] State replayed() const;
    void record(const std::vector<Event>& events, const PersonId& actor);

private:
    std::vector<std::pair<Bytes, Recorded>> entries_;
    std::vector<std::size_t> kinds_;
    Event last_;
};

// Somebody of each side came, and the session was held; called already.
void held(Desk& desk, std::uint16_t session);
// A list of one line, not released.
ReviewListId listed(Desk& desk, const Grant& by);

// The minutes as far as: drafted by the secretary, circulated, approved by both, sealed.
MinutesLineGiven line(std::uint16_t number, std::string text);
MinutesLineGiven decides(std::uint16_t number, std::string text, std::string_view owner = "amcm");
Digest digest_of(const Desk& desk, std::uint16_t session, std::uint16_t correction = 0);
void approved(Desk& desk, std::uint16_t session, std::uint16_t correction = 0);
void sealed(Desk& desk, std::uint16_t session, std::uint16_t correction = 0);
// A session called, held, drafted with these lines, circulated, approved and sealed.
void sealed_with(Desk& desk, std::uint16_t session, std::vector<MinutesLineGiven> lines);

}  // namespace ponte::meetings::sample
