#include "desks/conference/queries_proof.h"
#include "desks/conference/desk_sample.h"

#include <algorithm>

namespace ponte::conference {
namespace {

using namespace sample;

const PlanId plan_id("2020");

Proof proof(const Desk& desk, Audience audience = Audience::macao) { return proof_of(known_of(desk.state), plan_id, audience, day("2020-12-31")); }

const Commitment& commitment(const Proof& proof, std::string_view series) {
    const auto found = std::ranges::find(proof.commitments, series, &Commitment::series);
    EXPECT_NE(found, proof.commitments.end()) << series;
    return *found;
}

const Figure& figure(const Proof& proof, std::string_view id) {
    const auto found = std::ranges::find(proof.figures, id, &Figure::id);
    EXPECT_NE(found, proof.figures.end()) << id;
    return *found;
}

TEST(Proof, IsTheSameWhenMadeAgain) {
    Desk desk = desk_with_a_plan();
    desk.taken_to(desk.recorded(officer(), observation("a", "1", "2020")), Stage::released);
    EXPECT_EQ(proof(desk).figures_digest, proof(desk).figures_digest);
    EXPECT_EQ(proof(desk).commitments_digest, proof(desk).commitments_digest);
}

TEST(Proof, DiffersAsSoonAsARowIsAddedEvenOneThatTheAudienceIsNotShown) {
    Desk desk = desk_with_a_plan();
    desk.taken_to(desk.recorded(officer(), observation("a", "1", "2020")), Stage::released);
    const Proof before = proof(desk, Audience::mainland);
    desk.done(officer(), observation("b", "2", "2020"));  // Internal: the other side is shown nothing of it.
    const Proof after = proof(desk, Audience::mainland);
    EXPECT_EQ(after.figures_digest, before.figures_digest);
    EXPECT_NE(after.commitments_digest, before.commitments_digest);
    const Commitment& was = commitment(before, "indicator/m1.total");
    const Commitment& is = commitment(after, "indicator/m1.total");
    EXPECT_EQ(is.rows, was.rows + 1);
    EXPECT_NE(is.chain, was.chain);
    EXPECT_EQ(is.shown, was.shown);
    EXPECT_EQ(is.chain_shown, was.chain_shown);
    EXPECT_EQ(commitment(after, "plan/2020"), commitment(before, "plan/2020"));
}

TEST(Proof, DiffersFromAudienceToAudience) {
    Desk desk = desk_with_a_plan();
    desk.taken_to(desk.recorded(officer("amcm"), observation("a", "1", "2020")), Stage::signed_off);
    const Proof macao = proof(desk, Audience::macao);
    const Proof mainland = proof(desk, Audience::mainland);
    const Proof everyone = proof(desk, Audience::everyone);
    EXPECT_EQ(figure(macao, "m1.total.now").value, "1.00");
    EXPECT_EQ(figure(mainland, "m1.total.now").value, "");
    EXPECT_EQ(figure(everyone, "m1.total.status").value, "no_evidence");
    EXPECT_NE(macao.figures_digest, mainland.figures_digest);
    EXPECT_NE(macao.commitments_digest, mainland.commitments_digest);
    EXPECT_EQ(commitment(macao, "indicator/m1.total").chain, commitment(mainland, "indicator/m1.total").chain);
    EXPECT_NE(commitment(macao, "indicator/m1.total").chain_shown, commitment(mainland, "indicator/m1.total").chain_shown);
}

TEST(Proof, CommitsToTheChainOfEveryRow) {
    Desk desk = desk_with_a_plan();
    const ItemId item = desk.recorded(officer(), observation("a", "1", "2020"));
    desk.taken_to(item, Stage::published);
    const Commitment one = commitment(proof(desk), "indicator/m1.total");
    Digest chain;
    for (const Row& row : desk.state.series.at("indicator/m1.total").rows) chain = chained(chain, row.sequence, row.leaf);
    EXPECT_EQ(one.chain, chain);
    EXPECT_EQ(one.chain_shown, chain);
    EXPECT_EQ(one.rows, 5U);  // definition, observation, signed off, released, published
}

TEST(Proof, ListsTheSeriesBytewiseAndTheFiguresInTheOrderOfThePage) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), indicator("m1.another"));
    desk.done(officer(), action("done", "2020-05-05", 2));
    desk.done(secretariat(), SetMilestone{.milestone = MilestoneId("m1.signed"),
                                          .plan = plan_id,
                                          .measure = 1,
                                          .names = named("signed"),
                                          .due = day("2020-06-30"),
                                          .badge = Badge::configuration});
    desk.done(secretariat(), RecordSession{.number = 1, .on = day("2020-03-03"), .source = "s"});
    const Proof all = proof(desk);
    std::vector<std::string> series;
    for (const Commitment& one : all.commitments) series.push_back(one.series);
    EXPECT_EQ(series, (std::vector<std::string>{"actions/2020/2", "indicator/m1.another", "indicator/m1.total", "milestones/2020",
                                                "plan/2020", "sessions"}));
    std::vector<std::string> ids;
    for (const Figure& one : all.figures) ids.push_back(one.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"plan.measures", "plan.duties", "m2.actions",
                                             "m1.another.now", "m1.another.before", "m1.another.expected", "m1.another.status",
                                             "m1.total.now", "m1.total.before", "m1.total.expected", "m1.total.status",
                                             "milestones.overdue", "sessions.2020.held", "sessions.2020.duty",
                                             "summary.no_evidence", "summary.contradictory", "summary.no_target", "summary.behind",
                                             "summary.on_course", "summary.ahead", "summary.done"}));
    EXPECT_EQ(figure(all, "milestones.overdue").value, "1");
    EXPECT_EQ(figure(all, "plan.duties").value, "6");
    EXPECT_EQ(figure(all, "sessions.2020.duty").value, "met");
    EXPECT_EQ(figure(all, "summary.no_evidence").value, "2");
}

TEST(Proof, CountsAMilestoneAsOverdueFromTheDayAfter) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), SetMilestone{.milestone = MilestoneId("m1.signed"),
                                          .plan = plan_id,
                                          .measure = 1,
                                          .names = named("signed"),
                                          .due = day("2020-12-31"),
                                          .badge = Badge::configuration});
    EXPECT_EQ(figure(proof(desk), "milestones.overdue").value, "0");
    EXPECT_EQ(figure(proof_of(known_of(desk.state), plan_id, Audience::macao, day("2021-01-01")), "milestones.overdue").value, "1");
    desk.done(officer(), ReachMilestone{MilestoneId("m1.signed"), day("2020-12-31"), "https://example.org"});
    EXPECT_EQ(figure(proof_of(known_of(desk.state), plan_id, Audience::macao, day("2021-01-01")), "milestones.overdue").value, "0");
}

TEST(Figure, IsALineOfTabs) {
    const Figure one{.id = "a.now", .rule = "now", .series = "indicator/a", .value = "1", .period = "2020", .badge = "published", .entries = {3, 5}};
    EXPECT_EQ(one.line(), "a.now\tnow\tindicator/a\t1\t2020\tpublished\t3,5\n");
}

}  // namespace
}  // namespace ponte::conference
