#pragma once

#include "journal/keys.h"
#include "journal/witness_request.h"
#include "witness/memory.h"

#include <memory>
#include <optional>
#include <span>

// A witness of transparency logs (C2SP tlog-witness, tlog-cosignature v1): a key, a memory, and one promise,
// that it never cosigns two histories of one log. It keeps nothing else and knows nothing of what logs hold.
namespace ponte::witness {

struct NewWitness {
    std::string name;  // A key name. With a simulated clock "/simulated" is put behind it.
    bool simulated_clock = false;
    std::optional<journal::SecretKey> key;  // Made at random when absent.
};

struct Cosigned {
    journal::Checkpoint checkpoint;
    journal::NoteSignature line;
    std::string note;    // The log's note with our line behind its own.
    bool again = false;  // The same checkpoint was cosigned before.
};

class Witness {
public:
    // In an absent or empty folder.
    [[nodiscard]] static Attempt<Outcome<Witness>> create(std::unique_ptr<journal::Files> files, const NewWitness& made);
    // Locks the folder: two processes on one memory would each believe the other's yesterday. Refuses what is
    // no witness and what is held; a damaged file is a fault.
    [[nodiscard]] static Attempt<Outcome<Witness>> open(std::unique_ptr<journal::Files> files, const std::string& now);

    [[nodiscard]] const journal::VerifierKey& key() const { return key_; }
    [[nodiscard]] bool has_simulated_clock() const { return simulated_clock_; }
    [[nodiscard]] const Memory& memory() const { return memory_; }
    [[nodiscard]] Attempt<std::vector<std::string>> evidence() const;  // Names below evidence/.

    // Cosigns when a trusted key signed the checkpoint and it continues what was cosigned last. The memory is on
    // the disk before the line exists. A fork is refused and its evidence kept.
    [[nodiscard]] Attempt<Outcome<Cosigned>> cosign(std::string_view request, std::span<const journal::VerifierKey> trusted, std::uint64_t seconds);

private:
    Witness(std::unique_ptr<journal::Files> files, std::unique_ptr<journal::Lock> lock, journal::SecretKey secret)
        : files_(std::move(files)), lock_(std::move(lock)), secret_(secret) {}
    [[nodiscard]] Attempt<Refusal> found_fork(const Remembered& known, const journal::WitnessRequest& request, const journal::VerifierKey& log);

    std::unique_ptr<journal::Files> files_;
    std::unique_ptr<journal::Lock> lock_;
    journal::SecretKey secret_;
    journal::VerifierKey key_;
    bool simulated_clock_ = false;
    Memory memory_;
};

}  // namespace ponte::witness
