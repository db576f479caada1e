#include "desks/conference/desk_sample.h"

namespace ponte::conference {
namespace {

using namespace sample;

template <class Command>
struct Request {
    Grant by;
    Command command;
};

RecordObservation numbered(int n) {
    return observation("RMB " + std::to_string(n) + " bn", std::to_string(n), "2020-Q1");
}

TEST(SignOffItem, IsDoneByAnotherPersonOfTheSameBody) {
    Desk desk = desk_with_a_plan();
    const Grant both = asker("officer", "amcm", {Role::officer, Role::head});
    const ItemId item = desk.recorded(both, numbered(1));
    EXPECT_EQ(desk.ask(both, SignOffItem{item}), "conference.signs_off_own_record");
    desk.done(head("amcm"), SignOffItem{item});
    EXPECT_EQ(desk.state.items.at(item).life().stage, Stage::signed_off);
    EXPECT_EQ(desk.state.items.at(item).signed_off_by, head("amcm").person);
}

// Items of a Macao body in every state, and one each that the other rows need.
struct Items {
    Desk desk = desk_with_a_plan();
    ItemId internal = desk.recorded(officer(), numbered(1));
    ItemId signed_off = taken(officer(), 2, Stage::signed_off);
    ItemId published = taken(officer(), 3, Stage::published);
    ItemId withdrawn = taken(officer(), 4, Stage::signed_off);
    ItemId of_dsedt = taken(officer("dsedt"), 5, Stage::signed_off);
    ItemId of_pboc = taken(officer("pboc"), 6, Stage::released);
    ItemId of_secretariat = desk.recorded(asker("officer", "dsepdr", {Role::officer}), numbered(7));
    ItemId unseen = desk.recorded(officer("pboc"), numbered(8));

    Items() { desk.done(officer(), WithdrawItem{withdrawn, "a slip", {}}); }

    ItemId taken(const Grant& by, int n, Stage stage) {
        const ItemId item = desk.recorded(by, numbered(n));
        desk.taken_to(item, stage);
        return item;
    }
};

TEST(SignOffItem, RefusesInTheDocumentedOrder) {
    const Items items;
    using R = Request<SignOffItem>;
    expect_refusals<R>({head(), {items.internal}},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::item_unknown, [&](R& r) { r.command.item = items.unseen; }},
                        {refusals::item_withdrawn, [&](R& r) { r.command.item = items.withdrawn; }},
                        {refusals::body_not_yours, [&](R& r) { r.command.item = items.of_dsedt; }},
                        {refusals::already_signed_off, [&](R& r) { r.command.item = items.signed_off; }},
                        {refusals::signs_off_own_record, [](R& r) { r.by = asker("officer", "amcm", {Role::head}); }}},
                       [&](const R& r) { return items.desk.decided(r.by, r.command); });
}

TEST(MoveItem, RefusesInTheDocumentedOrder) {
    const Items items;
    using R = Request<MoveItem>;
    expect_refusals<R>({secretariat(), {items.signed_off, Stage::released}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::stage_does_not_go_back, [](R& r) { r.command.stage = Stage::signed_off; }},
                        {refusals::item_unknown, [&](R& r) { r.command.item = items.internal; }},
                        {refusals::item_withdrawn, [&](R& r) { r.command.item = items.withdrawn; }},
                        {refusals::body_not_yours, [&](R& r) { r.command.item = items.of_pboc; }},
                        {refusals::not_signed_off, [&](R& r) { r.command.item = items.of_secretariat; }},
                        {refusals::stage_does_not_go_back, [&](R& r) { r.command.item = items.published; }}},
                       [&](const R& r) { return items.desk.decided(r.by, r.command); });
}

// Every stage to every stage: forward from signed off, and nothing else.
TEST(MoveItem, NeverGoesBack) {
    for (const Stage from : {Stage::internal, Stage::signed_off, Stage::released, Stage::published}) {
        for (const Stage to : {Stage::internal, Stage::signed_off, Stage::released, Stage::published}) {
            Desk desk = desk_with_a_plan();
            const ItemId item = desk.recorded(officer(), numbered(1));
            desk.taken_to(item, from);
            const bool forward = from >= Stage::signed_off && to >= Stage::released && to > from;
            EXPECT_EQ(desk.ask(secretariat(), MoveItem{item, to}).empty(), forward)
                << static_cast<int>(from) << " to " << static_cast<int>(to);
            EXPECT_EQ(desk.state.items.at(item).life().stage, forward ? to : from);
        }
    }
}

TEST(MoveItem, IsForTheSecretariatOfTheItemsOwnSide) {
    Desk desk = desk_with_a_plan();
    const ItemId item = desk.recorded(officer("pboc"), numbered(1));
    desk.done(head("pboc"), SignOffItem{item});
    EXPECT_EQ(desk.ask(secretariat(), MoveItem{item, Stage::released}), "conference.item_unknown");
    desk.done(other_secretariat(), MoveItem{item, Stage::released});
    EXPECT_EQ(desk.ask(secretariat(), MoveItem{item, Stage::published}), "conference.body_not_yours");
}

TEST(VerifyItem, RefusesInTheDocumentedOrder) {
    const Items items;
    using R = Request<VerifyItem>;
    expect_refusals<R>({verifier("dsedt"), {items.signed_off, Verdict::accepted, ""}},
                       {{refusals::not_allowed, [](R& r) { r.by = secretariat(); }},
                        {refusals::reason_missing, [](R& r) { r.command.verdict = Verdict::questioned; }},
                        {refusals::item_unknown, [&](R& r) { r.command.item = items.unseen; }},
                        {refusals::item_withdrawn, [&](R& r) { r.command.item = items.withdrawn; }},
                        {refusals::not_signed_off,
                         [&](R& r) {
                             r.by = verifier("amcm");
                             r.command.item = items.internal;
                         }},
                        {refusals::verifies_own_body, [](R& r) { r.by = verifier("amcm"); }}},
                       [&](const R& r) { return items.desk.decided(r.by, r.command); });
}

TEST(VerifyItem, IsDoneByADifferentBodyOfEitherSideThatSeesIt) {
    Desk desk = desk_with_a_plan();
    const ItemId item = desk.recorded(officer(), numbered(1));
    desk.taken_to(item, Stage::signed_off);
    EXPECT_EQ(desk.ask(verifier("pboc"), VerifyItem{item, Verdict::accepted, ""}), "conference.item_unknown");
    desk.done(secretariat(), MoveItem{item, Stage::released});
    desk.done(verifier("pboc"), VerifyItem{item, Verdict::questioned, "another table says 2"});
    desk.done(verifier("dsedt"), VerifyItem{item, Verdict::accepted, ""});
    EXPECT_EQ(desk.state.items.at(item).life().verdict->event.by_body, BodyId("dsedt"));
    EXPECT_TRUE(desk.state.items.at(item).life().verdict->event.asserted);
}

TEST(WithdrawItem, RefusesInTheDocumentedOrder) {
    const Items items;
    using R = Request<WithdrawItem>;
    expect_refusals<R>({officer(), {items.signed_off, "a slip", items.internal}},
                       {{refusals::not_allowed, [](R& r) { r.by = reader(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::item_unknown, [](R& r) { r.command.item = ItemId("obs-none"); }},
                        {refusals::item_withdrawn, [&](R& r) { r.command.item = items.withdrawn; }},
                        {refusals::body_not_yours, [&](R& r) { r.command.item = items.of_dsedt; }},
                        // What replaces it must be seen: else the refusal would tell what other bodies hold.
                        {refusals::item_unknown, [&](R& r) { r.command.replaced_by = items.unseen; }}},
                       [&](const R& r) { return items.desk.decided(r.by, r.command); });
}

TEST(WithdrawItem, LeavesThePaperInTheRecord) {
    Desk desk = desk_with_a_plan();
    const ItemId item = desk.recorded(officer(), numbered(1));
    desk.taken_to(item, Stage::published);
    desk.done(secretariat(), WithdrawItem{item, "the source took it back", {}});
    EXPECT_EQ(desk.state.items.at(item).life().withdrawn->reason, "the source took it back");
    EXPECT_EQ(desk.state.series.at("indicator/m1.total").observations.size(), 1U);
    EXPECT_EQ(desk.ask(verifier("pboc"), VerifyItem{item, Verdict::accepted, ""}), "conference.item_withdrawn");
}

}  // namespace
}  // namespace ponte::conference
