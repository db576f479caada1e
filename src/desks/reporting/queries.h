#pragma once

#include "desks/reporting/facts.h"
#include "desks/reporting/seen.h"

// Questions to the reporting desk, each answered from a Seen: what the reader may know of, and no more.
namespace ponte::reporting {

struct Looking;  // view.h

// How many requests stand how, as the reader may know. Late ones are counted in their state too.
struct Counts {
    std::uint32_t asked = 0;
    std::uint32_t in_progress = 0;
    std::uint32_t returned = 0;
    std::uint32_t signed_off = 0;
    std::uint32_t released = 0;
    std::uint32_t questioned = 0;
    std::uint32_t accepted = 0;
    std::uint32_t refused = 0;
    std::uint32_t reopened = 0;
    std::uint32_t not_returned = 0;
    std::uint32_t late = 0;
    std::uint32_t extended = 0;

    friend bool operator==(const Counts&, const Counts&) = default;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (asked, in_progress, returned, signed_off, released, questioned, accepted, refused, reopened, not_returned, late, extended))

struct RoundRow {
    RoundId round;
    PlanId plan;
    Period period;
    DueDate due;
    std::optional<Date> closed_macao;
    std::optional<Date> closed_mainland;
    std::uint32_t bodies = 0;
    Counts counts;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (), (round, plan, period, due, closed_macao, closed_mainland, bodies, counts))

struct RoundsAnswer {
    std::vector<RoundRow> rounds;
};
BOOST_DESCRIBE_STRUCT(RoundsAnswer, (), (rounds))

struct RoundsQuery {
    static constexpr std::string_view name = "reporting.rounds";
    using Answer = RoundsAnswer;

    std::optional<PlanId> plan;
};
BOOST_DESCRIBE_STRUCT(RoundsQuery, (), (plan))

// One body's request in a list. What the reader may not know is absent or empty, never zero.
struct RequestRow {
    RoundId round;
    BodyId body;
    Names body_names;
    Side side{};
    RequestState state{};
    Date due;
    bool extended = false;
    bool late = false;
    std::int32_t days_to_due = 0;                 // calendar days; negative: past
    bool extension_pending = false;
    std::uint32_t generation = 0;
    std::uint32_t lines = 0;
    std::optional<std::uint32_t> figures;         // standing items on lines
    std::optional<std::uint32_t> nothing;         // lines with a reason instead
    std::optional<std::uint32_t> actions;
    std::optional<Date> signed_off_on;
    std::optional<Date> released_on;
    std::optional<Date> last_reminded;
    std::uint32_t reminders = 0;
    std::vector<BodyId> escalated_to;             // not settled
};
BOOST_DESCRIBE_STRUCT(RequestRow, (), (round, body, body_names, side, state, due, extended, late, days_to_due, extension_pending, generation, lines, figures, nothing, actions, signed_off_on, released_on, last_reminded, reminders, escalated_to))

struct RoundAnswer {
    std::vector<RoundRow> round;  // one, or none where there is no such round
    std::vector<RequestRow> requests;
};
BOOST_DESCRIBE_STRUCT(RoundAnswer, (), (round, requests))

// Who owes what in a round.
struct RoundQuery {
    static constexpr std::string_view name = "reporting.round";
    using Answer = RoundAnswer;

    RoundId round;
};
BOOST_DESCRIBE_STRUCT(RoundQuery, (), (round))

// A figure as it stands in the record, seen by the reader and by the body that is asked: a form made for
// the other side would else carry what was not released to it.
struct FigureShown {
    ItemId item;
    std::string as_published;
    Decimal value;
    Period period;
    std::string source;
    std::string stage;
    std::string verdict;
    std::string verdict_reason;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(FigureShown, (), (item, as_published, value, period, source, stage, verdict, verdict_reason, entry))

struct LineShown {
    IndicatorId indicator;
    std::uint16_t measure = 0;
    Names names;
    Names units;
    std::uint8_t unit_exponent = 0;
    conference::Kind kind{};
    Period period;
    std::optional<FigureShown> last;             // the newest figure before this return
    std::optional<FigureShown> figure;           // what was handed in
    std::optional<NothingBecause> nothing;
    std::string note;                            // of the reason
    bool replaced = false;                       // the figure was withdrawn and replaced since
    bool missing = false;                        // neither figure nor reason, in a return the reader knows of
};
BOOST_DESCRIBE_STRUCT(LineShown, (), (indicator, measure, names, units, unit_exponent, kind, period, last, figure, nothing, note, replaced, missing))

struct DutyShown {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Names texts;
};
BOOST_DESCRIBE_STRUCT(DutyShown, (), (measure, duty, texts))

struct ActionShown {
    ItemId item;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Date on;
    Names texts;
    std::string source;
    std::string stage;
    std::string verdict;
};
BOOST_DESCRIBE_STRUCT(ActionShown, (), (item, measure, duty, on, texts, source, stage, verdict))

struct VerdictShown {
    Verdict verdict{};
    BodyId by_body;
    bool appointed = false;
    std::string reason;
    std::vector<ItemId> items;
    bool whole = false;
    Date on;
};
BOOST_DESCRIBE_STRUCT(VerdictShown, (), (verdict, by_body, appointed, reason, items, whole, on))

struct ExtensionShown {
    Date asked_on;
    Date to;
    std::string reason;
    std::string state;  // "pending", "granted", "refused"
    std::optional<Date> decided_on;
    std::optional<Date> granted_to;
    std::string decision;
};
BOOST_DESCRIBE_STRUCT(ExtensionShown, (), (asked_on, to, reason, state, decided_on, granted_to, decision))

struct EscalationShown {
    BodyId to_body;
    Date on;
    std::string reason;
    bool settled = false;
    std::optional<Date> settled_on;
    std::string settled_because;
};
BOOST_DESCRIBE_STRUCT(EscalationShown, (), (to_body, on, reason, settled, settled_on, settled_because))

struct RequestShown {
    RequestRow row;
    PlanId plan;
    Period period;
    Date asked_on;
    Date round_due;
    std::string round_note;
    std::string note;
    bool is_own = false;                        // the reader's own body
    std::vector<LineShown> lines;
    std::vector<DutyShown> duties;
    std::vector<ActionShown> actions;
    std::vector<std::string> answers;
    std::vector<VerdictShown> verdicts;
    std::vector<ExtensionShown> extensions;
    std::vector<EscalationShown> escalations;
    std::vector<std::string> reopened_because;
    std::vector<Date> reminded_on;
};
BOOST_DESCRIBE_STRUCT(RequestShown, (), (row, plan, period, asked_on, round_due, round_note, note, is_own, lines, duties, actions, answers, verdicts, extensions, escalations, reopened_because, reminded_on))

struct RequestAnswer {
    std::vector<RequestShown> request;  // one, or none where there is no such request
};
BOOST_DESCRIBE_STRUCT(RequestAnswer, (), (request))

// One body's request with everything that its form is made of.
struct RequestQuery {
    static constexpr std::string_view name = "reporting.request";
    using Answer = RequestAnswer;

    RoundId round;
    std::optional<BodyId> body;  // the reader's own where absent
};
BOOST_DESCRIBE_STRUCT(RequestQuery, (), (round, body))

struct LateAnswer {
    Date as_at;
    std::vector<RequestRow> requests;  // longest overdue first
};
BOOST_DESCRIBE_STRUCT(LateAnswer, (), (as_at, requests))

// Open requests past their due date of which the reader knows no return.
struct LateQuery {
    static constexpr std::string_view name = "reporting.late";
    using Answer = LateAnswer;

    std::optional<RoundId> round;
};
BOOST_DESCRIBE_STRUCT(LateQuery, (), (round))

enum class Owed : std::uint8_t { hand_in = 1, complete = 2, sign_off = 3, answer = 4, decide_extension = 5, release = 6, verify = 7 };
BOOST_DESCRIBE_ENUM(Owed, hand_in, complete, sign_off, answer, decide_extension, release, verify)

struct OwedRow {
    RoundId round;
    BodyId body;
    Owed what{};
    Date due;
    bool late = false;
    std::string reason;  // of the question to be answered, or of the extension asked
};
BOOST_DESCRIBE_STRUCT(OwedRow, (), (round, body, what, due, late, reason))

struct OwedAnswer {
    std::vector<OwedRow> owed;  // by due date
};
BOOST_DESCRIBE_STRUCT(OwedAnswer, (), (owed))

// What is to be done: by a body for its own requests, else by everybody of the reader's side. What is to be
// verified is what the reader's body may verify.
struct OwedQuery {
    static constexpr std::string_view name = "reporting.owed";
    using Answer = OwedAnswer;

    std::optional<BodyId> body;
};
BOOST_DESCRIBE_STRUCT(OwedQuery, (), (body))

enum class DateKind : std::uint8_t { asked = 1, due = 2, extended_due = 3, reminded = 4, escalated = 5, closed = 6 };
BOOST_DESCRIBE_ENUM(DateKind, asked, due, extended_due, reminded, escalated, closed)

struct DateRow {
    RoundId round;
    BodyId body;
    Names body_names;
    DateKind kind{};
    Date on;
    std::uint32_t number = 0;  // of a reminder; of an extension, from 1
    bool stands = true;        // false: a due date that an extension moved
    Date since;                // the day on which it was set
};
BOOST_DESCRIBE_STRUCT(DateRow, (), (round, body, body_names, kind, on, number, stands, since))

struct DatesAnswer {
    std::vector<DateRow> dates;  // by date
};
BOOST_DESCRIBE_STRUCT(DatesAnswer, (), (dates))

// Everything that has a date, for a calendar feed: of one body, or of the reader's side.
struct DatesQuery {
    static constexpr std::string_view name = "reporting.dates";
    using Answer = DatesAnswer;

    std::optional<BodyId> body;
    std::optional<RoundId> round;
};
BOOST_DESCRIBE_STRUCT(DatesQuery, (), (body, round))

using Query = std::variant<RoundsQuery, RoundQuery, RequestQuery, LateQuery, OwedQuery, DatesQuery>;

[[nodiscard]] RoundsAnswer answer(const Looking& looking, const RoundsQuery& query);
[[nodiscard]] RoundAnswer answer(const Looking& looking, const RoundQuery& query);
[[nodiscard]] RequestAnswer answer(const Looking& looking, const RequestQuery& query);
[[nodiscard]] LateAnswer answer(const Looking& looking, const LateQuery& query);
[[nodiscard]] OwedAnswer answer(const Looking& looking, const OwedQuery& query);
[[nodiscard]] DatesAnswer answer(const Looking& looking, const DatesQuery& query);

}  // namespace ponte::reporting
