// What a screen offers to choose among, in the order in which it is offered. The types hold it to the contract.
import type { AccordsInstrumentRow, AccordsStepRow, AccordsWhichCoversQuery } from '../../contract';

export type Kind = AccordsInstrumentRow['kind'];
export const kinds: readonly Kind[] = ['mla_criminal', 'surrender', 'transfer_sentenced', 'legal_cooperation', 'civil_judgments', 'service_of_documents', 'arbitral_awards', 'readmission', 'double_taxation', 'protocol', 'airline_tax', 'tax_information', 'tax_memorandum', 'fiu_memorandum', 'visa_waiver', 'twinning', 'friendship', 'city_memorandum', 'science_memorandum', 'preference', 'investment', 'cooperation_arrangement'];
export const standings = ['unrecorded', 'in_talks', 'text_agreed', 'initialled', 'authorised', 'empowered', 'partly_signed', 'signed_by_all', 'in_procedure', 'in_force', 'suspended', 'terminated', 'lapsed'] as const satisfies readonly AccordsInstrumentRow['stood']['possible'][number][];
export const matters = ['criminal_assistance', 'surrender', 'transfer', 'tax_information', 'financial_intelligence', 'service', 'civil_judgments', 'arbitral_awards', 'readmission'] as const satisfies readonly AccordsWhichCoversQuery['matter'][];
export const city_kinds: readonly Kind[] = ['twinning', 'friendship', 'city_memorandum'];
export type Step = AccordsStepRow;
