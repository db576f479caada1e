#include "adapters/accords_tables/accords_tables.h"

#include "desks/accords/decide.h"
#include "desks/accords/view.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace ponte::accords_tables {
namespace {

using namespace accords;  // NOLINT
using ponte::Answer;

csv::Table table_in(const std::string& name) {
    std::ifstream file("data/accords/" + name, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    const std::string text = content.str();
    const auto table = csv::read(view_of(text));
    EXPECT_TRUE(table.has_value()) << name;
    return table ? *table : csv::Table{};
}

Date day(std::string_view text) { return *Date::from_text(text); }
JurisdictionId place(std::string_view code) { return JurisdictionId(std::string(code)); }

// The desk, filled from the tables that come with ponte. Every jurisdiction that they name is known.
struct Office {
    State state;
    directory::Bodies bodies;
    directory::Jurisdictions jurisdictions;
    Instant now = *Instant::from_text("2026-06-01T09:00:00Z");
    std::uint64_t sequence = 1;
    access::Grant asker{.person = PersonId(std::string("ana")), .body = BodyId("dsaj"), .side = Side::macao, .roles = {{"accords", access::Role::secretariat}}};

    Office() {
        bodies.by_id[BodyId("dsaj")] = {.side = Side::macao, .by_date = {{}}};
        for (const char* code : {"MO", "CN", "HK", "MZ", "GQ", "BR", "AO", "PT"}) jurisdictions.by_id[place(code)] = {};
        for (const char* name : {"instruments.csv", "ties.csv"}) {
            for (const csv::Row& row : table_in(name).rows) {
                std::string parties = row.cells[2];
                std::replace(parties.begin(), parties.end(), ' ', ',');
                std::istringstream codes(parties);
                for (std::string code; std::getline(codes, code, ',');) jurisdictions.by_id[place(code)] = {};
            }
        }
    }
    void import(const csv::Table& table) {
        const auto orders = read(table);
        ASSERT_TRUE(orders.has_value()) << orders.error().kind.code << " " << orders.error().subject << " " << orders.error().place;
        for (const Order& order : *orders) {
            std::visit(
                [&](const auto& command) {
                    const Decision decision = decide(View{.accords = state, .bodies = bodies, .jurisdictions = jurisdictions, .asker = asker, .now = now}, command);
                    ASSERT_TRUE(decision.has_value()) << "line " << order.line << ": " << decision.error().kind.code << " " << decision.error().subject << " " << decision.error().place;
                    for (const Event& event : *decision) {
                        const Recorded recorded{.sequence = sequence++, .leaf = {}, .time = now, .actor = asker.person, .run = 0};
                        std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
                    }
                },
                order.command);
        }
    }
    void import_all() {
        for (const char* name : {"instruments.csv", "ties.csv", "steps.csv", "standing.csv", "trade.csv", "published_counts.csv", "routes.csv", "clauses.csv"}) {
            SCOPED_TRACE(name);
            import(table_in(name));
        }
    }
    template <class Query>
    [[nodiscard]] auto asked(const Query& query) const {
        return answer(Looking{.accords = state, .jurisdictions = jurisdictions, .reader = {.body = {}, .side = {}}, .now = now}, query);
    }
    [[nodiscard]] std::vector<InstrumentShown> all() const {
        std::vector<InstrumentShown> shown;
        for (const auto& [id, one] : state.instruments) shown.push_back(*asked(InstrumentQuery{.instrument = id, .on = {}}).instrument);
        return shown;
    }
};

// The rows of a table, whatever their order.
std::vector<std::vector<std::string>> rows_of(const csv::Table& table) {
    std::vector<std::vector<std::string>> rows;
    for (const csv::Row& row : table.rows) rows.push_back(row.cells);
    std::ranges::sort(rows);
    return rows;
}

TEST(AccordsTables, ComeBackAsTheyWentIn) {
    Office office;
    office.import_all();
    auto instruments = rows_of(table_in("instruments.csv"));
    std::ranges::move(rows_of(table_in("ties.csv")), std::back_inserter(instruments));
    std::ranges::sort(instruments);
    const csv::Table written = instruments_table(office.all());
    EXPECT_EQ(rows_of(written), instruments);
    EXPECT_EQ(rows_of(steps_table(office.all())), rows_of(table_in("steps.csv")));
    const PartnerRecordsAnswer records = office.asked(PartnerRecordsQuery{.partner = {}});
    EXPECT_EQ(rows_of(listings_table(records)), rows_of(table_in("standing.csv")));
    EXPECT_EQ(rows_of(figures_table(records)), rows_of(table_in("trade.csv")));
    EXPECT_EQ(rows_of(counts_table(records)), rows_of(table_in("published_counts.csv")));
    EXPECT_EQ(rows_of(routes_table(records)), rows_of(table_in("routes.csv")));
    EXPECT_EQ(rows_of(clauses_table(records)), rows_of(table_in("clauses.csv")));
}

TEST(AccordsTables, GiveTheCoverageOfTheFacts) {
    Office office;
    office.import_all();
    const auto reach = [&](std::string_view partner, InstrumentKind kind, std::string_view on) {
        return office.asked(CoverageQuery{.on = day(on), .set = {}, .partners = {place(partner)}, .kinds = {kind}, .gaps_only = false}).cells.at(0).reach;
    };
    using enum InstrumentKind;
    EXPECT_EQ(reach("HK", double_taxation, "2020-08-17"), Reach::signed_only);
    EXPECT_EQ(reach("HK", double_taxation, "2020-08-18"), Reach::in_force);
    EXPECT_EQ(reach("KH", double_taxation, "2023-03-14"), Reach::signed_only);
    EXPECT_EQ(reach("KH", double_taxation, "2023-03-15"), Reach::in_force);
    EXPECT_EQ(reach("BE", double_taxation, "2024-12-18"), Reach::signed_only);
    EXPECT_EQ(reach("CV", double_taxation, "2012-06-01"), Reach::unknown) << "the day is known to the year";
    EXPECT_EQ(reach("PT", surrender, "2026-01-01"), Reach::signed_only);
    EXPECT_EQ(reach("KR", surrender, "2021-03-31"), Reach::in_force);
    EXPECT_EQ(reach("HK", arbitral_awards, "2013-06-01"), Reach::unknown) << "in force since 2013, by the year alone";
    EXPECT_EQ(reach("HK", arbitral_awards, "2014-01-01"), Reach::in_force);
    EXPECT_EQ(reach("PT", legal_cooperation, "2001-02-01"), Reach::unknown);
    EXPECT_EQ(reach("PT", legal_cooperation, "2001-02-02"), Reach::in_force) << "the source says so on its day";
    EXPECT_EQ(reach("RU", visa_waiver, "2020-01-01"), Reach::in_force);
    EXPECT_EQ(reach("AO", fiu_memorandum, "2025-02-14"), Reach::initialled) << "empowered to sign";
    EXPECT_EQ(reach("TL", friendship, "2029-09-25"), Reach::in_force);
    EXPECT_EQ(office.asked(MayExchangeQuery{.partner = place("KR"), .matter = Matter::financial_intelligence, .on = day("2026-01-01")}).may, May::yes);
    EXPECT_EQ(office.asked(MayExchangeQuery{.partner = place("MZ"), .matter = Matter::financial_intelligence, .on = day("2026-01-01")}).may, May::no);
    EXPECT_EQ(office.asked(WhichCoversQuery{.partner = place("MZ"), .matter = Matter::surrender, .on = day("2026-01-01")}).by_statute, Answer::yes);
}

// Signed, and nobody has verified whether in force: unknown everywhere, a no nowhere, and no stalled file.
TEST(AccordsTables, KeepUnverifiedForceUnknown) {
    Office office;
    office.import_all();
    std::vector<std::string> unknown;
    const StalledAnswer stalled = office.asked(StalledQuery{.on = day("2026-01-01"), .kinds = {}, .body = {}, .over_only = false});
    for (const ForceUnknownRow& one : stalled.force_unknown) unknown.push_back(one.instrument.value);
    std::ranges::sort(unknown);
    EXPECT_EQ(unknown, (std::vector<std::string>{"dta.pt.p1", "leg.tl", "tiea.dk", "tiea.fi", "tiea.fo", "tiea.gb", "tiea.gg", "tiea.gl", "tiea.ie", "tiea.is", "tiea.jp", "tiea.no",
                                                 "tiea.se", "tsp.mn", "tsp.ng"}));
    for (const StalledRow& one : stalled.files) EXPECT_EQ(std::ranges::count(unknown, one.instrument.value), 0) << one.instrument.value;
    const auto may = [&](std::string_view partner, Matter matter) { return office.asked(MayExchangeQuery{.partner = place(partner), .matter = matter, .on = day("2026-01-01")}).may; };
    EXPECT_EQ(may("JP", Matter::tax_information), May::unknown);
    EXPECT_EQ(may("AR", Matter::tax_information), May::yes);
    EXPECT_EQ(office.asked(WhichCoversQuery{.partner = place("NG"), .matter = Matter::transfer, .on = day("2026-01-01")}).by_instrument, Answer::unknown);
}

TEST(AccordsTables, CompareOtherPairsByTheirDays) {
    Office office;
    office.import_all();
    const FiguresAnswer all = office.asked(FiguresQuery{.on = day("2026-01-01"), .period = {}, .kinds = {InstrumentKind::double_taxation}, .partners = {}, .other_pairs = true});
    ASSERT_FALSE(all.durations.empty());
    EXPECT_EQ(all.durations.front().instrument, InstrumentId("dta.pt-tl"));
    EXPECT_EQ(all.durations.front().days, 4033);
    EXPECT_EQ(all.total.in_force, 7U) << "Macao's alone";
}

TEST(AccordsTables, HoldPublishedCountsAgainstWhatIsNamed) {
    Office office;
    office.import_all();
    std::string told;
    for (const CountCheck& one : office.asked(CountsQuery{.count = {}}).counts) {
        told += one.count.value + " " + one.as_of.to_text() + " " + std::to_string(one.published) + "-" + std::to_string(one.named) + "=" + std::to_string(one.gap) + " ?" + std::to_string(one.unknown) + "\n";
    }
    EXPECT_EQ(told,
              "double_taxation_in_force 2024-11-30 4-7=-3 ?0\n"
              "double_taxation_signed 2021-04-30 8-8=0 ?0\n"
              "fiu_memoranda 2015-02-16 15-15=0 ?0\n"
              "fiu_memoranda 2017-07-31 20-15=5 ?2\n"
              "fiu_memoranda 2025-02-24 33-18=15 ?0\n"
              "sister_cities 2024-09-27 13-12=1 ?0\n"
              "transfer_of_sentenced 2018-06-04 4-4=0 ?0\n");
}

TEST(AccordsTables, AreRefusedWithTheirPlace) {
    const auto refused = [](csv::Table table, std::string_view head, std::string cell) {
        const auto column = std::ranges::find(table.heads, head) - table.heads.begin();
        table.rows.front().cells[static_cast<std::size_t>(column)] = std::move(cell);
        const auto orders = read(table);
        return orders ? "" : std::string(orders.error().kind.code) + " " + orders.error().place;
    };
    const csv::Table steps = table_in("steps.csv");
    const csv::Table instruments = table_in("instruments.csv");
    EXPECT_EQ(refused(steps, "date", "2020-13"), "accords_tables.cell_unreadable line 2, column date");
    EXPECT_EQ(refused(steps, "date", ""), "accords_tables.cell_missing line 2, column date");
    EXPECT_EQ(refused(steps, "step", "shaken"), "accords_tables.cell_unreadable line 2, column step");
    EXPECT_EQ(refused(steps, "other", "yes"), "accords_tables.no_such_step line 2, column step");
    EXPECT_EQ(refused(steps, "confidence", "sure"), "accords_tables.cell_unreadable line 2, column confidence");
    EXPECT_EQ(refused(instruments, "force", "last_notice thirty days"), "accords_tables.cell_unreadable line 2, column force");
    EXPECT_EQ(refused(instruments, "term", "60"), "accords_tables.cell_unreadable line 2, column term");
    EXPECT_EQ(refused(instruments, "effects", "MO;some_day;1;1"), "accords_tables.cell_unreadable line 2, column effects");
    EXPECT_EQ(refused(table_in("published_counts.csv"), "what", "seen"), "accords_tables.cell_unreadable line 2, column what");
    csv::Table other = steps;
    other.heads[0] = "treaty";
    EXPECT_EQ(read(other).error().kind.code, "accords_tables.not_a_table");
}

TEST(AccordsTables, KeepEveryClauseOfARecord) {
    csv::Table table = table_in("instruments.csv");
    table.rows.resize(1);
    const auto set = [&](std::string_view head, std::string cell) {
        table.rows[0].cells[static_cast<std::size_t>(std::ranges::find(table.heads, head) - table.heads.begin())] = std::move(cell);
    };
    set("force", "exchange 2 first_of_month");
    set("effects", "MO;next_calendar_year;1;1;;art. 28(2) | PT;fixed_date;1;1;2000-01-01;");
    set("term", "60;force;tacit;12;180");
    set("source", "one | two");
    set("as_of", " | 2020");
    set("confidence", "high | low");
    Office office;
    office.import(table);
    EXPECT_EQ(rows_of(instruments_table(office.all())), rows_of(table));
}

}  // namespace
}  // namespace ponte::accords_tables
