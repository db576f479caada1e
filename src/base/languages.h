#pragma once

#include "base/describe.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// The four languages of the house. Which one is official is a property of a document, not of a screen.
namespace ponte {

enum class Language : std::uint8_t { zh_hant = 1, zh_hans = 2, pt = 3, en = 4 };
BOOST_DESCRIBE_ENUM(Language, zh_hant, zh_hans, pt, en)

inline constexpr std::array<Language, 4> languages{Language::zh_hant, Language::zh_hans, Language::pt, Language::en};

// BCP 47.
[[nodiscard]] constexpr std::string_view tag(Language language) {
    switch (language) {
        case Language::zh_hant: return "zh-Hant-MO";
        case Language::zh_hans: return "zh-Hans-CN";
        case Language::pt: return "pt-PT";
        case Language::en: return "en";
    }
    return "en";
}

// "zh-Hant", "zh-Hant-MO", "zh_hant", "pt", "pt-PT" ... as people type them.
[[nodiscard]] constexpr std::optional<Language> language_named(std::string_view text) {
    if (text == "zh-Hant" || text == "zh-Hant-MO" || text == "zh_hant") return Language::zh_hant;
    if (text == "zh-Hans" || text == "zh-Hans-CN" || text == "zh_hans") return Language::zh_hans;
    if (text == "pt" || text == "pt-PT") return Language::pt;
    if (text == "en" || text == "en-GB") return Language::en;
    return std::nullopt;
}

// One thing's name in the four languages. Empty: missing in that language.
struct Names {
    std::string zh_hant;
    std::string zh_hans;
    std::string pt;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const {
        switch (language) {
            case Language::zh_hant: return zh_hant;
            case Language::zh_hans: return zh_hans;
            case Language::pt: return pt;
            case Language::en: return en;
        }
        return en;
    }
    [[nodiscard]] bool empty() const { return zh_hant.empty() && zh_hans.empty() && pt.empty() && en.empty(); }

    friend bool operator==(const Names&, const Names&) = default;
};
BOOST_DESCRIBE_STRUCT(Names, (), (zh_hant, zh_hans, pt, en))

// What a text in a language is worth. Missing texts are never stored: they are missing.
enum class TextStatus : std::uint8_t { official = 1, reference = 2, machine_converted = 3 };
BOOST_DESCRIBE_ENUM(TextStatus, official, reference, machine_converted)

}  // namespace ponte
