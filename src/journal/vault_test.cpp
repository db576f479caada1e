#include "journal/vault.h"

#include "journal/journal_sample.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace ponte::journal {
namespace {

using namespace sample;

const PersonId ana("ana.lei");
const PersonId rui("rui.costa");

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Vault, RevealsWhatItSealedAcrossOpenings) {
    const Folder folder;
    std::filesystem::create_directory(folder.path("j"));
    Sealed name;
    {
        auto vault = Vault::open(folder.path("j"));
        ASSERT_TRUE(vault) << said(vault);
        name = vault->seal(ana, "name", "Ana Lei").value();
    }
    auto vault = Vault::open(folder.path("j"));
    ASSERT_TRUE(vault) << said(vault);
    EXPECT_EQ(vault->reveal(name).value(), "Ana Lei");
    EXPECT_EQ(vault->reveal(Sealed{}).value(), std::nullopt);
    EXPECT_EQ(vault->verify().value(), 1U);
    for (const std::string file : {"vault.sqlite", "keys/vault.key"}) {
        EXPECT_EQ(std::filesystem::status(folder.path("j/" + file)).permissions(), std::filesystem::perms(0600)) << file;
    }
}

TEST(Vault, SealsTheSameValueDifferentlyEachTime) {
    auto vault = Vault::in_memory();
    ASSERT_TRUE(vault) << said(vault);
    EXPECT_NE(vault->seal(ana, "name", "Ana Lei").value(), vault->seal(ana, "name", "Ana Lei").value());
}

TEST(Vault, ErasesAPersonAndNobodyElse) {
    const Folder folder;
    std::filesystem::create_directory(folder.path("j"));
    auto vault = Vault::open(folder.path("j"));
    ASSERT_TRUE(vault);
    const std::vector<Sealing> sealings{{ana, "name", "Ana Lei"}, {rui, "name", "Rui Costa"}, {ana, "mail", "ana@example.org"}};
    const auto all = vault->seal_all(sealings);
    ASSERT_TRUE(all) << said(all);
    EXPECT_TRUE(vault->erase(ana).value());
    EXPECT_FALSE(vault->erase(ana).value());
    EXPECT_EQ(vault->reveal(all->at(0)).value(), std::nullopt);
    EXPECT_EQ(vault->reveal(all->at(1)).value(), "Rui Costa");
    EXPECT_EQ(vault->reveal(all->at(2)).value(), std::nullopt);
    EXPECT_EQ(vault->verify().value(), 1U);
    EXPECT_EQ(content_of(folder.path("j/vault.sqlite")).find("ana.lei"), std::string::npos);
    // A person can come back, with another key.
    EXPECT_TRUE(vault->seal(ana, "name", "Ana Lei"));
    EXPECT_EQ(vault->reveal(all->at(0)).value(), std::nullopt);
}

TEST(Vault, ShowsNoClearTextOnTheDisk) {
    const Folder folder;
    std::filesystem::create_directory(folder.path("j"));
    auto vault = Vault::open(folder.path("j"));
    ASSERT_TRUE(vault);
    ASSERT_TRUE(vault->seal(ana, "name", "Ana Lei da Silva"));
    EXPECT_EQ(content_of(folder.path("j/vault.sqlite")).find("Silva"), std::string::npos);
}

TEST(Vault, FindsChangedValuesAndForeignKeys) {
    const Folder folder;
    std::filesystem::create_directory(folder.path("j"));
    Sealed name;
    {
        auto vault = Vault::open(folder.path("j"));
        ASSERT_TRUE(vault);
        name = vault->seal(ana, "name", "Ana Lei").value();
    }
    const std::string good = content_of(folder.path("j/vault.sqlite"));
    // The commitment stands in the row as it is; what follows it there is person, field and secret.
    const std::size_t row = good.find(text_of(name.commitment.bytes));
    ASSERT_NE(row, std::string::npos);
    for (const std::size_t at : {row + 60, row + 80, row + 100}) {
        std::string changed = good;
        changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ 1U);
        std::ofstream(folder.path("j/vault.sqlite"), std::ios::binary) << changed;
        auto vault = Vault::open(folder.path("j"));
        EXPECT_FALSE(vault && vault->verify()) << at;
    }
    std::ofstream(folder.path("j/vault.sqlite"), std::ios::binary) << good;
    std::string key = content_of(folder.path("j/keys/vault.key"));
    key[20] = key[20] == '0' ? '1' : '0';
    std::ofstream(folder.path("j/keys/vault.key"), std::ios::binary) << key;
    EXPECT_EQ(Vault::open(folder.path("j")).error().code, "journal.key_damaged");
}

}  // namespace
}  // namespace ponte::journal
