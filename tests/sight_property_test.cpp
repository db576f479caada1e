#include "base/json.h"
#include "desks/conference/queries_proof.h"
#include "house/house_sample.h"
#include "house/query_codec.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

// Nobody sees what was not released to him, by any query: every question of every desk is asked as every
// reader over journals full of papers, and each text of a paper is a word that stands nowhere else.
namespace ponte::house::sample {
namespace {

using access::Side;
using access::Sight;
using access::Stage;
using conference::ItemId;
using conference::Status;
using conference::Verdict;

// Words of letters only, none of them part of another: a number in one would be read as a number.
std::string word(std::uint64_t number) {
    std::string letters;
    for (int i = 0; i < 5; ++i, number /= 20) letters += static_cast<char>('a' + number % 20);
    return "Z" + letters + "z";
}

// A paper and its whole life, drawn before anything is asked, so that the same can be played without it.
struct Paper {
    enum class Kind : std::uint8_t { observation, action, overriding, forecast, judgement } kind{};
    std::string body;
    std::uint16_t measure = 1;
    std::string when;
    std::int64_t value = 0;
    Stage stage = Stage::internal;
    std::optional<Verdict> verdict;
    bool withdrawn = false;
    std::string text;
    std::string title;
    std::string verdict_reason;
    std::string withdrawn_reason;
};

const std::vector<std::string> bodies{"amcm", "dsedt", "ndrc", "pboc", "forum"};

Side side_of(std::string_view body) {
    if (body == "forum") return Side::other;
    return body == "ndrc" || body == "pboc" ? Side::mainland : Side::macao;
}
bool is_item(const Paper& paper) { return paper.kind == Paper::Kind::observation || paper.kind == Paper::Kind::action; }

// Written apart from access::sees, after the page that describes the stages.
bool may_read(const Sight& reader, const Paper& paper) {
    if (reader.auditor) return true;
    const bool of_the_conference = reader.side && *reader.side != Side::other;
    switch (paper.stage) {
        case Stage::internal: return of_the_conference && reader.body.value == paper.body;
        case Stage::signed_off: return of_the_conference && *reader.side == side_of(paper.body);
        case Stage::released: return of_the_conference;
        case Stage::published: return true;
    }
    return false;
}

std::vector<Paper> papers_of(std::uint64_t seed) {
    std::mt19937_64 chance(seed);
    std::uint64_t words = seed * 1'000;
    std::vector<Paper> papers;
    for (int n = 0; n < 70; ++n) {
        Paper paper{.kind = static_cast<Paper::Kind>(n % 7 < 2 ? 0 : n % 7 == 2 ? 1 : chance() % 5),
                    .body = bodies[chance() % bodies.size()],
                    .measure = static_cast<std::uint16_t>(1 + chance() % 3),
                    .when = "2020-0" + std::to_string(1 + chance() % 5),
                    .value = static_cast<std::int64_t>(100 + chance() % 900),
                    .stage = static_cast<Stage>(1 + chance() % 4),
                    .verdict = {},
                    .withdrawn = chance() % 6 == 0,
                    .text = word(++words),
                    .title = word(++words),
                    .verdict_reason = word(++words),
                    .withdrawn_reason = word(++words)};
        if (!is_item(paper)) paper.body = chance() % 2 == 0 ? "dsepdr" : "ndrc";
        if (paper.body == "forum") {  // A body of neither side has nobody who could move a paper on.
            paper.stage = Stage::internal;
            paper.withdrawn = false;
        }
        if (paper.stage != Stage::internal && chance() % 2 == 0) paper.verdict = static_cast<Verdict>(1 + chance() % 3);
        papers.push_back(std::move(paper));
    }
    return papers;
}

ItemId record(Place& place, const Paper& paper) {
    const std::string by = paper.body + (is_item(paper) ? ".officer" : ".secretariat");
    const conference::IndicatorId id("m" + std::to_string(paper.measure) + ".total");
    switch (paper.kind) {
        case Paper::Kind::observation: {
            auto command = observation(id.value, paper.text, Decimal{paper.value, 0}, paper.when);
            command.source_title = paper.title;
            return place.recorded(by, command);
        }
        case Paper::Kind::action:
            return place.recorded(by, conference::RecordAction{.plan = conference::PlanId("2020"),
                                                               .measure = paper.measure,
                                                               .duty = static_cast<std::uint16_t>(1 + paper.value % 2),
                                                               .on = day(paper.when + "-15"),
                                                               .texts = named(paper.text),
                                                               .source = "https://example.org/news",
                                                               .source_title = paper.title});
        case Paper::Kind::overriding:
            place.done(by, conference::OverrideStatus{id, static_cast<Status>(1 + paper.value % 7), paper.text, paper.stage});
            return {};
        case Paper::Kind::forecast:
            place.done(by, conference::StateForecast{id, day("2021-12-31"), Decimal{paper.value, 0}, paper.text, paper.stage});
            return {};
        case Paper::Kind::judgement:
            place.done(by, conference::StateJudgement{id, static_cast<Status>(1 + paper.value % 7), paper.text, paper.stage});
            return {};
    }
    return {};
}

void live(Place& place, const Paper& paper, const ItemId& item) {
    const bool macao = side_of(paper.body) == Side::macao;
    if (paper.stage >= Stage::signed_off) place.done(paper.body + ".head", conference::SignOffItem{.item = item});
    if (paper.stage >= Stage::released) {
        place.done(macao ? "dsepdr.secretariat" : "ndrc.secretariat", conference::MoveItem{.item = item, .stage = paper.stage});
    }
    if (paper.verdict) {
        const std::string neighbour = macao ? "dsepdr" : paper.body == "pboc" ? "ndrc" : "pboc";
        const std::string other = paper.stage == Stage::signed_off || paper.value % 2 == 0 ? neighbour : macao ? "pboc" : "amcm";
        place.done(other + ".verifier", conference::VerifyItem{.item = item, .verdict = *paper.verdict, .reason = paper.verdict_reason});
    }
    if (paper.withdrawn) place.done(paper.body + ".officer", conference::WithdrawItem{.item = item, .reason = paper.withdrawn_reason, .replaced_by = {}});
}

constexpr std::string_view word_of_the_refused_row = "Zrefusedrowz";

// The papers that `keep` lets be, recorded first and then moved, so that their lives mix.
std::unique_ptr<Place> played(const std::vector<Paper>& papers, const std::function<bool(const Paper&)>& keep) {
    auto place = place_at_work();
    place->done("ana", body_named("forum", Side::other));
    for (const std::string name : {"officer", "leaver"}) {
        const PersonId person("forum." + name);
        place->done("ana", access::RegisterPerson{.person = person, .body = BodyId(name == "leaver" ? "amcm" : "forum"), .display = sealed("display", Digest{}, name), .from = {}});
        place->done("ana", access::GrantRole{.person = person, .desk = "conference", .role = access::Role::officer, .from = {}, .to = {}});
    }
    place->done("ana", access::RecordLeaver{.person = PersonId("forum.leaver"), .on = place->clock.now().date(), .reason = "retired"});
    // A file of rows: what was refused of it stands in the journal's account and in no answer.
    auto refused = observation("m1.total", std::string(word_of_the_refused_row), Decimal{}, "2020-02");
    refused.value.reset();
    place->done("pboc.officer", conference::ImportObservations{.file = sha256("a file"),
                                                               .accept_good_rows = true,
                                                               .rows = {observation("m1.total", "8", Decimal{8, 0}, "2020-02"), refused},
                                                               .lines = {2, 3},
                                                               .unreadable = {}});
    std::vector<ItemId> items;
    for (const Paper& paper : papers) items.push_back(keep(paper) ? record(*place, paper) : ItemId());
    for (std::size_t i = papers.size(); i > 0; --i) {
        if (keep(papers[i - 1]) && is_item(papers[i - 1])) live(*place, papers[i - 1], items[i - 1]);
    }
    return place;
}

struct Reader {
    std::string name;
    Sight sight;
};

std::vector<Reader> readers_of(const House& house) {
    std::vector<Reader> all{{"public", {}}, {"audience macao", {.body = {}, .side = Side::macao}}, {"audience mainland", {.body = {}, .side = Side::mainland}}};
    for (const std::string person : {"amcm.officer", "dsedt.head", "dsepdr.secretariat", "ana", "ndrc.secretariat", "pboc.verifier", "forum.officer", "forum.leaver", "nobody", ""}) {
        all.push_back({"person " + person, sight_of(house.grant_of(PersonId(person), true))});
    }
    all.push_back({"auditor", {.body = {}, .side = {}, .auditor = true}});
    return all;
}

// Several sets of parameters for every query that there is. A query without one fails the test.
std::vector<std::string> parameters_of(std::string_view query, const std::vector<Paper>& papers) {
    std::vector<std::string> all;
    if (query == "conference.dossier" || query == "conference.status" || query == "conference.years") {
        all = {R"({"plan":"2020"})", R"({"plan":"2020","as_at":"2020-03-31"})", R"({"plan":"2020","as_at":"2030-01-01"})", R"({"plan":"1999"})"};
    } else if (query == "conference.measure") {
        for (const std::string n : {"0", "1", "2", "3", "4"}) all.push_back(R"({"plan":"2020","measure":)" + n + "}");
    } else if (query == "conference.wordings") {
        for (const std::string n : {"1", "4"}) all.push_back(R"({"plan":"2020","measure":)" + n + "}");
    } else if (query == "conference.items") {
        all = {"{}", R"({"text":"z"})", R"({"text":""})", R"({"series":"indicator/m1.total"})", R"({"series":"actions/2020/2"})"};
        for (const std::string stage : {"internal", "signed_off", "released", "published"}) all.push_back(R"({"stage":")" + stage + "\"}");
        for (const std::string& body : bodies) all.push_back(R"({"body":")" + body + "\"}");
        for (std::size_t i = 0; i < papers.size(); i += 9) all.push_back(R"({"text":")" + papers[i].text + "\"}");
    } else if (query == "conference.queue" || query == "conference.plans") {
        all = {"{}"};
    } else if (query == "directory.bodies" || query == "directory.jurisdiction_sets" || query == "access.people") {
        all = {"{}", R"({"on":"2020-06-01"})", R"({"on":"1950-01-01"})"};
    } else if (query == "ledger.accounts" || query == "ledger.trial_balance") {
        all = {"{}"};
    } else if (query.starts_with("publication.")) {
        all = {"{}"};
    } else if (query == "ledger.transfer") {
        all = {R"({"transfer":"00000000000000000000000000000001"})"};
    } else if (query == "calendar.business_day_after") {
        all = {R"({"places":["MO"],"from":"2020-01-01","days":3})", R"({"places":[],"from":"2020-01-01","days":0})"};
    }
    return all;
}

std::string everything_told_to(const House& house, const Reader& reader, const std::vector<Paper>& papers, Instant now) {
    std::string told;
    for (const QueryForm& form : query_forms()) {
        const auto all = parameters_of(form.name, papers);
        EXPECT_FALSE(all.empty()) << form.name << " is asked by nobody here";
        for (const std::string& parameters : all) {
            const auto answer = answer_query(house.desks(), form.name, parameters, reader.sight, now);
            EXPECT_TRUE(answer) << form.name << " " << parameters << " " << (answer ? "" : answer.error().place);
            if (answer) told += *answer + "\n";
        }
    }
    return told;
}

std::size_t times(const std::string& told, std::string_view sought) {
    std::size_t count = 0;
    for (std::size_t at = told.find(sought); at != std::string::npos; at = told.find(sought, at + 1)) ++count;
    return count;
}

// Of what is said beside the figures, a reader is shown the last that he may see.
bool is_the_last_said(const std::vector<Paper>& papers, std::size_t index, const Sight& reader) {
    for (std::size_t i = index + 1; i < papers.size(); ++i) {
        if (papers[i].kind == papers[index].kind && papers[i].measure == papers[index].measure && may_read(reader, papers[i])) return false;
    }
    return true;
}

void expect_told_as_his_stage_allows(const std::vector<Paper>& papers, const Reader& reader, const std::string& told) {
    EXPECT_EQ(times(told, word_of_the_refused_row), 0U);
    for (std::size_t i = 0; i < papers.size(); ++i) {
        const Paper& paper = papers[i];
        const bool may = may_read(reader.sight, paper);
        SCOPED_TRACE(paper.text + " of " + paper.body + " at stage " + std::to_string(static_cast<int>(paper.stage)));
        if (!may) {
            for (const std::string& one : {paper.text, paper.title, paper.verdict_reason, paper.withdrawn_reason}) EXPECT_EQ(times(told, one), 0U);
        } else if (!is_item(paper)) {
            EXPECT_EQ(times(told, paper.text) > 0, is_the_last_said(papers, i, reader.sight));
        } else {
            EXPECT_GT(times(told, paper.text), 0U);
            if (paper.kind == Paper::Kind::action) continue;  // A dossier tells less of them.
            EXPECT_GT(times(told, paper.title), 0U);
            EXPECT_EQ(times(told, paper.verdict_reason) > 0, paper.verdict.has_value());
            EXPECT_EQ(times(told, paper.withdrawn_reason) > 0, paper.withdrawn);
        }
    }
}

TEST(Sight, TellsEveryReaderByEveryQueryWhatHisStageAllowsAndNothingElse) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto papers = papers_of(seed);
        const auto place = played(papers, [](const Paper&) { return true; });
        for (const Reader& reader : readers_of(*place->house)) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", " + reader.name);
            expect_told_as_his_stage_allows(papers, reader, everything_told_to(*place->house, reader, papers, place->clock.now()));
        }
        if (HasFailure()) return;
    }
}

TEST(Sight, NamesNoPersonOfTheOtherSide) {
    const auto place = place_at_work();
    for (const Reader& reader : readers_of(*place->house)) {
        SCOPED_TRACE(reader.name);
        const auto people = answer_query(place->house->desks(), "access.people", "{}", reader.sight, place->clock.now());
        ASSERT_TRUE(people);
        const bool macao = reader.sight.auditor || reader.sight.side == Side::macao;
        const bool mainland = reader.sight.auditor || reader.sight.side == Side::mainland;
        EXPECT_EQ(people->find("amcm.officer") != std::string::npos, macao);
        EXPECT_EQ(people->find("pboc.officer") != std::string::npos, mainland);
    }
}

// What leaves the house as proof says of hidden rows only that they are there.
TEST(Sight, PutsNoWordOfAHiddenPaperIntoAProof) {
    const auto papers = papers_of(7);
    const auto place = played(papers, [](const Paper&) { return true; });
    for (const auto audience : {conference::Audience::macao, conference::Audience::mainland, conference::Audience::everyone}) {
        const auto proof = conference::proof_of(known_of(place->house->desks().conference), conference::PlanId("2020"), audience, place->clock.now().date());
        const std::string told = to_json(proof.figures) + to_json(proof.commitments);
        EXPECT_NE(told.find("m1.total"), std::string::npos);
        for (const Paper& paper : papers) {
            for (const std::string& one : {paper.text, paper.title, paper.verdict_reason, paper.withdrawn_reason}) EXPECT_EQ(times(told, one), 0U);
        }
    }
}

// Without the numbers of entries, which move when something stands before them in the log. That a series
// of actions has rows at all is told to everyone by its commitment; where all are hidden it counts 0.
boost::json::value without_entries(const boost::json::value& json) {
    if (json.is_array()) {
        boost::json::array all;
        for (const auto& one : json.get_array()) {
            const auto* object = one.if_object();
            if (object != nullptr && object->contains("rule") && object->at("rule") == "count_actions" && object->at("value") == "0") continue;
            all.push_back(without_entries(one));
        }
        return all;
    }
    if (!json.is_object()) return json;
    boost::json::object all;
    for (const auto& [key, value] : json.get_object()) {
        if (key != "entry" && key != "entries") all[key] = without_entries(value);
    }
    return all;
}

// The same journal without the papers that a reader may not see gives him the same dossier: nothing
// hidden weighs in any figure.
TEST(Sight, ComputesNoFigureFromWhatTheReaderMayNotSee) {
    for (std::uint64_t seed = 11; seed <= 13; ++seed) {
        const auto papers = papers_of(seed);
        const auto with = played(papers, [](const Paper&) { return true; });
        for (const Reader& reader : readers_of(*with->house)) {
            if (reader.name.starts_with("person nobody") || reader.name == "auditor") continue;
            SCOPED_TRACE("seed " + std::to_string(seed) + ", " + reader.name);
            const auto without = played(papers, [&](const Paper& paper) { return may_read(reader.sight, paper); });
            EXPECT_LT(without->house->journal().size(), with->house->journal().size());
            for (const std::string_view query : {"conference.dossier", "conference.status", "conference.queue", "conference.items"}) {
                for (const std::string& parameters : parameters_of(query, papers)) {
                    const auto one = answer_query(with->house->desks(), query, parameters, reader.sight, with->clock.now());
                    const auto other = answer_query(without->house->desks(), query, parameters, reader.sight, with->clock.now());
                    ASSERT_TRUE(one && other);
                    EXPECT_EQ(without_entries(*parse_json(*one)), without_entries(*parse_json(*other))) << query << " " << parameters;
                }
            }
            if (HasFailure()) return;
        }
    }
}

}  // namespace
}  // namespace ponte::house::sample
