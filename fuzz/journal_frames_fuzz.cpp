// rooms: journal base
// Whatever bytes come in as an entry, a frame, a head slot, an identity or an event of the journal's own:
// what reads, writes back to the same bytes.
#include "base/canonical.h"
#include "base/check.h"
#include "base/described_values.h"
#include "journal/events.h"
#include "journal/entry.h"
#include "journal/frames.h"
#include "journal/head.h"
#include "journal/identity.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace {

template <class Event>
void check_event(ponte::ByteView bytes) {
    const auto event = ponte::from_bytes<Event>(bytes);
    if (event) CHECK(std::ranges::equal(ponte::to_bytes(*event), bytes));
}

template <class Frame>
void check_frame(ponte::ByteView bytes) {
    const auto frame = Frame::parse(bytes);
    if (!frame) return;
    const auto again = frame->encode();
    CHECK(std::ranges::equal(again, bytes.first(again.size())));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ponte::journal;
    const ponte::ByteView bytes(data, size);
    if (const auto entry = parse_entry(bytes)) {
        CHECK(entry->bytes.size() == size);
        Block block;
        block.add(entry->type, entry->version, entry->payload);
        CHECK(std::ranges::equal(block.bytes(), bytes));
    }
    check_frame<SegmentHeader>(bytes);
    check_frame<BlockHeader>(bytes);
    if (size >= head_slot_bytes) check_frame<Head>(bytes);
    if (const auto opened = identity_from(ponte::text_of(bytes))) CHECK(identity_text(*opened) == ponte::text_of(bytes));
    check_event<JournalOpened>(bytes);
    check_event<KeyRotated>(bytes);
    check_event<TailSetAside>(bytes);
    check_event<WitnessNamed>(bytes);
    check_event<RunHeaded>(bytes);
    return 0;
}
