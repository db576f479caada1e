#pragma once

// What may be asked of the accords desk. A command is a plain value; asking changes nothing.

#include "desks/accords/commands_partners.h"
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

// ---- The negotiation file ---------------------------------------------------------------------------------

struct HoldRound {
    static constexpr std::string_view name = "accords.hold_round";

    InstrumentId instrument;
    Period date;
    std::string place;
    std::optional<std::string> note;
    Evidence evidence;
};
BOOST_DESCRIBE_STRUCT(HoldRound, (), (instrument, date, place, note, evidence))

struct DraftArticle {
    static constexpr std::string_view name = "accords.draft_article";

    InstrumentId instrument;
    std::string article;
    JurisdictionId proposed_by;
    std::vector<DraftText> texts;
    std::optional<Date> date;            // Today where absent.
    std::optional<std::uint16_t> round;  // Absent: between rounds.
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DraftArticle, (), (instrument, article, proposed_by, texts, date, round, note))

// On the article's last version.
struct StatePosition {
    static constexpr std::string_view name = "accords.state_position";

    InstrumentId instrument;
    std::string article;
    JurisdictionId party;
    Stance stance{};
    std::string text;
    std::optional<Date> date;
};
BOOST_DESCRIBE_STRUCT(StatePosition, (), (instrument, article, party, stance, text, date))

struct MarkArticle {
    static constexpr std::string_view name = "accords.mark_article";

    InstrumentId instrument;
    std::string article;
    ArticleMark mark{};
    std::string reason;  // May be empty where it is agreed.
    std::optional<Date> date;
};
BOOST_DESCRIBE_STRUCT(MarkArticle, (), (instrument, article, mark, reason, date))

struct PassPen {
    static constexpr std::string_view name = "accords.pass_pen";

    InstrumentId instrument;
    JurisdictionId to;
    std::optional<Date> date;
    std::optional<Date> due;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(PassPen, (), (instrument, to, date, due, note))

// ---- Activities under the ties of cities ------------------------------------------------------------------

struct PlanActivity {
    static constexpr std::string_view name = "accords.plan_activity";

    InstrumentId instrument;
    ActivityId activity;
    Names names;
    Period planned;
    std::string place;
    std::optional<std::string> note;
    std::optional<Stage> stage;
};
BOOST_DESCRIBE_STRUCT(PlanActivity, (), (instrument, activity, names, planned, place, note, stage))

struct HoldActivity {
    static constexpr std::string_view name = "accords.hold_activity";

    InstrumentId instrument;
    ActivityId activity;
    Names names;  // As planned where empty.
    Period date;
    std::optional<std::string> place;
    std::optional<std::string> outcome;
    Evidence evidence;
    std::optional<Stage> stage;
};
BOOST_DESCRIBE_STRUCT(HoldActivity, (), (instrument, activity, names, date, place, outcome, evidence, stage))

struct CancelActivity {
    static constexpr std::string_view name = "accords.cancel_activity";

    InstrumentId instrument;
    ActivityId activity;
    std::string reason;
    std::optional<Date> date;
};
BOOST_DESCRIBE_STRUCT(CancelActivity, (), (instrument, activity, reason, date))

using Command = std::variant<RegisterInstrument, AmendRecord, MoveInstrument, NameBodies, TakeStep, CorrectStep, ContradictStep, MoveStep, StateThreshold,
                             HoldRound, DraftArticle, StatePosition, MarkArticle, PassPen, PlanActivity, HoldActivity, CancelActivity,
                             RecordRequest, AcknowledgeRequest, AnswerRequest, MoveRequest, StrikeRequest, StateRoute, StateClause, RecordListing,
                             PublishList, RecordFigure, SetWeights, RecordCount>;

}  // namespace ponte::accords
