#pragma once

#include "base/bytes.h"
#include "base/describe.h"
#include "base/outcome.h"

#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <concepts>
#include <functional>
#include <limits>
#include <string>
#include <string_view>

// JSON for people, scripts and browsers, derived from the descriptions. Sixty-four-bit numbers and
// exact decimals travel as text: a browser would round them. Only codec files include this header.
namespace ponte {

namespace refusals {
inline constexpr RefusalKind json_unreadable{"json.unreadable", Remedy::correct};
inline constexpr RefusalKind json_member_missing{"json.member_missing", Remedy::correct};
inline constexpr RefusalKind json_member_unknown{"json.member_unknown", Remedy::correct};
inline constexpr RefusalKind json_wrong_type{"json.wrong_type", Remedy::correct};
inline constexpr RefusalKind json_out_of_range{"json.out_of_range", Remedy::correct};
inline constexpr RefusalKind json_value_unreadable{"json.value_unreadable", Remedy::correct};
inline constexpr RefusalKind json_too_large{"json.too_large", Remedy::correct};
}  // namespace refusals

// A value that has one spelling of its own: a date, a digest, a decimal.
template <class T>
concept Textual = requires(const T& value) {
    { value.to_text() } -> std::convertible_to<std::string>;
    { T::from_text(std::string_view()) } -> std::same_as<std::optional<T>>;
};

// A value that must not be written in clear: sealed at the edge, before anything is decided.
template <class T>
concept Sealing = requires { typename T::is_sealed; };

template <class T>
inline constexpr bool is_octets = false;
template <std::size_t N>
inline constexpr bool is_octets<std::array<std::uint8_t, N>> = true;

void append_json_string(std::string& out, std::string_view text);

template <class T>
void append_json(std::string& out, const T& value) {
    if constexpr (std::same_as<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::integral<T>) {
        if constexpr (sizeof(T) == 8) out += '"';
        out += std::to_string(value);
        if constexpr (sizeof(T) == 8) out += '"';
    } else if constexpr (std::convertible_to<const T&, std::string_view>) {
        append_json_string(out, value);
    } else if constexpr (Textual<T>) {
        append_json_string(out, value.to_text());
    } else if constexpr (DescribedEnum<T>) {
        append_json_string(out, name_of(value));
    } else if constexpr (IdType<T>) {
        append_json(out, value.value);
    } else if constexpr (is_optional<T>) {
        if (value) {
            append_json(out, *value);
        } else {
            out += "null";
        }
    } else if constexpr (is_octets<T>) {
        append_json_string(out, hex(value));
    } else if constexpr (is_vector<T>) {
        out += '[';
        bool first = true;
        for (const auto& item : value) {
            if (!first) out += ',';
            first = false;
            append_json(out, item);
        }
        out += ']';
    } else {
        static_assert(DescribedStruct<T>, "describe this type, or give it to_text and from_text");
        out += '{';
        bool first = true;
        for_each_field(value, [&](std::string_view name, const auto& field) {
            if (!first) out += ',';
            first = false;
            append_json_string(out, name);
            out += ':';
            append_json(out, field);
        });
        out += '}';
    }
}

template <class T>
[[nodiscard]] std::string to_json(const T& value) {
    std::string out;
    append_json(out, value);
    return out;
}

// Turns clear personal text into its commitment; `field` is the name of the member it stood in.
using Sealer = std::function<Outcome<std::array<std::uint8_t, 32>>(std::string_view field, std::string_view clear)>;

// Reads described structs out of parsed JSON and says where the fault is, as a JSON pointer (RFC 6901).
// Missing optionals, lists and booleans are empty or false; every other member must be there, and no
// member may be there that is not described: a misspelt name must not be passed over in silence.
class JsonReader {
public:
    explicit JsonReader(Sealer sealer = {}) : sealer_(std::move(sealer)) {}

    template <class T>
    [[nodiscard]] Outcome<T> read(const boost::json::value& json, const std::string& place = "") const {
        T value{};
        if constexpr (std::same_as<T, bool>) {
            if (json.is_bool()) return json.get_bool();
            if (json.is_string() && (json.get_string() == "true" || json.get_string() == "false")) return json.get_string() == "true";
            return refuse(refusals::json_wrong_type, "true or false", place);
        } else if constexpr (std::integral<T>) {
            return read_integer<T>(json, place);
        } else if constexpr (std::same_as<T, std::string>) {
            if (!json.is_string()) return refuse(refusals::json_wrong_type, "text", place);
            return std::string(json.get_string());
        } else if constexpr (Textual<T>) {
            if (!json.is_string() && !json.is_int64()) return refuse(refusals::json_wrong_type, "text", place);
            const std::string text = json.is_string() ? std::string(json.get_string()) : std::to_string(json.get_int64());
            const auto parsed = T::from_text(text);
            if (!parsed) return refuse(refusals::json_value_unreadable, text.substr(0, 80), place);
            return *parsed;
        } else if constexpr (DescribedEnum<T>) {
            if (!json.is_string()) return refuse(refusals::json_wrong_type, "text", place);
            const auto known = enum_named<T>(std::string_view(json.get_string()));
            if (!known) return refuse(refusals::json_value_unreadable, std::string(json.get_string()).substr(0, 80), place);
            return *known;
        } else if constexpr (IdType<T>) {
            auto inner = read<typename T::value_type_of_id>(json, place);
            if (!inner) return std::unexpected(std::move(inner).error());
            return T(*std::move(inner));
        } else if constexpr (is_optional<T>) {
            if (json.is_null()) return value;
            auto inner = read<typename T::value_type>(json, place);
            if (!inner) return std::unexpected(std::move(inner).error());
            return T(*std::move(inner));
        } else if constexpr (is_vector<T>) {
            if (!json.is_array()) return refuse(refusals::json_wrong_type, "list", place);
            std::size_t index = 0;
            for (const auto& item : json.get_array()) {
                auto inner = read<typename T::value_type>(item, place + "/" + std::to_string(index++));
                if (!inner) return std::unexpected(std::move(inner).error());
                value.push_back(*std::move(inner));
            }
            return value;
        } else {
            return read_struct<T>(json, place);
        }
    }

private:
    template <std::integral T>
    static Outcome<T> read_integer(const boost::json::value& json, const std::string& place) {
        if (json.is_int64() && std::in_range<T>(json.get_int64())) return static_cast<T>(json.get_int64());
        if (json.is_uint64() && std::in_range<T>(json.get_uint64())) return static_cast<T>(json.get_uint64());
        if (json.is_string()) {
            const auto& text = json.get_string();
            T number{};
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (error == std::errc::result_out_of_range) return refuse(refusals::json_out_of_range, std::string(text), place);
            if (error == std::errc() && end == text.data() + text.size() && !text.empty()) return number;
            return refuse(refusals::json_value_unreadable, std::string(text).substr(0, 80), place);
        }
        if (json.is_number() && !json.is_double()) return refuse(refusals::json_out_of_range, "", place);
        return refuse(refusals::json_wrong_type, "whole number", place);
    }

    template <class T>
    Outcome<T> read_struct(const boost::json::value& json, const std::string& place) const {
        if (!json.is_object()) return refuse(refusals::json_wrong_type, "object", place);
        const boost::json::object& object = json.get_object();
        T value{};
        std::optional<Refusal> fault;
        std::size_t known = 0;
        for_each_field(value, [&](std::string_view name, auto& field) {
            using Member = std::remove_cvref_t<decltype(field)>;
            const auto* member = object.if_contains(name);
            if (member != nullptr) ++known;
            if (fault) return;
            if (member == nullptr) {
                if constexpr (!is_optional<Member> && !is_vector<Member> && !std::same_as<Member, bool>) {
                    fault = Refusal{refusals::json_member_missing, std::string(name), place + "/" + std::string(name)};
                }
                return;
            }
            auto inner = read_member<Member>(name, *member, place + "/" + std::string(name));
            if (!inner) {
                fault = std::move(inner).error();
                return;
            }
            field = *std::move(inner);
        });
        if (fault) return std::unexpected(*std::move(fault));
        if (known != object.size()) return unknown_member<T>(object, place);
        return value;
    }

    template <class Member>
    Outcome<Member> read_member(std::string_view name, const boost::json::value& json, const std::string& place) const {
        if constexpr (Sealing<Member>) {
            if (!json.is_string() || !sealer_) return refuse(refusals::json_wrong_type, "text to be sealed", place);
            auto commitment = sealer_(name, std::string_view(json.get_string()));
            if (!commitment) return std::unexpected(std::move(commitment).error());
            Member sealed;
            sealed.commitment.bytes = *commitment;
            return sealed;
        } else {
            return read<Member>(json, place);
        }
    }

    template <class T>
    static Outcome<T> unknown_member(const boost::json::object& object, const std::string& place) {
        for (const auto& [key, unused] : object) {
            bool described = false;
            for_each_field(T{}, [&](std::string_view name, const auto&) { described = described || name == std::string_view(key); });
            if (!described) return refuse(refusals::json_member_unknown, std::string(key), place + "/" + std::string(key));
        }
        return refuse(refusals::json_member_unknown, "", place);
    }

    Sealer sealer_;
};

// Parses text (UTF-8, depth at most 32) or refuses with the byte at which reading stopped.
[[nodiscard]] Outcome<boost::json::value> parse_json(std::string_view text);

}  // namespace ponte
