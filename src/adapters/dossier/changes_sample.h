#pragma once

#include "adapters/dossier/dossier.h"

// A change of every kind, made up by hand, for the tests of this room.
namespace ponte::dossier::made_up {

inline Changes changes() {
    const auto day = [](std::string_view text) { return *Date::from_text(text); };
    const Names names{"跨境結算總額", "跨境结算总额", "Total das liquidações", "Total settled"};
    Changes all{.session = 3, .on = day("2019-12-28"), .held = 119, .root = sha256("earlier"), .frozen = 98};
    conference::Comparison& values = all.values;
    values = {.plan = conference::PlanId("2020"), .year = 2020, .reader = "macao"};
    values.from = {.position = 121, .time = *Instant::from_text("2019-12-28T04:00:00Z"), .as_at = day("2019-12-28")};
    values.to = {.position = 4218, .time = *Instant::from_text("2020-12-31T04:00:00Z"), .as_at = day("2020-12-31")};
    conference::IndicatorCompared one{.indicator = conference::IndicatorId("m1.total"), .measure = 1, .names = names, .units = names};
    one.before = {.status = "behind", .value = "4747.3", .period = "2019", .badge = "published", .expected = "", .entries = {}};
    one.after = {.status = "ahead", .value = "5000.0", .period = "2020-Q3", .badge = "simulated", .expected = "", .entries = {}};
    one.changed = true;
    values.indicators = {one, {.indicator = conference::IndicatorId("m2.same"), .measure = 2, .names = names, .units = names, .before = {}, .after = {}, .changed = false}};
    values.wordings = {{.measure = 4, .language = Language::zh_hans, .change = "reworded", .entry = 130, .stretches = {{"same", "年度"}, {"removed", "工作"}, {"added", "重點工作"}}}};
    values.owners = {{.measure = 1, .body = BodyId("amcm"), .role = "lead", .change = "begun", .from = day("2020-01-01"), .to = {}, .note = "since January"}};
    values.figures = {{.id = "m1.actions", .rule = "count_actions", .change = "changed", .before = "3", .after = "5", .period_before = "", .period_after = "", .badge_before = "computed", .badge_after = "computed"}};
    values.papers = {{.measure = 0, .observations = 7, .actions = 2, .accepted = 3, .questioned = 1, .refused = 1, .withdrawn = 1}, {.measure = 4, .observations = 7}};
    values.milestones = {{.milestone = conference::MilestoneId("m1.a"), .measure = 1, .names = names, .due = day("2020-05-01"), .change = "reached", .reached = day("2020-04-01"), .badge = "configuration"}};
    values.sessions = {{.number = 3, .entry = 340, .on = day("2020-02-01"), .not_before = {}, .not_after = {}, .place = "Macao", .badge = "published"}};
    values.years = {{.year = 2020, .before = "due", .after = "met"}};
    all.business.problems = {{.problem = meetings::ProblemId("prob-1"), .titles = {"數字遲交", "数字迟交", "Valores em atraso", "Late figures"}, .severity = "high", .before = "open", .after = "settled", .due = day("2020-06-30"), .entry = 70}};
    all.business.decisions = {{.decision = meetings::DecisionId("3-1"), .session = 3, .texts = {"公佈數字", "公布数字", "Publicar os valores", "Publish the figures"}, .owner = BodyId("amcm"), .before = "", .after = "active", .due = {}, .entry = 80}};
    return all;
}

// Held before, and nothing is different since.
inline Changes no_changes() {
    Changes all = changes();
    const conference::ComparedAt from = all.values.from;
    const conference::ComparedAt to = all.values.to;
    all.values = {.plan = conference::PlanId("2020"), .year = 2020, .reader = "macao"};
    all.values.from = from;
    all.values.to = to;
    all.business = {};
    all.frozen.reset();
    return all;
}

}  // namespace ponte::dossier::made_up
