#include "base/canonical.h"
#include "desks/conference/desk_sample.h"
#include "desks/conference/invariants.h"

#include <boost/mp11.hpp>

// The desk in memory itself, and what every test leans on: that the fold is a function of the record.
namespace ponte::conference::sample {

namespace {

Recorded placed(const Bytes& bytes, std::uint64_t sequence, std::uint64_t run, Instant time, const PersonId& actor) {
    const std::array<std::uint8_t, 1> leaf_prefix{0};
    return {.sequence = sequence, .leaf = sha256_of_parts({leaf_prefix, bytes}), .time = time, .actor = actor, .run = run};
}

}  // namespace

Side side_of(std::string_view body) {
    if (body == "ndrc" || body == "pboc") return Side::mainland;
    return body == "forum" ? Side::other : Side::macao;
}

Grant asker(std::string_view person, std::string_view body, std::vector<Role> roles) {
    Grant grant{.person = PersonId(std::string(body) + "." + std::string(person)),
                .body = BodyId(std::string(body)),
                .side = side_of(body),
                .asserted = true,
                .roles = {}};
    for (const Role role : roles) grant.roles.push_back({.desk = "conference", .role = role});
    return grant;
}

ImportPlan plan_2020() {
    ImportPlan plan{.plan = PlanId("2020"),
                    .year = 2020,
                    .title = "二〇二〇年重點工作",
                    .language = Language::zh_hant,
                    .status = TextStatus::reference,
                    .file = sha256("the file"),
                    .format = "text",
                    .encoding = "UTF-8",
                    .areas = {{.number = 1, .title = "金融", .first_measure = 1, .last_measure = 2},
                              {.number = 2, .title = "機制", .first_measure = 3, .last_measure = 3}},
                    .measures = {},
                    .folded_characters = 85,
                    .source = "own words"};
    for (std::uint16_t i = 1; i <= 3; ++i) {
        const std::string n = std::to_string(i);
        plan.measures.push_back({.number = i,
                                 .text = "措施" + n,
                                 .duties = {"任務" + n + "甲", "任務" + n + "乙"},
                                 .jurisdiction_sets = {},
                                 .bodies = {},
                                 .owed_numbers = {},
                                 .bytes_from = 100U * i,
                                 .bytes_to = 100U * i + 50,
                                 .line_from = i,
                                 .line_to = i});
    }
    return plan;
}

CorrectPlan correction_of(const ImportPlan& plan, std::string reason) {
    return {.plan = plan.plan, .title = plan.title, .file = sha256("another file"), .measures = plan.measures, .reason = std::move(reason)};
}

DefineIndicator indicator(std::string id) {
    return {.indicator = IndicatorId(std::move(id)),
            .plan = PlanId("2020"),
            .measure = 1,
            .duty = 1,
            .names = named("Total"),
            .units = named("RMB bn"),
            .kind = Kind::flow,
            .fold = Fold::latest,
            .better = Better::more,
            .decimals = 2,
            .unit_exponent = 9,
            .tolerance_percent = 10,
            .trajectory = {},
            .trajectory_badge = Badge::illustration,
            .statements = {.verified = "v", .source = "s", .accuracy = "a", .limits = "l", .compensated = "c"},
            .reason = {}};
}

RecordObservation observation(std::string printed, std::string_view value, std::string_view when, std::string id) {
    return {.indicator = IndicatorId(std::move(id)),
            .as_published = std::move(printed),
            .period = period(when),
            .source = "https://example.org/figures",
            .value = number(value),
            .scale = {},
            .source_title = {},
            .published = {},
            .retrieved = {},
            .language = {},
            .badge = {},
            .body = {}};
}

RecordAction action(std::string text, std::string_view on, std::uint16_t measure) {
    return {.plan = PlanId("2020"),
            .measure = measure,
            .duty = 1,
            .on = day(on),
            .texts = named(std::move(text)),
            .source = "https://example.org/news",
            .source_title = {},
            .published = {},
            .retrieved = {},
            .badge = {},
            .body = {}};
}

Desk::Desk() {
    for (const std::string_view body : {"dsepdr", "amcm", "dsedt", "ndrc", "pboc", "forum"}) {
        bodies.by_id[BodyId(std::string(body))] = {.side = side_of(body), .by_date = {}};
    }
}

Digest Desk::nonce() const { return sha256("run " + std::to_string(position)); }

void Desk::record(const std::vector<Event>& events, const PersonId& actor) {
    const std::uint64_t run = position++;
    for (const Event& event : events) {
        Bytes bytes = std::visit([](const auto& one) { return to_bytes(one); }, event);
        const Recorded recorded = placed(bytes, position++, run, now, actor);
        std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
        if (const auto* one = std::get_if<ObservationRecorded>(&event)) last_item_ = one->item;
        if (const auto* one = std::get_if<ActionRecorded>(&event)) last_item_ = one->item;
        entries_.emplace_back(std::move(bytes), recorded);
        kinds_.push_back(event.index());
    }
    for (const Event& event : events) EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
    EXPECT_EQ(broken_promise_anywhere(state), std::nullopt);
}

void Desk::taken_to(const ItemId& item, Stage stage) {
    const BodyId body = state.items.at(item).body;
    if (stage >= Stage::signed_off) done(head(body.value), SignOffItem{item});
    const Grant by = state.items.at(item).side == Side::macao ? secretariat() : other_secretariat();
    if (stage >= Stage::released) done(by, MoveItem{item, Stage::released});
    if (stage == Stage::published) done(by, MoveItem{item, Stage::published});
}

State Desk::replayed() const {
    State again;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const auto& [bytes, recorded] = entries_[i];
        boost::mp11::mp_with_index<std::variant_size_v<Event>>(kinds_[i], [&](auto kind) {
            const auto event = from_bytes<std::variant_alternative_t<kind, Event>>(bytes);
            EXPECT_TRUE(event);
            if (event) evolve(again, *event, recorded);
        });
    }
    return again;
}

Desk desk_with_a_plan() {
    Desk desk;
    desk.done(secretariat(), plan_2020());
    desk.done(secretariat(), indicator());
    return desk;
}

TEST(ConferenceState, IsTheSameFoldedAgainFromTheBytesOfItsRecord) {
    Desk desk = desk_with_a_plan();
    const ItemId one = desk.recorded(officer(), observation("RMB 3 bn", "3", "2020-Q1"));
    const ItemId two = desk.recorded(officer("pboc"), action("opened", "2020-05-04"));
    desk.taken_to(one, Stage::published);
    desk.taken_to(two, Stage::released);
    desk.done(verifier("ndrc"), VerifyItem{one, Verdict::accepted, ""});
    desk.done(officer(), WithdrawItem{one, "a slip", two});
    desk.done(secretariat(), StateJudgement{IndicatorId("m1.total"), Status::behind, "late", {}});
    desk.done(secretariat(), FreezeDossier{PlanId("2020"), Audience::macao});
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(ConferenceInvariants, NameABrokenChainAnUnsignedItemAndAMissingMeasure) {
    Desk desk = desk_with_a_plan();
    const ItemId item = desk.recorded(officer(), observation("RMB 3 bn", "3", "2020-Q1"));
    EXPECT_EQ(broken_promise_anywhere(desk.state), std::nullopt);

    State chain = desk.state;
    chain.series.at("indicator/m1.total").rows.back().leaf.bytes[0] ^= 1U;
    EXPECT_NE(broken_promise_anywhere(chain), std::nullopt);

    State unsigned_item = desk.state;
    unsigned_item.items.at(item).reached[1] = 99;
    EXPECT_NE(broken_promise_anywhere(unsigned_item), std::nullopt);

    State own_signature = desk.state;
    own_signature.items.at(item).reached[0] = 99;
    own_signature.items.at(item).signed_off_by = own_signature.items.at(item).recorded_by;
    EXPECT_NE(broken_promise_anywhere(own_signature), std::nullopt);

    State own_verdict = desk.state;
    own_verdict.items.at(item).verdicts.push_back({.event = {.item = item, .by_body = BodyId("amcm"), .verdict = Verdict::accepted}, .sequence = 99, .by = {}});
    EXPECT_NE(broken_promise_anywhere(own_verdict), std::nullopt);

    State gap = desk.state;
    gap.plans.at(PlanId("2020")).measures.erase(2);
    EXPECT_NE(broken_promise_anywhere(gap), std::nullopt);
}

}  // namespace ponte::conference::sample
