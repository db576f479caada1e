// Decisions about the minutes: drafted by one side, circulated, commented, approved by both, sealed, and
// corrected only by a paper of their own.

#include "base/canonical.h"
#include "desks/meetings/refusals.h"
#include "desks/meetings/rules.h"

#include <algorithm>
#include <set>

namespace ponte::meetings {

using access::Role;

namespace {

MinutesOf which(std::uint16_t session, const std::optional<std::uint16_t>& correction) {
    return {.session = session, .correction = correction.value_or(0)};
}

std::string spelled(const MinutesOf& of) {
    return std::to_string(of.session) + (of.correction == 0 ? "" : ", correction " + std::to_string(of.correction));
}

// Minutes that the asker may see and that are still open to change.
Outcome<const Minutes*> open_minutes(const View& view, const MinutesOf& of) {
    const Minutes* minutes = seen_by_asker(view).minutes(of);
    if (minutes == nullptr) return refuse(refusals::minutes_unknown, spelled(of), "/session");
    if (minutes->sealed) return refuse(refusals::minutes_sealed, spelled(of), "/session");
    return minutes;
}

bool may_approve(const View& view, const Session& session) {
    if (has(view, Role::secretariat)) return true;
    const auto& chairs = session.called.event.chairs;
    return has(view, Role::head) && std::ranges::find(chairs, view.asker.body) != chairs.end();
}

}  // namespace

Decided decide(const View& view, const CirculateMinutes& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    const MinutesOf of = which(command.session, command.correction);
    const Minutes* minutes = TRY(open_minutes(view, of));
    if (minutes->side != view.asker.side) return refuse(refusals::not_your_draft, spelled(of), "/session");
    if (minutes->is_approved()) return refuse(refusals::minutes_approved, spelled(of), "/session");
    if (minutes->versions.empty()) return refuse(refusals::lines_missing, spelled(of), "/session");
    const MinutesVersion& version = minutes->versions.back();
    if (version.circulated) return refuse(refusals::already_circulated, std::to_string(version.drafted.event.version), "/session");
    return std::vector<Event>{MinutesCirculated{.session = of.session,
                                                .correction = of.correction,
                                                .version = version.drafted.event.version,
                                                .digest = version.drafted.event.digest,
                                                .blind = blind(view)}};
}

Decided decide(const View& view, const CommentMinutes& command) {
    if (!has(view, Role::officer) && !has(view, Role::head) && !has(view, Role::secretariat)) {
        return refuse(refusals::not_allowed, view.asker.person.value);
    }
    if (auto no = refusal_of_names(command.texts, "/texts")) return std::unexpected(*no);
    const MinutesOf of = which(command.session, command.correction);
    const Minutes* minutes = TRY(open_minutes(view, of));
    if (minutes->is_approved()) return refuse(refusals::minutes_approved, spelled(of), "/session");
    const MinutesVersion* version = minutes->circulated();
    if (version == nullptr) return refuse(refusals::minutes_not_circulated, spelled(of), "/session");
    const auto& order = version->drafted.event.order;
    if (command.line != 0 && std::ranges::find(order, command.line) == order.end()) {
        return refuse(refusals::line_unknown, std::to_string(command.line), "/line");
    }
    const Owner owner = TRY(owner_of(view, {}));
    MinutesCommented event{.session = of.session,
                           .correction = of.correction,
                           .version = version->drafted.event.version,
                           .line = command.line,
                           .comment = {},
                           .texts = command.texts,
                           .body = owner.body,
                           .side = owner.side,
                           .blind = blind(view)};
    Encoder content;
    content.write(event.session);
    content.write(event.correction);
    content.write(event.version);
    content.write(event.line);
    content.write(event.texts);
    content.write(event.body);
    event.comment = CommentId(named_after("com-", sha256(content.view())));
    if (minutes->comments.contains(event.comment)) return refuse(refusals::already_recorded, event.comment.value, "/texts");
    return std::vector<Event>{std::move(event)};
}

Decided decide(const View& view, const ReleaseComment& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    const MinutesOf of = which(command.session, command.correction);
    const Minutes* minutes = TRY(open_minutes(view, of));
    const auto found = minutes->comments.find(command.comment);
    if (found == minutes->comments.end() || !seen_by_asker(view).may_see(*minutes, found->second)) {
        return refuse(refusals::comment_unknown, beginning_of(command.comment.value), "/comment");
    }
    if (found->second.made.event.side != view.asker.side) return refuse(refusals::body_not_yours, found->second.made.event.body.value, "/comment");
    if (found->second.released != 0) return refuse(refusals::unchanged, command.comment.value, "/comment");
    return std::vector<Event>{
        MinutesCommentReleased{.session = of.session, .correction = of.correction, .comment = command.comment, .blind = blind(view)}};
}

namespace {

// The languages that the session's papers need, and those that the translation desk was told of.
std::vector<Language> required_languages(const View& view, const Session& session) {
    std::vector<Language> required = session.called.event.languages;
    for (const Language one : view.translation.required_for("session/" + std::to_string(session.called.event.session))) {
        if (std::ranges::find(required, one) == required.end()) required.push_back(one);
    }
    return required;
}

std::optional<Refusal> refusal_of_languages(const std::vector<Language>& required, const MinutesVersion& version) {
    for (const MinutesLine& line : version.lines) {
        for (const Language language : required) {
            const std::string subject = "line " + std::to_string(line.stated.line) + ", " + std::string(tag(language));
            if (line.stated.texts.in(language).empty()) return Refusal{refusals::language_missing, subject, "/digest"};
            if (std::ranges::find(line.stated.stale, language) != line.stated.stale.end()) return Refusal{refusals::language_stale, subject, "/digest"};
        }
    }
    return std::nullopt;
}

}  // namespace

Decided decide(const View& view, const ApproveMinutes& command) {
    if (!has(view, Role::secretariat) && !has(view, Role::head)) return refuse(refusals::not_allowed, view.asker.person.value);
    const MinutesOf of = which(command.session, command.correction);
    const Minutes* minutes = TRY(open_minutes(view, of));
    const Session* session = TRY(standing_session(view, of.session));
    if (!may_approve(view, *session)) return refuse(refusals::body_not_yours, view.asker.body.value, "/session");
    const MinutesVersion* version = minutes->circulated();
    if (version == nullptr) return refuse(refusals::minutes_not_circulated, spelled(of), "/session");
    if (version->drafted.event.digest != command.digest) return refuse(refusals::version_changed, command.digest.to_text(), "/digest");
    if (minutes->approval_of(view.asker.side) != nullptr) return refuse(refusals::already_approved, std::string(name_of(view.asker.side)), "/session");
    if (version->drafted.by == view.asker.person) return refuse(refusals::approves_own_draft, view.asker.person.value, "/session");
    if (auto no = refusal_of_languages(required_languages(view, *session), *version)) return std::unexpected(*no);
    return std::vector<Event>{MinutesApproved{.session = of.session,
                                              .correction = of.correction,
                                              .version = version->drafted.event.version,
                                              .digest = command.digest,
                                              .body = view.asker.body,
                                              .side = view.asker.side,
                                              .asserted = view.asker.asserted,
                                              .blind = blind(view)}};
}

// Which checkpoint is adopted is the house's word (View::adopted); the asker says which one he means.
Decided decide(const View& view, const SealMinutes& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    const MinutesOf of = which(command.session, command.correction);
    const Minutes* minutes = TRY(open_minutes(view, of));
    if (!minutes->is_approved()) return refuse(refusals::approvals_missing, spelled(of), "/session");
    if (!view.adopted) return refuse(refusals::not_adopted, std::to_string(command.size), "/size");
    if (view.adopted->size != command.size) return refuse(refusals::adopted_differs, std::to_string(view.adopted->size), "/size");
    if (view.adopted->root != command.root) return refuse(refusals::adopted_differs, view.adopted->root.to_text(), "/root");
    const std::uint64_t last = std::max(minutes->approval_of(Side::macao)->sequence, minutes->approval_of(Side::mainland)->sequence);
    if (command.size <= last) return refuse(refusals::adopted_too_early, std::to_string(command.size), "/size");
    const MinutesVersion* version = minutes->circulated();
    std::vector<Event> events{MinutesSealed{.session = of.session,
                                            .correction = of.correction,
                                            .version = version->drafted.event.version,
                                            .digest = version->drafted.event.digest,
                                            .size = command.size,
                                            .root = command.root,
                                            .body = view.asker.body,
                                            .blind = blind(view)}};
    for (const MinutesLine& line : version->lines) {
        if (!line.stated.decision) continue;
        const DecisionTerms& terms = *line.stated.decision;
        events.emplace_back(DecisionBound{.decision = terms.decision,
                                          .session = of.session,
                                          .correction = of.correction,
                                          .stated = line.sequence,
                                          .owner = terms.owner,
                                          .due = terms.due,
                                          .supersedes = terms.supersedes,
                                          .blind = blind(view, static_cast<std::uint32_t>(events.size()))});
    }
    return events;
}

Decided decide(const View& view, const PublishMinutes& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    const MinutesOf of = which(command.session, command.correction);
    const Minutes* minutes = seen_by_asker(view).minutes(of);
    if (minutes == nullptr || !seen_by_asker(view).is_of_a_side()) return refuse(refusals::minutes_unknown, spelled(of), "/session");
    if (!minutes->sealed) return refuse(refusals::minutes_not_sealed, spelled(of), "/session");
    for (const auto& one : minutes->publications) {
        if (one.event.side == view.asker.side) return refuse(refusals::unchanged, std::string(name_of(view.asker.side)), "/session");
    }
    return std::vector<Event>{MinutesPublicationAgreed{
        .session = of.session, .correction = of.correction, .body = view.asker.body, .side = view.asker.side}};
}

Decided decide(const View& view, const OpenCorrection& command) {
    if (!has(view, Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason, std::to_string(command.session))) return std::unexpected(*no);
    const MinutesOf of{.session = command.session};
    const Seen seen = seen_by_asker(view);
    const Minutes* minutes = seen.minutes(of);
    if (minutes == nullptr || !seen.is_of_a_side()) return refuse(refusals::minutes_unknown, spelled(of), "/session");
    if (!minutes->sealed) return refuse(refusals::minutes_not_sealed, spelled(of), "/session");
    MinutesOf next = of;
    for (const auto& [other, its] : view.meetings.minutes) {
        if (other.session != of.session) continue;
        if (!its.sealed) return refuse(refusals::correction_open, spelled(other), "/session");
        next.correction = std::max(next.correction, static_cast<std::uint16_t>(other.correction));
    }
    ++next.correction;
    return std::vector<Event>{MinutesCorrectionOpened{.session = of.session,
                                                      .correction = next.correction,
                                                      .corrects = minutes->sealed->event.digest,
                                                      .sealed_at = minutes->sealed->sequence,
                                                      .reason = command.reason,
                                                      .body = view.asker.body,
                                                      .side = view.asker.side,
                                                      .blind = blind(view)}};
}

}  // namespace ponte::meetings
