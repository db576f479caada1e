#include "desks/conference/queries.h"

#include "base/text.h"

namespace ponte::conference {

namespace {

Audience audience_for(const access::Sight& reader) {
    if (!reader.side || *reader.side == Side::other) return Audience::everyone;
    return *reader.side == Side::macao ? Audience::macao : Audience::mainland;
}

ItemRow row_of(const Seen& seen, const ItemId& id, const Item& item) {
    ItemRow row{.item = id,
                .series = item.series,
                .body = item.body,
                .stage = std::string(name_of(item.stage)),
                .verdict = item.verdict ? std::string(name_of(item.verdict->verdict)) : "",
                .entry = item.sequence,
                .withdrawn = item.withdrawn.has_value()};
    if (const SeenObservation observation = seen.observation(id); observation.event != nullptr) {
        row.says = observation.event->as_published;
        row.period = observation.event->period.to_text();
    } else if (const SeenAction action = seen.action(id); action.event != nullptr) {
        row.says = action.event->texts.en.empty() ? action.event->texts.zh_hant : action.event->texts.en;
        row.period = action.event->on.to_text();
    }
    return row;
}

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
    for (const auto& [id, item] : seen.items()) {
        if (query.series && *query.series != item->series) continue;
        if (query.stage && *query.stage != item->stage) continue;
        if (query.body && *query.body != item->body) continue;
        ItemRow row = row_of(seen, id, *item);
        if (query.text && fold_for_search(row.says).find(sought) == std::string::npos) continue;
        all.items.push_back(std::move(row));
    }
    return all;
}

QueueAnswer answer(const Seen& seen, const QueueQuery&, Date) {
    QueueAnswer queue;
    const BodyId& own = seen.reader().body;
    for (const auto& [id, item] : seen.items()) {
        if (item->withdrawn) continue;
        const bool questioned = item->verdict && item->verdict->verdict == Verdict::questioned;
        if (item->stage == Stage::internal && item->body == own) queue.to_sign_off.push_back(row_of(seen, id, *item));
        if (item->stage != Stage::internal && item->body != own && !item->verdict) queue.to_verify.push_back(row_of(seen, id, *item));
        if (questioned && item->body == own) queue.questioned.push_back(row_of(seen, id, *item));
    }
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
