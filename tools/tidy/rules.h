#pragma once

#include "tidy/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The rules of the house, one function each: the files in, the faults out. STYLE.md says why each is
// there; the rule's name stands in front of every fault it finds.
namespace tidy {

// FLOORS: who may include whom. Also that each folder of src/ stands in FLOORS and that a quoted
// include names a file of the house.
[[nodiscard]] Faults floors(const Tree& tree);

// Words that may not stand in code: below the adapters (clocks, chance, floating point, hash order,
// the environment, printing), and anywhere. Notes without an issue number, too.
[[nodiscard]] Faults banned_words(const Tree& tree);

// A file says why it exists: within its first 25 lines, in a comment. A .cpp beside its .h need not
// say it again, nor need a test beside what it tests. A fuzz target names the rooms that it links.
[[nodiscard]] Faults first_comments(const Tree& tree);

// No path of anybody's machine.
[[nodiscard]] Faults machine_paths(const Tree& tree);

// Each desk folder has the same files and no others, and a README whose table is true: a row for each
// command, a command for each row, events and refusals that exist.
[[nodiscard]] Faults desks(const Tree& tree);

// EVENTS lists every event of the house once, in order; each has its golden bytes. `history` is every
// line that was ever committed to EVENTS: it is append-only. None when there is no history to read.
[[nodiscard]] Faults events(const Tree& tree, const std::optional<std::vector<std::string>>& history);

// Every refusal has one place where it is defined, and words in each language.
[[nodiscard]] Faults refusals(const Tree& tree);

// A file that grows past 500 lines must be looked at: shortened, or written into tools/tidy/longest.txt.
[[nodiscard]] Faults lengths(const Tree& tree);
// The twenty longest files and what functions are longer than a screen, for people.
[[nodiscard]] std::string longest(const Tree& tree);

// Takes away the faults that tools/tidy/exceptions.txt allows (path | word | reason), and adds one for
// each line there that allows nothing any more.
[[nodiscard]] Faults without_exceptions(const Tree& tree, Faults faults);

}  // namespace tidy
