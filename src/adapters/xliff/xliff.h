#pragma once

#include "base/bytes.h"
#include "base/languages.h"
#include "base/outcome.h"

#include <cstdint>
#include <string>
#include <vector>

// Texts out to translators and back as XLIFF 2.0 (OASIS standard of 5 August 2014, namespace
// urn:oasis:names:tc:xliff:document:2.0), with terms in its glossary module. One file is one scope, one group
// one text, one unit one of its parts, one segment a unit. What a translator's program may drop (our attributes)
// only helps to say sooner what comparing the source text says anyway.
namespace ponte::xliff {

inline constexpr std::size_t bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t units_max = 20'000;
inline constexpr std::size_t text_bytes_max = 65'536;

namespace refusals {
inline constexpr RefusalKind too_large{"xliff.too_large", Remedy::correct};
inline constexpr RefusalKind doctype{"xliff.doctype", Remedy::correct};  // A DOCTYPE or an entity of its own: never read.
inline constexpr RefusalKind not_xml{"xliff.not_xml", Remedy::correct};
inline constexpr RefusalKind not_xliff{"xliff.not_xliff", Remedy::correct};  // Another format, or XLIFF of another version than 2.
inline constexpr RefusalKind language{"xliff.language", Remedy::correct};  // srcLang or trgLang is none of the house's, or both are one.
inline constexpr RefusalKind unit_id{"xliff.unit_id", Remedy::correct};  // Missing, twice, or not one that we have written.
inline constexpr RefusalKind segments{"xliff.segments", Remedy::correct};  // A unit without a source, or cut into several segments.
inline constexpr RefusalKind inline_markup{"xliff.inline_markup", Remedy::correct};  // <ph>, <pc> ...: our texts are plain.
inline constexpr RefusalKind state{"xliff.state", Remedy::correct};
inline constexpr RefusalKind target_empty{"xliff.target_empty", Remedy::correct};  // Said to be translated, and nothing there.
inline constexpr RefusalKind control_characters{"xliff.control_characters", Remedy::correct};
inline constexpr RefusalKind text_too_long{"xliff.text_too_long", Remedy::correct};
}  // namespace refusals

// The states of XLIFF 2. "initial": nobody has worked on it yet, whatever stands in the target.
enum class State : std::uint8_t { initial = 1, translated = 2, reviewed = 3, final = 4 };
[[nodiscard]] std::string_view to_text(State state);

struct GlossaryEntry {
    std::string term;                       // As it stands in the source.
    std::vector<std::string> translations;  // Agreed forms, the preferred one first.

    friend bool operator==(const GlossaryEntry&, const GlossaryEntry&) = default;
};

struct Part {
    std::string source;
    std::string target;  // Empty: none.
    State state = State::initial;

    friend bool operator==(const Part&, const Part&) = default;
};

struct Text {
    std::string ref;     // "plan/2020/4"
    std::string digest;  // Of the original's wording when it went out; empty when a program has dropped it.
    std::string status;  // Of the target as it went out: "missing", "stale", "machine_converted" ... Not read back.
    std::vector<std::string> notes;         // For the translator: assignee, due date. Not read back.
    std::vector<GlossaryEntry> glossary;    // Not read back.
    std::vector<Part> parts;                // 0: the text, then its clauses. Never empty.

    friend bool operator==(const Text&, const Text&) = default;
};

struct Document {
    std::string scope;   // "plan/2020"
    Language source{};
    Language target{};
    std::vector<Text> texts;

    friend bool operator==(const Document&, const Document&) = default;
};

// The same bytes for the same document.
[[nodiscard]] std::string write(const Document& document);

// The place is "unit plan:2020:4:0", as it stands in the file.
[[nodiscard]] Outcome<Document> read(std::string_view file);

}  // namespace ponte::xliff
