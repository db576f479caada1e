// Decisions about what descends from what: frames, links that a person sets, and matches he confirms.

#include "desks/planning/decide.h"
#include "desks/planning/rules.h"

#include <set>

namespace ponte::planning {

namespace {

std::optional<Refusal> refusal_of_items(const std::vector<FrameItem>& items, const std::vector<FrameItem>& known) {
    std::set<std::string> ids;
    for (const FrameItem& one : known) ids.insert(one.id);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string place = "/items/" + std::to_string(i);
        if (!is_well_formed(items[i].id)) return Refusal{refusals::id_malformed, beginning_of(items[i].id), place + "/id"};
        if (items[i].texts.empty()) return Refusal{refusals::text_missing, items[i].id, place + "/texts"};
        for (const Language language : languages) {
            if (auto no = refusal_of_text(items[i].texts.in(language), place + "/texts")) return no;
        }
        if (!ids.insert(items[i].id).second) return Refusal{refusals::item_twice, items[i].id, place + "/id"};
    }
    return std::nullopt;
}

// All items of a frame stand in one entry.
std::optional<Refusal> refusal_of_length(const std::vector<FrameItem>& items) {
    constexpr std::size_t bytes_max = 48'000;
    std::size_t bytes = 0;
    for (const FrameItem& one : items) {
        for (const Language language : languages) bytes += one.texts.in(language).size();
    }
    if (bytes > bytes_max) return Refusal{refusals::text_too_long, std::to_string(bytes), "/items"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_frame(const View& view, const FrameRef& ref, const std::string& place) {
    const auto frame = view.planning.frames.find(ref.frame);
    if (frame == view.planning.frames.end()) return Refusal{refusals::frame_unknown, beginning_of(ref.frame.value), place + "/frame"};
    if (!ref.item.empty() && frame->second.item(ref.item) == nullptr) {
        return Refusal{refusals::frame_item_unknown, beginning_of(ref.item), place + "/item"};
    }
    return std::nullopt;
}

bool exactly_one(const Origin& origin) {
    return origin.duty.has_value() + origin.frame.has_value() + origin.decision.has_value() == 1;
}

std::optional<Digest> text_of_duty(const conference::Plan& plan, const DutyNumber& number) {
    const conference::Measure* measure = measure_of(plan, number.measure);
    if (measure == nullptr || number.duty == 0 || number.duty > measure->now().duties.size()) return std::nullopt;
    return sha256(measure->now().duties[number.duty - 1U]);
}

bool has_its_shape(const Match& match) {
    const std::size_t from = match.from.size();
    const std::size_t to = match.to.size();
    switch (match.kind) {
        case MatchKind::carried_over:
        case MatchKind::changed: return from == 1 && to == 1;
        case MatchKind::added: return from == 0 && to == 1;
        case MatchKind::dropped: return from == 1 && to == 0;
        case MatchKind::merged: return from >= 2 && to == 1;
        case MatchKind::split: return from == 1 && to >= 2;
    }
    return false;
}

// The duties of one side of a match, each there and each not yet matched with the other plan.
Outcome<std::vector<MatchedDuty>> matched(const conference::Plan& plan, const std::vector<DutyNumber>& numbers, std::set<DutyNumber>& taken, const std::string& place) {
    std::vector<MatchedDuty> duties;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::string at = place + "/" + std::to_string(i);
        const std::string number = std::to_string(numbers[i].measure) + "." + std::to_string(numbers[i].duty);
        const auto text = text_of_duty(plan, numbers[i]);
        if (!text) return refuse(refusals::duty_unknown, number, at);
        if (!taken.insert(numbers[i]).second) return refuse(refusals::already_matched, number, at);
        duties.push_back({.measure = numbers[i].measure, .duty = numbers[i].duty, .text = *text});
    }
    return duties;
}

}  // namespace

std::optional<Refusal> refusal_of_origin(const View& view, const Origin& origin, std::uint16_t year, const std::string& place) {
    if (!exactly_one(origin)) return Refusal{refusals::one_of_several, "duty, frame, decision", place};
    if (origin.duty) {
        if (auto no = refusal_of_duty(view.conference, *origin.duty, true, place + "/duty")) return no;
        const std::uint16_t its_year = plan_of(view.conference, origin.duty->plan)->imported.year;
        if (its_year >= year) return Refusal{refusals::origin_not_earlier, std::to_string(its_year), place + "/duty"};
        return std::nullopt;
    }
    if (origin.frame) {
        if (auto no = refusal_of_frame(view, *origin.frame, place + "/frame")) return no;
        const Date on = view.planning.frames.at(origin.frame->frame).registered.on;
        if (on.year() > year) return Refusal{refusals::origin_not_earlier, on.to_text(), place + "/frame"};
        return std::nullopt;
    }
    if (!decision_stands(view.meetings, *origin.decision)) {
        return Refusal{refusals::decision_unknown, beginning_of(*origin.decision), place + "/decision"};
    }
    return std::nullopt;
}

std::vector<Event> links_to(const Known& known, const DutyRef& child, const std::vector<Origin>& origins, const std::string& source) {
    std::vector<Event> events;
    for (const Origin& origin : origins) {
        const bool there = std::ranges::any_of(known.links, [&](const auto& one) {
            return one.second.event.duty == child && one.second.event.origin == origin;
        });
        if (there) continue;
        events.emplace_back(LineageLinked{.duty = child, .item = {}, .origin = origin, .source = source});
    }
    return events;
}

Decision decide(const View& view, const RegisterFrame& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    if (!is_well_formed(command.frame.value)) return refuse(refusals::id_malformed, beginning_of(command.frame.value), "/frame");
    if (command.titles.empty()) return refuse(refusals::text_missing, "titles", "/titles");
    if (command.source.empty()) return refuse(refusals::source_missing, command.frame.value, "/source");
    for (const Language language : languages) {
        if (auto no = refusal_of_text(command.titles.in(language), "/titles")) return std::unexpected(*std::move(no));
    }
    if (auto no = refusal_of_items(command.items, {})) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_length(command.items)) return std::unexpected(*std::move(no));
    if (view.planning.frames.contains(command.frame)) return refuse(refusals::frame_exists, command.frame.value, "/frame");
    return std::vector<Event>{FrameRegistered{.frame = command.frame,
                                              .kind = command.kind,
                                              .titles = command.titles,
                                              .on = command.on,
                                              .source = command.source,
                                              .items = command.items}};
}

Decision decide(const View& view, const AddFrameItems& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    if (command.source.empty()) return refuse(refusals::source_missing, command.frame.value, "/source");
    if (command.items.empty()) return refuse(refusals::items_missing, command.frame.value, "/items");
    if (auto no = refusal_of_length(command.items)) return std::unexpected(*std::move(no));
    const auto frame = view.planning.frames.find(command.frame);
    if (frame == view.planning.frames.end()) return refuse(refusals::frame_unknown, beginning_of(command.frame.value), "/frame");
    if (auto no = refusal_of_items(command.items, frame->second.items)) return std::unexpected(*std::move(no));
    return std::vector<Event>{FrameItemsAdded{.frame = command.frame, .source = command.source, .items = command.items}};
}

Decision decide(const View& view, const Link& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    if (command.duty.has_value() == command.item.has_value()) return refuse(refusals::one_of_several, "duty, item");
    if (!exactly_one(command.origin)) return refuse(refusals::one_of_several, "duty, frame, decision", "/origin");
    if (command.source.empty()) return refuse(refusals::source_missing, "", "/source");
    // "list/..." says that the two sides adopted it, which a person cannot say by hand.
    if (command.source.starts_with("list/")) return refuse(refusals::source_missing, beginning_of(command.source), "/source");
    if (auto no = refusal_of_text(command.source, "/source")) return std::unexpected(*std::move(no));
    if (command.duty) {
        if (auto no = refusal_of_duty(view.conference, *command.duty, true, "/duty")) return std::unexpected(*std::move(no));
        const std::uint16_t year = plan_of(view.conference, command.duty->plan)->imported.year;
        if (auto no = refusal_of_origin(view, command.origin, year, "/origin")) return std::unexpected(*std::move(no));
    } else {
        if (auto no = refusal_of_frame(view, *command.item, "/item")) return std::unexpected(*std::move(no));
        // A frame descends from an earlier frame and from nothing else.
        if (!command.origin.frame) return refuse(refusals::origin_not_earlier, "", "/origin");
        if (auto no = refusal_of_frame(view, *command.origin.frame, "/origin/frame")) return std::unexpected(*std::move(no));
        const Date on = view.planning.frames.at(command.origin.frame->frame).registered.on;
        if (on >= view.planning.frames.at(command.item->frame).registered.on) {
            return refuse(refusals::origin_not_earlier, on.to_text(), "/origin/frame");
        }
    }
    const bool there = std::ranges::any_of(view.planning.links, [&](const auto& one) {
        return one.second.event.duty == command.duty && one.second.event.item == command.item && one.second.event.origin == command.origin;
    });
    if (there) return refuse(refusals::already_linked, "", "/origin");
    return std::vector<Event>{LineageLinked{.duty = command.duty, .item = command.item, .origin = command.origin, .source = command.source}};
}

Decision decide(const View& view, const Unlink& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    if (command.reason.empty()) return refuse(refusals::reason_missing, "", "/reason");
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    if (!view.planning.links.contains(command.link)) return refuse(refusals::link_unknown, std::to_string(command.link), "/link");
    return std::vector<Event>{LineageUnlinked{.link = command.link, .reason = command.reason}};
}

Decision decide(const View& view, const ConfirmMatch& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    if (command.matches.empty()) return refuse(refusals::matches_missing, "", "/matches");
    for (std::size_t i = 0; i < command.matches.size(); ++i) {
        const std::string place = "/matches/" + std::to_string(i);
        if (!has_its_shape(command.matches[i])) return refuse(refusals::match_shape_wrong, std::string(name_of(command.matches[i].kind)), place);
        if (auto no = refusal_of_text(command.matches[i].note.value_or(""), place + "/note")) return std::unexpected(*std::move(no));
    }
    const conference::Plan* from = plan_of(view.conference, command.from_plan);
    if (from == nullptr) return refuse(refusals::plan_unknown, beginning_of(command.from_plan.value), "/from_plan");
    const conference::Plan* to = plan_of(view.conference, command.to_plan);
    if (to == nullptr) return refuse(refusals::plan_unknown, beginning_of(command.to_plan.value), "/to_plan");
    if (from->imported.year >= to->imported.year) return refuse(refusals::origin_not_earlier, std::to_string(from->imported.year), "/from_plan");

    std::set<DutyNumber> taken_from;
    std::set<DutyNumber> taken_to;
    for (const auto& [entry, match] : view.planning.matches) {
        if (match.event.from_plan != command.from_plan || match.event.to_plan != command.to_plan) continue;
        for (const MatchedDuty& one : match.event.from) taken_from.insert({one.measure, one.duty});
        for (const MatchedDuty& one : match.event.to) taken_to.insert({one.measure, one.duty});
    }
    std::vector<Event> events;
    for (std::size_t i = 0; i < command.matches.size(); ++i) {
        const Match& match = command.matches[i];
        const std::string place = "/matches/" + std::to_string(i);
        MatchConfirmed confirmed{.from_plan = command.from_plan, .to_plan = command.to_plan, .kind = match.kind, .from = {}, .to = {}, .note = match.note.value_or("")};
        confirmed.from = TRY(matched(*from, match.from, taken_from, place + "/from"));
        confirmed.to = TRY(matched(*to, match.to, taken_to, place + "/to"));
        // Carried over means: word for word, as far as a reader would say so. Two languages cannot be held together.
        if (match.kind == MatchKind::carried_over && from->imported.language == to->imported.language) {
            const std::string& before = measure_of(*from, match.from[0].measure)->now().duties[match.from[0].duty - 1U];
            const std::string& after = measure_of(*to, match.to[0].measure)->now().duties[match.to[0].duty - 1U];
            if (fold_for_search(before) != fold_for_search(after)) return refuse(refusals::match_text_differs, beginning_of(after), place);
        }
        events.emplace_back(std::move(confirmed));
    }
    return events;
}

Decision decide(const View& view, const WithdrawMatch& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    if (command.reason.empty()) return refuse(refusals::reason_missing, "", "/reason");
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    if (!view.planning.matches.contains(command.match)) return refuse(refusals::match_unknown, std::to_string(command.match), "/match");
    return std::vector<Event>{MatchWithdrawn{.match = command.match, .reason = command.reason}};
}

}  // namespace ponte::planning
