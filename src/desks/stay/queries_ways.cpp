#include "desks/stay/queries_ways.h"

#include "desks/stay/rules.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace ponte::stay {

namespace rules {

std::optional<std::uint16_t> days_of_entry(const std::vector<Window>& windows) {
    std::optional<std::uint16_t> least;
    const auto narrow = [&](std::uint16_t days) { least = least ? std::min(*least, days) : days; };
    for (const Window& window : windows) {
        if (window.limit) narrow(*window.limit);
        if (!window.steps.empty()) narrow(window.steps.front());
    }
    return least;
}

std::vector<Weight> weights_of_the_house() {
    return {{.weighed = Weighed::exempts_us, .set = {}, .points = 40}, {.weighed = Weighed::we_exempt, .set = {}, .points = 20},
            {.weighed = Weighed::lighter_rule, .set = {}, .points = 10}, {.weighed = Weighed::mobility, .set = {}, .points = 10},
            {.weighed = Weighed::in_set, .set = "psc", .points = 15}, {.weighed = Weighed::in_set, .set = "bri", .points = 5}};
}

}  // namespace rules

namespace {

Answer told_yes(bool yes) { return yes ? Answer::yes : Answer::no; }

bool stands_in(const std::vector<std::string>& words, const std::string& word) { return std::ranges::find(words, word) != words.end(); }

Answer through_port(const Condition& condition, const Circumstances& told, Date day) {
    if (!told.entry_port) return Answer::unknown;
    Answer found = Answer::no;
    bool named = false;
    for (const DatedPort& one : condition.ports) {
        if (one.port != *told.entry_port) continue;
        named = true;
        found = either(found, holds_on(one.validity, day));
    }
    return named || condition.ports_complete ? found : Answer::unknown;
}

// A third country or region: neither the one that he comes from nor the one that he passes through. Macao, Hong
// Kong and the Mainland are parties of their own here.
Answer onward_to_a_third(const Circumstances& told, const JurisdictionId& place) {
    if (told.onward_to == place || told.coming_from == place) return Answer::no;
    if (!told.onward_to || !told.coming_from) return Answer::unknown;
    return told_yes(*told.onward_to != *told.coming_from);
}

bool is_of_the_place(const Document& document, const JurisdictionId& place) {
    return document.of == place && (document.kind == DocumentKind::passport || document.kind == DocumentKind::permanent_resident_id ||
                                    document.kind == DocumentKind::resident_id);
}

// How long one entry may be, for comparing: no limit is the longest, no known number the shortest.
std::uint32_t length_of(const Way& way) {
    if (way.no_limit) return std::numeric_limits<std::uint32_t>::max();
    return way.days().value_or(0);
}

// Whether the rule was in force for the place on the day, whatever its conditions.
Answer in_force(const State& state, const Rule& rule, const JurisdictionId& place, Date day) {
    Answer there = Answer::no;
    if (rule.place) {
        there = told_yes(*rule.place == place);
    } else if (const auto zone = state.zones.find(*rule.zone); zone != state.zones.end()) {
        there = zone->second.has_on(place, day);
    }
    return there == Answer::no ? there : both(there, in_force_on(rule.validity, rule.seen, day));
}

Way of_rule(const State& state, const KnownRule& known, const JurisdictionId& place, Date day, const Circumstances& told) {
    const Rule& rule = known.rule;
    Way way{.document = rule.document, .rule = &known, .requirement = rule.requirement, .no_limit = rule.no_limit, .track = rule.track,
            .holds = Answer::no, .met = Answer::yes};
    way.holds = in_force(state, rule, place, day);
    if (way.holds == Answer::no) return way;
    if (rule.zone) way.zone = &state.zones.find(*rule.zone)->second;
    way.windows = rule.windows;
    for (const Condition& condition : rule.conditions) way.met = both(way.met, met_by(condition, told, place, day));
    return way;
}

std::optional<Way> of_table(const State& state, const Document& document, const JurisdictionId& place, Date day) {
    if (document.kind != DocumentKind::passport) return std::nullopt;
    const Snapshot* snapshot = state.snapshot_on(day);
    if (snapshot == nullptr) return std::nullopt;
    const Cell* cell = snapshot->find(document.of, place);
    if (cell == nullptr) return std::nullopt;
    Way way{.document = document, .snapshot = snapshot, .cell = cell, .requirement = cell->requirement, .holds = Answer::yes, .met = Answer::yes};
    if (cell->days) {
        way.windows.push_back({.kind = WindowKind::per_entry, .limit = cell->days, .span = {}, .steps = {}, .reset_by = {}});
        if (!rules::waives(cell->requirement)) return way;
        for (const auto& [id, zone] : state.zones) {
            if (zone.defined.common.empty() || zone.has_on(place, day) != Answer::yes) continue;
            way.zone = &zone;
            for (const Window& window : zone.defined.common) way.windows.push_back(window);
            break;
        }
    }
    return way;
}

}  // namespace

std::optional<std::uint16_t> Way::days() const { return rules::days_of_entry(windows); }

Answer met_by(const Condition& condition, const Circumstances& told, const JurisdictionId& place, Date day) {
    if (std::ranges::find(told.met, condition.kind) != told.met.end()) return Answer::yes;
    switch (condition.kind) {
        case ConditionKind::group_of: return told.group ? told_yes(*told.group >= condition.number.value_or(0)) : Answer::unknown;
        case ConditionKind::purpose: return told.purpose ? told_yes(stands_in(condition.words, *told.purpose)) : Answer::unknown;
        case ConditionKind::not_for: return told.purpose ? told_yes(!stands_in(condition.words, *told.purpose)) : Answer::unknown;
        case ConditionKind::entry_port: return through_port(condition, told, day);
        case ConditionKind::onward_third: return onward_to_a_third(told, place);
        case ConditionKind::within_hours: return told.days ? told_yes(*told.days * 24 <= condition.number.value_or(0)) : Answer::unknown;
        case ConditionKind::ticket: return told.onward_to ? Answer::yes : Answer::unknown;
        case ConditionKind::ordinary_passport:
        case ConditionKind::area:
        case ConditionKind::visa_onward:
        case ConditionKind::endorsement:
        case ConditionKind::other: return Answer::unknown;
    }
    return Answer::unknown;
}

bool better(const Way& one, const Way& other) {
    const auto order = [](const Way& way) {
        return std::tuple(rules::weight_of(way.requirement), std::numeric_limits<std::uint32_t>::max() - length_of(way), way.windows.size(),
                          way.rule == nullptr, way.rule == nullptr ? std::string_view() : std::string_view(way.rule->rule.rule.value));
    };
    return order(one) < order(other);
}

std::vector<Way> ways_of(const State& state, const Document& document, const JurisdictionId& place, Date day, const Circumstances& told) {
    std::vector<Way> ways;
    if (is_of_the_place(document, place)) {
        ways.push_back({.document = document, .own = true, .requirement = Requirement::visa_free, .no_limit = true, .windows = {}, .holds = Answer::yes, .met = Answer::yes});
        return ways;
    }
    if (const auto ids = state.rules_of.find(document); ids != state.rules_of.end()) {
        for (const RuleId& id : ids->second) {
            const KnownRule* known = state.find(id);
            if (known == nullptr) continue;
            Way way = of_rule(state, *known, place, day, told);
            if (way.holds != Answer::no) ways.push_back(std::move(way));
        }
    }
    const bool spoken = std::ranges::any_of(ways, [](const Way& way) { return way.holds == Answer::yes && way.track == Track::ordinary; });
    const bool fits = std::ranges::any_of(ways, [](const Way& way) { return way.track == Track::ordinary && way.may_be_taken(); });
    if (auto way = of_table(state, document, place, day)) {
        // Where the rule's conditions fail, a table that asks for a visa still says what is left to do.
        way->overridden = spoken && (fits || rules::admits(way->requirement));
        if (!way->overridden) {
            way->ended = ended_since(state, document, place, way->snapshot->opened.from, day);
            // A line that says otherwise than the rule did is not its echo: it told what stands without it.
            std::erase_if(way->ended, [&](const KnownRule* known) { return rules::admits(known->rule.requirement) != rules::admits(way->requirement); });
        }
        if (!way->ended.empty()) way->holds = Answer::unknown;
        ways.push_back(*std::move(way));
    }
    std::ranges::stable_sort(ways, better);
    return ways;
}

std::vector<const KnownRule*> ended_since(const State& state, const Document& document, const JurisdictionId& place, Date table_day, Date day) {
    std::vector<const KnownRule*> ended;
    const auto ids = state.rules_of.find(document);
    if (ids == state.rules_of.end()) return ended;
    for (const RuleId& id : ids->second) {
        const KnownRule* known = state.find(id);
        if (known == nullptr || known->rule.track != Track::ordinary) continue;
        if (in_force(state, known->rule, place, table_day) == Answer::no) continue;
        if (in_force(state, known->rule, place, day) == Answer::no) ended.push_back(known);
    }
    std::ranges::stable_sort(ended, {}, [](const KnownRule* known) { return known->rule.validity.to; });
    return ended;
}

const Snapshot* table_before(const State& state, const Rule& rule, const JurisdictionId& place, Date day) {
    for (auto at = state.snapshot_from.lower_bound(day); at != state.snapshot_from.begin();) {
        --at;
        if (in_force(state, rule, place, at->first) == Answer::no) return state.snapshot_on(at->first);
    }
    return nullptr;
}

Comes comes_to(const std::vector<Way>& ways) {
    Comes comes;
    for (const Way& way : ways) {
        if (way.may_be_taken() && (comes.way == nullptr || better(way, *comes.way))) comes.way = &way;
    }
    if (comes.way == nullptr) return comes;
    comes.answer = rules::admits(comes.way->requirement) ? Answer::yes : Answer::no;
    for (const Way& way : ways) {
        if (way.overridden || way.holds != Answer::unknown || way.track != Track::ordinary || way.met == Answer::no) continue;
        // What came after the rule may be lighter than anything that is known.
        if (!way.ended.empty()) {
            if (comes.answer == Answer::no) comes.answer = Answer::unknown;
            continue;
        }
        // Of another document it can only help; of this one it would stand before the table.
        const bool decides = way.document == comes.way->document ? comes.way->rule == nullptr || better(way, *comes.way) : better(way, *comes.way);
        if (decides && rules::admits(way.requirement) != rules::admits(comes.way->requirement)) comes.answer = Answer::unknown;
    }
    return comes;
}

}  // namespace ponte::stay
