#pragma once

// What has happened at the publication desk. Its public face; an event is never edited, a new need is a new version.

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

using PublisherId = Id<struct PublisherTag>;

struct PublisherTrusted {
    static constexpr std::string_view name = "publication.publisher_trusted/1";

    PublisherId publisher;

    friend bool operator==(const PublisherTrusted&, const PublisherTrusted&) = default;
};
BOOST_DESCRIBE_STRUCT(PublisherTrusted, (), (publisher))

using Event = std::variant<PublisherTrusted>;

}  // namespace ponte::publication
