#include "desks/conference/seen.h"

#include <algorithm>
#include <ranges>

namespace ponte::conference {

access::Sight sight_of(Audience audience) {
    switch (audience) {
        case Audience::macao: return {.body = {}, .side = Side::macao};
        case Audience::mainland: return {.body = {}, .side = Side::mainland};
        case Audience::everyone: return {.body = {}, .side = {}};
    }
    return {.body = {}, .side = {}};
}

const Plan* Seen::plan(const PlanId& id) const {
    const auto found = known_.plans.find(id);
    return found == known_.plans.end() ? nullptr : &found->second;
}

std::vector<const IndicatorDefined*> Seen::indicators() const {
    std::vector<const IndicatorDefined*> all;
    for (const auto& [id, indicator] : known_.indicators) all.push_back(&indicator.definition);
    return all;
}

namespace {

void add_translations(TextKept& text, const std::map<Language, Translation>& translations) {
    for (const auto& [language, one] : translations) {
        text.texts.push_back({.language = language,
                              .text = one.stated.text,
                              .parts = one.stated.parts,
                              .status = one.stated.status,
                              .of_digest = one.stated.of_text,
                              .sequence = one.sequence});
    }
}

TextKept text_of_title(const PlanId& id, const Plan& plan) {
    TextKept text{.ref = "plan/" + id.value + "/0", .scope = "plan/" + id.value, .original = plan.imported.language, .digest = sha256(plan.title)};
    TextIn original{.language = plan.imported.language, .text = plan.title, .status = plan.imported.status, .sequence = plan.sequence};
    for (const AreaStated& area : plan.imported.areas) original.parts.push_back(area.title);
    text.texts.push_back(std::move(original));
    add_translations(text, plan.titles);
    return text;
}

TextKept text_of_measure(const PlanId& id, const Plan& plan, std::uint16_t number, const Measure& measure) {
    const Wording& now = measure.wordings.back();
    TextKept text{.ref = "plan/" + id.value + "/" + std::to_string(number),
                  .scope = "plan/" + id.value,
                  .original = plan.imported.language,
                  .digest = now.digest,
                  .texts = {{.language = plan.imported.language,
                             .text = now.stated.text,
                             .parts = now.stated.duties,
                             .status = plan.imported.status,
                             .sequence = now.sequence}}};
    add_translations(text, measure.translations);
    return text;
}

void add_names(std::vector<TextKept>& texts, std::string ref, const std::string& scope, const Names& names, std::uint64_t sequence) {
    if (names.empty()) return;  // A number without a unit.
    TextKept text{.ref = std::move(ref), .scope = scope};
    for (const Language language : languages) {
        if (names.in(language).empty()) continue;
        text.texts.push_back({.language = language, .text = names.in(language), .sequence = sequence});
    }
    texts.push_back(std::move(text));
}

}  // namespace

std::vector<TextKept> Seen::texts() const {
    std::vector<TextKept> texts;
    for (const auto& [id, plan] : known_.plans) {
        texts.push_back(text_of_title(id, plan));
        for (const auto& [number, measure] : plan.measures) {
            if (!measure.dropped) texts.push_back(text_of_measure(id, plan, number, measure));
        }
    }
    for (const auto& [id, indicator] : known_.indicators) {
        const std::string scope = "indicators/" + indicator.definition.plan.value;
        add_names(texts, "indicator/" + id.value + "/name", scope, indicator.definition.names, indicator.sequence);
        add_names(texts, "indicator/" + id.value + "/unit", scope, indicator.definition.units, indicator.sequence);
    }
    return texts;
}

const IndicatorDefined* Seen::indicator(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? nullptr : &found->second.definition;
}

std::uint64_t Seen::sequence_of_definition(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? 0 : found->second.sequence;
}

std::optional<SeenItem> Seen::item(const ItemId& id) const {
    const Item* const one = known_.items.find(id);
    if (one == nullptr) return std::nullopt;
    const Life life = one->life(known_.until);
    if (!may_see(*one, life)) return std::nullopt;
    return SeenItem{.item = one, .life = life};
}

const ObservationRecorded* Seen::observation_of(const Item& item) const {
    return item.is_action ? nullptr : &known_.series[item.series].observations[item.place];
}

const ActionRecorded* Seen::action_of(const Item& item) const {
    return item.is_action ? &known_.series[item.series].actions[item.place] : nullptr;
}

const ItemId& Seen::id_of(const Item& item) const { return item.is_action ? action_of(item)->item : observation_of(item)->item; }

SeenObservation Seen::observation(const ItemId& id) const {
    const auto one = item(id);
    if (!one || one->item->is_action) return {};
    return {.event = observation_of(*one->item), .item = one->item, .life = one->life};
}

SeenAction Seen::action(const ItemId& id) const {
    const auto one = item(id);
    if (!one || !one->item->is_action) return {};
    return {.event = action_of(*one->item), .item = one->item, .life = one->life};
}

template <class SeenOne, class Event>
std::vector<SeenOne> Seen::seen_of(std::string_view name, const std::vector<Event> Series::*events) const {
    std::vector<SeenOne> seen;
    const Series* const series = known_.series.find(name);
    if (series == nullptr) return seen;
    for (std::size_t i = 0; i < series->items.size(); ++i) {
        const Item& item = known_.items[series->items[i]];
        if (item.sequence >= known_.until) break;
        const Life life = item.life(known_.until);
        if (may_see(item, life)) seen.push_back({.event = &(series->*events)[i], .item = &item, .life = life});
    }
    return seen;
}

std::vector<SeenObservation> Seen::observations(const IndicatorId& indicator) const {
    return seen_of<SeenObservation>(conference::series_of(indicator), &Series::observations);
}

std::vector<SeenAction> Seen::actions(const PlanId& plan, std::uint16_t measure) const {
    return seen_of<SeenAction>(series_of_actions(plan, measure), &Series::actions);
}

std::vector<SeenItem> Seen::items() const {
    std::vector<SeenItem> seen;
    for (const Item& one : known_.items) {
        if (one.sequence >= known_.until) break;
        const Life life = one.life(known_.until);
        if (may_see(one, life)) seen.push_back({.item = &one, .life = life});
    }
    return seen;
}

template <class Event>
const Said<Event>* Seen::last_seen(const std::vector<Said<Event>>& said) const {
    for (const Said<Event>& one : said | std::views::reverse) {
        if (access::sees(reader_, one.event.stage, one.event.body, one.event.side)) return &one;
    }
    return nullptr;
}

const Said<StatusOverridden>* Seen::override_of(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? nullptr : last_seen(found->second.overrides);
}

const Said<ForecastStated>* Seen::forecast_of(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? nullptr : last_seen(found->second.forecasts);
}

const Said<JudgementStated>* Seen::judgement_of(const IndicatorId& id) const {
    const auto found = known_.indicators.find(id);
    return found == known_.indicators.end() ? nullptr : last_seen(found->second.judgements);
}

std::span<const Row> Seen::rows(std::string_view name) const {
    const Series* const series = known_.series.find(name);
    if (series == nullptr) return {};
    const auto end = std::ranges::lower_bound(series->rows, known_.until, {}, &Row::sequence);
    return {series->rows.begin(), end};
}

bool Seen::may_see(const Row& row) const {
    if (row.sequence >= known_.until) return false;
    return row.item == no_item ? access::sees(reader_, row.stage, row.body, row.side) : may_see(known_.items[row.item]);
}

}  // namespace ponte::conference
