#include "house/house.h"

#include "base/canonical.h"
#include "house/command_codec.h"
#include "house/house_sample.h"
#include "house/query_codec.h"
#include "house/refusals.h"

// The life of a command: asked once, answered once, and never spoken of before it is durable.
namespace ponte::house::sample {

namespace {

// The head of the run that a receipt speaks of, as it stands in the journal.
journal::RunHeaded head_of(Place& place, const Receipt& receipt) {
    const auto entry = place.house->journal().read_entry(receipt.first);
    EXPECT_TRUE(entry);
    EXPECT_EQ(entry->leaf, receipt.leaf);
    EXPECT_EQ(entry->time, receipt.time);
    EXPECT_EQ(entry->view().type, journal::RunHeaded::type);
    return *from_bytes<journal::RunHeaded>(entry->view().payload);
}

}  // namespace

TEST(House, IsFoundedOnceByTwoAdministrators) {
    Place place;
    const auto answer = place.house->found(founding(), place.nonce());
    ASSERT_EQ(said(answer), "");
    EXPECT_EQ((*answer)->parts, 5U);
    EXPECT_EQ(place.house->desks().access.people.size(), 2U);
    EXPECT_TRUE(place.house->grant_of(PersonId("ana"), true).has("conference", access::Role::administrator));
    EXPECT_EQ(said(place.house->found(founding(), place.nonce())), "house.command_unknown");
}

TEST(House, AnswersWithTheSequenceAndLeafThatTheJournalHolds) {
    const auto place = place_at_work();
    const std::uint64_t before = place->house->journal().size();
    const Receipt receipt = place->done("amcm.officer", observation("m1.total", "12", Decimal{12, 0}, "2020-05"), "first");
    EXPECT_EQ(receipt.first, before);
    EXPECT_EQ(receipt.parts, 1U);
    EXPECT_FALSE(receipt.repeated);
    EXPECT_EQ(receipt.events.size(), 1U);
    EXPECT_EQ(place->house->journal().size(), before + 2);

    const journal::RunHeaded head = head_of(*place, receipt);
    EXPECT_EQ(head.actor, "amcm.officer");
    EXPECT_EQ(head.desk, "conference");
    EXPECT_EQ(head.command, "conference.record_observation");
    EXPECT_EQ(head.command_id, "first");
    EXPECT_EQ(head.parts, 1U);
    EXPECT_TRUE(head.asserted);
}

TEST(House, AnswersTheSameIdAgainWithoutWriting) {
    const auto place = place_at_work();
    const auto command = observation("m1.total", "12", Decimal{12, 0}, "2020-05");
    const Receipt first = place->done("amcm.officer", command, "once");
    const Desks desks = place->house->desks();
    const std::uint64_t size = place->house->journal().size();
    for (const bool reopened : {false, true}) {
        if (reopened) place->reopen();
        const Receipt again = place->done("amcm.officer", command, "once");
        EXPECT_TRUE(again.repeated);
        EXPECT_EQ(again.first, first.first);
        EXPECT_EQ(again.parts, first.parts);
        EXPECT_EQ(again.leaf, first.leaf);
        EXPECT_EQ(again.time, first.time);
        EXPECT_EQ(place->house->journal().size(), size);
        EXPECT_TRUE(place->house->desks() == desks);
    }
}

TEST(House, RefusesAKnownIdForAnotherBody) {
    const auto place = place_at_work();
    place->done("amcm.officer", observation("m1.total", "12", Decimal{12, 0}, "2020-05"), "once");
    const std::uint64_t size = place->house->journal().size();
    EXPECT_EQ(said(place->ask("amcm.officer", observation("m1.total", "13", Decimal{13, 0}, "2020-05"), "once")), "house.id_used_differently");
    place->reopen();
    EXPECT_EQ(said(place->ask("amcm.officer", observation("m1.total", "13", Decimal{13, 0}, "2020-05"), "once")), "house.id_used_differently");
    EXPECT_EQ(said(place->ask("ana", body_named("fdct", access::Side::macao), "founding")), "house.id_used_differently");
    EXPECT_EQ(place->house->journal().size(), size);
}

// What was refused under an id stays refused, also when the same words would be granted by now.
TEST(House, RecordsARefusalThatCarriesAnIdAndKeepsToIt) {
    const auto place = place_at_work();
    const auto command = observation("m9.total", "12", Decimal{12, 0}, "2020-05");
    const std::uint64_t size = place->house->journal().size();
    EXPECT_EQ(said(place->ask("amcm.officer", command, "early")), "conference.indicator_unknown");
    EXPECT_EQ(place->house->journal().size(), size + 2);
    place->done("dsepdr.secretariat", indicator("m9.total"));

    for (const bool reopened : {false, true}) {
        if (reopened) place->reopen();
        const auto answer = place->ask("amcm.officer", command, "early");
        ASSERT_EQ(said(answer), "conference.indicator_unknown");
        EXPECT_EQ(answer->error().subject, "m9.total");
        EXPECT_EQ(answer->error().place, "/indicator");
    }
    EXPECT_EQ(said(place->ask("amcm.officer", command, "later")), "");
}

TEST(House, LeavesNothingOfARefusalWithoutAnId) {
    const auto place = place_at_work();
    const Desks desks = place->house->desks();
    const std::uint64_t size = place->house->journal().size();
    EXPECT_EQ(said(place->ask("amcm.officer", observation("m9.total", "12", Decimal{12, 0}, "2020-05"))), "conference.indicator_unknown");
    EXPECT_EQ(said(place->ask("nobody", observation("m1.total", "12", Decimal{12, 0}, "2020-05"))), "conference.not_allowed");
    EXPECT_EQ(place->house->journal().size(), size);
    EXPECT_TRUE(place->house->desks() == desks);
}

TEST(House, RehearsesWithoutDoing) {
    const auto place = place_at_work();
    const Desks desks = place->house->desks();
    const std::uint64_t size = place->house->journal().size();
    const Request request = place->request("amcm.officer", observation("m1.total", "12", Decimal{12, 0}, "2020-05"));
    const auto rehearsed = place->house->rehearse(request);
    ASSERT_TRUE(rehearsed);
    EXPECT_EQ(place->house->journal().size(), size);
    EXPECT_TRUE(place->house->desks() == desks);
    EXPECT_EQ((*place->house->ask(request))->events, *rehearsed);
}

TEST(House, GivesEachRequestOfABatchItsVerdictInOneBlock) {
    const auto place = place_at_work();
    const auto good = observation("m1.total", "12", Decimal{12, 0}, "2020-05");
    const auto bad = observation("m9.total", "12", Decimal{12, 0}, "2020-05");
    const std::vector<Request> requests{
        place->request("amcm.officer", good, "a"), place->request("amcm.officer", bad, "b"), place->request("amcm.officer", bad),
        place->request("amcm.officer", good, "a"),  // the same again, before the first is durable
        place->request("amcm.officer", good),       // the same words under no id: known by then
        place->request("pboc.officer", good, "c"),
    };
    const std::uint64_t size = place->house->journal().size();
    const auto answers = place->house->ask_many(requests);
    ASSERT_TRUE(answers);
    std::vector<std::string> codes;
    for (const Answer& answer : *answers) codes.push_back(said(Attempt<Answer>(answer)));
    EXPECT_EQ(codes, (std::vector<std::string>{"", "conference.indicator_unknown", "conference.indicator_unknown", "", "conference.already_recorded", ""}));
    EXPECT_TRUE((*answers)[3]->repeated);
    EXPECT_EQ((*answers)[0]->first, size);
    EXPECT_EQ((*answers)[5]->first, size + 4);
    EXPECT_EQ(place->house->journal().size(), size + 6);

    // One block: one stamp for all of it, and a reader sees all or nothing of it.
    const auto report = place->house->journal().verify();
    ASSERT_TRUE(report);
    const Desks desks = place->house->desks();
    place->reopen();
    EXPECT_TRUE(place->house->desks() == desks);
}

// What an asker writes into a head or an entry may be of any length; the record's limits answer him.
TEST(House, RefusesWhatDoesNotFitAnEntry) {
    const auto place = place_at_work();
    const std::uint64_t size = place->house->journal().size();
    const auto command = observation("m1.total", "12", Decimal{12, 0}, "2020-05");
    EXPECT_EQ(said(place->ask("amcm.officer", command, std::string(70'000, 'i'))), "house.entry_too_long");
    conference::StateJudgement judgement{.indicator = conference::IndicatorId("m1.total"), .status = conference::Status::behind, .reason = std::string(70'000, 'r')};
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", judgement, "long")), "house.entry_too_long");
    // A refusal too long to be recorded is still said.
    EXPECT_EQ(said(place->ask(std::string(70'000, 'p'), command, "y")), "conference.not_allowed");
    EXPECT_EQ(place->house->journal().size(), size);
    EXPECT_EQ(said(place->ask("amcm.officer", command, "short")), "");
}

TEST(House, ReplaysToTheSameDesks) {
    const auto place = place_at_work();
    const auto item = place->recorded("amcm.officer", observation("m1.total", "12", Decimal{12, 0}, "2020-05"));
    place->done("amcm.head", conference::SignOffItem{.item = item});
    EXPECT_EQ(said(place->ask("amcm.head", conference::SignOffItem{.item = item}, "twice")), "conference.already_signed_off");
    place->done("dsepdr.secretariat", conference::FreezeDossier{.plan = conference::PlanId("2020"), .audience = conference::Audience::macao});
    const Desks desks = place->house->desks();
    const Digest root = place->house->journal().root();
    place->reopen();
    EXPECT_TRUE(place->house->desks() == desks);
    EXPECT_EQ(place->house->journal().root(), root);
    EXPECT_EQ(broken_promise_anywhere(desks), std::nullopt);
}

// A decision is all there or not at all: a position inside a run stands for the end of that run.
TEST(House, FoldsAnyPositionToTheEndOfItsRun) {
    Place place;
    std::map<std::uint64_t, Desks> stood{{0, {}}, {1, {}}};
    const auto note = [&] { stood[place.house->journal().size()] = place.house->desks(); };
    place.found();
    note();
    place.done("ana", body_named("amcm", access::Side::macao));
    note();
    place.done("ana", plan_2020());
    note();
    const std::vector<Request> batch{place.request("ana", indicator("m1.total"), "i"), place.request("ana", plan_2020(), "again")};
    const std::uint64_t first = place.house->journal().size();
    ASSERT_TRUE(place.house->ask_many(batch));
    note();
    stood[first + 2] = stood.rbegin()->second;  // The refusal after it changed no desk.

    for (std::uint64_t position = 0; position <= place.house->journal().size(); ++position) {
        const auto past = fold_until(place.house->journal(), position);
        ASSERT_TRUE(past) << position;
        const auto expected = stood.lower_bound(position);
        EXPECT_EQ(past->position, expected->first) << position;
        EXPECT_TRUE(past->desks == expected->second) << position;
    }
    const auto beyond = fold_until(place.house->journal(), place.house->journal().size() + 1);
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().code, "house.position_unknown");
}

}  // namespace ponte::house::sample
