#include "house/command_codec.h"

#include "base/json.h"
#include "house/refusals.h"

namespace ponte::house {

namespace {

template <class Visit>
void for_each_desk(Visit&& visit) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, CommandOfADesk>>(
        [&](auto desk) { visit.template operator()<typename decltype(desk)::type>(); });
}

// False where something stands there already: what is said twice is not passed over in silence.
bool set_at(boost::json::object& object, std::string_view path, boost::json::value value) {
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return object.emplace(path, std::move(value)).second;
    boost::json::value& inner = object.emplace(path.substr(0, dot), boost::json::object()).first->value();
    return inner.is_object() && set_at(inner.get_object(), path.substr(dot + 1), std::move(value));
}

// A name typed in one language is missing in the others, and need not be said to be.
void complete_names(boost::json::object& object) {
    for (auto& [key, value] : object) {
        if (!value.is_object()) continue;
        boost::json::object& inner = value.get_object();
        bool only_languages = !inner.empty();
        for (const auto& [name, unused] : inner) only_languages = only_languages && enum_named<Language>(std::string_view(name)).has_value();
        if (!only_languages) {
            complete_names(inner);
            continue;
        }
        for_each_enumerator<Language>([&](std::string_view name, Language) {
            if (!inner.contains(name)) inner[name] = "";
        });
    }
}

}  // namespace

Outcome<AnyCommand> decode_command(std::string_view name, std::string_view json, const PersonSealer& sealer) {
    const boost::json::value parsed = TRY(parse_json(json));
    PersonId person;
    if (parsed.is_object()) {
        const auto* member = parsed.get_object().if_contains("person");
        if (member != nullptr && member->is_string()) person.value = std::string(member->get_string());
    }
    const JsonReader reader([&](std::string_view field, std::string_view clear) -> Outcome<std::array<std::uint8_t, 32>> {
        const Sealed sealed = TRY(sealer(person, field, clear));
        return sealed.commitment.bytes;
    });
    std::optional<Outcome<AnyCommand>> decoded;
    for_each_desk([&]<class DeskCommand>() {
        if (decoded) return;
        auto command = CommandCodec<DeskCommand>::decode(name, parsed, reader);
        if (!command) return;
        if (*command) {
            decoded = Outcome<AnyCommand>(AnyCommand(**std::move(command)));
        } else {
            decoded = Outcome<AnyCommand>(std::unexpected(std::move(*command).error()));
        }
    });
    if (!decoded) return refuse(refusals::command_unknown, std::string(name).substr(0, 80));
    return *std::move(decoded);
}

Outcome<std::string> json_of_pairs(const std::vector<std::string>& pairs) {
    boost::json::object object;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const std::string& pair = pairs[i];
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0) {
            return refuse(ponte::refusals::json_unreadable, pair.substr(0, 80), "argument " + std::to_string(i + 1));
        }
        const std::string_view key = std::string_view(pair).substr(0, equals);
        const std::string_view text = std::string_view(pair).substr(equals + 1);
        boost::json::value value = boost::json::string(text);
        if (text.starts_with('[') || text.starts_with('{')) {
            auto inner = parse_json(text);
            if (!inner) return refuse(inner.error().kind, inner.error().subject, std::string(key) + ", " + inner.error().place);
            value = *std::move(inner);
        }
        if (!set_at(object, key, std::move(value))) {
            return refuse(ponte::refusals::json_unreadable, "twice: " + std::string(key).substr(0, 80), "argument " + std::to_string(i + 1));
        }
    }
    complete_names(object);
    return boost::json::serialize(object);
}

std::vector<CommandForm> command_forms() {
    std::vector<CommandForm> forms;
    for_each_desk([&]<class DeskCommand>() { CommandCodec<DeskCommand>::add_forms(forms); });
    return forms;
}

}  // namespace ponte::house
