#include "desks/conference/queries_dossier.h"

#include "base/check.h"

#include <algorithm>

namespace ponte::conference {

namespace {

template <class Event>
std::vector<SaidShown> shown_of(const Said<Event>* said) {
    if (said == nullptr) return {};
    SaidShown one{.entry = said->sequence, .by = said->by.value, .body = said->event.body.value, .reason = said->event.reason};
    if constexpr (requires { said->event.status; }) {
        one.value = std::string(name_of(said->event.status));
    } else {
        one.value = said->event.value.to_text();
        one.for_date = said->event.for_date.to_text();
    }
    return {one};
}

ObservationShown observation_shown(const IndicatorDefined& definition, const SeenObservation& one, const std::vector<std::uint64_t>& counting) {
    ObservationShown row{.item = one.event->item,
                         .entry = one.item->sequence,
                         .as_published = one.event->as_published,
                         .value = shown(definition, one.event->value),
                         .period = one.event->period.to_text(),
                         .period_end = one.event->period.to,
                         .source_url = one.event->source.url,
                         .source_title = one.event->source.title,
                         .badge = std::string(name_of(one.event->badge)),
                         .stage = std::string(name_of(one.life.stage)),
                         .body = one.event->body};
    if (one.life.verdict != nullptr) {
        const ItemVerified& verdict = one.life.verdict->event;
        row.verdict = std::string(name_of(verdict.verdict));
        row.verdict_reason = verdict.reason;
        row.verdict_by = verdict.by_body.value;
        row.asserted = verdict.asserted;
    }
    if (one.life.withdrawn != nullptr) {
        row.withdrawn = true;
        row.withdrawn_reason = one.life.withdrawn->reason;
    }
    row.counts = std::ranges::binary_search(counting, one.item->sequence);
    return row;
}

TextIn translated(const Translation& translation, const Digest& of_now) {
    const TextStated& stated = translation.stated;
    return {.language = stated.language,
            .text = stated.text,
            .parts = stated.parts,
            .status = std::string(name_of(stated.status)),
            .stale = stated.of_text != of_now};
}

std::vector<TextIn> texts_of(const PlanImported& plan, const Measure& measure) {
    std::vector<TextIn> texts{{.language = plan.language,
                               .text = measure.now().text,
                               .parts = measure.now().duties,
                               .status = std::string(name_of(plan.status)),
                               .stale = false}};
    for (const auto& [language, translation] : measure.translations) {
        texts.push_back(translated(translation, measure.wordings.back().digest));
    }
    return texts;
}

std::vector<MilestoneShown> milestones_of(const Seen& seen, const PlanId& plan, std::uint16_t measure, Date as_at) {
    std::vector<MilestoneShown> all;
    for (const auto& [id, milestone] : seen.milestones()) {
        if (milestone.set.plan != plan || milestone.set.measure != measure) continue;
        MilestoneShown one{.milestone = id,
                           .entry = milestone.sequence,
                           .measure = measure,
                           .duty = milestone.set.duty,
                           .names = milestone.set.names,
                           .due = milestone.set.due,
                           .badge = std::string(name_of(milestone.set.badge))};
        if (milestone.reached && milestone.reached->on <= as_at) one.reached = milestone.reached->on;
        one.overdue = !one.reached && one.due < as_at;
        all.push_back(std::move(one));
    }
    std::ranges::sort(all, {}, &MilestoneShown::due);
    return all;
}

}  // namespace

IndicatorShown indicator_shown(const Seen& seen, const IndicatorDefined& definition, Date as_at) {
    const std::vector<SeenObservation> papers = seen.observations(definition.indicator);
    const Reading reading = read_indicator(papers, definition, as_at);
    IndicatorShown one{.indicator = definition.indicator,
                       .entry = seen.sequence_of_definition(definition.indicator),
                       .version = definition.version,
                       .measure = definition.measure,
                       .duty = definition.duty,
                       .names = definition.names,
                       .units = definition.units,
                       .kind = std::string(name_of(definition.kind)),
                       .fold = std::string(name_of(definition.fold)),
                       .status = std::string(name_of(reading.status)),
                       .trajectory_badge = definition.trajectory.empty() ? "" : std::string(name_of(definition.trajectory_badge)),
                       .statements = definition.statements,
                       .papers = static_cast<std::uint32_t>(reading.papers),
                       .accepted = static_cast<std::uint32_t>(reading.accepted),
                       .changed_since_accepted = static_cast<std::uint32_t>(reading.changed_since_accepted),
                       .overrides = shown_of(seen.override_of(definition.indicator)),
                       .forecasts = shown_of(seen.forecast_of(definition.indicator)),
                       .judgements = shown_of(seen.judgement_of(definition.indicator))};
    std::vector<Figure> figures = figures_of_reading(seen, reading, as_at);
    CHECK(figures.size() == 4);
    one.now = std::move(figures[0]);
    one.before = std::move(figures[1]);
    one.expected = std::move(figures[2]);
    one.status_figure = std::move(figures[3]);
    for (const TrajectoryPoint& point : definition.trajectory) one.trajectory.push_back({point.date, shown(definition, point.value)});
    for (const SeenObservation& paper : papers) {
        one.observations.push_back(observation_shown(definition, paper, reading.now.entries));
    }
    std::ranges::stable_sort(one.observations, {}, &ObservationShown::period_end);
    return one;
}

MeasureShown measure_shown(const Seen& seen, const PlanId& plan_id, std::uint16_t number, Date as_at) {
    const Plan* plan = seen.plan(plan_id);
    CHECK(plan != nullptr);
    const auto found = plan->measures.find(number);
    CHECK(found != plan->measures.end());
    const Measure& measure = found->second;
    const MeasureStated& now = measure.now();
    MeasureShown one{.number = number,
                     .area = now.area,
                     .entry = measure.wordings.back().sequence,
                     .wordings = static_cast<std::uint32_t>(measure.wordings.size()),
                     .texts = texts_of(plan->imported, measure),
                     .jurisdiction_sets = now.jurisdiction_sets,
                     .bodies_named = now.bodies,
                     .owed_numbers = now.owed_numbers,
                     .bytes_from = now.bytes_from,
                     .bytes_to = now.bytes_to,
                     .line_from = now.line_from,
                     .line_to = now.line_to,
                     .milestones = milestones_of(seen, plan_id, number, as_at)};
    for (const BodyAppointed& body : measure.bodies) {
        const bool holds = (!body.from || *body.from <= as_at) && (!body.to || as_at <= *body.to);
        if (holds) one.bodies.push_back({.body = body.body, .role = std::string(name_of(body.role)), .note = body.note});
    }
    std::vector<bool> evidenced(now.duties.size() + 1, false);
    for (const SeenAction& action : seen.actions(plan_id, number)) {
        if (action.life.withdrawn != nullptr || action.event->on > as_at) continue;
        evidenced[std::min<std::size_t>(action.event->duty, now.duties.size())] = true;
        one.actions.push_back({.item = action.event->item,
                               .entry = action.item->sequence,
                               .duty = action.event->duty,
                               .on = action.event->on,
                               .texts = action.event->texts,
                               .source_url = action.event->source.url,
                               .source_title = action.event->source.title,
                               .badge = std::string(name_of(action.event->badge)),
                               .stage = std::string(name_of(action.life.stage)),
                               .verdict = action.life.verdict != nullptr ? std::string(name_of(action.life.verdict->event.verdict)) : "",
                               .body = action.event->body});
    }
    std::ranges::stable_sort(one.actions, [](const ActionShown& a, const ActionShown& b) {
        return a.duty != b.duty ? a.duty < b.duty : a.on < b.on;
    });
    for (const IndicatorDefined* definition : seen.indicators()) {
        if (definition->plan != plan_id || definition->measure != number) continue;
        one.indicators.push_back(indicator_shown(seen, *definition, as_at));
        const bool any = one.indicators.back().papers > 0;
        if (any && definition->duty < evidenced.size()) evidenced[definition->duty] = true;
    }
    // A meeting held in the plan's year is what the duty to meet asks for.
    if (const std::uint16_t duty = duty_to_meet(now); duty != 0 && !evidenced[duty]) {
        const std::vector<YearDuty> years = year_duties(seen, plan->imported.year, as_at).years;
        evidenced[duty] = std::ranges::any_of(years, [&](const YearDuty& year) { return year.year == plan->imported.year && year.state == YearState::met; });
    }
    for (std::size_t duty = 1; duty < evidenced.size(); ++duty) {
        if (!evidenced[duty]) one.duties_without_evidence.push_back(static_cast<std::uint16_t>(duty));
    }
    return one;
}

std::vector<TextIn> titles_shown(const Plan& plan) {
    TextIn title{.language = plan.imported.language, .text = plan.title, .status = std::string(name_of(plan.imported.status)), .stale = false};
    for (const AreaStated& area : plan.imported.areas) title.parts.push_back(area.title);
    std::vector<TextIn> titles{std::move(title)};
    for (const auto& [language, translation] : plan.titles) titles.push_back(translated(translation, sha256(plan.title)));
    return titles;
}

SessionShown session_shown(const Session& session) {
    const SessionRecorded& recorded = session.recorded;
    return {.number = recorded.number,
            .entry = session.sequence,
            .on = recorded.on,
            .not_before = recorded.not_before,
            .not_after = recorded.not_after,
            .place = recorded.place,
            .form = recorded.form,
            .principals = recorded.principals,
            .source_url = recorded.source.url,
            .badge = std::string(name_of(recorded.badge))};
}

DossierAnswer dossier_of(const Seen& seen, const PlanId& plan_id, Audience audience, Date as_at) {
    DossierAnswer dossier{.plan = plan_id, .audience = audience, .as_at = as_at};
    const Plan* plan = seen.plan(plan_id);
    if (plan == nullptr) return dossier;
    dossier.year = plan->imported.year;
    dossier.file = plan->file;
    dossier.entry = plan->sequence;
    dossier.plan_status = std::string(name_of(plan->imported.status));
    dossier.source = plan->imported.source;
    dossier.areas = plan->imported.areas;
    dossier.titles = titles_shown(*plan);
    for (const auto& [number, measure] : plan->measures) {
        if (!measure.dropped) dossier.measures.push_back(measure_shown(seen, plan_id, number, as_at));
    }
    for (const auto& [number, session] : seen.sessions()) {
        if (session.recorded.not_before <= as_at) dossier.sessions.push_back(session_shown(session));
    }
    const YearDuties years = year_duties(seen, plan->imported.year, as_at);
    for (const YearDuty& year : years.years) {
        dossier.years.push_back({.year = year.year, .state = std::string(name_of(year.state)), .sessions = year.sessions});
    }
    dossier.unmet_at_least = static_cast<std::uint32_t>(years.unmet_at_least);
    dossier.unmet_among = years.among;
    dossier.figures = figures_of(seen, plan_id, as_at);
    for (const auto& [sequence, frozen] : seen.frozen()) {
        if (frozen.plan == plan_id && frozen.audience == audience) dossier.frozen = sequence;
    }
    return dossier;
}

}  // namespace ponte::conference
