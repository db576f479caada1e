#pragma once

// What has happened at the meetings desk. Its public face; an event is never edited, a new need is a new version.

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

namespace ponte::meetings {

using ProblemId = Id<struct ProblemTag>;

struct ProblemRaised {
    static constexpr std::string_view name = "meetings.problem_raised/1";

    ProblemId problem;

    friend bool operator==(const ProblemRaised&, const ProblemRaised&) = default;
};
BOOST_DESCRIBE_STRUCT(ProblemRaised, (), (problem))

using Event = std::variant<ProblemRaised>;

}  // namespace ponte::meetings
