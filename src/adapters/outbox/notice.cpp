#include "adapters/outbox/notice.h"

#include <algorithm>

namespace ponte::outbox {

std::optional<Handle> Handle::from_text(std::string_view text) {
    constexpr std::size_t octets_max = 64;
    constexpr std::string_view others = "._:/#-";
    const bool sound = !text.empty() && text.size() <= octets_max && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.contains(c);
    });
    if (!sound) return std::nullopt;
    return Handle(std::string(text));
}

Handle Handle::of_entry(std::uint64_t sequence) { return Handle(std::to_string(sequence)); }

std::string Notice::id() const {
    std::string id = std::string(name_of(kind)) + " " + about.to_text() + " " + person.value;
    if (due) id += " " + due->to_text() + " -" + std::to_string(days_before);
    return id;
}

}  // namespace ponte::outbox
