#pragma once

// What has happened at the planning desk: how a year's duties ended, how next year's list was worded by
// the two sides, and from what each duty descends. Its public face; an event is never edited, a new need
// is a new version. What is between the two sides carries a Blind: its hash tells nobody outside of it.

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

namespace ponte::planning {

using conference::Blind;
using conference::ItemId;
using conference::MilestoneId;
using conference::PlanId;
using directory::Side;

using ListId = Id<struct ListTag>;      // "2021"; becomes the id of the plan
using LineId = Id<struct LineTag>;      // "title", "area1", "line7": given by the desk, never again
using FrameId = Id<struct FrameTag>;    // "arrangement-2018", "five-year-2024"

// A clause of a measure of a plan; duty 0 is the measure as a whole.
struct DutyRef {
    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;

    friend auto operator<=>(const DutyRef&, const DutyRef&) = default;
    friend bool operator==(const DutyRef&, const DutyRef&) = default;
};
BOOST_DESCRIBE_STRUCT(DutyRef, (), (plan, measure, duty))

// An item of a frame; an empty item is the frame as a whole (its text may not be available).
struct FrameRef {
    FrameId frame;
    std::string item;

    friend auto operator<=>(const FrameRef&, const FrameRef&) = default;
    friend bool operator==(const FrameRef&, const FrameRef&) = default;
};
BOOST_DESCRIBE_STRUCT(FrameRef, (), (frame, item))

// From what a line or a duty descends: exactly one of the three.
struct Origin {
    std::optional<DutyRef> duty;
    std::optional<FrameRef> frame;
    std::optional<std::string> decision;

    friend auto operator<=>(const Origin&, const Origin&) = default;
    friend bool operator==(const Origin&, const Origin&) = default;
};
BOOST_DESCRIBE_STRUCT(Origin, (), (duty, frame, decision))

// ---- The closing of a year.

enum class DutyOutcome : std::uint8_t { done = 1, carried_over = 2, merged = 3, dropped = 4 };
BOOST_DESCRIBE_ENUM(DutyOutcome, done, carried_over, merged, dropped)

// What shows that a duty was done: exactly one of the three.
struct Evidence {
    std::optional<ItemId> item;
    std::optional<MilestoneId> milestone;
    std::optional<std::string> decision;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (item, milestone, decision))

struct LineRef {
    ListId list;
    LineId line;

    friend auto operator<=>(const LineRef&, const LineRef&) = default;
    friend bool operator==(const LineRef&, const LineRef&) = default;
};
BOOST_DESCRIBE_STRUCT(LineRef, (), (list, line))

// Where a duty goes on: a line of the next list, or another duty of its own plan.
struct Target {
    std::optional<LineRef> line;
    std::optional<DutyRef> duty;

    friend bool operator==(const Target&, const Target&) = default;
};
BOOST_DESCRIBE_STRUCT(Target, (), (line, duty))

// One side says how a duty ended. It counts when the other side, or the conference, has confirmed it.
struct DutyClosingProposed {
    static constexpr std::string_view name = "planning.duty_closing_proposed/1";

    DutyRef duty;
    DutyOutcome outcome{};
    std::vector<Evidence> evidence;
    std::optional<Target> target;
    std::string reason;
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const DutyClosingProposed&, const DutyClosingProposed&) = default;
};
BOOST_DESCRIBE_STRUCT(DutyClosingProposed, (), (duty, outcome, evidence, target, reason, body, side, blind))

// The other side is not yet of that mind, and says why. The proposal stands until another takes its place.
struct DutyClosingQuestioned {
    static constexpr std::string_view name = "planning.duty_closing_questioned/1";

    DutyRef duty;
    std::uint64_t proposal = 0;  // entry of the proposal
    std::string reason;
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const DutyClosingQuestioned&, const DutyClosingQuestioned&) = default;
};
BOOST_DESCRIBE_STRUCT(DutyClosingQuestioned, (), (duty, proposal, reason, body, side, blind))

struct DutyClosingConfirmed {
    static constexpr std::string_view name = "planning.duty_closing_confirmed/1";

    DutyRef duty;
    std::uint64_t proposal = 0;
    std::optional<std::string> decision;  // of the conference, where no side's secretariat confirmed
    BodyId body;
    Side side{};
    bool asserted = false;
    Blind blind{};

    friend bool operator==(const DutyClosingConfirmed&, const DutyClosingConfirmed&) = default;
};
BOOST_DESCRIBE_STRUCT(DutyClosingConfirmed, (), (duty, proposal, decision, body, side, asserted, blind))

// Every duty of the plan has its outcome, and no outcome changes any more.
struct YearClosed {
    static constexpr std::string_view name = "planning.year_closed/1";

    PlanId plan;
    std::uint32_t duties = 0;
    std::uint32_t done = 0;
    std::uint32_t carried_over = 0;
    std::uint32_t merged = 0;
    std::uint32_t dropped = 0;
    Blind blind{};

    friend bool operator==(const YearClosed&, const YearClosed&) = default;
};
BOOST_DESCRIBE_STRUCT(YearClosed, (), (plan, duties, done, carried_over, merged, dropped, blind))

// ---- Next year's list.

enum class LineKind : std::uint8_t { title = 1, area = 2, measure = 3 };
BOOST_DESCRIBE_ENUM(LineKind, title, area, measure)

struct ListOpened {
    static constexpr std::string_view name = "planning.list_opened/1";

    ListId list;
    std::uint16_t year = 0;
    PlanId from_plan;
    Language original{};                // of the official text; the others are agreed beside it
    std::vector<Language> required;     // the original among them, each once
    Blind blind{};

    friend bool operator==(const ListOpened&, const ListOpened&) = default;
};
BOOST_DESCRIBE_STRUCT(ListOpened, (), (list, year, from_plan, original, required, blind))

// A place for a wording. The title and the heads of areas are worded and agreed like measures.
struct LineAdded {
    static constexpr std::string_view name = "planning.line_added/1";

    ListId list;
    LineId line;
    LineKind kind{};
    std::uint16_t area = 0;             // 0: the title
    std::uint16_t place = 0;            // among the area's measures, from 1
    std::vector<Origin> origins;        // none: new
    std::string note;                   // why it is new, or what it is about
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const LineAdded&, const LineAdded&) = default;
};
BOOST_DESCRIBE_STRUCT(LineAdded, (), (list, line, kind, area, place, origins, note, body, side, blind))

struct LineMoved {
    static constexpr std::string_view name = "planning.line_moved/1";

    ListId list;
    LineId line;
    std::uint16_t area = 0;
    std::uint16_t place = 0;
    Side side{};
    Blind blind{};

    friend bool operator==(const LineMoved&, const LineMoved&) = default;
};
BOOST_DESCRIBE_STRUCT(LineMoved, (), (list, line, area, place, side, blind))

// A side's own draft: nobody of the other side is shown it. An empty text takes the draft back.
struct WordingDrafted {
    static constexpr std::string_view name = "planning.wording_drafted/1";

    ListId list;
    LineId line;
    Language language{};
    std::string text;
    std::string comment;
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const WordingDrafted&, const WordingDrafted&) = default;
};
BOOST_DESCRIBE_STRUCT(WordingDrafted, (), (list, line, language, text, comment, body, side, blind))

// A wording put to the other side, or against its own. Who proposes a text stands by it.
struct WordingProposed {
    static constexpr std::string_view name = "planning.wording_proposed/1";

    ListId list;
    LineId line;
    Language language{};
    std::string text;
    std::string comment;
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const WordingProposed&, const WordingProposed&) = default;
};
BOOST_DESCRIBE_STRUCT(WordingProposed, (), (list, line, language, text, comment, body, side, blind))

// A side stands by the very text with this digest; by what it stood before, it stands no longer.
struct WordingAgreed {
    static constexpr std::string_view name = "planning.wording_agreed/1";

    ListId list;
    LineId line;
    Language language{};
    Digest text;                        // SHA-256 of a proposed text
    BodyId body;
    Side side{};
    bool asserted = false;
    Blind blind{};

    friend bool operator==(const WordingAgreed&, const WordingAgreed&) = default;
};
BOOST_DESCRIBE_STRUCT(WordingAgreed, (), (list, line, language, text, body, side, asserted, blind))

struct LineWithdrawalProposed {
    static constexpr std::string_view name = "planning.line_withdrawal_proposed/1";

    ListId list;
    LineId line;
    std::string reason;
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const LineWithdrawalProposed&, const LineWithdrawalProposed&) = default;
};
BOOST_DESCRIBE_STRUCT(LineWithdrawalProposed, (), (list, line, reason, body, side, blind))

// A side would rather keep the line; the proposal to withdraw it is off.
struct LineKept {
    static constexpr std::string_view name = "planning.line_kept/1";

    ListId list;
    LineId line;
    std::string reason;
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const LineKept&, const LineKept&) = default;
};
BOOST_DESCRIBE_STRUCT(LineKept, (), (list, line, reason, body, side, blind))

// Both sides are of one mind: the line is gone, with the reason that was given.
struct LineWithdrawn {
    static constexpr std::string_view name = "planning.line_withdrawn/1";

    ListId list;
    LineId line;
    std::string reason;
    std::uint64_t proposal = 0;  // entry of the proposal to withdraw it
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const LineWithdrawn&, const LineWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(LineWithdrawn, (), (list, line, reason, proposal, body, side, blind))

// One side would adopt the list as it stands now. It is adopted when the other side says the same of the
// very same text, order and numbers included.
struct AdoptionProposed {
    static constexpr std::string_view name = "planning.adoption_proposed/1";

    ListId list;
    Digest form;                        // SHA-256 of the official form in the original language
    BodyId body;
    Side side{};
    Blind blind{};

    friend bool operator==(const AdoptionProposed&, const AdoptionProposed&) = default;
};
BOOST_DESCRIBE_STRUCT(AdoptionProposed, (), (list, form, body, side, blind))

struct AgreedText {
    Language language{};
    Digest text;

    friend bool operator==(const AgreedText&, const AgreedText&) = default;
};
BOOST_DESCRIBE_STRUCT(AgreedText, (), (language, text))

struct AdoptedLine {
    LineId line;
    std::uint16_t number = 0;           // of the measure; of the area; 0 for the title
    std::vector<AgreedText> texts;      // one a required language

    friend bool operator==(const AdoptedLine&, const AdoptedLine&) = default;
};
BOOST_DESCRIBE_STRUCT(AdoptedLine, (), (line, number, texts))

// The list is next year's plan. The plan's own events follow in the same run (house/reactions).
struct ListAdopted {
    static constexpr std::string_view name = "planning.list_adopted/1";

    ListId list;
    PlanId plan;
    std::uint16_t year = 0;
    Digest form;
    std::vector<AdoptedLine> lines;     // title, areas and measures in the order of the form
    std::optional<std::string> decision;

    friend bool operator==(const ListAdopted&, const ListAdopted&) = default;
};
BOOST_DESCRIBE_STRUCT(ListAdopted, (), (list, plan, year, form, lines, decision))

// ---- Lineage.

enum class FrameKind : std::uint8_t { arrangement = 1, five_year_list = 2, other = 3 };
BOOST_DESCRIBE_ENUM(FrameKind, arrangement, five_year_list, other)

struct FrameItem {
    std::string id;
    Names texts;

    friend bool operator==(const FrameItem&, const FrameItem&) = default;
};
BOOST_DESCRIBE_STRUCT(FrameItem, (), (id, texts))

// What stands above the yearly lists. Without items its text is not available here, and is not invented.
struct FrameRegistered {
    static constexpr std::string_view name = "planning.frame_registered/1";

    FrameId frame;
    FrameKind kind{};
    Names titles;
    Date on;
    std::string source;
    std::vector<FrameItem> items;

    friend bool operator==(const FrameRegistered&, const FrameRegistered&) = default;
};
BOOST_DESCRIBE_STRUCT(FrameRegistered, (), (frame, kind, titles, on, source, items))

// Items of a frame whose text became available later.
struct FrameItemsAdded {
    static constexpr std::string_view name = "planning.frame_items_added/1";

    FrameId frame;
    std::string source;
    std::vector<FrameItem> items;

    friend bool operator==(const FrameItemsAdded&, const FrameItemsAdded&) = default;
};
BOOST_DESCRIBE_STRUCT(FrameItemsAdded, (), (frame, source, items))

// Of what the child descends. The origin is always of an earlier year or an earlier date.
struct LineageLinked {
    static constexpr std::string_view name = "planning.lineage_linked/1";

    std::optional<DutyRef> duty;        // the child: a duty,
    std::optional<FrameRef> item;       // or an item of a frame
    Origin origin;
    std::string source;                 // "list/2021" of an adopted list, or what a person gave

    friend bool operator==(const LineageLinked&, const LineageLinked&) = default;
};
BOOST_DESCRIBE_STRUCT(LineageLinked, (), (duty, item, origin, source))

struct LineageUnlinked {
    static constexpr std::string_view name = "planning.lineage_unlinked/1";

    std::uint64_t link = 0;             // entry of the link
    std::string reason;

    friend bool operator==(const LineageUnlinked&, const LineageUnlinked&) = default;
};
BOOST_DESCRIBE_STRUCT(LineageUnlinked, (), (link, reason))

enum class MatchKind : std::uint8_t { carried_over = 1, changed = 2, added = 3, dropped = 4, merged = 5, split = 6 };
BOOST_DESCRIBE_ENUM(MatchKind, carried_over, changed, added, dropped, merged, split)

// A duty with the text that it had when the match was confirmed.
struct MatchedDuty {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Digest text;

    friend bool operator==(const MatchedDuty&, const MatchedDuty&) = default;
};
BOOST_DESCRIBE_STRUCT(MatchedDuty, (), (measure, duty, text))

// A person says what became of these duties of one plan in another. Nothing that was only proposed counts.
struct MatchConfirmed {
    static constexpr std::string_view name = "planning.match_confirmed/1";

    PlanId from_plan;
    PlanId to_plan;
    MatchKind kind{};
    std::vector<MatchedDuty> from;
    std::vector<MatchedDuty> to;
    std::string note;

    friend bool operator==(const MatchConfirmed&, const MatchConfirmed&) = default;
};
BOOST_DESCRIBE_STRUCT(MatchConfirmed, (), (from_plan, to_plan, kind, from, to, note))

struct MatchWithdrawn {
    static constexpr std::string_view name = "planning.match_withdrawn/1";

    std::uint64_t match = 0;            // entry of the confirmation
    std::string reason;

    friend bool operator==(const MatchWithdrawn&, const MatchWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(MatchWithdrawn, (), (match, reason))

using Event = std::variant<ListOpened, LineAdded, LineMoved, WordingDrafted, WordingProposed, WordingAgreed, LineWithdrawalProposed,
                           LineKept, LineWithdrawn, AdoptionProposed, ListAdopted, DutyClosingProposed, DutyClosingQuestioned,
                           DutyClosingConfirmed, YearClosed, FrameRegistered, FrameItemsAdded, LineageLinked, LineageUnlinked,
                           MatchConfirmed, MatchWithdrawn>;

}  // namespace ponte::planning
