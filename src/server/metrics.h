#pragma once

#include "server/wire.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>

// What the service counts, for Prometheus. Routes are templates: nothing that was asked for becomes a label.
namespace ponte::server {

class Metrics {
public:
    void count(const std::string& route, unsigned status, std::chrono::nanoseconds took);
    void count_block(std::size_t decisions, std::chrono::nanoseconds took);

    struct Now {
        std::uint64_t journal_entries = 0;
        std::size_t children = 0;
        std::size_t answers_kept = 0;
        bool stopped = false;
        WireNumbers wire;
    };
    // Text format 0.0.4.
    [[nodiscard]] std::string text(const Now& now) const;

private:
    static constexpr std::array<double, 9> bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 1, 10};
    struct Times {
        std::array<std::uint64_t, bounds.size()> up_to{};
        std::uint64_t count = 0;
        double seconds = 0;
        void add(std::chrono::nanoseconds took);
        void append(std::string& out, const std::string& name, const std::string& labels) const;
    };
    std::map<std::pair<std::string, unsigned>, std::uint64_t> answers_;
    std::map<std::string, Times> times_;
    Times blocks_;
    std::uint64_t decisions_ = 0;
};

}  // namespace ponte::server
