#include "bench/office_at_work.h"

#include "adapters/plan_text/plan_text.h"
#include "cli/demo_data.h"
#include "cli/plan_orders.h"
#include "cli/voice.h"

namespace ponte::bench {

const PersonId administrator_one{std::string("bench.administrator_one")};
const PersonId officer{std::string("bench.officer")};
const PersonId head{std::string("bench.head")};

namespace {

const PersonId administrator_two{std::string("bench.administrator_two")};
const BodyId secretariat{std::string("office_macao")};
constexpr std::size_t block_commands = 4'000;

conference::DefineIndicator indicator(const conference::PlanId& plan, std::size_t index, std::size_t measures) {
    const std::string number = std::to_string(index + 1);
    conference::DefineIndicator one{.indicator = indicator_named(index),
                                    .plan = plan,
                                    .measure = static_cast<std::uint16_t>(index % measures + 1),
                                    .names = {"指標" + number, "指标" + number, "Indicador " + number, "Indicator " + number},
                                    .units = {"十億澳門元", "十亿澳门元", "mil milhões de patacas", "MOP bn"},
                                    .kind = conference::Kind::stock,
                                    .fold = conference::Fold::latest,
                                    .better = conference::Better::more,
                                    .decimals = 3,
                                    .unit_exponent = 9,
                                    .tolerance_percent = 5,
                                    .trajectory_badge = conference::Badge::illustration,
                                    .statements = {.verified = "Compiled from returns and read by a second person.",
                                                   .source = "Releases, kept as published.",
                                                   .accuracy = "Rounded to the last digit printed.",
                                                   .limits = "Made up for measuring speed.",
                                                   .compensated = "Nothing rests on it."}};
    if (index % 2 == 0) {
        one.trajectory = {{.date = *Date::from_ymd(2015, 12, 31), .value = {100'000, 3}},
                          {.date = *Date::from_ymd(2020, 12, 31), .value = {600'000, 3}}};
    }
    return one;
}

Attempt<plan_text::Plan> read_plan(const std::string& path) {
    const std::string content = TRY(unrefused(cli::read_file(path, plan_text::bytes_max)));
    return unrefused(plan_text::read(view_of(content), path));
}

}  // namespace

conference::IndicatorId indicator_named(std::size_t index) { return conference::IndicatorId("bench.indicator_" + std::to_string(index + 1)); }

Attempt<OfficeAtWork> OfficeAtWork::founded(const Bench& bench, const std::string& folder_name) {
    const cli::Arguments founding{.words = {},
                                  .options = {{"journal", bench.scratch + "/" + folder_name},
                                              {"origin", "ponte.example/bench"},
                                              {"clock", "2021-01-04T01:00:00Z"},
                                              {"body", "ponte_operator"},
                                              {"side", "other"},
                                              {"administrators", administrator_one.value + "," + administrator_two.value}}};
    OfficeAtWork made;
    made.office_ = TRY(unrefused(cli::Office::found(founding)));
    TRY(made.furnish(bench));
    return made;
}

Attempt<bool> OfficeAtWork::furnish(const Bench& bench) {
    const plan_text::Plan text = TRY(read_plan(bench.data + "/plans/own-words-2020.zh-Hans-CN.txt"));
    plan_ = conference::PlanId(std::to_string(text.year));
    std::map<std::uint16_t, std::size_t> duties;
    for (const plan_text::Area& area : text.areas) {
        for (const plan_text::Measure& measure : area.measures) duties[static_cast<std::uint16_t>(measure.number)] = measure.duties.size();
    }
    const cli::DemoData data = TRY(unrefused(cli::read_demo_data(bench.data, plan_, duties)));
    std::vector<house::AnyCommand> orders;
    for (const directory::Command& one : data.directory) orders.emplace_back(one);
    TRY(ask_all(administrator_one, orders));

    orders.clear();
    const house::PersonSealer seal = office_->sealer();
    const auto person = [&](const PersonId& id, std::vector<access::Role> roles) -> Attempt<bool> {
        const Sealed display = TRY(unrefused(seal(id, "display", id.value)));
        orders.emplace_back(access::Command(access::RegisterPerson{.person = id, .body = secretariat, .display = display}));
        for (const access::Role role : roles) {
            orders.emplace_back(access::Command(access::GrantRole{.person = id, .desk = "conference", .role = role}));
        }
        return true;
    };
    TRY(person(officer, {access::Role::officer, access::Role::secretariat}));
    TRY(person(head, {access::Role::head}));
    TRY(ask_all(administrator_one, orders));
    orders.clear();
    for (const auto& [number, proposal] : house().desks().access.proposals) {
        orders.emplace_back(access::Command(access::ConfirmRole{.proposal = number}));
    }
    TRY(ask_all(administrator_two, orders));

    orders = {house::AnyCommand(conference::Command(cli::import_order(text, plan_, false, "data/plans: a plan in ponte's own words")))};
    for (const char* tag : {"zh-Hant-MO", "pt-PT", "en"}) {
        const plan_text::Plan translation = TRY(read_plan(bench.data + "/plans/own-words-2020." + tag + ".txt"));
        for (conference::StateText& one : cli::translation_orders(translation, plan_, TextStatus::reference, "data/plans")) {
            orders.emplace_back(conference::Command(std::move(one)));
        }
    }
    for (const conference::AppointBody& one : data.appointments) orders.emplace_back(conference::Command(one));
    for (std::size_t i = 0; i < indicators_count; ++i) orders.emplace_back(conference::Command(indicator(plan_, i, duties.size())));
    return ask_all(officer, orders);
}

Attempt<house::Receipt> OfficeAtWork::ask(const PersonId& person, house::AnyCommand command) {
    return unrefused(office_->ask(person, std::move(command)));
}

Attempt<bool> OfficeAtWork::ask_all(const PersonId& person, const std::vector<house::AnyCommand>& commands) {
    std::vector<house::Request> requests;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        requests.push_back(office_->request(person, true, {}, commands[i]));
        if (requests.size() < block_commands && i + 1 < commands.size()) continue;
        std::vector<house::Answer> answers = TRY(house().ask_many(requests));
        for (house::Answer& answer : answers) TRY(unrefused(std::move(answer)));
        requests.clear();
    }
    return true;
}

std::string observations_csv(std::size_t rows, unsigned edition) {
    std::string text = "indicator,as_published,value,scale,period,source,source_title,published,retrieved,language,badge\r\n";
    Numbers numbers(edition);
    const Date newest = *Date::from_ymd(2020, 12, 31);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto days_back = static_cast<int>(i / indicators_count);
        const Decimal value{static_cast<std::int64_t>(100'000 + numbers.below(600'000)), 3};
        text += indicator_named(i % indicators_count).value + ",MOP" + value.to_text() + " billion," + value.to_text() + ",billion," +
                newest.plus_days(-days_back).to_text() + ",https://example.org/releases/" + std::to_string(edition) + "/" +
                std::to_string(i) + ",\"Release " + std::to_string(i) + ", monthly review\"," + newest.plus_days(-days_back).to_text() +
                ",2021-01-04,en,published\r\n";
    }
    return text;
}

}  // namespace ponte::bench
