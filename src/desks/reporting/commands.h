#pragma once

// What may be asked of the reporting desk. A command is a plain value; asking changes nothing.

#include "desks/reporting/events.h"

namespace ponte::reporting {

struct OpenRound {
    static constexpr std::string_view name = "reporting.open_round";

    RoundId round;
};
BOOST_DESCRIBE_STRUCT(OpenRound, (), (round))

using Command = std::variant<OpenRound>;

}  // namespace ponte::reporting
