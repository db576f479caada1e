#include "house/house_sample.h"
#include "house/query_codec.h"

#include <algorithm>
#include <functional>

// What the sides are told of a round while it goes on: a life of one return, step by step, and after each step
// every question of every reader. The other side must be answered as if nothing had happened since the last
// step that was meant for it; no word of a step may be found where it was not meant to be read.
namespace ponte::house::sample {

namespace {

using conference::IndicatorId;
using conference::Verdict;
using reporting::RoundId;

const RoundId q3("2020-q3");
const BodyId amcm("amcm");

enum class For { body, side, both };  // who may know of a step

struct Step {
    For whom{};
    std::string marker;  // a word of the step that occurs nowhere else; "=..." and nothing are no such words
    std::function<void(Place&)> take;
};

void furnish(Place& place) {
    place.clock.move_to(instant("2020-10-05T02:00:00Z"));
    for (const std::string id : {"CN", "MO"}) {
        place.done("ana", directory::NameJurisdiction{.jurisdiction = JurisdictionId(id), .names = named(id), .source = "a list"});
        place.done("ana", calendar::LoadYear{.place = JurisdictionId(id), .year = 2020, .days = {}, .official = true, .source = "a notice"});
    }
    for (const auto& [body, measure] : {std::pair("amcm", 1), {"dsedt", 2}, {"pboc", 3}}) {
        place.done("dsepdr.secretariat", conference::AppointBody{.plan = conference::PlanId("2020"), .measure = static_cast<std::uint16_t>(measure), .body = BodyId(body), .role = conference::BodyRole::lead, .note = ""});
    }
    place.done("dsepdr.secretariat", reporting::OpenRound{.round = q3, .plan = conference::PlanId("2020"), .period = period("2020-Q3"), .working_days = 5});
}

reporting::RecordReturn figure(std::string marker, std::string number, std::string because = {}) {
    reporting::FigureReported row{.indicator = IndicatorId("m1.total"), .as_published = std::move(number), .source = "https://example.org/" + marker};
    if (!because.empty()) row.because = because;
    return {.round = q3, .figures = {row}};
}

Step step(For whom, std::string marker, std::string actor, AnyCommand command) {
    return {whom, std::move(marker), [actor = std::move(actor), command = std::move(command)](Place& place) { place.done(actor, command); }};
}

Step at(std::string when) {
    return {For::both, "", [when](Place& place) { place.clock.move_to(instant(when)); }};
}

// Draft, correction, extension, sign-off, a question inside the side, release, questions of the other side,
// a corrected figure and words in answer, late bodies, closing, reopening.
std::vector<Step> life_of_a_return() {
    const auto verify = [](Verdict verdict, std::string reason) {
        return reporting::VerifyReturn{.round = q3, .body = amcm, .verdict = verdict, .reason = std::move(reason)};
    };
    return {
        step(For::body, "zdraftone", "amcm.officer", figure("zdraftone", "1041")),
        step(For::body, "znotable", "amcm.officer", reporting::RecordReturn{.round = q3, .nothing = {{.indicator = IndicatorId("m1.total"), .because = reporting::NothingBecause::other, .note = "znotable"}}}),
        step(For::body, "zdrafttwo", "amcm.officer", figure("zdrafttwo", "1042")),
        step(For::side, "zextend", "amcm.officer", reporting::AskExtension{.round = q3, .to = day("2020-10-14"), .reason = "zextend"}),
        step(For::side, "zrefused", "dsepdr.secretariat", reporting::RefuseExtension{.round = q3, .body = amcm, .reason = "zrefused"}),
        step(For::side, "zletter", "dsepdr.secretariat", reporting::AmendRequest{.round = q3, .body = amcm, .note = "zletter"}),
        step(For::side, "", "dsepdr.secretariat", reporting::Remind{.round = q3}),
        step(For::side, "=signed", "amcm.head", reporting::SignOffReturn{.round = q3}),
        step(For::side, "zinside", "dsedt.verifier", verify(Verdict::questioned, "zinside")),
        step(For::body, "zwords", "amcm.officer", reporting::AnswerQuestion{.round = q3, .text = "zwords"}),
        step(For::body, "zthird", "amcm.officer", figure("zthird", "1043", "zslip")),
        step(For::side, "=signed", "amcm.head", reporting::SignOffReturn{.round = q3}),
        step(For::both, "=released", "dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = amcm}),
        step(For::both, "zoutside", "ndrc.verifier", verify(Verdict::questioned, "zoutside")),
        step(For::body, "zfourth", "amcm.officer", figure("zfourth", "1044", "zrevised")),
        step(For::body, "zanswer", "amcm.officer", reporting::AnswerQuestion{.round = q3, .text = "zanswer"}),
        at("2020-10-15T02:00:00Z"),
        step(For::side, "=signed", "amcm.head", reporting::SignOffReturn{.round = q3}),
        step(For::both, "=released", "dsepdr.secretariat", reporting::ReleaseReturn{.round = q3, .body = amcm}),
        step(For::both, "", "ndrc.verifier", verify(Verdict::accepted, "")),
        step(For::side, "zagain", "dsepdr.secretariat", reporting::ReopenRequest{.round = q3, .body = amcm, .reason = "zagain"}),
        step(For::body, "zfifth", "amcm.officer", figure("zfifth", "1045", "zmisread")),
        step(For::both, "zescalated", "dsepdr.secretariat", reporting::Escalate{.round = q3, .body = BodyId("dsedt"), .to_body = BodyId("ndrc"), .reason = "zescalated"}),
        step(For::both, "", "dsepdr.secretariat", reporting::CloseRound{.round = q3, .reason = "zclosing"}),
    };
}

std::string everything_told(const House& house, const access::Sight& sight, Instant now) {
    std::string told;
    for (const QueryForm& form : query_forms()) {
        if (!form.name.starts_with("reporting.") && form.name != "conference.items" && form.name != "conference.status") continue;
        std::vector<std::string> all{"{}", R"({"round":"2020-q3"})", R"({"plan":"2020"})"};
        for (const std::string body : {"amcm", "dsedt", "pboc"}) {
            all.push_back(R"({"round":"2020-q3","body":")" + body + "\"}");
            all.push_back(R"({"body":")" + body + "\"}");
        }
        std::size_t understood = 0;
        for (const std::string& parameters : all) {
            const auto answer = answer_query(house.desks(), form.name, parameters, sight, now);
            if (!answer) continue;
            ++understood;
            told += std::string(form.name) + " " + *answer + "\n";  // What was asked is the asker's own word.
        }
        EXPECT_GT(understood, 0U) << form.name << " is asked by nobody here";
    }
    return told;
}

std::unique_ptr<Place> played(const std::vector<Step>& steps, std::size_t count) {
    auto place = place_at_work();
    furnish(*place);
    for (std::size_t i = 0; i < count; ++i) steps[i].take(*place);
    return place;
}

access::Sight sight_of_person(const Place& place, std::string person) { return sight_of(place.house->grant_of(PersonId(std::move(person)), true)); }

}  // namespace

TEST(ReportingSight, AnswersTheOtherSideAsIfNothingHadHappenedThatIsNotForIt) {
    const auto steps = life_of_a_return();
    std::size_t compared = 0;
    for (std::size_t count = 0; count <= steps.size(); ++count) {
        std::size_t meant = count;
        while (meant > 0 && steps[meant - 1].whom != For::both) --meant;
        if (meant == count) continue;
        SCOPED_TRACE("after step " + std::to_string(count) + ", " + steps[count - 1].marker);
        const auto with = played(steps, count);
        const auto without = played(steps, meant);
        for (const std::string person : {"ndrc.secretariat", "ndrc.verifier", "pboc.officer", "pboc.head"}) {
            const std::string told = everything_told(*with->house, sight_of_person(*with, person), with->clock.now());
            EXPECT_EQ(told, everything_told(*without->house, sight_of_person(*without, person), without->clock.now())) << person;
            EXPECT_NE(told.find("2020-q3"), std::string::npos);
            ++compared;
        }
        if (HasFailure()) return;
    }
    EXPECT_GT(compared, 40U);
}

TEST(ReportingSight, ShowsNoWordToWhomItIsNotMeantFor) {
    const auto steps = life_of_a_return();
    for (std::size_t count = 1; count <= steps.size(); ++count) {
        const auto place = played(steps, count);
        SCOPED_TRACE("after step " + std::to_string(count) + ", " + steps[count - 1].marker);
        const auto told = [&](const access::Sight& sight) { return everything_told(*place->house, sight, place->clock.now()); };
        const std::string to_public = told({.body = {}, .side = {}});
        EXPECT_EQ(to_public.find("\"round\":\"2020-q3\""), std::string::npos);
        const std::string to_body = told(sight_of_person(*place, "amcm.officer"));
        const std::string to_side = told(sight_of_person(*place, "dsedt.officer"));
        const std::string to_secretariat = told(sight_of_person(*place, "dsepdr.secretariat"));
        const std::string to_other = told(sight_of_person(*place, "ndrc.verifier"));
        // What stood when it was signed off, and was released: everything written before.
        std::size_t signed_off = 0;
        std::size_t released = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (steps[i].marker == "=signed") signed_off = i + 1;
            if (steps[i].marker == "=released") released = i + 1;
        }
        for (std::size_t i = 0; i < count; ++i) {
            const std::string& marker = steps[i].marker;
            if (!marker.starts_with('z')) continue;
            EXPECT_EQ(to_public.find(marker), std::string::npos) << marker;
            if (steps[i].whom == For::body && i >= signed_off) {
                EXPECT_EQ(to_side.find(marker), std::string::npos) << marker << " to its side";
                EXPECT_EQ(to_secretariat.find(marker), std::string::npos) << marker << " to its secretariat";
            }
            if (steps[i].whom == For::side || (steps[i].whom == For::body && i >= released)) {
                EXPECT_EQ(to_other.find(marker), std::string::npos) << marker << " to the other side";
            }
        }
        // The newest word is read by those it is for, else nothing would be shown at all.
        const Step& last = steps[count - 1];
        if (last.marker.starts_with('z')) {
            EXPECT_TRUE(to_body.find(last.marker) != std::string::npos || to_secretariat.find(last.marker) != std::string::npos) << last.marker;
            EXPECT_EQ(to_other.find(last.marker) != std::string::npos, last.whom == For::both) << last.marker;
        }
        if (HasFailure()) return;
    }
}

// No person of a body is named to the other side, however far its return went.
TEST(ReportingSight, NamesNoPersonOfABodyToTheOtherSide) {
    const auto steps = life_of_a_return();
    const auto place = played(steps, steps.size());
    const std::string told = everything_told(*place->house, sight_of_person(*place, "pboc.officer"), place->clock.now());
    for (const std::string person : {"amcm.officer", "amcm.head", "dsedt.verifier"}) EXPECT_EQ(told.find(person), std::string::npos) << person;
}

}  // namespace ponte::house::sample
