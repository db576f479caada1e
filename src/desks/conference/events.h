#pragma once

// What has happened at the conference desk. Its public face; an event is never edited, a new need is a
// new version. Everything that a figure rests on names its *series*: "indicator/<id>" or
// "actions/<plan>/<measure>" or "sessions"; the series is the unit of completeness (state.h).

#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"
#include "desks/access/facts.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::conference {

using access::Stage;
using directory::Side;

using PlanId = Id<struct PlanTag>;            // "2020"
using IndicatorId = Id<struct IndicatorTag>;  // "m4.rmb_clearing_total"
using ItemId = Id<struct ItemTag>;            // An observation or an action: "obs-..." / "act-...", from its content
using MilestoneId = Id<struct MilestoneTag>;
using Blind = std::array<std::uint8_t, 16>;   // Random octets: the hash of a hidden row tells nothing of it.

struct AreaStated {
    std::uint16_t number = 0;
    std::string title;
    std::uint16_t first_measure = 0;
    std::uint16_t last_measure = 0;

    friend bool operator==(const AreaStated&, const AreaStated&) = default;
};
BOOST_DESCRIBE_STRUCT(AreaStated, (), (number, title, first_measure, last_measure))

// The head of an imported plan; its measures follow in the same run.
struct PlanImported {
    static constexpr std::string_view name = "conference.plan_imported/1";

    PlanId plan;
    std::uint16_t year = 0;
    std::string title;
    Language language{};
    TextStatus status{};         // official, or reference for a text in our own words
    Digest file;                 // SHA-256 of the file that was read
    std::string format;          // "text", "docx", "pdf"
    std::string encoding;
    std::vector<AreaStated> areas;
    std::uint16_t measures = 0;
    std::uint32_t folded_characters = 0;  // CJK compatibility ideographs repaired by NFC
    std::string source;

    friend bool operator==(const PlanImported&, const PlanImported&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanImported, (), (plan, year, title, language, status, file, format, encoding, areas, measures, folded_characters, source))

struct OwedNumber {
    std::string text;
    std::int64_t value = 0;

    friend bool operator==(const OwedNumber&, const OwedNumber&) = default;
};
BOOST_DESCRIBE_STRUCT(OwedNumber, (), (text, value))

// One measure as the text states it. Stated again by a corrected text: the earlier wording is kept.
struct MeasureStated {
    static constexpr std::string_view name = "conference.measure_stated/1";

    PlanId plan;
    std::uint16_t number = 0;
    std::uint16_t area = 0;
    std::string text;
    std::vector<std::string> duties;  // Clauses of the text, numbered from 1.
    std::vector<std::string> jurisdiction_sets;
    std::vector<std::string> bodies;
    std::vector<OwedNumber> owed_numbers;
    std::uint64_t bytes_from = 0;     // Where it stands in the file: [from, to)
    std::uint64_t bytes_to = 0;
    std::uint32_t line_from = 0;
    std::uint32_t line_to = 0;

    friend bool operator==(const MeasureStated&, const MeasureStated&) = default;
};
BOOST_DESCRIBE_STRUCT(MeasureStated, (), (plan, number, area, text, duties, jurisdiction_sets, bodies, owed_numbers, bytes_from, bytes_to, line_from, line_to))

struct MeasureChange {
    std::uint16_t number = 0;
    std::string kind;  // "reworded", "added", "dropped"

    friend bool operator==(const MeasureChange&, const MeasureChange&) = default;
};
BOOST_DESCRIBE_STRUCT(MeasureChange, (), (number, kind))

// A corrected text of a plan: what differs. The measures that changed follow in the same run.
struct PlanCorrected {
    static constexpr std::string_view name = "conference.plan_corrected/1";

    PlanId plan;
    Digest file;
    Digest previous_file;
    std::string title;
    std::vector<MeasureChange> changes;
    std::string reason;

    friend bool operator==(const PlanCorrected&, const PlanCorrected&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanCorrected, (), (plan, file, previous_file, title, changes, reason))

// A measure's text in another language; stale as soon as `of_text` is no longer the stated one.
struct TextStated {
    static constexpr std::string_view name = "conference.text_stated/1";

    PlanId plan;
    std::uint16_t measure = 0;  // 0: the plan's title and area titles
    Language language{};
    TextStatus status{};
    std::string text;                 // of the measure; of the plan's title when measure is 0
    std::vector<std::string> parts;   // duties; area titles when measure is 0
    Digest of_text;                   // SHA-256 of the text it translates
    std::string source;

    friend bool operator==(const TextStated&, const TextStated&) = default;
};
BOOST_DESCRIBE_STRUCT(TextStated, (), (plan, measure, language, status, text, parts, of_text, source))

enum class BodyRole : std::uint8_t { lead = 1, cooperating = 2, verifying = 3 };
BOOST_DESCRIBE_ENUM(BodyRole, lead, cooperating, verifying)

// Configuration, never in the plan: who leads, helps, verifies.
struct BodyAppointed {
    static constexpr std::string_view name = "conference.body_appointed/1";

    PlanId plan;
    std::uint16_t measure = 0;
    BodyId body;
    BodyRole role{};
    std::optional<Date> from;
    std::optional<Date> to;
    std::string note;

    friend bool operator==(const BodyAppointed&, const BodyAppointed&) = default;
};
BOOST_DESCRIBE_STRUCT(BodyAppointed, (), (plan, measure, body, role, from, to, note))

// The last day of an appointment that had none.
struct AppointmentEnded {
    static constexpr std::string_view name = "conference.appointment_ended/1";

    PlanId plan;
    std::uint16_t measure = 0;
    BodyId body;
    BodyRole role{};
    Date on;
    std::string reason;

    friend bool operator==(const AppointmentEnded&, const AppointmentEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(AppointmentEnded, (), (plan, measure, body, role, on, reason))

enum class Kind : std::uint8_t { flow = 1, stock = 2, cumulative = 3 };
BOOST_DESCRIBE_ENUM(Kind, flow, stock, cumulative)

enum class Better : std::uint8_t { more = 1, less = 2, none = 3 };
BOOST_DESCRIBE_ENUM(Better, more, less, none)

// How the figure of a date follows from the observations (queries_figure.cpp and docs/formats/bundle.md).
enum class Fold : std::uint8_t { latest = 1, sum = 2, count = 3 };
BOOST_DESCRIBE_ENUM(Fold, latest, sum, count)

// What kind of truth stands behind a number. Shown beside it wherever it is printed.
enum class Badge : std::uint8_t { published = 1, computed = 2, simulated = 3, illustration = 4, configuration = 5 };
BOOST_DESCRIBE_ENUM(Badge, published, computed, simulated, illustration, configuration)

struct TrajectoryPoint {
    Date date;
    Decimal value;

    friend bool operator==(const TrajectoryPoint&, const TrajectoryPoint&) = default;
};
BOOST_DESCRIBE_STRUCT(TrajectoryPoint, (), (date, value))

// The five statements that a measure of performance owes its reader (practice of the US Government
// Accountability Office, GAO-15-788).
struct QualityStatements {
    std::string verified;     // how data are verified and validated
    std::string source;
    std::string accuracy;     // what accuracy the use needs
    std::string limits;
    std::string compensated;  // how the limits are made up for

    friend bool operator==(const QualityStatements&, const QualityStatements&) = default;
};
BOOST_DESCRIBE_STRUCT(QualityStatements, (), (verified, source, accuracy, limits, compensated))

struct IndicatorDefined {
    static constexpr std::string_view name = "conference.indicator_defined/1";

    IndicatorId indicator;
    std::uint16_t version = 0;       // 1, 2, ...
    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;          // 0: the measure as a whole
    Names names;
    Names units;
    Kind kind{};
    Fold fold{};
    Better better{};
    std::uint8_t decimals = 0;
    std::uint8_t unit_exponent = 0;              // a value of 1 is 10^this of the plain unit: 9 for "RMB bn"
    std::uint8_t tolerance_percent = 0;          // of the expected value; inside it is "on course"
    std::vector<TrajectoryPoint> trajectory;     // first point is the baseline; empty: no target set
    Badge trajectory_badge{};                    // configuration, or illustration
    QualityStatements statements;
    std::string reason;                          // of a change of definition

    friend bool operator==(const IndicatorDefined&, const IndicatorDefined&) = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorDefined, (), (indicator, version, plan, measure, duty, names, units, kind, fold, better, decimals, unit_exponent, tolerance_percent, trajectory, trajectory_badge, statements, reason))

struct MilestoneSet {
    static constexpr std::string_view name = "conference.milestone_set/1";

    MilestoneId milestone;
    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Names names;
    Date due;
    Badge badge{};

    friend bool operator==(const MilestoneSet&, const MilestoneSet&) = default;
};
BOOST_DESCRIBE_STRUCT(MilestoneSet, (), (milestone, plan, measure, duty, names, due, badge))

struct MilestoneReached {
    static constexpr std::string_view name = "conference.milestone_reached/1";

    MilestoneId milestone;
    Date on;
    std::string evidence;  // an item id, or a URL

    friend bool operator==(const MilestoneReached&, const MilestoneReached&) = default;
};
BOOST_DESCRIBE_STRUCT(MilestoneReached, (), (milestone, on, evidence))

// Where a published statement was found.
struct Source {
    std::string url;
    std::string title;
    std::optional<Date> published;
    Date retrieved;

    friend bool operator==(const Source&, const Source&) = default;
};
BOOST_DESCRIBE_STRUCT(Source, (), (url, title, published, retrieved))

struct ObservationRecorded {
    static constexpr std::string_view name = "conference.observation_recorded/1";

    IndicatorId indicator;
    ItemId item;
    std::uint16_t definition = 0;   // version of the indicator's definition
    std::string as_published;       // the number as printed
    Decimal value;                  // in the indicator's unit
    std::string scale;              // the scale word as printed: "bn", "億", "mil milhões", or empty
    Period period;
    Source source;
    Badge badge{};
    BodyId body;                    // whose paper it is
    Side side{};
    Blind blind{};

    friend bool operator==(const ObservationRecorded&, const ObservationRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(ObservationRecorded, (), (indicator, item, definition, as_published, value, scale, period, source, badge, body, side, blind))

// Something that was done under a duty, with its evidence.
struct ActionRecorded {
    static constexpr std::string_view name = "conference.action_recorded/1";

    ItemId item;
    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;  // 0: the measure as a whole
    Date on;
    Names texts;
    Source source;
    Badge badge{};
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const ActionRecorded&, const ActionRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(ActionRecorded, (), (item, plan, measure, duty, on, texts, source, badge, body, side, blind))

// The head of a body stands behind an item: internal becomes signed off.
struct ItemSignedOff {
    static constexpr std::string_view name = "conference.item_signed_off/1";

    ItemId item;
    BodyId body;
    bool asserted = false;  // --as, not a signed-in person
    Blind blind{};

    friend bool operator==(const ItemSignedOff&, const ItemSignedOff&) = default;
};
BOOST_DESCRIBE_STRUCT(ItemSignedOff, (), (item, body, asserted, blind))

// A named officer moves an item on: released to the other side, or published.
struct ItemMoved {
    static constexpr std::string_view name = "conference.item_moved/1";

    ItemId item;
    Stage stage{};
    Blind blind{};

    friend bool operator==(const ItemMoved&, const ItemMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(ItemMoved, (), (item, stage, blind))

enum class Verdict : std::uint8_t { accepted = 1, questioned = 2, refused = 3 };
BOOST_DESCRIBE_ENUM(Verdict, accepted, questioned, refused)

struct ItemVerified {
    static constexpr std::string_view name = "conference.item_verified/1";

    ItemId item;
    BodyId by_body;
    Verdict verdict{};
    std::string reason;
    bool asserted = false;
    Blind blind{};

    friend bool operator==(const ItemVerified&, const ItemVerified&) = default;
};
BOOST_DESCRIBE_STRUCT(ItemVerified, (), (item, by_body, verdict, reason, asserted, blind))

// Taken back by the body that recorded it, with a reason; what replaces it is another item. The paper
// itself stays in the record, marked.
struct ItemWithdrawn {
    static constexpr std::string_view name = "conference.item_withdrawn/1";

    ItemId item;
    std::string reason;
    std::optional<ItemId> replaced_by;
    Blind blind{};

    friend bool operator==(const ItemWithdrawn&, const ItemWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(ItemWithdrawn, (), (item, reason, replaced_by, blind))

struct RowRefused {
    std::uint32_t row = 0;  // line of the file, the head line is 1
    std::string code;
    std::string subject;
    std::string place;

    friend bool operator==(const RowRefused&, const RowRefused&) = default;
};
BOOST_DESCRIBE_STRUCT(RowRefused, (), (row, code, subject, place))

// The account of a file of observations; the accepted ones follow in the same run.
struct ObservationsImported {
    static constexpr std::string_view name = "conference.observations_imported/1";

    Digest file;
    bool good_rows_only = false;  // false: all or none
    std::uint32_t rows = 0;
    std::uint32_t recorded = 0;
    std::uint32_t known_before = 0;
    std::uint32_t not_recorded = 0;       // rows refused
    std::vector<RowRefused> refused;      // the first 200 of them

    friend bool operator==(const ObservationsImported&, const ObservationsImported&) = default;
};
BOOST_DESCRIBE_STRUCT(ObservationsImported, (), (file, good_rows_only, rows, recorded, known_before, not_recorded, refused))

// How an indicator stands; `contradictory` and `no_target` are answers too.
enum class Status : std::uint8_t { no_evidence = 1, contradictory = 2, no_target = 3, behind = 4, on_course = 5, ahead = 6, done = 7 };
BOOST_DESCRIBE_ENUM(Status, no_evidence, contradictory, no_target, behind, on_course, ahead, done)

// A person sets the computed status aside, with name (the actor) and reason; both are shown.
struct StatusOverridden {
    static constexpr std::string_view name = "conference.status_overridden/1";

    IndicatorId indicator;
    Status status{};
    std::string reason;
    BodyId body;
    Side side{};
    Stage stage{};  // fixed when it is stated
    Blind blind{};

    friend bool operator==(const StatusOverridden&, const StatusOverridden&) = default;
};
BOOST_DESCRIBE_STRUCT(StatusOverridden, (), (indicator, status, reason, body, side, stage, blind))

// The owner's forecast, kept apart from what was observed and from the secretariat's judgement.
struct ForecastStated {
    static constexpr std::string_view name = "conference.forecast_stated/1";

    IndicatorId indicator;
    Date for_date;
    Decimal value;
    std::string reason;
    BodyId body;
    Side side{};
    Stage stage{};
    Blind blind{};

    friend bool operator==(const ForecastStated&, const ForecastStated&) = default;
};
BOOST_DESCRIBE_STRUCT(ForecastStated, (), (indicator, for_date, value, reason, body, side, stage, blind))

struct JudgementStated {
    static constexpr std::string_view name = "conference.judgement_stated/1";

    IndicatorId indicator;
    Status status{};
    std::string reason;
    BodyId body;
    Side side{};
    Stage stage{};
    Blind blind{};

    friend bool operator==(const JudgementStated&, const JudgementStated&) = default;
};
BOOST_DESCRIBE_STRUCT(JudgementStated, (), (indicator, status, reason, body, side, stage, blind))

// A regular meeting of the joint conference. Where the date is not known, the span it must lie in.
struct SessionRecorded {
    static constexpr std::string_view name = "conference.session_recorded/1";

    std::uint16_t number = 0;
    std::optional<Date> on;
    Date not_before;
    Date not_after;
    std::string place;
    std::string form;
    std::string principals;  // as reported; public office holders in their office
    Source source;
    Badge badge{};

    friend bool operator==(const SessionRecorded&, const SessionRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(SessionRecorded, (), (number, on, not_before, not_after, place, form, principals, source, badge))

// Somebody states that a year passed without a meeting, on a source. Silence alone is "not evidenced".
struct YearWithoutSession {
    static constexpr std::string_view name = "conference.year_without_session/1";

    std::uint16_t year = 0;
    std::string reason;
    Source source;

    friend bool operator==(const YearWithoutSession&, const YearWithoutSession&) = default;
};
BOOST_DESCRIBE_STRUCT(YearWithoutSession, (), (year, reason, source))

enum class Audience : std::uint8_t { macao = 1, mainland = 2, everyone = 3 };
BOOST_DESCRIBE_ENUM(Audience, macao, mainland, everyone)

// The running commitment of one series: how many rows, the chain over all of them, and the chain over
// those that the audience is shown (docs/formats/bundle.md).
struct Commitment {
    std::string series;
    std::uint64_t rows = 0;
    Digest chain;
    std::uint64_t shown = 0;
    Digest chain_shown;

    friend bool operator==(const Commitment&, const Commitment&) = default;
};
BOOST_DESCRIBE_STRUCT(Commitment, (), (series, rows, chain, shown, chain_shown))

// The dossier of an audience fixed at a position: nothing can be added to it or dropped from it later.
struct DossierFrozen {
    static constexpr std::string_view name = "conference.dossier_frozen/1";

    PlanId plan;
    Audience audience{};
    std::uint64_t position = 0;   // entries before this run
    Date as_at;
    std::uint32_t series = 0;
    Digest commitments;           // SHA-256 over the canonical bytes of the Commitment list in series order
    Digest figures;               // SHA-256 over the manifest's figure lines

    friend bool operator==(const DossierFrozen&, const DossierFrozen&) = default;
};
BOOST_DESCRIBE_STRUCT(DossierFrozen, (), (plan, audience, position, as_at, series, commitments, figures))

using Event = std::variant<PlanImported, MeasureStated, PlanCorrected, TextStated, BodyAppointed, IndicatorDefined, MilestoneSet,
                           MilestoneReached, ObservationRecorded, ActionRecorded, ItemSignedOff, ItemMoved, ItemVerified,
                           ItemWithdrawn, ObservationsImported, StatusOverridden, ForecastStated, JudgementStated, SessionRecorded,
                           YearWithoutSession, DossierFrozen, AppointmentEnded>;

}  // namespace ponte::conference
