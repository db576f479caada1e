#pragma once

#include "base/outcome.h"
#include "cli/arguments.h"
#include "desks/access/commands.h"
#include "desks/calendar/commands.h"
#include "desks/conference/commands.h"
#include "desks/directory/commands.h"

#include <map>
#include <string>
#include <vector>

// The files of data/ as commands. data/README.md says what each file is and which rows are illustration.
namespace ponte::cli {

struct PersonOfDemo {
    PersonId person;
    BodyId body;
    access::Side side{};
    std::vector<access::Role> roles;
    std::string display;
};

// A command and the day from which it could have been known.
template <class Command>
struct Dated {
    Date known;
    Command command;
};

struct DemoData {
    std::vector<directory::Command> directory;
    std::vector<calendar::Command> calendar;
    std::vector<PersonOfDemo> people;
    std::vector<conference::AppointBody> appointments;
    std::vector<conference::DefineIndicator> indicators;
    std::vector<conference::SetMilestone> milestones;
    std::vector<Dated<conference::RecordObservation>> observations;  // in order of `known`
    std::vector<Dated<conference::RecordAction>> actions;
    std::vector<Dated<conference::RecordSession>> sessions;
    std::map<std::uint16_t, BodyId> leads;
};

// `duties`: how many duties each measure of the plan has; a duty that the plan lacks means the measure.
[[nodiscard]] Outcome<DemoData> read_demo_data(const std::string& folder, const conference::PlanId& plan,
                                               const std::map<std::uint16_t, std::size_t>& duties);

}  // namespace ponte::cli
