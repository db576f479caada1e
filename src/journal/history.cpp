#include "journal/history.h"

#include "base/canonical.h"
#include "base/described_values.h"

#include <algorithm>

namespace ponte::journal {

namespace {

std::string entry_place(std::uint64_t sequence) { return "entry " + std::to_string(sequence); }

// The event of an entry whose type says that it is one.
template <class Event>
Attempt<Event> event_of(std::uint64_t sequence, const EntryView& entry) {
    if (entry.version != Event::version) {
        return fail("journal.release_too_old", entry_place(sequence), std::string(Event::name) + ": unknown version");
    }
    auto event = from_bytes<Event>(entry.payload);
    if (!event) return fail("journal.entry_damaged", entry_place(sequence), std::string(Event::name) + " unreadable");
    return *std::move(event);
}

Attempt<Done> hear(History& history, std::uint64_t sequence, const JournalOpened& opened) {
    if (sequence != 0) return fail("journal.entry_damaged", entry_place(sequence), "a journal opens once, as entry 0");
    if (log_id_of(opened) != opened.log_id) {
        return fail("journal.entry_damaged", entry_place(sequence), "the log id does not follow from the opening");
    }
    history.opened = opened;
    history.keys = {{0, opened.log_key}};
    return Done{};
}

Attempt<Done> hear(History& history, std::uint64_t sequence, const KeyRotated& rotated) {
    const Bytes message = key_rotation_message(history.opened.log_id, rotated.old_key, rotated.new_key);
    if (rotated.old_key != history.key() || !signature_holds(rotated.old_key, message, rotated.signature)) {
        return fail("journal.entry_damaged", entry_place(sequence), "a key rotation that the key before has not signed");
    }
    history.keys.push_back({sequence, rotated.new_key});
    return Done{};
}

Attempt<Done> hear(History& history, std::uint64_t, const TailSetAside& tail) {
    history.tails.insert(tail.digest);
    return Done{};
}

Attempt<Done> hear(History& history, std::uint64_t, const WitnessNamed& witness) {
    // A name with a new key replaces its old one.
    std::erase_if(history.witnesses, [&](const WitnessNamed& one) { return one.witness == witness.witness; });
    history.witnesses.push_back(witness);
    history.witnesses_ever.push_back(witness);
    return Done{};
}

template <class Event>
Attempt<Done> hear_entry(History& history, std::uint64_t sequence, const EntryView& entry) {
    const Event event = TRY(event_of<Event>(sequence, entry));
    return hear(history, sequence, event);
}

}  // namespace

Attempt<Done> evolve(History& history, std::uint64_t sequence, const EntryView& entry) {
    if (sequence == 0 && entry.type != JournalOpened::type) {
        return fail("journal.entry_damaged", entry_place(0), "a journal begins with its opening");
    }
    switch (entry.type) {
        case JournalOpened::type: return hear_entry<JournalOpened>(history, sequence, entry);
        case KeyRotated::type: return hear_entry<KeyRotated>(history, sequence, entry);
        case TailSetAside::type: return hear_entry<TailSetAside>(history, sequence, entry);
        case WitnessNamed::type: return hear_entry<WitnessNamed>(history, sequence, entry);
        default: return Done{};  // Heads of runs and all that desks wrote.
    }
}

}  // namespace ponte::journal
