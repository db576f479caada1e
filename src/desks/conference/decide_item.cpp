// Decisions about the life of an item: signed off inside its body, moved on, verified by another body,
// withdrawn. Every step is one entry; no step is undone.

#include "desks/conference/decide.h"
#include "desks/conference/rules.h"

namespace ponte::conference {

namespace {

// An item that the asker may not see is as unknown to him as one that does not exist.
const Item* seen_item(const View& view, const ItemId& id) {
    const Item* const item = view.conference.items.find(id);
    const access::Sight sight{.body = view.asker.body, .side = view.asker.side};
    return item != nullptr && access::sees(sight, item->life().stage, item->body, item->side) ? item : nullptr;
}

Outcome<const Item*> standing_item(const View& view, const ItemId& id) {
    const Item* item = seen_item(view, id);
    if (item == nullptr) return refuse(refusals::item_unknown, beginning_of(id.value), "/item");
    if (item->life().withdrawn != nullptr) return refuse(refusals::item_withdrawn, id.value, "/item");
    return item;
}

bool is_secretariat_of(const View& view, Side side) {
    return view.asker.has("conference", access::Role::secretariat) && view.asker.side == side;
}

}  // namespace

Decision decide(const View& view, const SignOffItem& command) {
    if (!view.asker.has("conference", access::Role::head)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Item* item = TRY(standing_item(view, command.item));
    if (item->body != view.asker.body) return refuse(refusals::body_not_yours, item->body.value, "/item");
    if (item->life().stage != Stage::internal) return refuse(refusals::already_signed_off, command.item.value, "/item");
    if (item->recorded_by == view.asker.person) return refuse(refusals::signs_off_own_record, view.asker.person.value, "/item");
    return std::vector<Event>{ItemSignedOff{
        .item = command.item, .body = item->body, .asserted = view.asker.asserted, .blind = blind(view, 0)}};
}

// Only the secretariat of the item's own side lets it out of that side.
Decision decide(const View& view, const MoveItem& command) {
    if (!view.asker.has("conference", access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.stage != Stage::released && command.stage != Stage::published) {
        return refuse(refusals::stage_does_not_go_back, std::string(name_of(command.stage)), "/stage");
    }
    const Item* item = TRY(standing_item(view, command.item));
    if (!is_secretariat_of(view, item->side)) return refuse(refusals::body_not_yours, item->body.value, "/item");
    if (item->life().stage == Stage::internal) return refuse(refusals::not_signed_off, command.item.value, "/item");
    if (command.stage <= item->life().stage) return refuse(refusals::stage_does_not_go_back, std::string(name_of(item->life().stage)), "/stage");
    return std::vector<Event>{ItemMoved{.item = command.item, .stage = command.stage, .blind = blind(view, 0)}};
}

Decision decide(const View& view, const VerifyItem& command) {
    if (!view.asker.has("conference", access::Role::verifier)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.verdict != Verdict::accepted && command.reason.empty()) {
        return refuse(refusals::reason_missing, command.item.value, "/reason");
    }
    const Item* item = TRY(standing_item(view, command.item));
    if (item->life().stage == Stage::internal) return refuse(refusals::not_signed_off, command.item.value, "/item");
    if (item->body == view.asker.body) return refuse(refusals::verifies_own_body, item->body.value, "/item");
    return std::vector<Event>{ItemVerified{.item = command.item,
                                           .by_body = view.asker.body,
                                           .verdict = command.verdict,
                                           .reason = command.reason,
                                           .asserted = view.asker.asserted,
                                           .blind = blind(view, 0)}};
}

Decision decide(const View& view, const WithdrawItem& command) {
    const bool own = view.asker.has("conference", access::Role::officer) || view.asker.has("conference", access::Role::head);
    if (!own && !view.asker.has("conference", access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.item.value, "/reason");
    const Item* item = TRY(standing_item(view, command.item));
    if (item->body != view.asker.body && !is_secretariat_of(view, item->side)) {
        return refuse(refusals::body_not_yours, item->body.value, "/item");
    }
    if (command.replaced_by && !seen_item(view, *command.replaced_by)) {
        return refuse(refusals::item_unknown, beginning_of(command.replaced_by->value), "/replaced_by");
    }
    return std::vector<Event>{ItemWithdrawn{
        .item = command.item, .reason = command.reason, .replaced_by = command.replaced_by, .blind = blind(view, 0)}};
}

}  // namespace ponte::conference
