#pragma once

#include "base/bytes.h"
#include "house/codecs.h"
#include "house/desks.h"

#include <optional>

// Events to the payloads of entries and back, by the types of EVENTS.
namespace ponte::house {

[[nodiscard]] Encoded encode(const AnyEvent& event);
// Nothing for a type that no desk of this release knows, or bytes that are not that event.
[[nodiscard]] std::optional<AnyEvent> decode_event(std::uint16_t type, std::uint16_t version, ByteView payload);
// "conference.observation_recorded/1"; empty for an unknown type.
[[nodiscard]] std::string_view event_name(std::uint16_t type);
// The event as JSON: {"event":"...", fields}. For `journal show` and the auditor's eye.
[[nodiscard]] std::string event_json(const AnyEvent& event);

}  // namespace ponte::house
