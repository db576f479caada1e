#include "desks/conference/queries_proof.h"

#include "base/canonical.h"

#include <algorithm>
#include <map>

namespace ponte::conference {

namespace {

Figure folded_figure(const IndicatorDefined& definition, const Folded& folded, std::string_view rule) {
    return {.id = definition.indicator.value + "." + std::string(rule),
            .rule = std::string(rule),
            .series = series_of(definition.indicator),
            .value = folded.any ? shown(definition, folded) : "",
            .period = folded.period ? folded.period->to_text() : "",
            .badge = folded.any ? std::string(name_of(folded.badge)) : "",
            .entries = folded.entries};
}

Figure counted(std::string id, std::string rule, std::string series, std::vector<std::uint64_t> entries, Date as_at) {
    const std::string value = std::to_string(entries.size());
    return {.id = std::move(id),
            .rule = std::move(rule),
            .series = std::move(series),
            .value = value,
            .period = as_at.to_text(),
            .badge = "computed",
            .entries = std::move(entries)};
}

void add_plan(std::vector<Figure>& figures, const Seen& seen, const PlanId& id, const Plan& plan, Date as_at) {
    std::vector<std::uint64_t> measures;
    std::uint64_t duties = 0;
    for (const auto& [number, measure] : plan.measures) {
        if (measure.dropped) continue;
        measures.push_back(measure.wordings.back().sequence);
        duties += measure.now().duties.size();
    }
    std::ranges::sort(measures);
    figures.push_back(counted("plan.measures", "count_measures", series_of_plan(id), measures, as_at));
    Figure of_duties = counted("plan.duties", "count_duties", series_of_plan(id), measures, as_at);
    of_duties.value = std::to_string(duties);
    figures.push_back(std::move(of_duties));
    for (const auto& [number, measure] : plan.measures) {
        std::vector<std::uint64_t> done;
        for (const SeenAction& action : seen.actions(id, number)) {
            if (action.life.withdrawn == nullptr && action.event->on <= as_at) done.push_back(action.item->sequence);
        }
        const std::string name = series_of_actions(id, number);
        if (seen.has_series(name)) {
            figures.push_back(counted("m" + std::to_string(number) + ".actions", "count_actions", name, std::move(done), as_at));
        }
    }
}

void add_milestones(std::vector<Figure>& figures, const Seen& seen, const PlanId& plan, Date as_at) {
    std::vector<std::uint64_t> overdue;
    bool any = false;
    for (const auto& [id, milestone] : seen.milestones()) {
        if (milestone.set.plan != plan) continue;
        any = true;
        const bool reached = milestone.reached && milestone.reached->on <= as_at;
        if (!reached && milestone.set.due < as_at) overdue.push_back(milestone.sequence);
    }
    std::ranges::sort(overdue);
    if (any) figures.push_back(counted("milestones.overdue", "count_overdue", series_of_milestones(plan), std::move(overdue), as_at));
}

void add_years(std::vector<Figure>& figures, const Seen& seen, const Plan& plan, Date as_at) {
    for (const YearDuty& duty : year_duties(seen, plan.imported.year, as_at).years) {
        const std::string id = "sessions." + std::to_string(duty.year);
        figures.push_back(counted(id + ".held", "count_sessions", std::string(series_of_sessions), duty.entries, as_at));
        figures.back().period = std::to_string(duty.year);
        figures.push_back({.id = id + ".duty",
                           .rule = "year_duty",
                           .series = std::string(series_of_sessions),
                           .value = std::string(name_of(duty.state)),
                           .period = std::to_string(duty.year),
                           .badge = "computed",
                           .entries = duty.entries});
    }
}

}  // namespace

std::vector<std::string> series_of_dossier(const Seen& seen, const PlanId& plan_id) {
    std::vector<std::string> names{series_of_plan(plan_id), series_of_milestones(plan_id), std::string(series_of_sessions)};
    if (const Plan* plan = seen.plan(plan_id)) {
        for (const auto& [number, measure] : plan->measures) names.push_back(series_of_actions(plan_id, number));
    }
    for (const IndicatorDefined* definition : seen.indicators()) {
        if (definition->plan == plan_id) names.push_back(series_of(definition->indicator));
    }
    std::erase_if(names, [&](const std::string& name) { return !seen.has_series(name); });
    std::ranges::sort(names);
    return names;
}

std::vector<Figure> figures_of_indicator(const Seen& seen, const IndicatorDefined& definition, Date as_at) {
    return figures_of_reading(seen, read_indicator(seen, definition, as_at), as_at);
}

std::vector<Figure> figures_of_reading(const Seen& seen, const Reading& reading, Date as_at) {
    std::vector<Figure> figures;
    const IndicatorDefined& definition = *reading.definition;
    const std::vector<std::uint64_t> by_definition{seen.sequence_of_definition(definition.indicator)};
    figures.push_back(folded_figure(definition, reading.now, "now"));
    figures.push_back(folded_figure(definition, reading.before, "before"));
    figures.push_back({.id = definition.indicator.value + ".expected",
                       .rule = "expected",
                       .series = series_of(definition.indicator),
                       .value = reading.expected ? shown(definition, *reading.expected) : "",
                       .period = reading.expected ? reading.now.period->to.to_text() : "",
                       .badge = reading.expected ? std::string(name_of(definition.trajectory_badge)) : "",
                       .entries = reading.expected ? by_definition : std::vector<std::uint64_t>{}});
    std::vector<std::uint64_t> rests_on = reading.now.entries;
    rests_on.insert(rests_on.end(), by_definition.begin(), by_definition.end());
    std::ranges::sort(rests_on);
    figures.push_back({.id = definition.indicator.value + ".status",
                       .rule = "status",
                       .series = series_of(definition.indicator),
                       .value = std::string(name_of(reading.status)),
                       .period = as_at.to_text(),
                       .badge = "computed",
                       .entries = std::move(rests_on)});
    return figures;
}

std::vector<Figure> figures_of(const Seen& seen, const PlanId& plan_id, Date as_at) {
    std::vector<Figure> figures;
    const Plan* plan = seen.plan(plan_id);
    if (plan == nullptr) return figures;
    add_plan(figures, seen, plan_id, *plan, as_at);
    std::map<std::string, std::uint64_t, std::less<>> by_status;
    for (const IndicatorDefined* definition : seen.indicators()) {
        if (definition->plan != plan_id) continue;
        for (Figure& figure : figures_of_indicator(seen, *definition, as_at)) {
            if (figure.rule == "status") ++by_status[figure.value];
            figures.push_back(std::move(figure));
        }
    }
    add_milestones(figures, seen, plan_id, as_at);
    add_years(figures, seen, *plan, as_at);
    for_each_enumerator<Status>([&](std::string_view status, Status) {
        const auto count = by_status.find(status);
        figures.push_back({.id = "summary." + std::string(status),
                           .rule = "count_status",
                           .series = "-",
                           .value = std::to_string(count == by_status.end() ? 0 : count->second),
                           .period = as_at.to_text(),
                           .badge = "computed",
                           .entries = {}});
    });
    return figures;
}

Proof proof_of(const Known& known, const PlanId& plan, Audience audience, Date as_at, const std::vector<Contribution>& contributions) {
    const Seen seen(known, sight_of(audience));
    Proof proof;
    proof.figures = figures_of(seen, plan, as_at);
    for (const std::string& name : series_of_dossier(seen, plan)) {
        SeriesShown series{.name = name, .rows = {}};
        for (const Row& row : seen.rows(name)) series.rows.push_back({row.sequence, row.leaf, seen.may_see(row)});
        proof.series.push_back(std::move(series));
    }
    for (const Contribution& one : contributions) {
        proof.figures.insert(proof.figures.end(), one.figures.begin(), one.figures.end());
        proof.series.insert(proof.series.end(), one.series.begin(), one.series.end());
    }
    std::ranges::sort(proof.series, {}, &SeriesShown::name);
    std::string lines;
    for (const Figure& figure : proof.figures) lines += figure.line();
    proof.figures_digest = sha256(lines);
    for (const SeriesShown& series : proof.series) {
        Commitment commitment{.series = series.name, .rows = series.rows.size(), .chain = {}, .shown = 0, .chain_shown = {}};
        for (const SeriesRow& row : series.rows) {
            commitment.chain = chained(commitment.chain, row.sequence, row.leaf);
            if (!row.shown) continue;
            ++commitment.shown;
            commitment.chain_shown = chained(commitment.chain_shown, row.sequence, row.leaf);
        }
        proof.commitments.push_back(std::move(commitment));
    }
    proof.commitments_digest = sha256(to_bytes(proof.commitments));
    return proof;
}

}  // namespace ponte::conference
