#include "desks/planning/queries_closing.h"

#include "desks/planning/rules.h"
#include "desks/planning/seen.h"

#include <ranges>

namespace ponte::planning {

namespace {

constexpr std::size_t known_max = 20;

bool is_of(std::uint16_t paper, std::uint16_t duty) { return paper == 0 || paper == duty; }

std::string verdict_of(const conference::Life& life) { return life.verdict != nullptr ? std::string(name_of(life.verdict->event.verdict)) : ""; }

// What a reader knows under the duty that was not taken back, newest first.
std::vector<EvidenceKnown> evidence_known(const conference::Seen& seen, const DutyRef& duty) {
    std::map<std::uint64_t, EvidenceKnown, std::greater<>> by_entry;
    for (const conference::SeenAction& one : seen.actions(duty.plan, duty.measure)) {
        if (!is_of(one.event->duty, duty.duty) || one.life.withdrawn != nullptr) continue;
        const Names& texts = one.event->texts;
        std::string says;
        for (const Language language : languages) {
            if (says.empty()) says = texts.in(language);
        }
        by_entry[one.item->sequence] = {.kind = "action",
                                        .id = one.event->item.value,
                                        .says = std::move(says),
                                        .on = one.event->on.to_text(),
                                        .stage = std::string(name_of(one.life.stage)),
                                        .verdict = verdict_of(one.life),
                                        .entry = one.item->sequence};
    }
    for (const conference::IndicatorDefined* indicator : seen.indicators()) {
        if (indicator->plan != duty.plan || indicator->measure != duty.measure || !is_of(indicator->duty, duty.duty)) continue;
        for (const conference::SeenObservation& one : seen.observations(indicator->indicator)) {
            if (one.life.withdrawn != nullptr) continue;
            by_entry[one.item->sequence] = {.kind = "observation",
                                            .id = one.event->item.value,
                                            .says = one.event->as_published,
                                            .on = one.event->period.to_text(),
                                            .stage = std::string(name_of(one.life.stage)),
                                            .verdict = verdict_of(one.life),
                                            .entry = one.item->sequence};
        }
    }
    for (const auto& [id, milestone] : seen.milestones()) {
        const conference::MilestoneSet& set = milestone.set;
        if (set.plan != duty.plan || set.measure != duty.measure || !is_of(set.duty, duty.duty) || !milestone.reached) continue;
        by_entry[milestone.reached_sequence] = {.kind = "milestone",
                                                .id = id.value,
                                                .says = milestone.reached->evidence,
                                                .on = milestone.reached->on.to_text(),
                                                .stage = {},
                                                .verdict = {},
                                                .entry = milestone.reached_sequence};
    }
    std::vector<EvidenceKnown> all;
    for (auto& [entry, one] : by_entry) all.push_back(std::move(one));
    return all;
}

std::vector<IndicatorStands> indicators_of(const conference::Seen& seen, const DutyRef& duty, Date as_at) {
    std::vector<IndicatorStands> all;
    for (const conference::IndicatorDefined* one : seen.indicators()) {
        if (one->plan != duty.plan || one->measure != duty.measure || !is_of(one->duty, duty.duty)) continue;
        all.push_back({.indicator = one->indicator, .status = std::string(name_of(seen.status_of(*one, as_at)))});
    }
    return all;
}

template <class Event>
ClosingSaid said(const Placed<Event>& placed) {
    ClosingSaid one{.entry = placed.sequence,
                    .time = placed.time,
                    .body = placed.event.body,
                    .side = std::string(name_of(placed.event.side)),
                    .reason = {}};
    if constexpr (requires { placed.event.reason; }) one.reason = placed.event.reason;
    return one;
}

void show_closing(ClosingRow& row, const Closing& closing, const conference::Seen& seen) {
    const DutyClosingProposed& proposal = closing.proposal.event;
    row.outcome = std::string(name_of(proposal.outcome));
    row.state = closing.confirmed ? "confirmed" : closing.questioned ? "questioned" : "proposed";
    row.evidence = proposal.evidence;
    row.target = proposal.target;
    row.proposal = said(closing.proposal);
    if (closing.questioned) row.questioned = said(*closing.questioned);
    if (closing.confirmed) {
        row.confirmed = said(*closing.confirmed);
        row.decision = closing.confirmed->event.decision;
    }
    for (const Evidence& one : proposal.evidence) {
        if (!one.item) continue;
        const auto item = seen.item(*one.item);
        if (item && item->life.withdrawn != nullptr) row.evidence_fallen.push_back(one.item->value);
    }
}

// Calls visit(duty, text) for every duty that the plan has now.
template <class Visit>
void for_each_duty(const PlanId& id, const conference::Plan& plan, Visit&& visit) {
    for (const auto& [number, measure] : plan.measures) {
        if (measure.dropped) continue;
        std::uint16_t duty = 0;
        for (const std::string& text : measure.now().duties) visit(DutyRef{.plan = id, .measure = number, .duty = ++duty}, text, measure.now());
    }
}

// The lines of the list that descend from the duty, or from its measure as a whole.
std::vector<LineId> lines_from(const Seen& seen, const List& list, const DutyRef& duty) {
    std::vector<LineId> lines;
    for (const auto& [id, line] : list.lines) {
        if (line.withdrawn) continue;
        for (const Origin& origin : seen.origins_of({.list = list.opened.list, .line = id})) {
            const bool from = origin.duty && origin.duty->plan == duty.plan && origin.duty->measure == duty.measure && is_of(origin.duty->duty, duty.duty);
            if (from && (lines.empty() || lines.back() != id)) lines.push_back(id);
        }
    }
    return lines;
}

// Why the duty is not done with; empty where it is.
std::vector<std::string> unfinished(const Closing* closing) {
    if (closing == nullptr) return {"no_outcome"};
    const DutyOutcome outcome = closing->proposal.event.outcome;
    std::vector<std::string> why;
    if (outcome == DutyOutcome::carried_over) why.emplace_back("carried_over");
    if (!closing->confirmed) why.emplace_back("not_confirmed");
    return why;
}

// What the conference has decided and is still to be done.
ProposalRow decided(const Seen& seen, const List& list, const conference::Plan& plan, const meetings::Decision& decision) {
    Origin origin;
    origin.decision = decision.id.value;
    ProposalRow row{.origin = origin, .area = 0, .text = {}, .why = {"decided"}, .lines = {}};
    for (const Language language : languages) {
        if (row.text.empty()) row.text = decision.texts.in(language);
    }
    if (decision.terms.duty && decision.terms.duty->plan == list.opened.from_plan) {
        if (const conference::Measure* measure = measure_of(plan, decision.terms.duty->measure)) row.area = measure->now().area;
    }
    for (const auto& [id, line] : list.lines) {
        const auto origins = seen.origins_of({.list = list.opened.list, .line = id});
        if (!line.withdrawn && std::ranges::find(origins, origin) != origins.end()) row.lines.push_back(id);
    }
    return row;
}

}  // namespace

ClosingAnswer answer(const Looking& looking, const ClosingQuery& query) {
    ClosingAnswer all{.plan = query.plan, .title = {}, .language = {}, .duties = {}, .without_outcome = 0, .closed = {}};
    const conference::Plan* plan = looking.conference.plan(query.plan);
    if (plan == nullptr) return all;
    const Seen seen(known_of(looking.planning), looking.reader);
    all.title = plan->title;
    all.language = std::string(tag(plan->imported.language));
    if (const auto* closed = seen.closed(query.plan)) all.closed = closed->sequence;
    for_each_duty(query.plan, *plan, [&](const DutyRef& duty, const std::string& text, const conference::MeasureStated&) {
        ClosingRow row{.measure = duty.measure, .duty = duty.duty, .text = text, .outcome = {}, .state = "none"};
        if (const Closing* closing = seen.closing(duty)) show_closing(row, *closing, looking.conference);
        if (!row.confirmed) ++all.without_outcome;
        row.known = evidence_known(looking.conference, duty);
        row.known_count = static_cast<std::uint32_t>(row.known.size());
        if (row.known.size() > known_max) row.known.resize(known_max);
        row.indicators = indicators_of(looking.conference, duty, query.as_at.value_or(looking.today()));
        all.duties.push_back(std::move(row));
    });
    return all;
}

ProposalAnswer answer(const Looking& looking, const ProposalQuery& query) {
    ProposalAnswer all{.list = query.list, .from_plan = {}, .rows = {}};
    const Seen seen(known_of(looking.planning), looking.reader);
    const auto list = seen.list(query.list);
    if (!list) return all;
    all.from_plan = list->opened.from_plan;
    const conference::Plan* plan = looking.conference.plan(all.from_plan);
    if (plan == nullptr) return all;
    for_each_duty(all.from_plan, *plan, [&](const DutyRef& duty, const std::string& text, const conference::MeasureStated& measure) {
        std::vector<std::string> why = unfinished(seen.closing(duty));
        if (why.empty()) return;
        bool behind = false;
        bool empty_handed = evidence_known(looking.conference, duty).empty();
        for (const IndicatorStands& one : indicators_of(looking.conference, duty, query.as_at.value_or(looking.today()))) {
            behind = behind || one.status == "behind";
        }
        if (behind) why.emplace_back("behind");
        if (empty_handed) why.emplace_back("no_evidence");
        Origin origin;
        origin.duty = duty;
        all.rows.push_back({.origin = std::move(origin), .area = measure.area, .text = text, .why = std::move(why), .lines = lines_from(seen, *list, duty)});
    });
    for (const meetings::Decision* decision : meetings::Seen(looking.meetings, looking.reader).decisions()) {
        if (decision->state() == meetings::DecisionState::active) all.rows.push_back(decided(seen, *list, *plan, *decision));
    }
    return all;
}

}  // namespace ponte::planning
