#include "journal/tree.h"

#include "base/check.h"

#include <algorithm>
#include <bit>

namespace ponte::journal {

namespace {

constexpr std::uint8_t leaf_prefix = 0x00;
constexpr std::uint8_t node_prefix = 0x01;

// The largest power of two smaller than n, as an exponent; n > 1.
unsigned split_level(std::uint64_t n) { return static_cast<unsigned>(std::bit_width(n - 1)) - 1; }

}  // namespace

Digest leaf_hash(ByteView entry) { return sha256_of_parts({ByteView(&leaf_prefix, 1), entry}); }

Digest node_hash(const Digest& left, const Digest& right) {
    std::array<std::uint8_t, 65> message;
    message[0] = node_prefix;
    std::ranges::copy(left.bytes, message.begin() + 1);
    std::ranges::copy(right.bytes, message.begin() + 33);
    return sha256(ByteView(message));
}

void Tree::append(const Digest& leaf) {
    if (levels_.empty()) levels_.emplace_back();
    levels_[0].push_back(leaf);
    // Each level that came to an even count closes a pair for the level above.
    for (std::size_t level = 0; levels_[level].size() % 2 == 0; ++level) {
        if (level + 1 == levels_.size()) levels_.emplace_back();
        const std::vector<Digest>& below = levels_[level];
        levels_[level + 1].push_back(node_hash(below[below.size() - 2], below.back()));
    }
}

void Tree::truncate(std::uint64_t size) {
    CHECK(size <= this->size());
    for (std::size_t level = 0; level < levels_.size(); ++level) levels_[level].resize(size >> level);
    while (!levels_.empty() && levels_.back().empty()) levels_.pop_back();
}

void Tree::reserve(std::uint64_t size) {
    if (levels_.empty()) levels_.emplace_back();
    for (std::size_t level = 0; level < levels_.size(); ++level) levels_[level].reserve(size >> level);
}

// [from, to) begins at a multiple of the power of two that splits it, as every range of RFC 6962 does.
Digest Tree::range_hash(std::uint64_t from, std::uint64_t to) const {
    const std::uint64_t count = to - from;
    if (std::has_single_bit(count)) {
        const auto level = static_cast<unsigned>(std::countr_zero(count));
        return levels_[level][from >> level];
    }
    const std::uint64_t left = std::uint64_t{1} << split_level(count);
    return node_hash(range_hash(from, from + left), range_hash(from + left, to));
}

Digest Tree::root_at(std::uint64_t size) const {
    CHECK(size <= this->size());
    return size == 0 ? sha256(ByteView()) : range_hash(0, size);
}

std::vector<Digest> Tree::inclusion_proof(std::uint64_t index, std::uint64_t size) const {
    CHECK(index < size && size <= this->size());
    std::vector<Digest> proof;
    std::uint64_t from = 0;
    std::uint64_t to = size;
    while (to - from > 1) {
        const std::uint64_t middle = from + (std::uint64_t{1} << split_level(to - from));
        if (index < middle) {
            proof.push_back(range_hash(middle, to));
            to = middle;
        } else {
            proof.push_back(range_hash(from, middle));
            from = middle;
        }
    }
    std::ranges::reverse(proof);
    return proof;
}

std::vector<Digest> Tree::consistency_proof(std::uint64_t old_size, std::uint64_t new_size) const {
    CHECK(old_size <= new_size && new_size <= size());
    std::vector<Digest> proof;
    if (old_size == 0 || old_size == new_size) return proof;
    std::uint64_t from = 0;
    std::uint64_t to = new_size;
    // Down the path on which the old tree ends, until the old tree fills the range.
    while (to != old_size) {
        const std::uint64_t middle = from + (std::uint64_t{1} << split_level(to - from));
        if (old_size <= middle) {
            proof.push_back(range_hash(middle, to));
            to = middle;
        } else {
            proof.push_back(range_hash(from, middle));
            from = middle;
        }
    }
    // A range that begins at 0 is the old tree itself, whose root the verifier has.
    if (from != 0) proof.push_back(range_hash(from, to));
    std::ranges::reverse(proof);
    return proof;
}

bool inclusion_holds(const Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> proof,
                     const Digest& root) {
    if (index >= size) return false;
    std::uint64_t fn = index;
    std::uint64_t sn = size - 1;
    Digest hash = leaf;
    for (const Digest& sibling : proof) {
        if (sn == 0) return false;
        if ((fn & 1U) != 0 || fn == sn) {
            hash = node_hash(sibling, hash);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            hash = node_hash(hash, sibling);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && hash == root;
}

bool consistency_holds(std::uint64_t old_size, std::uint64_t new_size, std::span<const Digest> proof,
                       const Digest& old_root, const Digest& new_root) {
    return old_root_shown(old_size, new_size, proof, old_root, new_root) == old_root;
}

std::optional<Digest> old_root_shown(std::uint64_t old_size, std::uint64_t new_size, std::span<const Digest> proof,
                                     const Digest& assumed_old_root, const Digest& new_root) {
    if (old_size > new_size) return std::nullopt;
    if (old_size == new_size) return proof.empty() ? std::optional(new_root) : std::nullopt;
    // Everything continues the empty log, and the empty log has one root.
    if (old_size == 0) return proof.empty() ? std::optional(sha256(ByteView())) : std::nullopt;
    std::size_t next = 0;
    if (!std::has_single_bit(old_size)) {
        if (proof.empty()) return std::nullopt;
        next = 1;
    }
    Digest old_hash = next == 1 ? proof[0] : assumed_old_root;
    Digest new_hash = old_hash;
    std::uint64_t fn = old_size - 1;
    std::uint64_t sn = new_size - 1;
    while ((fn & 1U) != 0) {
        fn >>= 1U;
        sn >>= 1U;
    }
    for (; next < proof.size(); ++next) {
        if (sn == 0) return std::nullopt;
        if ((fn & 1U) != 0 || fn == sn) {
            old_hash = node_hash(proof[next], old_hash);
            new_hash = node_hash(proof[next], new_hash);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            new_hash = node_hash(new_hash, proof[next]);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    if (sn != 0 || new_hash != new_root) return std::nullopt;
    return old_hash;
}

}  // namespace ponte::journal
