// Two journals, a clearing bank's and the conference's, that meet only through packets carried as text: a week
// without a network, damage and forgery at every byte, replays, gaps, rotated keys and a log with two histories.
#include "adapters/packet/packet.h"
#include "house/house_sample.h"
#include "house/query_codec.h"
#include "journal/carried.h"

#include <gtest/gtest.h>

namespace ponte::house::sample {
namespace {

using publication::AdoptFigure;
using publication::KeepReceipt;
using publication::PublisherId;
using publication::PublishFigure;
using publication::ResolveFork;
using publication::TrustPublisher;

const PublisherId bank_origin("bank.example/ledger");
const PublisherId conference_origin("ponte.example/conference");

AnyCommand asked(publication::Command command) { return command; }

struct Two {
    std::unique_ptr<Place> bank = place_at_work({}, {bank_origin.value, journal::ClockKind::simulated, instant("2020-06-01T08:00:00Z"), journal::SecretKey({8, 8, 8})});
    std::unique_ptr<Place> conference = place_at_work();

    Two() {
        bank->done("dsepdr.secretariat", asked(TrustPublisher{conference_origin, conference->house->journal().log_key().to_text(), BodyId("ndrc"), {}, {}}));
        conference->done("dsepdr.secretariat", asked(TrustPublisher{bank_origin, bank->house->journal().log_key().to_text(), BodyId("amcm"), {}, {}}));
    }
    ~Two() {
        for (const auto* place : {bank.get(), conference.get()}) {
            EXPECT_EQ(broken_promise_anywhere(place->house->desks()), std::nullopt);
        }
    }
};

void show_to_everyone(Place& bank, int value, std::string_view month, conference::Stage stage = conference::Stage::published) {
    const auto item = bank.recorded("amcm.officer", observation("m1.total", std::to_string(value), Decimal{value, 0}, month));
    bank.done("amcm.head", conference::SignOffItem{.item = item});
    bank.done("dsepdr.secretariat", conference::MoveItem{.item = item, .stage = stage});
}

std::string carried(Place& place, std::uint64_t sequence, std::uint64_t from, std::uint64_t size) {
    const auto entry = journal::carry(place.house->journal(), sequence, from, size);
    EXPECT_TRUE(entry) << (entry ? "" : entry.error().what);
    return packet::write(packet::packet_of(*entry));
}

// Publishes and gives the file, as `ponte publish` makes it.
std::string published(Place& bank) {
    const Receipt receipt = bank.done("dsepdr.secretariat", asked(PublishFigure{conference::IndicatorId("m1.total"), conference_origin, {}}));
    const auto& sent = bank.house->desks().publication.find(conference_origin)->sent;
    const std::uint64_t from = sent.size() < 2 ? 0 : sent[sent.size() - 2].sequence + 1;
    return carried(bank, receipt.first + 1, from, receipt.first + 2);
}

publication::Packet packet_in(const std::string& text) {
    const auto read = packet::read(text);
    EXPECT_TRUE(read) << (read ? "" : std::string(read.error().kind.code) + " " + read.error().place);
    return read ? *read : publication::Packet{};
}

Attempt<Answer> adopt(Place& place, const std::string& text, const std::string& who = "amcm.officer") {
    return place.ask(who, asked(AdoptFigure{.packet = packet_in(text), .indicator = {}, .body = {}, .same_unit = false}));
}

std::string receipt_of(Place& place, std::size_t number) {
    const auto& taken = place.house->desks().publication.find(bank_origin)->taken;
    const std::uint64_t from = number < 2 ? 0 : taken[number - 2].sequence + 2;
    return carried(place, taken[number - 1].sequence, from, taken[number - 1].sequence + 2);
}

bool is_fork(const Attempt<Answer>& answer) {
    if (!answer || !*answer || (*answer)->events.size() != 1) return false;
    const auto* one = std::get_if<publication::Event>(&(*answer)->events.front());
    return one != nullptr && std::holds_alternative<publication::ForkDetected>(*one);
}

const std::vector<std::string> months{"2020-01", "2020-02", "2020-03", "2020-04", "2020-05"};

std::vector<std::string> a_week(Place& bank) {
    std::vector<std::string> files;
    for (int i = 0; i < 5; ++i) {
        bank.clock.move_to(instant("2020-06-0" + std::to_string(2 + i) + "T09:00:00Z"));
        show_to_everyone(bank, 100 + i, months[static_cast<std::size_t>(i)]);
        files.push_back(published(bank));
    }
    return files;
}

TEST(Publication, CarriesAWeekOfFiguresWithoutANetworkAndTheReceiptsBack) {
    Two two;
    const auto files = a_week(*two.bank);
    two.conference->clock.move_to(instant("2020-06-08T09:00:00Z"));
    for (const std::string& file : files) ASSERT_EQ(said(adopt(*two.conference, file)), "");
    const auto& observations = two.conference->house->desks().conference.series.at("indicator/m1.total").observations;
    ASSERT_EQ(observations.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(observations[i].value, (Decimal{static_cast<std::int64_t>(100 + i), 0}));
        EXPECT_EQ(observations[i].period, period(months[i]));
        EXPECT_EQ(observations[i].body.value, "amcm");
        const auto leaf = two.bank->house->desks().publication.find(conference_origin)->sent[i].leaf;
        EXPECT_EQ(observations[i].source.url, "packet:bank.example/ledger/" + std::to_string(i + 1) + "#" + leaf.to_text());
    }
    for (std::size_t i = 1; i <= 5; ++i) {
        EXPECT_EQ(said(two.bank->ask("dsepdr.secretariat", asked(KeepReceipt{packet_in(receipt_of(*two.conference, i))}))), "") << i;
    }
    for (const auto& sent : two.bank->house->desks().publication.find(conference_origin)->sent) EXPECT_TRUE(sent.receipt);
    EXPECT_EQ(said(two.bank->ask("dsepdr.secretariat", asked(KeepReceipt{packet_in(receipt_of(*two.conference, 3))}))), "publication.already_kept");
    // Both journals say the same after they were closed and replayed.
    const Desks before = two.conference->house->desks();
    two.conference->reopen();
    EXPECT_EQ(two.conference->house->desks(), before);
}

TEST(Publication, TakesAPacketOnceAndSaysSo) {
    Two two;
    const auto files = a_week(*two.bank);
    ASSERT_EQ(said(adopt(*two.conference, files[0])), "");
    ASSERT_EQ(said(adopt(*two.conference, files[1])), "");
    const std::string receipt = receipt_of(*two.conference, 1);
    const std::uint64_t size = two.conference->house->journal().size();
    for (const std::string& file : {files[0], files[1]}) EXPECT_EQ(said(adopt(*two.conference, file)), "publication.already_adopted");
    // The same packet against a later checkpoint is the same packet.
    const auto& sent = two.bank->house->desks().publication.find(conference_origin)->sent;
    EXPECT_EQ(said(adopt(*two.conference, carried(*two.bank, sent[1].sequence, 0, two.bank->house->journal().size()))), "publication.already_adopted");
    EXPECT_EQ(two.conference->house->journal().size(), size);
    EXPECT_EQ(receipt_of(*two.conference, 1), receipt);
}

TEST(Publication, SaysWhichPacketsAreMissingAndLosesNothing) {
    Two two;
    const auto files = a_week(*two.bank);
    ASSERT_EQ(said(adopt(*two.conference, files[0])), "");
    const auto early = adopt(*two.conference, files[3]);
    ASSERT_EQ(said(early), "publication.packets_missing");
    EXPECT_EQ((*early).error().subject, "2 to 3");
    for (std::size_t i = 1; i < 5; ++i) EXPECT_EQ(said(adopt(*two.conference, files[i])), "");
}

TEST(Publication, AsksForAPacketThatProvesFromWhereTheLogWasSeenLast) {
    Two two;
    const auto files = a_week(*two.bank);
    const auto& sent = two.bank->house->desks().publication.find(conference_origin)->sent;
    const std::uint64_t size = two.bank->house->journal().size();
    // The first was carried against the newest checkpoint, so the second must prove from there.
    ASSERT_EQ(said(adopt(*two.conference, carried(*two.bank, sent[0].sequence, 0, size))), "");
    const auto second = adopt(*two.conference, files[1]);
    ASSERT_EQ(said(second), "publication.from_elsewhere");
    EXPECT_EQ((*second).error().subject, std::to_string(size));
    EXPECT_EQ(said(adopt(*two.conference, carried(*two.bank, sent[1].sequence, 0, size))), "");
}

TEST(Publication, RefusesAPacketThatWasAlteredAtAnyByte) {
    Two two;
    ASSERT_EQ(said(adopt(*two.conference, a_week(*two.bank)[0])), "");
    const auto& sent = two.bank->house->desks().publication.find(conference_origin)->sent;
    const std::string good = carried(*two.bank, sent[1].sequence, sent[0].sequence + 1, sent[1].sequence + 1);
    const std::size_t body = good.rfind("check ");
    std::size_t forged = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        EXPECT_FALSE(packet::read(bad)) << "byte " << at;
        if (at >= body) continue;
        // A forger makes the checksum anew: then the proofs must refuse it, and never take it for a fork.
        bad = bad.substr(0, body) + "check " + sha256(bad.substr(0, body)).to_text() + "\n";
        const auto read = packet::read(bad);
        if (!read) continue;
        const auto rehearsed = two.conference->house->rehearse(
            two.conference->request("amcm.officer", asked(AdoptFigure{.packet = *read, .indicator = {}, .body = {}, .same_unit = false})));
        EXPECT_FALSE(rehearsed) << "byte " << at << ": " << bad.substr(at > 20 ? at - 20 : 0, 40);
        ++forged;
    }
    EXPECT_GT(forged, 300U);
    EXPECT_EQ(said(adopt(*two.conference, good)), "");
}

TEST(Publication, LetsNothingLeaveThatIsNotPublic) {
    Two two;
    const auto publish = [&](const std::string& who) {
        return said(two.bank->ask(who, asked(PublishFigure{conference::IndicatorId("m1.total"), conference_origin, {}})));
    };
    show_to_everyone(*two.bank, 100, "2020-01", conference::Stage::released);
    EXPECT_EQ(publish("dsepdr.secretariat"), "publication.nothing_published");
    EXPECT_EQ(publish("amcm.officer"), "publication.not_allowed");
    show_to_everyone(*two.bank, 90, "2019-12");
    EXPECT_EQ(publish("dsepdr.secretariat"), "");
    EXPECT_EQ(two.bank->house->desks().publication.find(conference_origin)->sent[0].figure.value, (Decimal{90, 0}));
    EXPECT_EQ(publish("dsepdr.secretariat"), "publication.already_published");
}

TEST(Publication, ShowsWhatWasAdoptedAsThePaperIsShown) {
    Two two;
    ASSERT_EQ(said(adopt(*two.conference, a_week(*two.bank)[0])), "");
    const auto adopted = [&](const access::Sight& reader) {
        const auto answer = answer_query(two.conference->house->desks(), "publication.adopted", "{}", reader, two.conference->clock.now());
        return answer && answer->find("\"value\":\"100\"") != std::string::npos;
    };
    using access::Side;
    EXPECT_TRUE(adopted({.body = BodyId("amcm"), .side = Side::macao}));
    EXPECT_FALSE(adopted({.body = BodyId("dsedt"), .side = Side::macao}));
    EXPECT_FALSE(adopted({.body = BodyId("pboc"), .side = Side::mainland}));
    EXPECT_FALSE(adopted({}));
    const auto item = two.conference->house->desks().conference.series.at("indicator/m1.total").observations.front().item;
    two.conference->done("amcm.head", conference::SignOffItem{.item = item});
    two.conference->done("dsepdr.secretariat", conference::MoveItem{.item = item, .stage = conference::Stage::published});
    EXPECT_TRUE(adopted({}));
    const auto peers = answer_query(two.conference->house->desks(), "publication.publishers", "{}", {}, two.conference->clock.now());
    EXPECT_EQ(*peers, R"({"publishers":[]})");
}

TEST(Publication, TellsOfARotatedKeyAndWaitsForAPerson) {
    Two two;
    show_to_everyone(*two.bank, 100, "2020-01");
    ASSERT_EQ(said(adopt(*two.conference, published(*two.bank))), "");
    ASSERT_TRUE(two.bank->house->journal().rotate_key(two.bank->clock.now(), journal::SecretKey({9, 9, 9})));
    two.bank->reopen();
    show_to_everyone(*two.bank, 101, "2020-02");
    const std::string file = published(*two.bank);
    const auto refused = adopt(*two.conference, file);
    ASSERT_EQ(said(refused), "journal.log_key_rotated");
    EXPECT_EQ((*refused).error().subject, two.bank->house->journal().log_key().to_text());
    const TrustPublisher anew{bank_origin, (*refused).error().subject, BodyId("amcm"), {}, {}};
    two.conference->done("dsepdr.secretariat", asked(anew));
    EXPECT_EQ(said(adopt(*two.conference, file)), "");
    EXPECT_EQ(said(two.conference->ask("dsepdr.secretariat", asked(anew))), "publication.already_trusted");
    // A key that the trusted one never handed over to is a stranger's.
    const TrustPublisher other{bank_origin, journal::VerifierKey{bank_origin.value, journal::KeyUse::note, journal::SecretKey({3, 3, 3}).public_key()}.to_text(), BodyId("amcm"), {}, {}};
    two.conference->done("dsepdr.secretariat", asked(other));
    EXPECT_EQ(said(adopt(*two.conference, file)), "journal.note_not_signed");
}

// The bank's folder is put back to Tuesday's backup and another Wednesday is written with the same key.
TEST(Publication, CatchesALogWithTwoHistoriesAndTakesNothingMoreOfIt) {
    Two two;
    show_to_everyone(*two.bank, 100, "2020-01");
    ASSERT_EQ(said(adopt(*two.conference, published(*two.bank))), "");
    two.bank->close();
    const auto tuesday = two.bank->disk.image();
    ASSERT_EQ(two.bank->open(), "");
    show_to_everyone(*two.bank, 101, "2020-02");
    const std::string told = published(*two.bank);
    ASSERT_EQ(said(adopt(*two.conference, told)), "");
    two.bank->close();
    two.bank->disk.restore(tuesday);
    ASSERT_EQ(two.bank->open(), "");
    show_to_everyone(*two.bank, 777, "2020-02");
    const std::string other = published(*two.bank);
    // Its second packet is of another history than the one that was adopted, at the same size.
    const std::uint64_t size = two.conference->house->journal().size();
    ASSERT_TRUE(is_fork(adopt(*two.conference, other)));
    EXPECT_EQ(two.conference->house->journal().size(), size + 2);
    EXPECT_EQ(two.conference->house->desks().conference.series.at("indicator/m1.total").observations.size(), 2U);
    const auto& peer = *two.conference->house->desks().publication.find(bank_origin);
    const auto& fork = peer.forks.front().detected;
    const auto key = two.bank->house->journal().log_key();
    const auto seen = journal::open_checkpoint(fork.seen_checkpoint, key);
    const auto shown = journal::open_checkpoint(fork.shown_checkpoint, key);
    ASSERT_TRUE(seen && shown);
    EXPECT_EQ(seen->checkpoint.size, shown->checkpoint.size);
    EXPECT_NE(seen->checkpoint.root, shown->checkpoint.root);
    for (const std::string& file : {told, other}) EXPECT_EQ(said(adopt(*two.conference, file)), "publication.fork_detected");
    show_to_everyone(*two.bank, 778, "2020-03");
    const std::string third = published(*two.bank);
    EXPECT_EQ(said(adopt(*two.conference, third)), "publication.fork_detected");
    two.conference->reopen();
    EXPECT_EQ(said(adopt(*two.conference, third)), "publication.fork_detected");

    // Named, with a reason, by an administrator: the log is believed again from a checkpoint he was given.
    const std::uint64_t from = two.bank->house->desks().publication.find(conference_origin)->sent[1].sequence + 1;
    const ResolveFork resolved{bank_origin, "the bank restored a backup and says so in writing", from, two.bank->house->journal().tree().root_at(from), 3};
    EXPECT_EQ(said(two.conference->ask("dsepdr.secretariat", asked(resolved))), "publication.not_allowed");
    two.conference->done("ana", asked(resolved));
    EXPECT_EQ(said(two.conference->ask("ana", asked(resolved))), "publication.no_fork");
    EXPECT_EQ(said(adopt(*two.conference, third)), "");
}

// A fork that shows only through the proof: the other history's packet stands at a size never seen here.
TEST(Publication, CatchesAForkByTheProofOfALaterCheckpoint) {
    Two two;
    show_to_everyone(*two.bank, 100, "2020-01");
    two.bank->close();
    const auto monday = two.bank->disk.image();
    ASSERT_EQ(two.bank->open(), "");
    ASSERT_EQ(said(adopt(*two.conference, published(*two.bank))), "");
    const std::uint64_t seen = two.conference->house->desks().publication.find(bank_origin)->last_size;
    two.bank->close();
    two.bank->disk.restore(monday);
    ASSERT_EQ(two.bank->open(), "");
    show_to_everyone(*two.bank, 55, "2020-02");
    published(*two.bank);
    show_to_everyone(*two.bank, 101, "2020-03");
    published(*two.bank);
    const auto& sent = two.bank->house->desks().publication.find(conference_origin)->sent;
    ASSERT_GT(sent[1].sequence, seen);
    // From the beginning it proves nothing about what was seen, but the packet before is not the one that was adopted.
    EXPECT_EQ(said(adopt(*two.conference, carried(*two.bank, sent[1].sequence, 0, sent[1].sequence + 1))), "publication.previous_differs");
    EXPECT_TRUE(is_fork(adopt(*two.conference, carried(*two.bank, sent[1].sequence, seen, sent[1].sequence + 1))));
}

TEST(Publication, RefusesReceiptsThatAreNotForOurPackets) {
    Two two;
    const auto files = a_week(*two.bank);
    ASSERT_EQ(said(adopt(*two.conference, files[0])), "");
    const auto keep = [&](const std::string& file) { return said(two.bank->ask("dsepdr.secretariat", asked(KeepReceipt{packet_in(file)}))); };
    EXPECT_EQ(keep(files[0]), "publication.publisher_unknown");  // Its origin is the bank itself.
    EXPECT_EQ(said(two.conference->ask("dsepdr.secretariat", asked(KeepReceipt{packet_in(files[1])}))), "publication.not_a_receipt");
    EXPECT_EQ(said(two.bank->ask("amcm.officer", asked(AdoptFigure{.packet = packet_in(receipt_of(*two.conference, 1)), .indicator = {}, .body = {}, .same_unit = false}))), "publication.not_a_figure");
    // Another journal under the bank's name gets a receipt that its own packets do not match.
    Two other;
    show_to_everyone(*other.bank, 321, "2020-01");
    const std::string theirs = published(*other.bank);
    ASSERT_EQ(said(adopt(*other.conference, theirs)), "");
    EXPECT_EQ(keep(receipt_of(*other.conference, 1)), "publication.receipt_differs");
    EXPECT_EQ(keep(receipt_of(*two.conference, 1)), "");
}

TEST(Publication, FitsTheFigureToTheIndicatorHere) {
    Two two;
    const auto files = a_week(*two.bank);
    auto other = indicator("m9.in_tonnes", 1);
    other.units = named("tonnes");
    two.conference->done("dsepdr.secretariat", other);
    auto scaled = indicator("m9.in_millions", 1);
    scaled.unit_exponent = 6;
    two.conference->done("dsepdr.secretariat", scaled);
    const auto as = [&](const std::string& id, bool same) {
        return said(two.conference->ask("amcm.officer", asked(AdoptFigure{.packet = packet_in(files[0]), .indicator = conference::IndicatorId(id), .body = {}, .same_unit = same})));
    };
    EXPECT_EQ(as("m9.none", false), "publication.indicator_unknown");
    EXPECT_EQ(as("m9.in_millions", true), "publication.indicator_differs");
    EXPECT_EQ(as("m9.in_tonnes", false), "publication.unit_differs");
    EXPECT_EQ(as("m9.in_tonnes", true), "");
    // The next packet of that indicator goes where the first one went, and its unit is asked about again.
    EXPECT_EQ(said(adopt(*two.conference, files[1])), "publication.unit_differs");
}

}  // namespace
}  // namespace ponte::house::sample
