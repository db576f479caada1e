#pragma once

// What may be asked of the conference desk. A command is a plain value; asking changes nothing.

#include "desks/conference/events.h"

namespace ponte::conference {

struct PlanMeasure {
    std::uint16_t number = 0;
    std::string text;
    std::vector<std::string> duties;
    std::vector<std::string> jurisdiction_sets;
    std::vector<std::string> bodies;
    std::vector<OwedNumber> owed_numbers;
    std::uint64_t bytes_from = 0;
    std::uint64_t bytes_to = 0;
    std::uint32_t line_from = 0;
    std::uint32_t line_to = 0;

    friend bool operator==(const PlanMeasure&, const PlanMeasure&) = default;
};
BOOST_DESCRIBE_STRUCT(PlanMeasure, (), (number, text, duties, jurisdiction_sets, bodies, owed_numbers, bytes_from, bytes_to, line_from, line_to))

// A plan as the plan reader understood it (adapters/plan_text). The first text of a plan.
struct ImportPlan {
    static constexpr std::string_view name = "conference.import_plan";

    PlanId plan;
    std::uint16_t year = 0;
    std::string title;
    Language language{};
    TextStatus status{};
    Digest file;
    std::string format;
    std::string encoding;
    std::vector<AreaStated> areas;
    std::vector<PlanMeasure> measures;
    std::uint32_t folded_characters = 0;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(ImportPlan, (), (plan, year, title, language, status, file, format, encoding, areas, measures, folded_characters, source))

// A corrected text of a plan already here: recorded as the difference, the earlier wording is kept.
struct CorrectPlan {
    static constexpr std::string_view name = "conference.correct_plan";

    PlanId plan;
    std::string title;
    Digest file;
    std::vector<PlanMeasure> measures;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CorrectPlan, (), (plan, title, file, measures, reason))

struct StateText {
    static constexpr std::string_view name = "conference.state_text";

    PlanId plan;
    std::uint16_t measure = 0;  // 0: the plan's title, with the area titles as parts
    Language language{};
    TextStatus status{};
    std::string text;
    std::vector<std::string> parts;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(StateText, (), (plan, measure, language, status, text, parts, source))

struct AppointBody {
    static constexpr std::string_view name = "conference.appoint_body";

    PlanId plan;
    std::uint16_t measure = 0;
    BodyId body;
    BodyRole role{};
    std::optional<Date> from;
    std::optional<Date> to;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AppointBody, (), (plan, measure, body, role, from, to, note))

// Ends an appointment that has no last day; the body may be appointed anew afterwards.
struct EndAppointment {
    static constexpr std::string_view name = "conference.end_appointment";

    PlanId plan;
    std::uint16_t measure = 0;
    BodyId body;
    BodyRole role{};
    Date on;  // the last day
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndAppointment, (), (plan, measure, body, role, on, reason))

// Defining an indicator that is already defined makes its next version, and needs a reason.
struct DefineIndicator {
    static constexpr std::string_view name = "conference.define_indicator";

    IndicatorId indicator;
    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Names names;
    Names units;
    Kind kind{};
    Fold fold{};
    Better better{};
    std::uint8_t decimals = 0;
    std::uint8_t unit_exponent = 0;
    std::uint8_t tolerance_percent = 0;
    std::vector<TrajectoryPoint> trajectory;
    Badge trajectory_badge{};
    QualityStatements statements;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DefineIndicator, (), (indicator, plan, measure, duty, names, units, kind, fold, better, decimals, unit_exponent, tolerance_percent, trajectory, trajectory_badge, statements, reason))

struct SetMilestone {
    static constexpr std::string_view name = "conference.set_milestone";

    MilestoneId milestone;
    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Names names;
    Date due;
    Badge badge{};
};
BOOST_DESCRIBE_STRUCT(SetMilestone, (), (milestone, plan, measure, duty, names, due, badge))

struct ReachMilestone {
    static constexpr std::string_view name = "conference.reach_milestone";

    MilestoneId milestone;
    Date on;
    std::string evidence;
};
BOOST_DESCRIBE_STRUCT(ReachMilestone, (), (milestone, on, evidence))

// For a known indicator three fields are enough: the number as printed, the period, the source. The
// rest has a default or is read from the number (base/number_words.h).
struct RecordObservation {
    static constexpr std::string_view name = "conference.record_observation";

    IndicatorId indicator;
    std::string as_published;
    Period period;
    std::string source;                    // URL or document
    std::optional<Decimal> value;          // in the indicator's unit; else understood from as_published
    std::optional<std::string> scale;
    std::optional<std::string> source_title;
    std::optional<Date> published;
    std::optional<Date> retrieved;         // today where absent
    std::optional<Language> language;      // of the number as printed
    std::optional<Badge> badge;            // published where absent
    std::optional<BodyId> body;            // the asker's own where absent
};
BOOST_DESCRIBE_STRUCT(RecordObservation, (), (indicator, as_published, period, source, value, scale, source_title, published, retrieved, language, badge, body))

// A file of observations: all or none, or the good rows. The same file twice is harmless.
struct ImportObservations {
    static constexpr std::string_view name = "conference.import_observations";

    Digest file;
    bool accept_good_rows = false;
    std::vector<RecordObservation> rows;
    std::vector<std::uint32_t> lines;      // of the file, as many as rows
    std::vector<RowRefused> unreadable;    // rows that could not be read at all
};
BOOST_DESCRIBE_STRUCT(ImportObservations, (), (file, accept_good_rows, rows, lines, unreadable))

struct RecordAction {
    static constexpr std::string_view name = "conference.record_action";

    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Date on;
    Names texts;
    std::string source;
    std::optional<std::string> source_title;
    std::optional<Date> published;
    std::optional<Date> retrieved;
    std::optional<Badge> badge;
    std::optional<BodyId> body;
};
BOOST_DESCRIBE_STRUCT(RecordAction, (), (plan, measure, duty, on, texts, source, source_title, published, retrieved, badge, body))

struct SignOffItem {
    static constexpr std::string_view name = "conference.sign_off_item";

    ItemId item;
};
BOOST_DESCRIBE_STRUCT(SignOffItem, (), (item))

struct MoveItem {
    static constexpr std::string_view name = "conference.move_item";

    ItemId item;
    Stage stage{};  // released, published
};
BOOST_DESCRIBE_STRUCT(MoveItem, (), (item, stage))

struct VerifyItem {
    static constexpr std::string_view name = "conference.verify_item";

    ItemId item;
    Verdict verdict{};
    std::string reason;  // may be empty when accepted
};
BOOST_DESCRIBE_STRUCT(VerifyItem, (), (item, verdict, reason))

struct WithdrawItem {
    static constexpr std::string_view name = "conference.withdraw_item";

    ItemId item;
    std::string reason;
    std::optional<ItemId> replaced_by;
};
BOOST_DESCRIBE_STRUCT(WithdrawItem, (), (item, reason, replaced_by))

struct OverrideStatus {
    static constexpr std::string_view name = "conference.override_status";

    IndicatorId indicator;
    Status status{};
    std::string reason;
    std::optional<Stage> stage;  // who may read it: signed_off (the own side) where absent
};
BOOST_DESCRIBE_STRUCT(OverrideStatus, (), (indicator, status, reason, stage))

struct StateForecast {
    static constexpr std::string_view name = "conference.state_forecast";

    IndicatorId indicator;
    Date for_date;
    Decimal value;
    std::string reason;
    std::optional<Stage> stage;
};
BOOST_DESCRIBE_STRUCT(StateForecast, (), (indicator, for_date, value, reason, stage))

struct StateJudgement {
    static constexpr std::string_view name = "conference.state_judgement";

    IndicatorId indicator;
    Status status{};
    std::string reason;
    std::optional<Stage> stage;
};
BOOST_DESCRIBE_STRUCT(StateJudgement, (), (indicator, status, reason, stage))

struct RecordSession {
    static constexpr std::string_view name = "conference.record_session";

    std::uint16_t number = 0;
    std::optional<Date> on;
    std::optional<Date> not_before;  // both needed where the date is not known
    std::optional<Date> not_after;
    std::string place;
    std::string form;
    std::string principals;
    std::string source;
    std::optional<std::string> source_title;
    std::optional<Date> published;
    std::optional<Date> retrieved;
    std::optional<Badge> badge;
};
BOOST_DESCRIBE_STRUCT(RecordSession, (), (number, on, not_before, not_after, place, form, principals, source, source_title, published, retrieved, badge))

struct RecordYearWithoutSession {
    static constexpr std::string_view name = "conference.record_year_without_session";

    std::uint16_t year = 0;
    std::string reason;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(RecordYearWithoutSession, (), (year, reason, source))

// Fixes the dossier of an audience at the present end of the journal.
struct FreezeDossier {
    static constexpr std::string_view name = "conference.freeze_dossier";

    PlanId plan;
    Audience audience{};
};
BOOST_DESCRIBE_STRUCT(FreezeDossier, (), (plan, audience))

using Command = std::variant<ImportPlan, CorrectPlan, StateText, AppointBody, DefineIndicator, SetMilestone, ReachMilestone,
                             RecordObservation, ImportObservations, RecordAction, SignOffItem, MoveItem, VerifyItem, WithdrawItem,
                             OverrideStatus, StateForecast, StateJudgement, RecordSession, RecordYearWithoutSession, FreezeDossier, EndAppointment>;

}  // namespace ponte::conference
