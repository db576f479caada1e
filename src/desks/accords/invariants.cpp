#include "desks/accords/invariants.h"

#include <set>

namespace ponte::accords {

namespace {

std::optional<std::string> nothing_is_agreed_with_itself(const InstrumentId& id, const Instrument& instrument) {
    std::set<JurisdictionId> places;
    for (const Party& party : instrument.record().parties) {
        if (!places.insert(party.place).second) return id.value + " has " + party.place.value + " as a party twice";
    }
    return places.size() < 2 ? std::optional(id.value + " has fewer than two parties") : std::nullopt;
}

std::optional<std::string> steps_are_numbered_and_open_no_further(const InstrumentId& id, const Instrument& instrument) {
    for (std::size_t i = 0; i < instrument.steps.size(); ++i) {
        const Step& step = instrument.steps[i];
        if (step.taken.number != i + 1) return "a step of " + id.value + " has another number than its place";
        if (step.stage > instrument.stage) return "a step of " + id.value + " is open to more than the instrument is";
        if (step.taken.party && !instrument.has_party(*step.taken.party)) return "a step of " + id.value + " is of no party";
        if (instrument.live && (step.taken.unverified || !step.taken.earlier_unknown.empty())) return "a live file, " + id.value + ", has a paper that nobody saw";
    }
    return std::nullopt;
}

std::optional<std::string> the_life_follows_from_the_steps(const InstrumentId& id, const Instrument& instrument) {
    std::vector<const Step*> steps;
    for (const Step& one : instrument.steps) steps.push_back(&one);
    return instrument.life == life_of(instrument.record(), steps) ? std::nullopt : std::optional("the life of " + id.value + " does not follow from its steps");
}

std::optional<std::string> the_file_is_numbered(const InstrumentId& id, const Instrument& instrument) {
    for (std::size_t i = 0; i < instrument.file.rounds.size(); ++i) {
        if (instrument.file.rounds[i].round != i + 1) return "a round of " + id.value + " has another number than its place";
    }
    for (const auto& [number, article] : instrument.file.articles) {
        for (std::size_t i = 0; i < article.versions.size(); ++i) {
            if (article.versions[i].version != i + 1) return "a draft of article " + number + " of " + id.value + " has another number than its place";
        }
        for (const PositionStated& one : article.positions) {
            if (one.version == 0 || one.version > article.versions.size()) return "a position on article " + number + " of " + id.value + " is on no draft";
        }
    }
    return std::nullopt;
}

std::optional<std::string> an_activity_is_held_or_cancelled(const InstrumentId& id, const Instrument& instrument) {
    for (const auto& [activity, one] : instrument.activities) {
        if (one.held && one.cancelled) return activity.value + " under " + id.value + " was held and cancelled";
        if (one.plans.empty() && !one.held) return activity.value + " under " + id.value + " was neither planned nor held";
    }
    return std::nullopt;
}

// Follows what an instrument amends, replaces and stands under; nothing may lead back to it.
bool leads_back(const State& state, const InstrumentId& from, const InstrumentId& to, std::set<InstrumentId>& been) {
    const auto found = state.instruments.find(from);
    if (found == state.instruments.end() || !been.insert(from).second) return false;
    const InstrumentRecord& record = found->second.record();
    std::vector<InstrumentId> next = record.amends;
    next.insert(next.end(), record.replaces.begin(), record.replaces.end());
    if (record.under) next.push_back(*record.under);
    for (const InstrumentId& one : next) {
        if (one == to || leads_back(state, one, to, been)) return true;
    }
    return false;
}

std::optional<std::string> nothing_amends_itself(const State& state, const InstrumentId& id) {
    std::set<InstrumentId> been;
    return leads_back(state, id, id, been) ? std::optional(id.value + " amends itself in a circle") : std::nullopt;
}

std::optional<std::string> broken_promise_about(const State& state, const InstrumentId& id, const Instrument& instrument) {
    if (auto broken = nothing_is_agreed_with_itself(id, instrument)) return broken;
    if (auto broken = steps_are_numbered_and_open_no_further(id, instrument)) return broken;
    if (auto broken = the_life_follows_from_the_steps(id, instrument)) return broken;
    if (auto broken = the_file_is_numbered(id, instrument)) return broken;
    if (auto broken = an_activity_is_held_or_cancelled(id, instrument)) return broken;
    return nothing_amends_itself(state, id);
}

}  // namespace

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    return std::visit(
        [&](const auto& one) -> std::optional<std::string> {
            if constexpr (requires { { one.instrument } -> std::convertible_to<const InstrumentId&>; }) {
                const auto found = state.instruments.find(one.instrument);
                if (found == state.instruments.end()) return "something is recorded about " + one.instrument.value + ", which is not there";
                return broken_promise_about(state, one.instrument, found->second);
            } else {
                return std::nullopt;
            }
        },
        event);
}

std::optional<std::string> broken_promise_anywhere(const State& state) {
    for (const auto& [id, instrument] : state.instruments) {
        if (auto broken = broken_promise_about(state, id, instrument)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::accords
