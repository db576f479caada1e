// What is written for good: events and their golden bytes, refusals and their words.
#include "tidy/rules.h"
#include "tidy/source.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <map>
#include <set>

namespace tidy {
namespace {

struct Listed {
    unsigned id = 0;
    std::string name;
    std::size_t line = 0;
};

// "12 clearing.payment_settled/1", or nothing when the line is none such.
std::optional<Listed> listed_of(std::string_view text, std::size_t number) {
    text = trimmed(text);
    Listed listed;
    listed.line = number;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), listed.id);
    if (error != std::errc() || end == text.data() + text.size() || *end != ' ') return std::nullopt;
    listed.name = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
    if (listed.name.empty() || listed.name.find(' ') != listed.name.npos) return std::nullopt;
    return listed;
}

std::vector<Listed> read_list(const std::string& text, Faults& faults) {
    std::vector<Listed> all;
    for (const Line& line : lines_of(text)) {
        if (trimmed(line.text).empty() || line.text.starts_with('#')) continue;
        std::optional<Listed> one = listed_of(line.text, line.number);
        if (!one) {
            faults.push_back({"EVENTS", line.number, "events", "", "a line is a number, a blank and a name"});
            continue;
        }
        if (one->id > 0xffff)
            faults.push_back({"EVENTS", line.number, "events", one->name, "ids are at most 65535"});
        if (!all.empty() && one->id <= all.back().id) {
            faults.push_back({"EVENTS", line.number, "events", one->name, "ids ascend and none comes twice"});
        }
        if (std::ranges::count(all, one->name, &Listed::name) != 0) {
            faults.push_back({"EVENTS", line.number, "events", one->name, one->name + " is listed already"});
        }
        all.push_back(*std::move(one));
    }
    return all;
}

std::string golden_of(std::string name) {
    std::ranges::replace_if(
        name, [](char c) { return c == '/' || c == ':'; }, '_');
    return "tests/golden/events/" + name + ".hex";
}

struct Event {
    std::string name;
    std::string path;
    std::size_t line;
};

std::vector<Event> events_in(const Tree& tree) {
    std::vector<Event> all;
    for (const auto& [path, text] : tree) {
        if (!path.starts_with("src/") || !is_part_of(name_of(path), "events")) continue;
        for (const NamedStruct& event : named_structs(read_source(text)))
            all.push_back({event.name, path, event.line});
    }
    return all;
}

bool has_version(std::string_view name) {
    const std::size_t slash = name.find('/');
    if (slash == name.npos || slash + 1 == name.size() || name.find('.') >= slash) return false;
    return std::ranges::all_of(name.substr(slash + 1),
                               [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
}

bool is_hex(std::string_view text) {
    return std::ranges::all_of(text,
                               [](char c) {
                                   return std::isspace(static_cast<unsigned char>(c)) != 0 ||
                                          std::isxdigit(static_cast<unsigned char>(c)) != 0;
                               }) &&
           !trimmed(text).empty();
}

void check_event(const Event& event, const Tree& tree, const std::vector<Listed>& list, Faults& faults) {
    if (!has_version(event.name)) {
        faults.push_back(
            {event.path, event.line, "events", event.name, "an event is called desk.something/1"});
    }
    if (std::ranges::count(list, event.name, &Listed::name) == 0) {
        faults.push_back(
            {event.path, event.line, "events", event.name, "EVENTS does not list " + event.name});
    }
    const std::string golden = golden_of(event.name);
    const auto bytes = tree.find(golden);
    if (bytes == tree.end()) {
        faults.push_back({event.path, event.line, "golden", event.name, "has no golden bytes in " + golden});
    }
}

// One record of a CSV file as RFC 4180 has it, starting at `at`, which moves behind it.
std::vector<std::string> read_record(std::string_view text, std::size_t& at) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') {
            if (quoted && at + 1 < text.size() && text[at + 1] == '"') {
                fields.back() += text[++at];
            } else {
                quoted = !quoted;
            }
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else if (c == '\n' && !quoted) {
            ++at;
            break;
        } else if (c != '\r' || quoted) {
            fields.back() += c;
        }
    }
    return fields;
}

bool is_well_formed(std::string_view code) {
    const bool letters = std::ranges::all_of(code, [](char c) {
        return c == '_' || c == '.' || std::islower(static_cast<unsigned char>(c)) != 0 ||
               std::isdigit(static_cast<unsigned char>(c)) != 0;
    });
    return letters && std::ranges::count(code, '.') == 1 && !code.starts_with('.') && !code.ends_with('.');
}

struct Place {
    std::string path;
    std::size_t line;
};

std::map<std::string, Place> codes_in(const Tree& tree, Faults& faults) {
    std::map<std::string, Place> all;
    for (const auto& [path, text] : tree) {
        if (!path.starts_with("src/") || !is_code(path) || is_test(path)) continue;
        for (const Code& found : refusal_codes(read_source(text))) {
            const auto [at, fresh] = all.try_emplace(found.code, Place{path, found.line});
            if (!fresh) {
                faults.push_back({path, found.line, "refusals", found.code,
                                  found.code + " is defined already in " + at->second.path});
            }
            if (!is_well_formed(found.code)) {
                faults.push_back(
                    {path, found.line, "refusals", found.code, "a code is desk.reason, in small letters"});
            }
            const std::string_view room = room_of(path);
            if (is_part_of(name_of(path), "refusals") && room.starts_with("desks/") &&
                !found.code.starts_with(std::string(name_of(room)) + ".")) {
                faults.push_back({path, found.line, "refusals", found.code,
                                  "a code of this desk begins with " + std::string(name_of(room)) + "."});
            }
        }
    }
    return all;
}

}  // namespace

Faults events(const Tree& tree, const std::optional<std::vector<std::string>>& history) {
    Faults faults;
    const std::vector<Event> found = events_in(tree);
    const auto file = tree.find("EVENTS");
    if (file == tree.end()) {
        if (found.empty()) return faults;
        return {{"EVENTS", 0, "events", "EVENTS", "the list of events is missing"}};
    }
    const std::vector<Listed> list = read_list(file->second, faults);
    std::set<std::string> goldens;
    for (const Event& event : found) {
        check_event(event, tree, list, faults);
        goldens.insert(golden_of(event.name));
    }
    for (const Listed& listed : list) {
        goldens.insert(golden_of(listed.name));
        const bool written = std::ranges::any_of(tree, [&](const auto& one) {
            return one.first.starts_with("src/") && is_code(one.first) &&
                   one.second.find('"' + listed.name + '"') != std::string::npos;
        });
        if (!written)
            faults.push_back({"EVENTS", listed.line, "events", listed.name,
                              "nothing in src/ is called " + listed.name + "; old versions are kept"});
    }
    for (const auto& [path, text] : tree) {
        if (!path.starts_with("tests/golden/events/") || !path.ends_with(".hex")) continue;
        if (!goldens.contains(path))
            faults.push_back({path, 0, "golden", path, "is the golden file of no event"});
        if (!is_hex(text))
            faults.push_back({path, 0, "golden", path, "holds something else than hex digits"});
    }
    for (const std::string& line : history.value_or(std::vector<std::string>())) {
        const std::optional<Listed> was = listed_of(line, 0);
        if (!was) continue;
        const bool stays = std::ranges::any_of(
            list, [&](const Listed& one) { return one.id == was->id && one.name == was->name; });
        if (!stays)
            faults.push_back({"EVENTS", 0, "events", was->name,
                              "'" + line + "' was committed once and is gone; the list is append-only"});
    }
    return faults;
}

Faults refusals(const Tree& tree) {
    constexpr std::string_view csv = "words/refusals.csv";
    constexpr std::array columns{"code", "zh_hant", "zh_hans", "pt", "en"};
    Faults faults;
    const std::map<std::string, Place> codes = codes_in(tree, faults);
    const auto file = tree.find(csv);
    if (file == tree.end()) {
        if (!codes.empty())
            faults.push_back(
                {std::string(csv), 0, "refusals", std::string(csv), "the words of the refusals are missing"});
        return faults;
    }
    std::size_t at = file->second.starts_with("\xef\xbb\xbf") ? 3 : 0;
    const std::vector<std::string> head = read_record(file->second, at);
    if (!std::ranges::equal(head, columns)) {
        faults.push_back({std::string(csv), 1, "refusals", "", "the columns are code,zh_hant,zh_hans,pt,en"});
        return faults;
    }
    std::set<std::string> worded;
    while (at < file->second.size()) {
        const std::size_t line = line_at(file->second, at);
        const std::vector<std::string> record = read_record(file->second, at);
        const std::string& code = record[0];
        if (record.size() == 1 && code.empty()) continue;
        if (!worded.insert(code).second)
            faults.push_back({std::string(csv), line, "refusals", code, code + " has its words already"});
        if (!codes.contains(code))
            faults.push_back({std::string(csv), line, "refusals", code, "no refusal has the code " + code});
        for (std::size_t column = 1; column < columns.size(); ++column) {
            if (column >= record.size() || trimmed(record[column]).empty()) {
                faults.push_back(
                    {std::string(csv), line, "refusals", code, code + " has no words in " + columns[column]});
            }
        }
        if (record.size() > columns.size())
            faults.push_back({std::string(csv), line, "refusals", code, code + " has too many columns"});
    }
    for (const auto& [code, place] : codes) {
        if (!worded.contains(code))
            faults.push_back(
                {place.path, place.line, "refusals", code, code + " has no words in " + std::string(csv)});
    }
    return faults;
}

}  // namespace tidy
