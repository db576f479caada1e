// Minutes as a reader may know them: drafts on their own side, what circulated on both.

#include "desks/meetings/queries.h"
#include "desks/meetings/queries_shown.h"

#include <algorithm>

namespace ponte::meetings {

namespace {

MinutesState state_of(const Minutes& minutes, const MinutesVersion* version) {
    if (version == nullptr) return MinutesState::opened;
    if (minutes.sealed && minutes.sealed->event.version == version->drafted.event.version) {
        return minutes.is_published() ? MinutesState::published : MinutesState::sealed;
    }
    if (!version->circulated) return MinutesState::draft;
    return minutes.is_approved() && version == minutes.circulated() ? MinutesState::approved : MinutesState::circulated;
}

std::uint16_t corrected_by(const Seen& seen, const MinutesOf& of, std::uint16_t line) {
    std::uint16_t last = 0;
    if (of.correction != 0) return last;
    for (const auto& [other, its] : seen.minutes_of(of.session)) {
        if (other.correction == 0 || !its->sealed) continue;
        const MinutesVersion* version = seen.version(other);
        if (version == nullptr || !seen.may_see(*its, *version)) continue;
        const auto& order = version->drafted.event.order;
        if (std::ranges::find(order, line) != order.end()) last = other.correction;
    }
    return last;
}

MinutesLineShown line_of(const Seen& seen, const MinutesOf& of, const std::vector<Language>& required, const MinutesLine& line) {
    MinutesLineShown shown{.line = line.stated.line,
                           .item = line.stated.item,
                           .texts = line.stated.texts,
                           .stale = line.stated.stale,
                           .decision = line.stated.decision,
                           .corrected_by = corrected_by(seen, of, line.stated.line),
                           .entry = line.sequence};
    for (const Language one : required) {
        if (line.stated.texts.in(one).empty()) shown.missing.push_back(one);
    }
    return shown;
}

std::vector<CommentShown> comments_of(const Seen& seen, const MinutesOf& of) {
    std::vector<CommentShown> shown;
    for (const Comment* comment : seen.comments(of)) {
        const MinutesCommented& made = comment->made.event;
        CommentShown one{.comment = made.comment,
                         .version = made.version,
                         .line = made.line,
                         .texts = made.texts,
                         .body = made.body,
                         .side = made.side,
                         .released = comment->released != 0,
                         .entry = comment->made.sequence};
        for (const MinutesVersion* version : seen.versions(of)) {
            for (const CommentAnswered& answer : version->drafted.event.answers) {
                if (answer.comment != made.comment) continue;
                one.answer = answer.answer;
                one.answered_in = version->drafted.event.version;
            }
        }
        shown.push_back(std::move(one));
    }
    std::ranges::sort(shown, {}, &CommentShown::entry);
    return shown;
}

}  // namespace

MinutesAnswer answer(const Looking& looking, const MinutesQuery& query) {
    const Seen seen = seen_of(looking);
    const MinutesOf of{.session = query.session, .correction = query.correction.value_or(0)};
    MinutesAnswer answer;
    const Minutes* minutes = seen.minutes(of);
    if (minutes == nullptr) return answer;
    const auto versions = seen.versions(of);
    const MinutesVersion* version = seen.version(of);
    if (query.version) {
        const auto named = std::ranges::find_if(versions, [&](const MinutesVersion* one) { return one->drafted.event.version == *query.version; });
        if (named == versions.end()) return answer;
        version = *named;
    }
    MinutesShown shown{.session = of.session, .correction = of.correction, .state = state_of(*minutes, version), .side = minutes->side};
    const auto session = looking.meetings.sessions.find(of.session);
    if (session != looking.meetings.sessions.end()) shown.languages = session->second.called.event.languages;
    for (const MinutesVersion* one : versions) shown.versions.push_back(one->drafted.event.version);
    if (minutes->opened) {
        const MinutesCorrectionOpened& opened = minutes->opened->event;
        shown.corrects = {.digest = opened.corrects, .sealed_at = opened.sealed_at, .reason = opened.reason, .entry = minutes->opened->sequence};
    }
    if (version != nullptr) {
        const MinutesDrafted& drafted = version->drafted.event;
        shown.version = drafted.version;
        shown.digest = drafted.digest;
        shown.drafted = version->drafted.at;
        shown.entry = version->drafted.sequence;
        for (const MinutesLine& line : version->lines) shown.lines.push_back(line_of(seen, of, shown.languages, line));
        for (const auto& one : minutes->approvals) {
            if (one.event.version != drafted.version) continue;
            // Who approved is his side's own; that it did, and in which entry, is for everyone who has the minutes.
            shown.approvals.push_back({.side = one.event.side,
                                       .body = one.event.body,
                                       .person = seen.reader().auditor || seen.reader().side == one.event.side ? one.by : PersonId(),
                                       .asserted = one.event.asserted,
                                       .at = one.at,
                                       .entry = one.sequence});
        }
        if (minutes->sealed && minutes->sealed->event.version == drafted.version) {
            const MinutesSealed& sealed = minutes->sealed->event;
            shown.seal = {.size = sealed.size, .root = sealed.root, .at = minutes->sealed->at, .entry = minutes->sealed->sequence};
        }
    }
    shown.comments = comments_of(seen, of);
    answer.minutes.push_back(std::move(shown));
    return answer;
}

}  // namespace ponte::meetings
