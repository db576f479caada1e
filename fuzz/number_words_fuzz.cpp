// rooms: base
// rooms: base
// Whatever bytes come in, the number-word parser answers or refuses; and what it answers holds together.
#include "base/check.h"
#include "base/number_words.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ponte::NumberReading reading{.language = static_cast<ponte::NumberLanguage>(data[0] % 4),
                                       .biliao_unsettled = (data[0] & 4U) != 0};
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const auto understood = ponte::understand_number(text, reading);
    if (!understood) {
        CHECK(understood.error().kind.code.starts_with("number_words."));
        return 0;
    }
    CHECK(understood->value.scale <= 18);
    CHECK(understood->said.find('\n') == std::string_view::npos);
    // What was understood, written plainly, is understood as the same.
    const auto again = ponte::understand_number(understood->value.to_text(), {ponte::NumberLanguage::en, false});
    CHECK(again.has_value());
    CHECK(again->value == understood->value);
    return 0;
}
