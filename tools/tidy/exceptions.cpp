// The reviewed list of what is allowed all the same. It should shrink: a line nobody needs is a fault.
#include "tidy/rules.h"
#include "tidy/source.h"

#include <algorithm>

namespace tidy {
namespace {

constexpr std::string_view list = "tools/tidy/exceptions.txt";

struct Exception {
    std::string path;
    std::string word;
    std::size_t line;
    bool used = false;
};

std::vector<Exception> read_list(std::string_view text, Faults& faults) {
    std::vector<Exception> all;
    for (const Line& line : lines_of(text)) {
        if (trimmed(line.text).empty() || line.text.starts_with('#')) continue;
        const std::size_t first = line.text.find('|');
        const std::size_t second = first == line.text.npos ? first : line.text.find('|', first + 1);
        if (second == line.text.npos || trimmed(line.text.substr(second + 1)).empty()) {
            faults.push_back(
                {std::string(list), line.number, "exceptions", "", "a line is: path | word | reason"});
            continue;
        }
        all.push_back({std::string(trimmed(line.text.substr(0, first))),
                       std::string(trimmed(line.text.substr(first + 1, second - first - 1))), line.number});
    }
    return all;
}

}  // namespace

Faults without_exceptions(const Tree& tree, Faults faults) {
    const auto file = tree.find(list);
    if (file == tree.end()) return faults;
    Faults of_the_list;
    std::vector<Exception> all = read_list(file->second, of_the_list);
    std::erase_if(faults, [&](const Fault& fault) {
        const auto match = std::ranges::find_if(
            all, [&](const Exception& one) { return one.path == fault.path && one.word == fault.word; });
        if (match == all.end()) return false;
        match->used = true;
        return true;
    });
    for (const Exception& one : all) {
        if (one.used) continue;
        of_the_list.push_back({std::string(list), one.line, "exceptions", one.word,
                               "nothing needs this exception any more: " + one.path + " | " + one.word});
    }
    faults.insert(faults.end(), of_the_list.begin(), of_the_list.end());
    return faults;
}

}  // namespace tidy
