#include "desks/accords/rules_matters.h"

#include <algorithm>

namespace ponte::accords {

namespace {

// The kind that is made for the matter.
InstrumentKind own_kind(Matter matter) {
    switch (matter) {
        case Matter::criminal_assistance: return InstrumentKind::mla_criminal;
        case Matter::surrender: return InstrumentKind::surrender;
        case Matter::transfer: return InstrumentKind::transfer_sentenced;
        case Matter::tax_information: return InstrumentKind::tax_information;
        case Matter::financial_intelligence: return InstrumentKind::fiu_memorandum;
        case Matter::service: return InstrumentKind::service_of_documents;
        case Matter::civil_judgments: return InstrumentKind::civil_judgments;
        case Matter::arbitral_awards: return InstrumentKind::arbitral_awards;
        case Matter::readmission: return InstrumentKind::readmission;
    }
    std::unreachable();
}

bool is_judicial(Matter matter) {
    return matter != Matter::tax_information && matter != Matter::financial_intelligence && matter != Matter::readmission;
}

}  // namespace

Serves serves(InstrumentKind kind, Matter matter) {
    if (kind == own_kind(matter)) return Serves::by_kind;
    if (kind == InstrumentKind::legal_cooperation && is_judicial(matter)) return Serves::by_clause;
    const bool of_tax = kind == InstrumentKind::double_taxation || kind == InstrumentKind::protocol;
    return of_tax && matter == Matter::tax_information ? Serves::by_clause : Serves::not_at_all;
}

ponte::Answer in_force(const Span& span) {
    if (span.least == Reach::in_force) return ponte::Answer::yes;
    return span.most == Reach::in_force ? ponte::Answer::unknown : ponte::Answer::no;
}

Span span_of(const Seen& seen, const Instrument& instrument, Date day) { return span_on(seen.life(instrument), day); }

ponte::Answer route_open(const RouteStated& route, Matter matter, const JurisdictionId& partner, Date day) {
    if (std::ranges::find(route.matters, matter) == route.matters.end()) return ponte::Answer::no;
    if (std::ranges::find(route.without, partner) != route.without.end()) return ponte::Answer::no;
    return holds_on(route.validity, day);
}

}  // namespace ponte::accords
