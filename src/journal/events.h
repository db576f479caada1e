#pragma once

#include "base/date.h"
#include "base/digest.h"
#include "base/id.h"
#include "journal/keys.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>
#include <string_view>

// The journal's own entries, types 1 to 15 of the file EVENTS. A journal begins with JournalOpened as
// entry 0; every decision of the house begins with RunHeaded. The others speak of the log itself.
namespace ponte::journal {

enum class ClockKind : std::uint8_t { system = 0, simulated = 1 };
BOOST_DESCRIBE_ENUM(ClockKind, system, simulated)

struct JournalOpened {
    static constexpr std::string_view name = "journal.opened/1";
    static constexpr std::uint16_t type = 1;
    static constexpr std::uint16_t version = 1;

    std::string origin;  // "ponte.example/conference": the first line of every checkpoint.
    Digest log_id;       // log_id_of() the other fields.
    PublicKey log_key;
    ClockKind clock = ClockKind::system;
    Instant created;

    friend bool operator==(const JournalOpened&, const JournalOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(JournalOpened, (), (origin, log_id, log_key, clock, created))

struct KeyRotated {
    static constexpr std::string_view name = "journal.key_rotated/1";
    static constexpr std::uint16_t type = 2;
    static constexpr std::uint16_t version = 1;

    PublicKey old_key;
    PublicKey new_key;
    Signature signature;  // By the old key over key_rotation_message().

    friend bool operator==(const KeyRotated&, const KeyRotated&) = default;
};
BOOST_DESCRIBE_STRUCT(KeyRotated, (), (old_key, new_key, signature))

// A torn write was found at the end of the log on opening, and moved to torn/<digest>.
struct TailSetAside {
    static constexpr std::string_view name = "journal.tail_set_aside/1";
    static constexpr std::uint16_t type = 3;
    static constexpr std::uint16_t version = 1;

    std::uint64_t bytes = 0;
    Digest digest;
    std::string reason;

    friend bool operator==(const TailSetAside&, const TailSetAside&) = default;
};
BOOST_DESCRIBE_STRUCT(TailSetAside, (), (bytes, digest, reason))

struct WitnessNamed {
    static constexpr std::string_view name = "journal.witness_named/1";
    static constexpr std::uint16_t type = 4;
    static constexpr std::uint16_t version = 1;

    std::string witness;  // The key name in its cosignature lines.
    PublicKey key;

    friend bool operator==(const WitnessNamed&, const WitnessNamed&) = default;
};
BOOST_DESCRIBE_STRUCT(WitnessNamed, (), (witness, key))

// The head of a run. `parts` entries follow it in the same block.
struct RunHeaded {
    static constexpr std::string_view name = "journal.run_headed/1";
    static constexpr std::uint16_t type = 5;
    static constexpr std::uint16_t version = 1;

    Instant time;
    std::string actor;
    bool asserted = false;  // The journal's OS owner spoke for the actor.
    std::string desk;
    std::string command;
    std::string command_id;
    std::uint32_t parts = 0;
    bool batch = false;
    Digest request;  // SHA-256 of the command's canonical bytes.
    Nonce nonce;

    friend bool operator==(const RunHeaded&, const RunHeaded&) = default;
};
BOOST_DESCRIBE_STRUCT(RunHeaded, (), (time, actor, asserted, desk, command, command_id, parts, batch, request, nonce))

// SHA-256("ponte.log/1\n" origin "\n" key, clock, created): two logs of one name have different ids.
[[nodiscard]] Digest log_id_of(const JournalOpened& opened);
// "ponte.key_rotated/1\n", log id, old key, new key.
[[nodiscard]] Bytes key_rotation_message(const Digest& log_id, const PublicKey& old_key, const PublicKey& new_key);

}  // namespace ponte::journal
