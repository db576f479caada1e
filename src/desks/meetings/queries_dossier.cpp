#include "desks/meetings/queries_dossier.h"

#include "desks/meetings/seen.h"

#include <algorithm>
#include <array>
#include <set>

namespace ponte::meetings {

namespace {

Figure counted(std::string_view series, std::string_view name, std::vector<std::uint64_t> entries, Date as_at) {
    std::ranges::sort(entries);
    const std::string value = std::to_string(entries.size());
    return {.id = std::string(series) + "." + std::string(name),
            .rule = std::string(series) + "_" + std::string(name),
            .series = std::string(series),
            .value = value,
            .period = as_at.to_text(),
            .badge = "computed",
            .entries = std::move(entries)};
}

// A problem that names no duty is everybody's.
bool is_of_plan(const Problem& problem, const PlanId& plan) {
    const auto& duties = problem.raised.event.duties;
    return duties.empty() || std::ranges::any_of(duties, [&](const DutyOf& duty) { return duty.plan == plan; });
}

// As far as the reader was told of it.
std::optional<Date> due_of(const Seen& seen, const Problem& problem) {
    std::optional<Date> due = problem.raised.event.due;
    for (const auto& moved : problem.dues) {
        if (seen.may_see_reason(problem, moved.event.stage)) due = moved.event.due;
    }
    return due;
}

void add_problems(Contribution& contribution, const Known& known, const Seen& seen, const PlanId& plan, Date as_at) {
    if (known.problem_rows.empty()) return;
    SeriesShown series{.name = std::string(series_of_problems), .rows = {}};
    for (const auto& row : known.problem_rows) {
        const Problem* problem = seen.problem(row.of);
        series.rows.push_back({row.sequence, row.leaf, problem != nullptr && seen.may_see_reason(*problem, row.stage)});
    }
    std::vector<std::uint64_t> open;
    std::vector<std::uint64_t> escalated;
    std::vector<std::uint64_t> overdue;
    std::vector<std::uint64_t> settled;
    for (const Problem* problem : seen.problems()) {
        if (!is_of_plan(*problem, plan)) continue;
        const std::uint64_t entry = problem->raised.sequence;
        if (problem->settled) {
            settled.push_back(entry);
            continue;
        }
        open.push_back(entry);
        if (problem->escalated) escalated.push_back(entry);
        const auto due = due_of(seen, *problem);
        if (due && *due < as_at) overdue.push_back(entry);
    }
    contribution.series.push_back(std::move(series));
    contribution.figures.push_back(counted(series_of_problems, "open", std::move(open), as_at));
    contribution.figures.push_back(counted(series_of_problems, "escalated", std::move(escalated), as_at));
    contribution.figures.push_back(counted(series_of_problems, "overdue", std::move(overdue), as_at));
    contribution.figures.push_back(counted(series_of_problems, "settled", std::move(settled), as_at));
}

void add_decisions(Contribution& contribution, const Known& known, const Seen& seen, Date as_at) {
    if (known.decision_rows.empty()) return;
    SeriesShown series{.name = std::string(series_of_decisions), .rows = {}};
    for (const auto& row : known.decision_rows) series.rows.push_back({row.sequence, row.leaf, seen.decision(row.of) != nullptr});
    std::vector<const Decision*> bound;
    std::set<DecisionId> superseded;
    for (const Decision* decision : seen.decisions()) {
        if (decision->bound == 0) continue;
        bound.push_back(decision);
        superseded.insert(decision->terms.supersedes.begin(), decision->terms.supersedes.end());
    }
    std::vector<std::uint64_t> active;
    std::vector<std::uint64_t> overdue;
    std::vector<std::uint64_t> carried_out;
    std::vector<std::uint64_t> replaced;
    std::vector<std::uint64_t> lapsed;
    for (const Decision* decision : bound) {
        if (superseded.contains(decision->id)) {
            replaced.push_back(decision->bound);
        } else if (decision->carried_out) {
            carried_out.push_back(decision->bound);
        } else if (decision->lapses.size() > 1) {
            lapsed.push_back(decision->bound);
        } else {
            active.push_back(decision->bound);
            if (decision->terms.due && *decision->terms.due < as_at) overdue.push_back(decision->bound);
        }
    }
    contribution.series.push_back(std::move(series));
    contribution.figures.push_back(counted(series_of_decisions, "active", std::move(active), as_at));
    contribution.figures.push_back(counted(series_of_decisions, "overdue", std::move(overdue), as_at));
    contribution.figures.push_back(counted(series_of_decisions, "carried_out", std::move(carried_out), as_at));
    contribution.figures.push_back(counted(series_of_decisions, "superseded", std::move(replaced), as_at));
    contribution.figures.push_back(counted(series_of_decisions, "lapsed", std::move(lapsed), as_at));
}

}  // namespace

Contribution contribution_of(const Known& known, const PlanId& plan, const access::Sight& reader, Date as_at) {
    const Seen seen(known, reader);
    Contribution contribution;
    add_problems(contribution, known, seen, plan, as_at);
    add_decisions(contribution, known, seen, as_at);
    return contribution;
}

}  // namespace ponte::meetings
