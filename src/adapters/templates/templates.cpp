// Checking and filling (see templates.h): the parts of the file that show text, one after another.
#include "adapters/templates/templates.h"

#include "adapters/docx_read/docx_read.h"
#include "adapters/docx_read/package.h"
#include "adapters/templates/filler.h"
#include "adapters/zipped/zipped.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace ponte::templates {

namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr int depth_max = 256;  // Elements inside each other: the walk over them is recursive.

struct Part {
    std::string name;
    std::string shown;  // In places; empty for the text itself.
    pugi::xml_document document;
};

bool is_deeper_than(Node node, int depth) {
    if (depth == 0) return true;
    return std::ranges::any_of(node.children(), [&](Node child) { return is_deeper_than(child, depth - 1); });
}

// A field code that reads another file or runs something when it is updated.
bool fetches(std::string_view code) {
    constexpr std::array<std::string_view, 8> fetching{"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "DATABASE", "IMPORT"};
    std::istringstream words{std::string(code)};
    for (std::string word; words >> word;) {
        std::ranges::transform(word, word.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        if (std::ranges::find(fetching, word) != fetching.end()) return true;
    }
    return false;
}

Outcome<bool> judge(const Part& part) {
    const Node root = part.document.document_element();
    if (!std::string_view(root.name()).starts_with("w:")) return refuse(docx_read::refusals::not_a_document, {}, part.name);
    if (is_deeper_than(root, depth_max)) return refuse(docx_read::refusals::too_deep, {}, part.name);
    std::string code;  // A field's code may be cut into several runs.
    bool fetching = false;
    root.find_node([&](Node node) {
        if (is(node, "w:fldChar")) {
            fetching = fetching || fetches(code);
            code.clear();
        }
        if (is(node, "w:instrText")) code += node.text().get();
        if (is(node, "w:fldSimple")) fetching = fetching || fetches(node.attribute("w:instr").value());
        return false;
    });
    if (fetching || fetches(code)) return refuse(docx_read::refusals::external_link, {}, part.name);
    return true;
}

// The text, its headers and footers, its notes: by where Word and its kin put them beside the text.
Outcome<std::vector<Part>> parts_of(const docx_read::Package& package) {
    const std::string folder = package.main.substr(0, package.main.rfind('/') + 1);
    std::vector<std::string> names{package.main};
    for (const zipped::Entry& entry : package.entries) {
        const bool beside = entry.name.starts_with(folder) && entry.name.find('/', folder.size()) == entry.name.npos && entry.name.ends_with(".xml");
        const std::string_view own = beside ? std::string_view(entry.name).substr(folder.size()) : std::string_view();
        if (own.starts_with("header") || own.starts_with("footer") || own.starts_with("footnotes") || own.starts_with("endnotes")) {
            names.push_back(entry.name);
        }
    }
    std::vector<Part> parts;
    for (const std::string& name : names) {
        Part part{.name = name, .shown = name == package.main ? std::string() : name, .document = TRY(docx_read::parse_part(package, name))};
        TRY(judge(part));
        parts.push_back(std::move(part));
    }
    return parts;
}

Outcome<docx_read::Package> opened(ByteView file) {
    if (file.size() > template_bytes_max) return refuse(docx_read::refusals::too_large, std::to_string(file.size()));
    return docx_read::open(file);
}

}  // namespace

Outcome<std::vector<Refusal>> check(ByteView file, const Catalogue& catalogue) {
    const docx_read::Package package = TRY(opened(file));
    std::vector<Part> parts = TRY(parts_of(package));
    Filler looking(catalogue, nullptr, {});
    for (Part& part : parts) looking.part(part.document.document_element(), part.shown);
    looking.tell_missing();
    return looking.faults();
}

Outcome<Bytes> fill(ByteView file, const Catalogue& catalogue, const Values& values, const paper::Language& language) {
    const std::vector<Refusal> faults = TRY(check(file, catalogue));
    if (!faults.empty()) return std::unexpected(faults.front());
    docx_read::Package package = TRY(opened(file));
    std::vector<Part> parts = TRY(parts_of(package));
    Filler filling(catalogue, &values, language);
    for (Part& part : parts) {
        filling.part(part.document.document_element(), part.shown);
        if (filling.too_large()) return refuse(refusals::too_large, {}, part.name);
        std::ostringstream text;
        text << head;
        part.document.save(text, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
        const std::string bytes = std::move(text).str();
        std::ranges::find(package.entries, part.name, &zipped::Entry::name)->bytes = Bytes(bytes.begin(), bytes.end());
    }
    auto zipped = zipped::zip(package.entries);
    if (!zipped) return refuse(docx_read::refusals::damaged, zipped.error().what);
    return *std::move(zipped);
}

}  // namespace ponte::templates
