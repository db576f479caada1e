// Texts out to translators and back, as a secretariat does it at the command line: terms that the other side
// agrees to, conversion by machine, XLIFF and Word, dry runs, the same file twice, and an old file after a correction.
#include "cli_run.h"

#include <gtest/gtest.h>
#include <memory>

namespace ponte::run {
namespace {

namespace fs = std::filesystem;

// The small journal of tests/golden/journal-0.1.sh with a plan in Simplified Chinese beside its own.
class TranslationFiles : public testing::Test {
protected:
    static void SetUpTestSuite() {
        origin_ = std::make_unique<Folder>();
        const Ran made = command({"/bin/sh", "tests/golden/journal-0.1.sh", program(), origin_->at("j")}, origin_->path());
        ASSERT_EQ(made.exit, 0) << made.err;
        const Ponte ponte{.folder = origin_->path(), .journal = origin_->at("j"), .clock = ""};
        ASSERT_EQ(ponte({"plan", "import", "data/plans/own-words-2020.zh-Hans-CN.txt", "--plan", "hans", "--as", "coord"}).exit, 0);
    }
    static void TearDownTestSuite() { origin_.reset(); }

    void SetUp() override { fs::copy(origin_->path() / "j", folder_.path() / "j", fs::copy_options::recursive); }

    [[nodiscard]] Ran translation(std::vector<std::string> words, const std::string& who = "coord") const {
        words.insert(words.begin(), "translation");
        words.insert(words.end(), {"--as", who});
        return ponte_(words);
    }
    [[nodiscard]] std::string size() const { return std::string(ponte_({"journal", "stat", "--json"}).json().at("size").as_string()); }
    void export_to(const std::string& name, const std::string& language, const std::string& format) const {
        const Ran ran = translation({"export", "plan/hans", "--to", language, "--format", format, "--out", folder_.at(name)});
        ASSERT_EQ(ran.exit, 0) << ran.err;
    }
    // As a translator's program: a target beside every source, and its state.
    void translate(const std::string& name) const {
        std::string file = read_text(folder_.at(name));
        const std::string open = "<segment state=\"initial\">";
        const std::string close = "</source>";
        int number = 0;
        for (std::size_t at = file.find(open); at != std::string::npos; at = file.find(open, at)) {
            file.replace(at, open.size(), "<segment state=\"translated\">");
            const std::size_t end = file.find(close, at) + close.size();
            file.insert(end, "<target>Texto " + std::to_string(++number) + "</target>");
        }
        ASSERT_GT(number, 23);
        write_text(folder_.at(name), file);
    }

    Folder folder_;
    Ponte ponte_{.folder = folder_.path(), .journal = folder_.at("j"), .clock = ""};

private:
    static std::unique_ptr<Folder> origin_;
};

std::unique_ptr<Folder> TranslationFiles::origin_;

bool says(const Ran& ran, std::string_view text) { return (ran.out + ran.err).find(text) != std::string::npos; }

TEST_F(TranslationFiles, TheListOfTermsIsProposedOnceAndWinsWhenTheOtherSideHasAgreed) {
    EXPECT_TRUE(says(translation({"terms", "import", "data/terms.csv", "--dry-run"}), "nothing was recorded"));
    const Ran first = translation({"terms", "import", "data/terms.csv"});
    ASSERT_EQ(first.exit, 0) << first.out << first.err;
    const std::string after = size();
    EXPECT_TRUE(says(translation({"terms", "import", "data/terms.csv"}), "0 would be proposed"));
    EXPECT_EQ(size(), after);
    EXPECT_TRUE(says(translation({"terms", "agree", "--all"}), "0 terms agreed")) << "nobody agrees to his own";
    // The dictionary would write 中葡綜合體 too, but “卫生局”, “平台” and the long titles show whose word it is.
    EXPECT_FALSE(says(translation({"convert", "plan/hans", "--from", "zh-Hans", "--to", "zh-Hant", "--dry-run"}), "term psc:"));
    const Ran agreed = translation({"terms", "agree", "--all"}, "ndrc.desk");
    EXPECT_EQ(agreed.exit, 0) << agreed.out << agreed.err;
    EXPECT_FALSE(says(agreed, "0 terms agreed"));
    EXPECT_TRUE(says(translation({"convert", "plan/hans", "--from", "zh-Hans", "--to", "zh-Hant", "--dry-run"}), "term psc: 葡语国家 -> 葡語國家"));
}

TEST_F(TranslationFiles, AMachineProposesAndAnUntouchedProposalIsNotConfirmed) {
    const std::string before = size();
    ASSERT_EQ(translation({"convert", "plan/hans", "--from", "zh-Hans", "--to", "zh-Hant", "--dry-run"}).exit, 0);
    EXPECT_EQ(size(), before);
    ASSERT_EQ(translation({"convert", "plan/hans", "--from", "zh-Hans", "--to", "zh-Hant"}).exit, 0);
    EXPECT_TRUE(says(translation({"queue", "plan/hans", "--to", "zh-Hant"}), "23 machine-converted"));
    EXPECT_TRUE(says(translation({"convert", "plan/hans", "--from", "zh-Hans", "--to", "zh-Hant"}), "0 proposed"));
    export_to("hant.docx", "zh-Hant", "docx");
    const Ran untouched = translation({"import", folder_.at("hant.docx")});
    EXPECT_EQ(untouched.exit, 0) << untouched.err;
    EXPECT_TRUE(says(untouched, "0 changed, 0 unchanged, 23 not finished"));
}

TEST_F(TranslationFiles, AnXliffComesBackOnceAndAnOldOneIsTold) {
    export_to("pt.xlf", "pt", "xliff");
    translate("pt.xlf");
    const std::string before = size();
    const Ran dry = translation({"import", folder_.at("pt.xlf"), "--dry-run"});
    EXPECT_TRUE(says(dry, "nothing was recorded: 23 changed")) << dry.out << dry.err;
    EXPECT_EQ(size(), before);
    EXPECT_TRUE(says(translation({"import", folder_.at("pt.xlf")}, "amcm.officer"), "conference.not_allowed"));
    EXPECT_EQ(size(), before) << "all or none";
    ASSERT_EQ(translation({"import", folder_.at("pt.xlf")}).exit, 0);
    const std::string after = size();
    EXPECT_TRUE(says(translation({"import", folder_.at("pt.xlf")}), "0 changed, 23 unchanged"));
    EXPECT_EQ(size(), after) << "the same file twice is harmless";

    ASSERT_EQ(ponte_({"ask", "translation.require", "scope=plan/hans", "languages=[\"pt\"]", "--as", "coord"}).exit, 0);
    ASSERT_EQ(ponte_({"ask", "translation.approve_texts", "scope=plan/hans", "--as", "coord"}).exit, 0);

    std::string plan = read_text("data/plans/own-words-2020.zh-Hans-CN.txt");
    const std::size_t at = plan.find("人民币结算");
    ASSERT_NE(at, std::string::npos);
    plan.insert(at, "跨境");
    write_text(folder_.at("corrected.txt"), plan);
    ASSERT_EQ(ponte_({"plan", "correct", folder_.at("corrected.txt"), "--plan", "hans", "--reason", "a word", "--as", "coord"}).exit, 0);
    const Ran refused = ponte_({"ask", "translation.approve_texts", "scope=plan/hans", "--as", "coord", "--json"});
    EXPECT_EQ(refused.refusal(), "translation.not_ready");
    EXPECT_EQ(refused.refusal("subject"), "plan/hans/4 pt-PT stale");
    EXPECT_TRUE(says(ponte_({"query", "translation.ready", "scope=plan/hans", "--as", "ndrc.desk"}), "\"stale\":true"));

    const std::string corrected = size();
    const Ran old = translation({"import", folder_.at("pt.xlf"), "--json"});
    EXPECT_EQ(old.exit, 3);
    EXPECT_TRUE(says(old, "cli.source_changed_since_export")) << old.out;
    EXPECT_TRUE(says(old, "plan/hans/4#0")) << old.out;
    EXPECT_EQ(size(), corrected);
}

TEST_F(TranslationFiles, RefusesWhatIsNoLanguageOrNothingToDo) {
    EXPECT_EQ(translation({"export", "plan/hans", "--to", "fr", "--out", folder_.at("x"), "--json"}).refusal(), "cli.translation_language");
    EXPECT_EQ(translation({"export", "plan/hans", "--to", "zh-Hans", "--out", folder_.at("x"), "--json"}).refusal(), "cli.translation_language");
    EXPECT_EQ(translation({"export", "plan/none", "--to", "pt", "--out", folder_.at("x"), "--json"}).refusal(), "cli.nothing_to_translate");
    EXPECT_EQ(translation({"convert", "plan/hans", "--from", "zh-Hans", "--to", "pt", "--json"}).refusal(), "cli.translation_language");
    write_text(folder_.at("x.xlf"), "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>");
    EXPECT_EQ(translation({"import", folder_.at("x.xlf"), "--json"}).refusal(), "xliff.doctype");
}

// Names have no original: what a translator fills in becomes the indicator's next version.
TEST_F(TranslationFiles, NamesOfIndicatorsComeBackAsTheirNextVersion) {
    ASSERT_EQ(translation({"export", "indicators/2020", "--to", "pt", "--from", "en", "--all", "--out", folder_.at("names.xlf")}).exit, 0);
    std::string file = read_text(folder_.at("names.xlf"));
    const std::size_t at = file.find("Total compensado");
    ASSERT_NE(at, std::string::npos) << file;
    file.replace(at, std::string_view("Total compensado").size(), "Total da compensação");
    write_text(folder_.at("names.xlf"), file);
    const Ran ran = translation({"import", folder_.at("names.xlf")});
    EXPECT_EQ(ran.exit, 0) << ran.out << ran.err;
    EXPECT_TRUE(says(ran, "1 changed, 1 unchanged"));
    EXPECT_TRUE(says(ponte_({"query", "translation.texts", "scope=indicators/2020", "--as", "coord"}), "Total da compensação"));
}

}  // namespace
}  // namespace ponte::run
