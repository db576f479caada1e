#include "adapters/xlsx/cell_text.h"

#include "adapters/csv/csv.h"
#include "adapters/xlsx/shown_number.h"
#include "adapters/xlsx/xlsx.h"
#include "base/text.h"

#include <charconv>

namespace ponte::xlsx {

std::string cell_name(Where where) {
    std::string letters;
    for (auto column = where.column; column > 0; column = (column - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return letters + std::to_string(where.row);
}

bool read_number(std::string_view text, std::uint32_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

bool read_column(std::string_view reference, Where& where) {
    std::uint32_t column = 0;
    while (!reference.empty() && reference.front() >= 'A' && reference.front() <= 'Z') {
        column = column * 26 + static_cast<std::uint32_t>(reference.front() - 'A' + 1);
        if (column > sheet_columns_max) return false;
        reference.remove_prefix(1);
    }
    std::uint32_t row = 0;
    where.column = column;
    return column > 0 && read_number(reference, row) && row == where.row;
}

std::unexpected<Refusal> CellText::damaged() const { return refuse(refusals::damaged, {}, sheet_.part); }

Outcome<std::string> CellText::text(const pugi::xml_node& cell, Where where) const {
    if (const auto formula = child_named(cell, "f")) return refuse(refusals::formula, formula.text().get(), place(where));
    const std::string_view type(cell.attribute("t").value());
    const auto value = child_named(cell, "v");
    const std::string_view stored(value.text().get());
    if (type == "inlineStr") return checked(text_of_string(child_named(cell, "is")), where);
    if (stored.empty()) return std::string();
    if (type == "e") return refuse(refusals::error_value, std::string(stored), place(where));
    if (type == "b") return std::string(stored == "1" || stored == "true" ? "true" : "false");
    if (type == "s") {
        std::uint32_t index = 0;
        if (!read_number(stored, index) || index >= workbook_.strings.size()) return damaged();
        return checked(workbook_.strings[index], where);
    }
    if (type == "str" || type == "d") return checked(std::string(stored), where);
    return number(cell, stored, where);
}

Outcome<std::string> CellText::number(const pugi::xml_node& cell, std::string_view stored, Where where) const {
    auto plain = plain_decimal(stored);
    if (!plain) return refuse(refusals::number_unreadable, std::string(stored.substr(0, 100)), place(where));
    auto shown = Shown::number;
    std::string_view format;
    if (const auto style = cell.attribute("s")) {
        std::uint32_t index = 0;
        if (!read_number(style.value(), index)) return damaged();
        if (index < workbook_.shown_by_style.size()) shown = workbook_.shown_by_style[index];
        if (index < workbook_.format_by_style.size()) format = workbook_.format_by_style[index];
    }
    if (shown == Shown::number || shown == Shown::percent) {
        if (numbers_ == Numbers::plain) return shown == Shown::number ? *std::move(plain) : percent_text(*plain);
        auto text = shown_number(*plain, format);
        if (!text) return refuse(refusals::number_shown_otherwise, *std::move(plain), place(where));
        return checked(*std::move(text), where);
    }
    if (shown == Shown::ambiguous) return refuse(refusals::date_ambiguous, *std::move(plain), place(where));
    auto date = date_text(*plain, shown, workbook_.since_1904);
    if (!date) return refuse(refusals::date_impossible, *std::move(plain), place(where));
    return *std::move(date);
}

Outcome<std::string> CellText::checked(std::string text, Where where) const {
    if (text.size() > csv::cell_bytes_max) return refuse(refusals::cell_too_long, {}, place(where));
    if (!is_valid_utf8(text)) return damaged();
    if (has_control_characters(text)) return refuse(refusals::control_character, {}, place(where));
    text = nfc(text);
    // Normalised text may be longer.
    if (text.size() > csv::cell_bytes_max) return refuse(refusals::cell_too_long, {}, place(where));
    return text;
}

}  // namespace ponte::xlsx
