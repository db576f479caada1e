// A form as a Word file: the same tables on landscape pages, each cell that is to be filled in a content
// control of its own with a tag.
#include "adapters/docx/styles.h"
#include "adapters/forms/forms.h"
#include "adapters/forms/layout.h"
#include "adapters/paper/text.h"
#include "adapters/zipped/zipped.h"

#include <fmt/format.h>

namespace ponte::forms {

namespace {

using paper::escaped;

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word_space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
constexpr std::string_view relation_space = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view azulejo = "1F4E8C";
constexpr std::string_view to_fill_in = "FFF6D6";
constexpr std::string_view line_colour = "C9D1DB";
// Two wide blanks: what an empty content control shows, and nothing when it comes back.
constexpr std::string_view prompt_blanks = "\xe2\x80\x83\xe2\x80\x83";
constexpr std::int64_t seconds_a_day = 86'400;

std::string_view field_name(Field field) {
    switch (field) {
        case Field::key: return "key";
        case Field::printed: return "printed";
        case Field::number: return "number";
        case Field::period: return "period";
        case Field::source: return "source";
        case Field::published: return "published";
        case Field::nothing: return "nothing";
        case Field::note: return "note";
        case Field::on: return "on";
        case Field::what: return "what";
    }
    return "";
}

class Writer {
public:
    explicit Writer(const Layout& layout) : layout_(layout), chinese_(layout.identity.language == Language::zh_hant || layout.identity.language == Language::zh_hans) {}

    std::string document() {
        out_ = fmt::format("{}<w:document {} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>", head, word_space);
        paragraph("Heading1", layout_.title);
        paragraph("", layout_.subtitle);
        paragraph("", layout_.generation);
        if (!layout_.notice.empty()) paragraph("NoteTitle", layout_.notice);
        for (const auto* section : {&layout_.figures, &layout_.actions}) {
            paragraph("Heading2", section->title);
            paragraph("", section->intro);
            table(*section, section == &layout_.figures ? 'F' : 'A');
        }
        paragraph("Heading2", layout_.explanation_title);
        for (std::size_t i = 1; i < layout_.explanation.size(); ++i) paragraph("", std::to_string(i) + ". " + layout_.explanation[i]);
        paragraph("Heading4", layout_.identity_head);
        out_ += "<w:p>" + run(line_of(layout_.identity), small_) + "</w:p>";
        out_ += "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
                "<w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" w:left=\"850\" w:header=\"420\" w:footer=\"420\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n";
        return std::move(out_);
    }

    // The footer's words, then "Page {} of {}" with Word's own fields in the gaps.
    std::string footer() const {
        std::string out = fmt::format("{}<w:ftr {}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}", head, word_space,
                                      run(layout_.title + " · " + layout_.identity.body.value + " · ", ""));
        std::string_view rest = layout_.page_words;
        for (const std::string_view field : {"PAGE", "NUMPAGES"}) {
            const auto gap = rest.find("{}");
            if (gap == rest.npos) break;
            out += run(rest.substr(0, gap), "") + fmt::format("<w:fldSimple w:instr=\" {} \">{}</w:fldSimple>", field, run("1", ""));
            rest.remove_prefix(gap + 2);
        }
        return out + run(rest, "") + "</w:p></w:ftr>\n";
    }

private:
    std::string run(std::string_view text, std::string_view properties) const {
        std::string out = fmt::format("<w:r><w:rPr>{}{}</w:rPr>", chinese_ ? "<w:rFonts w:hint=\"eastAsia\"/>" : "", properties);
        std::size_t from = 0;
        for (;;) {
            const auto to = std::min(text.find('\n', from), text.size());
            out += "<w:t xml:space=\"preserve\">" + escaped(text.substr(from, to - from)) + "</w:t>";
            if (to == text.size()) break;
            out += "<w:br/>";
            from = to + 1;
        }
        return out + "</w:r>";
    }

    void paragraph(std::string_view style, std::string_view text) {
        out_ += "<w:p>";
        if (!style.empty()) out_ += fmt::format("<w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>", style);
        out_ += run(text, "") + "</w:p>";
    }

    static std::string cell_properties(std::uint16_t twips, std::string_view colour) {
        return fmt::format("<w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}</w:tcPr>", twips,
                           colour.empty() ? "" : fmt::format("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", colour));
    }

    // A content control in the cell's only paragraph; the alias is what Word shows above it.
    std::string control(const Column& column, const std::string& tag, const std::string& text) {
        // Where several lines may stand the control takes any text: LibreOffice 7.4 moves the breaks out of
        // one for plain text.
        std::string kind = column.field == Field::note || column.field == Field::what || column.field == Field::source ? "" : "<w:text/>";
        if (column.field == Field::nothing) {
            kind = "<w:dropDownList>";
            for (const auto& reason : layout_.reasons) kind += fmt::format("<w:listItem w:displayText=\"{0}\" w:value=\"{0}\"/>", escaped(reason));
            kind += "</w:dropDownList>";
        }
        return fmt::format("<w:sdt><w:sdtPr><w:alias w:val=\"{}\"/><w:tag w:val=\"{}\"/><w:id w:val=\"{}\"/>{}{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
                           escaped(column.head), tag, ++controls_, text.empty() ? "<w:showingPlcHdr/>" : "", kind, run(text.empty() ? prompt_blanks : text, ""));
    }

    void table(const Section& section, char letter) {
        out_ += "<w:tbl><w:tblPr><w:tblW w:w=\"15138\" w:type=\"dxa\"/><w:tblBorders>";
        for (const std::string_view side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
            out_ += fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{}\"/>", side, line_colour);
        }
        out_ += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>";
        for (const auto& column : section.columns) out_ += fmt::format("<w:gridCol w:w=\"{}\"/>", column.twips);
        out_ += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        for (const auto& column : section.columns) {
            const bool open = is_open(column.field);
            out_ += fmt::format("<w:tc>{}<w:p><w:pPr><w:pStyle w:val=\"TableHead\"/></w:pPr>{}</w:p></w:tc>", cell_properties(column.twips, open ? to_fill_in : azulejo),
                                run(column.head, fmt::format("<w:color w:val=\"{}\"/>", open ? azulejo : "FFFFFF")));
        }
        out_ += "</w:tr>";
        for (std::size_t i = 0; i < section.rows.size(); ++i) {
            out_ += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
            for (std::size_t j = 0; j < section.columns.size(); ++j) {
                const auto& column = section.columns[j];
                const auto& text = section.rows[i].cells[j];
                out_ += fmt::format("<w:tc>{}<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr>", cell_properties(column.twips, is_open(column.field) ? to_fill_in : ""));
                out_ += is_open(column.field) ? control(column, fmt::format("{}{}.{}", letter, i + 1, field_name(column.field)), text)
                                              : run(text, column.field == Field::key ? small_ : std::string());
                out_ += "</w:p></w:tc>";
            }
            out_ += "</w:tr>";
        }
        out_ += "</w:tbl>";
        paragraph("", "");
    }

    const Layout& layout_;
    bool chinese_;
    std::string out_;
    int controls_ = 0;
    std::string small_ = "<w:color w:val=\"8A929C\"/><w:sz w:val=\"10\"/><w:szCs w:val=\"10\"/>";
};

std::string content_types() {
    std::string out = std::string(head) + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                          "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                          "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    const auto part = [&](std::string_view name, std::string_view type) {
        out += fmt::format("<Override PartName=\"/{}\" ContentType=\"application/vnd.openxmlformats-{}+xml\"/>", name, type);
    };
    part("word/document.xml", "officedocument.wordprocessingml.document.main");
    part("word/styles.xml", "officedocument.wordprocessingml.styles");
    part("word/fontTable.xml", "officedocument.wordprocessingml.fontTable");
    part("word/settings.xml", "officedocument.wordprocessingml.settings");
    part("word/footer.xml", "officedocument.wordprocessingml.footer");
    part("docProps/core.xml", "package.core-properties");
    part("docProps/custom.xml", "officedocument.custom-properties");
    return out + "</Types>\n";
}

std::string core_xml(const Layout& layout, const std::string& created) {
    return fmt::format("{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                       "<dc:title>{}</dc:title><dc:creator>{}</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created></cp:coreProperties>\n",
                       head, escaped(layout.title), escaped(layout.author), created);
}

// The identity once more, where no hand comes by accident.
std::string custom_xml(const Layout& layout) {
    return fmt::format("{}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
                       "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
                       "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"ponte-form\"><vt:lpwstr>{}</vt:lpwstr></property></Properties>\n",
                       head, escaped(line_of(layout.identity)));
}

}  // namespace

Attempt<Bytes> to_docx(const Form& form) {
    if (form.lines.size() > lines_max || form.duties.size() > lines_max) return fail("docx.not_written", {}, "more lines than a form holds");
    const auto layout = layout_of(form, Medium::page);
    if (!is_writable(layout)) return fail("docx.not_written", {}, "not UTF-8, or a control character");
    Writer writer(layout);
    const std::string language(tag(form.language));
    std::vector<zipped::Entry> entries;
    const auto add = [&](std::string name, const std::string& text) { entries.push_back({std::move(name), Bytes(text.begin(), text.end())}); };
    add("[Content_Types].xml", content_types());
    add("_rels/.rels", fmt::format("{0}<Relationships xmlns=\"{1}\"><Relationship Id=\"rId1\" Type=\"{2}officeDocument\" Target=\"word/document.xml\"/>"
                                   "<Relationship Id=\"rId2\" Type=\"{1}/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                                   "<Relationship Id=\"rId3\" Type=\"{2}custom-properties\" Target=\"docProps/custom.xml\"/></Relationships>\n",
                                   head, relation_space, office));
    add("docProps/core.xml", core_xml(layout, paper::iso_time(form.issued.day * seconds_a_day)));
    add("docProps/custom.xml", custom_xml(layout));
    add("word/document.xml", writer.document());
    add("word/_rels/document.xml.rels",
        fmt::format("{0}<Relationships xmlns=\"{1}\"><Relationship Id=\"rId1\" Type=\"{2}styles\" Target=\"styles.xml\"/>"
                    "<Relationship Id=\"rId2\" Type=\"{2}fontTable\" Target=\"fontTable.xml\"/><Relationship Id=\"rId3\" Type=\"{2}settings\" Target=\"settings.xml\"/>"
                    "<Relationship Id=\"rId4\" Type=\"{2}footer\" Target=\"footer.xml\"/></Relationships>\n",
                    head, relation_space, office));
    add("word/styles.xml", docx::styles_xml(language));
    add("word/fontTable.xml", docx::font_table_xml());
    add("word/settings.xml", docx::settings_xml(language, false));
    add("word/footer.xml", writer.footer());
    return zipped::zip(entries);
}

}  // namespace ponte::forms
