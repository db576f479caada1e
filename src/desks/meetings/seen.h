#pragma once

#include "desks/meetings/facts.h"

// What one reader may see of the meetings desk. Every query, of this desk or of a neighbour, is answered
// from a Seen and never from the State: the stages are enforced here, in one place, under all of them.
namespace ponte::meetings {

class Seen {
public:
    Seen(const Known& known, access::Sight reader) : known_(known), reader_(std::move(reader)) {}

    [[nodiscard]] const access::Sight& reader() const { return reader_; }

    // Problems, lists and standing papers go through their stages like every paper.
    [[nodiscard]] const Problem* problem(const ProblemId& id) const;
    [[nodiscard]] std::vector<const Problem*> problems() const;
    // Whether a reason was given to the reader too: he could see the problem when it was.
    [[nodiscard]] bool may_see_reason(const Problem& problem, Stage stage_then) const;
    [[nodiscard]] const ReviewList* list(const ReviewListId& id) const;
    [[nodiscard]] std::vector<const ReviewList*> lists() const;
    [[nodiscard]] std::vector<const StandingPaper*> papers(std::uint16_t session) const;

    // A session, its agenda and who sat there are both sides'; the public learns of it when it was held.
    [[nodiscard]] const Session* session(std::uint16_t number) const;
    [[nodiscard]] std::vector<const Session*> sessions() const;
    [[nodiscard]] bool is_of_a_side() const;

    // Decisions are both sides' once the minutes circulate, and public with them.
    [[nodiscard]] const Decision* decision(const DecisionId& id) const;
    [[nodiscard]] std::vector<const Decision*> decisions() const;

    // Drafts are their side's; what circulated is both sides'; sealed and published, everyone's.
    [[nodiscard]] const Minutes* minutes(const MinutesOf& of) const;  // Where any version of it may be seen.
    [[nodiscard]] std::vector<std::pair<MinutesOf, const Minutes*>> minutes_of(std::uint16_t session) const;
    [[nodiscard]] bool may_see(const Minutes& minutes, const MinutesVersion& version) const;
    [[nodiscard]] std::vector<const MinutesVersion*> versions(const MinutesOf& of) const;
    // The sealed version, else the newest that the reader may see.
    [[nodiscard]] const MinutesVersion* version(const MinutesOf& of) const;
    [[nodiscard]] bool may_see(const Minutes& minutes, const Comment& comment) const;
    [[nodiscard]] std::vector<const Comment*> comments(const MinutesOf& of) const;

private:
    Known known_;
    access::Sight reader_;
};

}  // namespace ponte::meetings
