#pragma once

// What may be asked of the planning desk. A command is a plain value; asking changes nothing.

#include "desks/planning/events.h"

namespace ponte::planning {

struct OpenList {
    static constexpr std::string_view name = "planning.open_list";

    ListId list;
};
BOOST_DESCRIBE_STRUCT(OpenList, (), (list))

using Command = std::variant<OpenList>;

}  // namespace ponte::planning
