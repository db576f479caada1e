// Decisions about the plan: its text, its translations, and who is appointed to its measures.

#include "base/text.h"
#include "desks/conference/decide.h"
#include "desks/conference/rules.h"

#include <algorithm>

namespace ponte::conference {

namespace {

// An entry of the journal holds 65,535 bytes; a measure is far from that.
constexpr std::size_t text_bytes_max = 16'000;

bool is_well_formed(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

std::optional<Refusal> refusal_of_measures(const std::vector<PlanMeasure>& measures) {
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const PlanMeasure& measure = measures[i];
        const std::string place = "/measures/" + std::to_string(i);
        if (measure.number != i + 1) return Refusal{refusals::measures_misnumbered, std::to_string(measure.number), place + "/number"};
        if (measure.text.empty()) return Refusal{refusals::text_missing, std::to_string(measure.number), place + "/text"};
        if (has_control_characters(measure.text)) return Refusal{refusals::control_characters, "", place + "/text"};
        std::size_t bytes = measure.text.size();
        for (const std::string& duty : measure.duties) bytes += duty.size();
        if (bytes > text_bytes_max) return Refusal{refusals::text_too_long, std::to_string(bytes), place + "/text"};
        if (measure.duties.empty()) return Refusal{refusals::text_missing, std::to_string(measure.number), place + "/duties"};
    }
    return std::nullopt;
}

std::uint16_t area_of(const std::vector<AreaStated>& areas, std::uint16_t measure) {
    for (const AreaStated& area : areas) {
        if (area.first_measure <= measure && measure <= area.last_measure) return area.number;
    }
    return 0;
}

MeasureStated stated(const PlanId& plan, const PlanMeasure& measure, const std::vector<AreaStated>& areas) {
    return {.plan = plan,
            .number = measure.number,
            .area = area_of(areas, measure.number),
            .text = measure.text,
            .duties = measure.duties,
            .jurisdiction_sets = measure.jurisdiction_sets,
            .bodies = measure.bodies,
            .owed_numbers = measure.owed_numbers,
            .bytes_from = measure.bytes_from,
            .bytes_to = measure.bytes_to,
            .line_from = measure.line_from,
            .line_to = measure.line_to};
}

}  // namespace

Decision decide(const View& view, const ImportPlan& command) {
    if (!view.asker.may_configure("conference")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.plan.value)) return refuse(refusals::id_malformed, beginning_of(command.plan.value), "/plan");
    if (command.title.empty()) return refuse(refusals::text_missing, "title", "/title");
    if (command.source.empty()) return refuse(refusals::source_missing, command.plan.value, "/source");
    if (command.measures.empty()) return refuse(refusals::measures_misnumbered, "0", "/measures");
    if (auto no = refusal_of_measures(command.measures)) return std::unexpected(*std::move(no));
    for (const PlanMeasure& measure : command.measures) {
        if (area_of(command.areas, measure.number) == 0) {
            return refuse(refusals::measures_misnumbered, std::to_string(measure.number), "/areas");
        }
    }
    if (view.conference.plans.contains(command.plan)) return refuse(refusals::plan_exists, command.plan.value, "/plan");

    std::vector<Event> events;
    events.reserve(command.measures.size() + 1);
    events.emplace_back(PlanImported{.plan = command.plan,
                                     .year = command.year,
                                     .title = command.title,
                                     .language = command.language,
                                     .status = command.status,
                                     .file = command.file,
                                     .format = command.format,
                                     .encoding = command.encoding,
                                     .areas = command.areas,
                                     .measures = static_cast<std::uint16_t>(command.measures.size()),
                                     .folded_characters = command.folded_characters,
                                     .source = command.source});
    for (const PlanMeasure& measure : command.measures) events.emplace_back(stated(command.plan, measure, command.areas));
    return events;
}

Decision decide(const View& view, const CorrectPlan& command) {
    if (!view.asker.may_configure("conference")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.plan.value, "/reason");
    if (command.title.empty()) return refuse(refusals::text_missing, "title", "/title");
    if (command.measures.empty()) return refuse(refusals::measures_misnumbered, "0", "/measures");
    if (auto no = refusal_of_measures(command.measures)) return std::unexpected(*std::move(no));
    const auto found = view.conference.plans.find(command.plan);
    if (found == view.conference.plans.end()) return refuse(refusals::plan_unknown, command.plan.value, "/plan");

    const Plan& plan = found->second;
    PlanCorrected corrected{.plan = command.plan,
                            .file = command.file,
                            .previous_file = plan.file,
                            .title = command.title,
                            .changes = {},
                            .reason = command.reason};
    std::vector<Event> restated;
    for (const PlanMeasure& measure : command.measures) {
        const auto known = plan.measures.find(measure.number);
        const bool fresh = known == plan.measures.end() || known->second.dropped;
        if (!fresh && known->second.now().text == measure.text && known->second.now().duties == measure.duties) continue;
        corrected.changes.push_back({.number = measure.number, .kind = fresh ? "added" : "reworded"});
        restated.emplace_back(stated(command.plan, measure, plan.imported.areas));
    }
    for (const auto& [number, measure] : plan.measures) {
        if (!measure.dropped && number > command.measures.size()) corrected.changes.push_back({.number = number, .kind = "dropped"});
    }
    if (corrected.changes.empty() && corrected.title == plan.title) return refuse(refusals::plan_unchanged, command.plan.value);

    std::vector<Event> events{std::move(corrected)};
    events.insert(events.end(), restated.begin(), restated.end());
    return events;
}

Decision decide(const View& view, const StateText& command) {
    if (!view.asker.may_configure("conference")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.text.empty()) return refuse(refusals::text_missing, command.plan.value, "/text");
    if (has_control_characters(command.text)) return refuse(refusals::control_characters, "", "/text");
    if (command.source.empty()) return refuse(refusals::source_missing, command.plan.value, "/source");
    std::size_t bytes = command.text.size();
    for (const std::string& part : command.parts) bytes += part.size();
    if (bytes > text_bytes_max) return refuse(refusals::text_too_long, std::to_string(bytes), "/text");
    const auto found = view.conference.plans.find(command.plan);
    if (found == view.conference.plans.end()) return refuse(refusals::plan_unknown, command.plan.value, "/plan");
    const Plan& plan = found->second;
    if (command.language == plan.imported.language) {
        return refuse(refusals::language_is_the_original, std::string(tag(command.language)), "/language");
    }
    Digest of_text = sha256(plan.title);
    std::size_t parts = plan.imported.areas.size();
    if (command.measure != 0) {
        const auto measure = plan.measures.find(command.measure);
        if (measure == plan.measures.end() || measure->second.dropped) {
            return refuse(refusals::measure_unknown, std::to_string(command.measure), "/measure");
        }
        of_text = measure->second.wordings.back().digest;
        parts = measure->second.now().duties.size();
    }
    // A translation speaks of the same duties in the same order, or none is broken out.
    if (!command.parts.empty() && command.parts.size() != parts) {
        return refuse(refusals::parts_differ, std::to_string(command.parts.size()) + " for " + std::to_string(parts), "/parts");
    }
    return std::vector<Event>{TextStated{.plan = command.plan,
                                         .measure = command.measure,
                                         .language = command.language,
                                         .status = command.status,
                                         .text = command.text,
                                         .parts = command.parts,
                                         .of_text = of_text,
                                         .source = command.source}};
}

Decision decide(const View& view, const AppointBody& command) {
    if (!view.asker.may_configure("conference")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.from && command.to && *command.to < *command.from) {
        return refuse(refusals::dates_backwards, command.to->to_text(), "/to");
    }
    const auto plan = view.conference.plans.find(command.plan);
    if (plan == view.conference.plans.end()) return refuse(refusals::plan_unknown, command.plan.value, "/plan");
    const auto measure = plan->second.measures.find(command.measure);
    if (measure == plan->second.measures.end() || measure->second.dropped) {
        return refuse(refusals::measure_unknown, std::to_string(command.measure), "/measure");
    }
    if (view.bodies.find(command.body) == nullptr) return refuse(refusals::body_unknown, command.body.value, "/body");
    const bool appointed = std::ranges::any_of(measure->second.bodies, [&](const BodyAppointed& one) {
        return one.body == command.body && one.role == command.role && !one.to;
    });
    if (appointed) return refuse(refusals::already_appointed, command.body.value, "/body");
    return std::vector<Event>{BodyAppointed{.plan = command.plan,
                                            .measure = command.measure,
                                            .body = command.body,
                                            .role = command.role,
                                            .from = command.from,
                                            .to = command.to,
                                            .note = command.note}};
}

Decision decide(const View& view, const EndAppointment& command) {
    if (!view.asker.may_configure("conference")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.body.value, "/reason");
    const auto plan = view.conference.plans.find(command.plan);
    if (plan == view.conference.plans.end()) return refuse(refusals::plan_unknown, command.plan.value, "/plan");
    // Also of a measure that was dropped since: whoever carried it out may stop.
    const auto measure = plan->second.measures.find(command.measure);
    if (measure == plan->second.measures.end()) return refuse(refusals::measure_unknown, std::to_string(command.measure), "/measure");
    const auto open = std::ranges::find_if(measure->second.bodies, [&](const BodyAppointed& one) {
        return one.body == command.body && one.role == command.role && !one.to;
    });
    if (open == measure->second.bodies.end()) {
        return refuse(refusals::appointment_unknown, beginning_of(command.body.value) + " " + std::string(name_of(command.role)), "/body");
    }
    if (open->from && command.on < *open->from) return refuse(refusals::dates_backwards, command.on.to_text(), "/on");
    return std::vector<Event>{AppointmentEnded{.plan = command.plan,
                                               .measure = command.measure,
                                               .body = command.body,
                                               .role = command.role,
                                               .on = command.on,
                                               .reason = command.reason}};
}

}  // namespace ponte::conference
