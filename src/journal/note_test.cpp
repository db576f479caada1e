#include "journal/checkpoint.h"
#include "journal/proof.h"
#include "journal/tree.h"

#include <gtest/gtest.h>

namespace ponte::journal {
namespace {

SecretKey key_of(std::uint8_t first) { return SecretKey({first, 1, 2, 3}); }

constexpr std::string_view origin = "ponte.example/conference";

struct Example {
    SecretKey log = key_of(1);
    SecretKey witness = key_of(2);
    VerifierKey log_key{std::string(origin), KeyUse::note, log.public_key()};
    VerifierKey witness_key{"witness.example/macao", KeyUse::cosignature, witness.public_key()};
    Tree tree;
    Note note;

    Example() {
        for (int i = 0; i < 7; ++i) tree.append(leaf_hash(view_of(std::to_string(i))));
        note.text = Checkpoint{std::string(origin), tree.size(), tree.root(), {}}.to_text();
        note.signatures.push_back(sign_note(note.text, origin, log));
        note.signatures.push_back(cosign(note.text, witness_key.name, witness, 1'700'000'000));
    }
};

// The example of the C2SP signed-note specification.
TEST(Note, VerifiesTheSpecificationsExample) {
    const auto key = VerifierKey::parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    ASSERT_TRUE(key);
    const std::string text =
        "This is an example message.\n\n"
        "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    const auto note = Note::parse(text);
    ASSERT_TRUE(note);
    EXPECT_TRUE(signature_of(*note, *key));
    EXPECT_EQ(note->to_text(), text);
    EXPECT_EQ(key->to_text(), "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
}

TEST(Note, ReadsBackWhatItWrote) {
    const Example example;
    const auto again = Note::parse(example.note.to_text());
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, example.note);
    EXPECT_TRUE(signature_of(*again, example.log_key));
    const auto line = signature_of(*again, example.witness_key);
    ASSERT_TRUE(line);
    EXPECT_EQ(cosigned_at(*line), 1'700'000'000U);
}

TEST(Note, IgnoresLinesOfUnknownKeysAndKeepsThem) {
    Example example;
    example.note.signatures.insert(example.note.signatures.begin(), NoteSignature{"stranger.example", 7, Bytes(100, 9)});
    // Same name with another id, and same id with another name, are unknown keys as well.
    example.note.signatures.push_back(NoteSignature{std::string(origin), 8, Bytes(64, 9)});
    example.note.signatures.push_back(NoteSignature{"stranger.example", example.log_key.id(), Bytes(64, 9)});
    const auto note = Note::parse(example.note.to_text());
    ASSERT_TRUE(note);
    EXPECT_EQ(note->to_text(), example.note.to_text());
    EXPECT_TRUE(signature_of(*note, example.log_key));
    EXPECT_TRUE(signature_of(*note, example.witness_key));
}

TEST(Note, RefusesAFalseLineOfAKnownKeyBesideATrueOne) {
    Example example;
    NoteSignature line = example.note.signatures[0];
    line.signature[3] ^= 1;
    example.note.signatures.push_back(line);
    EXPECT_EQ(signature_of(example.note, example.log_key).error().kind, refusals::note_signature_false);
}

TEST(Note, RefusesAnyChangedByte) {
    const Example example;
    const std::string text = example.note.to_text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const unsigned bit : {0U, 5U}) {
            std::string changed = text;
            changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ 1U << bit);
            const auto opened = open_checkpoint(changed, example.log_key);
            const bool both = opened && signature_of(opened->note, example.witness_key).has_value();
            EXPECT_FALSE(both) << "byte " << at << ", bit " << bit;
        }
    }
}

TEST(Note, RefusesWhatHasNoSingleSpelling) {
    const Example example;
    const std::string good = example.note.to_text();
    const std::string line = example.note.signatures[0].to_text();
    const struct {
        std::string_view why;
        std::string text;
    } rows[] = {
        {"empty", ""},
        {"no signatures", "text\n\n"},
        {"no blank line", "text\n" + line},
        {"no last newline", good.substr(0, good.size() - 1)},
        {"carriage return", "text\r\n\n" + line},
        {"control character", "te\x01xt\n\n" + line},
        {"broken UTF-8", "te\xC3\n\n" + line},
        {"overlong UTF-8", "te\xC0\xAF\n\n" + line},
        {"surrogate", "te\xED\xA0\x80\n\n" + line},
        {"hyphen for dash", "text\n\n- name AAAAAAA=\n"},
        {"name with plus", "text\n\n— na+me AAAAAAAA\n"},
        {"name with wide blank", "text\n\n— na\u3000me AAAAAAAA\n"},
        {"no name", "text\n\n—  AAAAAAAA\n"},
        {"no base64", "text\n\n— name A?AAAAAA\n"},
        {"only a key id", "text\n\n— name AAAAAA==\n"},
        {"something behind", good + "more\n"},
    };
    for (const auto& row : rows) {
        const auto note = Note::parse(row.text);
        ASSERT_FALSE(note) << row.why;
        EXPECT_EQ(note.error().kind, refusals::note_unreadable) << row.why;
    }
}

TEST(VerifierKey, RefusesWhatDoesNotFitTogether) {
    const std::string good = Example().log_key.to_text();
    EXPECT_TRUE(VerifierKey::parse(good));
    for (const std::string_view bad : {"", "name", "name+530d903a", "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                                       "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                                       "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                                       "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "example.com/foo+530d903a+AekyeRrm"}) {
        EXPECT_FALSE(VerifierKey::parse(bad)) << bad;
    }
}

TEST(Checkpoint, RefusesOtherSpellings) {
    const std::string root = base64(Digest().bytes);
    EXPECT_TRUE(Checkpoint::parse("o\n0\n" + root + "\n"));
    EXPECT_EQ(Checkpoint::parse("o\n0\n" + root + "\nmore\n")->extensions, std::vector<std::string>{"more"});
    for (const std::string& bad : std::vector<std::string>{"", "\n0\n" + root + "\n", "o\n00\n" + root + "\n", "o\n+1\n" + root + "\n",
                                   "o\n18446744073709551616\n" + root + "\n", "o\n1\n" + root, "o\n1\nAAAA\n",
                                   "o\n1\n" + root + "\n\n", "o\n1\n" + root + "\nx"}) {
        EXPECT_EQ(Checkpoint::parse(bad).error().kind, refusals::checkpoint_unreadable) << bad;
    }
}

TEST(Checkpoint, OfAnotherLogIsRefused) {
    const Example example;
    VerifierKey other = example.log_key;
    other.name = "other.example";
    EXPECT_EQ(open_checkpoint(example.note.to_text(), other).error().kind, refusals::checkpoint_of_another_log);
    other = example.log_key;
    other.key = key_of(9).public_key();
    EXPECT_EQ(open_checkpoint(example.note.to_text(), other).error().kind, refusals::note_not_signed);
}

TEST(LogProof, HoldsForItsEntryAndNoOther) {
    const Example example;
    const LogProof proof{Bytes{1, 2, 3}, 4, example.tree.inclusion_proof(4, 7), example.note};
    const auto again = LogProof::parse(proof.to_text());
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, proof);
    const auto checkpoint = check_proof(*again, example.tree.leaf(4), example.log_key);
    ASSERT_TRUE(checkpoint);
    EXPECT_EQ(checkpoint->size, 7U);
    EXPECT_EQ(check_proof(*again, example.tree.leaf(5), example.log_key).error().kind, refusals::proof_false);
    LogProof moved = proof;
    moved.index = 5;
    EXPECT_EQ(check_proof(moved, example.tree.leaf(4), example.log_key).error().kind, refusals::proof_false);
}

TEST(LogProof, RefusesAnyChangedByteButOfTheExtraLine) {
    const Example example;
    const LogProof proof{std::nullopt, 4, example.tree.inclusion_proof(4, 7), example.note};
    const std::string text = proof.to_text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string changed = text;
        changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ 1U);
        const auto read = LogProof::parse(changed);
        const bool holds = read && check_proof(*read, example.tree.leaf(4), example.log_key) &&
                           signature_of(read->checkpoint, example.witness_key);
        EXPECT_FALSE(holds) << "byte " << at;
    }
}

TEST(LogProof, RefusesOtherSpellings) {
    const Example example;
    const std::string note = example.note.to_text();
    const std::string head = "c2sp.org/tlog-proof@v1\n";
    for (const std::string& bad : std::vector<std::string>{
          "", head, head + "index 01\n\n" + note, head + "index 1\n" + note, head + "extra ?\nindex 1\n\n" + note,
          head + "index 1\nextra AA==\n\n" + note, head + "index 1\nAAAA\n\n" + note, "c2sp.org/tlog-proof@v2\nindex 1\n\n" + note,
          head + "index 1\n\nno note"}) {
        EXPECT_FALSE(LogProof::parse(bad)) << bad;
    }
}

}  // namespace
}  // namespace ponte::journal
