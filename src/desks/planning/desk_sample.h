#pragma once

#include "base/refusal_table.h"
#include "desks/planning/decide.h"
#include "desks/planning/queries.h"
#include "desks/planning/refusals.h"
#include "desks/planning/seen.h"

#include <gtest/gtest.h>

// The planning desk in memory, for its tests. It plays the house: decides, gives every event its place,
// folds it, and looks at the desk's promises after each decision. What the conference knows is laid before
// it as plain values.
namespace ponte::planning::sample {

using access::Grant;
using access::Role;
using access::Stage;

inline Date day(std::string_view text) { return *Date::from_text(text); }
inline Names named(std::string text) { return {.zh_hant = {}, .zh_hans = {}, .pt = {}, .en = std::move(text)}; }

Side side_of(std::string_view body);  // ndrc, pboc: the Mainland; forum: neither; all others: Macao
Grant asker(std::string_view person, std::string_view body, Role role);
inline Grant macao() { return asker("secretariat", "dsepdr", Role::secretariat); }
inline Grant mainland() { return asker("secretariat", "ndrc", Role::secretariat); }
inline Grant head() { return asker("head", "dsepdr", Role::head); }
inline access::Sight sight(std::string_view body) { return {.body = BodyId(std::string(body)), .side = side_of(body)}; }
inline access::Sight the_public() { return {.body = {}, .side = {}}; }

// Plans of two areas with two measures each; every measure has two duties, "Do 1.1 of 2020" and so on.
conference::Plan plan(std::uint16_t year);

class Desk {
public:
    Desk();

    State state;
    std::map<PlanId, conference::Plan> plans;
    std::map<conference::IndicatorId, conference::Indicator> indicators;
    std::map<MilestoneId, conference::Milestone> milestones;
    conference::Items items;
    conference::AllSeries series;
    std::map<std::uint16_t, conference::Session> sessions;
    std::map<std::uint16_t, conference::YearWithoutSession> years_without_session;
    std::map<std::uint64_t, conference::DossierFrozen> frozen;
    directory::Bodies bodies;
    translation::Required required;
    std::map<meetings::ProblemId, meetings::Problem> problems;
    std::map<meetings::ReviewListId, meetings::ReviewList> review_lists;
    std::map<std::uint16_t, meetings::Session> called;
    std::map<meetings::MinutesOf, meetings::Minutes> minutes;
    std::map<meetings::DecisionId, meetings::Decision> decisions;
    std::vector<meetings::RowOf<meetings::ProblemId>> problem_rows;
    std::vector<meetings::RowOf<meetings::DecisionId>> decision_rows;
    Instant now = *Instant::from_text("2020-12-31T09:00:00Z");
    std::uint64_t position = 1;

    [[nodiscard]] conference::Known conference() const;
    [[nodiscard]] meetings::Known meetings() const;
    [[nodiscard]] Looking looking(access::Sight reader) const;

    template <class Command>
    [[nodiscard]] Decision decided(const Grant& by, const Command& command) const {
        const View view{.planning = state,
                        .conference = conference(),
                        .meetings = meetings(),
                        .bodies = bodies,
                        .asker = by,
                        .now = now,
                        .position = position,
                        .nonce = sha256("run " + std::to_string(position)),
                        .translation = {.required = required}};
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
    template <class Command>
    void done(const Grant& by, const Command& command) {
        EXPECT_EQ(ask(by, command), "") << Command::name;
    }
    // The entry of the last event recorded.
    [[nodiscard]] std::uint64_t last() const { return position - 1; }

    // An action under a duty of the 2020 plan, as far as the stage.
    ItemId action(std::uint16_t measure, std::uint16_t duty, std::string_view body, Stage stage, std::string text = "done");
    // Taken back, or as if that had not happened.
    void withdraw(const ItemId& item, bool withdrawn = true);
    MilestoneId milestone(std::uint16_t measure, std::uint16_t duty, bool reached);
    // A decision of the conference, sealed or not.
    std::string decision(std::string id, bool sealed);

    [[nodiscard]] State replayed() const;

private:
    void record(const std::vector<Event>& events, const PersonId& actor);

    std::vector<std::pair<Bytes, Recorded>> entries_;
    std::vector<std::size_t> kinds_;
    std::uint64_t papers_ = 0;
};

inline PlanId plan_2020() { return PlanId("2020"); }
inline ListId list_2021() { return ListId("2021"); }
inline DutyRef duty(std::uint16_t measure, std::uint16_t number, std::string plan = "2020") {
    return {.plan = PlanId(std::move(plan)), .measure = measure, .duty = number};
}
inline Origin from(DutyRef duty) {
    Origin origin;
    origin.duty = std::move(duty);
    return origin;
}
inline Origin from(FrameRef frame) {
    Origin origin;
    origin.frame = std::move(frame);
    return origin;
}
inline Evidence shown_by(ItemId item) {
    Evidence evidence;
    evidence.item = std::move(item);
    return evidence;
}
inline Target to_line(std::string line) {
    Target target;
    target.line = LineRef{.list = list_2021(), .line = LineId(std::move(line))};
    return target;
}
inline Target to_duty(DutyRef duty) {
    Target target;
    target.duty = std::move(duty);
    return target;
}
inline CloseDuty closing(std::uint16_t measure, std::uint16_t number, DutyOutcome outcome) {
    return {.plan = plan_2020(), .measure = measure, .duty = number, .outcome = outcome, .evidence = {}, .target = {}, .reason = "as it is"};
}
inline ConfirmClosing confirmation(std::uint16_t measure, std::uint16_t number, std::uint64_t proposal) {
    return {.plan = plan_2020(), .closings = {{.measure = measure, .duty = number, .proposal = proposal}}, .decision = {}};
}
inline OpenList opening() {
    return {.list = list_2021(), .year = 2021, .from_plan = plan_2020(), .original = Language::zh_hans, .required = {Language::pt}};
}
inline AddLine line_in(std::uint16_t area, std::vector<Origin> origins = {}) {
    return {.list = list_2021(), .area = area, .place = {}, .origins = std::move(origins), .note = {}};
}
inline ProposeWording wording(std::string line, std::string text, Language language = Language::zh_hans) {
    return {.list = list_2021(), .line = LineId(std::move(line)), .language = language, .text = std::move(text), .comment = {}};
}
inline AgreeWording agreement(std::string line, std::string_view text, Language language = Language::zh_hans) {
    return {.list = list_2021(), .line = LineId(std::move(line)), .language = language, .text = sha256(text)};
}
inline AdoptList adopting() { return {.list = list_2021(), .form = {}, .decision = {}, .duties = {}}; }

// Proposed by Macao, agreed by the Mainland.
void worded(Desk& desk, const std::string& line, const std::string& text, Language language = Language::zh_hans);
// The list of 2021 with one line in each area, all of it agreed in both required languages.
Desk desk_with_an_agreed_list();

}  // namespace ponte::planning::sample
