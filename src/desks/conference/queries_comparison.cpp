#include "desks/conference/queries_comparison.h"

#include "base/check.h"
#include "base/difference.h"

#include <algorithm>
#include <map>

namespace ponte::conference {

namespace {

struct Both {
    const Seen& before;
    const Seen& after;
    const PlanId& plan;
    const ComparedAt& from;
    const ComparedAt& to;
};

std::vector<IndicatorCompared> indicators_of(const Both& both) {
    const auto standing = [](const std::vector<Figure>& figures) {
        return Standing{.status = figures[3].value,
                        .value = figures[0].value,
                        .period = figures[0].period,
                        .badge = figures[0].badge,
                        .expected = figures[2].value,
                        .entries = figures[0].entries};
    };
    std::vector<IndicatorCompared> all;
    for (const IndicatorDefined* definition : both.after.indicators()) {
        if (definition->plan != both.plan) continue;
        IndicatorCompared one{.indicator = definition->indicator,
                              .measure = definition->measure,
                              .names = definition->names,
                              .units = definition->units,
                              .before = {},
                              .after = standing(figures_of_indicator(both.after, *definition, both.to.as_at))};
        if (const IndicatorDefined* earlier = both.before.indicator(definition->indicator)) {
            one.before = standing(figures_of_indicator(both.before, *earlier, both.from.as_at));
            one.redefined = earlier->version != definition->version;
        }
        const auto told = [](const Standing& s) { return std::tie(s.status, s.value, s.period, s.badge, s.expected); };
        one.changed = told(one.before) != told(one.after);
        all.push_back(std::move(one));
    }
    std::ranges::stable_sort(all, {}, &IndicatorCompared::measure);
    return all;
}

std::vector<StretchShown> stretches_of(std::string_view before, std::string_view after) {
    std::vector<StretchShown> all;
    for (Stretch& stretch : difference(before, after)) {
        const std::string_view change = stretch.change == Change::same ? "same" : stretch.change == Change::removed ? "removed" : "added";
        all.push_back({.change = std::string(change), .text = std::move(stretch.text)});
    }
    return all;
}

struct Stated {
    std::string_view text;
    std::uint64_t entry = 0;
};

// The text of a measure (0: the plan's title) in each language in which it stands.
std::map<Language, Stated> texts_at(const Plan* plan, std::uint16_t number) {
    std::map<Language, Stated> texts;
    if (plan == nullptr) return texts;
    const std::map<Language, Translation>* translations = &plan->titles;
    if (number == 0) {
        texts[plan->imported.language] = {plan->title, plan->sequence};
    } else {
        const auto measure = plan->measures.find(number);
        if (measure == plan->measures.end() || measure->second.dropped) return texts;
        texts[plan->imported.language] = {measure->second.now().text, measure->second.wordings.back().sequence};
        translations = &measure->second.translations;
    }
    for (const auto& [language, one] : *translations) texts[language] = {one.stated.text, one.sequence};
    return texts;
}

std::vector<WordingCompared> wordings_of(const Both& both) {
    std::vector<WordingCompared> all;
    const Plan* const before = both.before.plan(both.plan);
    const Plan* const after = both.after.plan(both.plan);
    std::vector<std::uint16_t> numbers{0};
    for (const auto& [number, measure] : after->measures) numbers.push_back(number);  // A dropped measure stays in the list.
    for (const std::uint16_t number : numbers) {
        const auto then = texts_at(before, number);
        const auto now = texts_at(after, number);
        for (const Language language : languages) {
            const auto earlier = then.find(language);
            const auto later = now.find(language);
            const bool was = earlier != then.end();
            const bool is = later != now.end();
            if (!was && !is) continue;
            const std::string_view text_then = was ? earlier->second.text : std::string_view();
            const std::string_view text_now = is ? later->second.text : std::string_view();
            if (text_then == text_now) continue;
            all.push_back({.measure = number,
                           .language = language,
                           .change = !was ? "added" : !is ? "dropped" : "reworded",
                           .entry = is ? later->second.entry : earlier->second.entry,
                           .stretches = stretches_of(text_then, text_now)});
        }
    }
    return all;
}

using Owners = std::map<std::pair<BodyId, BodyRole>, const BodyAppointed*>;

// Who holds a measure on the day. Of two appointments of one body in one role the later entry holds.
Owners owners_at(const Plan* plan, std::uint16_t number, Date day) {
    Owners owners;
    if (plan == nullptr) return owners;
    const auto measure = plan->measures.find(number);
    if (measure == plan->measures.end()) return owners;
    for (const BodyAppointed& one : measure->second.bodies) {
        if ((!one.from || *one.from <= day) && (!one.to || day <= *one.to)) owners[{one.body, one.role}] = &one;
    }
    return owners;
}

std::vector<OwnerCompared> owners_of(const Both& both) {
    std::vector<OwnerCompared> all;
    const Plan* const before = both.before.plan(both.plan);
    const Plan* const after = both.after.plan(both.plan);
    const auto row = [](const BodyAppointed& one, std::string_view change) {
        return OwnerCompared{.measure = one.measure, .body = one.body, .role = std::string(name_of(one.role)), .change = std::string(change), .from = one.from, .to = one.to, .note = one.note};
    };
    for (const auto& [number, measure] : after->measures) {
        const Owners then = owners_at(before, number, both.from.as_at);
        const Owners now = owners_at(after, number, both.to.as_at);
        for (const auto& [who, one] : then) {
            if (now.contains(who)) continue;
            // As it is recorded now: with the last day that it was given.
            const auto ended = std::ranges::find_if(measure.bodies, [&](const BodyAppointed& later) {
                return later.body == one->body && later.role == one->role && later.from == one->from && later.note == one->note;
            });
            all.push_back(row(ended == measure.bodies.end() ? *one : *ended, "ended"));
        }
        for (const auto& [who, one] : now) {
            const auto earlier = then.find(who);
            if (earlier == then.end()) {
                all.push_back(row(*one, "begun"));
            } else if (*earlier->second != *one) {
                all.push_back(row(*one, "changed"));
            }
        }
    }
    return all;
}

// The day on which a count is taken is no change of the count.
bool says_the_same(const Figure& a, const Figure& b) {
    const bool of_a_period = a.rule == "now" || a.rule == "before" || a.rule == "expected";
    return a.value == b.value && (a.badge == b.badge || a.value.empty()) && (!of_a_period || a.period == b.period);
}

std::vector<FigureCompared> figures_compared(const Both& both) {
    const std::vector<Figure> before = figures_of(both.before, both.plan, both.from.as_at);
    const std::vector<Figure> after = figures_of(both.after, both.plan, both.to.as_at);
    std::map<std::string_view, const Figure*> earlier;
    for (const Figure& figure : before) earlier.emplace(figure.id, &figure);
    std::vector<FigureCompared> all;
    const auto add = [&](const Figure* then, const Figure* now) {
        const bool was = then != nullptr && !then->value.empty();
        const bool is = now != nullptr && !now->value.empty();
        if (!was && !is) return;
        const Figure& any = now != nullptr ? *now : *then;
        FigureCompared one{.id = any.id, .rule = any.rule, .change = !was ? "new" : !is ? "vanished" : "changed"};
        if (then != nullptr) std::tie(one.before, one.period_before, one.badge_before) = std::tie(then->value, then->period, then->badge);
        if (now != nullptr) std::tie(one.after, one.period_after, one.badge_after) = std::tie(now->value, now->period, now->badge);
        all.push_back(std::move(one));
    };
    for (const Figure& figure : after) {
        const auto then = earlier.find(figure.id);
        if (then == earlier.end()) {
            add(nullptr, &figure);
        } else {
            if (!says_the_same(*then->second, figure)) add(then->second, &figure);
            earlier.erase(then);
        }
    }
    for (const Figure& figure : before) {
        if (earlier.contains(figure.id)) add(&figure, nullptr);
    }
    return all;
}

std::vector<PapersCompared> papers_of(const Both& both) {
    std::map<std::uint16_t, PapersCompared> by_measure;
    for (const SeenItem& one : both.after.items()) {
        std::uint16_t measure = 0;
        if (const ActionRecorded* const action = both.after.action_of(*one.item)) {
            if (action->plan != both.plan) continue;
            measure = action->measure;
        } else {
            const IndicatorDefined* const definition = both.after.indicator(both.after.observation_of(*one.item)->indicator);
            if (definition->plan != both.plan) continue;
            measure = definition->measure;
        }
        const auto earlier = both.before.item(both.after.id_of(*one.item));
        for (const std::uint16_t number : {std::uint16_t{0}, measure}) {
            PapersCompared& papers = by_measure[number];
            papers.measure = number;
            if (!earlier) ++(one.item->is_action ? papers.actions : papers.observations);
            const bool judged = one.life.verdict != nullptr &&
                                (!earlier || earlier->life.verdict == nullptr || earlier->life.verdict->sequence != one.life.verdict->sequence);
            if (judged) {
                switch (one.life.verdict->event.verdict) {
                    case Verdict::accepted: ++papers.accepted; break;
                    case Verdict::questioned: ++papers.questioned; break;
                    case Verdict::refused: ++papers.refused; break;
                }
            }
            if (one.life.withdrawn != nullptr && (!earlier || earlier->life.withdrawn == nullptr)) ++papers.withdrawn;
        }
    }
    std::vector<PapersCompared> all{by_measure[0]};
    for (const auto& [measure, papers] : by_measure) {
        if (measure != 0 && !papers.empty()) all.push_back(papers);
    }
    return all;
}

std::vector<MilestoneCompared> milestones_compared(const Both& both) {
    std::vector<MilestoneCompared> all;
    const auto reached_by = [](const Milestone& one, Date day) { return one.reached && one.reached->on <= day; };
    for (const auto& [id, milestone] : both.after.milestones()) {
        if (milestone.set.plan != both.plan) continue;
        const auto found = both.before.milestones().find(id);
        const Milestone* const earlier = found == both.before.milestones().end() ? nullptr : &found->second;
        const bool reached = reached_by(milestone, both.to.as_at);
        const bool overdue = !reached && milestone.set.due < both.to.as_at;
        const bool was_overdue = earlier != nullptr && !reached_by(*earlier, both.from.as_at) && earlier->set.due < both.from.as_at;
        std::string change;
        if (earlier == nullptr) change = "set";
        if (reached && (earlier == nullptr || !reached_by(*earlier, both.from.as_at))) change = "reached";
        if (overdue && !was_overdue) change = "overdue";
        if (change.empty()) continue;
        all.push_back({.milestone = id,
                       .measure = milestone.set.measure,
                       .names = milestone.set.names,
                       .due = milestone.set.due,
                       .change = std::move(change),
                       .reached = reached ? std::optional(milestone.reached->on) : std::nullopt,
                       .badge = std::string(name_of(milestone.set.badge))});
    }
    std::ranges::stable_sort(all, {}, &MilestoneCompared::due);
    return all;
}

std::vector<YearCompared> years_of(const Both& both, std::uint16_t plan_year) {
    std::map<std::uint16_t, YearCompared> by_year;
    for (const YearDuty& year : year_duties(both.before, plan_year, both.from.as_at).years) by_year[year.year].before = name_of(year.state);
    for (const YearDuty& year : year_duties(both.after, plan_year, both.to.as_at).years) by_year[year.year].after = name_of(year.state);
    std::vector<YearCompared> all;
    for (auto& [year, one] : by_year) {
        one.year = year;
        if (one.before != one.after) all.push_back(one);
    }
    return all;
}

}  // namespace

Comparison compared(const Seen& before, const Seen& after, const PlanId& plan_id, const ComparedAt& from, const ComparedAt& to) {
    const Plan* const plan = after.plan(plan_id);
    CHECK(plan != nullptr);
    const Both both{.before = before, .after = after, .plan = plan_id, .from = from, .to = to};
    Comparison all{.plan = plan_id, .year = plan->imported.year, .reader = access::audience_of(after.reader()), .from = from, .to = to};
    all.titles = titles_shown(*plan);
    all.indicators = indicators_of(both);
    all.wordings = wordings_of(both);
    all.owners = owners_of(both);
    all.figures = figures_compared(both);
    all.papers = papers_of(both);
    all.milestones = milestones_compared(both);
    for (const auto& [number, session] : after.sessions()) {
        if (!before.sessions().contains(number)) all.sessions.push_back(session_shown(session));
    }
    all.years = years_of(both, plan->imported.year);
    return all;
}

}  // namespace ponte::conference
