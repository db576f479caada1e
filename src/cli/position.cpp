#include "cli/position.h"

#include "house/refusals.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace ponte::cli {

Instant Standpoint::time(const house::Past& past) const {
    if (!day) return past.time;
    constexpr std::int64_t day_micros = std::int64_t{86'400} * 1'000'000;
    constexpr std::int64_t offset_micros = std::int64_t{480} * 60 * 1'000'000;
    const Instant end{(std::int64_t{day->day} + 1) * day_micros - offset_micros - 1};
    return std::max(past.time, end);
}

Attempt<Outcome<Standpoint>> standpoint_named(const std::string& text, const std::string& place, house::House& house) {
    using Found = Outcome<Standpoint>;
    if (const auto day = Date::from_text(text)) {
        auto position = TRY(house.position_on(*day));
        if (position) return Found(Standpoint{.position = *position, .day = day});
        position.error().place = place;
        return Found(std::unexpected(position.error()));
    }
    std::uint64_t position = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    const bool is_number = !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!is_number) return Found(refuse(refusals::value_unreadable, text + ": a sequence or a day such as 2020-12-31", place));
    const std::uint64_t size = house.journal().size();
    if (error != std::errc() || position > size) {
        return Found(refuse(house::refusals::position_unknown, text + ", the journal has " + std::to_string(size), place));
    }
    return Found(Standpoint{.position = position, .day = {}});
}

Attempt<Outcome<std::optional<Standpoint>>> standpoint_of(const Arguments& arguments, house::House& house) {
    using Found = Outcome<std::optional<Standpoint>>;
    const auto at = arguments.option("at");
    if (!at) return Found(std::nullopt);
    const auto found = TRY(standpoint_named(*at, "--at", house));
    if (!found) return Found(std::unexpected(found.error()));
    return Found(*found);
}

void say_standpoint(const Standpoint& standpoint, const house::Past& past) {
    std::fprintf(stderr, "as at %s, entry %llu, recorded until %s\n", standpoint.as_at(past).to_text().c_str(),
                 static_cast<unsigned long long>(past.position), past.time.to_text().c_str());
}

}  // namespace ponte::cli
