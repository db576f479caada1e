#include "house/reactions.h"

#include "base/bytes.h"

namespace ponte::house {

Asking for_part(const Asking& asking, std::uint32_t part) {
    const std::array<std::uint8_t, 4> octets{static_cast<std::uint8_t>(part & 0xffU), static_cast<std::uint8_t>(part >> 8U & 0xffU),
                                             static_cast<std::uint8_t>(part >> 16U & 0xffU), static_cast<std::uint8_t>(part >> 24U)};
    Asking other{.asker = asking.asker, .now = asking.now, .position = asking.position, .nonce = asking.nonce, .origin = asking.origin};
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

Outcome<std::vector<AnyEvent>> reactions(const Desks& desks, const AnyCommand&, const Asking& asking, const std::vector<AnyEvent>& decided) {
    std::vector<AnyEvent> more;
    std::uint32_t part = 0;
    for (const AnyEvent& event : decided) {
        const auto* publication = std::get_if<publication::Event>(&event);
        const auto* adopted = publication != nullptr ? std::get_if<publication::FigureAdopted>(publication) : nullptr;
        if (adopted == nullptr) continue;
        auto recorded = TRY(decide_alone(desks, conference::Command(paper_of(*adopted)), for_part(asking, ++part)));
        more.insert(more.end(), std::make_move_iterator(recorded.begin()), std::make_move_iterator(recorded.end()));
    }
    return more;
}

}  // namespace ponte::house
