// Decisions about indicators and milestones: configuration, and what people say beside the figures.

#include "desks/conference/decide.h"
#include "desks/conference/rules.h"

#include <algorithm>

namespace ponte::conference {

namespace {

bool is_well_formed(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

std::optional<Refusal> refusal_of_words(const DefineIndicator& command) {
    if (!is_well_formed(command.indicator.value)) return Refusal{refusals::id_malformed, beginning_of(command.indicator.value), "/indicator"};
    if (command.names.empty()) return Refusal{refusals::text_missing, command.indicator.value, "/names"};
    if (command.units.empty()) return Refusal{refusals::text_missing, command.indicator.value, "/units"};
    if (command.unit_exponent > 12) return Refusal{refusals::too_many_decimals, std::to_string(command.unit_exponent), "/unit_exponent"};
    if (command.decimals > 9) return Refusal{refusals::too_many_decimals, std::to_string(command.decimals), "/decimals"};
    const QualityStatements& five = command.statements;
    if (five.verified.empty()) return Refusal{refusals::statement_missing, "verified", "/statements/verified"};
    if (five.source.empty()) return Refusal{refusals::statement_missing, "source", "/statements/source"};
    if (five.accuracy.empty()) return Refusal{refusals::statement_missing, "accuracy", "/statements/accuracy"};
    if (five.limits.empty()) return Refusal{refusals::statement_missing, "limits", "/statements/limits"};
    if (five.compensated.empty()) return Refusal{refusals::statement_missing, "compensated", "/statements/compensated"};
    for (std::size_t i = 1; i < command.trajectory.size(); ++i) {
        if (command.trajectory[i].date <= command.trajectory[i - 1].date) {
            return Refusal{refusals::trajectory_backwards, command.trajectory[i].date.to_text(), "/trajectory/" + std::to_string(i) + "/date"};
        }
    }
    return std::nullopt;
}

// Who speaks of an indicator, for his body, and how far it is read.
template <class Command>
std::optional<Refusal> refusal_of_saying(const View& view, const Command& command, bool allowed) {
    if (!allowed) return Refusal{refusals::not_allowed, view.asker.person.value, ""};
    if (command.reason.empty()) return Refusal{refusals::reason_missing, command.indicator.value, "/reason"};
    if (!view.conference.indicators.contains(command.indicator)) {
        return Refusal{refusals::indicator_unknown, command.indicator.value, "/indicator"};
    }
    return std::nullopt;
}

}  // namespace

Decision decide(const View& view, const DefineIndicator& command) {
    if (!view.asker.may_configure("conference")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_words(command)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_measure(view, command.plan, command.measure, command.duty)) return std::unexpected(*std::move(no));
    std::uint16_t version = 1;
    const auto known = view.conference.indicators.find(command.indicator);
    if (known != view.conference.indicators.end()) {
        const IndicatorDefined& before = known->second.definition;
        if (before.plan != command.plan || before.measure != command.measure) {
            return refuse(refusals::indicator_of_other_measure, command.indicator.value, "/measure");
        }
        if (command.reason.empty()) return refuse(refusals::reason_missing, command.indicator.value, "/reason");
        // What was observed stands in the old unit and would be read in the new one.
        const bool same_unit = before.unit_exponent == command.unit_exponent && before.kind == command.kind && before.fold == command.fold;
        const Series* const series = view.conference.series.find(series_of(command.indicator));
        if (!same_unit && series != nullptr && !series->observations.empty()) {
            const std::string_view place = before.unit_exponent != command.unit_exponent ? "/unit_exponent" : before.kind != command.kind ? "/kind" : "/fold";
            return refuse(refusals::unit_differs, command.indicator.value, std::string(place));
        }
        version = static_cast<std::uint16_t>(before.version + 1);
    }
    return std::vector<Event>{IndicatorDefined{.indicator = command.indicator,
                                               .version = version,
                                               .plan = command.plan,
                                               .measure = command.measure,
                                               .duty = command.duty,
                                               .names = command.names,
                                               .units = command.units,
                                               .kind = command.kind,
                                               .fold = command.fold,
                                               .better = command.better,
                                               .decimals = command.decimals,
                                               .unit_exponent = command.unit_exponent,
                                               .tolerance_percent = command.tolerance_percent,
                                               .trajectory = command.trajectory,
                                               .trajectory_badge = command.trajectory_badge,
                                               .statements = command.statements,
                                               .reason = command.reason}};
}

Decision decide(const View& view, const SetMilestone& command) {
    if (!view.asker.may_configure("conference")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.milestone.value)) return refuse(refusals::id_malformed, beginning_of(command.milestone.value), "/milestone");
    if (command.names.empty()) return refuse(refusals::text_missing, command.milestone.value, "/names");
    if (auto no = refusal_of_measure(view, command.plan, command.measure, command.duty)) return std::unexpected(*std::move(no));
    if (view.conference.milestones.contains(command.milestone)) {
        return refuse(refusals::milestone_exists, command.milestone.value, "/milestone");
    }
    return std::vector<Event>{MilestoneSet{.milestone = command.milestone,
                                           .plan = command.plan,
                                           .measure = command.measure,
                                           .duty = command.duty,
                                           .names = command.names,
                                           .due = command.due,
                                           .badge = command.badge}};
}

Decision decide(const View& view, const ReachMilestone& command) {
    const bool allowed = view.asker.has("conference", access::Role::officer) || view.asker.may_configure("conference");
    if (!allowed) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.evidence.empty()) return refuse(refusals::source_missing, command.milestone.value, "/evidence");
    if (command.on > view.now.date()) return refuse(refusals::date_in_future, command.on.to_text(), "/on");
    const auto milestone = view.conference.milestones.find(command.milestone);
    if (milestone == view.conference.milestones.end()) return refuse(refusals::milestone_unknown, command.milestone.value, "/milestone");
    if (milestone->second.reached) return refuse(refusals::milestone_already_reached, command.milestone.value, "/milestone");
    return std::vector<Event>{MilestoneReached{.milestone = command.milestone, .on = command.on, .evidence = command.evidence}};
}

Decision decide(const View& view, const OverrideStatus& command) {
    if (auto no = refusal_of_saying(view, command, view.asker.has("conference", access::Role::secretariat))) return std::unexpected(*no);
    return std::vector<Event>{StatusOverridden{.indicator = command.indicator,
                                               .status = command.status,
                                               .reason = command.reason,
                                               .body = view.asker.body,
                                               .side = view.asker.side,
                                               .stage = command.stage.value_or(Stage::signed_off),
                                               .blind = blind(view, 0)}};
}

Decision decide(const View& view, const StateForecast& command) {
    // Beyond his own side an officer says nothing by himself: only a secretariat lets something out.
    const bool inside = command.stage.value_or(Stage::signed_off) <= Stage::signed_off;
    const bool allowed = view.asker.has("conference", access::Role::secretariat) ||
                         (inside && view.asker.has("conference", access::Role::officer));
    if (auto no = refusal_of_saying(view, command, allowed)) return std::unexpected(*no);
    return std::vector<Event>{ForecastStated{.indicator = command.indicator,
                                             .for_date = command.for_date,
                                             .value = command.value,
                                             .reason = command.reason,
                                             .body = view.asker.body,
                                             .side = view.asker.side,
                                             .stage = command.stage.value_or(Stage::signed_off),
                                             .blind = blind(view, 0)}};
}

Decision decide(const View& view, const StateJudgement& command) {
    if (auto no = refusal_of_saying(view, command, view.asker.has("conference", access::Role::secretariat))) return std::unexpected(*no);
    return std::vector<Event>{JudgementStated{.indicator = command.indicator,
                                              .status = command.status,
                                              .reason = command.reason,
                                              .body = view.asker.body,
                                              .side = view.asker.side,
                                              .stage = command.stage.value_or(Stage::signed_off),
                                              .blind = blind(view, 0)}};
}

}  // namespace ponte::conference
