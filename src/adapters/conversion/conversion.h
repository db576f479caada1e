#pragma once

#include "base/outcome.h"
#include "desks/translation/events.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

// Chinese from one script into the other by machine: the terms that both sides agreed on first, OpenCC on the
// rest. What comes out is a proposal; a person confirms it.
//
// OpenCC's configuration is s2tw (and tw2s back): characters only, no vocabulary of another place. Macao prints
// the common Traditional forms (稅 戶 說 衛 群 峰 床 溫 裡), which is s2tw; s2hk writes 税 户 説 衞 羣 峯 牀 温 裏. Where Macao
// differs from s2tw it is put right afterwards: 台 污 並, and quotation marks 「」 『』 for “” ‘’.
namespace ponte::conversion {

namespace faults {
inline constexpr std::string_view unavailable = "conversion.unavailable";  // OpenCC's data are not installed.
inline constexpr std::string_view failed = "conversion.failed";
}  // namespace faults

// An agreed term as the translation desk knows it.
struct Term {
    std::string id;
    bool forbidden = false;  // Its forms must not stand in a text; nothing is written instead of them.
    std::vector<translation::TermForm> forms;

    [[nodiscard]] std::string_view preferred_in(Language language) const;  // The first; empty where there is none.
};

struct Applied {
    std::string term;
    std::string found;
    std::string written;
    std::uint32_t times = 0;

    friend bool operator==(const Applied&, const Applied&) = default;
};

struct Converted {
    std::string text;
    std::vector<Applied> applied;  // In the order in which they are first met.

    friend bool operator==(const Converted&, const Converted&) = default;
};

class Converter {
public:
    // From zh-Hans to zh-Hant or back; CHECKs for other languages. Loads OpenCC's dictionaries (about 15 ms).
    [[nodiscard]] static Attempt<Converter> open(Language from, Language to, std::vector<Term> terms);

    // The longest term at each place wins. A form that is written in the target already stays as it is. Takes
    // valid UTF-8.
    [[nodiscard]] Attempt<Converted> convert(std::string_view text) const;

    // For the source of what is recorded: "OpenCC 1.1.6 s2tw".
    [[nodiscard]] std::string_view configuration() const { return configuration_; }

    Converter(Converter&&) noexcept;
    Converter& operator=(Converter&&) noexcept;
    ~Converter();

private:
    struct Engine;
    struct Form {
        std::string found;
        std::string written;
        std::string term;
    };

    Converter();

    Language to_{};
    std::string configuration_;
    std::unique_ptr<Engine> engine_;
    std::vector<Form> forms_;  // Longest first.
};

// What a reader of the target would stumble over.
struct TermFault {
    std::string term;
    bool forbidden = false;             // A forbidden form was found; else an agreed form is missing.
    std::string found;                  // In the source, or the forbidden form in the target.
    std::vector<std::string> expected;  // Agreed forms of the target's language.

    friend bool operator==(const TermFault&, const TermFault&) = default;
};

// Each agreed term of the source has to stand in the target in one of its agreed forms; no forbidden form may.
// Capitals don't count, accents do, and a Latin form is a whole word.
[[nodiscard]] std::vector<TermFault> check_terms(std::string_view source, Language source_language, std::string_view target,
                                                 Language target_language, const std::vector<Term>& terms);

}  // namespace ponte::conversion
