// rooms: base
// The values of base as text and as bytes. A day has one spelling, so what reads must write itself the
// same; the others may be said in more ways, so what is written must read as the same value.
#include "base/canonical.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/described_values.h"
#include "base/money.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

template <class T>
void reads_as_it_writes(std::string_view text) {
    const auto value = T::from_text(text);
    if (value && value->to_text() != text) __builtin_trap();
}

template <class T>
void writes_what_it_reads(std::string_view text) {
    const auto value = T::from_text(text);
    if (value && T::from_text(value->to_text()) != value) __builtin_trap();
}

template <class T>
void decodes_as_it_encodes(ponte::ByteView bytes) {
    const auto value = ponte::from_bytes<T>(bytes);
    if (value && !std::ranges::equal(ponte::to_bytes(*value), bytes)) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ponte::ByteView bytes(data, size);
    const std::string_view text = ponte::text_of(bytes);
    reads_as_it_writes<ponte::Date>(text);
    writes_what_it_reads<ponte::Period>(text);
    writes_what_it_reads<ponte::Instant>(text);
    writes_what_it_reads<ponte::Decimal>(text);
    writes_what_it_reads<ponte::Money>(text);
    decodes_as_it_encodes<ponte::Period>(bytes);
    decodes_as_it_encodes<ponte::Decimal>(bytes);
    decodes_as_it_encodes<ponte::Money>(bytes);
    return 0;
}
