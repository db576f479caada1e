#include "adapters/xlsx/shown_number.h"

#include "adapters/xlsx/shown.h"

#include <vector>

namespace ponte::xlsx {

namespace {

bool is_place(char c) { return c == '0' || c == '#' || c == '?'; }

// One section of a format: what stands before and after the digits, and how many places they have.
struct Section {
    std::string before;
    std::string after;
    std::size_t places_min = 0;
    std::size_t places_max = 0;
    bool percent = false;
    bool digits = false;   // There is a place for a number.
    bool general = false;  // The number as it was typed.
    bool other = false;    // Shows something that is not the number: thousands, a fraction, a power.
};

// The sections, cut at the semicolons that are no text.
std::vector<std::string_view> sections_of(std::string_view format) {
    std::vector<std::string_view> sections;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= format.size(); ++i) {
        if (i < format.size() && format[i] == '"') {
            i = std::min(format.find('"', i + 1), format.size() - 1);
        } else if (i < format.size() && (format[i] == '\\' || format[i] == '_' || format[i] == '*')) {
            ++i;
        } else if (i >= format.size() || format[i] == ';') {
            sections.push_back(format.substr(from, std::min(i, format.size()) - from));
            from = i + 1;
        }
    }
    return sections;
}

class Reader {
public:
    explicit Reader(std::string_view code) : code_(code) {}

    Section section() {
        while (at_ < code_.size()) step();
        // A comma behind the last digit divides by a thousand.
        if (comma_pending_) made_.other = true;
        return made_;
    }

private:
    void step() {
        const char c = code_[at_];
        if (c == '"') {
            const auto end = std::min(code_.find('"', at_ + 1), code_.size());
            literal(code_.substr(at_ + 1, end - at_ - 1));
            at_ = end + 1;
        } else if (c == '\\') {
            literal(code_.substr(at_ + 1, 1));
            at_ += 2;
        } else if (c == '_' || c == '*') {
            at_ += 2;  // A blank as wide as the next sign, or that sign as filling.
        } else if (c == '[') {
            const auto end = std::min(code_.find(']', at_), code_.size());
            bracket(code_.substr(at_ + 1, end - at_ - 1));
            at_ = end + 1;
        } else {
            plain(c);
            ++at_;
        }
    }

    // "[$MOP-816]" shows MOP; colours show nothing; a condition picks numbers we do not look at.
    void bracket(std::string_view inside) {
        if (inside.starts_with('$')) literal(inside.substr(1, inside.find('-') == inside.npos ? inside.npos : inside.find('-') - 1));
        if (inside.starts_with('<') || inside.starts_with('>') || inside.starts_with('=')) made_.other = true;
    }

    void plain(char c) {
        if (is_place(c)) {
            made_.digits = true;
            // Digits after words that followed digits: a telephone number, not a figure.
            if (!made_.after.empty()) made_.other = true;
            if (comma_pending_ && pointed_) made_.other = true;
            comma_pending_ = false;
            if (pointed_) {
                ++made_.places_max;
                if (c == '0') made_.places_min = made_.places_max;
            }
        } else if (c == '.') {
            pointed_ = true;
        } else if (c == ',') {
            comma_pending_ = made_.digits;
        } else if (c == '%') {
            made_.percent = true;
            literal("%");
        } else if (c == 'E' || c == 'e' || c == '/') {
            made_.other = true;
        } else if (c == '@') {
            made_.general = made_.digits = true;
        } else if (code_.substr(at_).starts_with("General")) {
            made_.general = made_.digits = true;
            at_ += std::string_view("General").size() - 1;
        } else {
            literal(std::string_view(&c, 1));
        }
    }

    void literal(std::string_view text) {
        if (comma_pending_) made_.other = true;
        (made_.digits ? made_.after : made_.before) += text;
    }

    std::string_view code_;
    std::size_t at_ = 0;
    Section made_;
    bool pointed_ = false;
    bool comma_pending_ = false;
};

std::string without_blanks_around(const std::string& text) {
    const auto from = text.find_first_not_of(' ');
    return from == text.npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

}  // namespace

std::optional<std::string> shown_number(std::string_view plain, std::string_view format) {
    if (format.empty() || format == "General" || format == "@") return std::string(plain);
    const auto sections = sections_of(format);
    const bool negative = plain.starts_with('-');
    const bool zero = plain == "0";
    const std::size_t which = negative && sections.size() > 1 ? 1 : zero && sections.size() > 2 ? 2 : 0;
    auto section = Reader(sections[which]).section();
    // "-" for nothing, or nothing at all: the office sees no number there.
    if (section.other || !section.digits) return std::nullopt;
    std::string digits(negative ? plain.substr(1) : plain);
    if (section.percent) {
        auto hundredfold = percent_text(digits);
        hundredfold.pop_back();
        digits = std::move(hundredfold);
    }
    if (!section.general) {
        const auto point = digits.find('.');
        const std::size_t places = point == digits.npos ? 0 : digits.size() - point - 1;
        if (places > section.places_max) return std::nullopt;
        if (places < section.places_min) {
            if (point == digits.npos) digits += '.';
            digits.append(section.places_min - places, '0');
        }
    }
    // The second section says itself how a number below zero looks: "(1.5)" is what accounts write.
    const bool brackets = section.before.ends_with('(') && section.after.starts_with(')');
    if (brackets) {
        section.before.pop_back();
        section.after.erase(0, 1);
    }
    if (negative && which == 1 && !brackets && section.before.find('-') == std::string::npos) return std::nullopt;
    const std::string sign = negative && (which != 1 || brackets) ? "-" : "";
    return without_blanks_around(section.before + sign + digits + section.after);
}

std::string_view built_in_format(unsigned number) {
    switch (number) {
        case 1: return "0";
        case 2: return "0.00";
        case 3: return "#,##0";
        case 4: return "#,##0.00";
        case 9: return "0%";
        case 10: return "0.00%";
        case 11: return "0.00E+00";
        case 12: return "# ?/?";
        case 13: return "# ?\?/?\?";
        case 37: case 38: return "#,##0;(#,##0)";
        case 39: case 40: return "#,##0.00;(#,##0.00)";
        case 41: case 42: return "#,##0;(#,##0)";
        case 43: case 44: return "#,##0.00;(#,##0.00)";
        case 48: return "##0.0E+0";
        default: return "";
    }
}

}  // namespace ponte::xlsx
