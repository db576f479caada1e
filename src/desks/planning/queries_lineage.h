#pragma once

#include "desks/conference/facts.h"
#include "desks/planning/facts.h"
#include "desks/planning/queries_match.h"
#include "desks/planning/queries_pieces.h"

// What became of a plan's duties in a later one, and the way of a duty up to the arrangement and forward.
namespace ponte::planning {

struct Looking;  // view.h

struct MatchedText {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(MatchedText, (), (measure, duty, text))

struct MatchShown {
    std::string kind;
    std::vector<MatchedText> from;
    std::vector<MatchedText> to;
    std::uint32_t likeness = 0;                  // per thousand; of a proposal
    std::vector<PieceShown> difference;          // of a pair
    std::optional<std::uint64_t> entry;          // of the confirmation; absent: proposed only
    std::string note;
    bool text_changed_since = false;             // a text was corrected after the confirmation
};
BOOST_DESCRIBE_STRUCT(MatchShown, (), (kind, from, to, likeness, difference, entry, note, text_changed_since))

struct MatchesAnswer {
    PlanId from_plan;
    PlanId to_plan;
    std::vector<MatchShown> confirmed;
    std::vector<MatchShown> proposed;            // of the duties that no confirmation names
};
BOOST_DESCRIBE_STRUCT(MatchesAnswer, (), (from_plan, to_plan, confirmed, proposed))

struct MatchesQuery {
    static constexpr std::string_view name = "planning.matches";
    using Answer = MatchesAnswer;

    PlanId from_plan;
    PlanId to_plan;
};
BOOST_DESCRIBE_STRUCT(MatchesQuery, (), (from_plan, to_plan))

// One step of the way: child descends from origin.
struct StepShown {
    std::uint16_t distance = 0;                  // from what was asked about; 1 is next to it
    std::optional<DutyRef> duty;                 // the child
    std::optional<FrameRef> item;
    std::string child_text;
    Origin origin;
    std::string origin_text;
    bool origin_text_available = false;
    std::string how;                             // "link", "list", "carried_over", "changed", "merged", "split"
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(StepShown, (), (distance, duty, item, child_text, origin, origin_text, origin_text_available, how, entry))

struct FrameShown {
    FrameId frame;
    std::string kind;
    Names titles;
    Date on;
    std::string source;
    std::uint64_t entry = 0;
    bool text_available = false;
    std::vector<FrameItem> items;
};
BOOST_DESCRIBE_STRUCT(FrameShown, (), (frame, kind, titles, on, source, entry, text_available, items))

struct LineageAnswer {
    DutyRef duty;
    std::string text;
    std::vector<StepShown> back;                 // nearest first, up to frames
    std::vector<StepShown> forward;              // nearest first, to later years
    std::vector<FrameShown> frames;              // that the way back comes to, oldest first
    bool reaches_the_arrangement = false;
    std::string outcome;                         // how its year closed, as far as the reader may see
};
BOOST_DESCRIBE_STRUCT(LineageAnswer, (), (duty, text, back, forward, frames, reaches_the_arrangement, outcome))

struct LineageQuery {
    static constexpr std::string_view name = "planning.lineage";
    using Answer = LineageAnswer;

    PlanId plan;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;                      // 0: the measure as a whole
};
BOOST_DESCRIBE_STRUCT(LineageQuery, (), (plan, measure, duty))

struct FramesAnswer {
    std::vector<FrameShown> frames;
};
BOOST_DESCRIBE_STRUCT(FramesAnswer, (), (frames))

struct FramesQuery {
    static constexpr std::string_view name = "planning.frames";
    using Answer = FramesAnswer;
};
BOOST_DESCRIBE_STRUCT(FramesQuery, (), ())

// The duties of a plan in its own language, for matching.
[[nodiscard]] std::vector<DutyText> duty_texts(const conference::Plan& plan);

[[nodiscard]] MatchesAnswer answer(const Looking& looking, const MatchesQuery& query);
[[nodiscard]] LineageAnswer answer(const Looking& looking, const LineageQuery& query);
[[nodiscard]] FramesAnswer answer(const Looking& looking, const FramesQuery& query);

}  // namespace ponte::planning
