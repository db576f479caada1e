#include "base/json.h"
#include "desks/meetings/desk_sample.h"

#include <random>
#include <set>

// Whatever happened at the desk, no query tells a reader a word that was not let out to him. The table of
// who may read what is written again here, as people would say it, and held against every answer.
namespace ponte::meetings::sample {
namespace {

enum class Open : std::uint8_t { body, side, both, everyone };

struct Word {
    std::string text;
    Open open{};
    std::string body;
};

struct Reader {
    std::string name;
    access::Sight sight;
};

bool may_read(const Reader& reader, const Word& word) {
    if (reader.sight.auditor || word.open == Open::everyone) return true;
    if (!reader.sight.side || *reader.sight.side == Side::other) return false;
    if (word.open == Open::both) return true;
    if (word.open == Open::side) return *reader.sight.side == side_of(word.body);
    return reader.sight.body.value == word.body;
}

std::vector<Reader> readers() {
    std::vector<Reader> all{{"public", {}}, {"auditor", {.body = {}, .side = {}, .auditor = true}}};
    for (const std::string body : {"amcm", "dsedt", "dsepdr", "ndrc", "pboc", "forum"}) all.push_back({body, sight(body)});
    all.push_back({"macao", {.body = {}, .side = Side::macao}});
    all.push_back({"mainland", {.body = {}, .side = Side::mainland}});
    return all;
}

template <class Query>
std::string told(const Desk& desk, const Reader& reader, const Query& query) {
    return to_json(desk.answered(reader.sight, query)) + "\n";
}

std::string everything_told_to(const Desk& desk, const Reader& reader) {
    std::string all = told(desk, reader, ProblemsQuery{}) + told(desk, reader, DecisionsQuery{}) + told(desk, reader, MattersArisingQuery{}) +
                      told(desk, reader, ReviewListsQuery{}) + told(desk, reader, SessionsQuery{}) +
                      told(desk, reader, DatesQuery{.body = {}, .from = day("2000-01-01"), .to = {}});
    for (const auto& [id, unused] : desk.state.problems) all += told(desk, reader, ProblemQuery{id});
    for (std::uint16_t session = 3; session < 8; ++session) {
        all += told(desk, reader, SessionQuery{session}) + told(desk, reader, AgendaQuery{session}) + told(desk, reader, AgendaProposalQuery{session});
        for (std::uint16_t correction = 0; correction < 3; ++correction) {
            all += told(desk, reader, MinutesQuery{.session = session, .correction = correction, .version = {}});
            for (std::uint16_t version = 1; version < 5; ++version) {
                all += told(desk, reader, MinutesQuery{.session = session, .correction = correction, .version = version});
            }
        }
    }
    return all;
}

// Plays one story at random; every text it types is a word of its own, with who may read it in the end.
class Story {
public:
    explicit Story(std::uint64_t seed) : chance_(seed) {
        for (int i = 0; i < 12; ++i) tell_problem();
        for (int i = 0; i < 4; ++i) tell_list();
        tell_session(4, true);
        tell_session(5, false);
    }

    Desk desk;
    std::vector<Word> words;

private:
    std::string word(Open open, std::string body) {
        words.push_back({.text = "Z" + std::to_string(1'000 + words.size()) + "Z", .open = open, .body = std::move(body)});
        return words.back().text;
    }
    bool maybe() { return chance_() % 2 == 0; }
    static Grant secretariat_of(std::string_view body) { return side_of(body) == Side::macao ? secretariat() : other_secretariat(); }
    static Open opened(Stage stage) {
        switch (stage) {
            case Stage::internal: return Open::body;
            case Stage::signed_off: return Open::side;
            case Stage::released: return Open::both;
            case Stage::published: return Open::everyone;
        }
        return Open::body;
    }

    void tell_problem() {
        const std::vector<std::string> bodies{"amcm", "dsedt", "pboc", "ndrc"};
        const std::string body = bodies[chance_() % bodies.size()];
        const auto stage = static_cast<Stage>(1 + chance_() % 4);
        RaiseProblem raise = problem(word(opened(stage), body));
        raise.texts = named(word(opened(stage), body));
        raise.due = day("2021-12-01");
        const ProblemId id = desk.raised(officer(body), raise);
        // A reason given inside stays inside, whatever becomes of the problem.
        if (maybe()) desk.done(officer(body), AssignProblem{id, BodyId("dsedt"), word(Open::body, body)});
        desk.taken_to(id, stage);
        if (stage != Stage::internal && maybe()) desk.done(secretariat_of(body), MoveProblemDue{id, day("2021-11-01"), word(opened(stage), body)});
        if (stage != Stage::internal && maybe()) desk.done(secretariat_of(body), EscalateProblem{id, word(opened(stage), body)});
        if (stage != Stage::internal && maybe()) {
            desk.done(secretariat_of(body), SettleProblem{.problem = id, .reason = word(opened(stage), body), .on = {}, .decision = {}, .item = {}, .paper = {}, .source = word(opened(stage), body)});
        }
    }
    void tell_list() {
        const Grant by = maybe() ? secretariat() : other_secretariat();
        const auto stage = static_cast<Stage>(2 + chance_() % 3);
        const auto before = desk.state.lists;
        desk.done(by, TitleReviewList{.plan = PlanId("2021"), .titles = named(word(opened(stage), by.body.value)), .kind = word(opened(stage), by.body.value)});
        for (const auto& [id, unused] : desk.state.lists) {
            if (before.contains(id)) continue;
            desk.done(by, StateReviewListLines{.list = id, .lines = {{.line = 1, .texts = named(word(opened(stage), by.body.value)), .duty = {}}}});
            if (stage >= Stage::released) desk.done(by, MoveReviewList{id, stage});
            break;
        }
    }
    void tell_paper(std::uint16_t session, const std::string& body) {
        const auto stage = static_cast<Stage>(1 + chance_() % 4);
        const std::string title = word(opened(stage), body);
        const Digest paper = sha256(title);
        desk.done(officer(body), PutStandingPaper{.session = session, .item = 1, .paper = paper, .length = 1, .media_type = "text/plain", .titles = named(title), .language = Language::en});
        if (stage >= Stage::signed_off) desk.done(head(body), MoveStandingPaper{session, paper, Stage::signed_off});
        if (stage >= Stage::released) desk.done(secretariat_of(body), MoveStandingPaper{session, paper, stage});
    }
    MinutesLineGiven spoken(std::uint16_t number, const std::string& text) { return {.line = number, .texts = {.zh_hant = text, .pt = text}}; }

    void tell_session(std::uint16_t session, bool to_the_end) {
        CallSession calling = call(session);
        calling.on = std::max(day("2021-07-01"), desk.now.date());
        desk.done(secretariat(), calling);
        desk.done(secretariat(), InviteBody{.session = session, .body = BodyId("pboc"), .capacity = Capacity::member, .note = word(Open::both, "dsepdr")});
        desk.done(secretariat(), FixAgenda{session, {}});
        desk.done(secretariat(), AddAgendaItem{.session = session, .item = {.kind = AgendaKind::other, .reference = {}, .titles = named(word(Open::both, "dsepdr")), .body = {}}, .reason = word(Open::both, "dsepdr")});
        for (const std::string body : {"amcm", "pboc"}) tell_paper(session, body);
        held(desk, session);
        const bool published = to_the_end && maybe();
        const std::string kept = word(published ? Open::everyone : to_the_end ? Open::both : Open::side, "dsepdr");
        MinutesLineGiven decision = spoken(2, word(published ? Open::everyone : to_the_end ? Open::both : Open::side, "dsepdr"));
        decision.decision = DecisionGiven{.owner = BodyId("amcm")};
        const auto draft = [&](std::vector<MinutesLineGiven> lines) { return DraftMinutes{.session = session, .correction = {}, .lines = std::move(lines), .answers = {}}; };
        desk.done(secretariat(), draft({spoken(1, word(Open::side, "dsepdr")), decision}));
        if (!to_the_end) {
            desk.done(secretariat(), draft({spoken(1, kept), decision}));
            return;
        }
        desk.done(secretariat(), draft({spoken(1, word(Open::both, "dsepdr")), decision}));
        desk.done(secretariat(), CirculateMinutes{.session = session, .correction = {}});
        desk.done(officer("pboc"), CommentMinutes{session, {}, 1, named(word(Open::side, "pboc"))});
        desk.done(officer("pboc"), CommentMinutes{session, {}, 1, named(word(Open::both, "pboc"))});
        const CommentId released = last_comment(session);
        desk.done(other_secretariat(), ReleaseComment{session, {}, released});
        DraftMinutes last = draft({spoken(1, kept), decision});
        last.answers = {{.comment = released, .answer = named(word(Open::both, "dsepdr"))}};
        desk.done(secretariat(), last);
        desk.done(secretariat(), CirculateMinutes{.session = session, .correction = {}});
        approved(desk, session);
        sealed(desk, session);
        if (published) {
            desk.done(secretariat(), PublishMinutes{session, {}});
            desk.done(other_secretariat(), PublishMinutes{session, {}});
        }
        desk.done(secretariat(), LapseDecision{DecisionId(std::to_string(session) + "-1"), word(Open::both, "dsepdr")});
        desk.done(other_secretariat(), OpenCorrection{session, word(Open::both, "ndrc")});
        MinutesLineGiven corrected = spoken(1, word(Open::side, "ndrc"));
        desk.done(other_secretariat(), DraftMinutes{.session = session, .correction = 1, .lines = {corrected}, .answers = {}});
    }
    CommentId last_comment(std::uint16_t session) {
        const Comment* last = nullptr;
        for (const auto& [id, one] : desk.state.minutes.at({.session = session}).comments) {
            if (last == nullptr || one.made.sequence > last->made.sequence) last = &one;
        }
        return last->made.event.comment;
    }

    std::mt19937_64 chance_;
};

TEST(SeenMeetings, TellEveryReaderByEveryQueryWhatWasLetOutToHimAndNothingElse) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Story story(seed);
        if (testing::Test::HasFailure()) return;
        for (const Reader& reader : readers()) {
            const std::string all = everything_told_to(story.desk, reader);
            for (const Word& word : story.words) {
                EXPECT_EQ(all.find(word.text) != std::string::npos, may_read(reader, word))
                    << "seed " << seed << ", " << reader.name << ", " << word.text << " of " << word.body << ", open to " << static_cast<int>(word.open);
            }
        }
        if (testing::Test::HasFailure()) return;
    }
}

// A list that was dropped from the circulated minutes, a version that was overtaken: the numbers of hidden
// versions are hidden too.
TEST(SeenMeetings, CountNoVersionThatTheReaderMayNotSee) {
    Desk desk;
    desk.done(secretariat(), call(4));
    held(desk, 4);
    const auto draft = [](std::string text) { return DraftMinutes{.session = 4, .correction = {}, .lines = {line(1, std::move(text))}, .answers = {}}; };
    desk.done(secretariat(), draft("a"));
    desk.done(secretariat(), draft("b"));
    desk.done(secretariat(), CirculateMinutes{.session = 4, .correction = {}});
    desk.done(secretariat(), draft("c"));
    const auto versions = [&](const access::Sight& reader) { return desk.answered(reader, MinutesQuery{.session = 4, .correction = {}, .version = {}}).minutes.front().versions; };
    EXPECT_EQ(versions(sight("amcm")), (std::vector<std::uint16_t>{1, 2, 3}));
    EXPECT_EQ(versions(sight("pboc")), std::vector<std::uint16_t>{2});
}

}  // namespace
}  // namespace ponte::meetings::sample
