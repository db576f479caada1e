#include "desks/planning/seen.h"

#include "base/canonical.h"
#include "desks/planning/desk_sample.h"

#include <map>
#include <random>
#include <set>

namespace ponte::planning {
namespace {

using namespace sample;

struct Reader {
    std::string name;
    access::Sight sight;
};
std::vector<Reader> readers() {
    std::vector<Reader> all;
    for (const std::string body : {"dsepdr", "amcm", "ndrc", "pboc", "forum"}) all.push_back({body, sight(body)});
    all.push_back({"macao", {.body = {}, .side = Side::macao}});
    all.push_back({"everyone", the_public()});
    all.push_back({"auditor", {.body = {}, .side = {}, .auditor = true}});
    return all;
}

// What was said, by a word that stands nowhere else, and to whom it was said.
enum class To : std::uint8_t { own_side, both_sides };
struct Said {
    To to{};
    Side side{};
};
// Written apart from access::sees.
bool may_read(const access::Sight& reader, const Said& said) {
    if (reader.auditor) return true;
    if (!reader.side || *reader.side == Side::other) return false;
    return said.to == To::both_sides || *reader.side == said.side;
}

// Two secretariats at work on two lists and a year's closing, at random.
struct Work {
    Desk desk;
    std::map<std::string, Said> said;

    explicit Work(std::uint64_t seed) {
        std::mt19937_64 chance(seed);
        std::uint64_t words = seed * 1'000;
        const auto word = [&](To to, const Grant& by) {
            std::string letters = "Z";
            std::uint64_t number = ++words;
            for (int i = 0; i < 5; ++i, number /= 20) letters += static_cast<char>('a' + number % 20);
            letters += "z";
            said[letters] = {to, by.side};
            return letters;
        };
        desk.done(macao(), opening());
        std::vector<std::string> lines{"title", "area1", "area2"};
        for (int n = 0; n < 90; ++n) {
            const Grant by = chance() % 2 == 0 ? macao() : mainland();
            const std::string line = lines[chance() % lines.size()];
            const Language language = chance() % 2 == 0 ? Language::zh_hans : Language::pt;
            const std::uint16_t measure = static_cast<std::uint16_t>(1 + chance() % 4);
            const std::uint16_t number = static_cast<std::uint16_t>(1 + chance() % 2);
            switch (chance() % 8) {
                case 0: {
                    AddLine command = line_in(static_cast<std::uint16_t>(1 + chance() % 2));
                    command.note = word(To::both_sides, by);
                    desk.done(by, command);
                    lines.push_back("line" + std::to_string(lines.size() - 2));
                    break;
                }
                case 1:
                case 2: desk.done(by, DraftWording{list_2021(), LineId(line), language, word(To::own_side, by), word(To::own_side, by)}); break;
                case 3: {
                    ProposeWording command = wording(line, word(To::both_sides, by), language);
                    command.comment = word(To::both_sides, by);
                    desk.done(by, command);
                    break;
                }
                case 4: {
                    if (line.starts_with("line") && !desk.state.lists.at(list_2021()).line(LineId(line))->withdrawal) {
                        desk.done(by, WithdrawLine{list_2021(), LineId(line), word(To::both_sides, by)});
                    }
                    break;
                }
                case 5:
                case 6: {
                    CloseDuty command = closing(measure, number, DutyOutcome::dropped);
                    command.reason = word(To::both_sides, by);
                    const auto known = desk.state.closings.find(duty(measure, number));
                    if (known == desk.state.closings.end() || !known->second.confirmed) desk.done(by, command);
                    break;
                }
                default: {
                    const auto known = desk.state.closings.find(duty(measure, number));
                    if (known == desk.state.closings.end() || known->second.confirmed || known->second.proposal.event.side == by.side) break;
                    if (chance() % 2 == 0) {
                        desk.done(by, QuestionClosing{plan_2020(), measure, number, known->second.proposal.sequence, word(To::both_sides, by)});
                    } else {
                        desk.done(by, confirmation(measure, number, known->second.proposal.sequence));
                    }
                }
            }
        }
    }
};

std::vector<Query> every_question() {
    return {ListsQuery{},
            ListQuery{list_2021()},
            ComparisonQuery{list_2021(), Language::zh_hans, {}},
            ComparisonQuery{list_2021(), Language::pt, {}},
            ClosingQuery{plan_2020(), {}},
            ProposalQuery{list_2021(), {}},
            MatchesQuery{plan_2020(), PlanId("2021")},
            LineageQuery{plan_2020(), 1, 1},
            FramesQuery{}};
}

std::string told_to(const Desk& desk, const access::Sight& reader) {
    std::string told;
    for (const Query& question : every_question()) {
        told += ponte::text_of(std::visit([&](const auto& one) { return to_bytes(answer(desk.looking(reader), one)); }, question));
    }
    return told;
}

// Every query as every reader: no word of a draft of the other side, and nothing at all to the public.
TEST(Queries, TellNoReaderOfWhatHeMayNotSee) {
    std::set<std::size_t> kinds;
    for (const Query& question : every_question()) kinds.insert(question.index());
    EXPECT_EQ(kinds.size(), std::variant_size_v<Query>) << "a query is not asked here";
    std::size_t drafts_shown = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Work work(seed);
        for (const Reader& reader : readers()) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", reader " + reader.name);
            const std::string told = told_to(work.desk, reader.sight);
            for (const auto& [word, said] : work.said) {
                const bool found = told.find(word) != std::string::npos;
                if (!may_read(reader.sight, said)) {
                    EXPECT_FALSE(found) << word;
                }
                if (found && said.to == To::own_side) ++drafts_shown;
            }
        }
    }
    EXPECT_GT(drafts_shown, 50U) << "drafts are shown to nobody, so nothing was tried";
}

// A list looks to the other side as if the drafts had never been written.
TEST(Seen, GivesNoTraceOfAForeignDraft) {
    Desk with = desk_with_an_agreed_list();
    Desk without = with;
    with.done(macao(), DraftWording{list_2021(), LineId("line1"), Language::pt, "Segredo", "secret"});
    with.done(macao(), DraftWording{list_2021(), LineId("line1"), Language::en, "Secret", {}});
    without.position = with.position;
    EXPECT_EQ(told_to(with, sight("ndrc")), told_to(without, sight("ndrc")));
    EXPECT_EQ(told_to(with, the_public()), told_to(without, the_public()));
    EXPECT_NE(told_to(with, sight("dsepdr")), told_to(without, sight("dsepdr")));
}

TEST(Seen, GivesThePublicFramesAndLinksAndNoList) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), RegisterFrame{.frame = FrameId("f"), .kind = FrameKind::other, .titles = named("F"), .on = day("2018-12-06"), .source = "s", .items = {}});
    desk.done(macao(), Link{.duty = duty(1, 1), .item = {}, .origin = from(FrameRef{FrameId("f"), ""}), .source = "s"});
    for (const access::Sight& reader : {the_public(), sight("forum")}) {
        const Seen seen(known_of(desk.state), reader);
        EXPECT_TRUE(seen.lists().empty());
        EXPECT_FALSE(seen.list(list_2021()));
        EXPECT_TRUE(seen.texts().empty());
        EXPECT_TRUE(seen.origins_of({list_2021(), LineId("line1")}).empty());
        EXPECT_EQ(seen.frames().size(), 1U);
        EXPECT_EQ(seen.descents().size(), 1U);
    }
    const auto texts = Seen(known_of(desk.state), sight("amcm")).texts();
    ASSERT_EQ(texts.size(), 5U);
    EXPECT_EQ(texts[2].ref, "list/2021/line1");
    EXPECT_EQ(state_in(texts[2], Language::pt), TextState::official);
    EXPECT_EQ(state_in(texts[2], Language::en), TextState::missing);
    desk.done(macao(), wording("line1", "另一种说法。"));
    desk.done(mainland(), agreement("line1", "另一种说法。"));
    EXPECT_EQ(state_in(Seen(known_of(desk.state), sight("amcm")).texts()[2], Language::pt), TextState::stale);
}

TEST(ClosingQuery, ShowsEvidenceStatesAndWhoSaidWhat) {
    Desk desk = desk_with_an_agreed_list();
    const ItemId paper = desk.action(1, 1, "amcm", Stage::released, "opened");
    desk.action(1, 2, "pboc", Stage::internal, "hidden");
    CloseDuty done = closing(1, 1, DutyOutcome::done);
    done.evidence = {shown_by(paper)};
    desk.done(macao(), done);
    const ClosingAnswer all = answer(desk.looking(sight("ndrc")), ClosingQuery{plan_2020(), {}});
    ASSERT_EQ(all.duties.size(), 8U);
    EXPECT_EQ(all.without_outcome, 8U);
    EXPECT_EQ(all.duties[0].state, "proposed");
    EXPECT_EQ(all.duties[0].outcome, "done");
    ASSERT_EQ(all.duties[0].known.size(), 1U);
    EXPECT_EQ(all.duties[0].known[0].says, "opened");
    EXPECT_TRUE(all.duties[1].known.empty()) << "internal to a body";
    desk.withdraw(paper);
    const ClosingAnswer later = answer(desk.looking(sight("ndrc")), ClosingQuery{plan_2020(), {}});
    EXPECT_EQ(later.duties[0].evidence_fallen, (std::vector<std::string>{paper.value}));
    const ClosingAnswer to_public = answer(desk.looking(the_public()), ClosingQuery{plan_2020(), {}});
    EXPECT_EQ(to_public.duties[0].state, "none");
}

TEST(ProposalQuery, NamesWhatIsUnfinishedAndWhereItStandsAlready) {
    Desk desk = desk_with_an_agreed_list();
    desk.action(2, 1, "amcm", Stage::released);
    desk.done(macao(), closing(3, 1, DutyOutcome::dropped));
    desk.done(mainland(), confirmation(3, 1, desk.last()));
    CloseDuty carried = closing(1, 1, DutyOutcome::carried_over);
    carried.target = to_line("line1");
    desk.done(macao(), carried);
    const ProposalAnswer all = answer(desk.looking(sight("ndrc")), ProposalQuery{list_2021(), {}});
    ASSERT_EQ(all.rows.size(), 7U) << "what was dropped by both is done with";
    EXPECT_EQ(all.rows[0].why, (std::vector<std::string>{"carried_over", "not_confirmed", "no_evidence"}));
    EXPECT_EQ(all.rows[0].lines, (std::vector<LineId>{LineId("line1")}));
    EXPECT_EQ(all.rows[2].why, (std::vector<std::string>{"no_outcome"}));
    EXPECT_EQ(all.rows[6].lines, (std::vector<LineId>{LineId("line2")})) << "from the measure as a whole";
    EXPECT_TRUE(answer(desk.looking(the_public()), ProposalQuery{list_2021(), {}}).rows.empty());

    desk.decision("5-1", true);
    Origin decision;
    decision.decision = "5-1";
    desk.done(macao(), line_in(1, {decision}));
    const ProposalAnswer later = answer(desk.looking(sight("ndrc")), ProposalQuery{list_2021(), {}});
    ASSERT_EQ(later.rows.size(), 8U);
    EXPECT_EQ(later.rows[7].text, "Decided 5-1");
    EXPECT_EQ(later.rows[7].lines, (std::vector<LineId>{LineId("line3")}));
}

TEST(ComparisonQuery, SetsTheListBesideTheYearBefore) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), line_in(1));
    worded(desk, "line3", "新的一项。");
    const ComparisonAnswer all = answer(desk.looking(sight("amcm")), ComparisonQuery{list_2021(), Language::zh_hans, {}});
    std::string shown;
    for (const ComparedRow& row : all.rows) shown += row.kind + " " + row.change + " " + row.mark_before + ">" + row.mark + "; ";
    EXPECT_EQ(shown, "title same >; area same 一、>一、; measure same 1.>1.; measure added >2.; measure removed 2.>2.; "
                     "area same 二、>二、; measure removed 3.>3.; measure same 4.>3.; ");
    EXPECT_EQ(all.text, "2021年重点工作\n一、金融\n1.继续做第一项。\n2.新的一项。\n二、机制\n3.今年至少开会一次。\n");
    EXPECT_EQ(all.digest, sha256(all.text));
    EXPECT_EQ(all.not_agreed, 0U);
    // No Portuguese text of the year before: nothing is marked as if it were new.
    const ComparisonAnswer portuguese = answer(desk.looking(sight("amcm")), ComparisonQuery{list_2021(), Language::pt, {}});
    EXPECT_EQ(portuguese.not_compared, 5U);
    EXPECT_EQ(portuguese.not_agreed, 1U);
    for (const ComparedRow& row : portuguese.rows) EXPECT_TRUE(row.change == "same" || row.line == LineId("line3")) << row.text;
}

}  // namespace
}  // namespace ponte::planning
