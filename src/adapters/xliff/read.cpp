#include "adapters/xliff/xliff.h"

#include "base/digest.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

namespace ponte::xliff {

namespace {

constexpr std::string_view core_namespace = "urn:oasis:names:tc:xliff:document:2.0";
constexpr std::size_t groups_deep_max = 8;

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1); }

// Some programs write the core's elements with a prefix of their own.
Outcome<std::string> core_prefix(pugi::xml_node root) {
    for (const pugi::xml_attribute attribute : root.attributes()) {
        const std::string_view name = attribute.name();
        if (attribute.value() != core_namespace) continue;
        if (name == "xmlns") return std::string();
        if (name.starts_with("xmlns:")) return std::string(name.substr(6)) + ":";
    }
    return refuse(refusals::not_xliff, root.name());
}

std::optional<Language> language_of(pugi::xml_node root, const char* attribute) {
    return language_named(std::string_view(root.attribute(attribute).value()));
}

bool is_reference(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '/';
    });
}

struct UnitId {
    std::string ref;
    std::uint32_t part = 0;
};
std::optional<UnitId> unit_id(std::string_view id) {
    const std::size_t colon = id.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || id.size() > 200 || id.find('/') != std::string_view::npos) return std::nullopt;
    UnitId read{.ref = std::string(id.substr(0, colon))};
    const std::string_view digits = id.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), read.part);
    if (error != std::errc() || end != digits.data() + digits.size() || (digits.size() > 1 && digits.front() == '0') || read.part > 999) return std::nullopt;
    std::ranges::replace(read.ref, ':', '/');
    if (!is_reference(read.ref)) return std::nullopt;
    return read;
}

std::optional<State> state_named(std::string_view name) {
    if (name.empty()) return State::initial;  // The standard's default.
    for (const State state : {State::initial, State::translated, State::reviewed, State::final}) {
        if (name == to_text(state)) return state;
    }
    return std::nullopt;
}

class Reader {
public:
    explicit Reader(std::string prefix) : prefix_(std::move(prefix)) {}

    // The units of a file or group; groups inside of each other are flattened.
    Outcome<bool> read_units(pugi::xml_node parent, const std::string& digest, std::size_t deep) {
        for (const pugi::xml_node node : parent.children()) {
            if (is(node, "group")) {
                if (deep == groups_deep_max) return refuse(refusals::not_xliff, "group", place_of(node));
                TRY(read_units(node, digest_of(node, digest), deep + 1));
            } else if (is(node, "unit")) {
                TRY(read_unit(node, digest));
            }
        }
        return true;
    }

    Outcome<std::vector<Text>> texts() {
        std::vector<Text> all;
        for (const std::string& ref : order_) {
            Found& found = found_.at(ref);
            Text text{.ref = ref, .digest = found.digest};
            for (auto& [number, part] : found.parts) {
                if (number != text.parts.size()) return refuse(refusals::unit_id, ref + " " + std::to_string(text.parts.size()), "group " + ref);
                text.parts.push_back(std::move(part));
            }
            all.push_back(std::move(text));
        }
        return all;
    }

private:
    struct Found {
        std::string digest;
        std::map<std::uint32_t, Part> parts;
    };

    [[nodiscard]] bool is(pugi::xml_node node, std::string_view name) const { return node.name() == prefix_ + std::string(name); }

    static std::string place_of(pugi::xml_node node) { return std::string(local_name(node.name())) + " " + std::string(node.attribute("id").value()).substr(0, 200); }

    static std::string digest_of(pugi::xml_node group, const std::string& outer) {
        for (const pugi::xml_attribute attribute : group.attributes()) {
            if (local_name(attribute.name()) == "sourceDigest" && Digest::from_text(attribute.value())) return attribute.value();
        }
        return outer;
    }

    // Plain text; a marker of a comment or a term (<mrk>) carries none of it and is looked through.
    Outcome<bool> add_text(pugi::xml_node node, const std::string& place, std::size_t deep, std::string& text) const {
        for (const pugi::xml_node child : node.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                text += child.value();
            } else if (child.type() == pugi::node_element) {
                const bool marker = is(child, "mrk") && deep < groups_deep_max;
                if (!marker) return refuse(refusals::inline_markup, std::string(child.name()).substr(0, 80), place);
                TRY(add_text(child, place, deep + 1, text));
            }
        }
        return true;
    }
    Outcome<std::string> text_of(pugi::xml_node node, const std::string& place) const {
        std::string text;
        TRY(add_text(node, place, 0, text));
        std::erase(text, '\r');  // A line ends as everywhere else in the house.
        if (text.size() > text_bytes_max) return refuse(refusals::text_too_long, std::to_string(text.size()), place);
        if (!is_valid_utf8(text) || has_control_characters(text)) return refuse(refusals::control_characters, local_name(node.name()) == "source" ? "source" : "target", place);
        return nfc(text);
    }

    Outcome<bool> read_unit(pugi::xml_node unit, const std::string& digest) {
        const std::string place = place_of(unit);
        const auto id = unit_id(unit.attribute("id").value());
        if (!id) return refuse(refusals::unit_id, std::string(unit.attribute("id").value()).substr(0, 80), place);
        pugi::xml_node segment;
        for (const pugi::xml_node child : unit.children()) {
            if (!is(child, "segment") && !is(child, "ignorable")) continue;
            if (segment || is(child, "ignorable")) return refuse(refusals::segments, std::string(unit.attribute("id").value()), place);
            segment = child;
        }
        const pugi::xml_node source = segment.child((prefix_ + "source").c_str());
        if (!source) return refuse(refusals::segments, std::string(unit.attribute("id").value()), place);
        Part part{.source = TRY(text_of(source, place))};
        if (const pugi::xml_node target = segment.child((prefix_ + "target").c_str())) part.target = TRY(text_of(target, place));
        const auto state = state_named(segment.attribute("state").value());
        if (!state) return refuse(refusals::state, std::string(segment.attribute("state").value()).substr(0, 80), place);
        part.state = *state;
        const bool blank = part.target.find_first_not_of(" \t\r\n") == std::string::npos;
        if (blank) part.target.clear();
        if (blank && part.state != State::initial) return refuse(refusals::target_empty, std::string(to_text(part.state)), place);
        if (++units_ > units_max) return refuse(refusals::too_large, std::to_string(units_), place);

        const auto [found, fresh] = found_.try_emplace(id->ref, Found{.digest = digest});
        if (fresh) order_.push_back(id->ref);
        if (!found->second.parts.emplace(id->part, std::move(part)).second) return refuse(refusals::unit_id, std::string(unit.attribute("id").value()), place);
        return true;
    }

    std::string prefix_;
    std::size_t units_ = 0;
    std::vector<std::string> order_;
    std::map<std::string, Found> found_;
};

}  // namespace

Outcome<Document> read(std::string_view file) {
    if (file.size() > bytes_max) return refuse(refusals::too_large, std::to_string(file.size()));
    const bool utf16 = file.starts_with("\xff\xfe") || file.starts_with("\xfe\xff");
    if (!utf16 && !is_valid_utf8(file)) return refuse(refusals::not_xml, "not UTF-8");
    pugi::xml_document xml;
    const auto parsed = xml.load_buffer(file.data(), file.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype);
    for (const pugi::xml_node node : xml.children()) {
        if (node.type() == pugi::node_doctype) return refuse(refusals::doctype, "DOCTYPE");
    }
    if (!parsed) return refuse(refusals::not_xml, parsed.description(), "byte " + std::to_string(parsed.offset));
    const pugi::xml_node root = xml.document_element();
    if (local_name(root.name()) != "xliff" || !std::string_view(root.attribute("version").value()).starts_with("2.")) {
        return refuse(refusals::not_xliff, std::string(root.name()).substr(0, 40) + " " + std::string(root.attribute("version").value()).substr(0, 20));
    }
    std::string prefix = TRY(core_prefix(root));
    const auto source = language_of(root, "srcLang");
    if (!source) return refuse(refusals::language, std::string(root.attribute("srcLang").value()).substr(0, 40), "srcLang");
    const auto target = language_of(root, "trgLang");
    if (!target || *target == *source) return refuse(refusals::language, std::string(root.attribute("trgLang").value()).substr(0, 40), "trgLang");

    Document document{.source = *source, .target = *target};
    Reader reader(prefix);
    for (const pugi::xml_node node : root.children((prefix + "file").c_str())) {
        if (document.scope.empty()) document.scope = std::string(node.attribute("original").value());
        TRY(reader.read_units(node, "", 0));
    }
    if (!is_reference(document.scope) || document.scope.size() > 200) document.scope.clear();  // It only names the file.
    document.texts = TRY(reader.texts());
    return document;
}

}  // namespace ponte::xliff
