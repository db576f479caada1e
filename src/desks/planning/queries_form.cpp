#include "desks/planning/queries_form.h"

#include <array>

namespace ponte::planning {

namespace {

std::string agreed(const Line& line, Language language) {
    const auto* text = line.agreed_text(language);
    return text == nullptr ? std::string() : text->event.text;
}

bool is_chinese(Language language) { return language == Language::zh_hant || language == Language::zh_hans; }

std::string chinese_number(std::uint16_t number) {
    constexpr std::array<std::string_view, 10> digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (number >= 100) return std::to_string(number);
    std::string text;
    if (number >= 20) text += digits[number / 10];
    if (number >= 10) text += "十";
    text += digits[number % 10];
    return text;
}

std::string roman_number(std::uint16_t number) {
    constexpr std::array<std::pair<std::uint16_t, std::string_view>, 9> signs{
        {{90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}, {0, ""}}};
    if (number >= 100) return std::to_string(number);
    std::string text;
    for (const auto& [worth, sign] : signs) {
        for (; worth != 0 && number >= worth; number = static_cast<std::uint16_t>(number - worth)) text += sign;
    }
    return text;
}

}  // namespace

Form form_of(const List& list, Language language) {
    Form form;
    form.title_line = LineId("title");
    if (const Line* title = list.line(form.title_line)) form.title = agreed(*title, language);
    std::uint16_t number = 0;
    std::uint16_t areas = 0;
    for (const auto& [area, order] : list.order) {
        if (order.empty()) continue;
        FormArea one{.line = LineId("area" + std::to_string(area)), .number = ++areas, .title = {}, .measures = {}};
        if (const Line* head = list.line(one.line)) one.title = agreed(*head, language);
        for (const LineId& id : order) one.measures.push_back({.line = id, .number = ++number, .text = agreed(*list.line(id), language)});
        form.areas.push_back(std::move(one));
    }
    return form;
}

std::string area_mark(std::uint16_t number, Language language) {
    return is_chinese(language) ? chinese_number(number) + "、" : roman_number(number) + ". ";
}

std::string measure_mark(std::uint16_t number, Language language) {
    return std::to_string(number) + (is_chinese(language) ? "." : ". ");
}

FormText text_of(const Form& form, Language language) {
    FormText out;
    out.text = form.title + "\n";
    std::uint32_t line = 1;
    for (const FormArea& area : form.areas) {
        out.text += area_mark(area.number, language) + area.title + "\n";
        ++line;
        for (const FormMeasure& measure : area.measures) {
            const std::uint64_t from = out.text.size();
            out.text += measure_mark(measure.number, language) + measure.text;
            out.places[measure.number] = {.from = from, .to = out.text.size(), .line = ++line};
            out.text += "\n";
        }
    }
    return out;
}

std::vector<std::string> lines_not_agreed(const List& list, const std::vector<Language>& required) {
    std::vector<std::string> lacking;
    const auto look_at = [&](const LineId& id) {
        const Line* line = list.line(id);
        for (const Language language : required) {
            if (line == nullptr || !line->is_agreed(language)) lacking.push_back(id.value + "/" + std::string(name_of(language)));
        }
        // What one side would withdraw, the two are not agreed about.
        if (line != nullptr && line->withdrawal) lacking.push_back(id.value);
    };
    look_at(LineId("title"));
    for (const auto& [area, order] : list.order) {
        if (!order.empty()) look_at(LineId("area" + std::to_string(area)));
        for (const LineId& id : order) look_at(id);
    }
    return lacking;
}

}  // namespace ponte::planning
