#pragma once

#include "house/desks.h"

// A return's figures and actions are the conference desk's items: what the reporting desk decides about a
// return, the conference desk decides about each of them, in the same run, for the same asker.
namespace ponte::house {

[[nodiscard]] Outcome<std::vector<AnyEvent>> reactions_to(const Desks& desks, const reporting::Command& command, const Asking& asking,
                                                          const std::vector<AnyEvent>& decided);

// What neither desk can see alone: every item of a return is there and belongs to the body that returned it,
// and has gone as far as the return has. Looked at after each event of the reporting desk, and over everything.
[[nodiscard]] std::optional<std::string> broken_between_reporting_and_conference(const Desks& desks, const reporting::Event& event);
[[nodiscard]] std::optional<std::string> broken_between_reporting_and_conference(const Desks& desks);

}  // namespace ponte::house
