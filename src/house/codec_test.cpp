#include "base/json.h"
#include "desks/access/queries.h"
#include "desks/accords/queries.h"
#include "desks/calendar/queries.h"
#include "desks/conference/queries.h"
#include "desks/directory/queries.h"
#include "desks/meetings/queries.h"
#include "desks/origin/queries.h"
#include "desks/planning/queries.h"
#include "desks/publication/queries.h"
#include "desks/reporting/queries.h"
#include "desks/stay/queries.h"
#include "desks/training/queries.h"
#include "desks/translation/queries.h"
#include "desks/withholding/queries.h"
#include "house/command_codec.h"
#include "house/house_sample.h"
#include "house/query_codec.h"
#include "ledger/queries.h"

#include <gtest/gtest.h>
#include <set>

// What comes in as JSON or as pairs, and how it is told what is wrong with it.
namespace ponte::house::sample {

namespace {

Outcome<Sealed> seal(const PersonId& person, std::string_view field, std::string_view clear) {
    return sealed(field, sha256(person.value), clear);
}

// "code place", or nothing.
template <class T>
std::string said(const Outcome<T>& outcome) {
    return outcome ? std::string() : std::string(outcome.error().kind.code) + " " + outcome.error().place;
}

std::string json_of(const std::vector<std::string>& pairs) {
    const auto json = json_of_pairs(pairs);
    return json ? *json : said(json);
}

}  // namespace

TEST(CommandCodec, SaysWhereARequestIsWrong) {
    struct Row {
        std::string_view name;
        std::string_view json;
        std::string_view expected;
    };
    constexpr std::string_view plan = R"({"plan":"2020","year":2020,"title":"T","language":"en","status":"official",)"
                                      R"("file":"0000000000000000000000000000000000000000000000000000000000000000",)"
                                      R"("format":"text","encoding":"UTF-8","folded_characters":0,"source":"s",)";
    const std::string without_text = std::string(plan) + R"("measures":[{"number":1}]})";
    const std::string area_number = std::string(plan) + R"("areas":[{"number":70000}]})";
    const std::string area_extra = std::string(plan) + R"("areas":[{"number":1,"title":"A","first_measure":1,"last_measure":1,"extra":1}]})";
    const Row rows[] = {
        {"conference.nothing", "{}", "house.command_unknown "},
        {"", "{}", "house.command_unknown "},
        {"conference.sign_off_item", "{}", "json.member_missing /item"},
        {"conference.sign_off_item", "[]", "json.wrong_type "},
        {"conference.sign_off_item", R"({"item":5})", "json.wrong_type /item"},
        {"conference.sign_off_item", R"({"item":"a","also":1})", "json.member_unknown /also"},
        {"conference.move_item", R"({"item":"a","stage":"secret"})", "json.value_unreadable /stage"},
        {"conference.record_year_without_session", R"({"year":70000,"reason":"r","source":"s"})", "json.out_of_range /year"},
        {"conference.record_year_without_session", R"({"year":"70000","reason":"r","source":"s"})", "json.out_of_range /year"},
        {"conference.record_year_without_session", R"({"year":-1,"reason":"r","source":"s"})", "json.out_of_range /year"},
        {"conference.record_year_without_session", R"({"year":20.5,"reason":"r","source":"s"})", "json.wrong_type /year"},
        {"conference.record_year_without_session", R"({"year":"2020x","reason":"r","source":"s"})", "json.value_unreadable /year"},
        {"conference.record_observation", R"({"indicator":"i","as_published":"1","period":"2020-13","source":"s"})", "json.value_unreadable /period"},
        {"conference.record_observation", R"({"indicator":"i","as_published":"1","period":"2020","source":"s","value":1.5})", "json.wrong_type /value"},
        {"conference.import_plan", without_text, "json.member_missing /measures/0/text"},
        {"conference.import_plan", area_number, "json.out_of_range /areas/0/number"},
        {"conference.import_plan", area_extra, "json.member_unknown /areas/0/extra"},
    };
    for (const Row& row : rows) EXPECT_EQ(said(decode_command(row.name, row.json, seal)), row.expected) << row.name << " " << row.json;
}

TEST(CommandCodec, SaysAtWhichByteReadingStopped) {
    for (const std::string_view broken : {"{", "", "{\"item\":}", "{} {}", "{\"item\":\"\xff\"}"}) {
        const auto decoded = decode_command("conference.sign_off_item", broken, seal);
        ASSERT_FALSE(decoded) << broken;
        EXPECT_EQ(decoded.error().kind.code, "json.unreadable") << broken;
        EXPECT_NE(decoded.error().place.find("byte"), std::string::npos) << decoded.error().place;
    }
}

TEST(CommandCodec, ReadsNumbersAlsoAsText) {
    const auto as_number = decode_command("access.confirm_role", R"({"proposal":7})", seal);
    const auto as_text = decode_command("access.confirm_role", R"({"proposal":"7"})", seal);
    const auto largest = decode_command("access.confirm_role", R"({"proposal":"18446744073709551615"})", seal);
    for (const auto& [decoded, expected] : {std::pair(as_number, std::uint64_t{7}), {as_text, 7}, {largest, UINT64_MAX}}) {
        ASSERT_TRUE(decoded);
        EXPECT_EQ(std::get<access::ConfirmRole>(std::get<access::Command>(*decoded)).proposal, expected);
    }
}

// A name reaches the desks as a commitment of that person's, and never in clear.
TEST(CommandCodec, SealsPersonalTextBeforeAnythingIsDecided) {
    const auto decoded = decode_command("access.register_person", R"({"person":"ana","body":"amcm","display":"Ana Lei"})", seal);
    ASSERT_TRUE(decoded) << said(decoded);
    const auto& command = std::get<access::RegisterPerson>(std::get<access::Command>(*decoded));
    EXPECT_EQ(command.display, sealed("display", sha256("ana"), "Ana Lei"));
    EXPECT_EQ(command.from, std::nullopt);
    const auto refusing = [](const PersonId&, std::string_view, std::string_view) -> Outcome<Sealed> {
        return refuse(RefusalKind{"vault.away", Remedy::wait});
    };
    EXPECT_EQ(said(decode_command("access.register_person", R"({"person":"ana","body":"amcm","display":"Ana"})", refusing)), "vault.away ");
}

TEST(CommandCodec, ReadsPairsAsPeopleTypeThem) {
    EXPECT_EQ(json_of({}), "{}");
    const std::string names = R"("names":{"zh_hant":"總","zh_hans":"总","pt":"Tudo","en":"Total"})";
    EXPECT_EQ(json_of({"names.zh_hant=總", "names.zh_hans=总", "names.pt=Tudo", "names.en=Total", "measure=4"}), "{" + names + R"(,"measure":"4"})");
    EXPECT_EQ(json_of({"source=https://example.org/?a=b"}), R"({"source":"https://example.org/?a=b"})");
    EXPECT_EQ(json_of({R"(days=[{"day":"2020-01-01"}])", "empty="}), R"({"days":[{"day":"2020-01-01"}],"empty":""})");
    EXPECT_EQ(json_of({R"(names={"zh_hant":"總","zh_hans":"总","pt":"Tudo"})", "names.en=Total"}), "{" + names + "}");
}

TEST(CommandCodec, RefusesPairsThatAreNone) {
    EXPECT_EQ(json_of({"a=1", "b"}), "json.unreadable argument 2");
    EXPECT_EQ(json_of({"=1"}), "json.unreadable argument 1");
    EXPECT_TRUE(json_of({"a=[1,"}).starts_with("json.unreadable a, ")) << json_of({"a=[1,"});
    // What was said twice is not passed over: one of the two would be lost.
    EXPECT_EQ(json_of({"a=1", "a=2"}), "json.unreadable argument 2");
    EXPECT_EQ(json_of({"a=1", "a.b=2"}), "json.unreadable argument 2");
    EXPECT_EQ(json_of({"a.b=1", "a=2"}), "json.unreadable argument 2");
}

TEST(CommandCodec, ListsEveryCommandInTheOrderOfTheDesks) {
    const auto forms = command_forms();
    EXPECT_EQ(forms.size(), std::variant_size_v<directory::Command> + std::variant_size_v<access::Command> +
                                std::variant_size_v<calendar::Command> + std::variant_size_v<conference::Command> +
                                std::variant_size_v<ledger::Command> + std::variant_size_v<reporting::Command> + std::variant_size_v<meetings::Command> +
                                std::variant_size_v<planning::Command> + std::variant_size_v<translation::Command> +
                                std::variant_size_v<publication::Command> + std::variant_size_v<accords::Command> + std::variant_size_v<withholding::Command> +
                                std::variant_size_v<training::Command> + std::variant_size_v<stay::Command> + std::variant_size_v<origin::Command>);
    std::set<std::string_view> names;
    std::vector<std::string_view> desks;
    for (const CommandForm& form : forms) {
        EXPECT_TRUE(names.insert(form.name).second) << form.name;
        EXPECT_TRUE(form.schema.starts_with('{') && form.schema.ends_with('}')) << form.schema;
        const std::string_view desk = form.name.substr(0, form.name.find('.'));
        if (desks.empty() || desks.back() != desk) desks.push_back(desk);
        EXPECT_NE(said(decode_command(form.name, "{}", seal)), "house.command_unknown ") << form.name;
    }
    EXPECT_EQ(desks, (std::vector<std::string_view>{"directory", "access", "calendar", "conference", "ledger", "reporting", "meetings", "planning",
                                                    "translation", "publication", "accords", "withholding", "training", "stay", "origin"}));
}

TEST(QueryCodec, ListsEveryQueryAndAnswersEachAsItsSchemaSays) {
    const auto place = place_at_work();
    const auto forms = query_forms();
    EXPECT_EQ(forms.size(), std::variant_size_v<directory::Query> + std::variant_size_v<access::Query> + std::variant_size_v<calendar::Query> +
                                std::variant_size_v<conference::Query> + std::variant_size_v<ledger::Query> + std::variant_size_v<reporting::Query> +
                                std::variant_size_v<meetings::Query> + std::variant_size_v<planning::Query> + std::variant_size_v<translation::Query> +
                                std::variant_size_v<publication::Query> + std::variant_size_v<accords::Query> + std::variant_size_v<withholding::Query> + std::variant_size_v<training::Query> +
                                std::variant_size_v<stay::Query> + std::variant_size_v<origin::Query>);
    std::set<std::string_view> names;
    for (const QueryForm& form : forms) EXPECT_TRUE(names.insert(form.name).second) << form.name;
    EXPECT_TRUE(answer_query(place->house->desks(), "directory.bodies", "{}", {}, place->house->now()));
    EXPECT_TRUE(answer_query(place->house->desks(), "conference.dossier", R"({"plan":"2020"})", {}, place->house->now()));
}

TEST(QueryCodec, SaysWhereAQuestionIsWrong) {
    const Desks desks;
    const Instant now = instant("2020-12-31T09:00:00Z");
    const auto asked = [&](std::string_view name, std::string_view json) { return said(answer_query(desks, name, json, {}, now)); };
    EXPECT_EQ(asked("conference.secrets", "{}"), "house.query_unknown ");
    EXPECT_EQ(asked("conference.dossier", "{}"), "json.member_missing /plan");
    EXPECT_EQ(asked("conference.dossier", R"({"plan":"2020","as_at":"2020-02-30"})"), "json.value_unreadable /as_at");
    EXPECT_EQ(asked("conference.queue", R"({"body":"amcm"})"), "json.member_unknown /body");
    EXPECT_TRUE(asked("conference.dossier", "{").starts_with("json.unreadable "));
}

TEST(QueryCodec, TakesAStrangerForThePublic) {
    const auto place = place_at_work();
    const access::Sight stranger = sight_of(place->house->grant_of(PersonId("nobody"), true));
    EXPECT_FALSE(stranger.side.has_value());
    EXPECT_FALSE(stranger.auditor);
    const access::Sight known = sight_of(place->house->grant_of(PersonId("pboc.officer"), true));
    EXPECT_EQ(known.body, BodyId("pboc"));
    EXPECT_EQ(known.side, access::Side::mainland);
    place->done("ana", access::RecordLeaver{.person = PersonId("pboc.officer"), .on = place->clock.now().date(), .reason = "retired"});
    EXPECT_FALSE(sight_of(place->house->grant_of(PersonId("pboc.officer"), true)).side.has_value());
}

}  // namespace ponte::house::sample
