#include "desks/origin/duty.h"
#include "desks/origin/queries.h"
#include "desks/origin/seen.h"
#include "desks/origin/view.h"

// Files of traders, for the body that keeps them.
namespace ponte::origin {

namespace {

// Certificates and the cases of suppliers go the same way.
template <class Paper>
CertificateState state_of(const Paper& paper, Date on) {
    if (paper.refused && paper.refused->on <= on) return CertificateState::refused;
    if (paper.cancelled && paper.cancelled->on <= on) return CertificateState::cancelled;
    if (paper.issued && paper.issued->on <= on) return paper.issued->valid_until < on ? CertificateState::expired : CertificateState::issued;
    return paper.checked ? CertificateState::checked : CertificateState::applied;
}
CertificateState state_of_certificate(const Certificate& certificate, Date on) {
    const CertificateState state = state_of(certificate, on);
    const bool live = state == CertificateState::issued || state == CertificateState::expired;
    return live && certificate.used && certificate.used->declaration.on <= on ? CertificateState::used : state;
}

CertificateRow shown(const Looking& looking, const Certificate& one, Date on) {
    CertificateRow row{.certificate = one.applied.certificate,
                       .state = state_of_certificate(one, on),
                       .content = one.content,
                       .applied_on = one.applied.on,
                       .number = {},
                       .issued_on = {},
                       .valid_until = {},
                       .checks = {},
                       .origin = ponte::Answer::unknown,
                       .by = {},
                       .rule = {},
                       .ruling = {},
                       .amendments = one.amendments,
                       .used = one.used,
                       .reason = {},
                       .duty_saved = duty_saved(looking.origin.rules, one),
                       .entry = one.sequence};
    if (one.checked) {
        row.checks = one.checked->checks;
        row.origin = one.checked->origin;
        row.by = one.checked->by;
        row.rule = one.checked->rule;
        row.ruling = one.checked->ruling;
    }
    if (one.issued) {
        row.number = one.issued->number;
        row.issued_on = one.issued->on;
        row.valid_until = one.issued->valid_until;
    }
    if (one.refused) row.reason = one.refused->reason;
    if (one.cancelled) row.reason = one.cancelled->reason;
    return row;
}

bool is_wanted(const CertificatesQuery& query, const Certificate& one, Date on) {
    if (query.certificate && *query.certificate != one.applied.certificate) return false;
    if (query.exporter && *query.exporter != one.content.exporter) return false;
    if (query.state && *query.state != state_of_certificate(one, on)) return false;
    if (query.with_differences && (!one.used || one.used->differences.empty())) return false;
    if (!query.expiring_by) return true;
    return state_of_certificate(one, on) == CertificateState::issued && one.issued->valid_until <= *query.expiring_by;
}

}  // namespace

ExportersAnswer answer(const Looking& looking, const ExportersQuery& query) {
    ExportersAnswer found;
    for (const Exporter* one : Seen(looking.origin, looking.reader).exporters()) {
        if (query.registered_on && !one->is_registered_on(*query.registered_on)) continue;
        found.exporters.push_back(one->registered);
        if (one->ended) found.ended.push_back(*one->ended);
    }
    return found;
}

ProductsAnswer answer(const Looking& looking, const ProductsQuery& query) {
    ProductsAnswer found;
    for (const Product* one : Seen(looking.origin, looking.reader).products()) {
        if (query.exporter && *query.exporter != one->registered.exporter) continue;
        if (query.registered_on && !one->is_registered_on(*query.registered_on)) continue;
        found.products.push_back(one->registered);
        if (one->ended) found.ended.push_back(*one->ended);
    }
    return found;
}

CertificatesAnswer answer(const Looking& looking, const CertificatesQuery& query) {
    CertificatesAnswer found{.on = query.on.value_or(looking.today()), .certificates = {}};
    for (const Certificate* one : Seen(looking.origin, looking.reader).certificates()) {
        if (is_wanted(query, *one, found.on)) found.certificates.push_back(shown(looking, *one, found.on));
    }
    return found;
}

RequestsAnswer answer(const Looking& looking, const RequestsQuery& query) {
    RequestsAnswer found;
    for (const ChangeRequest* one : Seen(looking.origin, looking.reader).requests()) {
        if (query.window && query.window != one->requested.window) continue;
        if (query.open_only && one->decided) continue;
        found.requests.push_back({.requested = one->requested, .asked = text_of(one->requested.asked), .decided = one->decided, .entry = one->sequence});
    }
    return found;
}

SuppliersAnswer answer(const Looking& looking, const SuppliersQuery& query) {
    SuppliersAnswer found{.on = query.on.value_or(looking.today()), .suppliers = {}};
    for (const SupplierCase* one : Seen(looking.origin, looking.reader).suppliers()) {
        if (query.sector && *query.sector != one->applied.sector) continue;
        SupplierRow row{.applied = one->applied, .state = state_of(*one, found.on), .claims = one->claims, .ruling = {}, .number = {}, .issued_on = {}, .valid_until = {}, .reason = {}, .entry = one->sequence};
        if (one->checked) row.ruling = one->checked->ruling;
        if (one->issued) {
            row.number = one->issued->number;
            row.issued_on = one->issued->on;
            row.valid_until = one->issued->valid_until;
        }
        if (one->refused) row.reason = one->refused->reason;
        if (one->cancelled) row.reason = one->cancelled->reason;
        found.suppliers.push_back(std::move(row));
    }
    return found;
}

}  // namespace ponte::origin
