#include "desks/conference/queries.h"

#include "base/text.h"

#include <algorithm>

namespace ponte::conference {

namespace {

Audience audience_for(const access::Sight& reader) {
    if (!reader.side || *reader.side == Side::other) return Audience::everyone;
    return *reader.side == Side::macao ? Audience::macao : Audience::mainland;
}

const std::string& says(const Seen& seen, const Item& item) {
    if (const ObservationRecorded* const observation = seen.observation_of(item)) return observation->as_published;
    const Names& texts = seen.action_of(item)->texts;
    return texts.en.empty() ? texts.zh_hant : texts.en;
}

ItemRow row_of(const Seen& seen, const SeenItem& one) {
    const ObservationRecorded* const observation = seen.observation_of(*one.item);
    return {.item = seen.id_of(*one.item),
            .series = seen.series_of(*one.item),
            .says = says(seen, *one.item),
            .period = observation != nullptr ? observation->period.to_text() : seen.action_of(*one.item)->on.to_text(),
            .body = one.item->body,
            .stage = std::string(name_of(one.life.stage)),
            .verdict = one.life.verdict != nullptr ? std::string(name_of(one.life.verdict->event.verdict)) : "",
            .entry = one.item->sequence,
            .withdrawn = one.life.withdrawn != nullptr};
}

// By id: an order that says nothing of what else was recorded in between.
void sort(std::vector<ItemRow>& rows) { std::ranges::sort(rows, {}, &ItemRow::item); }

}  // namespace

DossierAnswer answer(const Seen& seen, const DossierQuery& query, Date today) {
    return dossier_of(seen, query.plan, audience_for(seen.reader()), query.as_at.value_or(today));
}

MeasureAnswer answer(const Seen& seen, const MeasureQuery& query, Date today) {
    const Plan* plan = seen.plan(query.plan);
    if (plan == nullptr || !plan->measures.contains(query.measure)) return {};
    return {.measures = {measure_shown(seen, query.plan, query.measure, query.as_at.value_or(today))}};
}

StatusAnswer answer(const Seen& seen, const StatusQuery& query, Date today) {
    StatusAnswer all{.as_at = query.as_at.value_or(today)};
    for (const IndicatorDefined* definition : seen.indicators()) {
        if (definition->plan != query.plan) continue;
        const auto figures = figures_of_indicator(seen, *definition, all.as_at);
        all.indicators.push_back({.measure = definition->measure,
                                  .indicator = definition->indicator,
                                  .names = definition->names,
                                  .status = figures[3].value,
                                  .now = figures[0].value,
                                  .period = figures[0].period,
                                  .expected = figures[2].value,
                                  .badge = figures[0].badge});
    }
    return all;
}

ItemsAnswer answer(const Seen& seen, const ItemsQuery& query, Date) {
    ItemsAnswer all;
    const std::string sought = query.text ? fold_for_search(*query.text) : "";
    for (const SeenItem& one : seen.items()) {
        if (query.series && *query.series != seen.series_of(*one.item)) continue;
        if (query.stage && *query.stage != one.life.stage) continue;
        if (query.body && *query.body != one.item->body) continue;
        if (query.text && fold_for_search(says(seen, *one.item)).find(sought) == std::string::npos) continue;
        all.items.push_back(row_of(seen, one));
    }
    sort(all.items);
    return all;
}

QueueAnswer answer(const Seen& seen, const QueueQuery&, Date) {
    QueueAnswer queue;
    const BodyId& own = seen.reader().body;
    for (const SeenItem& one : seen.items()) {
        if (one.life.withdrawn != nullptr) continue;
        const bool is_own = one.item->body == own;
        const bool is_internal = one.life.stage == Stage::internal;
        if (is_internal && is_own) queue.to_sign_off.push_back(row_of(seen, one));
        if (!is_internal && !is_own && one.life.verdict == nullptr) queue.to_verify.push_back(row_of(seen, one));
        if (is_own && one.life.has(Verdict::questioned)) queue.questioned.push_back(row_of(seen, one));
    }
    for (auto* const rows : {&queue.to_sign_off, &queue.to_verify, &queue.questioned}) sort(*rows);
    return queue;
}

YearsAnswer answer(const Seen& seen, const YearsQuery& query, Date today) {
    YearsAnswer all{.as_at = query.as_at.value_or(today)};
    const Plan* plan = seen.plan(query.plan);
    if (plan == nullptr) return all;
    const YearDuties duties = year_duties(seen, plan->imported.year, all.as_at);
    for (const YearDuty& year : duties.years) {
        all.years.push_back({.year = year.year, .state = std::string(name_of(year.state)), .sessions = year.sessions});
    }
    all.unmet_at_least = static_cast<std::uint32_t>(duties.unmet_at_least);
    all.unmet_among = duties.among;
    return all;
}

PlansAnswer answer(const Seen& seen, const PlansQuery&, Date) {
    PlansAnswer all;
    for (const auto& [id, plan] : seen.plans()) {
        all.plans.push_back({.plan = id,
                             .year = plan.imported.year,
                             .title = plan.title,
                             .language = std::string(tag(plan.imported.language)),
                             .status = std::string(name_of(plan.imported.status)),
                             .file = plan.file,
                             .measures = static_cast<std::uint32_t>(plan.measures.size()),
                             .corrections = static_cast<std::uint32_t>(plan.corrections.size()),
                             .entry = plan.sequence});
    }
    return all;
}

WordingsAnswer answer(const Seen& seen, const WordingsQuery& query, Date) {
    WordingsAnswer all;
    const Plan* plan = seen.plan(query.plan);
    if (plan == nullptr) return all;
    const auto measure = plan->measures.find(query.measure);
    if (measure == plan->measures.end()) return all;
    all.dropped = measure->second.dropped;
    for (const Wording& wording : measure->second.wordings) {
        all.wordings.push_back({.entry = wording.sequence, .text = wording.stated.text, .duties = wording.stated.duties});
    }
    return all;
}

}  // namespace ponte::conference
