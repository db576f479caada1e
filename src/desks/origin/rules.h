#pragma once

#include "desks/origin/refusals.h"
#include "desks/origin/view.h"
#include "desks/origin/words_of_rows.h"

// What the decisions of this desk have in common.
namespace ponte::origin {

inline bool may_record(const View& view) { return view.asker.has("origin", access::Role::officer) || view.asker.may_configure("origin"); }
inline bool may_sign(const View& view) { return view.asker.has("origin", access::Role::head) || view.asker.may_configure("origin"); }

inline std::string at_row(std::string_view list, std::size_t row, std::string_view field = {}) {
    return "/" + std::string(list) + "/" + std::to_string(row) + std::string(field);
}

}  // namespace ponte::origin

// Refuses with the first fault that a check of words finds.
#define REFUSE_FAULT(...)                                             \
    do {                                                              \
        if (auto fault_ = (__VA_ARGS__)) return std::unexpected(*std::move(fault_)); \
    } while (false)
