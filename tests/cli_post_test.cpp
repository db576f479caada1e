// Letters and layouts as a secretariat has them from the command line: an address that stays sealed, a digest by
// mail to a server of the test's own, nothing of an unreleased item in it; a dossier in a layout of one's own.
#include "adapters/docx_read/docx_read.h"
#include "adapters/outbox/fake_server.h"
#include "base/bytes.h"
#include "cli_run.h"

#include <gtest/gtest.h>
#include <memory>

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
