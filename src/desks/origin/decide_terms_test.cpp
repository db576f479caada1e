// What is refused of the tables of an arrangement and of the files beside its certificates, in the documented order.
#include "base/refusal_table.h"
#include "desks/origin/determine_sample.h"

namespace ponte::origin {
namespace {

const access::Grant ana = Desk::person("ana", access::Role::officer);
const access::Grant rui = Desk::person("rui", access::Role::head);
const access::Grant reader = Desk::person("ana", access::Role::reader);
const access::Grant stranger = Desk::person("eva", access::Role::officer, "another");

template <class Command>
struct Request {
    access::Grant by;
    Command command;
};

template <class Command>
void expect_refused(const Desk& desk, const access::Grant& by, const Command& good, std::vector<RefusalRow<Request<Command>>> rows) {
    rows.insert(rows.begin(), {refusals::not_allowed, [](Request<Command>& r) { r.by = reader; }});
    expect_refusals<Request<Command>>({by, good}, rows, [&](const Request<Command>& r) { return desk.decided(r.by, r.command); });
}

const std::string long_text(2'000, 'x');

TEST(LoadTerms, RefusesInTheDocumentedOrder) {
    const Desk desk = desk_with_rules();
    using R = Request<LoadTerms>;
    TermRow floor = sample_term("FLOOR", Topic::cumulation_floor, Answer::yes);
    floor.percent = number("20");
    expect_refused<LoadTerms>(desk, ana, {.set = RuleSetId("s"), .terms = {floor, sample_term("NOTE", Topic::note, Answer::yes)}},
                              {{refusals::nothing_given, [](R& r) { r.command.terms.clear(); }},
                               {refusals::too_many, [](R& r) { r.command.terms.resize(1'001); }},
                               {refusals::id_malformed, [](R& r) { r.command.terms[0].term = RuleId("two words"); }},
                               {refusals::percent_out_of_range, [](R& r) { r.command.terms[0].percent = number("100.01"); }},
                               {refusals::rule_unreadable, [](R& r) { r.command.terms[0].tests = "CTH and"; }},
                               {refusals::window_impossible, [](R& r) { r.command.terms[0].windows = {{2, 30, 7, 1}}; }},
                               {refusals::term_incomplete,
                                [](R& r) {
                                    r.command.terms[0].topic = Topic::nomenclature;
                                    r.command.terms[0].version = {};
                                }},
                               {refusals::text_too_long, [](R& r) { r.command.terms[0].text = long_text; }},
                               {refusals::source_missing, [](R& r) { r.command.terms[0].source = {}; }},
                               {refusals::date_out_of_range, [](R& r) { r.command.terms[0].validity.from = Period{Date{99'999'999}, Date{99'999'999}}; }},
                               {refusals::dates_backwards, [](R& r) { r.command.terms[0].validity = {.from = Period::from_text("2019"), .to = Period::from_text("2018")}; }},
                               {refusals::row_repeated, [](R& r) { r.command.terms[1].term = r.command.terms[0].term; }},
                               {refusals::set_unknown, [](R& r) { r.command.set = RuleSetId("t"); }},
                               {refusals::process_unknown, [](R& r) { r.command.terms[0].processes = {ProcessId("folding")}; }},
                               {refusals::terms_overlap, [](R& r) { r.command.terms[0].topic = Topic::cumulation; }}});
    Desk again = desk_with_rules();
    EXPECT_EQ(again.ask(sample_terms()), "origin.already_recorded");
}

TEST(LoadTerms, SayWhichFieldIsMissingOrImpossible) {
    const Desk desk = desk_with_rules();
    const auto place_of = [&](TermRow row) { return desk.decided(ana, LoadTerms{.set = RuleSetId("s"), .terms = {sample_term("NOTE", Topic::note, Answer::yes), std::move(row)}}).error().place; };
    EXPECT_EQ(place_of(sample_term("T", Topic::cumulation_floor, Answer::yes)), "/terms/1/percent");
    EXPECT_EQ(place_of(sample_term("T", Topic::de_minimis, Answer::yes)), "/terms/1/percent");
    EXPECT_EQ(place_of(sample_term("T", Topic::preference, Answer::yes)), "/terms/1/percent");
    EXPECT_EQ(place_of(sample_term("T", Topic::general_rule, Answer::yes)), "/terms/1/tests");
    EXPECT_EQ(place_of(sample_term("T", Topic::nomenclature, Answer::yes)), "/terms/1/version");
    EXPECT_EQ(place_of(sample_term("T", Topic::request_windows, Answer::yes)), "/terms/1/windows");
    for (const Window& impossible : {Window{13, 1, 7, 1}, Window{3, 0, 7, 1}, Window{3, 1, 4, 31}, Window{3, 1, 0, 1}}) {
        TermRow row = sample_term("T", Topic::request_windows, Answer::yes);
        row.windows = {{3, 1, 7, 1}, impossible};
        EXPECT_EQ(place_of(row), "/terms/1/windows");
    }
    // Of a rule that is not known to hold nothing more can be asked.
    EXPECT_TRUE(desk.decided(ana, LoadTerms{.set = RuleSetId("s"), .terms = {sample_term("T", Topic::cumulation_floor, Answer::unknown)}}));
}

TEST(LoadTerms, HoldOneRuleForAMatterAndDayUnlessOneIsDoubted) {
    Desk desk = desk_with_rules();
    const auto load = [&](const TermRow& row) { return desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {row}}); };
    TermRow edition = sample_term("HS2012", Topic::nomenclature, Answer::yes, "", "2018-01-01");
    edition.version = HsVersion::hs2012;
    edition.validity.to = Period::from_text("2019-01-01");
    EXPECT_EQ(load(edition), "origin.terms_overlap") << "the last day is the first one of the next";
    edition.validity.to = Period::from_text("2018-12-31");
    EXPECT_EQ(load(edition), "");
    TermRow doubted = sample_term("DOUBTED", Topic::cumulation, Answer::no);
    EXPECT_EQ(load(doubted), "origin.terms_overlap");
    doubted.source.confidence = Confidence::unverified;
    EXPECT_EQ(load(doubted), "");
    EXPECT_EQ(load(sample_term("RVC-3", Topic::general_rule, Answer::yes, "BD 45")), "") << "of general rules there may be several";
}

TEST(RetireRule, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_rules();
    using R = Request<RetireRule>;
    const RetireRule good{.set = RuleSetId("s"), .rule = RuleId("ham-2021"), .reason = "misread"};
    expect_refused<RetireRule>(desk, ana, good,
                               {{refusals::reason_missing, [](R& r) { r.command.reason = ""; }},
                                {refusals::text_too_long, [](R& r) { r.command.reason = long_text; }},
                                {refusals::set_unknown, [](R& r) { r.command.set = RuleSetId("t"); }},
                                {refusals::rule_unknown, [](R& r) { r.command.rule = RuleId("ham-1999"); }}});
    EXPECT_EQ(desk.ask(good), "");
    EXPECT_EQ(desk.ask(good), "origin.rule_unknown");
    EXPECT_EQ(desk.ask(RetireRule{.set = RuleSetId("s"), .rule = RuleId("CUM"), .reason = "misread"}), "") << "a rule for all goods is retired by its id too";
}

TEST(CompleteList, IsReopenedOnlyWhereItWasComplete) {
    Desk desk = desk_with_rules();
    using C = Request<CompleteList>;
    const CompleteList complete{.set = RuleSetId("s"), .chapter = "02", .version = HsVersion::hs2017, .validity = {.from = Period::from_text("2019-01-01"), .to = Period::from_text("2020-12-31")}, .source = "the annex"};
    expect_refused<CompleteList>(desk, ana, complete,
                                 {{refusals::hs_unknown, [](C& r) { r.command.chapter = "77"; }},
                                  {refusals::source_missing, [](C& r) { r.command.source = ""; }},
                                  {refusals::text_too_long, [](C& r) { r.command.source = long_text; }},
                                  {refusals::date_out_of_range, [](C& r) { r.command.validity.from = Period{Date{99'999'999}, Date{99'999'999}}; }},
                                  {refusals::dates_backwards, [](C& r) { r.command.validity.to = Period::from_text("2018-12-31"); }},
                                  {refusals::set_unknown, [](C& r) { r.command.set = RuleSetId("t"); }}});
    using R = Request<ReopenList>;
    const ReopenList reopen{.set = RuleSetId("s"), .chapter = "02", .version = HsVersion::hs2017, .reason = "a page was missing"};
    EXPECT_EQ(desk.ask(reopen), "origin.list_not_complete");
    EXPECT_EQ(desk.ask(complete), "");
    EXPECT_EQ(desk.ask(complete), "origin.already_recorded");
    expect_refused<ReopenList>(desk, ana, reopen,
                               {{refusals::reason_missing, [](R& r) { r.command.reason = ""; }},
                                {refusals::text_too_long, [](R& r) { r.command.reason = long_text; }},
                                {refusals::set_unknown, [](R& r) { r.command.set = RuleSetId("t"); }},
                                {refusals::list_not_complete, [](R& r) { r.command.version = HsVersion::hs2022; }}});
    EXPECT_EQ(desk.ask(ReopenList{.set = RuleSetId("s"), .chapter = "03", .version = HsVersion::hs2017, .reason = "x"}), "origin.list_not_complete");
    EXPECT_EQ(desk.ask(reopen), "");
    EXPECT_EQ(desk.ask(reopen), "origin.list_not_complete");
}

TEST(LoadCorrelations, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_rules();
    using R = Request<LoadCorrelations>;
    const Correlation row{.from_version = HsVersion::hs2017, .from = "0210.11", .to_version = HsVersion::hs2022, .to = "0210.11", .source = sample_source()};
    Correlation other = row;
    other.from = "0210.12";
    const LoadCorrelations good{.rows = {row, other}};
    expect_refused<LoadCorrelations>(desk, ana, good,
                                     {{refusals::nothing_given, [](R& r) { r.command.rows.clear(); }},
                                      {refusals::too_many, [](R& r) { r.command.rows.resize(1'001); }},
                                      {refusals::hs_unknown, [](R& r) { r.command.rows[0].from = "9901"; }},
                                      {refusals::same_version, [](R& r) { r.command.rows[0].to_version = HsVersion::hs2017; }},
                                      {refusals::source_missing, [](R& r) { r.command.rows[0].source = {}; }},
                                      {refusals::text_too_long, [](R& r) { r.command.rows[0].source.note = long_text; }},
                                      {refusals::row_repeated, [](R& r) { r.command.rows[1] = r.command.rows[0]; }}});
    EXPECT_EQ(desk.ask(good), "");
    EXPECT_EQ(desk.ask(good), "origin.already_recorded");
}

TEST(RegisterProduct, OfAnotherExporterIsNotTaken) {
    Desk desk = desk_with_rules();
    for (const char* id : {"lam", "chan"}) {
        ASSERT_EQ(desk.ask(RegisterExporter{.exporter = ExporterId(id), .names = {.en = "made up"}, .registration = "1", .producer = true, .from = day("2020-01-01"), .to = {}, .evidence = "register"}), "");
    }
    RegisterProduct product{.product = ProductId("ham"), .exporter = ExporterId("lam"), .factory = "one", .goods = sample_goods(), .from = day("2020-06-01"), .to = {}};
    EXPECT_EQ(desk.ask(product), "");
    product.exporter = ExporterId("chan");
    EXPECT_EQ(desk.ask(product), "origin.product_of_another");
    product.from = day("2019-12-31");
    EXPECT_EQ(desk.ask(product), "origin.exporter_not_registered") << "the dearer question comes last";
    // A certificate is for a product of its own exporter.
    ApplyCertificate application{.certificate = CertificateId("c1"), .set = RuleSetId("s"), .content = {}, .consignment = Consignment::direct, .on = day("2021-03-01")};
    application.content = {.exporter = ExporterId("chan"), .product = ProductId("ham"), .hs = "0210.11", .version = HsVersion::hs2017, .description = "dried ham", .quantity = number("5"), .unit = "kg",
                           .value = number("90"), .currency = currency("MOP"), .invoice = "I-1"};
    EXPECT_EQ(desk.ask(application), "origin.product_of_another");
    application.content.exporter = ExporterId("lam");
    EXPECT_EQ(desk.ask(application), "");
}

TEST(DecideRuleChange, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_rules();
    ASSERT_EQ(desk.ask(RequestRuleChange{.request = RequestId("r1"), .set = RuleSetId("s"), .hs = "1806", .version = HsVersion::hs2022, .asked = "CTH", .reason = "beans", .by = "a maker (made up)", .on = day("2025-03-01")}), "");
    using R = Request<DecideRuleChange>;
    const DecideRuleChange good{.request = RequestId("r1"), .accepted = true, .in_force = day("2025-07-01"), .reference = "the announcement", .on = day("2025-06-20")};
    expect_refused<DecideRuleChange>(desk, ana, good,
                                     {{refusals::source_missing, [](R& r) { r.command.reference = ""; }},
                                      {refusals::text_too_long, [](R& r) { r.command.reference = long_text; }},
                                      {refusals::date_missing, [](R& r) { r.command.in_force = {}; }},
                                      {refusals::date_out_of_range, [](R& r) { r.command.on = Date{99'999'999}; }},
                                      {refusals::request_unknown, [](R& r) { r.command.request = RequestId("r9"); }}});
    EXPECT_EQ(desk.ask(good, stranger), "origin.file_of_another");
    DecideRuleChange early = good;
    early.on = day("2025-02-28");
    EXPECT_EQ(desk.ask(early), "origin.dates_backwards");
    early.on = day("2026-06-16");
    EXPECT_EQ(desk.ask(early), "origin.date_in_future");
    DecideRuleChange refused = good;
    refused.accepted = false;
    EXPECT_EQ(desk.ask(refused), "origin.date_missing") << "a refused request has no day of force";
}

TEST(Supplier, OfNoSuchCaseIsRefusedEverywhere) {
    const Desk desk = desk_with_rules();
    const SupplierCaseId none("none");
    EXPECT_EQ(desk.decided(ana, CheckSupplier{.supplier_case = none, .claims = {}, .ruling = {}}).error().kind, refusals::supplier_case_unknown);
    EXPECT_EQ(desk.decided(rui, IssueSupplier{.supplier_case = none, .number = "1", .on = day("2020-01-01"), .valid_until = day("2021-01-01")}).error().kind, refusals::supplier_case_unknown);
    EXPECT_EQ(desk.decided(rui, RefuseSupplier{.supplier_case = none, .reason = "x", .on = day("2020-01-01")}).error().kind, refusals::supplier_case_unknown);
    EXPECT_EQ(desk.decided(rui, CancelSupplier{.supplier_case = none, .reason = "x", .on = day("2020-01-01")}).error().kind, refusals::supplier_case_unknown);
}

TEST(IssueSupplier, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_rules();
    for (const char* id : {"k1", "k2", "unchecked"}) {
        ASSERT_EQ(desk.ask(ApplySupplier{.supplier_case = SupplierCaseId(id), .set = RuleSetId("s"), .supplier = "a carrier (made up)", .kind = SupplierKind::juridical, .sector = "transport", .claims = {}, .on = day("2020-02-01")}), "");
    }
    for (const char* id : {"k1", "k2"}) ASSERT_EQ(desk.ask(CheckSupplier{.supplier_case = SupplierCaseId(id), .claims = {}, .ruling = "by the notice in hand"}), "");
    ASSERT_EQ(desk.ask(IssueSupplier{.supplier_case = SupplierCaseId("k1"), .number = "S-1", .on = day("2020-03-01"), .valid_until = day("2022-02-28")}, rui), "");
    using R = Request<IssueSupplier>;
    expect_refused<IssueSupplier>(desk, rui, {.supplier_case = SupplierCaseId("k2"), .number = "S-2", .on = day("2020-02-01"), .valid_until = day("2020-02-01")},
                                  {{refusals::id_malformed, [](R& r) { r.command.number = ""; }},
                                   {refusals::dates_backwards, [](R& r) { r.command.valid_until = day("2020-01-31"); }},
                                   {refusals::supplier_case_unknown, [](R& r) { r.command.supplier_case = SupplierCaseId("k9"); }},
                                   {refusals::already_issued, [](R& r) { r.command.supplier_case = SupplierCaseId("k1"); }},
                                   {refusals::not_checked, [](R& r) { r.command.supplier_case = SupplierCaseId("unchecked"); }},
                                   {refusals::number_taken, [](R& r) { r.command.number = "S-1"; }}});
    // Who checked it does not issue it, whatever else he may.
    EXPECT_EQ(desk.decided(Desk::person("ana", access::Role::head), IssueSupplier{.supplier_case = SupplierCaseId("k2"), .number = "S-2", .on = day("2020-03-01"), .valid_until = day("2022-02-28")}).error().kind, refusals::same_person);
}

}  // namespace
}  // namespace ponte::origin
