#include "tidy/source.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace tidy {
namespace {

bool is_word(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0; }

// 1'000 and 0xff'ff: a quote inside a number parts digits and opens no character.
bool separates_digits(std::string_view text, std::size_t at) {
    if (at == 0 || at + 1 >= text.size() || !is_word(text[at - 1]) || !is_word(text[at + 1])) return false;
    std::size_t start = at;
    while (start > 0 && (is_word(text[start - 1]) || text[start - 1] == '\'')) --start;
    return std::isdigit(static_cast<unsigned char>(text[start])) != 0;
}

std::size_t end_of_raw_string(std::string_view text, std::size_t quote) {
    const std::size_t open = text.find('(', quote);
    if (open == text.npos) return text.size();
    const std::string close = ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"";
    const std::size_t end = text.find(close, open);
    return end == text.npos ? text.size() : end + close.size();
}

std::size_t end_of_quoted(std::string_view text, std::size_t quote) {
    for (std::size_t at = quote + 1; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == text[quote] || text[at] == '\n') {
            return at + 1;
        }
    }
    return text.size();
}

std::size_t end_of_comment(std::string_view text, std::size_t start) {
    if (text[start + 1] == '/') return std::min(text.find('\n', start), text.size());
    const std::size_t end = text.find("*/", start + 2);
    return end == text.npos ? text.size() : end + 2;
}

void copy(std::string_view from, std::string& to, std::size_t start, std::size_t end) {
    for (std::size_t at = start; at < end; ++at) to[at] = from[at];
}

std::string_view word_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    return text.substr(at, end - at);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) != 0) ++at;
    return at;
}

// The content of the string that opens at `quote`.
std::string string_at(std::string_view text, std::size_t quote) {
    const std::size_t end = end_of_quoted(text, quote);
    return std::string(text.substr(quote + 1, end - quote - 2));
}

std::size_t matching_brace(std::string_view code, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t at = open; at < code.size(); ++at) {
        if (code[at] == '{') ++depth;
        if (code[at] == '}' && --depth == 0) return at;
    }
    return code.size();
}

struct Definition {
    std::string type;
    std::size_t start;
    std::size_t open;
};

std::vector<Definition> definitions(std::string_view code) {
    std::vector<Definition> found;
    for (const std::string_view keyword : {"struct", "class"}) {
        for (std::size_t at = find_word(code, keyword); at != code.npos;
             at = find_word(code, keyword, at + 1)) {
            std::size_t name = skip_blanks(code, at + keyword.size());
            if (code.substr(name, 2) == "[[") name = skip_blanks(code, code.find("]]", name) + 2);
            const std::size_t stop = code.find_first_of("{;)>", name);
            if (stop == code.npos || code[stop] != '{') continue;
            const std::string_view type = word_at(code, name);
            if (!type.empty()) found.push_back({std::string(type), at, stop});
        }
    }
    std::ranges::sort(found, {}, &Definition::start);
    return found;
}

}  // namespace

Source read_source(std::string_view text) {
    Source source;
    source.code.assign(text.size(), ' ');
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') source.code[at] = '\n';
    }
    source.literals = source.comments = source.code;
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        std::size_t end = at + 1;
        if (c == '/' && at + 1 < text.size() && (text[at + 1] == '/' || text[at + 1] == '*')) {
            end = end_of_comment(text, at);
            copy(text, source.comments, at, end);
        } else if (c == '"' || (c == '\'' && !separates_digits(text, at))) {
            const bool raw = c == '"' && at > 0 && text[at - 1] == 'R' &&
                             (at < 2 || !is_word(text[at - 2]) || text[at - 2] == '8');
            end = raw ? end_of_raw_string(text, at) : end_of_quoted(text, at);
            copy(text, source.literals, at, end);
            source.code[at] = source.code[end - 1] = c;
        } else {
            source.code[at] = source.literals[at] = c;
        }
        at = end;
    }
    return source;
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back({++number, text.substr(0, end)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::size_t line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
    return text;
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
    for (std::size_t at = text.find(word, from); at != text.npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool starts = at == 0 || !is_word(text[at - 1]);
        const bool ends = word.back() == '_' || end == text.size() || !is_word(text[end]);
        if (starts && ends) return at;
    }
    return text.npos;
}

std::vector<NamedStruct> named_structs(const Source& source) {
    std::vector<NamedStruct> found;
    const std::string_view code = source.code;
    constexpr std::string_view type = "string_view";
    for (const Definition& definition : definitions(code)) {
        const std::size_t close = matching_brace(code, definition.open);
        std::size_t quote = code.npos;
        for (std::size_t view = find_word(code, type, definition.open); view < close && quote == code.npos;
             view = find_word(code, type, view + 1)) {
            const std::size_t name = skip_blanks(code, view + type.size());
            if (word_at(code, name) == "name") quote = code.find_first_of("\";", name);
        }
        if (quote >= close || code[quote] != '"') continue;
        found.push_back(
            {definition.type, string_at(source.literals, quote), line_at(code, definition.start)});
    }
    return found;
}

std::vector<std::string> structs(const Source& source) {
    std::vector<std::string> found;
    for (const Definition& definition : definitions(source.code)) found.push_back(definition.type);
    return found;
}

std::vector<Code> refusal_codes(const Source& source) {
    std::vector<Code> found;
    const std::string_view code = source.code;
    constexpr std::string_view kind = "RefusalKind";
    for (std::size_t at = find_word(code, kind); at != code.npos; at = find_word(code, kind, at + 1)) {
        std::size_t next = skip_blanks(code, at + kind.size());
        next = skip_blanks(code, next + word_at(code, next).size());
        if (next < code.size() && code[next] == '=') next = skip_blanks(code, next + 1);
        if (next >= code.size() || (code[next] != '{' && code[next] != '(')) continue;
        const std::size_t quote = skip_blanks(code, next + 1);
        if (quote >= code.size() || code[quote] != '"') continue;
        found.push_back({string_at(source.literals, quote), line_at(code, at)});
    }
    return found;
}

std::vector<Function> functions(const Source& source) {
    // Preprocessor lines may hold half a block and are no part of any function's shape.
    std::string code = source.code;
    bool continues = false;
    for (const Line& line : lines_of(source.code)) {
        const bool directive = continues || trimmed(line.text).starts_with('#');
        continues = directive && line.text.ends_with('\\');
        if (!directive) continue;
        const auto start = static_cast<std::size_t>(line.text.data() - source.code.data());
        std::fill_n(code.begin() + static_cast<std::ptrdiff_t>(start), line.text.size(), ' ');
    }
    std::vector<Function> found;
    std::size_t statement = 0;  // Where the text that leads to the next brace begins.
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code[at] == ';' || code[at] == '}') statement = at + 1;
        if (code[at] != '{') continue;
        const std::string_view lead = std::string_view(code).substr(statement, at - statement);
        const std::size_t start = skip_blanks(code, statement);
        statement = at + 1;
        const std::size_t bracket = lead.find('(');
        bool container = bracket == lead.npos;
        for (const std::string_view word : {"namespace", "struct", "class", "enum", "union"}) {
            const std::size_t where = find_word(lead, word);
            if (where != lead.npos &&
                (where < bracket || lead.substr(0, where).find("requires") != lead.npos))
                container = true;
        }
        if (container) continue;
        const std::size_t close = matching_brace(code, at);
        std::string_view name = trimmed(lead.substr(0, bracket));
        std::size_t first = name.size();
        while (first > 0 && (is_word(name[first - 1]) || name[first - 1] == ':' || name[first - 1] == '~'))
            --first;
        name.remove_prefix(first);
        const std::size_t from = line_at(code, start);
        found.push_back({std::string(name), from, line_at(code, close) - from + 1});
        at = close;
        statement = close + 1;
    }
    return found;
}

}  // namespace tidy
