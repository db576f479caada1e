#pragma once

#include "house/desks.h"
#include "journal/journal.h"

#include <map>
#include <vector>

// The desks as they stood, at any position, quickly: what few entries say (configuration, people, rounds,
// meetings) is folded anew from where it is kept in memory; what many entries say (papers with their
// lives, transfers) stands in the present state with its history and is looked at up to the position.
namespace ponte::house {

// The desks as they stood when the journal ended at `position` (a count of entries, at the end of a run).
// One made by House::at looks into the house's present desks, which must stay where they are and may grow.
struct Past {
    Desks desks;
    Instant time;
    std::uint64_t position = 0;
};

// Everything folded again from entry 0: what an auditor does, who believes no index. Slow.
[[nodiscard]] Attempt<Past> fold_until(journal::Journal& journal, std::uint64_t position);

// What the house keeps to go back: the bytes of every entry of the first kind, and 16 octets a run.
class Memory {
public:
    // Every entry of the log in order, once it is durable. The head of a run must be readable.
    void take(std::uint64_t sequence, const journal::EntryView& entry);

    // The end of the run that the position lies in, or the position itself. At most the log's size.
    [[nodiscard]] std::uint64_t end_of_run(std::uint64_t position) const;
    // `present` holds every entry before `end` and outlives what is returned.
    [[nodiscard]] Attempt<Past> at(const Desks& present, journal::Journal& journal, std::uint64_t end) const;

    // For whoever wants to know what it costs.
    [[nodiscard]] std::size_t entries_kept() const { return kept_.size(); }
    [[nodiscard]] std::size_t bytes_kept() const;

private:
    struct Run {
        std::uint64_t first = 0;
        std::uint32_t parts = 0;
        std::uint32_t actor = 0;
    };
    struct Kept {
        std::uint64_t sequence = 0;
        std::uint64_t from = 0;   // of its payload in bytes_
        std::uint32_t run = 0;    // index in runs_
        std::uint32_t length = 0;
        std::uint16_t type = 0;
        std::uint16_t version = 0;
    };
    std::vector<Run> runs_;
    std::vector<PersonId> actors_;
    std::map<std::string, std::uint32_t> places_of_actors_;
    std::vector<Kept> kept_;
    Bytes bytes_;
};

}  // namespace ponte::house
