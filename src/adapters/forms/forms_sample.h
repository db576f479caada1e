#pragma once

#include "adapters/forms/forms.h"
#include "adapters/zipped/zipped.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <algorithm>
#include <functional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

// For tests: a form, and hands that fill in its files.
namespace ponte::forms {

[[nodiscard]] inline Form sample_form(Language language = Language::en) {
    const auto day = [](int year, unsigned month, unsigned d) { return *Date::from_ymd(year, month, d); };
    Form form{.round = "2020-Q3", .plan = conference::PlanId("2020"), .body = BodyId("amcm"), .generation = 2, .language = language,
              .body_names = {"澳門金融管理局", "澳门金融管理局", "Autoridade Monetária de Macau", "Monetary Authority of Macao"},
              .period = *Period::from_text("2020-Q3"), .due = day(2020, 10, 20), .issued = day(2020, 10, 5), .notice = "", .lines = {}, .duties = {}};
    form.lines.push_back({conference::IndicatorId("m4.rmb_total"), 4, {"人民幣清算總額", "人民币清算总额", "Liquidação em RMB", "RMB clearing, total"},
                          {"十億人民幣", "十亿人民币", "mil milhões RMB", "RMB bn"}, conference::Kind::flow,
                          LastFigure{"RMB 4.7 bn", *Period::from_text("2020-Q2"), "https://example.org/q2"}, form.period});
    form.lines.push_back({conference::IndicatorId("m1.members"), 1, {"成員數目", "成员数目", "Membros", "Members"}, {"個", "个", "n.º", "number"},
                          conference::Kind::stock, std::nullopt, form.period});
    form.lines.push_back({conference::IndicatorId("m9.share"), 9, {"佔比", "占比", "Quota", "Share"}, {"百分比", "百分比", "%", "per cent"},
                          conference::Kind::cumulative, std::nullopt, *Period::from_text("2020")});
    form.duties.push_back({4, 1, {"推動使用人民幣", "推动使用人民币", "promover o uso do renminbi", "promote the use of the renminbi"}});
    form.duties.push_back({9, 0, {"整項", "整项", "toda", "the whole of it"}});
    return form;
}

[[nodiscard]] inline Bytes edited(const Bytes& file, const std::string& part, const std::function<void(pugi::xml_document&)>& edit) {
    auto entries = zipped::unzip(file);
    EXPECT_TRUE(entries.has_value());
    for (auto& entry : *entries) {
        if (entry.name != part) continue;
        pugi::xml_document document;
        EXPECT_TRUE(document.load_buffer(entry.bytes.data(), entry.bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata));
        edit(document);
        std::ostringstream out;
        document.save(out, "", pugi::format_raw);
        const auto text = out.str();
        entry.bytes = Bytes(text.begin(), text.end());
    }
    return *zipped::zip(*entries);
}

inline const std::string figures_part = "xl/worksheets/sheet1.xml";
inline const std::string actions_part = "xl/worksheets/sheet2.xml";

// The cell of that name, made where it is missing.
[[nodiscard]] inline pugi::xml_node cell_node(pugi::xml_document& document, const std::string& name) {
    const auto data = document.document_element().child("sheetData");
    const auto digits = name.substr(name.find_first_of("0123456789"));
    auto row = data.find_child_by_attribute("row", "r", digits.c_str());
    if (!row) {
        row = pugi::xml_node(data).append_child("row");
        row.append_attribute("r") = digits.c_str();
    }
    auto cell = row.find_child_by_attribute("c", "r", name.c_str());
    if (!cell) {
        cell = row.append_child("c");
        cell.append_attribute("r") = name.c_str();
    }
    return cell;
}

inline void put_raw(pugi::xml_document& document, const std::string& name, const std::string& type, const std::string& inside) {
    auto cell = cell_node(document, name);
    cell.remove_children();
    cell.remove_attribute("t");
    if (!type.empty()) cell.append_attribute("t") = type.c_str();
    cell.append_buffer(inside.data(), inside.size());
}

inline void put(pugi::xml_document& document, const std::string& name, const std::string& text) {
    auto cell = cell_node(document, name);
    cell.remove_children();
    cell.remove_attribute("t");
    cell.append_attribute("t") = "inlineStr";
    cell.append_child("is").append_child("t").append_child(pugi::node_pcdata).set_value(text.c_str());
}

using Typed = std::vector<std::pair<std::string, std::string>>;

// Types texts into the cells of one sheet.
[[nodiscard]] inline Bytes typed_in(const Bytes& file, const std::string& part, const Typed& cells) {
    return edited(file, part, [&](pugi::xml_document& document) {
        for (const auto& [name, text] : cells) put(document, name, text);
    });
}

// Types texts into the content controls of those tags.
[[nodiscard]] inline Bytes typed_in_word(const Bytes& file, const Typed& controls) {
    return edited(file, "word/document.xml", [&](pugi::xml_document& document) {
        for (const auto& [tag, text] : controls) {
            const auto found = document.select_node(("//w:sdt[w:sdtPr/w:tag/@w:val='" + tag + "']").c_str()).node();
            ASSERT_TRUE(found) << tag;
            found.child("w:sdtPr").remove_child("w:showingPlcHdr");
            auto content = found.child("w:sdtContent");
            content.remove_children();
            auto run = content.append_child("w:r");
            for (std::size_t from = 0; from <= text.size();) {
                const auto to = std::min(text.find('\n', from), text.size());
                if (from > 0) run.append_child("w:br");
                auto words = run.append_child("w:t");
                words.append_attribute("xml:space") = "preserve";
                words.append_child(pugi::node_pcdata).set_value(text.substr(from, to - from).c_str());
                from = to + 1;
            }
        }
    });
}

}  // namespace ponte::forms
