#include "desks/origin/decide.h"

#include "base/describe.h"
#include "desks/origin/counts.h"
#include "desks/origin/determine.h"
#include "desks/origin/rules.h"

#include <algorithm>
#include <array>
#include <set>

// A certificate's life: applied for, checked, issued or refused, amended, cancelled, used. It expires by its date.
namespace ponte::origin {

namespace {

constexpr std::array<CheckKind, 4> checks_of_the_officer{CheckKind::value, CheckKind::quantity, CheckKind::documents, CheckKind::consignment};

std::string word_of(CheckKind kind) { return std::string(name_of(kind)); }

Fault fault_of_content(const Content& content, const std::string& place) {
    if (Fault found = fault_of_hs(content.hs, place + "/hs", 4)) return found;
    for (const auto& [text, field] : {std::pair(&content.description, "/description"), std::pair(&content.unit, "/unit"), std::pair(&content.invoice, "/invoice")}) {
        if (Fault found = fault_of_text(*text, place + field)) return found;
    }
    if (content.quantity.digits <= 0) return Refusal{refusals::quantity_not_positive, content.quantity.to_text(), place + "/quantity"};
    if (content.value.digits <= 0) return Refusal{refusals::price_not_positive, content.value.to_text(), place + "/value"};
    if (content.value.scale > value_places_max || compare(content.value, Decimal{value_whole_max, 0}) >= 0) {
        return Refusal{refusals::value_out_of_range, content.value.to_text(), place + "/value"};
    }
    if (!content.currency.known()) return Refusal{refusals::currency_unknown, content.currency.to_text(), place + "/currency"};
    return std::nullopt;
}

// A day on which something was done: not before the one before it, and not to come.
Fault fault_of_done(const View& view, Date on, Date not_before, const std::string& place) {
    if (on > view.today()) return Refusal{refusals::date_in_future, on.to_text(), place};
    if (on < not_before) return Refusal{refusals::dates_backwards, on.to_text(), place};
    return std::nullopt;
}

Outcome<const Certificate*> own_certificate(const View& view, const CertificateId& id) {
    const auto found = view.origin.certificates.find(id);
    if (found == view.origin.certificates.end()) return refuse(refusals::certificate_unknown, id.value.substr(0, 80), "/certificate");
    if (found->second.applied.body != view.asker.body) return refuse(refusals::file_of_another, id.value, "/certificate");
    return &found->second;
}

Fault fault_if_closed(const Certificate& certificate) {
    if (certificate.refused) return Refusal{refusals::already_refused, certificate.refused->on.to_text(), "/certificate"};
    if (certificate.cancelled) return Refusal{refusals::already_cancelled, certificate.cancelled->on.to_text(), "/certificate"};
    if (certificate.used) return Refusal{refusals::already_used, certificate.used->declaration.number, "/certificate"};
    return std::nullopt;
}

Check told(CheckKind kind, bool passed, std::string note = {}) { return {.kind = kind, .result = passed ? Answer::yes : Answer::no, .note = std::move(note)}; }

// What the desk finds by itself, for the day of the application.
void check_by_desk(const View& view, const Certificate& certificate, CertificateChecked& event) {
    const Content& content = certificate.content;
    const Date on = certificate.applied.on;
    const auto exporter = view.origin.exporters.find(content.exporter);
    event.checks.push_back(told(CheckKind::exporter_registered, exporter != view.origin.exporters.end() && exporter->second.is_registered_on(on)));
    const auto found = view.origin.products.find(content.product);
    const Product* product = found == view.origin.products.end() ? nullptr : &found->second;
    event.checks.push_back(told(CheckKind::product_registered, product != nullptr && product->registered.exporter == content.exporter && product->is_registered_on(on)));
    if (product == nullptr) {
        for (const CheckKind kind : {CheckKind::hs_code, CheckKind::materials_add_up, CheckKind::origin_criterion}) event.checks.push_back(told(kind, false));
        event.origin = Answer::unknown;
        return;
    }
    const auto own = Hs::from_text(product->registered.goods.hs);
    const auto given = Hs::from_text(content.hs);
    const bool same_code = own && given && (given->starts_with(*own) || own->starts_with(*given)) && product->registered.goods.version == content.version;
    event.checks.push_back(told(CheckKind::hs_code, same_code, product->registered.goods.hs));
    Goods goods = product->registered.goods;
    goods.on = on;
    goods.set = certificate.applied.set;
    const Outcome<Setting> setting = setting_of(view.origin.rules, goods, "");
    const Outcome<Prepared> good = setting ? prepared(*setting, goods, "") : Outcome<Prepared>(std::unexpected(setting.error()));
    if (!good) {
        event.checks.push_back(told(CheckKind::materials_add_up, false, std::string(good.error().kind.code) + " " + good.error().place));
        event.checks.push_back(told(CheckKind::origin_criterion, false));
        event.origin = Answer::unknown;
        return;
    }
    event.checks.push_back(told(CheckKind::materials_add_up, true));
    const Judged judgement = judged(*setting, *good);
    event.origin = judgement.origin;
    event.by = judgement.by;
    if (judgement.rule != nullptr) event.rule = judgement.rule->row.rule;
    if (judgement.rule == nullptr && judgement.term != nullptr) event.rule = judgement.term->row.term;
    event.checks.push_back({.kind = CheckKind::origin_criterion, .result = judgement.origin, .note = event.ruling});
}

std::vector<Difference> differences_of(const Content& content, const Declaration& declaration) {
    std::vector<Difference> all;
    const auto compared = [&](std::string_view field, bool same, std::string ours, std::string theirs) {
        if (!same) all.push_back({.field = std::string(field), .certificate = std::move(ours), .declaration = std::move(theirs)});
    };
    const auto ours = Hs::from_text(content.hs);
    const auto theirs = Hs::from_text(declaration.hs);
    compared("hs", ours && theirs && (theirs->starts_with(*ours) || ours->starts_with(*theirs)), content.hs, declaration.hs);
    const auto year = [](HsVersion version) { return std::to_string(static_cast<int>(version)); };
    compared("version", content.version == declaration.version, year(content.version), year(declaration.version));
    compared("quantity", compare(content.quantity, declaration.quantity) == 0, content.quantity.to_text(), declaration.quantity.to_text());
    compared("unit", content.unit == declaration.unit, content.unit, declaration.unit);
    compared("value", compare(content.value, declaration.value) == 0, content.value.to_text(), declaration.value.to_text());
    compared("currency", content.currency == declaration.currency, content.currency.to_text(), declaration.currency.to_text());
    compared("exporter", content.exporter == declaration.exporter, content.exporter.value, declaration.exporter.value);
    compared("invoice", content.invoice == declaration.invoice, content.invoice, declaration.invoice);
    return all;
}

}  // namespace

Decision decide(const View& view, const ApplyCertificate& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_id(command.certificate.value, "/certificate"));
    REFUSE_FAULT(fault_of_content(command.content, "/content"));
    REFUSE_FAULT(fault_of_day(command.on, "/on"));
    REFUSE_FAULT(fault_of_done(view, command.on, dates::first, "/on"));
    if (view.origin.rules.find(command.set) == nullptr) return refuse(refusals::set_unknown, command.set.value, "/set");
    const auto exporter = view.origin.exporters.find(command.content.exporter);
    if (exporter == view.origin.exporters.end()) return refuse(refusals::exporter_unknown, command.content.exporter.value, "/content/exporter");
    if (exporter->second.registered.body != view.asker.body) return refuse(refusals::file_of_another, command.content.exporter.value, "/content/exporter");
    const auto product = view.origin.products.find(command.content.product);
    if (product == view.origin.products.end()) return refuse(refusals::product_unknown, command.content.product.value, "/content/product");
    if (product->second.registered.exporter != command.content.exporter) return refuse(refusals::product_of_another, command.content.product.value, "/content/product");
    if (view.origin.certificates.contains(command.certificate)) return refuse(refusals::id_taken, command.certificate.value, "/certificate");
    CertificateApplied event{.certificate = command.certificate,
                             .set = command.set,
                             .content = command.content,
                             .consignment = command.consignment,
                             .on = command.on,
                             .body = view.asker.body,
                             .side = view.asker.side};
    event.content.hs = Hs::from_text(command.content.hs)->to_text();
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const CheckCertificate& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    std::set<CheckKind> given;
    for (std::size_t i = 0; i < command.checks.size(); ++i) {
        const Check& check = command.checks[i];
        if (std::ranges::find(checks_of_the_officer, check.kind) == checks_of_the_officer.end()) return refuse(refusals::check_of_the_desk, word_of(check.kind), at_row("checks", i, "/kind"));
        if (!given.insert(check.kind).second) return refuse(refusals::row_repeated, word_of(check.kind), at_row("checks", i, "/kind"));
        REFUSE_FAULT(fault_of_text(check.note, at_row("checks", i, "/note")));
    }
    for (const CheckKind kind : checks_of_the_officer) {
        if (!given.contains(kind)) return refuse(refusals::check_missing, word_of(kind), "/checks");
    }
    if (command.ruling && command.ruling->empty()) return refuse(refusals::reason_missing, {}, "/ruling");
    if (command.ruling) REFUSE_FAULT(fault_of_text(*command.ruling, "/ruling"));
    const Certificate* certificate = TRY(own_certificate(view, command.certificate));
    REFUSE_FAULT(fault_if_closed(*certificate));
    if (certificate->issued) return refuse(refusals::already_issued, certificate->issued->number, "/certificate");
    CertificateChecked event{.certificate = command.certificate, .checks = {}, .origin = Answer::unknown, .by = {}, .rule = {}, .ruling = command.ruling.value_or("")};
    check_by_desk(view, *certificate, event);
    if (command.ruling && event.origin != Answer::unknown) return refuse(refusals::ruling_not_needed, command.certificate.value, "/ruling");
    event.checks.insert(event.checks.end(), command.checks.begin(), command.checks.end());
    std::ranges::stable_sort(event.checks, {}, &Check::kind);
    return std::vector<Event>{std::move(event)};
}

Decision decide(const View& view, const IssueCertificate& command) {
    if (!may_sign(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_id(command.number, "/number"));
    REFUSE_FAULT(fault_of_day(command.on, "/on"));
    REFUSE_FAULT(fault_of_day(command.valid_until, "/valid_until"));
    if (command.valid_until < command.on) return refuse(refusals::dates_backwards, command.valid_until.to_text(), "/valid_until");
    const Certificate* certificate = TRY(own_certificate(view, command.certificate));
    REFUSE_FAULT(fault_if_closed(*certificate));
    if (certificate->issued) return refuse(refusals::already_issued, certificate->issued->number, "/certificate");
    REFUSE_FAULT(fault_of_done(view, command.on, certificate->applied.on, "/on"));
    if (!certificate->checked) return refuse(refusals::not_checked, command.certificate.value, "/certificate");
    for (const Check& check : certificate->checked->checks) {
        if (check.kind != CheckKind::origin_criterion && check.result != Answer::yes) return refuse(refusals::check_failed, word_of(check.kind), "/certificate");
    }
    const CertificateChecked& checked = *certificate->checked;
    const bool ruled = checked.origin == Answer::unknown && !checked.ruling.empty();
    if (checked.origin != Answer::yes && !ruled) return refuse(refusals::origin_not_established, command.certificate.value, "/certificate");
    if (certificate->checked_by == view.asker.person) return refuse(refusals::same_person, view.asker.person.value);
    if (view.origin.certificate_numbers.contains(command.number)) return refuse(refusals::number_taken, command.number, "/number");
    return and_counted(view.origin, CertificateIssued{.certificate = command.certificate, .number = command.number, .on = command.on, .valid_until = command.valid_until});
}

Decision decide(const View& view, const RefuseCertificate& command) {
    if (!may_sign(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.certificate.value, "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    const Certificate* certificate = TRY(own_certificate(view, command.certificate));
    REFUSE_FAULT(fault_if_closed(*certificate));
    if (certificate->issued) return refuse(refusals::already_issued, certificate->issued->number, "/certificate");
    REFUSE_FAULT(fault_of_done(view, command.on, certificate->applied.on, "/on"));
    return std::vector<Event>{CertificateRefused{.certificate = command.certificate, .reason = command.reason, .on = command.on}};
}

Decision decide(const View& view, const AmendCertificate& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.certificate.value, "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    REFUSE_FAULT(fault_of_content(command.content, "/content"));
    const Certificate* certificate = TRY(own_certificate(view, command.certificate));
    REFUSE_FAULT(fault_if_closed(*certificate));
    REFUSE_FAULT(fault_of_done(view, command.on, certificate->issued ? certificate->issued->on : certificate->applied.on, "/on"));
    Content content = command.content;
    content.hs = Hs::from_text(content.hs)->to_text();
    const Content& before = certificate->content;
    if (content.exporter != before.exporter || content.product != before.product || content.hs != before.hs || content.version != before.version) {
        return refuse(refusals::amended_too_far, command.certificate.value, "/content");
    }
    if (content == before) return refuse(refusals::already_recorded, command.certificate.value, "/content");
    return std::vector<Event>{CertificateAmended{.certificate = command.certificate, .content = std::move(content), .reason = command.reason, .on = command.on}};
}

Decision decide(const View& view, const CancelCertificate& command) {
    if (!may_sign(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.certificate.value, "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    const Certificate* certificate = TRY(own_certificate(view, command.certificate));
    REFUSE_FAULT(fault_if_closed(*certificate));
    if (!certificate->issued) return refuse(refusals::not_issued, command.certificate.value, "/certificate");
    REFUSE_FAULT(fault_of_done(view, command.on, certificate->issued->on, "/on"));
    return and_counted(view.origin, CertificateCancelled{.certificate = command.certificate, .reason = command.reason, .on = command.on});
}

Decision decide(const View& view, const UseCertificate& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Declaration& declaration = command.declaration;
    REFUSE_FAULT(fault_of_id(declaration.number, "/declaration/number"));
    REFUSE_FAULT(fault_of_hs(declaration.hs, "/declaration/hs", 4));
    for (const std::string* text : {&declaration.unit, &declaration.invoice, &declaration.exporter.value}) REFUSE_FAULT(fault_of_text(*text, "/declaration"));
    if (declaration.quantity.digits <= 0) return refuse(refusals::quantity_not_positive, declaration.quantity.to_text(), "/declaration/quantity");
    if (declaration.value.digits < 0) return refuse(refusals::value_negative, declaration.value.to_text(), "/declaration/value");
    if (!declaration.currency.known()) return refuse(refusals::currency_unknown, declaration.currency.to_text(), "/declaration/currency");
    const Certificate* certificate = TRY(own_certificate(view, command.certificate));
    REFUSE_FAULT(fault_if_closed(*certificate));
    if (!certificate->issued) return refuse(refusals::not_issued, command.certificate.value, "/certificate");
    REFUSE_FAULT(fault_of_done(view, declaration.on, certificate->issued->on, "/declaration/on"));
    if (declaration.on > certificate->issued->valid_until) return refuse(refusals::certificate_expired, certificate->issued->valid_until.to_text(), "/declaration/on");
    return and_counted(view.origin, CertificateUsed{.certificate = command.certificate, .declaration = declaration, .differences = differences_of(certificate->content, declaration)});
}

}  // namespace ponte::origin
