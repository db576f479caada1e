#include "desks/publication/decide.h"

#include "base/refusal_table.h"
#include "desks/conference/facts.h"
#include "desks/publication/invariants.h"
#include "desks/publication/queries.h"
#include "desks/publication/refusals.h"

#include <gtest/gtest.h>

namespace ponte::publication {
namespace {

using access::Grant;
using access::Role;

const PublisherId bank("bank.example/ledger");

Grant asker(Role role, std::string_view desk = "conference") {
    return {.person = PersonId(std::string("li")), .body = BodyId("amcm"), .side = Side::macao, .roles = {{std::string(desk), role}}};
}

Names named(std::string text) { return {.zh_hant = {}, .zh_hans = {}, .pt = {}, .en = std::move(text)}; }
Digest digest(std::string_view text) { return sha256(text); }
Date day(std::string_view text) { return *Date::from_text(text); }

FigureFact figure_of(std::int64_t value) {
    return {.definition = 1,
            .names = named("Total"),
            .units = named("RMB bn"),
            .kind = Kind::flow,
            .decimals = 2,
            .unit_exponent = 0,
            .any = true,
            .value = Decimal{value, 0},
            .period = {day("2020-01-01"), day("2020-01-31")},
            .as_at = day("2020-06-01"),
            .badge = Badge::published,
            .entries = {7, 9}};
}

// What this desk may know of the conference: an indicator.
struct Conference {
    std::map<conference::PlanId, conference::Plan> plans;
    std::map<IndicatorId, conference::Indicator> indicators;
    std::map<conference::MilestoneId, conference::Milestone> milestones;
    conference::Items items;
    conference::AllSeries series;
    std::map<std::uint16_t, conference::Session> sessions;
    std::map<std::uint16_t, conference::YearWithoutSession> years_without_session;
    std::map<std::uint64_t, conference::DossierFrozen> frozen;

    [[nodiscard]] conference::Known known() const {
        return {plans, indicators, milestones, items, series, sessions, years_without_session, frozen};
    }
};

// The desk in memory; the house's facts are given, and so is all that they could say.
struct Desk {
    State state;
    Conference conference;
    directory::Bodies bodies;
    Instant now = *Instant::from_text("2020-06-01T09:00:00Z");
    std::uint64_t position = 1;
    std::optional<FigureFact> figure = figure_of(100);
    std::optional<PacketFact> packet;
    std::optional<KeyFact> key = KeyFact{.name = bank.value, .signs_logs = true};

    Desk() {
        bodies.by_id[BodyId("amcm")] = {.side = Side::macao, .by_date = {{}}};
        conference.indicators[IndicatorId("m1.total")].definition = {.indicator = IndicatorId("m1.total"), .version = 1, .units = named("rmb BN"), .kind = Kind::flow};
    }

    template <class Command>
    [[nodiscard]] Decision decided(const Grant& by, const Command& command) const {
        const View view{.publication = state, .conference = conference.known(), .bodies = bodies, .asker = by, .now = now, .position = position,
                        .nonce = digest("nonce"), .origin = "here.example/log", .figure = figure, .packet = packet, .key = key};
        return decide(view, command);
    }
    template <class Command>
    std::string ask(const Grant& by, const Command& command) {
        auto decision = decided(by, command);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) {
            const Recorded recorded{.sequence = position, .leaf = digest("leaf" + std::to_string(position)), .time = now, .actor = by.person, .run = position};
            ++position;
            std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event), std::nullopt);
        }
        return {};
    }
};

TrustPublisher trust() { return {.publisher = bank, .key = "bank.example/ledger+00+key", .body = BodyId("amcm"), .first_size = {}, .first_root = {}}; }

// A packet as the house has found it to be: number n, chained to the one before, proven from size 10(n-1).
PacketFact packet_fact(std::uint32_t n) {
    const FigureFact shown = figure_of(100 + n);
    return {.origin = bank,
            .refused = {},
            .size = 10 * n,
            .root = digest("root" + std::to_string(n)),
            .leaf = digest("packet" + std::to_string(n)),
            .fork = {},
            .figure = FigurePublished{.recipient = PublisherId("here.example/log"),
                                      .number = n,
                                      .previous = n == 1 ? Digest() : digest("packet" + std::to_string(n - 1)),
                                      .indicator = IndicatorId("m1.total"),
                                      .units = shown.units,
                                      .kind = shown.kind,
                                      .value = *shown.value,
                                      .period = shown.period,
                                      .as_at = shown.as_at,
                                      .badge = Badge::illustration},
            .adopted = {}};
}

AdoptFigure adopt(std::uint32_t n) {
    return {.packet = {.entry = {}, .index = 10 * n - 1, .inclusion = {}, .from_size = 10 * (n - 1), .checkpoint = "note " + std::to_string(n)}, .indicator = {}, .body = {}, .same_unit = false};
}

Desk with_taken(std::uint32_t packets) {
    Desk desk;
    EXPECT_EQ(desk.ask(asker(Role::secretariat), trust()), "");
    for (std::uint32_t n = 1; n <= packets; ++n) {
        desk.packet = packet_fact(n);
        EXPECT_EQ(desk.ask(asker(Role::officer), adopt(n)), "");
    }
    desk.packet = packet_fact(packets + 1);
    return desk;
}

template <class Command>
struct Request {
    Desk desk;
    Grant by;
    Command command;
};
template <class Command>
Decision decided(const Request<Command>& request) {
    return request.desk.decided(request.by, request.command);
}

TEST(TrustPublisher, IsRefusedInThisOrder) {
    using R = Request<TrustPublisher>;
    expect_refusals<R>({Desk(), asker(Role::secretariat), trust()},
                       {{refusals::not_allowed, [](R& r) { r.by = asker(Role::officer); }},
                        {refusals::key_unusable, [](R& r) { r.desk.key.reset(); }},
                        {refusals::key_of_another, [](R& r) { if (r.desk.key) r.desk.key->name = "other"; }},
                        {refusals::body_unknown, [](R& r) { r.command.body = BodyId("nobody"); }},
                        {refusals::checkpoint_incomplete, [](R& r) { r.command.first_size = 7; }},
                        {refusals::already_trusted, [](R& r) { r.desk.state.peers[bank].trusted = {.publisher = bank, .key = r.command.key, .body = r.command.body}; }}},
                       decided<TrustPublisher>);
    Desk desk;
    desk.key->name = "here.example/log";
    TrustPublisher own = trust();
    own.publisher = PublisherId("here.example/log");
    EXPECT_EQ(desk.ask(asker(Role::secretariat), own), "publication.own_journal");
    desk.key = KeyFact{.name = bank.value, .signs_logs = false};
    EXPECT_EQ(desk.ask(asker(Role::secretariat), trust()), "publication.key_unusable");
}

TEST(PublishFigure, IsRefusedInThisOrder) {
    using R = Request<PublishFigure>;
    expect_refusals<R>({with_taken(0), asker(Role::secretariat), {.indicator = IndicatorId("m1.total"), .recipient = bank, .as_at = {}}},
                       {{refusals::not_allowed, [](R& r) { r.by = asker(Role::head); }},
                        {refusals::date_in_future, [](R& r) { r.command.as_at = day("2020-06-02"); }},
                        {refusals::publisher_unknown, [](R& r) { r.command.recipient = PublisherId("elsewhere"); }},
                        {refusals::indicator_unknown, [](R& r) { r.desk.figure.reset(); }},
                        {refusals::nothing_published, [](R& r) { if (r.desk.figure) r.desk.figure->any = false; }},
                        {refusals::figure_contradictory, [](R& r) { if (r.desk.figure) r.desk.figure->value.reset(); }},
                        {refusals::packet_too_long, [](R& r) { if (r.desk.figure) r.desk.figure->entries.resize(7'000); }}},
                       decided<PublishFigure>);
}

TEST(PublishFigure, NumbersAndChainsPacketsAndGivesTheSameFigureOnce) {
    Desk desk = with_taken(0);
    const PublishFigure publish{.indicator = IndicatorId("m1.total"), .recipient = bank, .as_at = {}};
    for (int i = 0; i < 3; ++i) {
        desk.figure = figure_of(200 + i);
        ASSERT_EQ(desk.ask(asker(Role::secretariat), publish), "");
        EXPECT_EQ(desk.ask(asker(Role::secretariat), publish), "publication.already_published");
    }
    const auto& sent = desk.state.peers.at(bank).sent;
    ASSERT_EQ(sent.size(), 3U);
    EXPECT_EQ(sent[0].figure.previous, Digest());
    EXPECT_EQ(sent[2].figure.previous, sent[1].leaf);
    EXPECT_EQ(sent[2].figure.entries, (std::vector<std::uint64_t>{7, 9}));
    EXPECT_EQ(broken_promise_anywhere(desk.state), std::nullopt);
    desk.state.peers.at(bank).sent.erase(desk.state.peers.at(bank).sent.begin() + 1);
    EXPECT_NE(broken_promise_anywhere(desk.state), std::nullopt);
}

TEST(AdoptFigure, IsRefusedInThisOrder) {
    using R = Request<AdoptFigure>;
    const auto figure = [](R& r) -> FigurePublished& { return *r.desk.packet->figure; };
    expect_refusals<R>({with_taken(2), asker(Role::officer), adopt(3)},
                       {{refusals::not_allowed, [](R& r) { r.by = asker(Role::reader); }},
                        {refusals::packet_too_long, [](R& r) { r.command.packet.checkpoint = std::string(20'000, 'x'); }},
                        {refusals::publisher_unknown, [](R& r) { r.desk.state.peers.clear(); }},
                        {refusals::fork_detected, [](R& r) { if (!r.desk.state.peers.empty()) r.desk.state.peers.at(bank).forks.push_back({}); }},
                        {{"journal.proof_false", Remedy::correct}, [](R& r) { r.desk.packet->refused = Refusal{{"journal.proof_false", Remedy::correct}, {}, {}}; }},
                        {refusals::for_another, [&](R& r) { figure(r).recipient = PublisherId("other"); }},
                        {refusals::packets_missing, [&](R& r) { figure(r).number = 5; }},
                        {refusals::previous_differs, [&](R& r) { figure(r).previous = digest("other"); }},
                        {refusals::from_elsewhere, [](R& r) { r.command.packet.from_size = 19; }},
                        {refusals::indicator_unknown, [](R& r) { r.command.indicator = IndicatorId("m2.none"); }},
                        {refusals::indicator_differs, [&](R& r) { figure(r).unit_exponent = 6; }},
                        {refusals::unit_differs, [&](R& r) { figure(r).units = named("tonnes"); }},
                        {refusals::body_unknown, [](R& r) { r.command.body = BodyId("nobody"); }}},
                       decided<AdoptFigure>);
    Desk desk = with_taken(2);
    desk.packet->figure.reset();
    EXPECT_EQ(desk.ask(asker(Role::officer), adopt(3)), "publication.not_a_figure");
    desk.packet = packet_fact(2);
    EXPECT_EQ(desk.ask(asker(Role::officer), adopt(2)), "publication.already_adopted");
    desk.packet->leaf = digest("another packet 2");
    EXPECT_EQ(desk.ask(asker(Role::officer), adopt(2)), "publication.number_differs");
    desk.packet = PacketFact{.origin = {}, .refused = Refusal{{"journal.checkpoint_unreadable", Remedy::correct}, {}, {}}};
    EXPECT_EQ(desk.ask(asker(Role::officer), adopt(3)), "journal.checkpoint_unreadable");
}

TEST(AdoptFigure, KeepsTheBadgeThatTheFigureCameWith) {
    const Desk desk = with_taken(1);
    EXPECT_EQ(desk.state.peers.at(bank).taken.front().adopted.badge, Badge::illustration);
    EXPECT_EQ(desk.state.peers.at(bank).last_size, 10U);
}

TEST(AdoptFigure, RecordsAForkAndTakesNothingUntilItIsResolved) {
    Desk desk = with_taken(2);
    desk.packet->fork = ForkFact{.size = 20, .seen = digest("root2"), .shown = digest("other root")};
    ASSERT_EQ(desk.ask(asker(Role::officer), adopt(3)), "");
    const Peer& peer = desk.state.peers.at(bank);
    ASSERT_NE(peer.open_fork(), nullptr);
    EXPECT_EQ(peer.open_fork()->detected.seen_checkpoint, "note 2");
    EXPECT_EQ(peer.open_fork()->detected.shown_checkpoint, "note 3");
    EXPECT_EQ(peer.taken.size(), 2U);
    desk.packet = packet_fact(3);
    EXPECT_EQ(desk.ask(asker(Role::officer), adopt(3)), "publication.fork_detected");
    EXPECT_EQ(desk.ask(asker(Role::administrator), ResolveFork{bank, "spoke to the bank", {}, {}, {}}), "");
    EXPECT_EQ(desk.ask(asker(Role::officer), adopt(3)), "");
}

TEST(ResolveFork, IsRefusedInThisOrder) {
    Desk forked = with_taken(1);
    forked.packet->fork = ForkFact{};
    EXPECT_EQ(forked.ask(asker(Role::officer), adopt(2)), "");
    using R = Request<ResolveFork>;
    expect_refusals<R>({forked, asker(Role::administrator), {.publisher = bank, .reason = "a restored backup", .size = {}, .root = {}, .next_number = {}}},
                       {{refusals::not_allowed, [](R& r) { r.by = asker(Role::secretariat); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::checkpoint_incomplete, [](R& r) { r.command.size = 7; }},
                        {refusals::publisher_unknown, [](R& r) { r.desk.state.peers.clear(); }},
                        {refusals::no_fork, [](R& r) { if (!r.desk.state.peers.empty()) r.desk.state.peers.at(bank).forks.clear(); }}},
                       decided<ResolveFork>);
}

Desk with_sent() {
    Desk desk = with_taken(0);
    EXPECT_EQ(desk.ask(asker(Role::secretariat), PublishFigure{.indicator = IndicatorId("m1.total"), .recipient = bank, .as_at = {}}), "");
    const Sent& sent = desk.state.peers.at(bank).sent.front();
    desk.packet = PacketFact{.origin = bank,
                             .refused = {},
                             .size = 30,
                             .root = digest("their root"),
                             .leaf = digest("their adoption"),
                             .fork = {},
                             .figure = {},
                             .adopted = FigureAdopted{.publisher = PublisherId("here.example/log"),
                                                      .number = 1,
                                                      .packet = sent.leaf,
                                                      .index = sent.sequence,
                                                      .theirs = sent.figure.indicator,
                                                      .value = sent.figure.value,
                                                      .period = sent.figure.period,
                                                      .badge = sent.figure.badge}};
    return desk;
}

TEST(KeepReceipt, IsRefusedInThisOrder) {
    using R = Request<KeepReceipt>;
    const KeepReceipt keep{.packet = {.index = 29, .checkpoint = "their note"}};
    const auto adopted = [](R& r) -> FigureAdopted& { return *r.desk.packet->adopted; };
    expect_refusals<R>({with_sent(), asker(Role::secretariat), keep},
                       {{refusals::not_allowed, [](R& r) { r.by = asker(Role::reader); }},
                        {refusals::publisher_unknown, [](R& r) { r.desk.packet->origin = PublisherId("elsewhere"); }},
                        {refusals::for_another, [&](R& r) { adopted(r).publisher = PublisherId("other"); }},
                        {refusals::packet_unknown, [&](R& r) { adopted(r).number = 2; }},
                        {refusals::receipt_differs, [&](R& r) { adopted(r).value = Decimal{1, 0}; }},
                        {refusals::already_kept, [](R& r) { if (r.desk.state.peers.contains(bank)) r.desk.state.peers.at(bank).sent.front().receipt = ReceiptKept{}; }},
                        {refusals::from_elsewhere, [](R& r) { r.desk.state.peers[bank].last_receipt_size = 17; }}},
                       decided<KeepReceipt>);
    Desk desk = with_sent();
    EXPECT_EQ(desk.ask(asker(Role::officer), keep), "");
    EXPECT_EQ(desk.state.peers.at(bank).sent.front().receipt->size, 30U);
    desk.packet->adopted.reset();
    EXPECT_EQ(desk.ask(asker(Role::officer), keep), "publication.not_a_receipt");
}

}  // namespace
}  // namespace ponte::publication
