#include "base/figures.h"

#include <array>

namespace ponte {

std::string Figure::line() const {
    std::string text = id + '\t' + rule + '\t' + series + '\t' + value + '\t' + period + '\t' + badge + '\t';
    for (std::size_t i = 0; i < entries.size(); ++i) text += (i == 0 ? "" : ",") + std::to_string(entries[i]);
    return text + '\n';
}

Digest chained(const Digest& chain, std::uint64_t sequence, const Digest& leaf) {
    std::array<std::uint8_t, 8> octets;
    for (std::size_t i = 0; i < 8; ++i) octets[i] = static_cast<std::uint8_t>(sequence >> (8 * i) & 0xffU);
    return sha256_of_parts({chain.bytes, octets, leaf.bytes});
}

}  // namespace ponte
