// Written by `ponte contract --typescript`. Not edited by hand.

export interface AccessConfirmRole {
  proposal: string;
}
export interface AccessGrantRole {
  person: string;
  desk: string;
  role: "reader" | "officer" | "head" | "verifier" | "secretariat" | "administrator";
  from?: string | null;
  to?: string | null;
}
export interface AccessIssueReset {
  person: string;
  one_time: string;
  until: string;
}
export interface AccessNameDeputy {
  principal: string;
  deputy: string;
  from: string;
  to: string;
}
export interface AccessNoteFailedSignIns {
  person: string;
  minute: string;
  attempts: number;
}
export interface AccessNoteSession {
  person: string;
  means: string;
  key?: boolean;
  until: string;
}
export interface AccessPeopleAnswer {
  on: string;
  people: AccessPersonRow[];
  open_proposals: string[];
}
export interface AccessPeopleQuery {
  on?: string | null;
}
export interface AccessPersonRow {
  person: string;
  body: string;
  side: "macao" | "mainland" | "other";
  has_access: boolean;
  roles: string[];
}
export interface AccessRecordLeaver {
  person: string;
  on: string;
  reason: string;
}
export interface AccessRegisterPerson {
  person: string;
  body: string;
  display: string;
  from?: string | null;
}
export interface AccessSetAddress {
  person: string;
  address: string;
  language?: "zh_hant" | "zh_hans" | "pt" | "en" | null;
}
export interface AccessSetPassword {
  person: string;
  secret: string;
}
export interface AccessUseReset {
  person: string;
  one_time: string;
  secret: string;
}
export interface AccessWithdrawRole {
  person: string;
  desk: string;
  role: "reader" | "officer" | "head" | "verifier" | "secretariat" | "administrator";
  reason: string;
}
export interface AccordsAcknowledgeRequest {
  request: string;
  on: string;
}
export interface AccordsActivityRow {
  activity: string;
  standing: "planned" | "held" | "cancelled" | "passed";
  names: Names;
  date: string;
  place: string;
  note: string;
  outcome: string;
  reason: string;
  times_planned: number;
  evidence: AccordsEvidence | null;
  stage: "internal" | "signed_off" | "released" | "published";
  body: string;
  entry: string;
}
export interface AccordsAmendRecord {
  instrument: string;
  record: AccordsInstrumentRecord;
  reason: string;
}
export interface AccordsAnswerRequest {
  request: string;
  on: string;
  outcome: "granted" | "partly" | "refused" | "withdrawn";
  ground?: "no_instrument" | "outside_scope" | "no_dual_criminality" | "political_or_military" | "own_national" | "essential_interests" | "insufficient" | "not_competent" | "other" | null;
  note: string;
}
export interface AccordsArticleHistoryAnswer {
  versions: AccordsArticleRow[];
}
export interface AccordsArticleHistoryQuery {
  instrument: string;
  article: string;
}
export interface AccordsArticleRow {
  article: string;
  version: number;
  date: string;
  round: number;
  proposed_by: string;
  texts: AccordsDraftText[];
  missing: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  note: string;
  mark: "open" | "agreed" | "dropped";
  reason: string;
  positions: AccordsPositionRow[];
}
export interface AccordsCancelActivity {
  instrument: string;
  activity: string;
  reason: string;
  date?: string | null;
}
export interface AccordsClauseStated {
  instrument: string;
  matter: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission";
  clause: string;
  conditions: string;
  source: Source;
}
export interface AccordsComputedDates {
  signed_by_all: string | null;
  force_by_clause: string | null;
  force_recorded: string | null;
  force_difference_days: number | null;
  signature_to_force_days: number | null;
  text_lag_days: number | null;
  force_lag_days: number | null;
  last_day_of_term: string | null;
}
export interface AccordsCondition {
  kind: "of_clause" | "by_statute" | "partner_called_for_action" | "partner_monitored" | "no_egmont_channel";
  text: string;
  source: string;
}
export interface AccordsContradictStep {
  instrument: string;
  number: number;
  date: string;
  evidence: AccordsEvidence;
}
export interface AccordsCorrectStep {
  instrument: string;
  number: number;
  date?: string | null;
  unverified?: boolean;
  reason: string;
  evidence: AccordsEvidence;
}
export interface AccordsCountCheck {
  count: string;
  kinds: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  in_force: boolean;
  as_of: string;
  published: number;
  named: number;
  unknown: number;
  gap: string;
  instruments: string[];
  source: Source;
}
export interface AccordsCountPublished {
  count: string;
  kinds: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  in_force: boolean;
  as_of: string;
  published: number;
  source: Source;
}
export interface AccordsCountsAnswer {
  counts: AccordsCountCheck[];
}
export interface AccordsCountsQuery {
  count?: string | null;
}
export interface AccordsCoverageAnswer {
  on: string;
  set: string | null;
  set_kind: string;
  partners: string[];
  kinds: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  cells: AccordsCoverageCell[];
  gaps: AccordsCoverageCell[];
  by_kind: AccordsCoverageOfKind[];
}
export interface AccordsCoverageCell {
  partner: string;
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement";
  reach: "none" | "talks" | "initialled" | "signed_only" | "in_force" | "unknown";
  at_least: "none" | "talks" | "initialled" | "signed_only" | "in_force" | "unknown";
  at_most: "none" | "talks" | "initialled" | "signed_only" | "in_force" | "unknown";
  instrument: string | null;
  stood: AccordsStood;
  since: string | null;
  instruments: number;
  in_force: number;
  others: string[];
  contradicted: boolean;
}
export interface AccordsCoverageOfKind {
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement";
  in_force: number;
  unknown: number;
  partners: number;
  share: string;
  instruments: number;
  instruments_in_force: number;
}
export interface AccordsCoverageQuery {
  on?: string | null;
  set?: string | null;
  partners?: string[];
  kinds?: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  gaps_only?: boolean;
}
export interface AccordsCoveredBy {
  instrument: string;
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement";
  names: Names;
  in_force: "no" | "yes" | "unknown";
  reach: "none" | "talks" | "initialled" | "signed_only" | "in_force" | "unknown";
  since: string | null;
  speaks_of_it: "no" | "yes" | "unknown";
  clause: string;
  conditions: string;
  text_reference: string;
  sources: Source[];
}
export interface AccordsDraftArticle {
  instrument: string;
  article: string;
  proposed_by: string;
  texts?: AccordsDraftText[];
  date?: string | null;
  round?: number | null;
  note?: string | null;
}
export interface AccordsDraftText {
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  text: string;
}
export interface AccordsDueAnswer {
  on: string;
  until: string;
  rows: AccordsDueRow[];
}
export interface AccordsDueQuery {
  on?: string | null;
  until?: string | null;
  body?: string | null;
  kinds?: ("force" | "force_record" | "force_notice" | "text_notice" | "effect" | "term_notice" | "term_end" | "tacit_renewal" | "termination" | "stall" | "pen" | "activity")[];
}
export interface AccordsDueRow {
  kind: "force" | "force_record" | "force_notice" | "text_notice" | "effect" | "term_notice" | "term_end" | "tacit_renewal" | "termination" | "stall" | "pen" | "activity";
  date: string;
  overdue: boolean;
  instrument: string;
  instrument_kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement";
  names: Names;
  party: string | null;
  activity: string | null;
  body: string;
  changed: string;
}
export interface AccordsDuration {
  instrument: string;
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement";
  names: Names;
  parties: AccordsParty[];
  signed_by_all: string;
  in_force: string;
  days: number;
}
export interface AccordsEffectClause {
  place: string;
  from: "unknown" | "on_force" | "next_calendar_year" | "next_tax_year" | "fixed_date";
  month: number;
  day: number;
  fixed?: string | null;
  clause: string;
}
export interface AccordsEffectRow {
  place: string;
  by_clause: string | null;
  clause: string;
  recorded: string | null;
  difference_days: number | null;
}
export interface AccordsEvidence {
  source: Source;
  paper?: string | null;
}
export interface AccordsFigureRecorded {
  partner: string;
  criterion: "trade" | "investment" | "settled_flows" | "refused_requests" | "listing" | "stage";
  value: string;
  unit: string;
  period: string;
  source: Source;
}
export interface AccordsFigureRow {
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement" | null;
  in_force: number;
  in_force_possible: number;
  on_the_way: number;
  ended: number;
  signed_in_period: number;
  signed_possible: number;
  force_in_period: number;
  force_possible: number;
}
export interface AccordsFiguresAnswer {
  on: string;
  period: string;
  kinds: AccordsFigureRow[];
  total: AccordsFigureRow;
  standings: AccordsStandingCount[];
  standing_unknown: number;
  partners_in_force: number;
  partners: string[];
  lives: number;
  median_days_signed_to_force: string | null;
  durations: AccordsDuration[];
}
export interface AccordsFiguresQuery {
  on?: string | null;
  period?: string | null;
  kinds?: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  partners?: string | null;
  other_pairs?: boolean;
}
export interface AccordsFileAnswer {
  on: string;
  file: AccordsFileShown | null;
}
export interface AccordsFileQuery {
  instrument: string;
  on?: string | null;
}
export interface AccordsFileShown {
  rounds: AccordsRoundRow[];
  articles: AccordsArticleRow[];
  open: string[];
  pen: AccordsPenRow | null;
}
export interface AccordsForceClause {
  by: "unknown" | "last_notice" | "fixed_date" | "exchange" | "signature" | "publication" | "other";
  count: number;
  unit: "days" | "months" | "first_of_month";
  fixed?: string | null;
  clause: string;
}
export interface AccordsForceUnknownRow {
  instrument: string;
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement";
  names: Names;
  parties: AccordsParty[];
  possible: ("unrecorded" | "in_talks" | "text_agreed" | "initialled" | "authorised" | "empowered" | "partly_signed" | "signed_by_all" | "in_procedure" | "in_force" | "suspended" | "terminated" | "lapsed")[];
  signed_by_all: string | null;
  days_since_signature: number | null;
  body: string;
}
export interface AccordsHoldActivity {
  instrument: string;
  activity: string;
  names: Names;
  date: string;
  place?: string | null;
  outcome?: string | null;
  evidence: AccordsEvidence;
  stage?: "internal" | "signed_off" | "released" | "published" | null;
}
export interface AccordsHoldRound {
  instrument: string;
  date: string;
  place: string;
  note?: string | null;
  evidence: AccordsEvidence;
}
export interface AccordsInstrumentAnswer {
  on: string;
  instrument: AccordsInstrumentShown | null;
}
export interface AccordsInstrumentQuery {
  instrument: string;
  on?: string | null;
}
export interface AccordsInstrumentRecord {
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement";
  parties?: AccordsParty[];
  names: Names;
  name_statuses?: AccordsNameStatus[];
  text_reference: string;
  territories?: string[];
  territory_note: string;
  amends?: string[];
  replaces?: string[];
  under?: string | null;
  force: AccordsForceClause;
  effects?: AccordsEffectClause[];
  term?: AccordsTerm | null;
  note: string;
  sources?: Source[];
}
export interface AccordsInstrumentRow {
  instrument: string;
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement";
  names: Names;
  name_statuses: AccordsNameStatus[];
  parties: AccordsParty[];
  stood: AccordsStood;
  since: string | null;
  days: number | null;
  last_step: "talks" | "text_agreed" | "initialling" | "authorisation" | "empowerment" | "signing" | "procedures" | "notice" | "exchange" | "force" | "effect" | "text_notice" | "force_notice" | "amendment" | "suspension" | "resumption" | "renewal" | "termination" | "lapse" | null;
  last_step_date: string | null;
  text_reference: string;
  confidence: "high" | "medium" | "low" | "unverified";
  live: boolean;
  stage: "internal" | "signed_off" | "released" | "published";
  body: string;
  entry: string;
}
export interface AccordsInstrumentShown {
  row: AccordsInstrumentRow;
  way: "judicial_abroad" | "judicial_regional" | "tax" | "intelligence" | "city" | "memorandum" | "agreement";
  records: AccordsRecordRow[];
  steps: AccordsStepRow[];
  life: AccordsLifeRow[];
  dates: AccordsComputedDates;
  effects: AccordsEffectRow[];
  next: AccordsNextRow[];
  amended_by: string[];
  replaced_by: string[];
  foreseen_here: string[];
  concerned: string[];
}
export interface AccordsInstrumentsAnswer {
  on: string;
  instruments: AccordsInstrumentRow[];
}
export interface AccordsInstrumentsQuery {
  on?: string | null;
  kinds?: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  partner?: string | null;
  partners?: string | null;
  standing?: "unrecorded" | "in_talks" | "text_agreed" | "initialled" | "authorised" | "empowered" | "partly_signed" | "signed_by_all" | "in_procedure" | "in_force" | "suspended" | "terminated" | "lapsed" | null;
  body?: string | null;
  live?: boolean | null;
}
export interface AccordsLifeRow {
  stood: AccordsStood;
  from: string;
  to: string | null;
  days: number;
}
export interface AccordsListPublished {
  listing: "fatf_call_for_action" | "fatf_increased_monitoring" | "fatf_member" | "egmont_member" | "apg_member";
  on: string;
  members: string[];
  source: Source;
}
export interface AccordsListingRecorded {
  partner: string;
  listing: "fatf_call_for_action" | "fatf_increased_monitoring" | "fatf_member" | "egmont_member" | "apg_member";
  validity: Validity;
  source: Source;
}
export interface AccordsListingRow {
  partner: string;
  listing: "fatf_call_for_action" | "fatf_increased_monitoring" | "fatf_member" | "egmont_member" | "apg_member";
  on_list: "no" | "yes" | "unknown";
  list_of: string | null;
  sources: Source[];
  contradicted: boolean;
}
export interface AccordsListingValue {
  listing: "fatf_call_for_action" | "fatf_increased_monitoring" | "fatf_member" | "egmont_member" | "apg_member";
  value: string;
}
export interface AccordsListingsAnswer {
  on: string;
  rows: AccordsListingRow[];
}
export interface AccordsListingsQuery {
  partner?: string | null;
  listing?: "fatf_call_for_action" | "fatf_increased_monitoring" | "fatf_member" | "egmont_member" | "apg_member" | null;
  on?: string | null;
}
export interface AccordsMarkArticle {
  instrument: string;
  article: string;
  mark: "open" | "agreed" | "dropped";
  reason: string;
  date?: string | null;
}
export interface AccordsMayExchangeAnswer {
  partner: string;
  matter: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission";
  on: string;
  may: "no" | "yes" | "unknown" | "with_conditions";
  basis: AccordsCoveredBy | null;
  route: AccordsRouteBasis | null;
  conditions: AccordsCondition[];
  listings: AccordsListingRow[];
}
export interface AccordsMayExchangeQuery {
  partner: string;
  matter: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission";
  on?: string | null;
}
export interface AccordsMeasureFigure {
  indicator: string;
  measure: number;
  count: number;
  of: number | null;
  unknown: number;
  percent: string;
}
export interface AccordsMeasureFiguresAnswer {
  on: string;
  span: string;
  set: string | null;
  figures: AccordsMeasureFigure[];
}
export interface AccordsMeasureFiguresQuery {
  span: string;
  set?: string | null;
}
export interface AccordsMoveInstrument {
  instrument: string;
  to: "internal" | "signed_off" | "released" | "published";
}
export interface AccordsMoveRequest {
  request: string;
  to: "internal" | "signed_off" | "released" | "published";
}
export interface AccordsMoveStep {
  instrument: string;
  number: number;
  to: "internal" | "signed_off" | "released" | "published";
}
export interface AccordsNameBodies {
  instrument: string;
  concerned?: string[];
  reason: string;
}
export interface AccordsNameStatus {
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  status: "official" | "reference" | "machine_converted";
}
export interface AccordsNextPartnerAnswer {
  on: string;
  kinds: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  weights: AccordsWeightsSet;
  partners: AccordsPartnerScore[];
  covered: string[];
}
export interface AccordsNextPartnerQuery {
  kinds?: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  set?: string | null;
  partners?: string[];
  on?: string | null;
  weights?: number | null;
}
export interface AccordsNextRow {
  step: "talks" | "text_agreed" | "initialling" | "authorisation" | "empowerment" | "signing" | "procedures" | "notice" | "exchange" | "force" | "effect" | "text_notice" | "force_notice" | "amendment" | "suspension" | "resumption" | "renewal" | "termination" | "lapse";
  missing: ("talks" | "text_agreed" | "initialling" | "authorisation" | "empowerment" | "signing" | "procedures" | "notice" | "exchange" | "force" | "effect" | "text_notice" | "force_notice" | "amendment" | "suspension" | "resumption" | "renewal" | "termination" | "lapse")[];
  parties: string[];
  source: string;
  basis: "law" | "practice" | "logic" | null;
}
export interface AccordsPartnerRecordsAnswer {
  routes: AccordsRecordedRoute[];
  clauses: AccordsRecordedClause[];
  listings: AccordsRecordedListing[];
  lists: AccordsRecordedList[];
  figures: AccordsRecordedFigure[];
  counts: AccordsRecordedCount[];
  weights: AccordsWeightsSet[];
}
export interface AccordsPartnerRecordsQuery {
  partner?: string | null;
}
export interface AccordsPartnerScore {
  rank: number;
  partner: string;
  reach: "none" | "talks" | "initialled" | "signed_only" | "in_force" | "unknown";
  instrument: string | null;
  score: string;
  weight_available: string;
  parts: AccordsScorePart[];
}
export interface AccordsParty {
  place: string;
  organ: Names;
}
export interface AccordsPassPen {
  instrument: string;
  to: string;
  date?: string | null;
  due?: string | null;
  note?: string | null;
}
export interface AccordsPenRow {
  holder: string;
  since: string;
  days: number;
  due: string | null;
  overdue: boolean;
  note: string;
}
export interface AccordsPlanActivity {
  instrument: string;
  activity: string;
  names: Names;
  planned: string;
  place: string;
  note?: string | null;
  stage?: "internal" | "signed_off" | "released" | "published" | null;
}
export interface AccordsPositionRow {
  party: string;
  stance: "accepts" | "reserves" | "rejects" | null;
  text: string;
  date: string | null;
}
export interface AccordsPublishList {
  listing: "fatf_call_for_action" | "fatf_increased_monitoring" | "fatf_member" | "egmont_member" | "apg_member";
  on: string;
  members?: string[];
  source: Source;
}
export interface AccordsReachValue {
  reach: "none" | "talks" | "initialled" | "signed_only" | "in_force" | "unknown";
  value: string;
}
export interface AccordsRecordCount {
  count: string;
  kinds?: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  in_force?: boolean;
  as_of: string;
  published: number;
  source: Source;
}
export interface AccordsRecordFigure {
  partner: string;
  criterion: "trade" | "investment" | "settled_flows" | "refused_requests" | "listing" | "stage";
  value: string;
  unit: string;
  period: string;
  source: Source;
}
export interface AccordsRecordListing {
  partner: string;
  listing: "fatf_call_for_action" | "fatf_increased_monitoring" | "fatf_member" | "egmont_member" | "apg_member";
  validity: Validity;
  source: Source;
}
export interface AccordsRecordRequest {
  request: string;
  matter: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission";
  partner: string;
  direction: "made" | "received";
  made: string;
  due?: string | null;
  instrument?: string | null;
  route?: string | null;
  person: string;
  subject?: string | null;
  reference: string;
}
export interface AccordsRecordRow {
  version: number;
  record: AccordsInstrumentRecord;
  reason: string;
  recorded: string;
  entry: string;
}
export interface AccordsRecordedClause {
  clause: AccordsClauseStated;
  entry: string;
}
export interface AccordsRecordedCount {
  count: AccordsCountPublished;
  entry: string;
}
export interface AccordsRecordedFigure {
  figure: AccordsFigureRecorded;
  contradicted: boolean;
  entry: string;
}
export interface AccordsRecordedList {
  list: AccordsListPublished;
  entry: string;
}
export interface AccordsRecordedListing {
  listing: AccordsListingRecorded;
  entry: string;
}
export interface AccordsRecordedRoute {
  route: AccordsRouteStated;
  entry: string;
}
export interface AccordsRegisterInstrument {
  instrument: string;
  live?: boolean;
  record: AccordsInstrumentRecord;
  stage?: "internal" | "signed_off" | "released" | "published" | null;
  body?: string | null;
  concerned?: string[];
}
export interface AccordsRequestCounts {
  partner: string | null;
  year: number | null;
  requests: number;
  granted: number;
  partly: number;
  refused: number;
  withdrawn: number;
  pending: number;
  in_time: number;
  late: number;
  without_day: number;
  for_want_of_instrument: number;
  days_average: string;
  days_longest: number | null;
}
export interface AccordsRequestRow {
  request: string;
  matter: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission";
  partner: string;
  direction: "made" | "received";
  made: string;
  due: string | null;
  acknowledged: string | null;
  answered: string | null;
  outcome: "granted" | "partly" | "refused" | "withdrawn" | null;
  ground: "no_instrument" | "outside_scope" | "no_dual_criminality" | "political_or_military" | "own_national" | "essential_interests" | "insufficient" | "not_competent" | "other" | null;
  instrument: string | null;
  route: string | null;
  held: "no" | "yes" | "unknown" | null;
  held_now: "no" | "yes" | "unknown" | null;
  days: number | null;
  in_time: "no" | "yes" | "unknown";
  reference: string;
  person: string;
  subject: string | null;
  note: string;
  stage: "internal" | "signed_off" | "released" | "published";
  body: string;
  struck: string;
  entry: string;
}
export interface AccordsRequestStatisticsAnswer {
  on: string;
  all: AccordsRequestCounts;
  by_partner_and_year: AccordsRequestCounts[];
}
export interface AccordsRequestStatisticsQuery {
  partner?: string | null;
  matter?: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission" | null;
  direction?: "made" | "received" | null;
  on?: string | null;
}
export interface AccordsRequestsAnswer {
  on: string;
  requests: AccordsRequestRow[];
}
export interface AccordsRequestsQuery {
  request?: string | null;
  partner?: string | null;
  matter?: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission" | null;
  direction?: "made" | "received" | null;
  made?: string | null;
  outcome?: "granted" | "partly" | "refused" | "withdrawn" | null;
  pending?: boolean;
  late?: boolean;
  struck?: boolean;
  on?: string | null;
}
export interface AccordsRoundRow {
  round: number;
  date: string;
  place: string;
  note: string;
  evidence: AccordsEvidence;
}
export interface AccordsRouteBasis {
  route: string;
  names: Names;
  reference: string;
  open: "no" | "yes" | "unknown";
  conditions: string;
  source: Source;
}
export interface AccordsRouteStated {
  route: string;
  matters: ("criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission")[];
  names: Names;
  reference: string;
  validity: Validity;
  without: string[];
  conditions: string;
  source: Source;
}
export interface AccordsRuleRow {
  way: "judicial_abroad" | "judicial_regional" | "tax" | "intelligence" | "city" | "memorandum" | "agreement" | null;
  step: "talks" | "text_agreed" | "initialling" | "authorisation" | "empowerment" | "signing" | "procedures" | "notice" | "exchange" | "force" | "effect" | "text_notice" | "force_notice" | "amendment" | "suspension" | "resumption" | "renewal" | "termination" | "lapse";
  paper: "talks" | "text_agreed" | "initialling" | "authorisation" | "empowerment" | "signing" | "procedures" | "notice" | "exchange" | "force" | "effect" | "text_notice" | "force_notice" | "amendment" | "suspension" | "resumption" | "renewal" | "termination" | "lapse";
  group: number;
  basis: "law" | "practice" | "logic";
  source: string;
}
export interface AccordsRulesAnswer {
  rules: AccordsRuleRow[];
}
export interface AccordsRulesQuery {
  way?: "judicial_abroad" | "judicial_regional" | "tax" | "intelligence" | "city" | "memorandum" | "agreement" | null;
}
export interface AccordsScorePart {
  criterion: "trade" | "investment" | "settled_flows" | "refused_requests" | "listing" | "stage";
  weight: string;
  value: string | null;
  score: string | null;
  says: string;
  sources: Source[];
}
export interface AccordsSetWeights {
  weights?: AccordsWeight[];
  listings?: AccordsListingValue[];
  reaches?: AccordsReachValue[];
  reason: string;
}
export interface AccordsStalledAnswer {
  on: string;
  files: AccordsStalledRow[];
  force_unknown: AccordsForceUnknownRow[];
}
export interface AccordsStalledQuery {
  on?: string | null;
  kinds?: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
  body?: string | null;
  over_only?: boolean;
}
export interface AccordsStalledRow {
  instrument: string;
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement";
  names: Names;
  parties: AccordsParty[];
  standing: "unrecorded" | "in_talks" | "text_agreed" | "initialled" | "authorised" | "empowered" | "partly_signed" | "signed_by_all" | "in_procedure" | "in_force" | "suspended" | "terminated" | "lapsed";
  last_step: "talks" | "text_agreed" | "initialling" | "authorisation" | "empowerment" | "signing" | "procedures" | "notice" | "exchange" | "force" | "effect" | "text_notice" | "force_notice" | "amendment" | "suspension" | "resumption" | "renewal" | "termination" | "lapse";
  last_step_date: string;
  days: number;
  signed_by_all: string | null;
  days_since_signature: number | null;
  threshold: number | null;
  days_over: number | null;
  threshold_reason: string;
  body: string;
}
export interface AccordsStandingCount {
  standing: "unrecorded" | "in_talks" | "text_agreed" | "initialled" | "authorised" | "empowered" | "partly_signed" | "signed_by_all" | "in_procedure" | "in_force" | "suspended" | "terminated" | "lapsed";
  instruments: number;
}
export interface AccordsStateClause {
  instrument: string;
  matter: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission";
  clause: string;
  conditions: string;
  source: Source;
}
export interface AccordsStatePosition {
  instrument: string;
  article: string;
  party: string;
  stance: "accepts" | "reserves" | "rejects";
  text: string;
  date?: string | null;
}
export interface AccordsStateRoute {
  route: string;
  matters?: ("criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission")[];
  names: Names;
  reference: string;
  validity: Validity;
  without?: string[];
  conditions: string;
  source: Source;
}
export interface AccordsStateThreshold {
  standing: "unrecorded" | "in_talks" | "text_agreed" | "initialled" | "authorised" | "empowered" | "partly_signed" | "signed_by_all" | "in_procedure" | "in_force" | "suspended" | "terminated" | "lapsed";
  kind?: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement" | null;
  days: number;
  reason: string;
}
export interface AccordsStepRow {
  number: number;
  step: "talks" | "text_agreed" | "initialling" | "authorisation" | "empowerment" | "signing" | "procedures" | "notice" | "exchange" | "force" | "effect" | "text_notice" | "force_notice" | "amendment" | "suspension" | "resumption" | "renewal" | "termination" | "lapse";
  party: string | null;
  date: string;
  days_since_last: number | null;
  unverified: boolean;
  retroactive: boolean;
  withdrawn: boolean;
  ahead: boolean;
  earlier_unknown: ("talks" | "text_agreed" | "initialling" | "authorisation" | "empowerment" | "signing" | "procedures" | "notice" | "exchange" | "force" | "effect" | "text_notice" | "force_notice" | "amendment" | "suspension" | "resumption" | "renewal" | "termination" | "lapse")[];
  signatory: string;
  document: string;
  by: string | null;
  until: string | null;
  note: string;
  evidence: AccordsEvidence;
  other_evidence: AccordsEvidence[];
  other_dates: string[];
  former_dates: string[];
  former_reasons: string[];
  stage: "internal" | "signed_off" | "released" | "published";
  entry: string;
}
export interface AccordsStood {
  standing: "unrecorded" | "in_talks" | "text_agreed" | "initialled" | "authorised" | "empowered" | "partly_signed" | "signed_by_all" | "in_procedure" | "in_force" | "suspended" | "terminated" | "lapsed" | null;
  possible: ("unrecorded" | "in_talks" | "text_agreed" | "initialled" | "authorised" | "empowered" | "partly_signed" | "signed_by_all" | "in_procedure" | "in_force" | "suspended" | "terminated" | "lapsed")[];
}
export interface AccordsStrikeRequest {
  request: string;
  reason: string;
}
export interface AccordsTakeStep {
  instrument: string;
  step: "talks" | "text_agreed" | "initialling" | "authorisation" | "empowerment" | "signing" | "procedures" | "notice" | "exchange" | "force" | "effect" | "text_notice" | "force_notice" | "amendment" | "suspension" | "resumption" | "renewal" | "termination" | "lapse";
  party?: string | null;
  date: string;
  reported?: boolean;
  unverified?: boolean;
  retroactive?: boolean;
  signatory?: string | null;
  document?: string | null;
  by?: string | null;
  until?: string | null;
  note?: string | null;
  evidence: AccordsEvidence;
  stage?: "internal" | "signed_off" | "released" | "published" | null;
}
export interface AccordsTerm {
  months: number;
  from: "signature" | "force";
  tacit?: boolean;
  renewal_months: number;
  notice_days: number;
}
export interface AccordsThresholdRow {
  standing: "unrecorded" | "in_talks" | "text_agreed" | "initialled" | "authorised" | "empowered" | "partly_signed" | "signed_by_all" | "in_procedure" | "in_force" | "suspended" | "terminated" | "lapsed";
  kind: "mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement" | null;
  days: number;
  reason: string;
}
export interface AccordsThresholdsAnswer {
  thresholds: AccordsThresholdRow[];
}
export interface AccordsThresholdsQuery {
  standing?: "unrecorded" | "in_talks" | "text_agreed" | "initialled" | "authorised" | "empowered" | "partly_signed" | "signed_by_all" | "in_procedure" | "in_force" | "suspended" | "terminated" | "lapsed" | null;
}
export interface AccordsTieAnswer {
  on: string;
  tie: AccordsTieRow | null;
  activities: AccordsActivityRow[];
}
export interface AccordsTieQuery {
  instrument: string;
  on?: string | null;
  idle_months?: number | null;
}
export interface AccordsTieRow {
  row: AccordsInstrumentRow;
  signed_on: string | null;
  contradicting: string[];
  last_day_of_term: string | null;
  tacit: boolean;
  days_to_term: number | null;
  last_activity: AccordsActivityRow | null;
  idle_days: number | null;
  idle: "no" | "yes" | "unknown";
  next: AccordsActivityRow | null;
  held: number;
  planned: number;
  passed: number;
}
export interface AccordsTiesAnswer {
  on: string;
  idle_months: number;
  ties: AccordsTieRow[];
}
export interface AccordsTiesQuery {
  on?: string | null;
  idle_months?: number | null;
  idle_only?: boolean;
  partner?: string | null;
  kinds?: ("mla_criminal" | "surrender" | "transfer_sentenced" | "legal_cooperation" | "civil_judgments" | "service_of_documents" | "arbitral_awards" | "double_taxation" | "airline_tax" | "tax_information" | "protocol" | "fiu_memorandum" | "visa_waiver" | "twinning" | "friendship" | "city_memorandum" | "tax_memorandum" | "science_memorandum" | "preference" | "readmission" | "investment" | "cooperation_arrangement")[];
}
export interface AccordsWeight {
  criterion: "trade" | "investment" | "settled_flows" | "refused_requests" | "listing" | "stage";
  weight: string;
}
export interface AccordsWeightsSet {
  version: number;
  weights: AccordsWeight[];
  listings: AccordsListingValue[];
  reaches: AccordsReachValue[];
  reason: string;
}
export interface AccordsWhichCoversAnswer {
  partner: string;
  matter: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission";
  on: string;
  by_instrument: "no" | "yes" | "unknown";
  by_statute: "no" | "yes" | "unknown";
  instruments: AccordsCoveredBy[];
  routes: AccordsRouteBasis[];
}
export interface AccordsWhichCoversQuery {
  partner: string;
  matter: "criminal_assistance" | "surrender" | "transfer" | "tax_information" | "financial_intelligence" | "service" | "civil_judgments" | "arbitral_awards" | "readmission";
  on?: string | null;
}
export interface CalendarBusinessDayAnswer {
  places: string[];
  from: string;
  days: number;
  date: string | null;
  official: boolean;
}
export interface CalendarBusinessDayQuery {
  places?: string[];
  from: string;
  days: number;
}
export interface CalendarLoadYear {
  place: string;
  year: number;
  days?: CalendarSpecialDay[];
  official?: boolean;
  source: string;
}
export interface CalendarSpecialDay {
  date: string;
  kind: "holiday" | "extra_workday";
  occasion: string;
}
export interface ConferenceActionShown {
  item: string;
  entry: string;
  duty: number;
  on: string;
  texts: Names;
  source_url: string;
  source_title: string;
  badge: string;
  stage: string;
  verdict: string;
  body: string;
}
export interface ConferenceAppointBody {
  plan: string;
  measure: number;
  body: string;
  role: "lead" | "cooperating" | "verifying";
  from?: string | null;
  to?: string | null;
  note: string;
}
export interface ConferenceAreaStated {
  number: number;
  title: string;
  first_measure: number;
  last_measure: number;
}
export interface ConferenceBodyShown {
  body: string;
  role: string;
  note: string;
}
export interface ConferenceCorrectPlan {
  plan: string;
  title: string;
  file: string;
  measures?: ConferencePlanMeasure[];
  reason: string;
}
export interface ConferenceDefineIndicator {
  indicator: string;
  plan: string;
  measure: number;
  duty: number;
  names: Names;
  units: Names;
  kind: "flow" | "stock" | "cumulative";
  fold: "latest" | "sum" | "count";
  better: "more" | "less" | "none";
  decimals: number;
  unit_exponent: number;
  tolerance_percent: number;
  trajectory?: ConferenceTrajectoryPoint[];
  trajectory_badge: "published" | "computed" | "simulated" | "illustration" | "configuration";
  statements: ConferenceQualityStatements;
  reason: string;
}
export interface ConferenceDossierAnswer {
  plan: string;
  year: number;
  file: string;
  entry: string;
  plan_status: string;
  source: string;
  audience: "macao" | "mainland" | "everyone";
  as_at: string;
  titles: ConferenceTextIn[];
  areas: ConferenceAreaStated[];
  measures: ConferenceMeasureShown[];
  sessions: ConferenceSessionShown[];
  years: ConferenceYearShown[];
  unmet_at_least: number;
  unmet_among: number[];
  figures: Figure[];
  frozen: string | null;
}
export interface ConferenceDossierQuery {
  plan: string;
  as_at?: string | null;
}
export interface ConferenceEndAppointment {
  plan: string;
  measure: number;
  body: string;
  role: "lead" | "cooperating" | "verifying";
  on: string;
  reason: string;
}
export interface ConferenceFreezeDossier {
  plan: string;
  audience: "macao" | "mainland" | "everyone";
}
export interface ConferenceImportObservations {
  file: string;
  accept_good_rows?: boolean;
  rows?: ConferenceRecordObservation[];
  lines?: number[];
  unreadable?: ConferenceRowRefused[];
}
export interface ConferenceImportPlan {
  plan: string;
  year: number;
  title: string;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  status: "official" | "reference" | "machine_converted";
  file: string;
  format: string;
  encoding: string;
  areas?: ConferenceAreaStated[];
  measures?: ConferencePlanMeasure[];
  folded_characters: number;
  source: string;
}
export interface ConferenceIndicatorShown {
  indicator: string;
  entry: string;
  version: number;
  measure: number;
  duty: number;
  names: Names;
  units: Names;
  kind: string;
  fold: string;
  status: string;
  now: Figure;
  before: Figure;
  expected: Figure;
  status_figure: Figure;
  trajectory_badge: string;
  trajectory: ConferencePointShown[];
  statements: ConferenceQualityStatements;
  papers: number;
  accepted: number;
  changed_since_accepted: number;
  overrides: ConferenceSaidShown[];
  forecasts: ConferenceSaidShown[];
  judgements: ConferenceSaidShown[];
  observations: ConferenceObservationShown[];
}
export interface ConferenceItemRow {
  item: string;
  series: string;
  says: string;
  period: string;
  body: string;
  stage: string;
  verdict: string;
  entry: string;
  withdrawn: boolean;
}
export interface ConferenceItemsAnswer {
  items: ConferenceItemRow[];
}
export interface ConferenceItemsQuery {
  series?: string | null;
  stage?: "internal" | "signed_off" | "released" | "published" | null;
  body?: string | null;
  text?: string | null;
}
export interface ConferenceMeasureAnswer {
  measures: ConferenceMeasureShown[];
}
export interface ConferenceMeasureQuery {
  plan: string;
  measure: number;
  as_at?: string | null;
}
export interface ConferenceMeasureShown {
  number: number;
  area: number;
  entry: string;
  wordings: number;
  texts: ConferenceTextIn[];
  jurisdiction_sets: string[];
  bodies_named: string[];
  owed_numbers: ConferenceOwedNumber[];
  bytes_from: string;
  bytes_to: string;
  line_from: number;
  line_to: number;
  bodies: ConferenceBodyShown[];
  actions: ConferenceActionShown[];
  indicators: ConferenceIndicatorShown[];
  milestones: ConferenceMilestoneShown[];
  duties_without_evidence: number[];
}
export interface ConferenceMilestoneShown {
  milestone: string;
  entry: string;
  measure: number;
  duty: number;
  names: Names;
  due: string;
  reached: string | null;
  overdue: boolean;
  badge: string;
}
export interface ConferenceMoveItem {
  item: string;
  stage: "internal" | "signed_off" | "released" | "published";
}
export interface ConferenceObservationShown {
  item: string;
  entry: string;
  as_published: string;
  value: string;
  period: string;
  period_end: string;
  source_url: string;
  source_title: string;
  badge: string;
  stage: string;
  verdict: string;
  verdict_reason: string;
  verdict_by: string;
  asserted: boolean;
  withdrawn: boolean;
  withdrawn_reason: string;
  counts: boolean;
  body: string;
}
export interface ConferenceOverrideStatus {
  indicator: string;
  status: "no_evidence" | "contradictory" | "no_target" | "behind" | "on_course" | "ahead" | "done";
  reason: string;
  stage?: "internal" | "signed_off" | "released" | "published" | null;
}
export interface ConferenceOwedNumber {
  text: string;
  value: string;
}
export interface ConferencePartnerFigure {
  indicator: string;
  names: Names;
  units: Names;
  value: string;
  as_published: string;
  period: string;
  badge: string;
  item: string;
  entry: string;
}
export interface ConferencePartnerRow {
  jurisdiction: string;
  names: Names;
  sets: string[];
  actions: number;
  observations: number;
  sessions: number;
  measures: number[];
  newest: string | null;
  figures: ConferencePartnerFigure[];
}
export interface ConferencePartnersAnswer {
  as_at: string;
  partners: ConferencePartnerRow[];
}
export interface ConferencePartnersQuery {
  plan: string;
  as_at?: string | null;
}
export interface ConferencePlanMeasure {
  number: number;
  text: string;
  duties?: string[];
  jurisdiction_sets?: string[];
  bodies?: string[];
  owed_numbers?: ConferenceOwedNumber[];
  bytes_from: string;
  bytes_to: string;
  line_from: number;
  line_to: number;
}
export interface ConferencePlanRow {
  plan: string;
  year: number;
  title: string;
  language: string;
  status: string;
  file: string;
  measures: number;
  corrections: number;
  entry: string;
}
export interface ConferencePlansAnswer {
  plans: ConferencePlanRow[];
}
export interface ConferencePlansQuery {
}
export interface ConferencePointShown {
  date: string;
  value: string;
}
export interface ConferenceQualityStatements {
  verified: string;
  source: string;
  accuracy: string;
  limits: string;
  compensated: string;
}
export interface ConferenceQueueAnswer {
  to_sign_off: ConferenceItemRow[];
  to_verify: ConferenceItemRow[];
  questioned: ConferenceItemRow[];
}
export interface ConferenceQueueQuery {
}
export interface ConferenceReachMilestone {
  milestone: string;
  on: string;
  evidence: string;
}
export interface ConferenceRecordAction {
  plan: string;
  measure: number;
  duty: number;
  on: string;
  texts: Names;
  source: string;
  source_title?: string | null;
  published?: string | null;
  retrieved?: string | null;
  badge?: "published" | "computed" | "simulated" | "illustration" | "configuration" | null;
  body?: string | null;
}
export interface ConferenceRecordObservation {
  indicator: string;
  as_published: string;
  period: string;
  source: string;
  value?: string | null;
  scale?: string | null;
  source_title?: string | null;
  published?: string | null;
  retrieved?: string | null;
  language?: "zh_hant" | "zh_hans" | "pt" | "en" | null;
  badge?: "published" | "computed" | "simulated" | "illustration" | "configuration" | null;
  body?: string | null;
}
export interface ConferenceRecordSession {
  number: number;
  on?: string | null;
  not_before?: string | null;
  not_after?: string | null;
  place: string;
  form: string;
  principals: string;
  source: string;
  source_title?: string | null;
  published?: string | null;
  retrieved?: string | null;
  badge?: "published" | "computed" | "simulated" | "illustration" | "configuration" | null;
}
export interface ConferenceRecordYearWithoutSession {
  year: number;
  reason: string;
  source: string;
}
export interface ConferenceRowRefused {
  row: number;
  code: string;
  subject: string;
  place: string;
}
export interface ConferenceSaidShown {
  entry: string;
  by: string;
  body: string;
  value: string;
  for_date: string;
  reason: string;
}
export interface ConferenceSessionShown {
  number: number;
  entry: string;
  on: string | null;
  not_before: string;
  not_after: string;
  place: string;
  form: string;
  principals: string;
  source_url: string;
  badge: string;
}
export interface ConferenceSetMilestone {
  milestone: string;
  plan: string;
  measure: number;
  duty: number;
  names: Names;
  due: string;
  badge: "published" | "computed" | "simulated" | "illustration" | "configuration";
}
export interface ConferenceSignOffItem {
  item: string;
}
export interface ConferenceStateForecast {
  indicator: string;
  for_date: string;
  value: string;
  reason: string;
  stage?: "internal" | "signed_off" | "released" | "published" | null;
}
export interface ConferenceStateJudgement {
  indicator: string;
  status: "no_evidence" | "contradictory" | "no_target" | "behind" | "on_course" | "ahead" | "done";
  reason: string;
  stage?: "internal" | "signed_off" | "released" | "published" | null;
}
export interface ConferenceStateText {
  plan: string;
  measure: number;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  status: "official" | "reference" | "machine_converted";
  text: string;
  parts?: string[];
  source: string;
}
export interface ConferenceStatusAnswer {
  as_at: string;
  indicators: ConferenceStatusRow[];
}
export interface ConferenceStatusQuery {
  plan: string;
  as_at?: string | null;
}
export interface ConferenceStatusRow {
  measure: number;
  indicator: string;
  names: Names;
  status: string;
  now: string;
  period: string;
  expected: string;
  badge: string;
}
export interface ConferenceTextIn {
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  text: string;
  parts: string[];
  status: string;
  stale: boolean;
}
export interface ConferenceTrajectoryPoint {
  date: string;
  value: string;
}
export interface ConferenceVerifyItem {
  item: string;
  verdict: "accepted" | "questioned" | "refused";
  reason: string;
}
export interface ConferenceWithdrawItem {
  item: string;
  reason: string;
  replaced_by?: string | null;
}
export interface ConferenceWordingShown {
  entry: string;
  text: string;
  duties: string[];
}
export interface ConferenceWordingsAnswer {
  wordings: ConferenceWordingShown[];
  dropped: boolean;
}
export interface ConferenceWordingsQuery {
  plan: string;
  measure: number;
}
export interface ConferenceYearShown {
  year: number;
  state: string;
  sessions: number[];
}
export interface ConferenceYearsAnswer {
  as_at: string;
  years: ConferenceYearShown[];
  unmet_at_least: number;
  unmet_among: number[];
}
export interface ConferenceYearsQuery {
  plan: string;
  as_at?: string | null;
}
export interface DirectoryAddToJurisdictionSet {
  set: string;
  jurisdiction: string;
  from?: string | null;
  to?: string | null;
  source: string;
}
export interface DirectoryBodiesAnswer {
  on: string;
  bodies: DirectoryBodyOn[];
}
export interface DirectoryBodiesQuery {
  on?: string | null;
}
export interface DirectoryBodyOn {
  body: string;
  side: "macao" | "mainland" | "other";
  names: Names;
  from: string | null;
  to: string | null;
  kind: string;
  source: string;
}
export interface DirectoryDefineJurisdictionSet {
  set: string;
  names: Names;
  kind: "published" | "users_own" | "named_regions";
  note: string;
  source: string;
}
export interface DirectoryJurisdictionSetsAnswer {
  sets: DirectorySetOn[];
}
export interface DirectoryJurisdictionSetsQuery {
  set?: string | null;
  on?: string | null;
}
export interface DirectoryMemberOn {
  jurisdiction: string;
  names: Names;
  from: string | null;
  to: string | null;
  source: string;
}
export interface DirectoryNameBody {
  body: string;
  side: "macao" | "mainland" | "other";
  names: Names;
  from?: string | null;
  to?: string | null;
  kind: string;
  source: string;
}
export interface DirectoryNameJurisdiction {
  jurisdiction: string;
  names: Names;
  from?: string | null;
  source: string;
}
export interface DirectoryReviewDisplayName {
  jurisdiction: string;
  audience: string;
  names: Names;
  reason: string;
}
export interface DirectorySetOn {
  set: string;
  names: Names;
  kind: "published" | "users_own" | "named_regions";
  on: string;
  note: string;
  source: string;
  members: DirectoryMemberOn[];
}
export interface Figure {
  id: string;
  rule: string;
  series: string;
  value: string;
  period: string;
  badge: string;
  entries: string[];
}
export interface LedgerAccountRow {
  account: string;
  bound: "none" | "debits_within_credits" | "credits_within_debits";
  code: number;
  names: Names;
  debits: string;
  credits: string;
  balance: string;
}
export interface LedgerAccountsAnswer {
  accounts: LedgerAccountRow[];
}
export interface LedgerAccountsQuery {
  account?: string | null;
}
export interface LedgerCurrencyTotal {
  currency: string;
  accounts: string;
  debits_minor: string;
  credits_minor: string;
}
export interface LedgerOpenAccount {
  account: string;
  currency: string;
  bound: "none" | "debits_within_credits" | "credits_within_debits";
  code?: number | null;
  names: Names;
}
export interface LedgerPostTransfer {
  transfer: string;
  debit: string;
  credit: string;
  amount: string;
  user_data?: string | null;
  code?: number | null;
}
export interface LedgerPostTransfers {
  transfers?: LedgerPostTransfer[];
  all_or_none?: boolean;
}
export interface LedgerTransferAnswer {
  transfer: string;
  sequence: string | null;
  debit: string | null;
  credit: string | null;
  amount: string | null;
  user_data: string;
  code: number;
}
export interface LedgerTransferQuery {
  transfer: string;
}
export interface LedgerTrialBalanceAnswer {
  transfers: string;
  totals: LedgerCurrencyTotal[];
}
export interface LedgerTrialBalanceQuery {
}
export interface MeetingsAddAgendaItem {
  session: number;
  item: MeetingsAgendaItemGiven;
  reason: string;
}
export interface MeetingsAgendaAnswer {
  session: number;
  fixed: boolean;
  entry: string;
  items: MeetingsAgendaItemShown[];
}
export interface MeetingsAgendaItemGiven {
  kind: "opening" | "reports" | "matter_arising" | "problem" | "request" | "review_list" | "next_list" | "other";
  reference: string;
  titles: Names;
  body?: string | null;
}
export interface MeetingsAgendaItemShown {
  item: number;
  kind: "opening" | "reports" | "matter_arising" | "problem" | "request" | "review_list" | "next_list" | "other";
  reference: string;
  titles: Names;
  body: string | null;
  reason: string;
  papers: MeetingsStandingPaperShown[];
  entry: string;
}
export interface MeetingsAgendaProposalAnswer {
  session: number;
  items: MeetingsAgendaProposed[];
}
export interface MeetingsAgendaProposalQuery {
  session: number;
}
export interface MeetingsAgendaProposed {
  kind: "opening" | "reports" | "matter_arising" | "problem" | "request" | "review_list" | "next_list" | "other";
  reference: string;
  about: Names;
  body: string | null;
  entry: string;
  own_side_only: boolean;
}
export interface MeetingsAgendaQuery {
  session: number;
}
export interface MeetingsApprovalShown {
  side: "macao" | "mainland" | "other";
  body: string;
  person: string;
  asserted: boolean;
  at: string;
  entry: string;
}
export interface MeetingsApproveMinutes {
  session: number;
  correction?: number | null;
  digest: string;
}
export interface MeetingsAssignProblem {
  problem: string;
  settling: string;
  reason: string;
}
export interface MeetingsAttendanceShown {
  person: string;
  body: string;
  side: "macao" | "mainland" | "other";
  office: string;
  attends: "principal" | "delegate";
  on_behalf: string;
  display: string;
  entry: string;
}
export interface MeetingsCallSession {
  session: number;
  on: string;
  from: string;
  to: string;
  place: Names;
  form: "in_person" | "video" | "mixed";
  languages?: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  chairs?: string[];
  minutes_by?: string | null;
}
export interface MeetingsCancelSession {
  session: number;
  reason: string;
}
export interface MeetingsCarryOutDecision {
  decision: string;
  on?: string | null;
  item?: string | null;
  paper?: string | null;
  note?: string | null;
}
export interface MeetingsCirculateMinutes {
  session: number;
  correction?: number | null;
}
export interface MeetingsCommentAnswered {
  comment: string;
  answer: Names;
}
export interface MeetingsCommentMinutes {
  session: number;
  correction?: number | null;
  line: number;
  texts: Names;
}
export interface MeetingsCommentShown {
  comment: string;
  version: number;
  line: number;
  texts: Names;
  body: string;
  side: "macao" | "mainland" | "other";
  released: boolean;
  answer: Names;
  answered_in: number;
  entry: string;
}
export interface MeetingsCorrectsShown {
  digest: string;
  sealed_at: string;
  reason: string;
  entry: string;
}
export interface MeetingsDateShown {
  kind: string;
  reference: string;
  on: string;
  from: string | null;
  to: string | null;
  titles: Names;
  place: Names;
  revision: number;
  cancelled: boolean;
  bodies: string[];
  said: string;
  entry: string;
}
export interface MeetingsDatesAnswer {
  dates: MeetingsDateShown[];
}
export interface MeetingsDatesQuery {
  body?: string | null;
  from?: string | null;
  to?: string | null;
}
export interface MeetingsDecisionGiven {
  owner: string;
  cooperating?: string[];
  due?: string | null;
  problem?: string | null;
  duty?: MeetingsDutyOf | null;
  list?: string | null;
  supersedes?: string[];
}
export interface MeetingsDecisionShown {
  decision: string;
  session: number;
  item: number;
  texts: Names;
  state: "proposed" | "active" | "superseded" | "carried_out" | "lapsed";
  owner: string;
  cooperating: string[];
  due: string | null;
  overdue: boolean;
  problem: string | null;
  duty: MeetingsDutyOf | null;
  list: string | null;
  supersedes: string[];
  superseded_by: string | null;
  correction: number;
  carried_out_on: string | null;
  evidence_item: string | null;
  evidence_paper: string | null;
  note: string;
  lapse_reasons: string[];
  entry: string;
  sealed: string;
}
export interface MeetingsDecisionTerms {
  decision: string;
  owner: string;
  cooperating: string[];
  due: string | null;
  problem: string | null;
  duty: MeetingsDutyOf | null;
  list: string | null;
  supersedes: string[];
}
export interface MeetingsDecisionsAnswer {
  decisions: MeetingsDecisionShown[];
}
export interface MeetingsDecisionsQuery {
  session?: number | null;
  state?: "proposed" | "active" | "superseded" | "carried_out" | "lapsed" | null;
  owner?: string | null;
  plan?: string | null;
  measure?: number | null;
}
export interface MeetingsDraftMinutes {
  session: number;
  correction?: number | null;
  lines?: MeetingsMinutesLineGiven[];
  answers?: MeetingsCommentAnswered[];
}
export interface MeetingsDutyOf {
  plan: string;
  measure: number;
  duty: number;
}
export interface MeetingsEscalateProblem {
  problem: string;
  reason: string;
}
export interface MeetingsFixAgenda {
  session: number;
  items?: MeetingsAgendaItemGiven[];
}
export interface MeetingsHoldSession {
  session: number;
  on?: string | null;
  from?: string | null;
  to?: string | null;
}
export interface MeetingsInviteBody {
  session: number;
  body: string;
  capacity: "chair" | "member" | "observer";
  note?: string | null;
}
export interface MeetingsInvitedShown {
  body: string;
  side: "macao" | "mainland" | "other";
  capacity: "chair" | "member" | "observer";
  note: string;
  entry: string;
}
export interface MeetingsLapseDecision {
  decision: string;
  reason: string;
}
export interface MeetingsMattersArisingQuery {
  before?: number | null;
}
export interface MeetingsMinutesAnswer {
  minutes: MeetingsMinutesShown[];
}
export interface MeetingsMinutesLineGiven {
  line: number;
  item: number;
  texts: Names;
  confirmed?: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  decision?: MeetingsDecisionGiven | null;
}
export interface MeetingsMinutesLineShown {
  line: number;
  item: number;
  texts: Names;
  missing: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  stale: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  decision: MeetingsDecisionTerms | null;
  corrected_by: number;
  entry: string;
}
export interface MeetingsMinutesQuery {
  session: number;
  correction?: number | null;
  version?: number | null;
}
export interface MeetingsMinutesShown {
  session: number;
  correction: number;
  version: number;
  state: "opened" | "draft" | "circulated" | "approved" | "sealed" | "published";
  digest: string;
  side: "macao" | "mainland" | "other";
  languages: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  lines: MeetingsMinutesLineShown[];
  comments: MeetingsCommentShown[];
  approvals: MeetingsApprovalShown[];
  seal: MeetingsSealShown | null;
  corrects: MeetingsCorrectsShown | null;
  versions: number[];
  drafted: string;
  entry: string;
}
export interface MeetingsMoveProblem {
  problem: string;
  stage: "internal" | "signed_off" | "released" | "published";
}
export interface MeetingsMoveProblemDue {
  problem: string;
  due: string;
  reason: string;
}
export interface MeetingsMoveReviewList {
  list: string;
  stage: "internal" | "signed_off" | "released" | "published";
}
export interface MeetingsMoveSession {
  session: number;
  on?: string | null;
  from?: string | null;
  to?: string | null;
  place?: Names | null;
  form?: "in_person" | "video" | "mixed" | null;
  reason: string;
}
export interface MeetingsMoveStandingPaper {
  session: number;
  paper: string;
  stage: "internal" | "signed_off" | "released" | "published";
}
export interface MeetingsOpenCorrection {
  session: number;
  reason: string;
}
export interface MeetingsProblemQuery {
  problem: string;
}
export interface MeetingsProblemShown {
  problem: string;
  titles: Names;
  texts: Names;
  severity: "low" | "medium" | "high" | "critical";
  stage: "internal" | "signed_off" | "released" | "published";
  state: "open" | "escalated" | "settled";
  duties: MeetingsDutyOf[];
  body: string;
  side: "macao" | "mainland" | "other";
  settling: string | null;
  due: string | null;
  overdue: boolean;
  earlier: string | null;
  again: string[];
  decision: string | null;
  item: string | null;
  paper: string | null;
  source: string;
  steps: MeetingsProblemStep[];
  entry: string;
}
export interface MeetingsProblemStep {
  step: string;
  on: string;
  before: string;
  after: string;
  reason: string;
  entry: string;
}
export interface MeetingsProblemsAnswer {
  problems: MeetingsProblemShown[];
}
export interface MeetingsProblemsQuery {
  state?: "open" | "escalated" | "settled" | null;
  at_least?: "low" | "medium" | "high" | "critical" | null;
  body?: string | null;
  settling?: string | null;
  plan?: string | null;
  measure?: number | null;
}
export interface MeetingsPublishMinutes {
  session: number;
  correction?: number | null;
}
export interface MeetingsPutStandingPaper {
  session: number;
  item: number;
  paper: string;
  length: string;
  media_type: string;
  titles: Names;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
}
export interface MeetingsRaiseProblem {
  titles: Names;
  texts: Names;
  severity: "low" | "medium" | "high" | "critical";
  duties?: MeetingsDutyOf[];
  settling?: string | null;
  due?: string | null;
  earlier?: string | null;
  body?: string | null;
}
export interface MeetingsRecordAttendance {
  session: number;
  person: string;
  body: string;
  office: string;
  attends: "principal" | "delegate";
  on_behalf?: string | null;
  display: string;
}
export interface MeetingsReleaseComment {
  session: number;
  correction?: number | null;
  comment: string;
}
export interface MeetingsReviewListLineGiven {
  line: number;
  texts: Names;
  duty?: MeetingsDutyOf | null;
}
export interface MeetingsReviewListLineShown {
  line: number;
  texts: Names;
  duty: MeetingsDutyOf | null;
  entry: string;
}
export interface MeetingsReviewListShown {
  list: string;
  plan: string;
  titles: Names;
  kind: string;
  stage: "internal" | "signed_off" | "released" | "published";
  body: string;
  lines: MeetingsReviewListLineShown[];
  entry: string;
}
export interface MeetingsReviewListsAnswer {
  lists: MeetingsReviewListShown[];
}
export interface MeetingsReviewListsQuery {
  plan?: string | null;
  list?: string | null;
}
export interface MeetingsSealMinutes {
  session: number;
  correction?: number | null;
  size: string;
  root: string;
}
export interface MeetingsSealShown {
  size: string;
  root: string;
  at: string;
  entry: string;
}
export interface MeetingsSessionQuery {
  session: number;
}
export interface MeetingsSessionShown {
  session: number;
  state: "called" | "cancelled" | "held";
  on: string;
  from: string;
  to: string;
  place: Names;
  form: "in_person" | "video" | "mixed";
  revision: number;
  languages: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  chairs: string[];
  minutes_by: string | null;
  reasons: string[];
  invited: MeetingsInvitedShown[];
  attendance: MeetingsAttendanceShown[];
  bodies_present: number;
  agenda: MeetingsAgendaItemShown[];
  agenda_fixed: boolean;
  minutes: number[];
  called_at: string;
  entry: string;
  held: string;
}
export interface MeetingsSessionsAnswer {
  sessions: MeetingsSessionShown[];
}
export interface MeetingsSessionsQuery {
  state?: "called" | "cancelled" | "held" | null;
  year?: number | null;
}
export interface MeetingsSettleProblem {
  problem: string;
  reason: string;
  on?: string | null;
  decision?: string | null;
  item?: string | null;
  paper?: string | null;
  source?: string | null;
}
export interface MeetingsSignOffProblem {
  problem: string;
}
export interface MeetingsStandingPaperShown {
  paper: string;
  titles: Names;
  media_type: string;
  length: string;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  stage: "internal" | "signed_off" | "released" | "published";
  body: string;
  entry: string;
}
export interface MeetingsStateReviewListLines {
  list: string;
  lines?: MeetingsReviewListLineGiven[];
}
export interface MeetingsTitleReviewList {
  plan: string;
  titles: Names;
  kind: string;
}
export interface Names {
  zh_hant: string;
  zh_hans: string;
  pt: string;
  en: string;
}
export interface OriginAmendCertificate {
  certificate: string;
  content: OriginContent;
  reason: string;
  on: string;
}
export interface OriginApplyCertificate {
  certificate: string;
  set: string;
  content: OriginContent;
  consignment?: "direct" | "through_hong_kong" | "through_elsewhere" | null;
  on: string;
}
export interface OriginApplySupplier {
  supplier_case: string;
  set: string;
  supplier: string;
  kind: "natural" | "juridical";
  sector: string;
  claims?: OriginClaim[];
  on: string;
}
export interface OriginBill {
  currency: string;
  fob?: string | null;
  ex_works?: string | null;
  labour?: string | null;
  development?: string | null;
  lines?: OriginBillLine[];
  rates?: OriginRate[];
  processes?: string[];
  wholly_obtained?: boolean | null;
  waste_or_scrap?: boolean;
}
export interface OriginBillLine {
  hs: string;
  description: string;
  value: string;
  currency?: string | null;
  origin?: string | null;
}
export interface OriginCancelCertificate {
  certificate: string;
  reason: string;
  on: string;
}
export interface OriginCancelSupplier {
  supplier_case: string;
  reason: string;
  on: string;
}
export interface OriginCatalogueAnswer {
  rows: OriginCatalogueResult[];
  yes: number;
  no: number;
  unknown: number;
  refused: number;
}
export interface OriginCatalogueQuery {
  rows?: OriginCatalogueRow[];
}
export interface OriginCatalogueResult {
  name: string;
  refused: OriginRefused | null;
  origin: "no" | "yes" | "unknown";
  by: "wholly_obtained" | "originating_materials" | "product_rule" | "general_rule" | "waste_and_scrap" | null;
  why: "met" | "not_met" | "not_stated" | "price_unknown" | "material_origin_unknown" | "material_code_short" | "good_code_short" | "cumulation_unknown" | "floor_unknown" | "de_minimis_unknown" | "minimal_operations" | "rule_text_unknown" | "rule_unverified" | "rule_dates_unknown" | "correlation_missing" | "correlation_ambiguous" | "listing_unknown" | "term_unknown" | "set_unknown" | "only_wholly_obtained";
  rule: string;
  build_up: OriginShare | null;
  build_down: OriginShare | null;
  cheapest: string | null;
}
export interface OriginCatalogueRow {
  name: string;
  goods: OriginGoods;
}
export interface OriginCertificateAmended {
  certificate: string;
  content: OriginContent;
  reason: string;
  on: string;
}
export interface OriginCertificateRow {
  certificate: string;
  state: "applied" | "checked" | "issued" | "used" | "expired" | "refused" | "cancelled";
  content: OriginContent;
  applied_on: string;
  number: string | null;
  issued_on: string | null;
  valid_until: string | null;
  checks: OriginCheck[];
  origin: "no" | "yes" | "unknown";
  by: "wholly_obtained" | "originating_materials" | "product_rule" | "general_rule" | "waste_and_scrap" | null;
  rule: string;
  ruling: string;
  amendments: OriginCertificateAmended[];
  used: OriginCertificateUsed | null;
  reason: string;
  duty_saved: string | null;
  entry: string;
}
export interface OriginCertificateUsed {
  certificate: string;
  declaration: OriginDeclaration;
  differences: OriginDifference[];
}
export interface OriginCertificatesAnswer {
  on: string;
  certificates: OriginCertificateRow[];
}
export interface OriginCertificatesQuery {
  certificate?: string | null;
  exporter?: string | null;
  state?: "applied" | "checked" | "issued" | "used" | "expired" | "refused" | "cancelled" | null;
  expiring_by?: string | null;
  on?: string | null;
  with_differences?: boolean;
}
export interface OriginCheck {
  kind: "exporter_registered" | "product_registered" | "hs_code" | "materials_add_up" | "origin_criterion" | "value" | "quantity" | "documents" | "consignment";
  result: "no" | "yes" | "unknown";
  note: string;
}
export interface OriginCheckCertificate {
  certificate: string;
  checks?: OriginCheck[];
  ruling?: string | null;
}
export interface OriginCheckSupplier {
  supplier_case: string;
  claims?: OriginClaim[];
  ruling?: string | null;
}
export interface OriginClaim {
  condition: string;
  met: "no" | "yes" | "unknown";
  evidence: string;
}
export interface OriginCompleteList {
  set: string;
  chapter: string;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  validity: Validity;
  source: string;
}
export interface OriginConditionShown {
  topic: "wholly_obtained" | "originating_materials" | "product_list" | "general_rule" | "valuation" | "cumulation" | "cumulation_floor" | "de_minimis" | "minimal_operations" | "direct_consignment" | "transit" | "waste_and_scrap" | "preference" | "certificate" | "request_windows" | "nomenclature" | "note";
  answer: "no" | "yes" | "unknown";
  why: "met" | "not_met" | "not_stated" | "price_unknown" | "material_origin_unknown" | "material_code_short" | "good_code_short" | "cumulation_unknown" | "floor_unknown" | "de_minimis_unknown" | "minimal_operations" | "rule_text_unknown" | "rule_unverified" | "rule_dates_unknown" | "correlation_missing" | "correlation_ambiguous" | "listing_unknown" | "term_unknown" | "set_unknown" | "only_wholly_obtained";
  term: string;
  clause: string;
  source: Source | null;
}
export interface OriginContent {
  exporter: string;
  product: string;
  hs: string;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  description: string;
  quantity: string;
  unit: string;
  value: string;
  currency: string;
  invoice: string;
}
export interface OriginCorrelation {
  from_version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  from: string;
  to_version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  to: string;
  source: Source;
}
export interface OriginDecideRuleChange {
  request: string;
  accepted?: boolean;
  in_force?: string | null;
  reference: string;
  on: string;
}
export interface OriginDeclaration {
  number: string;
  on: string;
  hs: string;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  quantity: string;
  unit: string;
  value: string;
  currency: string;
  exporter: string;
  invoice: string;
}
export interface OriginDefineProcesses {
  processes?: OriginProcess[];
}
export interface OriginDeterminationAnswer {
  refused: OriginRefused | null;
  set: string | null;
  hs: string;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022" | null;
  on: string;
  origin: "no" | "yes" | "unknown";
  preference: "no" | "yes" | "unknown";
  by: "wholly_obtained" | "originating_materials" | "product_rule" | "general_rule" | "waste_and_scrap" | null;
  why: "met" | "not_met" | "not_stated" | "price_unknown" | "material_origin_unknown" | "material_code_short" | "good_code_short" | "cumulation_unknown" | "floor_unknown" | "de_minimis_unknown" | "minimal_operations" | "rule_text_unknown" | "rule_unverified" | "rule_dates_unknown" | "correlation_missing" | "correlation_ambiguous" | "listing_unknown" | "term_unknown" | "set_unknown" | "only_wholly_obtained";
  tried: OriginTriedShown[];
  branches: OriginTriedShown[];
  figures: OriginFiguresShown | null;
  lines: OriginLineShown[];
  ways: OriginWayShown[];
  conditions: OriginConditionShown[];
}
export interface OriginDetermineQuery {
  goods: OriginGoods;
  consignment?: "direct" | "through_hong_kong" | "through_elsewhere" | null;
}
export interface OriginDifference {
  field: string;
  certificate: string;
  declaration: string;
}
export interface OriginEndExporter {
  exporter: string;
  on: string;
  reason: string;
}
export interface OriginEndProduct {
  product: string;
  on: string;
  reason: string;
}
export interface OriginExporterEnded {
  exporter: string;
  on: string;
  reason: string;
}
export interface OriginExporterRegistered {
  exporter: string;
  names: Names;
  registration: string;
  producer: boolean;
  from: string;
  to: string | null;
  evidence: string;
  body: string;
  side: "macao" | "mainland" | "other";
}
export interface OriginExportersAnswer {
  exporters: OriginExporterRegistered[];
  ended: OriginExporterEnded[];
}
export interface OriginExportersQuery {
  registered_on?: string | null;
}
export interface OriginFiguresAnswer {
  months: OriginMonthRow[];
  months_withheld: number;
  sums: OriginSum[];
  certificates: number;
  windows: OriginWindowRow[];
  requests_outside_windows: number;
  sectors: OriginSectorRow[];
}
export interface OriginFiguresQuery {
  period?: string | null;
}
export interface OriginFiguresShown {
  currency: string;
  fob: string | null;
  ex_works: string | null;
  originating: string;
  other_party: string;
  foreign: string;
  origin_unknown: string;
  labour: string;
  development: string;
  build_up: OriginShare | null;
  build_up_at_most: OriginShare | null;
  build_down: OriginShare | null;
  build_down_at_most: OriginShare | null;
}
export interface OriginGoods {
  set?: string | null;
  from?: string | null;
  to?: string | null;
  hs: string;
  version?: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022" | null;
  description: string;
  on: string;
  bill: OriginBill;
}
export interface OriginHsSpan {
  from: string;
  to: string;
}
export interface OriginIssueCertificate {
  certificate: string;
  number: string;
  on: string;
  valid_until: string;
}
export interface OriginIssueSupplier {
  supplier_case: string;
  number: string;
  on: string;
  valid_until: string;
}
export interface OriginLineShown {
  line: number;
  hs: string;
  value: string;
  status: string;
  other_chapter: "no" | "yes" | "unknown";
  other_heading: "no" | "yes" | "unknown";
  other_subheading: "no" | "yes" | "unknown";
}
export interface OriginListCompleted {
  set: string;
  chapter: string;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  validity: Validity;
  source: string;
}
export interface OriginLoadCorrelations {
  rows?: OriginCorrelation[];
}
export interface OriginLoadRules {
  set: string;
  rules?: OriginRuleRow[];
}
export interface OriginLoadSupplierRules {
  set: string;
  rules?: OriginSupplierRule[];
}
export interface OriginLoadTariff {
  importer: string;
  lines?: OriginTariffLine[];
}
export interface OriginLoadTerms {
  set: string;
  terms?: OriginTermRow[];
}
export interface OriginMonthRow {
  month: string;
  certificates: number;
  cancelled: number;
  used: number;
  sums: OriginSum[];
}
export interface OriginNoteProducts {
  maker: string;
  products?: OriginProductNote[];
}
export interface OriginProcess {
  process: string;
  names: Names;
  text: string;
  source: Source;
}
export interface OriginProductEnded {
  product: string;
  on: string;
  reason: string;
}
export interface OriginProductNote {
  hs: string;
  product: string;
  note: string;
  source: Source;
}
export interface OriginProductRegistered {
  product: string;
  exporter: string;
  factory: string;
  goods: OriginGoods;
  from: string;
  to: string | null;
  origin: "no" | "yes" | "unknown";
  by: "wholly_obtained" | "originating_materials" | "product_rule" | "general_rule" | "waste_and_scrap" | null;
  rule: string;
}
export interface OriginProductRule {
  rule: string;
  hs: string;
  hs_to: string | null;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  description: string;
  tests: OriginTest[];
  text: string;
  validity: Validity;
  clause: string;
  source: Source;
}
export interface OriginProductsAnswer {
  products: OriginProductRegistered[];
  ended: OriginProductEnded[];
}
export interface OriginProductsQuery {
  exporter?: string | null;
  registered_on?: string | null;
}
export interface OriginRate {
  currency: string;
  rate: string;
  period: string;
  source: string;
}
export interface OriginRecordSet {
  set: string;
  names: Names;
  parties?: string[];
  validity: Validity;
  clause: string;
  source: Source;
}
export interface OriginRefuseCertificate {
  certificate: string;
  reason: string;
  on: string;
}
export interface OriginRefuseSupplier {
  supplier_case: string;
  reason: string;
  on: string;
}
export interface OriginRefused {
  code: string;
  subject: string;
  place: string;
}
export interface OriginRegisterExporter {
  exporter: string;
  names: Names;
  registration: string;
  producer?: boolean;
  from: string;
  to?: string | null;
  evidence: string;
}
export interface OriginRegisterProduct {
  product: string;
  exporter: string;
  factory: string;
  goods: OriginGoods;
  from: string;
  to?: string | null;
}
export interface OriginReopenList {
  set: string;
  chapter: string;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  reason: string;
}
export interface OriginRequestRow {
  requested: OriginRuleChangeRequested;
  asked: string;
  decided: OriginRuleChangeDecided | null;
  entry: string;
}
export interface OriginRequestRuleChange {
  request: string;
  set: string;
  hs: string;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  asked: string;
  reason: string;
  by: string;
  on: string;
}
export interface OriginRequestsAnswer {
  requests: OriginRequestRow[];
}
export interface OriginRequestsQuery {
  window?: string | null;
  open_only?: boolean;
}
export interface OriginRetireRule {
  set: string;
  rule: string;
  reason: string;
}
export interface OriginRuleChangeDecided {
  request: string;
  accepted: boolean;
  in_force: string | null;
  reference: string;
  on: string;
}
export interface OriginRuleChangeRequested {
  request: string;
  set: string;
  hs: string;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  asked: OriginTest[];
  reason: string;
  by: string;
  on: string;
  window: string | null;
  in_force_by: string | null;
  term: string;
  body: string;
  side: "macao" | "mainland" | "other";
}
export interface OriginRuleRow {
  rule: string;
  hs: string;
  hs_to?: string | null;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  description: string;
  tests: string;
  text: string;
  validity: Validity;
  clause: string;
  source: Source;
}
export interface OriginRuleShown {
  set: string;
  rule: OriginProductRule;
  tests: string;
  holds: "no" | "yes" | "unknown";
  entry: string;
}
export interface OriginRulesAnswer {
  on: string;
  rules: OriginRuleShown[];
  outside: "no" | "yes" | "unknown";
}
export interface OriginRulesQuery {
  set?: string | null;
  hs?: string | null;
  version?: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022" | null;
  on?: string | null;
  of_any_day?: boolean;
}
export interface OriginSectorRow {
  sector: string;
  kind: "natural" | "juridical";
  certificates: number;
}
export interface OriginSetRow {
  set: string;
  names: Names;
  parties: string[];
  validity: Validity;
  holds: "no" | "yes" | "unknown";
  rules: number;
  complete: OriginListCompleted[];
  clause: string;
  source: Source;
  entry: string;
}
export interface OriginSetsAnswer {
  on: string;
  sets: OriginSetRow[];
}
export interface OriginSetsQuery {
  on?: string | null;
}
export interface OriginShare {
  part: string;
  percent: string;
}
export interface OriginStepShown {
  kind: "lower_value" | "source_here" | "change_heading" | "raise_local" | "carry_out_process";
  line: number | null;
  hs: string;
  amount: string;
  process: string;
}
export interface OriginSum {
  currency: string;
  value: string;
  duty_saved: string | null;
  duty_unknown: number;
}
export interface OriginSupplierApplied {
  supplier_case: string;
  set: string;
  supplier: string;
  kind: "natural" | "juridical";
  sector: string;
  claims: OriginClaim[];
  on: string;
  rule: string;
  body: string;
  side: "macao" | "mainland" | "other";
}
export interface OriginSupplierCondition {
  condition: string;
  text: string;
}
export interface OriginSupplierRow {
  applied: OriginSupplierApplied;
  state: "applied" | "checked" | "issued" | "used" | "expired" | "refused" | "cancelled";
  claims: OriginClaim[];
  ruling: string;
  number: string | null;
  issued_on: string | null;
  valid_until: string | null;
  reason: string;
  entry: string;
}
export interface OriginSupplierRule {
  rule: string;
  kind: "natural" | "juridical";
  sector: string;
  conditions?: OriginSupplierCondition[];
  validity: Validity;
  clause: string;
  source: Source;
}
export interface OriginSuppliersAnswer {
  on: string;
  suppliers: OriginSupplierRow[];
}
export interface OriginSuppliersQuery {
  sector?: string | null;
  on?: string | null;
}
export interface OriginTablesAnswer {
  processes: OriginProcess[];
  correlations: OriginCorrelation[];
  products: OriginProductNote[];
  tariff: OriginTariffLine[];
  supplier_rules: OriginSupplierRule[];
}
export interface OriginTablesQuery {
  importer?: string | null;
  maker?: string | null;
  set?: string | null;
}
export interface OriginTariffLine {
  hs: string;
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022";
  duty_percent: string;
  validity: Validity;
  clause: string;
  source: Source;
}
export interface OriginTerm {
  term: string;
  topic: "wholly_obtained" | "originating_materials" | "product_list" | "general_rule" | "valuation" | "cumulation" | "cumulation_floor" | "de_minimis" | "minimal_operations" | "direct_consignment" | "transit" | "waste_and_scrap" | "preference" | "certificate" | "request_windows" | "nomenclature" | "note";
  holds: "no" | "yes" | "unknown";
  percent: string | null;
  tests: OriginTest[];
  windows: OriginWindow[];
  version: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022" | null;
  processes: string[];
  text: string;
  validity: Validity;
  clause: string;
  source: Source;
}
export interface OriginTermRow {
  term: string;
  topic: "wholly_obtained" | "originating_materials" | "product_list" | "general_rule" | "valuation" | "cumulation" | "cumulation_floor" | "de_minimis" | "minimal_operations" | "direct_consignment" | "transit" | "waste_and_scrap" | "preference" | "certificate" | "request_windows" | "nomenclature" | "note";
  holds: "no" | "yes" | "unknown";
  percent?: string | null;
  tests?: string | null;
  windows?: OriginWindow[];
  version?: "hs2002" | "hs2007" | "hs2012" | "hs2017" | "hs2022" | null;
  processes?: string[];
  text: string;
  validity: Validity;
  clause: string;
  source: Source;
}
export interface OriginTermShown {
  set: string;
  term: OriginTerm;
  tests: string;
  holds: "no" | "yes" | "unknown";
  entry: string;
}
export interface OriginTermsAnswer {
  on: string;
  terms: OriginTermShown[];
}
export interface OriginTermsQuery {
  set?: string | null;
  on?: string | null;
  of_any_day?: boolean;
}
export interface OriginTest {
  kind: "all" | "any" | "wholly_obtained" | "originating_materials" | "change_of_chapter" | "change_of_heading" | "change_of_subheading" | "build_up" | "build_down" | "process" | "not_known";
  parts: number;
  except: OriginHsSpan[];
  percent: string | null;
  process: string;
}
export interface OriginTestShown {
  kind: "all" | "any" | "wholly_obtained" | "originating_materials" | "change_of_chapter" | "change_of_heading" | "change_of_subheading" | "build_up" | "build_down" | "process" | "not_known";
  parts: number;
  text: string;
  answer: "no" | "yes" | "unknown";
  why: "met" | "not_met" | "not_stated" | "price_unknown" | "material_origin_unknown" | "material_code_short" | "good_code_short" | "cumulation_unknown" | "floor_unknown" | "de_minimis_unknown" | "minimal_operations" | "rule_text_unknown" | "rule_unverified" | "rule_dates_unknown" | "correlation_missing" | "correlation_ambiguous" | "listing_unknown" | "term_unknown" | "set_unknown" | "only_wholly_obtained";
}
export interface OriginTriedShown {
  criterion: "wholly_obtained" | "originating_materials" | "product_rule" | "general_rule" | "waste_and_scrap";
  answer: "no" | "yes" | "unknown";
  why: "met" | "not_met" | "not_stated" | "price_unknown" | "material_origin_unknown" | "material_code_short" | "good_code_short" | "cumulation_unknown" | "floor_unknown" | "de_minimis_unknown" | "minimal_operations" | "rule_text_unknown" | "rule_unverified" | "rule_dates_unknown" | "correlation_missing" | "correlation_ambiguous" | "listing_unknown" | "term_unknown" | "set_unknown" | "only_wholly_obtained";
  rule: string;
  tests: string;
  each: OriginTestShown[];
  text: string;
  validity: Validity | null;
  clause: string;
  source: Source | null;
}
export interface OriginUseCertificate {
  certificate: string;
  declaration: OriginDeclaration;
}
export interface OriginWayShown {
  rule: string;
  amount: string;
  unpriced: boolean;
  steps: OriginStepShown[];
}
export interface OriginWindow {
  apply_month: number;
  apply_day: number;
  force_month: number;
  force_day: number;
}
export interface OriginWindowAnswer {
  on: string;
  known: "no" | "yes" | "unknown";
  apply_by: string | null;
  in_force_by: string | null;
  term: string;
  clause: string;
  source: Source | null;
}
export interface OriginWindowQuery {
  set: string;
  on?: string | null;
}
export interface OriginWindowRow {
  apply_by: string;
  in_force_by: string | null;
  requests: number;
  accepted: number;
  declined: number;
}
export interface PlanningAddFrameItems {
  frame: string;
  source: string;
  items?: PlanningFrameItem[];
}
export interface PlanningAddLine {
  list: string;
  area: number;
  place?: number | null;
  origins?: PlanningOrigin[];
  note?: string | null;
}
export interface PlanningAdoptList {
  list: string;
  form?: string | null;
  decision?: string | null;
  duties?: PlanningLineDuties[];
}
export interface PlanningAgreeWording {
  list: string;
  line: string;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  text: string;
}
export interface PlanningCloseDuty {
  plan: string;
  measure: number;
  duty: number;
  outcome: "done" | "carried_over" | "merged" | "dropped";
  evidence?: PlanningEvidence[];
  target?: PlanningTarget | null;
  reason?: string | null;
}
export interface PlanningCloseYear {
  plan: string;
}
export interface PlanningClosingAnswer {
  plan: string;
  title: string;
  language: string;
  duties: PlanningClosingRow[];
  without_outcome: number;
  closed: string | null;
}
export interface PlanningClosingNamed {
  measure: number;
  duty: number;
  proposal: string;
}
export interface PlanningClosingQuery {
  plan: string;
  as_at?: string | null;
}
export interface PlanningClosingRow {
  measure: number;
  duty: number;
  text: string;
  outcome: string;
  state: string;
  evidence: PlanningEvidence[];
  evidence_fallen: string[];
  target: PlanningTarget | null;
  proposal: PlanningClosingSaid | null;
  questioned: PlanningClosingSaid | null;
  confirmed: PlanningClosingSaid | null;
  decision: string | null;
  known: PlanningEvidenceKnown[];
  known_count: number;
  indicators: PlanningIndicatorStands[];
}
export interface PlanningClosingSaid {
  entry: string;
  time: string;
  body: string;
  side: string;
  reason: string;
}
export interface PlanningComparedRow {
  kind: string;
  change: string;
  line: string;
  mark: string;
  mark_before: string;
  text: string;
  state: string;
  compared: boolean;
  pieces: PlanningPieceShown[];
  by: string;
  at: string;
}
export interface PlanningComparisonAnswer {
  list: string;
  language: string;
  against: string;
  rows: PlanningComparedRow[];
  not_agreed: number;
  not_compared: number;
  adopted: boolean;
  text: string;
  digest: string;
}
export interface PlanningComparisonQuery {
  list: string;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  against?: string | null;
}
export interface PlanningConfirmClosing {
  plan: string;
  closings?: PlanningClosingNamed[];
  decision?: string | null;
}
export interface PlanningConfirmMatch {
  from_plan: string;
  to_plan: string;
  matches?: PlanningMatch[];
}
export interface PlanningDraftWording {
  list: string;
  line: string;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  text: string;
  comment?: string | null;
}
export interface PlanningDutyNumber {
  measure: number;
  duty: number;
}
export interface PlanningDutyRef {
  plan: string;
  measure: number;
  duty: number;
}
export interface PlanningEvidence {
  item?: string | null;
  milestone?: string | null;
  decision?: string | null;
}
export interface PlanningEvidenceKnown {
  kind: string;
  id: string;
  says: string;
  on: string;
  stage: string;
  verdict: string;
  entry: string;
}
export interface PlanningFrameItem {
  id: string;
  texts: Names;
}
export interface PlanningFrameRef {
  frame: string;
  item: string;
}
export interface PlanningFrameShown {
  frame: string;
  kind: string;
  titles: Names;
  on: string;
  source: string;
  entry: string;
  text_available: boolean;
  items: PlanningFrameItem[];
}
export interface PlanningFramesAnswer {
  frames: PlanningFrameShown[];
}
export interface PlanningFramesQuery {
}
export interface PlanningIndicatorStands {
  indicator: string;
  status: string;
}
export interface PlanningKeepLine {
  list: string;
  line: string;
  reason: string;
}
export interface PlanningLineDuties {
  line: string;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  duties?: string[];
}
export interface PlanningLineRef {
  list: string;
  line: string;
}
export interface PlanningLineShown {
  line: string;
  kind: string;
  area: number;
  number: number;
  origins: PlanningOrigin[];
  note: string;
  withdrawn: boolean;
  withdrawal_proposed_by: string;
  reason: string;
  wordings: PlanningWordingShown[];
}
export interface PlanningLineageAnswer {
  duty: PlanningDutyRef;
  text: string;
  back: PlanningStepShown[];
  forward: PlanningStepShown[];
  frames: PlanningFrameShown[];
  reaches_the_arrangement: boolean;
  outcome: string;
}
export interface PlanningLineageQuery {
  plan: string;
  measure: number;
  duty: number;
}
export interface PlanningLink {
  duty?: PlanningDutyRef | null;
  item?: PlanningFrameRef | null;
  origin: PlanningOrigin;
  source: string;
}
export interface PlanningListAnswer {
  list: PlanningListRow[];
  lines: PlanningLineShown[];
  not_agreed: string[];
  adoption_proposed_by: string;
  form: string;
}
export interface PlanningListQuery {
  list: string;
}
export interface PlanningListRow {
  list: string;
  year: number;
  from_plan: string;
  original: string;
  required: string[];
  measures: number;
  not_agreed: number;
  state: string;
  entry: string;
}
export interface PlanningListsAnswer {
  lists: PlanningListRow[];
}
export interface PlanningListsQuery {
}
export interface PlanningMatch {
  kind: "carried_over" | "changed" | "added" | "dropped" | "merged" | "split";
  from?: PlanningDutyNumber[];
  to?: PlanningDutyNumber[];
  note?: string | null;
}
export interface PlanningMatchShown {
  kind: string;
  from: PlanningMatchedText[];
  to: PlanningMatchedText[];
  likeness: number;
  difference: PlanningPieceShown[];
  entry: string | null;
  note: string;
  text_changed_since: boolean;
}
export interface PlanningMatchedText {
  measure: number;
  duty: number;
  text: string;
}
export interface PlanningMatchesAnswer {
  from_plan: string;
  to_plan: string;
  confirmed: PlanningMatchShown[];
  proposed: PlanningMatchShown[];
}
export interface PlanningMatchesQuery {
  from_plan: string;
  to_plan: string;
}
export interface PlanningMoveLine {
  list: string;
  line: string;
  area: number;
  place: number;
}
export interface PlanningOpenList {
  list: string;
  year: number;
  from_plan: string;
  original: "zh_hant" | "zh_hans" | "pt" | "en";
  required?: ("zh_hant" | "zh_hans" | "pt" | "en")[];
}
export interface PlanningOrigin {
  duty?: PlanningDutyRef | null;
  frame?: PlanningFrameRef | null;
  decision?: string | null;
}
export interface PlanningPieceShown {
  change: string;
  text: string;
}
export interface PlanningProposalAnswer {
  list: string;
  from_plan: string;
  rows: PlanningProposalRow[];
}
export interface PlanningProposalQuery {
  list: string;
  as_at?: string | null;
}
export interface PlanningProposalRow {
  origin: PlanningOrigin;
  area: number;
  text: string;
  why: string[];
  lines: string[];
}
export interface PlanningProposeWording {
  list: string;
  line: string;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  text?: string | null;
  comment?: string | null;
}
export interface PlanningQuestionClosing {
  plan: string;
  measure: number;
  duty: number;
  proposal: string;
  reason: string;
}
export interface PlanningRegisterFrame {
  frame: string;
  kind: "arrangement" | "five_year_list" | "other";
  titles: Names;
  on: string;
  source: string;
  items?: PlanningFrameItem[];
}
export interface PlanningStepShown {
  distance: number;
  duty: PlanningDutyRef | null;
  item: PlanningFrameRef | null;
  child_text: string;
  origin: PlanningOrigin;
  origin_text: string;
  origin_text_available: boolean;
  how: string;
  entry: string;
}
export interface PlanningTarget {
  line?: PlanningLineRef | null;
  duty?: PlanningDutyRef | null;
}
export interface PlanningTextShown {
  entry: string;
  time: string;
  body: string;
  side: string;
  text: string;
  digest: string;
  comment: string;
  stand_by_it: string[];
  difference: PlanningPieceShown[];
}
export interface PlanningUnlink {
  link: string;
  reason: string;
}
export interface PlanningWithdrawLine {
  list: string;
  line: string;
  reason: string;
}
export interface PlanningWithdrawMatch {
  match: string;
  reason: string;
}
export interface PlanningWordingShown {
  language: string;
  required: boolean;
  state: string;
  agreed_text: string;
  proposals: PlanningTextShown[];
  own_drafts: PlanningTextShown[];
}
export interface PublicationAdoptFigure {
  packet: PublicationPacket;
  indicator?: string | null;
  body?: string | null;
  same_unit?: boolean;
}
export interface PublicationAdoptedAnswer {
  packets: PublicationAdoptedRow[];
}
export interface PublicationAdoptedQuery {
  publisher?: string | null;
}
export interface PublicationAdoptedRow {
  publisher: string;
  number: number;
  theirs: string;
  indicator: string;
  value: string;
  period: string;
  as_at: string;
  badge: string;
  packet: string;
  size: string;
  root: string;
  item: string;
  stage: string;
  entry: string;
}
export interface PublicationForkRow {
  publisher: string;
  size: string;
  seen_root: string;
  shown_root: string;
  seen_checkpoint: string;
  shown_checkpoint: string;
  resolved: boolean;
  reason: string;
  entry: string;
}
export interface PublicationForksAnswer {
  forks: PublicationForkRow[];
}
export interface PublicationForksQuery {
}
export interface PublicationKeepReceipt {
  packet: PublicationPacket;
}
export interface PublicationPacket {
  entry: string;
  index: string;
  inclusion?: string[];
  from_size: string;
  from_root: string;
  consistency?: string[];
  rotations?: string[];
  log_id: string;
  checkpoint: string;
}
export interface PublicationPublishFigure {
  indicator: string;
  recipient: string;
  as_at?: string | null;
}
export interface PublicationPublishedAnswer {
  packets: PublicationPublishedRow[];
}
export interface PublicationPublishedQuery {
  recipient?: string | null;
  without_receipt?: boolean;
}
export interface PublicationPublishedRow {
  recipient: string;
  number: number;
  indicator: string;
  names: Names;
  value: string;
  units: Names;
  period: string;
  as_at: string;
  badge: string;
  packet: string;
  entry: string;
  receipted: boolean;
  adopted_at: string;
}
export interface PublicationPublisherRow {
  publisher: string;
  body: string;
  key: string;
  sent: number;
  receipted: number;
  taken: number;
  last_number: number;
  last_size: string;
  forked: boolean;
  entry: string;
}
export interface PublicationPublishersAnswer {
  publishers: PublicationPublisherRow[];
}
export interface PublicationPublishersQuery {
  starting_with?: string | null;
}
export interface PublicationResolveFork {
  publisher: string;
  reason: string;
  size?: string | null;
  root?: string | null;
  next_number?: number | null;
}
export interface PublicationTrustPublisher {
  publisher: string;
  key: string;
  body: string;
  first_size?: string | null;
  first_root?: string | null;
}
export interface ReportingActionReported {
  measure: number;
  duty: number;
  on: string;
  texts: Names;
  source: string;
  source_title?: string | null;
  published?: string | null;
  retrieved?: string | null;
  badge?: "published" | "computed" | "simulated" | "illustration" | "configuration" | null;
  place?: string | null;
}
export interface ReportingActionShown {
  item: string;
  measure: number;
  duty: number;
  on: string;
  texts: Names;
  source: string;
  stage: string;
  verdict: string;
}
export interface ReportingAmendRequest {
  round: string;
  body: string;
  note: string;
}
export interface ReportingAnswerQuestion {
  round: string;
  text: string;
}
export interface ReportingAskBody {
  round: string;
  body: string;
}
export interface ReportingAskExtension {
  round: string;
  to: string;
  reason: string;
}
export interface ReportingChangeLines {
  round: string;
  body: string;
  lines?: ReportingLineWanted[];
  reason: string;
}
export interface ReportingCloseRound {
  round: string;
  reason: string;
}
export interface ReportingCounts {
  asked: number;
  in_progress: number;
  returned: number;
  signed_off: number;
  released: number;
  questioned: number;
  accepted: number;
  refused: number;
  reopened: number;
  not_returned: number;
  late: number;
  extended: number;
}
export interface ReportingDateRow {
  round: string;
  body: string;
  body_names: Names;
  kind: "asked" | "due" | "extended_due" | "reminded" | "escalated" | "closed";
  on: string;
  number: number;
  stands: boolean;
  since: string;
}
export interface ReportingDatesAnswer {
  dates: ReportingDateRow[];
}
export interface ReportingDatesQuery {
  body?: string | null;
  round?: string | null;
}
export interface ReportingDueDate {
  from: string;
  working_days: number;
  places: string[];
  due: string;
  official: boolean;
  rule: string;
}
export interface ReportingDutyShown {
  measure: number;
  duty: number;
  texts: Names;
}
export interface ReportingEscalate {
  round: string;
  body: string;
  to_body: string;
  reason: string;
}
export interface ReportingEscalationShown {
  to_body: string;
  on: string;
  reason: string;
  settled: boolean;
  settled_on: string | null;
  settled_because: string;
}
export interface ReportingExtensionShown {
  asked_on: string;
  to: string;
  reason: string;
  state: string;
  decided_on: string | null;
  granted_to: string | null;
  decision: string;
}
export interface ReportingFigureReported {
  indicator: string;
  asked?: string | null;
  period?: string | null;
  as_published: string;
  source: string;
  value?: string | null;
  scale?: string | null;
  source_title?: string | null;
  published?: string | null;
  retrieved?: string | null;
  language?: "zh_hant" | "zh_hans" | "pt" | "en" | null;
  badge?: "published" | "computed" | "simulated" | "illustration" | "configuration" | null;
  because?: string | null;
  place?: string | null;
}
export interface ReportingFigureShown {
  item: string;
  as_published: string;
  value: string;
  period: string;
  source: string;
  stage: string;
  verdict: string;
  verdict_reason: string;
  entry: string;
}
export interface ReportingGrantExtension {
  round: string;
  body: string;
  to?: string | null;
  reason?: string | null;
}
export interface ReportingLateAnswer {
  as_at: string;
  requests: ReportingRequestRow[];
}
export interface ReportingLateQuery {
  round?: string | null;
}
export interface ReportingLineShown {
  indicator: string;
  measure: number;
  names: Names;
  units: Names;
  unit_exponent: number;
  kind: "flow" | "stock" | "cumulative";
  period: string;
  last: ReportingFigureShown | null;
  figure: ReportingFigureShown | null;
  nothing: "not_yet_published" | "not_collected" | "nothing_happened" | "other" | null;
  note: string;
  replaced: boolean;
  missing: boolean;
}
export interface ReportingLineWanted {
  indicator: string;
  period?: string | null;
}
export interface ReportingNothingToReport {
  indicator: string;
  asked?: string | null;
  because: "not_yet_published" | "not_collected" | "nothing_happened" | "other";
  note?: string | null;
  place?: string | null;
}
export interface ReportingOpenRound {
  round: string;
  plan: string;
  period: string;
  working_days: number;
  places?: string[];
  bodies?: string[];
  note?: string | null;
}
export interface ReportingOwedAnswer {
  owed: ReportingOwedRow[];
}
export interface ReportingOwedQuery {
  body?: string | null;
}
export interface ReportingOwedRow {
  round: string;
  body: string;
  what: "hand_in" | "complete" | "sign_off" | "answer" | "decide_extension" | "release" | "verify";
  due: string;
  late: boolean;
  reason: string;
}
export interface ReportingRecordReturn {
  round: string;
  body?: string | null;
  generation?: number | null;
  file?: string | null;
  figures?: ReportingFigureReported[];
  actions?: ReportingActionReported[];
  nothing?: ReportingNothingToReport[];
}
export interface ReportingRefuseExtension {
  round: string;
  body: string;
  reason: string;
}
export interface ReportingReleaseReturn {
  round: string;
  body: string;
}
export interface ReportingRemind {
  round: string;
  body?: string | null;
}
export interface ReportingReopenRequest {
  round: string;
  body: string;
  reason: string;
}
export interface ReportingRequestAnswer {
  request: ReportingRequestShown[];
}
export interface ReportingRequestQuery {
  round: string;
  body?: string | null;
}
export interface ReportingRequestRow {
  round: string;
  body: string;
  body_names: Names;
  side: "macao" | "mainland" | "other";
  state: "asked" | "in_progress" | "returned" | "signed_off" | "released" | "questioned" | "accepted" | "refused" | "reopened" | "not_returned";
  due: string;
  extended: boolean;
  late: boolean;
  days_to_due: number;
  extension_pending: boolean;
  generation: number;
  lines: number;
  figures: number | null;
  nothing: number | null;
  actions: number | null;
  signed_off_on: string | null;
  released_on: string | null;
  last_reminded: string | null;
  reminders: number;
  escalated_to: string[];
}
export interface ReportingRequestShown {
  row: ReportingRequestRow;
  plan: string;
  period: string;
  asked_on: string;
  round_due: string;
  round_note: string;
  note: string;
  is_own: boolean;
  lines: ReportingLineShown[];
  duties: ReportingDutyShown[];
  actions: ReportingActionShown[];
  answers: string[];
  verdicts: ReportingVerdictShown[];
  extensions: ReportingExtensionShown[];
  escalations: ReportingEscalationShown[];
  reopened_because: string[];
  reminded_on: string[];
}
export interface ReportingRoundAnswer {
  round: ReportingRoundRow[];
  requests: ReportingRequestRow[];
}
export interface ReportingRoundQuery {
  round: string;
}
export interface ReportingRoundRow {
  round: string;
  plan: string;
  period: string;
  due: ReportingDueDate;
  closed_macao: string | null;
  closed_mainland: string | null;
  bodies: number;
  counts: ReportingCounts;
}
export interface ReportingRoundsAnswer {
  rounds: ReportingRoundRow[];
}
export interface ReportingRoundsQuery {
  plan?: string | null;
}
export interface ReportingSettleEscalation {
  round: string;
  body: string;
  to_body: string;
  reason: string;
}
export interface ReportingSignOffReturn {
  round: string;
}
export interface ReportingVerdictShown {
  verdict: "accepted" | "questioned" | "refused";
  by_body: string;
  appointed: boolean;
  reason: string;
  items: string[];
  whole: boolean;
  on: string;
}
export interface ReportingVerifyReturn {
  round: string;
  body: string;
  verdict: "accepted" | "questioned" | "refused";
  reason?: string | null;
  items?: string[];
}
export interface Source {
  reference: string;
  as_of?: string | null;
  confidence: "high" | "medium" | "low" | "unverified";
  note: string;
}
export interface StayBaseLine {
  passport: string;
  cells?: StayCell[];
}
export interface StayCandidateRow {
  partner: string;
  rank: number;
  score: string;
  parts: StayScorePart[];
  outbound: StayOneWay;
  inbound: StayOneWay;
}
export interface StayCandidatesAnswer {
  on: string;
  jurisdiction: string;
  weights: StayWeight[];
  weights_reason: string;
  of: number;
  rows: StayCandidateRow[];
}
export interface StayCandidatesQuery {
  jurisdiction: string;
  on?: string | null;
  set?: string | null;
  first?: number | null;
}
export interface StayCell {
  destination: string;
  requirement: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed";
  days?: number | null;
}
export interface StayChangeRow {
  passport: string;
  destination: string;
  before: StayOneWay;
  after: StayOneWay;
}
export interface StayChangesAnswer {
  from: string;
  to: string;
  lighter: number;
  heavier: number;
  days_only: number;
  other: number;
  rows: StayChangeRow[];
}
export interface StayChangesQuery {
  passport?: string | null;
  destination?: string | null;
  from: string;
  to: string;
  basis?: "table" | "rules" | null;
}
export interface StayCircumstances {
  purpose?: string | null;
  group?: number | null;
  entry_port?: string | null;
  coming_from?: string | null;
  onward_to?: string | null;
  days?: number | null;
  met?: ("group_of" | "purpose" | "not_for" | "entry_port" | "onward_third" | "within_hours" | "ordinary_passport" | "area" | "ticket" | "visa_onward" | "endorsement" | "other")[];
}
export interface StayCondition {
  kind: "group_of" | "purpose" | "not_for" | "entry_port" | "onward_third" | "within_hours" | "ordinary_passport" | "area" | "ticket" | "visa_onward" | "endorsement" | "other";
  number?: number | null;
  words?: string[];
  ports?: StayDatedPort[];
  ports_complete?: boolean;
  text?: string | null;
}
export interface StayConditionShown {
  condition: StayCondition;
  met: "no" | "yes" | "unknown";
}
export interface StayContradiction {
  rule: string;
  rule_says: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed";
  rule_days: number | null;
  snapshot: string;
  table_says: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed";
  table_days: number | null;
}
export interface StayCorrectRule {
  rule: StayRule;
  reason: string;
}
export interface StayCorrectionShown {
  was: StayRule;
  reason: string;
  entry: string;
}
export interface StayCountVerdict {
  place: string | null;
  zone: string | null;
  rule: string | null;
  snapshot: string | null;
  longest_entry: number;
  windows: StayWindowVerdict[];
}
export interface StayDateZoneMember {
  zone: string;
  member: string;
  validity: Validity;
  seen?: string | null;
  source: Source;
}
export interface StayDatedPort {
  port: string;
  validity: Validity;
}
export interface StayDefineZone {
  zone: string;
  names: Names;
  common?: StayWindow[];
  source: Source;
}
export interface StayDocument {
  kind: "passport" | "permanent_resident_id" | "resident_id" | "home_return_permit" | "exit_entry_permit" | "visit_permit" | "other";
  of: string;
}
export interface StayEnactRule {
  rule: StayRule;
}
export interface StayEndRule {
  rule: string;
  last: string;
  source: Source;
}
export interface StayEndedRule {
  rule: string;
  rule_said: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed";
  rule_days: number | null;
  last: string | null;
  validity: Validity;
  source: Source;
  entry: string;
  snapshot: string;
  table_says: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed";
  table_days: number | null;
  before: string | null;
  before_said: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed" | null;
  before_days: number | null;
}
export interface StayFiguresAnswer {
  on: string;
  jurisdiction: string;
  snapshot: string | null;
  mobility: number;
  rank: number;
  of: number;
  mobility_with_rules: number;
  mutual: number;
  mutual_with_rules: number;
  sets: StaySetFigure[];
  entries: string[];
}
export interface StayFiguresQuery {
  jurisdiction: string;
  on?: string | null;
  sets?: string[];
}
export interface StayItineraryAnswer {
  refused: StayStayRefused[];
  lawful: "no" | "yes" | "unknown";
  first_bad: string | null;
  heaviest: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed" | null;
  stays: StayStayVerdict[];
  counts: StayCountVerdict[];
}
export interface StayItineraryQuery {
  documents?: StayDocument[];
  stays?: StayStay[];
  on?: string | null;
}
export interface StayMemberRow {
  member: string;
  belongs: "no" | "yes" | "unknown";
  validity: Validity;
  seen: string | null;
  source: Source;
}
export interface StayMobilityAnswer {
  on: string;
  snapshot: string | null;
  basis: "table" | "rules";
  rows: StayMobilityRow[];
}
export interface StayMobilityQuery {
  on?: string | null;
  basis?: "table" | "rules" | null;
  passport?: string | null;
}
export interface StayMobilityRow {
  passport: string;
  visa_free: number;
  on_arrival: number;
  authorisation: number;
  e_visa: number;
  visa_required: number;
  no_admission: number;
  permit_needed: number;
  unknown: number;
  ended: number;
  mobility: number;
  rank: number;
}
export interface StayOneWay {
  requirement: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed" | null;
  days: number | null;
  no_limit: boolean;
  rule: string | null;
  snapshot: string | null;
  ended: string | null;
}
export interface StayOpenSnapshot {
  snapshot: string;
  from: string;
  licence: string;
  source: Source;
}
export interface StayRecordBase {
  snapshot: string;
  lines?: StayBaseLine[];
}
export interface StayRequirementAnswer {
  on: string;
  destination: string;
  without_visa: "no" | "yes" | "unknown";
  chosen: StayWayShown | null;
  others: StayWayShown[];
  contradictions: StayContradiction[];
  ended: StayEndedRule[];
}
export interface StayRequirementQuery {
  documents?: StayDocument[];
  destination: string;
  on?: string | null;
  told?: StayCircumstances | null;
}
export interface StayRule {
  rule: string;
  document: StayDocument;
  place?: string | null;
  zone?: string | null;
  track: "ordinary" | "transit" | "group";
  requirement: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed";
  no_limit?: boolean;
  windows?: StayWindow[];
  conditions?: StayCondition[];
  validity: Validity;
  seen?: string | null;
  instrument?: string | null;
  basis?: string | null;
  source: Source;
}
export interface StayRuleRow {
  rule: StayRule;
  holds: "no" | "yes" | "unknown";
  ended: Source | null;
  corrections: StayCorrectionShown[];
  entry: string;
}
export interface StayRulesAnswer {
  on: string;
  rules: StayRuleRow[];
}
export interface StayRulesQuery {
  on?: string | null;
  rule?: string | null;
  of?: string | null;
  document?: "passport" | "permanent_resident_id" | "resident_id" | "home_return_permit" | "exit_entry_permit" | "visit_permit" | "other" | null;
  destination?: string | null;
  track?: "ordinary" | "transit" | "group" | null;
  holds?: "no" | "yes" | "unknown" | null;
  instrument?: string | null;
}
export interface StayScorePart {
  weighed: "exempts_us" | "we_exempt" | "lighter_rule" | "mobility" | "in_set";
  set: string | null;
  weight: number;
  points: string;
  value: string;
}
export interface StaySetFigure {
  set: string;
  members: number;
  mutual: number;
  outbound_only: number;
  inbound_only: number;
  unknown: number;
}
export interface StaySetWeights {
  weights?: StayWeight[];
  reason: string;
}
export interface StaySnapshotRow {
  snapshot: string;
  from: string;
  to: string | null;
  licence: string;
  source: Source;
  passports: number;
  cells: number;
  entry: string;
}
export interface StaySnapshotsAnswer {
  snapshots: StaySnapshotRow[];
}
export interface StaySnapshotsQuery {
}
export interface StayStay {
  place: string;
  from: string;
  to: string;
  purpose?: string | null;
  group?: number | null;
  entry_port?: string | null;
  left_through?: string | null;
  visa_held?: boolean;
  met?: ("group_of" | "purpose" | "not_for" | "entry_port" | "onward_third" | "within_hours" | "ordinary_passport" | "area" | "ticket" | "visa_onward" | "endorsement" | "other")[];
}
export interface StayStayRefused {
  code: string;
  subject: string;
  place: string;
}
export interface StayStayVerdict {
  stay: number;
  place: string;
  from: string;
  to: string;
  days: number;
  lawful: "no" | "yes" | "unknown";
  obstacle: "none" | "no_way_known" | "needs_visa" | "needs_permit" | "no_admission" | "days_unknown" | "entry_too_long" | "window_full" | "entry_too_soon" | "rule_uncertain" | "rule_ended";
  first_bad: string | null;
  latest_exit: string | null;
  without_limit: boolean;
  may_enter_from: string | null;
  requirement: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed" | null;
  document: StayDocument | null;
  rule: string | null;
  zone: string | null;
  snapshot: string | null;
  assumed: ("group_of" | "purpose" | "not_for" | "entry_port" | "onward_third" | "within_hours" | "ordinary_passport" | "area" | "ticket" | "visa_onward" | "endorsement" | "other")[];
}
export interface StayTableAnswer {
  snapshot: string;
  lines: StayTableLine[];
}
export interface StayTableLine {
  passport: string;
  cells: StayCell[];
}
export interface StayTableQuery {
  snapshot: string;
  passport?: string | null;
}
export interface StayTripAnswer {
  refused: StayStayRefused[];
  may: number;
  may_not: number;
  unknown: number;
  rows: StayTripRow[];
}
export interface StayTripQuery {
  stays?: StayStay[];
  on?: string | null;
  set?: string | null;
  lawful?: "no" | "yes" | "unknown" | null;
}
export interface StayTripRow {
  passport: string;
  lawful: "no" | "yes" | "unknown";
  first_bad: string | null;
  where: string | null;
  obstacle: "none" | "no_way_known" | "needs_visa" | "needs_permit" | "no_admission" | "days_unknown" | "entry_too_long" | "window_full" | "entry_too_soon" | "rule_uncertain" | "rule_ended" | null;
  heaviest: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed" | null;
}
export interface StayWaiverRow {
  partner: string;
  direction: "mutual" | "outbound_only" | "inbound_only" | "neither" | "unknown";
  same_days: boolean;
  outbound: StayOneWay;
  inbound: StayOneWay;
}
export interface StayWaiversAnswer {
  on: string;
  jurisdiction: string;
  basis: "table" | "rules";
  mutual: number;
  outbound_only: number;
  inbound_only: number;
  neither: number;
  unknown: number;
  rows: StayWaiverRow[];
}
export interface StayWaiversQuery {
  jurisdiction: string;
  on?: string | null;
  basis?: "table" | "rules" | null;
  set?: string | null;
  direction?: "mutual" | "outbound_only" | "inbound_only" | "neither" | "unknown" | null;
}
export interface StayWayShown {
  document: StayDocument;
  requirement: "visa_free" | "on_arrival" | "authorisation" | "e_visa" | "visa_required" | "no_admission" | "permit" | "permit_needed";
  days: number | null;
  no_limit: boolean;
  track: "ordinary" | "transit" | "group";
  windows: StayWindow[];
  conditions: StayConditionShown[];
  holds: "no" | "yes" | "unknown";
  met: "no" | "yes" | "unknown";
  own: boolean;
  overridden: boolean;
  rule: string | null;
  zone: string | null;
  snapshot: string | null;
  instrument: string | null;
  basis: string | null;
  validity: Validity | null;
  source: Source | null;
  entry: string;
}
export interface StayWeight {
  weighed: "exempts_us" | "we_exempt" | "lighter_rule" | "mobility" | "in_set";
  set?: string | null;
  points: number;
}
export interface StayWindow {
  kind: "per_entry" | "rolling" | "calendar_year" | "year" | "since_last_exit";
  limit?: number | null;
  span?: number | null;
  steps?: number[];
  reset_by?: string | null;
}
export interface StayWindowVerdict {
  window: StayWindow;
  days_max: number;
  worst_day: string | null;
  first_bad: string | null;
  held: "no" | "yes" | "unknown";
}
export interface StayZoneRow {
  zone: string;
  names: Names;
  common: StayWindow[];
  source: Source;
  members: StayMemberRow[];
  entry: string;
}
export interface StayZonesAnswer {
  on: string;
  zones: StayZoneRow[];
}
export interface StayZonesQuery {
  on?: string | null;
  zone?: string | null;
}
export interface TrainingByJurisdiction {
  jurisdiction: string;
  reserved: number;
  most: number | null;
  events: number;
  numbers: TrainingNumbers;
}
export interface TrainingCancelEvent {
  event: string;
  reason: string;
}
export interface TrainingCertificateAnswer {
  certificate: string;
  state: "valid" | "withdrawn" | "unknown";
  event: string | null;
  titles: Names;
  issued_on: string | null;
  withdrawn_on: string | null;
  days: number;
}
export interface TrainingCertificateQuery {
  certificate: string;
}
export interface TrainingChangeSeats {
  event: string;
  seats: number;
  quotas?: TrainingSeatQuota[];
  reason: string;
}
export interface TrainingConfirmNomination {
  event: string;
  number: number;
}
export interface TrainingEventAnswer {
  event: TrainingEventRow | null;
  jurisdictions: TrainingByJurisdiction[];
  participants: TrainingParticipantRow[];
}
export interface TrainingEventQuery {
  event: string;
}
export interface TrainingEventRow {
  event: string;
  kind: "meeting" | "course" | "seminar" | "theme_day" | "study_visit";
  state: "planned" | "nominating" | "closed" | "held" | "cancelled";
  titles: Names;
  place: string;
  venue: string;
  from: string;
  to: string;
  nominations_from: string;
  nominations_to: string;
  seats: number;
  seats_free: number;
  days_needed: number;
  organiser: string;
  numbers: TrainingNumbers;
  sequence: string;
}
export interface TrainingEventsAnswer {
  events: TrainingEventRow[];
}
export interface TrainingEventsQuery {
  from?: string | null;
  to?: string | null;
  state?: "planned" | "nominating" | "closed" | "held" | "cancelled" | null;
  jurisdiction?: string | null;
}
export interface TrainingHoldEvent {
  event: string;
  from?: string | null;
  to?: string | null;
}
export interface TrainingIssueCertificate {
  event: string;
  number: number;
  certificate: string;
}
export interface TrainingNominateParticipant {
  event: string;
  jurisdiction: string;
  person: string;
  display: string;
  office: string;
}
export interface TrainingNumbers {
  nominated: number;
  withdrawn: number;
  seated: number;
  waiting: number;
  confirmed: number;
  attended: number;
  certified: number;
}
export interface TrainingParticipantRow {
  number: number;
  jurisdiction: string;
  person: string | null;
  display: string | null;
  office: string;
  seating: "reserved" | "open" | "waits" | "withdrawn";
  why: "none" | "full" | "kept_for_others" | "group_at_most";
  place_in_line: number;
  confirmed: boolean;
  days: string[];
  certificate: string | null;
}
export interface TrainingPlanEvent {
  event: string;
  kind: "meeting" | "course" | "seminar" | "theme_day" | "study_visit";
  titles: Names;
  place: string;
  venue: string;
  from: string;
  to: string;
  nominations_from: string;
  nominations_to: string;
  seats: number;
  quotas?: TrainingSeatQuota[];
  days_needed: number;
}
export interface TrainingRecordAttendance {
  event: string;
  number: number;
  day: string;
  present?: boolean;
}
export interface TrainingReportAnswer {
  from: string | null;
  to: string | null;
  events_held: number;
  meetings_held: number;
  numbers: TrainingNumbers;
  jurisdictions: TrainingByJurisdiction[];
  entries: string[];
}
export interface TrainingReportQuery {
  from?: string | null;
  to?: string | null;
  kinds?: ("meeting" | "course" | "seminar" | "theme_day" | "study_visit")[];
}
export interface TrainingSeatQuota {
  jurisdiction: string;
  reserved: number;
  most?: number | null;
}
export interface TrainingWithdrawCertificate {
  certificate: string;
  reason: string;
}
export interface TrainingWithdrawNomination {
  event: string;
  number: number;
  reason: string;
}
export interface TranslationAgreeTerm {
  term: string;
  version: number;
}
export interface TranslationApprovalShown {
  side: "macao" | "mainland" | "other";
  by: string;
  on: string;
  languages: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  entry: string;
  stale: boolean;
}
export interface TranslationApproveTexts {
  scope: string;
}
export interface TranslationAssign {
  text: string;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  assignee: string;
  due: string;
  note: string;
}
export interface TranslationDeclineTerm {
  term: string;
  version: number;
  reason: string;
}
export interface TranslationDefineTerm {
  term: string;
  kind: "body" | "measure_term" | "place" | "legal_term" | "forbidden_form";
  forms?: TranslationTermForm[];
  note: string;
  source: string;
  reason: string;
}
export interface TranslationImportTerms {
  file: string;
  terms?: TranslationDefineTerm[];
}
export interface TranslationLanguageCount {
  language: string;
  current: number;
  stale: number;
  missing: number;
  machine_converted: number;
  overdue: number;
}
export interface TranslationNotReady {
  text: string;
  language: string;
  state: string;
}
export interface TranslationQueueAnswer {
  counts: TranslationLanguageCount[];
  rows: TranslationQueueRow[];
}
export interface TranslationQueueQuery {
  scope?: string | null;
  language?: "zh_hant" | "zh_hans" | "pt" | "en" | null;
  assignee?: string | null;
}
export interface TranslationQueueRow {
  text: string;
  scope: string;
  language: string;
  state: string;
  required: boolean;
  original: string;
  says: string;
  assignee: string | null;
  due: string | null;
  overdue: boolean;
  note: string;
}
export interface TranslationReadyAnswer {
  scope: string;
  texts: number;
  required: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  ready: boolean;
  not_ready: TranslationNotReady[];
  approvals: TranslationApprovalShown[];
}
export interface TranslationReadyQuery {
  scope: string;
}
export interface TranslationRequire {
  scope: string;
  languages?: ("zh_hant" | "zh_hans" | "pt" | "en")[];
}
export interface TranslationRetireTerm {
  term: string;
  reason: string;
}
export interface TranslationScopeRow {
  scope: string;
  texts: number;
  required: ("zh_hant" | "zh_hans" | "pt" | "en")[];
  ready: boolean;
  counts: TranslationLanguageCount[];
}
export interface TranslationScopesAnswer {
  scopes: TranslationScopeRow[];
}
export interface TranslationScopesQuery {
}
export interface TranslationTermAnswer {
  versions: TranslationTermRow[];
}
export interface TranslationTermForm {
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  text: string;
}
export interface TranslationTermQuery {
  term: string;
}
export interface TranslationTermRow {
  term: string;
  kind: "body" | "measure_term" | "place" | "legal_term" | "forbidden_form";
  state: string;
  version: number;
  forms: TranslationTermForm[];
  note: string;
  source: string;
  reason: string;
  proposed_by: "macao" | "mainland" | "other";
  agreed_by: "macao" | "mainland" | "other" | null;
  end_proposed: boolean;
  entry: string;
}
export interface TranslationTermsAnswer {
  terms: TranslationTermRow[];
  proposed: TranslationTermRow[];
}
export interface TranslationTermsQuery {
  text?: string | null;
  kind?: "body" | "measure_term" | "place" | "legal_term" | "forbidden_form" | null;
}
export interface TranslationTextRow {
  text: string;
  scope: string;
  original: string;
  digest: string;
  languages: TranslationTextShown[];
  waiting: TranslationQueueRow[];
}
export interface TranslationTextShown {
  language: string;
  state: string;
  status: "official" | "reference" | "machine_converted" | null;
  text: string;
  parts: string[];
  entry: string;
}
export interface TranslationTextsAnswer {
  texts: TranslationTextRow[];
}
export interface TranslationTextsQuery {
  scope: string;
}
export interface TranslationUnassign {
  text: string;
  language: "zh_hant" | "zh_hans" | "pt" | "en";
  reason: string;
}
export interface Validity {
  from?: string | null;
  to?: string | null;
  from_unknown?: boolean;
  to_unknown?: boolean;
}
export interface WithholdingAntiAbuse {
  principal_purpose_test: "no" | "yes" | "unknown" | "not_applicable";
  limitation_on_benefits: "no" | "yes" | "unknown" | "not_applicable";
  minimum_standard: "no" | "yes" | "unknown" | "not_applicable";
  beneficial_ownership: "no" | "yes" | "unknown" | "not_applicable";
  mli: "no" | "yes" | "unknown" | "not_applicable";
  substance: string;
}
export interface WithholdingConditionTried {
  condition: "holding" | "days_held" | "beneficial_owner" | "owner_class" | "payment_kind" | "payee_listed" | "associated" | "elected" | "amount" | "other";
  needs: string;
  met: "no" | "yes" | "unknown";
}
export interface WithholdingConditions {
  holding_min?: string | null;
  holding_above?: boolean;
  days_min?: number | null;
  beneficial_owner?: boolean;
  owners?: ("company" | "partnership" | "individual" | "government" | "central_bank" | "bank" | "state_owned" | "public_body" | "pension_fund")[];
  kinds?: ("industrial" | "aircraft_ship_leasing" | "trademark" | "copyright" | "equipment_loan" | "guaranteed_loan" | "bond" | "listed_security" | "shareholder_loan" | "transport_telecom")[];
  payee_listed?: boolean;
  associated?: boolean;
  elected?: boolean;
  amount_max?: string | null;
  other: string;
}
export interface WithholdingCorporateRate {
  rate?: string | null;
  validity: Validity;
  clause: string;
  source: Source;
}
export interface WithholdingCost {
  jurisdiction: string;
  before: string;
  after: string;
  loss: string;
}
export interface WithholdingDatedAntiAbuse {
  state: WithholdingAntiAbuse;
  validity: Validity;
  clause: string;
  source: Source;
}
export interface WithholdingDomesticRate {
  income: "dividends" | "interest" | "royalties" | "technical_services";
  rate?: string | null;
  conditions: WithholdingConditions;
  validity: Validity;
  clause: string;
  source: Source;
}
export interface WithholdingFlow {
  from: string;
  to: string;
  income: "dividends" | "interest" | "royalties" | "technical_services";
  amount: string;
}
export interface WithholdingGuarded {
  state: WithholdingAntiAbuse;
  instrument: string | null;
  clause: string;
  source: Source | null;
}
export interface WithholdingIfMet {
  ref: string;
  missing: ("holding" | "days_held" | "beneficial_owner" | "owner_class" | "payment_kind" | "payee_listed" | "associated" | "elected" | "amount" | "other")[];
  rate: string | null;
  at_least: string;
  at_most: string;
}
export interface WithholdingIncomeNetwork {
  income: "dividends" | "interest" | "royalties" | "technical_services";
  pairs: number;
  pairs_known: number;
  average_direct: string | null;
  average_best: string | null;
  pairs_improved: number;
  improved_untested: number;
  improved_unknown: number;
  shown: WithholdingPairShown[];
}
export interface WithholdingIncomeOpened {
  income: "dividends" | "interest" | "royalties" | "technical_services";
  average_before: string | null;
  average_after: string | null;
  pairs_improved: number;
  of_others: number;
  own: WithholdingOwnWay[];
}
export interface WithholdingLeg {
  from: string;
  to: string;
  rate: string | null;
  at_least: string;
  at_most: string;
  basis: "domestic" | "treaty" | "unknown";
  domestic: string | null;
  cap: string | null;
  instrument: string | null;
  ref: string;
  clause: string;
  company_tax: string | null;
  source: Source | null;
  guards: WithholdingGuarded;
}
export interface WithholdingNetworkAnswer {
  refused: WithholdingRefused | null;
  on: string;
  participation: boolean;
  conduit_tax: boolean;
  legs_max: number;
  jurisdictions: string[];
  left_out: string[];
  incomes: WithholdingIncomeNetwork[];
  treaties: WithholdingTreatyEffect[];
}
export interface WithholdingNetworkQuery {
  on?: string | null;
  incomes?: ("dividends" | "interest" | "royalties" | "technical_services")[];
  participation?: boolean;
  conduit_tax?: boolean;
  legs_max?: number | null;
  worst?: "high" | "medium" | "low" | "unverified" | null;
  jurisdictions?: string[];
  without?: string[];
  pairs?: "none" | "improved" | "all" | null;
  treaties?: boolean;
}
export interface WithholdingOwnRatesAnswer {
  jurisdictions: WithholdingOwnRatesShown[];
}
export interface WithholdingOwnRatesQuery {
  jurisdiction?: string | null;
}
export interface WithholdingOwnRatesShown {
  jurisdiction: string;
  domestic: WithholdingDomesticRate[];
  corporate: WithholdingCorporateRate[];
  sequence: string;
  corporate_sequence: string;
}
export interface WithholdingOwnWay {
  from: string;
  to: string;
  direct: string | null;
  direct_without: string | null;
  best: string | null;
  best_without: string | null;
  against: "lower" | "equal" | "higher" | "unknown";
}
export interface WithholdingPairOpened {
  from: string;
  to: string;
  income: "dividends" | "interest" | "royalties" | "technical_services";
  of_the_parties: boolean;
  before: string | null;
  after: string | null;
  saving: string | null;
  way: WithholdingRoute;
}
export interface WithholdingPairShown {
  from: string;
  to: string;
  direct: string | null;
  best: WithholdingRoute | null;
  saving: string | null;
}
export interface WithholdingProposedRate {
  income: "dividends" | "interest" | "royalties" | "technical_services";
  rate: string;
  payer?: string | null;
  holding_min?: string | null;
  days_min?: number | null;
  owners?: ("company" | "partnership" | "individual" | "government" | "central_bank" | "bank" | "state_owned" | "public_body" | "pension_fund")[];
  kinds?: ("industrial" | "aircraft_ship_leasing" | "trademark" | "copyright" | "equipment_loan" | "guaranteed_loan" | "bond" | "listed_security" | "shareholder_loan" | "transport_telecom")[];
}
export interface WithholdingProvision {
  income: "dividends" | "interest" | "royalties" | "technical_services";
  payer?: string | null;
  rate?: string | null;
  conditions: WithholdingConditions;
  most_favoured?: string[];
  validity: Validity;
  clause: string;
  set_by?: string | null;
  source: Source;
}
export interface WithholdingRateAnswer {
  refused: WithholdingRefused | null;
  from: string;
  to: string;
  income: "dividends" | "interest" | "royalties" | "technical_services";
  on: string;
  rate: string | null;
  at_least: string;
  at_most: string;
  tax: string | null;
  basis: "domestic" | "treaty" | "unknown";
  domestic: string | null;
  cap: string | null;
  instrument: string | null;
  ref: string;
  clause: string;
  why_unknown: ("own_rate_unknown" | "own_sources_disagree" | "treaty_day_unknown" | "treaty_rate_unknown" | "treaty_disputed")[];
  rows: WithholdingRowTried[];
  less: WithholdingIfMet[];
  more: WithholdingIfMet[];
  pending: string[];
  guards: WithholdingGuarded;
}
export interface WithholdingRateQuery {
  from: string;
  to: string;
  income: "dividends" | "interest" | "royalties" | "technical_services";
  on?: string | null;
  amount?: string | null;
  holding?: string | null;
  days_held?: number | null;
  owner?: "company" | "partnership" | "individual" | "government" | "central_bank" | "bank" | "state_owned" | "public_body" | "pension_fund" | null;
  beneficial_owner?: boolean | null;
  kind?: "industrial" | "aircraft_ship_leasing" | "trademark" | "copyright" | "equipment_loan" | "guaranteed_loan" | "bond" | "listed_security" | "shareholder_loan" | "transport_telecom" | null;
  payee_listed?: boolean | null;
  associated?: boolean | null;
  elected?: boolean | null;
  met?: string[];
}
export interface WithholdingRefused {
  code: string;
  subject: string;
  place: string;
}
export interface WithholdingRoute {
  path: string[];
  tax: string | null;
  legs: WithholdingLeg[];
  guard: "direct" | "tested" | "untested" | "unknown" | "no_instrument";
}
export interface WithholdingRouteAnswer {
  refused: WithholdingRefused | null;
  from: string;
  to: string;
  income: "dividends" | "interest" | "royalties" | "technical_services";
  on: string;
  participation: boolean;
  conduit_tax: boolean;
  legs_max: number;
  direct: WithholdingRoute;
  best: WithholdingRoute | null;
  saving: string | null;
  others: WithholdingRoute[];
  asked: WithholdingRoute | null;
  between: string[];
  left_out: string[];
}
export interface WithholdingRouteQuery {
  from: string;
  to: string;
  income: "dividends" | "interest" | "royalties" | "technical_services";
  on?: string | null;
  participation?: boolean;
  conduit_tax?: boolean;
  legs_max?: number | null;
  worst?: "high" | "medium" | "low" | "unverified" | null;
  between?: string[];
  without?: string[];
  path?: string[];
}
export interface WithholdingRowTried {
  ref: string;
  instrument: string | null;
  set_by: string | null;
  rate: string | null;
  holds: "no" | "yes" | "unknown";
  met: "no" | "yes" | "unknown";
  conditions: WithholdingConditionTried[];
  clause: string;
  validity: Validity;
  source: Source;
  sequence: string;
}
export interface WithholdingSigningAnswer {
  refused: WithholdingRefused | null;
  instrument: string;
  a: string;
  b: string;
  on: string;
  incomes: WithholdingIncomeOpened[];
  opened: WithholdingPairOpened[];
  opened_in_all: number;
  cost_direct: WithholdingCost[];
  cost_best: WithholdingCost[];
  flows_unknown: WithholdingFlow[];
  jurisdictions: string[];
  left_out: string[];
  guards: WithholdingGuarded;
}
export interface WithholdingSigningQuery {
  a: string;
  b: string;
  rates?: WithholdingProposedRate[];
  guards?: WithholdingAntiAbuse | null;
  replaces?: string[];
  on?: string | null;
  incomes?: ("dividends" | "interest" | "royalties" | "technical_services")[];
  participation?: boolean;
  conduit_tax?: boolean;
  legs_max?: number | null;
  worst?: "high" | "medium" | "low" | "unverified" | null;
  jurisdictions?: string[];
  flows?: WithholdingFlow[];
}
export interface WithholdingStateAntiAbuse {
  instrument: string;
  states?: WithholdingDatedAntiAbuse[];
}
export interface WithholdingStateCorporateRates {
  jurisdiction: string;
  rates?: WithholdingCorporateRate[];
}
export interface WithholdingStateDomesticRates {
  jurisdiction: string;
  rates?: WithholdingDomesticRate[];
}
export interface WithholdingStateTerms {
  instrument: string;
  a: string;
  b: string;
  standing: "in_effect" | "pending" | "disputed";
  provisions?: WithholdingProvision[];
}
export interface WithholdingTermsAnswer {
  instruments: WithholdingTermsShown[];
}
export interface WithholdingTermsQuery {
  instrument?: string | null;
  party?: string | null;
  other?: string | null;
}
export interface WithholdingTermsShown {
  instrument: string;
  a: string;
  b: string;
  standing: "in_effect" | "pending" | "disputed";
  provisions: WithholdingProvision[];
  guards: WithholdingDatedAntiAbuse[];
  sequence: string;
}
export interface WithholdingTreatyEffect {
  instrument: string;
  a: string;
  b: string;
  income: "dividends" | "interest" | "royalties" | "technical_services";
  effect: "relevant" | "neutral" | "harmful";
  best_raised: number;
  best_lowered: number;
  routes_changed: number;
  direct_raised: number;
  direct_lowered: number;
  carried: number;
  of_others: number;
  own: WithholdingOwnWay[];
  guards: WithholdingGuarded;
}
export interface WithholdingWithdrawTerms {
  instrument: string;
  reason: string;
}

export interface Commands {
  "directory.name_jurisdiction": DirectoryNameJurisdiction;
  "directory.define_jurisdiction_set": DirectoryDefineJurisdictionSet;
  "directory.add_to_jurisdiction_set": DirectoryAddToJurisdictionSet;
  "directory.name_body": DirectoryNameBody;
  "directory.review_display_name": DirectoryReviewDisplayName;
  "access.register_person": AccessRegisterPerson;
  "access.grant_role": AccessGrantRole;
  "access.confirm_role": AccessConfirmRole;
  "access.withdraw_role": AccessWithdrawRole;
  "access.name_deputy": AccessNameDeputy;
  "access.set_password": AccessSetPassword;
  "access.record_leaver": AccessRecordLeaver;
  "access.note_failed_sign_ins": AccessNoteFailedSignIns;
  "access.set_address": AccessSetAddress;
  "access.issue_reset": AccessIssueReset;
  "access.use_reset": AccessUseReset;
  "access.note_session": AccessNoteSession;
  "calendar.load_year": CalendarLoadYear;
  "conference.import_plan": ConferenceImportPlan;
  "conference.correct_plan": ConferenceCorrectPlan;
  "conference.state_text": ConferenceStateText;
  "conference.appoint_body": ConferenceAppointBody;
  "conference.define_indicator": ConferenceDefineIndicator;
  "conference.set_milestone": ConferenceSetMilestone;
  "conference.reach_milestone": ConferenceReachMilestone;
  "conference.record_observation": ConferenceRecordObservation;
  "conference.import_observations": ConferenceImportObservations;
  "conference.record_action": ConferenceRecordAction;
  "conference.sign_off_item": ConferenceSignOffItem;
  "conference.move_item": ConferenceMoveItem;
  "conference.verify_item": ConferenceVerifyItem;
  "conference.withdraw_item": ConferenceWithdrawItem;
  "conference.override_status": ConferenceOverrideStatus;
  "conference.state_forecast": ConferenceStateForecast;
  "conference.state_judgement": ConferenceStateJudgement;
  "conference.record_session": ConferenceRecordSession;
  "conference.record_year_without_session": ConferenceRecordYearWithoutSession;
  "conference.freeze_dossier": ConferenceFreezeDossier;
  "conference.end_appointment": ConferenceEndAppointment;
  "ledger.open_account": LedgerOpenAccount;
  "ledger.post_transfer": LedgerPostTransfer;
  "ledger.post_transfers": LedgerPostTransfers;
  "reporting.open_round": ReportingOpenRound;
  "reporting.ask_body": ReportingAskBody;
  "reporting.change_lines": ReportingChangeLines;
  "reporting.amend_request": ReportingAmendRequest;
  "reporting.record_return": ReportingRecordReturn;
  "reporting.sign_off_return": ReportingSignOffReturn;
  "reporting.release_return": ReportingReleaseReturn;
  "reporting.verify_return": ReportingVerifyReturn;
  "reporting.answer_question": ReportingAnswerQuestion;
  "reporting.ask_extension": ReportingAskExtension;
  "reporting.grant_extension": ReportingGrantExtension;
  "reporting.refuse_extension": ReportingRefuseExtension;
  "reporting.remind": ReportingRemind;
  "reporting.escalate": ReportingEscalate;
  "reporting.settle_escalation": ReportingSettleEscalation;
  "reporting.close_round": ReportingCloseRound;
  "reporting.reopen_request": ReportingReopenRequest;
  "meetings.raise_problem": MeetingsRaiseProblem;
  "meetings.sign_off_problem": MeetingsSignOffProblem;
  "meetings.move_problem": MeetingsMoveProblem;
  "meetings.assign_problem": MeetingsAssignProblem;
  "meetings.move_problem_due": MeetingsMoveProblemDue;
  "meetings.escalate_problem": MeetingsEscalateProblem;
  "meetings.settle_problem": MeetingsSettleProblem;
  "meetings.title_review_list": MeetingsTitleReviewList;
  "meetings.state_review_list_lines": MeetingsStateReviewListLines;
  "meetings.move_review_list": MeetingsMoveReviewList;
  "meetings.call_session": MeetingsCallSession;
  "meetings.move_session": MeetingsMoveSession;
  "meetings.cancel_session": MeetingsCancelSession;
  "meetings.invite_body": MeetingsInviteBody;
  "meetings.record_attendance": MeetingsRecordAttendance;
  "meetings.hold_session": MeetingsHoldSession;
  "meetings.fix_agenda": MeetingsFixAgenda;
  "meetings.add_agenda_item": MeetingsAddAgendaItem;
  "meetings.put_standing_paper": MeetingsPutStandingPaper;
  "meetings.move_standing_paper": MeetingsMoveStandingPaper;
  "meetings.draft_minutes": MeetingsDraftMinutes;
  "meetings.circulate_minutes": MeetingsCirculateMinutes;
  "meetings.comment_minutes": MeetingsCommentMinutes;
  "meetings.release_comment": MeetingsReleaseComment;
  "meetings.approve_minutes": MeetingsApproveMinutes;
  "meetings.seal_minutes": MeetingsSealMinutes;
  "meetings.publish_minutes": MeetingsPublishMinutes;
  "meetings.open_correction": MeetingsOpenCorrection;
  "meetings.carry_out_decision": MeetingsCarryOutDecision;
  "meetings.lapse_decision": MeetingsLapseDecision;
  "planning.open_list": PlanningOpenList;
  "planning.add_line": PlanningAddLine;
  "planning.move_line": PlanningMoveLine;
  "planning.draft_wording": PlanningDraftWording;
  "planning.propose_wording": PlanningProposeWording;
  "planning.agree_wording": PlanningAgreeWording;
  "planning.withdraw_line": PlanningWithdrawLine;
  "planning.keep_line": PlanningKeepLine;
  "planning.adopt_list": PlanningAdoptList;
  "planning.close_duty": PlanningCloseDuty;
  "planning.confirm_closing": PlanningConfirmClosing;
  "planning.question_closing": PlanningQuestionClosing;
  "planning.close_year": PlanningCloseYear;
  "planning.register_frame": PlanningRegisterFrame;
  "planning.add_frame_items": PlanningAddFrameItems;
  "planning.link": PlanningLink;
  "planning.unlink": PlanningUnlink;
  "planning.confirm_match": PlanningConfirmMatch;
  "planning.withdraw_match": PlanningWithdrawMatch;
  "translation.define_term": TranslationDefineTerm;
  "translation.import_terms": TranslationImportTerms;
  "translation.agree_term": TranslationAgreeTerm;
  "translation.decline_term": TranslationDeclineTerm;
  "translation.retire_term": TranslationRetireTerm;
  "translation.assign": TranslationAssign;
  "translation.unassign": TranslationUnassign;
  "translation.require": TranslationRequire;
  "translation.approve_texts": TranslationApproveTexts;
  "publication.trust_publisher": PublicationTrustPublisher;
  "publication.publish_figure": PublicationPublishFigure;
  "publication.adopt_figure": PublicationAdoptFigure;
  "publication.keep_receipt": PublicationKeepReceipt;
  "publication.resolve_fork": PublicationResolveFork;
  "accords.register_instrument": AccordsRegisterInstrument;
  "accords.amend_record": AccordsAmendRecord;
  "accords.move_instrument": AccordsMoveInstrument;
  "accords.name_bodies": AccordsNameBodies;
  "accords.take_step": AccordsTakeStep;
  "accords.correct_step": AccordsCorrectStep;
  "accords.contradict_step": AccordsContradictStep;
  "accords.move_step": AccordsMoveStep;
  "accords.state_threshold": AccordsStateThreshold;
  "accords.hold_round": AccordsHoldRound;
  "accords.draft_article": AccordsDraftArticle;
  "accords.state_position": AccordsStatePosition;
  "accords.mark_article": AccordsMarkArticle;
  "accords.pass_pen": AccordsPassPen;
  "accords.plan_activity": AccordsPlanActivity;
  "accords.hold_activity": AccordsHoldActivity;
  "accords.cancel_activity": AccordsCancelActivity;
  "accords.record_request": AccordsRecordRequest;
  "accords.acknowledge_request": AccordsAcknowledgeRequest;
  "accords.answer_request": AccordsAnswerRequest;
  "accords.move_request": AccordsMoveRequest;
  "accords.strike_request": AccordsStrikeRequest;
  "accords.state_route": AccordsStateRoute;
  "accords.state_clause": AccordsStateClause;
  "accords.record_listing": AccordsRecordListing;
  "accords.publish_list": AccordsPublishList;
  "accords.record_figure": AccordsRecordFigure;
  "accords.set_weights": AccordsSetWeights;
  "accords.record_count": AccordsRecordCount;
  "withholding.state_terms": WithholdingStateTerms;
  "withholding.withdraw_terms": WithholdingWithdrawTerms;
  "withholding.state_domestic_rates": WithholdingStateDomesticRates;
  "withholding.state_corporate_rates": WithholdingStateCorporateRates;
  "withholding.state_anti_abuse": WithholdingStateAntiAbuse;
  "training.plan_event": TrainingPlanEvent;
  "training.change_seats": TrainingChangeSeats;
  "training.cancel_event": TrainingCancelEvent;
  "training.hold_event": TrainingHoldEvent;
  "training.nominate_participant": TrainingNominateParticipant;
  "training.confirm_nomination": TrainingConfirmNomination;
  "training.withdraw_nomination": TrainingWithdrawNomination;
  "training.record_attendance": TrainingRecordAttendance;
  "training.issue_certificate": TrainingIssueCertificate;
  "training.withdraw_certificate": TrainingWithdrawCertificate;
  "stay.open_snapshot": StayOpenSnapshot;
  "stay.record_base": StayRecordBase;
  "stay.enact_rule": StayEnactRule;
  "stay.end_rule": StayEndRule;
  "stay.correct_rule": StayCorrectRule;
  "stay.define_zone": StayDefineZone;
  "stay.date_zone_member": StayDateZoneMember;
  "stay.set_weights": StaySetWeights;
  "origin.record_set": OriginRecordSet;
  "origin.load_rules": OriginLoadRules;
  "origin.load_terms": OriginLoadTerms;
  "origin.retire_rule": OriginRetireRule;
  "origin.complete_list": OriginCompleteList;
  "origin.reopen_list": OriginReopenList;
  "origin.load_correlations": OriginLoadCorrelations;
  "origin.define_processes": OriginDefineProcesses;
  "origin.load_tariff": OriginLoadTariff;
  "origin.note_products": OriginNoteProducts;
  "origin.register_exporter": OriginRegisterExporter;
  "origin.end_exporter": OriginEndExporter;
  "origin.register_product": OriginRegisterProduct;
  "origin.end_product": OriginEndProduct;
  "origin.apply_certificate": OriginApplyCertificate;
  "origin.check_certificate": OriginCheckCertificate;
  "origin.issue_certificate": OriginIssueCertificate;
  "origin.refuse_certificate": OriginRefuseCertificate;
  "origin.amend_certificate": OriginAmendCertificate;
  "origin.cancel_certificate": OriginCancelCertificate;
  "origin.use_certificate": OriginUseCertificate;
  "origin.request_rule_change": OriginRequestRuleChange;
  "origin.decide_rule_change": OriginDecideRuleChange;
  "origin.load_supplier_rules": OriginLoadSupplierRules;
  "origin.apply_supplier": OriginApplySupplier;
  "origin.check_supplier": OriginCheckSupplier;
  "origin.issue_supplier": OriginIssueSupplier;
  "origin.refuse_supplier": OriginRefuseSupplier;
  "origin.cancel_supplier": OriginCancelSupplier;
}

export interface Queries {
  "directory.bodies": { asks: DirectoryBodiesQuery; answers: DirectoryBodiesAnswer };
  "directory.jurisdiction_sets": { asks: DirectoryJurisdictionSetsQuery; answers: DirectoryJurisdictionSetsAnswer };
  "access.people": { asks: AccessPeopleQuery; answers: AccessPeopleAnswer };
  "calendar.business_day_after": { asks: CalendarBusinessDayQuery; answers: CalendarBusinessDayAnswer };
  "conference.dossier": { asks: ConferenceDossierQuery; answers: ConferenceDossierAnswer };
  "conference.measure": { asks: ConferenceMeasureQuery; answers: ConferenceMeasureAnswer };
  "conference.status": { asks: ConferenceStatusQuery; answers: ConferenceStatusAnswer };
  "conference.items": { asks: ConferenceItemsQuery; answers: ConferenceItemsAnswer };
  "conference.queue": { asks: ConferenceQueueQuery; answers: ConferenceQueueAnswer };
  "conference.years": { asks: ConferenceYearsQuery; answers: ConferenceYearsAnswer };
  "conference.plans": { asks: ConferencePlansQuery; answers: ConferencePlansAnswer };
  "conference.wordings": { asks: ConferenceWordingsQuery; answers: ConferenceWordingsAnswer };
  "conference.partners": { asks: ConferencePartnersQuery; answers: ConferencePartnersAnswer };
  "ledger.accounts": { asks: LedgerAccountsQuery; answers: LedgerAccountsAnswer };
  "ledger.transfer": { asks: LedgerTransferQuery; answers: LedgerTransferAnswer };
  "ledger.trial_balance": { asks: LedgerTrialBalanceQuery; answers: LedgerTrialBalanceAnswer };
  "reporting.rounds": { asks: ReportingRoundsQuery; answers: ReportingRoundsAnswer };
  "reporting.round": { asks: ReportingRoundQuery; answers: ReportingRoundAnswer };
  "reporting.request": { asks: ReportingRequestQuery; answers: ReportingRequestAnswer };
  "reporting.late": { asks: ReportingLateQuery; answers: ReportingLateAnswer };
  "reporting.owed": { asks: ReportingOwedQuery; answers: ReportingOwedAnswer };
  "reporting.dates": { asks: ReportingDatesQuery; answers: ReportingDatesAnswer };
  "meetings.problems": { asks: MeetingsProblemsQuery; answers: MeetingsProblemsAnswer };
  "meetings.problem": { asks: MeetingsProblemQuery; answers: MeetingsProblemsAnswer };
  "meetings.decisions": { asks: MeetingsDecisionsQuery; answers: MeetingsDecisionsAnswer };
  "meetings.matters_arising": { asks: MeetingsMattersArisingQuery; answers: MeetingsDecisionsAnswer };
  "meetings.lists": { asks: MeetingsReviewListsQuery; answers: MeetingsReviewListsAnswer };
  "meetings.agenda_proposal": { asks: MeetingsAgendaProposalQuery; answers: MeetingsAgendaProposalAnswer };
  "meetings.sessions": { asks: MeetingsSessionsQuery; answers: MeetingsSessionsAnswer };
  "meetings.session": { asks: MeetingsSessionQuery; answers: MeetingsSessionsAnswer };
  "meetings.agenda": { asks: MeetingsAgendaQuery; answers: MeetingsAgendaAnswer };
  "meetings.minutes": { asks: MeetingsMinutesQuery; answers: MeetingsMinutesAnswer };
  "meetings.dates": { asks: MeetingsDatesQuery; answers: MeetingsDatesAnswer };
  "planning.lists": { asks: PlanningListsQuery; answers: PlanningListsAnswer };
  "planning.list": { asks: PlanningListQuery; answers: PlanningListAnswer };
  "planning.comparison": { asks: PlanningComparisonQuery; answers: PlanningComparisonAnswer };
  "planning.closing": { asks: PlanningClosingQuery; answers: PlanningClosingAnswer };
  "planning.proposal": { asks: PlanningProposalQuery; answers: PlanningProposalAnswer };
  "planning.matches": { asks: PlanningMatchesQuery; answers: PlanningMatchesAnswer };
  "planning.lineage": { asks: PlanningLineageQuery; answers: PlanningLineageAnswer };
  "planning.frames": { asks: PlanningFramesQuery; answers: PlanningFramesAnswer };
  "translation.queue": { asks: TranslationQueueQuery; answers: TranslationQueueAnswer };
  "translation.texts": { asks: TranslationTextsQuery; answers: TranslationTextsAnswer };
  "translation.scopes": { asks: TranslationScopesQuery; answers: TranslationScopesAnswer };
  "translation.ready": { asks: TranslationReadyQuery; answers: TranslationReadyAnswer };
  "translation.terms": { asks: TranslationTermsQuery; answers: TranslationTermsAnswer };
  "translation.term": { asks: TranslationTermQuery; answers: TranslationTermAnswer };
  "publication.publishers": { asks: PublicationPublishersQuery; answers: PublicationPublishersAnswer };
  "publication.published": { asks: PublicationPublishedQuery; answers: PublicationPublishedAnswer };
  "publication.adopted": { asks: PublicationAdoptedQuery; answers: PublicationAdoptedAnswer };
  "publication.forks": { asks: PublicationForksQuery; answers: PublicationForksAnswer };
  "accords.instruments": { asks: AccordsInstrumentsQuery; answers: AccordsInstrumentsAnswer };
  "accords.instrument": { asks: AccordsInstrumentQuery; answers: AccordsInstrumentAnswer };
  "accords.rules": { asks: AccordsRulesQuery; answers: AccordsRulesAnswer };
  "accords.file": { asks: AccordsFileQuery; answers: AccordsFileAnswer };
  "accords.article_history": { asks: AccordsArticleHistoryQuery; answers: AccordsArticleHistoryAnswer };
  "accords.stalled": { asks: AccordsStalledQuery; answers: AccordsStalledAnswer };
  "accords.thresholds": { asks: AccordsThresholdsQuery; answers: AccordsThresholdsAnswer };
  "accords.due": { asks: AccordsDueQuery; answers: AccordsDueAnswer };
  "accords.figures": { asks: AccordsFiguresQuery; answers: AccordsFiguresAnswer };
  "accords.ties": { asks: AccordsTiesQuery; answers: AccordsTiesAnswer };
  "accords.tie": { asks: AccordsTieQuery; answers: AccordsTieAnswer };
  "accords.coverage": { asks: AccordsCoverageQuery; answers: AccordsCoverageAnswer };
  "accords.which_covers": { asks: AccordsWhichCoversQuery; answers: AccordsWhichCoversAnswer };
  "accords.may_exchange": { asks: AccordsMayExchangeQuery; answers: AccordsMayExchangeAnswer };
  "accords.counts": { asks: AccordsCountsQuery; answers: AccordsCountsAnswer };
  "accords.requests": { asks: AccordsRequestsQuery; answers: AccordsRequestsAnswer };
  "accords.request_statistics": { asks: AccordsRequestStatisticsQuery; answers: AccordsRequestStatisticsAnswer };
  "accords.listings": { asks: AccordsListingsQuery; answers: AccordsListingsAnswer };
  "accords.partner_records": { asks: AccordsPartnerRecordsQuery; answers: AccordsPartnerRecordsAnswer };
  "accords.next_partner": { asks: AccordsNextPartnerQuery; answers: AccordsNextPartnerAnswer };
  "accords.measure_figures": { asks: AccordsMeasureFiguresQuery; answers: AccordsMeasureFiguresAnswer };
  "withholding.terms": { asks: WithholdingTermsQuery; answers: WithholdingTermsAnswer };
  "withholding.own_rates": { asks: WithholdingOwnRatesQuery; answers: WithholdingOwnRatesAnswer };
  "withholding.rate": { asks: WithholdingRateQuery; answers: WithholdingRateAnswer };
  "withholding.route": { asks: WithholdingRouteQuery; answers: WithholdingRouteAnswer };
  "withholding.network": { asks: WithholdingNetworkQuery; answers: WithholdingNetworkAnswer };
  "withholding.signing": { asks: WithholdingSigningQuery; answers: WithholdingSigningAnswer };
  "training.events": { asks: TrainingEventsQuery; answers: TrainingEventsAnswer };
  "training.event": { asks: TrainingEventQuery; answers: TrainingEventAnswer };
  "training.report": { asks: TrainingReportQuery; answers: TrainingReportAnswer };
  "training.certificate": { asks: TrainingCertificateQuery; answers: TrainingCertificateAnswer };
  "stay.requirement": { asks: StayRequirementQuery; answers: StayRequirementAnswer };
  "stay.itinerary": { asks: StayItineraryQuery; answers: StayItineraryAnswer };
  "stay.trip": { asks: StayTripQuery; answers: StayTripAnswer };
  "stay.rules": { asks: StayRulesQuery; answers: StayRulesAnswer };
  "stay.snapshots": { asks: StaySnapshotsQuery; answers: StaySnapshotsAnswer };
  "stay.table": { asks: StayTableQuery; answers: StayTableAnswer };
  "stay.zones": { asks: StayZonesQuery; answers: StayZonesAnswer };
  "stay.mobility": { asks: StayMobilityQuery; answers: StayMobilityAnswer };
  "stay.waivers": { asks: StayWaiversQuery; answers: StayWaiversAnswer };
  "stay.candidates": { asks: StayCandidatesQuery; answers: StayCandidatesAnswer };
  "stay.changes": { asks: StayChangesQuery; answers: StayChangesAnswer };
  "stay.figures": { asks: StayFiguresQuery; answers: StayFiguresAnswer };
  "origin.sets": { asks: OriginSetsQuery; answers: OriginSetsAnswer };
  "origin.rules": { asks: OriginRulesQuery; answers: OriginRulesAnswer };
  "origin.terms": { asks: OriginTermsQuery; answers: OriginTermsAnswer };
  "origin.tables": { asks: OriginTablesQuery; answers: OriginTablesAnswer };
  "origin.determine": { asks: OriginDetermineQuery; answers: OriginDeterminationAnswer };
  "origin.catalogue": { asks: OriginCatalogueQuery; answers: OriginCatalogueAnswer };
  "origin.window": { asks: OriginWindowQuery; answers: OriginWindowAnswer };
  "origin.exporters": { asks: OriginExportersQuery; answers: OriginExportersAnswer };
  "origin.products": { asks: OriginProductsQuery; answers: OriginProductsAnswer };
  "origin.certificates": { asks: OriginCertificatesQuery; answers: OriginCertificatesAnswer };
  "origin.requests": { asks: OriginRequestsQuery; answers: OriginRequestsAnswer };
  "origin.suppliers": { asks: OriginSuppliersQuery; answers: OriginSuppliersAnswer };
  "origin.figures": { asks: OriginFiguresQuery; answers: OriginFiguresAnswer };
}
