// What the meetings desk's queries answer, under the names of the screens.
import type { MeetingsDecisionShown, MeetingsMinutesLineShown, MeetingsMinutesShown, MeetingsProblemShown, MeetingsSessionShown } from '../../contract';

export type Session = MeetingsSessionShown;
export type Decision = MeetingsDecisionShown;
export type MinutesLine = MeetingsMinutesLineShown;
export type Minutes = MeetingsMinutesShown;
export type ProblemShown = MeetingsProblemShown;
