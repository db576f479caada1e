// A session of the joint conference where the desks meet: a session that was held counts for the yearly
// duty, and minutes are sealed at a checkpoint that the house itself finds adopted by both sides' witnesses.
#include "house/house_sample.h"
#include "house/query_codec.h"

#include <gtest/gtest.h>

namespace ponte::house::sample {
namespace {

using meetings::MinutesOf;

constexpr std::uint16_t number = 7;

meetings::TimeOfDay at(std::string_view text) { return *meetings::TimeOfDay::from_text(text); }

meetings::CallSession call() {
    return {.session = number,
            .on = day("2020-06-02"),
            .from = at("15:00"),
            .to = at("17:00"),
            .place = {.zh_hant = "澳門", .pt = "Macau"},
            .form = meetings::Form::in_person,
            .languages = {Language::zh_hant, Language::pt},
            .chairs = {BodyId("ndrc"), BodyId("dsepdr")},
            .minutes_by = {}};
}

meetings::RecordAttendance attendance(std::string_view body, std::string_view office) {
    return {.session = number,
            .person = PersonId("at." + std::string(body)),
            .body = BodyId(std::string(body)),
            .office = std::string(office),
            .attends = meetings::Attends::principal,
            .on_behalf = {},
            .display = sealed("display", Digest{}, "A name")};
}

void call_and_hold(Place& place) {
    place.done("dsepdr.secretariat", meetings::Command(call()));
    place.done("dsepdr.secretariat", meetings::Command(meetings::FixAgenda{.session = number, .items = {}}));
    place.done("dsepdr.secretariat", meetings::Command(attendance("dsepdr", "Director")));
    place.done("ndrc.secretariat", meetings::Command(attendance("ndrc", "Vice-chairman")));
    place.done("dsepdr.secretariat", meetings::Command(attendance("amcm", "Chairman")));
    place.clock.move_to(instant("2020-06-02T10:00:00Z"));
    place.done("dsepdr.secretariat", meetings::Command(meetings::HoldSession{.session = number, .on = {}, .from = {}, .to = {}}), "hold-7");
}

void draft_and_approve(Place& place) {
    const meetings::MinutesLineGiven line{.line = 1,
                                          .item = 1,
                                          .texts = {.zh_hant = "決定跟進。", .pt = "Decidiu-se dar seguimento."},
                                          .confirmed = {},
                                          .decision = meetings::DecisionGiven{.owner = BodyId("amcm")}};
    place.done("dsepdr.secretariat", meetings::Command(meetings::DraftMinutes{.session = number, .correction = {}, .lines = {line}, .answers = {}}));
    place.done("dsepdr.secretariat", meetings::Command(meetings::CirculateMinutes{.session = number, .correction = {}}));
    const Digest digest = place.house->desks().meetings.minutes.at({.session = number}).circulated()->drafted.event.digest;
    place.done("dsepdr.head", meetings::Command(meetings::ApproveMinutes{.session = number, .correction = {}, .digest = digest}));
    place.done("ndrc.secretariat", meetings::Command(meetings::ApproveMinutes{.session = number, .correction = {}, .digest = digest}));
}

struct Witness {
    std::string name;
    journal::SecretKey key;
};

std::vector<Witness> two_witnesses() {
    return {{"macao.example/witness", journal::SecretKey({20, 1})}, {"mainland.example/witness", journal::SecretKey({21, 1})}};
}

void name_witness(Place& place, const Witness& witness) {
    const journal::VerifierKey key{.name = witness.name, .use = journal::KeyUse::cosignature, .key = witness.key.public_key()};
    EXPECT_EQ(said(place.house->name_witness(PersonId("ana"), key, place.nonce())), "");
}

// The checkpoint of now with the witnesses' lines, kept by the log. Gives its size.
std::uint64_t cosigned(Place& place, const std::vector<Witness>& witnesses) {
    journal::Journal& journal = place.house->journal();
    auto note = journal::Note::parse(journal.checkpoint().value()).value();
    for (const Witness& one : witnesses) note.signatures.push_back(journal::cosign(note.text, one.name, one.key, 1'600'000'000));
    EXPECT_TRUE(journal.keep_cosignatures(note.to_text()));
    return journal.size();
}

meetings::Command seal_at(const Place& place, std::uint64_t size) {
    return meetings::SealMinutes{.session = number, .correction = {}, .size = size, .root = place.house->journal().tree().root_at(size)};
}

TEST(HeldSession, CountsForTheYearlyDutyWithItsCallAsTheSource) {
    const auto place = place_at_work();
    call_and_hold(*place);
    const conference::State& conference = place->house->desks().conference;
    ASSERT_TRUE(conference.sessions.contains(number));
    const conference::SessionRecorded& recorded = conference.sessions.at(number).recorded;
    EXPECT_EQ(recorded.on, day("2020-06-02"));
    EXPECT_EQ(recorded.badge, conference::Badge::computed);
    EXPECT_EQ(recorded.place, "澳門 / Macau");
    EXPECT_EQ(recorded.form, "in_person");
    // The chairs' offices, and nobody's name.
    EXPECT_EQ(recorded.principals, "Director; Vice-chairman");
    const std::uint64_t entry = place->house->desks().meetings.sessions.at(number).called.sequence;
    EXPECT_EQ(recorded.source.url, "journal:entry/" + std::to_string(entry));
    const auto years = answer_query(place->house->desks(), "conference.years", R"({"plan":"2020","as_at":"2020-12-31"})", {}, place->clock.now());
    ASSERT_TRUE(years);
    EXPECT_NE(years->find("\"met\""), std::string::npos) << *years;
    // Said again with the same id, nothing is held twice.
    const auto again = place->ask("dsepdr.secretariat", meetings::Command(meetings::HoldSession{.session = number, .on = {}, .from = {}, .to = {}}), "hold-7");
    ASSERT_TRUE(again && *again);
    EXPECT_TRUE((*again)->repeated);
    const Desks before = place->house->desks();
    place->reopen();
    EXPECT_EQ(place->house->desks(), before);
}

TEST(HeldSession, OfANumberThatIsPublishedAlreadyIsRefusedWhole) {
    const auto place = place_at_work();
    place->done("dsepdr.secretariat", meetings::Command(call()));
    place->done("dsepdr.secretariat", meetings::Command(attendance("dsepdr", "Director")));
    place->clock.move_to(instant("2020-06-02T10:00:00Z"));
    place->done("dsepdr.secretariat", conference::Command(conference::RecordSession{.number = number, .on = day("2020-06-02"), .source = "https://example.org/news"}));
    const std::uint64_t size = place->house->journal().size();
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", meetings::Command(meetings::HoldSession{.session = number, .on = {}, .from = {}, .to = {}}))), "meetings.session_exists");
    EXPECT_EQ(place->house->journal().size(), size);
}

TEST(SealedMinutes, StandAtACheckpointThatBothSidesWitnessesHaveCosigned) {
    const auto place = place_at_work();
    const auto witnesses = two_witnesses();
    name_witness(*place, witnesses[0]);
    call_and_hold(*place);
    const std::uint64_t early_one = cosigned(*place, {witnesses[0]});
    draft_and_approve(*place);
    // One side's witness alone adopts nothing, whatever the asker says.
    const std::uint64_t one = cosigned(*place, {witnesses[0]});
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", seal_at(*place, one))), "meetings.not_adopted");
    EXPECT_LT(early_one, one);
    name_witness(*place, witnesses[1]);
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", seal_at(*place, one))), "meetings.not_adopted");
    const std::uint64_t both = cosigned(*place, witnesses);
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", seal_at(*place, both - 1))), "meetings.adopted_differs");
    meetings::SealMinutes lie{.session = number, .correction = {}, .size = both, .root = sha256("another root")};
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", meetings::Command(lie))), "meetings.adopted_differs");
    place->done("dsepdr.secretariat", seal_at(*place, both), "seal-7");
    const auto& minutes = place->house->desks().meetings.minutes.at({.session = number});
    ASSERT_TRUE(minutes.sealed);
    EXPECT_EQ(minutes.sealed->event.size, both);
    EXPECT_EQ(place->house->desks().meetings.decisions.at(meetings::DecisionId("7-1")).state(), meetings::DecisionState::active);
    const Desks before = place->house->desks();
    place->reopen();
    EXPECT_EQ(place->house->desks(), before);
    const auto again = place->ask("dsepdr.secretariat", seal_at(*place, both), "seal-7");
    ASSERT_TRUE(again && *again);
    EXPECT_TRUE((*again)->repeated);
    EXPECT_EQ(said(place->ask("dsepdr.secretariat", seal_at(*place, both))), "meetings.minutes_sealed");
}

TEST(SealedMinutes, WaitForACheckpointThatHoldsTheApprovals) {
    const auto place = place_at_work();
    const auto witnesses = two_witnesses();
    for (const Witness& one : witnesses) name_witness(*place, one);
    call_and_hold(*place);
    const std::uint64_t before = cosigned(*place, witnesses);
    draft_and_approve(*place);
    EXPECT_EQ(said(place->ask("ndrc.secretariat", seal_at(*place, before))), "meetings.adopted_too_early");
    place->done("ndrc.secretariat", seal_at(*place, cosigned(*place, witnesses)));
}

}  // namespace
}  // namespace ponte::house::sample
