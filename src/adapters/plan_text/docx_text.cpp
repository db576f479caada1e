#include "adapters/plan_text/docx_text.h"

#include "adapters/plan_text/characters.h"
#include "adapters/plan_text/plan_text.h"
#include "adapters/zipped/zipped.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <pugixml.hpp>

namespace ponte::plan_text {

namespace {

constexpr std::size_t levels_max = 9;  // WordprocessingML has nine (ECMA-376 part 1, 17.9.6).

struct Level {
    std::string format = "decimal";
    std::string text;  // "%1."; empty: no number is shown.
    unsigned start = 1;
    bool restarts = true;  // When a level above it counts on.
};
using List = std::array<Level, levels_max>;

struct Numbering {
    std::map<std::string, std::string> list_of_number;  // w:num -> w:abstractNum; its counters run through.
    std::map<std::string, List> lists;
    std::map<std::string, std::pair<std::string, std::string>> of_style;  // Style -> number and level.
};

struct Counter {
    std::array<unsigned, levels_max> at{};
    std::array<bool, levels_max> counted{};
};

std::string val(const pugi::xml_node& node) { return node.attribute("w:val").value(); }

unsigned number_of(std::string_view text, unsigned otherwise) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

Numbering read_numbering(const pugi::xml_node& root, const pugi::xml_node& styles) {
    Numbering numbering;
    for (const auto& abstract : root.children("w:abstractNum")) {
        auto& list = numbering.lists[abstract.attribute("w:abstractNumId").value()];
        for (const auto& node : abstract.children("w:lvl")) {
            const auto level = number_of(node.attribute("w:ilvl").value(), levels_max);
            if (level >= levels_max) continue;
            list[level].format = node.child("w:numFmt") ? val(node.child("w:numFmt")) : "decimal";
            list[level].text = val(node.child("w:lvlText"));
            list[level].start = number_of(val(node.child("w:start")), 1);
            list[level].restarts = val(node.child("w:lvlRestart")) != "0";
        }
    }
    for (const auto& number : root.children("w:num")) {
        numbering.list_of_number[number.attribute("w:numId").value()] = val(number.child("w:abstractNumId"));
    }
    for (const auto& style : styles.children("w:style")) {
        const auto properties = style.child("w:pPr").child("w:numPr");
        if (!properties) continue;
        numbering.of_style[style.attribute("w:styleId").value()] = {val(properties.child("w:numId")), val(properties.child("w:ilvl"))};
    }
    return numbering;
}

std::string chinese(unsigned value) {
    static constexpr std::array<const char*, 10> digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (value >= 100) return std::to_string(value);
    if (value < 10) return digits[value];
    return (value < 20 ? std::string() : std::string(digits[value / 10])) + "十" + (value % 10 == 0 ? "" : digits[value % 10]);
}

std::string roman(unsigned value) {
    static constexpr std::pair<unsigned, const char*> signs[]{{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    if (value >= 40) return std::to_string(value);
    std::string text;
    for (const auto& [worth, sign] : signs) {
        for (; value >= worth; value -= worth) text += sign;
    }
    return text;
}

std::string written(unsigned value, std::string_view format) {
    if (format == "none") return {};
    if (format == "upperRoman") return roman(value);
    // chineseCounting, chineseCountingThousand, taiwaneseCounting, ideographDigital, japaneseCounting ...
    if (format.find("ounting") != format.npos || format.starts_with("ideograph") || format.starts_with("chinese")) {
        return chinese(value);
    }
    return std::to_string(value);
}

// The number that Word shows before a paragraph of this list and level; counts it.
std::string label(const List& list, Counter& counter, std::size_t level) {
    for (std::size_t above = 0; above < level; ++above) {
        if (!counter.counted[above]) {
            counter.at[above] = list[above].start;
            counter.counted[above] = true;
        }
    }
    counter.at[level] = counter.counted[level] ? counter.at[level] + 1 : list[level].start;
    counter.counted[level] = true;
    for (auto below = level + 1; below < levels_max; ++below) {
        if (list[below].restarts) counter.counted[below] = false;
    }
    if (list[level].format == "bullet") return {};
    std::string text;
    const auto& pattern = list[level].text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const auto digit = i + 1 < pattern.size() ? pattern[i + 1] - '1' : -1;
        if (pattern[i] == '%' && digit >= 0 && digit < static_cast<int>(levels_max)) {
            const auto shown = static_cast<std::size_t>(digit);
            text += written(counter.at[shown], list[shown].format);
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

// What a run shows. Deleted text (w:del) and field codes are not shown; a fallback repeats its choice.
void append_content(std::string& text, const pugi::xml_node& node, int depth) {
    constexpr int depth_max = 64;
    if (depth > depth_max) return;
    for (const auto& child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:t") {
            text += child.text().get();
        } else if (name == "w:tab") {
            text += '\t';
        } else if (name == "w:br" || name == "w:cr") {
            text += std::string_view(child.attribute("w:type").value()) == "page" ? '\f' : '\v';
        } else if (name == "w:noBreakHyphen") {
            text += '-';
        } else if (name != "w:pPr" && name != "w:rPr" && name != "w:del" && name != "w:moveFrom" && name != "w:instrText" &&
                   name != "mc:Fallback" && name != "w:p") {
            append_content(text, child, depth + 1);
        }
    }
}

struct Walk : pugi::xml_tree_walker {
    explicit Walk(const Numbering& given) : numbering(given) {}

    bool for_each(pugi::xml_node& node) override {
        if (std::string_view(node.name()) != "w:p" || hidden(node)) return true;
        const auto properties = node.child("w:pPr");
        if (properties.child("w:pageBreakBefore")) text += '\f';
        auto number = properties.child("w:numPr");
        auto id = val(number.child("w:numId"));
        auto level = val(number.child("w:ilvl"));
        const auto style = numbering.of_style.find(val(properties.child("w:pStyle")));
        if (id.empty() && style != numbering.of_style.end()) {
            id = style->second.first;
            if (level.empty()) level = style->second.second;
        }
        std::string content;
        append_content(content, node, 0);
        // 0 takes the number of a style away.
        if (!id.empty() && id != "0") text += label_of(id, number_of(level, 0)) + " ";
        text += content + "\n";
        return true;
    }

    std::string label_of(const std::string& id, std::size_t level) {
        level = std::min(level, levels_max - 1);
        const auto abstract = numbering.list_of_number.find(id);
        const auto list = abstract == numbering.list_of_number.end() ? numbering.lists.end() : numbering.lists.find(abstract->second);
        if (list != numbering.lists.end()) return label(list->second, counters[abstract->second], level);
        // A list that the file does not describe: plain numbers, which is what an editor would show.
        List plain;
        for (std::size_t i = 0; i < levels_max; ++i) plain[i].text = "%" + std::to_string(i + 1) + ".";
        return label(plain, counters["number " + id], level);
    }

    static bool hidden(pugi::xml_node node) {
        // Word nests a paragraph a dozen deep; the bound keeps a hostile file from costing its square.
        constexpr int ancestors_max = 64;
        int seen = 0;
        for (node = node.parent(); node && seen < ancestors_max; node = node.parent(), ++seen) {
            const std::string_view name = node.name();
            if (name == "mc:Fallback" || name == "w:del") return true;
        }
        return false;
    }

    const Numbering& numbering;
    std::map<std::string, Counter> counters;
    std::string text;
};

// pugixml reads no external entities and expands none, so that a document type is only skipped.
bool parse(pugi::xml_document& document, const std::vector<zipped::Entry>& entries, std::string_view name) {
    const auto entry = std::ranges::find(entries, name, &zipped::Entry::name);
    if (entry == entries.end()) return false;
    return static_cast<bool>(document.load_buffer(entry->bytes.data(), entry->bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata));
}

}  // namespace

Outcome<std::string> docx_text(ByteView file) {
    auto entries = zipped::unzip(file);
    if (!entries) {
        return refuse(refusals::docx_unreadable, std::string(entries.error().kind.code), std::move(entries.error().place));
    }
    constexpr std::string_view main_part = "word/document.xml";
    pugi::xml_document document;
    if (!parse(document, *entries, main_part)) return refuse(refusals::docx_unreadable, std::string(main_part));
    const auto body = document.child("w:document").child("w:body");
    if (!body) return refuse(refusals::docx_unreadable, std::string(main_part), "w:body");
    // Without these two parts nothing is numbered by style or list: no fault.
    pugi::xml_document numbering_part;
    pugi::xml_document styles_part;
    static_cast<void>(parse(numbering_part, *entries, "word/numbering.xml"));
    static_cast<void>(parse(styles_part, *entries, "word/styles.xml"));
    const auto numbering = read_numbering(numbering_part.child("w:numbering"), styles_part.child("w:styles"));
    Walk walk(numbering);
    pugi::xml_node start = body;
    start.traverse(walk);
    return std::move(walk.text);
}

}  // namespace ponte::plan_text
