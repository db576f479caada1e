#include "witness/witness.h"

#include "journal/journal.h"
#include "journal/journal_sample.h"
#include "witness/evidence.h"
#include "witness/refusals.h"

#include <gtest/gtest.h>

namespace ponte::witness {

namespace {

namespace sample = journal::sample;

Witness made(journal::MemoryDisk& disk, std::uint8_t key = 40) {
    auto witness = Witness::create(disk.files(), {.name = "macao.example/witness", .simulated_clock = true, .key = sample::key_of(key)});
    EXPECT_TRUE(witness && *witness);
    return **std::move(witness);
}

journal::VerifierKey log_key() { return {"ponte.example/conference", journal::KeyUse::note, sample::key_of(1).public_key()}; }

std::string request(journal::Journal& journal, std::uint64_t old_size, std::uint64_t size) {
    return journal::WitnessRequest{old_size, journal.consistency(old_size, size).value(), journal.checkpoint_at(size).value()}.to_text();
}

Attempt<Outcome<Cosigned>> ask(Witness& witness, const std::string& text, std::uint64_t at = 1'600'000'000) {
    const std::vector<journal::VerifierKey> keys{log_key()};
    return witness.cosign(text, keys, at);
}

std::string code_of(const Attempt<Outcome<Cosigned>>& answer) {
    if (!answer) return "fault " + std::string(answer.error().code);
    return *answer ? "cosigned" : std::string((*answer).error().kind.code);
}

// Two journals with one key that agree up to `shared` entries and then say different things.
struct Forked {
    journal::MemoryDisk disk_a;
    journal::MemoryDisk disk_b;
    journal::Journal a = sample::create(disk_a);
    journal::Journal b = sample::create(disk_b);

    explicit Forked(std::uint32_t shared) {
        if (shared > 1) {
            EXPECT_TRUE(sample::append(a, shared - 1));
            EXPECT_TRUE(sample::append(b, shared - 1));
        }
        EXPECT_TRUE(sample::append(a, 9));
        EXPECT_TRUE(sample::append(b, 9, 41));
    }
};

TEST(Witness, CosignsWhatContinuesAndSaysSoAgain) {
    journal::MemoryDisk disk;
    journal::MemoryDisk own;
    auto journal = sample::create(disk);
    ASSERT_TRUE(sample::append(journal, 6));
    Witness witness = made(own);
    const std::string first = request(journal, 0, 5);
    const auto cosigned = ask(witness, first);
    ASSERT_EQ(code_of(cosigned), "cosigned");
    EXPECT_FALSE((*cosigned)->again);
    const auto note = journal::Note::parse((*cosigned)->note).value();
    const auto line = journal::signature_of(note, witness.key());
    ASSERT_TRUE(line);
    EXPECT_EQ(journal::cosigned_at(*line), 1'600'000'000U);
    EXPECT_TRUE(journal::signature_of(note, log_key()));
    EXPECT_EQ(witness.key().name, "macao.example/witness/simulated");
    // The same request again is an old one: it says "old 0" and the witness holds 5.
    EXPECT_EQ(code_of(ask(witness, first)), "witness.size_differs");
    EXPECT_EQ((*ask(witness, first)).error().subject, "5");
    const auto again = ask(witness, request(journal, 5, 5), 1'600'000'060);
    ASSERT_EQ(code_of(again), "cosigned");
    EXPECT_TRUE((*again)->again);
    EXPECT_EQ(code_of(ask(witness, request(journal, 5, 7))), "cosigned");
    EXPECT_EQ(code_of(ask(witness, request(journal, 5, 7))), "witness.size_differs");
    EXPECT_EQ(code_of(ask(witness, request(journal, 0, 5))), "witness.size_differs");
    EXPECT_TRUE(witness.evidence()->empty());
}

TEST(Witness, RefusesByReason) {
    journal::MemoryDisk disk;
    journal::MemoryDisk own;
    auto journal = sample::create(disk);
    ASSERT_TRUE(sample::append(journal, 6));
    Witness witness = made(own);
    const std::string good = request(journal, 0, 5);
    const auto changed = [&](std::string_view from, std::string_view to) {
        std::string text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    struct Row {
        std::string text;
        std::string code;
    };
    std::string cut_line = good.substr(0, good.rfind(' '));
    const std::vector<Row> rows{
        {"", "witness.request_unreadable"},
        {changed("old 0", "old 00"), "witness.request_unreadable"},
        {changed("old 0\n", "old 0\nbm8=\n"), "witness.request_unreadable"},
        {changed("old 0\n", "old 0\n" + base64(Digest().bytes) + "\n"), "witness.request_unreadable"},
        {good.substr(0, good.size() / 2), "witness.checkpoint_unreadable"},
        {changed("\n5\n", "\nfive\n"), "witness.checkpoint_unreadable"},
        {changed("ponte.example/conference\n5", "ponte.example/other\n5"), "witness.origin_unknown"},
        {changed("\n5\n", "\n6\n"), "witness.log_signature_false"},
        {changed("old 0", "old 9"), "witness.goes_back"},
        {changed("old 0", "old 3"), "witness.size_differs"},
    };
    for (const Row& row : rows) EXPECT_EQ(code_of(ask(witness, row.text)), row.code) << row.text;
    const std::vector<journal::VerifierKey> strangers{{log_key().name, journal::KeyUse::note, sample::key_of(9).public_key()}};
    EXPECT_EQ(code_of(witness.cosign(good, strangers, 1)), "witness.log_signature_false");
    EXPECT_EQ(code_of(witness.cosign(good, {}, 1)), "witness.origin_unknown");
    EXPECT_TRUE(witness.memory().empty());
    EXPECT_EQ(code_of(ask(witness, good)), "cosigned");
}

TEST(Witness, CatchesTwoHistoriesOfOneSize) {
    Forked logs(5);
    journal::MemoryDisk own;
    Witness witness = made(own);
    ASSERT_EQ(code_of(ask(witness, request(logs.a, 0, 9))), "cosigned");
    const auto caught = ask(witness, request(logs.b, 0, 9));
    ASSERT_EQ(code_of(caught), "witness.fork");
    const auto names = witness.evidence().value();
    ASSERT_EQ(names.size(), 1U);
    auto files = own.files();
    const auto text = journal::read_whole(*files, "evidence/" + names[0], 100'000).value();
    const auto evidence = Evidence::parse(text_of(text));
    ASSERT_TRUE(evidence);
    EXPECT_EQ(evidence->finding, Finding::fork);
    EXPECT_EQ(finding_of(*evidence, log_key()).value(), Finding::fork);
    // It goes on with the history it knows, and only with that.
    EXPECT_EQ(code_of(ask(witness, request(logs.b, 9, 12))), "witness.fork");
    EXPECT_EQ(code_of(ask(witness, request(logs.a, 9, 12))), "cosigned");
}

// For every size that was cosigned and every later one: the other history never gets a line.
TEST(Witness, CatchesAnotherHistoryAtEverySize) {
    Forked logs(4);
    std::size_t proven = 0;
    for (std::uint64_t known = 5; known <= 13; ++known) {
        for (std::uint64_t later = known + 1; later <= 13; ++later) {
            journal::MemoryDisk own;
            Witness witness = made(own);
            ASSERT_EQ(code_of(ask(witness, request(logs.a, 0, known))), "cosigned");
            const std::string code = code_of(ask(witness, request(logs.b, known, later)));
            // A power of two leaves the old root out of the proof, so that nothing is proven by it.
            EXPECT_EQ(code, known == 8 ? "witness.continuity_unproven" : "witness.fork") << known << " to " << later;
            if (code == "witness.fork") ++proven;
            EXPECT_EQ(witness.evidence()->size(), 1U);
            EXPECT_EQ(witness.memory().begin()->second.size, known);
        }
    }
    EXPECT_EQ(proven, 31U);
}

TEST(Witness, TwoWitnessesWhoSawDifferentHistoriesNeverAdoptOne) {
    Forked logs(5);
    journal::MemoryDisk disks[2];
    Witness one = made(disks[0], 50);
    Witness other = made(disks[1], 51);
    ASSERT_EQ(code_of(ask(one, request(logs.a, 0, 10))), "cosigned");
    const auto to_other = ask(other, request(logs.b, 0, 10));
    ASSERT_EQ(code_of(to_other), "cosigned");
    // Whoever holds both lines holds the fork: log A does not take a line over B's root.
    EXPECT_FALSE(logs.a.keep_cosignatures((*to_other)->note));
    EXPECT_EQ(code_of(ask(one, request(logs.b, 10, 10))), "witness.fork");
}

TEST(Witness, ForgetsNothingAndRefusesToSignWithADamagedMemory) {
    journal::MemoryDisk disk;
    auto journal = sample::create(disk);
    ASSERT_TRUE(sample::append(journal, 6));
    journal::MemoryDisk own;
    {
        Witness witness = made(own);
        ASSERT_EQ(code_of(ask(witness, request(journal, 0, 5))), "cosigned");
    }
    {
        auto witness = Witness::open(own.files(), "now");
        ASSERT_TRUE(witness && *witness);
        EXPECT_EQ((*witness)->memory().at("ponte.example/conference").size, 5U);
    }
    auto files = own.files();
    const Bytes good = journal::read_whole(*files, "state", 100'000).value();
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes bad = good;
        bad[at] ^= 1;
        ASSERT_TRUE(journal::write_whole(*files, "state", bad));
        const auto witness = Witness::open(own.files(), "now");
        ASSERT_FALSE(witness) << "byte " << at;
        EXPECT_EQ(witness.error().code, "witness.state_damaged");
    }
    for (const std::size_t length : {std::size_t{0}, good.size() / 2, good.size() - 1}) {
        ASSERT_TRUE(journal::write_whole(*files, "state", ByteView(good).first(length)));
        EXPECT_EQ(Witness::open(own.files(), "now").error().code, "witness.state_damaged");
    }
    ASSERT_TRUE(files->remove("state"));
    EXPECT_EQ(Witness::open(own.files(), "now").error().code, "witness.state_missing");
}

// The process dies at every byte it writes: there is a line only where the memory says so, and never half of one.
TEST(Witness, HasItsMemoryOnTheDiskBeforeTheLineExists) {
    journal::MemoryDisk disk;
    auto journal = sample::create(disk);
    ASSERT_TRUE(sample::append(journal, 6));
    journal::MemoryDisk own;
    ASSERT_EQ(code_of([&] { Witness witness = made(own); return ask(witness, request(journal, 0, 5)); }()), "cosigned");
    const auto before = own.image();
    bool done = false;
    for (std::uint64_t bytes = 0; !done; ++bytes) {
        own.restore(before);
        bool lined = false;
        {
            auto witness = Witness::open(own.files(), "now");
            ASSERT_TRUE(witness && *witness);
            own.die_after(bytes);
            const auto answer = ask(**witness, request(journal, 5, 7));
            lined = answer.has_value();
            done = !own.died();
        }
        own.kill();
        auto woken = Witness::open(own.files(), "now");
        ASSERT_TRUE(woken && *woken) << bytes;
        const std::uint64_t size = (*woken)->memory().begin()->second.size;
        EXPECT_TRUE(size == 7 || (size == 5 && !lined)) << bytes;
        // Whichever it was, the log gets its line by asking from where the witness stands.
        EXPECT_EQ(code_of(ask(**woken, request(journal, size, 7))), "cosigned");
    }
}

TEST(WitnessEvidence, ReadsBackAsItWasWrittenAndIsNotBelievedWhenChanged) {
    Forked logs(5);
    const Evidence evidence{Finding::fork, log_key().to_text(), logs.a.checkpoint_at(9).value(), logs.b.checkpoint_at(11).value(), logs.b.consistency(9, 11).value()};
    EXPECT_EQ(Evidence::parse(evidence.to_text()).value(), evidence);
    EXPECT_EQ(finding_of(evidence, log_key()).value(), Finding::fork);
    Evidence same = evidence;
    same.second = logs.a.checkpoint_at(11).value();
    same.consistency = logs.a.consistency(9, 11).value();
    EXPECT_EQ(finding_of(same, log_key()).error().kind, refusals::evidence_false);
    Evidence forged = evidence;
    forged.first.replace(forged.first.find("\n9\n"), 3, "\n7\n");
    EXPECT_FALSE(finding_of(forged, log_key()));
    EXPECT_FALSE(Evidence::parse(evidence.to_text() + "\n"));
}

}  // namespace

}  // namespace ponte::witness
