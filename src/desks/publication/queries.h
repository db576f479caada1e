#pragma once

#include "desks/publication/facts.h"

// Questions to the publication desk. What was sent is public as a figure, but to whom and when is for the people
// of the conference; what was taken is a paper of a body and is shown as the paper is.
namespace ponte::publication {

struct Looking;  // view.h

struct PublisherRow {
    PublisherId publisher;
    BodyId body;
    std::string key;
    std::uint32_t sent = 0;
    std::uint32_t receipted = 0;
    std::uint32_t taken = 0;
    std::uint32_t last_number = 0;      // Of the packets taken.
    std::uint64_t last_size = 0;        // Of its log, as far as it was seen here.
    bool forked = false;                // Nothing more is taken until it is resolved.
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(PublisherRow, (), (publisher, body, key, sent, receipted, taken, last_number, last_size, forked, entry))

struct PublishersAnswer {
    std::vector<PublisherRow> publishers;
};
BOOST_DESCRIBE_STRUCT(PublishersAnswer, (), (publishers))

// The other journals that are trusted, and how far things have gone with each.
struct PublishersQuery {
    static constexpr std::string_view name = "publication.publishers";
    using Answer = PublishersAnswer;

    std::optional<std::string> starting_with;
};
BOOST_DESCRIBE_STRUCT(PublishersQuery, (), (starting_with))

struct PublishedRow {
    PublisherId recipient;
    std::uint32_t number = 0;
    IndicatorId indicator;
    Names names;
    std::string value;
    Names units;
    std::string period;
    Date as_at;
    std::string badge;
    Digest packet;
    std::uint64_t entry = 0;
    bool receipted = false;
    std::uint64_t adopted_at = 0;  // Its sequence in the recipient's journal, once receipted.
};
BOOST_DESCRIBE_STRUCT(PublishedRow, (), (recipient, number, indicator, names, value, units, period, as_at, badge, packet, entry, receipted, adopted_at))

struct PublishedAnswer {
    std::vector<PublishedRow> packets;
};
BOOST_DESCRIBE_STRUCT(PublishedAnswer, (), (packets))

struct PublishedQuery {
    static constexpr std::string_view name = "publication.published";
    using Answer = PublishedAnswer;

    std::optional<PublisherId> recipient;
    bool without_receipt = false;
};
BOOST_DESCRIBE_STRUCT(PublishedQuery, (), (recipient, without_receipt))

struct AdoptedRow {
    PublisherId publisher;
    std::uint32_t number = 0;
    IndicatorId theirs;
    IndicatorId indicator;
    std::string value;
    std::string period;
    Date as_at;
    std::string badge;
    Digest packet;
    std::uint64_t size = 0;
    Digest root;
    conference::ItemId item;       // The observation here.
    std::string stage;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(AdoptedRow, (), (publisher, number, theirs, indicator, value, period, as_at, badge, packet, size, root, item, stage, entry))

struct AdoptedAnswer {
    std::vector<AdoptedRow> packets;
};
BOOST_DESCRIBE_STRUCT(AdoptedAnswer, (), (packets))

struct AdoptedQuery {
    static constexpr std::string_view name = "publication.adopted";
    using Answer = AdoptedAnswer;

    std::optional<PublisherId> publisher;
};
BOOST_DESCRIBE_STRUCT(AdoptedQuery, (), (publisher))

struct ForkRow {
    PublisherId publisher;
    std::uint64_t size = 0;
    Digest seen_root;
    Digest shown_root;
    std::string seen_checkpoint;
    std::string shown_checkpoint;
    bool resolved = false;
    std::string reason;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ForkRow, (), (publisher, size, seen_root, shown_root, seen_checkpoint, shown_checkpoint, resolved, reason, entry))

struct ForksAnswer {
    std::vector<ForkRow> forks;
};
BOOST_DESCRIBE_STRUCT(ForksAnswer, (), (forks))

struct ForksQuery {
    static constexpr std::string_view name = "publication.forks";
    using Answer = ForksAnswer;
};
BOOST_DESCRIBE_STRUCT(ForksQuery, (), ())

using Query = std::variant<PublishersQuery, PublishedQuery, AdoptedQuery, ForksQuery>;

[[nodiscard]] PublishersAnswer answer(const Looking& looking, const PublishersQuery& query);
[[nodiscard]] PublishedAnswer answer(const Looking& looking, const PublishedQuery& query);
[[nodiscard]] AdoptedAnswer answer(const Looking& looking, const AdoptedQuery& query);
[[nodiscard]] ForksAnswer answer(const Looking& looking, const ForksQuery& query);

}  // namespace ponte::publication
