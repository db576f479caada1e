#pragma once

#include "base/describe.h"
#include "base/json.h"

#include <string>

// The schema of a described type as one line of text. Kept beside each event's golden bytes; a change
// of fields without a change of version fails a test.
namespace ponte {

template <class T>
[[nodiscard]] std::string schema_of() {
    if constexpr (std::same_as<T, bool>) {
        return "bool";
    } else if constexpr (std::integral<T>) {
        return (std::is_signed_v<T> ? "i" : "u") + std::to_string(8 * sizeof(T));
    } else if constexpr (std::same_as<T, std::string>) {
        return "text";
    } else if constexpr (DescribedEnum<T>) {
        std::string names;
        for_each_enumerator<T>([&](std::string_view name, T) { names += (names.empty() ? "" : "|") + std::string(name); });
        return names;
    } else if constexpr (IdType<T>) {
        return schema_of<typename T::value_type_of_id>();
    } else if constexpr (is_optional<T>) {
        return schema_of<typename T::value_type>() + "?";
    } else if constexpr (is_vector<T>) {
        return "[" + schema_of<typename T::value_type>() + "]";
    } else if constexpr (DescribedStruct<T>) {
        std::string fields;
        const T sample{};
        for_each_field(sample, [&](std::string_view name, const auto& value) {
            fields += (fields.empty() ? "" : " ") + std::string(name) + ":" + schema_of<std::remove_cvref_t<decltype(value)>>();
        });
        return "{" + fields + "}";
    } else {
        return "octets" + std::to_string(sizeof(T));  // std::array of octets.
    }
}

}  // namespace ponte
