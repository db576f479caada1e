// Letters and layouts as a secretariat has them from the command line: an address that stays sealed, a digest by
// mail to a server of the test's own, nothing of an unreleased item in it; a dossier in a layout of one's own.
#include "adapters/docx_read/docx_read.h"
#include "adapters/outbox/fake_server.h"
#include "base/bytes.h"
#include "cli_run.h"

#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <set>

namespace ponte::run {
namespace {

namespace fs = std::filesystem;

class Post : public testing::Test {
protected:
    static void SetUpTestSuite() {
        origin_ = std::make_unique<Folder>();
        const Ran made = command({"/bin/sh", "tests/golden/journal-0.1.sh", program(), origin_->at("j")}, origin_->path());
        ASSERT_EQ(made.exit, 0) << made.err;
    }
    static void TearDownTestSuite() { origin_.reset(); }
    void SetUp() override { fs::copy(origin_->path() / "j", folder_.path() / "j", fs::copy_options::recursive); }

    Ran done(std::vector<std::string> words) const {
        Ran ran = ponte_(words);
        EXPECT_EQ(ran.exit, 0) << words.front() << " " << ran.out << ran.err;
        return ran;
    }
    // Where the words stand in any file of the journal's folder.
    [[nodiscard]] std::string file_with(const std::string& text) const {
        for (const auto& entry : fs::recursive_directory_iterator(folder_.path() / "j")) {
            if (entry.is_regular_file() && read_text(entry.path()).find(text) != std::string::npos) return entry.path().filename().string();
        }
        return "";
    }
    void settings(std::uint16_t port, const std::string& host = "127.0.0.1", const std::string& security = "none") const {
        write_text(folder_.path() / "j" / "outbox.json", "{\"enabled\":true,\"host\":\"" + host + "\",\"port\":" + std::to_string(port) + ",\"security\":\"" +
                                                             security + "\",\"sender\":\"ponte@example.org\",\"digest_hour\":0}");
    }
    void address_set() const {
        done({"ask", "access.set_address", "person=adm.one", "address=first@example.org", "language=en", "--as", "adm.one"});
    }

    Folder folder_;
    Ponte ponte_{.folder = folder_.path(), .journal = folder_.at("j"), .clock = ""};

private:
    static std::unique_ptr<Folder> origin_;
};

std::unique_ptr<Folder> Post::origin_;

std::string text_of_mail(const std::string& mail) {
    std::string body = mail.substr(mail.find("\r\n\r\n") + 4);
    std::erase_if(body, [](char c) { return c == '\r' || c == '\n'; });
    const auto bytes = from_base64(body);
    return bytes ? std::string(text_of(*bytes)) : std::string("(not base64)");
}

TEST_F(Post, IsOffUntilItIsSwitchedOn) {
    EXPECT_EQ(ponte_({"outbox", "send", "--json"}).refusal(), "outbox.not_enabled");
    EXPECT_NE(done({"outbox", "status"}).out.find("sending is off (no outbox.json)"), std::string::npos);
    EXPECT_EQ(ponte_({"outbox", "dance", "--json"}).refusal(), "cli.usage");
    EXPECT_EQ(ponte_({"outbox", "show", "--json"}).refusal(), "access.not_allowed");
    EXPECT_EQ(ponte_({"outbox", "show", "nothing", "--as", "adm.one", "--json"}).refusal(), "outbox.letter_unknown");
    settings(25, "mail.example.org", "none");
    EXPECT_EQ(ponte_({"outbox", "send", "--json"}).refusal(), "outbox.open_line_abroad");
}

TEST_F(Post, KeepsAnAddressOutOfEveryFile) {
    address_set();
    EXPECT_EQ(file_with("first@example.org"), "");
    EXPECT_EQ(ponte_({"ask", "access.set_address", "person=adm.one", "address=no address", "--as", "adm.one", "--json"}).refusal(), "access.address_malformed");
    EXPECT_EQ(ponte_({"ask", "access.set_address", "person=adm.one", "address=x@example.org", "--as", "nobody", "--json"}).refusal(), "access.not_allowed");
}

TEST_F(Post, MailsWhatWaitsOnceWithoutSayingWhatItIs) {
    outbox::FakeServer server;
    settings(server.port());
    done({"ask", "access.set_address", "person=amcm.head", "address=head@example.org", "language=en", "--as", "adm.one"});
    done({"ask", "conference.record_observation", "indicator=m4.cleared", "as_published=98765.4 billion", "period=2021-01-01/2021-12-31",
          "source=https://example.org/secret", "--as", "amcm.officer"});
    done({"outbox", "queue"});
    EXPECT_NE(done({"outbox", "queue"}).out.find("0 new"), std::string::npos);
    EXPECT_NE(done({"outbox", "send"}).out.find("1 sent"), std::string::npos);
    EXPECT_NE(done({"outbox", "send"}).out.find("0 sent"), std::string::npos);
    ASSERT_EQ(server.received().size(), 1U);
    EXPECT_EQ(server.received()[0].recipient, "head@example.org");
    const std::string text = text_of_mail(server.received()[0].body);
    EXPECT_NE(text.find("To be signed off: 3 (entries "), std::string::npos) << text;
    const std::string kept = read_text(folder_.path() / "j" / "outbox.sqlite");
    for (const char* const secret : {"98765", "98,765", "secret", "m4.cleared", "obs-"}) {
        EXPECT_EQ(text.find(secret), std::string::npos) << secret << " in " << text;
        EXPECT_EQ(kept.find(secret), std::string::npos) << secret << " in the outbox";
    }
    const Ran shown = done({"outbox", "show", "--as", "adm.one", "--json"});
    EXPECT_NE(shown.out.find("\"standing\":\"sent\""), std::string::npos);
    EXPECT_EQ(shown.out.find("head@example.org"), std::string::npos);
}

// The calendar's file inside a mail, unfolded.
std::string calendar_of_mail(const std::string& mail) {
    const std::size_t part = mail.find("\r\n\r\n", mail.find("Content-Type: text/calendar")) + 4;
    std::string encoded = mail.substr(part, mail.find("\r\n--", part) - part);
    std::erase_if(encoded, [](char c) { return c == '\r' || c == '\n'; });
    const auto bytes = from_base64(encoded);
    std::string text = bytes ? std::string(text_of(*bytes)) : std::string("(not base64)");
    for (std::size_t fold = text.find("\r\n "); fold != std::string::npos; fold = text.find("\r\n ")) text.erase(fold, 3);
    return text;
}

TEST_F(Post, CallsMovesAndCancelsASessionByOneLetterAPerson) {
    outbox::FakeServer server;
    settings(server.port());
    for (const char* const person : {"coord", "ndrc.desk", "amcm.head", "amcm.officer", "dsaj.verifier"}) {
        done({"ask", "access.set_address", std::string("person=") + person, std::string("address=") + person + "@example.org", "language=en", "--as", "adm.one"});
    }
    const auto queued = [&] { return std::string(done({"outbox", "queue", "--json"}).json().at("invitations").as_string()); };
    EXPECT_EQ(queued(), "0");
    done({"ask", "meetings.call_session", "session=4", "on=2022-05-10", "from=15:00", "to=17:30", "form=video", "place.en=By video link", R"(languages=["zh_hant","pt"])",
          R"(chairs=["office_macao","office_mainland"])", "--as", "coord"});
    done({"ask", "meetings.invite_body", "session=4", "body=amcm", "capacity=member", "--as", "coord"});
    // The authority sends a delegate: he is written to, and not its head.
    done({"ask", "meetings.record_attendance", "session=4", "person=amcm.officer", "body=amcm", "office=Director", "attends=delegate", "on_behalf=Chairman", "display=Somebody", "--as", "coord"});
    EXPECT_EQ(queued(), "3");
    EXPECT_EQ(queued(), "0");
    // Digests of other things go out too; here the invitations count.
    const auto called = [&] {
        auto mails = server.received();
        std::erase_if(mails, [](const auto& mail) { return mail.body.find("Content-Type: text/calendar") == std::string::npos; });
        return mails;
    };
    done({"outbox", "send"});
    ASSERT_EQ(called().size(), 3U);
    std::vector<std::string> recipients;
    for (const auto& mail : called()) {
        recipients.push_back(mail.recipient);
        const std::string calendar = calendar_of_mail(mail.body);
        EXPECT_NE(calendar.find("METHOD:REQUEST\r\n"), std::string::npos) << calendar;
        EXPECT_NE(calendar.find("DTSTART:20220510T070000Z\r\n"), std::string::npos) << calendar;
        EXPECT_NE(calendar.find("mailto:" + mail.recipient + "\r\n"), std::string::npos) << calendar;
        EXPECT_NE(calendar.find("mailto:ponte@example.org\r\n"), std::string::npos) << calendar;
        EXPECT_EQ(calendar.find("outbox.invalid"), std::string::npos) << calendar;
    }
    std::ranges::sort(recipients);
    EXPECT_EQ(recipients, (std::vector<std::string>{"amcm.officer@example.org", "coord@example.org", "ndrc.desk@example.org"}));
    done({"ask", "meetings.move_session", "session=4", "on=2022-05-11", "reason=A holiday", "--as", "coord"});
    done({"ask", "meetings.invite_body", "session=4", "body=dsaj", "capacity=member", "--as", "coord"});
    EXPECT_EQ(queued(), "3");
    EXPECT_EQ(queued(), "0");
    done({"ask", "access.grant_role", "person=dsaj.verifier", "desk=conference", "role=head", "--as", "adm.one"});
    EXPECT_EQ(queued(), "1");  // Called only now: to him it is an invitation, and no change.
    done({"outbox", "send"});
    ASSERT_EQ(called().size(), 7U);
    EXPECT_NE(calendar_of_mail(called()[3].body).find("DTSTART:20220511T070000Z\r\n"), std::string::npos);
    EXPECT_NE(done({"outbox", "show", "--as", "adm.one"}).out.find(" 1 invited dsaj.verifier"), std::string::npos);
    done({"ask", "meetings.invite_body", "session=4", "body=ndrc", "capacity=member", "--as", "ndrc.desk"});
    done({"ask", "meetings.cancel_session", "session=4", "reason=Postponed", "--as", "coord"});
    EXPECT_EQ(queued(), "4");
    EXPECT_EQ(queued(), "0");
    done({"outbox", "send"});
    ASSERT_EQ(called().size(), 11U);
    EXPECT_NE(calendar_of_mail(called().back().body).find("METHOD:CANCEL\r\n"), std::string::npos);
    EXPECT_EQ(read_text(folder_.path() / "j" / "outbox.sqlite").find("@example.org"), read_text(folder_.path() / "j" / "outbox.sqlite").find("@example.org/"));
}

// Killed anywhere in `outbox queue`, the next one writes what is missing and nothing twice.
TEST_F(Post, WritesEachInvitationOnceThoughItIsKilled) {
    for (const char* const person : {"coord", "ndrc.desk", "amcm.head"}) {
        done({"ask", "access.set_address", std::string("person=") + person, std::string("address=") + person + "@example.org", "--as", "adm.one"});
    }
    done({"ask", "meetings.call_session", "session=4", "on=2022-05-10", "from=15:00", "to=17:30", "form=video", "place.en=By video link", R"(languages=["zh_hant","pt"])",
          R"(chairs=["office_macao","office_mainland"])", "--as", "coord"});
    done({"ask", "meetings.invite_body", "session=4", "body=amcm", "capacity=member", "--as", "coord"});
    for (int wait_us = 0; wait_us < 400'000; wait_us += 40'000) {
        Child child(ponte_.words({"outbox", "queue"}), folder_.path());
        ::usleep(static_cast<useconds_t>(wait_us));
        child.kill(SIGKILL);
        static_cast<void>(child.wait());
    }
    done({"outbox", "queue"});
    const auto shown = done({"outbox", "show", "--as", "adm.one", "--json"}).json();
    std::multiset<std::string> invited;
    for (const auto& letter : shown.at("letters").as_array()) {
        if (!letter.at("attachment").as_string().empty()) invited.insert(std::string(letter.at("person").as_string()));
    }
    EXPECT_EQ(invited, (std::multiset<std::string>{"amcm.head", "coord", "ndrc.desk"}));
}

TEST_F(Post, TellsEachOfWhatWaitsForHimAndOfNothingElse) {
    outbox::FakeServer server;
    settings(server.port());
    for (const char* const person : {"coord", "ndrc.desk", "amcm.head", "amcm.officer"}) {
        done({"ask", "access.set_address", std::string("person=") + person, std::string("address=") + person + "@example.org", "language=en", "--as", "adm.one"});
    }
    const auto field = [](const Ran& ran, const std::string& name) {
        const std::size_t at = ran.out.find("\"" + name + "\":\"") + name.size() + 4;
        return ran.out.substr(at, ran.out.find('"', at) - at);
    };
    // A problem that only its body knows, and one that was released and escalated.
    const auto raise = [&](const std::string& title) {
        return field(done({"ask", "meetings.raise_problem", "titles.en=" + title, "texts.en=" + title, "severity=high", R"(duties=[{"plan":"2020","measure":4,"duty":1}])", "settling=amcm",
                           "due=2022-03-04", "--as", "amcm.officer"}), "problem");
    };
    static_cast<void>(raise("MarkerInternal"));
    const std::string open = raise("MarkerReleased");
    done({"ask", "meetings.sign_off_problem", "problem=" + open, "--as", "amcm.head"});
    done({"ask", "meetings.move_problem", "problem=" + open, "stage=released", "--as", "coord"});
    done({"ask", "meetings.escalate_problem", "problem=" + open, "reason=MarkerReason", "--as", "coord"});
    // Next year's list: a wording of one side.
    done({"ask", "planning.open_list", "list=2023", "year=2023", "from_plan=2020", "original=en", R"(required=["en"])", "--as", "coord"});
    done({"ask", "planning.propose_wording", "list=2023", "line=title", "language=en", "text=MarkerWording", "--as", "coord"});
    done({"ask", "translation.assign", "text=plan/2020/22", "language=zh_hant", "assignee=amcm.officer", "due=2022-03-30", "note=MarkerNote", "--as", "coord"});
    done({"outbox", "queue"});
    done({"outbox", "send"});
    std::map<std::string, std::string> mails;
    for (const auto& mail : server.received()) mails[mail.recipient] = text_of_mail(mail.body);
    const auto says = [&](const std::string& person, const std::string& what) { return mails[person + "@example.org"].find(what) != std::string::npos; };
    EXPECT_TRUE(says("amcm.head", "is to be settled; due 4 March 2022")) << mails["amcm.head@example.org"];
    EXPECT_FALSE(says("ndrc.desk", "is to be settled")) << mails["ndrc.desk@example.org"];
    EXPECT_TRUE(says("ndrc.desk", "Escalated to your body: ")) << mails["ndrc.desk@example.org"];
    EXPECT_TRUE(says("ndrc.desk", "Wordings that wait for your side's answer: 1 (2023/title#")) << mails["ndrc.desk@example.org"];
    EXPECT_FALSE(says("coord", "Wordings")) << mails["coord@example.org"];
    EXPECT_TRUE(says("amcm.officer", "Text plan/2020:zh-Hant-MO is to be translated; due 30 March 2022")) << mails["amcm.officer@example.org"];
    EXPECT_FALSE(says("amcm.head", "to be translated"));
    const std::string kept = read_text(folder_.path() / "j" / "outbox.sqlite");
    EXPECT_EQ(kept.find("Marker"), std::string::npos);
    for (const auto& [recipient, text] : mails) EXPECT_EQ(text.find("Marker"), std::string::npos) << text;
    EXPECT_NE(done({"outbox", "queue"}).out.find(" 0 new"), std::string::npos);
}

TEST_F(Post, SaysWhenTheServerCannotBeReachedAndSendsWhenItCan) {
    settings(1);
    done({"ask", "access.set_address", "person=amcm.head", "address=head@example.org", "--as", "amcm.head"});
    done({"ask", "conference.record_observation", "indicator=m4.cleared", "as_published=5 billion", "period=2021-01-01/2021-12-31",
          "source=https://example.org/x", "--as", "amcm.officer"});
    done({"outbox", "queue"});
    const Ran ran = ponte_({"outbox", "send", "--json"});
    EXPECT_EQ(ran.exit, 4) << ran.out << ran.err;
    EXPECT_NE(ran.out.find("outbox.unreachable"), std::string::npos) << ran.out;
    outbox::FakeServer server;
    settings(server.port());
    EXPECT_NE(done({"outbox", "send"}).out.find("0 sent"), std::string::npos);  // Not due yet.
    Ponte later = ponte_;
    later.clock = "2022-03-02T01:00:00Z";
    const Ran sent = later({"outbox", "send"});
    EXPECT_NE(sent.out.find("1 sent"), std::string::npos) << sent.out << sent.err;
    EXPECT_EQ(server.received().size(), 1U);
}

TEST_F(Post, FillsALayoutOfOnesOwn) {
    const std::string layout = folder_.at("layout.docx");
    done({"template", "sample", "dossier", "--out", layout, "--lang", "zh-Hant"});
    done({"template", "check", "dossier", layout});
    EXPECT_NE(done({"template", "kinds", "--lang", "pt"}).out.find("{{plan_title}}"), std::string::npos);
    EXPECT_EQ(ponte_({"template", "sample", "novel", "--out", layout, "--json"}).refusal(), "templates.kind_unknown");
    EXPECT_EQ(ponte_({"template", "sample", "dossier", "--json"}).refusal(), "cli.usage");
    for (const char* const language : {"zh-Hant", "zh-Hans", "pt", "en"}) {
        const std::string out = folder_.at(std::string("dossier-") + language + ".docx");
        done({"dossier", "--template", layout, "--format", "docx", "--lang", language, "--out", out});
        const std::string again = out + ".again";
        done({"dossier", "--template", layout, "--format", "docx", "--lang", language, "--out", again});
        EXPECT_EQ(read_text(out), read_text(again));
        const std::string bytes = read_text(out);
        const auto read = docx_read::read(view_of(bytes));
        ASSERT_TRUE(read) << read.error().kind.code;
        std::string page;
        for (const auto& block : read->blocks) {
            if (const auto* paragraph = std::get_if<docx_read::Paragraph>(&block)) page += paragraph->text + "\n";
        }
        EXPECT_EQ(page.find("{{"), std::string::npos) << page;
        EXPECT_EQ(page.find("[dossier"), std::string::npos) << page;
        EXPECT_NE(page.find("example"), std::string::npos) << page;
    }
    EXPECT_EQ(ponte_({"dossier", "--template", layout, "--format", "pdf", "--json"}).refusal(), "cli.value_unreadable");
    // What a layout without the remark of a demonstration would hide, it may not hide.
    write_text(layout, "no word file");
    EXPECT_EQ(ponte_({"dossier", "--template", layout, "--format", "docx", "--json"}).refusal(), "zip.not_a_zip");
}

}  // namespace
}  // namespace ponte::run
