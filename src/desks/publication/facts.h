#pragma once

#include "base/outcome.h"
#include "desks/publication/events.h"

#include <map>

// What this desk is told by the house, which can look at figures and check signatures, and what neighbours may
// know of the desk.
namespace ponte::publication {

// Octets that travel as base64.
struct Octets {
    Bytes bytes;

    [[nodiscard]] std::string to_text() const { return base64(bytes); }
    [[nodiscard]] static std::optional<Octets> from_text(std::string_view text) {
        auto bytes = ponte::from_base64(text);
        if (!bytes) return std::nullopt;
        return Octets{*std::move(bytes)};
    }

    friend bool operator==(const Octets&, const Octets&) = default;
};
BOOST_DESCRIBE_STRUCT(Octets, (), (bytes))

// An entry of another journal with what proves it (journal/carried.h), as a file brings it: docs/formats/packet.md.
struct Packet {
    Octets entry;
    std::uint64_t index = 0;
    std::vector<Digest> inclusion;
    std::uint64_t from_size = 0;
    Digest from_root;
    std::vector<Digest> consistency;
    std::vector<Octets> rotations;
    Digest log_id;
    std::string checkpoint;

    friend bool operator==(const Packet&, const Packet&) = default;
};
BOOST_DESCRIBE_STRUCT(Packet, (), (entry, index, inclusion, from_size, from_root, consistency, rotations, log_id, checkpoint))

// How an indicator stands for everyone on a day.
struct FigureFact {
    std::uint16_t definition = 0;
    Names names;
    Names units;
    Kind kind{};
    std::uint8_t decimals = 0;
    std::uint8_t unit_exponent = 0;
    bool any = false;              // Some published paper counts.
    std::optional<Decimal> value;  // Absent where papers contradict each other.
    Period period;
    Date as_at;
    Badge badge{};
    std::vector<std::uint64_t> entries;
};

struct ForkFact {
    std::uint64_t size = 0;
    Digest seen;
    Digest shown;
};

// What a packet is, after the house has checked it against the key and the roots that this desk names.
struct PacketFact {
    PublisherId origin;               // As the checkpoint says, believed or not; empty where it cannot be read.
    std::optional<Refusal> refused;   // Why it is not believed. Then nothing below is known.
    std::uint64_t size = 0;           // Of its checkpoint.
    Digest root;
    Digest leaf;                      // What the packet is known by.
    std::optional<ForkFact> fork;
    std::optional<FigurePublished> figure;
    std::optional<FigureAdopted> adopted;
};

// A verifier key that was read.
struct KeyFact {
    std::string name;
    bool signs_logs = false;
};

// The desk as its neighbours see it: nobody asks so far.
struct Known {};

}  // namespace ponte::publication
