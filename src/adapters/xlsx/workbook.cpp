#include "adapters/xlsx/workbook.h"

#include "adapters/xlsx/shown_number.h"
#include "adapters/xlsx/xlsx.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace ponte::xlsx {

namespace {

// An element costs about a hundred bytes in memory and four in the file.
constexpr std::size_t marks_max = 8'000'000;

struct Relationship {
    std::string id;
    std::string type;
    std::string part;
};

const zipped::Entry* find(const Workbook& workbook, std::string_view part) {
    const auto at = std::ranges::find(workbook.entries, part, &zipped::Entry::name);
    return at == workbook.entries.end() ? nullptr : &*at;
}

std::string folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == part.npos ? "" : std::string(part.substr(0, slash + 1));
}

// "xl/" and "../xl/styles.xml" give "xl/styles.xml". What climbs above the root names nothing.
std::string resolved(std::string folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    while (target.starts_with("../") && !folder.empty()) {
        target.remove_prefix(3);
        folder.pop_back();
        folder = folder_of(folder);
    }
    return folder + std::string(target);
}

Outcome<std::vector<Relationship>> relationships_of(const Workbook& workbook, const std::string& part) {
    const auto folder = folder_of(part);
    const auto rels = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    std::vector<Relationship> list;
    if (find(workbook, rels) == nullptr) return list;
    const auto document = TRY(parse_part(workbook, rels));
    for (const auto& node : document.document_element().children()) {
        list.push_back({node.attribute("Id").value(), node.attribute("Type").value(), resolved(folder, node.attribute("Target").value())});
    }
    return list;
}

// Excel 4 macros live in sheets of their own, all others in a binary part.
bool is_macro(std::string_view name) { return name.ends_with("vbaProject.bin") || name.starts_with("xl/macrosheets/"); }
bool is_link(std::string_view name) { return name.starts_with("xl/externalLinks/") || name == "xl/connections.xml"; }

Outcome<std::vector<std::string>> read_strings(const Workbook& workbook, const std::string& part) {
    const auto document = TRY(parse_part(workbook, part));
    std::vector<std::string> strings;
    for (const auto& node : document.document_element().children()) {
        if (local_name(node.name()) == "si") strings.push_back(text_of_string(node));
    }
    return strings;
}

Outcome<bool> read_styles(Workbook& workbook, const std::string& part) {
    const auto document = TRY(parse_part(workbook, part));
    const auto root = document.document_element();
    std::map<unsigned, std::string> own;
    for (const auto& node : child_named(root, "numFmts").children()) {
        own[node.attribute("numFmtId").as_uint()] = node.attribute("formatCode").value();
    }
    for (const auto& node : child_named(root, "cellXfs").children()) {
        if (local_name(node.name()) != "xf") continue;
        const auto number = node.attribute("numFmtId").as_uint();
        const auto found = own.find(number);
        workbook.shown_by_style.push_back(found == own.end() ? shown_by_number(number) : shown_by_format(found->second));
        workbook.format_by_style.emplace_back(found == own.end() ? built_in_format(number) : std::string_view(found->second));
    }
    return true;
}

// `_x000D_` stands for a character that XML can't hold or would change.
std::string unescaped(std::string text) {
    for (auto at = text.find("_x"); at != text.npos; at = text.find("_x", at + 1)) {
        if (at + 6 >= text.size() || text[at + 6] != '_') continue;
        unsigned code = 0;
        const auto [end, error] = std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16);
        // Only what is one byte: the rest is written as itself by every program.
        if (error == std::errc() && end == text.data() + at + 6 && code < 0x80) {
            text.replace(at, 7, 1, static_cast<char>(code));
        }
    }
    return text;
}

}  // namespace

std::string_view local_name(const char* name) {
    const std::string_view whole(name);
    const auto colon = whole.find(':');
    return colon == whole.npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
    for (const auto& child : node.children()) {
        if (local_name(child.name()) == name) return child;
    }
    return {};
}

std::string text_of_string(const pugi::xml_node& node) {
    std::string text;
    for (const auto& child : node.children()) {
        const auto name = local_name(child.name());
        if (name == "t") text += child.text().get();
        if (name == "r") text += child_named(child, "t").text().get();
    }
    return unescaped(std::move(text));
}

Outcome<pugi::xml_document> parse_part(const Workbook& workbook, const std::string& part) {
    const auto* entry = find(workbook, part);
    if (entry == nullptr) return refuse(refusals::damaged, {}, part);
    if (static_cast<std::size_t>(std::ranges::count(entry->bytes, '<')) > marks_max) return refuse(refusals::too_large, {}, part);
    pugi::xml_document document;
    // Blanks are content where they are all that a string has. No entity is declared, so none expands.
    const auto result = document.load_buffer(entry->bytes.data(), entry->bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!result) return refuse(refusals::damaged, result.description(), part);
    return document;
}

Outcome<Workbook> open(ByteView bytes) {
    if (text_of(bytes).starts_with("\xd0\xcf\x11\xe0")) return refuse(refusals::old_or_locked);
    Workbook workbook;
    workbook.entries = TRY(zipped::unzip(bytes));
    for (const auto& entry : workbook.entries) {
        if (is_macro(entry.name)) return refuse(refusals::macros, entry.name);
        if (is_link(entry.name)) return refuse(refusals::external_link, entry.name);
    }
    if (find(workbook, "_rels/.rels") == nullptr) return refuse(refusals::not_a_workbook);
    std::string main;
    for (const auto& relationship : TRY(relationships_of(workbook, ""))) {
        if (relationship.type.ends_with("/officeDocument")) main = relationship.part;
    }
    if (find(workbook, main) == nullptr) return refuse(refusals::not_a_workbook);
    const auto document = TRY(parse_part(workbook, main));
    const auto root = document.document_element();
    if (local_name(root.name()) != "workbook") return refuse(refusals::not_a_workbook, root.name(), main);

    const auto relationships = TRY(relationships_of(workbook, main));
    for (const auto& relationship : relationships) {
        if (relationship.type.ends_with("/sharedStrings")) workbook.strings = TRY(read_strings(workbook, relationship.part));
        if (relationship.type.ends_with("/styles")) static_cast<void>(TRY(read_styles(workbook, relationship.part)));
    }
    workbook.since_1904 = child_named(root, "workbookPr").attribute("date1904").as_bool();
    for (const auto& node : child_named(root, "sheets").children()) {
        std::string id;
        for (const auto& attribute : node.attributes()) {
            if (local_name(attribute.name()) == "id") id = attribute.value();
        }
        const auto found = std::ranges::find(relationships, id, &Relationship::id);
        // A sheet of charts has no cells.
        if (found == relationships.end() || !found->type.ends_with("/worksheet")) continue;
        const std::string_view state(node.attribute("state").value());
        workbook.sheets.push_back({node.attribute("name").value(), found->part, state == "hidden" || state == "veryHidden"});
    }
    return workbook;
}

}  // namespace ponte::xlsx
