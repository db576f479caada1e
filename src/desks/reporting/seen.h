#pragma once

#include "desks/conference/seen.h"
#include "desks/reporting/facts.h"

// What one reader may know of the rounds. Every question is answered from a Seen and never from the State.
//
//   the body itself   everything of its own request
//   its side          that it was asked, when it is due, whether something is being written, what was asked and
//                     granted of dates; of a return nothing before it is signed off
//   the other side    that it was asked and when it is due; of a return nothing before it is released: until
//                     then it stands there as asked; afterwards without persons, drafts, the questions that its
//                     own side had, and when it was written. An escalation where it goes to a body of that side
//   the public        nothing at all
namespace ponte::reporting {

enum class RequestState : std::uint8_t {
    asked = 1,
    in_progress = 2,
    returned = 3,      // every line is answered; the head has not signed. Only the body tells it from the above
    signed_off = 4,
    released = 5,
    questioned = 6,
    accepted = 7,
    refused = 8,
    reopened = 9,
    not_returned = 10, // the round was closed before
};
BOOST_DESCRIBE_ENUM(RequestState, asked, in_progress, returned, signed_off, released, questioned, accepted, refused, reopened, not_returned)

struct SeenRequest {
    RoundId round;
    BodyId body;
    Side side{};
    bool is_own = false;                 // the reader is of this body (or an auditor)
    bool is_own_side = false;            // ... or of its side
    RequestState state{};
    Date asked_on;
    Date due;
    bool extended = false;
    bool late = false;                   // past due, open, and no return of it is known to the reader
    std::uint32_t generation = 0;
    const std::vector<LineAsked>* lines = nullptr;
    const std::vector<DutyAsked>* duties = nullptr;
    std::string note;                    // empty for the other side
    std::optional<Turn> turn;            // the newest the reader may know of, without what is its side's own
    std::vector<Extension> extensions;   // own side
    std::vector<Reminder> reminders;     // own side
    std::vector<Escalation> escalations; // own side, and the side escalated to
    std::vector<Reopening> reopenings;   // own side
    bool extension_pending = false;      // own side
};

class Seen {
public:
    // `today` tells what is late; `items` is the reader's own gate to the items of returns.
    Seen(const Known& known, access::Sight reader, const conference::Seen& items, Date today)
        : known_(known), reader_(std::move(reader)), items_(items), today_(today) {}

    [[nodiscard]] const access::Sight& reader() const { return reader_; }
    // Rounds are the work of the two sides.
    [[nodiscard]] bool may_see_rounds() const { return reader_.auditor || (reader_.side && *reader_.side != Side::other); }

    [[nodiscard]] std::vector<RoundId> rounds() const;
    // What was opened, and how; nothing for a reader who sees no rounds.
    [[nodiscard]] const RoundOpened* opened(const RoundId& round) const;
    [[nodiscard]] std::optional<Date> closed_on(const RoundId& round, Side side) const;
    [[nodiscard]] std::vector<SeenRequest> requests(const RoundId& round) const;
    [[nodiscard]] std::optional<SeenRequest> request(const RoundId& round, const BodyId& body) const;

private:
    [[nodiscard]] SeenRequest shown(const Round& round, const BodyId& body, const Request& request) const;
    [[nodiscard]] RequestState state_of(const BodyId& body, const Request& request) const;
    [[nodiscard]] const Turn* newest_seen(const BodyId& body, const Request& request) const;
    [[nodiscard]] bool is_own(const BodyId& body, const Request& request) const;
    [[nodiscard]] bool is_own_side(const Request& request) const;

    Known known_;
    access::Sight reader_;
    const conference::Seen& items_;
    Date today_;
};

}  // namespace ponte::reporting
