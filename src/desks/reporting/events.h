#pragma once

// What has happened at the reporting desk. Its public face; an event is never edited, a new need is a new version.

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

namespace ponte::reporting {

using RoundId = Id<struct RoundTag>;  // "2020-q4"

struct RoundOpened {
    static constexpr std::string_view name = "reporting.round_opened/1";

    RoundId round;

    friend bool operator==(const RoundOpened&, const RoundOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundOpened, (), (round))

using Event = std::variant<RoundOpened>;

}  // namespace ponte::reporting
