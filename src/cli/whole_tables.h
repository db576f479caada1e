#pragma once

#include "cli/office.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Tables are recorded whole or not at all: every row of every file is tried first, on a copy of the desks, each on what
// the rows before it would leave. One that is refused keeps all of them out, and every refusal is told.
namespace ponte::cli {

// One row, or several that make one command, as its file has it.
struct TableOrder {
    house::AnyCommand command;
    std::vector<std::uint32_t> lines;  // Of the file, one for each row of the command.
};

struct TableFile {
    std::string path;
    std::vector<TableOrder> orders;
    std::size_t known_before = 0;  // Rows that were not even asked: they stand so already.
};

// Says what became of each file, or every refusal with its line, and that nothing was recorded. `stands_already` says of a
// refusal that it only means: this was recorded before in the same words. --dry-run tries and records nothing.
[[nodiscard]] int load_whole(Office& office, const Asker& asker, const Arguments& arguments, std::vector<TableFile> files,
                             const std::function<bool(const Refusal&)>& stands_already);

// A desk speaks of the fields and rows of its command ("/rules/17/hs"), a person of the lines of his file: "line 19, column hs".
// The first number in the place that is one of the rows is the row; else it is the first. `lines` as in TableOrder.
[[nodiscard]] std::string place_on_lines(std::string_view place, const std::vector<std::uint32_t>& lines);

}  // namespace ponte::cli
