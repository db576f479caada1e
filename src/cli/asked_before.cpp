#include "cli/asked_before.h"

#include "base/canonical.h"
#include "base/json.h"
#include "house/event_codec.h"
#include "journal/events.h"

namespace ponte::cli {

Attempt<AskedBefore> AskedBefore::in(journal::Journal& journal) {
    AskedBefore all;
    TRY(journal.for_each_entry(0, journal.size(), [&](const journal::StoredEntry& stored) {
        if (stored.entry.type != journal::RunHeaded::type) return true;
        const auto head = from_bytes<journal::RunHeaded>(stored.entry.payload);
        if (head && !head->command_id.empty()) all.runs_[head->command_id] = {.head = stored.sequence, .parts = head->parts};
        return true;
    }));
    return all;
}

Attempt<std::vector<house::AnyEvent>> AskedBefore::events_of(journal::Journal& journal, const CommandId& id) const {
    std::vector<house::AnyEvent> events;
    const auto run = runs_.find(id.value);
    if (run == runs_.end()) return events;
    for (std::uint32_t part = 1; part <= run->second.parts; ++part) {
        const auto entry = TRY(journal.read_entry(run->second.head + part));
        const journal::EntryView view = entry.view();
        auto event = house::decode_event(view.type, view.version, view.payload);
        if (event) events.push_back(*std::move(event));
    }
    return events;
}

house::PersonSealer sealer_as_in(Office& office, std::vector<house::AnyEvent> events) {
    return [&office, anew = office.sealer(), events = std::move(events)](const PersonId& person, std::string_view field, std::string_view clear) -> Outcome<Sealed> {
        for (const house::AnyEvent& event : events) {
            const auto json = parse_json(house::event_json(event));
            const auto* const stated = json && json->is_object() ? json->get_object().if_contains(field) : nullptr;
            const auto sealed = stated != nullptr && stated->is_string() ? Sealed::from_text(std::string_view(stated->get_string())) : std::nullopt;
            if (!sealed) continue;
            const auto told = office.vault().reveal(*sealed);
            if (!told || !*told) continue;
            if (field == "secret" ? password_fits(**told, clear) : **told == clear) return *sealed;
        }
        return anew(person, field, clear);
    };
}

}  // namespace ponte::cli
