// What the desks count stands in the dossier of the house: through commands, the record, and a journal opened again.
#include "desks/conference/queries_proof.h"
#include "desks/conference/seen.h"
#include "house/contributions.h"
#include "house/house_sample.h"

#include <algorithm>

namespace ponte::house::sample {
namespace {

constexpr const char* organiser = "ana";

std::unique_ptr<Place> place_with_a_course() {
    auto place = place_at_work();
    for (const char* id : {"MO", "AO", "CV"}) {
        place->done(organiser, directory::NameJurisdiction{.jurisdiction = JurisdictionId(id), .names = named(id), .from = {}, .source = "a list"});
    }
    const training::EventId course("course");
    place->done(organiser, training::PlanEvent{.event = course, .kind = training::EventKind::course, .titles = named("Treaties"), .place = JurisdictionId("MO"), .venue = "here",
                                               .from = day("2020-06-01"), .to = day("2020-06-02"), .nominations_from = day("2020-05-01"), .nominations_to = day("2020-06-01"),
                                               .seats = 5, .quotas = {}, .days_needed = 1});
    std::uint32_t number = 0;
    for (const char* id : {"AO", "AO", "CV"}) {
        place->done(organiser, training::NominateParticipant{.event = course, .jurisdiction = JurisdictionId(id), .person = PersonId("delegate-" + std::to_string(++number)),
                                                             .display = sealed("display", Digest{}, "A name"), .office = "inspector"});
        place->done(organiser, training::ConfirmNomination{.event = course, .number = number});
    }
    place->clock.move_to(instant("2020-06-03T09:00:00Z"));
    for (const std::uint32_t present : {1U, 2U}) place->done(organiser, training::RecordAttendance{.event = course, .number = present, .day = day("2020-06-01")});
    place->done(organiser, training::HoldEvent{.event = course});
    place->done(organiser, training::IssueCertificate{.event = course, .number = 1, .certificate = training::CertificateId("1")});
    return place;
}

std::string counted(const Place& place, std::string_view series) {
    std::string all;
    for (const Contribution& one : contributions_of(place.house->desks(), conference::PlanId("2020"), conference::Audience::everyone, day("2020-12-31"))) {
        for (const Figure& figure : one.figures) {
            if (figure.series == series) all += figure.id.substr(series.size() + 1) + " " + figure.value + "; ";
        }
    }
    return all;
}

}  // namespace

TEST(CountedFigures, AreThoseOfTheCommandsAlsoAfterTheJournalIsOpenedAgain) {
    auto place = place_with_a_course();
    const std::string expected = "meetings 0; courses 1; participants 2; jurisdictions 1; certificates 1; ";
    EXPECT_EQ(counted(*place, "training"), expected);
    EXPECT_EQ(counted(*place, "origin"), "") << "a desk that counted nothing adds nothing";
    place->reopen();
    EXPECT_EQ(counted(*place, "training"), expected);
}

TEST(CountedFigures, RestOnShownEntriesThatNameNobody) {
    auto place = place_with_a_course();
    const auto all = contributions_of(place->house->desks(), conference::PlanId("2020"), conference::Audience::everyone, day("2020-12-31"));
    std::size_t shown = 0;
    for (const Contribution& one : all) {
        for (const SeriesShown& series : one.series) {
            if (series.name != "training") continue;
            for (const SeriesRow& row : series.rows) {
                if (!row.shown) continue;
                ++shown;
                const auto entry = place->house->journal().read_entry(row.sequence);
                ASSERT_TRUE(entry);
                const std::string bytes(entry->bytes.begin(), entry->bytes.end());
                for (const char* word : {"delegate-", "inspector", "A name"}) EXPECT_EQ(bytes.find(word), bytes.npos) << row.sequence;
            }
        }
    }
    EXPECT_EQ(shown, 5U) << "planned, held, twice counted who came, once who was given a certificate";
}

}  // namespace ponte::house::sample
