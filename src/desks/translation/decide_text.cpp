// Decisions about texts: who translates what until when, which languages are required, and that they are approved.

#include "base/text.h"
#include "desks/translation/decide.h"
#include "desks/translation/queries_texts.h"
#include "desks/translation/refusals.h"

#include <algorithm>
#include <array>

namespace ponte::translation {

namespace {

constexpr std::size_t note_bytes_max = 2'000;
// Of one approval: it is one entry, and an entry holds 65,535 bytes.
constexpr std::size_t texts_max = 600;
// What a rule may be made for before there is any text of it.
constexpr std::array<std::string_view, 4> kinds_of_scope{"plan", "indicators", "session", "list"};

bool may_give_work(const access::Grant& asker) { return asker.side != Side::other && asker.may_configure("translation"); }

}  // namespace

Decision decide(const View& view, const Assign& command) {
    if (!may_give_work(view.asker)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (has_control_characters(command.note)) return refuse(refusals::control_characters, command.text.substr(0, 80), "/note");
    if (command.note.size() > note_bytes_max) return refuse(refusals::text_too_long, std::to_string(command.note.size()), "/note");
    if (command.due < view.now.date()) return refuse(refusals::due_is_past, command.due.to_text(), "/due");
    const auto person = view.people.find(command.assignee);
    if (person == view.people.end() || !access::has_access_on(person->second, view.now.date())) {
        return refuse(refusals::assignee_unknown, command.assignee.value.substr(0, 80), "/assignee");
    }
    if (person->second.side != view.asker.side) return refuse(refusals::assignee_not_yours, command.assignee.value, "/assignee");
    const TextKept* text = find_text(view.texts, command.text);
    if (text == nullptr) return refuse(refusals::text_unknown, command.text.substr(0, 80), "/text");
    if (text->original == command.language) return refuse(refusals::language_is_the_original, std::string(tag(command.language)), "/language");
    if (is_current(state_in(*text, command.language))) return refuse(refusals::text_is_current, command.text, "/text");
    const auto known = view.translation.assignments.find({.text = command.text, .language = command.language, .side = view.asker.side});
    if (known != view.translation.assignments.end() && !is_done(known->second, *text)) {
        const TextAssigned& now = known->second.assigned;
        if (now.assignee == command.assignee && now.due == command.due && now.note == command.note) {
            return refuse(refusals::already_assigned, command.assignee.value, "/assignee");
        }
    }
    return std::vector<Event>{TextAssigned{.text = command.text,
                                           .language = command.language,
                                           .assignee = command.assignee,
                                           .due = command.due,
                                           .note = command.note,
                                           .body = view.asker.body,
                                           .side = view.asker.side}};
}

Decision decide(const View& view, const Unassign& command) {
    if (!may_give_work(view.asker)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.text.substr(0, 80), "/reason");
    if (has_control_characters(command.reason)) return refuse(refusals::control_characters, command.text.substr(0, 80), "/reason");
    if (command.reason.size() > note_bytes_max) return refuse(refusals::text_too_long, std::to_string(command.reason.size()), "/reason");
    if (!view.translation.assignments.contains({.text = command.text, .language = command.language, .side = view.asker.side})) {
        return refuse(refusals::not_assigned, command.text.substr(0, 80), "/text");
    }
    return std::vector<Event>{TextUnassigned{.text = command.text,
                                             .language = command.language,
                                             .reason = command.reason,
                                             .body = view.asker.body,
                                             .side = view.asker.side}};
}

Decision decide(const View& view, const Require& command) {
    if (!view.asker.may_configure("translation")) return refuse(refusals::not_allowed, view.asker.person.value);
    std::vector<Language> wanted = command.languages;
    std::ranges::sort(wanted);
    if (std::ranges::adjacent_find(wanted) != wanted.end()) {
        return refuse(refusals::language_twice, std::string(tag(*std::ranges::adjacent_find(wanted))), "/languages");
    }
    if (std::ranges::find(kinds_of_scope, command.scope) == kinds_of_scope.end()) {
        const bool known = std::ranges::any_of(view.texts, [&](const TextKept& text) { return text.scope == command.scope; });
        if (!known) return refuse(refusals::scope_unknown, command.scope.substr(0, 80), "/scope");
    }
    const auto now = view.translation.required.find(command.scope);
    const bool same = now == view.translation.required.end() ? wanted.empty() : now->second == wanted;
    if (same) return refuse(refusals::already_required, command.scope, "/languages");
    return std::vector<Event>{LanguagesRequired{.scope = command.scope, .languages = std::move(wanted)}};
}

Decision decide(const View& view, const ApproveTexts& command) {
    if (!may_give_work(view.asker)) return refuse(refusals::not_allowed, view.asker.person.value);
    const std::vector<TextKept> texts = texts_of_scope(view.texts, command.scope);
    if (texts.empty()) return refuse(refusals::scope_unknown, command.scope.substr(0, 80), "/scope");
    const std::vector<Language> required = known_of(view.translation).required_for(command.scope);
    if (required.empty()) return refuse(refusals::nothing_required, command.scope, "/scope");
    if (texts.size() > texts_max) return refuse(refusals::too_many_texts, std::to_string(texts.size()), "/scope");
    for (const TextKept& text : texts) {
        if (const auto language = language_not_current(text, required)) {
            return refuse(refusals::not_ready, text.ref + " " + std::string(tag(*language)) + " " + std::string(name_of(state_in(text, *language))), "/scope");
        }
    }
    TextsApproved approved{.scope = command.scope, .languages = required, .body = view.asker.body, .side = view.asker.side};
    for (const TextKept& text : texts) approved.texts.push_back({.text = text.ref, .content = content_of(text, required)});
    const auto before = view.translation.approvals.find({command.scope, view.asker.side});
    if (before != view.translation.approvals.end() && before->second.approved.languages == required &&
        before->second.approved.texts == approved.texts) {
        return refuse(refusals::already_approved, command.scope, "/scope");
    }
    return std::vector<Event>{std::move(approved)};
}

}  // namespace ponte::translation
