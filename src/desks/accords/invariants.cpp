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

// ---- Requests and partners ----------------------------------------------------------------------------------

std::optional<std::string> a_request_has_one_partner_and_one_basis(const State& state, const RequestId& id, const Request& request) {
    const RequestRecorded& it = request.recorded;
    if (it.request != id) return "the request " + it.request.value + " stands under " + id.value;
    if (it.partner == macao()) return id.value + " is a request of Macao to itself";
    if (it.instrument && it.route) return id.value + " rests on an instrument and on a statute";
    if (it.instrument && !state.instruments.contains(*it.instrument)) return id.value + " rests on " + it.instrument->value + ", which is not there";
    if (it.route && !state.partners.routes.contains(*it.route)) return id.value + " rests on " + it.route->value + ", which is not there";
    if (it.held.has_value() != (it.instrument || it.route)) return id.value + " says whether its basis held, or has one, but not both";
    return std::nullopt;
}

std::optional<std::string> a_request_goes_forward(const RequestId& id, const Request& request) {
    const Date made = request.recorded.made;
    if (request.recorded.due && *request.recorded.due < made) return id.value + " was due before it was made";
    if (request.acknowledged && request.acknowledged->on < made) return id.value + " was acknowledged before it was made";
    if (!request.answered) return std::nullopt;
    const RequestAnswered& answered = *request.answered;
    if (answered.on < made) return id.value + " was answered before it was made";
    if (request.acknowledged && answered.on < request.acknowledged->on) return id.value + " was answered before it was acknowledged";
    const bool is_refusal = answered.outcome == RequestOutcome::refused || answered.outcome == RequestOutcome::partly;
    return answered.ground.has_value() == is_refusal ? std::nullopt : std::optional(id.value + " has a ground without a refusal, or a refusal without one");
}

std::optional<std::string> what_is_sealed_has_its_key(const RequestId& id, const Request& request) {
    const bool has_key = !request.recorded.person.value.empty();
    return request.recorded.subject && !has_key ? std::optional("the subject of " + id.value + " is sealed under no key") : std::nullopt;
}

std::optional<std::string> broken_promise_about(const State& state, const RequestId& id, const Request& request) {
    if (auto broken = a_request_has_one_partner_and_one_basis(state, id, request)) return broken;
    if (auto broken = a_request_goes_forward(id, request)) return broken;
    return what_is_sealed_has_its_key(id, request);
}

std::optional<std::string> clauses_are_of_instruments(const State& state) {
    for (const auto& [key, clause] : state.partners.clauses) {
        if (clause.event.instrument != key.first || clause.event.matter != key.second) return "a clause of " + clause.event.instrument.value + " stands under " + key.first.value;
        if (!state.instruments.contains(key.first)) return "a clause is stated of " + key.first.value + ", which is not there";
    }
    for (const auto& [id, route] : state.partners.routes) {
        if (route.event.route != id || route.event.matters.empty()) return "the statutory route " + id.value + " serves for nothing";
    }
    return std::nullopt;
}

std::optional<std::string> a_list_names_each_once(const State& state) {
    for (const auto& [listing, lists] : state.partners.lists) {
        for (const auto& [on, list] : lists) {
            const std::set<JurisdictionId> members(list.event.members.begin(), list.event.members.end());
            if (members.size() != list.event.members.size()) return "a member stands twice on " + std::string(name_of(listing)) + " of " + on.to_text();
            if (list.event.on != on || list.event.listing != listing) return "a list stands under another day than its own: " + on.to_text();
        }
    }
    return std::nullopt;
}

std::optional<std::string> figures_are_of_a_partner(const State& state) {
    constexpr Decimal nothing{0, 0};
    for (const auto& [key, figures] : state.partners.figures) {
        if (key.first == macao()) return "a figure of trade is recorded of Macao with itself";
        for (const Stated<FigureRecorded>& one : figures) {
            if (one.event.partner != key.first || one.event.criterion != key.second) return "a figure of " + one.event.partner.value + " stands under " + key.first.value;
            if (compare(one.event.value, nothing) < 0) return "a figure of " + key.first.value + " is below nothing";
        }
    }
    return std::nullopt;
}

std::optional<std::string> weights_add_up_to_one(const State& state) {
    constexpr Decimal whole{1, 0};
    const auto& weights = state.partners.weights;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const std::string version = std::to_string(i + 1);
        if (weights[i].event.version != i + 1) return "the weights at place " + version + " have another version";
        Decimal sum{0, 0};
        for (const Weight& one : weights[i].event.weights) sum = sum.plus(one.weight).value_or(sum);
        if (compare(sum, whole) != 0) return "the weights of version " + version + " add up to " + sum.to_text();
    }
    return std::nullopt;
}

std::optional<std::string> broken_promise_about_partners(const State& state) {
    if (auto broken = clauses_are_of_instruments(state)) return broken;
    if (auto broken = a_list_names_each_once(state)) return broken;
    if (auto broken = figures_are_of_a_partner(state)) return broken;
    return weights_add_up_to_one(state);
}

template <class Event>
constexpr bool is_of_partners = std::is_same_v<Event, RouteStated> || std::is_same_v<Event, ClauseStated> || std::is_same_v<Event, ListingRecorded> ||
                                std::is_same_v<Event, ListPublished> || std::is_same_v<Event, FigureRecorded> || std::is_same_v<Event, WeightsSet>;

template <class Event>
concept OfARequest = requires(const Event& event) { { event.request } -> std::convertible_to<const RequestId&>; };

}  // namespace

std::optional<std::string> broken_promise_touched_by(const State& state, const Event& event) {
    return std::visit(
        [&](const auto& one) -> std::optional<std::string> {
            using One = std::remove_cvref_t<decltype(one)>;
            if constexpr (OfARequest<One>) {
                const auto found = state.requests.find(one.request);
                if (found == state.requests.end()) return "something is recorded about " + one.request.value + ", which is not there";
                return broken_promise_about(state, one.request, found->second);
            } else if constexpr (is_of_partners<One>) {
                return broken_promise_about_partners(state);
            } else if constexpr (requires { { one.instrument } -> std::convertible_to<const InstrumentId&>; }) {
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
    for (const auto& [id, request] : state.requests) {
        if (auto broken = broken_promise_about(state, id, request)) return broken;
    }
    return broken_promise_about_partners(state);
}

}  // namespace ponte::accords
