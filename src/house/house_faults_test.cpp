#include "house/house.h"

#include "house/house_sample.h"
#include "house/query_codec.h"

#include <filesystem>
#include <fstream>
#include <stdlib.h>

// What the house does when the clock, the disk or a promise fails.
namespace ponte::house::sample {

namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t days = std::int64_t{86'400} * second;

// As a product keeps it: in a file, so that it outlives the process that broke the promise.
class FileQuarantine final : public Quarantine {
public:
    explicit FileQuarantine(std::string path) : path_(std::move(path)) {}
    void keep(const Digest& request) override { std::ofstream(path_, std::ios::app) << request.to_text() << '\n'; }
    [[nodiscard]] bool holds(const Digest& request) const override {
        std::ifstream file(path_);
        for (std::string line; std::getline(file, line);) {
            if (line == request.to_text()) return true;
        }
        return false;
    }

private:
    std::string path_;
};

class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "ponte-house-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

}  // namespace

TEST(HouseClock, NeverGoesBackInTheRecord) {
    const auto place = place_at_work();
    const Instant before = place->clock.now();
    place->clock.move_to({before.micros - 5 * second});
    EXPECT_EQ(place->done("ana", body_named("fdct", access::Side::macao)).time, before);
    EXPECT_EQ(place->house->now(), before);
    place->clock.move_to({before.micros - 5 * second - 1});
    EXPECT_EQ(said(place->ask("ana", body_named("gcs", access::Side::macao), "g")), "house.clock_behind");
    place->clock.move_to({before.micros + 1});
    EXPECT_EQ(place->done("ana", body_named("gcs", access::Side::macao), "g").time.micros, before.micros + 1);
}

TEST(HouseClock, DoesNotFoundAJournalBeforeItWasMade) {
    Place place;
    place.clock.move_to(instant("2020-05-31T09:00:00Z"));
    EXPECT_EQ(said(place.house->found(founding(), place.nonce())), "house.clock_behind");
}

TEST(HouseClock, JumpsOnlyWhenAPersonSaysThatItIsRight) {
    const auto place = place_at_work();
    const Instant before = place->clock.now();
    place->clock.move_to({before.micros + 400 * days});
    EXPECT_EQ(said(place->ask("ana", body_named("fdct", access::Side::macao))), "");
    place->clock.move_to({before.micros + 800 * days + 1});
    const std::uint64_t size = place->house->journal().size();
    EXPECT_EQ(said(place->ask("ana", body_named("gcs", access::Side::macao), "g")), "house.clock_jumped");
    EXPECT_EQ(said(place->house->confirm_clock(PersonId("amcm.officer"), place->nonce())), "house.clock_jumped");
    EXPECT_EQ(place->house->journal().size(), size);
    EXPECT_EQ(said(place->house->confirm_clock(PersonId("ana"), place->nonce())), "");
    EXPECT_EQ(said(place->ask("ana", body_named("gcs", access::Side::macao), "g")), "");
    const Desks desks = place->house->desks();
    place->reopen();
    EXPECT_TRUE(place->house->desks() == desks);
}

// The write is torn at byte after byte, by a kill and by a power cut. Whatever was acknowledged before is
// there once; the one that was not is there wholly or not at all, and asking again resolves which.
TEST(HouseFaults, StopsAtAFailedWriteAndLosesNothingItSaidYesTo) {
    const auto prepared = place_at_work();
    const auto kept = observation("m1.total", "11", Decimal{11, 0}, "2020-04");
    const Request torn = prepared->request("amcm.officer", observation("m1.total", "12", Decimal{12, 0}, "2020-05"), "torn");
    const Receipt acknowledged = prepared->done("amcm.officer", kept, "kept");
    const Desks without = prepared->house->desks();
    const std::uint64_t size = prepared->house->journal().size();
    prepared->close();
    const journal::MemoryDisk::Image image = prepared->disk.image();

    ASSERT_EQ(prepared->open(), "");
    const std::uint64_t from = prepared->disk.bytes_written();
    ASSERT_EQ(said(prepared->house->ask(torn)), "");
    const std::uint64_t steps = prepared->disk.bytes_written() - from;
    const Desks with = prepared->house->desks();

    std::size_t faults = 0;
    std::size_t there = 0;
    for (std::uint64_t at = 0; at < steps; at += steps > 2'000 ? 61 : 7) {
        SCOPED_TRACE(at);
        Place place;
        place.close();
        place.disk.restore(image);
        ASSERT_EQ(place.open(), "");
        place.disk.die_after(at);
        const auto answer = place.house->ask(torn);
        if (!answer) {
            ++faults;
            EXPECT_TRUE(place.house->is_stopped());
            EXPECT_EQ(said(place.house->ask(torn)), "house.stopped");
            EXPECT_EQ(said(place.house->confirm_clock(PersonId("ana"), place.nonce())), "house.stopped");
            EXPECT_EQ(said(place.house->found(founding(), place.nonce())), "house.stopped");
        }
        if (at % 2 == 0) {
            place.disk.kill();
        } else {
            place.disk.power_cut(at);
        }
        place.close();
        ASSERT_EQ(place.open(), "");
        const bool is_there = place.house->journal().size() == size + 2;
        if (is_there) {
            EXPECT_TRUE(place.house->desks() == with);
            ++there;
        } else {
            EXPECT_EQ(place.house->journal().size(), size);
            EXPECT_TRUE(place.house->desks() == without);
            EXPECT_FALSE(answer) << "it was acknowledged and is not there";
        }
        EXPECT_EQ(place.done("amcm.officer", kept, "kept").leaf, acknowledged.leaf);
        const auto again = place.house->ask(torn);
        ASSERT_EQ(said(again), "");
        EXPECT_EQ((*again)->repeated, is_there);
        EXPECT_EQ((*again)->first, size);
    }
    EXPECT_GT(faults, 10U);
    EXPECT_GT(there, 0U);
}

TEST(HouseFaults, StopsWhenASyncFails) {
    const auto place = place_at_work();
    const auto command = observation("m1.total", "12", Decimal{12, 0}, "2020-05");
    place->disk.fail_syncs(true);
    EXPECT_NE(said(place->ask("amcm.officer", command, "a")).find("fault "), std::string::npos);
    place->disk.fail_syncs(false);  // A sync is never tried again: the house stays stopped.
    EXPECT_EQ(said(place->ask("amcm.officer", command, "a")), "house.stopped");
    EXPECT_TRUE(place->house->is_stopped());
}

TEST(HouseFaults, RefusesAtTheDoorWhenTheStoreIsFullAndGoesOnAnswering) {
    const auto place = place_at_work();
    const std::uint64_t size = place->house->journal().size();
    place->disk.set_capacity(1 << 20);
    EXPECT_EQ(said(place->ask("amcm.officer", observation("m1.total", "12", Decimal{12, 0}, "2020-05"), "a")), "house.store_full");
    EXPECT_FALSE(place->house->is_stopped());
    EXPECT_TRUE(answer_query(place->house->desks(), "conference.plans", "{}", {}, place->house->now()));
    EXPECT_EQ(place->house->journal().size(), size);
    place->disk.set_capacity(UINT64_MAX);
    EXPECT_EQ(said(place->ask("amcm.officer", observation("m1.total", "12", Decimal{12, 0}, "2020-05"), "a")), "");
}

TEST(HouseFaultsDeathTest, QuarantinesTheRequestThatBreaksAPromise) {
    const Folder folder;
    FileQuarantine quarantine(folder.path("quarantine"));
    const Limits limits{.extra_promise = [](const Desks& desks) -> std::optional<std::string> {
        if (desks.directory.bodies.by_id.contains(BodyId("cursed"))) return "no body is cursed";
        return std::nullopt;
    }};
    const auto place = place_at_work(limits);
    place->quarantine = &quarantine;
    place->reopen();
    const std::uint64_t size = place->house->journal().size();
    const auto cursed = body_named("cursed", access::Side::macao);
    EXPECT_DEATH(static_cast<void>(place->ask("ana", cursed, "c")), "no body is cursed");

    // The process is gone and nothing was written. The next one refuses the retry and does all else.
    place->reopen();
    EXPECT_EQ(place->house->journal().size(), size);
    EXPECT_EQ(said(place->ask("ana", cursed, "c")), "house.quarantined");
    EXPECT_EQ(said(place->ask("ana", cursed)), "house.quarantined");
    EXPECT_EQ(place->house->journal().size(), size);
    EXPECT_EQ(said(place->ask("ana", body_named("blessed", access::Side::macao))), "");
}

// A value that the record has no spelling for reaches a desk only by a slip in this program.
TEST(HouseFaultsDeathTest, WritesNoEntryThatCannotBeReadAgain) {
    const auto place = place_at_work();
    const directory::DefineJurisdictionSet without_kind{.set = directory::SetId("psc"), .names = named("A set"), .kind = {}, .note = "", .source = "list"};
    EXPECT_DEATH(static_cast<void>(place->ask("ana", without_kind)), "cannot be read back");
    place->reopen();
}

}  // namespace ponte::house::sample
