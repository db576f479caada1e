#pragma once

#include "base/outcome.h"
#include "journal/checkpoint.h"

#include <vector>

// Two signed checkpoints of one log that are not one history, in a file that anyone can check with nothing
// but the log's key: docs/formats/witness.md.
namespace ponte::witness {

enum class Finding : std::uint8_t {
    fork,      // Proven: same size and other root, or the log's own proof shows another beginning.
    unproven,  // The log did not show that the second continues the first. It may yet do so; if it cannot, it forked.
};

struct Evidence {
    Finding finding{};
    std::string log_key;              // Verifier key, as text.
    std::string first;                // What the witness had cosigned.
    std::string second;               // What it was asked to cosign.
    std::vector<Digest> consistency;  // The proof that came with the second.

    [[nodiscard]] std::string to_text() const;
    [[nodiscard]] static Outcome<Evidence> parse(std::string_view text);

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

// What the two checkpoints and the proof show, looked at afresh; refuses when the log has not signed both.
[[nodiscard]] Outcome<Finding> finding_of(const Evidence& evidence, const journal::VerifierKey& log);

}  // namespace ponte::witness
