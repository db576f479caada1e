#include "adapters/plan_text/plan_text.h"

#include <array>
#include <cstdio>

// The plan as scripts get it. Written by hand: its shape is a promise, not a mirror of the structs.
namespace ponte::plan_text {

namespace {

void string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c >= 0 && c < ' ') {
            std::array<char, 8> escaped{};
            std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(c));
            out += escaped.data();
        } else {
            out += c;
        }
    }
    out += '"';
}

void member(std::string& out, std::string_view name, std::string_view text) {
    string(out, name);
    out += ':';
    string(out, text);
}

void member(std::string& out, std::string_view name, std::size_t number) {
    string(out, name);
    out += ':' + std::to_string(number);
}

template <class List, class Each>
void list(std::string& out, std::string_view name, const List& items, Each each) {
    string(out, name);
    out += ":[";
    bool first = true;
    for (const auto& item : items) {
        if (!first) out += ',';
        first = false;
        each(item);
    }
    out += ']';
}

void range(std::string& out, const SourceRange& source) {
    out += "\"bytes\":[" + std::to_string(source.from) + ',' + std::to_string(source.to) + "],\"lines\":[" +
           std::to_string(source.line_from) + ',' + std::to_string(source.line_to) + ']';
}

std::string code_point(char32_t c) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
    return text.data();
}

void replaced(std::string& out, char32_t from, char32_t to, std::size_t count) {
    member(out, "from", code_point(from));
    out += ',';
    member(out, "to", code_point(to));
    out += ',';
    member(out, "count", count);
}

void measure(std::string& out, const Measure& each) {
    const auto texts = [&](const std::string& text) { string(out, text); };
    out += '{';
    member(out, "number", each.number);
    out += ',';
    member(out, "text", each.text);
    out += ',';
    list(out, "duties", each.duties, [&](const Duty& duty) {
        out += '{';
        member(out, "text", duty.text);
        out += ',';
        range(out, duty.source);
        out += '}';
    });
    out += ',';
    list(out, "jurisdiction_sets", each.jurisdiction_sets, texts);
    out += ',';
    list(out, "bodies", each.bodies, texts);
    out += ',';
    list(out, "instruments", each.instruments, texts);
    out += ',';
    list(out, "owed_numbers", each.owed_numbers, [&](const OwedNumber& owed) {
        out += '{';
        member(out, "text", owed.text);
        out += ",\"value\":" + owed.value.to_text() + '}';
    });
    out += ',';
    range(out, each.source);
    out += '}';
}

void normalised(std::string& out, const Normalised& changes) {
    const auto in_measure = [&](const Replaced& each) {
        out += '{';
        replaced(out, each.from, each.to, each.count);
        out += ',';
        member(out, "measure", each.measure);
        out += '}';
    };
    member(out, "compatibility_ideographs", changes.compatibility.characters);
    out += ',';
    member(out, "compatibility_kinds", changes.compatibility.kinds.size());
    out += ',';
    list(out, "compatibility", changes.compatibility.kinds, [&](const CompatibilityChange& kind) {
        out += '{';
        replaced(out, kind.from, kind.to, kind.count);
        out += '}';
    });
    out += ',';
    list(out, "quotes", changes.quotes, in_measure);
    out += ',';
    list(out, "traditional", changes.traditional, in_measure);
    out += ',';
    member(out, "full_width", changes.full_width);
    out += ',';
    member(out, "invisible", changes.invisible);
    out += ',';
    member(out, "blanks", changes.blanks);
    out += ',';
    member(out, "lines_joined", changes.lines_joined);
    out += ',';
    list(out, "left_out", changes.left_out, [&](const LeftOut& each) {
        out += '{';
        member(out, "text", each.text);
        out += ',';
        member(out, "line", each.line);
        out += '}';
    });
}

}  // namespace

std::string to_json(const Plan& plan) {
    std::string out = "{";
    member(out, "title", plan.title);
    out += ',';
    member(out, "year", plan.year);
    out += ',';
    member(out, "sha256", plan.sha256.to_text());
    out += ',';
    member(out, "language", to_text(plan.language));
    out += ',';
    member(out, "format", to_text(plan.format));
    out += ',';
    member(out, "encoding", to_text(plan.encoding));
    out += ",\"title_source\":{";
    range(out, plan.title_source);
    out += "},";
    list(out, "areas", plan.areas, [&](const Area& area) {
        out += '{';
        member(out, "number", area.number);
        out += ',';
        member(out, "title", area.title);
        out += ',';
        list(out, "measures", area.measures, [&](const Measure& each) { measure(out, each); });
        out += ',';
        range(out, area.source);
        out += '}';
    });
    out += ",\"normalised\":{";
    normalised(out, plan.normalised);
    out += "}}";
    return out;
}

}  // namespace ponte::plan_text
