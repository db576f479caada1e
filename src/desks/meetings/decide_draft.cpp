// The decision about a version of the minutes: which lines are new or reworded, which language has fallen
// behind another, how the decisions in it are numbered.

#include "desks/meetings/refusals.h"
#include "desks/meetings/rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace ponte::meetings {

using access::Role;

namespace {

constexpr std::size_t lines_max = 500;

std::optional<Refusal> refusal_of_lines(const DraftMinutes& command) {
    if (command.lines.empty()) return Refusal{refusals::lines_missing, "0", "/lines"};
    if (command.lines.size() > lines_max) return Refusal{refusals::text_too_long, std::to_string(command.lines.size()), "/lines"};
    std::set<std::uint16_t> numbers;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const MinutesLineGiven& line = command.lines[i];
        const std::string place = "/lines/" + std::to_string(i);
        if (line.line == 0 || !numbers.insert(line.line).second) return Refusal{refusals::line_twice, std::to_string(line.line), place + "/line"};
        if (auto no = refusal_of_names(line.texts, place + "/texts")) return no;
    }
    for (std::size_t i = 0; i < command.answers.size(); ++i) {
        if (auto no = refusal_of_names(command.answers[i].answer, "/answers/" + std::to_string(i) + "/answer")) return no;
    }
    return std::nullopt;
}

const MinutesLine* line_in(const std::vector<MinutesLine>& lines, std::uint16_t number) {
    const auto found = std::ranges::find_if(lines, [&](const MinutesLine& one) { return one.stated.line == number; });
    return found == lines.end() ? nullptr : &*found;
}

// Who drafts, and whether there is still something to draft.
struct Desk {
    Side side{};
    const Session* session = nullptr;
    const Minutes* minutes = nullptr;           // Absent before the first version.
    const std::vector<MinutesLine>* sealed = nullptr;  // What a correction corrects.
};

Outcome<Desk> desk_of(const View& view, const MinutesOf& of) {
    Desk desk;
    desk.session = TRY(standing_session(view, of.session));
    if (!desk.session->held) return refuse(refusals::session_not_held, std::to_string(of.session), "/session");
    const auto found = view.meetings.minutes.find(of);
    if (found != view.meetings.minutes.end()) desk.minutes = &found->second;
    if (of.correction != 0) {
        if (desk.minutes == nullptr) return refuse(refusals::minutes_unknown, std::to_string(of.correction), "/correction");
        const Minutes& main = view.meetings.minutes.find(MinutesOf{.session = of.session})->second;
        desk.sealed = &main.versions[main.sealed->event.version - 1U].lines;
    }
    desk.side = desk.minutes != nullptr ? desk.minutes->side : desk.session->called.event.minutes_side;
    if (desk.side != view.asker.side) return refuse(refusals::not_your_draft, std::string(name_of(desk.side)), "/session");
    if (desk.minutes != nullptr && desk.minutes->sealed) return refuse(refusals::minutes_sealed, std::to_string(of.session), "/session");
    if (desk.minutes != nullptr && desk.minutes->is_approved()) return refuse(refusals::minutes_approved, std::to_string(of.session), "/session");
    return desk;
}

// A decision is a joint one: what it names must be there for both sides.
std::optional<Refusal> refusal_of_terms(const View& view, const DecisionGiven& terms, const std::string& place) {
    const Seen seen = seen_by_asker(view);
    if (auto no = refusal_of_body(view, terms.owner, place + "/owner")) return no;
    for (std::size_t i = 0; i < terms.cooperating.size(); ++i) {
        if (auto no = refusal_of_body(view, terms.cooperating[i], place + "/cooperating/" + std::to_string(i))) return no;
    }
    if (terms.duty) {
        if (auto no = refusal_of_duty(view, *terms.duty, place + "/duty")) return no;
    }
    if (terms.problem) {
        const Problem* problem = seen.problem(*terms.problem);
        if (problem == nullptr) return Refusal{refusals::problem_unknown, beginning_of(terms.problem->value), place + "/problem"};
        if (problem->stage < Stage::released) return Refusal{refusals::problem_not_released, terms.problem->value, place + "/problem"};
    }
    if (terms.list) {
        const ReviewList* list = seen.list(*terms.list);
        if (list == nullptr) return Refusal{refusals::list_unknown, beginning_of(terms.list->value), place + "/list"};
        if (list->stage < Stage::released) return Refusal{refusals::list_not_released, terms.list->value, place + "/list"};
    }
    for (std::size_t i = 0; i < terms.supersedes.size(); ++i) {
        const std::string at = place + "/supersedes/" + std::to_string(i);
        const Decision* old = seen.decision(terms.supersedes[i]);
        if (old == nullptr) return Refusal{refusals::decision_unknown, beginning_of(terms.supersedes[i].value), at};
        if (old->sealed == 0) return Refusal{refusals::decision_not_binding, old->id.value, at};
        if (old->state() != DecisionState::active) return Refusal{refusals::decision_closed, old->id.value, at};
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_line(const View& view, const Desk& desk, const MinutesLineGiven& line, const std::string& place) {
    if (line.item != 0 && !desk.session->agenda.contains(line.item)) return Refusal{refusals::item_unknown, std::to_string(line.item), place + "/item"};
    if (desk.sealed != nullptr) {
        const MinutesLine* corrected = line_in(*desk.sealed, line.line);
        if (corrected == nullptr) return Refusal{refusals::line_unknown, std::to_string(line.line), place + "/line"};
        // A correction rewords what was decided; it takes no decision and drops none.
        if (corrected->stated.decision.has_value() != line.decision.has_value()) {
            return Refusal{refusals::decision_misplaced, std::to_string(line.line), place + "/decision"};
        }
    }
    if (line.decision) return refusal_of_terms(view, *line.decision, place + "/decision");
    return std::nullopt;
}

std::optional<Refusal> refusal_of_answers(const View& view, const Desk& desk, const DraftMinutes& command) {
    for (std::size_t i = 0; i < command.answers.size(); ++i) {
        const CommentId& id = command.answers[i].comment;
        const std::string place = "/answers/" + std::to_string(i) + "/comment";
        const Comment* comment = nullptr;
        if (desk.minutes != nullptr) {
            const auto found = desk.minutes->comments.find(id);
            if (found != desk.minutes->comments.end() && seen_by_asker(view).may_see(*desk.minutes, found->second)) comment = &found->second;
        }
        if (comment == nullptr) return Refusal{refusals::comment_unknown, beginning_of(id.value), place};
        // The answer goes where the version goes, and would tell of what was said inside the side.
        if (comment->released == 0) return Refusal{refusals::comment_not_released, id.value, place};
    }
    return std::nullopt;
}

// A language falls behind when another one was reworded and it was not; it has caught up when it is reworded
// itself, or confirmed.
std::vector<Language> stale_languages(const MinutesLine* before, const MinutesLineGiven& now) {
    std::vector<Language> stale;
    if (before == nullptr) return stale;
    const MinutesLineStated& was = before->stated;
    const auto changed = [&](Language one) { return was.texts.in(one) != now.texts.in(one); };
    const bool any = std::ranges::any_of(languages, changed);
    for (const Language one : languages) {
        if (now.texts.in(one).empty() || changed(one)) continue;
        if (std::ranges::find(now.confirmed, one) != now.confirmed.end()) continue;
        const bool was_stale = std::ranges::find(was.stale, one) != was.stale.end();
        if (any || was_stale) stale.push_back(one);
    }
    return stale;
}

// Numbered in the order of the minutes until they circulate; a number that has circulated stays with its
// line and is never given again. A correction keeps the numbers of what it corrects.
std::map<std::uint16_t, DecisionId> numbers_of(const Desk& desk, const DraftMinutes& command) {
    std::map<std::uint16_t, DecisionId> fixed;
    std::set<DecisionId> used;
    const auto keep = [&](const std::vector<MinutesLine>& lines) {
        for (const MinutesLine& line : lines) {
            if (!line.stated.decision) continue;
            fixed.insert_or_assign(line.stated.line, line.stated.decision->decision);
            used.insert(line.stated.decision->decision);
        }
    };
    if (desk.sealed != nullptr) keep(*desk.sealed);
    if (desk.minutes != nullptr && desk.sealed == nullptr) {
        for (const MinutesVersion& version : desk.minutes->versions) {
            if (version.circulated) keep(version.lines);
        }
    }
    std::map<std::uint16_t, DecisionId> numbers;
    std::uint32_t next = 1;
    for (const MinutesLineGiven& line : command.lines) {
        if (!line.decision) continue;
        if (const auto known = fixed.find(line.line); known != fixed.end()) {
            numbers.emplace(line.line, known->second);
            continue;
        }
        DecisionId id;
        do {
            id = DecisionId(std::to_string(command.session) + "-" + std::to_string(next++));
        } while (used.contains(id));
        numbers.emplace(line.line, id);
    }
    return numbers;
}

}  // namespace

Decided decide(const View& view, const DraftMinutes& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_lines(command)) return std::unexpected(*no);
    const MinutesOf of{.session = command.session, .correction = command.correction.value_or(0)};
    const Desk desk = TRY(desk_of(view, of));
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        if (auto no = refusal_of_line(view, desk, command.lines[i], "/lines/" + std::to_string(i))) return std::unexpected(*no);
    }
    if (auto no = refusal_of_answers(view, desk, command)) return std::unexpected(*no);

    static const std::vector<MinutesLine> nothing;
    const bool first = desk.minutes == nullptr || desk.minutes->versions.empty();
    const std::vector<MinutesLine>& before = first ? nothing : desk.minutes->versions.back().lines;
    const auto version = static_cast<std::uint16_t>(first ? 1 : desk.minutes->versions.size() + 1);
    const auto numbers = numbers_of(desk, command);
    MinutesDrafted head{.session = of.session,
                        .correction = of.correction,
                        .version = version,
                        .order = {},
                        .answers = command.answers,
                        .digest = {},
                        .body = view.asker.body,
                        .side = desk.side,
                        .blind = blind(view)};
    std::vector<MinutesLine> lines;
    std::vector<Event> changed;
    for (const MinutesLineGiven& given : command.lines) {
        const MinutesLine* was = line_in(before, given.line);
        MinutesLineStated line{.session = of.session,
                               .correction = of.correction,
                               .version = version,
                               .line = given.line,
                               .item = given.item,
                               .texts = given.texts,
                               .stale = stale_languages(was, given),
                               .decision = {},
                               .blind = blind(view, static_cast<std::uint32_t>(changed.size() + 1))};
        if (given.decision) {
            line.decision = DecisionTerms{.decision = numbers.at(given.line),
                                          .owner = given.decision->owner,
                                          .cooperating = given.decision->cooperating,
                                          .due = given.decision->due,
                                          .problem = given.decision->problem,
                                          .duty = given.decision->duty,
                                          .list = given.decision->list,
                                          .supersedes = given.decision->supersedes};
        }
        head.order.push_back(given.line);
        const bool same = was != nullptr && was->stated.item == line.item && was->stated.texts == line.texts && was->stated.stale == line.stale &&
                          was->stated.decision == line.decision;
        lines.push_back(same ? *was : MinutesLine{.stated = line});
        if (!same) changed.emplace_back(std::move(line));
    }
    head.digest = digest_of_lines(of, lines);
    const bool nothing_new = !first && changed.empty() && head.answers.empty() && head.digest == desk.minutes->versions.back().drafted.event.digest;
    if (nothing_new) return refuse(refusals::unchanged, std::to_string(version - 1), "/lines");
    changed.insert(changed.begin(), std::move(head));
    return changed;
}

}  // namespace ponte::meetings
