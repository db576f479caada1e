// The dossier's chapter of what changed since the last session: from which session, and for whose eyes.
#include "adapters/dossier/dossier.h"
#include "adapters/html/html.h"
#include "base/json.h"
#include "cli/occasion.h"
#include "cli/since.h"
#include "house/house_sample.h"

#include <gtest/gtest.h>

namespace ponte::house::sample {
namespace {

using conference::Audience;

const conference::PlanId plan("2020");

meetings::TimeOfDay at(std::string_view text) { return *meetings::TimeOfDay::from_text(text); }

meetings::RecordAttendance attendance(std::uint16_t session, std::string body) {
    return {.session = session,
            .person = PersonId("at." + body),
            .body = BodyId(body),
            .office = "Director",
            .attends = meetings::Attends::principal,
            .on_behalf = {},
            .display = sealed("display", Digest{}, "A name")};
}

// Called, held and done with on one day; gives the position at its end.
std::uint64_t hold(Place& place, std::uint16_t session, const std::string& on) {
    place.done("dsepdr.secretariat", meetings::Command(meetings::CallSession{.session = session,
                                                                             .on = day(on),
                                                                             .from = at("15:00"),
                                                                             .to = at("17:00"),
                                                                             .place = {.zh_hant = "澳門", .pt = "Macau"},
                                                                             .form = meetings::Form::in_person,
                                                                             .languages = {Language::zh_hant, Language::pt},
                                                                             .chairs = {BodyId("ndrc"), BodyId("dsepdr")},
                                                                             .minutes_by = {}}));
    place.done("dsepdr.secretariat", meetings::Command(meetings::FixAgenda{.session = session, .items = {}}));
    place.done("dsepdr.secretariat", meetings::Command(attendance(session, "dsepdr")));
    place.done("ndrc.secretariat", meetings::Command(attendance(session, "ndrc")));
    place.clock.move_to(instant(on + "T10:00:00Z"));
    place.done("dsepdr.secretariat", meetings::Command(meetings::HoldSession{.session = session, .on = {}, .from = {}, .to = {}}));
    return place.house->journal().size();
}

std::optional<dossier::Changes> changes(Place& place, Audience audience, std::optional<std::uint64_t> position = {}, std::optional<Date> as_at = {}) {
    const auto now = place.house->at(position.value_or(place.house->journal().size()));
    EXPECT_TRUE(now);
    const auto made = cli::changes_since_last_session(*place.house, *now, plan, audience, as_at.value_or(now->time.date()),
                                                      cli::business_of(*now, plan, conference::sight_of(audience)));
    EXPECT_TRUE(made);
    return *made;
}

// Everything that the chapter could say: its values, and the page.
std::string told(Place& place, Audience audience) {
    dossier::Business business;
    const auto now = place.house->at(place.house->journal().size());
    business.changes = changes(place, audience);
    const auto seen = conference::Seen(conference::known_of(now->desks.conference), conference::sight_of(audience));
    const auto answer = conference::dossier_of(seen, plan, audience, now->time.date());
    return to_json(business) + html::render(dossier::paper_of(answer, Language::en, cli::occasion_of(place.house->journal(), *now, {}), business));
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST(SinceTheLastSession, StandsAtTheEndOfTheLastOneThatWasHeldBeforeThePosition) {
    const auto place = place_at_work();
    EXPECT_FALSE(changes(*place, Audience::macao)) << "no session yet";
    const std::uint64_t first = hold(*place, 7, "2020-06-02");
    EXPECT_FALSE(changes(*place, Audience::macao)) << "nothing before the session that the position ends with";
    place->recorded("amcm.officer", observation("m1.total", "120", Decimal{120, 0}, "2020-03"));
    const auto after_one = changes(*place, Audience::macao);
    ASSERT_TRUE(after_one);
    EXPECT_EQ(after_one->session, 7);
    EXPECT_EQ(after_one->values.from.position, first);
    EXPECT_EQ(after_one->root, place->house->journal().tree().root_at(first));
    EXPECT_FALSE(after_one->frozen);
    const auto frozen = place->done("dsepdr.secretariat", conference::Command(conference::FreezeDossier{.plan = plan, .audience = Audience::macao}));
    const std::uint64_t second = hold(*place, 8, "2020-09-02");
    // At the very end of a session one looks back to the one before; afterwards to it.
    EXPECT_EQ(changes(*place, Audience::macao)->session, 7);
    place->recorded("amcm.officer", observation("m2.total", "130", Decimal{130, 0}, "2020-04"));
    const auto after_two = changes(*place, Audience::macao);
    EXPECT_EQ(after_two->session, 8);
    EXPECT_EQ(after_two->values.from.position, second);
    EXPECT_EQ(after_two->frozen, frozen.first + 1);
    EXPECT_FALSE(changes(*place, Audience::mainland)->frozen) << "the other audience's dossier was not frozen";
    // As at a day before the second session there was only the first; as at a day before both, none.
    EXPECT_EQ(changes(*place, Audience::macao, {}, day("2020-07-01"))->session, 7);
    EXPECT_FALSE(changes(*place, Audience::macao, {}, day("2020-05-01")));
    EXPECT_EQ(changes(*place, Audience::macao, second - 1)->session, 7) << "a position inside of the run stands for its end";
}

TEST(SinceTheLastSession, TellsNobodyOfWhatWasNotReleasedToHim) {
    const auto place = place_at_work();
    hold(*place, 7, "2020-06-02");
    const conference::ItemId item = place->recorded("amcm.officer", observation("m1.total", "120.25", Decimal{12025, 2}, "2020-03"));
    const Receipt raised = place->done("amcm.officer", meetings::Command(meetings::RaiseProblem{.titles = named("Hidden trouble"),
                                                                                                .texts = named("Between us"),
                                                                                                .severity = meetings::Severity::high,
                                                                                                .duties = {{plan, 1, 1}},
                                                                                                .settling = {},
                                                                                                .due = {},
                                                                                                .earlier = {},
                                                                                                .body = {}}));
    const meetings::ProblemId problem = std::get<meetings::ProblemRaised>(std::get<meetings::Event>(raised.events.front())).problem;
    const auto knows = [&](Audience audience) {
        const std::string text = told(*place, audience);
        return std::string(contains(text, "120.25") ? "figure " : "") + (contains(text, "Hidden trouble") ? "problem" : "");
    };
    EXPECT_EQ(knows(Audience::macao), "") << "still inside of the body";
    place->done("amcm.head", conference::Command(conference::SignOffItem{.item = item}));
    place->done("amcm.head", meetings::Command(meetings::SignOffProblem{.problem = problem}));
    EXPECT_EQ(knows(Audience::macao), "figure problem");
    EXPECT_EQ(knows(Audience::mainland), "");
    EXPECT_EQ(knows(Audience::everyone), "");
    EXPECT_EQ(changes(*place, Audience::mainland)->values.papers.front().observations, 0U) << "not even counted";
    place->done("dsepdr.secretariat", conference::Command(conference::MoveItem{.item = item, .stage = conference::Stage::released}));
    place->done("dsepdr.secretariat", meetings::Command(meetings::MoveProblem{.problem = problem, .stage = meetings::Stage::released}));
    EXPECT_EQ(knows(Audience::mainland), "figure problem");
    EXPECT_EQ(knows(Audience::everyone), "");
    EXPECT_EQ(changes(*place, Audience::mainland)->values.papers.front().observations, 1U);
}

// Recorded before the session and released after it: new to the other side, and nothing new to the own one.
TEST(SinceTheLastSession, LooksAtTheEarlierPositionWithTheSameEyes) {
    const auto place = place_at_work();
    const conference::ItemId item = place->recorded("amcm.officer", observation("m1.total", "120.25", Decimal{12025, 2}, "2020-03"));
    place->done("amcm.head", conference::Command(conference::SignOffItem{.item = item}));
    hold(*place, 7, "2020-06-02");
    place->done("dsepdr.secretariat", conference::Command(conference::MoveItem{.item = item, .stage = conference::Stage::released}));
    const auto mainland = changes(*place, Audience::mainland);
    const auto macao = changes(*place, Audience::macao);
    ASSERT_TRUE(mainland && macao);
    EXPECT_EQ(mainland->values.indicators.front().before.value, "");
    EXPECT_EQ(mainland->values.indicators.front().after.value, "120.25");
    EXPECT_EQ(mainland->values.papers.front().observations, 1U);
    EXPECT_EQ(macao->values.indicators.front().before.value, "120.25");
    EXPECT_EQ(macao->values.papers.front().observations, 0U);
}

}  // namespace
}  // namespace ponte::house::sample
