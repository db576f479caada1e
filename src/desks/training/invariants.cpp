#include "desks/training/invariants.h"

namespace ponte::training {

namespace {

using Broken = std::optional<std::string>;

Broken broken_about(const State& state, const EventId& id) {
    const auto found = state.known.events.find(id);
    if (found == state.known.events.end()) return id.value + " is spoken of and was never planned";
    if (auto broken = events_end_after_they_begin(found->second)) return broken;
    if (auto broken = attendance_is_of_confirmed_on_days_of_the_event(found->second)) return broken;
    if (auto broken = seats_suffice_for_the_confirmed(found->second)) return broken;
    return certificates_rest_on_attendance(state, id);
}

}  // namespace

Broken events_end_after_they_begin(const Gathering& event) {
    if (event.plan.to < event.plan.from || (event.held && event.held->to < event.held->from)) return event.plan.event.value + " ends before it begins";
    return std::nullopt;
}

Broken attendance_is_of_confirmed_on_days_of_the_event(const Gathering& event) {
    const Date from = event.held ? event.held->from : event.plan.from;
    const Date to = event.held ? event.held->to : event.plan.to;
    for (const Nomination& one : event.nominations) {
        if (one.attendance.empty()) continue;
        if (!one.confirmed) return "somebody attended " + event.plan.event.value + " without a confirmed seat";
        if (one.attendance.begin()->first < from || one.attendance.rbegin()->first > to) return event.plan.event.value + " was attended on a day that is not its own";
    }
    return std::nullopt;
}

Broken seats_suffice_for_the_confirmed(const Gathering& event) {
    const auto confirmed = std::ranges::count_if(event.nominations, [](const Nomination& one) { return one.confirmed && !one.withdrawn; });
    if (static_cast<std::uint64_t>(confirmed) > event.seats) return event.plan.event.value + " has more confirmed participants than seats";
    return std::nullopt;
}

Broken certificates_rest_on_attendance(const State& state, const EventId& id) {
    const auto found = state.known.events.find(id);
    if (found == state.known.events.end()) return std::nullopt;
    for (const Nomination& one : found->second.nominations) {
        if (!one.certificate) continue;
        const auto certificate = state.known.certificates.find(*one.certificate);
        if (certificate == state.known.certificates.end() || certificate->second.withdrawn) return one.certificate->value + " is held and does not stand";
        if (certificate->second.issued.days != one.days_attended()) return one.certificate->value + " says other days than were attended";
    }
    return std::nullopt;
}

Broken numbers_are_those_of_the_participants(const Gathering& event) {
    for (const auto& [jurisdiction, count] : event.counted) {
        if (count.numbers != event.numbers_of(jurisdiction)) return event.plan.event.value + " counts others of " + jurisdiction.value + " than came";
    }
    return std::nullopt;
}

Broken broken_promise_touched_by(const State& state, const Event& event) {
    return std::visit(
        [&](const auto& one) -> Broken {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, NumbersCounted>) {
                // Only here: between an entry and the count that it changes the two differ.
                const auto found = state.known.events.find(one.event);
                return found == state.known.events.end() ? broken_about(state, one.event) : numbers_are_those_of_the_participants(found->second);
            } else if constexpr (requires { one.event; }) {
                return broken_about(state, one.event);
            } else {
                const auto found = state.known.certificates.find(one.certificate);
                return found == state.known.certificates.end() ? std::nullopt : broken_about(state, found->second.issued.event);
            }
        },
        event);
}

Broken broken_promise_anywhere(const State& state) {
    for (const auto& [id, event] : state.known.events) {
        if (auto broken = broken_about(state, id)) return broken;
        if (auto broken = numbers_are_those_of_the_participants(event)) return broken;
    }
    return std::nullopt;
}

}  // namespace ponte::training
