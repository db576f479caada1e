#include "base/text.h"

#include "base/check.h"

#include <algorithm>
#include <memory>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace ponte {

namespace {

int length_of(std::string_view text) {
    CHECK(text.size() <= 0x7fffffff);
    return static_cast<int>(text.size());
}

// Calls `each` with every code point; -1 stands for bytes that are none.
template <class Each>
void for_each_code_point(std::string_view text, Each each) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const int length = length_of(text);
    for (int i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        each(c);
    }
}

// ICU's own data: missing only when the library was installed broken.
const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* instance = get(status);
    CHECK(U_SUCCESS(status));
    return *instance;
}

const icu::Normalizer2& nfc_form() { return normalizer(icu::Normalizer2::getNFCInstance); }

bool is_ideograph(char32_t c) {
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x323af);
}

// Accents of the Latin, Greek and Cyrillic scripts. The voicing marks of kana are letters in effect and stay.
bool is_accent(char32_t c) {
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff);
}

// Opening it costs milliseconds, so each thread does it once, and only when it meets an ideograph.
void to_simplified(icu::UnicodeString& text) {
    thread_local const auto transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> opened(
            icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
        CHECK(U_SUCCESS(status));
        return opened;
    }();
    transliterator->transliterate(text);
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    bool valid = true;
    for_each_code_point(text, [&](UChar32 c) { valid = valid && c >= 0; });
    return valid;
}

bool has_control_characters(std::string_view text) {
    bool found = false;
    for_each_code_point(text, [&](UChar32 c) {
        const bool control = (c >= 0 && c < 0x20) || (c >= 0x7f && c < 0xa0);
        found = found || (control && c != '\t' && c != '\n' && c != '\r');
    });
    return found;
}

std::string nfc(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return c >= 0; })) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    std::string normalised;
    icu::StringByteSink<std::string> sink(&normalised, length_of(text));
    nfc_form().normalizeUTF8(0, icu::StringPiece(text.data(), length_of(text)), sink, nullptr, status);
    CHECK(U_SUCCESS(status));
    return normalised;
}

char32_t without_compatibility(char32_t ideograph) {
    const bool in_range = (ideograph >= 0xf900 && ideograph <= 0xfaff) || (ideograph >= 0x2f800 && ideograph <= 0x2fa1f);
    if (!in_range) return ideograph;
    icu::UnicodeString decomposed;
    if (nfc_form().getDecomposition(static_cast<UChar32>(ideograph), decomposed) == 0) return ideograph;
    return static_cast<char32_t>(decomposed.char32At(0));
}

void CompatibilityReport::count(char32_t from, char32_t to) {
    ++characters;
    const auto at = std::ranges::lower_bound(kinds, from, {}, &CompatibilityChange::from);
    if (at != kinds.end() && at->from == from) {
        ++at->count;
    } else {
        kinds.insert(at, {from, to, 1});
    }
}

CompatibilityReport compatibility_ideographs(std::string_view text) {
    CompatibilityReport report;
    for_each_code_point(text, [&](UChar32 c) {
        if (c < 0xf900) return;
        const auto from = static_cast<char32_t>(c);
        const auto to = without_compatibility(from);
        if (to != from) report.count(from, to);
    });
    return report;
}

std::string fold_for_search(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), length_of(text)));
    // Compatibility forms (width among them), case, and characters that nobody sees.
    const auto folded = normalizer(icu::Normalizer2::getNFKCCasefoldInstance).normalize(source, status);
    const auto apart = normalizer(icu::Normalizer2::getNFDInstance).normalize(folded, status);
    CHECK(U_SUCCESS(status));

    icu::UnicodeString bare;
    bool han = false;
    for (int i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const auto c = static_cast<char32_t>(apart.char32At(i));
        if (is_accent(c)) continue;
        han = han || is_ideograph(c);
        bare.append(static_cast<UChar32>(c));
    }
    if (han) to_simplified(bare);
    std::string key;
    nfc_form().normalize(bare, status).toUTF8String(key);
    CHECK(U_SUCCESS(status));
    return key;
}

}  // namespace ponte
