#include "base/json.h"
#include "desks/conference/queries_proof.h"
#include "house/house_sample.h"
#include "house/entries.h"
#include "house/event_codec.h"
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
    place->done("ana", directory::NameJurisdiction{.jurisdiction = JurisdictionId("PT"), .names = named("Portugal"), .from = {}, .source = "gazette"});
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
    // A list that follows the plan asks what is unfinished, and so looks at every paper.
    place->done("dsepdr.secretariat", planning::OpenList{.list = planning::ListId("2021"), .year = 2021, .from_plan = conference::PlanId("2020"), .original = Language::en, .required = {}});
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
    if (query == "conference.dossier" || query == "conference.status" || query == "conference.years" || query == "conference.partners") {
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
    } else if (query == "meetings.problem") {
        all = {R"({"problem":"prob-1"})"};
    } else if (query == "meetings.session" || query == "meetings.agenda" || query == "meetings.agenda_proposal" || query == "meetings.minutes") {
        all = {R"({"session":3})"};
    } else if (query.starts_with("meetings.")) {  // Their own papers: desks/meetings/seen_test.cpp.
        all = {"{}"};
    } else if (query == "ledger.transfer") {
        all = {R"({"transfer":"00000000000000000000000000000001"})"};
    } else if (query == "planning.lists" || query == "planning.frames") {
        all = {"{}"};
    } else if (query == "planning.list" || query == "planning.proposal") {
        all = {R"({"list":"2021"})", R"({"list":"none"})"};
    } else if (query == "planning.comparison") {
        all = {R"({"list":"2021","language":"en"})"};
    } else if (query == "planning.closing") {
        all = {R"({"plan":"2020"})", R"({"plan":"2020","as_at":"2020-03-31"})", R"({"plan":"1999"})"};
    } else if (query == "planning.matches") {
        all = {R"({"from_plan":"2020","to_plan":"2021"})"};
    } else if (query == "planning.lineage") {
        all = {R"({"plan":"2020","measure":1,"duty":1})", R"({"plan":"2020","measure":2,"duty":0})"};
    } else if (query == "reporting.round" || query == "reporting.request") {
        all = {R"({"round":"2020-q3"})"};  // What a round tells is held in house/reporting_sight_test.
    } else if (query == "translation.texts" || query == "translation.ready") {
        all = {R"({"scope":"plan/2020"})"};
    } else if (query == "translation.term") {
        all = {R"({"term":"none"})"};
    } else if (query.starts_with("reporting.") || query.starts_with("translation.") || query.starts_with("publication.")) {
        all = {"{}"};
    } else if (query == "accords.instrument" || query == "accords.file" || query == "accords.tie") {
        all = {R"({"instrument":"none"})"};
    } else if (query == "accords.article_history") {
        all = {R"({"instrument":"none","article":"1"})"};
    } else if (query == "accords.which_covers" || query == "accords.may_exchange") {
        all = {R"({"partner":"PT","matter":"surrender"})"};
    } else if (query == "accords.measure_figures") {
        all = {R"({"span":"2020"})"};
    } else if (query == "withholding.rate" || query == "withholding.route") {
        all = {R"({"from":"MO","to":"PT","income":"dividends"})"};
    } else if (query == "withholding.signing") {
        all = {R"({"a":"MO","b":"PT","rates":[{"income":"dividends","rate":"5"}]})"};
    } else if (query == "stay.itinerary") {
        all = {R"({"documents":[{"kind":"passport","of":"PT"}],"stays":[{"place":"PT","from":"2020-01-01","to":"2020-01-02"}]})"};
    } else if (query == "stay.trip") {
        all = {R"({"stays":[{"place":"PT","from":"2020-01-01","to":"2020-01-02"}]})"};
    } else if (query == "training.event") {
        all = {R"({"event":"none"})"};
    } else if (query == "training.certificate") {
        all = {R"({"certificate":"none"})"};
    } else if (query == "stay.requirement") {
        all = {R"({"destination":"PT"})"};
    } else if (query == "stay.table") {
        all = {R"({"snapshot":"none"})"};
    } else if (query == "stay.waivers" || query == "stay.candidates" || query == "stay.figures") {
        all = {R"({"jurisdiction":"MO"})"};
    } else if (query == "stay.changes") {
        all = {R"({"from":"2020-01-01","to":"2020-12-31"})"};
    } else if (query == "origin.window") {
        all = {R"({"set":"none"})"};
    } else if (query == "origin.determine") {
        all = {R"({"goods":{"hs":"0210.11","description":"","on":"2020-12-31","bill":{"currency":"MOP"}}})"};
    } else if (query.starts_with("accords.") || query.starts_with("withholding.") || query.starts_with("training.") || query.starts_with("stay.") ||
               query.starts_with("origin.")) {
        all = {"{}"};  // What their papers tell whom is held at the desks.
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

// Entry by entry, over everything that was recorded: a word of a paper stands in no entry that is shown to a reader who may
// not see the paper, and a paper that he may see he may also read by its number.
TEST(Sight, ShowsNoEntryOfAHiddenPaperAndEveryPaperThatIsSeen) {
    const auto papers = papers_of(3);
    const auto place = played(papers, [](const Paper&) { return true; });
    std::vector<std::pair<AnyEvent, std::uint64_t>> events;
    std::vector<std::string> texts;
    for (std::uint64_t sequence = 0; sequence < place->house->journal().size(); ++sequence) {
        const auto entry = place->house->journal().read_entry(sequence);
        ASSERT_TRUE(entry);
        const auto event = decode_event(entry->view().type, entry->view().version, entry->view().payload);
        if (!event) continue;
        texts.push_back(event_json(*event));
        events.emplace_back(*event, sequence);
    }
    for (const Reader& reader : readers_of(*place->house)) {
        SCOPED_TRACE(reader.name);
        std::string told;
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (may_see_entry(place->house->desks(), events[i].first, events[i].second, reader.sight)) told += texts[i] + "\n";
        }
        EXPECT_NE(told.find("\"measure\""), std::string::npos) << "the plan is everybody's";
        EXPECT_EQ(told.find("access.person_registered"), std::string::npos);
        for (const Paper& paper : papers) {
            const bool may = may_read(reader.sight, paper);
            if (!may) {
                for (const std::string& one : {paper.text, paper.title, paper.verdict_reason, paper.withdrawn_reason}) EXPECT_EQ(times(told, one), 0U) << paper.text;
            } else if (is_item(paper)) {
                EXPECT_GT(times(told, paper.text), 0U) << paper.text;
            }
        }
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

// A journal in which everything goes on at once: papers and their lives, configuration and its corrections,
// sessions, people, money.
std::unique_ptr<Place> lived(std::uint64_t seed) {
    auto place = played(papers_of(seed), [](const Paper&) { return true; });
    const Currency mop = *Currency::from_text("MOP");
    const auto account = [](std::uint64_t n) { return ledger::AccountId({.low = n, .high = 0}); };
    place->done("ana", access::GrantRole{.person = PersonId("amcm.officer"), .desk = "ledger", .role = access::Role::officer, .from = {}, .to = {}});
    for (std::uint64_t n = 1; n <= 3; ++n) {
        place->done("ana", ledger::OpenAccount{.account = account(n), .currency = mop, .bound = ledger::Bound::none, .code = {}, .names = named("An account")});
    }
    const auto pay = [&](std::uint64_t id, std::uint64_t from, std::uint64_t to) {
        return ledger::PostTransfer{.transfer = ledger::TransferId({.low = id, .high = 0}), .debit = account(from), .credit = account(to), .amount = {static_cast<std::int64_t>(100 * id), mop}, .user_data = {}, .code = {}};
    };
    const auto papers = papers_of(seed + 100);
    std::vector<ItemId> items;
    for (std::size_t i = 0; i < papers.size() / 2; ++i) {
        items.push_back(record(*place, papers[i]));
        if (i % 3 == 0) place->done("amcm.officer", pay(i + 1, 1 + i % 2, 3));
        if (i == 10) {
            auto corrected = plan_2020().measures;
            corrected[1].text = "Measure 2, said better";
            place->done("dsepdr.secretariat", conference::CorrectPlan{.plan = conference::PlanId("2020"), .title = "Plan, corrected", .file = sha256("another file"), .measures = corrected, .reason = "a slip"});
            place->done("dsepdr.secretariat", conference::StateText{.plan = conference::PlanId("2020"), .measure = 1, .language = Language::pt, .status = TextStatus::reference, .text = "Medida 1", .parts = {}, .source = "own"});
        }
        if (i == 15) {
            auto again = indicator("m1.total");
            again.reason = "tighter";
            again.tolerance_percent = 5;
            place->done("dsepdr.secretariat", again);
            place->done("dsepdr.secretariat", conference::AppointBody{.plan = conference::PlanId("2020"), .measure = 1, .body = BodyId("amcm"), .role = conference::BodyRole::lead, .from = {}, .to = {}, .note = {}});
            place->done("dsepdr.secretariat", conference::SetMilestone{.milestone = conference::MilestoneId("m1.signed"), .plan = conference::PlanId("2020"), .measure = 1, .duty = 1, .names = named("Signed"), .due = day("2020-05-01"), .badge = conference::Badge::configuration});
        }
        if (i == 20) {
            place->clock.move_to(instant("2020-06-03T09:00:00Z"));
            place->done("dsepdr.secretariat", conference::EndAppointment{.plan = conference::PlanId("2020"), .measure = 1, .body = BodyId("amcm"), .role = conference::BodyRole::lead, .on = day("2020-06-30"), .reason = "handed over"});
            place->done("dsepdr.secretariat", conference::ReachMilestone{.milestone = conference::MilestoneId("m1.signed"), .on = day("2020-05-20"), .evidence = "https://example.org"});
            place->done("ndrc.secretariat", conference::RecordSession{.number = 1, .on = day("2020-02-03"), .not_before = {}, .not_after = {}, .place = "Macao", .form = "f", .principals = "p", .source = "https://example.org"});
            place->done("dsepdr.secretariat", conference::FreezeDossier{.plan = conference::PlanId("2020"), .audience = conference::Audience::everyone});
        }
    }
    for (std::size_t i = items.size(); i > 0; --i) {
        if (is_item(papers[i - 1]) && !items[i - 1].value.empty()) live(*place, papers[i - 1], items[i - 1]);
    }
    return place;
}

// The quick way back and the slow one tell every reader the same, by every query, byte for byte.
TEST(Past, AnswersEveryQueryOfEveryReaderAsAFoldFromTheStartDoes) {
    for (std::uint64_t seed = 21; seed <= 22; ++seed) {
        const auto place = lived(seed);
        const auto papers = papers_of(seed);
        House& house = *place->house;
        const std::uint64_t size = house.journal().size();
        std::mt19937_64 chance(seed);
        std::vector<std::uint64_t> positions{0, 1, size};
        for (int n = 0; n < 7; ++n) positions.push_back(size / 4 + chance() % (size - size / 4));
        std::size_t differing = 0;
        for (const std::uint64_t position : positions) {
            const auto slow = fold_until(house.journal(), position);
            const auto quick = house.at(position);
            ASSERT_TRUE(slow && quick);
            EXPECT_EQ(quick->position, slow->position);
            EXPECT_EQ(quick->time, slow->time);
            for (const Reader& reader : readers_of(house)) {
                for (const QueryForm& form : query_forms()) {
                    auto all = parameters_of(form.name, papers);
                    all.emplace_back("{}");
                    for (const std::string& parameters : all) {
                        const auto one = answer_query(quick->desks, form.name, parameters, reader.sight, quick->time);
                        const auto other = answer_query(slow->desks, form.name, parameters, reader.sight, slow->time);
                        ASSERT_EQ(one.has_value(), other.has_value()) << form.name << " " << parameters;
                        if (!one) continue;
                        ASSERT_EQ(*one, *other) << form.name << " " << parameters << " as " << reader.name << " at " << position;
                        differing += position != size && *one != *answer_query(house.desks(), form.name, parameters, reader.sight, slow->time) ? 1U : 0U;
                    }
                }
            }
        }
        EXPECT_GT(differing, 100U);  // Or the past would be the present, and nothing was shown.
    }
}

// What was said once is said again after more was recorded: the past looks into desks that go on growing.
TEST(Past, StaysAsItWasWhileTheHouseGoesOn) {
    const auto place = lived(31);
    House& house = *place->house;
    const auto past = house.at(house.journal().size() - 40);
    ASSERT_TRUE(past);
    const auto told = [&] {
        std::string all;
        for (const Reader& reader : readers_of(house)) {
            for (const std::string_view query : {"conference.dossier", "conference.items", "conference.queue", "ledger.accounts", "ledger.trial_balance"}) {
                const auto answer = answer_query(past->desks, query, query == "conference.dossier" ? R"({"plan":"2020"})" : "{}", reader.sight, past->time);
                EXPECT_TRUE(answer);
                if (answer) all += *answer;
            }
        }
        return all;
    };
    const std::string before = told();
    for (std::size_t n = 0; n < 300; ++n) {
        const ItemId item = place->recorded("amcm.officer", observation("m1.total", std::to_string(5000 + n), Decimal{static_cast<std::int64_t>(5000 + n), 0}, "2020-04"));
        if (n % 3 == 0) place->done("amcm.head", conference::SignOffItem{.item = item});
    }
    EXPECT_EQ(told(), before);
}

TEST(Past, IsFoundByTheDayInMacao) {
    const auto place = place_at_work();
    const std::uint64_t first_day = place->house->journal().size();
    place->clock.move_to(instant("2020-06-01T15:59:59Z"));
    place->done("amcm.officer", observation("m1.total", "7", Decimal{7, 0}, "2020-04"));
    const std::uint64_t before_midnight = place->house->journal().size();
    EXPECT_LT(first_day, before_midnight);
    place->clock.move_to(instant("2020-06-01T16:00:00Z"));  // 2 June at +08:00.
    place->done("amcm.officer", observation("m1.total", "8", Decimal{8, 0}, "2020-05"));
    const auto on = [&](std::string_view text) {
        const auto position = place->house->position_on(day(text));
        EXPECT_TRUE(position);
        return *position ? std::to_string(**position) : std::string((*position).error().kind.code) + " " + (*position).error().subject;
    };
    EXPECT_EQ(on("2020-06-01"), std::to_string(before_midnight));
    EXPECT_EQ(on("2020-06-02"), std::to_string(place->house->journal().size()));
    EXPECT_EQ(on("2020-06-03"), "house.position_unknown 2020-06-03, today is 2020-06-02");
    EXPECT_EQ(on("2020-05-31"), "house.position_unknown 2020-05-31, the journal begins on 2020-06-01");
    // Inside a run stands for its end, as in a fold from the start.
    EXPECT_EQ(place->house->at(before_midnight - 1)->position, before_midnight);
    EXPECT_EQ(place->house->at(before_midnight + 999).error().code, "house.position_unknown");
}

}  // namespace
}  // namespace ponte::house::sample
