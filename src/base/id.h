#pragma once

#include <compare>
#include <string>
#include <utility>

namespace ponte {

// A name that cannot be mistaken for another name. It converts to nothing: ask for .value.
template <class Tag, class Value = std::string>
struct Id {
    using value_type_of_id = Value;

    Value value{};

    constexpr Id() = default;
    constexpr explicit Id(Value v) : value(std::move(v)) {}

    friend constexpr auto operator<=>(const Id&, const Id&) = default;
    friend constexpr bool operator==(const Id&, const Id&) = default;
};

// The ids that several floors speak of. A desk's own ids stand in its events.h.
using PersonId = Id<struct PersonTag>;    // Who acts: "ana.lei". The person's name is never in it.
using BodyId = Id<struct BodyTag>;        // An institution: "amcm", "ndrc".
using JurisdictionId = Id<struct JurisdictionTag>;  // ISO 3166-1 alpha-2, or "MO-..." by our own list.
using CommandId = Id<struct CommandTag>;  // What the asker called the request; makes a retry harmless.

}  // namespace ponte
