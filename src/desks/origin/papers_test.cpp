// Files of traders from registration to use, who sees them, and what is counted of them.
#include "base/refusal_table.h"
#include "desks/origin/determine_sample.h"
#include "desks/origin/queries_dossier.h"

namespace ponte::origin {
namespace {

const access::Grant ana = Desk::person("ana", access::Role::officer);
const access::Grant rui = Desk::person("rui", access::Role::head);
const access::Grant other = Desk::person("eva", access::Role::officer, "another");
const access::Grant other_head = Desk::person("ivo", access::Role::head, "another");
const access::Sight own{.body = BodyId("dsedt"), .side = directory::Side::macao};

Content sample_content() {
    return {.exporter = ExporterId("lam"), .product = ProductId("ham"), .hs = "0210.11", .version = HsVersion::hs2017, .description = "dried ham",
            .quantity = number("500"), .unit = "kg", .value = number("90000.50"), .currency = currency("MOP"), .invoice = "I-1"};
}
ApplyCertificate sample_application(std::string_view id = "c1") {
    return {.certificate = CertificateId(std::string(id)), .set = RuleSetId("s"), .content = sample_content(), .consignment = Consignment::direct, .on = day("2021-03-01")};
}
CheckCertificate sample_checks(std::string_view id = "c1") {
    CheckCertificate checks{.certificate = CertificateId(std::string(id)), .checks = {}, .ruling = {}};
    for (const CheckKind kind : {CheckKind::value, CheckKind::quantity, CheckKind::documents, CheckKind::consignment}) checks.checks.push_back({.kind = kind, .result = Answer::yes, .note = ""});
    return checks;
}
IssueCertificate sample_issue(std::string_view id = "c1", std::string_view number_given = "MO-1") {
    return {.certificate = CertificateId(std::string(id)), .number = std::string(number_given), .on = day("2021-03-03"), .valid_until = day("2021-08-31")};
}
UseCertificate sample_use() {
    const Content content = sample_content();
    return {.certificate = CertificateId("c1"), .declaration = {.number = "D-9", .on = day("2021-03-20"), .hs = "0210.11.10", .version = HsVersion::hs2017, .quantity = number("500.0"), .unit = "kg",
                                                                .value = content.value, .currency = content.currency, .exporter = content.exporter, .invoice = "I-1"}};
}

// A trader with a product of dried ham that originates from 2021 on.
Desk desk_with_trader() {
    Desk desk = desk_with_rules();
    EXPECT_EQ(desk.ask(RegisterExporter{.exporter = ExporterId("lam"), .names = {.en = "Lam (made up)"}, .registration = "1", .producer = true, .from = day("2020-01-01"), .to = {}, .evidence = "register"}), "");
    EXPECT_EQ(desk.ask(RegisterProduct{.product = ProductId("ham"), .exporter = ExporterId("lam"), .factory = "one", .goods = sample_goods(), .from = day("2020-06-01"), .to = {}}), "");
    return desk;
}

TEST(Certificate, GoesFromApplicationToUse) {
    Desk desk = desk_with_trader();
    EXPECT_EQ(desk.state.products.at(ProductId("ham")).registered.origin, Answer::yes);
    EXPECT_EQ(desk.ask(sample_application()), "");
    EXPECT_EQ(desk.ask(sample_issue(), rui), "origin.not_checked");
    EXPECT_EQ(desk.ask(sample_checks()), "");
    EXPECT_EQ(desk.state.certificates.at(CertificateId("c1")).checked->checks.size(), 9U);
    EXPECT_EQ(desk.state.certificates.at(CertificateId("c1")).checked->rule, RuleId("ham-2021"));
    EXPECT_EQ(desk.ask(sample_issue(), Desk::person("ana", access::Role::head)), "origin.same_person");
    EXPECT_EQ(desk.ask(sample_issue(), rui), "");
    const auto state_on = [&](std::string_view on) { return answer(desk.looking(own), CertificatesQuery{.on = day(on)}).certificates.at(0).state; };
    EXPECT_EQ(state_on("2021-08-31"), CertificateState::issued);
    EXPECT_EQ(state_on("2021-09-01"), CertificateState::expired);
    EXPECT_EQ(answer(desk.looking(own), CertificatesQuery{.expiring_by = day("2021-08-31"), .on = day("2021-08-01")}).certificates.size(), 1U);
    EXPECT_EQ(answer(desk.looking(own), CertificatesQuery{.expiring_by = day("2021-08-30"), .on = day("2021-08-01")}).certificates.size(), 0U);
    AmendCertificate amend{.certificate = CertificateId("c1"), .content = sample_content(), .reason = "weighed again", .on = day("2021-03-10")};
    amend.content.quantity = number("510");
    EXPECT_EQ(desk.ask(amend), "");
    UseCertificate use = sample_use();
    use.declaration.currency = currency("CNY");
    EXPECT_EQ(desk.ask(use), "");
    const auto& found = desk.state.certificates.at(CertificateId("c1")).used->differences;
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].field, "quantity");
    EXPECT_EQ(found[0].certificate, "510");
    EXPECT_EQ(found[0].declaration, "500.0");
    EXPECT_EQ(found[1].field, "currency");
    EXPECT_EQ(state_on("2022-01-01"), CertificateState::used);
    EXPECT_EQ(desk.ask(use), "origin.already_used");
    EXPECT_EQ(desk.ask(CancelCertificate{.certificate = CertificateId("c1"), .reason = "late", .on = day("2021-04-01")}, rui), "origin.already_used");
}

TEST(Certificate, IsNotIssuedOnWhatIsNotEstablished) {
    Desk desk = desk_with_trader();
    // On the last day of the old rule ham of foreign pork does not originate; after the list of 2022 nobody knows.
    ApplyCertificate early = sample_application("early");
    early.on = day("2020-12-31");
    EXPECT_EQ(desk.ask(early), "");
    CheckCertificate ruled = sample_checks("early");
    ruled.ruling = "it does";
    EXPECT_EQ(desk.ask(ruled), "origin.ruling_not_needed");
    EXPECT_EQ(desk.ask(sample_checks("early")), "");
    EXPECT_EQ(desk.ask(sample_issue("early"), rui), "origin.origin_not_established");
    EXPECT_EQ(desk.ask(RefuseCertificate{.certificate = CertificateId("early"), .reason = "foreign pork", .on = day("2021-01-05")}, rui), "");
    EXPECT_EQ(desk.ask(sample_checks("early")), "origin.already_refused");
    RuleRow unread = sample_rule("unread", "0210.11.20", "UNKNOWN", "2019-01-01");
    EXPECT_EQ(desk.ask(LoadRules{.set = RuleSetId("s"), .rules = {unread}}), "");
    EXPECT_EQ(desk.ask(sample_application()), "");
    EXPECT_EQ(desk.ask(sample_checks()), "");
    EXPECT_EQ(desk.ask(sample_issue(), rui), "origin.origin_not_established");
    CheckCertificate ruling = sample_checks();
    ruling.ruling = "of the line 0210.11.10, whose rule was read in the gazette";
    EXPECT_EQ(desk.ask(ruling), "");
    EXPECT_EQ(desk.ask(sample_issue(), rui), "");
}

TEST(Certificate, ChecksWhatTheDeskCanFind) {
    Desk desk = desk_with_trader();
    ApplyCertificate late = sample_application();
    late.content.hs = "0210.12";
    EXPECT_EQ(desk.ask(late), "");
    EXPECT_EQ(desk.ask(EndExporter{.exporter = ExporterId("lam"), .on = day("2021-02-28"), .reason = "closed"}), "");
    EXPECT_EQ(desk.ask(sample_checks()), "");
    const auto& checks = desk.state.certificates.at(CertificateId("c1")).checked->checks;
    EXPECT_EQ(checks[0].kind, CheckKind::exporter_registered);
    EXPECT_EQ(checks[0].result, Answer::no);
    EXPECT_EQ(checks[2].result, Answer::no);
    EXPECT_EQ(desk.ask(sample_issue(), rui), "origin.check_failed");
    EXPECT_EQ(desk.ask(EndExporter{.exporter = ExporterId("lam"), .on = day("2021-02-28"), .reason = "closed"}), "origin.already_ended");
    EXPECT_EQ(desk.ask(EndProduct{.product = ProductId("ham"), .on = day("2020-05-31"), .reason = "x"}), "origin.dates_backwards");
    EXPECT_EQ(desk.ask(EndProduct{.product = ProductId("ham"), .on = day("2021-05-31"), .reason = "x"}), "");
}

TEST(Certificate, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_trader();
    ASSERT_EQ(desk.ask(sample_application("taken")), "");
    expect_refusals<ApplyCertificate>(sample_application(),
                                      {{refusals::id_malformed, [](auto& r) { r.certificate = CertificateId(""); }},
                                       {refusals::hs_unknown, [](auto& r) { r.content.hs = "02"; }},
                                       {refusals::quantity_not_positive, [](auto& r) { r.content.quantity = number("0"); }},
                                       {refusals::price_not_positive, [](auto& r) { r.content.value = number("0"); }},
                                       {refusals::currency_unknown, [](auto& r) { r.content.currency = {}; }},
                                       {refusals::date_in_future, [](auto& r) { r.on = day("2030-01-01"); }},
                                       {refusals::set_unknown, [](auto& r) { r.set = RuleSetId("t"); }},
                                       {refusals::exporter_unknown, [](auto& r) { r.content.exporter = ExporterId("x"); }},
                                       {refusals::product_unknown, [](auto& r) { r.content.product = ProductId("x"); }}},
                                      [&](const auto& r) { return desk.decided(ana, r); });
    EXPECT_EQ(desk.ask(sample_application("taken")), "origin.id_taken");
    EXPECT_EQ(desk.ask(sample_application(), other), "origin.file_of_another");
    EXPECT_EQ(desk.ask(sample_checks("taken"), other), "origin.file_of_another");
    EXPECT_EQ(desk.ask(sample_application(), Desk::person("ana", access::Role::reader)), "origin.not_allowed");
    CheckCertificate checks = sample_checks("taken");
    checks.checks.pop_back();
    EXPECT_EQ(desk.ask(checks), "origin.check_missing");
    checks = sample_checks("taken");
    checks.checks[0].kind = CheckKind::origin_criterion;
    EXPECT_EQ(desk.ask(checks), "origin.check_of_the_desk");
    checks = sample_checks("taken");
    checks.checks.push_back(checks.checks[0]);
    EXPECT_EQ(desk.ask(checks), "origin.row_repeated");
    EXPECT_EQ(desk.ask(sample_checks("none")), "origin.certificate_unknown");
    EXPECT_EQ(desk.ask(CancelCertificate{.certificate = CertificateId("taken"), .reason = "x", .on = day("2021-04-01")}, rui), "origin.not_issued");
    EXPECT_EQ(desk.ask(sample_checks("taken")), "");
    EXPECT_EQ(desk.ask(sample_issue("taken"), ana), "origin.not_allowed");
    IssueCertificate backwards = sample_issue("taken");
    backwards.valid_until = day("2021-03-02");
    EXPECT_EQ(desk.ask(backwards, rui), "origin.dates_backwards");
    EXPECT_EQ(desk.ask(sample_issue("taken"), rui), "");
    EXPECT_EQ(desk.ask(sample_issue("taken"), rui), "origin.already_issued");
    AmendCertificate far{.certificate = CertificateId("taken"), .content = sample_content(), .reason = "x", .on = day("2021-03-10")};
    EXPECT_EQ(desk.ask(far), "origin.already_recorded");
    far.content.hs = "0210.12";
    EXPECT_EQ(desk.ask(far), "origin.amended_too_far");
    UseCertificate late = sample_use();
    late.certificate = CertificateId("taken");
    late.declaration.on = day("2021-09-01");
    EXPECT_EQ(desk.ask(late), "origin.certificate_expired");
    EXPECT_EQ(desk.ask(CancelCertificate{.certificate = CertificateId("taken"), .reason = "", .on = day("2021-04-01")}, rui), "origin.reason_missing");
    EXPECT_EQ(desk.ask(CancelCertificate{.certificate = CertificateId("taken"), .reason = "lost", .on = day("2021-04-01")}, rui), "");
    EXPECT_EQ(desk.ask(CancelCertificate{.certificate = CertificateId("taken"), .reason = "lost", .on = day("2021-04-01")}, rui), "origin.already_cancelled");
    EXPECT_EQ(desk.ask(sample_application("next")), "");
    EXPECT_EQ(desk.ask(sample_checks("next")), "");
    EXPECT_EQ(desk.ask(sample_issue("next"), rui), "origin.number_taken");
    EXPECT_EQ(desk.ask(RegisterProduct{.product = ProductId("p"), .exporter = ExporterId("lam"), .factory = "", .goods = sample_goods(), .from = day("2019-01-01"), .to = {}}), "origin.exporter_not_registered");
}

TEST(Certificate, KeepsTheOrderOfItsDays) {
    Desk desk = desk_with_trader();
    ASSERT_EQ(desk.ask(sample_application()), "");
    ASSERT_EQ(desk.ask(sample_checks()), "");
    RefuseCertificate refuse{.certificate = CertificateId("c1"), .reason = "x", .on = day("2021-02-28")};
    EXPECT_EQ(desk.ask(refuse, rui), "origin.dates_backwards") << "before it was applied for";
    IssueCertificate issue = sample_issue();
    issue.on = day("2021-02-28");
    EXPECT_EQ(desk.ask(issue, rui), "origin.dates_backwards");
    issue.on = day("2026-06-16");
    issue.valid_until = issue.on;
    EXPECT_EQ(desk.ask(issue, rui), "origin.date_in_future");
    issue.on = day("2021-03-01");
    issue.valid_until = day("2021-03-01");
    EXPECT_EQ(desk.ask(issue, rui), "") << "on the day of its application, and for that day alone";
    Desk next = desk_with_trader();
    ASSERT_EQ(next.ask(sample_application()), "");
    ASSERT_EQ(next.ask(sample_checks()), "");
    ASSERT_EQ(next.ask(sample_issue(), rui), "");
    AmendCertificate amend{.certificate = CertificateId("c1"), .content = sample_content(), .reason = "weighed again", .on = day("2021-03-02")};
    amend.content.quantity = number("510");
    EXPECT_EQ(next.ask(amend), "origin.dates_backwards") << "before it was issued";
    CancelCertificate cancel{.certificate = CertificateId("c1"), .reason = "lost", .on = day("2021-03-02")};
    EXPECT_EQ(next.ask(cancel, rui), "origin.dates_backwards");
    UseCertificate use = sample_use();
    use.declaration.on = day("2021-03-02");
    EXPECT_EQ(next.ask(use), "origin.dates_backwards");
    use.declaration.on = day("2021-09-01");
    EXPECT_EQ(next.ask(use), "origin.certificate_expired");
    use.declaration.on = day("2021-08-31");
    EXPECT_EQ(next.ask(use), "") << "on its last day";
}

TEST(Certificate, IsComparedWithTheDeclarationFieldByField) {
    struct Other {
        const char* field;
        void (*differ)(Declaration&);
    };
    const std::vector<Other> each{{"", [](Declaration&) {}},
                                  {"hs", [](Declaration& d) { d.hs = "0210.12"; }},
                                  {"version", [](Declaration& d) { d.version = HsVersion::hs2022; }},
                                  {"quantity", [](Declaration& d) { d.quantity = number("500.1"); }},
                                  {"unit", [](Declaration& d) { d.unit = "g"; }},
                                  {"value", [](Declaration& d) { d.value = number("90000.51"); }},
                                  {"currency", [](Declaration& d) { d.currency = currency("CNY"); }},
                                  {"exporter", [](Declaration& d) { d.exporter = ExporterId("chan"); }},
                                  {"invoice", [](Declaration& d) { d.invoice = "I-2"; }}};
    for (const Other& otherwise : each) {
        Desk desk = desk_with_trader();
        ASSERT_EQ(desk.ask(sample_application()), "");
        ASSERT_EQ(desk.ask(sample_checks()), "");
        ASSERT_EQ(desk.ask(sample_issue(), rui), "");
        UseCertificate use = sample_use();
        otherwise.differ(use.declaration);
        ASSERT_EQ(desk.ask(use), "") << otherwise.field;
        std::string fields;
        for (const Difference& one : desk.state.certificates.at(CertificateId("c1")).used->differences) fields += one.field;
        EXPECT_EQ(fields, otherwise.field);
    }
}

TEST(Certificate, OfACodeInAnotherEditionFailsItsCheck) {
    Desk desk = desk_with_trader();
    ApplyCertificate application = sample_application();
    application.content.version = HsVersion::hs2022;
    ASSERT_EQ(desk.ask(application), "");
    ASSERT_EQ(desk.ask(sample_checks()), "");
    const auto& checks = desk.state.certificates.at(CertificateId("c1")).checked->checks;
    EXPECT_EQ(checks[2].kind, CheckKind::hs_code);
    EXPECT_EQ(checks[2].result, Answer::no);
    EXPECT_EQ(desk.ask(sample_issue(), rui), "origin.check_failed");
}

TEST(Figures, AreOfThreeTradersOrMoreAndFilesAreNobodysButTheBodys) {
    Desk desk = desk_with_trader();
    for (const char* id : {"a", "b"}) {
        ASSERT_EQ(desk.ask(sample_application(id)), "");
        ASSERT_EQ(desk.ask(sample_checks(id)), "");
        ASSERT_EQ(desk.ask(sample_issue(id, id), rui), "");
    }
    for (const access::Sight& reader : {access::Sight{}, access::Sight{.body = BodyId("another"), .side = directory::Side::macao}, access::Sight{.body = BodyId("mofcom"), .side = directory::Side::mainland}}) {
        const Looking looking = desk.looking(reader);
        EXPECT_TRUE(answer(looking, CertificatesQuery{}).certificates.empty());
        EXPECT_TRUE(answer(looking, ExportersQuery{}).exporters.empty());
        EXPECT_TRUE(answer(looking, ProductsQuery{}).products.empty());
        const FiguresAnswer figures = answer(looking, FiguresQuery{});
        EXPECT_TRUE(figures.months.empty());
        EXPECT_EQ(figures.months_withheld, 1U);
        EXPECT_TRUE(figures.sums.empty());
        EXPECT_EQ(figures.certificates, 0U);
    }
    const FiguresAnswer figures = answer(desk.looking(own), FiguresQuery{});
    ASSERT_EQ(figures.months.size(), 1U);
    EXPECT_EQ(figures.months[0].month, *Period::from_text("2021-03"));
    EXPECT_EQ(figures.months[0].certificates, 2U);
    EXPECT_EQ(figures.sums.at(0).value.to_text(), "180001.00");
    EXPECT_EQ(figures.sums.at(0).duty_saved, std::nullopt);
    EXPECT_EQ(figures.sums.at(0).duty_unknown, 2U);
    EXPECT_EQ(answer(desk.looking(own), CertificatesQuery{}).certificates.size(), 2U);
    const auto line = [](const char* hs, const char* percent) { return TariffLine{.hs = hs, .version = HsVersion::hs2017, .duty_percent = number(percent), .validity = {}, .clause = "made up", .source = sample_source()}; };
    EXPECT_EQ(desk.ask(LoadTariff{.importer = mainland, .lines = {line("0210.11.10", "12.5")}}), "");
    EXPECT_EQ(answer(desk.looking(own), FiguresQuery{}).sums.at(0).duty_saved, number("22500.12"));
    EXPECT_EQ(desk.ask(LoadTariff{.importer = mainland, .lines = {line("0210.11.90", "20")}}), "");
    EXPECT_EQ(answer(desk.looking(own), FiguresQuery{}).sums.at(0).duty_saved, std::nullopt);
    EXPECT_EQ(desk.ask(LoadTariff{.importer = mainland, .lines = {line("0210.11.90", "21")}}), "origin.tariff_overlaps");
    EXPECT_EQ(desk.ask(LoadTariff{.importer = mainland, .lines = {line("0210.11.80", "-1")}}), "origin.percent_out_of_range");
}

// A trader more, with a product and a certificate of the year.
void add_trader(Desk& desk, const std::string& id) {
    ASSERT_EQ(desk.ask(RegisterExporter{.exporter = ExporterId(id), .names = {.en = "made up"}, .registration = id, .producer = true, .from = day("2020-01-01"), .to = {}, .evidence = "register"}), "");
    ASSERT_EQ(desk.ask(RegisterProduct{.product = ProductId("ham-" + id), .exporter = ExporterId(id), .factory = "one", .goods = sample_goods(), .from = day("2020-06-01"), .to = {}}), "");
    ApplyCertificate application = sample_application("c-" + id);
    application.content.exporter = ExporterId(id);
    application.content.product = ProductId("ham-" + id);
    ASSERT_EQ(desk.ask(application), "");
    ASSERT_EQ(desk.ask(sample_checks("c-" + id)), "");
    ASSERT_EQ(desk.ask(sample_issue("c-" + id, "MO-" + id), rui), "");
}

TEST(Figures, OfAMonthThatThreeTradersMakeUpAreEverybodys) {
    Desk desk = desk_with_rules();
    for (const char* id : {"a", "b"}) add_trader(desk, id);
    EXPECT_EQ(answer(desk.looking(), FiguresQuery{}).months_withheld, 1U);
    add_trader(desk, "c");
    const FiguresAnswer figures = answer(desk.looking(), FiguresQuery{});
    EXPECT_EQ(figures.months_withheld, 0U);
    ASSERT_EQ(figures.months.size(), 1U);
    EXPECT_EQ(figures.months[0].certificates, 3U);
    EXPECT_EQ(figures.certificates, 3U);
    // By days one could be told from another: a month that is cut is not counted.
    EXPECT_EQ(answer(desk.looking(), FiguresQuery{.period = *Period::from_text("2021-03")}).certificates, 3U);
    EXPECT_TRUE(answer(desk.looking(), FiguresQuery{.period = Period{day("2021-03-02"), day("2021-03-31")}}).months.empty());
}

std::string told(const Desk& desk, std::string_view name, std::string_view on = "2021-12-31") {
    const Contribution contribution = contribution_of(desk.state, own, day(on));
    const auto found = std::ranges::find(contribution.figures, "origin." + std::string(name), &Figure::id);
    return found == contribution.figures.end() ? "no such figure" : found->value + "/" + std::to_string(found->entries.size());
}

TEST(Counts, AreToldOnlyWhereThreeTradersMakeThemUp) {
    EXPECT_TRUE(contribution_of({}, own, day("2021-12-31")).series.empty());
    Desk desk = desk_with_rules();
    add_trader(desk, "a");
    add_trader(desk, "b");
    // Two traders, three certificates.
    ApplyCertificate second = sample_application("c-a2");
    second.content.exporter = ExporterId("a");
    second.content.product = ProductId("ham-a");
    ASSERT_EQ(desk.ask(second), "");
    ASSERT_EQ(desk.ask(sample_checks("c-a2")), "");
    ASSERT_EQ(desk.ask(sample_issue("c-a2", "MO-a2"), rui), "");
    EXPECT_EQ(told(desk, "certificates_issued"), "/0");
    EXPECT_EQ(told(desk, "exporters_registered", "2020-12-31"), "/0");
    add_trader(desk, "c");
    EXPECT_EQ(told(desk, "certificates_issued"), "4/1");
    EXPECT_EQ(told(desk, "certificates_issued", "2020-12-31"), "/0") << "another year";
    EXPECT_EQ(told(desk, "exporters_registered", "2020-12-31"), "3/1");
    EXPECT_EQ(told(desk, "products_registered", "2020-12-31"), "3/1");
    EXPECT_EQ(told(desk, "certificates_used"), "/0");
    // A registration said again is the same one.
    ASSERT_EQ(desk.ask(RegisterExporter{.exporter = ExporterId("a"), .names = {.en = "made up"}, .registration = "a", .producer = false, .from = day("2020-02-01"), .to = {}, .evidence = "register"}), "");
    EXPECT_EQ(told(desk, "exporters_registered", "2020-12-31"), "3/1");
    // Of every row only the last of each count is shown.
    const Contribution contribution = contribution_of(desk.state, {}, day("2021-12-31"));
    EXPECT_EQ(std::ranges::count_if(contribution.series.at(0).rows, &SeriesRow::shown), 3);
    EXPECT_EQ(contribution.series.at(0).rows.size(), 10U);
}

TEST(Counts, FollowUseCancellingRequestsAndSuppliers) {
    Desk desk = desk_with_trader();
    const auto tally = [&](Counted what, std::uint16_t year) {
        const auto found = desk.state.counts.find({.what = what, .year = year});
        return found == desk.state.counts.end() ? std::string("none") : std::to_string(found->second.numbers.count) + " of " + std::to_string(found->second.numbers.traders);
    };
    for (const char* id : {"c1", "c2"}) {
        ASSERT_EQ(desk.ask(sample_application(id)), "");
        ASSERT_EQ(desk.ask(sample_checks(id)), "");
        ASSERT_EQ(desk.ask(sample_issue(id, id), rui), "");
    }
    EXPECT_EQ(tally(Counted::certificates_issued, 2021), "2 of 1");
    ASSERT_EQ(desk.ask(sample_use()), "");
    EXPECT_EQ(tally(Counted::certificates_used, 2021), "1 of 1");
    ASSERT_EQ(desk.ask(CancelCertificate{.certificate = CertificateId("c2"), .reason = "lost", .on = day("2022-01-01")}, rui), "");
    EXPECT_EQ(tally(Counted::certificates_cancelled, 2021), "none");
    EXPECT_EQ(tally(Counted::certificates_cancelled, 2022), "1 of 1");
    EXPECT_EQ(tally(Counted::certificates_issued, 2021), "2 of 1") << "it was issued";
    for (const char* id : {"r1", "r2"}) {
        ASSERT_EQ(desk.ask(RequestRuleChange{.request = RequestId(id), .set = RuleSetId("s"), .hs = "1806", .version = HsVersion::hs2022, .asked = "CTH", .reason = "beans", .by = std::string("maker ") + id, .on = day("2025-03-01")}), "");
    }
    EXPECT_EQ(tally(Counted::changes_requested, 2025), "2 of 2");
    ASSERT_EQ(desk.ask(DecideRuleChange{.request = RequestId("r1"), .accepted = true, .in_force = day("2026-01-01"), .reference = "told", .on = day("2025-06-20")}), "");
    ASSERT_EQ(desk.ask(DecideRuleChange{.request = RequestId("r2"), .accepted = false, .in_force = {}, .reference = "told", .on = day("2025-06-21")}), "");
    EXPECT_EQ(tally(Counted::changes_accepted, 2025), "1 of 1");
    EXPECT_EQ(tally(Counted::changes_declined, 2025), "1 of 1");
    ASSERT_EQ(desk.ask(ApplySupplier{.supplier_case = SupplierCaseId("k"), .set = RuleSetId("s"), .supplier = "a carrier (made up)", .kind = SupplierKind::juridical, .sector = "transport", .claims = {}, .on = day("2020-02-01")}), "");
    ASSERT_EQ(desk.ask(CheckSupplier{.supplier_case = SupplierCaseId("k"), .claims = {}, .ruling = "by the notice in hand"}), "");
    ASSERT_EQ(desk.ask(IssueSupplier{.supplier_case = SupplierCaseId("k"), .number = "S-1", .on = day("2020-03-01"), .valid_until = day("2022-02-28")}, rui), "");
    EXPECT_EQ(tally(Counted::suppliers_certified, 2020), "1 of 1");
    ASSERT_EQ(desk.ask(CancelSupplier{.supplier_case = SupplierCaseId("k"), .reason = "closed", .on = day("2021-01-01")}, rui), "");
    EXPECT_EQ(tally(Counted::suppliers_cancelled, 2021), "1 of 1");
    desk.state.counts.begin()->second.numbers.count += 1;
    EXPECT_NE(broken_promise_anywhere(desk.state), std::nullopt);
}

TEST(RuleChange, FallsIntoTheWindowOfItsDay) {
    Desk desk = desk_with_rules();
    const auto request = [&](const char* id, const char* on) {
        return desk.ask(RequestRuleChange{.request = RequestId(id), .set = RuleSetId("s"), .hs = "1806", .version = HsVersion::hs2022, .asked = "CTH or BD 40", .reason = "beans from Brazil", .by = "a maker (made up)", .on = day(on)});
    };
    EXPECT_EQ(request("r1", "2025-03-01"), "");
    EXPECT_EQ(request("r2", "2025-03-02"), "");
    EXPECT_EQ(request("r2", "2025-03-02"), "origin.id_taken");
    EXPECT_EQ(request("r3", "2018-03-02"), "");
    EXPECT_EQ(desk.state.requests.at(RequestId("r1")).requested.in_force_by, day("2025-07-01"));
    EXPECT_EQ(desk.state.requests.at(RequestId("r2")).requested.in_force_by, day("2026-01-01"));
    EXPECT_EQ(desk.state.requests.at(RequestId("r3")).requested.window, std::nullopt);
    DecideRuleChange decision{.request = RequestId("r1"), .accepted = true, .in_force = {}, .reference = "the announcement", .on = day("2025-06-20")};
    EXPECT_EQ(desk.ask(decision), "origin.date_missing");
    decision.in_force = day("2025-07-01");
    EXPECT_EQ(desk.ask(decision, other), "origin.file_of_another");
    EXPECT_EQ(desk.ask(decision), "");
    EXPECT_EQ(desk.ask(decision), "origin.already_decided");
    const FiguresAnswer figures = answer(desk.looking(), FiguresQuery{});
    ASSERT_EQ(figures.windows.size(), 2U);
    EXPECT_EQ(figures.windows[0].accepted, 1U);
    EXPECT_EQ(figures.requests_outside_windows, 1U);
    EXPECT_TRUE(answer(desk.looking(), RequestsQuery{}).requests.empty());
    EXPECT_EQ(answer(desk.looking(own), RequestsQuery{.open_only = true}).requests.size(), 2U);
}

TEST(RuleChange, IsInForceAfterItsWindowAndNeverOnTheSameDay) {
    Desk desk = desk_with_rules();
    TermRow windows = sample_term("AMEND", Topic::request_windows, Answer::yes);
    windows.windows = {{3, 1, 3, 1}};
    EXPECT_EQ(desk.ask(LoadTerms{.set = RuleSetId("s"), .terms = {windows}}), "");
    const WindowAnswer last = answer(desk.looking(), WindowQuery{.set = RuleSetId("s"), .on = day("2025-03-01")});
    EXPECT_EQ(last.apply_by, day("2025-03-01"));
    EXPECT_EQ(last.in_force_by, day("2026-03-01"));
}

TEST(Supplier, IsIssuedOnConditionsMetOrOnARuling) {
    Desk desk = desk_with_rules();
    SupplierRule rule{.rule = RuleId("transport-2016"), .kind = SupplierKind::juridical, .sector = "transport", .conditions = {{"years", "made up: in business for some years"}, {"premises", "made up: premises here"}},
                      .validity = {.from = Period::from_text("2016-06-01")}, .clause = "made up", .source = sample_source()};
    EXPECT_EQ(desk.ask(LoadSupplierRules{.set = RuleSetId("s"), .rules = {rule}}), "");
    ApplySupplier apply{.supplier_case = SupplierCaseId("k1"), .set = RuleSetId("s"), .supplier = "a carrier (made up)", .kind = SupplierKind::juridical, .sector = "transport", .claims = {{"years", Answer::yes, "accounts"}}, .on = day("2020-02-01")};
    ApplySupplier unknown = apply;
    unknown.claims[0].condition = "size";
    EXPECT_EQ(desk.ask(unknown), "origin.condition_unknown");
    EXPECT_EQ(desk.ask(apply), "");
    CheckSupplier check{.supplier_case = SupplierCaseId("k1"), .claims = {{"years", Answer::yes, "seen"}}, .ruling = {}};
    EXPECT_EQ(desk.ask(check), "origin.condition_missing");
    check.claims.push_back({"premises", Answer::unknown, ""});
    EXPECT_EQ(desk.ask(check), "");
    IssueSupplier issue{.supplier_case = SupplierCaseId("k1"), .number = "S-1", .on = day("2020-03-01"), .valid_until = day("2022-02-28")};
    EXPECT_EQ(desk.ask(issue, rui), "origin.condition_unmet");
    check.claims[1].met = Answer::yes;
    EXPECT_EQ(desk.ask(check), "");
    EXPECT_EQ(desk.ask(issue, other_head), "origin.file_of_another");
    EXPECT_EQ(desk.ask(issue, rui), "");
    // Of a sector without known conditions somebody must answer in words.
    apply.supplier_case = SupplierCaseId("k2");
    apply.sector = "logistics";
    EXPECT_EQ(desk.ask(apply), "");
    EXPECT_EQ(desk.ask(CheckSupplier{.supplier_case = SupplierCaseId("k2"), .claims = {}, .ruling = {}}), "origin.ruling_missing");
    EXPECT_EQ(desk.ask(CheckSupplier{.supplier_case = SupplierCaseId("k2"), .claims = {}, .ruling = "by the notice in hand"}), "");
    issue.supplier_case = SupplierCaseId("k2");
    EXPECT_EQ(desk.ask(issue, rui), "origin.number_taken");
    const FiguresAnswer figures = answer(desk.looking(), FiguresQuery{});
    ASSERT_EQ(figures.sectors.size(), 1U);
    EXPECT_EQ(figures.sectors[0].sector, "transport");
    EXPECT_EQ(desk.ask(CancelSupplier{.supplier_case = SupplierCaseId("k1"), .reason = "closed", .on = day("2021-01-01")}, rui), "");
    EXPECT_TRUE(answer(desk.looking(), FiguresQuery{}).sectors.empty());
    EXPECT_EQ(desk.ask(RefuseSupplier{.supplier_case = SupplierCaseId("k2"), .reason = "no", .on = day("2021-01-01")}, rui), "");
}

}  // namespace
}  // namespace ponte::origin
