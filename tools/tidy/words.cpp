// The rules about single words and first sentences: banned words, first comments, machine paths.
#include "tidy/rules.h"
#include "tidy/source.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tidy {
namespace {

struct Banned {
    std::string_view word;
    std::string_view why;
};

constexpr std::array below_adapters{
    Banned{"system_clock", "time arrives as a fact"},
    Banned{"steady_clock", "time arrives as a fact"},
    Banned{"rand", "chance arrives as a fact"},
    Banned{"random_device", "chance arrives as a fact"},
    Banned{"double", "no floating point below the adapters"},
    Banned{"float", "no floating point below the adapters"},
    Banned{"unordered_", "state uses ordered containers"},
    Banned{"getenv", "the environment is the adapters' affair"},
    Banned{"std::cout", "only the command line prints"},
};
constexpr std::array everywhere{
    Banned{"std::uniform_int_distribution", "it differs from library to library, so a seed would not tell"},
    Banned{"throw", "failures are values: refuse, fail or CHECK"},
};
// Looked for in comments. The second may stay with an issue's number.
constexpr std::array notes{"FIXME", "TODO"};

// In a shell script: what leaves before its writer has finished, which pipefail then takes for a failure, now and then.
constexpr std::array early_leavers{"| grep -q", "| head"};

constexpr std::array floors_below_adapters{"base", "journal", "ledger", "house"};

bool is_below_adapters(std::string_view path) {
    const std::string_view room = room_of(path);
    return room.starts_with("desks/") || room.starts_with("mechanisms/") ||
           std::ranges::count(floors_below_adapters, room) != 0;
}

// Analysis may use floating point: queries and planners reach it, decisions and records never do.
bool is_analysis(std::string_view path) {
    return room_of(path).starts_with("desks/") && name_of(path).starts_with("analysis_");
}

void look_for(const Banned& banned, const std::string& path, std::string_view code, Faults& faults) {
    for (std::size_t at = find_word(code, banned.word); at != code.npos;
         at = find_word(code, banned.word, at + 1)) {
        faults.push_back({path, line_at(code, at), "words", std::string(banned.word),
                          "'" + std::string(banned.word) + "' is not used here: " + std::string(banned.why)});
    }
}

void look_for_notes(const std::string& path, std::string_view comments, Faults& faults) {
    for (const std::string_view note : notes) {
        for (std::size_t at = find_word(comments, note); at != comments.npos;
             at = find_word(comments, note, at + 1)) {
            const std::string_view rest = comments.substr(at, comments.find('\n', at) - at);
            const std::size_t hash = rest.find('#');
            const bool numbered = note == notes[1] && hash != rest.npos && hash + 1 < rest.size() &&
                                  std::isdigit(static_cast<unsigned char>(rest[hash + 1])) != 0;
            if (numbered) continue;
            faults.push_back({path, line_at(comments, at), "words", std::string(note),
                              "'" + std::string(note) + "' without an issue's number (#12)"});
        }
    }
}

void look_for_early_leavers(const std::string& path, std::string_view text, Faults& faults) {
    if (text.find("pipefail") == text.npos) return;
    for (const std::string_view pipe : early_leavers) {
        for (std::size_t at = text.find(pipe); at != text.npos; at = text.find(pipe, at + 1)) {
            const std::size_t line = text.rfind('\n', at) + 1;
            if (trimmed(text.substr(line, at - line)).starts_with('#')) continue;
            faults.push_back({path, line_at(text, at), "words", std::string(pipe),
                              "'" + std::string(pipe) + "' leaves while its writer writes: read the whole answer"});
        }
    }
}

bool begins_a_path(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    // Inside an address or a longer path: https://example.org/home/ names nobody's machine.
    return std::isalnum(static_cast<unsigned char>(before)) == 0 &&
           std::string_view("./_-~%}").find(before) == std::string_view::npos;
}

}  // namespace

Faults banned_words(const Tree& tree) {
    Faults faults;
    for (const auto& [path, text] : tree) {
        if (path.ends_with(".sh")) look_for_early_leavers(path, text, faults);
        if (!is_code(path)) continue;
        const Source source = read_source(text);
        if (is_below_adapters(path) && !is_test(path)) {
            for (const Banned& banned : below_adapters) {
                const bool floating = banned.word == "double" || banned.word == "float";
                if (!(floating && is_analysis(path))) look_for(banned, path, source.code, faults);
            }
        }
        for (const Banned& banned : everywhere) look_for(banned, path, source.code, faults);
        if (path.ends_with(".h"))
            look_for({"using namespace", "a header must not choose names for those who include it"}, path,
                     source.code, faults);
        look_for_notes(path, source.comments, faults);
    }
    return faults;
}

Faults first_comments(const Tree& tree) {
    constexpr std::size_t lines_max = 25;
    Faults faults;
    for (const auto& [path, text] : tree) {
        if (!is_code(path)) continue;
        if (path.starts_with("fuzz/") && path.ends_with("_fuzz.cpp") && !text.starts_with("// rooms: ")) {
            faults.push_back(
                {path, 1, "first_comment", "rooms", "a fuzz target begins with // rooms: and what it links"});
        }
        const bool header = path.ends_with(".h");
        if (header && text.find("#pragma once") == text.npos) {
            faults.push_back({path, 1, "first_comment", "pragma", "a header begins with #pragma once"});
        }
        const std::string beside = path.substr(0, path.rfind('.')) + ".h";
        if (!header && (tree.contains(beside) || path.ends_with("_test.cpp"))) continue;
        const Source source = read_source(text);
        const std::vector<Line> lines = lines_of(source.comments);
        const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), lines_max));
        const bool says =
            std::any_of(lines.begin(), end, [](const Line& line) { return trimmed(line.text).size() > 10; });
        if (!says)
            faults.push_back(
                {path, 1, "first_comment", "comment", "says nowhere in its first 25 lines why it exists"});
    }
    return faults;
}

Faults machine_paths(const Tree& tree) {
    // In pieces, so that this file obeys its own rule.
    static const std::array paths{std::string("/home") + "/", std::string("/work") + "/",
                                  std::string("/tmp") + "/", std::string("/root") + "/"};
    Faults faults;
    for (const auto& [file, text] : tree) {
        for (const std::string& path : paths) {
            for (std::size_t at = text.find(path); at != text.npos; at = text.find(path, at + 1)) {
                if (!begins_a_path(text, at)) continue;
                faults.push_back({file, line_at(text, at), "machine_path", path,
                                  "'" + path + "' is a path of one machine"});
            }
        }
    }
    return faults;
}

}  // namespace tidy
