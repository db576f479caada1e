#pragma once

#include "base/outcome.h"

// The origin desk's ways of saying no.
namespace ponte::origin::refusals {

inline constexpr RefusalKind not_allowed{"origin.not_allowed", Remedy::ask};
// Of words.
inline constexpr RefusalKind id_malformed{"origin.id_malformed", Remedy::correct};
inline constexpr RefusalKind nothing_given{"origin.nothing_given", Remedy::correct};
inline constexpr RefusalKind too_many{"origin.too_many", Remedy::correct};
inline constexpr RefusalKind text_too_long{"origin.text_too_long", Remedy::correct};
inline constexpr RefusalKind name_missing{"origin.name_missing", Remedy::correct};
inline constexpr RefusalKind source_missing{"origin.source_missing", Remedy::correct};
inline constexpr RefusalKind reason_missing{"origin.reason_missing", Remedy::correct};
inline constexpr RefusalKind hs_unknown{"origin.hs_unknown", Remedy::correct};
inline constexpr RefusalKind hs_span_backwards{"origin.hs_span_backwards", Remedy::correct};
inline constexpr RefusalKind hs_version_missing{"origin.hs_version_missing", Remedy::correct};
inline constexpr RefusalKind rule_unreadable{"origin.rule_unreadable", Remedy::correct};
inline constexpr RefusalKind percent_out_of_range{"origin.percent_out_of_range", Remedy::correct};
inline constexpr RefusalKind term_incomplete{"origin.term_incomplete", Remedy::correct};
inline constexpr RefusalKind window_impossible{"origin.window_impossible", Remedy::correct};
inline constexpr RefusalKind dates_backwards{"origin.dates_backwards", Remedy::correct};
inline constexpr RefusalKind date_out_of_range{"origin.date_out_of_range", Remedy::correct};
inline constexpr RefusalKind date_in_future{"origin.date_in_future", Remedy::correct};
inline constexpr RefusalKind parties_too_few{"origin.parties_too_few", Remedy::correct};
inline constexpr RefusalKind party_repeated{"origin.party_repeated", Remedy::correct};
inline constexpr RefusalKind row_repeated{"origin.row_repeated", Remedy::correct};
inline constexpr RefusalKind same_version{"origin.same_version", Remedy::correct};
// Of bills.
inline constexpr RefusalKind currency_unknown{"origin.currency_unknown", Remedy::correct};
inline constexpr RefusalKind value_negative{"origin.value_negative", Remedy::correct};
inline constexpr RefusalKind value_out_of_range{"origin.value_out_of_range", Remedy::correct};
inline constexpr RefusalKind price_not_positive{"origin.price_not_positive", Remedy::correct};
inline constexpr RefusalKind ex_works_above_price{"origin.ex_works_above_price", Remedy::correct};
inline constexpr RefusalKind rate_not_positive{"origin.rate_not_positive", Remedy::correct};
inline constexpr RefusalKind rates_overlap{"origin.rates_overlap", Remedy::correct};
inline constexpr RefusalKind rate_missing{"origin.rate_missing", Remedy::correct};
inline constexpr RefusalKind bill_above_price{"origin.bill_above_price", Remedy::correct};
inline constexpr RefusalKind bill_contradictory{"origin.bill_contradictory", Remedy::correct};
// Of the world.
inline constexpr RefusalKind jurisdiction_unknown{"origin.jurisdiction_unknown", Remedy::correct};
inline constexpr RefusalKind set_unknown{"origin.set_unknown", Remedy::correct};
inline constexpr RefusalKind set_ambiguous{"origin.set_ambiguous", Remedy::correct};
inline constexpr RefusalKind process_unknown{"origin.process_unknown", Remedy::correct};
inline constexpr RefusalKind rule_unknown{"origin.rule_unknown", Remedy::correct};
inline constexpr RefusalKind rules_overlap{"origin.rules_overlap", Remedy::correct};
inline constexpr RefusalKind terms_overlap{"origin.terms_overlap", Remedy::correct};
inline constexpr RefusalKind tariff_overlaps{"origin.tariff_overlaps", Remedy::correct};
inline constexpr RefusalKind already_recorded{"origin.already_recorded", Remedy::reread};
inline constexpr RefusalKind list_not_complete{"origin.list_not_complete", Remedy::reread};
// Of papers.
inline constexpr RefusalKind quantity_not_positive{"origin.quantity_not_positive", Remedy::correct};
inline constexpr RefusalKind exporter_unknown{"origin.exporter_unknown", Remedy::correct};
inline constexpr RefusalKind exporter_not_registered{"origin.exporter_not_registered", Remedy::ask};
inline constexpr RefusalKind product_unknown{"origin.product_unknown", Remedy::correct};
inline constexpr RefusalKind product_of_another{"origin.product_of_another", Remedy::correct};
inline constexpr RefusalKind id_taken{"origin.id_taken", Remedy::correct};
inline constexpr RefusalKind number_taken{"origin.number_taken", Remedy::correct};
inline constexpr RefusalKind file_of_another{"origin.file_of_another", Remedy::ask};
inline constexpr RefusalKind already_ended{"origin.already_ended", Remedy::reread};
inline constexpr RefusalKind certificate_unknown{"origin.certificate_unknown", Remedy::correct};
inline constexpr RefusalKind check_of_the_desk{"origin.check_of_the_desk", Remedy::correct};
inline constexpr RefusalKind check_missing{"origin.check_missing", Remedy::correct};
inline constexpr RefusalKind ruling_not_needed{"origin.ruling_not_needed", Remedy::correct};
inline constexpr RefusalKind not_checked{"origin.not_checked", Remedy::wait};
inline constexpr RefusalKind check_failed{"origin.check_failed", Remedy::ask};
inline constexpr RefusalKind origin_not_established{"origin.origin_not_established", Remedy::ask};
inline constexpr RefusalKind same_person{"origin.same_person", Remedy::ask};
inline constexpr RefusalKind already_issued{"origin.already_issued", Remedy::reread};
inline constexpr RefusalKind already_refused{"origin.already_refused", Remedy::reread};
inline constexpr RefusalKind already_cancelled{"origin.already_cancelled", Remedy::reread};
inline constexpr RefusalKind already_used{"origin.already_used", Remedy::reread};
inline constexpr RefusalKind not_issued{"origin.not_issued", Remedy::wait};
inline constexpr RefusalKind amended_too_far{"origin.amended_too_far", Remedy::correct};
inline constexpr RefusalKind certificate_expired{"origin.certificate_expired", Remedy::ask};
inline constexpr RefusalKind request_unknown{"origin.request_unknown", Remedy::correct};
inline constexpr RefusalKind already_decided{"origin.already_decided", Remedy::reread};
inline constexpr RefusalKind date_missing{"origin.date_missing", Remedy::correct};
inline constexpr RefusalKind supplier_case_unknown{"origin.supplier_case_unknown", Remedy::correct};
inline constexpr RefusalKind condition_unknown{"origin.condition_unknown", Remedy::correct};
inline constexpr RefusalKind condition_missing{"origin.condition_missing", Remedy::correct};
inline constexpr RefusalKind condition_unmet{"origin.condition_unmet", Remedy::ask};
// No conditions are known for the day, so somebody must answer for it in words.
inline constexpr RefusalKind ruling_missing{"origin.ruling_missing", Remedy::correct};

}  // namespace ponte::origin::refusals
