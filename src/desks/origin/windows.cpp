#include "desks/origin/windows.h"

namespace ponte::origin {

namespace {

// The first such day of the year on or after `day`; nothing where the calendar ends.
std::optional<Date> next(std::uint8_t month, std::uint8_t of_month, Date day) {
    for (const int year : {day.year(), day.year() + 1}) {
        const auto found = Date::from_ymd(year, month, of_month);
        if (found && *found >= day) return found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<WindowOn> window_on(const std::vector<Window>& windows, Date day) {
    std::optional<WindowOn> open;
    for (const Window& window : windows) {
        const auto apply_by = next(window.apply_month, window.apply_day, day);
        if (!apply_by) continue;
        const auto in_force_by = next(window.force_month, window.force_day, apply_by->plus_days(1));
        if (in_force_by && (!open || *apply_by < open->apply_by)) open = {.apply_by = *apply_by, .in_force_by = *in_force_by};
    }
    return open;
}

}  // namespace ponte::origin
