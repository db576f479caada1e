#include "desks/accords/queries_refused.h"

#include "desks/accords/refusals.h"
#include "desks/accords/rules.h"

namespace ponte::accords {

namespace {

std::optional<Refusal> refusal_of_place(const Looking& looking, const JurisdictionId& place, const std::string& pointer) {
    if (!looking.jurisdictions.by_id.contains(place)) return Refusal{refusals::place_unknown, beginning_of(place.value), pointer};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_partner(const Looking& looking, const JurisdictionId& partner, const std::string& pointer) {
    if (partner == macao()) return Refusal{refusals::partner_is_macao, partner.value, pointer};
    return refusal_of_place(looking, partner, pointer);
}

std::optional<Refusal> refusal_of_partner(const Looking& looking, const std::optional<JurisdictionId>& partner) {
    return partner ? refusal_of_partner(looking, *partner, "/partner") : std::nullopt;
}

std::optional<Refusal> refusal_of_partners(const Looking& looking, const std::vector<JurisdictionId>& partners) {
    for (std::size_t i = 0; i < partners.size(); ++i) {
        if (auto no = refusal_of_partner(looking, partners[i], "/partners/" + std::to_string(i))) return no;
    }
    return std::nullopt;
}

// Nobody in a set is not the same as nothing agreed with anybody: an answer of no rows would say so.
std::optional<Refusal> refusal_of_set(const Looking& looking, const std::optional<directory::SetId>& set, const std::optional<Date>& on,
                                      const std::string& pointer) {
    if (!set) return std::nullopt;
    if (!looking.jurisdictions.sets.contains(*set)) return Refusal{refusals::set_unknown, beginning_of(set->value), pointer};
    std::vector<JurisdictionId> members = looking.jurisdictions.members_on(*set, on.value_or(looking.today()));
    std::erase(members, macao());
    if (members.empty()) return Refusal{refusals::set_empty, beginning_of(set->value), pointer};
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> refusal_of(const Looking& looking, const InstrumentsQuery& query) {
    if (query.partner) {
        if (auto no = refusal_of_place(looking, *query.partner, "/partner")) return no;
    }
    return refusal_of_set(looking, query.partners, query.on, "/partners");
}

std::optional<Refusal> refusal_of(const Looking& looking, const FiguresQuery& query) {
    return refusal_of_set(looking, query.partners, query.on, "/partners");
}

std::optional<Refusal> refusal_of(const Looking& looking, const CoverageQuery& query) {
    if (auto no = refusal_of_set(looking, query.set, query.on, "/set")) return no;
    return refusal_of_partners(looking, query.partners);
}

std::optional<Refusal> refusal_of(const Looking& looking, const WhichCoversQuery& query) {
    return refusal_of_partner(looking, query.partner, "/partner");
}

std::optional<Refusal> refusal_of(const Looking& looking, const MayExchangeQuery& query) {
    return refusal_of_partner(looking, query.partner, "/partner");
}

std::optional<Refusal> refusal_of(const Looking& looking, const RequestsQuery& query) { return refusal_of_partner(looking, query.partner); }

std::optional<Refusal> refusal_of(const Looking& looking, const RequestStatisticsQuery& query) { return refusal_of_partner(looking, query.partner); }

std::optional<Refusal> refusal_of(const Looking& looking, const ListingsQuery& query) {
    return query.partner ? refusal_of_place(looking, *query.partner, "/partner") : std::nullopt;
}

std::optional<Refusal> refusal_of(const Looking& looking, const PartnerRecordsQuery& query) {
    return query.partner ? refusal_of_place(looking, *query.partner, "/partner") : std::nullopt;
}

std::optional<Refusal> refusal_of(const Looking& looking, const NextPartnerQuery& query) {
    if (auto no = refusal_of_set(looking, query.set, query.on, "/set")) return no;
    return refusal_of_partners(looking, query.partners);
}

std::optional<Refusal> refusal_of(const Looking& looking, const MeasureFiguresQuery& query) {
    return refusal_of_set(looking, query.set, query.span.to, "/set");
}

}  // namespace ponte::accords
