#include "desks/translation/desk_sample.h"

namespace ponte::translation {
namespace {

using namespace sample;

template <class Command>
struct Request {
    Grant by;
    Command command;
};

TEST(DefineTerm, IsAProposalUntilTheOtherSideAgrees) {
    Desk desk;
    desk.done(secretariat(), belt_and_road());
    const TermId id("belt_and_road");
    EXPECT_EQ(desk.state.terms.at(id).agreed(), nullptr);
    EXPECT_EQ(desk.ask(secretariat(), AgreeTerm{id, 1}), "translation.agrees_own_proposal");
    desk.done(other_secretariat(), AgreeTerm{id, 1});
    ASSERT_NE(desk.state.terms.at(id).agreed(), nullptr);
    EXPECT_EQ(desk.ask(other_secretariat(), AgreeTerm{id, 1}), "translation.nothing_proposed");
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(DefineTerm, KeepsTheAgreedWordingWhileTheNextIsOnlyProposed) {
    Desk desk;
    desk.agreed(belt_and_road());
    DefineTerm next = belt_and_road();
    next.forms.push_back({Language::pt, "Uma Faixa, Uma Rota"});
    next.reason = "an older text says it so";
    desk.done(other_secretariat(), next);
    const Term& term = desk.state.terms.at(next.term);
    EXPECT_EQ(term.agreed()->version, 1U);
    ASSERT_NE(term.proposed(), nullptr);
    EXPECT_EQ(desk.ask(secretariat(), AgreeTerm{next.term, 1}), "translation.version_superseded");
    desk.done(secretariat(), AgreeTerm{next.term, 2});
    EXPECT_EQ(term.agreed()->forms.size(), 5U);
    EXPECT_EQ(desk.replayed(), desk.state);
}

TEST(DefineTerm, ADeclinedProposalLeavesWhatWasAgreed) {
    Desk desk;
    desk.agreed(belt_and_road());
    DefineTerm next = belt_and_road();
    next.forms.pop_back();
    next.reason = "shorter";
    desk.done(secretariat(), next);
    desk.done(other_secretariat(), DeclineTerm{next.term, 2, "English is needed"});
    EXPECT_EQ(desk.state.terms.at(next.term).agreed()->version, 1U);
    EXPECT_EQ(desk.state.terms.at(next.term).proposed(), nullptr);
    desk.done(secretariat(), next);  // The same may be proposed again: as version 3.
    EXPECT_EQ(desk.state.terms.at(next.term).versions.size(), 3U);
}

TEST(DefineTerm, StoresFormsNormalised) {
    Desk desk;
    DefineTerm term = belt_and_road();
    term.forms = {{Language::zh_hans, "一带一\uF937"}};  // A compatibility ideograph that looks like 路.
    desk.done(secretariat(), term);
    EXPECT_EQ(desk.state.terms.at(term.term).versions[0].defined->forms[0].text, "一带一路");
}

TEST(DefineTerm, RefusesInTheDocumentedOrder) {
    Desk desk;
    desk.agreed(belt_and_road());
    DefineTerm other = belt_and_road();
    other.term = TermId("other");
    other.forms = {{Language::pt, "Rota"}};
    desk.done(secretariat(), other);
    using R = Request<DefineTerm>;
    R good{officer(), belt_and_road()};
    good.command.forms.push_back({Language::en, "B&R"});
    good.command.reason = "short form";
    expect_refusals<R>(
        good,
        {{refusals::not_allowed, [](R& r) { r.by = asker("x", Side::macao, {Role::reader}); }},
         {refusals::id_malformed, [](R& r) { r.command.term = TermId("Belt Road"); }},
         {refusals::text_missing, [](R& r) { r.command.forms.clear(); }},
         {refusals::text_missing, [](R& r) { r.command.forms.assign(1, {Language::pt, " "}); }},
         {refusals::control_characters, [](R& r) { r.command.forms.assign(1, {Language::pt, "a\nb"}); }},
         {refusals::control_characters, [](R& r) { r.command.forms.assign(1, {Language::pt, "a\xff"}); }},
         {refusals::text_too_long, [](R& r) { r.command.forms.assign(1, {Language::pt, std::string(301, 'x')}); }},
         {refusals::control_characters, [](R& r) { r.command.forms.assign(1, {Language::pt, " a"}); }},
         {refusals::control_characters, [](R& r) { r.command.note = "\x02"; }},
         {refusals::text_too_long, [](R& r) { r.command.note = std::string(2'001, 'x'); }},
         {refusals::source_missing, [](R& r) { r.command.source.clear(); }},
         {refusals::form_twice, [](R& r) { r.command.forms.assign(2, {Language::zh_hans, "二"}); }},
         {refusals::term_unchanged, [](R& r) { r.command.forms = belt_and_road().forms; }},
         {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
         {refusals::form_of_another_term, [](R& r) { r.command.forms.push_back({Language::pt, "Rota"}); }}},
        [&](const R& r) { return desk.decided(r.by, r.command); });
    EXPECT_EQ(desk.ask(stranger(), other), "translation.not_allowed") << "a body of neither side has no voice";
}

TEST(ImportTerms, TheSameFileTwiceIsHarmless) {
    Desk desk;
    DefineTerm other = belt_and_road();
    other.term = TermId("clearing");
    other.forms = {{Language::zh_hans, "人民币清算"}, {Language::zh_hant, "人民幣清算"}};
    const ImportTerms file{.file = sha256("file"), .terms = {belt_and_road(), other}};
    desk.done(secretariat(), file);
    const State before = desk.state;
    const Decision again = desk.decided(secretariat(), file);
    ASSERT_TRUE(again);
    ASSERT_EQ(again->size(), 1U);
    EXPECT_EQ(std::get<TermsImported>(again->front()), (TermsImported{.file = sha256("file"), .defined = 0, .unchanged = 2}));
    desk.done(secretariat(), file);
    EXPECT_EQ(desk.state, before);
}

TEST(ImportTerms, RefusesAllWhereOneRowIsWrongAndNamesItsPlace) {
    Desk desk;
    using R = Request<ImportTerms>;
    DefineTerm other = belt_and_road();
    other.term = TermId("clearing");
    other.forms = {{Language::zh_hans, "人民币清算"}};
    const R good{secretariat(), {.file = {}, .terms = {belt_and_road(), other}}};
    expect_refusals<R>(good,
                       {{refusals::not_allowed, [](R& r) { r.by = asker("x", Side::macao, {Role::head}); }},
                        {refusals::no_rows, [](R& r) { r.command.terms.clear(); }},
                        {refusals::too_many_rows, [](R& r) { r.command.terms.assign(501, belt_and_road()); }},
                        {refusals::id_malformed, [](R& r) { r.command.terms[0].term = TermId("A"); }},
                        {refusals::text_missing, [](R& r) { r.command.terms[0].forms.clear(); }},
                        {refusals::source_missing, [](R& r) { r.command.terms[0].source.clear(); }},
                        {refusals::term_twice, [](R& r) { r.command.terms.resize(2), r.command.terms[1].term = r.command.terms[0].term; }},
                        {refusals::form_of_another_term, [](R& r) { r.command.terms.resize(2), r.command.terms[1].forms = belt_and_road().forms; }}},
                       [&](const R& r) { return desk.decided(r.by, r.command); });
    R bad = good;
    bad.command.terms[1].forms = belt_and_road().forms;
    const Decision refused = desk.decided(bad.by, bad.command);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().place, "/terms/1/forms/0/text");
    EXPECT_TRUE(desk.state.terms.empty());
}

TEST(AgreeAndDecline, RefuseInTheDocumentedOrder) {
    Desk desk;
    desk.done(secretariat(), belt_and_road());
    DefineTerm agreed = belt_and_road();
    agreed.term = TermId("agreed");
    agreed.forms = {{Language::en, "x"}};
    desk.agreed(agreed);
    using A = Request<AgreeTerm>;
    expect_refusals<A>({other_secretariat(), {TermId("belt_and_road"), 1}},
                       {{refusals::not_allowed, [](A& r) { r.by = officer(); }},
                        {refusals::term_unknown, [](A& r) { r.command.term = TermId("nothing"); }},
                        {refusals::version_superseded, [](A& r) { r.command.version = 2; }},
                        {refusals::nothing_proposed, [](A& r) { r.command.term = TermId("agreed"); }},
                        {refusals::agrees_own_proposal, [](A& r) { r.by = r.by.roles[0].role == Role::officer ? r.by : secretariat(); }}},
                       [&](const A& r) { return desk.decided(r.by, r.command); });
    using D = Request<DeclineTerm>;
    expect_refusals<D>({other_secretariat(), {TermId("belt_and_road"), 1, "no"}},
                       {{refusals::not_allowed, [](D& r) { r.by = officer(); }},
                        {refusals::reason_missing, [](D& r) { r.command.reason.clear(); }},
                        {refusals::control_characters, [](D& r) { r.command.reason = "\x03"; }},
                        {refusals::text_too_long, [](D& r) { r.command.reason = std::string(2'001, 'x'); }},
                        {refusals::term_unknown, [](D& r) { r.command.term = TermId("nothing"); }},
                        {refusals::version_superseded, [](D& r) { r.command.version = 2; }},
                        {refusals::nothing_proposed, [](D& r) { r.command.term = TermId("agreed"); }}},
                       [&](const D& r) { return desk.decided(r.by, r.command); });
}

TEST(RetireTerm, EndsAtOnceWhatWasNeverAgreedAndWaitsForTheOtherSideElse) {
    Desk desk;
    desk.done(secretariat(), belt_and_road());
    const TermId id("belt_and_road");
    desk.done(secretariat(), RetireTerm{id, "a slip"});
    EXPECT_TRUE(desk.state.terms.at(id).is_retired());
    DefineTerm again = belt_and_road();
    again.reason = "after all";
    desk.agreed(again);
    desk.done(secretariat(), RetireTerm{id, "renamed"});
    EXPECT_NE(desk.state.terms.at(id).agreed(), nullptr) << "one side alone ends nothing";
    desk.done(other_secretariat(), AgreeTerm{id, 4});
    EXPECT_EQ(desk.state.terms.at(id).agreed(), nullptr);
    EXPECT_EQ(desk.replayed(), desk.state);
    using R = Request<RetireTerm>;
    Desk fresh;
    fresh.agreed(belt_and_road());
    DefineTerm ended = belt_and_road();
    ended.term = TermId("ended");
    ended.forms = {{Language::en, "x"}};
    fresh.done(secretariat(), ended);
    fresh.done(secretariat(), RetireTerm{ended.term, "a slip"});
    expect_refusals<R>({secretariat(), {id, "renamed"}},
                       {{refusals::not_allowed, [](R& r) { r.by = officer(); }},
                        {refusals::reason_missing, [](R& r) { r.command.reason.clear(); }},
                        {refusals::control_characters, [](R& r) { r.command.reason = "\x03"; }},
                        {refusals::text_too_long, [](R& r) { r.command.reason = std::string(2'001, 'x'); }},
                        {refusals::term_unknown, [](R& r) { r.command.term = TermId("nothing"); }},
                        {refusals::term_retired, [](R& r) { r.command.term = TermId("ended"); }}},
                       [&](const R& r) { return fresh.decided(r.by, r.command); });
}

TEST(TermsQuery, ShowsThePublicOnlyWhatBothSidesAgreedOn) {
    Desk desk;
    desk.agreed(belt_and_road());
    DefineTerm next = belt_and_road();
    next.forms[2].text = "Zsecretz";
    next.reason = "Zreasonz";
    desk.done(secretariat(), next);
    for (const Side side : {Side::macao, Side::mainland}) {
        const TermsAnswer seen = desk.asked(sight(side), TermsQuery{});
        ASSERT_EQ(seen.proposed.size(), 1U);
        EXPECT_EQ(seen.terms.size(), 1U);
        EXPECT_EQ(desk.asked(sight(side), TermQuery{next.term}).versions.size(), 2U);
    }
    const access::Sight in_public{};
    EXPECT_TRUE(desk.asked(in_public, TermsQuery{}).proposed.empty());
    EXPECT_EQ(desk.asked(in_public, TermsQuery{.text = "FAIXA"}).terms.size(), 1U);
    EXPECT_TRUE(desk.asked(in_public, TermsQuery{.text = "Zsecretz"}).terms.empty());
    EXPECT_EQ(desk.asked(in_public, TermQuery{next.term}).versions.size(), 1U);
}

}  // namespace
}  // namespace ponte::translation
