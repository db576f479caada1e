#pragma once

#include "base/outcome.h"
#include "desks/publication/facts.h"
#include "journal/carried.h"

#include <string>

// The file in which an entry travels from one journal to another: docs/formats/packet.md. Text, one spelling,
// with a checksum against damage; what it proves is checked against the other journal's key.
namespace ponte::packet {

namespace refusals {
inline constexpr RefusalKind too_large{"packet.too_large", Remedy::correct};
inline constexpr RefusalKind unreadable{"packet.unreadable", Remedy::correct};
inline constexpr RefusalKind damaged{"packet.damaged", Remedy::correct};
}  // namespace refusals

enum class Kind : std::uint8_t { figure, receipt };

inline constexpr std::size_t bytes_max = 262'144;

// What the entry in a packet says.
struct Content {
    Kind kind{};
    publication::FigurePublished figure;  // Of a figure.
    publication::FigureAdopted adopted;   // Of a receipt.
};

[[nodiscard]] publication::Packet packet_of(const journal::CarriedEntry& carried);
[[nodiscard]] journal::CarriedEntry carried_of(const publication::Packet& packet);

// Nothing when the entry is neither a figure nor a receipt.
[[nodiscard]] std::optional<Content> content_of(const publication::Packet& packet);

// The entry must be a figure or a receipt.
[[nodiscard]] std::string write(const publication::Packet& packet);
// Damage first, then the form. Nothing in it is believed by reading it.
[[nodiscard]] Outcome<publication::Packet> read(std::string_view text);

// What anyone can check who has the other journal's key: signature, inclusion, and that it follows what was seen.
[[nodiscard]] Outcome<journal::CheckedEntry> verify(const publication::Packet& packet, const journal::VerifierKey& log,
                                                    const journal::SeenRoots& seen = {});

}  // namespace ponte::packet
