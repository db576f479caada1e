#include "adapters/csv/encoding.h"

#include "adapters/csv/csv.h"

#include <cstring>
#include <optional>
#include <unicode/utf8.h>

namespace ponte::csv {

namespace {

std::optional<std::size_t> first_byte_not_utf8(ByteView bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    const auto length = static_cast<std::int32_t>(bytes.size());  // At most bytes_max.
    for (std::int32_t i = 0; i < length;) {
        std::uint64_t eight = 0;
        if (length - i >= 8) {
            std::memcpy(&eight, bytes.data() + i, 8);
            if ((eight & high_bits) == 0) {
                i += 8;
                continue;
            }
        }
        const auto at = i;
        UChar32 c = 0;
        U8_NEXT(bytes.data(), i, length, c);
        if (c < 0) return static_cast<std::size_t>(at);
    }
    return std::nullopt;
}

bool within(std::uint8_t byte, std::uint8_t from, std::uint8_t to) { return byte >= from && byte <= to; }

bool is_letter_at(ByteView bytes, std::size_t i) {
    return i < bytes.size() && (within(bytes[i], 'a', 'z') || within(bytes[i], 'A', 'Z'));
}

// Well formed by the pattern of GB 18030, and every pair in the part that Chinese is written with. The
// accented letters of a Western encoding break it: they stand alone, or as a pair inside a word.
bool looks_like_gb18030(ByteView bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        if (bytes[i] < 0x80) {
            ++i;
        } else if (i + 1 < bytes.size() && within(bytes[i], 0xa1, 0xfe) && within(bytes[i + 1], 0xa1, 0xfe)) {
            if (i > 0 && is_letter_at(bytes, i - 1) && is_letter_at(bytes, i + 2)) return false;
            i += 2;
        } else if (i + 3 < bytes.size() && within(bytes[i], 0x81, 0xfe) && within(bytes[i + 1], 0x30, 0x39) &&
                   within(bytes[i + 2], 0x81, 0xfe) && within(bytes[i + 3], 0x30, 0x39)) {
            i += 4;
        } else {
            return false;
        }
    }
    return true;
}

}  // namespace

Outcome<std::string_view> utf8_text(ByteView bytes) {
    auto text = text_of(bytes);
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return refuse(refusals::encoding, "UTF-16", "byte 0");
    if (text.starts_with("\x84\x31\x95\x33")) return refuse(refusals::encoding, "GB18030", "byte 0");
    // Without its mark, UTF-16 is told by the empty half of a plain letter.
    const auto empty_half = text.substr(0, 2).find('\0');
    if (empty_half != text.npos) return refuse(refusals::encoding, "UTF-16", "byte " + std::to_string(empty_half));
    if (const auto at = first_byte_not_utf8(bytes)) {
        return refuse(refusals::encoding, looks_like_gb18030(bytes) ? "GB18030" : "not UTF-8", "byte " + std::to_string(*at));
    }
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    return text;
}

}  // namespace ponte::csv
