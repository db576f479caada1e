#pragma once

// What may be asked of the publication desk. A command is a plain value; asking changes nothing.

#include "desks/publication/facts.h"

namespace ponte::publication {

// Configuration: whose packets and receipts are taken. Again, with a new key, when the other side changed its own.
struct TrustPublisher {
    static constexpr std::string_view name = "publication.trust_publisher";

    PublisherId publisher;
    std::string key;                          // "name+id+key", as its `journal stat` prints it.
    BodyId body;
    std::optional<std::uint64_t> first_size;  // A checkpoint known otherwise; both or neither.
    std::optional<Digest> first_root;
};
BOOST_DESCRIBE_STRUCT(TrustPublisher, (), (publisher, key, body, first_size, first_root))

// Gives the figure that everyone may see to another journal. Nothing less public can be asked for.
struct PublishFigure {
    static constexpr std::string_view name = "publication.publish_figure";

    IndicatorId indicator;
    PublisherId recipient;
    std::optional<Date> as_at;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(PublishFigure, (), (indicator, recipient, as_at))

struct AdoptFigure {
    static constexpr std::string_view name = "publication.adopt_figure";

    Packet packet;
    std::optional<IndicatorId> indicator;  // Here; else as last time, else the same id.
    std::optional<BodyId> body;            // Whose paper it becomes; the asker's own where absent.
    bool same_unit = false;                // A person says that units of other words are the same.
};
BOOST_DESCRIBE_STRUCT(AdoptFigure, (), (packet, indicator, body, same_unit))

struct KeepReceipt {
    static constexpr std::string_view name = "publication.keep_receipt";

    Packet packet;
};
BOOST_DESCRIBE_STRUCT(KeepReceipt, (), (packet))

// By an administrator, who has spoken to the other side.
struct ResolveFork {
    static constexpr std::string_view name = "publication.resolve_fork";

    PublisherId publisher;
    std::string reason;
    std::optional<std::uint64_t> size;  // The checkpoint from which the log is believed again; both or neither.
    std::optional<Digest> root;
    std::optional<std::uint32_t> next_number;
};
BOOST_DESCRIBE_STRUCT(ResolveFork, (), (publisher, reason, size, root, next_number))

using Command = std::variant<TrustPublisher, PublishFigure, AdoptFigure, KeepReceipt, ResolveFork>;

}  // namespace ponte::publication
