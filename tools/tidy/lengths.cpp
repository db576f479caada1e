// How long files and functions are. A habit, not a law: only growing past the line is a fault.
#include "tidy/rules.h"
#include "tidy/source.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace tidy {
namespace {

constexpr std::size_t file_lines_max = 500;
constexpr std::size_t function_lines_max = 70;
constexpr std::size_t shown = 20;
constexpr std::string_view ratchet = "tools/tidy/longest.txt";

struct Length {
    std::string what;
    std::size_t lines;
};

std::vector<Length> files_by_length(const Tree& tree) {
    std::vector<Length> all;
    for (const auto& [path, text] : tree) {
        if (is_code(path)) all.push_back({path, static_cast<std::size_t>(std::ranges::count(text, '\n'))});
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &Length::lines);
    return all;
}

}  // namespace

Faults lengths(const Tree& tree) {
    Faults faults;
    std::set<std::string> known;
    if (const auto file = tree.find(ratchet); file != tree.end()) {
        for (const Line& line : lines_of(file->second)) {
            std::istringstream words{std::string(line.text)};
            std::string path;
            if (!(words >> path) || path.starts_with('#')) continue;
            known.insert(path);
            const auto named = tree.find(path);
            if (named == tree.end() ||
                std::ranges::count(named->second, '\n') <= static_cast<std::ptrdiff_t>(file_lines_max)) {
                faults.push_back({std::string(ratchet), line.number, "length", path,
                                  path + " is not long any more: strike it"});
            }
        }
    }
    for (const Length& file : files_by_length(tree)) {
        if (file.lines <= file_lines_max || known.contains(file.what)) continue;
        faults.push_back(
            {file.what, 0, "length", file.what,
             std::to_string(file.lines) + " lines: split it, or write it into " + std::string(ratchet)});
    }
    return faults;
}

std::string longest(const Tree& tree) {
    std::ostringstream out;
    out << "The longest files:\n";
    const std::vector<Length> files = files_by_length(tree);
    for (std::size_t at = 0; at < std::min(files.size(), shown); ++at)
        out << "  " << files[at].lines << "  " << files[at].what << "\n";
    std::vector<Length> long_ones;
    for (const auto& [path, text] : tree) {
        if (!is_code(path)) continue;
        for (const Function& function : functions(read_source(text))) {
            if (function.lines <= function_lines_max) continue;
            long_ones.push_back(
                {path + ":" + std::to_string(function.line) + " " + function.name, function.lines});
        }
    }
    if (long_ones.empty()) return out.str();
    std::ranges::stable_sort(long_ones, std::ranges::greater(), &Length::lines);
    out << "Functions of more than " << function_lines_max << " lines:\n";
    for (const Length& one : long_ones) out << "  " << one.lines << "  " << one.what << "\n";
    return out.str();
}

}  // namespace tidy
