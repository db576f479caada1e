#include "house/past.h"

#include "base/canonical.h"
#include "base/check.h"
#include "house/event_codec.h"
#include "house/event_types.h"
#include "house/replay.h"

#include <algorithm>
#include <array>

namespace ponte::house {

namespace {

// What may come by the million, and is kept with its history by its desk instead. A desk's event belongs
// here only when the desk's questions can be asked of the present state up to a position.
constexpr std::array kept_with_history{
    event_type(conference::ObservationRecorded::name), event_type(conference::ActionRecorded::name), event_type(conference::ItemSignedOff::name),
    event_type(conference::ItemMoved::name),           event_type(conference::ItemVerified::name),   event_type(conference::ItemWithdrawn::name),
    event_type(conference::ObservationsImported::name), event_type(ledger::AccountOpened::name),      event_type(ledger::TransferPosted::name),
    // These change no desk.
    event_type(RequestRefused::name), event_type(TimeReached::name), event_type(ClockConfirmed::name)};

bool is_kept_with_history(std::uint16_t type) { return std::ranges::find(kept_with_history, type) != kept_with_history.end(); }

}  // namespace

std::optional<std::string> Replay::take(const journal::StoredEntry& stored) {
    if (stored.entry.type <= journal::own_type_max) {
        if (stored.entry.type != journal::RunHeaded::type) return std::nullopt;
        auto head = from_bytes<journal::RunHeaded>(stored.entry.payload);
        if (!head) return "a run's head that cannot be read";
        head_ = *std::move(head);
        head_sequence_ = stored.sequence;
        return std::nullopt;
    }
    const auto event = decode_event(stored.entry.type, stored.entry.version, stored.entry.payload);
    if (!event) return "an entry of type " + std::to_string(stored.entry.type) + " that this release cannot read";
    evolve(desks_, *event,
           {.sequence = stored.sequence,
            .leaf = stored.leaf,
            .time = head_.time,
            .actor = PersonId(head_.actor),
            .run = head_sequence_});
    last_ = *event;
    return std::nullopt;
}

void Memory::take(std::uint64_t sequence, const journal::EntryView& entry) {
    if (entry.type == journal::RunHeaded::type) {
        const auto head = from_bytes<journal::RunHeaded>(entry.payload);
        CHECK(head.has_value());
        const auto [actor, fresh] = places_of_actors_.try_emplace(head->actor, static_cast<std::uint32_t>(actors_.size()));
        if (fresh) actors_.emplace_back(head->actor);
        runs_.push_back({.first = sequence, .parts = head->parts, .actor = actor->second});
        return;
    }
    if (entry.type <= journal::own_type_max || is_kept_with_history(entry.type)) return;
    CHECK(!runs_.empty());
    kept_.push_back({.sequence = sequence,
                     .from = bytes_.size(),
                     .run = static_cast<std::uint32_t>(runs_.size() - 1),
                     .length = static_cast<std::uint32_t>(entry.payload.size()),
                     .type = entry.type,
                     .version = entry.version});
    bytes_.insert(bytes_.end(), entry.payload.begin(), entry.payload.end());
}

std::uint64_t Memory::end_of_run(std::uint64_t position) const {
    // The last run that begins before the position. A decision is all there or not at all.
    const auto behind = std::ranges::lower_bound(runs_, position, {}, &Run::first);
    if (behind == runs_.begin()) return position;
    const Run& run = *std::prev(behind);
    return std::max(position, run.first + 1 + run.parts);
}

std::size_t Memory::bytes_kept() const { return runs_.size() * sizeof(Run) + kept_.size() * sizeof(Kept) + bytes_.size(); }

Attempt<Past> Memory::at(const Desks& present, journal::Journal& journal, std::uint64_t end) const {
    Past past;
    past.position = end;
    if (end > 0) past.time = TRY(journal.time_of(end - 1));
    past.desks.conference.present = &present.conference;
    past.desks.conference.until = end;
    past.desks.ledger.present = &present.ledger;
    past.desks.ledger.until = end;
    const Run* timed = nullptr;
    Instant time;
    for (const Kept& kept : kept_) {
        if (kept.sequence >= end) break;
        const Run& run = runs_[kept.run];
        if (timed != &run) time = TRY(journal.time_of(run.first));
        timed = &run;
        const auto event = decode_event(kept.type, kept.version, ByteView(bytes_).subspan(kept.from, kept.length));
        CHECK(event.has_value());  // It was when it was folded first.
        evolve(past.desks, *event,
               {.sequence = kept.sequence, .leaf = journal.tree().leaf(kept.sequence), .time = time, .actor = actors_[run.actor], .run = run.first});
    }
    return past;
}

Attempt<Past> fold_until(journal::Journal& journal, std::uint64_t position) {
    Past past;
    if (position > journal.size()) {
        return fail("house.position_unknown", "position " + std::to_string(position), "the journal has " + std::to_string(journal.size()) + " entries");
    }
    Replay replay(past.desks);
    std::optional<Fault> fault;
    const auto visit = [&](const journal::StoredEntry& stored) {
        if (auto wrong = replay.take(stored)) {
            fault = Fault{"house.entry_unreadable", "entry " + std::to_string(stored.sequence), *wrong};
            return false;
        }
        past.time = std::max(past.time, stored.time);
        return true;
    };
    // A position inside a run stands for the end of that run: a decision is all there or not at all.
    std::uint64_t end = position;
    if (position > 0 && position < journal.size()) {
        std::uint64_t open_until = position;
        const auto measure = [&](const journal::StoredEntry& stored) {
            if (stored.entry.type == journal::RunHeaded::type) {
                const auto head = from_bytes<journal::RunHeaded>(stored.entry.payload);
                if (head) open_until = stored.sequence + 1 + head->parts;
            }
            return stored.sequence + 1 < position;
        };
        TRY(journal.for_each_entry(0, position, measure));
        end = std::max(position, open_until);
    }
    TRY(journal.for_each_entry(0, end, visit));
    if (fault) return std::unexpected(*fault);
    past.position = end;
    return past;
}

}  // namespace ponte::house
