#include "adapters/stay_tables/notation.h"

#include <charconv>

namespace ponte::stay_tables {

using stay::Condition;
using stay::ConditionKind;
using stay::DatedPort;
using stay::Window;
using stay::WindowKind;

namespace {

constexpr std::string_view more_ports = "...";

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

// What stands before the mark; `rest` becomes what stands after it, or nothing without the mark.
std::string_view before(std::string_view& rest, std::string_view mark) {
    const std::size_t at = std::min(rest.find(mark), rest.size());
    const std::string_view found = rest.substr(0, at);
    rest.remove_prefix(std::min(at + mark.size(), rest.size()));
    return trimmed(found);
}

std::optional<Window> window_in(std::string_view text) {
    std::string_view rest = trimmed(text);
    const auto kind = enum_named<WindowKind>(before(rest, " "));
    if (!kind) return std::nullopt;
    Window window{.kind = *kind};
    std::string_view reset = rest;
    std::string_view days = before(reset, " reset ");
    if (!trimmed(reset).empty()) window.reset_by = std::string(trimmed(reset));
    const std::string_view limits = before(days, "/");
    if (!days.empty()) {
        window.span = number_in<std::uint16_t>(trimmed(days));
        if (!window.span) return std::nullopt;
    }
    for (const std::string_view item : items_in(limits, ',')) {
        const auto days_in_step = number_in<std::uint16_t>(item);
        if (!days_in_step) return std::nullopt;
        window.steps.push_back(*days_in_step);
    }
    if (window.kind == WindowKind::since_last_exit) return window;
    if (window.steps.size() != 1 || window.reset_by) return std::nullopt;
    window.limit = window.steps.front();
    window.steps.clear();
    return window;
}

std::string text_of(const Window& window) {
    std::string text = std::string(name_of(window.kind)) + " ";
    if (window.limit) text += std::to_string(*window.limit);
    for (std::size_t i = 0; i < window.steps.size(); ++i) text += (i > 0 ? "," : "") + std::to_string(window.steps[i]);
    if (window.span) text += "/" + std::to_string(*window.span);
    if (window.reset_by) text += " reset " + *window.reset_by;
    return text;
}

std::optional<DatedPort> port_in(std::string_view text) {
    std::string_view days = text;
    DatedPort port{.port = std::string(before(days, "@")), .validity = {}};
    if (port.port.empty()) return std::nullopt;
    if (days.empty()) return port;
    if (!days.contains("..")) return std::nullopt;
    const std::string_view from = before(days, "..");
    if (!read_end(from, port.validity.from, port.validity.from_unknown)) return std::nullopt;
    if (!read_end(trimmed(days), port.validity.to, port.validity.to_unknown)) return std::nullopt;
    return port;
}

std::string text_of(const DatedPort& port) {
    if (port.validity == Validity{}) return port.port;
    return port.port + "@" + end_text(port.validity.from, port.validity.from_unknown) + ".." + end_text(port.validity.to, port.validity.to_unknown);
}

bool is_counted(ConditionKind kind) { return kind == ConditionKind::group_of || kind == ConditionKind::within_hours; }

// What stands in the brackets.
bool read_items(std::string_view text, Condition& condition) {
    if (is_counted(condition.kind)) {
        condition.number = number_in<std::uint32_t>(trimmed(text));
        return condition.number.has_value();
    }
    condition.ports_complete = condition.kind == ConditionKind::entry_port;
    for (const std::string_view item : items_in(text, ',')) {
        if (condition.kind != ConditionKind::entry_port) {
            condition.words.emplace_back(item);
        } else if (item == more_ports) {
            condition.ports_complete = false;
        } else {
            auto port = port_in(item);
            if (!port) return false;
            condition.ports.push_back(*std::move(port));
        }
    }
    return true;
}

std::string items_of(const Condition& condition) {
    if (condition.number) return std::to_string(*condition.number);
    std::string items;
    for (const std::string& word : condition.words) items += (items.empty() ? "" : ", ") + word;
    for (const DatedPort& port : condition.ports) items += (items.empty() ? "" : ", ") + text_of(port);
    if (condition.kind == ConditionKind::entry_port && !condition.ports_complete) items += (items.empty() ? "" : ", ") + std::string(more_ports);
    return items;
}

// One condition from the front of the text, which loses it and the mark behind it.
std::optional<Condition> take_condition(std::string_view& rest) {
    const std::size_t end = std::min(rest.find_first_of("(\"; "), rest.size());
    const auto kind = enum_named<ConditionKind>(rest.substr(0, end));
    if (!kind) return std::nullopt;
    Condition condition{.kind = *kind};
    rest = trimmed(rest.substr(end));
    if (rest.starts_with('(')) {
        const std::size_t close = rest.find(')');
        if (close == rest.npos || !read_items(rest.substr(1, close - 1), condition)) return std::nullopt;
        rest = trimmed(rest.substr(close + 1));
    }
    if (rest.starts_with('"')) {
        std::string said;
        std::size_t at = 1;
        for (; at < rest.size(); ++at) {
            if (rest[at] != '"') {
                said += rest[at];
            } else if (rest.substr(at).starts_with("\"\"")) {
                said += '"';
                ++at;
            } else {
                break;
            }
        }
        if (at >= rest.size()) return std::nullopt;
        condition.text = std::move(said);
        rest = trimmed(rest.substr(at + 1));
    }
    if (rest.empty()) return condition;
    if (!rest.starts_with(';')) return std::nullopt;
    rest = trimmed(rest.substr(1));
    if (rest.empty()) return std::nullopt;
    return condition;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    if (from == text.npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::vector<std::string_view> items_in(std::string_view text, char between) {
    std::vector<std::string_view> items;
    while (!trimmed(text).empty()) {
        const std::size_t end = std::min(text.find(between), text.size());
        items.push_back(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return items;
}

std::string text_of(const std::vector<Window>& windows) {
    std::string text;
    for (const Window& window : windows) text += (text.empty() ? "" : "; ") + text_of(window);
    return text;
}

std::optional<std::vector<Window>> windows_in(std::string_view text) {
    std::vector<Window> windows;
    for (const std::string_view item : items_in(text, ';')) {
        auto window = window_in(item);
        if (!window) return std::nullopt;
        windows.push_back(*std::move(window));
    }
    return windows;
}

std::string text_of(const std::vector<Condition>& conditions) {
    std::string text;
    for (const Condition& condition : conditions) {
        text += (text.empty() ? "" : "; ") + std::string(name_of(condition.kind));
        if (const std::string items = items_of(condition); !items.empty()) text += "(" + items + ")";
        if (!condition.text) continue;
        text += " \"";
        for (const char c : *condition.text) text += c == '"' ? std::string("\"\"") : std::string(1, c);
        text += '"';
    }
    return text;
}

std::optional<std::vector<Condition>> conditions_in(std::string_view text) {
    std::vector<Condition> conditions;
    for (std::string_view rest = trimmed(text); !rest.empty();) {
        auto condition = take_condition(rest);
        if (!condition) return std::nullopt;
        conditions.push_back(*std::move(condition));
    }
    return conditions;
}

std::string end_text(const std::optional<Period>& end, bool unknown) { return end ? end->to_text() : unknown ? "?" : ""; }

bool read_end(std::string_view text, std::optional<Period>& end, bool& unknown) {
    if (text.empty()) return true;
    if (text == "?") return unknown = true;
    end = Period::from_text(text);
    return end.has_value();
}

}  // namespace ponte::stay_tables
