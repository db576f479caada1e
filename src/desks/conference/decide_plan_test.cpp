#include "desks/conference/desk_sample.h"

namespace ponte::conference {
namespace {

using namespace sample;

template <class Command>
struct Request {
    Grant by;
    Command command;
};

const Measure& measure(const Desk& desk, std::uint16_t number) { return desk.state.plans.at(PlanId("2020")).measures.at(number); }

TEST(ImportPlan, StatesEachMeasureWithItsAreaAndItsPlaceInTheFile) {
    Desk desk;
    desk.done(secretariat(), plan_2020());
    const Plan& plan = desk.state.plans.at(PlanId("2020"));
    EXPECT_EQ(plan.imported.folded_characters, 85U);
    EXPECT_EQ(plan.imported.measures, 3);
    ASSERT_EQ(plan.measures.size(), 3U);
    EXPECT_EQ(measure(desk, 2).now().area, 1);
    EXPECT_EQ(measure(desk, 3).now().area, 2);
    EXPECT_EQ(measure(desk, 3).now().bytes_from, 300U);
    EXPECT_EQ(measure(desk, 3).now().duties.size(), 2U);
    EXPECT_EQ(desk.state.series.at("plan/2020").rows.size(), 4U);
}

TEST(ImportPlan, RefusesInTheDocumentedOrder) {
    const Desk desk = desk_with_a_plan();
    using R = Request<ImportPlan>;
    R good{secretariat(), plan_2020()};
    good.command.plan = PlanId("2021");
    expect_refusals<R>(
        good,
        {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
         {refusals::id_malformed, [](R& r) { r.command.plan = PlanId("計劃 2021"); }},
         {refusals::text_missing, [](R& r) { r.command.title.clear(); }},
         {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
         {refusals::measures_misnumbered, [](R& r) { r.command.measures.clear(); }},
         {refusals::measures_misnumbered, [](R& r) { r.command.measures[0].number = 2; }},
         {refusals::text_missing, [](R& r) { r.command.measures[0].text.clear(); }},
         {refusals::control_characters, [](R& r) { r.command.measures[0].text = "a\x01"; }},
         {refusals::text_too_long, [](R& r) { r.command.measures[0].text = std::string(16'001, 'x'); }},
         {refusals::text_missing, [](R& r) { r.command.measures[0].duties.clear(); }},
         {refusals::measures_misnumbered, [](R& r) { r.command.areas.pop_back(); }},
         {refusals::plan_exists, [](R& r) { r.command.plan = PlanId("2020"); }}},
        [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(ImportPlan, NamesTheMeasureThatIsMissing) {
    const Desk desk;
    ImportPlan plan = plan_2020();
    plan.measures.erase(plan.measures.begin() + 1);
    const Decision decision = desk.decided(secretariat(), plan);
    ASSERT_FALSE(decision);
    EXPECT_EQ(decision.error(), (Refusal{refusals::measures_misnumbered, "3", "/measures/1/number"}));
}

TEST(CorrectPlan, KeepsTheOldWordingAndStatesOnlyWhatChanged) {
    Desk desk = desk_with_a_plan();
    CorrectPlan correction = correction_of(plan_2020());
    correction.measures[1].text = "措施2（更正）";
    desk.done(secretariat(), correction);
    ASSERT_EQ(measure(desk, 2).wordings.size(), 2U);
    EXPECT_EQ(measure(desk, 2).wordings[0].stated.text, "措施2");
    EXPECT_EQ(measure(desk, 2).now().text, "措施2（更正）");
    EXPECT_EQ(measure(desk, 1).wordings.size(), 1U);
    const Plan& plan = desk.state.plans.at(PlanId("2020"));
    ASSERT_EQ(plan.corrections.size(), 1U);
    EXPECT_EQ(plan.corrections[0].changes, (std::vector<MeasureChange>{{2, "reworded"}}));
    EXPECT_EQ(plan.corrections[0].previous_file, sha256("the file"));
    EXPECT_EQ(plan.file, sha256("another file"));
}

TEST(CorrectPlan, DropsAndAddsAtTheEndAndKeepsWhatWasDropped) {
    Desk desk = desk_with_a_plan();
    CorrectPlan shorter = correction_of(plan_2020());
    shorter.measures.pop_back();
    desk.done(secretariat(), shorter);
    EXPECT_TRUE(measure(desk, 3).dropped);
    EXPECT_EQ(measure(desk, 3).now().text, "措施3");
    desk.done(secretariat(), correction_of(plan_2020(), "it belongs there after all"));
    EXPECT_FALSE(measure(desk, 3).dropped);
    EXPECT_EQ(measure(desk, 3).wordings.size(), 2U);
    EXPECT_EQ(desk.state.plans.at(PlanId("2020")).corrections[1].changes, (std::vector<MeasureChange>{{3, "added"}}));
}

TEST(CorrectPlan, RefusesInTheDocumentedOrder) {
    const Desk desk = desk_with_a_plan();
    using R = Request<CorrectPlan>;
    R good{secretariat(), correction_of(plan_2020())};
    good.command.measures[2].text = "措施3（更正）";
    expect_refusals<R>(good,
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::text_missing, [](R& r) { r.command.title.clear(); }},
                        {refusals::measures_misnumbered, [](R& r) { r.command.measures.clear(); }},
                        {refusals::measures_misnumbered, [](R& r) { r.command.measures[0].number = 9; }},
                        {refusals::text_missing, [](R& r) { r.command.measures[0].text.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.measures[0].text = "\x7f"; }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::plan_unchanged, [](R& r) { r.command.measures = plan_2020().measures; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

StateText in_english(std::uint16_t number, std::string text, std::vector<std::string> parts = {}) {
    return {.plan = PlanId("2020"),
            .measure = number,
            .language = Language::en,
            .status = TextStatus::reference,
            .text = std::move(text),
            .parts = std::move(parts),
            .source = "own translation"};
}

TEST(StateText, GoesStaleWhenTheWordingItTranslatesIsCorrected) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), in_english(1, "Measure 1", {"duty a", "duty b"}));
    desk.done(secretariat(), in_english(2, "Measure 2"));
    const auto is_stale = [&](std::uint16_t n) {
        return measure(desk, n).translations.at(Language::en).stated.of_text != measure(desk, n).wordings.back().digest;
    };
    EXPECT_FALSE(is_stale(1));
    CorrectPlan correction = correction_of(plan_2020());
    correction.measures[0].text += "！";
    desk.done(secretariat(), correction);
    EXPECT_TRUE(is_stale(1));
    EXPECT_FALSE(is_stale(2));
    desk.done(secretariat(), in_english(1, "Measure 1!"));
    EXPECT_FALSE(is_stale(1));
}

TEST(StateText, TakesTheTitleWithItsAreasAsMeasureNought) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), in_english(0, "Key work", {"Finance", "Mechanism"}));
    const Plan& plan = desk.state.plans.at(PlanId("2020"));
    EXPECT_EQ(plan.titles.at(Language::en).stated.of_text, sha256(plan.title));
    EXPECT_EQ(desk.ask(secretariat(), in_english(0, "Key work", {"Finance"})), "conference.parts_differ");
}

TEST(StateText, RefusesInTheDocumentedOrder) {
    const Desk desk = desk_with_a_plan();
    using R = Request<StateText>;
    expect_refusals<R>({secretariat(), in_english(1, "Measure 1", {"a", "b"})},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::text_missing, [](R& r) { r.command.text.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.text = "a\x02"; }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::text_too_long, [](R& r) { r.command.text = std::string(16'001, 'x'); }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::language_is_the_original, [](R& r) { r.command.language = Language::zh_hant; }},
                        {refusals::measure_unknown, [](R& r) { r.command.measure = 4; }},
                        {refusals::parts_differ, [](R& r) { r.command.parts.pop_back(); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

AppointBody lead(std::string body) {
    return {.plan = PlanId("2020"), .measure = 1, .body = BodyId(std::move(body)), .role = BodyRole::lead, .from = {}, .to = {}, .note = {}};
}

TEST(AppointBody, KeepsEveryAppointmentWithItsDates) {
    Desk desk = desk_with_a_plan();
    AppointBody first = lead("amcm");
    first.from = day("2020-01-01");
    first.to = day("2020-06-30");
    desk.done(secretariat(), first);
    desk.done(secretariat(), lead("dsedt"));
    AppointBody helper = lead("dsedt");
    helper.role = BodyRole::cooperating;
    desk.done(secretariat(), helper);
    ASSERT_EQ(measure(desk, 1).bodies.size(), 3U);
    EXPECT_EQ(measure(desk, 1).bodies[0].to, day("2020-06-30"));
}

TEST(AppointBody, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), lead("amcm"));
    using R = Request<AppointBody>;
    expect_refusals<R>({secretariat(), lead("dsedt")},
                       {{refusals::not_allowed, [](R& r) { r.by = reader(); }},
                        {refusals::dates_backwards,
                         [](R& r) {
                             r.command.from = day("2020-02-01");
                             r.command.to = day("2020-01-31");
                         }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::measure_unknown, [](R& r) { r.command.measure = 0; }},
                        {refusals::body_unknown, [](R& r) { r.command.body = BodyId("nobody"); }},
                        {refusals::already_appointed, [](R& r) { r.command.body = BodyId("amcm"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(EndAppointment, GivesTheLastDayAndLetsTheBodyBeAppointedAnew) {
    Desk desk = desk_with_a_plan();
    const AppointBody lead{.plan = PlanId("2020"), .measure = 1, .body = BodyId("amcm"), .role = BodyRole::lead, .from = day("2020-01-01")};
    desk.done(secretariat(), lead);
    EXPECT_EQ(desk.ask(secretariat(), lead), "conference.already_appointed");
    desk.done(secretariat(), EndAppointment{.plan = PlanId("2020"), .measure = 1, .body = BodyId("amcm"), .role = BodyRole::lead, .on = day("2020-06-30"), .reason = "handed over"});
    const auto& bodies = desk.state.plans.at(PlanId("2020")).measures.at(1).bodies;
    EXPECT_EQ(bodies.back().to, day("2020-06-30"));
    desk.done(secretariat(), lead);
    EXPECT_EQ(bodies.size(), 2U);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(EndAppointment, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), AppointBody{.plan = PlanId("2020"), .measure = 1, .body = BodyId("amcm"), .role = BodyRole::lead, .from = day("2020-02-01")});
    using R = Request<EndAppointment>;
    expect_refusals<R>({secretariat(), {.plan = PlanId("2020"), .measure = 1, .body = BodyId("amcm"), .role = BodyRole::lead, .on = day("2020-06-30"), .reason = "handed over"}},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::measure_unknown, [](R& r) { r.command.measure = 23; }},
                        {refusals::appointment_unknown, [](R& r) { r.command.role = BodyRole::verifying; }},
                        {refusals::dates_backwards, [](R& r) { r.command.on = day("2020-01-31"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

}  // namespace
}  // namespace ponte::conference
