#include "journal/tree.h"

#include <gtest/gtest.h>
#include <random>
#include <string_view>

// Known values: the certificate-transparency test leaves and what RFC 6962 makes of them.
namespace ponte::journal {
namespace {

Digest digest(std::string_view text) { return Digest::from_text(text).value(); }

std::vector<Digest> digests(std::initializer_list<std::string_view> texts) {
    std::vector<Digest> all;
    for (const std::string_view text : texts) all.push_back(digest(text));
    return all;
}

const std::vector<std::string_view> known_leaves{"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                                                 "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string_view> known_roots{
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

constexpr std::string_view node_0_0 = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
constexpr std::string_view node_0_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
constexpr std::string_view node_0_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
constexpr std::string_view node_1_0 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
constexpr std::string_view node_1_1 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
constexpr std::string_view node_1_2 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
constexpr std::string_view node_1_3 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
constexpr std::string_view node_2_0 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
constexpr std::string_view node_2_1 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

Tree known_tree() {
    Tree tree;
    for (const std::string_view leaf : known_leaves) tree.append(leaf_hash(from_hex(leaf).value()));
    return tree;
}

// A second, slow reading of RFC 6962 that shares nothing with the tree but the two hashes.
Digest plain_root(std::span<const Digest> leaves) {
    if (leaves.empty()) return sha256(ByteView());
    if (leaves.size() == 1) return leaves[0];
    std::size_t split = 1;
    while (split * 2 < leaves.size()) split *= 2;
    return node_hash(plain_root(leaves.first(split)), plain_root(leaves.subspan(split)));
}

std::vector<Digest> plain_inclusion(std::size_t index, std::span<const Digest> leaves) {
    if (leaves.size() == 1) return {};
    std::size_t split = 1;
    while (split * 2 < leaves.size()) split *= 2;
    const bool left = index < split;
    auto proof = left ? plain_inclusion(index, leaves.first(split)) : plain_inclusion(index - split, leaves.subspan(split));
    proof.push_back(plain_root(left ? leaves.subspan(split) : leaves.first(split)));
    return proof;
}

std::vector<Digest> plain_consistency(std::size_t old_size, std::span<const Digest> leaves, bool whole) {
    if (old_size == leaves.size()) return whole ? std::vector<Digest>() : std::vector<Digest>{plain_root(leaves)};
    std::size_t split = 1;
    while (split * 2 < leaves.size()) split *= 2;
    std::vector<Digest> proof;
    if (old_size <= split) {
        proof = plain_consistency(old_size, leaves.first(split), whole);
        proof.push_back(plain_root(leaves.subspan(split)));
    } else {
        proof = plain_consistency(old_size - split, leaves.subspan(split), false);
        proof.push_back(plain_root(leaves.first(split)));
    }
    return proof;
}

std::vector<Digest> some_leaves(std::size_t count) {
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash(view_of("leaf " + std::to_string(i))));
    return leaves;
}

Digest flipped(Digest digest, std::size_t bit) {
    digest.bytes[bit / 8 % 32] = static_cast<std::uint8_t>(digest.bytes[bit / 8 % 32] ^ 1U << bit % 8);
    return digest;
}

TEST(Tree, MakesTheKnownRoots) {
    const Tree tree = known_tree();
    for (std::size_t size = 0; size < known_roots.size(); ++size) EXPECT_EQ(tree.root_at(size), digest(known_roots[size])) << size;
    EXPECT_EQ(Tree().root(), digest(known_roots[0]));
}

TEST(Tree, MakesTheKnownInclusionProofs) {
    const Tree tree = known_tree();
    EXPECT_EQ(tree.inclusion_proof(0, 1), digests({}));
    EXPECT_EQ(tree.inclusion_proof(0, 8), digests({node_0_1, node_1_1, node_2_1}));
    EXPECT_EQ(tree.inclusion_proof(5, 8), digests({node_0_4, node_1_3, node_2_0}));
    EXPECT_EQ(tree.inclusion_proof(2, 3), digests({node_1_0}));
    EXPECT_EQ(tree.inclusion_proof(1, 5), digests({node_0_0, node_1_1, node_0_4}));
}

TEST(Tree, MakesTheKnownConsistencyProofs) {
    const Tree tree = known_tree();
    EXPECT_EQ(tree.consistency_proof(1, 1), digests({}));
    EXPECT_EQ(tree.consistency_proof(1, 8), digests({node_0_1, node_1_1, node_2_1}));
    EXPECT_EQ(tree.consistency_proof(6, 8), digests({node_1_2, node_1_3, node_2_0}));
    EXPECT_EQ(tree.consistency_proof(2, 5), digests({node_1_1, node_0_4}));
}

TEST(Tree, AgreesWithAPlainReadingOfTheStandardForEverySizeUpTo130) {
    constexpr std::size_t most = 130;
    const std::vector<Digest> leaves = some_leaves(most);
    Tree tree;
    for (std::size_t size = 1; size <= most; ++size) {
        tree.append(leaves[size - 1]);
        const std::span<const Digest> present = std::span(leaves).first(size);
        const Digest root = plain_root(present);
        ASSERT_EQ(tree.root(), root) << size;
        // The plain reading costs a whole tree a proof: each size is compared at some places, and
        // checked by the verifier at all of them.
        for (std::size_t index = 0; index < size; ++index) {
            const auto proof = tree.inclusion_proof(index, size);
            if (index % 13 == size % 13) {
                ASSERT_EQ(proof, plain_inclusion(index, present)) << index << " in " << size;
            }
            ASSERT_TRUE(inclusion_holds(leaves[index], index, size, proof, root)) << index << " in " << size;
        }
        for (std::size_t old_size = 0; old_size <= size; ++old_size) {
            const auto proof = tree.consistency_proof(old_size, size);
            if (old_size != 0 && old_size % 13 == size % 13) {
                ASSERT_EQ(proof, plain_consistency(old_size, present, true)) << old_size << " to " << size;
            }
            ASSERT_TRUE(consistency_holds(old_size, size, proof, tree.root_at(old_size), root)) << old_size << " to " << size;
        }
    }
}

TEST(Tree, ProvesAtRandomInLargeLogs) {
    constexpr std::uint64_t size = 20'011;
    const std::vector<Digest> leaves = some_leaves(size);
    Tree tree;
    for (const Digest& leaf : leaves) tree.append(leaf);
    EXPECT_EQ(tree.root(), plain_root(leaves));
    std::mt19937_64 chance(6962);
    for (int round = 0; round < 300; ++round) {
        const std::uint64_t now = 1 + chance() % size;
        const std::uint64_t index = chance() % now;
        const Digest root = tree.root_at(now);
        ASSERT_TRUE(inclusion_holds(leaves[index], index, now, tree.inclusion_proof(index, now), root));
        ASSERT_TRUE(consistency_holds(index, now, tree.consistency_proof(index, now), tree.root_at(index), root));
    }
}

TEST(Tree, RefusesEveryChangedInclusionProof) {
    const std::vector<Digest> leaves = some_leaves(70);
    Tree tree;
    for (const Digest& leaf : leaves) tree.append(leaf);
    for (const std::uint64_t size : {1U, 2U, 7U, 8U, 63U, 64U, 65U, 70U}) {
        const Digest root = tree.root_at(size);
        for (std::uint64_t index = 0; index < size; ++index) {
            const auto proof = tree.inclusion_proof(index, size);
            for (std::size_t i = 0; i < proof.size(); ++i) {
                auto changed = proof;
                changed[i] = flipped(changed[i], index * 7 + i);
                EXPECT_FALSE(inclusion_holds(leaves[index], index, size, changed, root));
                changed = proof;
                changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
                EXPECT_FALSE(inclusion_holds(leaves[index], index, size, changed, root));
            }
            auto longer = proof;
            longer.push_back(root);
            EXPECT_FALSE(inclusion_holds(leaves[index], index, size, longer, root));
            EXPECT_FALSE(inclusion_holds(flipped(leaves[index], index), index, size, proof, root));
            EXPECT_FALSE(inclusion_holds(leaves[index], index, size, proof, flipped(root, index)));
            EXPECT_FALSE(inclusion_holds(leaves[index], index + 1, size, proof, root));
            EXPECT_FALSE(inclusion_holds(leaves[index], size, size, proof, root));
            EXPECT_FALSE(inclusion_holds(leaves[index], UINT64_MAX, UINT64_MAX, proof, root));
            EXPECT_FALSE(inclusion_holds(leaves[index], index, 0, proof, root));
            // Twice the size is one level more on every path.
            EXPECT_FALSE(inclusion_holds(leaves[index], index, size * 2, proof, root));
        }
    }
}

TEST(Tree, RefusesEveryChangedConsistencyProof) {
    Tree tree;
    for (const Digest& leaf : some_leaves(70)) tree.append(leaf);
    for (const std::uint64_t size : {2U, 7U, 8U, 64U, 65U, 70U}) {
        const Digest root = tree.root_at(size);
        for (std::uint64_t old_size = 1; old_size < size; ++old_size) {
            const Digest old_root = tree.root_at(old_size);
            const auto proof = tree.consistency_proof(old_size, size);
            for (std::size_t i = 0; i < proof.size(); ++i) {
                auto changed = proof;
                changed[i] = flipped(changed[i], old_size * 5 + i);
                EXPECT_FALSE(consistency_holds(old_size, size, changed, old_root, root));
                changed = proof;
                changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
                EXPECT_FALSE(consistency_holds(old_size, size, changed, old_root, root));
            }
            auto longer = proof;
            longer.push_back(root);
            EXPECT_FALSE(consistency_holds(old_size, size, longer, old_root, root));
            EXPECT_FALSE(consistency_holds(old_size, size, proof, flipped(old_root, old_size), root));
            EXPECT_FALSE(consistency_holds(old_size, size, proof, old_root, flipped(root, old_size)));
            EXPECT_FALSE(consistency_holds(size, old_size, proof, root, old_root));
            EXPECT_FALSE(consistency_holds(old_size, size, {}, old_root, root));
        }
    }
    EXPECT_FALSE(consistency_holds(0, 8, {}, tree.root_at(1), tree.root_at(8)));
    EXPECT_FALSE(consistency_holds(8, 8, {}, tree.root_at(7), tree.root_at(8)));
    EXPECT_TRUE(consistency_holds(8, 8, {}, tree.root_at(8), tree.root_at(8)));
}

TEST(Tree, ForgetsLeavesAndGrowsAgainAsIfTheyHadNeverBeen) {
    const std::vector<Digest> leaves = some_leaves(40);
    for (std::size_t kept = 0; kept < leaves.size(); ++kept) {
        Tree tree;
        for (const Digest& leaf : leaves) tree.append(leaf);
        tree.truncate(kept);
        ASSERT_EQ(tree.size(), kept);
        ASSERT_EQ(tree.root(), plain_root(std::span(leaves).first(kept)));
        for (std::size_t i = kept; i < leaves.size(); ++i) tree.append(leaves[i]);
        ASSERT_EQ(tree.root(), plain_root(leaves));
    }
}

}  // namespace
}  // namespace ponte::journal
