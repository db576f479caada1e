#include "adapters/forms/identity.h"

#include <array>
#include <charconv>
#include <map>

namespace ponte::forms {

namespace {

constexpr std::string_view version = "1";
constexpr std::size_t check_length = 8;
constexpr char between = '\x1f';  // Stands in no text that comes from a file.

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '/';
}

std::string coded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_plain(c)) {
            out += c;
        } else {
            const auto byte = static_cast<std::uint8_t>(c);
            out += '%' + hex(ByteView(&byte, 1));
        }
    }
    return out;
}

std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const auto byte = from_hex(text.substr(i + 1, 2));
        if (!byte || byte->size() != 1) return std::nullopt;
        out += static_cast<char>(byte->front());
        i += 2;
    }
    return out;
}

std::string check_over(std::string_view text) { return sha256(text).to_text().substr(0, check_length); }

std::string body_of(const Identity& identity) {
    return std::string(identity_mark) + std::string(version) + " round=" + coded(identity.round) + " plan=" + coded(identity.plan.value) +
           " body=" + coded(identity.body.value) + " generation=" + std::to_string(identity.generation) + " language=" + std::string(name_of(identity.language)) +
           " keys=" + identity.keys.to_text();
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t from = 0;
    while (from < text.size()) {
        const auto to = std::min(text.find(' ', from), text.size());
        if (to > from) words.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

constexpr std::array<std::string_view, 13> blanks{" ", "\t", "\r", "\n", "\v", "\f", "\xc2\xa0", "\xe3\x80\x80", "\xe2\x80\x83", "\xe2\x80\x82", "\xe2\x80\x8b", "\xe2\x80\xaf", "\xef\xbb\xbf"};

// The length of the blank that the text begins with; 0: none.
std::size_t blank_at_front(std::string_view text) {
    for (const auto blank : blanks) {
        if (text.starts_with(blank)) return blank.size();
    }
    return 0;
}

std::size_t blank_at_back(std::string_view text) {
    for (const auto blank : blanks) {
        if (text.ends_with(blank)) return blank.size();
    }
    return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (const auto length = blank_at_front(text)) text.remove_prefix(length);
    while (const auto length = blank_at_back(text)) text.remove_suffix(length);
    return text;
}

std::string tidied(std::string_view text) {
    text = trimmed(text);
    std::string out;
    while (!text.empty()) {
        if (const auto length = blank_at_front(text)) {
            if (!out.ends_with(' ')) out += ' ';
            text.remove_prefix(length);
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

std::string figure_name(const Line& line) { return "figure " + coded(line.indicator.value) + " " + line.period.to_text(); }

std::string action_name(const DutyAsked& duty, std::size_t slot) {
    return "action " + std::to_string(duty.measure) + " " + std::to_string(duty.duty) + " " + std::to_string(slot);
}

std::string check_of(const Identity& identity, std::string_view name, const std::vector<std::string>& printed) {
    std::string text = identity.round + between + identity.plan.value + between + identity.body.value + between + std::to_string(identity.generation) + between;
    text += name;
    for (const auto& cell : printed) text += between + tidied(cell);
    return check_over(text);
}

std::optional<RowKey> row_key_in(std::string_view text) {
    const auto clean = tidied(text);
    if (!clean.starts_with("figure ") && !clean.starts_with("action ")) return std::nullopt;
    const auto last = clean.rfind(' ');
    if (clean.size() - last - 1 != check_length) return std::nullopt;
    return RowKey{clean.substr(0, last), clean.substr(last + 1)};
}

Identity identity_of(const Form& form) {
    Identity identity{.round = form.round, .plan = form.plan, .body = form.body, .generation = form.generation, .language = form.language, .keys = {}};
    std::string text = body_of(identity);
    for (const auto& line : form.lines) text += between + figure_name(line);
    for (const auto& duty : form.duties) text += between + action_name(duty, 0);
    identity.keys = sha256(text);
    return identity;
}

std::string line_of(const Identity& identity) {
    const auto body = body_of(identity);
    return body + " check=" + check_over(body);
}

IdentityRead identity_in(std::string_view text) {
    const auto clean = tidied(text);
    if (!clean.starts_with(identity_mark)) return {};
    const IdentityRead changed{std::nullopt, true};
    std::map<std::string_view, std::string_view> fields;
    const auto words = words_of(clean);
    for (const auto word : words) {
        const auto equals = word.find('=');
        if (equals != word.npos) fields[word.substr(0, equals)] = word.substr(equals + 1);
    }
    const auto field = [&](std::string_view name) { return fields.contains(name) ? decoded(fields.at(name)).value_or("") : ""; };
    Identity identity;
    identity.round = field("round");
    identity.plan = conference::PlanId(field("plan"));
    identity.body = BodyId(field("body"));
    const auto generation = field("generation");
    const auto [end, error] = std::from_chars(generation.data(), generation.data() + generation.size(), identity.generation);
    const auto language = language_named(field("language"));
    const auto keys = Digest::from_text(field("keys"));
    if (error != std::errc() || end != generation.data() + generation.size() || !language || !keys) return changed;
    identity.language = *language;
    identity.keys = *keys;
    // Written again it must be the same: so the check, the version and every sign of it are held.
    if (line_of(identity) != clean) return changed;
    return {identity, false};
}

}  // namespace ponte::forms
