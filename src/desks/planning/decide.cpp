// Decisions about next year's list: what stands on it and in what order, and its adoption.

#include "desks/planning/decide.h"

#include "desks/planning/queries_form.h"
#include "desks/planning/rules.h"

namespace ponte::planning {

namespace {

// The list that is still being worded.
Outcome<const List*> open_list(const View& view, const ListId& id) {
    const auto found = view.planning.lists.find(id);
    if (found == view.planning.lists.end()) return refuse(refusals::list_unknown, beginning_of(id.value), "/list");
    if (found->second.adopted) return refuse(refusals::list_adopted, id.value, "/list");
    return &found->second;
}

Outcome<const Line*> standing_line(const List& list, const LineId& id) {
    const Line* line = list.line(id);
    if (line == nullptr) return refuse(refusals::line_unknown, beginning_of(id.value), "/line");
    if (line->withdrawn) return refuse(refusals::line_withdrawn, id.value, "/line");
    return line;
}

// A duty that was closed by going on in this line would have nowhere to go.
bool carries_a_duty(const View& view, const ListId& list, const LineId& line) {
    const LineRef place{.list = list, .line = line};
    return std::ranges::any_of(view.planning.closings, [&](const auto& one) {
        const auto& target = one.second.proposal.event.target;
        return target && target->line && *target->line == place;
    });
}

std::string joined(const std::vector<std::string>& some) {
    constexpr std::size_t shown_max = 40;
    std::string text;
    for (std::size_t i = 0; i < some.size() && i < shown_max; ++i) text += (i == 0 ? "" : ", ") + some[i];
    if (some.size() > shown_max) text += " +" + std::to_string(some.size() - shown_max);
    return text;
}

// Each clause stands in the text behind the one before it.
bool stand_in_order(std::string_view text, const std::vector<std::string>& duties) {
    std::size_t from = 0;
    for (const std::string& duty : duties) {
        const std::size_t at = duty.empty() ? std::string_view::npos : text.find(duty, from);
        if (at == std::string_view::npos) return false;
        from = at + duty.size();
    }
    return !duties.empty();
}

std::vector<Language> required_of(const View& view, const List& list) {
    std::vector<Language> required = list.opened.required;
    for (const Language language : view.translation.required_for(scope_of(list.opened.list))) {
        if (std::ranges::find(required, language) == required.end()) required.push_back(language);
    }
    return required;
}

AdoptedLine adopted_line(const List& list, const LineId& id, std::uint16_t number, const std::vector<Language>& required) {
    AdoptedLine one{.line = id, .number = number, .texts = {}};
    for (const Language language : required) one.texts.push_back({.language = language, .text = list.line(id)->wordings.at(language).agreed->text});
    return one;
}

// The list as it is adopted, and what its measures descend from.
std::vector<Event> adoption(const View& view, const List& list, const Form& form, const Digest& digest, const std::optional<std::string>& decision) {
    const std::vector<Language> required = required_of(view, list);
    const PlanId plan(list.opened.list.value);
    ListAdopted adopted{.list = list.opened.list, .plan = plan, .year = list.opened.year, .form = digest, .lines = {}, .decision = decision};
    adopted.lines.push_back(adopted_line(list, form.title_line, 0, required));
    std::vector<Event> links;
    for (const FormArea& area : form.areas) {
        adopted.lines.push_back(adopted_line(list, area.line, area.number, required));
        for (const FormMeasure& measure : area.measures) {
            adopted.lines.push_back(adopted_line(list, measure.line, measure.number, required));
            const auto origins = origins_of(known_of(view.planning), {.list = list.opened.list, .line = measure.line});
            const DutyRef child{.plan = plan, .measure = measure.number, .duty = 0};
            std::ranges::move(links_to(known_of(view.planning), child, origins, scope_of(list.opened.list)), std::back_inserter(links));
        }
    }
    std::vector<Event> events{std::move(adopted)};
    std::ranges::move(links, std::back_inserter(events));
    return events;
}

}  // namespace

Decision decide(const View& view, const OpenList& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    if (!is_well_formed(command.list.value)) return refuse(refusals::id_malformed, beginning_of(command.list.value), "/list");
    std::vector<Language> required{command.original};
    for (const Language language : command.required) {
        if (std::ranges::find(required, language) == required.end()) required.push_back(language);
    }
    const conference::Plan* from = plan_of(view.conference, command.from_plan);
    if (from == nullptr) return refuse(refusals::plan_unknown, beginning_of(command.from_plan.value), "/from_plan");
    if (command.year <= from->imported.year) return refuse(refusals::year_not_later, std::to_string(command.year), "/year");
    const bool taken = view.planning.lists.contains(command.list) || plan_of(view.conference, PlanId(command.list.value)) != nullptr;
    if (taken) return refuse(refusals::list_exists, command.list.value, "/list");

    std::uint32_t index = 0;
    std::vector<Event> events;
    events.emplace_back(ListOpened{.list = command.list,
                                   .year = command.year,
                                   .from_plan = command.from_plan,
                                   .original = command.original,
                                   .required = required,
                                   .blind = blind(view, index++)});
    const auto add = [&](LineKind kind, std::uint16_t area, std::string id) {
        events.emplace_back(LineAdded{.list = command.list,
                                      .line = LineId(std::move(id)),
                                      .kind = kind,
                                      .area = area,
                                      .place = 0,
                                      .origins = {},
                                      .note = {},
                                      .body = view.asker.body,
                                      .side = view.asker.side,
                                      .blind = blind(view, index++)});
    };
    add(LineKind::title, 0, "title");
    for (std::uint16_t area = 1; area <= from->imported.areas.size(); ++area) add(LineKind::area, area, "area" + std::to_string(area));
    return events;
}

Decision decide(const View& view, const AddLine& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const std::string note = nfc(command.note.value_or(""));
    if (auto no = refusal_of_text(note, "/note")) return std::unexpected(*std::move(no));
    const List* list = TRY(open_list(view, command.list));
    const bool is_area = command.area == 0;
    if (!is_area && !list->order.contains(command.area)) return refuse(refusals::area_unknown, std::to_string(command.area), "/area");
    if (list->lines.size() >= lines_max) return refuse(refusals::too_many_lines, std::to_string(lines_max));
    for (std::size_t i = 0; i < command.origins.size(); ++i) {
        const std::string place = "/origins/" + std::to_string(i);
        if (auto no = refusal_of_origin(view, command.origins[i], list->opened.year, place)) return std::unexpected(*std::move(no));
    }
    const std::uint16_t number = is_area ? list->areas : list->measures;
    return std::vector<Event>{LineAdded{.list = command.list,
                                        .line = LineId((is_area ? "area" : "line") + std::to_string(number + 1)),
                                        .kind = is_area ? LineKind::area : LineKind::measure,
                                        .area = is_area ? static_cast<std::uint16_t>(number + 1) : command.area,
                                        .place = command.place.value_or(0),
                                        .origins = command.origins,
                                        .note = note,
                                        .body = view.asker.body,
                                        .side = view.asker.side,
                                        .blind = blind(view, 0)}};
}

Decision decide(const View& view, const MoveLine& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const List* list = TRY(open_list(view, command.list));
    const Line* line = TRY(standing_line(*list, command.line));
    if (line->added.kind != LineKind::measure) return refuse(refusals::line_does_not_move, command.line.value, "/line");
    if (!list->order.contains(command.area)) return refuse(refusals::area_unknown, std::to_string(command.area), "/area");
    return std::vector<Event>{LineMoved{.list = command.list,
                                        .line = command.line,
                                        .area = command.area,
                                        .place = command.place,
                                        .side = view.asker.side,
                                        .blind = blind(view, 0)}};
}

Decision decide(const View& view, const WithdrawLine& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const std::string reason = nfc(command.reason);
    if (reason.empty()) return refuse(refusals::reason_missing, command.line.value, "/reason");
    if (auto no = refusal_of_text(reason, "/reason")) return std::unexpected(*std::move(no));
    const List* list = TRY(open_list(view, command.list));
    const Line* line = TRY(standing_line(*list, command.line));
    if (line->added.kind == LineKind::title) return refuse(refusals::line_does_not_move, command.line.value, "/line");
    if (line->added.kind == LineKind::area && !list->order.at(line->area).empty()) return refuse(refusals::area_not_empty, command.line.value, "/line");
    if (carries_a_duty(view, command.list, command.line)) return refuse(refusals::line_carries_a_duty, command.line.value, "/line");
    if (!line->withdrawal) {
        return std::vector<Event>{LineWithdrawalProposed{.list = command.list,
                                                         .line = command.line,
                                                         .reason = reason,
                                                         .body = view.asker.body,
                                                         .side = view.asker.side,
                                                         .blind = blind(view, 0)}};
    }
    if (line->withdrawal->event.side == view.asker.side) return refuse(refusals::withdrawal_already_proposed, command.line.value, "/line");
    return std::vector<Event>{LineWithdrawn{.list = command.list,
                                            .line = command.line,
                                            .reason = reason,
                                            .proposal = line->withdrawal->sequence,
                                            .body = view.asker.body,
                                            .side = view.asker.side,
                                            .blind = blind(view, 0)}};
}

Decision decide(const View& view, const KeepLine& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const std::string reason = nfc(command.reason);
    if (reason.empty()) return refuse(refusals::reason_missing, command.line.value, "/reason");
    if (auto no = refusal_of_text(reason, "/reason")) return std::unexpected(*std::move(no));
    const List* list = TRY(open_list(view, command.list));
    const Line* line = TRY(standing_line(*list, command.line));
    if (!line->withdrawal) return refuse(refusals::no_withdrawal_proposed, command.line.value, "/line");
    return std::vector<Event>{LineKept{.list = command.list,
                                       .line = command.line,
                                       .reason = reason,
                                       .body = view.asker.body,
                                       .side = view.asker.side,
                                       .blind = blind(view, 0)}};
}

Decision decide(const View& view, const AdoptList& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const List* list = TRY(open_list(view, command.list));
    if (command.decision && !decision_stands(view.meetings, *command.decision)) {
        return refuse(refusals::decision_unknown, beginning_of(*command.decision), "/decision");
    }
    const auto lacking = lines_not_agreed(*list, required_of(view, *list));
    if (!lacking.empty()) return refuse(refusals::line_not_agreed, joined(lacking));
    const Form form = form_of(*list, list->opened.original);
    if (form.areas.empty()) return refuse(refusals::line_not_agreed, "0");
    const Digest digest = sha256(text_of(form, list->opened.original).text);
    if (command.form && *command.form != digest) return refuse(refusals::list_moved_on, digest.to_text(), "/form");
    for (std::size_t i = 0; i < command.duties.size(); ++i) {
        const LineDuties& one = command.duties[i];
        const std::string place = "/duties/" + std::to_string(i);
        const Line* line = TRY(standing_line(*list, one.line));
        const auto* text = line->agreed_text(one.language);
        if (text == nullptr || line->added.kind != LineKind::measure || !stand_in_order(text->event.text, one.duties)) {
            return refuse(refusals::duties_not_in_the_text, one.line.value, place);
        }
    }
    if (command.decision) return adoption(view, *list, form, digest, command.decision);
    const auto own = list->adoption.find(view.asker.side);
    if (own != list->adoption.end()) return refuse(refusals::adoption_already_proposed, command.list.value, "/list");
    // What moved on since the other side's word took that word away, so that it was of this very form.
    if (!list->adoption.empty()) return adoption(view, *list, form, digest, {});
    return std::vector<Event>{AdoptionProposed{
        .list = command.list, .form = digest, .body = view.asker.body, .side = view.asker.side, .blind = blind(view, 0)}};
}

}  // namespace ponte::planning
