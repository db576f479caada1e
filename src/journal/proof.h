#pragma once

#include "journal/checkpoint.h"

#include <optional>

// Proofs that travel (C2SP tlog-proof@v1): index, inclusion hashes and a signed checkpoint in one text
// that anyone can check offline with the log's key.
namespace ponte::journal {

namespace refusals {
inline constexpr RefusalKind proof_unreadable{"journal.proof_unreadable", Remedy::correct};
inline constexpr RefusalKind proof_false{"journal.proof_false", Remedy::correct};
}  // namespace refusals

struct LogProof {
    std::optional<Bytes> extra;
    std::uint64_t index = 0;
    std::vector<Digest> hashes;
    Note checkpoint;

    [[nodiscard]] std::string to_text() const;
    // With a signed checkpoint that is text already.
    [[nodiscard]] std::string to_text_before(std::string_view signed_checkpoint) const;
    [[nodiscard]] static Outcome<LogProof> parse(std::string_view text);

    friend bool operator==(const LogProof&, const LogProof&) = default;
};

// The checkpoint that the leaf is proved to be in.
[[nodiscard]] Outcome<Checkpoint> check_proof(const LogProof& proof, const Digest& leaf, const VerifierKey& log);

}  // namespace ponte::journal
