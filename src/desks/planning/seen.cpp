#include "desks/planning/seen.h"

#include "desks/planning/rules.h"

namespace ponte::planning {

namespace {

// What a translator works from: the agreed text, or else the newest proposal.
const Placed<WordingProposed>* newest_text(const Line& line, Language language) {
    if (const auto* agreed = line.agreed_text(language)) return agreed;
    const auto found = line.wordings.find(language);
    return found == line.wordings.end() || found->second.proposals.empty() ? nullptr : &found->second.proposals.back();
}

TextKept text_kept(const List& list, const LineId& id, const Line& line) {
    TextKept kept{.ref = scope_of(list.opened.list) + "/" + id.value,
                  .scope = scope_of(list.opened.list),
                  .original = list.opened.original,
                  .digest = {},
                  .texts = {}};
    if (const auto* original = newest_text(line, list.opened.original)) kept.digest = sha256(original->event.text);
    for (const Language language : languages) {
        const auto* text = newest_text(line, language);
        if (text == nullptr) continue;
        const bool follows = language == list.opened.original || line.is_agreed(language);
        kept.texts.push_back({.language = language,
                              .text = text->event.text,
                              .parts = {},
                              .status = line.is_agreed(language) ? TextStatus::official : TextStatus::reference,
                              .of_digest = follows ? kept.digest : Digest{},
                              .sequence = text->sequence});
    }
    return kept;
}

}  // namespace

List Seen::without_foreign_drafts(List list) const {
    for (auto& [id, line] : list.lines) {
        for (auto& [language, wording] : line.wordings) {
            std::erase_if(wording.drafts, [&](const auto& draft) {
                return !access::sees(reader_, access::Stage::signed_off, draft.second.event.body, draft.first);
            });
        }
        // A language in which only the other side has a draft is one that nobody has worded.
        std::erase_if(line.wordings, [](const auto& one) { return one.second.drafts.empty() && one.second.proposals.empty(); });
    }
    return list;
}

std::optional<List> Seen::list(const ListId& id) const {
    const auto found = known_.lists.find(id);
    if (found == known_.lists.end() || !sees_negotiation()) return std::nullopt;
    return without_foreign_drafts(found->second);
}

std::vector<List> Seen::lists() const {
    std::vector<List> all;
    if (!sees_negotiation()) return all;
    for (const auto& [id, list] : known_.lists) all.push_back(without_foreign_drafts(list));
    return all;
}

const Closing* Seen::closing(const DutyRef& duty) const {
    const auto found = known_.closings.find(duty);
    return found == known_.closings.end() || !sees_negotiation() ? nullptr : &found->second;
}

const Placed<YearClosed>* Seen::closed(const PlanId& plan) const {
    const auto found = known_.closed.find(plan);
    return found == known_.closed.end() || !sees_negotiation() ? nullptr : &found->second;
}

std::vector<Origin> Seen::origins_of(const LineRef& line) const {
    return sees_negotiation() ? planning::origins_of(known_, line) : std::vector<Origin>{};
}

std::vector<TextKept> Seen::texts() const {
    std::vector<TextKept> all;
    for (const List& list : lists()) {
        if (list.adopted) continue;
        for (const auto& [id, line] : list.lines) {
            if (!line.withdrawn) all.push_back(text_kept(list, id, line));
        }
    }
    return all;
}

}  // namespace ponte::planning
