#include "house/reactions.h"

#include "base/bytes.h"
#include "base/check.h"
#include "house/held_session.h"
#include "house/next_plan.h"
#include "house/reporting_reactions.h"

#include <algorithm>

namespace ponte::house {

Asking for_part(const Asking& asking, std::uint32_t part) {
    const std::array<std::uint8_t, 4> octets{static_cast<std::uint8_t>(part & 0xffU), static_cast<std::uint8_t>(part >> 8U & 0xffU),
                                             static_cast<std::uint8_t>(part >> 16U & 0xffU), static_cast<std::uint8_t>(part >> 24U)};
    Asking other{.asker = asking.asker, .now = asking.now, .position = asking.position, .nonce = asking.nonce, .origin = asking.origin, .adopted = asking.adopted};
    if (part != 0) other.nonce = sha256_of_parts({view_of("reaction"), asking.nonce.bytes, octets});
    return other;
}

namespace {

// An adopted figure becomes a paper of the body that adopts it: internal at first, and from there like any other.
conference::RecordObservation paper_of(const publication::FigureAdopted& adopted) {
    return {.indicator = adopted.indicator,
            .as_published = adopted.value.to_text(),
            .period = adopted.period,
            .source = adopted.source,
            .value = adopted.value,
            .scale = {},
            .source_title = adopted.publisher.value + " " + std::to_string(adopted.number),
            .published = adopted.as_at,
            .retrieved = {},
            .language = {},
            .badge = adopted.badge,
            .body = adopted.body};
}

}  // namespace

Outcome<std::vector<AnyEvent>> reactions(const Desks& desks, const AnyCommand& command, const Asking& asking, const std::vector<AnyEvent>& decided) {
    if (const auto* one = std::get_if<reporting::Command>(&command)) return reactions_to(desks, *one, asking, decided);
    std::vector<AnyEvent> more;
    std::uint32_t part = 0;
    const auto add = [&](std::vector<AnyEvent> events) { std::ranges::move(events, std::back_inserter(more)); };
    for (const AnyEvent& event : decided) {
        if (const auto* of_publication = std::get_if<publication::Event>(&event)) {
            const auto* adopted = std::get_if<publication::FigureAdopted>(of_publication);
            if (adopted != nullptr) add(TRY(decide_alone(desks, conference::Command(paper_of(*adopted)), for_part(asking, ++part))));
        }
        if (const auto* of_meetings = std::get_if<meetings::Event>(&event)) {
            const auto* held = std::get_if<meetings::SessionHeld>(of_meetings);
            if (held != nullptr) add(TRY(decide_alone(desks, conference::Command(session_recorded(desks, *held)), for_part(asking, ++part))));
        }
        if (const auto* of_planning = std::get_if<planning::Event>(&event)) {
            const auto* adopted = std::get_if<planning::ListAdopted>(of_planning);
            if (adopted != nullptr) {
                const auto* adopting = std::get_if<planning::AdoptList>(&std::get<planning::Command>(command));
                CHECK(adopting != nullptr);
                add(TRY(next_plan(desks, *adopting, *adopted, asking)));
            }
        }
    }
    return more;
}

}  // namespace ponte::house
