// The stay desk on the facts of data/stay: what was computed elsewhere must come out here, and the tables must come
// back as they were.

#include "adapters/stay_tables/stay_tables.h"
#include "base/text.h"
#include "desks/stay/decide.h"
#include "desks/stay/invariants.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace ponte::stay {
namespace {

Date day(std::string_view text) { return *Date::from_text(text); }

std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_TRUE(file.good()) << path;
    return text.str();
}

csv::Table table_in(const std::string& path) {
    const std::string text = file_text(path);
    auto table = csv::read(view_of(text));
    EXPECT_TRUE(table.has_value()) << path;
    return table ? *table : csv::Table{};
}

const std::vector<std::string> snapshot_files{"base-2025-01-12", "base-2026-02-17"};

// The desk with all its facts, as an officer would load them.
struct Facts {
    State state;
    directory::Jurisdictions jurisdictions;
    std::map<std::string, std::string> code_of;  // By three letters.
    Instant now = *Instant::from_text("2026-06-01T02:00:00Z");

    Facts() {
        for (const csv::Row& row : table_in("data/directory/iso3.csv").rows) {
            code_of[row.cells[0]] = row.cells[1];
            jurisdictions.by_id[JurisdictionId(row.cells[1])] = {};
        }
        for (const csv::Row& row : table_in("data/directory/jurisdictions.csv").rows) jurisdictions.by_id[JurisdictionId(row.cells[0])] = {};
        for (const csv::Row& row : table_in("data/directory/jurisdiction_sets.csv").rows) {
            directory::JurisdictionSet& set = jurisdictions.sets[directory::SetId(row.cells[0])];
            set.members.push_back({JurisdictionId(row.cells[1]), Date::from_text(row.cells[2]), Date::from_text(row.cells[3]), row.cells[4]});
        }
        jurisdictions.sets[directory::SetId("bri")];
        for (const std::string& name : {std::string("snapshots"), snapshot_files[0], snapshot_files[1], std::string("zones"), std::string("zone_members"), std::string("rules")}) {
            load(name);
        }
        EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
    }
    void load(const std::string& name) {
        auto orders = stay_tables::orders_of(table_in("data/stay/" + name + ".csv"));
        if (!orders) {
            ADD_FAILURE() << name << ": " << orders.error().kind.code << " " << orders.error().place << " " << orders.error().subject;
            return;
        }
        for (const stay_tables::Order& order : *orders) std::visit([&](const auto& one) { ask(one, name, order.line); }, order.command);
    }
    template <class One>
    void ask(const One& command, const std::string& name, std::uint32_t line) {
        const access::Grant by{.person = PersonId("ana"), .body = BodyId("dsi"), .side = directory::Side::macao, .roles = {{.desk = "stay", .role = access::Role::officer}}};
        const Decision decision = decide(View{.stay = state, .jurisdictions = jurisdictions, .asker = by, .now = now}, command);
        if (!decision) {
            ADD_FAILURE() << name << " line " << line << ": " << decision.error().kind.code << " " << decision.error().place << " " << decision.error().subject;
            return;
        }
        for (const Event& event : *decision) {
            std::visit([&](const auto& one) { evolve(state, one, {.sequence = ++entry}); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
    }
    [[nodiscard]] Looking looking() const { return {.stay = state, .jurisdictions = jurisdictions, .now = now}; }
    [[nodiscard]] RequirementAnswer requirement(Document document, std::string_view place, std::string_view on, Circumstances told = {}) const {
        return answer(looking(), RequirementQuery{.documents = {document}, .destination = JurisdictionId(std::string(place)), .on = day(on), .told = std::move(told)});
    }

    std::uint64_t entry = 0;
};

const Facts& facts() {
    static const Facts loaded;
    return loaded;
}

Document passport(std::string_view of) { return {DocumentKind::passport, JurisdictionId(std::string(of))}; }

TEST(StayFacts, ComeBackAsTheTablesThatTheyWere) {
    const Looking looking = facts().looking();
    const auto same = [](const csv::Table& table, const std::string& name) { EXPECT_TRUE(csv::write(table) == file_text("data/stay/" + name + ".csv")) << name; };
    same(stay_tables::snapshots_table(answer(looking, SnapshotsQuery{})), "snapshots");
    for (const std::string& name : snapshot_files) same(stay_tables::base_table(answer(looking, TableQuery{.snapshot = SnapshotId(name.substr(5))})), name);
    same(stay_tables::rules_table(answer(looking, RulesQuery{})), "rules");
    same(stay_tables::zones_table(answer(looking, ZonesQuery{})), "zones");
    same(stay_tables::members_table(answer(looking, ZonesQuery{})), "zone_members");
}

TEST(StayFacts, ReproduceThePublishedMobilityOfPassports) {
    const csv::Table expected = table_in("tests/expected/stay_mobility.csv");
    ASSERT_GT(expected.rows.size(), 50U);
    std::map<std::string, MobilityAnswer> answers;
    for (const csv::Row& row : expected.rows) {
        if (!answers.contains(row.cells[0])) answers[row.cells[0]] = answer(facts().looking(), MobilityQuery{.on = day(row.cells[0]), .basis = Basis::table});
        const std::string code = facts().code_of.at(row.cells[1]);
        const auto& rows = answers[row.cells[0]].rows;
        const auto found = std::ranges::find(rows, JurisdictionId(code), &MobilityRow::passport);
        ASSERT_NE(found, rows.end()) << row.cells[1];
        const std::vector<std::string> counted{std::to_string(found->visa_free),     std::to_string(found->on_arrival),   std::to_string(found->authorisation),
                                               std::to_string(found->e_visa),        std::to_string(found->visa_required), std::to_string(found->no_admission),
                                               std::to_string(found->mobility),      std::to_string(found->rank)};
        EXPECT_EQ(counted, std::vector<std::string>(row.cells.begin() + 2, row.cells.end())) << row.cells[0] << " " << row.cells[1];
    }
}

TEST(StayFacts, ReproduceTheItinerariesThatWereComputedElsewhere) {
    const csv::Table expected = table_in("tests/expected/stay_itinerary.csv");
    ASSERT_EQ(expected.rows.size(), 8U);
    for (const csv::Row& row : expected.rows) {
        const auto cell = [&](std::string_view head) { return row.cells[static_cast<std::size_t>(std::ranges::find(expected.heads, head) - expected.heads.begin())]; };
        const std::string zone = cell("zone");
        // Any member will do: days of a zone are counted together.
        const JurisdictionId place(zone == "SCHENGEN" ? "PT" : facts().code_of.at(zone));
        ItineraryQuery query{.documents = {passport(facts().code_of.at(cell("traveller")))}, .stays = {}, .on = {}};
        std::string stays = cell("stays");
        for (std::size_t at = 0; at < stays.size(); at += 25) query.stays.push_back({.place = place, .from = day(stays.substr(at, 10)), .to = day(stays.substr(at + 12, 10))});
        const ItineraryAnswer found = answer(facts().looking(), query);
        ASSERT_TRUE(found.refused.empty()) << cell("test");
        ASSERT_EQ(found.counts.size(), 1U) << cell("test");
        const CountVerdict& count = found.counts.front();
        ASSERT_EQ(count.windows.size(), 2U) << cell("test");
        const WindowVerdict& entry = count.windows[0];
        const WindowVerdict& window = count.windows[1];
        const auto text = [](const std::optional<Date>& date) { return date ? date->to_text() : ""; };
        const std::vector<std::string> counted{std::to_string(*window.window.limit), std::to_string(*window.window.span), std::to_string(window.days_max), text(window.worst_day),
                                               text(window.first_bad), std::to_string(count.longest_entry), std::to_string(*entry.window.limit),
                                               entry.held == Answer::no ? "True" : "False"};
        EXPECT_EQ(counted, std::vector<std::string>(row.cells.begin() + 4, row.cells.end())) << cell("test");
        const bool lawful = cell("first_overstay_day").empty() && cell("per_entry_breach") == "False";
        EXPECT_EQ(found.lawful, lawful ? Answer::yes : Answer::no) << cell("test");
    }
}

// The table of February 2026 shows waivers of the Mainland that end in September and December: it does not outlive them.
TEST(StayFacts, LetNoTableOutliveTheWaiverThatItShows) {
    EXPECT_EQ(facts().requirement(passport("RU"), "CN", "2026-09-14").without_visa, Answer::yes);
    const RequirementAnswer after = facts().requirement(passport("RU"), "CN", "2026-09-15");
    EXPECT_EQ(after.without_visa, Answer::unknown);
    ASSERT_EQ(after.ended.size(), 1U);
    EXPECT_EQ(after.ended[0].rule, RuleId("CN-UNI-RUS"));
    EXPECT_EQ(after.ended[0].last, day("2026-09-14"));
    EXPECT_EQ(after.ended[0].before, SnapshotId("2025-01-12"));
    std::size_t ended = 0;
    for (const auto& [id, known] : facts().state.rules) {
        const Rule& rule = known.rule;
        if (!rule.place || rule.track != Track::ordinary || !rule.validity.to || rule.validity.to->to >= day("2027-01-01")) continue;
        ++ended;
        EXPECT_NE(facts().requirement(rule.document, rule.place->value, rule.validity.to->to.plus_days(1).to_text()).without_visa, Answer::yes) << id.value;
    }
    EXPECT_GT(ended, 40U);
    for (const std::string_view of : {"FR", "CY", "SE", "JP", "SA", "BR"}) {
        EXPECT_EQ(facts().requirement(passport(of), "CN", "2026-12-31").without_visa, Answer::yes) << of;
        EXPECT_EQ(facts().requirement(passport(of), "CN", "2027-01-01").without_visa, Answer::unknown) << of;
        EXPECT_EQ(facts().requirement(passport(of), "CN", "2027-01-01").ended.at(0).last, day("2026-12-31")) << of;
    }
}

TEST(StayFacts, CountMutualWaiversOfMacaoTheMainlandAndHongKong) {
    const auto counts = [](std::string_view of) {
        const WaiversAnswer one = answer(facts().looking(), WaiversQuery{.jurisdiction = JurisdictionId(std::string(of)), .on = day("2026-02-17"), .basis = Basis::table});
        return std::vector<std::uint32_t>{one.mutual, one.outbound_only, one.inbound_only};
    };
    EXPECT_EQ(counts("MO")[0], 75U);
    EXPECT_EQ(counts("CN"), (std::vector<std::uint32_t>{26, 16, 55}));
    EXPECT_EQ(counts("HK")[0], 106U);
}

// The table of 2026-02-17 still asks a British passport for a visa; the rule that began that day goes before it.
TEST(StayFacts, AdmitABritishPassportToTheMainlandFromTheDayOfTheRule) {
    const RequirementAnswer before = facts().requirement(passport("GB"), "CN", "2026-02-16");
    EXPECT_EQ(before.without_visa, Answer::no);
    ASSERT_TRUE(before.chosen);
    EXPECT_EQ(before.chosen->snapshot, SnapshotId("2025-01-12"));
    const RequirementAnswer after = facts().requirement(passport("GB"), "CN", "2026-02-17");
    EXPECT_EQ(after.without_visa, Answer::yes);
    ASSERT_TRUE(after.chosen);
    EXPECT_EQ(after.chosen->rule, RuleId("CN-UNI-GBR"));
    EXPECT_EQ(after.chosen->days, 30);
    ASSERT_EQ(after.contradictions.size(), 1U);
    EXPECT_EQ(after.contradictions[0].table_says, Requirement::visa_required);
    // For work it is no waiver, and the table's visa is what is left.
    EXPECT_EQ(facts().requirement(passport("GB"), "CN", "2026-02-17", {.purpose = "work"}).without_visa, Answer::no);
    EXPECT_EQ(facts().requirement(passport("GB"), "CN", "2027-01-01").without_visa, Answer::no);
}

TEST(StayFacts, KeepPermitsApartFromVisas) {
    const RequirementAnswer card = facts().requirement({DocumentKind::permanent_resident_id, JurisdictionId("MO")}, "HK", "2026-03-01");
    EXPECT_EQ(card.chosen->requirement, Requirement::permit);
    EXPECT_EQ(card.chosen->days, 180);
    EXPECT_EQ(facts().requirement({DocumentKind::permanent_resident_id, JurisdictionId("HK")}, "MO", "2026-03-01").chosen->days, 365);
    EXPECT_EQ(facts().requirement({DocumentKind::resident_id, JurisdictionId("HK")}, "MO", "2026-03-01").chosen->days, 30);
    const RequirementAnswer booklet = facts().requirement(passport("MO"), "HK", "2026-03-01");
    EXPECT_EQ(booklet.chosen->requirement, Requirement::permit_needed);
    EXPECT_EQ(booklet.without_visa, Answer::no);
    const RequirementAnswer both_held = answer(facts().looking(), RequirementQuery{.documents = {passport("MO"), {DocumentKind::home_return_permit, JurisdictionId("MO")}},
                                                                                   .destination = JurisdictionId("CN"), .on = day("2026-03-01"), .told = {}});
    EXPECT_EQ(both_held.chosen->rule, RuleId("MAC-CHN-HRP"));
    EXPECT_TRUE(both_held.chosen->no_limit);
}

TEST(StayFacts, OpenTheNewPortsOfTransitOnTheirDay) {
    const auto through = [](std::string_view port, std::string_view on, std::string_view onward) {
        return facts().requirement(passport("US"), "CN", on,
                                   {.entry_port = std::string(port), .coming_from = JurisdictionId("MO"), .onward_to = JurisdictionId(std::string(onward)), .days = 5,
                                    .met = {ConditionKind::area}});
    };
    EXPECT_EQ(through("hengqin", "2025-11-04", "HK").without_visa, Answer::no);
    const RequirementAnswer open = through("hengqin", "2025-11-05", "HK");
    EXPECT_EQ(open.without_visa, Answer::yes);
    EXPECT_EQ(open.chosen->rule, RuleId("CN-240-USA"));
    EXPECT_EQ(through("hengqin", "2025-11-05", "MO").without_visa, Answer::no) << "back to where he came from is no third region";
    EXPECT_EQ(through("pudong", "2025-11-05", "HK").without_visa, Answer::no) << "a port that is not named is not known to be one";
    EXPECT_EQ(facts().requirement(passport("US"), "CN", "2024-12-16").without_visa, Answer::unknown) << "no table holds that early";
}

// 7 days, then 2, then none until 30 days have passed since he left.
TEST(StayFacts, CountTheEntriesOfAMainlandPassportInTransitThroughMacao) {
    const auto transit = [](std::vector<std::pair<std::string_view, std::string_view>> visits, std::optional<std::string> left = {}) {
        ItineraryQuery query{.documents = {passport("CN"), {DocumentKind::exit_entry_permit, JurisdictionId("CN")}}, .stays = {}, .on = {}};
        query.documents.pop_back();
        JurisdictionId next("TH");
        for (const auto& [from, to] : visits) {
            query.stays.push_back({.place = JurisdictionId("VN"), .from = day(from).plus_days(-1), .to = day(from), .visa_held = true});
            query.stays.push_back({.place = JurisdictionId("MO"), .from = day(from), .to = day(to), .left_through = left, .met = {ConditionKind::visa_onward}});
            query.stays.push_back({.place = next, .from = day(to), .to = day(to).plus_days(1), .visa_held = true});
        }
        std::vector<StayVerdict> macao;
        for (const StayVerdict& one : answer(facts().looking(), query).stays) {
            if (one.place == JurisdictionId("MO")) macao.push_back(one);
        }
        return macao;
    };
    const auto three = transit({{"2026-03-01", "2026-03-07"}, {"2026-03-20", "2026-03-21"}, {"2026-04-10", "2026-04-10"}});
    ASSERT_EQ(three.size(), 3U);
    EXPECT_EQ(three[0].lawful, Answer::yes);
    EXPECT_EQ(three[0].latest_exit, day("2026-03-07"));
    EXPECT_EQ(three[1].lawful, Answer::yes);
    EXPECT_EQ(three[1].latest_exit, day("2026-03-21"));
    EXPECT_EQ(three[2].lawful, Answer::no);
    EXPECT_EQ(three[2].obstacle, Obstacle::entry_too_soon);
    EXPECT_EQ(three[2].may_enter_from, day("2026-04-21"));
    EXPECT_EQ(transit({{"2026-03-01", "2026-03-08"}})[0].first_bad, day("2026-03-08"));
    const auto by_air = transit({{"2026-03-01", "2026-03-07"}, {"2026-03-20", "2026-03-26"}}, "macao_airport");
    EXPECT_EQ(by_air[1].lawful, Answer::yes) << "who left by the airport begins again";
}

TEST(StayFacts, LeaveUnknownWhatNobodyVerified) {
    const RequirementAnswer russia = facts().requirement(passport("MO"), "RU", "2020-01-01");
    EXPECT_EQ(russia.without_visa, Answer::unknown) << "no table, and the rule's beginning is not verified";
    EXPECT_FALSE(russia.chosen);
    ASSERT_EQ(russia.others.size(), 1U);
    EXPECT_EQ(russia.others[0].holds, Answer::unknown);
    EXPECT_NE(russia.others[0].source->note.find("unverified: 2012-09"), std::string::npos);
    // The month alone is known of the European waiver: inside it nobody knows.
    const auto rule_on = [](std::string_view on) { return answer(facts().looking(), RulesQuery{.on = day(on), .rule = RuleId("SCH-MAC")}).rules.at(0).holds; };
    EXPECT_EQ(rule_on("2001-03-31"), Answer::no);
    EXPECT_EQ(rule_on("2001-04-15"), Answer::unknown);
    EXPECT_EQ(rule_on("2001-04-30"), Answer::yes);
}

TEST(StayFacts, SayWhatChangedForAPassport) {
    const ChangesAnswer changes = answer(facts().looking(), ChangesQuery{.passport = JurisdictionId("GB"), .destination = JurisdictionId("CN"), .from = day("2026-02-16"), .to = day("2026-02-17"), .basis = {}});
    ASSERT_EQ(changes.rows.size(), 1U);
    EXPECT_EQ(changes.lighter, 1U);
    std::size_t cells = 0;
    for (const MobilityRow& row : answer(facts().looking(), MobilityQuery{.on = day("2026-02-17")}).rows) {
        const ChangesAnswer one = answer(facts().looking(), ChangesQuery{.passport = row.passport, .destination = {}, .from = day("2026-02-16"), .to = day("2026-02-17"), .basis = Basis::table});
        cells += one.rows.size();
    }
    EXPECT_EQ(cells, 2'935U) << "the cells that differ between the two tables";
}

TEST(StayFacts, RankCandidatesWithEveryScoreBrokenDown) {
    const CandidatesAnswer found = answer(facts().looking(), CandidatesQuery{.jurisdiction = JurisdictionId("MO"), .on = day("2026-02-17"), .set = {}, .first = {}});
    ASSERT_GT(found.rows.size(), 50U);
    EXPECT_EQ(found.of, found.rows.size());
    for (const CandidateRow& row : found.rows) {
        std::int64_t sum = 0;
        for (const ScorePart& part : row.parts) sum += part.points.digits;
        EXPECT_EQ(sum, row.score.digits) << row.partner.value;
        EXPECT_EQ(row.parts.size(), found.weights.size());
    }
    const WaiversAnswer waivers = answer(facts().looking(), WaiversQuery{.jurisdiction = JurisdictionId("MO"), .on = day("2026-02-17")});
    EXPECT_EQ(waivers.mutual + found.of, 198U) << "whoever has no mutual waiver is a candidate";
}

TEST(StayFacts, GiveTheFiguresOfTheMeasure) {
    const FiguresAnswer figures = answer(facts().looking(), FiguresQuery{.jurisdiction = JurisdictionId("MO"), .on = day("2026-02-17"), .sets = {"psc"}});
    EXPECT_EQ(figures.mobility, 129U);
    EXPECT_EQ(figures.rank, 62U);
    EXPECT_EQ(figures.of, 199U);
    EXPECT_EQ(figures.mutual, 75U);
    ASSERT_EQ(figures.sets.size(), 1U);
    EXPECT_EQ(figures.sets[0].members, 9U);
    EXPECT_GT(figures.entries.size(), 1U);
    EXPECT_FALSE(answer(facts().looking(), FiguresQuery{.jurisdiction = JurisdictionId("MO"), .on = day("2020-12-31"), .sets = {"psc"}}).snapshot);
}

TEST(StayFacts, SayWhoMayMakeTheSameJourney) {
    const TripQuery query{.stays = {{.place = JurisdictionId("MO"), .from = day("2026-03-01"), .to = day("2026-03-05")}, {.place = JurisdictionId("CN"), .from = day("2026-03-05"), .to = day("2026-03-20")}}};
    const TripAnswer found = answer(facts().looking(), query);
    ASSERT_EQ(found.rows.size(), 199U);
    EXPECT_EQ(found.may + found.may_not + found.unknown, 199U);
    for (const TripRow& row : found.rows) {
        const ItineraryAnswer alone = answer(facts().looking(), ItineraryQuery{.documents = {passport(row.passport.value)}, .stays = query.stays, .on = {}});
        EXPECT_EQ(alone.lawful, row.lawful) << row.passport.value;
    }
    const auto of = [&](std::string_view code) { return std::ranges::find(found.rows, JurisdictionId(std::string(code)), &TripRow::passport)->lawful; };
    EXPECT_EQ(of("PT"), Answer::yes);
    EXPECT_EQ(of("GB"), Answer::yes);
    EXPECT_EQ(of("IN"), Answer::no);
}

}  // namespace
}  // namespace ponte::stay
