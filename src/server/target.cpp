#include "server/target.h"

#include <algorithm>

namespace ponte::server {

namespace {

int nibble(char one) {
    if (one >= '0' && one <= '9') return one - '0';
    if (one >= 'a' && one <= 'f') return one - 'a' + 10;
    if (one >= 'A' && one <= 'F') return one - 'A' + 10;
    return -1;
}

// Percent-decoded; nothing for a broken escape or an octet below space.
std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char one = text[i];
        if (one == '+' && plus_is_space) {
            one = ' ';
        } else if (one == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = nibble(text[i + 1]);
            const int low = nibble(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            one = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (static_cast<unsigned char>(one) < 0x20 && one != '\n' && one != '\t') return std::nullopt;
        out += one;
    }
    return out;
}

// "/a/b" without "." and ".." and without empty parts; nothing for anything else.
std::optional<std::string> path_of(std::string_view raw) {
    const auto path = decoded(raw, false);
    if (!path || path->empty() || path->front() != '/' || path->find('\\') != std::string::npos) return std::nullopt;
    std::size_t at = 1;
    while (at <= path->size()) {
        const std::size_t end = std::min(path->find('/', at), path->size());
        const std::string_view part = std::string_view(*path).substr(at, end - at);
        if (part == "." || part == ".." || (part.empty() && end != path->size())) return std::nullopt;
        at = end + 1;
    }
    return path;
}

std::optional<std::vector<std::pair<std::string, std::string>>> query_of(std::string_view raw) {
    std::vector<std::pair<std::string, std::string>> query;
    while (!raw.empty()) {
        const std::size_t end = std::min(raw.find('&'), raw.size());
        const std::string_view pair = raw.substr(0, end);
        raw.remove_prefix(std::min(end + 1, raw.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto key = decoded(pair.substr(0, equals), true);
        auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!key || !value || query.size() == 100) return std::nullopt;
        query.emplace_back(*std::move(key), *std::move(value));
    }
    return query;
}

}  // namespace

std::optional<Target> read_target(std::string_view text) {
    if (text.find('#') != std::string_view::npos) return std::nullopt;
    const std::size_t mark = std::min(text.find('?'), text.size());
    auto path = path_of(text.substr(0, mark));
    auto query = query_of(text.substr(std::min(mark + 1, text.size())));
    if (!path || !query) return std::nullopt;
    return Target{.path = *std::move(path), .query = *std::move(query)};
}

}  // namespace ponte::server
