#pragma once

#include "base/describe.h"
#include "base/json.h"

#include <string>
#include <string_view>

// The JSON of a described type as one line of text, with the names of its types: what an interface description is
// made of (server/contract.h). A grammar of one letter each:
//
//   b                    true or false
//   n16  n-32            a whole number of so many bits, with a minus where it may be negative
//   N64  N-64            the same as text, because a browser would round it
//   s                    text          x     text that is sealed before anything is decided
//   t:Date               text of one spelling (a date, a digest, a decimal ...)
//   k:PlanId             text that names something
//   h32                  so many octets in hexadecimal
//   e:Stage(a|b)         one of these words
//   ?X                   X or null, and may be missing    [X]  a list, and may be missing
//   {Name f:X g:Y}       an object
namespace ponte {

// "ponte::conference::PlanId" -> "conference.PlanId"; "ponte::Date" -> "Date".
template <class T>
[[nodiscard]] std::string type_name_of() {
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find("T = ") + 4);
    text = text.substr(0, text.find_first_of(";]"));
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("ponte::")) i += 7;
        if (text.substr(i).starts_with("::")) {
            name += '.';
            ++i;
        } else {
            name += text[i];
        }
    }
    return name;
}

template <class T>
[[nodiscard]] std::string json_shape_of() {
    if constexpr (std::same_as<T, bool>) {
        return "b";
    } else if constexpr (std::integral<T>) {
        return (sizeof(T) == 8 ? "N" : "n") + std::string(std::is_signed_v<T> ? "-" : "") + std::to_string(8 * sizeof(T));
    } else if constexpr (std::same_as<T, std::string>) {
        return "s";
    } else if constexpr (Sealing<T>) {
        return "x";
    } else if constexpr (Textual<T>) {
        return "t:" + type_name_of<T>();
    } else if constexpr (DescribedEnum<T>) {
        std::string names;
        for_each_enumerator<T>([&](std::string_view name, T) { names += (names.empty() ? "" : "|") + std::string(name); });
        return "e:" + type_name_of<T>() + "(" + names + ")";
    } else if constexpr (IdType<T>) {
        if constexpr (std::same_as<typename T::value_type_of_id, std::string>) {
            return "k:" + type_name_of<T>();
        } else {
            return json_shape_of<typename T::value_type_of_id>();
        }
    } else if constexpr (is_optional<T>) {
        return "?" + json_shape_of<typename T::value_type>();
    } else if constexpr (is_octets<T>) {
        return "h" + std::to_string(sizeof(T));
    } else if constexpr (is_vector<T>) {
        return "[" + json_shape_of<typename T::value_type>() + "]";
    } else {
        std::string fields = "{" + type_name_of<T>();
        for_each_field(T{}, [&](std::string_view name, const auto& value) {
            fields += " " + std::string(name) + ":" + json_shape_of<std::remove_cvref_t<decltype(value)>>();
        });
        return fields + "}";
    }
}

}  // namespace ponte
