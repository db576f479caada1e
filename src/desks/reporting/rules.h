#pragma once

#include "desks/reporting/refusals.h"
#include "desks/reporting/view.h"

#include <algorithm>
#include <string_view>

// Rules that several decisions of this desk share. A role at the conference holds here too (access/facts.h).
namespace ponte::reporting {

inline constexpr std::size_t text_bytes_max = 4'000;
inline constexpr std::size_t lines_max = 500;
inline constexpr std::uint32_t working_days_max = 250;
inline constexpr std::string_view rule_of_due = "worked_in_all_places/1";

[[nodiscard]] inline bool may(const View& view, access::Role role) { return view.asker.has("reporting", role); }

// Random octets of this decision: the hash of an entry about hidden papers tells nothing of it.
[[nodiscard]] inline Blind blind(const View& view, std::uint8_t index = 0) {
    const std::array<std::uint8_t, 1> octet{index};
    const Digest digest = sha256_of_parts({view_of("reporting"), view.nonce.bytes, octet});
    Blind blind;
    std::copy_n(digest.bytes.begin(), blind.size(), blind.begin());
    return blind;
}

// As much of a text as a refusal or an entry shows, never cut inside a character.
[[nodiscard]] inline std::string beginning_of(std::string_view text, std::size_t bytes_max = 80) {
    if (text.size() <= bytes_max) return std::string(text);
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end));
}

// A text that a person wrote, or why it cannot be kept. `missing`: what an empty one is refused with.
[[nodiscard]] std::optional<Refusal> refusal_of_text(std::string_view text, std::string_view place,
                                                     std::optional<RefusalKind> missing = refusals::reason_missing);

[[nodiscard]] Outcome<const Round*> round_of(const View& view, const RoundId& id);
// The request of a body, as everybody of either side may know of it.
[[nodiscard]] Outcome<const Request*> request_of(const View& view, const RoundId& round, const BodyId& body);
// The same, for the secretariat of the body's side.
[[nodiscard]] Outcome<const Request*> request_of_own_side(const View& view, const RoundId& round, const BodyId& body);

// How the conference desk's item is found: nothing is hidden from a decision, only from its answer.
[[nodiscard]] inline auto item_finder(const View& view) {
    return [&items = view.conference.items](const ItemId& id) -> std::optional<conference::SeenItem> {
        const conference::Item* found = items.find(id);
        if (found == nullptr) return std::nullopt;
        return conference::SeenItem{.item = found, .life = found->life()};
    };
}

// What a body is asked by default: every indicator of every measure it leads or helps with on the day, and
// the clauses of those measures.
struct Asked {
    std::vector<LineAsked> lines;
    std::vector<DutyAsked> duties;
};
[[nodiscard]] Asked asked_of(const View& view, const PlanId& plan, Period period, const BodyId& body);
[[nodiscard]] std::vector<DutyAsked> duties_of(const conference::Plan& plan, const std::vector<std::uint16_t>& measures);
// A stock is asked for as it stands at the end of the period, for that is a day.
[[nodiscard]] Period period_asked(const conference::IndicatorDefined& definition, Period period);

// The due date so many working days after today, or the day named: worked in all the places, on calendars
// that are there. A year that was not loaded is refused, never guessed.
[[nodiscard]] Outcome<DueDate> due_after(const View& view, const std::vector<JurisdictionId>& places, std::uint32_t working_days);
[[nodiscard]] Outcome<DueDate> due_on(const View& view, const std::vector<JurisdictionId>& places, Date day);

// What must be withdrawn when a turn goes out to `stage`: replaced items that have gone as far already and
// stand nowhere in the turn.
[[nodiscard]] std::vector<Replaced> to_withdraw(const Turn& turn, const conference::Items& items, Stage stage);

}  // namespace ponte::reporting
