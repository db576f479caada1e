#include "journal/backup.h"

#include "journal/files_disk.h"
#include "journal/folders.h"
#include "journal/journal_sample.h"
#include "journal/tar.h"
#include "journal/vault.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace ponte::journal {
namespace {

using namespace sample;
namespace fs = std::filesystem;

Journal busy_journal(const std::string& path) {
    auto journal = Journal::create(path, new_journal());
    EXPECT_TRUE(journal) << said(journal);
    journal->set_segment_bytes_max(5000);
    for (int i = 0; i < 30; ++i) EXPECT_TRUE(append(*journal, 7));
    EXPECT_TRUE(journal->attach(view_of("minutes"), "text/plain"));
    return *std::move(journal);
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Backup, IsRestoredVerifiedAndWrittenOn) {
    const Folder folder;
    Journal journal = busy_journal(folder.path("j"));
    auto vault = Vault::open(folder.path("j"));
    ASSERT_TRUE(vault) << said(vault);
    const auto sealed_name = vault->seal(PersonId("ana.lei"), "name", "Ana Lei");
    ASSERT_TRUE(sealed_name) << said(sealed_name);
    const std::uint64_t size = journal.size();
    const Digest root = journal.root();
    // While it is open, into both forms; and it goes on afterwards.
    const auto to_file = journal.backup_to_file(folder.path("backup.tar"));
    ASSERT_TRUE(to_file) << said(to_file);
    const auto to_folder = journal.backup_to_folder(folder.path("backup"));
    ASSERT_TRUE(to_folder) << said(to_folder);
    const std::string checkpoint = journal.checkpoint().value();
    ASSERT_TRUE(append(journal, 3));
    for (const std::string name : {"backup.tar", "backup"}) {
        const std::string restored = folder.path("from-" + name);
        const auto report = restore(folder.path(name), restored, {checkpoint});
        ASSERT_TRUE(report) << said(report);
        EXPECT_EQ(report->entries, size);
        EXPECT_EQ(report->attachments, 1U);
        auto again = Journal::open(restored, {Mode::write, Instant{0}});
        ASSERT_TRUE(again) << said(again);
        EXPECT_EQ(again->root(), root);
        EXPECT_TRUE(again->opening().closed);
        EXPECT_TRUE(append(*again, 1));
        EXPECT_TRUE(again->verify({checkpoint}));
        auto again_vault = Vault::open(restored);
        ASSERT_TRUE(again_vault) << said(again_vault);
        EXPECT_EQ(again_vault->reveal(*sealed_name).value(), "Ana Lei");
    }
}

TEST(Backup, WritesOverNothing) {
    const Folder folder;
    Journal journal = busy_journal(folder.path("j"));
    ASSERT_TRUE(journal.backup_to_file(folder.path("b.tar")));
    EXPECT_FALSE(journal.backup_to_file(folder.path("b.tar")));
    EXPECT_EQ(restore(folder.path("b.tar"), folder.path("j")).error().code, "journal.folder_not_empty");
    EXPECT_EQ(journal.backup_to_folder(folder.path("j")).error().code, "journal.folder_not_empty");
    EXPECT_FALSE(restore(folder.path("none.tar"), folder.path("x")));
}

TEST(Backup, ThatWasDamagedIsNotRestored) {
    const Folder folder;
    {
        auto journal = Journal::create(folder.path("j"), new_journal());
        ASSERT_TRUE(journal);
        ASSERT_TRUE(append(*journal, 5));
        ASSERT_TRUE(journal->backup_to_file(folder.path("b.tar")));
    }
    const std::string good = content_of(folder.path("b.tar"));
    for (std::size_t at = 0; at < good.size(); at += 61) {
        std::string changed = good;
        changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ 1U);
        std::ofstream(folder.path("c.tar"), std::ios::binary) << changed;
        fs::remove_all(folder.path("out"));
        ASSERT_FALSE(restore(folder.path("c.tar"), folder.path("out"))) << at;
    }
    for (const std::size_t cut : {std::size_t{0}, std::size_t{100}, good.size() / 2, good.size() - 1}) {
        std::ofstream(folder.path("c.tar"), std::ios::binary) << good.substr(0, cut);
        fs::remove_all(folder.path("out"));
        ASSERT_FALSE(restore(folder.path("c.tar"), folder.path("out"))) << cut;
    }
}

TEST(Tar, NeverLeavesItsFolder) {
    MemoryDisk disk;
    const auto files = disk.files();
    ASSERT_TRUE(files->make_folder(""));
    auto writer = TarWriter::create(*files, "x.tar");
    ASSERT_TRUE(writer);
    for (const std::string name : {"../evil", "/etc/evil", "a/../../evil", "", "a//b", "a/", ".hidden"}) {
        EXPECT_FALSE(writer->begin(name, false, 0)) << name;
    }
}

// The tiles read as a stranger would: paths, widths and hashes from the specification alone.
TEST(Tiles, LetAStrangerVerifyTheLog) {
    const Folder folder;
    auto journal = Journal::create(folder.path("j"), new_journal());
    ASSERT_TRUE(journal);
    ASSERT_TRUE(append(*journal, 700, 3));
    const auto exported = journal->export_tiles(folder.path("t"));
    ASSERT_TRUE(exported) << said(exported);
    const fs::path tiles = fs::path(folder.path("t"));
    const auto checkpoint = open_checkpoint(content_of(tiles / "checkpoint"), journal->log_key());
    ASSERT_TRUE(checkpoint);
    ASSERT_EQ(checkpoint->checkpoint.size, 701U);
    Tree tree;
    for (const std::string name : {"000", "001", "002.p/189"}) {
        const std::string bundle = content_of(tiles / "tile/entries" / name);
        const std::string hashes = content_of(tiles / "tile/0" / name);
        std::string_view rest = bundle;
        std::size_t count = 0;
        while (!rest.empty()) {
            const std::size_t length = static_cast<unsigned char>(rest[0]) * 256U + static_cast<unsigned char>(rest[1]);
            tree.append(leaf_hash(view_of(rest.substr(2, length))));
            EXPECT_EQ(text_of(tree.leaf(tree.size() - 1).bytes), hashes.substr(count * 32, 32));
            rest.remove_prefix(2 + length);
            ++count;
        }
        EXPECT_EQ(hashes.size(), count * 32);
    }
    EXPECT_EQ(tree.size(), 701U);
    EXPECT_EQ(tree.root(), checkpoint->checkpoint.root);
    const std::string upper = content_of(tiles / "tile/1/000.p/2");
    ASSERT_EQ(upper.size(), 64U);
    EXPECT_EQ(upper.substr(32), text_of(tree.node(8, 1).bytes));
    EXPECT_FALSE(fs::exists(tiles / "tile/2"));
    // A later export adds to it.
    ASSERT_TRUE(append(*journal, 100, 3));
    ASSERT_TRUE(journal->export_tiles(folder.path("t")));
    EXPECT_TRUE(fs::exists(tiles / "tile/0/003.p/33"));
}

}  // namespace
}  // namespace ponte::journal
