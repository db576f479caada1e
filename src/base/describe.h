#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// One description, many readers. A struct that carries BOOST_DESCRIBE_STRUCT is walked here, and from
// the walk come its journal bytes (canonical.h), its JSON (json.h) and its schema (schema.h). Nothing
// else in the house may spell a field name twice.
namespace ponte {

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
concept IdType = requires { typename T::value_type_of_id; };

namespace detail {

template <class T>
using Fields = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class Field>
using type_of_field = std::remove_reference_t<decltype(std::declval<typename Field::owner>().*Field::type::pointer)>;

template <class C, class M>
M member_type(M C::*);

// The size that a struct of exactly the described fields, in the described order, would have.
template <class T>
consteval std::size_t size_of_described() {
    std::size_t offset = 0;
    std::size_t widest = 1;
    boost::mp11::mp_for_each<Fields<T>>([&](auto field) {
        using Member = decltype(member_type(field.pointer));
        offset = (offset + alignof(Member) - 1) / alignof(Member) * alignof(Member) + sizeof(Member);
        widest = widest < alignof(Member) ? alignof(Member) : widest;
    });
    return (offset + widest - 1) / widest * widest;
}

// Something that turns into any field at all; only ever named, never made.
struct Anything {
    template <class T>
    operator T() const;  // NOLINT(google-explicit-constructor)
};

template <class T, class List>
struct CountGuard;
template <class T, template <class...> class L, class... F>
struct CountGuard<T, L<F...>> {
    static constexpr bool takes_one_more =
        requires { T{std::declval<decltype(member_type(F::pointer))>()..., Anything{}}; };
    static constexpr bool takes_these = requires { T{std::declval<decltype(member_type(F::pointer))>()...}; };
    // An empty struct has size 1 and nothing to forget.
    static constexpr bool complete = sizeof...(F) == 0 ? std::is_empty_v<T>
                                                       : takes_these && !takes_one_more && size_of_described<T>() == sizeof(T);
};

}  // namespace detail

// True when every field of the aggregate T stands in its description, in order. Boost.Describe says
// nothing of a field that was forgotten; in a hash-chained journal that would be data loss.
template <class T>
inline constexpr bool fully_described = detail::CountGuard<T, detail::Fields<T>>::complete;

// Calls visit(name, member) for each field in described order.
template <class T, class Visit>
    requires DescribedStruct<std::remove_cvref_t<T>>
constexpr void for_each_field(T&& object, Visit&& visit) {
    using Struct = std::remove_cvref_t<T>;
    static_assert(fully_described<Struct>, "a field was added to the struct and not to its description");
    boost::mp11::mp_for_each<detail::Fields<Struct>>(
        [&](auto field) { visit(std::string_view(field.name), object.*field.pointer); });
}

// Calls visit(name, value) for each enumerator.
template <DescribedEnum T, class Visit>
constexpr void for_each_enumerator(Visit&& visit) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
        [&](auto enumerator) { visit(std::string_view(enumerator.name), enumerator.value); });
}

template <DescribedEnum T>
[[nodiscard]] constexpr std::string_view name_of(T value) {
    std::string_view found = "?";
    for_each_enumerator<T>([&](std::string_view name, T one) {
        if (one == value) found = name;
    });
    return found;
}

template <DescribedEnum T>
[[nodiscard]] constexpr std::optional<T> enum_named(std::string_view text) {
    std::optional<T> found;
    for_each_enumerator<T>([&](std::string_view name, T one) {
        if (name == text) found = one;
    });
    return found;
}

}  // namespace ponte
