#include "desks/origin/decide.h"

#include "desks/origin/counts.h"
#include "desks/origin/determine.h"
#include "desks/origin/rules.h"
#include "desks/origin/windows.h"

#include <algorithm>
#include <set>

// Requests that a rule be changed, and the cases of suppliers of services.
namespace ponte::origin {

namespace {

const SupplierRule* supplier_rule_on(const RuleSet& set, SupplierKind kind, const std::string& sector, Date on) {
    for (const auto& [id, rule] : set.supplier_rules) {
        const bool certain = rule.row.source.confidence != Confidence::unverified && holds_on(rule.row.validity, on) == Answer::yes;
        if (certain && rule.row.kind == kind && rule.row.sector == sector) return &rule.row;
    }
    return nullptr;
}

Fault fault_of_claims(const std::vector<Claim>& claims) {
    if (claims.size() > 40) return Refusal{refusals::too_many, std::to_string(claims.size()), "/claims"};
    std::set<std::string> seen;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (Fault found = fault_of_id(claims[i].condition, at_row("claims", i, "/condition"))) return found;
        if (Fault found = fault_of_text(claims[i].evidence, at_row("claims", i, "/evidence"))) return found;
        if (!seen.insert(claims[i].condition).second) return Refusal{refusals::row_repeated, claims[i].condition, at_row("claims", i, "/condition")};
    }
    return std::nullopt;
}

// Each claim is about a condition that there is.
Fault fault_of_conditions(const std::vector<Claim>& claims, const SupplierRule& rule) {
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const bool known = std::ranges::any_of(rule.conditions, [&](const SupplierCondition& one) { return one.condition == claims[i].condition; });
        if (!known) return Refusal{refusals::condition_unknown, claims[i].condition, at_row("claims", i, "/condition")};
    }
    return std::nullopt;
}

Outcome<const SupplierCase*> own_case(const View& view, const SupplierCaseId& id) {
    const auto found = view.origin.suppliers.find(id);
    if (found == view.origin.suppliers.end()) return refuse(refusals::supplier_case_unknown, id.value.substr(0, 80), "/supplier_case");
    const SupplierCase& one = found->second;
    if (one.applied.body != view.asker.body) return refuse(refusals::file_of_another, id.value, "/supplier_case");
    if (one.refused) return refuse(refusals::already_refused, one.refused->on.to_text(), "/supplier_case");
    if (one.cancelled) return refuse(refusals::already_cancelled, one.cancelled->on.to_text(), "/supplier_case");
    return &one;
}

Fault fault_of_done(const View& view, Date on, Date not_before) {
    if (on > view.today()) return Refusal{refusals::date_in_future, on.to_text(), "/on"};
    if (on < not_before) return Refusal{refusals::dates_backwards, on.to_text(), "/on"};
    return std::nullopt;
}

}  // namespace

Decision decide(const View& view, const RequestRuleChange& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_id(command.request.value, "/request"));
    REFUSE_FAULT(fault_of_hs(command.hs, "/hs", 4));
    auto asked = tests_of_text(command.asked);
    if (!asked) return refuse(asked.error().kind, asked.error().subject, "/asked, " + asked.error().place);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.request.value, "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    if (command.by.empty()) return refuse(refusals::name_missing, command.request.value, "/by");
    REFUSE_FAULT(fault_of_text(command.by, "/by"));
    REFUSE_FAULT(fault_of_day(command.on, "/on"));
    REFUSE_FAULT(fault_of_done(view, command.on, dates::first));
    if (view.origin.rules.find(command.set) == nullptr) return refuse(refusals::set_unknown, command.set.value, "/set");
    if (view.origin.requests.contains(command.request)) return refuse(refusals::id_taken, command.request.value, "/request");
    const Setting setting = TRY(setting_of(view.origin.rules, Goods{.set = command.set, .on = command.on}, ""));
    RuleChangeRequested event{.request = command.request,
                              .set = command.set,
                              .hs = Hs::from_text(command.hs)->to_text(),
                              .version = command.version,
                              .asked = *std::move(asked),
                              .reason = command.reason,
                              .by = command.by,
                              .on = command.on,
                              .window = {},
                              .in_force_by = {},
                              .term = {},
                              .body = view.asker.body,
                              .side = view.asker.side};
    const TermOn& windows = setting.of(Topic::request_windows);
    if (windows.holds == Answer::yes) {
        if (const auto open = window_on(windows.term->row.windows, command.on)) {
            event.window = open->apply_by;
            event.in_force_by = open->in_force_by;
            event.term = windows.term->row.term;
        }
    }
    return and_counted(view.origin, std::move(event));
}

Decision decide(const View& view, const DecideRuleChange& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reference.empty()) return refuse(refusals::source_missing, command.request.value, "/reference");
    REFUSE_FAULT(fault_of_text(command.reference, "/reference"));
    if (command.accepted != command.in_force.has_value()) return refuse(refusals::date_missing, command.request.value, "/in_force");
    if (command.in_force) REFUSE_FAULT(fault_of_day(*command.in_force, "/in_force"));
    REFUSE_FAULT(fault_of_day(command.on, "/on"));
    const auto known = view.origin.requests.find(command.request);
    if (known == view.origin.requests.end()) return refuse(refusals::request_unknown, command.request.value, "/request");
    if (known->second.requested.body != view.asker.body) return refuse(refusals::file_of_another, command.request.value, "/request");
    if (known->second.decided) return refuse(refusals::already_decided, known->second.decided->on.to_text(), "/request");
    REFUSE_FAULT(fault_of_done(view, command.on, known->second.requested.on));
    return and_counted(view.origin, RuleChangeDecided{
        .request = command.request, .accepted = command.accepted, .in_force = command.in_force, .reference = command.reference, .on = command.on});
}

Decision decide(const View& view, const ApplySupplier& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_id(command.supplier_case.value, "/supplier_case"));
    if (command.supplier.empty()) return refuse(refusals::name_missing, {}, "/supplier");
    REFUSE_FAULT(fault_of_text(command.supplier, "/supplier"));
    REFUSE_FAULT(fault_of_id(command.sector, "/sector"));
    REFUSE_FAULT(fault_of_claims(command.claims));
    REFUSE_FAULT(fault_of_day(command.on, "/on"));
    REFUSE_FAULT(fault_of_done(view, command.on, dates::first));
    const RuleSet* set = view.origin.rules.find(command.set);
    if (set == nullptr) return refuse(refusals::set_unknown, command.set.value, "/set");
    const SupplierRule* rule = supplier_rule_on(*set, command.kind, command.sector, command.on);
    if (rule != nullptr) REFUSE_FAULT(fault_of_conditions(command.claims, *rule));
    if (view.origin.suppliers.contains(command.supplier_case)) return refuse(refusals::id_taken, command.supplier_case.value, "/supplier_case");
    return std::vector<Event>{SupplierApplied{.supplier_case = command.supplier_case,
                                              .set = command.set,
                                              .supplier = command.supplier,
                                              .kind = command.kind,
                                              .sector = command.sector,
                                              .claims = command.claims,
                                              .on = command.on,
                                              .rule = rule != nullptr ? rule->rule : RuleId(),
                                              .body = view.asker.body,
                                              .side = view.asker.side}};
}

Decision decide(const View& view, const CheckSupplier& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_claims(command.claims));
    if (command.ruling && command.ruling->empty()) return refuse(refusals::reason_missing, {}, "/ruling");
    if (command.ruling) REFUSE_FAULT(fault_of_text(*command.ruling, "/ruling"));
    const SupplierCase* one = TRY(own_case(view, command.supplier_case));
    if (one->issued) return refuse(refusals::already_issued, one->issued->number, "/supplier_case");
    const RuleSet* set = view.origin.rules.find(one->applied.set);
    const SupplierRule* rule = set == nullptr ? nullptr : supplier_rule_on(*set, one->applied.kind, one->applied.sector, one->applied.on);
    if (rule == nullptr && !command.ruling) return refuse(refusals::ruling_missing, one->applied.sector, "/ruling");
    if (rule != nullptr) {
        REFUSE_FAULT(fault_of_conditions(command.claims, *rule));
        for (const SupplierCondition& condition : rule->conditions) {
            const bool said = std::ranges::any_of(command.claims, [&](const Claim& claim) { return claim.condition == condition.condition; });
            if (!said) return refuse(refusals::condition_missing, condition.condition, "/claims");
        }
        if (command.ruling) return refuse(refusals::ruling_not_needed, rule->rule.value, "/ruling");
    }
    return std::vector<Event>{SupplierChecked{.supplier_case = command.supplier_case, .claims = command.claims, .ruling = command.ruling.value_or("")}};
}

Decision decide(const View& view, const IssueSupplier& command) {
    if (!may_sign(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_id(command.number, "/number"));
    REFUSE_FAULT(fault_of_day(command.on, "/on"));
    REFUSE_FAULT(fault_of_day(command.valid_until, "/valid_until"));
    if (command.valid_until < command.on) return refuse(refusals::dates_backwards, command.valid_until.to_text(), "/valid_until");
    const SupplierCase* one = TRY(own_case(view, command.supplier_case));
    if (one->issued) return refuse(refusals::already_issued, one->issued->number, "/supplier_case");
    REFUSE_FAULT(fault_of_done(view, command.on, one->applied.on));
    if (!one->checked) return refuse(refusals::not_checked, command.supplier_case.value, "/supplier_case");
    for (const Claim& claim : one->claims) {
        if (claim.met != Answer::yes) return refuse(refusals::condition_unmet, claim.condition, "/supplier_case");
    }
    if (one->checked_by == view.asker.person) return refuse(refusals::same_person, view.asker.person.value);
    if (view.origin.supplier_numbers.contains(command.number)) return refuse(refusals::number_taken, command.number, "/number");
    return and_counted(view.origin, SupplierIssued{.supplier_case = command.supplier_case, .number = command.number, .on = command.on, .valid_until = command.valid_until});
}

Decision decide(const View& view, const RefuseSupplier& command) {
    if (!may_sign(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.supplier_case.value, "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    const SupplierCase* one = TRY(own_case(view, command.supplier_case));
    if (one->issued) return refuse(refusals::already_issued, one->issued->number, "/supplier_case");
    REFUSE_FAULT(fault_of_done(view, command.on, one->applied.on));
    return std::vector<Event>{SupplierRefused{.supplier_case = command.supplier_case, .reason = command.reason, .on = command.on}};
}

Decision decide(const View& view, const CancelSupplier& command) {
    if (!may_sign(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.supplier_case.value, "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    const SupplierCase* one = TRY(own_case(view, command.supplier_case));
    if (!one->issued) return refuse(refusals::not_issued, command.supplier_case.value, "/supplier_case");
    REFUSE_FAULT(fault_of_done(view, command.on, one->issued->on));
    return and_counted(view.origin, SupplierCancelled{.supplier_case = command.supplier_case, .reason = command.reason, .on = command.on});
}

}  // namespace ponte::origin
