#pragma once

#include "base/text.h"
#include "desks/planning/commands.h"
#include "desks/planning/refusals.h"
#include "desks/planning/view.h"

#include <algorithm>
#include <array>
#include <set>

// Rules that several decisions of this desk share.
namespace ponte::planning {

// An entry of the journal holds 65,535 octets; a line is far from that.
inline constexpr std::size_t text_bytes_max = 16'000;
// An adopted list names its lines, with a digest a language, in one entry.
inline constexpr std::size_t lines_max = 200;

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

[[nodiscard]] inline bool is_well_formed(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

// The two sides of the conference speak through their secretariats; nobody else has a word here.
[[nodiscard]] inline bool speaks_for_a_side(const View& view) {
    return view.asker.has("planning", access::Role::secretariat) && view.asker.side != Side::other;
}
[[nodiscard]] inline std::unexpected<Refusal> not_allowed(const View& view) {
    return refuse(refusals::not_allowed, view.asker.person.value);
}

// Why a text of one paragraph cannot stand; an empty one is the caller's to judge.
[[nodiscard]] inline std::optional<Refusal> refusal_of_text(std::string_view text, const std::string& place) {
    const bool broken = text.find_first_of("\n\r\t") != std::string_view::npos;
    if (broken || !is_valid_utf8(text) || has_control_characters(text)) return Refusal{refusals::control_characters, "", place};
    if (text.size() > text_bytes_max) return Refusal{refusals::text_too_long, std::to_string(text.size()), place};
    return std::nullopt;
}

// "4.2", as people name a duty.
[[nodiscard]] inline std::string number_of(const DutyRef& duty) { return std::to_string(duty.measure) + "." + std::to_string(duty.duty); }

[[nodiscard]] inline const conference::Plan* plan_of(const conference::Known& known, const PlanId& id) {
    const auto found = known.plans.find(id);
    return found == known.plans.end() ? nullptr : &found->second;
}

// The measure that stands in the plan, or null.
[[nodiscard]] inline const conference::Measure* measure_of(const conference::Plan& plan, std::uint16_t number) {
    const auto found = plan.measures.find(number);
    return found == plan.measures.end() || found->second.dropped ? nullptr : &found->second;
}

// Why there is no such duty. `whole`: the measure as a whole, duty 0, may be meant.
[[nodiscard]] inline std::optional<Refusal> refusal_of_duty(const conference::Known& known, const DutyRef& duty, bool whole, const std::string& place) {
    const conference::Plan* plan = plan_of(known, duty.plan);
    if (plan == nullptr) return Refusal{refusals::plan_unknown, beginning_of(duty.plan.value), place + "/plan"};
    const conference::Measure* measure = measure_of(*plan, duty.measure);
    const bool there = measure != nullptr && duty.duty <= measure->now().duties.size() && (whole || duty.duty != 0);
    if (!there) return Refusal{refusals::duty_unknown, number_of(duty), place + "/duty"};
    return std::nullopt;
}

// Whether the conference has decided it (the minutes are sealed), and the decision was neither superseded
// nor has it lapsed.
[[nodiscard]] bool decision_stands(const meetings::Known& meetings, const std::string& decision);

// decide_lineage.cpp. Why a line or a duty of this year cannot descend from the origin.
[[nodiscard]] std::optional<Refusal> refusal_of_origin(const View& view, const Origin& origin, std::uint16_t year, const std::string& place);
// The links of an adopted line's measure to its origins, without those that are there already.
[[nodiscard]] std::vector<Event> links_to(const Known& known, const DutyRef& child, const std::vector<Origin>& origins, const std::string& source);

// decide_closing.cpp. Where a duty that goes on ends up, merges followed; nothing where it does not go on.
// `also`: duties that are being confirmed in this very decision.
[[nodiscard]] std::optional<LineRef> line_reached_by(const Known& known, DutyRef duty, const std::set<DutyRef>& also = {});
// The origins of a line: its own, and every duty that is confirmed to go on in it.
[[nodiscard]] std::vector<Origin> origins_of(const Known& known, const LineRef& line);

}  // namespace ponte::planning
