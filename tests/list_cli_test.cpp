// Next year's list at the command line, by both secretariats: proposed from what is unfinished, worded, agreed,
// exported in Word with its changes tracked, read back, adopted, and matched with the year before.
#include "cli_run.h"

#include <gtest/gtest.h>
#include <memory>

namespace ponte::run {
namespace {

namespace fs = std::filesystem;

class NextYear : public testing::Test {
protected:
    static void SetUpTestSuite() {
        origin_ = std::make_unique<Folder>();
        const Ran made = command({"/bin/sh", "tests/golden/journal-0.1.sh", program(), origin_->at("j")}, origin_->path());
        ASSERT_EQ(made.exit, 0) << made.err;
    }
    static void TearDownTestSuite() { origin_.reset(); }
    void SetUp() override { fs::copy(origin_->path() / "j", folder_.path() / "j", fs::copy_options::recursive); }

    Ran done(std::vector<std::string> words, const std::string& who = "coord") const {
        words.insert(words.end(), {"--as", who});
        Ran ran = ponte_(words);
        EXPECT_EQ(ran.exit, 0) << ran.out << ran.err;
        return ran;
    }
    void opened() const {
        done({"ask", "planning.open_list", "list=2021", "year=2021", "from_plan=2020", "original=en", R"(required=["pt"])"});
    }

    // Every standing line in both languages: an order a wording, and the other side agrees to the whole.
    void worded() const {
        done({"list", "propose", "2021", "--add"});
        std::string orders;
        const auto say = [&](const std::string& line, const std::string& language, const std::string& text) {
            orders += R"({"as":"coord","ask":"planning.propose_wording","with":{"list":"2021","line":")" + line + R"(","language":")" + language + R"(","text":")" + text + "\"}}\n";
        };
        say("title", "en", "A short plan for tests for 2021");
        say("title", "pt", "Um plano breve para 2021");
        for (int area = 1; area <= 5; ++area) {
            say("area" + std::to_string(area), "en", "Area number " + std::to_string(area));
            say("area" + std::to_string(area), "pt", "Parte " + std::to_string(area));
        }
        for (int line = 1; line <= 22; ++line) {
            const std::string n = std::to_string(line);
            say("line" + n, "en", line == 4 ? "Improve the RMB clearing; watch all flows." : "Do the work of line " + n + "; report on it.");
            say("line" + n, "pt", "Fazer o trabalho n. " + n + "; dar conta dele.");
        }
        write_text(folder_.path() / "orders.jsonl", orders);
        done({"orders", folder_.at("orders.jsonl")});
        done({"list", "agree", "2021"}, "ndrc.desk");
    }

    Folder folder_;
    Ponte ponte_{.folder = folder_.path(), .journal = folder_.at("j"), .clock = ""};

private:
    static std::unique_ptr<Folder> origin_;
};

std::unique_ptr<Folder> NextYear::origin_;

std::size_t times(const std::string& text, std::string_view sought) {
    std::size_t count = 0;
    for (std::size_t at = text.find(sought); at != std::string::npos; at = text.find(sought, at + 1)) ++count;
    return count;
}

TEST_F(NextYear, IsWordedExportedReadBackAndAdopted) {
    opened();
    // All duties of the year are unfinished: one line a measure, drafted with last year's words for the own side alone.
    worded();
    EXPECT_EQ(done({"list", "propose", "2021", "--add"}).out, "Nothing is left to put on the list\n");
    const Ran shown = done({"list", "show", "2021", "--json"});
    EXPECT_EQ(shown.json().at("not_agreed").as_array().size(), 0U) << shown.out.substr(0, 400);

    for (const auto& [language, title, clearing] : {std::tuple("en", "A short plan for tests for 2021", "Improve the RMB clearing; watch all flows."),
                                                    {"pt", "Um plano breve para 2021", "Fazer o trabalho n. 4; dar conta dele."}}) {
        const std::string file = folder_.at(std::string("list.") + language + ".docx");
        done({"list", "export", "2021", "--lang", language, "--against", "2020", "--format", "docx", "--out", file}, "ndrc.desk");
        const Ran read = ponte_({"plan", "read", file, "--json"});
        ASSERT_EQ(read.exit, 0) << read.err;
        EXPECT_EQ(read.json().at("title").as_string(), title);
        EXPECT_NE(read.out.find(clearing), std::string::npos);
        EXPECT_EQ(times(read.out, "\"duties\":"), 22U);
        // The text that both adopt is the one whose digest the plan will carry.
        const Ran text = done({"list", "export", "2021", "--lang", language, "--format", "text"});
        write_text(folder_.path() / "list.txt", text.out);
        EXPECT_EQ(ponte_({"plan", "read", folder_.at("list.txt"), "--json"}).exit, 0);
        EXPECT_GT(done({"list", "export", "2021", "--lang", language, "--format", "html"}).out.size(), 4'000U);
    }
    EXPECT_NE(done({"list", "export", "2021", "--lang", "en", "--format", "html"}).out.find("title=\"Macao secretariat, "), std::string::npos);

    EXPECT_NE(done({"list", "adopt", "2021"}).out.find("the other side's word is awaited"), std::string::npos);
    EXPECT_NE(done({"list", "adopt", "2021"}, "ndrc.desk").out.find("Adopted: plan 2021, 22 measures"), std::string::npos);
    const Ran plans = done({"query", "conference.plans"});
    EXPECT_NE(plans.out.find("\"plan\":\"2021\""), std::string::npos);
    const Ran text = done({"list", "export", "2021", "--lang", "en", "--format", "text", "--out", folder_.at("adopted.txt")});
    const std::string sha = text.out.substr(text.out.find("sha256 ") + 7, 64);
    EXPECT_NE(plans.out.find(sha), std::string::npos) << "the plan's file is the official form";

    // Lineage by the list; and duty by duty by the match that a person confirms.
    EXPECT_NE(done({"query", "planning.lineage", "plan=2021", "measure=4", "duty=1"}).out.find("\"how\":\"list\""), std::string::npos);
    const Ran matched = done({"plan", "match", "2021", "--against", "2020"});
    EXPECT_NE(matched.out.find("4.1 -> 4.1  changed"), std::string::npos) << matched.out.substr(0, 800);
    EXPECT_NE(matched.out.find("Improve [+the RMB ]clearing"), std::string::npos) << matched.out.substr(0, 800);
    done({"plan", "match", "2021", "--against", "2020", "--confirm"});
    EXPECT_EQ(times(done({"plan", "match", "2021", "--against", "2020"}).out, "[proposed"), 0U);
    EXPECT_EQ(ponte_({"journal", "verify"}).exit, 0);
}

TEST_F(NextYear, ShowsAClosingAndAFileBesideThePlan) {
    const Ran closing = done({"year", "closing", "2020"});
    EXPECT_NE(closing.out.find("22.1  no outcome (nothing proposed)"), std::string::npos);
    done({"ask", "planning.close_duty", "plan=2020", "measure=1", "duty=1", "outcome=dropped", "reason=nothing left of it"});
    EXPECT_NE(done({"year", "closing", "2020", "--lang", "pt"}, "ndrc.desk").out.find("1.1  abandonada (proposta)"), std::string::npos);
    EXPECT_NE(done({"year", "closing", "2020", "--lang", "zh-Hant"}, "ndrc.desk").out.find("澳門方面: nothing left of it"), std::string::npos);

    std::string later = read_text("tests/golden/plan-short.txt");
    later.replace(later.find("2020"), 4, "2021");
    later.replace(later.find("watch the flows"), 15, "watch all flows");
    write_text(folder_.path() / "later.txt", later);
    const Ran matched = done({"plan", "match", folder_.at("later.txt"), "--against", "2020"});
    EXPECT_NE(matched.out.find("4.2 -> 4.2  changed"), std::string::npos) << matched.out.substr(0, 800);
    EXPECT_NE(matched.out.find("watch [\u2212the][+all] flows"), std::string::npos);
    EXPECT_GE(times(matched.out, "carried over"), 20U);
    EXPECT_EQ(ponte_({"plan", "match", folder_.at("later.txt"), "--against", "2020", "--confirm", "--as", "coord", "--json"}).refusal(), "planning.plan_unknown");
}

TEST_F(NextYear, RefusesWithPlaceAndWords) {
    opened();
    const auto refused = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--as", "coord", "--json"});
        return ponte_(words).refusal();
    };
    EXPECT_EQ(refused({"list", "show", "none"}), "planning.list_unknown");
    EXPECT_EQ(refused({"list", "export", "2021", "--against", "1999"}), "planning.plan_unknown");
    EXPECT_EQ(refused({"list", "export", "2021", "--format", "rtf"}), "cli.value_unreadable");
    EXPECT_EQ(refused({"list", "adopt", "2021"}), "planning.line_not_agreed");
    EXPECT_EQ(refused({"list", "frobnicate", "2021"}), "cli.usage");
    EXPECT_EQ(refused({"year", "closing"}), "cli.usage");
    EXPECT_EQ(refused({"year", "closing", "1999"}), "planning.plan_unknown");
    EXPECT_EQ(refused({"plan", "match", "2020"}), "cli.usage");
    // The public is shown no list that is still between the two sides.
    EXPECT_EQ(ponte_({"list", "show", "2021", "--json"}).refusal(), "planning.list_unknown");
    EXPECT_EQ(ponte_({"list"}).out, "There is no list that you may see\n");
}

}  // namespace
}  // namespace ponte::run
