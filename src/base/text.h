#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What makes two spellings of one text the same text. The official plan hides 85 ideographs that
// look right and compare wrong; names come in two scripts and with or without accents.
namespace ponte {

[[nodiscard]] bool is_valid_utf8(std::string_view text);  // No surrogates, nothing overlong.

// C0 and C1 controls and DEL, except tab, line feed and carriage return.
[[nodiscard]] bool has_control_characters(std::string_view text);

// Unicode normalisation form C. Takes valid UTF-8.
[[nodiscard]] std::string nfc(std::string_view text);

// One kind of CJK compatibility ideograph and how often NFC replaced it.
struct CompatibilityChange {
    char32_t from;
    char32_t to;
    std::size_t count;

    friend bool operator==(const CompatibilityChange&, const CompatibilityChange&) = default;
};

// The ideographs of U+F900..FAFF and U+2F800..2FA1F that NFC replaces: looking the same, they are
// the reason why a search finds nothing. (Twelve in these ranges are ordinary ones and stay.)
struct CompatibilityReport {
    std::size_t characters = 0;
    std::vector<CompatibilityChange> kinds;  // By code point.

    void count(char32_t from, char32_t to);

    friend bool operator==(const CompatibilityReport&, const CompatibilityReport&) = default;
};
[[nodiscard]] CompatibilityReport compatibility_ideographs(std::string_view text);

// What the ideograph becomes in NFC; itself when it is no compatibility ideograph.
[[nodiscard]] char32_t without_compatibility(char32_t ideograph);

// The key under which a text is found whichever way it was written: full-width and half-width,
// capital and small, with accents and without, Traditional and Simplified come out alike. A key is
// for comparing, never for showing.
[[nodiscard]] std::string fold_for_search(std::string_view text);

}  // namespace ponte
