#pragma once

#include "base/outcome.h"
#include "desks/meetings/decide.h"
#include "desks/meetings/seen.h"

#include <string_view>

// Rules that several decisions of this desk share. A role at the conference desk holds here too: it is one
// mechanism, in several books (access/facts.h).
namespace ponte::meetings {

// An entry holds 65,535 bytes: four languages of this length leave room for the rest.
inline constexpr std::size_t text_bytes_max = 8'000;

[[nodiscard]] inline bool has(const View& view, access::Role role) { return view.asker.has("meetings", role); }
[[nodiscard]] inline bool is_secretariat_of(const View& view, Side side) {
    return has(view, access::Role::secretariat) && view.asker.side == side;
}
[[nodiscard]] inline access::Sight sight_of(const access::Grant& asker) { return {.body = asker.body, .side = asker.side}; }
[[nodiscard]] inline Seen seen_by_asker(const View& view) { return {known_of(view.meetings), sight_of(view.asker)}; }

// The i-th Blind of a run: 16 octets that nobody outside the journal can guess.
[[nodiscard]] Blind blind(const View& view, std::uint32_t index = 0);

// "prefix" and 24 digits of a digest: what is named after its content is one thing however often it comes.
[[nodiscard]] std::string named_after(std::string_view prefix, const Digest& content);

// As much of a text as a refusal shows, never cut inside a character.
[[nodiscard]] std::string beginning_of(std::string_view text);

// Nothing, or what is wrong with the words. `place` is their JSON pointer.
[[nodiscard]] std::optional<Refusal> refusal_of_text(std::string_view text, const std::string& place);
[[nodiscard]] std::optional<Refusal> refusal_of_names(const Names& names, const std::string& place);  // empty ones are missing
[[nodiscard]] std::optional<Refusal> refusal_of_reason(std::string_view reason, const std::string& subject, const std::string& place = "/reason");

[[nodiscard]] std::optional<Refusal> refusal_of_duty(const View& view, const DutyOf& duty, const std::string& place);
[[nodiscard]] std::optional<Refusal> refusal_of_body(const View& view, const BodyId& body, const std::string& place);

// Whose paper it is: the asker's body, or one that a secretariat records for.
struct Owner {
    BodyId body;
    Side side{};
};
[[nodiscard]] Outcome<Owner> owner_of(const View& view, const std::optional<BodyId>& named);

// A session that was called and not cancelled.
[[nodiscard]] Outcome<const Session*> standing_session(const View& view, std::uint16_t number);
// The secretariat of the side that called it.
[[nodiscard]] bool convenes(const View& view, const Session& session);

// Evidence must be open at least to those who see what it is evidence for.
[[nodiscard]] std::optional<Refusal> refusal_of_evidence(const View& view, const ItemId& item, Stage needed, const std::string& place);

}  // namespace ponte::meetings
