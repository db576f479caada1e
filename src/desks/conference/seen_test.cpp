#include "desks/conference/seen.h"

#include "base/canonical.h"
#include "desks/conference/desk_sample.h"
#include "desks/conference/queries.h"

#include <map>
#include <random>
#include <set>

namespace ponte::conference {
namespace {

using namespace sample;

// Written apart from access::sees, as DESIGN says it: internal to the body, signed off to its side,
// released to both sides, public to everyone.
bool may_read(const access::Sight& reader, Stage stage, const BodyId& body, Side side) {
    if (reader.auditor) return true;
    switch (stage) {
        case Stage::internal: return side != Side::other && !body.value.empty() && reader.body == body;
        case Stage::signed_off: return side != Side::other && reader.side && *reader.side == side;
        case Stage::released: return reader.side && *reader.side != Side::other;
        case Stage::published: return true;
    }
    return false;
}

struct Reader {
    std::string name;
    access::Sight sight;
};

std::vector<Reader> readers() {
    std::vector<Reader> all;
    for (const std::string body : {"amcm", "dsedt", "dsepdr", "ndrc", "pboc", "forum"}) all.push_back({body, sight(body)});
    all.push_back({"macao", sight_of(Audience::macao)});
    all.push_back({"mainland", sight_of(Audience::mainland)});
    all.push_back({"everyone", sight_of(Audience::everyone)});
    all.push_back({"auditor", {.body = {}, .side = {}, .auditor = true}});
    return all;
}

// A desk of papers at random stages. Every paper's marker is a number that occurs nowhere else.
struct Papers {
    Desk desk = desk_with_a_plan();
    std::map<std::string, ItemId> by_marker;
    std::map<std::string, std::pair<Stage, std::string>> said;  // marker -> stage, body

    explicit Papers(std::uint64_t seed) {
        std::mt19937_64 chance(seed);
        const std::vector<std::string> bodies{"amcm", "dsedt", "ndrc", "pboc", "forum"};
        desk.done(secretariat(), indicator("m2.total"));
        for (int n = 0; n < 40; ++n) {
            const std::string marker = std::to_string(7'100'000 + n);
            const std::string body = bodies[chance() % bodies.size()];
            const Stage stage = body == "forum" ? Stage::internal : static_cast<Stage>(1 + chance() % 4);
            const std::string month = "2020-0" + std::to_string(1 + chance() % 9);
            const bool is_action = chance() % 3 == 0;
            const ItemId item = is_action ? desk.recorded(officer(body), action(marker, month + "-15", static_cast<std::uint16_t>(1 + chance() % 3)))
                                          : desk.recorded(officer(body), observation("marker " + marker, marker, month,
                                                                                     chance() % 2 == 0 ? "m1.total" : "m2.total"));
            desk.taken_to(item, stage);
            if (stage >= Stage::released && chance() % 2 == 0) {
                const std::string other = body == "amcm" ? "dsedt" : "amcm";
                desk.done(verifier(other), VerifyItem{item, static_cast<Verdict>(1 + chance() % 3), "because"});
            }
            by_marker[marker] = item;
        }
        for (int n = 0; n < 30; ++n) {
            const std::string marker = std::to_string(8'200'000 + n);
            const Stage stage = static_cast<Stage>(1 + chance() % 4);
            const Grant by = chance() % 2 == 0 ? secretariat() : other_secretariat();
            const IndicatorId id(chance() % 2 == 0 ? "m1.total" : "m2.total");
            switch (chance() % 3) {
                case 0: desk.done(by, OverrideStatus{id, Status::behind, marker, stage}); break;
                case 1: desk.done(by, StateForecast{id, day("2021-12-31"), number(marker), marker, stage}); break;
                default: desk.done(by, StateJudgement{id, Status::ahead, marker, stage}); break;
            }
            said[marker] = {stage, by.body.value};
        }
    }

    bool visible(const access::Sight& reader, const ItemId& id) const {
        const Item& item = desk.state.items.at(id);
        return may_read(reader, item.life().stage, item.body, item.side);
    }
};

template <class Event>
void expect_last_visible(const std::vector<Said<Event>>& all, const Said<Event>* got, const access::Sight& reader) {
    const Said<Event>* expected = nullptr;
    for (const Said<Event>& one : all) {
        if (may_read(reader, one.event.stage, one.event.body, one.event.side)) expected = &one;
    }
    EXPECT_EQ(got, expected);
}

// Every method of Seen, for every reader: what may be seen is given, and nothing else.
void expect_nothing_hidden_is_given(const Papers& papers, const Reader& reader) {
    const Seen seen(known_of(papers.desk.state), reader.sight);
    std::size_t visible = 0;
    for (const auto& [marker, id] : papers.by_marker) {
        const bool may = papers.visible(reader.sight, id);
        visible += may ? 1U : 0U;
        EXPECT_EQ(seen.item(id).has_value(), may) << marker;
        EXPECT_EQ(seen.observation(id).event != nullptr || seen.action(id).event != nullptr, may) << marker;
        EXPECT_FALSE(seen.observation(id).event != nullptr && seen.action(id).event != nullptr) << marker;
        EXPECT_EQ(seen.may_see(papers.desk.state.items.at(id)), may) << marker;
    }
    EXPECT_EQ(seen.items().size(), visible);
    for (const SeenItem& one : seen.items()) EXPECT_TRUE(papers.visible(reader.sight, seen.id_of(*one.item)));
    std::size_t listed = 0;
    for (const std::string id : {"m1.total", "m2.total"}) {
        for (const SeenObservation& one : seen.observations(IndicatorId(id))) {
            EXPECT_TRUE(papers.visible(reader.sight, one.event->item)) << one.event->as_published;
            ++listed;
        }
        const Indicator& indicator = papers.desk.state.indicators.at(IndicatorId(id));
        expect_last_visible(indicator.overrides, seen.override_of(IndicatorId(id)), reader.sight);
        expect_last_visible(indicator.forecasts, seen.forecast_of(IndicatorId(id)), reader.sight);
        expect_last_visible(indicator.judgements, seen.judgement_of(IndicatorId(id)), reader.sight);
    }
    for (std::uint16_t measure = 1; measure <= 3; ++measure) {
        for (const SeenAction& one : seen.actions(PlanId("2020"), measure)) {
            EXPECT_TRUE(papers.visible(reader.sight, one.event->item)) << one.event->texts.en;
            ++listed;
        }
    }
    EXPECT_EQ(listed, visible);
    for (const Series& series : papers.desk.state.series) {
        for (const Row& row : series.rows) {
            const bool may = row.item == no_item ? may_read(reader.sight, row.stage, row.body, row.side)
                                                 : papers.visible(reader.sight, seen.id_of(papers.desk.state.items[row.item]));
            EXPECT_EQ(seen.may_see(row), may) << series.name << " " << row.sequence;
        }
    }
}

// What is printed for the reader rests on visible entries and holds no marker of a hidden paper.
void expect_no_figure_tells(const Papers& papers, const Reader& reader) {
    const Seen seen(known_of(papers.desk.state), reader.sight);
    std::set<std::uint64_t> hidden;
    for (const Series& series : papers.desk.state.series) {
        for (const Row& row : series.rows) {
            if (!seen.may_see(row)) hidden.insert(row.sequence);
        }
    }
    std::string lines;
    for (const Figure& figure : figures_of(seen, PlanId("2020"), day("2020-12-31"))) {
        lines += figure.line();
        for (const std::uint64_t entry : figure.entries) EXPECT_FALSE(hidden.contains(entry)) << figure.line();
    }
    for (const auto& [marker, id] : papers.by_marker) {
        if (papers.visible(reader.sight, id)) continue;
        EXPECT_EQ(lines.find(marker), std::string::npos) << marker;
    }
    for (const auto& [marker, where] : papers.said) EXPECT_EQ(lines.find(marker), std::string::npos) << marker;
}

TEST(Seen, GivesEachReaderWhatHisStageAllowsAndNothingElse) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Papers papers(seed);
        for (const Reader& reader : readers()) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", reader " + reader.name);
            expect_nothing_hidden_is_given(papers, reader);
            expect_no_figure_tells(papers, reader);
        }
    }
}

std::vector<Query> every_question() {
    const PlanId plan("2020");
    return {DossierQuery{.plan = plan},
            MeasureQuery{.plan = plan, .measure = 1},
            MeasureQuery{.plan = plan, .measure = 2},
            MeasureQuery{.plan = plan, .measure = 3},
            StatusQuery{.plan = plan},
            ItemsQuery{},
            ItemsQuery{.text = "marker"},
            QueueQuery{},
            YearsQuery{.plan = plan},
            PlansQuery{},
            WordingsQuery{.plan = plan, .measure = 1},
            PartnersQuery{.plan = plan}};
}

// Partners are named as the indicators are, so that every figure is one of theirs.
template <class One>
auto answer_to(const Seen& seen, const One& question) {
    if constexpr (std::same_as<One, PartnersQuery>) {
        directory::Jurisdictions partners;
        for (const IndicatorDefined* one : seen.indicators()) {
            const JurisdictionId id(one->indicator.value);
            partners.by_id[id] = one->names;
            partners.sets[directory::SetId("all")].members.push_back({.jurisdiction = id, .from = {}, .to = {}, .source = ""});
        }
        return answer(seen, partners, question, day("2020-12-31"));
    } else {
        return answer(seen, question, day("2020-12-31"));
    }
}

// Every query as every reader: nothing of a hidden paper stands anywhere in the answer.
TEST(Queries, TellNoReaderOfWhatHeMayNotSee) {
    const std::vector<Query> questions = every_question();
    std::set<std::size_t> kinds;
    for (const Query& question : questions) kinds.insert(question.index());
    EXPECT_EQ(kinds.size(), std::variant_size_v<Query>) << "a query is not asked here";
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const Papers papers(seed);
        for (const Reader& reader : readers()) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", reader " + reader.name);
            const Seen seen(known_of(papers.desk.state), reader.sight);
            std::string told;
            for (const Query& question : questions) {
                const Bytes bytes = std::visit([&](const auto& one) { return to_bytes(answer_to(seen, one)); }, question);
                told += text_of(bytes);
            }
            for (const auto& [marker, id] : papers.by_marker) {
                const bool may = papers.visible(reader.sight, id);
                EXPECT_EQ(told.find(marker) != std::string::npos, may) << marker;
                EXPECT_EQ(told.find(id.value) != std::string::npos, may) << marker;
            }
            for (const auto& [marker, where] : papers.said) {
                const bool may = may_read(reader.sight, where.first, BodyId(where.second), side_of(where.second));
                if (!may) {
                    EXPECT_EQ(told.find(marker), std::string::npos) << marker;
                }
            }
        }
    }
}

TEST(Seen, ShowsConfigurationToEveryone) {
    const Desk desk = desk_with_a_plan();
    for (const Reader& reader : readers()) {
        const Seen seen(known_of(desk.state), reader.sight);
        EXPECT_NE(seen.plan(PlanId("2020")), nullptr);
        EXPECT_NE(seen.indicator(IndicatorId("m1.total")), nullptr);
        EXPECT_EQ(seen.indicators().size(), 1U);
    }
}

TEST(Seen, KnowsNothingOfWhatDoesNotExist) {
    const Desk desk = desk_with_a_plan();
    const Seen seen(known_of(desk.state), {.body = {}, .side = {}, .auditor = true});
    EXPECT_EQ(seen.plan(PlanId("1999")), nullptr);
    EXPECT_FALSE(seen.item(ItemId("obs-none")));
    EXPECT_EQ(seen.observation(ItemId("obs-none")).event, nullptr);
    EXPECT_TRUE(seen.observations(IndicatorId("none")).empty());
    EXPECT_EQ(seen.override_of(IndicatorId("none")), nullptr);
    EXPECT_EQ(seen.sequence_of_definition(IndicatorId("none")), 0U);
}

}  // namespace
}  // namespace ponte::conference
