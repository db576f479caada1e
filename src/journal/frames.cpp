#include "journal/frames.h"

#include "journal/crc32c.h"
#include "journal/fixed_fields.h"
#include "journal/lines.h"

#include <fmt/format.h>

namespace ponte::journal {

namespace {

constexpr std::string_view segment_magic = "PONTESG1";
constexpr std::string_view block_magic = "PONTEBK1";
constexpr std::string_view suffix = ".seg";
constexpr std::size_t digits = 16;

}  // namespace

SegmentHeaderBytes SegmentHeader::encode() const {
    SegmentHeaderBytes bytes{};
    FieldWriter fields(bytes);
    fields.octets(view_of(segment_magic));
    fields.number(std::uint64_t{0});
    fields.octets(log_id.bytes);
    fields.number(first);
    fields.number(crc32c({ByteView(bytes).first(segment_header_bytes - 8)}));
    return bytes;
}

std::optional<SegmentHeader> SegmentHeader::parse(ByteView bytes) {
    if (bytes.size() < segment_header_bytes) return std::nullopt;
    FieldReader fields(bytes.subspan(segment_magic.size() + 8));
    SegmentHeader header;
    header.log_id = fields.digest();
    header.first = fields.number<std::uint64_t>();
    // One header, one spelling: what it would be written as must be what is there.
    if (!std::ranges::equal(header.encode(), bytes.first(segment_header_bytes))) return std::nullopt;
    return header;
}

BlockHeaderBytes BlockHeader::encode() const {
    BlockHeaderBytes header{};
    FieldWriter fields(header);
    fields.octets(view_of(block_magic));
    fields.number(entries);
    fields.number(bytes);
    fields.number(stamp.first);
    fields.number(stamp.time.micros);
    fields.octets(stamp.root.bytes);
    fields.number(crc);
    fields.number(std::uint32_t{0});
    fields.number(crc32c({ByteView(header).first(block_header_bytes - 8)}));
    return header;
}

std::optional<BlockHeader> BlockHeader::parse(ByteView bytes) {
    if (bytes.size() < block_header_bytes) return std::nullopt;
    if (text_of(bytes.first(block_magic.size())) != block_magic) return std::nullopt;
    FieldReader fields(bytes.subspan(block_magic.size()));
    BlockHeader header;
    header.entries = fields.number<std::uint32_t>();
    header.bytes = fields.number<std::uint32_t>();
    header.stamp.first = fields.number<std::uint64_t>();
    header.stamp.time.micros = fields.number<std::int64_t>();
    header.stamp.root = fields.digest();
    header.crc = fields.number<std::uint32_t>();
    if (!std::ranges::equal(header.encode(), bytes.first(block_header_bytes))) return std::nullopt;
    if (header.entries == 0 || header.bytes > block_bytes_max) return std::nullopt;
    return header;
}

std::string segment_name(std::uint64_t first) { return fmt::format("{:016}{}", first, suffix); }

std::optional<std::uint64_t> segment_named(std::string_view name) {
    if (name.size() != digits + suffix.size() || !name.ends_with(suffix)) return std::nullopt;
    std::string_view number = name.substr(0, digits);
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    return number_from(number);
}

}  // namespace ponte::journal
