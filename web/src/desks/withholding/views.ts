// What a screen offers to choose among; the types hold it to the contract.
import type { WithholdingLeg, WithholdingRateQuery } from '../../contract';
export type Income = WithholdingRateQuery['income'];
export const incomes = ['dividends', 'interest', 'royalties', 'technical_services'] as const satisfies readonly Income[];
export const owners = ['company', 'partnership', 'individual', 'government', 'central_bank', 'bank', 'state_owned', 'public_body', 'pension_fund'] as const satisfies readonly NonNullable<WithholdingRateQuery['owner']>[];
export const payment_kinds = ['industrial', 'aircraft_ship_leasing', 'trademark', 'copyright', 'equipment_loan', 'guaranteed_loan', 'bond', 'listed_security', 'shareholder_loan', 'transport_telecom'] as const satisfies readonly NonNullable<WithholdingRateQuery['kind']>[];
export const guards = ['principal_purpose_test', 'limitation_on_benefits', 'minimum_standard', 'beneficial_ownership', 'mli'] as const satisfies readonly (keyof WithholdingLeg['guards']['state'])[];
