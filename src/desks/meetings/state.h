#pragma once

#include "desks/meetings/facts.h"

namespace ponte::meetings {

// What the meetings desk knows: the fold of its events, and nothing that is not in them.
struct State {
    std::map<ProblemId, Problem> problems;
    std::map<ReviewListId, ReviewList> lists;
    std::map<std::uint16_t, Session> sessions;
    std::map<MinutesOf, Minutes> minutes;
    std::map<DecisionId, Decision> decisions;
    std::vector<RowOf<ProblemId>> problem_rows;    // In order of recording.
    std::vector<RowOf<DecisionId>> decision_rows;

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] Known known_of(const State& state);

void evolve(State& state, const ProblemRaised& event, const Recorded& recorded);
void evolve(State& state, const ProblemSignedOff& event, const Recorded& recorded);
void evolve(State& state, const ProblemMoved& event, const Recorded& recorded);
void evolve(State& state, const ProblemAssigned& event, const Recorded& recorded);
void evolve(State& state, const ProblemDueMoved& event, const Recorded& recorded);
void evolve(State& state, const ProblemEscalated& event, const Recorded& recorded);
void evolve(State& state, const ProblemSettled& event, const Recorded& recorded);
void evolve(State& state, const ReviewListTitled& event, const Recorded& recorded);
void evolve(State& state, const ReviewListLineStated& event, const Recorded& recorded);
void evolve(State& state, const ReviewListMoved& event, const Recorded& recorded);
void evolve(State& state, const SessionCalled& event, const Recorded& recorded);
void evolve(State& state, const SessionMoved& event, const Recorded& recorded);
void evolve(State& state, const SessionCancelled& event, const Recorded& recorded);
void evolve(State& state, const BodyInvited& event, const Recorded& recorded);
void evolve(State& state, const AttendanceRecorded& event, const Recorded& recorded);
void evolve(State& state, const SessionHeld& event, const Recorded& recorded);
void evolve(State& state, const AgendaFixed& event, const Recorded& recorded);
void evolve(State& state, const AgendaItemStated& event, const Recorded& recorded);
void evolve(State& state, const StandingPaperPut& event, const Recorded& recorded);
void evolve(State& state, const StandingPaperMoved& event, const Recorded& recorded);
void evolve(State& state, const MinutesCorrectionOpened& event, const Recorded& recorded);
void evolve(State& state, const MinutesDrafted& event, const Recorded& recorded);
void evolve(State& state, const MinutesLineStated& event, const Recorded& recorded);
void evolve(State& state, const MinutesCirculated& event, const Recorded& recorded);
void evolve(State& state, const MinutesCommented& event, const Recorded& recorded);
void evolve(State& state, const MinutesCommentReleased& event, const Recorded& recorded);
void evolve(State& state, const MinutesApproved& event, const Recorded& recorded);
void evolve(State& state, const MinutesSealed& event, const Recorded& recorded);
void evolve(State& state, const MinutesPublicationAgreed& event, const Recorded& recorded);
void evolve(State& state, const DecisionCarriedOut& event, const Recorded& recorded);
void evolve(State& state, const DecisionLapseStated& event, const Recorded& recorded);
void evolve(State& state, const DecisionBound& event, const Recorded& recorded);

}  // namespace ponte::meetings
