#pragma once

#include "base/canonical.h"
#include "base/refusal_table.h"
#include "desks/conference/seen.h"
#include "desks/translation/decide.h"
#include "desks/translation/invariants.h"
#include "desks/translation/queries.h"
#include "desks/translation/refusals.h"
#include "desks/translation/view.h"

#include <gtest/gtest.h>

// The translation desk in memory, for its tests, beside a conference desk of one plan with two measures in
// Simplified Chinese. It plays the house: decides, gives every event its place, folds it, looks at the promises.
namespace ponte::translation::sample {

using access::Grant;
using access::Role;

inline Date day(std::string_view text) { return *Date::from_text(text); }

inline Grant asker(std::string_view person, Side side, std::vector<Role> roles) {
    const char* body = side == Side::macao ? "dsepdr" : side == Side::mainland ? "ndrc" : "forum";
    Grant grant{.person = PersonId(std::string(person)), .body = BodyId(body), .side = side, .asserted = false};
    for (const Role role : roles) grant.roles.push_back({.desk = "translation", .role = role});
    return grant;
}
inline Grant secretariat() { return asker("ana", Side::macao, {Role::secretariat}); }
inline Grant other_secretariat() { return asker("wang", Side::mainland, {Role::secretariat}); }
inline Grant officer() { return asker("rui", Side::macao, {Role::officer}); }
inline Grant stranger() { return asker("eva", Side::other, {Role::secretariat}); }

inline access::Sight sight(Side side) { return {.body = BodyId(side == Side::macao ? "dsepdr" : "ndrc"), .side = side}; }

inline DefineTerm belt_and_road() {
    return {.term = TermId("belt_and_road"),
            .kind = TermKind::measure_term,
            .forms = {{Language::zh_hans, "一带一路"}, {Language::zh_hant, "一帶一路"}, {Language::pt, "Faixa e Rota"}, {Language::en, "Belt and Road"}},
            .note = "",
            .source = "plan of 2020",
            .reason = ""};
}

class Desk {
public:
    State state;
    std::map<conference::PlanId, conference::Plan> plans;
    std::map<conference::IndicatorId, conference::Indicator> indicators;
    std::map<conference::MilestoneId, conference::Milestone> milestones;
    conference::Items items;
    conference::AllSeries series;
    std::map<std::uint16_t, conference::Session> sessions;
    std::map<std::uint16_t, conference::YearWithoutSession> years;
    std::map<std::uint64_t, conference::DossierFrozen> frozen;
    access::People people;
    Instant now = *Instant::from_text("2020-12-31T09:00:00Z");
    std::uint64_t position = 100;

    Desk() {
        conference::Plan plan{.imported = {.plan = conference::PlanId("2020"),
                                           .year = 2020,
                                           .language = Language::zh_hans,
                                           .status = TextStatus::official,
                                           .areas = {{.number = 1, .title = "金融", .first_measure = 1, .last_measure = 2}}},
                              .sequence = 1,
                              .title = "工作计划"};
        for (std::uint16_t number = 1; number <= 2; ++number) plan.measures[number].wordings.push_back(wording(number, "措施" + std::to_string(number)));
        plans.emplace(plan.imported.plan, plan);
        conference::Indicator indicator;
        indicator.definition.indicator = conference::IndicatorId("m1.total");
        indicator.definition.plan = conference::PlanId("2020");
        indicator.definition.names = {.zh_hant = "", .zh_hans = "总额", .pt = "Total", .en = "Total"};
        indicators.emplace(indicator.definition.indicator, indicator);
        for (const auto& [person, side] : {std::pair{"rui", Side::macao}, {"wang", Side::mainland}}) {
            people[PersonId(person)] = {.body = BodyId("dsepdr"), .side = side, .from = day("2020-01-01")};
        }
        people[PersonId("gone")] = {.body = BodyId("dsepdr"), .side = Side::macao, .from = day("2020-01-01"), .left = day("2020-12-31")};
    }

    static conference::Wording wording(std::uint16_t number, const std::string& text) {
        return {.stated = {.plan = conference::PlanId("2020"), .number = number, .area = 1, .text = text, .duties = {"甲", "乙"}},
                .sequence = 2,
                .digest = sha256(text)};
    }
    // Measure 0 is the title. The translation is bound to the wording that holds now.
    void translate(std::uint16_t number, Language language, const std::string& text, TextStatus status = TextStatus::reference) {
        conference::Plan& plan = plans.begin()->second;
        conference::Translation one{.stated = {.measure = number, .language = language, .status = status, .text = text}, .sequence = position++};
        if (number == 0) {
            one.stated.of_text = sha256(plan.title);
            plan.titles[language] = one;
        } else {
            one.stated.of_text = plan.measures.at(number).wordings.back().digest;
            one.stated.parts = {"a", "b"};
            plan.measures.at(number).translations[language] = one;
        }
    }
    void translate_everything(Language language) {
        for (std::uint16_t number = 0; number <= 2; ++number) translate(number, language, "text " + std::to_string(number));
    }
    void reword(std::uint16_t number, const std::string& text) {
        conference::Wording next = wording(number, text);
        next.sequence = position++;
        plans.begin()->second.measures.at(number).wordings.push_back(next);
    }

    [[nodiscard]] conference::Known conference_known() const {
        return {.plans = plans, .indicators = indicators, .milestones = milestones, .items = items, .series = series,
                .sessions = sessions, .years_without_session = years, .frozen = frozen};
    }

    template <class Command>
    [[nodiscard]] Decision decided(const Grant& by, const Command& command) const {
        const View view{.translation = state,
                        .texts = conference::Seen(conference_known(), {.body = by.body, .side = by.side}).texts(),
                        .people = people,
                        .asker = by,
                        .now = now};
        return decide(view, command);
    }
    // Decides and records. Gives the refusal's code, or nothing.
    template <class Command>
    std::string ask(const Grant& by, const Command& command) {
        const Decision decision = decided(by, command);
        if (!decision) return std::string(decision.error().kind.code);
        for (const Event& event : *decision) {
            const Recorded recorded{.sequence = position++, .time = now, .actor = by.person};
            std::visit([&](const auto& one) { evolve(state, one, recorded); }, event);
            EXPECT_EQ(broken_promise_touched_by(state, event).value_or(""), "");
            entries_.emplace_back(event, recorded);
        }
        EXPECT_EQ(broken_promise_anywhere(state).value_or(""), "");
        return {};
    }
    template <class Command>
    void done(const Grant& by, const Command& command) {
        EXPECT_EQ(ask(by, command), "") << Command::name;
    }
    void agreed(const DefineTerm& term) {
        done(secretariat(), term);
        done(other_secretariat(), AgreeTerm{term.term, static_cast<std::uint32_t>(state.terms.at(term.term).versions.size())});
    }

    template <class Query>
    [[nodiscard]] auto asked(const access::Sight& reader, const Query& query) const {
        return answer(Looking{.translation = state,
                              .texts = conference::Seen(conference_known(), reader).texts(),
                              .reader = reader,
                              .now = now},
                      query);
    }

    // The state folded again from the bytes of every event since the beginning.
    [[nodiscard]] State replayed() const {
        State again;
        for (const auto& [event, recorded] : entries_) {
            std::visit(
                [&](const auto& one) {
                    const auto back = from_bytes<std::remove_cvref_t<decltype(one)>>(to_bytes(one));
                    ASSERT_TRUE(back);
                    evolve(again, *back, recorded);
                },
                event);
        }
        return again;
    }

private:
    std::vector<std::pair<Event, Recorded>> entries_;
};

}  // namespace ponte::translation::sample
