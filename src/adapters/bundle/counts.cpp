#include "adapters/bundle/counts.h"

#include <array>
#include <string_view>

namespace ponte::bundle {

namespace {

constexpr std::uint16_t numbers_counted = 379;
constexpr std::uint32_t traders_min = 3;

// In the order of their numbers, from 1.
constexpr std::array<std::string_view, 10> names{"certificates_issued", "certificates_used",   "certificates_cancelled", "exporters_registered",
                                                 "products_registered", "changes_requested",   "changes_accepted",       "changes_declined",
                                                 "suppliers_certified", "suppliers_cancelled"};

}  // namespace

std::optional<std::string> add_count_row(Counts& counts, std::uint64_t sequence, const Entry& entry) {
    if (entry.type != numbers_counted) return "kind of entry";
    Cursor in(entry.payload);
    const std::uint8_t what = in.one_of(names.size());
    const std::uint16_t year = in.u16();
    const std::uint32_t count = in.u32();
    const std::uint32_t traders = in.u32();
    if (!in.finished()) return "fields";
    if (traders < traders_min) return "traders";
    if (!counts.emplace(std::pair(year, what), YearsCount{.sequence = sequence, .count = count}).second) return "count";
    return std::nullopt;
}

std::vector<CountFigure> count_figures(const Counts& counts, int year) {
    std::vector<CountFigure> figures;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto found = counts.find({static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(i + 1)});
        figures.push_back({.name = std::string(names[i]), .stated = found == counts.end() ? std::nullopt : std::optional(found->second)});
    }
    return figures;
}

}  // namespace ponte::bundle
