// An adopted list is next year's plan in the same journal: by both secretariats, through the whole house.
#include "desks/conference/queries.h"
#include "desks/planning/queries.h"
#include "house/house_sample.h"
#include "house/query_codec.h"

namespace ponte::house::sample {
namespace {

using planning::LineId;
using planning::ListId;
using planning::Origin;

constexpr const char* macao = "dsepdr.secretariat";
constexpr const char* mainland = "ndrc.secretariat";

void worded(Place& place, const std::string& line, const std::string& text, Language language) {
    place.done(macao, planning::ProposeWording{.list = ListId("2021"), .line = LineId(line), .language = language, .text = text, .comment = {}});
    place.done(mainland, planning::AgreeWording{.list = ListId("2021"), .line = LineId(line), .language = language, .text = sha256(text)});
}

std::unique_ptr<Place> place_with_an_agreed_list() {
    auto place = place_at_work();
    place->done(macao, planning::OpenList{.list = ListId("2021"), .year = 2021, .from_plan = conference::PlanId("2020"), .original = Language::en, .required = {Language::pt}});
    Origin origin;
    origin.duty = planning::DutyRef{.plan = conference::PlanId("2020"), .measure = 2, .duty = 1};
    place->done(mainland, planning::AddLine{.list = ListId("2021"), .area = 1, .place = {}, .origins = {origin}, .note = {}});
    for (const auto& [line, english, portuguese] : {std::tuple("title", "Plan of 2021", "Plano de 2021"), {"area1", "All", "Tudo"},
                                                    {"line1", "Clear the payments; report on them.", "Compensar os pagamentos; dar conta deles."}}) {
        worded(*place, line, english, Language::en);
        worded(*place, line, portuguese, Language::pt);
    }
    return place;
}

planning::AdoptList adopting() {
    return {.list = ListId("2021"),
            .form = {},
            .decision = {},
            .duties = {{.line = LineId("line1"), .language = Language::en, .duties = {"Clear the payments", "report on them"}},
                       {.line = LineId("line1"), .language = Language::pt, .duties = {"Compensar os pagamentos", "dar conta deles"}}}};
}

TEST(AdoptedList, IsThePlanOfTheNextYearInTheSameRun) {
    auto place = place_with_an_agreed_list();
    place->done(mainland, adopting());
    const Receipt receipt = place->done(macao, adopting(), "adopt-2021");
    // ListAdopted, one link, PlanImported, one MeasureStated, two texts in Portuguese.
    EXPECT_EQ(receipt.events.size(), 6U);
    const auto& plans = place->house->desks().conference.plans;
    ASSERT_TRUE(plans.contains(conference::PlanId("2021")));
    const conference::Plan& plan = plans.at(conference::PlanId("2021"));
    EXPECT_EQ(plan.imported.status, TextStatus::official);
    EXPECT_EQ(plan.imported.source, "list/2021");
    EXPECT_EQ(plan.imported.file, sha256("Plan of 2021\nI. All\n1. Clear the payments; report on them.\n"));
    EXPECT_EQ(plan.measures.at(1).now().duties, (std::vector<std::string>{"Clear the payments", "report on them"}));
    EXPECT_EQ(plan.measures.at(1).now().bytes_from, 20U);
    EXPECT_EQ(plan.measures.at(1).now().line_from, 3U);
    EXPECT_EQ(plan.measures.at(1).translations.at(Language::pt).stated.parts.size(), 2U);
    EXPECT_EQ(plan.measures.at(1).translations.at(Language::pt).stated.of_text, sha256("Clear the payments; report on them."));
    EXPECT_EQ(plan.titles.at(Language::pt).stated.parts, (std::vector<std::string>{"Tudo"}));
    // The next year begins: evidence is recorded under it, and it knows where it comes from.
    place->done("amcm.officer", conference::RecordAction{.plan = conference::PlanId("2021"), .measure = 1, .duty = 2, .on = day("2020-06-01"), .texts = named("Reported"), .source = "https://example.org"});
    const auto lineage = answer_query(place->house->desks(), "planning.lineage", R"({"plan":"2021","measure":1,"duty":2})", {.body = {}, .side = {}}, place->house->now());
    ASSERT_TRUE(lineage);
    EXPECT_NE(lineage->find(R"("origin_text":"One")"), std::string::npos) << *lineage;
    // Asked again after a lost reply it is answered as before, and the record folds to the same.
    EXPECT_TRUE(place->done(macao, adopting(), "adopt-2021").repeated);
    const Desks before = place->house->desks();
    place->reopen();
    EXPECT_EQ(place->house->desks(), before);
}

TEST(AdoptedList, IsRefusedAsAWholeWhereTheConferenceRefusesThePlan) {
    auto place = place_with_an_agreed_list();
    place->done(macao, adopting());
    conference::ImportPlan taken = plan_2020();
    taken.plan = conference::PlanId("2021");
    taken.year = 2021;
    place->done(macao, taken);
    EXPECT_EQ(said(place->ask(mainland, adopting())), "conference.plan_exists");
    EXPECT_FALSE(place->house->desks().planning.lists.at(ListId("2021")).adopted);
    EXPECT_TRUE(place->house->desks().planning.links.empty());
}

TEST(AdoptedList, HasNoTwoEventsOfOneBlind) {
    auto place = place_with_an_agreed_list();
    EXPECT_EQ(said(place->ask("amcm.officer", adopting())), "planning.not_allowed");
    place->done(macao, planning::CloseDuty{.plan = conference::PlanId("2020"), .measure = 1, .duty = 1, .outcome = planning::DutyOutcome::dropped, .evidence = {}, .target = {}, .reason = "over"});
    const auto& closing = place->house->desks().planning.closings.begin()->second;
    const auto& line = *place->house->desks().planning.lists.at(ListId("2021")).line(LineId("line1"));
    EXPECT_NE(closing.proposal.event.blind, line.added.blind);
    EXPECT_NE(closing.proposal.event.blind, planning::Blind{});
}

}  // namespace
}  // namespace ponte::house::sample
