#pragma once

#include "base/outcome.h"
#include "journal/entry.h"
#include "journal/events.h"
#include "journal/files.h"

#include <set>
#include <vector>

// What the journal knows from its own entries: who it is, which key signed since when, who witnesses.
namespace ponte::journal {

struct KeySince {
    std::uint64_t sequence = 0;  // The entry that made it the key.
    PublicKey key;
};

struct History {
    JournalOpened opened;
    std::vector<KeySince> keys;
    std::vector<WitnessNamed> witnesses;       // Who witnesses now: a name has one key.
    std::vector<WitnessNamed> witnesses_ever;  // Also with keys that were replaced.
    std::set<Digest> tails;  // Torn tails that an entry speaks of.

    [[nodiscard]] const PublicKey& key() const { return keys.back().key; }
};

// Folds an entry of the journal's own; leaves all others alone. A rotation that the old key has not
// signed, or a second opening, is damage.
[[nodiscard]] Attempt<Done> evolve(History& history, std::uint64_t sequence, const EntryView& entry);

}  // namespace ponte::journal
