#pragma once

#include "base/outcome.h"
#include "desks/accords/decide.h"

#include <string_view>

// Rules that several decisions of this desk share.
namespace ponte::accords {

inline constexpr std::size_t line_bytes_max = 1'000;   // a name, a reference, a note: four languages of many fit an entry
inline constexpr std::size_t text_bytes_max = 8'000;   // an article in one language
inline constexpr std::size_t list_max = 16;            // parties, sources, effects, bodies, amended instruments

[[nodiscard]] inline bool has(const View& view, access::Role role) { return view.asker.has("accords", role); }
[[nodiscard]] inline bool may_record(const View& view) {
    return view.asker.side != Side::other && (has(view, access::Role::officer) || has(view, access::Role::head) || has(view, access::Role::secretariat));
}
// The furthest that the asker may open a paper: an officer for his body, its head for the side, the secretariat to all.
[[nodiscard]] Stage opens_up_to(const View& view);

[[nodiscard]] inline access::Sight sight_of(const access::Grant& asker) { return {.body = asker.body, .side = asker.side}; }
[[nodiscard]] inline Seen seen_by_asker(const View& view) { return {known_of(view.accords), sight_of(view.asker)}; }

[[nodiscard]] Blind blind(const View& view);
// As much of a text as a refusal shows, never cut inside a character.
[[nodiscard]] std::string beginning_of(std::string_view text);
[[nodiscard]] bool is_well_formed(std::string_view id);

// Nothing, or what is wrong with the words. `place` is their JSON pointer.
[[nodiscard]] std::optional<Refusal> refusal_of_text(std::string_view text, const std::string& place, std::size_t bytes_max = line_bytes_max);
[[nodiscard]] std::optional<Refusal> refusal_of_names(const Names& names, const std::string& place);  // may be empty
[[nodiscard]] std::optional<Refusal> refusal_of_reason(std::string_view reason, const std::string& place = "/reason");
[[nodiscard]] std::optional<Refusal> refusal_of_source(const Source& source, const std::string& place);

// An instrument that the asker sees; and one whose file he keeps or works on.
[[nodiscard]] Outcome<const Instrument*> seen_instrument(const View& view, const InstrumentId& id, const std::string& place = "/instrument");
[[nodiscard]] Outcome<const Instrument*> own_instrument(const View& view, const InstrumentId& id);
// A step of it that was not withdrawn.
[[nodiscard]] Outcome<const Step*> standing_step(const Instrument& instrument, std::uint16_t number);

// The stage asked for, or the furthest one that both the asker may open and the instrument has.
[[nodiscard]] Outcome<Stage> stage_of(const View& view, const Instrument& instrument, const std::optional<Stage>& asked);
[[nodiscard]] std::optional<Refusal> refusal_of_move(const View& view, Stage from, Stage to);

[[nodiscard]] std::optional<Refusal> refusal_of_party(const Instrument& instrument, const JurisdictionId& place, const std::string& pointer);
// Absent: today. Not later than today.
[[nodiscard]] Outcome<Date> day_not_ahead(const View& view, const std::optional<Date>& date, const std::string& pointer);

}  // namespace ponte::accords
