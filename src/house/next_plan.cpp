#include "house/next_plan.h"

#include "desks/conference/decide.h"
#include "desks/planning/queries_form.h"
#include "house/reactions.h"

namespace ponte::house {

namespace {

// The duties that the asker's plan reader found in the line's agreed text; the text itself where none were given.
std::vector<std::string> duties_of(const planning::AdoptList& command, const planning::FormMeasure& measure, Language language) {
    for (const planning::LineDuties& one : command.duties) {
        if (one.line == measure.line && one.language == language) return one.duties;
    }
    return {measure.text};
}

conference::ImportPlan plan_of(const planning::List& list, const planning::ListAdopted& adopted, const planning::AdoptList& command) {
    const Language language = list.opened.original;
    const planning::Form form = planning::form_of(list, language);
    const planning::FormText text = planning::text_of(form, language);
    conference::ImportPlan plan{.plan = adopted.plan,
                                .year = adopted.year,
                                .title = form.title,
                                .language = language,
                                .status = TextStatus::official,
                                .file = adopted.form,
                                .format = "text",
                                .encoding = "UTF-8",
                                .areas = {},
                                .measures = {},
                                .folded_characters = 0,
                                .source = planning::scope_of(adopted.list)};
    for (const planning::FormArea& area : form.areas) {
        plan.areas.push_back({.number = area.number,
                              .title = area.title,
                              .first_measure = area.measures.front().number,
                              .last_measure = area.measures.back().number});
        for (const planning::FormMeasure& measure : area.measures) {
            const planning::FormPlace& place = text.places.at(measure.number);
            plan.measures.push_back({.number = measure.number,
                                     .text = measure.text,
                                     .duties = duties_of(command, measure, language),
                                     .jurisdiction_sets = {},
                                     .bodies = {},
                                     .owed_numbers = {},
                                     .bytes_from = place.from,
                                     .bytes_to = place.to,
                                     .line_from = place.line,
                                     .line_to = place.line});
        }
    }
    return plan;
}

// The agreed texts in the list's other languages, as the plan's: official beside the original.
std::vector<conference::StateText> texts_of(const planning::List& list, const planning::ListAdopted& adopted, const planning::AdoptList& command,
                                            Language language) {
    const planning::Form form = planning::form_of(list, language);
    const planning::Form original = planning::form_of(list, list.opened.original);
    conference::StateText head{.plan = adopted.plan,
                               .measure = 0,
                               .language = language,
                               .status = TextStatus::official,
                               .text = form.title,
                               .parts = {},
                               .source = planning::scope_of(adopted.list)};
    std::vector<conference::StateText> texts;
    for (std::size_t a = 0; a < form.areas.size(); ++a) {
        head.parts.push_back(form.areas[a].title);
        for (std::size_t m = 0; m < form.areas[a].measures.size(); ++m) {
            const planning::FormMeasure& measure = form.areas[a].measures[m];
            const std::size_t parts = duties_of(command, original.areas[a].measures[m], list.opened.original).size();
            std::vector<std::string> duties = duties_of(command, measure, language);
            // A language that breaks the measure into another number of clauses has none broken out.
            if (duties.size() != parts) duties.clear();
            texts.push_back({.plan = adopted.plan,
                             .measure = measure.number,
                             .language = language,
                             .status = TextStatus::official,
                             .text = measure.text,
                             .parts = std::move(duties),
                             .source = planning::scope_of(adopted.list)});
        }
    }
    texts.insert(texts.begin(), std::move(head));
    return texts;
}

}  // namespace

Outcome<std::vector<AnyEvent>> next_plan(const Desks& desks, const planning::AdoptList& command, const planning::ListAdopted& adopted,
                                         const Asking& asking) {
    const planning::List& list = desks.planning.lists.at(adopted.list);
    std::vector<AnyEvent> events = TRY(decide_alone(desks, conference::Command(plan_of(list, adopted, command)), for_part(asking, 1)));
    // The texts are decided on what the conference desk will know of the plan by then.
    conference::State next;
    for (const AnyEvent& event : events) {
        std::visit([&](const auto& one) { evolve(next, one, Recorded{}); }, std::get<conference::Event>(event));
    }
    std::uint32_t part = 2;
    for (const planning::AgreedText& agreed : adopted.lines.front().texts) {
        const Language language = agreed.language;
        if (language == list.opened.original) continue;
        for (const conference::StateText& text : texts_of(list, adopted, command, language)) {
            const Asking own = for_part(asking, part++);
            auto stated = TRY(conference::decide(conference::View{.conference = next,
                                                                  .bodies = desks.directory.bodies,
                                                                  .asker = own.asker,
                                                                  .now = own.now,
                                                                  .position = own.position,
                                                                  .nonce = own.nonce},
                                                 text));
            for (conference::Event& one : stated) events.emplace_back(std::move(one));
        }
    }
    return events;
}

}  // namespace ponte::house
