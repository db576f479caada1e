#pragma once

#include "base/bytes.h"
#include "base/decimal.h"
#include "base/digest.h"
#include "base/outcome.h"
#include "base/text.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The plan reader: from the bytes of the file that an office was sent to areas, measures and duties,
// each with the place where it stands in that file. It repairs how a text was set (broken lines,
// page numbers, quote marks, lost code points) and refuses what would change what it says (a measure
// missing or there twice).
//
//   const auto plan = plan_text::read(bytes, "plan.txt");
//   if (!plan) ...   plan.error().kind.code, .subject, .place
namespace ponte::plan_text {

inline constexpr std::size_t bytes_max = std::size_t{16} << 20;

// In the order in which they are tried; of several faults in the text the first one in the text.
namespace refusals {
inline constexpr RefusalKind empty{"plan.empty", Remedy::correct};
inline constexpr RefusalKind too_large{"plan.too_large", Remedy::correct};
inline constexpr RefusalKind docx_unreadable{"plan.docx_unreadable", Remedy::correct};  // Subject: why (zip.damaged ...).
inline constexpr RefusalKind pdf_unreadable{"plan.pdf_unreadable", Remedy::correct};
inline constexpr RefusalKind pdf_without_text{"plan.pdf_without_text", Remedy::correct};
inline constexpr RefusalKind encoding_unknown{"plan.encoding_unknown", Remedy::correct};
inline constexpr RefusalKind control_characters{"plan.control_characters", Remedy::correct};  // Subject: U+0007.
inline constexpr RefusalKind not_a_plan{"plan.not_a_plan", Remedy::correct};  // Place: where reading stopped.
inline constexpr RefusalKind year_missing{"plan.year_missing", Remedy::correct};
inline constexpr RefusalKind area_missing{"plan.area_missing", Remedy::correct};  // Subject: its number.
inline constexpr RefusalKind area_duplicated{"plan.area_duplicated", Remedy::correct};
inline constexpr RefusalKind no_measures{"plan.no_measures", Remedy::correct};  // Subject: the area's number.
inline constexpr RefusalKind measure_missing{"plan.measure_missing", Remedy::correct};
inline constexpr RefusalKind measure_duplicated{"plan.measure_duplicated", Remedy::correct};
inline constexpr RefusalKind measure_empty{"plan.measure_empty", Remedy::correct};
}  // namespace refusals

enum class Language : std::uint8_t { zh_hans, zh_hant, pt, en };
enum class Format : std::uint8_t { text, docx, pdf };
enum class Encoding : std::uint8_t { utf_8, utf_16le, utf_16be, utf_32le, utf_32be, gb18030, big5, windows_1252 };

[[nodiscard]] std::string_view to_text(Language language);  // "zh-Hans"
[[nodiscard]] std::string_view to_text(Format format);
[[nodiscard]] std::string_view to_text(Encoding encoding);  // "UTF-8"

// Bytes [from, to) of the file and its lines, from 1, both included. A Word or PDF file has no text
// of its own: there they count in the UTF-8 text taken out of it, one line a paragraph (Word, its
// automatic numbers written out) or a printed line (PDF).
struct SourceRange {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t line_from = 0;
    std::size_t line_to = 0;

    friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

// One clause of a measure, without the comma, semicolon or full stop that ends it. The duties of a
// measure, one after another, hold every word of it.
struct Duty {
    std::string text;
    SourceRange source;

    friend bool operator==(const Duty&, const Duty&) = default;
};

struct OwedNumber {
    std::string text;  // As it stands: "至少召开一次".
    Decimal value;

    friend bool operator==(const OwedNumber&, const OwedNumber&) = default;
};

struct Measure {
    unsigned number = 0;
    std::string text;
    std::vector<Duty> duties;
    std::vector<std::string> jurisdiction_sets;  // "psc", "bri" ...: in the order in which they are named.
    std::vector<std::string> bodies;             // As they stand, each once.
    std::vector<std::string> instruments;        // 《...》 as they stand, each once.
    std::vector<OwedNumber> owed_numbers;
    SourceRange source;  // Its number included.

    friend bool operator==(const Measure&, const Measure&) = default;
};

struct Area {
    unsigned number = 0;
    std::string title;
    std::vector<Measure> measures;
    SourceRange source;  // Of its head.

    friend bool operator==(const Area&, const Area&) = default;
};

struct Replaced {
    char32_t from;
    char32_t to;
    std::size_t count;
    unsigned measure;  // The measure it was first found in, 0 outside of measures.

    friend bool operator==(const Replaced&, const Replaced&) = default;
};

struct LeftOut {
    std::string text;  // A page number, a running header, a line after the last sentence.
    std::size_t line;

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// What the reader changed, so that an official can see that only the setting was repaired.
struct Normalised {
    CompatibilityReport compatibility;
    std::vector<Replaced> quotes;       // Marks that did not pair by kind.
    std::vector<Replaced> traditional;  // Traditional characters in a Simplified text.
    std::size_t full_width = 0;         // Digits and Latin letters of Chinese width.
    std::size_t invisible = 0;          // Zero-width and directional marks dropped.
    std::size_t blanks = 0;             // Dropped or merged.
    std::size_t lines_joined = 0;
    std::vector<LeftOut> left_out;

    friend bool operator==(const Normalised&, const Normalised&) = default;
};

struct Plan {
    std::string title;
    unsigned year = 0;
    Language language = Language::zh_hans;
    Format format = Format::text;
    Encoding encoding = Encoding::utf_8;
    Digest sha256;  // Of the bytes of the file.
    SourceRange title_source;
    std::vector<Area> areas;
    Normalised normalised;

    friend bool operator==(const Plan&, const Plan&) = default;
};

// The content decides what the file is. The name is only the subject of refusals about the whole file.
[[nodiscard]] Outcome<Plan> read(ByteView file, std::string_view name_hint);

// The shape that scripts rely on; documented in docs/ with the commands.
[[nodiscard]] std::string to_json(const Plan& plan);

}  // namespace ponte::plan_text
