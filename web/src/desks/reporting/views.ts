// What the reporting desk's queries answer, under the names of the screens.
import type { ReportingCounts, ReportingLineShown, ReportingRequestRow, ReportingRequestShown, ReportingRoundRow } from '../../contract';

export type Counts = ReportingCounts;
export type RoundRow = ReportingRoundRow;
export type RequestRow = ReportingRequestRow;
export type LineShown = ReportingLineShown;
export type RequestShown = ReportingRequestShown;
