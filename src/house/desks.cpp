#include "house/desks.h"

#include "desks/access/decide.h"
#include "desks/access/invariants.h"
#include "desks/accords/decide.h"
#include "desks/accords/invariants.h"
#include "desks/calendar/decide.h"
#include "desks/calendar/invariants.h"
#include "desks/conference/decide.h"
#include "desks/conference/invariants.h"
#include "desks/directory/decide.h"
#include "desks/directory/invariants.h"
#include "desks/meetings/decide.h"
#include "desks/meetings/invariants.h"
#include "desks/origin/decide.h"
#include "desks/origin/invariants.h"
#include "desks/planning/decide.h"
#include "desks/planning/invariants.h"
#include "desks/publication/decide.h"
#include "desks/publication/invariants.h"
#include "desks/reporting/decide.h"
#include "desks/reporting/invariants.h"
#include "desks/stay/decide.h"
#include "desks/stay/invariants.h"
#include "desks/training/decide.h"
#include "desks/training/invariants.h"
#include "desks/translation/decide.h"
#include "desks/translation/invariants.h"
#include "desks/withholding/decide.h"
#include "desks/withholding/invariants.h"
#include "house/contributions.h"
#include "house/publication_facts.h"
#include "house/reactions.h"
#include "house/reporting_reactions.h"
#include "house/texts.h"
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

// Each desk is handed its own state and what it may know of its neighbours.
struct Deciding {
    const Desks& desks;
    const Asking& asking;

    Outcome<std::vector<AnyEvent>> operator()(const directory::Command& command) const {
        return decided(directory::View{.directory = desks.directory, .asker = asking.asker, .now = asking.now}, command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const access::Command& command) const {
        return decided(access::View{.access = desks.access, .bodies = desks.directory.bodies, .asker = asking.asker, .now = asking.now},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const calendar::Command& command) const {
        return decided(calendar::View{.calendar = desks.calendar,
                                      .jurisdictions = desks.directory.jurisdictions,
                                      .asker = asking.asker,
                                      .now = asking.now},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const conference::Command& command) const {
        std::vector<Contribution> contributions;
        const auto* freezing = std::get_if<conference::FreezeDossier>(&command);
        if (freezing != nullptr) contributions = contributions_of(desks, freezing->plan, freezing->audience, asking.now.date());
        return decided(conference::View{.conference = desks.conference,
                                        .bodies = desks.directory.bodies,
                                        .asker = asking.asker,
                                        .now = asking.now,
                                        .position = asking.position,
                                        .nonce = asking.nonce,
                                        .contributions = &contributions},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const ledger::Command& command) const {
        // The ledger stands below the desk that grants rights, so they come to it as two words.
        return decided(ledger::View{.ledger = desks.ledger,
                                    .may_open = asking.asker.may_configure("ledger"),
                                    .may_post = asking.asker.has("ledger", access::Role::officer)},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const reporting::Command& command) const {
        return decided(reporting::View{.reporting = desks.reporting,
                                       .conference = known_of(desks.conference),
                                       .bodies = desks.directory.bodies,
                                       .business_days = desks.calendar.business_days,
                                       .asker = asking.asker,
                                       .now = asking.now,
                                       .position = asking.position,
                                       .nonce = asking.nonce},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const meetings::Command& command) const {
        return decided(meetings::View{.meetings = desks.meetings,
                                      .conference = known_of(desks.conference),
                                      .reporting = known_of(desks.reporting),
                                      .planning = known_of(desks.planning),
                                      .bodies = desks.directory.bodies,
                                      .business_days = desks.calendar.business_days,
                                      .asker = asking.asker,
                                      .now = asking.now,
                                      .position = asking.position,
                                      .nonce = asking.nonce,
                                      .translation = known_of(desks.translation),
                                      .adopted = asking.adopted},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const planning::Command& command) const {
        return decided(planning::View{.planning = desks.planning,
                                      .conference = known_of(desks.conference),
                                      .meetings = known_of(desks.meetings),
                                      .bodies = desks.directory.bodies,
                                      .asker = asking.asker,
                                      .now = asking.now,
                                      .position = asking.position,
                                      .nonce = asking.nonce,
                                      .translation = known_of(desks.translation)},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const translation::Command& command) const {
        return decided(translation::View{.translation = desks.translation,
                                         .texts = texts_seen(desks, {.body = asking.asker.body, .side = asking.asker.side}),
                                         .people = desks.access.people,
                                         .asker = asking.asker,
                                         .now = asking.now},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const publication::Command& command) const {
        PublicationFacts facts = facts_for(desks, command, asking.now.date());
        return decided(publication::View{.publication = desks.publication,
                                         .conference = known_of(desks.conference),
                                         .bodies = desks.directory.bodies,
                                         .asker = asking.asker,
                                         .now = asking.now,
                                         .position = asking.position,
                                         .nonce = asking.nonce,
                                         .origin = std::string(asking.origin),
                                         .figure = std::move(facts.figure),
                                         .packet = std::move(facts.packet),
                                         .key = std::move(facts.key)},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const accords::Command& command) const {
        return decided(accords::View{.accords = desks.accords,
                                     .bodies = desks.directory.bodies,
                                     .jurisdictions = desks.directory.jurisdictions,
                                     .asker = asking.asker,
                                     .now = asking.now,
                                     .nonce = asking.nonce},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const withholding::Command& command) const {
        return decided(withholding::View{.withholding = desks.withholding,
                                         .jurisdictions = desks.directory.jurisdictions,
                                         .asker = asking.asker,
                                         .now = asking.now},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const training::Command& command) const {
        return decided(training::View{.training = desks.training,
                                      .jurisdictions = desks.directory.jurisdictions,
                                      .asker = asking.asker,
                                      .now = asking.now},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const stay::Command& command) const {
        return decided(stay::View{.stay = desks.stay,
                                  .jurisdictions = desks.directory.jurisdictions,
                                  .asker = asking.asker,
                                  .now = asking.now},
                       command);
    }
    Outcome<std::vector<AnyEvent>> operator()(const origin::Command& command) const {
        return decided(origin::View{.origin = desks.origin,
                                    .jurisdictions = desks.directory.jurisdictions,
                                    .asker = asking.asker,
                                    .now = asking.now},
                       command);
    }
};

}  // namespace

Outcome<std::vector<AnyEvent>> decide_alone(const Desks& desks, const AnyCommand& command, const Asking& asking) {
    return std::visit(Deciding{desks, asking}, command);
}

Outcome<std::vector<AnyEvent>> decide(const Desks& desks, const AnyCommand& command, const Asking& asking) {
    std::vector<AnyEvent> events = TRY(decide_alone(desks, command, asking));
    std::vector<AnyEvent> more = TRY(reactions(desks, command, asking, events));
    events.insert(events.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return events;
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
    void operator()(const reporting::Event& event) const {
        std::visit([&](const auto& one) { reporting::evolve(desks.reporting, one, recorded); }, event);
    }
    void operator()(const meetings::Event& event) const {
        std::visit([&](const auto& one) { meetings::evolve(desks.meetings, one, recorded); }, event);
    }
    void operator()(const planning::Event& event) const {
        std::visit([&](const auto& one) { planning::evolve(desks.planning, one, recorded); }, event);
    }
    void operator()(const translation::Event& event) const {
        std::visit([&](const auto& one) { translation::evolve(desks.translation, one, recorded); }, event);
    }
    void operator()(const publication::Event& event) const {
        std::visit([&](const auto& one) { publication::evolve(desks.publication, one, recorded); }, event);
    }
    void operator()(const accords::Event& event) const {
        std::visit([&](const auto& one) { accords::evolve(desks.accords, one, recorded); }, event);
    }
    void operator()(const withholding::Event& event) const {
        std::visit([&](const auto& one) { withholding::evolve(desks.withholding, one, recorded); }, event);
    }
    void operator()(const training::Event& event) const {
        std::visit([&](const auto& one) { training::evolve(desks.training, one, recorded); }, event);
    }
    void operator()(const stay::Event& event) const {
        std::visit([&](const auto& one) { stay::evolve(desks.stay, one, recorded); }, event);
    }
    void operator()(const origin::Event& event) const {
        std::visit([&](const auto& one) { origin::evolve(desks.origin, one, recorded); }, event);
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
    std::optional<std::string> operator()(const reporting::Event& event) const {
        if (auto broken = reporting::broken_promise_touched_by(desks.reporting, event)) return broken;
        return broken_between_reporting_and_conference(desks, event);
    }
    std::optional<std::string> operator()(const meetings::Event& event) const {
        return meetings::broken_promise_touched_by(desks.meetings, event);
    }
    std::optional<std::string> operator()(const planning::Event& event) const {
        return planning::broken_promise_touched_by(desks.planning, event);
    }
    std::optional<std::string> operator()(const translation::Event& event) const {
        return translation::broken_promise_touched_by(desks.translation, event);
    }
    std::optional<std::string> operator()(const publication::Event& event) const {
        return publication::broken_promise_touched_by(desks.publication, event);
    }
    std::optional<std::string> operator()(const accords::Event& event) const {
        return accords::broken_promise_touched_by(desks.accords, event);
    }
    std::optional<std::string> operator()(const withholding::Event& event) const {
        return withholding::broken_promise_touched_by(desks.withholding, event);
    }
    std::optional<std::string> operator()(const training::Event& event) const {
        return training::broken_promise_touched_by(desks.training, event);
    }
    std::optional<std::string> operator()(const stay::Event& event) const {
        return stay::broken_promise_touched_by(desks.stay, event);
    }
    std::optional<std::string> operator()(const origin::Event& event) const {
        return origin::broken_promise_touched_by(desks.origin, event);
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
    if (auto broken = reporting::broken_promise_anywhere(desks.reporting)) return broken;
    if (auto broken = broken_between_reporting_and_conference(desks)) return broken;
    if (auto broken = meetings::broken_promise_anywhere(desks.meetings)) return broken;
    if (auto broken = planning::broken_promise_anywhere(desks.planning)) return broken;
    if (auto broken = translation::broken_promise_anywhere(desks.translation)) return broken;
    if (auto broken = publication::broken_promise_anywhere(desks.publication)) return broken;
    if (auto broken = accords::broken_promise_anywhere(desks.accords)) return broken;
    if (auto broken = withholding::broken_promise_anywhere(desks.withholding)) return broken;
    if (auto broken = training::broken_promise_anywhere(desks.training)) return broken;
    if (auto broken = stay::broken_promise_anywhere(desks.stay)) return broken;
    if (auto broken = origin::broken_promise_anywhere(desks.origin)) return broken;
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
