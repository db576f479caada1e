#pragma once

// What may be asked of the accords desk. A command is a plain value; asking changes nothing.

#include "desks/accords/events.h"

namespace ponte::accords {

// ---- Instruments ------------------------------------------------------------------------------------------

struct RegisterInstrument {
    static constexpr std::string_view name = "accords.register_instrument";

    InstrumentId instrument;
    bool live = false;  // Its steps are taken here, in order, and not loaded from what is known of them.
    InstrumentRecord record;
    std::optional<Stage> stage;   // Internal where absent.
    std::optional<BodyId> body;   // The asker's where absent.
    std::vector<BodyId> concerned;
};
BOOST_DESCRIBE_STRUCT(RegisterInstrument, (), (instrument, live, record, stage, body, concerned))

struct AmendRecord {
    static constexpr std::string_view name = "accords.amend_record";

    InstrumentId instrument;
    InstrumentRecord record;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AmendRecord, (), (instrument, record, reason))

struct MoveInstrument {
    static constexpr std::string_view name = "accords.move_instrument";

    InstrumentId instrument;
    Stage to{};
};
BOOST_DESCRIBE_STRUCT(MoveInstrument, (), (instrument, to))

struct NameBodies {
    static constexpr std::string_view name = "accords.name_bodies";

    InstrumentId instrument;
    std::vector<BodyId> concerned;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(NameBodies, (), (instrument, concerned, reason))

// ---- Steps ------------------------------------------------------------------------------------------------

struct TakeStep {
    static constexpr std::string_view name = "accords.take_step";

    InstrumentId instrument;
    StepKind step{};
    std::optional<JurisdictionId> party;
    Period date;
    bool reported = false;    // Of a historic file: the papers before it may be unknown here.
    bool unverified = false;
    bool retroactive = false;
    std::optional<std::string> signatory;
    std::optional<std::string> document;
    std::optional<InstrumentId> by;
    std::optional<Date> until;
    std::optional<std::string> note;
    Evidence evidence;
    std::optional<Stage> stage;  // The instrument's where absent.
};
BOOST_DESCRIBE_STRUCT(TakeStep, (), (instrument, step, party, date, reported, unverified, retroactive, signatory, document, by, until, note, evidence, stage))

struct CorrectStep {
    static constexpr std::string_view name = "accords.correct_step";

    InstrumentId instrument;
    std::uint16_t number = 0;
    std::optional<Period> date;  // Absent: the step was never taken.
    bool unverified = false;
    std::string reason;
    Evidence evidence;
};
BOOST_DESCRIBE_STRUCT(CorrectStep, (), (instrument, number, date, unverified, reason, evidence))

struct ContradictStep {
    static constexpr std::string_view name = "accords.contradict_step";

    InstrumentId instrument;
    std::uint16_t number = 0;
    Period date;
    Evidence evidence;
};
BOOST_DESCRIBE_STRUCT(ContradictStep, (), (instrument, number, date, evidence))

struct MoveStep {
    static constexpr std::string_view name = "accords.move_step";

    InstrumentId instrument;
    std::uint16_t number = 0;
    Stage to{};
};
BOOST_DESCRIBE_STRUCT(MoveStep, (), (instrument, number, to))

struct StateThreshold {
    static constexpr std::string_view name = "accords.state_threshold";

    Standing standing{};
    std::optional<InstrumentKind> kind;
    std::uint16_t days = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StateThreshold, (), (standing, kind, days, reason))

using Command = std::variant<RegisterInstrument, AmendRecord, MoveInstrument, NameBodies, TakeStep, CorrectStep, ContradictStep, MoveStep, StateThreshold>;

}  // namespace ponte::accords
