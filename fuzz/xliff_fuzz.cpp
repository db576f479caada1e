// rooms: adapters.xliff
// Whatever bytes come in, the reader answers or refuses with a place; and what it read, written again, is
// read as the same document.
#include "adapters/xliff/xliff.h"
#include "base/check.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view file(reinterpret_cast<const char*>(data), size);
    const auto document = ponte::xliff::read(file);
    if (!document) {
        CHECK(document.error().kind.code.starts_with("xliff."));
        return 0;
    }
    const auto again = ponte::xliff::read(ponte::xliff::write(*document));
    CHECK(again.has_value());
    CHECK(*again == *document);
    return 0;
}
