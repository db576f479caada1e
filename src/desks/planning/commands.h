#pragma once

// What may be asked of the planning desk. A command is a plain value; asking changes nothing.

#include "desks/planning/events.h"

namespace ponte::planning {

// ---- The closing of a year.

// How a duty ended, proposed by one side's secretariat; a later proposal takes the place of one that was
// not yet confirmed.
struct CloseDuty {
    static constexpr std::string_view name = "planning.close_duty";

    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    DutyOutcome outcome{};
    std::vector<Evidence> evidence;         // needed where it was done
    std::optional<Target> target;           // needed where it is carried over or merged
    std::optional<std::string> reason;      // needed where it is dropped
};
BOOST_DESCRIBE_STRUCT(CloseDuty, (), (plan, measure, duty, outcome, evidence, target, reason))

struct ClosingNamed {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    std::uint64_t proposal = 0;             // its entry: what was read is what is confirmed

    friend bool operator==(const ClosingNamed&, const ClosingNamed&) = default;
};
BOOST_DESCRIBE_STRUCT(ClosingNamed, (), (measure, duty, proposal))

// By the other side's secretariat; or by either where a decision of the conference is named. All or none.
struct ConfirmClosing {
    static constexpr std::string_view name = "planning.confirm_closing";

    PlanId plan;
    std::vector<ClosingNamed> closings;
    std::optional<std::string> decision;
};
BOOST_DESCRIBE_STRUCT(ConfirmClosing, (), (plan, closings, decision))

struct QuestionClosing {
    static constexpr std::string_view name = "planning.question_closing";

    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    std::uint64_t proposal = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(QuestionClosing, (), (plan, measure, duty, proposal, reason))

struct CloseYear {
    static constexpr std::string_view name = "planning.close_year";

    PlanId plan;
};
BOOST_DESCRIBE_STRUCT(CloseYear, (), (plan))

// ---- Next year's list.

// Opens the list with its title and the areas of the plan that it follows, all of them still to be worded.
struct OpenList {
    static constexpr std::string_view name = "planning.open_list";

    ListId list;
    std::uint16_t year = 0;
    PlanId from_plan;
    Language original{};
    std::vector<Language> required;         // the original alone where empty
};
BOOST_DESCRIBE_STRUCT(OpenList, (), (list, year, from_plan, original, required))

// A measure of an area, or a new area behind the others where `area` is 0.
struct AddLine {
    static constexpr std::string_view name = "planning.add_line";

    ListId list;
    std::uint16_t area = 0;
    std::optional<std::uint16_t> place;     // among the area's measures, from 1; the last where absent
    std::vector<Origin> origins;            // none: new
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(AddLine, (), (list, area, place, origins, note))

struct MoveLine {
    static constexpr std::string_view name = "planning.move_line";

    ListId list;
    LineId line;
    std::uint16_t area = 0;
    std::uint16_t place = 0;
};
BOOST_DESCRIBE_STRUCT(MoveLine, (), (list, line, area, place))

struct DraftWording {
    static constexpr std::string_view name = "planning.draft_wording";

    ListId list;
    LineId line;
    Language language{};
    std::string text;                       // empty: takes the draft back
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(DraftWording, (), (list, line, language, text, comment))

struct ProposeWording {
    static constexpr std::string_view name = "planning.propose_wording";

    ListId list;
    LineId line;
    Language language{};
    std::optional<std::string> text;        // the own side's draft where absent
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(ProposeWording, (), (list, line, language, text, comment))

struct AgreeWording {
    static constexpr std::string_view name = "planning.agree_wording";

    ListId list;
    LineId line;
    Language language{};
    Digest text;                            // SHA-256 of the text that was read
};
BOOST_DESCRIBE_STRUCT(AgreeWording, (), (list, line, language, text))

// The first side proposes to withdraw it; asked by the other side it is withdrawn.
struct WithdrawLine {
    static constexpr std::string_view name = "planning.withdraw_line";

    ListId list;
    LineId line;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawLine, (), (list, line, reason))

struct KeepLine {
    static constexpr std::string_view name = "planning.keep_line";

    ListId list;
    LineId line;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(KeepLine, (), (list, line, reason))

// The clauses of a measure's agreed text in one language, as the plan reader finds them: they stand in the
// text in this order, which the desk verifies.
struct LineDuties {
    LineId line;
    Language language{};
    std::vector<std::string> duties;

    friend bool operator==(const LineDuties&, const LineDuties&) = default;
};
BOOST_DESCRIBE_STRUCT(LineDuties, (), (line, language, duties))

// The first side proposes to adopt the list as it stands; asked by the other side of the same text it is
// adopted. A decision of the conference adopts it at once.
struct AdoptList {
    static constexpr std::string_view name = "planning.adopt_list";

    ListId list;
    std::optional<Digest> form;             // refused where the list has moved on from what was read
    std::optional<std::string> decision;
    std::vector<LineDuties> duties;         // a measure without: its text is its one duty
};
BOOST_DESCRIBE_STRUCT(AdoptList, (), (list, form, decision, duties))

// ---- Lineage.

struct RegisterFrame {
    static constexpr std::string_view name = "planning.register_frame";

    FrameId frame;
    FrameKind kind{};
    Names titles;
    Date on;
    std::string source;
    std::vector<FrameItem> items;           // none: its text is not available
};
BOOST_DESCRIBE_STRUCT(RegisterFrame, (), (frame, kind, titles, on, source, items))

struct AddFrameItems {
    static constexpr std::string_view name = "planning.add_frame_items";

    FrameId frame;
    std::string source;
    std::vector<FrameItem> items;
};
BOOST_DESCRIBE_STRUCT(AddFrameItems, (), (frame, source, items))

struct Link {
    static constexpr std::string_view name = "planning.link";

    std::optional<DutyRef> duty;            // the child: a duty (0: the measure as a whole),
    std::optional<FrameRef> item;           // or an item of a frame
    Origin origin;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(Link, (), (duty, item, origin, source))

struct Unlink {
    static constexpr std::string_view name = "planning.unlink";

    std::uint64_t link = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Unlink, (), (link, reason))

struct DutyNumber {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;

    friend auto operator<=>(const DutyNumber&, const DutyNumber&) = default;
    friend bool operator==(const DutyNumber&, const DutyNumber&) = default;
};
BOOST_DESCRIBE_STRUCT(DutyNumber, (), (measure, duty))

struct Match {
    MatchKind kind{};
    std::vector<DutyNumber> from;
    std::vector<DutyNumber> to;
    std::optional<std::string> note;

    friend bool operator==(const Match&, const Match&) = default;
};
BOOST_DESCRIBE_STRUCT(Match, (), (kind, from, to, note))

// One match or all of them, all or none.
struct ConfirmMatch {
    static constexpr std::string_view name = "planning.confirm_match";

    PlanId from_plan;
    PlanId to_plan;
    std::vector<Match> matches;
};
BOOST_DESCRIBE_STRUCT(ConfirmMatch, (), (from_plan, to_plan, matches))

struct WithdrawMatch {
    static constexpr std::string_view name = "planning.withdraw_match";

    std::uint64_t match = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawMatch, (), (match, reason))

using Command = std::variant<OpenList, AddLine, MoveLine, DraftWording, ProposeWording, AgreeWording, WithdrawLine, KeepLine, AdoptList,
                             CloseDuty, ConfirmClosing, QuestionClosing, CloseYear, RegisterFrame, AddFrameItems, Link, Unlink,
                             ConfirmMatch, WithdrawMatch>;

}  // namespace ponte::planning
