#include "journal/head.h"

#include "journal/fixed_fields.h"

#include <algorithm>

namespace ponte::journal {

namespace {

constexpr std::string_view magic = "PONTEHD1";
constexpr std::size_t seal_bytes = 8;
constexpr std::uint64_t state_open = 1;
constexpr std::uint64_t state_closed = 2;

std::string place(Files& files, std::size_t offset) { return files.name() + "/" + head_path + " at " + std::to_string(offset); }

}  // namespace

// The digest comes first and its beginning last, so that a write that was cut off has two different ones
// and a flipped bit has not.
HeadSlotBytes Head::encode() const {
    HeadSlotBytes slot{};
    FieldWriter fields(std::span<std::uint8_t>(slot).subspan(32));
    fields.octets(view_of(magic));
    fields.number(writes);
    fields.number(size);
    fields.octets(root.bytes);
    fields.number(bytes);
    fields.number(segment);
    fields.number(end);
    fields.number(closed ? state_closed : state_open);
    const Digest digest = sha256(ByteView(slot).subspan(32, head_slot_bytes - 32 - seal_bytes));
    std::ranges::copy(digest.bytes, slot.begin());
    fields.octets(ByteView(digest.bytes).first(seal_bytes));
    return slot;
}

std::optional<Head> Head::parse(ByteView slot) {
    FieldReader fields(slot.subspan(32 + magic.size()));
    Head head;
    head.writes = fields.number<std::uint64_t>();
    head.size = fields.number<std::uint64_t>();
    head.root = fields.digest();
    head.bytes = fields.number<std::uint64_t>();
    head.segment = fields.number<std::uint64_t>();
    head.end = fields.number<std::uint64_t>();
    head.closed = fields.number<std::uint64_t>() == state_closed;
    if (!std::ranges::equal(head.encode(), slot.first(head_slot_bytes))) return std::nullopt;
    return head;
}

Attempt<HeadFile> read_head(Files& files) {
    const Bytes bytes = TRY(read_whole(files, head_path, head_file_bytes));
    if (bytes.size() != head_file_bytes) return fail("journal.head_damaged", place(files, bytes.size()), "the file is too short");
    std::array<std::optional<Head>, 2> slots;
    for (std::size_t i = 0; i < 2; ++i) {
        const ByteView sector = ByteView(bytes).subspan(i * head_slot_distance, head_slot_distance);
        const auto stain = std::ranges::find_if(sector.subspan(head_slot_bytes), [](std::uint8_t byte) { return byte != 0; });
        if (stain != sector.end()) {
            const auto offset = static_cast<std::size_t>(stain - sector.begin()) + i * head_slot_distance;
            return fail("journal.head_damaged", place(files, offset), "a byte that must be zero");
        }
        slots[i] = Head::parse(sector);
        if (slots[i] && slots[i]->writes % 2 != i) {
            return fail("journal.head_damaged", place(files, i * head_slot_distance), "a slot of the other place");
        }
    }
    if (!slots[0] && !slots[1]) return fail("journal.head_damaged", place(files, 0), "neither slot reads well");
    const std::size_t newest = !slots[0] || (slots[1] && slots[1]->writes > slots[0]->writes) ? 1 : 0;
    HeadFile head{*slots[newest], slots[1 - newest], {}};
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>((1 - newest) * head_slot_distance), head_slot_bytes, head.other_bytes.begin());
    return head;
}

namespace {

Bytes head_file(Head head, bool closed) {
    Bytes bytes(head_file_bytes);
    for (std::size_t i = 0; i < 2; ++i) {
        head.writes = i;
        head.closed = closed && i == 1;
        std::ranges::copy(head.encode(), bytes.begin() + static_cast<std::ptrdiff_t>(i * head_slot_distance));
    }
    return bytes;
}

}  // namespace

Bytes closed_head_file(Head head) { return head_file(head, true); }
Attempt<Done> create_head(Files& files, const Head& head) { return write_whole(files, head_path, head_file(head, false)); }

bool is_torn_slot(const HeadSlotBytes& slot, std::span<const Head> after, std::span<const Head> before) {
    if (std::equal(slot.begin(), slot.begin() + seal_bytes, slot.end() - seal_bytes)) return false;
    for (const Head& written : after) {
        const HeadSlotBytes front = written.encode();
        const auto cut = std::ranges::mismatch(slot, front).in1;
        if (cut == slot.begin()) continue;
        for (const Head& overwritten : before) {
            if (overwritten.writes + 2 != written.writes) continue;
            const HeadSlotBytes back = overwritten.encode();
            if (std::equal(cut, slot.end(), back.begin() + (cut - slot.begin()))) return true;
        }
    }
    return false;
}

Attempt<HeadWriter> HeadWriter::open(Files& files, std::uint64_t writes) {
    auto file = TRY(files.open(head_path, OpenAs::write));
    return HeadWriter(std::move(file), writes);
}

Attempt<Done> HeadWriter::write(Head head, bool sync) {
    head.writes = writes_ + 1;
    TRY(file_->write_at(head.writes % 2 * head_slot_distance, {head.encode()}));
    writes_ = head.writes;
    ++unsynced_;
    if (sync || unsynced_ >= head_lag_max) {
        TRY(file_->sync());
        unsynced_ = 0;
    }
    return Done{};
}

}  // namespace ponte::journal
