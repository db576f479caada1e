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
inline constexpr RefusalKind value_too_large{"origin.value_too_large", Remedy::correct};
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

}  // namespace ponte::origin::refusals
