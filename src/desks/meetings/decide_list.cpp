// Decisions about lists for review: titled by a secretariat, stated line by line, let out to the other side.

#include "base/canonical.h"
#include "desks/meetings/refusals.h"
#include "desks/meetings/rules.h"

#include <set>

namespace ponte::meetings {

using access::Role;

namespace {

constexpr std::size_t lines_max = 1'000;

// The asker's own side's, and not out yet: what was released is what the session reviews.
Outcome<const ReviewList*> own_list(const View& view, const ReviewListId& id) {
    const ReviewList* list = seen_by_asker(view).list(id);
    if (list == nullptr) return refuse(refusals::list_unknown, beginning_of(id.value), "/list");
    if (!is_secretariat_of(view, list->titled.event.side)) return refuse(refusals::body_not_yours, list->titled.event.body.value, "/list");
    return list;
}

}  // namespace

Decided decide(const View& view, const TitleReviewList& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_names(command.titles, "/titles")) return std::unexpected(*no);
    if (command.kind.empty()) return refuse(refusals::text_missing, "", "/kind");
    if (auto no = refusal_of_text(command.kind, "/kind")) return std::unexpected(*no);
    if (!view.conference.plans.contains(command.plan)) return refuse(refusals::plan_unknown, beginning_of(command.plan.value), "/plan");
    ReviewListTitled event{.list = {},
                           .plan = command.plan,
                           .titles = command.titles,
                           .kind = command.kind,
                           .body = view.asker.body,
                           .side = view.asker.side,
                           .blind = blind(view)};
    Encoder content;
    content.write(event.plan);
    content.write(event.titles);
    content.write(event.kind);
    content.write(event.body);
    event.list = ReviewListId(named_after("list-", sha256(content.view())));
    if (view.meetings.lists.contains(event.list)) return refuse(refusals::already_recorded, event.list.value, "/titles");
    return std::vector<Event>{std::move(event)};
}

Decided decide(const View& view, const StateReviewListLines& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.lines.empty() || command.lines.size() > lines_max) {
        return refuse(refusals::lines_missing, std::to_string(command.lines.size()), "/lines");
    }
    std::set<std::uint16_t> numbers;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const ReviewListLineGiven& line = command.lines[i];
        const std::string place = "/lines/" + std::to_string(i);
        if (line.line == 0 || !numbers.insert(line.line).second) return refuse(refusals::line_twice, std::to_string(line.line), place + "/line");
        if (line.texts.empty()) continue;
        if (auto no = refusal_of_names(line.texts, place + "/texts")) return std::unexpected(*no);
    }
    const ReviewList* list = TRY(own_list(view, command.list));
    if (list->stage >= Stage::released) return refuse(refusals::list_released, command.list.value, "/list");
    std::vector<Event> events;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const ReviewListLineGiven& line = command.lines[i];
        if (line.duty) {
            if (auto no = refusal_of_duty(view, *line.duty, "/lines/" + std::to_string(i) + "/duty")) return std::unexpected(*no);
        }
        if (line.texts.empty() && !list->lines.contains(line.line)) {
            return refuse(refusals::line_unknown, std::to_string(line.line), "/lines/" + std::to_string(i) + "/line");
        }
        events.emplace_back(ReviewListLineStated{.list = command.list,
                                                 .line = line.line,
                                                 .texts = line.texts,
                                                 .duty = line.duty,
                                                 .blind = blind(view, static_cast<std::uint32_t>(i))});
    }
    return events;
}

Decided decide(const View& view, const MoveReviewList& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.stage != Stage::released && command.stage != Stage::published) {
        return refuse(refusals::stage_does_not_go_back, std::string(name_of(command.stage)), "/stage");
    }
    const ReviewList* list = TRY(own_list(view, command.list));
    if (command.stage <= list->stage) return refuse(refusals::stage_does_not_go_back, std::string(name_of(list->stage)), "/stage");
    if (list->lines.empty()) return refuse(refusals::lines_missing, "0", "/list");
    return std::vector<Event>{ReviewListMoved{.list = command.list, .stage = command.stage, .blind = blind(view)}};
}

}  // namespace ponte::meetings
