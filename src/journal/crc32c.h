#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <initializer_list>

namespace ponte::journal {

// CRC-32C (Castagnoli) of the parts one after another: quick to say that a disk returned something else
// than was written. Who wanted to deceive is found by the tree, not by this.
[[nodiscard]] std::uint32_t crc32c(std::initializer_list<ByteView> parts);

}  // namespace ponte::journal
