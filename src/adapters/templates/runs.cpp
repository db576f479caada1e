// A value as Word's runs. Inside w:rPr the elements have an order (ECMA-376 part 1, EG_RPrBase).
#include "adapters/templates/runs.h"

#include "adapters/paper/text.h"
#include "adapters/paper/words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace ponte::templates {

namespace {

using Node = pugi::xml_node;

constexpr std::array<std::string_view, 39> look_order{
    "w:ins",     "w:rStyle", "w:rFonts", "w:b",      "w:bCs",       "w:i",      "w:iCs",    "w:caps",      "w:smallCaps", "w:strike",
    "w:dstrike", "w:outline", "w:shadow", "w:emboss", "w:imprint",  "w:noProof", "w:snapToGrid", "w:vanish", "w:webHidden", "w:color",
    "w:spacing", "w:w",      "w:kern",   "w:position", "w:sz",      "w:szCs",   "w:highlight", "w:u",       "w:effect",    "w:bdr",
    "w:shd",     "w:fitText", "w:vertAlign", "w:rtl", "w:cs",       "w:em",     "w:lang",   "w:eastAsianLayout", "w:specVanish"};

std::size_t order_of(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(look_order, name) - look_order.begin());
}

// The element of that name, made at its place where it is missing.
Node look_with(Node look, const char* name) {
    if (Node there = look.child(name)) return there;
    for (Node one : look.children()) {
        if (order_of(one.name()) > order_of(name)) return look.insert_child_before(name, one);
    }
    return look.append_child(name);
}

void set(Node node, const char* name, std::string_view value) {
    if (!node.attribute(name)) node.append_attribute(name);
    node.attribute(name).set_value(std::string(value).c_str());
}

void speak(Node look, const paper::Language& language) {
    const paper::Tongue& tongue = paper::tongue(language);
    if (tongue.chinese) set(look_with(look, "w:rFonts"), "w:hint", "eastAsia");
    set(look_with(look, "w:lang"), tongue.chinese ? "w:eastAsia" : "w:val", tongue.word_tag);
}

void say(Node run, std::string_view text) {
    std::size_t from = 0;
    while (true) {
        const std::size_t to = std::min(text.find_first_of("\n\t", from), text.size());
        if (const std::string words = paper::clean(text.substr(from, to - from)); !words.empty()) {
            Node t = run.append_child("w:t");
            t.append_attribute("xml:space").set_value("preserve");
            t.text().set(words.c_str());
        }
        if (to == text.size()) return;
        run.append_child(text[to] == '\n' ? "w:br" : "w:tab");
        from = to + 1;
    }
}

}  // namespace

void put_line(Node run, const paper::Line& line, const paper::Language& language) {
    Node parent = run.parent();
    for (const paper::Run& one : line) {
        if (one.text.empty()) continue;
        Node made = parent.insert_child_before("w:r", run);
        if (const Node look = run.child("w:rPr")) made.append_copy(look);
        Node look = made.child("w:rPr") ? made.child("w:rPr") : made.append_child("w:rPr");
        speak(look, one.language.empty() ? language : one.language);
        if (one.strong) {
            look_with(look, "w:b").remove_attributes();
            look_with(look, "w:bCs").remove_attributes();
        }
        say(made, one.text);
    }
    parent.remove_child(run);
}

}  // namespace ponte::templates
