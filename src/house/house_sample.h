#pragma once

#include "house/house.h"
#include "journal/files_memory.h"

#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <string>

// A house for tests: over a journal on a disk in memory, under a clock that stands where it is put, with
// a secretariat and two bodies on each side and a person in every role.
namespace ponte::house::sample {

inline Date day(std::string_view text) { return *Date::from_text(text); }
inline Period period(std::string_view text) { return *Period::from_text(text); }
inline Instant instant(std::string_view text) { return *Instant::from_text(text); }
inline Names named(std::string text) { return {.zh_hant = {}, .zh_hans = {}, .pt = {}, .en = std::move(text)}; }

// What came of a request: a refusal's code, "fault " and its code, or nothing.
[[nodiscard]] inline std::string said(const Attempt<Answer>& answer) {
    if (!answer) return "fault " + std::string(answer.error().code);
    return *answer ? std::string() : std::string((*answer).error().kind.code);
}

inline journal::NewJournal new_journal() {
    return {"ponte.example/conference", journal::ClockKind::simulated, instant("2020-06-01T08:00:00Z"), journal::SecretKey({7, 7, 7})};
}

inline Founding founding() {
    return {.body = BodyId("dsepdr"),
            .side = access::Side::macao,
            .body_names = named("The secretariat"),
            .administrators = {PersonId("ana"), PersonId("rui")},
            .displays = {sealed("display", Digest{}, "Ana"), sealed("display", Digest{}, "Rui")}};
}

inline conference::ImportPlan plan_2020() {
    conference::ImportPlan plan{.plan = conference::PlanId("2020"),
                                .year = 2020,
                                .title = "Plan",
                                .language = Language::en,
                                .status = TextStatus::reference,
                                .file = sha256("the file"),
                                .format = "text",
                                .encoding = "UTF-8",
                                .areas = {{.number = 1, .title = "All", .first_measure = 1, .last_measure = 3}},
                                .measures = {},
                                .folded_characters = 0,
                                .source = "own words"};
    for (std::uint16_t i = 1; i <= 3; ++i) {
        plan.measures.push_back({.number = i, .text = "Measure " + std::to_string(i), .duties = {"One", "Two"}});
    }
    return plan;
}

inline conference::DefineIndicator indicator(std::string id, std::uint16_t measure = 1) {
    return {.indicator = conference::IndicatorId(std::move(id)),
            .plan = conference::PlanId("2020"),
            .measure = measure,
            .duty = 1,
            .names = named("Total"),
            .units = named("RMB bn"),
            .kind = conference::Kind::flow,
            .fold = conference::Fold::latest,
            .better = conference::Better::more,
            .decimals = 2,
            .unit_exponent = 0,
            .tolerance_percent = 10,
            .trajectory = {{.date = day("2019-12-31"), .value = Decimal{10, 0}}, {.date = day("2020-12-31"), .value = Decimal{500, 0}}},
            .trajectory_badge = conference::Badge::illustration,
            .statements = {.verified = "v", .source = "s", .accuracy = "a", .limits = "l", .compensated = "c"},
            .reason = {}};
}

// `printed` may be any text; the value is the desk's to hold against it.
inline conference::RecordObservation observation(std::string id, std::string printed, Decimal value, std::string_view when) {
    return {.indicator = conference::IndicatorId(std::move(id)),
            .as_published = std::move(printed),
            .period = period(when),
            .source = "https://example.org/figures",
            .value = value};
}

inline directory::NameBody body_named(std::string id, access::Side side) {
    return {.body = BodyId(id), .side = side, .names = named("Body " + id), .from = {}, .to = {}, .kind = "agency", .source = "gazette"};
}

class Place {
public:
    explicit Place(Limits limits_given = {}, const journal::NewJournal& journal = new_journal()) : limits(std::move(limits_given)) {
        auto made = journal::Journal::create(disk.files(), journal);
        EXPECT_TRUE(made) << made.error().what;
        settle(*std::move(made));
    }

    journal::MemoryDisk disk;
    SimulatedClock clock{instant("2020-06-01T09:00:00Z")};
    NoQuarantine no_quarantine;
    Quarantine* quarantine = &no_quarantine;
    Limits limits;
    std::unique_ptr<House> house;

    void close() { house.reset(); }
    [[nodiscard]] std::string open() {
        auto opened = journal::Journal::open(disk.files(), {journal::Mode::write, clock.now()});
        if (!opened) return std::string(opened.error().code) + " " + opened.error().where + " " + opened.error().what;
        auto replayed = House::open(*std::move(opened), clock, *quarantine, limits);
        if (!replayed) return std::string(replayed.error().code) + " " + replayed.error().what;
        house = std::make_unique<House>(*std::move(replayed));
        return {};
    }
    void reopen() {
        close();
        ASSERT_EQ(open(), "");
    }

    [[nodiscard]] journal::Nonce nonce() {
        journal::Nonce nonce;
        for (std::size_t i = 0; i < 8; ++i) nonce.bytes[i] = static_cast<std::uint8_t>(nonces_ >> (8 * i) & 0xffU);
        ++nonces_;
        return nonce;
    }
    [[nodiscard]] Request request(std::string actor, AnyCommand command, std::string id = {}) {
        return {.actor = PersonId(std::move(actor)), .asserted = true, .id = CommandId(std::move(id)), .command = std::move(command), .nonce = nonce()};
    }
    [[nodiscard]] Attempt<Answer> ask(std::string actor, AnyCommand command, std::string id = {}) {
        return house->ask(request(std::move(actor), std::move(command), std::move(id)));
    }
    // Asks for what must be done.
    Receipt done(std::string actor, AnyCommand command, std::string id = {}) {
        auto answer = ask(std::move(actor), std::move(command), std::move(id));
        EXPECT_EQ(said(answer), "");
        return answer && *answer ? **answer : Receipt{};
    }
    // The id of the paper that was recorded.
    conference::ItemId recorded(std::string actor, AnyCommand command) {
        const Receipt receipt = done(std::move(actor), std::move(command));
        if (receipt.events.empty()) return {};
        const auto& event = std::get<conference::Event>(receipt.events.front());
        if (const auto* one = std::get_if<conference::ObservationRecorded>(&event)) return one->item;
        if (const auto* one = std::get_if<conference::ActionRecorded>(&event)) return one->item;
        return {};
    }

    void found() { EXPECT_EQ(said(house->found(founding(), nonce())), ""); }

    // People are called after body and role: "amcm.head". Roles of weight go past both administrators.
    void people() {
        using access::Role;
        using access::Side;
        for (const auto& [body, side] : {std::pair("amcm", Side::macao), {"dsedt", Side::macao}, {"ndrc", Side::mainland}, {"pboc", Side::mainland}}) {
            done("ana", body_named(body, side));
        }
        std::uint64_t proposals = 0;
        for (const std::string body : {"dsepdr", "amcm", "dsedt", "ndrc", "pboc"}) {
            for (const auto& [name, role] : {std::pair("officer", Role::officer), {"head", Role::head}, {"verifier", Role::verifier}, {"secretariat", Role::secretariat}}) {
                if (role == Role::secretariat && body != "dsepdr" && body != "ndrc") continue;
                const PersonId person(body + "." + name);
                done("ana", access::RegisterPerson{.person = person, .body = BodyId(body), .display = sealed("display", Digest{}, person.value), .from = {}});
                done("ana", access::GrantRole{.person = person, .desk = "conference", .role = role, .from = {}, .to = {}});
                if (role == Role::secretariat) done("rui", access::ConfirmRole{.proposal = ++proposals});
            }
        }
    }
    void plan() {
        done("dsepdr.secretariat", plan_2020());
        for (std::uint16_t measure = 1; measure <= 3; ++measure) {
            done("dsepdr.secretariat", indicator("m" + std::to_string(measure) + ".total", measure));
        }
    }

private:
    void settle(journal::Journal journal) {
        auto made = House::open(std::move(journal), clock, *quarantine, limits);
        EXPECT_TRUE(made);
        house = std::make_unique<House>(*std::move(made));
    }

    std::uint64_t nonces_ = 1;
};

// Founded, with its people and a plan.
[[nodiscard]] inline std::unique_ptr<Place> place_at_work(Limits limits = {}, const journal::NewJournal& journal = new_journal()) {
    auto place = std::make_unique<Place>(std::move(limits), journal);
    place->found();
    place->people();
    place->plan();
    return place;
}

}  // namespace ponte::house::sample
