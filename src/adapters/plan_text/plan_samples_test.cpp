#include "adapters/plan_text/plan_text_samples.h"

#include "adapters/plan_text/characters.h"
#include "adapters/zipped/zipped.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <memory>
#include <pango/pangocairo.h>
#include <cairo-pdf.h>
#include <regex>
#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace ponte::plan_text {

std::string encoded(const std::string& utf8, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    auto* converter = ucnv_open(encoding, &status);
    EXPECT_TRUE(U_SUCCESS(status)) << encoding;
    const auto text = icu::UnicodeString::fromUTF8(utf8);
    std::string out(static_cast<std::size_t>(text.length()) * 8 + 8, '\0');
    const auto length = ucnv_fromUChars(converter, out.data(), static_cast<int>(out.size()), text.getBuffer(), text.length(), &status);
    EXPECT_TRUE(U_SUCCESS(status)) << encoding;
    ucnv_close(converter);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return text;
}

namespace {

// The file with each mark "7." at the start of a line as `made` writes it.
template <class Made>
std::string renumbered(const std::string& file, Made made) {
    static const std::regex mark("(^|\n)( *)([0-9]+)\\.");
    std::string out;
    auto from = file.cbegin();
    for (std::sregex_iterator it(file.begin(), file.end(), mark), end; it != end; ++it) {
        out.append(from, file.cbegin() + it->position());
        out += (*it)[1].str() + (*it)[2].str() + made((*it)[3].str());
        from = file.cbegin() + it->position() + it->length();
    }
    out.append(from, file.cend());
    return out;
}

std::string wide(const std::string& digits) {
    std::string out;
    for (const char c : digits) append_utf8(out, static_cast<char32_t>(0xff10 + (c - '0')));
    return out;
}

std::string with_areas(std::string file, const std::string& before, const std::string& after) {
    for (const auto* numeral : {"一", "二", "三", "四", "五"}) file = replaced(file, std::string(numeral) + "、 ", before + numeral + after);
    return replaced(file, "五、机制", before + "五" + after + "机制");
}

std::vector<std::string> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    std::string line;
    for (const char c : file) {
        if (c == '\n') {
            lines.push_back(line);
            line.clear();
        } else {
            line += c;
        }
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

// Something after every ninth line, as a page end puts it.
template <class Made>
std::string paged(const std::string& file, Made made) {
    std::string out;
    const auto lines = lines_of(file);
    int page = 1;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i] + "\n";
        if (i % 27 == 26) out += made(std::to_string(page++));
    }
    return out;
}

std::string escaped(const std::string& text) { return replaced(replaced(text, "&", "&amp;"), "<", "&lt;"); }

std::string paragraph(const std::string& text, const std::string& properties = {}) {
    return properties + "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
}

bool blank(const std::string& line) { return line.find_first_not_of(" \r") == line.npos; }

std::string docx_plain(const std::string& file) {
    std::vector<std::string> paragraphs;
    for (const auto& line : lines_of(file)) paragraphs.push_back(paragraph(line));
    return docx_of(paragraphs);
}

// Marks taken away and left to Word: areas in list 1, measures in list 2.
std::string docx_numbered(const std::string& file) {
    static const std::regex area("^ *[一二三四五]、 *"), number("^ *[0-9]+\\.");
    std::vector<std::string> paragraphs;
    const auto list = [](const char* id) { return std::string("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"") + id + "\"/></w:numPr></w:pPr>"; };
    for (const auto& line : lines_of(file)) {
        if (blank(line)) continue;
        if (std::regex_search(line, area)) {
            paragraphs.push_back(paragraph(std::regex_replace(line, area, ""), list("1")));
        } else if (std::regex_search(line, number)) {
            paragraphs.push_back(paragraph(std::regex_replace(line, number, ""), list("2")));
        } else {
            paragraphs.push_back(paragraph(line));
        }
    }
    return docx_of(paragraphs,
                   "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
                   "<w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\">"
                   "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"（%1）\"/></w:lvl></w:abstractNum>"
                   "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>");
}

std::string without_blank_lines(const std::string& file) {
    std::string out;
    for (const auto& line : lines_of(file)) {
        if (!blank(line)) out += line + "\n";
    }
    return out;
}

std::string on_one_line(const std::string& file) {
    std::string out;
    for (const auto& line : lines_of(file)) out += line;
    return out;
}

std::string with_endings(const std::string& file, const std::string& ending) { return replaced(file, "\n", ending); }

}  // namespace

std::vector<Setting> settings_of(const std::string& file) {
    std::vector<Setting> settings;
    const auto add = [&](std::string name, std::string text) { settings.push_back({std::move(name), std::move(text)}); };
    const std::pair<const char*, std::pair<const char*, const char*>> marks[] = {
        {"1、", {"", "、"}}, {"1．", {"", "．"}}, {"(1)", {"(", ")"}}, {"（1）", {"（", "）"}}, {"1)", {"", ")"}}, {"第1条", {"第", "条 "}}, {"1. ", {"", ". "}},
    };
    for (const auto& [name, mark] : marks) {
        add(name, renumbered(file, [&](const std::string& n) { return mark.first + n + mark.second; }));
    }
    add("wide 1．", renumbered(file, [](const std::string& n) { return wide(n) + "．"; }));
    add("wide （1）", renumbered(file, [](const std::string& n) { return "（" + wide(n) + "）"; }));
    add("第一条", renumbered(file, [](const std::string& n) {
            static const std::vector<std::string> words{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
                                                        "十五", "十六", "十七", "十八", "十九", "二十", "二十一", "二十二"};
            return "第" + words[static_cast<std::size_t>(std::stoi(n)) - 1] + "条　";
        }));
    add("（一）", with_areas(file, "（", "）"));
    add("一.", with_areas(file, "", "."));
    add("第一部分", with_areas(file, "第", "部分 "));
    add("no blank lines", without_blank_lines(file));
    add("one line", on_one_line(file));
    add("one line a measure", [&] {
        auto text = on_one_line(file);
        return renumbered(replaced(text, "。", "。\n"), [](const std::string& n) { return n + "."; });
    }());
    add("page numbers - 2 -", paged(file, [](const std::string& n) { return "\n- " + n + " -\n\n"; }));
    add("page numbers 2", paged(file, [](const std::string& n) { return "\n" + n + "\n\f"; }));
    add("page numbers 第 2 页", paged(file, [](const std::string& n) { return "第 " + n + " 页 共 6 页\n"; }));
    add("page numbers — 2 —", paged(file, [](const std::string& n) { return "— " + n + " —\f"; }));
    add("page numbers 2/5", paged(file, [](const std::string& n) { return n + "/5\n"; }));
    add("running header", paged(file, [](const std::string& n) { return n + "\n\f2020年重点工作（内部资料）\n"; }));
    add("title as header", paged(file, [](const std::string& n) {
            return "- " + n + " -\n实施《关于支持澳门全面参与和助力“一带一路”建设的安排》2020年重点工作\n";
        }));
    add("form feeds", paged(file, [](const std::string&) { return "\f"; }));
    add("CR LF", with_endings(file, "\r\n"));
    add("CR", with_endings(file, "\r"));
    add("BOM", "\xef\xbb\xbf" + file);
    add("UTF-16LE", encoded(file, "UTF-16LE"));
    add("UTF-16BE", encoded(file, "UTF-16BE"));
    add("UTF-16LE with BOM", "\xff\xfe" + encoded(file, "UTF-16LE"));
    add("UTF-16BE with BOM", "\xfe\xff" + encoded(file, "UTF-16BE"));
    add("GB18030", encoded(file, "gb18030"));
    add("wide blanks", replaced(file, "\n    ", "\n　　"));
    add("no-break blanks", replaced(file, " ", "\xc2\xa0"));
    add("zero width", replaced(replaced(file, "澳门", "澳\u200b门"), "，", "\ufeff，"));
    add("tabs", replaced(file, "\n    ", "\n\t"));
    add("straight quotes", replaced(replaced(replaced(file, "“", "\""), "”", "\""), "＂", "\""));
    add("all opening quotes", replaced(replaced(file, "”", "“"), "＂", "“"));
    add("signature", file + "\n二〇二〇年一月\n");
    add("Word", docx_plain(file));
    add("Word with automatic numbers", docx_numbered(file));
    add("PDF", pdf_of(lines_of(file), 40));
    return settings;
}

std::string to_traditional(const std::string& file) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transliterator(icu::Transliterator::createInstance("Hans-Hant", UTRANS_FORWARD, status));
    EXPECT_TRUE(U_SUCCESS(status));
    auto text = icu::UnicodeString::fromUTF8(nfc(file));
    transliterator->transliterate(text);
    std::string out;
    text.toUTF8String(out);
    // Two characters of which the transliterator takes the form that Big5 does not hold.
    return replaced(replaced(out, "内", "內"), "啓", "啟");
}

std::string with_number(const std::string& file, unsigned measure, unsigned number) {
    return renumbered(file, [&](const std::string& n) { return (n == std::to_string(measure) ? std::to_string(number) : n) + "."; });
}

std::string docx_of(const std::vector<std::string>& paragraphs, const std::string& numbering) {
    const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    std::string body;
    for (const auto& each : paragraphs) body += "<w:p>" + each + "</w:p>";
    const auto part = [](const char* name, const std::string& xml) { return zipped::Entry{name, Bytes(xml.begin(), xml.end())}; };
    std::vector<zipped::Entry> entries{part("word/document.xml", "<w:document" + space + "><w:body>" + body + "</w:body></w:document>")};
    if (!numbering.empty()) entries.push_back(part("word/numbering.xml", "<w:numbering" + space + ">" + numbering + "</w:numbering>"));
    const auto made = zipped::zip(entries);
    EXPECT_TRUE(made.has_value());
    return made.has_value() ? std::string(text_of(*made)) : std::string();
}

std::string pdf_of(const std::vector<std::string>& lines, std::size_t lines_a_page, bool drawn) {
    std::string file;
    const auto write = [](void* closure, const unsigned char* data, unsigned length) {
        static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    };
    auto* surface = cairo_pdf_surface_create_for_stream(write, &file, 595, 842);
    auto* cairo = cairo_create(surface);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && i % lines_a_page == 0) cairo_show_page(cairo);
        cairo_move_to(cairo, 40, 40 + 18 * static_cast<double>(i % lines_a_page));
        auto* layout = pango_cairo_create_layout(cairo);
        auto* font = pango_font_description_from_string("Noto Serif CJK SC 10");
        pango_layout_set_font_description(layout, font);
        pango_layout_set_text(layout, lines[i].c_str(), static_cast<int>(lines[i].size()));
        if (drawn) {
            pango_cairo_show_layout(cairo, layout);
        } else {
            cairo_rectangle(cairo, 40, 40, 100, 100);
            cairo_fill(cairo);
        }
        pango_font_description_free(font);
        g_object_unref(layout);
    }
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return file;
}

Plan read_or_fail(const std::string& file) {
    auto plan = read(view_of(file), "plan");
    if (!plan) {
        ADD_FAILURE() << plan.error().kind.code << " " << plan.error().subject << " at " << plan.error().place;
        return {};
    }
    return *plan;
}

const Measure& measure(const Plan& plan, unsigned number) {
    static const Measure none;
    for (const auto& area : plan.areas) {
        for (const auto& each : area.measures) {
            if (each.number == number) return each;
        }
    }
    return none;
}

std::vector<std::string> duty_texts(const Measure& measure) {
    std::vector<std::string> texts;
    for (const auto& duty : measure.duties) texts.push_back(duty.text);
    return texts;
}

std::string outline(const Plan& plan) {
    std::string text;
    for (const auto& area : plan.areas) {
        text += std::to_string(area.number) + " " + area.title + ": ";
        if (!area.measures.empty()) text += std::to_string(area.measures.front().number);
        if (area.measures.size() > 1) text += "-" + std::to_string(area.measures.back().number);
        text += "; ";
    }
    return text;
}

std::string content(const Plan& plan) {
    auto text = plan.title + "\n" + std::to_string(plan.year) + "\n" + std::string(to_text(plan.language)) + "\n" + outline(plan) + "\n";
    for (const auto& area : plan.areas) {
        for (const auto& each : area.measures) {
            text += std::to_string(each.number) + " " + each.text + "\n";
            for (const auto& duty : each.duties) text += "  " + duty.text + "\n";
            for (const auto& names : {each.jurisdiction_sets, each.bodies, each.instruments}) {
                for (const auto& name : names) text += "  = " + name + "\n";
            }
            for (const auto& owed : each.owed_numbers) text += "  # " + owed.text + " " + owed.value.to_text() + "\n";
        }
    }
    return text;
}

std::string first_difference(const std::string& one, const std::string& other) {
    const auto left = lines_of(one);
    const auto right = lines_of(other);
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        const auto& a = i < left.size() ? left[i] : "(nothing)";
        const auto& b = i < right.size() ? right[i] : "(nothing)";
        if (a != b) return a + "\n" + b;
    }
    return {};
}

void expect_duties_lose_nothing(const Plan& plan) {
    for (const auto& area : plan.areas) {
        for (const auto& each : area.measures) {
            std::size_t at = 0;
            for (const auto& duty : each.duties) {
                const auto found = each.text.find(duty.text, at);
                ASSERT_NE(found, each.text.npos) << each.number << ": " << duty.text;
                const auto between = each.text.substr(at, found - at);
                EXPECT_EQ(replaced(replaced(replaced(replaced(replaced(between, "，", ""), "；", ""), "。", ""), "、", ""), " ", "").find_first_not_of(",;."),
                          between.npos)
                    << each.number << " loses " << between;
                at = found + duty.text.size();
            }
            EXPECT_LE(each.text.size() - at, 3U) << each.number << " loses its end";
        }
    }
}

void expect_sources_hold_their_texts(const Plan& plan, const std::string& file) {
    // What joining takes away or repairs, taken away from both sides.
    const auto bare = [](std::string text) {
        text = nfc(text);
        for (const auto* gone : {" ", "\n", "\r", "\t", "\f", "\u3000", "\u00a0", "\u200b", "\ufeff", "“", "”", "＂", "\""}) text = replaced(text, gone, "");
        return replaced(text, "內", "内");
    };
    for (const auto& area : plan.areas) {
        EXPECT_NE(bare(file.substr(area.source.from, area.source.to - area.source.from)).find(bare(area.title)), std::string::npos) << area.title;
        for (const auto& each : area.measures) {
            const auto slice = file.substr(each.source.from, each.source.to - each.source.from);
            if (plan.normalised.left_out.empty()) {
                EXPECT_NE(bare(slice).find(bare(each.text)), std::string::npos) << each.number << ": " << slice;
            }
            EXPECT_LE(each.source.line_from, each.source.line_to);
            for (const auto& duty : each.duties) {
                EXPECT_GE(duty.source.from, each.source.from);
                EXPECT_LE(duty.source.to, each.source.to);
            }
        }
    }
}

}  // namespace ponte::plan_text
