#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// C++ as tidy reads it: not parsed, only told apart into code, text and comment, which is enough for
// the rules of the house and takes milliseconds for all of it.
namespace tidy {

// Three pictures of one file, each as long as the file and with its line breaks in place, blanks where
// the other kinds stood.
struct Source {
    std::string code;      // Neither comments nor what stands between quotes.
    std::string literals;  // Code with its strings, without comments.
    std::string comments;
};
[[nodiscard]] Source read_source(std::string_view text);

struct Line {
    std::size_t number;  // From 1.
    std::string_view text;
};
[[nodiscard]] std::vector<Line> lines_of(std::string_view text);
[[nodiscard]] std::size_t line_at(std::string_view text, std::size_t offset);
[[nodiscard]] std::string_view trimmed(std::string_view text);

// The next place at or after `from` where `word` stands as a whole word, or npos. A word that ends in
// "_" matches as a beginning.
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);

// struct PaymentSettled { static constexpr std::string_view name = "clearing.payment_settled/1"; ...
struct NamedStruct {
    std::string type;
    std::string name;
    std::size_t line;
};
[[nodiscard]] std::vector<NamedStruct> named_structs(const Source& source);

// Every struct or class that is defined here.
[[nodiscard]] std::vector<std::string> structs(const Source& source);

// RefusalKind payment_unknown{"clearing.payment_unknown", ...
struct Code {
    std::string code;
    std::size_t line;
};
[[nodiscard]] std::vector<Code> refusal_codes(const Source& source);

struct Function {
    std::string name;
    std::size_t line;
    std::size_t lines;
};
// Functions with a body, found by their braces; a lambda belongs to the function around it.
[[nodiscard]] std::vector<Function> functions(const Source& source);

}  // namespace tidy
