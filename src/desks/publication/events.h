#pragma once

// What has happened at the publication desk: figures that left for another journal, and figures of another
// journal that were taken over. Its public face; an event is never edited, a new need is a new version.

#include "base/bytes.h"
#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"
#include "desks/access/facts.h"
#include "desks/conference/events.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::publication {

using conference::Badge;
using conference::Blind;
using conference::IndicatorId;
using conference::Kind;
using directory::Side;

using PublisherId = Id<struct PublisherTag>;  // The origin of another journal: "bank.example/ledger".

// Another journal whose packets and receipts are taken, under this key, for this body. Said again with another
// key after the other side has changed its own.
struct PublisherTrusted {
    static constexpr std::string_view name = "publication.publisher_trusted/1";

    PublisherId publisher;
    std::string key;               // Verifier key of its log, as text.
    BodyId body;                   // Who publishes there.
    std::uint64_t first_size = 0;  // A checkpoint known otherwise, from which all must follow; 0: none.
    Digest first_root;

    friend bool operator==(const PublisherTrusted&, const PublisherTrusted&) = default;
};
BOOST_DESCRIBE_STRUCT(PublisherTrusted, (), (publisher, key, body, first_size, first_root))

// A figure as everyone may see it, given to one other journal. Numbered per recipient from 1, each bound to the
// one before, so that none can be kept back or slipped in.
struct FigurePublished {
    static constexpr std::string_view name = "publication.figure_published/1";

    PublisherId recipient;
    std::uint32_t number = 0;
    Digest previous;                     // Leaf of the packet before; zero for the first.
    IndicatorId indicator;
    std::uint16_t definition = 0;        // Version.
    Names names;
    Names units;
    Kind kind{};
    std::uint8_t decimals = 0;
    std::uint8_t unit_exponent = 0;
    Decimal value;                       // In the unit, not rounded.
    Period period;
    Date as_at;
    Badge badge{};                       // The weakest of what it rests on.
    std::vector<std::uint64_t> entries;  // Of the publishing journal, on which it rests.

    friend bool operator==(const FigurePublished&, const FigurePublished&) = default;
};
BOOST_DESCRIBE_STRUCT(FigurePublished, (), (recipient, number, previous, indicator, definition, names, units, kind, decimals, unit_exponent, value, period, as_at, badge, entries))

// A figure of another journal, taken over here after its packet was proven. The observation that the house
// records with it is a paper of the body like any other.
struct FigureAdopted {
    static constexpr std::string_view name = "publication.figure_adopted/1";

    PublisherId publisher;
    std::uint32_t number = 0;
    Digest packet;           // Leaf of the packet's entry there.
    std::uint64_t index = 0; // Its sequence there.
    std::uint64_t size = 0;  // Of the checkpoint that proved it.
    Digest root;
    std::string checkpoint;  // The signed note: one half of any evidence.
    IndicatorId theirs;
    IndicatorId indicator;   // Here.
    Decimal value;
    Period period;
    Date as_at;
    Badge badge{};
    std::string source;      // Of the observation here.
    BodyId body;             // Whose paper it is.
    Side side{};
    Blind blind{};

    friend bool operator==(const FigureAdopted&, const FigureAdopted&) = default;
};
BOOST_DESCRIBE_STRUCT(FigureAdopted, (), (publisher, number, packet, index, size, root, checkpoint, theirs, indicator, value, period, as_at, badge, source, body, side, blind))

// The other journal has shown that it recorded the adoption of a packet of ours.
struct ReceiptKept {
    static constexpr std::string_view name = "publication.receipt_kept/1";

    PublisherId recipient;
    std::uint32_t number = 0;
    Digest packet;
    std::uint64_t index = 0;  // Of the adoption there.
    std::uint64_t size = 0;
    Digest root;
    std::string checkpoint;

    friend bool operator==(const ReceiptKept&, const ReceiptKept&) = default;
};
BOOST_DESCRIBE_STRUCT(ReceiptKept, (), (recipient, number, packet, index, size, root, checkpoint))

// One log has shown two histories: both checkpoints are signed by it, and no single log has both. Anyone can check
// it from this entry: either the sizes are the same, or the proof leads from `shown_root` to the second checkpoint.
struct ForkDetected {
    static constexpr std::string_view name = "publication.fork_detected/1";

    PublisherId publisher;
    std::uint64_t size = 0;             // At which it shows.
    Digest seen_root;
    Digest shown_root;
    std::string seen_checkpoint;        // The signed note seen first; empty where the root came with the trust.
    std::string shown_checkpoint;
    std::uint64_t from_size = 0;
    std::vector<Digest> consistency;    // From there to the shown checkpoint.

    friend bool operator==(const ForkDetected&, const ForkDetected&) = default;
};
BOOST_DESCRIBE_STRUCT(ForkDetected, (), (publisher, size, seen_root, shown_root, seen_checkpoint, shown_checkpoint, from_size, consistency))

// An administrator has looked into it and says from where the log is believed again.
struct ForkResolved {
    static constexpr std::string_view name = "publication.fork_resolved/1";

    PublisherId publisher;
    std::string reason;
    std::uint64_t size = 0;        // 0: from where it stood here.
    Digest root;
    std::uint32_t next_number = 0; // 0: the numbers go on.

    friend bool operator==(const ForkResolved&, const ForkResolved&) = default;
};
BOOST_DESCRIBE_STRUCT(ForkResolved, (), (publisher, reason, size, root, next_number))

using Event = std::variant<PublisherTrusted, FigurePublished, FigureAdopted, ReceiptKept, ForkDetected, ForkResolved>;

}  // namespace ponte::publication
