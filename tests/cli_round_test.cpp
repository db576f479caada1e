// A reporting round as an office meets it at the command line: the form goes out as an Excel and a Word file, is
// filled in, comes back, is refused cell by cell, signed, released; dates go out as a calendar.
#include "adapters/zipped/zipped.h"
#include "cli_run.h"

#include <gtest/gtest.h>
#include <memory>

namespace ponte::run {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view clock_at_work = "2022-03-07T02:00:00Z";

Bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

// Types texts into the cells of the figures' sheet, as an officer's program would save them.
void type_into(const std::string& path, const std::vector<std::pair<std::string, std::string>>& cells) {
    auto entries = zipped::unzip(bytes_of(read_text(path)));
    ASSERT_TRUE(entries) << path;
    for (zipped::Entry& entry : *entries) {
        if (entry.name != "xl/worksheets/sheet1.xml") continue;
        std::string xml(entry.bytes.begin(), entry.bytes.end());
        for (const auto& [cell, text] : cells) {
            const std::size_t from = xml.find("<c r=\"" + cell + "\"");
            ASSERT_NE(from, std::string::npos) << cell;
            const std::size_t tag_end = xml.find('>', from);
            const bool empty = xml[tag_end - 1] == '/';
            const std::size_t to = empty ? tag_end + 1 : xml.find("</c>", from) + 4;
            xml.replace(from, to - from, "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
        }
        entry.bytes = bytes_of(xml);
    }
    const auto file = zipped::zip(*entries);
    ASSERT_TRUE(file);
    write_text(path, std::string(file->begin(), file->end()));
}

class Round : public testing::Test {
protected:
    static void SetUpTestSuite() {
        origin_ = std::make_unique<Folder>();
        const Ran made = command({"/bin/sh", "tests/golden/journal-0.1.sh", program(), origin_->at("j")}, origin_->path());
        ASSERT_EQ(made.exit, 0) << made.err;
        // March 2022 is worked on both sides, but for weekends.
        std::string orders;
        const std::string at = "{\"at\":\"" + std::string(clock_at_work) + "\",";
        for (const std::string place : {"CN", "MO"}) {
            if (place == "CN") orders += at + R"("as":"adm.one","ask":"directory.name_jurisdiction","with":{"jurisdiction":"CN","names":{"en":"Mainland"},"source":"test"}})" + "\n";
            orders += at + R"("as":"adm.one","ask":"calendar.load_year","with":{"place":")" + place + R"(","year":"2022","official":"true","source":"test"}})" + "\n";
        }
        write_text(origin_->path() / "orders.jsonl", orders);
        const Ponte ponte{.folder = origin_->path(), .journal = origin_->at("j"), .clock = std::string(clock_at_work)};
        const Ran furnished = ponte({"orders", origin_->at("orders.jsonl"), "--json"});
        ASSERT_EQ(furnished.exit, 0) << furnished.out << furnished.err;
        const Ran opened = ponte({"round", "open", "2021-q4", "--plan", "2020", "--period", "2021-12", "--working-days", "10", "--as", "coord", "--json"});
        ASSERT_EQ(opened.exit, 0) << opened.out << opened.err;
    }
    static void TearDownTestSuite() { origin_.reset(); }
    void SetUp() override { fs::copy(origin_->path() / "j", folder_.path() / "j", fs::copy_options::recursive); }

    [[nodiscard]] Ran round(std::vector<std::string> words, const std::string& as) const {
        words.insert(words.begin(), "round");
        words.insert(words.end(), {"--as", as, "--json"});
        return ponte_(words);
    }
    [[nodiscard]] std::string state(const std::string& as) const {
        const Ran ran = round({"list", "2021-q4"}, as);
        const boost::json::object told = ran.json();
        const auto* const all = told.if_contains("requests");
        return all == nullptr || all->as_array().empty() ? ran.out + ran.err : std::string(all->as_array()[0].at("state").as_string());
    }
    [[nodiscard]] std::string size() const { return std::string(ponte_({"journal", "stat", "--json"}).json().at("size").as_string()); }

    Folder folder_;
    Ponte ponte_{.folder = folder_.path(), .journal = folder_.at("j"), .clock = std::string(clock_at_work)};

private:
    static std::unique_ptr<Folder> origin_;
};

std::unique_ptr<Folder> Round::origin_;

TEST_F(Round, GoesOutAsFormsAndComesBackFilledIn) {
    const Ran forms = round({"forms", "2021-q4", "--out", folder_.at("out"), "--lang", "en", "--format", "both"}, "coord");
    ASSERT_EQ(forms.exit, 0) << forms.out << forms.err;
    const std::string sheet = folder_.at("out/2021-q4.amcm.en.xlsx");
    EXPECT_TRUE(fs::exists(sheet));
    EXPECT_TRUE(fs::exists(folder_.at("out/2021-q4.amcm.en.docx")));
    // The same form is the same bytes.
    const std::string before = read_text(sheet);
    ASSERT_EQ(round({"forms", "2021-q4", "--out", folder_.at("out"), "--lang", "en"}, "coord").exit, 0);
    EXPECT_EQ(read_text(sheet), before);

    // Nothing is typed yet: the lines are told, and nothing is recorded.
    const std::string size_before = size();
    EXPECT_EQ(round({"read", sheet}, "amcm.officer").exit, 3);
    type_into(sheet, {{"J7", "2,244.3"}});
    const Ran faulty = round({"read", sheet}, "amcm.officer");
    EXPECT_EQ(faulty.exit, 3);
    EXPECT_NE(faulty.out.find("\"code\":\"forms.source_missing\""), std::string::npos) << faulty.out;
    EXPECT_NE(faulty.out.find("cell L7"), std::string::npos) << faulty.out;
    EXPECT_EQ(size(), size_before);

    type_into(sheet, {{"L7", "https://example.org/2021-12"}});
    const Ran dry = round({"read", sheet, "--dry-run"}, "amcm.officer");
    EXPECT_EQ(dry.exit, 0) << dry.out << dry.err;
    EXPECT_EQ(size(), size_before);
    // Not the form of whoever else hands it in.
    EXPECT_NE(round({"read", sheet}, "dsaj.officer").out.find("reporting.body_not_yours"), std::string::npos);
    const Ran read = round({"read", sheet}, "amcm.officer");
    ASSERT_EQ(read.exit, 0) << read.out << read.err;
    EXPECT_EQ(state("amcm.officer"), "returned");
    EXPECT_EQ(state("ndrc.desk"), "asked");

    EXPECT_EQ(round({"release", "2021-q4", "--body", "amcm"}, "coord").refusal(), "reporting.not_signed_off");
    ASSERT_EQ(round({"sign-off", "2021-q4"}, "amcm.head").exit, 0);
    ASSERT_EQ(round({"release", "2021-q4", "--body", "amcm"}, "coord").exit, 0);
    EXPECT_EQ(state("ndrc.desk"), "released");
    const Ran request = ponte_({"query", "reporting.request", "round=2021-q4", "body=amcm", "--as", "ndrc.desk"});
    EXPECT_NE(request.out.find("2,244.3"), std::string::npos) << request.out;
    EXPECT_NE(request.out.find("\"value\":\"2244.3\""), std::string::npos) << request.out;
    // The same file once more changes nothing.
    EXPECT_NE(round({"read", sheet}, "amcm.officer").out.find("reporting.return_signed_off"), std::string::npos);
    const Ran verified = ponte_({"journal", "verify", "--json"});
    EXPECT_EQ(verified.exit, 0) << verified.out << verified.err;
}

TEST_F(Round, TellsAFormOfAnOlderGenerationFromThePresentOne) {
    ASSERT_EQ(round({"forms", "2021-q4", "--out", folder_.at("out"), "--lang", "en"}, "coord").exit, 0);
    const std::string sheet = folder_.at("out/2021-q4.amcm.en.xlsx");
    type_into(sheet, {{"J7", "2,244.3"}, {"L7", "https://example.org/2021-12"}});
    ASSERT_EQ(ponte_({"ask", "reporting.change_lines", "round=2021-q4", "body=amcm", R"(lines=[{"indicator":"m4.cleared","period":"2021-11"}])", "reason=another month", "--as", "coord", "--json"}).exit, 0);
    const Ran read = round({"read", sheet}, "amcm.officer");
    EXPECT_EQ(read.exit, 3);
    EXPECT_NE(read.out.find("forms.old_generation"), std::string::npos) << read.out;
    EXPECT_EQ(state("amcm.officer"), "asked");
}

TEST_F(Round, IsLateRemindedEscalatedAndInTheCalendar) {
    EXPECT_EQ(round({"late"}, "coord").json().at("requests").as_array().size(), 0U);
    EXPECT_EQ(round({"escalate", "2021-q4", "--body", "amcm", "--to", "ndrc", "--reason", "no word"}, "coord").refusal(), "reporting.not_yet_due");
    ponte_.clock = "2022-04-01T02:00:00Z";
    EXPECT_EQ(round({"late"}, "coord").json().at("requests").as_array().size(), 1U);
    EXPECT_EQ(round({"remind", "2021-q4"}, "coord").exit, 0);
    EXPECT_EQ(round({"remind", "2021-q4"}, "coord").refusal(), "reporting.nobody_to_remind");
    EXPECT_EQ(round({"escalate", "2021-q4", "--body", "amcm", "--to", "ndrc", "--reason", "no word"}, "coord").exit, 0);
    ASSERT_EQ(round({"ics", "--body", "amcm", "--out", folder_.at("amcm.ics"), "--lang", "pt"}, "coord").exit, 0);
    const std::string feed = read_text(folder_.at("amcm.ics"));
    EXPECT_NE(feed.find("DTSTART;VALUE=DATE:20220321"), std::string::npos) << feed;  // ten working days after 7 March
    EXPECT_NE(feed.find("prazo de"), std::string::npos) << feed;
    EXPECT_EQ(feed.find("no word"), std::string::npos);
    ASSERT_EQ(round({"close", "2021-q4", "--reason", "the session"}, "coord").exit, 0);
    EXPECT_EQ(state("coord"), "not_returned");
    EXPECT_EQ(round({"extend", "2021-q4", "--to", "2022-04-11", "--reason", "late"}, "amcm.officer").refusal(), "reporting.round_closed");
    // Without a name it is told in the language asked for.
    const Ran told = ponte_({"round", "list", "--as", "coord", "--lang", "zh-Hans"});
    EXPECT_NE(told.out.find("未交 1"), std::string::npos) << told.out << told.err;
}

}  // namespace
}  // namespace ponte::run
