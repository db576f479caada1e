#include "adapters/xliff/xliff.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

namespace ponte::xliff {

namespace {

// An id in XLIFF is an NMTOKEN, which has no slash; a reference of ours has no colon.
std::string id_of(std::string ref) {
    std::ranges::replace(ref, '/', ':');
    return ref;
}

void add_text(pugi::xml_node parent, const char* name, const std::string& text) {
    parent.append_child(name).append_child(pugi::node_pcdata).set_value(text.c_str());
}

void add_glossary(pugi::xml_node unit, const std::vector<GlossaryEntry>& glossary) {
    if (glossary.empty()) return;
    pugi::xml_node list = unit.append_child("gls:glossary");
    for (const GlossaryEntry& entry : glossary) {
        pugi::xml_node one = list.append_child("gls:glossEntry");
        add_text(one, "gls:term", entry.term);
        for (const std::string& translation : entry.translations) add_text(one, "gls:translation", translation);
    }
}

void add_notes(pugi::xml_node unit, const Text& text) {
    pugi::xml_node notes = unit.append_child("notes");
    pugi::xml_node status = notes.append_child("note");
    status.append_attribute("category") = "status";
    status.append_child(pugi::node_pcdata).set_value(text.status.c_str());
    for (const std::string& note : text.notes) {
        pugi::xml_node one = notes.append_child("note");
        one.append_attribute("appliesTo") = "target";
        one.append_child(pugi::node_pcdata).set_value(note.c_str());
    }
}

void add_unit(pugi::xml_node group, const Text& text, std::size_t number) {
    const Part& part = text.parts[number];
    pugi::xml_node unit = group.append_child("unit");
    unit.append_attribute("id") = (id_of(text.ref) + ":" + std::to_string(number)).c_str();
    unit.append_attribute("canResegment") = "no";
    // What helps the whole text stands at its first part. Modules come before notes in the schema.
    std::vector<GlossaryEntry> here;
    std::ranges::copy_if(text.glossary, std::back_inserter(here),
                         [&](const GlossaryEntry& entry) { return part.source.find(entry.term) != std::string::npos; });
    add_glossary(unit, here);
    if (number == 0) add_notes(unit, text);
    pugi::xml_node segment = unit.append_child("segment");
    segment.append_attribute("state") = std::string(to_text(part.state)).c_str();
    add_text(segment, "source", part.source);
    if (!part.target.empty()) add_text(segment, "target", part.target);
}

}  // namespace

std::string_view to_text(State state) {
    switch (state) {
        case State::initial: return "initial";
        case State::translated: return "translated";
        case State::reviewed: return "reviewed";
        case State::final: return "final";
    }
    return "initial";
}

std::string write(const Document& document) {
    pugi::xml_document xml;
    pugi::xml_node declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    pugi::xml_node root = xml.append_child("xliff");
    root.append_attribute("xmlns") = "urn:oasis:names:tc:xliff:document:2.0";
    root.append_attribute("xmlns:gls") = "urn:oasis:names:tc:xliff:glossary:2.0";
    root.append_attribute("xmlns:ponte") = "urn:ponte:translation:1";
    root.append_attribute("version") = "2.0";
    root.append_attribute("srcLang") = std::string(tag(document.source)).c_str();
    root.append_attribute("trgLang") = std::string(tag(document.target)).c_str();
    root.append_attribute("xml:space") = "preserve";
    pugi::xml_node file = root.append_child("file");
    file.append_attribute("id") = id_of(document.scope).c_str();
    file.append_attribute("original") = document.scope.c_str();
    for (const Text& text : document.texts) {
        pugi::xml_node group = file.append_child("group");
        group.append_attribute("id") = id_of(text.ref).c_str();
        group.append_attribute("name") = text.ref.c_str();
        if (!text.digest.empty()) group.append_attribute("ponte:sourceDigest") = text.digest.c_str();
        for (std::size_t number = 0; number < text.parts.size(); ++number) add_unit(group, text, number);
    }
    std::ostringstream out;
    // An element that holds text is written on one line, so indenting adds nothing to any text.
    xml.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
    return out.str();
}

}  // namespace ponte::xliff
