// Somebody's own tracker at the command line: a map is proposed, completed by a person, read before anything
// is recorded, and kept with what was recorded by it.
#include "cli_run.h"

#include "adapters/xlsx/xlsx.h"
#include "base/digest.h"

#include <gtest/gtest.h>
#include <memory>

namespace ponte::run {
namespace {

namespace fs = std::filesystem;

const std::string tracker =
    "KPI;Value;Month;Remarks;Internal code\n"
    "Total cleared;15 billion;01/2021;provisional;77\n"
    "Total cleared;16.5 billion;02/2021;;78\n"
    "Something else;3;02/2021;;79\n";

class TrackerLine : public testing::Test {
protected:
    static void SetUpTestSuite() {
        origin_ = std::make_unique<Folder>();
        const Ran made = command({"/bin/sh", "tests/golden/journal-0.1.sh", program(), origin_->at("j")}, origin_->path());
        ASSERT_EQ(made.exit, 0) << made.err;
    }
    static void TearDownTestSuite() { origin_.reset(); }

    void SetUp() override {
        fs::copy(origin_->path() / "j", folder_.path() / "j", fs::copy_options::recursive);
        write_text(folder_.at("t.csv"), tracker);
    }

    [[nodiscard]] Ran propose() const { return ponte_({"tracker", "propose", folder_.at("t.csv"), "--out", folder_.at("map.json"), "--as", "amcm.officer"}); }
    // What a person does with the proposal: names the source, and the row that no indicator is named after.
    void complete(const std::string& other_row) const {
        auto map = read_text(folder_.at("map.json"));
        const auto put = [&](const std::string& from, const std::string& to) {
            const auto at = map.find(from);
            ASSERT_NE(at, std::string::npos) << from << " in " << map;
            map.replace(at, from.size(), to);
        };
        put("{\"gives\":\"source\",\"value\":\"\"}", "{\"gives\":\"source\",\"value\":\"our own tracker, sheet 1\"}");
        put("{\"text\":\"Something else\",\"indicator\":\"\"}", other_row);
        put("\"language\": null", "\"language\": \"en\"");
        write_text(folder_.at("map.json"), map);
    }
    [[nodiscard]] Ran import(std::vector<std::string> more) const {
        std::vector<std::string> words{"tracker", "import", folder_.at("t.csv"), "--map", folder_.at("map.json"), "--as", "amcm.officer"};
        words.insert(words.end(), more.begin(), more.end());
        return ponte_(std::move(words));
    }
    [[nodiscard]] std::string verified(const char* name) const { return std::string(ponte_({"journal", "verify"}).json().at(name).as_string()); }

    Folder folder_;
    Ponte ponte_{.folder = folder_.path(), .journal = folder_.at("j"), .clock = ""};

private:
    static std::unique_ptr<Folder> origin_;
};

std::unique_ptr<Folder> TrackerLine::origin_;

TEST_F(TrackerLine, ProposesShowsAndImportsByAMapThatIsKept) {
    const Ran proposed = propose();
    ASSERT_EQ(proposed.exit, 0) << proposed.err;
    EXPECT_NE(proposed.out.find("Internal code"), std::string::npos);
    EXPECT_NE(read_text(folder_.at("map.json")).find("{\"text\":\"Total cleared\",\"indicator\":\"m4.cleared\"}"), std::string::npos) << read_text(folder_.at("map.json"));

    // As proposed it leaves the source open, and that is said.
    const std::vector<std::string> read{"tracker", "read", folder_.at("t.csv"), "--map", folder_.at("map.json"), "--json"};
    EXPECT_EQ(ponte_(read).refusal(), "trackers.constant_unreadable");
    complete("{\"text\":\"Something else\",\"indicator\":\"\"}");
    const Ran shown = ponte_(read);
    EXPECT_EQ(shown.exit, 3);
    const auto json = shown.json();
    EXPECT_EQ(json.at("observations").as_int64(), 2);
    EXPECT_EQ(json.at("faulty_rows").as_int64(), 1);
    EXPECT_EQ(json.at("rows").as_array().at(0).at("observations").as_array().at(0).at("period").as_string(), "2021-01");
    EXPECT_EQ(json.at("rows").as_array().at(0).at("note").as_string(), "provisional");
    EXPECT_EQ(json.at("rows").as_array().at(2).at("faults").as_array().at(0).at("code").as_string(), "trackers.row_name_unknown");

    // All or none, unless the good rows alone are asked for; a dry run leaves nothing.
    const auto size = verified("entries");
    const auto attached = verified("attachments");
    const Ran dry = import({"--dry-run"});
    EXPECT_EQ(dry.exit, 3);
    EXPECT_NE(dry.out.find("2 would be recorded, 0 known before, 1 refused; nothing was recorded"), std::string::npos) << dry.out << dry.err;
    EXPECT_EQ(import({"--json"}).refusal(), "conference.rows_refused");
    EXPECT_EQ(verified("entries"), size);
    EXPECT_EQ(verified("attachments"), attached);
    const Ran good = import({"--accept-good-rows"});
    EXPECT_EQ(good.exit, 0) << good.err;
    EXPECT_NE(good.err.find("row 4: trackers.row_name_unknown (Something else) at column KPI"), std::string::npos) << good.err;
    EXPECT_NE(good.out.find("2 recorded, 0 known before, 1 refused"), std::string::npos) << good.out;
    EXPECT_NE(good.out.find("map kept: sha256 " + sha256(read_text(folder_.at("map.json"))).to_text()), std::string::npos) << good.out;
    EXPECT_EQ(std::stoi(verified("attachments")), std::stoi(attached) + 2);
    const Ran items = ponte_({"query", "conference.items", "text=our own tracker", "--as", "amcm.officer"});
    EXPECT_EQ(items.exit, 0);

    // The same file again is harmless.
    const auto after = verified("entries");
    const Ran again = import({"--accept-good-rows"});
    EXPECT_NE(again.out.find("0 recorded, 2 known before"), std::string::npos) << again.out << again.err;
    EXPECT_EQ(verified("entries"), after);
}

TEST_F(TrackerLine, RefusesAColumnThatTheMapDoesNotMention) {
    ASSERT_EQ(propose().exit, 0);
    complete("{\"text\":\"Something else\",\"indicator\":\"m4.cleared\"}");
    write_text(folder_.at("t.csv"), "KPI;Value;Month;Remarks;Internal code;New\nTotal cleared;15 billion;01/2021;;;5\n");
    const Ran refused = import({"--json"});
    EXPECT_EQ(refused.exit, 3);
    EXPECT_EQ(refused.refusal(), "trackers.column_unmentioned");
    EXPECT_EQ(refused.refusal("place"), "column New");
}

TEST_F(TrackerLine, ReadsAWideWorkbookAndActions) {
    const auto workbook = xlsx::write({{"Data", {{"indicator"}, {"2021-Q1"}, {"2021-Q2"}}, {{"m4.cleared", "17 billion", "-"}}}}, 1);
    ASSERT_TRUE(workbook.has_value());
    write_text(folder_.at("w.xlsx"), text_of(*workbook));
    const Ran proposed = ponte_({"tracker", "propose", folder_.at("w.xlsx"), "--out", folder_.at("w.json"), "--as", "amcm.officer"});
    ASSERT_EQ(proposed.exit, 0) << proposed.err;
    EXPECT_NE(proposed.out.find("number of 2021-Q1"), std::string::npos) << proposed.out;

    write_text(folder_.at("a.csv"), "measure,duty,date,what was done,source\n7,1,2021-03-01,Met the other side,https://example.org/met\n7,1,2021-03-01,Met the other side,\n");
    write_text(folder_.at("a.json"), R"({"version":1,"plan":"2020","columns":[{"head":"measure","gives":"measure"},{"head":"duty","gives":"duty"},
      {"head":"date","gives":"on","format":"YYYY-MM-DD"},{"head":"what was done","gives":"action"},{"head":"source","gives":"source"}]})");
    const std::vector<std::string> words{"tracker", "import", folder_.at("a.csv"), "--map", folder_.at("a.json"), "--as", "coord", "--accept-good-rows"};
    const Ran acted = ponte_(words);
    EXPECT_EQ(acted.exit, 0) << acted.err;
    EXPECT_NE(acted.out.find("1 recorded, 0 known before, 1 refused"), std::string::npos) << acted.out << acted.err;
    EXPECT_NE(ponte_({"query", "conference.items", "series=actions/2020/7", "--as", "coord"}).out.find("Met the other side"), std::string::npos);
    const Ran again = ponte_(words);
    EXPECT_NE(again.out.find("0 recorded, 1 known before, 1 refused"), std::string::npos) << again.out << again.err;
}

}  // namespace
}  // namespace ponte::run
