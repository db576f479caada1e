#include "desks/accords/steps.h"

#include <algorithm>

namespace ponte::accords {

namespace {

using enum StepKind;

bool is_paper(const Step& step, StepKind paper) {
    return step.taken.step == paper && !step.withdrawn && !step.taken.unverified;
}

// Of a historic file: said to lie before a step that was reported.
bool is_taken_as_read(const Instrument& instrument, StepKind paper) {
    return std::ranges::any_of(instrument.steps, [&](const Step& one) {
        return !one.withdrawn && std::ranges::find(one.taken.earlier_unknown, paper) != one.taken.earlier_unknown.end();
    });
}

bool is_there(const Instrument& instrument, StepKind paper, std::uint16_t except) {
    if (is_taken_as_read(instrument, paper)) return true;
    const auto of_party = [&](const Party& party) {
        return std::ranges::any_of(instrument.steps, [&](const Step& one) {
            return one.taken.number != except && is_paper(one, paper) && (!one.taken.party || *one.taken.party == party.place);
        });
    };
    return std::ranges::all_of(instrument.record().parties, of_party);
}

// Notices, ratification and publication come before the entry into force only where the clause counts from them.
bool holds_for(const Rule& rule, const InstrumentRecord& record) {
    if (rule.step != force) return true;
    if (rule.paper == notice) return record.force.by == ForceBy::last_notice;
    if (rule.paper == exchange) return record.force.by == ForceBy::exchange;
    if (rule.paper == text_notice) return record.force.by == ForceBy::publication;
    return true;
}

// An instrument that works from its signing on needs no step of entry into force before what follows it.
StepKind paper_of(const Rule& rule, const InstrumentRecord& record) {
    const bool from_signing = record.force.by == ForceBy::signature || (record.force.by == ForceBy::unknown && works_from_signing(record.kind));
    return rule.paper == force && from_signing ? signing : rule.paper;
}

std::vector<Rule> rules_for(const State& state, const Instrument& instrument, StepKind step) {
    std::vector<Rule> found;
    const Way way = way_of(state, instrument);
    for (const Rule& rule : rules()) {
        if (rule.step != step || (rule.way && *rule.way != way) || !holds_for(rule, instrument.record())) continue;
        found.push_back(rule);
        found.back().paper = paper_of(rule, instrument.record());
    }
    return found;
}

std::vector<StepKind> lacking(const State& state, const Instrument& instrument, StepKind step, std::uint16_t except) {
    std::vector<StepKind> missing;
    const std::vector<Rule> needed = rules_for(state, instrument, step);
    for (const Rule& rule : needed) {
        const bool enough = std::ranges::any_of(needed, [&](const Rule& other) {
            const bool alternative = rule.group != 0 && other.group == rule.group;
            return (alternative || other.paper == rule.paper) && is_there(instrument, other.paper, except);
        });
        const bool named = std::ranges::any_of(needed, [&](const Rule& other) {
            return rule.group != 0 && other.group == rule.group && std::ranges::find(missing, other.paper) != missing.end();
        });
        if (!enough && !named && std::ranges::find(missing, rule.paper) == missing.end()) missing.push_back(rule.paper);
    }
    return missing;
}

}  // namespace

std::vector<const Step*> steps_of(const Instrument& instrument) {
    std::vector<const Step*> steps;
    for (const Step& one : instrument.steps) steps.push_back(&one);
    return steps;
}

Way way_of(const State& state, const Instrument& instrument) {
    const InstrumentRecord& record = instrument.record();
    // A protocol to a protocol goes the way of what both amend. Amendments have no circles.
    const Instrument* amended = &instrument;
    while (amended != nullptr && amended->record().kind == InstrumentKind::protocol) {
        const auto& amends = amended->record().amends;
        const auto found = amends.empty() ? state.instruments.end() : state.instruments.find(amends.front());
        amended = found == state.instruments.end() ? nullptr : &found->second;
    }
    return way_of(record.kind, record.parties, amended == nullptr ? std::nullopt : std::optional(amended->record().kind));
}

std::vector<StepKind> papers_missing(const State& state, const Instrument& instrument, StepKind step) { return lacking(state, instrument, step, 0); }

const Step* out_of_order(const State& state, const Instrument& instrument, const Order& order) {
    const std::vector<Rule> needed = rules_for(state, instrument, order.step);
    for (const Step& one : instrument.steps) {
        if (one.withdrawn || one.taken.number == order.except) continue;
        const bool is_before = std::ranges::any_of(needed, [&](const Rule& rule) { return rule.paper == one.taken.step; });
        if (is_before && !order.retroactive && order.date.to < one.span().from) return &one;
        const bool is_after = !one.taken.retroactive && std::ranges::any_of(rules_for(state, instrument, one.taken.step), [&](const Rule& rule) {
            return rule.paper == order.step;
        });
        if (is_after && one.span().to < order.date.from) return &one;
    }
    return nullptr;
}

const Step* resting_on(const State& state, const Instrument& instrument, const Step& step) {
    for (const Step& one : instrument.steps) {
        if (one.withdrawn || one.taken.number == step.taken.number) continue;
        const auto missing = lacking(state, instrument, one.taken.step, step.taken.number);
        const bool known_before = std::ranges::find(one.taken.earlier_unknown, step.taken.step) != one.taken.earlier_unknown.end();
        if (!known_before && std::ranges::find(missing, step.taken.step) != missing.end()) return &one;
    }
    return nullptr;
}

bool is_suspended(const Instrument& instrument) {
    bool suspended = false;
    std::vector<const Step*> steps = steps_of(instrument);
    std::ranges::stable_sort(steps, {}, [](const Step* one) { return one->span().from; });
    for (const Step* one : steps) {
        if (one->withdrawn) continue;
        if (one->taken.step == suspension) suspended = true;
        if (one->taken.step == resumption) suspended = false;
    }
    return suspended;
}

const Step* ending_of(const Instrument& instrument) {
    for (const Step& one : instrument.steps) {
        if (!one.withdrawn && !one.taken.unverified && (one.taken.step == termination || one.taken.step == lapse)) return &one;
    }
    return nullptr;
}

}  // namespace ponte::accords
