#include "cli/plan_orders.h"

namespace ponte::cli {

namespace {

std::vector<conference::PlanMeasure> measures_of(const plan_text::Plan& plan) {
    std::vector<conference::PlanMeasure> measures;
    for (const plan_text::Area& area : plan.areas) {
        for (const plan_text::Measure& measure : area.measures) {
            conference::PlanMeasure one{.number = static_cast<std::uint16_t>(measure.number),
                                        .text = measure.text,
                                        .jurisdiction_sets = measure.jurisdiction_sets,
                                        .bodies = measure.bodies,
                                        .bytes_from = measure.source.from,
                                        .bytes_to = measure.source.to,
                                        .line_from = static_cast<std::uint32_t>(measure.source.line_from),
                                        .line_to = static_cast<std::uint32_t>(measure.source.line_to)};
            for (const plan_text::Duty& duty : measure.duties) one.duties.push_back(duty.text);
            for (const plan_text::OwedNumber& owed : measure.owed_numbers) one.owed_numbers.push_back({owed.text, owed.value.digits});
            measures.push_back(std::move(one));
        }
    }
    return measures;
}

}  // namespace

Language language_of(plan_text::Language language) {
    switch (language) {
        case plan_text::Language::zh_hans: return Language::zh_hans;
        case plan_text::Language::zh_hant: return Language::zh_hant;
        case plan_text::Language::pt: return Language::pt;
        case plan_text::Language::en: return Language::en;
    }
    return Language::en;
}

conference::ImportPlan import_order(const plan_text::Plan& plan, conference::PlanId id, bool official, std::string source) {
    conference::ImportPlan order{.plan = std::move(id),
                                 .year = static_cast<std::uint16_t>(plan.year),
                                 .title = plan.title,
                                 .language = language_of(plan.language),
                                 .status = official ? TextStatus::official : TextStatus::reference,
                                 .file = plan.sha256,
                                 .format = std::string(to_text(plan.format)),
                                 .encoding = std::string(to_text(plan.encoding)),
                                 .measures = measures_of(plan),
                                 .folded_characters = static_cast<std::uint32_t>(plan.normalised.compatibility.characters),
                                 .source = std::move(source)};
    for (const plan_text::Area& area : plan.areas) {
        order.areas.push_back({.number = static_cast<std::uint16_t>(area.number),
                               .title = area.title,
                               .first_measure = static_cast<std::uint16_t>(area.measures.front().number),
                               .last_measure = static_cast<std::uint16_t>(area.measures.back().number)});
    }
    return order;
}

conference::CorrectPlan correction_order(const plan_text::Plan& plan, conference::PlanId id, std::string reason) {
    return {.plan = std::move(id), .title = plan.title, .file = plan.sha256, .measures = measures_of(plan), .reason = std::move(reason)};
}

std::vector<conference::StateText> translation_orders(const plan_text::Plan& plan, const conference::PlanId& id, TextStatus status,
                                                      const std::string& source) {
    std::vector<conference::StateText> orders;
    conference::StateText title{.plan = id,
                                .measure = 0,
                                .language = language_of(plan.language),
                                .status = status,
                                .text = plan.title,
                                .source = source};
    for (const plan_text::Area& area : plan.areas) title.parts.push_back(area.title);
    orders.push_back(std::move(title));
    for (const conference::PlanMeasure& measure : measures_of(plan)) {
        orders.push_back({.plan = id,
                          .measure = measure.number,
                          .language = language_of(plan.language),
                          .status = status,
                          .text = measure.text,
                          .parts = measure.duties,
                          .source = source});
    }
    return orders;
}

}  // namespace ponte::cli
