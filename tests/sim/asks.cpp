#include "asks.h"

#include <fmt/format.h>

namespace ponte::sim {

namespace {

using access::Role;
using access::Side;

const std::vector<std::string> bodies{"dsepdr", "amcm", "dsedt", "ndrc", "pboc", "forum", "nobody"};
const std::vector<std::string> people{"ana", "rui", "amcm.officer", "amcm.head", "pboc.officer", "pboc.head", "ndrc.sec", "dsepdr.sec", "dsepdr.ver", "stranger"};
const std::vector<std::string> indicators{"m1.total", "m2.total", "m2.count", "m9.none"};
const std::vector<std::string> plans{"2020", "2021"};
const std::vector<std::string> places{"MO", "CN", "PT", "XX"};

Names named(std::string text) { return {.zh_hant = {}, .zh_hans = {}, .pt = {}, .en = std::move(text)}; }

journal::Nonce nonce_of(Chance& chance) {
    journal::Nonce nonce;
    for (auto& octet : nonce.bytes) octet = static_cast<std::uint8_t>(chance.draw());
    return nonce;
}

Sealed sealed_of(Chance& chance) { return sealed("display", sha256(std::to_string(chance.draw())), "somebody"); }

// A day in the two years that a run plays in; at times long after.
Date day_of(Chance& chance) {
    if (chance.one_in(20)) return dates::of(std::chrono::year(2100) / 1 / 1);
    return dates::of(std::chrono::year(2019) / 7 / 1).plus_days(static_cast<int>(chance.below(420)));
}
std::optional<Date> day_at_times(Chance& chance) { return chance.one_in(3) ? std::optional(day_of(chance)) : std::nullopt; }

Period period_of(Chance& chance) {
    const Date from = day_of(chance);
    return {.from = from, .to = from.plus_days(static_cast<int>(chance.below(40)))};
}

conference::ImportPlan plan_of(Chance& chance, const std::string& id) {
    conference::ImportPlan plan{.plan = conference::PlanId(id),
                                .year = 2020,
                                .title = "Plan " + id,
                                .language = Language::en,
                                .status = TextStatus::reference,
                                .file = sha256(id),
                                .format = "text",
                                .encoding = "UTF-8",
                                .areas = {{.number = 1, .title = "All", .first_measure = 1, .last_measure = 5}},
                                .measures = {},
                                .folded_characters = 0,
                                .source = chance.one_in(10) ? "" : "own words"};
    const std::uint64_t count = 2 + chance.below(5);  // Six do not fit the area.
    for (std::uint16_t i = 1; i <= count; ++i) {
        plan.measures.push_back({.number = i, .text = fmt::format("Measure {} {}", i, chance.below(3)), .duties = {"One", "Two"}});
    }
    return plan;
}

conference::DefineIndicator indicator_of(Chance& chance, const std::string& id) {
    return {.indicator = conference::IndicatorId(id),
            .plan = conference::PlanId("2020"),
            .measure = static_cast<std::uint16_t>(id == "m1.total" ? 1 : 2),
            .duty = static_cast<std::uint16_t>(chance.below(4)),
            .names = named(id),
            .units = named("cases"),
            .kind = chance.one_in(2) ? conference::Kind::flow : conference::Kind::cumulative,
            .fold = static_cast<conference::Fold>(1 + chance.below(3)),
            .better = conference::Better::more,
            .decimals = static_cast<std::uint8_t>(chance.below(11)),
            .unit_exponent = 0,
            .tolerance_percent = 10,
            .trajectory = {{.date = day_of(chance), .value = Decimal{1, 0}}, {.date = day_of(chance), .value = Decimal{90, 0}}},
            .trajectory_badge = conference::Badge::illustration,
            .statements = {.verified = "v", .source = "s", .accuracy = "a", .limits = "l", .compensated = chance.one_in(10) ? "" : "c"},
            .reason = chance.one_in(2) ? "a better definition" : ""};
}

conference::RecordObservation observation_of(Chance& chance) {
    const std::uint64_t number = chance.below(1'000);
    conference::RecordObservation command{.indicator = conference::IndicatorId(chance.of(indicators)),
                                          .as_published = std::to_string(number),
                                          .period = period_of(chance),
                                          .source = chance.one_in(15) ? "" : "https://example.org/figures"};
    if (chance.one_in(3)) command.value = Decimal{static_cast<std::int64_t>(chance.one_in(8) ? number + 1 : number), 0};
    if (chance.one_in(30)) command.as_published = "a\x01"
                                                  "b";
    return command;
}

conference::RecordAction action_of(Chance& chance) {
    return {.plan = conference::PlanId(chance.of(plans)),
            .measure = static_cast<std::uint16_t>(1 + chance.below(6)),
            .duty = static_cast<std::uint16_t>(chance.below(4)),
            .on = day_of(chance),
            .texts = named(chance.one_in(15) ? "" : fmt::format("Done {}", chance.below(500))),
            .source = "https://example.org/news"};
}

conference::ItemId item_of(Chance& chance, const Auditor& auditor) {
    if (auditor.items().empty() || chance.one_in(15)) return conference::ItemId("obs-none");
    return conference::ItemId(chance.of(auditor.items()));
}

house::AnyCommand access_command(Chance& chance, const Auditor& auditor) {
    const PersonId person(chance.of(people));
    const auto role = static_cast<Role>(1 + chance.below(6));
    const std::string desk = chance.one_in(12) ? "kitchen" : chance.one_in(4) ? "*" : "conference";
    switch (chance.below(8)) {
        case 0: return access::RegisterPerson{.person = person, .body = BodyId(chance.of(bodies)), .display = sealed_of(chance), .from = {}};
        case 1:
        case 2: return access::GrantRole{.person = person, .desk = desk, .role = role, .from = day_at_times(chance), .to = day_at_times(chance)};
        case 3:
        case 4: return access::ConfirmRole{.proposal = 1 + chance.below(auditor.proposals() + 2)};
        case 5: return access::NameDeputy{.principal = person, .deputy = PersonId(chance.of(people)), .from = day_of(chance), .to = day_of(chance)};
        case 6: return access::SetPassword{.person = person, .secret = sealed_of(chance)};
        default: break;
    }
    if (chance.one_in(2)) return access::NoteFailedSignIns{.person = person, .minute = Instant{60'000'000}, .attempts = 3};
    // Rarely: a run in which everybody has left has nothing more to say.
    if (chance.one_in(6)) return access::RecordLeaver{.person = person, .on = day_of(chance), .reason = "retired"};
    return access::WithdrawRole{.person = person, .desk = desk, .role = role, .reason = "a new post"};
}

house::AnyCommand directory_command(Chance& chance) {
    const std::string text = chance.one_in(10) ? "" : "Name " + std::to_string(chance.below(100));
    const directory::SetId set(chance.one_in(2) ? "lusophone" : "belt-and-road");
    switch (chance.below(5)) {
        case 0: return directory::NameJurisdiction{.jurisdiction = JurisdictionId(chance.of(places)), .names = named(text), .from = {}, .source = "list"};
        case 1: return directory::DefineJurisdictionSet{.set = set, .names = named(text), .kind = directory::SetKind::users_own, .note = "", .source = "list"};
        case 2: return directory::AddToJurisdictionSet{.set = set, .jurisdiction = JurisdictionId(chance.of(places)), .from = day_at_times(chance), .to = day_at_times(chance), .source = "list"};
        case 3: return directory::ReviewDisplayName{.jurisdiction = JurisdictionId(chance.of(places)), .audience = chance.one_in(2) ? "public" : "moon", .names = named(text), .reason = "usage"};
        default: break;
    }
    return directory::NameBody{.body = BodyId(chance.of(bodies)), .side = static_cast<Side>(1 + chance.below(3)), .names = named(text), .from = day_at_times(chance), .to = day_at_times(chance), .kind = "agency", .source = "gazette"};
}

house::AnyCommand calendar_command(Chance& chance) {
    calendar::LoadYear year{.place = JurisdictionId(chance.of(places)), .year = static_cast<std::uint16_t>(2019 + chance.below(3)), .days = {}, .official = chance.one_in(2), .source = "notice"};
    for (std::uint64_t i = chance.below(4); i > 0; --i) year.days.push_back({.date = day_of(chance), .kind = calendar::DayKind::holiday, .occasion = "a feast"});
    return year;
}

// Few accounts and few ids, so that transfers overdraw, repeat and contradict each other.
house::AnyCommand ledger_command(Chance& chance) {
    const auto account = [&] { return ledger::AccountId({.low = chance.below(6), .high = 0}); };
    const auto currency = *Currency::from_text(chance.one_in(8) ? "HKD" : "MOP");
    if (chance.one_in(4)) {
        return ledger::OpenAccount{.account = account(), .currency = currency, .bound = static_cast<ledger::Bound>(1 + chance.below(3)), .code = {}, .names = named("An account")};
    }
    const auto transfer = [&] {
        const auto amount = static_cast<std::int64_t>(chance.below(50)) - 2;
        return ledger::PostTransfer{.transfer = ledger::TransferId({.low = 1 + chance.below(60), .high = 0}), .debit = account(), .credit = account(), .amount = {amount, currency}, .user_data = {}, .code = {}};
    };
    if (!chance.one_in(3)) return transfer();
    ledger::PostTransfers batch{.transfers = {}, .all_or_none = true};
    for (std::uint64_t i = chance.below(4); i > 0; --i) batch.transfers.push_back(transfer());
    return batch;
}

house::AnyCommand spoken_command(Chance& chance) {
    const conference::IndicatorId id(chance.of(indicators));
    const std::string reason = chance.one_in(10) ? "" : "because " + std::to_string(chance.below(100));
    const auto stage = chance.one_in(2) ? std::optional(static_cast<access::Stage>(1 + chance.below(4))) : std::nullopt;
    const auto status = static_cast<conference::Status>(1 + chance.below(7));
    switch (chance.below(3)) {
        case 0: return conference::OverrideStatus{id, status, reason, stage};
        case 1: return conference::StateForecast{id, day_of(chance), Decimal{7, 0}, reason, stage};
        default: return conference::StateJudgement{id, status, reason, stage};
    }
}

house::AnyCommand configuring_command(Chance& chance) {
    const conference::PlanId plan(chance.of(plans));
    const auto measure = static_cast<std::uint16_t>(1 + chance.below(6));
    switch (chance.below(9)) {
        case 0: return plan_of(chance, plan.value);
        case 1: {
            const conference::ImportPlan text = plan_of(chance, plan.value);
            return conference::CorrectPlan{.plan = plan, .title = text.title, .file = sha256("corrected"), .measures = text.measures, .reason = "a misprint"};
        }
        case 2: return conference::StateText{.plan = plan, .measure = measure, .language = Language::pt, .status = TextStatus::reference, .text = "Medida", .parts = {}, .source = "own words"};
        case 3: return conference::AppointBody{.plan = plan, .measure = measure, .body = BodyId(chance.of(bodies)), .role = conference::BodyRole::lead, .from = {}, .to = {}, .note = ""};
        case 4: return conference::SetMilestone{.milestone = conference::MilestoneId("step" + std::to_string(chance.below(9))), .plan = plan, .measure = measure, .duty = 1, .names = named("A step"), .due = day_of(chance), .badge = conference::Badge::configuration};
        case 5: return conference::ReachMilestone{.milestone = conference::MilestoneId("step" + std::to_string(chance.below(9))), .on = day_of(chance), .evidence = "https://example.org"};
        case 6: return conference::RecordSession{.number = static_cast<std::uint16_t>(chance.below(9)), .on = day_at_times(chance), .not_before = day_of(chance), .not_after = day_of(chance), .place = "Macao", .form = "regular", .principals = "", .source = "https://example.org"};
        case 7: return conference::RecordYearWithoutSession{.year = static_cast<std::uint16_t>(2016 + chance.below(6)), .reason = "none was held", .source = "https://example.org"};
        default: return conference::FreezeDossier{.plan = plan, .audience = static_cast<conference::Audience>(1 + chance.below(3))};
    }
}

house::AnyCommand paper_command(Chance& chance, const Auditor& auditor) {
    switch (chance.below(10)) {
        case 0:
        case 1:
        case 2: return observation_of(chance);
        case 3: return action_of(chance);
        case 4: {
            conference::ImportObservations file{.file = sha256("file"), .accept_good_rows = chance.one_in(2)};
            for (std::uint32_t i = 0; i < chance.below(12); ++i) {
                file.rows.push_back(observation_of(chance));
                file.lines.push_back(i + 2);
            }
            return file;
        }
        case 5:
        case 6: return conference::SignOffItem{.item = item_of(chance, auditor)};
        case 7: return conference::MoveItem{.item = item_of(chance, auditor), .stage = static_cast<access::Stage>(1 + chance.below(4))};
        case 8: return conference::VerifyItem{.item = item_of(chance, auditor), .verdict = static_cast<conference::Verdict>(1 + chance.below(3)), .reason = chance.one_in(4) ? "" : "looked at"};
        default: return conference::WithdrawItem{.item = item_of(chance, auditor), .reason = "replaced", .replaced_by = {}};
    }
}

// Who would ask for it; at times anybody.
std::string asker_of(Chance& chance, std::string_view command) {
    const std::vector<std::string> officers{"amcm.officer", "pboc.officer"};
    const std::vector<std::string> heads{"amcm.head", "pboc.head"};
    const std::vector<std::string> secretariats{"dsepdr.sec", "ndrc.sec"};
    const std::vector<std::string> administrators{"ana", "rui"};
    if (chance.one_in(6)) return chance.of(people);
    if (command == "conference.sign_off_item") return chance.of(heads);
    if (command == "conference.verify_item") return "dsepdr.ver";
    if (command == "ledger.post_transfer" || command == "ledger.post_transfers") return chance.one_in(2) ? "rui" : "amcm.officer";
    if (command.starts_with("conference.record_obs") || command.starts_with("conference.record_act") || command.starts_with("conference.import_obs") ||
        command == "conference.withdraw_item" || command == "conference.state_forecast") {
        return chance.of(officers);
    }
    return chance.of(command.starts_with("conference.") ? secretariats : administrators);
}

house::AnyCommand drawn_command(Chance& chance, const Auditor& auditor) {
    switch (chance.below(18)) {
        case 0:
        case 1: return access_command(chance, auditor);
        case 2: return directory_command(chance);
        case 3: return calendar_command(chance);
        case 4: return spoken_command(chance);
        case 5:
        case 6: return configuring_command(chance);
        case 7: return indicator_of(chance, chance.of(indicators));
        case 8:
        case 9: return ledger_command(chance);
        default: return paper_command(chance, auditor);
    }
}

}  // namespace

house::Founding founding() {
    return {.body = BodyId("dsepdr"),
            .side = Side::macao,
            .body_names = named("The secretariat"),
            .administrators = {PersonId("ana"), PersonId("rui")},
            .displays = {sealed("display", Digest{}, "Ana"), sealed("display", Digest{}, "Rui")}};
}

house::Request drawn_request(Chance& chance, const Auditor& auditor, std::string id) {
    house::AnyCommand command = drawn_command(chance, auditor);
    std::string actor = asker_of(chance, house::name_of(command));
    return {.actor = PersonId(std::move(actor)), .asserted = chance.one_in(2), .id = CommandId(std::move(id)), .command = std::move(command), .nonce = nonce_of(chance)};
}

std::vector<house::Request> first_requests(Chance& chance) {
    std::vector<house::Request> all;
    const auto ask = [&](std::string_view actor, house::AnyCommand command) {
        all.push_back({.actor = PersonId(std::string(actor)), .asserted = true, .id = CommandId("first-" + std::to_string(all.size())), .command = std::move(command), .nonce = nonce_of(chance)});
    };
    for (const auto& [body, side] : {std::pair("amcm", Side::macao), {"ndrc", Side::mainland}, {"pboc", Side::mainland}}) {
        ask("ana", directory::NameBody{.body = BodyId(body), .side = side, .names = named(body), .from = {}, .to = {}, .kind = "agency", .source = "gazette"});
    }
    std::uint64_t proposals = 0;
    for (const auto& [person, role] : {std::pair("amcm.officer", Role::officer), {"amcm.head", Role::head}, {"pboc.officer", Role::officer}, {"pboc.head", Role::head}, {"ndrc.sec", Role::secretariat}, {"dsepdr.sec", Role::secretariat}, {"dsepdr.ver", Role::verifier}}) {
        const std::string id = person;
        ask("ana", access::RegisterPerson{.person = PersonId(id), .body = BodyId(id.substr(0, id.find('.'))), .display = sealed_of(chance), .from = {}});
        ask("ana", access::GrantRole{.person = PersonId(id), .desk = "conference", .role = role, .from = {}, .to = {}});
        if (role == Role::secretariat) ask("rui", access::ConfirmRole{.proposal = ++proposals});
    }
    conference::ImportPlan plan = plan_of(chance, "2020");
    plan.source = "own words";
    if (plan.measures.size() > 5) plan.measures.resize(5);
    ask("dsepdr.sec", plan);
    for (const std::string id : {"m1.total", "m2.total"}) {
        conference::DefineIndicator indicator = indicator_of(chance, id);
        indicator.duty = 1;
        indicator.decimals = 2;
        indicator.trajectory = {{.date = *Date::from_text("2020-12-31"), .value = Decimal{900, 0}}};
        indicator.statements.compensated = "c";
        ask("dsepdr.sec", indicator);
    }
    for (const std::string person : {"amcm.officer", "rui"}) {
        ask("ana", access::GrantRole{.person = PersonId(person), .desk = "ledger", .role = Role::officer, .from = {}, .to = {}});
    }
    for (std::uint64_t i = 1; i <= 3; ++i) {
        ask("ana", ledger::OpenAccount{.account = ledger::AccountId({.low = i, .high = 0}), .currency = *Currency::from_text("MOP"), .bound = i == 1 ? ledger::Bound::none : ledger::Bound::debits_within_credits, .code = {}, .names = named("An account")});
    }
    return all;
}

}  // namespace ponte::sim
