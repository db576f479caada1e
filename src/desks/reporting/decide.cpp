// What the decisions of this desk share (rules.h).

#include "desks/reporting/decide.h"

#include "base/text.h"
#include "desks/reporting/rules.h"

namespace ponte::reporting {

std::optional<Refusal> refusal_of_text(std::string_view text, std::string_view place, std::optional<RefusalKind> missing) {
    if (text.empty() && missing) return Refusal{*missing, "", std::string(place)};
    if (text.size() > text_bytes_max || !is_valid_utf8(text) || has_control_characters(text)) {
        return Refusal{refusals::text_unfit, "", std::string(place)};
    }
    return std::nullopt;
}

Outcome<const Round*> round_of(const View& view, const RoundId& id) {
    const auto found = view.reporting.rounds.find(id);
    if (found == view.reporting.rounds.end()) return refuse(refusals::round_unknown, beginning_of(id.value), "/round");
    return &found->second;
}

Outcome<const Request*> request_of(const View& view, const RoundId& round, const BodyId& body) {
    const Round* found = TRY(round_of(view, round));
    const auto request = found->requests.find(body);
    if (request == found->requests.end()) return refuse(refusals::request_unknown, beginning_of(body.value), "/body");
    return &request->second;
}

Outcome<const Request*> request_of_own_side(const View& view, const RoundId& round, const BodyId& body) {
    const Request* request = TRY(request_of(view, round, body));
    if (request->side != view.asker.side) return refuse(refusals::body_not_yours, body.value, "/body");
    return request;
}

Period period_asked(const conference::IndicatorDefined& definition, Period period) {
    return definition.kind == conference::Kind::stock ? Period{period.to, period.to} : period;
}

std::vector<DutyAsked> duties_of(const conference::Plan& plan, const std::vector<std::uint16_t>& measures) {
    std::vector<DutyAsked> duties;
    for (const std::uint16_t number : measures) {
        const std::size_t clauses = plan.measures.at(number).now().duties.size();
        if (clauses == 0) duties.push_back({.measure = number, .duty = 0});
        for (std::size_t i = 1; i <= clauses; ++i) duties.push_back({.measure = number, .duty = static_cast<std::uint16_t>(i)});
    }
    return duties;
}

Asked asked_of(const View& view, const PlanId& plan_id, Period period, const BodyId& body) {
    Asked asked;
    const conference::Plan& plan = view.conference.plans.find(plan_id)->second;
    const Date today = view.now.date();
    std::vector<std::uint16_t> measures;
    for (const auto& [number, measure] : plan.measures) {
        const bool works = std::ranges::any_of(measure.bodies, [&](const conference::BodyAppointed& one) {
            return one.body == body && one.role != conference::BodyRole::verifying && (!one.from || *one.from <= today) &&
                   (!one.to || today <= *one.to);
        });
        if (works && !measure.dropped) measures.push_back(number);
    }
    for (const auto& [id, indicator] : view.conference.indicators) {
        const conference::IndicatorDefined& definition = indicator.definition;
        if (definition.plan != plan_id || std::ranges::find(measures, definition.measure) == measures.end()) continue;
        asked.lines.push_back({.indicator = id, .measure = definition.measure, .period = period_asked(definition, period)});
    }
    std::ranges::stable_sort(asked.lines, {}, &LineAsked::measure);
    // Measures without an indicator are not asked about: the round is about figures.
    std::erase_if(measures, [&](std::uint16_t number) { return std::ranges::find(asked.lines, number, &LineAsked::measure) == asked.lines.end(); });
    asked.duties = duties_of(plan, measures);
    return asked;
}

namespace {

// Whether every calendar year from one day to another came from an official notice.
bool all_official(const View& view, const std::vector<JurisdictionId>& places, Date from, Date to) {
    for (const JurisdictionId& place : places) {
        for (int year = from.year(); year <= to.year(); ++year) {
            const auto known = view.business_days.years.find({place, static_cast<std::uint16_t>(year)});
            if (known == view.business_days.years.end() || !known->second.official) return false;
        }
    }
    return true;
}

// The first place and year on the way that nobody loaded.
std::string unknown_year(const View& view, const std::vector<JurisdictionId>& places, Date from, int years) {
    for (int year = from.year(); year <= from.year() + years; ++year) {
        for (const JurisdictionId& place : places) {
            if (!view.business_days.years.contains({place, static_cast<std::uint16_t>(year)})) return beginning_of(place.value) + " " + std::to_string(year);
        }
    }
    return std::to_string(from.year());
}

}  // namespace

Outcome<DueDate> due_after(const View& view, const std::vector<JurisdictionId>& places, std::uint32_t working_days) {
    const Date today = view.now.date();
    const auto due = view.business_days.business_day_after(places, today, working_days);
    if (!due) return refuse(refusals::calendar_unknown, unknown_year(view, places, today, 2), "/working_days");
    return DueDate{.from = today,
                   .working_days = working_days,
                   .places = places,
                   .due = *due,
                   .official = all_official(view, places, today, *due),
                   .rule = std::string(rule_of_due)};
}

Outcome<DueDate> due_on(const View& view, const std::vector<JurisdictionId>& places, Date day) {
    bool worked = true;
    for (const JurisdictionId& place : places) {
        const auto known = view.business_days.is_business_day(place, day);
        if (!known) return refuse(refusals::calendar_unknown, unknown_year(view, places, day, 0), "/to");
        worked = worked && *known;
    }
    if (!worked) {
        const auto next = view.business_days.business_day_after(places, day, 1);
        return refuse(refusals::not_a_working_day, day.to_text() + (next ? "; " + next->to_text() : ""), "/to");
    }
    return DueDate{.from = view.now.date(),
                   .working_days = 0,
                   .places = places,
                   .due = day,
                   .official = all_official(view, places, day, day),
                   .rule = std::string(rule_of_due)};
}

std::vector<Replaced> to_withdraw(const Turn& turn, const conference::Items& items, Stage stage) {
    std::vector<Replaced> gone;
    for (const Replaced& one : turn.replaced) {
        const conference::Item* found = items.find(one.item);
        if (found == nullptr || found->life().withdrawn != nullptr) continue;
        if (stage == Stage::signed_off && found->life().stage > Stage::signed_off) continue;
        const bool stands = std::ranges::any_of(turn.lines, [&](const auto& line) { return line.second.item == one.item; });
        const bool twice = std::ranges::any_of(gone, [&](const Replaced& other) { return other.item == one.item; });
        if (!stands && !twice) gone.push_back(one);
    }
    return gone;
}

}  // namespace ponte::reporting
