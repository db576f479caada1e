#pragma once

#include "desks/origin/desk_sample.h"

// For tests: an arrangement with the rules of the facts, and bills to ask about. Values are made up.
namespace ponte::origin {

inline Currency currency(std::string_view code) { return *Currency::from_text(code); }
inline Decimal number(std::string_view text) { return *Decimal::from_text(text); }

inline TermRow sample_term(std::string_view id, Topic topic, Answer holds, std::string_view tests = "", std::string_view from = "2019-01-01") {
    TermRow row{.term = RuleId(std::string(id)), .topic = topic, .holds = holds, .text = "", .validity = {.from = Period::from_text(from)}, .clause = "art. 4", .source = sample_source()};
    if (!tests.empty()) row.tests = std::string(tests);
    return row;
}

inline LoadTerms sample_terms() {
    LoadTerms load{.set = RuleSetId("s"),
                   .terms = {sample_term("WO", Topic::wholly_obtained, Answer::yes), sample_term("PE", Topic::originating_materials, Answer::yes),
                             sample_term("PSR", Topic::product_list, Answer::yes), sample_term("RVC-BU", Topic::general_rule, Answer::yes, "BU 30"),
                             sample_term("RVC-BD", Topic::general_rule, Answer::yes, "BD 40"), sample_term("CUM", Topic::cumulation, Answer::yes),
                             sample_term("DEMIN", Topic::de_minimis, Answer::unknown), sample_term("DIRECT", Topic::direct_consignment, Answer::yes)}};
    TermRow edition = sample_term("HS2017", Topic::nomenclature, Answer::yes);
    edition.version = HsVersion::hs2017;
    edition.validity.to = Period::from_text("2022-05-15");
    load.terms.push_back(edition);
    edition = sample_term("HS2022", Topic::nomenclature, Answer::yes, "", "2022-05-16");
    edition.version = HsVersion::hs2022;
    load.terms.push_back(edition);
    TermRow windows = sample_term("AMEND", Topic::request_windows, Answer::yes);
    windows.windows = {{3, 1, 7, 1}, {9, 1, 1, 1}};
    load.terms.push_back(windows);
    TermRow minimal = sample_term("MINOP", Topic::minimal_operations, Answer::yes);
    minimal.processes = {ProcessId("packing"), ProcessId("simple_mixing")};
    load.terms.push_back(minimal);
    TermRow duty = sample_term("TARIFF", Topic::preference, Answer::yes);
    duty.percent = Decimal{0, 0};
    load.terms.push_back(duty);
    return load;
}

// Dried ham: wholly obtained until the end of 2020, then a change of heading and value content.
inline Desk desk_with_rules() {
    Desk desk;
    EXPECT_EQ(desk.ask(sample_set("s")), "");
    DefineProcesses processes;
    for (const char* id : {"packing", "simple_mixing", "distilling", "curing"}) processes.processes.push_back({.process = ProcessId(id), .names = {.en = id}, .text = "", .source = sample_source()});
    EXPECT_EQ(desk.ask(processes), "");
    EXPECT_EQ(desk.ask(sample_terms()), "");
    RuleRow before = sample_rule("ham-2019", "0210.11", "WO", "2019-01-01");
    before.validity.to = Period::from_text("2020-12-31");
    RuleRow after = sample_rule("ham-2021", "0210.11", "CTH and (BU 30 or BD 40)", "2021-01-01");
    after.validity.to = Period::from_text("2022-05-15");
    RuleRow kept = sample_rule("ham-2022", "0210.11", "CTH and (BU 30 or BD 40)", "2022-05-16");
    kept.version = HsVersion::hs2022;
    kept.source.confidence = Confidence::unverified;
    RuleRow cocoa = sample_rule("cocoa", "1806.31", "UNKNOWN", "2021-07-01");
    EXPECT_EQ(desk.ask(LoadRules{.set = RuleSetId("s"), .rules = {before, after, kept, cocoa}}), "");
    return desk;
}

inline BillLine sample_line(std::string_view hs, std::string_view value, std::string_view origin) {
    BillLine line{.hs = std::string(hs), .description = "a material", .value = number(value), .currency = {}, .origin = {}};
    if (!origin.empty()) line.origin = JurisdictionId(std::string(origin));
    return line;
}

// Pork from Brazil, salt from here: 60 of 100 foreign.
inline Goods sample_goods(std::string_view on = "2021-01-01") {
    Goods goods{.hs = "0210.11", .description = "dried ham", .on = day(on)};
    goods.bill = {.currency = currency("MOP"), .fob = number("100"), .labour = number("15"), .lines = {sample_line("0203.12", "60", "BR"), sample_line("2501", "5", "MO")}};
    return goods;
}

}  // namespace ponte::origin
