// What a screen offers to choose among; the types hold it to the contract.
import type { StayDocument, StayOneWay } from '../../contract';
export const documents = ['passport', 'permanent_resident_id', 'resident_id', 'home_return_permit', 'exit_entry_permit', 'visit_permit', 'other'] as const satisfies readonly StayDocument['kind'][];
export type Way = StayOneWay;
export interface TypedStay { place: string; from: string; to: string }
export interface Journey { documents: { kind: string; of: string }[]; stays: TypedStay[] }
