// tidy [ROOT]: reads the project and prints where it breaks its own rules, one line a fault. Exit 0
// without faults, 1 with them.
#include "tidy/rules.h"
#include "tidy/source.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>

namespace {

// Every line that any commit added to EVENTS; nothing when this is no git checkout. Git is asked once,
// since a question costs more than all the rules together.
std::optional<std::vector<std::string>> history_of_events(const std::string& root) {
    std::string quoted = "'";
    for (const char c : root) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    const std::string command =
        "git -C " + quoted + "' log --format= --patch --unified=0 -- EVENTS 2>/dev/null";
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return std::nullopt;
    std::string said;
    char buffer[4096];
    for (std::size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        said.append(buffer, count);
    if (pclose(pipe) != 0) return std::nullopt;
    std::vector<std::string> lines;
    for (const tidy::Line& line : tidy::lines_of(said)) {
        if (line.text.starts_with('+') && !line.text.starts_with("+++"))
            lines.emplace_back(line.text.substr(1));
    }
    return lines;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string root = count > 1 ? arguments[1] : ".";
    const tidy::Tree tree = tidy::read_tree(root);
    if (!tree.contains("FLOORS")) {
        std::cerr << "tidy: " << root << " is not the root of the project\n";
        return 2;
    }
    tidy::Faults faults;
    const auto add = [&](tidy::Faults found) { std::ranges::move(found, std::back_inserter(faults)); };
    add(tidy::floors(tree));
    add(tidy::banned_words(tree));
    add(tidy::first_comments(tree));
    add(tidy::machine_paths(tree));
    add(tidy::desks(tree));
    const std::optional<std::vector<std::string>> history = history_of_events(root);
    if (!history) std::cout << "No git history here: that EVENTS only grows was not checked.\n";
    add(tidy::events(tree, history));
    add(tidy::refusals(tree));
    add(tidy::lengths(tree));
    faults = tidy::without_exceptions(tree, std::move(faults));
    std::ranges::sort(faults);

    std::cout << tidy::longest(tree);
    for (const tidy::Fault& fault : faults) {
        std::cout << fault.path << ":" << fault.line << ": " << fault.rule << ": " << fault.text << "\n";
    }
    std::cout << "tidy: " << tree.size() << " files, ";
    if (faults.empty()) {
        std::cout << "no faults\n";
    } else {
        std::cout << faults.size() << " fault(s)\n";
    }
    return faults.empty() ? 0 : 1;
}
