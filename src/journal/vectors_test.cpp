#include "journal/journal_sample.h"

#include "base/canonical.h"
#include "base/described_values.h"
#include "journal/folders.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

// docs/formats/vectors/journal.txt is for those who read our formats in another language. It is made by
// this code from fixed keys and times, so it cannot say anything that is not so.
namespace ponte::journal {
namespace {

using namespace sample;

std::string hex_lines(std::string_view title, ByteView bytes) {
    std::string text = std::string(title) + "\n";
    for (std::size_t at = 0; at < bytes.size(); at += 32) text += "  " + hex(bytes.subspan(at, std::min<std::size_t>(32, bytes.size() - at))) + "\n";
    return text;
}

std::string indented(std::string_view title, std::string_view lines) {
    std::string text = std::string(title) + "\n  ";
    for (const char c : lines.substr(0, lines.size() - 1)) text += c == '\n' ? std::string("\n  ") : std::string(1, c);
    return text + "\n";
}

std::string vectors() {
    MemoryDisk disk;
    const SecretKey witness = key_of(20);
    Journal journal = create(disk);
    Block block;
    block.add(RunHeaded::type, 1, to_bytes(RunHeaded{Instant{1'000'001}, "ana.lei", false, "conference", "record_observation", "c-1", 1, false, sha256("command"), Nonce{{1, 2, 3}}}));
    block.add(note_type, 1, view_of("a part"));
    EXPECT_TRUE(journal.append(block, Instant{1'000'001}));
    Block names;
    names.add(WitnessNamed::type, 1, to_bytes(WitnessNamed{"macao.example/witness", witness.public_key()}));
    EXPECT_TRUE(journal.append(names, Instant{1'000'002}));
    auto note = Note::parse(journal.checkpoint().value()).value();
    note.signatures.push_back(cosign(note.text, "macao.example/witness", witness, 1'600'000'000));
    const std::string proof = journal.prove(2).value();
    EXPECT_TRUE(journal.close());
    std::string text =
        "# Made by src/journal/vectors_test.cpp. Bytes in hex, 32 to a line; texts as they are, set in by two blanks.\n";
    for (std::uint64_t i = 0; i < journal.size(); ++i) text += hex_lines("leaf " + std::to_string(i), journal.tree().leaf(i).bytes);
    for (std::uint64_t i = 0; i <= journal.size(); ++i) text += hex_lines("root of " + std::to_string(i), journal.tree().root_at(i).bytes);
    text += indented("log key", journal.log_key().to_text() + "\n");
    text += indented("witness key", VerifierKey{"macao.example/witness", KeyUse::cosignature, witness.public_key()}.to_text() + "\n");
    text += indented("checkpoint of 4, cosigned", note.to_text());
    text += indented("proof of entry 2", proof);
    text += hex_lines("sealed name, salt 32 zeros, 'Ana Lei'", sealed("name", Digest(), "Ana Lei").commitment.bytes);
    for (const auto& [path, content] : disk.image()) {
        const bool is_text = path == "identity" || path.starts_with("keys/");
        text += is_text ? indented("file " + path, text_of(content.bytes)) : hex_lines("file " + path, content.bytes);
    }
    return text;
}

TEST(Vectors, InTheDocumentationAreWhatTheCodeMakes) {
    const std::string path = std::string(PONTE_SOURCE_DIR) + "/docs/formats/vectors/journal.txt";
    std::ifstream file(path, std::ios::binary);
    const std::string written{std::istreambuf_iterator<char>(file), {}};
    const std::string made = vectors();
    if (written == made) return;
    const auto aside = std::filesystem::temp_directory_path() / "ponte-journal-vectors.txt";
    std::ofstream(aside, std::ios::binary) << made;
    FAIL() << path << " differs; what the code makes lies in " << aside;
}

}  // namespace
}  // namespace ponte::journal
