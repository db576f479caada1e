#include "house/event_codec.h"

#include "base/canonical.h"
#include "base/json.h"
#include "house/event_types.h"

#include <array>

namespace ponte::house {

namespace {

using Decoder_of_type = std::optional<AnyEvent> (*)(ByteView);

constexpr std::size_t types_max = 1'024;

template <class DeskEvent, class One>
std::optional<AnyEvent> decode_one(ByteView payload) {
    auto event = from_bytes<One>(payload);
    if (!event) return std::nullopt;
    return AnyEvent(DeskEvent(*std::move(event)));
}

// One slot a type: the table is made once, from the closed lists of the desks.
const std::array<Decoder_of_type, types_max>& decoders() {
    static const std::array<Decoder_of_type, types_max> table = [] {
        std::array<Decoder_of_type, types_max> made{};
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, AnyEvent>>([&](auto desk) {
            using DeskEvent = typename decltype(desk)::type;
            boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, DeskEvent>>([&](auto one) {
                using One = typename decltype(one)::type;
                static_assert(event_type(One::name) < types_max);
                made[event_type(One::name)] = &decode_one<DeskEvent, One>;
            });
        });
        return made;
    }();
    return table;
}

}  // namespace

Encoded encode(const AnyEvent& event) {
    return std::visit(
        [](const auto& desk) {
            return std::visit(
                [](const auto& one) {
                    using One = std::remove_cvref_t<decltype(one)>;
                    return Encoded{.type = event_type(One::name), .version = event_version(One::name), .payload = to_bytes(one)};
                },
                desk);
        },
        event);
}

std::optional<AnyEvent> decode_event(std::uint16_t type, std::uint16_t version, ByteView payload) {
    if (version != 1 || type >= types_max || decoders()[type] == nullptr) return std::nullopt;
    return decoders()[type](payload);
}

std::string_view event_name(std::uint16_t type) {
    for (const EventType& one : event_types) {
        if (one.id == type) return one.name;
    }
    return {};
}

std::string event_json(const AnyEvent& event) {
    return std::visit(
        [](const auto& desk) {
            return std::visit(
                [](const auto& one) {
                    std::string fields = to_json(one);
                    std::string out = "{\"event\":";
                    append_json_string(out, one.name);
                    if (fields.size() > 2) out += ',';
                    return out + fields.substr(1);
                },
                desk);
        },
        event);
}

}  // namespace ponte::house
