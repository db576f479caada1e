#pragma once

#include "base/languages.h"
#include "base/outcome.h"
#include "cli/arguments.h"

#include <string>

// How the command line speaks: results on standard output, refusals with their words, faults as faults.
namespace ponte::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_refused = 3;
inline constexpr int exit_fault = 4;

// Prints {"refused": {...}} as JSON on standard output, or a sentence on standard error. Returns exit_refused.
int say(const Refusal& refusal, const Arguments& arguments);
// Prints the fault: code, where, what. Returns exit_fault.
int say(const Fault& fault, const Arguments& arguments);

[[nodiscard]] Language language_of(const Arguments& arguments);
// What the code means and what to do, from words/refusals.csv; the code itself where there are no words.
[[nodiscard]] std::string words_of(std::string_view code, Language language);

[[nodiscard]] Outcome<std::string> read_file(const std::string& path, std::size_t bytes_max);
[[nodiscard]] Attempt<bool> write_file(const std::string& path, std::string_view content);

}  // namespace ponte::cli
