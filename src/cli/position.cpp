#include "cli/position.h"

#include "house/refusals.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace ponte::cli {

Attempt<Outcome<std::uint64_t>> position_named(const std::string& text, const std::string& place, house::House& house) {
    using Position = Outcome<std::uint64_t>;
    if (const auto day = Date::from_text(text)) {
        auto found = TRY(house.position_on(*day));
        if (!found) found.error().place = place;
        return found;
    }
    std::uint64_t position = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    const bool is_number = !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!is_number) return Position(refuse(refusals::value_unreadable, text + ": a sequence or a day such as 2020-12-31", place));
    const std::uint64_t size = house.journal().size();
    if (error != std::errc() || position > size) {
        return Position(refuse(house::refusals::position_unknown, text + ", the journal has " + std::to_string(size), place));
    }
    return Position(position);
}

Attempt<Outcome<std::optional<std::uint64_t>>> position_of(const Arguments& arguments, house::House& house) {
    using Position = Outcome<std::optional<std::uint64_t>>;
    const auto at = arguments.option("at");
    if (!at) return Position(std::nullopt);
    const auto position = TRY(position_named(*at, "--at", house));
    if (!position) return Position(std::unexpected(position.error()));
    return Position(*position);
}

void say_position(const house::Past& past) {
    std::fprintf(stderr, "as at entry %llu, %s\n", static_cast<unsigned long long>(past.position), past.time.to_text().c_str());
}

}  // namespace ponte::cli
