#include "house/event_codec.h"

#include "house/event_types.h"

#include <array>
#include <boost/mp11.hpp>

namespace ponte::house {

namespace {

using DecoderOfType = std::optional<AnyEvent> (*)(std::uint16_t, ByteView);

constexpr std::size_t types_max = 1'024;

template <class DeskEvent>
std::optional<AnyEvent> decode_at(std::uint16_t type, ByteView payload) {
    auto event = EventCodec<DeskEvent>::decode(type, payload);
    if (!event) return std::nullopt;
    return AnyEvent(*std::move(event));
}

// One slot a type, with the desk that knows it.
const std::array<DecoderOfType, types_max>& decoders() {
    static const std::array<DecoderOfType, types_max> table = [] {
        std::array<DecoderOfType, types_max> made{};
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventOfADesk>>([&](auto desk) {
            using DeskEvent = typename decltype(desk)::type;
            for (const std::uint16_t type : EventCodec<DeskEvent>::types()) made[type] = &decode_at<DeskEvent>;
        });
        return made;
    }();
    return table;
}

}  // namespace

Encoded encode(const AnyEvent& event) {
    return std::visit([](const auto& desk) { return EventCodec<std::remove_cvref_t<decltype(desk)>>::encode(desk); }, event);
}

std::optional<AnyEvent> decode_event(std::uint16_t type, std::uint16_t version, ByteView payload) {
    if (version != 1 || type >= types_max || decoders()[type] == nullptr) return std::nullopt;
    return decoders()[type](type, payload);
}

std::string_view event_name(std::uint16_t type) {
    for (const EventType& one : event_types) {
        if (one.id == type) return one.name;
    }
    return {};
}

std::string event_json(const AnyEvent& event) {
    return std::visit([](const auto& desk) { return EventCodec<std::remove_cvref_t<decltype(desk)>>::json(desk); }, event);
}

}  // namespace ponte::house
