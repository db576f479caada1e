#pragma once

#include "desks/stay/events.h"

#include <algorithm>
#include <map>
#include <vector>

// What is known of who may stay where, as neighbours may hold it.
namespace ponte::stay {

// Since a source has seen it in force, a rule without a known beginning holds: only its end is still to be asked.
[[nodiscard]] inline Answer in_force_on(const Validity& validity, const std::optional<Date>& seen, Date day) {
    if (!validity.from_unknown || !seen || day < *seen) return holds_on(validity, day);
    Validity since = validity;
    since.from_unknown = false;
    since.from = Period{*seen, *seen};
    return holds_on(since, day);
}

struct Snapshot {
    SnapshotOpened opened;
    std::uint64_t sequence = 0;
    std::map<JurisdictionId, std::vector<Cell>> lines;  // By passport; cells in ascending order of destination.

    [[nodiscard]] const Cell* find(const JurisdictionId& passport, const JurisdictionId& destination) const {
        const auto line = lines.find(passport);
        if (line == lines.end()) return nullptr;
        const auto cell = std::ranges::lower_bound(line->second, destination, {}, &Cell::destination);
        return cell == line->second.end() || cell->destination != destination ? nullptr : &*cell;
    }

    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

struct Corrected {
    Rule was;
    std::string reason;
    std::uint64_t sequence = 0;

    friend bool operator==(const Corrected&, const Corrected&) = default;
};

struct KnownRule {
    Rule rule;  // As it stands: corrected and ended.
    std::uint64_t sequence = 0;
    std::optional<RuleEnded> ended;
    std::vector<Corrected> corrections;

    friend bool operator==(const KnownRule&, const KnownRule&) = default;
};

struct Zone {
    ZoneDefined defined;
    std::uint64_t sequence = 0;
    std::vector<ZoneMemberDated> members;  // In the order in which they were recorded.

    [[nodiscard]] Answer has_on(const JurisdictionId& place, Date day) const {
        Answer found = Answer::no;
        for (const ZoneMemberDated& one : members) {
            if (one.member == place) found = either(found, in_force_on(one.validity, one.seen, day));
        }
        return found;
    }

    friend bool operator==(const Zone&, const Zone&) = default;
};

}  // namespace ponte::stay
