// A paper as a Word file (see docx.h): the parts of the package and what ties them together.
#include "adapters/docx/docx.h"

#include "adapters/docx/body.h"
#include "adapters/docx/styles.h"
#include "adapters/paper/text.h"
#include "adapters/paper/words.h"
#include "adapters/zipped/zipped.h"

#include <fmt/format.h>

#include <string_view>

namespace ponte::docx {
namespace {

using paper::escaped;

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word_space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string content_types() {
    std::string out(head);
    out += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>";
    const auto part = [&](std::string_view name, std::string_view type) {
        out += fmt::format("<Override PartName=\"/{}\" ContentType=\"application/vnd.openxmlformats-{}+xml\"/>", name, type);
    };
    part("word/document.xml", "officedocument.wordprocessingml.document.main");
    part("word/styles.xml", "officedocument.wordprocessingml.styles");
    part("word/numbering.xml", "officedocument.wordprocessingml.numbering");
    part("word/fontTable.xml", "officedocument.wordprocessingml.fontTable");
    part("word/settings.xml", "officedocument.wordprocessingml.settings");
    part("word/header.xml", "officedocument.wordprocessingml.header");
    part("word/header_first.xml", "officedocument.wordprocessingml.header");
    part("word/footer.xml", "officedocument.wordprocessingml.footer");
    part("word/footer_first.xml", "officedocument.wordprocessingml.footer");
    part("docProps/core.xml", "package.core-properties");
    part("docProps/app.xml", "officedocument.extended-properties");
    return out + "</Types>\n";
}

std::string relations_xml(const std::vector<Relation>& relations) {
    std::string out(head);
    out += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const Relation& one : relations) {
        const bool whole = one.kind.find(':') != std::string::npos;
        out += fmt::format("<Relationship Id=\"{}\" Type=\"{}{}\" Target=\"{}\"{}/>", one.id, whole ? std::string_view() : office,
                           one.kind, escaped(one.target), one.outside ? " TargetMode=\"External\"" : "");
    }
    return out + "</Relationships>\n";
}

std::string core_xml(const paper::Paper& paper) {
    const std::string created = paper::iso_time(paper.created_at);
    return fmt::format(
        "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>"
        "<dc:creator>{}</dc:creator><cp:lastModifiedBy>{}</cp:lastModifiedBy><dc:language>{}</dc:language>"
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{}"
        "</dcterms:modified></cp:coreProperties>\n",
        head, escaped(paper.title), escaped(paper.subtitle), escaped(paper.author), escaped(paper.author),
        escaped(paper.language), created, created);
}

std::string run(const paper::Paper& paper, std::string_view words) {
    return fmt::format("<w:r><w:rPr>{}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
                       paper::tongue(paper.language).chinese ? "<w:rFonts w:hint=\"eastAsia\"/>" : "", escaped(words));
}

std::string header_xml(const paper::Paper& paper, bool first) {
    return fmt::format("{}<w:hdr {}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}</w:p></w:hdr>\n", head, word_space,
                       first ? std::string() : run(paper, paper.title));
}

// The footer's words, then "Page {} of {}" with Word's own fields in the gaps.
std::string footer_xml(const paper::Paper& paper) {
    std::string out = fmt::format("{}<w:ftr {}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>", head,
                                  word_space, run(paper, paper.footer));
    std::string_view rest = paper.page_word;
    for (const std::string_view field : {"PAGE", "NUMPAGES"}) {
        const std::size_t gap = rest.find("{}");
        if (gap == std::string_view::npos) break;
        if (gap > 0) out += run(paper, rest.substr(0, gap));
        out += fmt::format("<w:fldSimple w:instr=\" {} \">{}</w:fldSimple>", field, run(paper, "1"));
        rest.remove_prefix(gap + 2);
    }
    if (!rest.empty()) out += run(paper, rest);
    return out + "</w:p></w:ftr>\n";
}

}  // namespace

Attempt<Bytes> render(const paper::Paper& paper) {
    const Body written = TRY(body(paper, {{"styles", "styles", "styles.xml", false},
                                          {"numbering", "numbering", "numbering.xml", false},
                                          {"fonts", "fontTable", "fontTable.xml", false},
                                          {"settings", "settings", "settings.xml", false},
                                          {"header", "header", "header.xml", false},
                                          {"header_first", "header", "header_first.xml", false},
                                          {"footer", "footer", "footer.xml", false},
                                          {"footer_first", "footer", "footer_first.xml", false}}));
    const std::string core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    std::vector<zipped::Entry> entries;
    const auto add = [&](std::string name, const std::string& text) {
        entries.push_back({std::move(name), Bytes(text.begin(), text.end())});
    };
    add("[Content_Types].xml", content_types());
    add("_rels/.rels", relations_xml({{"rId1", "officeDocument", "word/document.xml", false},
                                      {"rId2", core, "docProps/core.xml", false},
                                      {"rId3", "extended-properties", "docProps/app.xml", false}}));
    add("docProps/core.xml", core_xml(paper));
    add("docProps/app.xml", std::string(head) + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                                "extended-properties\"><Application>ponte</Application></Properties>\n");
    add("word/document.xml", std::string(head) + written.xml);
    add("word/_rels/document.xml.rels", relations_xml(written.relations));
    add("word/styles.xml", styles_xml(paper.language));
    add("word/numbering.xml", numbering_xml(written.numbered_lists));
    add("word/fontTable.xml", font_table_xml());
    add("word/settings.xml", settings_xml(paper.language, paper.tracks_changes));
    add("word/header.xml", header_xml(paper, false));
    add("word/header_first.xml", header_xml(paper, true));
    add("word/footer.xml", footer_xml(paper));
    add("word/footer_first.xml", footer_xml(paper));
    for (const Picture& picture : written.pictures) entries.push_back({"word/" + picture.name, picture.bytes});
    return zipped::zip(entries);
}

}  // namespace ponte::docx
