// Decisions about wording: a side drafts for itself, proposes to the other, and stands by a text.

#include "desks/planning/decide.h"
#include "desks/planning/rules.h"

namespace ponte::planning {

namespace {

// The line and language that may be worded now.
template <class Command>
Outcome<const Line*> line_to_word(const View& view, const Command& command) {
    const auto list = view.planning.lists.find(command.list);
    if (list == view.planning.lists.end()) return refuse(refusals::list_unknown, beginning_of(command.list.value), "/list");
    if (list->second.adopted) return refuse(refusals::list_adopted, command.list.value, "/list");
    const Line* line = list->second.line(command.line);
    if (line == nullptr) return refuse(refusals::line_unknown, beginning_of(command.line.value), "/line");
    if (line->withdrawn) return refuse(refusals::line_withdrawn, command.line.value, "/line");
    return line;
}

const Wording* wording_of(const Line& line, Language language) {
    const auto found = line.wordings.find(language);
    return found == line.wordings.end() ? nullptr : &found->second;
}

bool stands_by(const Wording* wording, Side side, const Digest& text) {
    if (wording == nullptr) return false;
    const auto stand = wording->stands.find(side);
    return stand != wording->stands.end() && stand->second.text == text;
}

}  // namespace

Decision decide(const View& view, const DraftWording& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const std::string text = nfc(command.text);
    const std::string comment = nfc(command.comment.value_or(""));
    if (auto no = refusal_of_text(text, "/text")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_text(comment, "/comment")) return std::unexpected(*std::move(no));
    const Line* line = TRY(line_to_word(view, command));
    const Wording* wording = wording_of(*line, command.language);
    if (text.empty() && (wording == nullptr || !wording->drafts.contains(view.asker.side))) {
        return refuse(refusals::no_draft, command.line.value, "/text");
    }
    return std::vector<Event>{WordingDrafted{.list = command.list,
                                             .line = command.line,
                                             .language = command.language,
                                             .text = text,
                                             .comment = comment,
                                             .body = view.asker.body,
                                             .side = view.asker.side,
                                             .blind = blind(view, 0)}};
}

Decision decide(const View& view, const ProposeWording& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    std::string text = nfc(command.text.value_or(""));
    std::string comment = nfc(command.comment.value_or(""));
    if (command.text && text.empty()) return refuse(refusals::text_missing, command.line.value, "/text");
    if (auto no = refusal_of_text(text, "/text")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_text(comment, "/comment")) return std::unexpected(*std::move(no));
    const Line* line = TRY(line_to_word(view, command));
    const Wording* wording = wording_of(*line, command.language);
    if (!command.text) {
        const auto draft = wording == nullptr ? decltype(wording->drafts.end()){} : wording->drafts.find(view.asker.side);
        if (wording == nullptr || draft == wording->drafts.end()) return refuse(refusals::no_draft, command.line.value, "/text");
        text = draft->second.event.text;
        if (comment.empty()) comment = draft->second.event.comment;
    }
    if (stands_by(wording, view.asker.side, sha256(text))) return refuse(refusals::already_stands_by_it, command.line.value, "/text");
    return std::vector<Event>{WordingProposed{.list = command.list,
                                              .line = command.line,
                                              .language = command.language,
                                              .text = std::move(text),
                                              .comment = std::move(comment),
                                              .body = view.asker.body,
                                              .side = view.asker.side,
                                              .blind = blind(view, 0)}};
}

Decision decide(const View& view, const AgreeWording& command) {
    if (!speaks_for_a_side(view)) return not_allowed(view);
    const Line* line = TRY(line_to_word(view, command));
    const Wording* wording = wording_of(*line, command.language);
    if (wording == nullptr || wording->proposed(command.text) == nullptr) {
        return refuse(refusals::wording_unknown, command.text.to_text(), "/text");
    }
    if (stands_by(wording, view.asker.side, command.text)) return refuse(refusals::already_stands_by_it, command.line.value, "/text");
    return std::vector<Event>{WordingAgreed{.list = command.list,
                                            .line = command.line,
                                            .language = command.language,
                                            .text = command.text,
                                            .body = view.asker.body,
                                            .side = view.asker.side,
                                            .asserted = view.asker.asserted,
                                            .blind = blind(view, 0)}};
}

}  // namespace ponte::planning
