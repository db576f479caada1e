#pragma once

// What may be asked of the publication desk. A command is a plain value; asking changes nothing.

#include "desks/publication/events.h"

namespace ponte::publication {

struct TrustPublisher {
    static constexpr std::string_view name = "publication.trust_publisher";

    PublisherId publisher;
};
BOOST_DESCRIBE_STRUCT(TrustPublisher, (), (publisher))

using Command = std::variant<TrustPublisher>;

}  // namespace ponte::publication
