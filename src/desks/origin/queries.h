#pragma once

#include "desks/origin/determine.h"
#include "desks/origin/changes.h"

// Questions to the origin desk. Rules are published law and shown to everyone; a bill that is sent with a question
// is answered and not kept; files of traders are shown by the gate (seen.h).
namespace ponte::origin {

struct Looking;  // view.h

struct SetRow {
    RuleSetId set;
    Names names;
    std::vector<JurisdictionId> parties;
    Validity validity;
    ponte::Answer holds{};  // On the day asked for.
    std::uint32_t rules = 0;  // Of the list, loaded here.
    std::vector<ListCompleted> complete;  // Chapters of which an officer has stated that they are complete.
    std::string clause;
    Source source;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(SetRow, (), (set, names, parties, validity, holds, rules, complete, clause, source, entry))

struct SetsAnswer {
    Date on;
    std::vector<SetRow> sets;
};
BOOST_DESCRIBE_STRUCT(SetsAnswer, (), (on, sets))

// The arrangements whose rules are kept.
struct SetsQuery {
    static constexpr std::string_view name = "origin.sets";
    using Answer = SetsAnswer;

    std::optional<Date> on;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(SetsQuery, (), (on))

struct RuleShown {
    RuleSetId set;
    ProductRule rule;
    std::string tests;  // As text (rule.h).
    ponte::Answer holds{};  // On the day asked for.
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RuleShown, (), (set, rule, tests, holds, entry))

struct RulesAnswer {
    Date on;
    std::vector<RuleShown> rules;
    ponte::Answer outside{};  // Of the code asked for in the set asked for: whether it is known not to be listed; unknown where no set or code was named.
};
BOOST_DESCRIBE_STRUCT(RulesAnswer, (), (on, rules, outside))

// Rules of the lists; with a code, those that are or may be its rule, the closest first.
struct RulesQuery {
    static constexpr std::string_view name = "origin.rules";
    using Answer = RulesAnswer;

    std::optional<RuleSetId> set;
    std::optional<std::string> hs;
    std::optional<HsVersion> version;
    std::optional<Date> on;  // Today where absent.
    bool of_any_day = false;  // Not only what may hold on the day.
};
BOOST_DESCRIBE_STRUCT(RulesQuery, (), (set, hs, version, on, of_any_day))

struct TermShown {
    RuleSetId set;
    Term term;
    std::string tests;
    ponte::Answer holds{};  // The rule itself, on the day asked for: unknown where nobody here knows its text or its days.
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(TermShown, (), (set, term, tests, holds, entry))

struct TermsAnswer {
    Date on;
    std::vector<TermShown> terms;
};
BOOST_DESCRIBE_STRUCT(TermsAnswer, (), (on, terms))

// Rules for all goods.
struct TermsQuery {
    static constexpr std::string_view name = "origin.terms";
    using Answer = TermsAnswer;

    std::optional<RuleSetId> set;
    std::optional<Date> on;  // Today where absent.
    bool of_any_day = false;
};
BOOST_DESCRIBE_STRUCT(TermsQuery, (), (set, on, of_any_day))

struct TablesAnswer {
    std::vector<Process> processes;
    std::vector<Correlation> correlations;
    std::vector<ProductNote> products;  // Made here, and thought to have this code.
    std::vector<TariffLine> tariff;
    std::vector<SupplierRule> supplier_rules;
};
BOOST_DESCRIBE_STRUCT(TablesAnswer, (), (processes, correlations, products, tariff, supplier_rules))

// The tables beside the rules.
struct TablesQuery {
    static constexpr std::string_view name = "origin.tables";
    using Answer = TablesAnswer;

    std::optional<JurisdictionId> importer;  // Of the tariff; CN where absent.
    std::optional<JurisdictionId> maker;  // Of the products; MO where absent.
    std::optional<RuleSetId> set;  // Of the rules for suppliers; every one where absent.
};
BOOST_DESCRIBE_STRUCT(TablesQuery, (), (importer, maker, set))

// One test of a rule and what it gave. `parts` says how many of the following are joined by it.
struct TestShown {
    TestKind kind{};
    std::uint16_t parts = 0;
    std::string text;
    ponte::Answer answer{};
    Why why{};
};
BOOST_DESCRIBE_STRUCT(TestShown, (), (kind, parts, text, answer, why))

struct TriedShown {
    Criterion criterion{};
    ponte::Answer answer{};
    Why why{};
    RuleId rule;  // Empty where no rule was found.
    std::string tests;  // As text.
    std::vector<TestShown> each;
    std::string text;  // In our own words.
    std::optional<Validity> validity;
    std::string clause;
    std::optional<Source> source;
};
BOOST_DESCRIBE_STRUCT(TriedShown, (), (criterion, answer, why, rule, tests, each, text, validity, clause, source))

// Part of the FOB price, cut off after four places, so that what is shown as 40 is 40.
struct Share {
    Decimal part;
    Decimal percent;
};
BOOST_DESCRIBE_STRUCT(Share, (), (part, percent))

// In the currency of the price, cut off after four places.
struct FiguresShown {
    Currency currency;
    std::optional<Decimal> fob;
    std::optional<Decimal> ex_works;
    Decimal originating;  // Materials from here.
    Decimal other_party;  // Materials that originate on the other side.
    Decimal foreign;
    Decimal origin_unknown;  // Materials of which nobody knows where they originate.
    Decimal labour;
    Decimal development;
    std::optional<Share> build_up;  // Without what may count; absent without a price.
    std::optional<Share> build_up_at_most;  // With everything that may count.
    std::optional<Share> build_down;
    std::optional<Share> build_down_at_most;
};
BOOST_DESCRIBE_STRUCT(FiguresShown, (), (currency, fob, ex_works, originating, other_party, foreign, origin_unknown, labour, development, build_up, build_up_at_most, build_down, build_down_at_most))

struct LineShown {
    std::uint32_t line = 0;  // From 0.
    std::string hs;
    Decimal value;  // In the currency of the price, cut off after four places.
    std::string status;  // here, other_party, foreign, unknown
    ponte::Answer other_chapter{};  // Than the good.
    ponte::Answer other_heading{};
    ponte::Answer other_subheading{};
};
BOOST_DESCRIBE_STRUCT(LineShown, (), (line, hs, value, status, other_chapter, other_heading, other_subheading))

struct StepShown {
    ChangeKind kind{};
    std::optional<std::uint32_t> line;
    std::string hs;
    Decimal amount;  // At least, in the currency of the price.
    ProcessId process;
};
BOOST_DESCRIBE_STRUCT(StepShown, (), (kind, line, hs, amount, process))

struct WayShown {
    RuleId rule;  // That would then be met.
    Decimal amount;  // Moved in all.
    bool unpriced = false;  // There is a step that has no price here.
    std::vector<StepShown> steps;
};
BOOST_DESCRIBE_STRUCT(WayShown, (), (rule, amount, unpriced, steps))

// What must hold for the preference beside the origin.
struct ConditionShown {
    Topic topic{};
    ponte::Answer answer{};
    Why why{};
    RuleId term;
    std::string clause;
    std::optional<Source> source;
};
BOOST_DESCRIBE_STRUCT(ConditionShown, (), (topic, answer, why, term, clause, source))

// A question that cannot be answered as it was asked.
struct Refused {
    std::string code;
    std::string subject;
    std::string place;
};
BOOST_DESCRIBE_STRUCT(Refused, (), (code, subject, place))

struct DeterminationAnswer {
    std::optional<Refused> refused;  // Nothing else is said then.
    std::optional<RuleSetId> set;
    std::string hs;
    std::optional<HsVersion> version;
    Date on;
    ponte::Answer origin = ponte::Answer::unknown;
    ponte::Answer preference = ponte::Answer::unknown;  // Origin and what must hold beside it.
    std::optional<Criterion> by;  // That gave the answer.
    Why why = Why::set_unknown;
    std::vector<TriedShown> tried;  // In order.
    std::vector<TriedShown> branches;  // Where it is unknown which rule is the good's: what each would give.
    std::optional<FiguresShown> figures;
    std::vector<LineShown> lines;
    std::vector<WayShown> ways;  // To meet what was not met, the cheapest first; also of branches.
    std::vector<ConditionShown> conditions;
};
BOOST_DESCRIBE_STRUCT(DeterminationAnswer, (), (refused, set, hs, version, on, origin, preference, by, why, tried, branches, figures, lines, ways, conditions))

// Whether a good originates. The bill is not kept.
struct DetermineQuery {
    static constexpr std::string_view name = "origin.determine";
    using Answer = DeterminationAnswer;

    Goods goods;
    std::optional<Consignment> consignment;
};
BOOST_DESCRIBE_STRUCT(DetermineQuery, (), (goods, consignment))

struct CatalogueRow {
    std::string name;
    Goods goods;
};
BOOST_DESCRIBE_STRUCT(CatalogueRow, (), (name, goods))

struct CatalogueResult {
    std::string name;
    std::optional<Refused> refused;
    ponte::Answer origin = ponte::Answer::unknown;
    std::optional<Criterion> by;
    Why why = Why::set_unknown;
    RuleId rule;
    std::optional<Share> build_up;
    std::optional<Share> build_down;
    std::optional<Decimal> cheapest;  // The least amount that would have to be moved for a yes.
};
BOOST_DESCRIBE_STRUCT(CatalogueResult, (), (name, refused, origin, by, why, rule, build_up, build_down, cheapest))

struct CatalogueAnswer {
    std::vector<CatalogueResult> rows;
    std::uint32_t yes = 0;
    std::uint32_t no = 0;
    std::uint32_t unknown = 0;
    std::uint32_t refused = 0;
};
BOOST_DESCRIBE_STRUCT(CatalogueAnswer, (), (rows, yes, no, unknown, refused))

// Many goods at once, each answered by itself.
struct CatalogueQuery {
    static constexpr std::string_view name = "origin.catalogue";
    using Answer = CatalogueAnswer;

    std::vector<CatalogueRow> rows;
};
BOOST_DESCRIBE_STRUCT(CatalogueQuery, (), (rows))

struct WindowAnswer {
    Date on;
    ponte::Answer known{};  // Whether the windows of the day are known.
    std::optional<Date> apply_by;  // Itself in the window.
    std::optional<Date> in_force_by;
    RuleId term;
    std::string clause;
    std::optional<Source> source;
};
BOOST_DESCRIBE_STRUCT(WindowAnswer, (), (on, known, apply_by, in_force_by, term, clause, source))

// By when a rule's change must be asked for to be in force by when.
struct WindowQuery {
    static constexpr std::string_view name = "origin.window";
    using Answer = WindowAnswer;

    RuleSetId set;
    std::optional<Date> on;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(WindowQuery, (), (set, on))

struct ExportersAnswer {
    std::vector<ExporterRegistered> exporters;
    std::vector<ExporterEnded> ended;
};
BOOST_DESCRIBE_STRUCT(ExportersAnswer, (), (exporters, ended))

struct ExportersQuery {
    static constexpr std::string_view name = "origin.exporters";
    using Answer = ExportersAnswer;

    std::optional<Date> registered_on;  // Only those registered on the day.
};
BOOST_DESCRIBE_STRUCT(ExportersQuery, (), (registered_on))

struct ProductsAnswer {
    std::vector<ProductRegistered> products;
    std::vector<ProductEnded> ended;
};
BOOST_DESCRIBE_STRUCT(ProductsAnswer, (), (products, ended))

struct ProductsQuery {
    static constexpr std::string_view name = "origin.products";
    using Answer = ProductsAnswer;

    std::optional<ExporterId> exporter;
    std::optional<Date> registered_on;
};
BOOST_DESCRIBE_STRUCT(ProductsQuery, (), (exporter, registered_on))

enum class CertificateState : std::uint8_t { applied = 1, checked = 2, issued = 3, used = 4, expired = 5, refused = 6, cancelled = 7 };
BOOST_DESCRIBE_ENUM(CertificateState, applied, checked, issued, used, expired, refused, cancelled)

struct CertificateRow {
    CertificateId certificate;
    CertificateState state{};  // On the day asked for.
    Content content;
    Date applied_on;
    std::optional<std::string> number;
    std::optional<Date> issued_on;
    std::optional<Date> valid_until;
    std::vector<Check> checks;
    ponte::Answer origin{};
    std::optional<Criterion> by;
    RuleId rule;
    std::string ruling;
    std::vector<CertificateAmended> amendments;
    std::optional<CertificateUsed> used;
    std::string reason;  // Of a refusal or cancellation.
    std::optional<Decimal> duty_saved;  // In the currency of the value; absent where no tariff says it.
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(CertificateRow, (), (certificate, state, content, applied_on, number, issued_on, valid_until, checks, origin, by, rule, ruling, amendments, used, reason, duty_saved, entry))

struct CertificatesAnswer {
    Date on;
    std::vector<CertificateRow> certificates;
};
BOOST_DESCRIBE_STRUCT(CertificatesAnswer, (), (on, certificates))

struct CertificatesQuery {
    static constexpr std::string_view name = "origin.certificates";
    using Answer = CertificatesAnswer;

    std::optional<CertificateId> certificate;
    std::optional<ExporterId> exporter;
    std::optional<CertificateState> state;
    std::optional<Date> expiring_by;  // Issued, not used, and at an end by then.
    std::optional<Date> on;  // Today where absent.
    bool with_differences = false;  // Only those whose declaration says otherwise.
};
BOOST_DESCRIBE_STRUCT(CertificatesQuery, (), (certificate, exporter, state, expiring_by, on, with_differences))

struct RequestRow {
    RuleChangeRequested requested;
    std::string asked;  // As text.
    std::optional<RuleChangeDecided> decided;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RequestRow, (), (requested, asked, decided, entry))

struct RequestsAnswer {
    std::vector<RequestRow> requests;
};
BOOST_DESCRIBE_STRUCT(RequestsAnswer, (), (requests))

struct RequestsQuery {
    static constexpr std::string_view name = "origin.requests";
    using Answer = RequestsAnswer;

    std::optional<Date> window;  // By its last day.
    bool open_only = false;
};
BOOST_DESCRIBE_STRUCT(RequestsQuery, (), (window, open_only))

struct SupplierRow {
    SupplierApplied applied;
    CertificateState state{};  // On the day asked for.
    std::vector<Claim> claims;
    std::string ruling;
    std::optional<std::string> number;
    std::optional<Date> issued_on;
    std::optional<Date> valid_until;
    std::string reason;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(SupplierRow, (), (applied, state, claims, ruling, number, issued_on, valid_until, reason, entry))

struct SuppliersAnswer {
    Date on;
    std::vector<SupplierRow> suppliers;
};
BOOST_DESCRIBE_STRUCT(SuppliersAnswer, (), (on, suppliers))

struct SuppliersQuery {
    static constexpr std::string_view name = "origin.suppliers";
    using Answer = SuppliersAnswer;

    std::optional<std::string> sector;
    std::optional<Date> on;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(SuppliersQuery, (), (sector, on))

struct Sum {
    Currency currency;
    Decimal value;  // Cut off after two places.
    std::optional<Decimal> duty_saved;  // Absent: of at least one certificate no tariff says it.
    std::uint32_t duty_unknown = 0;  // Certificates of which that is so.
};
BOOST_DESCRIBE_STRUCT(Sum, (), (currency, value, duty_saved, duty_unknown))

struct MonthRow {
    Period month;
    std::uint32_t certificates = 0;  // Issued in it and not cancelled.
    std::uint32_t cancelled = 0;  // Of those issued in it.
    std::uint32_t used = 0;  // Of those issued in it.
    std::vector<Sum> sums;  // By currency.
};
BOOST_DESCRIBE_STRUCT(MonthRow, (), (month, certificates, cancelled, used, sums))

struct WindowRow {
    Date apply_by;
    std::optional<Date> in_force_by;
    std::uint32_t requests = 0;
    std::uint32_t accepted = 0;
    std::uint32_t declined = 0;
};
BOOST_DESCRIBE_STRUCT(WindowRow, (), (apply_by, in_force_by, requests, accepted, declined))

struct SectorRow {
    std::string sector;
    SupplierKind kind{};
    std::uint32_t certificates = 0;  // Issued and not cancelled.
};
BOOST_DESCRIBE_STRUCT(SectorRow, (), (sector, kind, certificates))

struct FiguresAnswer {
    std::vector<MonthRow> months;
    std::uint32_t months_withheld = 0;  // Of fewer traders than traders_min, not all of them the reader's own files.
    std::vector<Sum> sums;              // Of the months shown.
    std::uint32_t certificates = 0;     // Of the months shown.
    std::vector<WindowRow> windows;
    std::uint32_t requests_outside_windows = 0;  // Of days on which no windows are known.
    std::vector<SectorRow> sectors;
};
BOOST_DESCRIBE_STRUCT(FiguresAnswer, (), (months, months_withheld, sums, certificates, windows, requests_outside_windows, sectors))

// What measure 9 is counted by, as sums that everyone may see.
struct FiguresQuery {
    static constexpr std::string_view name = "origin.figures";
    using Answer = FiguresAnswer;

    std::optional<Period> period;  // Of issue, in whole months: one that it cuts is not counted. Everything where absent.
};
BOOST_DESCRIBE_STRUCT(FiguresQuery, (), (period))

using Query = std::variant<SetsQuery, RulesQuery, TermsQuery, TablesQuery, DetermineQuery,
                           CatalogueQuery, WindowQuery, ExportersQuery, ProductsQuery, CertificatesQuery,
                           RequestsQuery, SuppliersQuery, FiguresQuery>;

[[nodiscard]] SetsAnswer answer(const Looking& looking, const SetsQuery& query);
[[nodiscard]] RulesAnswer answer(const Looking& looking, const RulesQuery& query);
[[nodiscard]] TermsAnswer answer(const Looking& looking, const TermsQuery& query);
[[nodiscard]] TablesAnswer answer(const Looking& looking, const TablesQuery& query);
[[nodiscard]] DeterminationAnswer answer(const Looking& looking, const DetermineQuery& query);
[[nodiscard]] CatalogueAnswer answer(const Looking& looking, const CatalogueQuery& query);
[[nodiscard]] WindowAnswer answer(const Looking& looking, const WindowQuery& query);
[[nodiscard]] ExportersAnswer answer(const Looking& looking, const ExportersQuery& query);
[[nodiscard]] ProductsAnswer answer(const Looking& looking, const ProductsQuery& query);
[[nodiscard]] CertificatesAnswer answer(const Looking& looking, const CertificatesQuery& query);
[[nodiscard]] RequestsAnswer answer(const Looking& looking, const RequestsQuery& query);
[[nodiscard]] SuppliersAnswer answer(const Looking& looking, const SuppliersQuery& query);
[[nodiscard]] FiguresAnswer answer(const Looking& looking, const FiguresQuery& query);

}  // namespace ponte::origin
