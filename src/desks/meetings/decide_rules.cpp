#include "desks/meetings/rules.h"
// Rules that several decisions about sessions and minutes share.
#include "base/text.h"
#include "desks/meetings/refusals.h"

#include <algorithm>

namespace ponte::meetings {

Blind blind(const View& view, std::uint32_t index) {
    const std::array<std::uint8_t, 4> octets{static_cast<std::uint8_t>(index & 0xffU), static_cast<std::uint8_t>(index >> 8U & 0xffU),
                                             static_cast<std::uint8_t>(index >> 16U & 0xffU), static_cast<std::uint8_t>(index >> 24U)};
    const Digest digest = sha256_of_parts({view.nonce.bytes, octets});
    Blind blind;
    std::copy_n(digest.bytes.begin(), blind.size(), blind.begin());
    return blind;
}

std::string named_after(std::string_view prefix, const Digest& content) { return std::string(prefix) + content.to_text().substr(0, 24); }

std::string beginning_of(std::string_view text) {
    constexpr std::size_t bytes_max = 80;
    if (text.size() <= bytes_max) return std::string(text);
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end));
}

std::optional<Refusal> refusal_of_text(std::string_view text, const std::string& place) {
    if (has_control_characters(text)) return Refusal{refusals::control_characters, "", place};
    if (text.size() > text_bytes_max) return Refusal{refusals::text_too_long, std::to_string(text.size()), place};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_names(const Names& names, const std::string& place) {
    if (names.empty()) return Refusal{refusals::text_missing, "", place};
    for (const Language language : languages) {
        if (auto no = refusal_of_text(names.in(language), place + "/" + std::string(name_of(language)))) return no;
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_reason(std::string_view reason, const std::string& subject, const std::string& place) {
    if (reason.empty()) return Refusal{refusals::reason_missing, subject, place};
    return refusal_of_text(reason, place);
}

std::optional<Refusal> refusal_of_duty(const View& view, const DutyOf& duty, const std::string& place) {
    const auto plan = view.conference.plans.find(duty.plan);
    if (plan == view.conference.plans.end()) return Refusal{refusals::plan_unknown, beginning_of(duty.plan.value), place + "/plan"};
    const auto measure = plan->second.measures.find(duty.measure);
    if (measure == plan->second.measures.end() || measure->second.dropped) {
        return Refusal{refusals::measure_unknown, std::to_string(duty.measure), place + "/measure"};
    }
    if (duty.duty > measure->second.now().duties.size()) return Refusal{refusals::duty_unknown, std::to_string(duty.duty), place + "/duty"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_body(const View& view, const BodyId& body, const std::string& place) {
    if (view.bodies.find(body) == nullptr) return Refusal{refusals::body_unknown, beginning_of(body.value), place};
    return std::nullopt;
}

Outcome<Owner> owner_of(const View& view, const std::optional<BodyId>& named) {
    const BodyId& body = named ? *named : view.asker.body;
    const directory::Body* known = view.bodies.find(body);
    if (known == nullptr) return refuse(refusals::body_unknown, beginning_of(body.value), "/body");
    if (body != view.asker.body && !is_secretariat_of(view, known->side)) return refuse(refusals::body_not_yours, body.value, "/body");
    return Owner{.body = body, .side = known->side};
}

Outcome<const Session*> standing_session(const View& view, std::uint16_t number) {
    const Session* session = seen_by_asker(view).session(number);
    if (session == nullptr) return refuse(refusals::session_unknown, std::to_string(number), "/session");
    if (session->cancelled) return refuse(refusals::session_cancelled, std::to_string(number), "/session");
    return session;
}

bool convenes(const View& view, const Session& session) {
    const directory::Body* body = view.bodies.find(session.called.event.body);
    return body != nullptr && is_secretariat_of(view, body->side);
}

std::optional<Refusal> refusal_of_evidence(const View& view, const ItemId& item, Stage needed, const std::string& place) {
    const conference::Seen seen(view.conference, sight_of(view.asker));
    const auto found = seen.item(item);
    if (!found || found->life.withdrawn != nullptr) return Refusal{refusals::evidence_unknown, beginning_of(item.value), place};
    if (found->life.stage < needed) return Refusal{refusals::evidence_not_released, item.value, place};
    return std::nullopt;
}

}  // namespace ponte::meetings
