#pragma once

#include "base/digest.h"
#include "journal/note.h"

// Checkpoints (C2SP tlog-checkpoint): origin, size and root, signed by the log as a note.
namespace ponte::journal {

namespace refusals {
inline constexpr RefusalKind checkpoint_unreadable{"journal.checkpoint_unreadable", Remedy::correct};
inline constexpr RefusalKind checkpoint_of_another_log{"journal.checkpoint_of_another_log", Remedy::correct};
}  // namespace refusals

struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Digest root;
    std::vector<std::string> extensions;  // Opaque lines; we write none.

    [[nodiscard]] std::string to_text() const;  // The note text, unsigned.
    [[nodiscard]] static Outcome<Checkpoint> parse(std::string_view note_text);

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

struct SignedCheckpoint {
    Checkpoint checkpoint;
    Note note;
};

// Reads a signed checkpoint and checks that `log` signed it and that its origin is the key's name.
[[nodiscard]] Outcome<SignedCheckpoint> open_checkpoint(std::string_view text, const VerifierKey& log);
// Reads without believing: for showing, never for trusting.
[[nodiscard]] Outcome<SignedCheckpoint> read_checkpoint(std::string_view text);

}  // namespace ponte::journal
