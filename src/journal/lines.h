#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

// Reading texts line by line where one value has one spelling: notes, proofs, and the journal's own
// small text files.
namespace ponte::journal {

// Takes the next line, without its newline, off the front. Nothing when no newline is left.
[[nodiscard]] inline std::optional<std::string_view> take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    if (end == rest.npos) return std::nullopt;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

// "word value" with exactly that word.
[[nodiscard]] inline std::optional<std::string_view> take_field(std::string_view& rest, std::string_view word) {
    const auto line = take_line(rest);
    if (!line || !line->starts_with(word) || line->size() <= word.size() || (*line)[word.size()] != ' ') return std::nullopt;
    return line->substr(word.size() + 1);
}

// Decimal digits without leading zeros.
[[nodiscard]] inline std::optional<std::uint64_t> number_from(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (text.front() == '0' && text.size() > 1) return std::nullopt;
    return value;
}

}  // namespace ponte::journal
