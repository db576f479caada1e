#include "base/texts.h"

#include <gtest/gtest.h>

namespace ponte {
namespace {

TextKept measure() {
    const Digest digest = sha256("深化金融合作");
    return {.ref = "plan/2020/4",
            .scope = "plan/2020",
            .original = Language::zh_hans,
            .digest = digest,
            .texts = {{.language = Language::zh_hans, .text = "深化金融合作", .parts = {"一", "二"}, .status = TextStatus::official},
                      {.language = Language::pt, .text = "Aprofundar", .parts = {"a", "b"}, .status = TextStatus::reference, .of_digest = digest}}};
}

TEST(StateIn, SaysWhatAReaderOfEachLanguageMeets) {
    TextKept text = measure();
    EXPECT_EQ(state_in(text, Language::zh_hans), TextState::official);
    EXPECT_EQ(state_in(text, Language::pt), TextState::reference);
    EXPECT_EQ(state_in(text, Language::en), TextState::missing);
    text.texts[1].status = TextStatus::machine_converted;
    EXPECT_EQ(state_in(text, Language::pt), TextState::machine_converted);
    text.texts[1].text.clear();
    EXPECT_EQ(state_in(text, Language::pt), TextState::missing);
}

TEST(StateIn, IsStaleWhenTheWordingChangedWhateverTheTranslationWasWorth) {
    for (const TextStatus status : {TextStatus::official, TextStatus::reference, TextStatus::machine_converted}) {
        TextKept text = measure();
        text.texts[1].status = status;
        text.digest = sha256("深化金融合作。");
        EXPECT_EQ(state_in(text, Language::pt), TextState::stale);
        EXPECT_EQ(state_in(text, Language::zh_hans), TextState::official) << "the original is never stale";
    }
}

TEST(StateIn, IsStaleWhenTheOriginalIsBrokenIntoOtherParts) {
    TextKept text = measure();
    text.texts[0].parts.push_back("三");
    EXPECT_EQ(state_in(text, Language::pt), TextState::stale);
    text.texts[1].parts.clear();
    EXPECT_EQ(state_in(text, Language::pt), TextState::reference) << "a text that breaks nothing out has nothing to differ in";
}

TEST(StateIn, OfANameIsStatedOrMissingAndNeverStale) {
    const TextKept name{.ref = "indicator/rmb", .scope = "indicators/2020", .texts = {{.language = Language::en, .text = "RMB cleared"}}};
    EXPECT_EQ(state_in(name, Language::en), TextState::stated);
    EXPECT_EQ(state_in(name, Language::pt), TextState::missing);
    EXPECT_EQ(name.source()->text, "RMB cleared");
}

TEST(LanguageNotCurrent, NamesTheFirstRequiredLanguageThatHoldsAnApprovalUp) {
    const TextKept text = measure();
    EXPECT_EQ(language_not_current(text, {}), std::nullopt);
    EXPECT_EQ(language_not_current(text, {Language::zh_hans, Language::pt}), std::nullopt);
    EXPECT_EQ(language_not_current(text, {Language::pt, Language::en, Language::zh_hant}), Language::en);
}

}  // namespace
}  // namespace ponte
