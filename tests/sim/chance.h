#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ponte::sim {

// The only source of chance in a run: the same seed draws the same numbers on every machine and with
// every library (SplitMix64, Steele, Lea and Flood 2014).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    [[nodiscard]] std::uint64_t draw() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    [[nodiscard]] std::uint64_t below(std::uint64_t end) { return draw() % end; }
    [[nodiscard]] bool one_in(std::uint64_t n) { return below(n) == 0; }
    template <class T>
    [[nodiscard]] const T& of(const std::vector<T>& all) {
        return all[below(all.size())];
    }
    template <class T, std::size_t N>
    [[nodiscard]] const T& of(const std::array<T, N>& all) {
        return all[below(N)];
    }

private:
    std::uint64_t state_;
};

}  // namespace ponte::sim
