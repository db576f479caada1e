// The program as a stranger meets it at the command line: exit codes, answers and refusals as JSON, two
// writers at once, sign-in, the journal's verbs, and kill -9 in a loop. The journal is a small one.
#include "cli_run.h"

#include <chrono>
#include <csignal>
#include <gtest/gtest.h>
#include <memory>
#include <set>
#include <thread>

namespace ponte::run {
namespace {

namespace fs = std::filesystem;

// The small journal that tests/golden/journal-0.1.sh describes, made once; each test works on a copy.
class CommandLine : public testing::Test {
protected:
    static void SetUpTestSuite() {
        origin_ = std::make_unique<Folder>();
        const Ran made = command({"/bin/sh", "tests/golden/journal-0.1.sh", program(), origin_->at("j")}, origin_->path());
        ASSERT_EQ(made.exit, 0) << made.err;
    }
    static void TearDownTestSuite() { origin_.reset(); }

    void SetUp() override { fs::copy(origin_->path() / "j", folder_.path() / "j", fs::copy_options::recursive); }

    [[nodiscard]] Ran ask(std::vector<std::string> words) const { return ponte_(with("ask", std::move(words))); }
    [[nodiscard]] Ran query(std::vector<std::string> words) const { return ponte_(with("query", std::move(words))); }
    [[nodiscard]] std::string size() const { return std::string(ponte_({"journal", "stat"}).json().at("size").as_string()); }

    Folder folder_;
    Ponte ponte_{.folder = folder_.path(), .journal = folder_.at("j"), .clock = ""};

private:
    static std::vector<std::string> with(const char* verb, std::vector<std::string> words) {
        words.insert(words.begin(), verb);
        words.emplace_back("--json");
        return words;
    }
    static std::unique_ptr<Folder> origin_;
};

std::unique_ptr<Folder> CommandLine::origin_;

std::vector<std::string> observation(const std::string& as_published, const std::string& source, const std::string& who) {
    return {"conference.record_observation", "indicator=m4.cleared", "as_published=" + as_published, "period=2021-01-01/2021-12-31",
            "source=" + source, "--as", who};
}

std::string item_of(const Ran& ran) {
    const std::size_t from = ran.out.find("\"item\":\"");
    return from == std::string::npos ? "" : ran.out.substr(from + 8, ran.out.find('"', from + 8) - from - 8);
}

TEST_F(CommandLine, RefusesWithCodeRemedySubjectPlaceAndWords) {
    const Ponte nowhere{.folder = folder_.path(), .journal = folder_.at("none"), .clock = ""};
    const Ran before_init = nowhere({"ask", "directory.name_body", "body=x", "--as", "adm.one", "--json"});
    EXPECT_EQ(before_init.exit, 3);
    EXPECT_EQ(before_init.refusal(), "cli.journal_not_there");
    EXPECT_EQ(before_init.refusal("remedy"), "correct");
    EXPECT_EQ(before_init.refusal("subject"), folder_.at("none"));
    EXPECT_EQ(before_init.refusal("place"), "");
    EXPECT_GT(before_init.refusal("words").size(), 10U);
    EXPECT_FALSE(fs::exists(folder_.at("none")));

    struct Row {
        std::vector<std::string> words;
        std::string code;
        std::string place;
    };
    const std::vector<Row> table{
        {{"ask", "conference.do_everything", "--as", "coord"}, "house.command_unknown", ""},
        {{"query", "conference.everything", "--as", "coord"}, "house.query_unknown", ""},
        {{"ask", "directory.name_body", "body=x", "side=macao", R"(names={"zh_hant":"","zh_hans":"","pt":"","en":"X"})", "source=s", "kind=k", "kinds=t", "--as", "adm.one"}, "json.member_unknown", "/kinds"},
        {{"ask", "directory.name_body", "body=x", "side=macao", R"(names={"zh_hant":"","zh_hans":"","pt":"","en":"X"})", "names.fr=X", "source=s", "kind=k", "--as", "adm.one"}, "json.member_unknown", "/names/fr"},
        {{"ask", "conference.move_item", "item=x", "--as", "coord"}, "json.member_missing", "/stage"},
        {{"ask", "conference.set_milestone", "milestone=m", "plan=2020", "measure=many", "names.en=x", "due=2022-01-01", "--as", "coord"}, "json.value_unreadable", "/measure"},
        {{"ask", "conference.set_milestone", "milestone=m", "plan=2020", "measure=70000", "names.en=x", "due=2022-01-01", "--as", "coord"}, "json.out_of_range", "/measure"},
        {{"ask", "conference.set_milestone", "milestone=m", "plan=2020", "measure=1", "duty=1", R"(names={"zh_hant":"","zh_hans":"","pt":"","en":"x"})", "due=2021-02-30", "--as", "coord"}, "json.value_unreadable", "/due"},
        {{"ask", "directory.name_body", "body=x", "side=macao", "names=[]", "source=s", "kind=k", "--as", "adm.one"}, "json.wrong_type", "/names"},
        {{"ask", "calendar.load_year", "place=MO", "year=2021", "days=[{\"date\":", "source=s", "--as", "adm.one"}, "json.unreadable", "days, "},
        {{"ask", "calendar.load_year", "place", "--as", "adm.one"}, "json.unreadable", "argument 1"},
        {{"ask", "directory.name_body", "body=x", "body=y", "--as", "adm.one"}, "json.unreadable", "argument 2"},
        {{"query", "conference.measure", "plan=2020", "measure=4", "colour=red", "--as", "coord"}, "json.member_unknown", "/colour"},
        {{"query", "conference.plans", "--as", "coord", "--at", "99999999"}, "house.position_unknown", ""},
        {{"query", "conference.plans", "--as", "coord", "--at", "yesterday"}, "cli.value_unreadable", "--at"},
        {{"ask", "conference.freeze_dossier", "plan=2020", "audience=macao", "--as", "nobody"}, "conference.not_allowed", ""},
        {{"journal", "show", "99999999"}, "cli.value_unreadable", ""},
        {{"journal", "prove", "99999999"}, "cli.value_unreadable", "sequence"},
        {{"journal", "checkpoint", "first"}, "cli.usage", ""},
        {{"journal", "consistency", "9", "4"}, "cli.value_unreadable", ""},
        {{"serve", "--listen", "0.0.0.0:0"}, "server.plain_beyond_loopback", "--listen"},
        {{"serve", "--listen", "everywhere"}, "server.address_unreadable", "--listen"},
        {{"serve", "--listen", "127.0.0.1:0", "--tls-key", "key.pem"}, "server.certificate_unusable", "--tls-certificate"},
        {{"contract"}, "cli.usage", ""},
        {{"dance"}, "cli.usage", ""},
        {{"plan", "read"}, "cli.usage", ""},
        {{"plan", "read", "/no/such/file"}, "cli.file_unreadable", ""},
        {{"plan", "read", "."}, "cli.file_unreadable", ""},
        {{"verify", "/no/such/file"}, "cli.file_unreadable", ""},
        {{"ask", "--frobnicate"}, "cli.option_unknown", ""},
    };
    const std::string before = size();
    for (const Row& row : table) {
        std::vector<std::string> words = row.words;
        words.insert(words.begin(), "--json");
        const Ran ran = ponte_(words);
        std::string said;
        for (const std::string& word : row.words) said += word + " ";
        EXPECT_EQ(ran.exit, 3) << said << ran.out << ran.err;
        EXPECT_EQ(ran.refusal(), row.code) << said;
        EXPECT_TRUE(ran.refusal("place").starts_with(row.place)) << said << ran.refusal("place");
        EXPECT_GT(ran.refusal("words").size(), 10U) << said;
    }
    EXPECT_EQ(size(), before);
}

TEST_F(CommandLine, RefusesInTheReadersLanguageAndWithoutJsonOnTheOtherStream) {
    const Ran ran = ponte_({"contract", "--lang", "pt"});
    EXPECT_EQ(ran.exit, 3);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(ran.err.starts_with("refused: cli.usage")) << ran.err;
    const Ran again = ponte_({"contract", "--lang", "zh-Hant"});
    EXPECT_NE(again.err, ran.err);
}

TEST_F(CommandLine, TakesNestedKeysAndListsAndAnswersWithSequenceAndLeaf) {
    const Ran named = ask({"directory.name_body", "body=ipim", "side=macao", "names.en=Trade institute", "names.zh_hant=", "names.zh_hans=", "names.pt=Instituto, \"aspas\" ã", "source=s", "kind=k", "--as", "adm.one"});
    ASSERT_EQ(named.exit, 0) << named.out;
    EXPECT_EQ(named.json().at("leaf").as_string().size(), 64U);
    EXPECT_FALSE(named.json().at("repeated").as_bool());
    const Ran bodies = query({"directory.bodies", "--as", "coord"});
    ASSERT_EQ(bodies.exit, 0) << bodies.out;
    EXPECT_NE(bodies.out.find("Instituto, \\\"aspas\\\" ã"), std::string::npos) << bodies.out;
    const Ran year = ask({"calendar.load_year", "place=MO", "year=2023", "days=[{\"date\":\"2023-01-02\",\"kind\":\"holiday\",\"occasion\":\"x\"}]", "official=false", "source=s", "--as", "adm.one"});
    EXPECT_EQ(year.exit, 0) << year.out;
    const Ran days = query({"calendar.business_day_after", "places=[\"MO\"]", "from=2022-12-31", "days=1", "--as", "coord"});
    EXPECT_EQ(days.exit, 0) << days.out;
}

TEST_F(CommandLine, AnswersTheSameIdOnceAndRefusesItForAnotherBody) {
    std::vector<std::string> words{"directory.name_body", "body=ipim", "side=macao", R"(names={"zh_hant":"","zh_hans":"","pt":"","en":"I"})", "source=s", "kind=k", "--as", "adm.one", "--id", "once-1"};
    const Ran first = ask(words);
    ASSERT_EQ(first.exit, 0) << first.out;
    const std::string after = size();
    const Ran second = ask(words);
    EXPECT_EQ(second.exit, 0) << second.out;
    EXPECT_TRUE(second.json().at("repeated").as_bool());
    EXPECT_EQ(second.json().at("sequence"), first.json().at("sequence"));
    EXPECT_EQ(second.json().at("leaf"), first.json().at("leaf"));
    words[3] = R"(names={"zh_hant":"","zh_hans":"","pt":"","en":"Another"})";
    const Ran third = ask(words);
    EXPECT_EQ(third.exit, 3);
    EXPECT_EQ(third.refusal(), "house.id_used_differently");
    EXPECT_EQ(size(), after);
}

TEST_F(CommandLine, TellsASecondWriterWhoHoldsTheJournal) {
    Child holder(ponte_.words({"sign-in", "amcm.head"}), folder_.path());
    const std::string pid = std::to_string(holder.pid());
    for (int i = 0; i < 1000 && read_text(folder_.path() / "j/lock").find(pid) == std::string::npos; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));  // The holder needs a moment to open it.
    }
    const Ran second = ask({"conference.freeze_dossier", "plan=2020", "audience=macao", "--as", "coord"});
    EXPECT_EQ(second.exit, 4) << second.out;
    EXPECT_TRUE(second.fault().starts_with("journal.")) << second.fault();
    EXPECT_NE(second.fault().find("held"), std::string::npos) << second.fault();
    EXPECT_NE(second.fault("what").find(pid), std::string::npos) << second.out;
    EXPECT_EQ(ponte_({"journal", "stat"}).exit, 0);  // Reading goes on.
    holder.say("a test password\n");
    EXPECT_EQ(holder.wait().exit, 0);
    EXPECT_EQ(query({"conference.plans", "--as", "coord"}).exit, 0);
}

TEST_F(CommandLine, ShowsAPaperToItsReadersOnlyStageByStage) {
    const std::string marker = "https://example.org/Zqxjkvz";
    const Ran recorded = ask(observation("17.25 billion", marker, "amcm.officer"));
    ASSERT_EQ(recorded.exit, 0) << recorded.out;
    const std::string item = item_of(recorded);
    const std::vector<std::vector<std::string>> readers{{"--public"}, {"--as", "nobody"}, {"--as", "adm.one"}, {"--as", "ndrc.desk"}, {"--as", "dsaj.officer"}, {"--as", "coord"}, {"--as", "amcm.officer"}, {"--as", "amcm.head"}};
    const auto seen_by = [&] {
        std::set<std::string> found;
        for (const std::vector<std::string>& reader : readers) {
            for (const char* question : {"conference.items", "conference.measure", "conference.dossier", "conference.queue", "conference.status"}) {
                std::vector<std::string> words{question};
                if (question == std::string_view("conference.measure")) words.insert(words.end(), {"plan=2020", "measure=4"});
                if (question == std::string_view("conference.dossier") || question == std::string_view("conference.status")) words.emplace_back("plan=2020");
                words.insert(words.end(), reader.begin(), reader.end());
                const Ran ran = query(words);
                EXPECT_EQ(ran.exit, 0) << question << ran.out;
                for (const std::string& trace : {marker, item, std::string("17.25")}) {
                    if (ran.out.find(trace) != std::string::npos) found.insert(reader.back());
                }
            }
        }
        return found;
    };
    const auto papers_show = [&](const std::string& audience, const std::string& who) {
        for (const std::string format : {"html", "json", "bundle"}) {
            const Ran paper = ponte_({"dossier", "--audience", audience, "--format", format, "--as", who, "--lang", "en"});
            EXPECT_EQ(paper.exit, 0) << format << paper.err;
            // In a bundle the shown rows are the bytes of their entries in base64: its three alignments are looked for.
            for (const char* trace : {"Zqxjkvz", "17.25", "WnF4amt2e", "pxeGprdn", "acXhqa3Z6"}) {
                if (paper.out.find(trace) != std::string::npos) return true;
            }
        }
        return false;
    };
    EXPECT_EQ(seen_by(), (std::set<std::string>{"amcm.officer", "amcm.head"}));
    EXPECT_FALSE(papers_show("macao", "coord"));
    EXPECT_FALSE(papers_show("mainland", "ndrc.desk"));
    EXPECT_FALSE(papers_show("public", "coord"));

    ASSERT_EQ(ask({"conference.sign_off_item", "item=" + item, "--as", "amcm.officer"}).exit, 3);  // Not the one who recorded it.
    ASSERT_EQ(ask({"conference.sign_off_item", "item=" + item, "--as", "amcm.head"}).exit, 0);
    EXPECT_EQ(seen_by(), (std::set<std::string>{"amcm.officer", "amcm.head", "dsaj.officer", "coord"}));
    EXPECT_TRUE(papers_show("macao", "coord"));
    EXPECT_FALSE(papers_show("mainland", "ndrc.desk"));

    ASSERT_EQ(ask({"conference.move_item", "item=" + item, "stage=released", "--as", "ndrc.desk"}).exit, 3);
    ASSERT_EQ(ask({"conference.move_item", "item=" + item, "stage=released", "--as", "coord"}).exit, 0);
    EXPECT_EQ(seen_by(), (std::set<std::string>{"amcm.officer", "amcm.head", "dsaj.officer", "coord", "ndrc.desk"}));
    EXPECT_TRUE(papers_show("mainland", "ndrc.desk"));
    EXPECT_FALSE(papers_show("public", "coord"));

    ASSERT_EQ(ask({"conference.move_item", "item=" + item, "stage=published", "--as", "coord"}).exit, 0);
    EXPECT_EQ(seen_by().size(), readers.size());
    EXPECT_TRUE(papers_show("public", "coord"));
    EXPECT_EQ(ponte_({"dossier", "--audience", "mainland", "--format", "html", "--as", "coord", "--json"}).refusal(), "access.not_allowed");
    EXPECT_EQ(ponte_({"dossier", "--audience", "macao", "--format", "json", "--as", "ndrc.desk", "--json"}).refusal(), "access.not_allowed");
    EXPECT_EQ(ponte_({"dossier", "--audience", "macao", "--format", "bundle", "--json"}).refusal(), "access.not_allowed");
}

TEST_F(CommandLine, SignsInByPasswordAndRecordsThatNobodyWasOnlyNamed) {
    const Ran recorded = ask(observation("18 billion", "https://example.org/s", "amcm.officer"));
    ASSERT_EQ(recorded.exit, 0) << recorded.out;
    for (int i = 0; i < 5; ++i) EXPECT_EQ(ponte_({"sign-in", "amcm.head", "--password", "a wrong password", "--json"}).refusal(), "access.password_wrong");
    EXPECT_EQ(ponte_({"sign-in", "amcm.head", "--password", "a test password", "--json"}).refusal(), "access.throttled");
    EXPECT_EQ(ponte_({"sign-in", "nobody", "--password", "a test password", "--json"}).refusal(), "access.password_wrong");
    EXPECT_EQ(ponte_({"sign-in", "a b\n7", "--password", "a test password", "--json"}).refusal(), "access.password_wrong");
    EXPECT_EQ(ponte_({"sign-in", "amcm.head", "--password", "a test password", "--json"}).refusal(), "access.throttled");

    Ponte later = ponte_;
    later.clock = "2022-03-01T01:05:00Z";
    const Ran token = later({"sign-in", "amcm.head", "--password", "a test password"});
    ASSERT_EQ(token.exit, 0) << token.err;
    const std::string secret = token.out.substr(0, token.out.find('\n'));
    EXPECT_EQ(secret.size(), 64U);
    EXPECT_EQ(read_text(folder_.path() / "j/tokens").find(secret), std::string::npos);
    const Ran signed_off = later({"ask", "conference.sign_off_item", "item=" + item_of(recorded), "--token", secret, "--json"});
    ASSERT_EQ(signed_off.exit, 0) << signed_off.out;
    EXPECT_NE(signed_off.out.find("\"asserted\":false"), std::string::npos) << signed_off.out;
    EXPECT_EQ(later({"ask", "conference.sign_off_item", "item=x", "--token", std::string(64, 'a'), "--json"}).refusal(), "cli.token_unknown");
    later.clock = "2022-03-01T14:05:00Z";
    EXPECT_EQ(later({"query", "conference.plans", "--token", secret, "--json"}).refusal(), "cli.token_unknown");
}

TEST_F(CommandLine, TakesAccessFromALeaverAlsoWithAToken) {
    EXPECT_EQ(ask(observation("19 billion", "https://example.org/l", "leaver")).refusal(), "conference.not_allowed");
    const Ran token = ponte_({"sign-in", "amcm.head", "--password", "a test password"});
    ASSERT_EQ(token.exit, 0) << token.err;
    const std::string secret = token.out.substr(0, token.out.find('\n'));
    EXPECT_NE(ponte_({"query", "conference.items", "--token", secret}).out.find("13.5 billion"), std::string::npos);
    ASSERT_EQ(ask({"access.record_leaver", "person=amcm.head", "on=2022-03-01", "reason=left", "--as", "adm.one"}).exit, 0);
    EXPECT_EQ(ponte_({"query", "conference.items", "--token", secret}).out.find("13.5 billion"), std::string::npos);
    EXPECT_EQ(ponte_({"sign-in", "amcm.head", "--password", "a test password", "--json"}).refusal(), "access.password_wrong");
    EXPECT_EQ(ponte_({"ask", "conference.move_item", "item=x", "stage=released", "--token", secret, "--json"}).refusal(), "cli.token_unknown");
}

TEST_F(CommandLine, EndsWhatWasBegunWithAnOlderPasswordAndSaysHowMuch) {
    const auto token_of = [&](const std::string& password) {
        const Ran signed_in = ponte_({"sign-in", "amcm.head", "--password", password});
        EXPECT_EQ(signed_in.exit, 0) << signed_in.err;
        return signed_in.out.substr(0, signed_in.out.find('\n'));
    };
    const std::string first = token_of("a test password");
    const std::string second = token_of("a test password");
    ASSERT_EQ(ponte_({"query", "access.people", "--token", first}).exit, 0);
    const Ran set = ask({"access.set_password", "person=amcm.head", "secret=another password", "--as", "adm.one"});
    ASSERT_EQ(set.exit, 0) << set.err;
    EXPECT_NE(set.out.find("\"ended\":{\"sessions\":2,\"keys\":0}"), std::string::npos) << set.out;
    EXPECT_EQ(ponte_({"query", "access.people", "--token", first, "--json"}).refusal(), "cli.token_unknown");
    EXPECT_EQ(ponte_({"query", "access.people", "--token", second, "--json"}).refusal(), "cli.token_unknown");
    EXPECT_EQ(ponte_({"query", "access.people", "--token", token_of("another password")}).exit, 0);
    const Ran shown = ponte_({"journal", "show", std::to_string(std::stoull(size()) - 1)});
    EXPECT_NE(shown.out.find("access.session_begun"), std::string::npos) << "the record says who proved himself";
}

TEST_F(CommandLine, GivesAnAdministratorAOneTimeSecretAndNobodyElse) {
    EXPECT_EQ(ponte_({"reset", "amcm.head", "--as", "amcm.officer", "--json"}).refusal(), "access.not_allowed");
    EXPECT_EQ(ponte_({"reset", "amcm.head", "--as", "adm.one", "--hours", "169", "--json"}).refusal(), "access.expiry_out_of_range");
    EXPECT_EQ(ponte_({"reset", "amcm.head", "--as", "adm.one", "--hours", "x", "--json"}).refusal(), "cli.value_unreadable");
    const Ran issued = ponte_({"reset", "amcm.head", "--as", "adm.one", "--json"});
    ASSERT_EQ(issued.exit, 0) << issued.err;
    const std::string secret(issued.json().at("one_time").as_string());
    EXPECT_EQ(secret.size(), 24U);
    const Ran shown = ponte_({"journal", "show", std::to_string(std::stoull(size()) - 1)});
    EXPECT_NE(shown.out.find("access.reset_issued"), std::string::npos) << shown.out;
    EXPECT_EQ(shown.out.find(secret), std::string::npos) << "the record has its digest alone";
}

TEST_F(CommandLine, ProvesBacksUpAndRestoresTheJournal) {
    const Ran verified = ponte_({"journal", "verify"});
    ASSERT_EQ(verified.exit, 0) << verified.err;
    const boost::json::object stat = ponte_({"journal", "stat"}).json();
    EXPECT_EQ(verified.json().at("root"), stat.at("root"));
    EXPECT_EQ(verified.json().at("entries"), stat.at("size"));
    EXPECT_EQ(ponte_({"journal", "show", "0"}).json().at("type").as_string(), "journal.opened/1");
    const Ran checkpoint = ponte_({"journal", "checkpoint"});
    EXPECT_TRUE(checkpoint.out.starts_with("ponte.example/golden\n" + std::string(stat.at("size").as_string()) + "\n")) << checkpoint.out;
    EXPECT_EQ(ponte_({"journal", "prove", "3"}).exit, 0);
    const Ran consistency = ponte_({"journal", "consistency", "4", std::string(stat.at("size").as_string())});
    EXPECT_EQ(consistency.json().at("to_root"), stat.at("root")) << consistency.err;
    EXPECT_EQ(ponte_({"journal", "export-tiles", folder_.at("tiles")}).exit, 0);
    EXPECT_TRUE(fs::exists(folder_.at("tiles/checkpoint")) || fs::exists(folder_.at("tiles/tile")));

    write_text(folder_.path() / "kept", checkpoint.out);
    ASSERT_EQ(ponte_({"journal", "backup", folder_.at("backup")}).exit, 0);
    ASSERT_EQ(ask({"directory.name_body", "body=ipim", "side=macao", R"(names={"zh_hant":"","zh_hans":"","pt":"","en":"I"})", "source=s", "kind=k", "--as", "adm.one"}).exit, 0);
    EXPECT_EQ(ponte_({"journal", "verify", "--against", folder_.at("kept")}).exit, 0);
    const Ponte restored{.folder = folder_.path(), .journal = folder_.at("r"), .clock = ""};
    ASSERT_EQ(restored({"journal", "restore", folder_.at("backup")}).exit, 0);
    EXPECT_EQ(restored({"journal", "stat"}).json().at("root"), stat.at("root"));
    EXPECT_EQ(restored({"journal", "verify"}).exit, 0);
    EXPECT_EQ(restored({"query", "conference.items", "--as", "amcm.head"}).out, query({"conference.items", "--as", "amcm.head"}).out);
    EXPECT_NE(restored({"journal", "restore", folder_.at("backup")}).exit, 0);  // Never over a journal.

    const std::string now = ponte_({"journal", "checkpoint"}).out;
    write_text(folder_.path() / "newer", now);
    EXPECT_EQ(restored({"journal", "verify", "--against", folder_.at("newer"), "--json"}).exit, 4);
}

TEST_F(CommandLine, NamesAFlippedByteAndRepairsNothing) {
    std::vector<fs::path> segments;
    for (const auto& one : fs::recursive_directory_iterator(folder_.path() / "j")) {
        if (one.is_regular_file() && one.path().string().find("segment") != std::string::npos) segments.push_back(one.path());
    }
    ASSERT_FALSE(segments.empty());
    std::string content = read_text(segments.front());
    content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ 1);
    write_text(segments.front(), content);
    for (const std::vector<std::string>& words : {std::vector<std::string>{"journal", "verify", "--json"}, {"journal", "stat", "--json"}, {"query", "conference.plans", "--as", "coord", "--json"}, {"ask", "conference.freeze_dossier", "plan=2020", "audience=macao", "--as", "coord", "--json"}}) {
        const Ran ran = ponte_(words);
        EXPECT_EQ(ran.exit, 4) << words[1] << ran.out;
        EXPECT_TRUE(ran.fault().starts_with("journal.")) << ran.out;
        EXPECT_NE(ran.fault("where").find(segments.front().filename().string()), std::string::npos) << ran.out;
    }
    EXPECT_EQ(read_text(segments.front()), content);
}

TEST_F(CommandLine, WaitsForAnAdministratorWhenTheClockJumped) {
    Ponte later = ponte_;
    later.clock = "2024-01-01T01:00:00Z";
    const std::vector<std::string> words{"ask", "directory.name_body", "body=late", "side=other", R"(names={"zh_hant":"","zh_hans":"","pt":"","en":"Late"})", "source=s", "kind=k", "--as", "adm.one", "--json"};
    EXPECT_EQ(later(words).refusal(), "house.clock_jumped");
    EXPECT_EQ(later({"journal", "confirm-clock", "--as", "coord", "--json"}).exit, 3);
    EXPECT_EQ(later({"journal", "confirm-clock", "--as", "adm.one"}).exit, 0);
    EXPECT_EQ(later(words).exit, 0);
}

// What was said to be recorded before the power went is there, once, after it came back.
TEST_F(CommandLine, LosesNothingAcknowledgedWhenKilled) {
    const std::string loop = "i=0; while :; do i=$((i+1)); \"$0\" --journal \"$1\" ask directory.name_body body=r$2n$i side=other names.en=N names.pt= names.zh_hant= names.zh_hans= source=s kind=k "
                             "--as adm.one --id r$2n$i >/dev/null || exit; echo $i; done";
    std::size_t acknowledged_in_all = 0;
    for (int round = 0; round < 10; ++round) {
        Child child({"/usr/bin/setsid", "/bin/sh", "-c", loop, program(), ponte_.journal, std::to_string(round)}, folder_.path());
        std::this_thread::sleep_for(std::chrono::milliseconds(250 + 37 * round));
        ::kill(-child.pid(), SIGKILL);
        child.kill(SIGKILL);
        const Ran killed = child.wait();
        std::istringstream lines(killed.out);
        std::size_t acknowledged = 0;
        for (std::string line; std::getline(lines, line);) acknowledged = std::stoul(line);
        acknowledged_in_all += acknowledged;
        Ran bodies;
        for (int i = 0; i < 100; ++i) {  // The killed one's lock goes when the kernel has buried it.
            bodies = query({"directory.bodies", "--as", "coord"});
            if (bodies.exit == 0) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        ASSERT_EQ(bodies.exit, 0) << bodies.out;
        for (std::size_t i = 1; i <= acknowledged; ++i) {
            const std::string id = "\"r" + std::to_string(round) + "n" + std::to_string(i) + "\"";
            const std::size_t at = bodies.out.find(id);
            ASSERT_NE(at, std::string::npos) << id;
            EXPECT_EQ(bodies.out.find(id, at + 1), std::string::npos) << id;
        }
    }
    EXPECT_GT(acknowledged_in_all, 0U);
    EXPECT_EQ(ponte_({"journal", "verify"}).exit, 0);
}

}  // namespace
}  // namespace ponte::run
