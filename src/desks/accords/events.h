#pragma once

// What has happened at the accords desk: instruments, the steps of their lives, the talks before them and the
// ties of cities under them. Its public face; an event is never edited, a new need is a new version.

#include "base/described_values.h"
#include "base/languages.h"
#include "desks/accords/events_partners.h"
#include "desks/accords/events_requests.h"
#include "desks/accords/events_kinds.h"
#include "mechanisms/dated/dated.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::accords {

// ---- Instruments ------------------------------------------------------------------------------------------

// The Mainland (CN), Macao (MO) and Hong Kong (HK) are parties of their own. Cities and financial intelligence
// units are named organs of the jurisdiction in which they are.
struct Party {
    JurisdictionId place;
    Names organ;  // Empty: the jurisdiction itself.

    friend bool operator==(const Party&, const Party&) = default;
};
BOOST_DESCRIBE_STRUCT(Party, (), (place, organ))

struct NameStatus {
    Language language{};
    TextStatus status{};

    friend bool operator==(const NameStatus&, const NameStatus&) = default;
};
BOOST_DESCRIBE_STRUCT(NameStatus, (), (language, status))

// From what the day of entry into force is counted.
enum class ForceBy : std::uint8_t {
    unknown = 1,      // the clause is not known here
    last_notice = 2,  // the last party's notice that its procedures are done, on the day it was received
    fixed_date = 3,
    exchange = 4,     // of instruments of ratification
    signature = 5,    // the last party's
    publication = 6,  // of the text, in the gazette
    other = 7         // as `clause` says; nothing is computed
};
BOOST_DESCRIBE_ENUM(ForceBy, unknown, last_notice, fixed_date, exchange, signature, publication, other)

// days: that many days after. months: the same day so many months after, or the month's last. first_of_month:
// the first day of the month that begins after so many months.
enum class CountIn : std::uint8_t { days = 1, months = 2, first_of_month = 3 };
BOOST_DESCRIBE_ENUM(CountIn, days, months, first_of_month)

struct ForceClause {
    ForceBy by{};
    std::uint16_t count = 0;    // 0..3,650
    CountIn unit{};
    std::optional<Date> fixed;  // of fixed_date alone
    std::string clause;         // "art. 28(1)", and the words of `other`

    friend bool operator==(const ForceClause&, const ForceClause&) = default;
};
BOOST_DESCRIBE_STRUCT(ForceClause, (), (by, count, unit, fixed, clause))

// next_calendar_year: the first tax year that begins on or after 1 January of the year after the entry into force.
// next_tax_year: the first that begins on or after the entry into force.
enum class EffectFrom : std::uint8_t { unknown = 1, on_force = 2, next_calendar_year = 3, next_tax_year = 4, fixed_date = 5 };
BOOST_DESCRIBE_ENUM(EffectFrom, unknown, on_force, next_calendar_year, next_tax_year, fixed_date)

// From when a tax instrument has effect at one party; tax years begin there on `month`/`day`.
struct EffectClause {
    JurisdictionId place;
    EffectFrom from{};
    std::uint8_t month = 1;
    std::uint8_t day = 1;
    std::optional<Date> fixed;
    std::string clause;

    friend bool operator==(const EffectClause&, const EffectClause&) = default;
};
BOOST_DESCRIBE_STRUCT(EffectClause, (), (place, from, month, day, fixed, clause))

enum class TermFrom : std::uint8_t { signature = 1, force = 2 };
BOOST_DESCRIBE_ENUM(TermFrom, signature, force)

// For how long. The last day is the one of the same date so many months later, or that month's last.
struct Term {
    std::uint16_t months = 0;          // 1..1,200
    TermFrom from{};
    bool tacit = false;                // Goes on by itself for `renewal_months` and again, unless ended.
    std::uint16_t renewal_months = 0;  // 0: as long as `months`
    std::uint16_t notice_days = 0;     // How long before the last day an end or a renewal is to be notified.

    friend bool operator==(const Term&, const Term&) = default;
};
BOOST_DESCRIBE_STRUCT(Term, (), (months, from, tacit, renewal_months, notice_days))

// All that is known of an instrument besides its life.
struct InstrumentRecord {
    InstrumentKind kind{};
    std::vector<Party> parties;  // 2..16, no place twice
    Names names;                 // At least one; a missing language falls back to one that is there.
    std::vector<NameStatus> name_statuses;
    std::string text_reference;  // Where the text is: "Aviso CE 19/2020, BO 27/2020 II". Empty: not published.
    std::vector<JurisdictionId> territories;  // Where it applies, if not simply at its parties.
    std::string territory_note;
    std::vector<InstrumentId> amends;
    std::vector<InstrumentId> replaces;
    std::optional<InstrumentId> under;  // The framework that foresees it.
    ForceClause force;
    std::vector<EffectClause> effects;  // One a party at most.
    std::optional<Term> term;
    std::string note;
    std::vector<Source> sources;        // At least one.

    friend bool operator==(const InstrumentRecord&, const InstrumentRecord&) = default;
};
BOOST_DESCRIBE_STRUCT(InstrumentRecord, (), (kind, parties, names, name_statuses, text_reference, territories, territory_note, amends, replaces,
                                             under, force, effects, term, note, sources))

// A live file obeys the order of its steps; a historic one may have papers that nobody here has seen.
struct InstrumentRegistered {
    static constexpr std::string_view name = "accords.instrument_registered/1";

    InstrumentId instrument;
    bool live = false;
    InstrumentRecord record;
    Stage stage{};
    BodyId body;                    // Who keeps the file.
    Side side{};
    std::vector<BodyId> concerned;  // Who sees it besides, whatever its stage.
    Blind blind{};

    friend bool operator==(const InstrumentRegistered&, const InstrumentRegistered&) = default;
};
BOOST_DESCRIBE_STRUCT(InstrumentRegistered, (), (instrument, live, record, stage, body, side, concerned, blind))

// The record was wrong or short, and is so no more. What it was stays in the history.
struct RecordAmended {
    static constexpr std::string_view name = "accords.record_amended/1";

    InstrumentId instrument;
    std::uint16_t version = 0;  // From 2.
    InstrumentRecord record;
    std::string reason;
    Blind blind{};

    friend bool operator==(const RecordAmended&, const RecordAmended&) = default;
};
BOOST_DESCRIBE_STRUCT(RecordAmended, (), (instrument, version, record, reason, blind))

// Its existence, record and the steps that stood at the old stage are open to more readers. Never back.
struct InstrumentMoved {
    static constexpr std::string_view name = "accords.instrument_moved/1";

    InstrumentId instrument;
    Stage from{};
    Stage to{};
    Blind blind{};

    friend bool operator==(const InstrumentMoved&, const InstrumentMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(InstrumentMoved, (), (instrument, from, to, blind))

// Replaces the list of bodies that see the file besides its keeper.
struct BodiesNamed {
    static constexpr std::string_view name = "accords.bodies_named/1";

    InstrumentId instrument;
    std::vector<BodyId> concerned;
    std::string reason;

    friend bool operator==(const BodiesNamed&, const BodiesNamed&) = default;
};
BOOST_DESCRIBE_STRUCT(BodiesNamed, (), (instrument, concerned, reason))

// ---- Steps ------------------------------------------------------------------------------------------------

enum class StepKind : std::uint8_t {
    talks = 1,            // begun
    text_agreed = 2,
    initialling = 3,
    authorisation = 4,    // by the Central People's Government
    empowerment = 5,      // a dispatch delegates the power to sign to a named signatory
    signing = 6,          // a party's; without a party: all on that day
    procedures = 7,       // a party's internal procedures are done
    notice = 8,           // a party's notice of that was received
    exchange = 9,         // of instruments of ratification
    force = 10,
    effect = 11,          // at a party
    text_notice = 12,     // the text was published
    force_notice = 13,    // the entry into force was published
    amendment = 14,       // by another instrument
    suspension = 15,
    resumption = 16,
    renewal = 17,
    termination = 18,
    lapse = 19
};
BOOST_DESCRIBE_ENUM(StepKind, talks, text_agreed, initialling, authorisation, empowerment, signing, procedures, notice, exchange, force, effect,
                    text_notice, force_notice, amendment, suspension, resumption, renewal, termination, lapse)

// What shows that a step was taken: a source, and the paper itself where the journal holds it.
struct Evidence {
    Source source;
    std::optional<Digest> paper;  // an attachment of the journal

    friend bool operator==(const Evidence&, const Evidence&) = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (source, paper))

struct StepTaken {
    static constexpr std::string_view name = "accords.step_taken/1";

    InstrumentId instrument;
    std::uint16_t number = 0;              // From 1, in the order of recording.
    StepKind step{};
    std::optional<JurisdictionId> party;   // Whose; absent where it is of all.
    Period date;                           // Wider than a day where the day is not known.
    bool unverified = false;               // Whether it was taken at all is not known; if so, not before date.from.
    bool retroactive = false;              // Its day lies before the papers that it rests on, and the source says so.
    std::vector<StepKind> earlier_unknown; // Papers it needs that nobody here has seen: a historic file.
    std::string signatory;                 // Of an empowerment or signing: the office, not the person.
    std::string document;                  // The paper's own number: "Despacho CE 160/2019".
    std::optional<InstrumentId> by;        // Of an amendment or a termination: the instrument that does it.
    std::optional<Date> until;             // Of a renewal: the last day of the new term.
    std::string note;
    Evidence evidence;
    Stage stage{};                         // Not above the instrument's.
    Blind blind{};

    friend bool operator==(const StepTaken&, const StepTaken&) = default;
};
BOOST_DESCRIBE_STRUCT(StepTaken, (), (instrument, number, step, party, date, unverified, retroactive, earlier_unknown, signatory, document, by,
                                      until, note, evidence, stage, blind))

// A step was recorded wrongly: it has another day, or never was. The record keeps what was said before.
struct StepCorrected {
    static constexpr std::string_view name = "accords.step_corrected/1";

    InstrumentId instrument;
    std::uint16_t number = 0;
    bool withdrawn = false;
    std::optional<Period> date;  // Present unless withdrawn.
    bool unverified = false;
    std::string reason;
    Evidence evidence;
    Blind blind{};

    friend bool operator==(const StepCorrected&, const StepCorrected&) = default;
};
BOOST_DESCRIBE_STRUCT(StepCorrected, (), (instrument, number, withdrawn, date, unverified, reason, evidence, blind))

// A second source gives the step another day. Both stay; between them the standing is unknown.
struct StepContradicted {
    static constexpr std::string_view name = "accords.step_contradicted/1";

    InstrumentId instrument;
    std::uint16_t number = 0;
    Period date;
    Evidence evidence;
    Blind blind{};

    friend bool operator==(const StepContradicted&, const StepContradicted&) = default;
};
BOOST_DESCRIBE_STRUCT(StepContradicted, (), (instrument, number, date, evidence, blind))

struct StepMoved {
    static constexpr std::string_view name = "accords.step_moved/1";

    InstrumentId instrument;
    std::uint16_t number = 0;
    Stage from{};
    Stage to{};
    Blind blind{};

    friend bool operator==(const StepMoved&, const StepMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(StepMoved, (), (instrument, number, from, to, blind))

// How an instrument stands on a day.
enum class Standing : std::uint8_t {
    unrecorded = 1,  // nothing is recorded of it up to that day
    in_talks = 2,
    text_agreed = 3,
    initialled = 4,
    authorised = 5,
    empowered = 6,
    partly_signed = 7,
    signed_by_all = 8,
    in_procedure = 9,  // signed; internal procedures, notices or ratification under way
    in_force = 10,
    suspended = 11,
    terminated = 12,
    lapsed = 13
};
BOOST_DESCRIBE_ENUM(Standing, unrecorded, in_talks, text_agreed, initialled, authorised, empowered, partly_signed, signed_by_all, in_procedure,
                    in_force, suspended, terminated, lapsed)

// Configuration of this house, not law: after how many days without a step a file of that standing is stalled.
struct ThresholdStated {
    static constexpr std::string_view name = "accords.threshold_stated/1";

    Standing standing{};
    std::optional<InstrumentKind> kind;  // Absent: of every kind that has none of its own.
    std::uint16_t days = 0;
    std::string reason;

    friend bool operator==(const ThresholdStated&, const ThresholdStated&) = default;
};
BOOST_DESCRIBE_STRUCT(ThresholdStated, (), (standing, kind, days, reason))

// ---- The negotiation file ---------------------------------------------------------------------------------
// Open to the bodies concerned and to nobody else, whatever the stage of the instrument.

struct RoundHeld {
    static constexpr std::string_view name = "accords.round_held/1";

    InstrumentId instrument;
    std::uint16_t round = 0;  // From 1.
    Period date;
    std::string place;        // Where, or how: "Lisbon", "by video".
    std::string note;
    Evidence evidence;
    Blind blind{};

    friend bool operator==(const RoundHeld&, const RoundHeld&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundHeld, (), (instrument, round, date, place, note, evidence, blind))

struct DraftText {
    Language language{};
    std::string text;

    friend bool operator==(const DraftText&, const DraftText&) = default;
};
BOOST_DESCRIBE_STRUCT(DraftText, (), (language, text))

// A wording of one article, in the languages in which somebody has written it so far. It opens the article again.
struct ArticleDrafted {
    static constexpr std::string_view name = "accords.article_drafted/1";

    InstrumentId instrument;
    std::string article;         // "5", "5-A", "preamble"
    std::uint16_t version = 0;   // From 1.
    Date date;
    std::uint16_t round = 0;     // 0: between rounds.
    JurisdictionId proposed_by;  // A party.
    std::vector<DraftText> texts;
    std::string note;
    Blind blind{};

    friend bool operator==(const ArticleDrafted&, const ArticleDrafted&) = default;
};
BOOST_DESCRIBE_STRUCT(ArticleDrafted, (), (instrument, article, version, date, round, proposed_by, texts, note, blind))

enum class Stance : std::uint8_t { accepts = 1, reserves = 2, rejects = 3 };
BOOST_DESCRIBE_ENUM(Stance, accepts, reserves, rejects)

// What a party says to one version of an article.
struct PositionStated {
    static constexpr std::string_view name = "accords.position_stated/1";

    InstrumentId instrument;
    std::string article;
    std::uint16_t version = 0;
    JurisdictionId party;
    Stance stance{};
    Date date;
    std::string text;
    Blind blind{};

    friend bool operator==(const PositionStated&, const PositionStated&) = default;
};
BOOST_DESCRIBE_STRUCT(PositionStated, (), (instrument, article, version, party, stance, date, text, blind))

enum class ArticleMark : std::uint8_t { open = 1, agreed = 2, dropped = 3 };
BOOST_DESCRIBE_ENUM(ArticleMark, open, agreed, dropped)

// Agreed: every party has accepted the last version.
struct ArticleMarked {
    static constexpr std::string_view name = "accords.article_marked/1";

    InstrumentId instrument;
    std::string article;
    std::uint16_t version = 0;
    ArticleMark mark{};
    Date date;
    std::string reason;
    Blind blind{};

    friend bool operator==(const ArticleMarked&, const ArticleMarked&) = default;
};
BOOST_DESCRIBE_STRUCT(ArticleMarked, (), (instrument, article, version, mark, date, reason, blind))

// Who writes next, and by when he said he would.
struct PenPassed {
    static constexpr std::string_view name = "accords.pen_passed/1";

    InstrumentId instrument;
    JurisdictionId to;
    Date date;
    std::optional<Date> due;
    std::string note;
    Blind blind{};

    friend bool operator==(const PenPassed&, const PenPassed&) = default;
};
BOOST_DESCRIBE_STRUCT(PenPassed, (), (instrument, to, date, due, note, blind))

// ---- Activities under the ties of cities ------------------------------------------------------------------

// Said again for the same activity, it is planned anew.
struct ActivityPlanned {
    static constexpr std::string_view name = "accords.activity_planned/1";

    InstrumentId instrument;
    ActivityId activity;
    Names names;
    Period planned;
    std::string place;
    std::string note;
    Stage stage{};  // Not above the tie's.
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const ActivityPlanned&, const ActivityPlanned&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivityPlanned, (), (instrument, activity, names, planned, place, note, stage, body, side, blind))

// It took place; planned here before, or not.
struct ActivityHeld {
    static constexpr std::string_view name = "accords.activity_held/1";

    InstrumentId instrument;
    ActivityId activity;
    Names names;
    Period date;
    std::string place;
    std::string outcome;
    Evidence evidence;
    Stage stage{};
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const ActivityHeld&, const ActivityHeld&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivityHeld, (), (instrument, activity, names, date, place, outcome, evidence, stage, body, side, blind))

struct ActivityCancelled {
    static constexpr std::string_view name = "accords.activity_cancelled/1";

    InstrumentId instrument;
    ActivityId activity;
    Date date;
    std::string reason;
    Blind blind{};

    friend bool operator==(const ActivityCancelled&, const ActivityCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivityCancelled, (), (instrument, activity, date, reason, blind))

using Event = std::variant<InstrumentRegistered, RecordAmended, InstrumentMoved, BodiesNamed, StepTaken, StepCorrected, StepContradicted, StepMoved,
                           ThresholdStated, RoundHeld, ArticleDrafted, PositionStated, ArticleMarked, PenPassed, ActivityPlanned, ActivityHeld,
                           ActivityCancelled,
                           RequestRecorded, RequestAcknowledged, RequestAnswered, RequestMoved, RequestStruck, RouteStated, ClauseStated, ListingRecorded,
                           ListPublished, FigureRecorded, WeightsSet, CountPublished>;

}  // namespace ponte::accords
