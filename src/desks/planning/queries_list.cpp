#include "desks/planning/queries_list.h"

#include "desks/planning/rules.h"
#include "desks/planning/seen.h"

namespace ponte::planning {

namespace {

template <class Event>
TextShown text_shown(const Placed<Event>& placed) {
    return {.entry = placed.sequence,
            .time = placed.time,
            .body = placed.event.body,
            .side = std::string(name_of(placed.event.side)),
            .text = placed.event.text,
            .digest = sha256(placed.event.text),
            .comment = placed.event.comment,
            .stand_by_it = {},
            .difference = {}};
}

std::string state_of(const Line& line, Language language) {
    if (line.is_agreed(language)) return "agreed";
    if (line.is_stale(language)) return "stale";
    const auto found = line.wordings.find(language);
    return found == line.wordings.end() || found->second.proposals.empty() ? "missing" : "proposed";
}

WordingShown wording_shown(const Line& line, Language language, bool required) {
    WordingShown shown{.language = std::string(tag(language)), .required = required, .state = state_of(line, language), .agreed_text = {}, .proposals = {}, .own_drafts = {}};
    if (const auto* agreed = line.agreed_text(language)) shown.agreed_text = agreed->event.text;
    const auto found = line.wordings.find(language);
    if (found == line.wordings.end()) return shown;
    const Wording& wording = found->second;
    for (std::size_t i = 0; i < wording.proposals.size(); ++i) {
        TextShown one = text_shown(wording.proposals[i]);
        for (const auto& [side, stand] : wording.stands) {
            // A text put forward twice is stood by where it was put forward last.
            if (stand.text == one.digest && wording.proposed(one.digest) == &wording.proposals[i]) one.stand_by_it.emplace_back(name_of(side));
        }
        if (i > 0) one.difference = pieces_shown(wording.proposals[i - 1].event.text, one.text);
        shown.proposals.push_back(std::move(one));
    }
    for (const auto& [side, draft] : wording.drafts) shown.own_drafts.push_back(text_shown(draft));
    return shown;
}

LineShown line_shown(const Seen& seen, const List& list, const LineId& id, std::uint16_t number) {
    const Line& line = *list.line(id);
    LineShown shown{.line = id,
                    .kind = std::string(name_of(line.added.kind)),
                    .area = line.area,
                    .number = number,
                    .origins = seen.origins_of({.list = list.opened.list, .line = id}),
                    .note = line.added.note,
                    .withdrawn = line.withdrawn.has_value(),
                    .withdrawal_proposed_by = {},
                    .reason = {},
                    .wordings = {}};
    if (line.withdrawal) {
        shown.withdrawal_proposed_by = std::string(name_of(line.withdrawal->event.side));
        shown.reason = line.withdrawal->event.reason;
    } else if (line.withdrawn) {
        shown.reason = line.withdrawn->event.reason;
    } else if (line.kept) {
        shown.reason = line.kept->event.reason;
    }
    for (const Language language : languages) {
        const bool required = std::ranges::find(list.opened.required, language) != list.opened.required.end();
        if (required || line.wordings.contains(language)) shown.wordings.push_back(wording_shown(line, language, required));
    }
    return shown;
}

ListRow row_of(const List& list) {
    ListRow row{.list = list.opened.list,
                .year = list.opened.year,
                .from_plan = list.opened.from_plan,
                .original = std::string(tag(list.opened.original)),
                .required = {},
                .measures = 0,
                .not_agreed = static_cast<std::uint32_t>(lines_not_agreed(list, list.opened.required).size()),
                .state = list.adopted ? "adopted" : !list.adoption.empty() ? "adoption_proposed" : "open",
                .entry = list.sequence};
    for (const Language language : list.opened.required) row.required.emplace_back(tag(language));
    for (const auto& [area, order] : list.order) row.measures += static_cast<std::uint32_t>(order.size());
    return row;
}

}  // namespace

ListsAnswer answer(const Looking& looking, const ListsQuery&) {
    ListsAnswer all;
    for (const List& list : Seen(known_of(looking.planning), looking.reader).lists()) all.lists.push_back(row_of(list));
    return all;
}

ListAnswer answer(const Looking& looking, const ListQuery& query) {
    ListAnswer all;
    const Seen seen(known_of(looking.planning), looking.reader);
    const auto list = seen.list(query.list);
    if (!list) return all;
    all.list.push_back(row_of(*list));
    all.not_agreed = lines_not_agreed(*list, list->opened.required);
    for (const auto& [side, proposal] : list->adoption) all.adoption_proposed_by = std::string(name_of(side));
    all.form = sha256(text_of(form_of(*list, list->opened.original), list->opened.original).text);
    all.lines.push_back(line_shown(seen, *list, LineId("title"), 0));
    std::uint16_t number = 0;
    for (const auto& [area, order] : list->order) {
        all.lines.push_back(line_shown(seen, *list, LineId("area" + std::to_string(area)), 0));
        for (const LineId& id : order) all.lines.push_back(line_shown(seen, *list, id, ++number));
    }
    for (const auto& [id, line] : list->lines) {
        if (line.withdrawn) all.lines.push_back(line_shown(seen, *list, id, 0));
    }
    return all;
}

}  // namespace ponte::planning
