#pragma once

#include "desks/accords/facts.h"

// What one reader may see of the accords desk. Every query, of this desk or of a neighbour, is answered from a
// Seen and never from the State: the stages are enforced here, in one place, under all of them.
namespace ponte::accords {

class Seen {
public:
    Seen(const Known& known, access::Sight reader) : known_(known), reader_(std::move(reader)) {}

    [[nodiscard]] const access::Sight& reader() const { return reader_; }

    // An instrument goes through its stages like every paper; the bodies concerned see it at once.
    [[nodiscard]] const Instrument* instrument(const InstrumentId& id) const;
    [[nodiscard]] std::vector<std::pair<InstrumentId, const Instrument*>> instruments() const;
    // The bodies that work on it: its keeper and those named. They see every step and the negotiation file.
    [[nodiscard]] bool is_concerned(const Instrument& instrument) const;
    // Its steps that are open to the reader, withdrawn ones too.
    [[nodiscard]] std::vector<const Step*> steps(const Instrument& instrument) const;
    [[nodiscard]] bool may_see(const Instrument& instrument, const Step& step) const;
    // An activity goes through the stages of its own paper, as its body's.
    [[nodiscard]] bool may_see(const Activity& activity) const { return access::sees(reader_, activity.stage, activity.body, activity.side); }
    // The rounds, drafts and positions: for the bodies concerned alone.
    [[nodiscard]] const NegotiationFile* file(const Instrument& instrument) const { return is_concerned(instrument) ? &instrument.file : nullptr; }
    // How it stood on a day, from those steps alone.
    [[nodiscard]] Standings standings_on(const Instrument& instrument, Date day) const;
    // What it is worth to look at it as a whole: its life from those steps alone.
    [[nodiscard]] Life life(const Instrument& instrument) const;
    // Requests go through stages of their own; what is sealed in them stays with the body whose file it is.
    [[nodiscard]] const Request* request(const RequestId& id) const;
    [[nodiscard]] std::vector<const Request*> requests() const;
    [[nodiscard]] bool may_see_sealed(const Request& request) const;
    [[nodiscard]] const Thresholds& thresholds() const { return known_.thresholds; }

private:
    Known known_;
    access::Sight reader_;
};

}  // namespace ponte::accords
