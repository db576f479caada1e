// Styles, numbering, fonts and settings of a Word file (see styles.h). Lengths are twentieths of a
// point, type sizes half points; spaces are multiples of 6 pt.
#include "adapters/docx/styles.h"

#include "adapters/paper/words.h"

#include <fmt/format.h>

namespace ponte::docx {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

struct ParagraphStyle {
    std::string_view id, name, base;
    int size;             // Half points; 0: as the base.
    bool strong;
    std::string_view colour;
    int before, after, line;
    int outline;          // Heading level less one; -1: none.
    bool keep;            // With the next paragraph.
    std::string_view more;
    bool ours = false;    // Not one of Word's own.
};

constexpr ParagraphStyle paragraph_styles[] = {
    {"Title", "Title", "Normal", 52, true, "", 480, 120, 640, -1, true, ""},
    {"Subtitle", "Subtitle", "Normal", 26, false, "565D66", 0, 240, 400, -1, false,
     "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"12\" w:color=\"1B1F24\"/></w:pBdr>"},
    {"Masthead", "Masthead", "Normal", 18, false, "565D66", 0, 0, 300, -1, false, "", true},
    {"Lead", "Lead", "Normal", 27, false, "", 240, 240, 400, -1, false, "", true},
    {"Heading1", "heading 1", "Normal", 36, true, "", 720, 120, 480, 0, true, ""},
    {"Heading2", "heading 2", "Normal", 26, true, "", 480, 120, 400, 1, true, ""},
    {"Heading3", "heading 3", "Normal", 22, true, "", 360, 120, 340, 2, true, ""},
    {"Heading4", "heading 4", "Normal", 19, true, "565D66", 300, 60, 300, 3, true, ""},
    {"Caption", "caption", "Normal", 18, true, "", 300, 120, 300, -1, true, ""},
    {"TableText", "Table Text", "Normal", 17, false, "", 60, 60, 260, -1, false, "", true},
    {"TableHead", "Table Head", "TableText", 17, true, "565D66", 60, 60, 260, -1, true, "", true},
    {"ListParagraph", "List Paragraph", "Normal", 0, false, "", 0, 60, 0, -1, false, ""},
    {"TOCHeading", "TOC Heading", "Normal", 26, true, "", 480, 120, 400, -1, true, ""},
    {"TOC1", "toc 1", "Normal", 0, false, "", 60, 60, 0, -1, false, ""},
    {"TOC2", "toc 2", "Normal", 19, false, "565D66", 0, 0, 0, -1, false, "<w:ind w:left=\"360\"/>"},
    {"TileNumber", "Tile Number", "Normal", 48, true, "", 60, 0, 600, -1, true, "", true},
    {"TileLabel", "Tile Label", "Normal", 18, false, "", 0, 60, 270, -1, false, "", true},
    {"NoteTitle", "Note Title", "Normal", 20, true, "", 120, 60, 320, -1, true, "", true},
    {"NoteText", "Note Text", "Normal", 0, false, "", 0, 120, 0, -1, false, "", true},
    {"Picture", "Picture", "Normal", 0, false, "", 0, 60, 240, -1, true, "", true},
    {"Header", "header", "Normal", 16, false, "565D66", 0, 0, 240, -1, false, ""},
    {"Footer", "footer", "Normal", 16, false, "565D66", 0, 0, 240, -1, false,
     "<w:tabs><w:tab w:val=\"right\" w:pos=\"9266\"/></w:tabs>"},
};

std::string style_of(const ParagraphStyle& style) {
    std::string out = fmt::format("<w:style w:type=\"paragraph\"{} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/>",
                                  style.ours ? " w:customStyle=\"1\"" : "", style.id, style.name, style.base);
    if (style.outline >= 0 || style.id == "Title") out += "<w:next w:val=\"Normal\"/>";
    out += "<w:qFormat/><w:pPr>";
    if (style.keep) out += "<w:keepNext/>";
    if (style.outline >= 0) out += "<w:keepLines/>";
    // The schema wants borders, tabs, spacing, indents and outline level in this order.
    const bool indents = style.more.starts_with("<w:ind");
    if (!indents) out += style.more;
    out += fmt::format("<w:spacing w:before=\"{}\" w:after=\"{}\"", style.before, style.after);
    if (style.line > 0) out += fmt::format(" w:line=\"{}\" w:lineRule=\"atLeast\"", style.line);
    out += "/>";
    if (indents) out += style.more;
    if (style.outline >= 0) out += fmt::format("<w:outlineLvl w:val=\"{}\"/>", style.outline);
    out += "</w:pPr><w:rPr>";
    if (style.strong) out += "<w:b/><w:bCs/>";
    if (!style.colour.empty()) out += fmt::format("<w:color w:val=\"{}\"/>", style.colour);
    if (style.size > 0) out += fmt::format("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", style.size);
    return out + "</w:rPr></w:style>\n";
}

}  // namespace

std::string styles_xml(const paper::Language& language) {
    const paper::Tongue& tongue = paper::tongue(language);
    const std::string_view latin = tongue.chinese ? "en-GB" : tongue.word_tag;
    const std::string_view east = tongue.chinese ? tongue.word_tag : "zh-MO";
    const std::string_view east_face = tongue.chinese ? tongue.word_sans : "Microsoft JhengHei";
    std::string out(head);
    out += fmt::format(
        "<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"{}\" "
        "w:cs=\"Calibri\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"{}\" w:eastAsia=\"{}\" "
        "w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"{}\" "
        "w:lineRule=\"atLeast\"/></w:pPr></w:pPrDefault></w:docDefaults>\n",
        space, east_face, latin, east, tongue.chinese ? 360 : 320);
    out += "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:rPr><w:color w:val=\"1B1F24\"/></w:rPr></w:style>\n"
           "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>"
           "<w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\n"
           "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:semiHidden/>"
           "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/>"
           "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n"
           "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/><w:semiHidden/></w:style>\n";
    for (const ParagraphStyle& style : paragraph_styles) out += style_of(style);
    const auto character = [&](std::string_view id, std::string_view name, std::string_view custom, std::string_view properties) {
        out += fmt::format("<w:style w:type=\"character\"{} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn "
                           "w:val=\"DefaultParagraphFont\"/><w:qFormat/><w:rPr>{}</w:rPr></w:style>\n",
                           custom, id, name, properties);
    };
    constexpr std::string_view ours = " w:customStyle=\"1\"";
    character("Figure", "Figure", ours, "<w:b/><w:bCs/>");
    character("Badge", "Badge", ours,
              "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:color w:val=\"565D66\"/><w:sz w:val=\"14\"/><w:szCs w:val=\"14\"/>"
              "<w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"565D66\"/>");
    character("Quiet", "Quiet", ours, "<w:color w:val=\"565D66\"/>");
    character("Code", "Code", ours,
              "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>");
    character("MarkBlue", "Mark Blue", ours, "<w:color w:val=\"1F4E8C\"/>");
    character("MarkRed", "Mark Red", ours, "<w:color w:val=\"C8402B\"/>");
    character("Strong", "Strong", "", "<w:b/><w:bCs/>");
    character("Hyperlink", "Hyperlink", "", "<w:color w:val=\"1F4E8C\"/><w:u w:val=\"single\"/>");
    out += "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"PaperTable\"><w:name w:val=\"Paper Table\"/><w:basedOn "
           "w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5D9DE\"/>"
           "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5D9DE\"/></w:tblBorders><w:tblCellMar>"
           "<w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"180\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
           "<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" "
           "w:color=\"1B1F24\"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>\n";
    return out + "</w:styles>\n";
}

std::string numbering_xml(int numbered_lists) {
    std::string out(head);
    const auto abstract = [&](int id, std::string_view format, std::string_view text) {
        out += fmt::format("<w:abstractNum w:abstractNumId=\"{}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">"
                           "<w:start w:val=\"1\"/><w:numFmt w:val=\"{}\"/><w:lvlText w:val=\"{}\"/><w:lvlJc w:val=\"left\"/>"
                           "<w:pPr><w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>\n",
                           id, format, text);
    };
    out += fmt::format("<w:numbering {}>\n", space);
    abstract(0, "bullet", "•");
    abstract(1, "decimal", "%1.");
    out += "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n";
    for (int i = 0; i < numbered_lists; ++i) {
        out += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                           "w:val=\"1\"/></w:lvlOverride></w:num>\n", i + 2);
    }
    return out + "</w:numbering>\n";
}

std::string font_table_xml() {
    std::string out(head);
    out += fmt::format("<w:fonts {}>\n", space);
    // What to take where a face is missing: Word's names first, free ones of the same shape after.
    constexpr std::string_view faces[][2] = {{"Calibri", "Carlito"},
                                             {"Consolas", "Noto Sans Mono"},
                                             {"Microsoft JhengHei", "Noto Sans CJK HK"},
                                             {"Microsoft YaHei", "Noto Sans CJK SC"}};
    for (const auto& [name, other] : faces) {
        out += fmt::format("<w:font w:name=\"{}\"><w:altName w:val=\"{}\"/><w:family w:val=\"swiss\"/></w:font>\n", name, other);
    }
    return out + "</w:fonts>\n";
}

std::string settings_xml(const paper::Language& language, bool tracks_changes) {
    const paper::Tongue& tongue = paper::tongue(language);
    return fmt::format("{}<w:settings {}><w:zoom w:percent=\"100\"/>{}<w:defaultTabStop w:val=\"720\"/>"
                       "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting "
                       "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                       "<w:themeFontLang w:val=\"{}\" w:eastAsia=\"{}\"/></w:settings>\n",
                       head, space, tracks_changes ? "<w:trackRevisions/>" : "", tongue.chinese ? "en-GB" : tongue.word_tag,
                       tongue.chinese ? tongue.word_tag : "zh-MO");
}

}  // namespace ponte::docx
