#pragma once

// What has happened at the origin desk: rules of origin learnt from published texts, and the files of traders
// under them. Its public face; an event is never edited, a new need is a new version.

#include "desks/directory/events.h"
#include "desks/origin/papers.h"

#include <string_view>
#include <variant>

namespace ponte::origin {

using directory::Side;

// An arrangement whose rules are kept: between whom, and when. Said again: corrected.
struct SetRecorded {
    static constexpr std::string_view name = "origin.set_recorded/1";

    RuleSetId set;
    Names names;
    std::vector<JurisdictionId> parties;  // Two or more.
    Validity validity;
    std::string clause;
    Source source;

    friend bool operator==(const SetRecorded&, const SetRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(SetRecorded, (), (set, names, parties, validity, clause, source))

// Rules of the list of products, some at a time. A rule whose id is known is replaced.
struct RulesLoaded {
    static constexpr std::string_view name = "origin.rules_loaded/1";

    RuleSetId set;
    std::vector<ProductRule> rules;

    friend bool operator==(const RulesLoaded&, const RulesLoaded&) = default;
};
BOOST_DESCRIBE_STRUCT(RulesLoaded, (), (set, rules))

// A row that should not have been there.
struct RuleRetired {
    static constexpr std::string_view name = "origin.rule_retired/1";

    RuleSetId set;
    RuleId rule;  // Of a product's rule or of a term.
    std::string reason;

    friend bool operator==(const RuleRetired&, const RuleRetired&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleRetired, (), (set, rule, reason))

struct TermsLoaded {
    static constexpr std::string_view name = "origin.terms_loaded/1";

    RuleSetId set;
    std::vector<Term> terms;

    friend bool operator==(const TermsLoaded&, const TermsLoaded&) = default;
};
BOOST_DESCRIBE_STRUCT(TermsLoaded, (), (set, terms))

// An officer stands for it that every rule which the list has for this chapter on these days has been
// loaded: from then on a code of it that is not among them is outside the list.
struct ListCompleted {
    static constexpr std::string_view name = "origin.list_completed/1";

    RuleSetId set;
    std::string chapter;  // Two digits.
    HsVersion version{};
    Validity validity;
    std::string source;

    friend bool operator==(const ListCompleted&, const ListCompleted&) = default;
};
BOOST_DESCRIBE_STRUCT(ListCompleted, (), (set, chapter, version, validity, source))

struct ListReopened {
    static constexpr std::string_view name = "origin.list_reopened/1";

    RuleSetId set;
    std::string chapter;
    HsVersion version{};
    std::string reason;

    friend bool operator==(const ListReopened&, const ListReopened&) = default;
};
BOOST_DESCRIBE_STRUCT(ListReopened, (), (set, chapter, version, reason))

struct CorrelationsLoaded {
    static constexpr std::string_view name = "origin.correlations_loaded/1";

    std::vector<Correlation> rows;

    friend bool operator==(const CorrelationsLoaded&, const CorrelationsLoaded&) = default;
};
BOOST_DESCRIBE_STRUCT(CorrelationsLoaded, (), (rows))

struct ProcessesDefined {
    static constexpr std::string_view name = "origin.processes_defined/1";

    std::vector<Process> processes;

    friend bool operator==(const ProcessesDefined&, const ProcessesDefined&) = default;
};
BOOST_DESCRIBE_STRUCT(ProcessesDefined, (), (processes))

struct TariffLoaded {
    static constexpr std::string_view name = "origin.tariff_loaded/1";

    JurisdictionId importer;
    std::vector<TariffLine> lines;

    friend bool operator==(const TariffLoaded&, const TariffLoaded&) = default;
};
BOOST_DESCRIBE_STRUCT(TariffLoaded, (), (importer, lines))

struct ProductsNoted {
    static constexpr std::string_view name = "origin.products_noted/1";

    JurisdictionId maker;
    std::vector<ProductNote> products;

    friend bool operator==(const ProductsNoted&, const ProductsNoted&) = default;
};
BOOST_DESCRIBE_STRUCT(ProductsNoted, (), (maker, products))

// Said again: the registration as it is now.
struct ExporterRegistered {
    static constexpr std::string_view name = "origin.exporter_registered/1";

    ExporterId exporter;
    Names names;  // Of the firm.
    std::string registration;  // Its number in the register of traders.
    bool producer = false;  // Makes what it exports; not only a trader.
    Date from;
    std::optional<Date> to;  // The last day.
    std::string evidence;
    BodyId body;  // Whose file it is.
    Side side{};

    friend bool operator==(const ExporterRegistered&, const ExporterRegistered&) = default;
};
BOOST_DESCRIBE_STRUCT(ExporterRegistered, (), (exporter, names, registration, producer, from, to, evidence, body, side))

struct ExporterEnded {
    static constexpr std::string_view name = "origin.exporter_ended/1";

    ExporterId exporter;
    Date on;  // The last day.
    std::string reason;

    friend bool operator==(const ExporterEnded&, const ExporterEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(ExporterEnded, (), (exporter, on, reason))

// With what the desk found on its origin on the day that the goods name; a certificate asks again for its own day.
struct ProductRegistered {
    static constexpr std::string_view name = "origin.product_registered/1";

    ProductId product;
    ExporterId exporter;
    std::string factory;
    Goods goods;
    Date from;
    std::optional<Date> to;  // The last day.
    Answer origin{};
    std::optional<Criterion> by;
    RuleId rule;  // The rule that decided; empty where none did.

    friend bool operator==(const ProductRegistered&, const ProductRegistered&) = default;
};
BOOST_DESCRIBE_STRUCT(ProductRegistered, (), (product, exporter, factory, goods, from, to, origin, by, rule))

struct ProductEnded {
    static constexpr std::string_view name = "origin.product_ended/1";

    ProductId product;
    Date on;  // The last day.
    std::string reason;

    friend bool operator==(const ProductEnded&, const ProductEnded&) = default;
};
BOOST_DESCRIBE_STRUCT(ProductEnded, (), (product, on, reason))

struct CertificateApplied {
    static constexpr std::string_view name = "origin.certificate_applied/1";

    CertificateId certificate;
    RuleSetId set;
    Content content;
    std::optional<Consignment> consignment;
    Date on;
    BodyId body;
    Side side{};

    friend bool operator==(const CertificateApplied&, const CertificateApplied&) = default;
};
BOOST_DESCRIBE_STRUCT(CertificateApplied, (), (certificate, set, content, consignment, on, body, side))

struct CertificateChecked {
    static constexpr std::string_view name = "origin.certificate_checked/1";

    CertificateId certificate;
    std::vector<Check> checks;  // One of each kind, in their order.
    Answer origin{};  // As determined.
    std::optional<Criterion> by;
    RuleId rule;
    std::string ruling;  // Why the officer takes the origin as shown where the desk does not know; empty otherwise.

    friend bool operator==(const CertificateChecked&, const CertificateChecked&) = default;
};
BOOST_DESCRIBE_STRUCT(CertificateChecked, (), (certificate, checks, origin, by, rule, ruling))

struct CertificateIssued {
    static constexpr std::string_view name = "origin.certificate_issued/1";

    CertificateId certificate;
    std::string number;
    Date on;
    Date valid_until;  // The last day.

    friend bool operator==(const CertificateIssued&, const CertificateIssued&) = default;
};
BOOST_DESCRIBE_STRUCT(CertificateIssued, (), (certificate, number, on, valid_until))

struct CertificateRefused {
    static constexpr std::string_view name = "origin.certificate_refused/1";

    CertificateId certificate;
    std::string reason;
    Date on;

    friend bool operator==(const CertificateRefused&, const CertificateRefused&) = default;
};
BOOST_DESCRIBE_STRUCT(CertificateRefused, (), (certificate, reason, on))

struct CertificateAmended {
    static constexpr std::string_view name = "origin.certificate_amended/1";

    CertificateId certificate;
    Content content;  // As it stands from now on.
    std::string reason;
    Date on;

    friend bool operator==(const CertificateAmended&, const CertificateAmended&) = default;
};
BOOST_DESCRIBE_STRUCT(CertificateAmended, (), (certificate, content, reason, on))

struct CertificateCancelled {
    static constexpr std::string_view name = "origin.certificate_cancelled/1";

    CertificateId certificate;
    std::string reason;
    Date on;

    friend bool operator==(const CertificateCancelled&, const CertificateCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(CertificateCancelled, (), (certificate, reason, on))

struct CertificateUsed {
    static constexpr std::string_view name = "origin.certificate_used/1";

    CertificateId certificate;
    Declaration declaration;
    std::vector<Difference> differences;

    friend bool operator==(const CertificateUsed&, const CertificateUsed&) = default;
};
BOOST_DESCRIBE_STRUCT(CertificateUsed, (), (certificate, declaration, differences))

struct RuleChangeRequested {
    static constexpr std::string_view name = "origin.rule_change_requested/1";

    RequestId request;
    RuleSetId set;
    std::string hs;
    HsVersion version{};
    Tests asked;  // The rule that is asked for.
    std::string reason;
    std::string by;  // Who asks: a firm or an association.
    Date on;
    std::optional<Date> window;  // The last day of the window it falls in; absent where no windows are known on the day.
    std::optional<Date> in_force_by;
    RuleId term;  // That says so; empty where none does.
    BodyId body;
    Side side{};

    friend bool operator==(const RuleChangeRequested&, const RuleChangeRequested&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleChangeRequested, (), (request, set, hs, version, asked, reason, by, on, window, in_force_by, term, body, side))

struct RuleChangeDecided {
    static constexpr std::string_view name = "origin.rule_change_decided/1";

    RequestId request;
    bool accepted = false;
    std::optional<Date> in_force;  // Of the amended rule.
    std::string reference;  // The announcement, or the answer.
    Date on;

    friend bool operator==(const RuleChangeDecided&, const RuleChangeDecided&) = default;
};
BOOST_DESCRIBE_STRUCT(RuleChangeDecided, (), (request, accepted, in_force, reference, on))

struct SupplierRulesLoaded {
    static constexpr std::string_view name = "origin.supplier_rules_loaded/1";

    RuleSetId set;
    std::vector<SupplierRule> rules;

    friend bool operator==(const SupplierRulesLoaded&, const SupplierRulesLoaded&) = default;
};
BOOST_DESCRIBE_STRUCT(SupplierRulesLoaded, (), (set, rules))

// A natural person is named by the number of the file only.
struct SupplierApplied {
    static constexpr std::string_view name = "origin.supplier_applied/1";

    SupplierCaseId supplier_case;
    RuleSetId set;
    std::string supplier;  // A firm's name, or a file's number.
    SupplierKind kind{};
    std::string sector;
    std::vector<Claim> claims;
    Date on;
    RuleId rule;  // That held on the day; empty where none is known.
    BodyId body;
    Side side{};

    friend bool operator==(const SupplierApplied&, const SupplierApplied&) = default;
};
BOOST_DESCRIBE_STRUCT(SupplierApplied, (), (supplier_case, set, supplier, kind, sector, claims, on, rule, body, side))

// What the officer found of each condition; replaces what was claimed.
struct SupplierChecked {
    static constexpr std::string_view name = "origin.supplier_checked/1";

    SupplierCaseId supplier_case;
    std::vector<Claim> claims;
    std::string ruling;  // Why the conditions are taken as met where the desk knows none for the day; empty otherwise.

    friend bool operator==(const SupplierChecked&, const SupplierChecked&) = default;
};
BOOST_DESCRIBE_STRUCT(SupplierChecked, (), (supplier_case, claims, ruling))

struct SupplierIssued {
    static constexpr std::string_view name = "origin.supplier_issued/1";

    SupplierCaseId supplier_case;
    std::string number;
    Date on;
    Date valid_until;  // The last day.

    friend bool operator==(const SupplierIssued&, const SupplierIssued&) = default;
};
BOOST_DESCRIBE_STRUCT(SupplierIssued, (), (supplier_case, number, on, valid_until))

struct SupplierRefused {
    static constexpr std::string_view name = "origin.supplier_refused/1";

    SupplierCaseId supplier_case;
    std::string reason;
    Date on;

    friend bool operator==(const SupplierRefused&, const SupplierRefused&) = default;
};
BOOST_DESCRIBE_STRUCT(SupplierRefused, (), (supplier_case, reason, on))

struct SupplierCancelled {
    static constexpr std::string_view name = "origin.supplier_cancelled/1";

    SupplierCaseId supplier_case;
    std::string reason;
    Date on;

    friend bool operator==(const SupplierCancelled&, const SupplierCancelled&) = default;
};
BOOST_DESCRIBE_STRUCT(SupplierCancelled, (), (supplier_case, reason, on))

// What is counted of the files, each in the year of its own day.
enum class Counted : std::uint8_t {
    certificates_issued = 1,
    certificates_used = 2,
    certificates_cancelled = 3,
    exporters_registered = 4,
    products_registered = 5,
    changes_requested = 6,
    changes_accepted = 7,
    changes_declined = 8,
    suppliers_certified = 9,
    suppliers_cancelled = 10,
};
BOOST_DESCRIBE_ENUM(Counted, certificates_issued, certificates_used, certificates_cancelled, exporters_registered, products_registered,
                    changes_requested, changes_accepted, changes_declined, suppliers_certified, suppliers_cancelled)

// How many there are by now, and how many traders they come from; said with each entry that adds to them.
struct NumbersCounted {
    static constexpr std::string_view name = "origin.numbers_counted/1";

    Counted what{};
    std::uint16_t year = 0;
    std::uint32_t count = 0;
    std::uint32_t traders = 0;

    friend bool operator==(const NumbersCounted&, const NumbersCounted&) = default;
};
BOOST_DESCRIBE_STRUCT(NumbersCounted, (), (what, year, count, traders))

using Event = std::variant<SetRecorded, RulesLoaded, RuleRetired, TermsLoaded, ListCompleted,
                           ListReopened, CorrelationsLoaded, ProcessesDefined, TariffLoaded, ProductsNoted,
                           ExporterRegistered, ExporterEnded, ProductRegistered, ProductEnded, CertificateApplied,
                           CertificateChecked, CertificateIssued, CertificateRefused, CertificateAmended, CertificateCancelled,
                           CertificateUsed, RuleChangeRequested, RuleChangeDecided, SupplierRulesLoaded, SupplierApplied,
                           SupplierChecked, SupplierIssued, SupplierRefused, SupplierCancelled, NumbersCounted>;

}  // namespace ponte::origin
