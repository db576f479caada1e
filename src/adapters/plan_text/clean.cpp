#include "adapters/plan_text/clean.h"

#include "adapters/plan_text/han_variants.h"
#include "base/check.h"

#include <algorithm>
#include <array>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace ponte::plan_text {

namespace {

bool is_invisible(char32_t c) {
    return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) ||
           c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f ||
           c == 0x3000;
}

// Digits and letters set as wide as ideographs. The wide punctuation is Chinese punctuation and stays.
bool is_full_width(char32_t c) {
    return (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a);
}

class Composer {
public:
    Composer() {
        UErrorCode status = U_ZERO_ERROR;
        nfc_ = icu::Normalizer2::getNFCInstance(status);
        CHECK(U_SUCCESS(status));
    }

    // Where the cluster that starts at `i` ends: what NFC may compose with it.
    [[nodiscard]] std::size_t end_of(const Characters& text, std::size_t i) const {
        // No legible letter carries more; a longer chain is only cut into pieces.
        constexpr std::size_t cluster_max = 32;
        auto end = i + 1;
        while (end < text.size() && end - i < cluster_max && text[end].c >= 0x300 &&
               !nfc_->hasBoundaryBefore(static_cast<UChar32>(text[end].c))) {
            ++end;
        }
        return end;
    }

    void append(Characters& out, const Characters& text, std::size_t from, std::size_t to) const {
        icu::UnicodeString cluster;
        for (auto i = from; i < to; ++i) cluster.append(static_cast<UChar32>(text[i].c));
        UErrorCode status = U_ZERO_ERROR;
        const auto composed = nfc_->normalize(cluster, status);
        CHECK(U_SUCCESS(status));
        for (int i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
            out.push_back({static_cast<char32_t>(composed.char32At(i)), text[from].from, text[to - 1].to, text[from].line});
        }
    }

private:
    const icu::Normalizer2* nfc_ = nullptr;
};

}  // namespace

Characters clean(const Characters& source, Normalised& normalised) {
    const Composer composer;
    Characters composed;
    composed.reserve(source.size());
    for (std::size_t i = 0; i < source.size();) {
        const auto c = source[i].c;
        if (is_invisible(c)) {
            ++normalised.invisible;
            ++i;
            continue;
        }
        const auto end = composer.end_of(source, i);
        const auto to = without_compatibility(c);
        if (to != c) normalised.compatibility.count(c, to);
        const bool plain = end == i + 1 && (c < 0x300 || (c >= 0x4e00 && c <= 0x9fff));
        if (plain) {
            composed.push_back(source[i]);
        } else {
            composer.append(composed, source, i, end);
        }
        i = end;
    }

    Characters result;
    result.reserve(composed.size());
    for (auto character : composed) {
        if (is_full_width(character.c)) {
            character.c -= 0xfee0;
            ++normalised.full_width;
        }
        const bool at_blank = !result.empty() && result.back().c == ' ';
        if (is_blank(character.c)) {
            if (result.empty() || is_space(result.back().c)) {
                ++normalised.blanks;
                continue;
            }
            character.c = ' ';
        } else if (is_break(character.c) && at_blank) {
            result.pop_back();
            ++normalised.blanks;
        }
        result.push_back(character);
    }
    return result;
}

Language language_of(const Characters& cleaned) {
    std::size_t han = 0;
    std::size_t traditional = 0;
    std::size_t latin = 0;
    for (const auto& character : cleaned) {
        latin += is_latin(character.c) ? 1U : 0U;
        if (!is_han(character.c)) continue;
        ++han;
        traditional += simplified_of(character.c) != character.c ? 1U : 0U;
    }
    // An ideograph is worth a word; a stray 內 in a Simplified text is a slip, a third of all is a script.
    if (han * 5 >= latin) return traditional * 10 > han ? Language::zh_hant : Language::zh_hans;

    static constexpr std::array<std::string_view, 12> portuguese{"de", "da", "do", "dos", "das", "e", "os", "em", "para", "com", "no", "na"};
    static constexpr std::array<std::string_view, 10> english{"the", "of", "and", "to", "in", "for", "with", "on", "by", "at"};
    std::size_t pt = 0;
    std::size_t en = 0;
    std::string word;
    for (const auto& character : cleaned) {
        if (is_latin(character.c)) {
            append_utf8(word, character.c < 0x80 ? character.c | 0x20 : character.c);
            continue;
        }
        pt += std::ranges::count(portuguese, word) != 0 ? 1U : 0U;
        en += std::ranges::count(english, word) != 0 ? 1U : 0U;
        word.clear();
    }
    return pt > en ? Language::pt : Language::en;
}

}  // namespace ponte::plan_text
