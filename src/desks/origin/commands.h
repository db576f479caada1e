#pragma once

// What may be asked of the origin desk. A command is a plain value; asking changes nothing.

#include "desks/origin/events.h"

namespace ponte::origin {

struct RecordSet {
    static constexpr std::string_view name = "origin.record_set";

    RuleSetId set;
    Names names;
    std::vector<JurisdictionId> parties;
    Validity validity;
    std::string clause;
    Source source;
};
BOOST_DESCRIBE_STRUCT(RecordSet, (), (set, names, parties, validity, clause, source))

// A product's rule as an officer writes it: the tests as text (rule.h).
struct RuleRow {
    RuleId rule;
    std::string hs;
    std::optional<std::string> hs_to;
    HsVersion version{};
    std::string description;
    std::string tests;
    std::string text;
    Validity validity;
    std::string clause;
    Source source;
};
BOOST_DESCRIBE_STRUCT(RuleRow, (), (rule, hs, hs_to, version, description, tests, text, validity, clause, source))

struct LoadRules {
    static constexpr std::string_view name = "origin.load_rules";

    RuleSetId set;
    std::vector<RuleRow> rules;
};
BOOST_DESCRIBE_STRUCT(LoadRules, (), (set, rules))

// A rule for all goods; the tests of a general rule as text.
struct TermRow {
    RuleId term;
    Topic topic{};
    Answer holds{};
    std::optional<Decimal> percent;
    std::optional<std::string> tests;
    std::vector<Window> windows;
    std::optional<HsVersion> version;
    std::vector<ProcessId> processes;
    std::string text;
    Validity validity;
    std::string clause;
    Source source;
};
BOOST_DESCRIBE_STRUCT(TermRow, (), (term, topic, holds, percent, tests, windows, version, processes, text, validity, clause, source))

struct LoadTerms {
    static constexpr std::string_view name = "origin.load_terms";

    RuleSetId set;
    std::vector<TermRow> terms;
};
BOOST_DESCRIBE_STRUCT(LoadTerms, (), (set, terms))

struct RetireRule {
    static constexpr std::string_view name = "origin.retire_rule";

    RuleSetId set;
    RuleId rule;  // Of a product's rule or of a term.
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RetireRule, (), (set, rule, reason))

// Of a chapter and its days: every rule that the list has for them has been loaded.
struct CompleteList {
    static constexpr std::string_view name = "origin.complete_list";

    RuleSetId set;
    std::string chapter;
    HsVersion version{};
    Validity validity;  // Both ends known to the day.
    std::string source;
};
BOOST_DESCRIBE_STRUCT(CompleteList, (), (set, chapter, version, validity, source))

struct ReopenList {
    static constexpr std::string_view name = "origin.reopen_list";

    RuleSetId set;
    std::string chapter;
    HsVersion version{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenList, (), (set, chapter, version, reason))

struct LoadCorrelations {
    static constexpr std::string_view name = "origin.load_correlations";

    std::vector<Correlation> rows;
};
BOOST_DESCRIBE_STRUCT(LoadCorrelations, (), (rows))

struct DefineProcesses {
    static constexpr std::string_view name = "origin.define_processes";

    std::vector<Process> processes;
};
BOOST_DESCRIBE_STRUCT(DefineProcesses, (), (processes))

struct LoadTariff {
    static constexpr std::string_view name = "origin.load_tariff";

    JurisdictionId importer;
    std::vector<TariffLine> lines;
};
BOOST_DESCRIBE_STRUCT(LoadTariff, (), (importer, lines))

struct NoteProducts {
    static constexpr std::string_view name = "origin.note_products";

    JurisdictionId maker;
    std::vector<ProductNote> products;
};
BOOST_DESCRIBE_STRUCT(NoteProducts, (), (maker, products))

struct RegisterExporter {
    static constexpr std::string_view name = "origin.register_exporter";

    ExporterId exporter;
    Names names;
    std::string registration;
    bool producer = false;
    Date from;
    std::optional<Date> to;
    std::string evidence;
};
BOOST_DESCRIBE_STRUCT(RegisterExporter, (), (exporter, names, registration, producer, from, to, evidence))

struct EndExporter {
    static constexpr std::string_view name = "origin.end_exporter";

    ExporterId exporter;
    Date on;  // The last day.
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndExporter, (), (exporter, on, reason))

struct RegisterProduct {
    static constexpr std::string_view name = "origin.register_product";

    ProductId product;
    ExporterId exporter;
    std::string factory;
    Goods goods;
    Date from;
    std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(RegisterProduct, (), (product, exporter, factory, goods, from, to))

struct EndProduct {
    static constexpr std::string_view name = "origin.end_product";

    ProductId product;
    Date on;  // The last day.
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndProduct, (), (product, on, reason))

struct ApplyCertificate {
    static constexpr std::string_view name = "origin.apply_certificate";

    CertificateId certificate;
    RuleSetId set;
    Content content;
    std::optional<Consignment> consignment;
    Date on;
};
BOOST_DESCRIBE_STRUCT(ApplyCertificate, (), (certificate, set, content, consignment, on))

// The officer's own checks; those of the desk are added to them.
struct CheckCertificate {
    static constexpr std::string_view name = "origin.check_certificate";

    CertificateId certificate;
    std::vector<Check> checks;
    std::optional<std::string> ruling;  // Where the desk does not know the origin: why the officer takes it as shown.
};
BOOST_DESCRIBE_STRUCT(CheckCertificate, (), (certificate, checks, ruling))

struct IssueCertificate {
    static constexpr std::string_view name = "origin.issue_certificate";

    CertificateId certificate;
    std::string number;
    Date on;
    Date valid_until;
};
BOOST_DESCRIBE_STRUCT(IssueCertificate, (), (certificate, number, on, valid_until))

struct RefuseCertificate {
    static constexpr std::string_view name = "origin.refuse_certificate";

    CertificateId certificate;
    std::string reason;
    Date on;
};
BOOST_DESCRIBE_STRUCT(RefuseCertificate, (), (certificate, reason, on))

struct AmendCertificate {
    static constexpr std::string_view name = "origin.amend_certificate";

    CertificateId certificate;
    Content content;
    std::string reason;
    Date on;
};
BOOST_DESCRIBE_STRUCT(AmendCertificate, (), (certificate, content, reason, on))

struct CancelCertificate {
    static constexpr std::string_view name = "origin.cancel_certificate";

    CertificateId certificate;
    std::string reason;
    Date on;
};
BOOST_DESCRIBE_STRUCT(CancelCertificate, (), (certificate, reason, on))

struct UseCertificate {
    static constexpr std::string_view name = "origin.use_certificate";

    CertificateId certificate;
    Declaration declaration;
};
BOOST_DESCRIBE_STRUCT(UseCertificate, (), (certificate, declaration))

struct RequestRuleChange {
    static constexpr std::string_view name = "origin.request_rule_change";

    RequestId request;
    RuleSetId set;
    std::string hs;
    HsVersion version{};
    std::string asked;  // The rule as text (rule.h).
    std::string reason;
    std::string by;
    Date on;
};
BOOST_DESCRIBE_STRUCT(RequestRuleChange, (), (request, set, hs, version, asked, reason, by, on))

struct DecideRuleChange {
    static constexpr std::string_view name = "origin.decide_rule_change";

    RequestId request;
    bool accepted = false;
    std::optional<Date> in_force;
    std::string reference;
    Date on;
};
BOOST_DESCRIBE_STRUCT(DecideRuleChange, (), (request, accepted, in_force, reference, on))

struct LoadSupplierRules {
    static constexpr std::string_view name = "origin.load_supplier_rules";

    RuleSetId set;
    std::vector<SupplierRule> rules;
};
BOOST_DESCRIBE_STRUCT(LoadSupplierRules, (), (set, rules))

struct ApplySupplier {
    static constexpr std::string_view name = "origin.apply_supplier";

    SupplierCaseId supplier_case;
    RuleSetId set;
    std::string supplier;
    SupplierKind kind{};
    std::string sector;
    std::vector<Claim> claims;
    Date on;
};
BOOST_DESCRIBE_STRUCT(ApplySupplier, (), (supplier_case, set, supplier, kind, sector, claims, on))

struct CheckSupplier {
    static constexpr std::string_view name = "origin.check_supplier";

    SupplierCaseId supplier_case;
    std::vector<Claim> claims;  // One for each condition.
    std::optional<std::string> ruling;  // Where no conditions are known for the day.
};
BOOST_DESCRIBE_STRUCT(CheckSupplier, (), (supplier_case, claims, ruling))

struct IssueSupplier {
    static constexpr std::string_view name = "origin.issue_supplier";

    SupplierCaseId supplier_case;
    std::string number;
    Date on;
    Date valid_until;
};
BOOST_DESCRIBE_STRUCT(IssueSupplier, (), (supplier_case, number, on, valid_until))

struct RefuseSupplier {
    static constexpr std::string_view name = "origin.refuse_supplier";

    SupplierCaseId supplier_case;
    std::string reason;
    Date on;
};
BOOST_DESCRIBE_STRUCT(RefuseSupplier, (), (supplier_case, reason, on))

struct CancelSupplier {
    static constexpr std::string_view name = "origin.cancel_supplier";

    SupplierCaseId supplier_case;
    std::string reason;
    Date on;
};
BOOST_DESCRIBE_STRUCT(CancelSupplier, (), (supplier_case, reason, on))

using Command = std::variant<RecordSet, LoadRules, LoadTerms, RetireRule, CompleteList,
                             ReopenList, LoadCorrelations, DefineProcesses, LoadTariff, NoteProducts,
                             RegisterExporter, EndExporter, RegisterProduct, EndProduct, ApplyCertificate,
                             CheckCertificate, IssueCertificate, RefuseCertificate, AmendCertificate, CancelCertificate,
                             UseCertificate, RequestRuleChange, DecideRuleChange, LoadSupplierRules, ApplySupplier,
                             CheckSupplier, IssueSupplier, RefuseSupplier, CancelSupplier>;

}  // namespace ponte::origin
