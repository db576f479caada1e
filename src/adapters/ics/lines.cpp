#include "adapters/ics/lines.h"

namespace ponte::ics {

namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }

// What each character is written as; CRLF and a lone CR are one line end.
template <class Spell>
std::string spelt(std::string_view text, Spell spell) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            if (i + 1 == text.size() || text[i + 1] != '\n') spell(out, '\n');
        } else {
            spell(out, text[i]);
        }
    }
    return out;
}

}  // namespace

void Lines::add(std::string_view head, std::string_view value) {
    std::string line(head);
    line += ':';
    line += value;
    std::size_t room = line_octets_max;
    std::size_t from = 0;
    while (line.size() - from > room) {
        std::size_t to = from + room;
        while (!begins_character(line[to])) --to;
        text_.append(line, from, to - from);
        text_ += "\r\n ";
        from = to;
        room = line_octets_max - 1;  // The blank that marks a folded line counts.
    }
    text_.append(line, from);
    text_ += "\r\n";
}

std::string escaped_text(std::string_view text) {
    return spelt(text, [](std::string& out, char c) {
        if (c == '\n') {
            out += "\\n";
            return;
        }
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        out += c;
    });
}

std::string quoted_parameter(std::string_view text) {
    return '"' + spelt(text, [](std::string& out, char c) {
        switch (c) {
            case '\n': out += "^n"; break;
            case '"': out += "^'"; break;
            case '^': out += "^^"; break;
            default: out += c;
        }
    }) + '"';
}

}  // namespace ponte::ics
