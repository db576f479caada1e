#include "adapters/csv/csv.h"

#include "adapters/csv/encoding.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace ponte::csv {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Told from the head line: the one that occurs most outside of quotes, a comma where none does.
char separator_of(std::string_view text) {
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view separators = ",;\t";
    bool quoted = false;
    bool begun = false;  // Blank lines before the head line say nothing.
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' && begun) break;
        begun = begun || (c != '\n' && c != '\r' && !is_blank(c));
        const auto at = separators.find(c);
        if (at != separators.npos) ++counts[at];
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

// Walks the text once. A cell is read as given; what it says is judged when it is complete.
class Reader {
public:
    Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    // Passes over blank lines; false at the end of the text.
    bool next_row() {
        while (at_ < text_.size()) {
            auto end = at_;
            while (end < text_.size() && is_blank(text_[end]) && text_[end] != separator_) ++end;
            if (end < text_.size() && text_[end] == '\r') ++end;
            if (end < text_.size() && text_[end] != '\n') return true;
            if (end == text_.size()) {
                at_ = end;
                return false;
            }
            at_ = end + 1;
            ++line_;
        }
        return false;
    }

    // Cells up to and with the end of the line. `heads` names the columns; empty while these are read.
    Outcome<std::vector<std::string>> row(const std::vector<std::string>& heads) {
        row_line_ = line_;
        std::vector<std::string> cells;
        cells.reserve(heads.size());
        do {
            if (cells.size() == columns_max) {
                return refuse(heads.empty() ? refusals::too_many_columns : refusals::row_width, "more than " + std::to_string(columns_max),
                              place_of_line(row_line_));
            }
            const auto from_line = line_;
            auto cell = TRY(read_cell(heads, cells.size()));
            if (const auto problem = judge(cell)) {
                return refuse(*problem, std::move(cell), place(from_line, heads, cells.size()));
            }
            cells.push_back(std::move(cell));
        } while (more_);
        return cells;
    }

    [[nodiscard]] std::uint32_t row_line() const { return row_line_; }
    [[nodiscard]] static std::string place_of_line(std::uint32_t line) { return "line " + std::to_string(line); }

private:
    static std::string place(std::uint32_t line, const std::vector<std::string>& heads, std::size_t column) {
        return place_of_line(line) + ", column " + (column < heads.size() ? heads[column] : std::to_string(column + 1));
    }

    // Normalises the cell, and says what is wrong with it. A refusal quotes no more than a reader needs.
    static std::optional<RefusalKind> judge(std::string& cell) {
        bool plain = true;
        bool control = false;
        for (const char c : cell) {
            plain = plain && c >= 0;
            control = control || (c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
        }
        if (!plain) cell = nfc(cell);
        if (cell.size() > cell_bytes_max) {
            cell.clear();
            return refusals::cell_too_long;
        }
        if (control || (!plain && has_control_characters(cell))) {
            cell.clear();
            return refusals::control_character;
        }
        if (runs_as_formula(cell)) return refusals::formula;
        return std::nullopt;
    }

    Outcome<std::string> read_cell(const std::vector<std::string>& heads, std::size_t column) {
        const auto line = line_;
        while (at_ < text_.size() && is_blank(text_[at_]) && text_[at_] != separator_) ++at_;
        std::string cell;
        if (at_ < text_.size() && text_[at_] == '"') {
            if (!read_quoted(cell)) return refuse(refusals::quote_unclosed, {}, place(line, heads, column));
            while (at_ < text_.size() && is_blank(text_[at_]) && text_[at_] != separator_) ++at_;
            if (!ends_cell()) return refuse(refusals::quote_stray, {}, place(line_, heads, column));
        } else {
            const auto from = at_;
            while (!ends_cell()) {
                if (text_[at_] == '"') return refuse(refusals::quote_stray, {}, place(line, heads, column));
                // Alone it ended the lines of machines long gone: such a file must not become one long line.
                if (text_[at_] == '\r') return refuse(refusals::control_character, {}, place(line, heads, column));
                ++at_;
            }
            auto to = at_;
            while (to > from && is_blank(text_[to - 1])) --to;
            cell = text_.substr(from, to - from);
        }
        pass_end();
        return cell;
    }

    // From the opening quote to behind the closing one.
    bool read_quoted(std::string& cell) {
        ++at_;
        while (true) {
            const auto quote = text_.find('"', at_);
            if (quote == text_.npos) return false;
            const auto piece = text_.substr(at_, quote - at_);
            line_ += static_cast<std::uint32_t>(std::ranges::count(piece, '\n'));
            cell += piece;
            at_ = quote + 1;
            if (at_ == text_.size() || text_[at_] != '"') return true;
            cell += '"';
            ++at_;
        }
    }

    [[nodiscard]] bool ends_cell() const {
        if (at_ >= text_.size()) return true;
        const char c = text_[at_];
        if (c == separator_ || c == '\n') return true;
        return c == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] == '\n');
    }

    void pass_end() {
        more_ = at_ < text_.size() && text_[at_] == separator_;
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size()) {
            if (text_[at_] == '\n') ++line_;
            ++at_;
        }
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t row_line_ = 1;
    bool more_ = false;  // The cell just read was followed by a separator.
};

Outcome<std::vector<std::string>> read_heads(Reader& reader) {
    auto heads = TRY(reader.row({}));
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const auto place = Reader::place_of_line(reader.row_line()) + ", column " + std::to_string(i + 1);
        if (heads[i].empty()) return refuse(refusals::head_empty, {}, place);
        if (!seen.insert(heads[i]).second) return refuse(refusals::head_repeated, heads[i], place);
    }
    return heads;
}

void write_cell(std::string& text, std::string_view cell, bool alone) {
    // Blanks at the edge would be dropped, and so would a byte order mark at the head of the file.
    const bool edge = !cell.empty() && (is_blank(cell.front()) || is_blank(cell.back()) || cell.starts_with("\xef\xbb\xbf"));
    // A semicolon or tab is quoted too: in the head line it could be taken for the separator.
    if (!edge && !(alone && cell.empty()) && cell.find_first_of("\",;\t\r\n") == cell.npos) {
        text += cell;
        return;
    }
    text += '"';
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    text += '"';
}

void write_row(std::string& text, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        // One empty cell would be a blank line, which is no row.
        write_cell(text, cells[i], cells.size() == 1);
    }
    text += "\r\n";
}

}  // namespace

bool runs_as_formula(std::string_view cell) {
    if (cell.empty()) return false;
    const char first = cell.front();
    if (first == '=' || first == '+' || first == '@' || first == '\t' || first == '\r') return true;
    // Full-width signs, which spreadsheets set to East Asian languages take for the narrow ones.
    for (const std::string_view wide : {"＝", "＋", "＠", "－"}) {
        if (cell.starts_with(wide)) return true;
    }
    if (first != '-' || cell.size() == 1) return false;  // A lone dash stands for "no figure".
    if (!is_digit(cell[1])) return true;
    // "-1+HYPERLINK(...)" and "-1+cmd|..." begin like numbers; "-3.2% (provisional)" is one with a remark.
    for (std::size_t i = 2; i < cell.size(); ++i) {
        if (cell[i] == '|' || cell[i] == '!' || (cell[i] == '(' && is_letter(cell[i - 1]))) return true;
    }
    return false;
}

Outcome<Table> read(ByteView bytes) {
    if (bytes.size() > bytes_max) return refuse(refusals::too_large, std::to_string(bytes.size()));
    const auto text = TRY(utf8_text(bytes));
    Reader reader(text, separator_of(text));
    if (!reader.next_row()) return refuse(refusals::no_head);
    Table table{.heads = TRY(read_heads(reader)), .rows = {}};
    while (reader.next_row()) {
        auto cells = TRY(reader.row(table.heads));
        const auto line = reader.row_line();
        if (cells.size() != table.heads.size()) {
            return refuse(refusals::row_width, std::to_string(cells.size()) + " of " + std::to_string(table.heads.size()),
                          Reader::place_of_line(line));
        }
        if (table.rows.size() == rows_max) return refuse(refusals::too_many_rows, std::to_string(rows_max), Reader::place_of_line(line));
        table.rows.push_back({line, std::move(cells)});
    }
    return table;
}

std::string write(const Table& table) {
    std::string text;
    write_row(text, table.heads);
    for (const auto& row : table.rows) write_row(text, row.cells);
    return text;
}

}  // namespace ponte::csv
