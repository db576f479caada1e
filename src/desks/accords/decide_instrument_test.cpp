#include "desks/accords/instruments_sample.h"

namespace ponte::accords {
namespace {

template <class Command>
struct Request {
    Treaties desk;
    access::Grant by;
    Command command;
};
template <class Command>
Decision decided(const Request<Command>& request) {
    return request.desk.decided(request.by, request.command);
}

TEST(RegisterInstrument, IsRefusedInThisOrder) {
    using R = Request<RegisterInstrument>;
    expect_refusals<R>({Treaties(), secretariat(), treaty("dta.kh", InstrumentKind::double_taxation, "KH")},
                       {{refusals::not_allowed, [](R& r) { r.by.roles = {{"accords", access::Role::reader}}; }},
                        {refusals::id_malformed, [](R& r) { r.command.instrument = instrument_id("DTA KH"); }},
                        {refusals::body_unknown, [](R& r) { r.command.body = BodyId("nobody"); }},
                        {refusals::instrument_known, [](R& r) { r.desk.state.instruments[r.command.instrument] = {}; }},
                        {refusals::text_missing, [](R& r) { r.command.record.names = {}; }},
                        {refusals::name_status_impossible, [](R& r) { r.command.record.name_statuses = {{Language::pt, TextStatus::official}}; }},
                        {refusals::text_too_long, [](R& r) { r.command.record.note = std::string(1'001, 'n'); }},
                        {refusals::instrument_with_itself, [](R& r) { r.command.record.parties[1].place = place("MO"); }},
                        {refusals::clause_impossible, [](R& r) { r.command.record.force.by = ForceBy::fixed_date; }},
                        {refusals::effect_impossible, [](R& r) { r.command.record.effects = {{.place = place("PT"), .from = EffectFrom::on_force}}; }},
                        {refusals::term_impossible, [](R& r) { r.command.record.term = Term{.months = 0, .from = TermFrom::force}; }},
                        {refusals::source_missing, [](R& r) { r.command.record.sources.clear(); }},
                        {refusals::instrument_unknown, [](R& r) { r.command.record.amends = {instrument_id("none")}; }}},
                       decided<RegisterInstrument>);
}

TEST(RegisterInstrument, IsBetweenTwoThatAreNotOne) {
    Treaties desk;
    RegisterInstrument command = treaty("any", InstrumentKind::double_taxation, "KH");
    command.record.parties.pop_back();
    EXPECT_EQ(desk.ask(secretariat(), command), "accords.parties_too_few");
    command = treaty("any", InstrumentKind::double_taxation, "XX");
    EXPECT_EQ(desk.refused(secretariat(), command).place, "/record/parties/1/place");
    EXPECT_EQ(desk.ask(secretariat(), command), "accords.place_unknown");
    for (const InstrumentKind kind : {InstrumentKind::twinning, InstrumentKind::fiu_memorandum}) {
        command = treaty("any", kind, "KH");
        command.record.parties[1].organ = {};
        EXPECT_EQ(desk.ask(secretariat(), command), "accords.organ_missing");
    }
    command = treaty("any", InstrumentKind::double_taxation, "KH");
    command.record.effects = {{.place = place("KH"), .from = EffectFrom::next_calendar_year, .month = 2, .day = 29}};
    EXPECT_EQ(desk.ask(secretariat(), command), "accords.effect_impossible");
    command.record.effects = std::vector<EffectClause>(17);
    EXPECT_EQ(desk.ask(secretariat(), command), "accords.too_many");
    command = treaty("any", InstrumentKind::double_taxation, "KH");
    command.record.force.count = 3'651;
    EXPECT_EQ(desk.ask(secretariat(), command), "accords.clause_impossible");
    // The Mainland, Macao and Hong Kong are three.
    EXPECT_EQ(desk.ask(secretariat(), treaty("mo.cn", InstrumentKind::double_taxation, "CN")), "");
    EXPECT_EQ(desk.ask(secretariat(), treaty("mo.hk", InstrumentKind::double_taxation, "HK")), "");
}

TEST(RegisterInstrument, AmendsNothingThatRestsOnIt) {
    Treaties desk;
    RegisterInstrument protocol = treaty("p1", InstrumentKind::protocol, "CN");
    EXPECT_EQ(desk.ask(secretariat(), protocol), "accords.amended_missing");
    protocol.record.amends = {instrument_id("p1")};
    EXPECT_EQ(desk.ask(secretariat(), protocol), "accords.amendment_circular");
    EXPECT_EQ(desk.ask(secretariat(), treaty("mo.cn", InstrumentKind::double_taxation, "CN")), "");
    protocol.record.amends = {instrument_id("mo.cn")};
    EXPECT_EQ(desk.ask(secretariat(), protocol), "");
    // Three links long, through what is replaced and what stands above.
    RegisterInstrument next = treaty("p2", InstrumentKind::protocol, "CN");
    next.record.amends = {instrument_id("p1")};
    EXPECT_EQ(desk.ask(secretariat(), next), "");
    AmendRecord turned{.instrument = instrument_id("mo.cn"), .record = treaty("mo.cn", InstrumentKind::double_taxation, "CN").record, .reason = "as it should be"};
    turned.record.replaces = {instrument_id("p2")};
    EXPECT_EQ(desk.ask(secretariat(), turned), "accords.amendment_circular");
    turned.record.replaces.clear();
    turned.record.under = instrument_id("p2");
    EXPECT_EQ(desk.ask(secretariat(), turned), "accords.amendment_circular");
}

TEST(RegisterInstrument, IsOpenedAsFarAsTheAskerMay) {
    Treaties desk;
    RegisterInstrument command = treaty("mla.ao", InstrumentKind::mla_criminal, "AO", true);
    EXPECT_EQ(desk.ask(officer(), command), "accords.stage_not_yours");
    command.stage = Stage::signed_off;
    EXPECT_EQ(desk.ask(officer(), command), "accords.stage_not_yours");
    EXPECT_EQ(desk.ask(head(), command), "");
    RegisterInstrument others = treaty("fiu.ao", InstrumentKind::fiu_memorandum, "AO");
    others.body = BodyId("gif");
    others.stage = Stage::internal;
    EXPECT_EQ(desk.ask(officer("dsaj"), others), "accords.body_not_yours");
    EXPECT_EQ(desk.ask(secretariat(), others), "");
}

TEST(AmendRecord, KeepsWhatWasSaidBefore) {
    Treaties desk;
    EXPECT_EQ(desk.ask(secretariat(), treaty("dta.kh", InstrumentKind::double_taxation, "KH")), "");
    AmendRecord command{.instrument = instrument_id("dta.kh"), .record = treaty("dta.kh", InstrumentKind::double_taxation, "KH").record, .reason = "The gazette has it"};
    EXPECT_EQ(desk.ask(secretariat(), command), "accords.nothing_changed");
    command.record.text_reference = "Aviso CE 1/2023, BO I 4/2023";
    AmendRecord wordless = command;
    wordless.reason = "";
    EXPECT_EQ(desk.ask(secretariat(), wordless), "accords.reason_missing");
    EXPECT_EQ(desk.ask(officer("gif"), command), "accords.body_not_yours");
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    const InstrumentShown full = desk.shown("dta.kh", "2026-01-01");
    ASSERT_EQ(full.records.size(), 2U);
    EXPECT_EQ(full.records[0].record.text_reference, "");
    EXPECT_EQ(full.records[1].reason, "The gazette has it");
    EXPECT_EQ(full.row.text_reference, "Aviso CE 1/2023, BO I 4/2023");
    EXPECT_EQ(desk.ask(secretariat(), reporting("dta.kh", StepKind::signing, "2021-04-23", "KH")), "");
    command.record.parties[1].place = place("VN");
    EXPECT_EQ(desk.ask(secretariat(), command), "accords.step_needed");
}

TEST(MoveInstrument, OpensWhatStoodAtItsStageAndNothingElse) {
    Treaties desk;
    RegisterInstrument command = treaty("tsp.ao", InstrumentKind::transfer_sentenced, "AO", true);
    command.stage = Stage::signed_off;
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    EXPECT_EQ(desk.ask(secretariat(), taking("tsp.ao", StepKind::talks, "2024-01-10")), "");
    TakeStep quiet = taking("tsp.ao", StepKind::initialling, "2025-01-10");
    quiet.stage = Stage::internal;
    EXPECT_EQ(desk.ask(secretariat(), quiet), "");
    EXPECT_FALSE(desk.asked(InstrumentQuery{.instrument = instrument_id("tsp.ao"), .on = {}}, everybody()).instrument.has_value());
    const auto move = [](Stage to) { return MoveInstrument{.instrument = instrument_id("tsp.ao"), .to = to}; };
    EXPECT_EQ(desk.ask(officer(), move(Stage::published)), "accords.stage_not_yours");
    EXPECT_EQ(desk.ask(secretariat(), move(Stage::signed_off)), "accords.stage_not_forward");
    EXPECT_EQ(desk.ask(secretariat(), move(Stage::published)), "");
    // The public learns of the talks, and of the initialling only when that is opened.
    const InstrumentShown open = desk.shown("tsp.ao", "2026-01-01", everybody());
    EXPECT_EQ(open.row.stood.standing, Standing::in_talks);
    EXPECT_EQ(open.steps.size(), 1U);
    EXPECT_TRUE(open.next.empty());
    EXPECT_EQ(desk.shown("tsp.ao", "2026-01-01").row.stood.standing, Standing::initialled);
    EXPECT_EQ(desk.asked(FiguresQuery{}, everybody()).standings, (std::vector<StandingCount>{{.standing = Standing::in_talks, .instruments = 1}}));
    EXPECT_EQ(desk.asked(StalledQuery{}, everybody()).files.at(0).last_step, StepKind::talks);
}

TEST(NameBodies, LetsABodySeeTheFileWhateverItsStage) {
    Treaties desk;
    RegisterInstrument command = treaty("mla.ao", InstrumentKind::mla_criminal, "AO", true);
    command.stage = Stage::internal;
    EXPECT_EQ(desk.ask(secretariat(), command), "");
    const auto sees = [&](std::string body) { return desk.asked(InstrumentsQuery{}, of_body(std::move(body))).instruments.size(); };
    EXPECT_EQ(sees("dsaj"), 1U);
    EXPECT_EQ(sees("gif"), 0U);
    NameBodies named{.instrument = instrument_id("mla.ao"), .concerned = {BodyId("gif")}, .reason = "shares the talks"};
    NameBodies wrong = named;
    wrong.concerned = {BodyId("nobody")};
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.body_unknown");
    wrong = named;
    wrong.reason = "";
    EXPECT_EQ(desk.ask(secretariat(), wrong), "accords.reason_missing");
    EXPECT_EQ(desk.ask(officer("gif"), named), "accords.instrument_unknown");
    EXPECT_EQ(desk.ask(secretariat(), named), "");
    EXPECT_EQ(sees("gif"), 1U);
    EXPECT_EQ(desk.ask(secretariat(), named), "accords.nothing_changed");
    NameBodies more{.instrument = instrument_id("mla.ao"), .concerned = {}, .reason = "mine alone"};
    EXPECT_EQ(desk.ask(officer("gif"), more), "accords.body_not_yours");
}

}  // namespace
}  // namespace ponte::accords
