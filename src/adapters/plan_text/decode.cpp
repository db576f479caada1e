#include "adapters/plan_text/decode.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace ponte::plan_text {

namespace {

// All characters, or where the first sequence stands that is none.
struct Attempted {
    Characters characters;
    std::optional<std::size_t> broken_at;
};

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

Attempted from_utf8(ByteView bytes, std::size_t start) {
    Attempted result;
    result.characters.reserve(bytes.size() / 2);
    const int length = static_cast<int>(bytes.size());
    for (int i = static_cast<int>(start); i < length;) {
        const auto from = static_cast<std::size_t>(i);
        UChar32 c = 0;
        U8_NEXT(bytes.data(), i, length, c);
        if (c < 0) {
            result.broken_at = from;
            return result;
        }
        result.characters.push_back({static_cast<char32_t>(c), offset(from), offset(static_cast<std::size_t>(i)), 0});
    }
    return result;
}

Attempted from_utf16(ByteView bytes, std::size_t start, bool big) {
    Attempted result;
    const auto unit = [&](std::size_t at) {
        return static_cast<char32_t>(big ? bytes[at] << 8 | bytes[at + 1] : bytes[at + 1] << 8 | bytes[at]);
    };
    for (std::size_t at = start; at < bytes.size();) {
        const auto from = at;
        if (at + 2 > bytes.size()) return {std::move(result.characters), from};
        char32_t c = unit(at);
        at += 2;
        if (U16_IS_SURROGATE(c)) {
            if (!U16_IS_SURROGATE_LEAD(c) || at + 2 > bytes.size() || !U16_IS_TRAIL(unit(at))) {
                return {std::move(result.characters), from};
            }
            c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, unit(at)));
            at += 2;
        }
        result.characters.push_back({c, offset(from), offset(at), 0});
    }
    return result;
}

Attempted from_utf32(ByteView bytes, std::size_t start, bool big) {
    Attempted result;
    for (std::size_t at = start; at < bytes.size(); at += 4) {
        if (at + 4 > bytes.size()) return {std::move(result.characters), at};
        char32_t c = 0;
        for (std::size_t i = 0; i < 4; ++i) c = c << 8 | bytes[at + (big ? i : 3 - i)];
        if (c > 0x10ffff || U_IS_SURROGATE(c)) return {std::move(result.characters), at};
        result.characters.push_back({c, offset(at), offset(at + 4), 0});
    }
    return result;
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// The encodings that only ICU's tables know.
Attempted from_table(ByteView bytes, const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name, &status));
    if (U_FAILURE(status)) return {{}, 0};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    // At most one UTF-16 unit a byte: of these encodings only GB 18030 makes a pair, of four bytes.
    std::vector<UChar> units(bytes.size() + 1);
    std::vector<std::int32_t> offsets(units.size());
    auto* target = units.data();
    const auto* source = text_of(bytes).data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, source + bytes.size(), offsets.data(), 1,
                   &status);
    const auto count = static_cast<std::size_t>(target - units.data());
    Attempted result;
    for (std::size_t i = 0; i < count;) {
        const auto from = offset(static_cast<std::size_t>(offsets[i]));
        char32_t c = units[i++];
        if (U16_IS_LEAD(c) && i < count) c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, units[i++]));
        if (!result.characters.empty()) result.characters.back().to = from;
        result.characters.push_back({c, from, offset(bytes.size()), 0});
    }
    if (U_FAILURE(status)) result.broken_at = result.characters.empty() ? 0 : result.characters.back().to;
    return result;
}

// How much of it is what plans are written with, in thousandths. Bytes read in the wrong encoding give
// rare ideographs, private characters and unused blocks.
unsigned sense_of(const Attempted& attempted) {
    if (attempted.characters.empty()) return 0;
    // The commonest characters of the two scripts; every second character of a plan is one of these.
    static constexpr std::u32string_view common =
        U"，。、；：的一是在不和与與了及以为為中国國家门門澳区區设設建合作支持推进進发發展关關工年地方会會议議本作用加强強化行经經济濟贸貿"
        U"易金融服务務机機制平台项項目人文教育重点點开開放实實施投资資业業有大上下";
    std::size_t points = 0;
    for (const auto& [c, from, to, line] : attempted.characters) {
        if (c < 0x80) {
            points += c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' ? 2 : 0;
        } else if (common.find(c) != common.npos) {
            points += 2;
        } else if (is_han(c) || is_latin(c) || (c >= 0x3000 && c <= 0x301f) || (c >= 0x2010 && c <= 0x2026) ||
                   (c >= 0xff00 && c <= 0xff5e) || c == 0xa0 || c == 0xab || c == 0xbb || c == 0xba || c == 0xaa) {
            points += 1;
        }
    }
    return static_cast<unsigned>(points * 500 / attempted.characters.size());
}

std::string code_point(char32_t c) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
    return text.data();
}

bool is_control(char32_t c) {
    const bool line_or_page = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85;
    const bool noncharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
    return (c < 0x20 || (c >= 0x7f && c < 0xa0) || noncharacter) && !line_or_page;
}

struct Candidate {
    Encoding encoding;
    Attempted attempted;
};

// Which of the encodings without a mark it is.
std::optional<Candidate> guess(ByteView bytes) {
    const bool has_zero = std::ranges::find(bytes, 0) != bytes.end();
    std::vector<Candidate> candidates;
    if (has_zero) {
        candidates.push_back({Encoding::utf_16le, from_utf16(bytes, 0, false)});
        candidates.push_back({Encoding::utf_16be, from_utf16(bytes, 0, true)});
    } else {
        const auto high = static_cast<std::size_t>(std::ranges::count_if(bytes, [](auto byte) { return byte >= 0x80; }));
        // Accents are scattered over a Latin text; two-byte Chinese is mostly high bytes.
        if (high * 4 < bytes.size()) candidates.push_back({Encoding::windows_1252, from_table(bytes, "windows-1252")});
        candidates.push_back({Encoding::gb18030, from_table(bytes, "gb18030")});
        candidates.push_back({Encoding::big5, from_table(bytes, "windows-950")});
        if (candidates.back().attempted.broken_at) candidates.back().attempted = from_table(bytes, "Big5-HKSCS");
    }
    std::optional<Candidate> best;
    unsigned best_sense = 599;  // Chinese in its own encoding makes 700 and more, wrongly read less than 500.
    for (auto& candidate : candidates) {
        if (candidate.attempted.broken_at) continue;
        const auto sense = sense_of(candidate.attempted);
        if (sense <= best_sense) continue;
        best_sense = sense;
        best = std::move(candidate);
    }
    return best;
}

// CR LF, CR, and the rarer ends of lines become one; lines are counted as editors do.
void settle_lines(Characters& characters) {
    std::size_t kept = 0;
    std::uint32_t line = 1;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        auto character = characters[i];
        character.line = line;
        if (character.c == '\r' || character.c == '\n') {
            if (character.c == '\r' && i + 1 < characters.size() && characters[i + 1].c == '\n') character.to = characters[++i].to;
            character.c = '\n';
            ++line;
        } else if (character.c == '\v' || character.c == 0x85 || character.c == 0x2028 || character.c == 0x2029) {
            character.c = '\n';
        }
        characters[kept++] = character;
    }
    characters.resize(kept);
}

}  // namespace

Outcome<Decoded> decode(ByteView bytes, std::string_view name) {
    const auto starts = [&](std::string_view mark) { return text_of(bytes).starts_with(mark); };
    using namespace std::string_view_literals;
    Candidate chosen{Encoding::utf_8, {}};
    if (starts("\xff\xfe\0\0"sv)) {
        chosen = {Encoding::utf_32le, from_utf32(bytes, 4, false)};
    } else if (starts("\0\0\xfe\xff"sv)) {
        chosen = {Encoding::utf_32be, from_utf32(bytes, 4, true)};
    } else if (starts("\xff\xfe")) {
        chosen = {Encoding::utf_16le, from_utf16(bytes, 2, false)};
    } else if (starts("\xfe\xff")) {
        chosen = {Encoding::utf_16be, from_utf16(bytes, 2, true)};
    } else {
        const bool marked = starts("\xef\xbb\xbf");
        chosen = {Encoding::utf_8, from_utf8(bytes, marked ? 3 : 0)};
        const bool has_zero = std::ranges::find(bytes, 0) != bytes.end();
        if (!marked && (chosen.attempted.broken_at || has_zero)) {
            auto guessed = guess(bytes);
            if (guessed) chosen = std::move(*guessed);
        }
    }
    if (chosen.attempted.broken_at) {
        return refuse(refusals::encoding_unknown, std::string(name), "byte " + std::to_string(*chosen.attempted.broken_at));
    }
    for (const auto& character : chosen.attempted.characters) {
        if (is_control(character.c)) {
            return refuse(refusals::control_characters, code_point(character.c), "byte " + std::to_string(character.from));
        }
    }
    settle_lines(chosen.attempted.characters);
    return Decoded{std::move(chosen.attempted.characters), chosen.encoding};
}

void append_utf8(std::string& text, char32_t c) {
    const auto octet = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x80) {
        octet(c);
        return;
    }
    if (c < 0x800) {
        octet(0xc0 | c >> 6);
    } else {
        if (c < 0x10000) {
            octet(0xe0 | c >> 12);
        } else {
            octet(0xf0 | c >> 18);
            octet(0x80 | (c >> 12 & 0x3f));
        }
        octet(0x80 | (c >> 6 & 0x3f));
    }
    octet(0x80 | (c & 0x3f));
}

std::string utf8_of(const Characters& text, std::size_t from, std::size_t to) {
    std::string result;
    for (auto i = from; i < to; ++i) append_utf8(result, text[i].c);
    return result;
}

}  // namespace ponte::plan_text
