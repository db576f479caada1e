#include "desks/planning/desk_sample.h"

namespace ponte::planning {
namespace {

using namespace sample;

template <class Command>
struct Request {
    Grant by;
    Command command;
};
template <class Command>
auto decided_by(const Desk& desk) {
    return [&desk](const Request<Command>& r) { return desk.decided(r.by, r.command); };
}

const Line& line(const Desk& desk, std::string id = "line1") { return *desk.state.lists.at(list_2021()).line(LineId(std::move(id))); }

Desk desk_with_a_line() {
    Desk desk;
    desk.done(macao(), opening());
    desk.done(macao(), line_in(1));
    desk.done(macao(), line_in(1));
    for (const Grant& by : {macao(), mainland()}) desk.done(by, WithdrawLine{list_2021(), LineId("line2"), "no"});
    return desk;
}

TEST(DraftWording, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_line();
    using R = Request<DraftWording>;
    expect_refusals<R>({macao(), {list_2021(), LineId("line1"), Language::pt, "Melhorar.", {}}},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::control_characters, [](R& r) { r.command.text = "a\nb"; }},
                        {refusals::text_too_long, [](R& r) { r.command.comment = std::string(16'001, 'a'); }},
                        {refusals::list_unknown, [](R& r) { r.command.list = ListId("none"); }},
                        {refusals::line_unknown, [](R& r) { r.command.line = LineId("line9"); }},
                        {refusals::line_withdrawn, [](R& r) { r.command.line = LineId("line2"); }}},
                       decided_by<DraftWording>(desk));
    EXPECT_EQ(desk.ask(macao(), DraftWording{list_2021(), LineId("line1"), Language::pt, "", {}}), "planning.no_draft");
    desk.done(macao(), DraftWording{list_2021(), LineId("line1"), Language::pt, "Melhorar.", {}});
    EXPECT_EQ(desk.ask(mainland(), DraftWording{list_2021(), LineId("line1"), Language::pt, "", {}}), "planning.no_draft");
    desk.done(macao(), DraftWording{list_2021(), LineId("line1"), Language::pt, "", {}});
    EXPECT_TRUE(line(desk).wordings.at(Language::pt).drafts.empty());
}

TEST(ProposeWording, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_line();
    desk.done(macao(), wording("line1", "旧"));
    using R = Request<ProposeWording>;
    expect_refusals<R>({macao(), wording("line1", "新")},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::text_missing, [](R& r) { r.command.text = ""; }},
                        {refusals::control_characters, [](R& r) { r.command.text = "a\nb"; }},
                        {refusals::list_unknown, [](R& r) { r.command.list = ListId("none"); }},
                        {refusals::line_unknown, [](R& r) { r.command.line = LineId("line9"); }},
                        {refusals::line_withdrawn, [](R& r) { r.command.line = LineId("line2"); }},
                        {refusals::no_draft, [](R& r) { r.command.text.reset(); }},
                        {refusals::already_stands_by_it, [](R& r) { r.command.text = "旧"; }}},
                       decided_by<ProposeWording>(desk));
}

TEST(ProposeWording, TakesTheOwnSidesDraftAndNotTheOthers) {
    Desk desk = desk_with_a_line();
    desk.done(macao(), DraftWording{list_2021(), LineId("line1"), Language::pt, "Melhorar.", "for our side"});
    ProposeWording from_draft = wording("line1", "", Language::pt);
    from_draft.text.reset();
    EXPECT_EQ(desk.ask(mainland(), from_draft), "planning.no_draft");
    desk.done(macao(), from_draft);
    EXPECT_EQ(line(desk).wordings.at(Language::pt).proposals.back().event.text, "Melhorar.");
    EXPECT_TRUE(line(desk).wordings.at(Language::pt).drafts.empty());
}

// Two spellings of one text are one text: what is typed apart is kept as it is shown.
TEST(ProposeWording, KeepsTheNormalForm) {
    Desk desk = desk_with_a_line();
    desk.done(macao(), wording("line1", "Promoc\xcc\xa7\xcc\x83" "ao e prote\xcc\x81", Language::pt));
    EXPECT_EQ(line(desk).wordings.at(Language::pt).proposals.back().event.text.find("e\xcc\x81"), std::string::npos);
}

TEST(AgreeWording, RefusesInTheDocumentedOrder) {
    Desk desk = desk_with_a_line();
    desk.done(macao(), wording("line1", "甲"));
    using R = Request<AgreeWording>;
    expect_refusals<R>({mainland(), agreement("line1", "甲")},
                       {{refusals::not_allowed, [](R& r) { r.by = head(); }},
                        {refusals::list_unknown, [](R& r) { r.command.list = ListId("none"); }},
                        {refusals::line_unknown, [](R& r) { r.command.line = LineId("line9"); }},
                        {refusals::line_withdrawn, [](R& r) { r.command.line = LineId("line2"); }},
                        {refusals::wording_unknown, [](R& r) { r.command.text = sha256("never proposed"); }},
                        {refusals::already_stands_by_it, [](R& r) { r.by = macao(); }}},
                       decided_by<AgreeWording>(desk));
}

TEST(AgreeWording, NeedsBothSidesOnTheVerySameText) {
    Desk desk = desk_with_a_line();
    desk.done(macao(), wording("line1", "甲"));
    EXPECT_FALSE(line(desk).is_agreed(Language::zh_hans));
    desk.done(mainland(), wording("line1", "乙"));
    EXPECT_FALSE(line(desk).is_agreed(Language::zh_hans));
    // Each comes round to what the other had said: still two texts.
    desk.done(macao(), agreement("line1", "乙"));
    EXPECT_TRUE(line(desk).is_agreed(Language::zh_hans));
    desk.done(mainland(), agreement("line1", "甲"));
    EXPECT_FALSE(line(desk).is_agreed(Language::zh_hans)) << "the Mainland stands by another text again";
    desk.done(macao(), agreement("line1", "甲"));
    EXPECT_EQ(line(desk).agreed_text(Language::zh_hans)->event.text, "甲");
}

TEST(AgreeWording, MakesTheOtherLanguagesStaleWhenAnAgreedTextChanges) {
    Desk desk = desk_with_an_agreed_list();
    const auto states = [&] {
        std::string text;
        for (const Language language : {Language::zh_hans, Language::pt}) text += line(desk).is_agreed(language) ? 'a' : line(desk).is_stale(language) ? 's' : 'o';
        return text;
    };
    EXPECT_EQ(states(), "aa");
    // A counter-proposal opens its own language and no other.
    desk.done(macao(), wording("line1", "另一种说法。"));
    EXPECT_EQ(states(), "oa");
    desk.done(mainland(), agreement("line1", "另一种说法。"));
    EXPECT_EQ(states(), "as");
    EXPECT_EQ(desk.ask(macao(), adopting()), "planning.line_not_agreed");
    // Both look at the old Portuguese text again and find that it still says it: that is no change.
    desk.done(macao(), agreement("line1", "Continuar a primeira.", Language::pt));
    EXPECT_EQ(states(), "as");
    desk.done(mainland(), agreement("line1", "Continuar a primeira.", Language::pt));
    EXPECT_EQ(states(), "aa");
    // A stale text may also be reworded, and following is no change that others must follow.
    worded(desk, "line1", "第三种说法。");
    EXPECT_EQ(states(), "as");
    worded(desk, "line1", "De outro modo.", Language::pt);
    EXPECT_EQ(states(), "aa");
    // A change on its own in the other language makes the first one stale.
    worded(desk, "line1", "Ainda de outro modo.", Language::pt);
    EXPECT_EQ(states(), "sa");
    EXPECT_EQ(desk.replayed(), desk.state);
}

// Going away from an agreed text and back to it changes nothing for the others.
TEST(AgreeWording, OfTheOldTextIsNoChange) {
    Desk desk = desk_with_an_agreed_list();
    desk.done(macao(), wording("line1", "另一种说法。"));
    desk.done(macao(), agreement("line1", "继续做第一项。"));
    EXPECT_TRUE(line(desk).is_agreed(Language::zh_hans));
    EXPECT_TRUE(line(desk).is_agreed(Language::pt));
}

}  // namespace
}  // namespace ponte::planning
