#pragma once

#include <array>
#include <cstdint>
#include <string_view>

// The type id of each event, from the append-only file EVENTS. A name that is not in it does not compile.
namespace ponte::house {

struct EventType {
    std::uint16_t id;
    std::string_view name;
};

inline constexpr EventType event_types[] = {
#include "event_types.inc"
};

inline void event_name_is_not_in_EVENTS() {}

consteval std::uint16_t event_type(std::string_view name) {
    for (const EventType& one : event_types) {
        if (one.name == name) return one.id;
    }
    event_name_is_not_in_EVENTS();  // Not constexpr: ends the compilation here.
    return 0;
}

// "conference.plan_imported/1" -> 1
consteval std::uint16_t event_version(std::string_view name) {
    std::uint16_t version = 0;
    for (const char c : name.substr(name.rfind('/') + 1)) version = static_cast<std::uint16_t>(version * 10 + (c - '0'));
    return version;
}

}  // namespace ponte::house
