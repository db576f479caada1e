#pragma once

#include "desks/conference/refusals.h"
#include "base/check.h"
#include "desks/conference/view.h"

#include <algorithm>

// Rules that several decisions of this desk share.
namespace ponte::conference {

// The i-th Blind of a run: 16 octets that nobody outside the journal can guess.
[[nodiscard]] inline Blind blind(const View& view, std::uint32_t index) {
    const std::array<std::uint8_t, 4> octets{static_cast<std::uint8_t>(index & 0xffU), static_cast<std::uint8_t>(index >> 8U & 0xffU),
                                             static_cast<std::uint8_t>(index >> 16U & 0xffU), static_cast<std::uint8_t>(index >> 24U)};
    const Digest digest = sha256_of_parts({view.nonce.bytes, octets});
    Blind blind;
    std::copy_n(digest.bytes.begin(), blind.size(), blind.begin());
    return blind;
}

// As much of a text as a refusal shows, never cut inside a character.
[[nodiscard]] inline std::string beginning_of(std::string_view text) {
    constexpr std::size_t bytes_max = 80;
    if (text.size() <= bytes_max) return std::string(text);
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end));
}

// The measure and duty that a paper is about, or why there is no such thing.
[[nodiscard]] inline std::optional<Refusal> refusal_of_measure(const View& view, const PlanId& plan_id, std::uint16_t number, std::uint16_t duty) {
    const auto plan = view.conference.plans.find(plan_id);
    if (plan == view.conference.plans.end()) return Refusal{refusals::plan_unknown, plan_id.value, "/plan"};
    const auto measure = plan->second.measures.find(number);
    if (measure == plan->second.measures.end() || measure->second.dropped) {
        return Refusal{refusals::measure_unknown, std::to_string(number), "/measure"};
    }
    if (duty > measure->second.now().duties.size()) return Refusal{refusals::duty_unknown, std::to_string(duty), "/duty"};
    return std::nullopt;
}

// Whose paper it is: the asker's body, or one that a secretariat records for.
struct Owner {
    BodyId body;
    Side side{};
};
[[nodiscard]] inline Outcome<Owner> owner_of(const View& view, const std::optional<BodyId>& named) {
    const BodyId& body = named ? *named : view.asker.body;
    const directory::Body* known = view.bodies.find(body);
    if (known == nullptr) return refuse(refusals::body_unknown, body.value, "/body");
    if (body != view.asker.body && !(view.asker.has("conference", access::Role::secretariat) && known->side == view.asker.side)) {
        return refuse(refusals::body_not_yours, body.value, "/body");
    }
    return Owner{.body = body, .side = known->side};
}

}  // namespace ponte::conference
