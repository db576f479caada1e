#pragma once

// What the house itself records, beside what the desks decide.

#include "base/described_values.h"
#include "base/id.h"

#include <string>
#include <string_view>
#include <variant>

namespace ponte::house {

// A refusal that depended on the state, of a request that carries an id, is final: the same id asked
// again is answered from here.
struct RequestRefused {
    static constexpr std::string_view name = "house.request_refused/1";

    CommandId id;
    std::string code;
    std::string subject;
    std::string place;

    friend bool operator==(const RequestRefused&, const RequestRefused&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestRefused, (), (id, code, subject, place))

// Nothing expires by itself: what falls due fires because this was recorded.
struct TimeReached {
    static constexpr std::string_view name = "house.time_reached/1";

    Instant time;

    friend bool operator==(const TimeReached&, const TimeReached&) = default;
};
BOOST_DESCRIBE_STRUCT(TimeReached, (), (time))

// The clock jumped further than the bound, and a person said that it is right.
struct ClockConfirmed {
    static constexpr std::string_view name = "house.clock_confirmed/1";

    Instant before;
    Instant after;

    friend bool operator==(const ClockConfirmed&, const ClockConfirmed&) = default;
};
BOOST_DESCRIBE_STRUCT(ClockConfirmed, (), (before, after))

using Event = std::variant<RequestRefused, TimeReached, ClockConfirmed>;

}  // namespace ponte::house
