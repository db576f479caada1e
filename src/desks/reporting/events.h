#pragma once

// What has happened at the reporting desk. Its public face; an event is never edited, a new need is a new
// version. Whatever tells of a body's papers before they are released carries a Blind, as the papers do.

#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"
#include "desks/access/facts.h"
#include "desks/conference/events.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::reporting {

using access::Stage;
using conference::Blind;
using conference::IndicatorId;
using conference::ItemId;
using conference::PlanId;
using conference::Verdict;
using directory::Side;

using RoundId = Id<struct RoundTag>;  // "2020-q4"

// One figure that is asked of a body: for a stock the last day of the round's period, else the period.
struct LineAsked {
    IndicatorId indicator;
    std::uint16_t measure = 0;
    Period period;

    friend bool operator==(const LineAsked&, const LineAsked&) = default;
};
BOOST_DESCRIBE_STRUCT(LineAsked, (), (indicator, measure, period))

// A duty under which the body may report actions. 0: the measure as a whole.
struct DutyAsked {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;

    friend bool operator==(const DutyAsked&, const DutyAsked&) = default;
};
BOOST_DESCRIBE_STRUCT(DutyAsked, (), (measure, duty))

// How a due date was found, so that replay never asks a calendar again.
struct DueDate {
    Date from;                           // counted from the day after
    std::uint32_t working_days = 0;      // 0: the day was named and found to be a working day
    std::vector<JurisdictionId> places;  // worked in all of them
    Date due;
    bool official = false;               // every calendar year looked at came from an official notice
    std::string rule;                    // "worked_in_all_places/1"

    friend bool operator==(const DueDate&, const DueDate&) = default;
};
BOOST_DESCRIBE_STRUCT(DueDate, (), (from, working_days, places, due, official, rule))

// The head of a round; what each body is asked follows in the same run.
struct RoundOpened {
    static constexpr std::string_view name = "reporting.round_opened/1";

    RoundId round;
    PlanId plan;
    Period period;
    DueDate due;
    std::uint32_t bodies = 0;
    Side side{};       // of the secretariat that opened it
    std::string note;

    friend bool operator==(const RoundOpened&, const RoundOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundOpened, (), (round, plan, period, due, bodies, side, note))

struct BodyAsked {
    static constexpr std::string_view name = "reporting.body_asked/1";

    RoundId round;
    BodyId body;
    Side side{};
    std::vector<LineAsked> lines;
    std::vector<DutyAsked> duties;

    friend bool operator==(const BodyAsked&, const BodyAsked&) = default;
};
BOOST_DESCRIBE_STRUCT(BodyAsked, (), (round, body, side, lines, duties))

// Another list of lines: forms that went out before are of an older generation from here on.
struct LinesChanged {
    static constexpr std::string_view name = "reporting.lines_changed/1";

    RoundId round;
    BodyId body;
    std::uint32_t generation = 0;
    std::vector<LineAsked> lines;
    std::vector<DutyAsked> duties;
    std::string reason;

    friend bool operator==(const LinesChanged&, const LinesChanged&) = default;
};
BOOST_DESCRIBE_STRUCT(LinesChanged, (), (round, body, generation, lines, duties, reason))

// A word to the body beside its lines; forms stay good.
struct RequestAmended {
    static constexpr std::string_view name = "reporting.request_amended/1";

    RoundId round;
    BodyId body;
    std::string note;
    Blind blind{};

    friend bool operator==(const RequestAmended&, const RequestAmended&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestAmended, (), (round, body, note, blind))

// Why there is no figure on a line.
enum class NothingBecause : std::uint8_t { not_yet_published = 1, not_collected = 2, nothing_happened = 3, other = 4 };
BOOST_DESCRIBE_ENUM(NothingBecause, not_yet_published, not_collected, nothing_happened, other)

struct NothingReported {
    IndicatorId indicator;
    Period period;  // of the line
    NothingBecause because{};
    std::string note;

    friend bool operator==(const NothingReported&, const NothingReported&) = default;
};
BOOST_DESCRIBE_STRUCT(NothingReported, (), (indicator, period, because, note))

// The account of a return that was handed in inside the body. The conference desk's items and the links
// from lines to them (ItemsLinked) follow in the same run.
struct ReturnRecorded {
    static constexpr std::string_view name = "reporting.return_recorded/1";

    RoundId round;
    BodyId body;
    std::uint32_t generation = 0;
    std::optional<Digest> file;
    std::uint32_t figures = 0;
    std::uint32_t actions = 0;
    std::vector<NothingReported> nothing;
    Blind blind{};

    friend bool operator==(const ReturnRecorded&, const ReturnRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(ReturnRecorded, (), (round, body, generation, file, figures, actions, nothing, blind))

struct FigureLinked {
    IndicatorId indicator;
    Period period;  // of the line; the item may name another one
    ItemId item;
    std::string place;    // where it stood in the file
    std::string because;  // why it replaces the figure that stood there; may be empty

    friend bool operator==(const FigureLinked&, const FigureLinked&) = default;
};
BOOST_DESCRIBE_STRUCT(FigureLinked, (), (indicator, period, item, place, because))

struct ActionLinked {
    ItemId item;
    std::string place;

    friend bool operator==(const ActionLinked&, const ActionLinked&) = default;
};
BOOST_DESCRIBE_STRUCT(ActionLinked, (), (item, place))

struct ItemsLinked {
    static constexpr std::string_view name = "reporting.items_linked/1";

    RoundId round;
    BodyId body;
    std::vector<FigureLinked> figures;
    std::vector<ActionLinked> actions;
    Blind blind{};

    friend bool operator==(const ItemsLinked&, const ItemsLinked&) = default;
};
BOOST_DESCRIBE_STRUCT(ItemsLinked, (), (round, body, figures, actions, blind))

// The head of the body stands behind the whole return.
struct ReturnSignedOff {
    static constexpr std::string_view name = "reporting.return_signed_off/1";

    RoundId round;
    BodyId body;
    std::vector<ItemId> items;
    bool asserted = false;
    Blind blind{};

    friend bool operator==(const ReturnSignedOff&, const ReturnSignedOff&) = default;
};
BOOST_DESCRIBE_STRUCT(ReturnSignedOff, (), (round, body, items, asserted, blind))

// Its side's secretariat lets it go to the other side.
struct ReturnReleased {
    static constexpr std::string_view name = "reporting.return_released/1";

    RoundId round;
    BodyId body;
    std::vector<ItemId> items;
    Blind blind{};

    friend bool operator==(const ReturnReleased&, const ReturnReleased&) = default;
};
BOOST_DESCRIBE_STRUCT(ReturnReleased, (), (round, body, items, blind))

struct ReturnVerified {
    static constexpr std::string_view name = "reporting.return_verified/1";

    RoundId round;
    BodyId body;
    std::uint32_t turn = 0;     // which handing-in of the request, from 1
    BodyId by_body;
    bool appointed = false;     // appointed `verifying` for every measure of these items on that day
    Verdict verdict{};
    std::string reason;
    std::vector<ItemId> items;
    bool whole = false;         // accepted: nothing of the return is left without acceptance
    bool asserted = false;
    Blind blind{};

    friend bool operator==(const ReturnVerified&, const ReturnVerified&) = default;
};
BOOST_DESCRIBE_STRUCT(ReturnVerified, (), (round, body, turn, by_body, appointed, verdict, reason, items, whole, asserted, blind))

// A question answered by words; they go the way of a return: signed off, then released.
struct QuestionAnswered {
    static constexpr std::string_view name = "reporting.question_answered/1";

    RoundId round;
    BodyId body;
    std::string text;
    Blind blind{};

    friend bool operator==(const QuestionAnswered&, const QuestionAnswered&) = default;
};
BOOST_DESCRIBE_STRUCT(QuestionAnswered, (), (round, body, text, blind))

struct ExtensionAsked {
    static constexpr std::string_view name = "reporting.extension_asked/1";

    RoundId round;
    BodyId body;
    Date to;
    std::string reason;
    Blind blind{};

    friend bool operator==(const ExtensionAsked&, const ExtensionAsked&) = default;
};
BOOST_DESCRIBE_STRUCT(ExtensionAsked, (), (round, body, to, reason, blind))

// The only event that moves a due date.
struct ExtensionGranted {
    static constexpr std::string_view name = "reporting.extension_granted/1";

    RoundId round;
    BodyId body;
    Date from;    // the due date that stood
    DueDate due;
    std::string reason;
    Blind blind{};

    friend bool operator==(const ExtensionGranted&, const ExtensionGranted&) = default;
};
BOOST_DESCRIBE_STRUCT(ExtensionGranted, (), (round, body, from, due, reason, blind))

struct ExtensionRefused {
    static constexpr std::string_view name = "reporting.extension_refused/1";

    RoundId round;
    BodyId body;
    std::string reason;
    Blind blind{};

    friend bool operator==(const ExtensionRefused&, const ExtensionRefused&) = default;
};
BOOST_DESCRIBE_STRUCT(ExtensionRefused, (), (round, body, reason, blind))

struct BodyReminded {
    static constexpr std::string_view name = "reporting.body_reminded/1";

    RoundId round;
    BodyId body;
    Date due;
    std::uint32_t number = 0;  // the how-manieth, from 1

    friend bool operator==(const BodyReminded&, const BodyReminded&) = default;
};
BOOST_DESCRIBE_STRUCT(BodyReminded, (), (round, body, due, number))

struct RequestEscalated {
    static constexpr std::string_view name = "reporting.request_escalated/1";

    RoundId round;
    BodyId body;
    BodyId to_body;
    Side to_side{};
    Date due;
    std::string reason;
    Blind blind{};

    friend bool operator==(const RequestEscalated&, const RequestEscalated&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestEscalated, (), (round, body, to_body, to_side, due, reason, blind))

struct EscalationSettled {
    static constexpr std::string_view name = "reporting.escalation_settled/1";

    RoundId round;
    BodyId body;
    BodyId to_body;
    std::string reason;
    Blind blind{};

    friend bool operator==(const EscalationSettled&, const EscalationSettled&) = default;
};
BOOST_DESCRIBE_STRUCT(EscalationSettled, (), (round, body, to_body, reason, blind))

// Each secretariat closes the round for its own side's bodies.
struct RoundClosed {
    static constexpr std::string_view name = "reporting.round_closed/1";

    RoundId round;
    Side side{};
    std::string reason;
    std::vector<BodyId> not_returned;
    Blind blind{};

    friend bool operator==(const RoundClosed&, const RoundClosed&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundClosed, (), (round, side, reason, not_returned, blind))

struct RequestReopened {
    static constexpr std::string_view name = "reporting.request_reopened/1";

    RoundId round;
    BodyId body;
    std::string reason;
    Blind blind{};

    friend bool operator==(const RequestReopened&, const RequestReopened&) = default;
};
BOOST_DESCRIBE_STRUCT(RequestReopened, (), (round, body, reason, blind))

using Event = std::variant<RoundOpened, BodyAsked, LinesChanged, RequestAmended, ReturnRecorded, ItemsLinked, ReturnSignedOff,
                           ReturnReleased, ReturnVerified, QuestionAnswered, ExtensionAsked, ExtensionGranted, ExtensionRefused,
                           BodyReminded, RequestEscalated, EscalationSettled, RoundClosed, RequestReopened>;

}  // namespace ponte::reporting
