#pragma once

#include "desks/planning/facts.h"

// How a plan's year is being closed, duty by duty, and what of it goes on.
namespace ponte::planning {

struct Looking;  // view.h

// A paper or milestone that the reader may see and that is about the duty, or about its measure as a whole.
struct EvidenceKnown {
    std::string kind;         // "action", "observation", "milestone"
    std::string id;
    std::string says;
    std::string on;           // a day or a period
    std::string stage;
    std::string verdict;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(EvidenceKnown, (), (kind, id, says, on, stage, verdict, entry))

struct IndicatorStands {
    conference::IndicatorId indicator;
    std::string status;
};
BOOST_DESCRIBE_STRUCT(IndicatorStands, (), (indicator, status))

struct ClosingSaid {
    std::uint64_t entry = 0;
    Instant time;
    BodyId body;              // and not the person: who works for the other side is its own affair
    std::string side;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ClosingSaid, (), (entry, time, body, side, reason))

struct ClosingRow {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    std::string text;                         // in the plan's own language
    std::string outcome;                      // empty: none was proposed
    std::string state;                        // "none", "proposed", "questioned", "confirmed"
    std::vector<Evidence> evidence;           // that the proposal names
    std::vector<std::string> evidence_fallen; // of it, withdrawn since
    std::optional<Target> target;
    std::optional<ClosingSaid> proposal;
    std::optional<ClosingSaid> questioned;
    std::optional<ClosingSaid> confirmed;
    std::optional<std::string> decision;
    std::vector<EvidenceKnown> known;         // newest first, the first twenty
    std::uint32_t known_count = 0;
    std::vector<IndicatorStands> indicators;
};
BOOST_DESCRIBE_STRUCT(ClosingRow, (), (measure, duty, text, outcome, state, evidence, evidence_fallen, target, proposal, questioned, confirmed, decision, known, known_count, indicators))

struct ClosingAnswer {
    PlanId plan;
    std::string title;
    std::string language;
    std::vector<ClosingRow> duties;
    std::uint32_t without_outcome = 0;        // not confirmed
    std::optional<std::uint64_t> closed;      // the entry that closed the year
};
BOOST_DESCRIBE_STRUCT(ClosingAnswer, (), (plan, title, language, duties, without_outcome, closed))

struct ClosingQuery {
    static constexpr std::string_view name = "planning.closing";
    using Answer = ClosingAnswer;

    PlanId plan;
    std::optional<Date> as_at;                // of the indicators; today where absent
};
BOOST_DESCRIBE_STRUCT(ClosingQuery, (), (plan, as_at))

// What next year's list should think of: what is unfinished, and what the conference has decided.
struct ProposalRow {
    Origin origin;
    std::uint16_t area = 0;                   // of the plan it comes from
    std::string text;
    std::vector<std::string> why;             // "carried_over", "no_outcome", "not_confirmed", "behind", "no_evidence", "decided"
    std::vector<LineId> lines;                // of the list, that descend from it already
};
BOOST_DESCRIBE_STRUCT(ProposalRow, (), (origin, area, text, why, lines))

struct ProposalAnswer {
    ListId list;
    PlanId from_plan;
    std::vector<ProposalRow> rows;
};
BOOST_DESCRIBE_STRUCT(ProposalAnswer, (), (list, from_plan, rows))

struct ProposalQuery {
    static constexpr std::string_view name = "planning.proposal";
    using Answer = ProposalAnswer;

    ListId list;
    std::optional<Date> as_at;
};
BOOST_DESCRIBE_STRUCT(ProposalQuery, (), (list, as_at))

[[nodiscard]] ClosingAnswer answer(const Looking& looking, const ClosingQuery& query);
[[nodiscard]] ProposalAnswer answer(const Looking& looking, const ProposalQuery& query);

}  // namespace ponte::planning
