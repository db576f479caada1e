#pragma once

#include "desks/origin/facts.h"

namespace ponte::origin {

struct WindowOn {
    Date apply_by;      // The last day of the window that the day falls in, itself in it.
    Date in_force_by;   // The day by which what was asked for in it is in force.

    friend bool operator==(const WindowOn&, const WindowOn&) = default;
};

// The window that is open on the day; nothing without windows.
[[nodiscard]] std::optional<WindowOn> window_on(const std::vector<Window>& windows, Date day);

}  // namespace ponte::origin
