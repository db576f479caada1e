#pragma once

#include "desks/conference/queries_dossier.h"

// What changed between two positions of the record, for one reader: progress, wording, owners, figures,
// papers, milestones and meetings. Nothing is in it that the reader may not see at the later position.
namespace ponte::conference {

// One end of a comparison. `as_at` is the day by which figures and owners are judged there.
struct ComparedAt {
    std::uint64_t position = 0;
    Instant time;               // of the last entry before the position
    Date as_at;
};
BOOST_DESCRIBE_STRUCT(ComparedAt, (), (position, time, as_at))

// How an indicator stands, as it is printed. All empty: it was not defined yet.
struct Standing {
    std::string status;
    std::string value;
    std::string period;
    std::string badge;
    std::string expected;
    std::vector<std::uint64_t> entries;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (status, value, period, badge, expected, entries))

struct IndicatorCompared {
    IndicatorId indicator;
    std::uint16_t measure = 0;
    Names names;
    Names units;
    Standing before;
    Standing after;
    bool changed = false;        // status, value, period, badge or expected value
    bool redefined = false;      // another version of its definition
};
BOOST_DESCRIBE_STRUCT(IndicatorCompared, (), (indicator, measure, names, units, before, after, changed, redefined))

struct StretchShown {
    std::string change;          // "same", "removed", "added"
    std::string text;
};
BOOST_DESCRIBE_STRUCT(StretchShown, (), (change, text))

struct WordingCompared {
    std::uint16_t measure = 0;   // 0: the plan's title
    Language language{};
    std::string change;          // "reworded", "added", "dropped"
    std::uint64_t entry = 0;     // that states the later text; of a dropped one, the earlier
    std::vector<StretchShown> stretches;
};
BOOST_DESCRIBE_STRUCT(WordingCompared, (), (measure, language, change, entry, stretches))

struct OwnerCompared {
    std::uint16_t measure = 0;
    BodyId body;
    std::string role;
    std::string change;          // "begun", "ended", "changed" (its days or its note)
    std::optional<Date> from;
    std::optional<Date> to;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(OwnerCompared, (), (measure, body, role, change, from, to, note))

struct FigureCompared {
    std::string id;
    std::string rule;
    std::string change;          // "changed", "new", "vanished"
    std::string before;
    std::string after;
    std::string period_before;
    std::string period_after;
    std::string badge_before;
    std::string badge_after;
};
BOOST_DESCRIBE_STRUCT(FigureCompared, (), (id, rule, change, before, after, period_before, period_after, badge_before, badge_after))

// Papers that the reader sees at the later position. A verdict counts where it is another than before.
struct PapersCompared {
    std::uint16_t measure = 0;   // 0: of all measures together
    std::uint32_t observations = 0;  // shown now and not before: recorded since, or let out since
    std::uint32_t actions = 0;
    std::uint32_t accepted = 0;
    std::uint32_t questioned = 0;
    std::uint32_t refused = 0;
    std::uint32_t withdrawn = 0;

    [[nodiscard]] bool empty() const { return observations + actions + accepted + questioned + refused + withdrawn == 0; }
};
BOOST_DESCRIBE_STRUCT(PapersCompared, (), (measure, observations, actions, accepted, questioned, refused, withdrawn))

struct MilestoneCompared {
    MilestoneId milestone;
    std::uint16_t measure = 0;
    Names names;
    Date due;
    std::string change;          // "set", "reached", "overdue": the last of them that is new
    std::optional<Date> reached;
    std::string badge;
};
BOOST_DESCRIBE_STRUCT(MilestoneCompared, (), (milestone, measure, names, due, change, reached, badge))

struct YearCompared {
    std::uint16_t year = 0;
    std::string before;          // empty: the year had not come yet
    std::string after;
};
BOOST_DESCRIBE_STRUCT(YearCompared, (), (year, before, after))

struct Comparison {
    PlanId plan;
    std::uint16_t year = 0;
    std::string reader;          // "macao", "mainland", "public": whose sight it is
    ComparedAt from;
    ComparedAt to;
    std::vector<TextIn> titles;  // at the later position
    std::vector<IndicatorCompared> indicators;   // all that are defined at the later position
    std::vector<WordingCompared> wordings;
    std::vector<OwnerCompared> owners;
    std::vector<FigureCompared> figures;
    std::vector<PapersCompared> papers;          // all measures together first; then those with any
    std::vector<MilestoneCompared> milestones;
    std::vector<SessionShown> sessions;          // recorded since
    std::vector<YearCompared> years;             // whose answer is another
};
BOOST_DESCRIBE_STRUCT(Comparison, (), (plan, year, reader, from, to, titles, indicators, wordings, owners, figures, papers, milestones, sessions, years))

// Both gates must be of one reader, `before` at an earlier position of the same record. The plan must be
// there at the later one.
[[nodiscard]] Comparison compared(const Seen& before, const Seen& after, const PlanId& plan, const ComparedAt& from, const ComparedAt& to);

}  // namespace ponte::conference
