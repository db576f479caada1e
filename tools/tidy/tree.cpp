#include "tidy/tree.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::array folders{"src",  "tests", "bench",    "fuzz",  "tools", "cmake",
                             "docs", "data",  "verifier", "words", "web"};
constexpr std::array kinds{".h",     ".cpp",  ".md",     ".txt",  ".csv", ".tsv", ".hex",
                           ".cmake", ".json", ".toml",   ".html", ".css", ".js",  ".mjs",
                           ".ts",    ".sh",   ".svelte", ".svg",  ".py",  ""};
// Larger than anything people write here; such a file is data and obeys no house rule.
constexpr std::uintmax_t size_max = 4U << 20U;

bool wanted(const fs::path& path) {
    for (const std::string_view kind : kinds) {
        if (path.extension() == kind) return true;
    }
    return false;
}

void read_file(const fs::path& path, std::string name, Tree& tree) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return;
    tree.emplace(std::move(name), std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace

Tree read_tree(const std::string& root) {
    Tree tree;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(root, ignored)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file(ignored) && wanted(entry.path())) read_file(entry.path(), name, tree);
    }
    for (const char* folder : folders) {
        const fs::path start = fs::path(root) / folder;
        for (auto at = fs::recursive_directory_iterator(start, ignored);
             at != fs::recursive_directory_iterator(); at.increment(ignored)) {
            const std::string name = at->path().filename().string();
            if (at->is_directory(ignored)) {
                if (name == "node_modules" || name == "dist" || name.starts_with("."))
                    at.disable_recursion_pending();
            } else if (wanted(at->path()) && at->file_size(ignored) <= size_max) {
                read_file(at->path(), at->path().lexically_relative(root).generic_string(), tree);
            }
        }
    }
    return tree;
}

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);  // npos + 1 is 0.
}

std::string_view stem_of(std::string_view path) {
    const std::string_view name = name_of(path);
    return name.substr(0, name.rfind('.'));
}

bool is_part_of(std::string_view name, std::string_view whole) {
    if (!name.starts_with(whole) || !name.ends_with(".h")) return false;
    name.remove_prefix(whole.size());
    return name == ".h" || name.starts_with('_');
}
bool is_code(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cpp"); }

bool is_test(std::string_view path) {
    return path.ends_with("_test.cpp") || path.starts_with("tests/") || path.starts_with("fuzz/");
}

std::string_view room_of(std::string_view path) {
    if (!path.starts_with("src/")) return {};
    const std::string_view inside = folder_of(path.substr(4));
    const std::size_t first = inside.find('/');
    if (first == inside.npos) return inside;
    const std::string_view floor = inside.substr(0, first);
    if (floor != "desks" && floor != "adapters" && floor != "mechanisms") return floor;
    return inside.substr(0, inside.find('/', first + 1));
}

}  // namespace tidy
