#include "base/mail_address.h"

#include <algorithm>

namespace ponte {

namespace {

constexpr std::size_t address_octets_max = 254;
constexpr std::size_t local_octets_max = 64;
constexpr std::size_t label_octets_max = 63;

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_atom(std::string_view text) {
    constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~";
    return !text.empty() && std::ranges::all_of(text, [&](char c) { return is_alphanumeric(c) || others.contains(c); });
}

bool is_label(std::string_view text) {
    return !text.empty() && text.size() <= label_octets_max && text.front() != '-' && text.back() != '-' &&
           std::ranges::all_of(text, [](char c) { return is_alphanumeric(c) || c == '-'; });
}

// Every part between dots is one, and there are at least so many.
template <class Is>
bool parts_are(std::string_view text, std::size_t parts_min, Is is) {
    std::size_t parts = 0;
    for (std::size_t from = 0;; ++parts) {
        const std::size_t dot = text.find('.', from);
        if (!is(text.substr(from, dot == text.npos ? dot : dot - from))) return false;
        if (dot == text.npos) return parts + 1 >= parts_min;
        from = dot + 1;
    }
}

}  // namespace

bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (text.size() > address_octets_max || at == text.npos || at > local_octets_max) return false;
    return parts_are(text.substr(0, at), 1, is_atom) && parts_are(text.substr(at + 1), 2, is_label);
}

}  // namespace ponte
