#pragma once

#include "desks/planning/facts.h"

// The official form: how a yearly list of key work is set. A title, areas with Chinese or Roman numbers,
// and measures numbered through from 1, a paragraph each. It is what the two sides adopt, what the plan's
// file digest is the hash of, and what the papers show.
namespace ponte::planning {

struct FormMeasure {
    LineId line;
    std::uint16_t number = 0;
    std::string text;
};
struct FormArea {
    LineId line;
    std::uint16_t number = 0;
    std::string title;
    std::vector<FormMeasure> measures;
};
struct Form {
    LineId title_line;
    std::string title;
    std::vector<FormArea> areas;
};

// The standing lines in order, numbered. Areas without a measure are left out, as the text has none. A line
// whose text in the language is not agreed has an empty text: nothing that was only proposed is in a form.
[[nodiscard]] Form form_of(const List& list, Language language);

[[nodiscard]] std::string area_mark(std::uint16_t number, Language language);     // "一、", "I. "
[[nodiscard]] std::string measure_mark(std::uint16_t number, Language language);  // "1.", "1. "

// Where each measure stands in the text: bytes [from, to) and its line, from 1.
struct FormPlace {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    std::uint32_t line = 0;
};
struct FormText {
    std::string text;                          // UTF-8, a line a paragraph, each ended by a line feed
    std::map<std::uint16_t, FormPlace> places;  // by number of the measure
};
[[nodiscard]] FormText text_of(const Form& form, Language language);

// Standing lines without an agreed text in a language that it must be in, as "line7/pt", in order.
[[nodiscard]] std::vector<std::string> lines_not_agreed(const List& list, const std::vector<Language>& required);

}  // namespace ponte::planning
