#pragma once

#include "base/canonical.h"
#include "base/json.h"
#include "base/json_shape.h"
#include "base/schema.h"
#include "house/codecs.h"
#include "house/event_types.h"
#include "house/kept_code.h"

#include <array>

// How the codecs of codecs.h are made out of the descriptions. Only codec_<desk>.cpp include this.
namespace ponte::house {

namespace detail {

template <class Variant, class Visit>
void for_each_of(Visit&& visit) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Variant>>(
        [&](auto one) { visit.template operator()<typename decltype(one)::type>(); });
}

inline constexpr std::size_t types_max = 1'024;

template <class Event, class One>
std::optional<Event> decode_one(ByteView payload) {
    auto event = from_bytes<One>(payload);
    if (!event) return std::nullopt;
    return Event(*std::move(event));
}

inline Refusal refusal_of(const auto& said) { return {{kept_code(said.code), Remedy::correct}, said.subject, said.place}; }

// A desk that cannot answer as asked says so inside its answer, where tests and other queries read it. Whoever asks
// from outside is refused: an exit code, a problem document, never an empty answer that looks like one.
template <class Answer>
std::optional<Refusal> refusal_in(const Answer& answer) {
    if constexpr (requires { answer.refused->place; }) {
        if (answer.refused) return refusal_of(*answer.refused);
    } else if constexpr (requires { answer.refused.front().place; }) {
        if (!answer.refused.empty()) return refusal_of(answer.refused.front());
    }
    return std::nullopt;
}

}  // namespace detail

template <class Command>
std::optional<Outcome<Command>> CommandCodec<Command>::decode(std::string_view name, const boost::json::value& asked,
                                                              const JsonReader& reader) {
    std::optional<Outcome<Command>> decoded;
    detail::for_each_of<Command>([&]<class One>() {
        if (One::name != name) return;
        auto command = reader.read<One>(asked);
        if (command) {
            decoded = Outcome<Command>(*std::move(command));
        } else {
            decoded = Outcome<Command>(std::unexpected(std::move(command).error()));
        }
    });
    return decoded;
}

template <class Command>
void CommandCodec<Command>::add_forms(std::vector<CommandForm>& forms) {
    detail::for_each_of<Command>(
        [&]<class One>() { forms.push_back({.name = One::name, .schema = schema_of<One>(), .shape = json_shape_of<One>()}); });
}

template <class Event>
Encoded EventCodec<Event>::encode(const Event& event) {
    return std::visit(
        [](const auto& one) {
            using One = std::remove_cvref_t<decltype(one)>;
            return Encoded{.type = event_type(One::name), .version = event_version(One::name), .payload = to_bytes(one)};
        },
        event);
}

template <class Event>
std::vector<std::uint16_t> EventCodec<Event>::types() {
    std::vector<std::uint16_t> types;
    detail::for_each_of<Event>([&]<class One>() { types.push_back(event_type(One::name)); });
    return types;
}

template <class Event>
std::optional<Event> EventCodec<Event>::decode(std::uint16_t type, ByteView payload) {
    using Decoder = std::optional<Event> (*)(ByteView);
    // One slot a type: the table is made once, from the closed list of the desk.
    static const std::array<Decoder, detail::types_max> table = [] {
        std::array<Decoder, detail::types_max> made{};
        detail::for_each_of<Event>([&]<class One>() {
            static_assert(event_type(One::name) < detail::types_max);
            made[event_type(One::name)] = &detail::decode_one<Event, One>;
        });
        return made;
    }();
    if (type >= table.size() || table[type] == nullptr) return std::nullopt;
    return table[type](payload);
}

template <class Event>
std::string EventCodec<Event>::json(const Event& event) {
    return std::visit(
        [](const auto& one) {
            std::string fields = to_json(one);
            std::string out = "{\"event\":";
            append_json_string(out, one.name);
            if (fields.size() > 2) out += ',';
            return out + fields.substr(1);
        },
        event);
}

template <class Query>
void QueryCodec<Query>::add_forms(std::vector<QueryForm>& forms) {
    detail::for_each_of<Query>([&]<class One>() {
        forms.push_back({.name = One::name, .asks = schema_of<One>(), .answers = schema_of<typename One::Answer>(),
                         .asks_shape = json_shape_of<One>(), .answers_shape = json_shape_of<typename One::Answer>()});
    });
}

// The answer to the desk's query of that name, as `respond` gives it; nothing where the desk has none.
template <class Query, class Respond>
std::optional<Outcome<std::string>> answered_by(std::string_view name, const boost::json::value& asked, const Respond& respond) {
    std::optional<Outcome<std::string>> answered;
    detail::for_each_of<Query>([&]<class One>() {
        if (One::name != name) return;
        const auto query = JsonReader().read<One>(asked);
        if (query) {
            const auto answer = respond(*query);
            const auto refused = detail::refusal_in(answer);
            answered = refused ? Outcome<std::string>(std::unexpected(*refused)) : Outcome<std::string>(to_json(answer));
        } else {
            answered = Outcome<std::string>(std::unexpected(query.error()));
        }
    });
    return answered;
}

}  // namespace ponte::house
