// What a desk's folder holds, and whether its README is true.
#include "tidy/rules.h"
#include "tidy/source.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

namespace tidy {
namespace {

constexpr std::array names{"README.md",    "commands.h",     "events.h",  "facts.h",    "refusals.h",
                           "view.h",       "state.h",        "state.cpp", "decide.h",   "decide.cpp",
                           "invariants.h", "invariants.cpp", "queries.h", "queries.cpp"};

bool may_be_there(std::string_view name) {
    if (std::ranges::count(names, name) != 0) return true;
    if (name.ends_with("_test.cpp")) return true;
    if (name.starts_with("decide_") && name.ends_with(".cpp")) return true;
    // Where one file would grow past reading, its parts say whose they are; and rules that several decisions share (decision 1).
    constexpr std::array parts{"commands_", "events_", "facts_", "refusals_", "state_", "queries_", "rules_"};
    if (is_code(name) && std::ranges::any_of(parts, [&](std::string_view part) { return name.starts_with(part); })) return true;
    if (name == "rules.h" || name == "rules.cpp" || name == "seen.h" || name == "seen.cpp") return true;
    return name.starts_with("analysis_") && is_code(name);
}

// What exists in the house for a README to speak of.
struct House {
    std::set<std::string> events;  // Types: "PaymentSettled".
    std::set<std::string> codes;   // "clearing.payment_unknown".
};

House read_house(const Tree& tree) {
    House house;
    for (const auto& [path, text] : tree) {
        if (!path.starts_with("src/") || !is_code(path) || is_test(path)) continue;
        const Source source = read_source(text);
        for (const Code& code : refusal_codes(source)) house.codes.insert(code.code);
        if (!is_part_of(name_of(path), "events")) continue;
        for (std::string& type : structs(source)) house.events.insert(std::move(type));
    }
    return house;
}

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    line = trimmed(line);
    if (!line.starts_with('|')) return cells;
    line.remove_prefix(1);
    while (!line.empty()) {
        const std::size_t bar = std::min(line.find('|'), line.size());
        cells.push_back(trimmed(line.substr(0, bar)));
        line.remove_prefix(std::min(bar + 1, line.size()));
    }
    return cells;
}

struct Row {
    std::string ask;
    std::string_view then;
    std::string_view refused;
    std::size_t line;
};

std::string without_ticks(std::string_view text) {
    std::string plain(text);
    std::erase(plain, '`');
    return plain;
}

// The rows of the table whose first column is called Ask.
std::vector<Row> rows_of(std::string_view readme) {
    std::vector<Row> rows;
    bool inside = false;
    for (const Line& line : lines_of(readme)) {
        const std::vector<std::string_view> cells = cells_of(line.text);
        if (cells.empty()) {
            inside = false;
        } else if (cells[0] == "Ask") {
            inside = true;
        } else if (inside && cells[0].find_first_not_of("-: ") != std::string_view::npos) {
            rows.push_back({without_ticks(cells[0]), cells.size() > 1 ? cells[1] : "",
                            cells.size() > 2 ? cells[2] : "", line.number});
        }
    }
    return rows;
}

// Words of letters, digits, "_" and ".", as codes and types are written; a full stop ends a sentence.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        while (word.ends_with('.')) word.pop_back();
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.') {
            word += c;
        } else {
            finish();
        }
    }
    finish();
    return words;
}

bool looks_like_code(std::string_view word) {
    return word.find_first_of("_.") != word.npos &&
           std::islower(static_cast<unsigned char>(word.front())) != 0;
}

// A type's name has a second capital; "Nothing" is prose.
bool looks_like_type(std::string_view word) {
    const auto capital = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
    return capital(word.front()) && std::ranges::count_if(word, capital) > 1 && word.find('_') == word.npos &&
           std::ranges::any_of(word, [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; });
}

void check_row(const Row& row, const std::string& readme, const std::string& desk, const House& house,
               Faults& faults) {
    for (const std::string& word : words_of(row.then)) {
        if (looks_like_type(word) && !house.events.contains(word)) {
            faults.push_back({readme, row.line, "readme", word, "no events.h has the event " + word});
        }
    }
    for (const std::string& word : words_of(row.refused)) {
        if (!looks_like_code(word)) continue;
        const std::string code = word.find('.') == word.npos ? desk + "." + word : word;
        if (!house.codes.contains(code))
            faults.push_back({readme, row.line, "readme", word, "no refusal has the code " + code});
    }
}

void check_desk(const std::string& folder, const Tree& tree, const House& house, Faults& faults) {
    const std::string readme = folder + "/README.md";
    const std::string desk(name_of(folder));
    const auto page = tree.find(readme);
    if (page == tree.end()) {
        faults.push_back({readme, 0, "readme", "README.md", "the desk has no README"});
        return;
    }
    const std::vector<Row> rows = rows_of(page->second);
    std::vector<NamedStruct> asked;
    for (const auto& [path, text] : tree) {
        if (folder_of(path) != folder || !is_part_of(name_of(path), "commands")) continue;
        for (NamedStruct& command : named_structs(read_source(text))) {
            if (std::ranges::count(rows, command.type, &Row::ask) != 1) {
                faults.push_back({path, command.line, "readme", command.type,
                                  "the README's table needs one row | " + command.type + " |"});
            }
            if (!command.name.starts_with(desk + ".")) {
                faults.push_back({path, command.line, "readme", command.name,
                                  "a command of this desk is called " + desk + ".something"});
            }
            asked.push_back(std::move(command));
        }
    }
    for (const Row& row : rows) {
        if (std::ranges::count(asked, row.ask, &NamedStruct::type) == 0) {
            faults.push_back({readme, row.line, "readme", row.ask, "commands.h has no " + row.ask});
        }
        check_row(row, readme, desk, house, faults);
    }
}

}  // namespace

Faults desks(const Tree& tree) {
    Faults faults;
    const House house = read_house(tree);
    std::set<std::string> folders;
    for (const auto& [path, text] : tree) {
        if (!path.starts_with("src/desks/")) continue;
        const std::string folder = "src/" + std::string(room_of(path));
        if (folder == "src/desks") continue;
        folders.insert(folder);
        const bool deeper = folder_of(path) != folder;
        if (deeper || !may_be_there(name_of(path))) {
            faults.push_back(
                {path, 0, "desk_files", std::string(name_of(path)), "a desk has no file of this name"});
        }
    }
    for (const std::string& folder : folders) check_desk(folder, tree, house, faults);
    return faults;
}

}  // namespace tidy
