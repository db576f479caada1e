#pragma once
// The desks at work together; below, their states, what may be asked and what may have happened.
#include "base/recorded.h"
#include "desks/access/commands.h"
#include "desks/access/state.h"
#include "desks/accords/commands.h"
#include "desks/accords/state.h"
#include "desks/calendar/commands.h"
#include "desks/calendar/state.h"
#include "desks/conference/commands.h"
#include "desks/conference/state.h"
#include "desks/directory/commands.h"
#include "desks/directory/state.h"
#include "desks/meetings/commands.h"
#include "desks/meetings/state.h"
#include "desks/origin/commands.h"
#include "desks/origin/state.h"
#include "desks/planning/commands.h"
#include "desks/planning/state.h"
#include "desks/publication/commands.h"
#include "desks/publication/state.h"
#include "desks/reporting/commands.h"
#include "desks/reporting/state.h"
#include "desks/stay/commands.h"
#include "desks/stay/state.h"
#include "desks/training/commands.h"
#include "desks/training/state.h"
#include "desks/translation/commands.h"
#include "desks/translation/state.h"
#include "desks/withholding/commands.h"
#include "desks/withholding/state.h"
#include "house/events.h"
#include "ledger/commands.h"
#include "ledger/state.h"

#include <string>
#include <variant>
#include <vector>

// The desks at work together: their states side by side, and the closed lists of what may be asked and
// what may have happened. The house only wires; every rule is a desk's.
namespace ponte::house {

// Whole desks are made, copied and ended in one translation unit (desks_whole.cpp): fifteen desks' maps in each file
// that holds a house were a quarter of the build.
struct Desks {
    Desks();
    ~Desks();
    Desks(const Desks& other);
    Desks(Desks&& other) noexcept;
    Desks& operator=(const Desks& other);
    Desks& operator=(Desks&& other) noexcept;

    directory::State directory;
    access::State access;
    calendar::State calendar;
    conference::State conference;
    ledger::State ledger;
    reporting::State reporting;
    meetings::State meetings;
    planning::State planning;
    translation::State translation;
    publication::State publication;
    accords::State accords;
    withholding::State withholding;
    training::State training;
    stay::State stay;
    origin::State origin;

    friend bool operator==(const Desks&, const Desks&) = default;
};

using CommandOfADesk = std::variant<directory::Command, access::Command, calendar::Command, conference::Command, ledger::Command,
                                    reporting::Command, meetings::Command, planning::Command, translation::Command, publication::Command, accords::Command,
                                    withholding::Command, training::Command, stay::Command, origin::Command>;
using EventOfADesk = std::variant<Event, directory::Event, access::Event, calendar::Event, conference::Event, ledger::Event,
                                  reporting::Event, meetings::Event, planning::Event, translation::Event, publication::Event, accords::Event,
                                  withholding::Event, training::Event, stay::Event, origin::Event>;

struct AnyCommand : CommandOfADesk {
    using CommandOfADesk::CommandOfADesk;
    AnyCommand();
    ~AnyCommand();
    AnyCommand(const AnyCommand& other);
    AnyCommand(AnyCommand&& other) noexcept;
    AnyCommand& operator=(const AnyCommand& other);
    AnyCommand& operator=(AnyCommand&& other) noexcept;
};

struct AnyEvent : EventOfADesk {
    using EventOfADesk::EventOfADesk;
    AnyEvent();
    ~AnyEvent();
    AnyEvent(const AnyEvent& other);
    AnyEvent(AnyEvent&& other) noexcept;
    AnyEvent& operator=(const AnyEvent& other);
    AnyEvent& operator=(AnyEvent&& other) noexcept;
};

// Who asks, when, and where the answer will stand.
struct Asking {
    const access::Grant& asker;
    Instant now;
    std::uint64_t position = 0;
    Digest nonce;
    std::string_view origin = {};  // Of the journal.
    std::optional<meetings::Adopted> adopted = {};  // Where something is to be sealed: what both sides' witnesses have cosigned.
};

// The desk's decision on const state, and what other desks add to it (reactions.h): events or a refusal,
// nothing done.
[[nodiscard]] Outcome<std::vector<AnyEvent>> decide(const Desks& desks, const AnyCommand& command, const Asking& asking);

// The fold. The house's own events change no desk.
void evolve(Desks& desks, const AnyEvent& event, const Recorded& recorded);

// Broken promises: of what an event touched (in every rehearsal), or of everything.
[[nodiscard]] std::optional<std::string> broken_promise_touched_by(const Desks& desks, const AnyEvent& event);
[[nodiscard]] std::optional<std::string> broken_promise_anywhere(const Desks& desks);

[[nodiscard]] std::string_view name_of(const AnyCommand& command);  // "conference.import_plan"
[[nodiscard]] std::string_view desk_of(const AnyCommand& command);  // "conference"

}  // namespace ponte::house
