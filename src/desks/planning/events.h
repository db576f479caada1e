#pragma once

// What has happened at the planning desk. Its public face; an event is never edited, a new need is a new version.

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

namespace ponte::planning {

using ListId = Id<struct ListTag>;

struct ListOpened {
    static constexpr std::string_view name = "planning.list_opened/1";

    ListId list;

    friend bool operator==(const ListOpened&, const ListOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(ListOpened, (), (list))

using Event = std::variant<ListOpened>;

}  // namespace ponte::planning
