#include "adapters/bundle/account.h"

#include "adapters/bundle/cursor.h"

#include <charconv>

namespace ponte::bundle {

namespace {

using Wrong = std::optional<std::string>;

// Numbers of the file EVENTS.
enum EventType : std::uint16_t {
    plan_imported = 96,
    measure_stated = 97,
    plan_corrected = 98,
    indicator_defined = 101,
    milestone_set = 102,
    milestone_reached = 103,
    observation_recorded = 104,
    action_recorded = 105,
    item_signed_off = 106,
    item_moved = 107,
    item_verified = 108,
    item_withdrawn = 109,
    status_overridden = 111,
    forecast_stated = 112,
    judgement_stated = 113,
    session_recorded = 114,
    year_without_session = 115,
    problem_raised = 160,
    problem_signed_off = 161,
    problem_moved = 162,
    problem_assigned = 163,
    problem_due_moved = 164,
    problem_escalated = 165,
    problem_settled = 166,
    decision_carried_out = 189,
    decision_lapse_stated = 190,
    decision_bound = 191,
};

constexpr std::uint8_t badge_last = 5;
constexpr std::uint8_t side_last = 3;
constexpr std::uint8_t stage_last = 4;
constexpr std::uint8_t status_last = 7;

Wrong unless(bool right, std::string_view what) { return right ? Wrong{} : Wrong{what}; }

// The rest of a series' name after its kind, or nothing when it is of another kind.
std::optional<std::string_view> after(std::string_view series, std::string_view kind) {
    if (!series.starts_with(kind)) return std::nullopt;
    return series.substr(kind.size());
}

std::optional<std::uint16_t> measure_of(const Account& account, std::string_view series) {
    const auto rest = after(series, "actions/" + account.plan + "/");
    if (!rest || rest->empty() || (rest->size() > 1 && rest->front() == '0')) return std::nullopt;
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(rest->data(), rest->data() + rest->size(), number);
    if (error != std::errc() || end != rest->data() + rest->size()) return std::nullopt;
    return number;
}

Wrong add_plan_imported(Account& account, Cursor& in) {
    const bool same_plan = in.text() == account.plan;
    const std::uint16_t year = in.u16();
    in.texts(1);
    in.one_of(4);  // language
    in.one_of(3);  // what the text is worth
    in.digest();
    in.texts(2);
    in.list([&] {
        in.u16();
        in.texts(1);
        in.u16();
        in.u16();
    });
    in.u16();
    in.u32();
    in.texts(1);
    if (!in.finished()) return "fields";
    const bool first = !account.plan_year;
    account.plan_year = year;
    return unless(same_plan && first, "plan");
}

Wrong add_measure_stated(Account& account, std::uint64_t sequence, Cursor& in) {
    const bool same_plan = in.text() == account.plan;
    const std::uint16_t number = in.u16();
    in.u16();
    in.texts(1);
    const std::size_t duties = in.list([&] { in.texts(1); });
    in.list([&] { in.texts(1); });
    in.list([&] { in.texts(1); });
    in.list([&] {
        in.texts(1);
        in.u64();
    });
    in.u64();
    in.u64();
    in.u32();
    in.u32();
    if (!in.finished()) return "fields";
    account.measures[number] = {.sequence = sequence, .duties = duties, .dropped = false};
    return unless(same_plan, "plan");
}

Wrong add_plan_corrected(Account& account, Cursor& in) {
    const bool same_plan = in.text() == account.plan;
    in.digest();
    in.digest();
    in.texts(1);
    std::set<std::uint16_t> dropped;
    in.list([&] {
        const std::uint16_t number = in.u16();
        if (in.text() == "dropped") dropped.insert(number);
    });
    in.texts(1);
    if (!in.finished()) return "fields";
    for (const std::uint16_t number : dropped) {
        const auto measure = account.measures.find(number);
        if (measure == account.measures.end()) return "measure";
        measure->second.dropped = true;
    }
    return unless(same_plan, "plan");
}

Wrong add_definition(const Account& account, std::string_view id, Indicator& indicator, std::uint64_t sequence, Cursor& in) {
    const bool same_indicator = in.text() == id;
    in.u16();
    const bool same_plan = in.text() == account.plan;
    in.u16();
    in.u16();
    in.names();
    in.names();
    in.one_of(3);  // flow, stock, cumulative
    Definition definition{.sequence = sequence};
    definition.fold = static_cast<Fold>(in.one_of(3));
    definition.better = static_cast<Better>(in.one_of(3));
    definition.decimals = in.up_to(scale_max);
    in.number<std::uint8_t>();
    definition.tolerance_percent = in.number<std::uint8_t>();
    bool forwards = true;
    in.list([&] {
        const Date date = in.date();
        forwards = forwards && (definition.trajectory.empty() || definition.trajectory.back().date < date);
        definition.trajectory.push_back({.date = date, .value = in.decimal()});
    });
    definition.trajectory_badge = in.one_of(badge_last);
    in.texts(5);
    in.texts(1);
    if (!in.finished()) return "fields";
    indicator.definition = std::move(definition);
    return unless(same_indicator && same_plan && forwards, same_indicator ? same_plan ? "trajectory" : "plan" : "indicator");
}

Wrong add_paper(Papers& papers, std::string_view item, Paper paper) {
    const bool fresh = papers.by_item.emplace(item, papers.in_order.size()).second;
    papers.in_order.push_back(paper);
    return unless(fresh, "item");
}

Wrong add_observation(std::string_view id, Indicator& indicator, std::uint64_t sequence, Cursor& in) {
    const bool same_indicator = in.text() == id;
    const std::string_view item = in.text();
    in.u16();
    in.texts(1);
    Paper paper{.sequence = sequence};
    paper.value = in.decimal();
    in.texts(1);
    paper.period = in.period();
    in.source();
    paper.badge = in.one_of(badge_last);
    in.texts(1);
    in.one_of(side_last);
    in.blind();
    if (!in.finished()) return "fields";
    if (!same_indicator || !indicator.definition) return "indicator";
    return add_paper(indicator.papers, item, paper);
}

Wrong add_action(const Account& account, std::uint16_t measure, Papers& papers, std::uint64_t sequence, Cursor& in) {
    const std::string_view item = in.text();
    const bool same_measure = in.text() == account.plan && in.u16() == measure;
    if (!same_measure) return "measure";
    in.u16();
    Paper paper{.sequence = sequence};
    const Date on = in.date();
    paper.period = {on, on};
    in.names();
    in.source();
    paper.badge = in.one_of(badge_last);
    in.texts(1);
    in.one_of(side_last);
    in.blind();
    if (!in.finished()) return "fields";
    return add_paper(papers, item, paper);
}

// What happens to a paper names an item that an earlier row of the same series recorded.
Wrong add_to_paper(Papers& papers, std::uint16_t type, Cursor& in) {
    const auto item = papers.by_item.find(in.text());
    if (item == papers.by_item.end()) return "item";
    Paper& paper = papers.in_order[item->second];
    switch (type) {
        case item_signed_off:
            in.texts(1);
            in.flag();
            break;
        case item_moved: in.one_of(stage_last); break;
        case item_verified:
            in.texts(1);
            paper.verdict = in.one_of(3);
            in.texts(1);
            in.flag();
            break;
        case item_withdrawn:
            in.texts(1);
            in.optional_text();
            paper.withdrawn = true;
            break;
        default: return "kind of entry";
    }
    in.blind();
    return unless(in.finished(), "fields");
}

Wrong add_said(std::string_view id, std::uint16_t type, Cursor& in) {
    const bool same_indicator = in.text() == id;
    if (type == forecast_stated) {
        in.date();
        in.decimal();
    } else {
        in.one_of(status_last);
    }
    in.texts(2);
    in.one_of(side_last);
    in.one_of(stage_last);
    in.blind();
    if (!in.finished()) return "fields";
    return unless(same_indicator, "indicator");
}

Wrong add_milestone_set(Account& account, std::uint64_t sequence, Cursor& in) {
    const std::string_view id = in.text();
    const bool same_plan = in.text() == account.plan;
    in.u16();
    in.u16();
    in.names();
    const Date due = in.date();
    in.one_of(badge_last);
    if (!in.finished()) return "fields";
    const bool fresh = account.milestones.emplace(id, Milestone{.sequence = sequence, .due = due, .reached = {}}).second;
    return unless(same_plan && fresh, same_plan ? "milestone" : "plan");
}

Wrong add_milestone_reached(Account& account, Cursor& in) {
    const auto milestone = account.milestones.find(in.text());
    const Date on = in.date();
    in.texts(1);
    if (!in.finished()) return "fields";
    if (milestone == account.milestones.end()) return "milestone";
    milestone->second.reached = on;
    return {};
}

Wrong add_session(Account& account, std::uint64_t sequence, Cursor& in) {
    const std::uint16_t number = in.u16();
    const std::optional<Date> on = in.optional_date();
    const Date not_before = in.date();
    const Date not_after = in.date();
    in.texts(3);
    in.source();
    in.one_of(badge_last);
    if (!in.finished()) return "fields";
    Session session{.sequence = sequence, .held_by = on ? *on : not_after, .year = {}};
    if (on || not_before.year() == not_after.year()) session.year = session.held_by.year();
    return unless(account.sessions.emplace(number, session).second, "session");
}

Wrong add_year(Account& account, Cursor& in) {
    account.years_without_session.insert(in.u16());
    in.texts(1);
    in.source();
    return unless(in.finished(), "fields");
}

Wrong add_indicator_row(Account& account, std::string_view id, std::uint64_t sequence, std::uint16_t type, Cursor& in) {
    const auto indicator = account.indicators.find(id);
    if (indicator == account.indicators.end()) return "series";
    switch (type) {
        case indicator_defined: return add_definition(account, id, indicator->second, sequence, in);
        case observation_recorded: return add_observation(id, indicator->second, sequence, in);
        case status_overridden:
        case forecast_stated:
        case judgement_stated: return add_said(id, type, in);
        default: return add_to_paper(indicator->second.papers, type, in);
    }
}

Wrong add_action_row(Account& account, std::uint16_t measure, std::uint64_t sequence, std::uint16_t type, Cursor& in) {
    const auto papers = account.actions.find(measure);
    if (papers == account.actions.end()) return "series";
    if (type == action_recorded) return add_action(account, measure, papers->second, sequence, in);
    return add_to_paper(papers->second, type, in);
}

Wrong add_problem(Account& account, std::uint64_t sequence, Cursor& in) {
    const std::string_view id = in.text();
    Problem problem{.sequence = sequence, .due = {}};
    in.names();
    in.names();
    in.one_of(4);  // low to critical
    std::size_t duties = 0;
    in.list([&] {
        ++duties;
        if (in.text() == account.plan) problem.of_plan = true;
        in.u16();
        in.u16();
    });
    if (duties == 0) problem.of_plan = true;
    in.optional_text();
    problem.due = in.optional_date();
    in.optional_text();
    in.texts(1);
    in.one_of(side_last);
    in.blind();
    if (!in.finished()) return "fields";
    return unless(account.problems.emplace(id, problem).second, "problem");
}

// What happens to a problem comes after the row that raised it.
Wrong add_to_problem(Account& account, std::uint16_t type, Cursor& in) {
    const auto found = account.problems.find(in.text());
    if (found == account.problems.end()) return "problem";
    Problem& problem = found->second;
    switch (type) {
        case problem_signed_off: in.flag(); break;
        case problem_moved: in.one_of(stage_last); break;
        case problem_assigned:
            in.optional_text();
            in.texts(2);
            in.one_of(stage_last);
            break;
        case problem_due_moved:
            in.optional_date();
            problem.due = in.date();
            in.texts(1);
            in.one_of(stage_last);
            break;
        case problem_escalated:
            in.texts(1);
            problem.escalated = true;
            break;
        case problem_settled:
            in.one_of(2);
            in.date();
            in.texts(1);
            in.optional_text();
            in.optional_text();
            if (in.flag()) in.digest();
            in.texts(2);
            problem.settled = true;
            break;
        default: return "kind of entry";
    }
    in.blind();
    return unless(in.finished(), "fields");
}

Wrong add_decision_row(Account& account, std::uint64_t sequence, std::uint16_t type, Cursor& in) {
    const std::string_view id = in.text();
    if (type == decision_bound) {
        Decision& decision = account.decisions[std::string(id)];
        in.u16();
        in.u16();
        in.u64();
        in.texts(1);
        decision.bound = sequence;
        decision.due = in.optional_date();
        decision.supersedes.clear();
        in.list([&] { decision.supersedes.emplace_back(in.text()); });
        in.blind();
        return unless(in.finished(), "fields");
    }
    const auto decision = account.decisions.find(id);
    if (decision == account.decisions.end()) return "decision";
    if (type == decision_carried_out) {
        in.date();
        in.optional_text();
        if (in.flag()) in.digest();
        in.texts(2);
        decision->second.carried_out = true;
    } else if (type == decision_lapse_stated) {
        in.texts(2);
        in.one_of(side_last);
        ++decision->second.lapses;
    } else {
        return "kind of entry";
    }
    in.blind();
    return unless(in.finished(), "fields");
}

}  // namespace

Wrong open_series(Account& account, std::string_view series) {
    if (series == "plan/" + account.plan || series == "milestones/" + account.plan || series == "sessions") return {};
    if (series == "problems") return account.has_problems = true, Wrong{};
    if (series == "decisions") return account.has_decisions = true, Wrong{};
    if (series == "instruments") return account.instruments.emplace(), Wrong{};
    if (series == "activities") return account.activities.emplace(), Wrong{};
    if (series == "training") return account.training.emplace(), Wrong{};
    if (series == "origin") return account.origin.emplace(), Wrong{};
    if (const auto id = after(series, "indicator/")) return unless(account.indicators.emplace(*id, Indicator{}).second, "series");
    if (const auto measure = measure_of(account, series)) return unless(account.actions.emplace(*measure, Papers{}).second, "series");
    return "series";
}

Wrong add_row(Account& account, std::string_view series, std::uint64_t sequence, ByteView bytes) {
    const auto entry = entry_from(bytes);
    if (!entry) return "entry";
    Cursor in(entry->payload);
    if (const auto id = after(series, "indicator/")) return add_indicator_row(account, *id, sequence, entry->type, in);
    if (const auto measure = measure_of(account, series)) return add_action_row(account, *measure, sequence, entry->type, in);
    if (series == "problems" && entry->type == problem_raised) return add_problem(account, sequence, in);
    if (series == "problems") return add_to_problem(account, entry->type, in);
    if (series == "decisions") return add_decision_row(account, sequence, entry->type, in);
    if (series == "instruments") return add_instrument_row(*account.instruments, sequence, *entry);
    if (series == "activities") return add_activity_row(*account.activities, sequence, *entry);
    if (series == "training") return add_training_row(*account.training, sequence, *entry);
    if (series == "origin") return add_count_row(*account.origin, sequence, *entry);
    const bool of_plan = series.starts_with("plan/");
    const bool of_milestones = series.starts_with("milestones/");
    if (of_plan && entry->type == plan_imported) return add_plan_imported(account, in);
    if (of_plan && entry->type == measure_stated) return add_measure_stated(account, sequence, in);
    if (of_plan && entry->type == plan_corrected) return add_plan_corrected(account, in);
    if (of_milestones && entry->type == milestone_set) return add_milestone_set(account, sequence, in);
    if (of_milestones && entry->type == milestone_reached) return add_milestone_reached(account, in);
    if (series == "sessions" && entry->type == session_recorded) return add_session(account, sequence, in);
    if (series == "sessions" && entry->type == year_without_session) return add_year(account, in);
    return "kind of entry";
}

Wrong close_series(const Account& account, std::string_view series) {
    const auto id = after(series, "indicator/");
    if (!id) return {};
    const auto indicator = account.indicators.find(*id);
    return unless(indicator != account.indicators.end() && indicator->second.definition, "definition");
}

}  // namespace ponte::bundle
