#include "house/desks.h"

#include "desks/access/decide.h"
#include "desks/access/invariants.h"
#include "desks/calendar/decide.h"
#include "desks/calendar/invariants.h"
#include "desks/conference/decide.h"
#include "desks/conference/invariants.h"
#include "desks/directory/decide.h"
#include "desks/directory/invariants.h"
#include "ledger/decide.h"
#include "ledger/invariants.h"

namespace ponte::house {

namespace {

template <class View, class Command>
Outcome<std::vector<AnyEvent>> decided(const View& view, const Command& command) {
    auto decision = std::visit([&](const auto& one) { return decide(view, one); }, command);
    if (!decision) return std::unexpected(std::move(decision).error());
    std::vector<AnyEvent> events;
    events.reserve(decision->size());
    for (auto& event : *decision) events.emplace_back(std::move(event));
    return events;
}

}  // namespace

Outcome<std::vector<AnyEvent>> decide(const Desks& desks, const AnyCommand& command, const Asking& asking) {
    switch (command.index()) {
        case 0:
            return decided(directory::View{.directory = desks.directory, .asker = asking.asker, .now = asking.now}, std::get<0>(command));
        case 1:
            return decided(access::View{.access = desks.access, .bodies = desks.directory.bodies, .asker = asking.asker, .now = asking.now},
                           std::get<1>(command));
        case 2:
            return decided(calendar::View{.calendar = desks.calendar,
                                          .jurisdictions = desks.directory.jurisdictions,
                                          .asker = asking.asker,
                                          .now = asking.now},
                           std::get<2>(command));
        case 3:
            return decided(conference::View{.conference = desks.conference,
                                            .bodies = desks.directory.bodies,
                                            .asker = asking.asker,
                                            .now = asking.now,
                                            .position = asking.position,
                                            .nonce = asking.nonce},
                           std::get<3>(command));
        default:
            // The ledger stands below the desk that grants rights, so they come to it as two words.
            return decided(ledger::View{.ledger = desks.ledger,
                                        .may_open = asking.asker.may_configure("ledger"),
                                        .may_post = asking.asker.has("ledger", access::Role::officer)},
                           std::get<4>(command));
    }
}

namespace {

struct Folding {
    Desks& desks;
    const Recorded& recorded;

    void operator()(const Event&) const {}
    void operator()(const directory::Event& event) const {
        std::visit([&](const auto& one) { directory::evolve(desks.directory, one, recorded); }, event);
    }
    void operator()(const access::Event& event) const {
        std::visit([&](const auto& one) { access::evolve(desks.access, one, recorded); }, event);
    }
    void operator()(const calendar::Event& event) const {
        std::visit([&](const auto& one) { calendar::evolve(desks.calendar, one, recorded); }, event);
    }
    void operator()(const conference::Event& event) const {
        std::visit([&](const auto& one) { conference::evolve(desks.conference, one, recorded); }, event);
    }
    void operator()(const ledger::Event& event) const {
        std::visit([&](const auto& one) { ledger::evolve(desks.ledger, one, recorded); }, event);
    }
};

struct Promises {
    const Desks& desks;

    std::optional<std::string> operator()(const Event&) const { return std::nullopt; }
    std::optional<std::string> operator()(const directory::Event& event) const {
        return directory::broken_promise_touched_by(desks.directory, event);
    }
    std::optional<std::string> operator()(const access::Event& event) const {
        return access::broken_promise_touched_by(desks.access, event);
    }
    std::optional<std::string> operator()(const calendar::Event& event) const {
        return calendar::broken_promise_touched_by(desks.calendar, event);
    }
    std::optional<std::string> operator()(const conference::Event& event) const {
        return conference::broken_promise_touched_by(desks.conference, event);
    }
    std::optional<std::string> operator()(const ledger::Event& event) const {
        return ledger::broken_promise_touched_by(desks.ledger, event);
    }
};

}  // namespace

void evolve(Desks& desks, const AnyEvent& event, const Recorded& recorded) { std::visit(Folding{desks, recorded}, event); }

std::optional<std::string> broken_promise_touched_by(const Desks& desks, const AnyEvent& event) {
    return std::visit(Promises{desks}, event);
}

std::optional<std::string> broken_promise_anywhere(const Desks& desks) {
    if (auto broken = directory::broken_promise_anywhere(desks.directory)) return broken;
    if (auto broken = access::broken_promise_anywhere(desks.access)) return broken;
    if (auto broken = calendar::broken_promise_anywhere(desks.calendar)) return broken;
    if (auto broken = conference::broken_promise_anywhere(desks.conference)) return broken;
    return ledger::broken_promise_anywhere(desks.ledger);
}

std::string_view name_of(const AnyCommand& command) {
    return std::visit([](const auto& desk) { return std::visit([](const auto& one) { return one.name; }, desk); }, command);
}

std::string_view desk_of(const AnyCommand& command) {
    const std::string_view name = name_of(command);
    return name.substr(0, name.find('.'));
}

}  // namespace ponte::house
