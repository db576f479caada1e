#pragma once

#include "base/digest.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// The Merkle tree of RFC 6962 section 2.1 (the same in RFC 9162), SHA-256. Every hash of every complete
// subtree is kept, so roots and proofs of any earlier size are looked up and not recomputed.
namespace ponte::journal {

[[nodiscard]] Digest leaf_hash(ByteView entry);
[[nodiscard]] Digest node_hash(const Digest& left, const Digest& right);

class Tree {
public:
    void append(const Digest& leaf);
    // Forgets the leaves from `size` on.
    void truncate(std::uint64_t size);
    void reserve(std::uint64_t size);

    [[nodiscard]] std::uint64_t size() const { return levels_.empty() ? 0 : levels_[0].size(); }
    [[nodiscard]] const Digest& leaf(std::uint64_t index) const { return levels_[0][index]; }
    [[nodiscard]] Digest root() const { return root_at(size()); }

    // All arguments must lie within the tree; a caller with foreign numbers checks them first.
    [[nodiscard]] Digest root_at(std::uint64_t size) const;
    [[nodiscard]] std::vector<Digest> inclusion_proof(std::uint64_t index, std::uint64_t size) const;
    [[nodiscard]] std::vector<Digest> consistency_proof(std::uint64_t old_size, std::uint64_t new_size) const;
    // The hash over the leaves [index << level, (index + 1) << level), which must all be there.
    [[nodiscard]] const Digest& node(unsigned level, std::uint64_t index) const { return levels_[level][index]; }

private:
    [[nodiscard]] Digest range_hash(std::uint64_t from, std::uint64_t to) const;

    std::vector<std::vector<Digest>> levels_;  // levels_[0] are the leaves.
};

// RFC 9162 sections 2.1.3.2 and 2.1.4.2. They read what strangers hand in: any numbers, any lengths.
[[nodiscard]] bool inclusion_holds(const Digest& leaf, std::uint64_t index, std::uint64_t size,
                                   std::span<const Digest> proof, const Digest& root);
[[nodiscard]] bool consistency_holds(std::uint64_t old_size, std::uint64_t new_size, std::span<const Digest> proof,
                                     const Digest& old_root, const Digest& new_root);
// What such a proof shows the first `old_size` leaves under `new_root` to hash to: where that is not the old
// root one knows, one log has two histories. Nothing when the proof does not lead to `new_root`; where the old
// size is a power of two the proof leaves the old root out, and only the one assumed can be shown.
[[nodiscard]] std::optional<Digest> old_root_shown(std::uint64_t old_size, std::uint64_t new_size, std::span<const Digest> proof,
                                                   const Digest& assumed_old_root, const Digest& new_root);

}  // namespace ponte::journal
