#pragma once

#include "base/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Who has a seat and who waits, from nothing but the order of nomination and a few numbers: so many places in
// all, so many kept for a group, so many at most for a group. Pure: asked again with the same list it says the
// same, and it says why.
//
//   1. Whoever was confirmed keeps his seat, as long as he has not withdrawn.
//   2. In order of nomination, each takes a place kept for his group, or else one of the places that are kept
//      for nobody, unless his group has the most that it may have.
//   3. The others wait, in order of nomination. When a seat becomes free, the same rules move them up.
//
// A place kept for a group stays empty until someone of the group comes, or until it is given up by a smaller
// number: nobody else is put on it.
namespace ponte {

struct Quota {
    std::string group;
    std::uint32_t reserved = 0;
    std::optional<std::uint32_t> most;

    friend bool operator==(const Quota&, const Quota&) = default;
};

struct Nominee {
    std::uint32_t number = 0;  // In order of nomination.
    std::string group;
    bool confirmed = false;
    bool withdrawn = false;
};

enum class Seating : std::uint8_t { reserved = 1, open = 2, waits = 3, withdrawn = 4 };
BOOST_DESCRIBE_ENUM(Seating, reserved, open, waits, withdrawn)

// Why somebody waits: all places are taken; those that are left are kept for other groups; or his own group
// has the most that it may have.
enum class Waiting : std::uint8_t { none = 1, full = 2, kept_for_others = 3, group_at_most = 4 };
BOOST_DESCRIBE_ENUM(Waiting, none, full, kept_for_others, group_at_most)

struct Seated {
    std::uint32_t number = 0;
    Seating seating{};
    Waiting why = Waiting::none;
    std::uint32_t place_in_line = 0;  // Of those who wait: 1 is next of all. 0: does not wait.

    friend bool operator==(const Seated&, const Seated&) = default;
};

struct Seats {
    std::uint32_t seats = 0;
    std::vector<Quota> quotas;
};

// In the order of `nominees`, one each. Quotas name a group once and keep no more than there are seats.
[[nodiscard]] std::vector<Seated> seated(const Seats& seats, const std::vector<Nominee>& nominees);

// Seats that nobody has, kept or not.
[[nodiscard]] std::uint32_t free_seats(const Seats& seats, const std::vector<Seated>& all);

}  // namespace ponte
