// Tables at the command line, as an officer reads them in: whole or not at all, every fault with its line, and what a desk
// cannot answer refused like anything else.
#include "cli_run.h"

#include <gtest/gtest.h>
#include <memory>

namespace ponte::run {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view own_rates_head =
    "jurisdiction,income,rate,holding_min,holding_above,days_min,beneficial_owner,owners,kinds,payee_listed,associated,elected,amount_max,other,from,to,clause,source,as_of,confidence,note\n";

std::string own_rate(const std::string& jurisdiction, const std::string& income, const std::string& rate) {
    return jurisdiction + "," + income + "," + rate + ",,,,,,,,,,,,,,,test table,2024-12-18,high,\n";
}

// The small journal of tests/golden/journal-0.1.sh, with an officer of rates and one of stays.
class WholeTables : public testing::Test {
protected:
    static void SetUpTestSuite() {
        origin_ = std::make_unique<Folder>();
        const Ran made = command({"/bin/sh", "tests/golden/journal-0.1.sh", program(), origin_->at("j")}, origin_->path());
        ASSERT_EQ(made.exit, 0) << made.err;
        const Ponte ponte{.folder = origin_->path(), .journal = origin_->at("j"), .clock = ""};
        for (const std::string desk : {"withholding", "stay", "accords", "origin"}) {
            const Ran granted = ponte({"ask", "access.grant_role", "person=coord", "desk=" + desk, "role=officer", "--as", "adm.one"});
            ASSERT_EQ(granted.exit, 0) << granted.err;
        }
    }
    static void TearDownTestSuite() { origin_.reset(); }

    void SetUp() override { fs::copy(origin_->path() / "j", folder_.path() / "j", fs::copy_options::recursive); }

    [[nodiscard]] std::string file(const std::string& name, const std::string& content) const {
        write_text(folder_.at(name), content);
        return folder_.at(name);
    }
    [[nodiscard]] Ran withholding(std::vector<std::string> words, const std::string& who = "coord") const {
        words.insert(words.begin(), {"withholding", "import"});
        words.insert(words.end(), {"--as", who});
        return ponte_(words);
    }
    [[nodiscard]] std::string size() const { return std::string(ponte_({"journal", "stat", "--json"}).json().at("size").as_string()); }

    Folder folder_;
    Ponte ponte_{.folder = folder_.path(), .journal = folder_.at("j"), .clock = ""};

private:
    static std::unique_ptr<Folder> origin_;
};

std::unique_ptr<Folder> WholeTables::origin_;

TEST_F(WholeTables, OneFaultKeepsEveryRowOfEveryFileOut) {
    const std::string good = file("good.csv", std::string(own_rates_head) + own_rate("MO", "dividends", "0"));
    const std::string bad = file("bad.csv", std::string(own_rates_head) + own_rate("PT", "interest", "25") + own_rate("PT", "royalties", "500") + own_rate("MO", "royalties", "-1"));
    const std::string before = size();
    const Ran ran = withholding({good, bad});
    EXPECT_EQ(ran.exit, 3);
    EXPECT_EQ(size(), before);
    EXPECT_NE(ran.err.find(bad + ", line 3, column rate"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find(bad + ", line 4, column rate"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("nothing was recorded of any file"), std::string::npos) << ran.err;
    EXPECT_EQ(ran.out, "");
}

TEST_F(WholeTables, ADryRunRecordsNothingAndTheSecondReadingToo) {
    const std::string good = file("good.csv", std::string(own_rates_head) + own_rate("MO", "dividends", "0") + own_rate("PT", "interest", "25"));
    const std::string before = size();
    EXPECT_EQ(withholding({good, "--dry-run"}).out, good + ": dry run; 2 rows would be recorded; 0 stand so already; nothing was recorded\n");
    EXPECT_EQ(size(), before);
    EXPECT_TRUE(withholding({good}).out.starts_with(good + ": 2 rows recorded; 0 stood so before\n"));
    const std::string after = size();
    EXPECT_NE(after, before);
    EXPECT_TRUE(withholding({good}).out.starts_with(good + ": 0 rows recorded; 2 stood so before\n"));
    EXPECT_EQ(size(), after);
}

TEST_F(WholeTables, WhoMayNotIsToldSoOnce) {
    const std::string good = file("good.csv", std::string(own_rates_head) + own_rate("MO", "dividends", "0") + own_rate("PT", "interest", "25"));
    const Ran ran = withholding({good}, "amcm.officer");
    EXPECT_EQ(ran.exit, 3);
    const std::string code = "withholding.not_allowed";
    const std::size_t first = ran.err.find(code);
    ASSERT_NE(first, std::string::npos) << ran.err;
    EXPECT_EQ(ran.err.find(code, first + 1), std::string::npos) << ran.err;
}

// Each row stands on the ones before it, in the trial as in the record.
TEST_F(WholeTables, ARowMayNeedTheOneBeforeIt) {
    const std::string zones = file("zones.csv", "zone,name_zh_hant,name_zh_hans,name_pt,name_en,common,source,as_of,confidence,note\n"
                                                "T1,,,,Test zone,rolling 90/180,test table,2020-01-01,high,\n");
    const std::string members = file("members.csv", "zone,member,from,to,seen,source,as_of,confidence,note\nT1,PT,2015-01-01,,,test table,2020-01-01,high,\n");
    const Ran both = ponte_({"stay", "import", zones, members, "--dry-run", "--as", "coord"});
    EXPECT_EQ(both.exit, 0) << both.err;
    const std::string before = size();
    EXPECT_EQ(ponte_({"stay", "import", members, zones, "--as", "coord"}).exit, 3);
    EXPECT_EQ(size(), before);
    EXPECT_EQ(ponte_({"stay", "import", zones, members, "--as", "coord"}).exit, 0);
}

TEST_F(WholeTables, AQuestionThatCannotBeAnsweredIsRefused) {
    const Ran cyclic = ponte_({"query", "withholding.route", "from=PT", "to=PT", "income=dividends", "--as", "coord", "--json"});
    EXPECT_EQ(cyclic.exit, 3);
    EXPECT_EQ(cyclic.refusal(), "withholding.route_cyclic");
    EXPECT_EQ(cyclic.refusal("place"), "/to");
    const Ran itself = ponte_({"withholding", "routes", "PT", "PT", "dividends", "--as", "coord", "--json"});
    EXPECT_EQ(itself.exit, 3);
    EXPECT_EQ(itself.refusal(), "withholding.route_cyclic");
}

}  // namespace
}  // namespace ponte::run
