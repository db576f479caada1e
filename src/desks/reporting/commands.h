#pragma once

// What may be asked of the reporting desk. A command is a plain value; asking changes nothing.

#include "desks/reporting/events.h"

namespace ponte::reporting {

// Asks bodies for the figures of a period. Without `bodies`: every body appointed lead or cooperating on a
// measure of the plan that has indicators; each is asked for the indicators of its measures.
struct OpenRound {
    static constexpr std::string_view name = "reporting.open_round";

    RoundId round;
    PlanId plan;
    Period period;
    std::uint32_t working_days = 0;      // from the day after asking, worked in all the places
    std::vector<JurisdictionId> places;  // CN and MO where none is named
    std::vector<BodyId> bodies;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(OpenRound, (), (round, plan, period, working_days, places, bodies, note))

// A body that was forgotten, or appointed since. It is due when the round is.
struct AskBody {
    static constexpr std::string_view name = "reporting.ask_body";

    RoundId round;
    BodyId body;
};
BOOST_DESCRIBE_STRUCT(AskBody, (), (round, body))

struct LineWanted {
    IndicatorId indicator;
    std::optional<Period> period;  // the round's where absent
};
BOOST_DESCRIBE_STRUCT(LineWanted, (), (indicator, period))

// The whole new list of lines; the duties follow the measures of the lines and of the body.
struct ChangeLines {
    static constexpr std::string_view name = "reporting.change_lines";

    RoundId round;
    BodyId body;
    std::vector<LineWanted> lines;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ChangeLines, (), (round, body, lines, reason))

struct AmendRequest {
    static constexpr std::string_view name = "reporting.amend_request";

    RoundId round;
    BodyId body;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AmendRequest, (), (round, body, note))

// A figure as the conference desk records observations, and the line that it answers.
struct FigureReported {
    IndicatorId indicator;
    std::optional<Period> asked;  // the line; may be absent where the indicator is asked once
    std::optional<Period> period; // of the figure; the line's where absent
    std::string as_published;
    std::string source;
    std::optional<Decimal> value;
    std::optional<std::string> scale;
    std::optional<std::string> source_title;
    std::optional<Date> published;
    std::optional<Date> retrieved;
    std::optional<Language> language;
    std::optional<conference::Badge> badge;
    std::optional<std::string> because;  // needed where it replaces a figure that was signed off
    std::optional<std::string> place;    // of the file: "sheet Figures, cell J7"
};
BOOST_DESCRIBE_STRUCT(FigureReported, (), (indicator, asked, period, as_published, source, value, scale, source_title, published, retrieved, language, badge, because, place))

struct ActionReported {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Date on;
    Names texts;
    std::string source;
    std::optional<std::string> source_title;
    std::optional<Date> published;
    std::optional<Date> retrieved;
    std::optional<conference::Badge> badge;
    std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(ActionReported, (), (measure, duty, on, texts, source, source_title, published, retrieved, badge, place))

struct NothingToReport {
    IndicatorId indicator;
    std::optional<Period> asked;
    NothingBecause because{};
    std::optional<std::string> note;  // needed where the reason is `other`
    std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(NothingToReport, (), (indicator, asked, because, note, place))

// A return of the asker's body, whole or in parts, all or none: what is handed in later stands in place of
// what stood on the same line.
struct RecordReturn {
    static constexpr std::string_view name = "reporting.record_return";

    RoundId round;
    std::optional<BodyId> body;              // as the form says; the asker's own where absent
    std::optional<std::uint32_t> generation; // of the form; the present one where absent
    std::optional<Digest> file;
    std::vector<FigureReported> figures;
    std::vector<ActionReported> actions;
    std::vector<NothingToReport> nothing;
};
BOOST_DESCRIBE_STRUCT(RecordReturn, (), (round, body, generation, file, figures, actions, nothing))

struct SignOffReturn {
    static constexpr std::string_view name = "reporting.sign_off_return";

    RoundId round;
};
BOOST_DESCRIBE_STRUCT(SignOffReturn, (), (round))

struct ReleaseReturn {
    static constexpr std::string_view name = "reporting.release_return";

    RoundId round;
    BodyId body;
};
BOOST_DESCRIBE_STRUCT(ReleaseReturn, (), (round, body))

struct VerifyReturn {
    static constexpr std::string_view name = "reporting.verify_return";

    RoundId round;
    BodyId body;
    Verdict verdict{};
    std::optional<std::string> reason;  // needed unless accepted
    std::vector<ItemId> items;          // all of the return where none is named
};
BOOST_DESCRIBE_STRUCT(VerifyReturn, (), (round, body, verdict, reason, items))

struct AnswerQuestion {
    static constexpr std::string_view name = "reporting.answer_question";

    RoundId round;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AnswerQuestion, (), (round, text))

struct AskExtension {
    static constexpr std::string_view name = "reporting.ask_extension";

    RoundId round;
    Date to;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AskExtension, (), (round, to, reason))

struct GrantExtension {
    static constexpr std::string_view name = "reporting.grant_extension";

    RoundId round;
    BodyId body;
    std::optional<Date> to;  // as asked where absent
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(GrantExtension, (), (round, body, to, reason))

struct RefuseExtension {
    static constexpr std::string_view name = "reporting.refuse_extension";

    RoundId round;
    BodyId body;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefuseExtension, (), (round, body, reason))

// One body, or every body of the asker's side that owes something and was not reminded today.
struct Remind {
    static constexpr std::string_view name = "reporting.remind";

    RoundId round;
    std::optional<BodyId> body;
};
BOOST_DESCRIBE_STRUCT(Remind, (), (round, body))

struct Escalate {
    static constexpr std::string_view name = "reporting.escalate";

    RoundId round;
    BodyId body;
    BodyId to_body;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Escalate, (), (round, body, to_body, reason))

struct SettleEscalation {
    static constexpr std::string_view name = "reporting.settle_escalation";

    RoundId round;
    BodyId body;
    BodyId to_body;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SettleEscalation, (), (round, body, to_body, reason))

struct CloseRound {
    static constexpr std::string_view name = "reporting.close_round";

    RoundId round;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CloseRound, (), (round, reason))

struct ReopenRequest {
    static constexpr std::string_view name = "reporting.reopen_request";

    RoundId round;
    BodyId body;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenRequest, (), (round, body, reason))

using Command = std::variant<OpenRound, AskBody, ChangeLines, AmendRequest, RecordReturn, SignOffReturn, ReleaseReturn, VerifyReturn,
                             AnswerQuestion, AskExtension, GrantExtension, RefuseExtension, Remind, Escalate, SettleEscalation,
                             CloseRound, ReopenRequest>;

}  // namespace ponte::reporting
