#include "desks/planning/queries_lineage.h"

#include "desks/planning/rules.h"
#include "desks/planning/seen.h"

#include <set>

namespace ponte::planning {

namespace {

std::string text_of_duty(const conference::Plan* plan, std::uint16_t number, std::uint16_t duty) {
    const conference::Measure* measure = plan == nullptr ? nullptr : measure_of(*plan, number);
    if (measure == nullptr || duty > measure->now().duties.size()) return {};
    return duty == 0 ? measure->now().text : measure->now().duties[duty - 1U];
}

std::string any_of(const Names& names) {
    for (const Language language : languages) {
        if (!names.in(language).empty()) return names.in(language);
    }
    return {};
}

void show_difference(MatchShown& shown) {
    if (shown.from.size() == 1 && shown.to.size() == 1) shown.difference = pieces_shown(shown.from[0].text, shown.to[0].text);
}

MatchShown confirmed_match(const Placed<MatchConfirmed>& match, const conference::Plan* from, const conference::Plan* to) {
    MatchShown shown{.kind = std::string(name_of(match.event.kind)), .from = {}, .to = {}, .likeness = 0, .difference = {}, .entry = match.sequence, .note = match.event.note};
    const auto take = [&](const std::vector<MatchedDuty>& duties, const conference::Plan* plan, std::vector<MatchedText>& out) {
        for (const MatchedDuty& one : duties) {
            out.push_back({.measure = one.measure, .duty = one.duty, .text = text_of_duty(plan, one.measure, one.duty)});
            if (sha256(out.back().text) != one.text) shown.text_changed_since = true;
        }
    };
    take(match.event.from, from, shown.from);
    take(match.event.to, to, shown.to);
    show_difference(shown);
    return shown;
}

// Whether two places of a plan are one, or one holds the other: a measure holds its duties.
bool meets(const Node& a, const Node& b) {
    if (a.item || b.item) {
        if (!a.item || !b.item || a.item->frame != b.item->frame) return false;
        return a.item->item == b.item->item || a.item->item.empty() || b.item->item.empty();
    }
    return a.duty->plan == b.duty->plan && a.duty->measure == b.duty->measure &&
           (a.duty->duty == b.duty->duty || a.duty->duty == 0 || b.duty->duty == 0);
}

class Walking {
public:
    Walking(const Looking& looking, const Seen& seen) : looking_(looking), seen_(seen), steps_(seen.descents()) {}

    // All steps away from the start, nearest first; a place is passed once.
    std::vector<StepShown> walked(const Node& start, bool back) const {
        std::vector<StepShown> shown;
        std::set<std::size_t> taken;
        std::vector<Node> here{start};
        for (std::uint16_t distance = 1; !here.empty(); ++distance) {
            std::vector<Node> next;
            for (std::size_t i = 0; i < steps_.size(); ++i) {
                const Descent& step = steps_[i];
                const std::optional<Node> near = back ? std::optional(step.child) : end_of(step.origin);
                const bool starts_here = near && std::ranges::any_of(here, [&](const Node& one) { return meets(one, *near); });
                if (!starts_here || !taken.insert(i).second) continue;
                shown.push_back(step_shown(step, distance));
                const std::optional<Node> far = back ? end_of(step.origin) : std::optional(step.child);
                if (far) next.push_back(*far);
            }
            here = std::move(next);
        }
        return shown;
    }

private:
    static std::optional<Node> end_of(const Origin& origin) {
        if (origin.decision) return std::nullopt;
        return Node{.duty = origin.duty, .item = origin.frame};
    }

    [[nodiscard]] std::string text_at(const std::optional<DutyRef>& duty, const std::optional<FrameRef>& item) const {
        if (duty) return text_of_duty(looking_.conference.plan(duty->plan), duty->measure, duty->duty);
        if (!item) return {};
        const auto frame = seen_.frames().find(item->frame);
        if (frame == seen_.frames().end() || item->item.empty()) return {};
        const FrameItem* found = frame->second.item(item->item);
        return found == nullptr ? std::string() : any_of(found->texts);
    }

    [[nodiscard]] StepShown step_shown(const Descent& step, std::uint16_t distance) const {
        StepShown shown{.distance = distance,
                        .duty = step.child.duty,
                        .item = step.child.item,
                        .child_text = text_at(step.child.duty, step.child.item),
                        .origin = step.origin,
                        .origin_text = text_at(step.origin.duty, step.origin.frame),
                        .origin_text_available = false,
                        .how = step.how,
                        .entry = step.entry};
        shown.origin_text_available = !shown.origin_text.empty();
        return shown;
    }

    const Looking& looking_;
    const Seen& seen_;
    std::vector<Descent> steps_;
};

FrameShown frame_shown(const FrameId& id, const Frame& frame) {
    return {.frame = id,
            .kind = std::string(name_of(frame.registered.kind)),
            .titles = frame.registered.titles,
            .on = frame.registered.on,
            .source = frame.registered.source,
            .entry = frame.sequence,
            .text_available = !frame.items.empty(),
            .items = frame.items};
}

}  // namespace

std::vector<DutyText> duty_texts(const conference::Plan& plan) {
    std::vector<DutyText> all;
    for (const auto& [number, measure] : plan.measures) {
        if (measure.dropped) continue;
        std::uint16_t duty = 0;
        for (const std::string& text : measure.now().duties) {
            all.push_back({.number = {.measure = number, .duty = ++duty}, .text = text, .measure = measure.now().text});
        }
    }
    return all;
}

MatchesAnswer answer(const Looking& looking, const MatchesQuery& query) {
    MatchesAnswer all{.from_plan = query.from_plan, .to_plan = query.to_plan, .confirmed = {}, .proposed = {}};
    const conference::Plan* from = looking.conference.plan(query.from_plan);
    const conference::Plan* to = looking.conference.plan(query.to_plan);
    if (from == nullptr || to == nullptr) return all;
    const Seen seen(known_of(looking.planning), looking.reader);
    std::set<DutyNumber> from_taken;
    std::set<DutyNumber> to_taken;
    for (const auto& [entry, match] : seen.matches()) {
        if (match.event.from_plan != query.from_plan || match.event.to_plan != query.to_plan) continue;
        all.confirmed.push_back(confirmed_match(match, from, to));
        for (const MatchedDuty& one : match.event.from) from_taken.insert({one.measure, one.duty});
        for (const MatchedDuty& one : match.event.to) to_taken.insert({one.measure, one.duty});
    }
    std::vector<DutyText> from_texts = duty_texts(*from);
    std::vector<DutyText> to_texts = duty_texts(*to);
    std::erase_if(from_texts, [&](const DutyText& one) { return from_taken.contains(one.number); });
    std::erase_if(to_texts, [&](const DutyText& one) { return to_taken.contains(one.number); });
    for (const ProposedMatch& one : proposed_matches(from_texts, to_texts)) {
        MatchShown shown{.kind = std::string(name_of(one.match.kind)), .from = {}, .to = {}, .likeness = one.likeness, .difference = {}, .entry = {}, .note = {}};
        for (const DutyNumber& duty : one.match.from) shown.from.push_back({duty.measure, duty.duty, text_of_duty(from, duty.measure, duty.duty)});
        for (const DutyNumber& duty : one.match.to) shown.to.push_back({duty.measure, duty.duty, text_of_duty(to, duty.measure, duty.duty)});
        show_difference(shown);
        all.proposed.push_back(std::move(shown));
    }
    return all;
}

LineageAnswer answer(const Looking& looking, const LineageQuery& query) {
    const DutyRef duty{.plan = query.plan, .measure = query.measure, .duty = query.duty};
    LineageAnswer all{.duty = duty, .text = text_of_duty(looking.conference.plan(query.plan), query.measure, query.duty)};
    const Seen seen(known_of(looking.planning), looking.reader);
    const Walking walking(looking, seen);
    const Node start{.duty = duty, .item = {}};
    all.back = walking.walked(start, true);
    all.forward = walking.walked(start, false);
    if (const Closing* closing = seen.closing(duty); closing != nullptr && closing->confirmed) {
        all.outcome = std::string(name_of(closing->proposal.event.outcome));
    }
    std::set<FrameId> reached;
    for (const StepShown& step : all.back) {
        if (step.origin.frame) reached.insert(step.origin.frame->frame);
    }
    for (const FrameId& id : reached) {
        const Frame& frame = seen.frames().at(id);
        FrameShown shown = frame_shown(id, frame);
        shown.items.clear();
        all.reaches_the_arrangement = all.reaches_the_arrangement || frame.registered.kind == FrameKind::arrangement;
        all.frames.push_back(std::move(shown));
    }
    std::ranges::sort(all.frames, [](const FrameShown& a, const FrameShown& b) { return std::tie(a.on, a.frame) < std::tie(b.on, b.frame); });
    return all;
}

FramesAnswer answer(const Looking& looking, const FramesQuery&) {
    FramesAnswer all;
    const Seen seen(known_of(looking.planning), looking.reader);
    for (const auto& [id, frame] : seen.frames()) all.frames.push_back(frame_shown(id, frame));
    return all;
}

}  // namespace ponte::planning
