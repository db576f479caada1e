// The main job at the command line: the official text read, the demonstration run once, and then its journal,
// papers and bundles handled as the other side would handle them.
#include "cli_run.h"

#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <set>

namespace ponte::run {
namespace {

namespace fs = std::filesystem;

std::string material() {
    const char* named = std::getenv("PONTE_MATERIAL");
    return named != nullptr ? named : "../shared";
}

TEST(PlanRead, HasThePromisedShapeOnTheOfficialText) {
    const std::string path = material() + "/plans/2020-key-work.zh-Hans.txt";
    if (!fs::exists(path)) {
        const char* ci = std::getenv("CI");
        ASSERT_TRUE(ci == nullptr || std::string_view(ci) != "true") << "the official text is not there: " << path;
        GTEST_SKIP() << "the official text is not there: " << path;
    }
    const Folder folder;
    const Ponte ponte{.folder = folder.path(), .journal = "", .clock = ""};
    const Ran ran = ponte({"plan", "read", path, "--json"});
    ASSERT_EQ(ran.exit, 0) << ran.err;
    const boost::json::object plan = ran.json();
    EXPECT_EQ(plan.at("year").as_int64(), 2020);
    EXPECT_EQ(plan.at("sha256").as_string().size(), 64U);
    EXPECT_EQ(plan.at("normalised").at("compatibility_ideographs").as_int64(), 85);
    EXPECT_EQ(plan.at("normalised").at("compatibility_kinds").as_int64(), 20);
    EXPECT_NE(plan.at("title").as_string().find("一带一路"), std::string::npos);

    const std::string file = read_text(path);
    const boost::json::array& areas = plan.at("areas").as_array();
    ASSERT_EQ(areas.size(), 5U);
    const std::vector<std::int64_t> last_of_area{5, 12, 19, 21, 22};
    std::int64_t number = 0;
    for (std::size_t area = 0; area < areas.size(); ++area) {
        EXPECT_EQ(areas[area].at("number").as_int64(), static_cast<std::int64_t>(area + 1));
        EXPECT_FALSE(areas[area].at("title").as_string().empty());
        for (const boost::json::value& measure : areas[area].at("measures").as_array()) {
            EXPECT_EQ(measure.at("number").as_int64(), ++number);
            const std::string text(measure.at("text").as_string());
            EXPECT_EQ(text.find('\n'), std::string::npos);
            EXPECT_TRUE(text.ends_with("。")) << text;
            EXPECT_FALSE(measure.at("duties").as_array().empty());
            std::size_t from_here = 0;
            for (const boost::json::value& duty : measure.at("duties").as_array()) {
                const std::size_t found = text.find(std::string_view(duty.at("text").as_string()), from_here);
                EXPECT_NE(found, std::string::npos) << number;
                from_here = found;
            }
            EXPECT_TRUE(measure.at("jurisdiction_sets").is_array());
            EXPECT_TRUE(measure.at("bodies").is_array());
            EXPECT_EQ(measure.at("owed_numbers").as_array().size(), number == 22 ? 1U : 0U) << number;
            const auto from = static_cast<std::size_t>(measure.at("bytes").at(0).as_int64());
            const auto to = static_cast<std::size_t>(measure.at("bytes").at(1).as_int64());
            ASSERT_LT(from, to);
            ASSERT_LE(to, file.size());
            // The slice begins at its number and ends with the sentence.
            EXPECT_TRUE(file.substr(from, to - from).starts_with(std::to_string(number))) << file.substr(from, 20);
            EXPECT_LE(measure.at("lines").at(0).as_int64(), measure.at("lines").at(1).as_int64());
        }
        EXPECT_EQ(number, last_of_area[area]);
    }
    const boost::json::value& owed = areas[4].at("measures").at(0).at("owed_numbers").at(0);
    EXPECT_TRUE(owed.at("value").is_string() ? owed.at("value").as_string() == "1" : owed.at("value").as_int64() == 1);
    EXPECT_NE(std::string_view(owed.at("text").as_string()).find("至少"), std::string::npos);
}

TEST(Duties, AreTheTableThatIsKeptInTheDocuments) {
    const Folder folder;
    const Ponte ponte{.folder = folder.path(), .journal = "", .clock = ""};
    const Ran ran = ponte({"duties"});
    ASSERT_EQ(ran.exit, 0) << ran.err;
    EXPECT_TRUE(ran.out == read_text("docs/duties.md")) << "docs/duties.md is stale: ./ponte duties > docs/duties.md";
}

// The truth of the table: every test that it names exists, and nothing is "recorded" of which the
// demonstration holds no evidence, nor "not yet" where it does.
TEST(Duties, NameTestsThatExistAndEvidenceThatIsThere) {
    std::string sources;
    for (const char* folder : {"src", "tests"}) {
        for (const auto& one : fs::recursive_directory_iterator(folder)) {
            if (one.path().string().ends_with("_test.cpp")) sources += read_text(one.path());
        }
    }
    // The first fields of a row; none of those asked for here holds a quoted comma before them.
    const auto fields = [](const std::string& line) {
        std::vector<std::string> all;
        std::istringstream parts(line);
        for (std::string part; std::getline(parts, part, ',');) all.push_back(part);
        all.resize(std::max<std::size_t>(all.size(), 6));
        return all;
    };
    const auto rows = [&](const char* path) {
        std::vector<std::vector<std::string>> all;
        std::istringstream lines(read_text(path));
        std::string line;
        std::getline(lines, line);
        while (std::getline(lines, line)) all.push_back(fields(line));
        return all;
    };
    std::map<std::string, std::string> duty_of_indicator;
    std::set<std::string> evidenced;
    for (const auto& row : rows("data/demo/indicators.csv")) duty_of_indicator[row[0]] = row[1] + "." + row[2];
    for (const auto& row : rows("data/demo/observations.csv")) evidenced.insert(duty_of_indicator[row[0]]);
    for (const auto& row : rows("data/demo/actions.csv")) evidenced.insert(row[0] + "." + row[1]);
    const auto duties = rows("data/duties.csv");
    EXPECT_EQ(duties.size(), 65U);
    for (const auto& row : duties) {
        const std::string duty = row[0] + "." + row[1];
        if (row[2] != "carried_out") {
            EXPECT_EQ(row[2], evidenced.contains(duty) ? "recorded" : "not_yet") << duty;
        }
        EXPECT_EQ(row[2] == "not_yet", row[3].empty()) << duty;
        EXPECT_EQ(row[3].empty(), row[4].empty()) << duty;
        for (std::size_t from = 0; from < row[4].size();) {
            const std::size_t to = std::min(row[4].find("; ", from), row[4].size());
            std::string name = row[4].substr(from, to - from);
            name.replace(name.find('.'), 1, ", ");
            EXPECT_NE(sources.find("(" + name + ")"), std::string::npos) << duty << " names " << name;
            from = to + 2;
        }
    }
}

class Demonstration : public testing::Test {
protected:
    static void SetUpTestSuite() {
        out_ = std::make_unique<Folder>();
        const Ponte ponte{.folder = out_->path(), .journal = "", .clock = ""};
        ::setenv("PONTE_DATA", fs::absolute("data").c_str(), 1);
        screen_ = ponte({"demo", "--out", out_->at("out")});
        ASSERT_EQ(screen_.exit, 0) << screen_.err;
    }
    static void TearDownTestSuite() { out_.reset(); }

    [[nodiscard]] static std::string made(const std::string& name) { return out_->at("out/" + name); }
    // What the screen says after `before`, up to a blank.
    [[nodiscard]] static std::string on_screen(const std::string& before) {
        const std::size_t from = screen_.out.find(before);
        EXPECT_NE(from, std::string::npos) << before;
        if (from == std::string::npos) return "";
        const std::size_t begin = from + before.size();
        return screen_.out.substr(begin, screen_.out.find_first_of(" \n", begin) - begin);
    }
    void copy_journal() { fs::copy(made("demo.journal"), folder_.path() / "j", fs::copy_options::recursive); }
    [[nodiscard]] std::string size() const { return std::string(copy_({"journal", "stat"}).json().at("size").as_string()); }

    Folder folder_;
    Ponte demo_{.folder = folder_.path(), .journal = made("demo.journal"), .clock = ""};
    Ponte copy_{.folder = folder_.path(), .journal = folder_.at("j"), .clock = ""};
    static Ran screen_;

private:
    static std::unique_ptr<Folder> out_;
};

Ran Demonstration::screen_;
std::unique_ptr<Folder> Demonstration::out_;

TEST_F(Demonstration, LeavesPapersInFourLanguagesAndSaysThatTheForgeryWasCaught) {
    for (const char* language : {"zh-Hant-MO", "zh-Hans-CN", "pt-PT", "en"}) {
        for (const char* format : {"docx", "html", "pdf"}) {
            const std::string name = std::string("dossier.") + language + "." + format;
            EXPECT_GT(read_text(made(name)).size(), 10'000U) << name;
        }
    }
    EXPECT_NE(screen_.out.find("caught"), std::string::npos);
    EXPECT_TRUE(fs::exists(made("dossier.bundle")));
    EXPECT_TRUE(fs::exists(made("verify.html")));
}

TEST_F(Demonstration, MakesTheSameBytesAgainAtTheSamePosition) {
    copy_journal();
    const std::string at = on_screen("2020-12-31 = ");
    for (const char* language : {"zh-Hant", "pt"}) {
        for (const char* format : {"docx", "html", "pdf", "json"}) {
            const std::string tag = language == std::string_view("pt") ? "pt-PT" : "zh-Hant-MO";
            const std::string file = folder_.at(std::string("again.") + format);
            const Ran ran = demo_({"dossier", "--lang", language, "--audience", "public", "--format", format, "--out", file, "--at", at});
            ASSERT_EQ(ran.exit, 0) << ran.err;
            const std::string again = read_text(file);
            if (format == std::string_view("json")) {
                boost::system::error_code error;
                boost::json::parse(again, error);
                EXPECT_FALSE(error) << error.message();
                EXPECT_TRUE(copy_({"dossier", "--lang", language, "--audience", "public", "--format", format, "--at", at}).out == again);
            } else {
                EXPECT_TRUE(again == read_text(made("dossier." + tag + "." + format))) << tag << format;
            }
        }
    }
    const Ran bundle = demo_({"dossier", "--audience", "public", "--format", "bundle", "--out", folder_.at("again.bundle"), "--at", at});
    ASSERT_EQ(bundle.exit, 0) << bundle.err;
    EXPECT_TRUE(read_text(folder_.path() / "again.bundle") == read_text(made("dossier.bundle")));
}

TEST_F(Demonstration, VerifiesItsBundleAndRefusesEveryFlippedByte) {
    const Ran verified = demo_({"verify", made("dossier.bundle"), "--json"});
    ASSERT_EQ(verified.exit, 0) << verified.out;
    EXPECT_TRUE(verified.json().at("verified").as_bool());
    EXPECT_EQ(verified.json().at("level").as_string(), "auditor");  // --journal is given.
    const Ponte stranger{.folder = folder_.path(), .journal = "", .clock = ""};
    EXPECT_EQ(stranger({"verify", made("dossier.bundle"), "--json"}).json().at("level").as_string(), "bundle");
    EXPECT_EQ(stranger({"verify", made("dossier.forged.bundle"), "--json"}).exit, 3);
    const std::string bundle = read_text(made("dossier.bundle"));
    for (const std::size_t at : {std::size_t{3}, bundle.size() / 7, bundle.size() / 3, bundle.size() / 2, bundle.size() * 3 / 4, bundle.size() - 60, bundle.size() - 2}) {
        std::string changed = bundle;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        write_text(folder_.path() / "changed", changed);
        const Ran ran = stranger({"verify", folder_.at("changed"), "--json"});
        EXPECT_EQ(ran.exit, 3) << at;
        EXPECT_FALSE(ran.refusal("place").empty()) << at;
    }
    write_text(folder_.path() / "short", bundle.substr(0, bundle.size() / 2));
    EXPECT_EQ(stranger({"verify", folder_.at("short"), "--json"}).exit, 3);
    EXPECT_EQ(stranger({"verify", made("dossier.bundle"), "--key", "ponte.example/other+00000000+AAAA", "--json"}).exit, 3);

    const Ponte other{.folder = folder_.path(), .journal = folder_.at("other"), .clock = "2020-01-02T01:00:00Z"};
    ASSERT_EQ(other({"init", "--origin", "ponte.example/other"}).exit, 0);
    EXPECT_EQ(other({"verify", made("dossier.bundle"), "--json"}).refusal(), "cli.bundle_of_another_journal");
}

// What the chapter says of the earlier position can be checked with the bundle alone.
TEST_F(Demonstration, LooksBackToTheSessionThatWasHeldAndItsBundleHasTheRootThere) {
    const Ran before = demo_({"dossier", "--audience", "public", "--format", "json", "--at", on_screen("2020-12-31 = ")});
    EXPECT_NE(before.out.find("\"changes\":null"), std::string::npos) << "no session was held before";
    copy_journal();
    const Ran frozen = copy_({"dossier", "--audience", "public", "--format", "bundle", "--as", "demo.coordination", "--out", folder_.at("b")});
    ASSERT_EQ(frozen.exit, 0) << frozen.err;
    const Ran now = copy_({"dossier", "--audience", "public", "--format", "json"});
    ASSERT_TRUE(now.json().contains("business")) << now.err;
    const boost::json::value changes = now.json().at("business").at("changes");
    ASSERT_TRUE(changes.is_object());
    EXPECT_EQ(boost::json::value_to<std::string>(changes.at("values").at("reader")), "public");
    const std::string position = boost::json::value_to<std::string>(changes.at("values").at("from").at("position"));
    const Ponte stranger{.folder = folder_.path(), .journal = "", .clock = ""};
    const Ran verified = stranger({"verify", folder_.at("b"), "--root-at", position, "--json"});
    ASSERT_EQ(verified.exit, 0) << verified.out;
    EXPECT_EQ(verified.json().at("root_at").at("root"), changes.at("root"));
    EXPECT_EQ(stranger({"verify", folder_.at("b"), "--root-at", "99999999", "--json"}).refusal(), "house.position_unknown");
    EXPECT_EQ(stranger({"verify", folder_.at("b"), "--root-at", "12x", "--json"}).refusal("place"), "--root-at");
}

TEST_F(Demonstration, PutsASessionsPapersIntoTheLayoutOfAnOffice) {
    for (const char* kind : {"invitation", "agenda", "minutes", "decisions"}) {
        const std::string layout = folder_.at(std::string(kind) + ".layout.docx");
        ASSERT_EQ(demo_({"template", "sample", kind, "--lang", "pt", "--out", layout}).exit, 0) << kind;
        EXPECT_EQ(demo_({"template", "check", kind, layout}).exit, 0) << kind;
        const auto fill = [&](const std::string& name) {
            const Ran ran = demo_({"session", kind, "3", "--as", "demo.coordination", "--lang", "pt", "--template", layout, "--out", folder_.at(name)});
            EXPECT_EQ(ran.exit, 0) << kind << ran.err;
            return read_text(folder_.path() / name);
        };
        const std::string once = fill("once.docx");
        EXPECT_GT(once.size(), 3'000U);
        EXPECT_TRUE(once == fill("again.docx")) << kind;
        EXPECT_EQ(demo_({"session", kind, "3", "--as", "demo.coordination", "--template", layout, "--format", "pdf", "--json"}).refusal("place"), "--format");
    }
    const std::string minutes = folder_.at("minutes.layout.docx");
    EXPECT_EQ(demo_({"session", "agenda", "3", "--as", "demo.coordination", "--template", minutes, "--json"}).refusal(), "templates.placeholder_unknown");
    EXPECT_EQ(demo_({"session", "attendance", "3", "--as", "demo.coordination", "--template", minutes, "--json"}).refusal(), "templates.kind_unknown");
    EXPECT_EQ(demo_({"session", "minutes", "3", "--as", "demo.coordination", "--template", folder_.at("nowhere.docx"), "--json"}).exit, 3);
}

TEST_F(Demonstration, KeepsTheDossierOfASideFromTheOther) {
    EXPECT_EQ(demo_({"dossier", "--audience", "macao", "--format", "html", "--as", "demo.ndrc_desk", "--json"}).refusal(), "access.not_allowed");
    EXPECT_EQ(demo_({"dossier", "--audience", "mainland", "--format", "json", "--as", "demo.coordination", "--json"}).refusal(), "access.not_allowed");
    EXPECT_EQ(demo_({"dossier", "--audience", "macao", "--format", "docx", "--json"}).refusal(), "access.not_allowed");
    EXPECT_EQ(demo_({"dossier", "--audience", "everybody", "--json"}).refusal("place"), "--audience");
    EXPECT_EQ(demo_({"dossier", "--format", "odt", "--json"}).refusal("place"), "--format");
    EXPECT_EQ(demo_({"dossier", "--lang", "fr", "--json"}).refusal("place"), "--lang");
    EXPECT_EQ(demo_({"dossier", "--at", "99999999", "--json"}).refusal(), "house.position_unknown");
}

TEST_F(Demonstration, LetsTheLoginsOfBothSidesIn) {
    copy_journal();
    for (const std::string person : {"demo.coordination", "demo.ndrc_desk"}) {
        const std::string password = on_screen(person + " / ");
        const Ran token = copy_({"sign-in", person, "--password", password});
        EXPECT_EQ(token.exit, 0) << person << token.err;
        EXPECT_EQ(copy_({"query", "conference.queue", "--token", token.out.substr(0, 64)}).exit, 0);
    }
}

TEST_F(Demonstration, ImportsAFileOfObservationsOnceAndAllOrNone) {
    copy_journal();
    const std::string good = "indicator,as_published,value,period,source,language\n"
                             "m4.rmb_clearing_total,20 billion,,2016-01-01/2016-12-31,https://example.org/1,en\n"
                             "m4.rmb_clearing_total,21 billion,,2015-01-01/2015-12-31,https://example.org/2,en\n";
    const std::string bad = good + "m4.no_such_thing,22 billion,,2014-01-01/2014-12-31,https://example.org/3,en\n";
    write_text(folder_.path() / "good.csv", good);
    write_text(folder_.path() / "bad.csv", bad);
    const std::string before = size();
    const auto import = [&](const std::string& name, std::vector<std::string> more) {
        more.insert(more.begin(), {"import", folder_.at(name), "--as", "demo.amcm_officer", "--json"});
        return copy_(more);
    };
    const Ran dry = import("bad.csv", {"--dry-run"});
    EXPECT_EQ(dry.exit, 3) << dry.out;
    EXPECT_NE(dry.out.find("\"refused\":[{\"row\":4,"), std::string::npos) << dry.out;
    const Ran refused = import("bad.csv", {});
    EXPECT_EQ(refused.exit, 3);
    EXPECT_EQ(refused.refusal(), "conference.rows_refused");
    EXPECT_NE((refused.refusal("place") + refused.refusal("subject")).find('4'), std::string::npos) << refused.out;
    EXPECT_EQ(size(), before);
    const Ran some = import("bad.csv", {"--accept-good-rows"});
    EXPECT_EQ(some.exit, 0) << some.out << some.err;
    const std::string after = size();
    EXPECT_NE(after, before);
    const Ran again = import("good.csv", {});
    EXPECT_EQ(again.exit, 0) << again.out << again.err;
    EXPECT_NE(again.out.find("\"known_before\":2"), std::string::npos) << again.out;
    const Ran once_more = import("good.csv", {});
    EXPECT_NE(once_more.out.find("\"recorded\":0"), std::string::npos) << once_more.out;

    struct Row {
        std::string name;
        std::string content;
        std::string code;
    };
    const std::string head = "indicator,as_published,value,period,source,language\n";
    const std::vector<Row> table{
        {"formula.csv", head + "m4.rmb_clearing_total,=1+2,,2013-01-01/2013-12-31,https://example.org/4,en\n", "csv.formula"},
        {"gb.csv", head + "m4.rmb_clearing_total,\xc8\xcb\xc3\xf1\xb1\xd2\xc8\xfd\xb0\xd9\xd2\xda\xd4\xaa,,2013-01-01/2013-12-31,https://example.org/4,zh\n", "csv.encoding"},
        {"control.csv", head + "m4.rmb_clearing_total,2\a billion,,2013-01-01/2013-12-31,https://example.org/4,en\n", "csv.control_character"},
        {"empty.csv", "", "csv.no_head"},
        {"zip.xlsx", "PK\x03\x04 not a workbook", "zip."},
    };
    const std::string unchanged = size();
    for (const Row& row : table) {
        write_text(folder_.path() / row.name, row.content);
        const Ran ran = import(row.name, {});
        EXPECT_EQ(ran.exit, 3) << row.name << ran.out << ran.err;
        EXPECT_TRUE(ran.refusal().starts_with(row.code)) << row.name << ran.refusal();
    }
    std::ofstream(folder_.path() / "huge.csv") << head;
    fs::resize_file(folder_.path() / "huge.csv", std::uintmax_t{300} << 20U);
    EXPECT_EQ(import("huge.csv", {}).refusal(), "cli.file_too_large");
    EXPECT_EQ(copy_({"plan", "read", folder_.at("huge.csv"), "--json"}).refusal(), "cli.file_too_large");
    EXPECT_EQ(size(), unchanged);
}

}  // namespace
}  // namespace ponte::run
