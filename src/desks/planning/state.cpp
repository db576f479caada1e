#include "desks/planning/state.h"

#include "base/check.h"

#include <algorithm>
#include <ranges>

namespace ponte::planning {

namespace {

template <class Map, class Key>
auto& known(Map& map, const Key& key) {
    const auto found = map.find(key);
    CHECK(found != map.end());
    return found->second;
}

template <class Event>
Placed<Event> placed(const Event& event, const Recorded& recorded) {
    return {.event = event, .sequence = recorded.sequence, .time = recorded.time, .by = recorded.actor};
}

Line& line_of(State& state, const ListId& list, const LineId& line) { return known(known(state.lists, list).lines, line); }

// What was proposed for adoption was another list than the one that stands now.
void list_moves_on(State& state, const ListId& list) { known(state.lists, list).adoption.clear(); }

void put_in_order(std::vector<LineId>& order, const LineId& line, std::uint16_t place) {
    const std::size_t at = std::min<std::size_t>(place == 0 ? order.size() : place - 1U, order.size());
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(at), line);
}

// Both sides stand by one text: it is agreed. Where that changes what was agreed before, the other
// languages say something else now, and both sides have to look at them again.
void settle(Line& line, Language language, const Digest& text, const Recorded& recorded) {
    Wording& wording = line.wordings[language];
    if (!wording.both_stand_by(text)) return;
    if (wording.agreed && wording.agreed->text == text && wording.agreed->version == line.version) return;
    const bool changed = wording.agreed && wording.agreed->text != text && wording.agreed->version == line.version;
    if (changed) {
        ++line.version;
        for (auto& [other, its] : line.wordings) {
            if (other != language) its.stands.clear();
        }
    }
    wording.agreed = Agreement{.text = text, .version = line.version, .sequence = recorded.sequence, .time = recorded.time};
}

void stand(State& state, const ListId& list, const LineId& line_id, Language language, const Digest& text, Side side, const Recorded& recorded) {
    Line& line = line_of(state, list, line_id);
    line.wordings[language].stands[side] = {.text = text, .sequence = recorded.sequence, .by = recorded.actor};
    settle(line, language, text, recorded);
    list_moves_on(state, list);
}

}  // namespace

const Placed<WordingProposed>* Wording::proposed(const Digest& text) const {
    for (const auto& one : proposals | std::views::reverse) {
        if (sha256(one.event.text) == text) return &one;
    }
    return nullptr;
}

bool Wording::both_stand_by(const Digest& text) const {
    const auto stands_by = [&](Side side) {
        const auto found = stands.find(side);
        return found != stands.end() && found->second.text == text;
    };
    return stands_by(Side::macao) && stands_by(Side::mainland);
}

bool Line::is_agreed(Language language) const {
    const auto found = wordings.find(language);
    if (found == wordings.end() || !found->second.agreed) return false;
    const Agreement& agreed = *found->second.agreed;
    return agreed.version == version && found->second.both_stand_by(agreed.text);
}

bool Line::is_stale(Language language) const {
    const auto found = wordings.find(language);
    return found != wordings.end() && found->second.agreed && found->second.agreed->version < version;
}

const Placed<WordingProposed>* Line::agreed_text(Language language) const {
    if (!is_agreed(language)) return nullptr;
    const Wording& wording = wordings.at(language);
    return wording.proposed(wording.agreed->text);
}

const Line* List::line(const LineId& id) const {
    const auto found = lines.find(id);
    return found == lines.end() ? nullptr : &found->second;
}

const FrameItem* Frame::item(const std::string& id) const {
    const auto found = std::ranges::find(items, id, &FrameItem::id);
    return found == items.end() ? nullptr : &*found;
}

Known known_of(const State& state) {
    return {.closings = state.closings,
            .closed = state.closed,
            .lists = state.lists,
            .frames = state.frames,
            .links = state.links,
            .matches = state.matches};
}

std::vector<Descent> descents_of(const Known& known) {
    std::map<std::uint64_t, std::vector<Descent>> by_entry;
    for (const auto& [entry, link] : known.links) {
        const bool of_list = link.event.source.starts_with("list/");
        by_entry[entry].push_back({.child = {.duty = link.event.duty, .item = link.event.item},
                                   .origin = link.event.origin,
                                   .how = of_list ? "list" : "link",
                                   .entry = entry});
    }
    for (const auto& [entry, match] : known.matches) {
        for (const MatchedDuty& to : match.event.to) {
            for (const MatchedDuty& from : match.event.from) {
                Origin origin;
                origin.duty = DutyRef{match.event.from_plan, from.measure, from.duty};
                by_entry[entry].push_back({.child = {.duty = DutyRef{match.event.to_plan, to.measure, to.duty}, .item = {}},
                                           .origin = std::move(origin),
                                           .how = std::string(name_of(match.event.kind)),
                                           .entry = entry});
            }
        }
    }
    std::vector<Descent> all;
    for (auto& [entry, some] : by_entry) std::ranges::move(some, std::back_inserter(all));
    return all;
}

void evolve(State& state, const ListOpened& event, const Recorded& recorded) {
    List list;
    list.opened = event;
    list.sequence = recorded.sequence;
    list.time = recorded.time;
    CHECK(state.lists.emplace(event.list, std::move(list)).second);
}

void evolve(State& state, const LineAdded& event, const Recorded& recorded) {
    List& list = known(state.lists, event.list);
    Line line;
    line.added = event;
    line.sequence = recorded.sequence;
    line.area = event.area;
    CHECK(list.lines.emplace(event.line, std::move(line)).second);
    switch (event.kind) {
        case LineKind::title: break;
        case LineKind::area:
            list.areas = std::max(list.areas, event.area);
            list.order[event.area];
            break;
        case LineKind::measure:
            ++list.measures;
            put_in_order(list.order[event.area], event.line, event.place);
            break;
    }
    list_moves_on(state, event.list);
}

void evolve(State& state, const LineMoved& event, const Recorded&) {
    List& list = known(state.lists, event.list);
    Line& line = known(list.lines, event.line);
    std::erase(list.order[line.area], event.line);
    line.area = event.area;
    put_in_order(list.order[event.area], event.line, event.place);
    list_moves_on(state, event.list);
}

void evolve(State& state, const WordingDrafted& event, const Recorded& recorded) {
    Wording& wording = line_of(state, event.list, event.line).wordings[event.language];
    if (event.text.empty()) {
        wording.drafts.erase(event.side);
    } else {
        wording.drafts[event.side] = placed(event, recorded);
    }
}

void evolve(State& state, const WordingProposed& event, const Recorded& recorded) {
    Wording& wording = line_of(state, event.list, event.line).wordings[event.language];
    wording.proposals.push_back(placed(event, recorded));
    wording.drafts.erase(event.side);
    stand(state, event.list, event.line, event.language, sha256(event.text), event.side, recorded);
}

void evolve(State& state, const WordingAgreed& event, const Recorded& recorded) {
    stand(state, event.list, event.line, event.language, event.text, event.side, recorded);
}

void evolve(State& state, const LineWithdrawalProposed& event, const Recorded& recorded) {
    line_of(state, event.list, event.line).withdrawal = placed(event, recorded);
    list_moves_on(state, event.list);
}

void evolve(State& state, const LineKept& event, const Recorded& recorded) {
    Line& line = line_of(state, event.list, event.line);
    line.withdrawal.reset();
    line.kept = placed(event, recorded);
    list_moves_on(state, event.list);
}

void evolve(State& state, const LineWithdrawn& event, const Recorded& recorded) {
    List& list = known(state.lists, event.list);
    Line& line = known(list.lines, event.line);
    line.withdrawal.reset();
    line.withdrawn = placed(event, recorded);
    if (line.added.kind == LineKind::area) {
        list.order.erase(line.area);
    } else {
        std::erase(list.order[line.area], event.line);
    }
    list_moves_on(state, event.list);
}

void evolve(State& state, const AdoptionProposed& event, const Recorded& recorded) {
    known(state.lists, event.list).adoption[event.side] = placed(event, recorded);
}

void evolve(State& state, const ListAdopted& event, const Recorded& recorded) {
    List& list = known(state.lists, event.list);
    CHECK(!list.adopted);
    list.adopted = placed(event, recorded);
}

void evolve(State& state, const DutyClosingProposed& event, const Recorded& recorded) {
    Closing& closing = state.closings[event.duty];
    CHECK(!closing.confirmed);
    closing = {.proposal = placed(event, recorded), .questioned = {}, .confirmed = {}};
}

void evolve(State& state, const DutyClosingQuestioned& event, const Recorded& recorded) {
    known(state.closings, event.duty).questioned = placed(event, recorded);
}

void evolve(State& state, const DutyClosingConfirmed& event, const Recorded& recorded) {
    Closing& closing = known(state.closings, event.duty);
    CHECK(closing.proposal.sequence == event.proposal);
    closing.confirmed = placed(event, recorded);
}

void evolve(State& state, const YearClosed& event, const Recorded& recorded) {
    CHECK(state.closed.emplace(event.plan, placed(event, recorded)).second);
}

void evolve(State& state, const FrameRegistered& event, const Recorded& recorded) {
    const auto [at, fresh] = state.frames.emplace(event.frame, Frame{.registered = event, .sequence = recorded.sequence, .items = event.items});
    CHECK(fresh);
}

void evolve(State& state, const FrameItemsAdded& event, const Recorded&) {
    Frame& frame = known(state.frames, event.frame);
    frame.items.insert(frame.items.end(), event.items.begin(), event.items.end());
}

void evolve(State& state, const LineageLinked& event, const Recorded& recorded) { state.links.emplace(recorded.sequence, placed(event, recorded)); }

void evolve(State& state, const LineageUnlinked& event, const Recorded&) { CHECK(state.links.erase(event.link) == 1); }

void evolve(State& state, const MatchConfirmed& event, const Recorded& recorded) {
    state.matches.emplace(recorded.sequence, placed(event, recorded));
}

void evolve(State& state, const MatchWithdrawn& event, const Recorded&) { CHECK(state.matches.erase(event.match) == 1); }

}  // namespace ponte::planning
