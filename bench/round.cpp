// A reporting round: 60 bodies, 40 figures each. Forms out as Excel files; filled-in files back in, each read,
// decided and durable by itself, as they come by mail over a week.

#include "adapters/forms/forms.h"
#include "adapters/zipped/zipped.h"
#include "base/json.h"
#include "bench/office_at_work.h"
#include "cli/round.h"
#include "cli/voice.h"
#include "house/query_codec.h"

namespace ponte::bench {

namespace {

const reporting::RoundId round_id(std::string("2020-q4"));
const PersonId administrator{std::string("bench.administrator_one")};

PersonId officer_of(const BodyId& body) { return PersonId(body.value + ".officer"); }

// Each with an officer, and with a part in one measure that has all the figures.
Attempt<std::vector<BodyId>> bodies_at_work(OfficeAtWork& office, std::size_t bodies, std::size_t figures) {
    std::vector<house::AnyCommand> orders;
    for (const std::string place : {"CN", "MO"}) {
        for (const std::uint16_t year : {std::uint16_t{2020}, std::uint16_t{2021}}) {
            orders.emplace_back(calendar::Command(calendar::LoadYear{.place = JurisdictionId(place), .year = year, .days = {}, .official = false, .source = "made up for measuring"}));
        }
    }
    std::vector<BodyId> made;
    for (std::size_t i = 0; i < bodies; ++i) {
        made.emplace_back("bench_body_" + std::to_string(i + 1));
        const std::string name = "Bench body " + std::to_string(i + 1);
        orders.emplace_back(directory::Command(directory::NameBody{.body = made.back(), .side = access::Side::macao, .names = {name, name, name, name}, .from = {}, .to = {}, .kind = "bench", .source = "made up"}));
        orders.emplace_back(access::Command(access::RegisterPerson{.person = officer_of(made.back()), .body = made.back(), .display = sealed("display", Digest{}, name)}));
        orders.emplace_back(access::Command(access::GrantRole{.person = officer_of(made.back()), .desk = "conference", .role = access::Role::officer}));
    }
    TRY(office.ask_all(administrator, orders));
    orders.clear();
    for (const BodyId& body : made) {
        orders.emplace_back(conference::Command(conference::AppointBody{.plan = office.plan(), .measure = 1, .body = body, .role = conference::BodyRole::cooperating, .note = ""}));
    }
    for (std::size_t i = 0; i < figures; ++i) {
        conference::DefineIndicator one{.indicator = conference::IndicatorId("bench.round_" + std::to_string(i + 1)),
                                        .plan = office.plan(),
                                        .measure = 1,
                                        .names = {"指標", "指标", "Indicador", "Indicator"},
                                        .units = {"十億澳門元", "十亿澳门元", "mil milhões de patacas", "MOP bn"},
                                        .kind = conference::Kind::flow,
                                        .fold = conference::Fold::latest,
                                        .better = conference::Better::more,
                                        .decimals = 3,
                                        .unit_exponent = 9,
                                        .tolerance_percent = 5,
                                        .trajectory_badge = conference::Badge::illustration,
                                        .statements = {.verified = "v", .source = "s", .accuracy = "a", .limits = "l", .compensated = "c"}};
        orders.emplace_back(conference::Command(std::move(one)));
    }
    TRY(office.ask_all(officer, orders));
    return made;
}

Attempt<reporting::RequestShown> request_of(OfficeAtWork& office, const PersonId& person, const BodyId& body) {
    const access::Sight sight = house::sight_of(office.house().grant_of(person, true));
    auto answered = unrefused(house::answer_query(office.house().desks(), reporting::RequestQuery::name,
                                                               ponte::to_json(reporting::RequestQuery{.round = round_id, .body = body}), sight, office.house().now()));
    const std::string json = TRY(std::move(answered));
    const boost::json::value parsed = TRY(unrefused(parse_json(json)));
    reporting::RequestAnswer answer = TRY(unrefused(JsonReader().read<reporting::RequestAnswer>(parsed)));
    if (answer.request.size() != 1) return fail("bench.request_missing", body.value);
    return std::move(answer.request.front());
}

// Every figure typed with its source, as Excel would save it: the columns J and L from row 7 on.
Attempt<Bytes> filled_in(const Bytes& file, std::size_t lines, Numbers& numbers) {
    auto entries = TRY(unrefused(zipped::unzip(file)));
    for (zipped::Entry& entry : entries) {
        if (entry.name != "xl/worksheets/sheet1.xml") continue;
        std::string xml(entry.bytes.begin(), entry.bytes.end());
        const auto type = [&](const std::string& cell, const std::string& text) {
            const std::size_t from = xml.find("<c r=\"" + cell + "\"");
            if (from == std::string::npos) return false;
            const std::size_t tag_end = xml.find('>', from);
            const std::size_t to = xml[tag_end - 1] == '/' ? tag_end + 1 : xml.find("</c>", from) + 4;
            xml.replace(from, to - from, "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
            return true;
        };
        for (std::size_t i = 0; i < lines; ++i) {
            const std::string row = std::to_string(7 + i);
            const Decimal value{static_cast<std::int64_t>(100'000 + numbers.below(600'000)), 3};
            if (!type("J" + row, value.to_text()) || !type("L" + row, "https://example.org/releases/" + row)) return fail("bench.cell_missing", row);
        }
        entry.bytes.assign(xml.begin(), xml.end());
    }
    return zipped::zip(entries);
}

}  // namespace

Measured measure_round(const Bench& bench) {
    const std::size_t bodies = bench.sized(60, 3);
    const std::size_t figures = bench.sized(40, 4);
    OfficeAtWork office = TRY(OfficeAtWork::founded(bench, "round.journal"));
    const std::vector<BodyId> asked = TRY(bodies_at_work(office, bodies, figures));
    TRY(office.ask(officer, reporting::Command(reporting::OpenRound{.round = round_id, .plan = office.plan(), .period = *Period::from_text("2020-Q4"), .working_days = 15, .places = {}, .bodies = asked, .note = {}})));

    std::vector<std::string> paths;
    const Stopwatch out;
    for (const BodyId& body : asked) {
        const forms::Form form = cli::form_of(TRY(request_of(office, officer, body)), Language::zh_hant, {});
        const Bytes file = TRY(forms::to_xlsx(form));
        paths.push_back(bench.scratch + "/" + body.value + ".xlsx");
        TRY(cli::write_file(paths.back(), text_of(file)));
    }
    const double seconds_out = out.seconds();

    Numbers numbers(1);
    std::vector<Bytes> files;
    for (const std::string& path : paths) {
        const std::string content = TRY(unrefused(cli::read_file(path, std::size_t{1} << 24U)));
        const reporting::RequestShown request = TRY(request_of(office, officer, asked[files.size()]));
        files.push_back(TRY(filled_in(Bytes(content.begin(), content.end()), request.lines.size(), numbers)));
    }
    double seconds_recording = 0;
    const Stopwatch in;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const forms::Identity identity = TRY(unrefused(forms::identify(files[i])));
        const forms::Form form = cli::form_of(TRY(request_of(office, officer_of(asked[i]), identity.body)), identity.language, {});
        const forms::Reading reading = forms::read(files[i], form);
        if (!reading.faults.empty()) return fail(reading.faults.front().kind.code, reading.faults.front().place, reading.faults.front().subject);
        const Stopwatch recording;
        const house::Receipt receipt = TRY(office.ask(officer_of(asked[i]), reporting::Command(cli::order_of(reading.answer, sha256(files[i])))));
        seconds_recording += recording.seconds();
        if (receipt.parts < figures + 3) return fail("bench.rows_missing", asked[i].value, std::to_string(receipt.parts));
    }
    const double seconds_in = in.seconds();
    const std::string size = std::to_string(bodies) + " bodies x " + std::to_string(figures) + " figures";
    return Rows{{.name = "reporting round, forms out, " + size, .value = seconds_out, .unit = "s", .better = Better::less, .must = 5},
                {.name = "reporting round, forms back in, durable, " + size, .value = seconds_in, .unit = "s", .better = Better::less, .must = 5},
                {.name = "of that, the record alone: decide, fold, promises, disk", .value = seconds_recording, .unit = "s", .better = Better::less}};
}

}  // namespace ponte::bench
