#pragma once

#include "desks/access/facts.h"
#include "desks/calendar/facts.h"
#include "desks/conference/seen.h"
#include "desks/directory/facts.h"
#include "desks/planning/facts.h"
#include "desks/reporting/facts.h"
#include "desks/meetings/state.h"
#include "desks/translation/facts.h"

namespace ponte::meetings {

// Everything a decision of this desk may look at. All of it is const, none of it can reach the world.
struct View {
    const State& meetings;
    conference::Known conference;
    reporting::Known reporting;
    planning::Known planning;
    const directory::Bodies& bodies;
    const calendar::BusinessDays& business_days;
    const access::Grant& asker;
    Instant now;
    std::uint64_t position = 0;  // entries in the journal before this decision
    Digest nonce;                // random octets of this decision, from the edge: the source of every Blind
    translation::Known translation = {};  // which languages a text must be in before it is approved
    std::optional<Adopted> adopted = {};  // told by the house where minutes are sealed
};

// Everything a question to this desk is answered from, for one reader.
struct Looking {
    const State& meetings;
    conference::Seen conference;
    reporting::Known reporting;
    planning::Known planning;
    const directory::Bodies& bodies;
    const calendar::BusinessDays& business_days;
    access::Sight reader;
    Instant now;

    [[nodiscard]] Date today() const { return now.date(); }
};

}  // namespace ponte::meetings
