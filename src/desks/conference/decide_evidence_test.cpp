#include "desks/conference/desk_sample.h"

namespace ponte::conference {
namespace {

using namespace sample;

template <class Command>
struct Request {
    Grant by;
    Command command;
};

const ObservationRecorded& last_observation(const Desk& desk, const std::string& id = "m1.total") {
    return desk.state.series.at("indicator/" + id).observations.back();
}

DefineIndicator stock(std::string id) {
    DefineIndicator definition = indicator(std::move(id));
    definition.kind = Kind::stock;
    return definition;
}

TEST(RecordObservation, NeedsOnlyTheNumberThePeriodAndTheSource) {
    Desk desk = desk_with_a_plan();
    RecordObservation three = observation("RMB 3.6 billion", "0", "2020-Q1");
    three.value.reset();
    desk.done(officer(), three);
    const ObservationRecorded& event = last_observation(desk);
    EXPECT_EQ(event.value, number("3.6"));
    EXPECT_EQ(event.as_published, "RMB 3.6 billion");
    EXPECT_EQ(event.badge, Badge::published);
    EXPECT_EQ(event.body, BodyId("amcm"));
    EXPECT_EQ(event.side, Side::macao);
    EXPECT_EQ(event.source.retrieved, day("2020-12-31"));
    EXPECT_EQ(desk.state.items.at(event.item).life().stage, Stage::internal);
}

TEST(RecordObservation, ReadsTheValueFromTheNumberAsPrintedAndRefusesTheOneThatItDenies) {
    struct Row {
        std::uint8_t exponent;
        std::string printed;
        std::string scale;
        std::optional<Language> language;
        std::string given;
        std::string outcome;  // the value, or the refusal's code
    };
    const std::vector<Row> rows{
        {9, "RMB 3.6 billion", "", {}, "", "3.6"},
        {9, "人民幣36億元", "", {}, "", "3.6"},
        {9, "3,6 mil milhões de patacas", "", Language::pt, "", "3.6"},
        {9, "MOP1.299 bn", "", Language::en, "", "1.299"},
        {9, "3,600,000,000", "", Language::en, "", "3.6"},
        // The scale word stood in the head of the column.
        {9, "4747.3", "bn", Language::en, "", "4747.3"},
        {9, "47", "億", Language::zh_hant, "", "4.7"},
        {9, "RMB 3.6 bn", "bn", Language::en, "", "3.6"},
        // A value beside the printed number must be the same number.
        {9, "MOP1.299 bn", "", Language::en, "1.299", "1.299"},
        {9, "MOP1.299 bn", "", Language::en, "1299", "conference.value_contradicts_text"},
        {6, "MOP1.299 bn", "", Language::en, "1299", "1299"},
        {6, "MOP1.299 bn", "", Language::en, "1.299", "conference.value_contradicts_text"},
        {9, "47", "億", Language::zh_hant, "47", "conference.value_contradicts_text"},
        {0, "12", "", {}, "13", "conference.value_contradicts_text"},
        {0, "12", "", {}, "12", "12"},
        {9, "4747.3", "", Language::en, "4747.3", "4747.3"},  // in the unit already
        {9, "4747300000000", "", {}, "4747.3", "4747.3"},
        // What cannot be understood needs the value, and then has nothing to be held against.
        {9, "many", "", {}, "", "conference.value_not_understood"},
        {0, "two agreements", "", {}, "2", "2"},
        // Seven yuan are not rounded to nothing.
        {12, "7", "", {}, "", "conference.value_not_understood"},
    };
    for (const Row& row : rows) {
        Desk desk = desk_with_a_plan();
        DefineIndicator definition = indicator("m1.unit");
        definition.unit_exponent = row.exponent;
        desk.done(secretariat(), definition);
        RecordObservation one = observation(row.printed, "0", "2020-Q1", "m1.unit");
        one.language = row.language;
        one.value = Decimal::from_text(row.given);
        if (!row.scale.empty()) one.scale = row.scale;
        const std::string refused = desk.ask(officer(), one);
        EXPECT_EQ(refused.empty() ? last_observation(desk, "m1.unit").value.to_text() : refused, row.outcome)
            << row.printed << " with value '" << row.given << "' and scale '" << row.scale << "' in 10^" << int{row.exponent};
    }
}

TEST(RecordObservation, WaitsUntilItsPeriodIsOverInMacao) {
    Desk desk = desk_with_a_plan();
    const RecordObservation year = observation("RMB 3 bn", "3", "2020");
    desk.now = instant("2020-12-30T15:59:59Z");  // 30 December, 23:59:59 in Macao
    EXPECT_EQ(desk.ask(officer(), year), "conference.period_not_over");
    desk.now = instant("2020-12-30T16:00:00Z");  // a second later: 31 December
    EXPECT_EQ(desk.ask(officer(), year), "");
}

TEST(RecordObservation, NamesTheSamePaperAlikeAndAnotherBodysDifferently) {
    Desk desk = desk_with_a_plan();
    const ItemId one = desk.recorded(officer("amcm"), observation("RMB 3 bn", "3", "2020-Q1"));
    EXPECT_EQ(desk.ask(officer("amcm"), observation("RMB 3 bn", "3.0", "2020-Q1")), "conference.already_recorded");
    const ItemId two = desk.recorded(officer("pboc"), observation("RMB 3 bn", "3", "2020-Q1"));
    EXPECT_NE(one, two);
    EXPECT_TRUE(one.value.starts_with("obs-"));
}

TEST(RecordObservation, LetsASecretariatRecordForABodyOfItsOwnSideOnly) {
    Desk desk = desk_with_a_plan();
    RecordObservation for_amcm = observation("RMB 3 bn", "3", "2020-Q1");
    for_amcm.body = BodyId("amcm");
    EXPECT_EQ(desk.ask(other_secretariat(), for_amcm), "conference.body_not_yours");
    desk.done(secretariat(), for_amcm);
    EXPECT_EQ(last_observation(desk).body, BodyId("amcm"));
}

TEST(RecordObservation, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), stock("m1.stock"));
    desk.done(officer(), observation("RMB 3 bn", "3", "2020-Q1"));
    using R = Request<RecordObservation>;
    expect_refusals<R>({officer(), observation("RMB 4 bn", "4", "2020-Q1")},
                       {{refusals::not_allowed, [](R& r) { r.by = reader(); }},
                        {refusals::text_missing, [](R& r) { r.command.as_published.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.as_published = "3\x01"; }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.source = "\x1b[2J"; }},
                        {refusals::control_characters, [](R& r) { r.command.source_title = "\x7f"; }},
                        {refusals::control_characters, [](R& r) { r.command.scale = std::string(4'001, 'x'); }},
                        {refusals::indicator_unknown, [](R& r) { r.command.indicator = IndicatorId("m1.none"); }},
                        {refusals::period_not_over, [](R& r) { r.command.period = period("2021"); }},
                        {refusals::stock_needs_a_day, [](R& r) { r.command.indicator = IndicatorId("m1.stock"); }},
                        {refusals::body_unknown, [](R& r) { r.command.body = BodyId("nobody"); }},
                        {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("dsedt"); }},
                        {refusals::value_not_understood,
                         [](R& r) {
                             r.command.as_published = "many";
                             r.command.value.reset();
                         }},
                        {refusals::value_contradicts_text, [](R& r) { r.command.value = number("4000"); }},
                        {refusals::already_recorded,
                         [](R& r) {
                             r.command.as_published = "RMB 3 bn";
                             r.command.value = number("3");
                         }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(RecordObservation, TakesAStockOfOneDay) {
    Desk desk = desk_with_a_plan();
    desk.done(secretariat(), stock("m1.stock"));
    EXPECT_EQ(desk.ask(officer(), observation("RMB 3 bn", "3", "2020-06", "m1.stock")), "conference.stock_needs_a_day");
    EXPECT_EQ(desk.ask(officer(), observation("RMB 3 bn", "3", "2020-06-30", "m1.stock")), "");
}

TEST(RecordObservation, ShowsNoHalfCharacterInARefusal) {
    const Desk desk = desk_with_a_plan();
    std::string printed = "x";
    for (int i = 0; i < 40; ++i) printed += "億";
    RecordObservation one = observation(printed, "0", "2020-Q1");
    one.value.reset();
    const Decision decision = desk.decided(officer(), one);
    ASSERT_FALSE(decision);
    const std::string& subject = decision.error().subject;
    EXPECT_EQ((subject.size() - subject.find('x') - 1) % 3, 0U) << subject;
}

// Rows of a file, on lines 2, 3, ...
ImportObservations file_of(std::vector<RecordObservation> rows, bool accept_good_rows = false) {
    ImportObservations file{.file = sha256("a file"), .accept_good_rows = accept_good_rows, .rows = std::move(rows), .lines = {}, .unreadable = {}};
    for (std::uint32_t i = 0; i < file.rows.size(); ++i) file.lines.push_back(i + 2);
    return file;
}

const std::vector<RecordObservation> three_rows{observation("RMB 1 bn", "1", "2020-01"), observation("RMB 2 bn", "2", "2020-02"),
                                                observation("RMB 3 bn", "3", "2020-03")};

std::vector<RecordObservation> with_a_bad_row() {
    std::vector<RecordObservation> rows = three_rows;
    rows[1].value = number("2000");
    return rows;
}

ObservationsImported account_of(const Desk& desk, const ImportObservations& file) {
    const Decision decision = desk.decided(officer(), file);
    EXPECT_TRUE(decision);
    if (!decision) return {};
    const ObservationsImported account = std::get<ObservationsImported>(decision->front());
    EXPECT_EQ(decision->size(), 1U + account.recorded);
    return account;
}

TEST(ImportObservations, RecordsEveryRowBehindTheAccountOfTheFile) {
    Desk desk = desk_with_a_plan();
    const ObservationsImported account = account_of(desk, file_of(three_rows));
    EXPECT_EQ(account.rows, 3U);
    EXPECT_EQ(account.recorded, 3U);
    desk.done(officer(), file_of(three_rows));
    const auto& observations = desk.state.series.at("indicator/m1.total").observations;
    ASSERT_EQ(observations.size(), 3U);
    EXPECT_NE(observations[0].blind, observations[1].blind);
}

TEST(ImportObservations, RecordsNothingWhenOneRowIsRefused) {
    Desk desk = desk_with_a_plan();
    const Decision decision = desk.decided(officer(), file_of(with_a_bad_row()));
    ASSERT_FALSE(decision);
    EXPECT_EQ(decision.error().kind, refusals::rows_refused);
    EXPECT_EQ(decision.error().place, "row 3");
    EXPECT_TRUE(decision.error().subject.starts_with("1 of 3 rows; first conference.value_contradicts_text")) << decision.error().subject;
    EXPECT_TRUE(desk.state.items.empty());
}

TEST(ImportObservations, RecordsTheGoodRowsWhenAskedForThem) {
    Desk desk = desk_with_a_plan();
    ImportObservations file = file_of(with_a_bad_row(), true);
    file.unreadable.push_back({.row = 1, .code = "csv.too_few_columns", .subject = std::string(500, 'x'), .place = "row 1"});
    const ObservationsImported account = account_of(desk, file);
    EXPECT_EQ(account.rows, 4U);
    EXPECT_EQ(account.recorded, 2U);
    EXPECT_EQ(account.not_recorded, 2U);
    ASSERT_EQ(account.refused.size(), 2U);
    EXPECT_EQ(account.refused[0].row, 1U);
    EXPECT_LE(account.refused[0].subject.size(), 80U);
    EXPECT_EQ(account.refused[1].row, 3U);
    desk.done(officer(), file);
    EXPECT_EQ(desk.state.items.size(), 2U);
}

TEST(ImportObservations, RefusesAFileOfBadRowsOnlyEvenSo) {
    Desk desk = desk_with_a_plan();
    EXPECT_EQ(desk.ask(officer(), file_of({with_a_bad_row()[1]}, true)), "conference.rows_refused");
}

TEST(ImportObservations, NamesTheFirstBadRowOfTheFileWhoeverFoundIt) {
    const Desk desk = desk_with_a_plan();
    ImportObservations file = file_of(with_a_bad_row());
    file.unreadable.push_back({.row = 7, .code = "csv.too_few_columns", .subject = "", .place = ""});
    const Decision decision = desk.decided(officer(), file);
    ASSERT_FALSE(decision);
    EXPECT_EQ(decision.error().place, "row 3");
}

TEST(ImportObservations, IsHarmlessTheSecondTime) {
    Desk desk = desk_with_a_plan();
    desk.done(officer(), file_of(three_rows));
    const auto items = desk.state.items;
    const ObservationsImported account = account_of(desk, file_of(three_rows));
    EXPECT_EQ(account.recorded, 0U);
    EXPECT_EQ(account.known_before, 3U);
    desk.done(officer(), file_of(three_rows));
    EXPECT_EQ(desk.state.items, items);
}

TEST(ImportObservations, CountsARowThatStandsTwiceInTheFileOnce) {
    Desk desk = desk_with_a_plan();
    std::vector<RecordObservation> rows = three_rows;
    rows.push_back(rows.front());
    const ObservationsImported account = account_of(desk, file_of(rows));
    EXPECT_EQ(account.recorded, 3U);
    EXPECT_EQ(account.known_before, 1U);
    desk.done(officer(), file_of(rows));
    EXPECT_EQ(desk.state.items.size(), 3U);
}

TEST(ImportObservations, RefusesInTheDocumentedOrder) {
    const Desk desk = desk_with_a_plan();
    using R = Request<ImportObservations>;
    expect_refusals<R>({officer(), file_of(three_rows)},
                       {{refusals::not_allowed, [](R& r) { r.by = reader(); }},
                        {refusals::parts_differ, [](R& r) { r.command.lines.push_back(99); }},
                        {refusals::no_rows,
                         [](R& r) {
                             r.command.rows.clear();
                             r.command.lines.clear();
                         }},
                        {refusals::too_many_rows,
                         [](R& r) {
                             r.command.rows.assign(100'001, RecordObservation{});
                             r.command.lines.assign(100'001, 2);
                         }},
                        {refusals::rows_refused, [](R& r) { r.command.rows = with_a_bad_row(); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

TEST(RecordAction, StandsInTheSeriesOfItsMeasure) {
    Desk desk = desk_with_a_plan();
    const ItemId id = desk.recorded(officer(), action("Agreement signed", "2020-05-04", 2));
    EXPECT_TRUE(id.value.starts_with("act-"));
    EXPECT_EQ(desk.state.series[desk.state.items.at(id).series].name, "actions/2020/2");
    EXPECT_TRUE(desk.state.items.at(id).is_action);
    EXPECT_EQ(desk.state.series.at("actions/2020/2").actions.size(), 1U);
}

TEST(RecordAction, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_plan();
    desk.done(officer(), action("Agreement signed", "2020-05-04"));
    using R = Request<RecordAction>;
    expect_refusals<R>({officer(), action("Office opened", "2020-12-31")},
                       {{refusals::not_allowed, [](R& r) { r.by = reader(); }},
                        {refusals::text_missing, [](R& r) { r.command.texts = {}; }},
                        {refusals::control_characters, [](R& r) { r.command.texts.pt = "\x01"; }},
                        {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.source = "\x01"; }},
                        {refusals::control_characters, [](R& r) { r.command.source_title = "\x01"; }},
                        {refusals::date_in_future, [](R& r) { r.command.on = day("2021-01-01"); }},
                        {refusals::plan_unknown, [](R& r) { r.command.plan = PlanId("1999"); }},
                        {refusals::measure_unknown, [](R& r) { r.command.measure = 23; }},
                        {refusals::duty_unknown, [](R& r) { r.command.duty = 3; }},
                        {refusals::body_unknown, [](R& r) { r.command.body = BodyId("nobody"); }},
                        {refusals::body_not_yours, [](R& r) { r.command.body = BodyId("pboc"); }},
                        {refusals::already_recorded, [](R& r) { r.command = action("Agreement signed", "2020-05-04"); }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
}

}  // namespace
}  // namespace ponte::conference
