#pragma once

#include "base/texts.h"
#include "desks/access/facts.h"
#include "desks/planning/facts.h"

// What one reader may see of the planning desk. Every query, of this desk or of a neighbour, is answered
// from a Seen and never from the State.
//
// Lists and closings are between the two sides: whoever belongs to one of them sees what was proposed,
// and of drafts only his own side's. The public sees neither; what was adopted it reads in the plan.
// Frames, links and confirmed matches are configuration and are shown to everyone.
namespace ponte::planning {

class Seen {
public:
    Seen(const Known& known, access::Sight reader) : known_(known), reader_(std::move(reader)) {}

    [[nodiscard]] const access::Sight& reader() const { return reader_; }

    // Copies, from which the other side's drafts are gone.
    [[nodiscard]] std::optional<List> list(const ListId& id) const;
    [[nodiscard]] std::vector<List> lists() const;
    [[nodiscard]] const Closing* closing(const DutyRef& duty) const;
    [[nodiscard]] const Placed<YearClosed>* closed(const PlanId& plan) const;
    // Duties that go on in the line, and what else it descends from; empty where the reader sees no list.
    [[nodiscard]] std::vector<Origin> origins_of(const LineRef& line) const;

    [[nodiscard]] const std::map<FrameId, Frame>& frames() const { return known_.frames; }
    [[nodiscard]] const std::map<std::uint64_t, Placed<MatchConfirmed>>& matches() const { return known_.matches; }
    [[nodiscard]] std::vector<Descent> descents() const { return descents_of(known_); }

    // The standing lines of the lists that are still worded, as texts in several languages: the agreed text,
    // or else the newest that was proposed.
    [[nodiscard]] std::vector<TextKept> texts() const;

private:
    // Between the two sides means: released to both.
    [[nodiscard]] bool sees_negotiation() const { return access::sees(reader_, access::Stage::released, {}, Side::other); }
    [[nodiscard]] List without_foreign_drafts(List list) const;

    Known known_;
    access::Sight reader_;
};

}  // namespace ponte::planning
