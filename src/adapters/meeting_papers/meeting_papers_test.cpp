#include "adapters/docx/docx.h"
#include "adapters/html/html.h"
#include "adapters/meeting_papers/hand.h"
#include "adapters/paper/problems.h"
#include "adapters/pdf/pdf.h"

#include <gtest/gtest.h>
#include <set>

namespace ponte::meeting_papers {
namespace {

using meetings::DecisionState;
using meetings::SessionShown;

constexpr std::string_view table = "words/meetings.csv";

Date day(std::string_view text) { return *Date::from_text(text); }
Instant instant(std::string_view text) { return *Instant::from_text(text); }
meetings::TimeOfDay at(std::string_view text) { return *meetings::TimeOfDay::from_text(text); }
Names both(std::string zh, std::string pt) { return {.zh_hant = std::move(zh), .pt = std::move(pt)}; }

Occasion occasion() {
    return {.origin = "example.org/conference",
            .position = 4'711,
            .root = sha256("root"),
            .time = instant("2021-12-28T10:00:00Z"),
            .demonstration = true,
            .body_names = {{"dsepdr", both("政策研究和區域發展局", "Direcção dos Serviços de Estudo de Políticas e Desenvolvimento Regional")},
                           {"ndrc", {.zh_hant = "國家發展和改革委員會", .zh_hans = "国家发展和改革委员会", .en = "National Development and Reform Commission"}},
                           {"amcm", both("澳門金融管理局", "Autoridade Monetária de Macau")}},
            .names = {{"person-1", "A name from the vault"}},
            .release = "0"};
}

SessionShown session() {
    SessionShown one{.session = 3,
                     .state = meetings::SessionState::called,
                     .on = day("2021-12-28"),
                     .from = at("15:00"),
                     .to = at("17:30"),
                     .place = both("澳門", "Macau"),
                     .form = meetings::Form::mixed,
                     .revision = 1,
                     .languages = {Language::zh_hant, Language::zh_hans, Language::pt, Language::en},
                     .chairs = {BodyId("ndrc"), BodyId("dsepdr")},
                     .minutes_by = BodyId("dsepdr"),
                     .reasons = {"The first date fell on a holiday"},
                     .invited = {{.body = BodyId("amcm"), .capacity = meetings::Capacity::member, .note = "Clearing"},
                                 {.body = BodyId("forum"), .capacity = meetings::Capacity::observer, .note = ""}},
                     .attendance = {{.person = PersonId("person-1"), .body = BodyId("dsepdr"), .side = directory::Side::macao, .office = "Directora"},
                                    {.person = PersonId("person-2"), .body = BodyId("ndrc"), .side = directory::Side::mainland, .office = "司长", .attends = meetings::Attends::delegate, .on_behalf = "副主任"},
                                    {.person = PersonId("person-3"), .body = BodyId("forum"), .side = directory::Side::other, .office = "Secretary-general"}},
                     .bodies_present = 3,
                     .agenda_fixed = true,
                     .called_at = instant("2021-12-01T01:00:00Z"),
                     .entry = 4'000};
    one.attendance.front().attends = meetings::Attends::principal;
    one.attendance.back().attends = meetings::Attends::principal;
    std::uint16_t number = 0;
    for_each_enumerator<meetings::AgendaKind>([&](std::string_view, meetings::AgendaKind kind) {
        meetings::AgendaItemShown item{.item = ++number, .kind = kind, .reference = "2-1", .titles = both("議題", "Assunto em apreço"), .body = BodyId("amcm"), .entry = 4'001};
        if (kind == meetings::AgendaKind::opening) item.titles = {};
        one.agenda.push_back(std::move(item));
    });
    one.agenda.back().reason = "It came up yesterday";
    one.agenda[1].papers = {{.paper = sha256("paper"), .titles = both("報告", "Relatório"), .media_type = "application/pdf", .length = 9, .language = Language::pt}};
    return one;
}

meetings::MinutesShown minutes() {
    meetings::MinutesShown one{.session = 3,
                               .version = 2,
                               .state = meetings::MinutesState::circulated,
                               .digest = sha256("digest"),
                               .side = directory::Side::macao,
                               .languages = {Language::zh_hant, Language::pt},
                               .lines = {{.line = 1, .texts = both("雙方主持人致辭。", "Usaram da palavra os dois presidentes.")},
                                         {.line = 2, .item = 2, .texts = both("聽取匯報。", "Ouviram-se os relatórios."), .stale = {Language::pt, Language::zh_hant, Language::zh_hans, Language::en}, .corrected_by = 1},
                                         {.line = 3, .item = 4, .texts = {.zh_hant = "決定跟進。", .zh_hans = "决定跟进。", .pt = "Decidiu-se dar seguimento.", .en = "To be followed up."},
                                          .decision = meetings::DecisionTerms{.decision = meetings::DecisionId("3-1"), .owner = BodyId("amcm"), .cooperating = {BodyId("ndrc")}, .due = day("2022-06-30"), .supersedes = {meetings::DecisionId("2-1")}}}},
                               .comments = {{.comment = meetings::CommentId("com-1"), .version = 1, .line = 2, .texts = {.en = "Not so"}, .body = BodyId("ndrc"), .released = true, .answer = {.en = "Mended"}},
                                            {.comment = meetings::CommentId("com-2"), .version = 2, .line = 0, .texts = {.en = "Between us"}, .body = BodyId("amcm")}},
                               .approvals = {{.side = directory::Side::macao, .body = BodyId("dsepdr"), .asserted = true, .at = instant("2021-12-30T01:00:00Z"), .entry = 4'700}}};
    return one;
}

meetings::MinutesShown sealed_minutes() {
    meetings::MinutesShown one = minutes();
    one.state = meetings::MinutesState::sealed;
    one.approvals.push_back({.side = directory::Side::mainland, .body = BodyId("ndrc"), .at = instant("2021-12-31T01:00:00Z"), .entry = 4'702});
    one.seal = meetings::SealShown{.size = 4'703, .root = sha256("root"), .at = instant("2022-01-05T01:00:00Z"), .entry = 4'710};
    return one;
}

meetings::DecisionsAnswer decisions() {
    meetings::DecisionsAnswer answer;
    std::uint16_t number = 0;
    for_each_enumerator<DecisionState>([&](std::string_view, DecisionState state) {
        answer.decisions.push_back({.decision = meetings::DecisionId("3-" + std::to_string(++number)),
                                    .session = 3,
                                    .texts = both("決定跟進。", "Decidiu-se dar seguimento."),
                                    .state = state,
                                    .owner = BodyId("amcm"),
                                    .cooperating = {BodyId("ndrc")},
                                    .due = state == DecisionState::lapsed ? std::optional<Date>() : day("2022-06-30"),
                                    .overdue = state == DecisionState::active,
                                    .supersedes = {meetings::DecisionId("2-1")},
                                    .superseded_by = meetings::DecisionId("4-1"),
                                    .carried_out_on = day("2022-05-01"),
                                    .entry = 4'705});
    });
    return answer;
}

// Every paper in every state that a reader can meet, so that every word is said.
std::vector<paper::Paper> all_papers(dossier::Words& words, dossier::Words& beside) {
    const Occasion where = occasion();
    std::vector<paper::Paper> all;
    SessionShown cancelled = session();
    cancelled.state = meetings::SessionState::cancelled;
    SessionShown bare = session();
    bare.agenda.clear();
    bare.attendance.clear();
    for (const std::string body : {"amcm", "ndrc", "forum"}) all.push_back(invitation_with(words, session(), BodyId(body), where));
    all.push_back(invitation_with(words, cancelled, BodyId("amcm"), where));
    for (const meetings::Form form : {meetings::Form::in_person, meetings::Form::video}) {
        SessionShown other = session();
        other.form = form;
        all.push_back(agenda_with(words, other, where));
    }
    all.push_back(agenda_with(words, bare, where));
    all.push_back(attendance_with(words, session(), where));
    all.push_back(attendance_with(words, bare, where));
    for_each_enumerator<meetings::MinutesState>([&](std::string_view, meetings::MinutesState state) {
        meetings::MinutesShown one = state >= meetings::MinutesState::sealed ? sealed_minutes() : minutes();
        one.state = state;
        if (state == meetings::MinutesState::draft) one.lines.push_back({.line = 4, .texts = {}});
        all.push_back(minutes_with(words, beside, session(), one, where));
    });
    meetings::MinutesShown correction = sealed_minutes();
    correction.correction = 1;
    correction.corrects = meetings::CorrectsShown{.digest = sha256("digest"), .sealed_at = 4'710, .reason = "A slip of the pen", .entry = 4'720};
    all.push_back(minutes_with(words, beside, session(), correction, where));
    all.push_back(decisions_with(words, session(), decisions(), where));
    all.push_back(decisions_with(words, session(), {}, where));
    return all;
}

TEST(MeetingPapers, SayEveryWordOfTheTableInEveryLanguageAndMissNone) {
    for (const Language language : languages) {
        dossier::Words words(language, table);
        dossier::Words beside(language == Language::pt ? Language::zh_hant : Language::pt, table);
        const auto all = all_papers(words, beside);
        EXPECT_TRUE(ics::render(calendar_with(words, session(), {}, occasion())));
        for (unsigned month = 1; month <= 12; ++month) static_cast<void>(words.say("month." + std::to_string(month)));
        EXPECT_EQ(words.missing(), std::vector<std::string>()) << tag(language);
        // The sample's lines are in two languages: what is said beside a line is said in these.
        auto unused = words.unused();
        const bool has_lines = language == Language::zh_hant || language == Language::pt;
        if (!has_lines) std::erase_if(unused, [](const std::string& key) { return key == "minutes.corrected" || key == "minutes.stale"; });
        EXPECT_EQ(unused, std::vector<std::string>()) << tag(language);
        EXPECT_EQ(beside.missing(), std::vector<std::string>());
        for (const paper::Paper& paper : all) EXPECT_EQ(paper::problems(paper), std::vector<std::string>()) << tag(language) << " " << paper.title;
    }
}

TEST(MeetingPapers, BecomeFilesOfEveryKindWithTheSameBytesEachTime) {
    for (const Language language : languages) {
        dossier::Words words(language, table);
        dossier::Words beside(language == Language::pt ? Language::zh_hant : Language::pt, table);
        for (const paper::Paper& paper : all_papers(words, beside)) {
            EXPECT_EQ(html::render(paper), html::render(paper));
            const auto docx = docx::render(paper);
            ASSERT_TRUE(docx) << docx.error().what;
            EXPECT_EQ(*docx, *docx::render(paper));
        }
    }
    EXPECT_TRUE(pdf::render(minutes_of(session(), sealed_minutes(), Language::zh_hant, Language::pt, occasion())));
}

TEST(Minutes, StandInBothLanguagesSideBySideEachMarkedAsItsOwn) {
    const paper::Paper paper = minutes_of(session(), minutes(), Language::zh_hant, Language::pt, occasion());
    EXPECT_EQ(paper.title, "會議紀要 / Acta");
    std::size_t seen = 0;
    for (const paper::Block& block : paper.blocks) {
        const auto* one = std::get_if<paper::Table>(&block);
        if (one == nullptr || one->heads.size() != 3) continue;
        for (const auto& row : one->rows) {
            EXPECT_EQ(row[1].line.back().language, "");
            EXPECT_EQ(row[2].line.back().language, "pt-PT");
            ++seen;
        }
    }
    EXPECT_EQ(seen, 3U);
    const std::string page = html::render(paper);
    EXPECT_NE(page.find("Ouviram-se os relatórios."), std::string::npos);
    EXPECT_NE(page.find("決定 3-1"), std::string::npos);
    EXPECT_NE(page.find("Deliberação 3-1"), std::string::npos);
}

TEST(Minutes, SayWhatIsMissingWhatIsStaleAndThatNothingBindsYet) {
    meetings::MinutesShown draft = minutes();
    draft.lines.front().texts.pt = "";
    const std::string page = html::render(minutes_of(session(), draft, Language::zh_hant, Language::pt, occasion()));
    EXPECT_NE(page.find("(falta o texto nesta língua)"), std::string::npos);
    EXPECT_NE(page.find("此文本尚未更新或確認"), std::string::npos);
    EXPECT_NE(page.find("尚未封存"), std::string::npos);
    EXPECT_NE(page.find("尚未核准"), std::string::npos);
    const std::string sealed = html::render(minutes_of(session(), sealed_minutes(), Language::zh_hant, Language::pt, occasion()));
    EXPECT_NE(sealed.find(sha256("root").to_text()), std::string::npos);
    EXPECT_EQ(sealed.find("尚未核准"), std::string::npos);
    EXPECT_EQ(sealed.find("Between us"), std::string::npos);
}

TEST(Attendance, TellsANameOnlyWhereTheVaultRevealsIt) {
    const std::string page = html::render(attendance_of(session(), Language::en, occasion()));
    EXPECT_NE(page.find("A name from the vault"), std::string::npos);
    EXPECT_NE(page.find("(name sealed or erased)"), std::string::npos);
    EXPECT_NE(page.find("delegate of: 副主任"), std::string::npos);
}

TEST(Calendar, InvitesMovesAndCancelsUnderOneUidAndARisingSequence) {
    const Invited invited{.organizer = ics::Person{.name = "", .address = "office@example.org"}, .people = {{.name = "", .address = "amcm@example.org"}}};
    const ics::Feed request = calendar_of(session(), invited, Language::pt, occasion());
    EXPECT_EQ(request.method, ics::Method::request);
    const auto text = ics::render(request);
    ASSERT_TRUE(text) << text.error().kind.code;
    EXPECT_NE(text->find("DTSTART:20211228T070000Z"), std::string::npos) << *text;
    EXPECT_NE(text->find("SEQUENCE:1"), std::string::npos);
    SessionShown cancelled = session();
    cancelled.state = meetings::SessionState::cancelled;
    cancelled.revision = 2;
    const ics::Feed cancel = calendar_of(cancelled, invited, Language::pt, occasion());
    EXPECT_EQ(cancel.method, ics::Method::cancel);
    EXPECT_EQ(cancel.events.front().uid, request.events.front().uid);
    EXPECT_GT(cancel.events.front().sequence, request.events.front().sequence);
    EXPECT_TRUE(ics::render(cancel));
    EXPECT_EQ(calendar_of(session(), {}, Language::pt, occasion()).method, ics::Method::none);
}

}  // namespace
}  // namespace ponte::meeting_papers
