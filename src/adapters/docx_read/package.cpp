#include "adapters/docx_read/package.h"

#include "adapters/docx_read/docx_read.h"
#include "base/text.h"

#include <algorithm>

namespace ponte::docx_read {

namespace {

// An element costs about a hundred bytes in memory and four in the file.
constexpr std::size_t marks_max = 4'000'000;

const zipped::Entry* find(const Package& package, std::string_view part) {
    const auto at = std::ranges::find(package.entries, part, &zipped::Entry::name);
    return at == package.entries.end() ? nullptr : &*at;
}

std::string folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == part.npos ? "" : std::string(part.substr(0, slash + 1));
}

std::string relationships_part(const std::string& part) {
    const auto folder = folder_of(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

bool is_macro(std::string_view name) {
    return name.ends_with("vbaProject.bin") || name.ends_with("vbaData.xml") || name.starts_with("word/activeX/");
}

// What the relationships of any part point to outside of the file. A hyperlink waits for a person to
// follow it; everything else is fetched when the file is opened.
Outcome<bool> refuse_fetching(const Package& package) {
    for (const auto& entry : package.entries) {
        if (!entry.name.ends_with(".rels")) continue;
        const auto document = TRY(parse_part(package, entry.name));
        for (const auto& node : document.document_element().children()) {
            if (std::string_view(node.attribute("TargetMode").value()) != "External") continue;
            if (std::string_view(node.attribute("Type").value()).ends_with("/hyperlink")) continue;
            return refuse(refusals::external_link, std::string(std::string_view(node.attribute("Target").value()).substr(0, 200)), entry.name);
        }
    }
    return true;
}

// The target of the relationship of that type, as a part's name; empty where there is none.
Outcome<std::string> related(const Package& package, const std::string& part, std::string_view type) {
    const auto rels = relationships_part(part);
    if (find(package, rels) == nullptr) return std::string();
    const auto document = TRY(parse_part(package, rels));
    for (const auto& node : document.document_element().children()) {
        if (!std::string_view(node.attribute("Type").value()).ends_with(type)) continue;
        const std::string target = node.attribute("Target").value();
        return target.starts_with('/') ? target.substr(1) : folder_of(part) + target;
    }
    return std::string();
}

Outcome<std::map<std::string, std::string>> style_names(const Package& package) {
    std::map<std::string, std::string> names;
    const auto part = TRY(related(package, package.main, "/styles"));
    if (part.empty()) return names;
    const auto document = TRY(parse_part(package, part));
    for (const auto& node : document.document_element().children()) {
        if (local_name(node.name()) != "style") continue;
        const std::string id(attribute_of(node, "styleId"));
        const std::string name(attribute_of(child_of(node, "name"), "val"));
        names[id] = name.empty() ? id : name;
    }
    return names;
}

Outcome<std::map<std::string, std::string>> properties_of(const Package& package) {
    std::map<std::string, std::string> properties;
    const auto core = TRY(related(package, "", "/core-properties"));
    if (!core.empty()) {
        const auto document = TRY(parse_part(package, core));
        for (const auto* name : {"title", "subject", "keywords"}) {
            const auto node = child_of(document.document_element(), name);
            if (!node.text().empty()) properties[name] = node.text().get();
        }
    }
    const auto custom = TRY(related(package, "", "/custom-properties"));
    if (!custom.empty()) {
        const auto document = TRY(parse_part(package, custom));
        for (const auto& node : document.document_element().children()) {
            if (local_name(node.name()) == "property") properties[node.attribute("name").value()] = node.first_child().text().get();
        }
    }
    for (auto& [name, value] : properties) {
        if (!is_valid_utf8(name) || !is_valid_utf8(value)) return refuse(refusals::damaged, {}, custom.empty() ? core : custom);
        if (value.size() > text_bytes_max) return refuse(refusals::text_too_long, name.substr(0, 80), custom);
        value = nfc(value);
    }
    return properties;
}

}  // namespace

std::string_view local_name(const char* name) {
    const std::string_view whole(name);
    const auto colon = whole.find(':');
    return colon == whole.npos ? whole : whole.substr(colon + 1);
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
    for (const auto& attribute : node.attributes()) {
        if (local_name(attribute.name()) == name) return attribute.value();
    }
    return {};
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
    for (const auto& child : node.children()) {
        if (local_name(child.name()) == name) return child;
    }
    return {};
}

Outcome<pugi::xml_document> parse_part(const Package& package, const std::string& part) {
    const auto* entry = find(package, part);
    if (entry == nullptr) return refuse(refusals::damaged, {}, part);
    if (static_cast<std::size_t>(std::ranges::count(entry->bytes, '<')) > marks_max) return refuse(refusals::too_large, {}, part);
    pugi::xml_document document;
    // Blanks are content where they are all that a run has. No entity is declared, so none expands.
    const auto result = document.load_buffer(entry->bytes.data(), entry->bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!result) return refuse(refusals::damaged, result.description(), part);
    return document;
}

Outcome<Package> open(ByteView file) {
    if (text_of(file).starts_with("\xd0\xcf\x11\xe0")) return refuse(refusals::old_or_locked);
    Package package;
    package.entries = TRY(zipped::unzip(file));
    for (const auto& entry : package.entries) {
        if (is_macro(entry.name)) return refuse(refusals::macros, entry.name);
    }
    package.main = TRY(related(package, "", "/officeDocument"));
    if (find(package, package.main) == nullptr) return refuse(refusals::not_a_document);
    static_cast<void>(TRY(refuse_fetching(package)));
    package.styles = TRY(style_names(package));
    package.properties = TRY(properties_of(package));
    return package;
}

}  // namespace ponte::docx_read
