#include "mechanisms/seats/seats.h"

#include <algorithm>
#include <map>

namespace ponte {

namespace {

struct Room {
    std::uint32_t open = 0;  // Places kept for nobody.
    std::map<std::string, std::uint32_t> kept;   // ... for a group, not taken.
    std::map<std::string, std::uint32_t> taken;  // By a group, of either sort.
    std::map<std::string, std::uint32_t> most;

    explicit Room(const Seats& seats) : open(seats.seats) {
        for (const Quota& quota : seats.quotas) {
            kept[quota.group] = quota.reserved;
            open -= std::min(open, quota.reserved);
            if (quota.most) most[quota.group] = *quota.most;
        }
    }
    [[nodiscard]] bool at_most(const std::string& group) const {
        const auto limit = most.find(group);
        const auto held = taken.find(group);
        return limit != most.end() && (held == taken.end() ? 0 : held->second) >= limit->second;
    }
    // Somebody who was confirmed stays, also where the numbers have become smaller since.
    Seating keep(const std::string& group) {
        ++taken[group];
        std::uint32_t& own = kept[group];
        if (own > 0) {
            --own;
            return Seating::reserved;
        }
        open -= std::min(open, 1U);
        return Seating::open;
    }
    std::optional<Seating> take(const std::string& group) {
        const auto own = kept.find(group);
        const bool has_kept = own != kept.end() && own->second > 0;
        if (at_most(group) || (!has_kept && open == 0)) return std::nullopt;
        return keep(group);
    }
    [[nodiscard]] Waiting why(const std::string& group) const {
        if (at_most(group)) return Waiting::group_at_most;
        const bool any_kept = std::ranges::any_of(kept, [](const auto& one) { return one.second > 0; });
        return any_kept ? Waiting::kept_for_others : Waiting::full;
    }
};

}  // namespace

std::vector<Seated> seated(const Seats& seats, const std::vector<Nominee>& nominees) {
    Room room(seats);
    std::vector<Seated> all(nominees.size());
    for (std::size_t i = 0; i < nominees.size(); ++i) {
        all[i] = {.number = nominees[i].number, .seating = nominees[i].withdrawn ? Seating::withdrawn : Seating::waits};
        if (nominees[i].confirmed && !nominees[i].withdrawn) all[i].seating = room.keep(nominees[i].group);
    }
    for (std::size_t i = 0; i < nominees.size(); ++i) {
        if (all[i].seating != Seating::waits) continue;
        if (const auto seat = room.take(nominees[i].group)) all[i].seating = *seat;
    }
    std::uint32_t line = 0;
    for (std::size_t i = 0; i < nominees.size(); ++i) {
        if (all[i].seating != Seating::waits) continue;
        all[i].why = room.why(nominees[i].group);
        all[i].place_in_line = ++line;
    }
    return all;
}

std::uint32_t free_seats(const Seats& seats, const std::vector<Seated>& all) {
    const auto taken = std::ranges::count_if(all, [](const Seated& one) { return one.seating == Seating::reserved || one.seating == Seating::open; });
    return seats.seats - std::min(seats.seats, static_cast<std::uint32_t>(taken));
}

}  // namespace ponte
