#pragma once

#include "journal/checkpoint.h"

#include <vector>

// What a log asks of a witness: the body of add-checkpoint of C2SP tlog-witness. "old N", the proof that the
// log's first N entries are those of the checkpoint, a blank line, the signed checkpoint.
namespace ponte::journal {

namespace refusals {
inline constexpr RefusalKind witness_request_unreadable{"journal.witness_request_unreadable", Remedy::correct};
}  // namespace refusals

struct WitnessRequest {
    std::uint64_t old_size = 0;
    std::vector<Digest> consistency;  // At most 63 hashes.
    std::string checkpoint;           // A signed note, as text.

    [[nodiscard]] std::string to_text() const;
    [[nodiscard]] static Outcome<WitnessRequest> parse(std::string_view text);

    friend bool operator==(const WitnessRequest&, const WitnessRequest&) = default;
};

inline constexpr std::size_t witness_request_bytes_max = note_bytes_max + 8192;

}  // namespace ponte::journal
