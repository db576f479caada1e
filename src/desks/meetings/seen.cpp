#include "desks/meetings/seen.h"

#include <algorithm>

namespace ponte::meetings {

using access::sees;

const Problem* Seen::problem(const ProblemId& id) const {
    const auto found = known_.problems.find(id);
    if (found == known_.problems.end()) return nullptr;
    const ProblemRaised& raised = found->second.raised.event;
    return sees(reader_, found->second.stage, raised.body, raised.side) ? &found->second : nullptr;
}

std::vector<const Problem*> Seen::problems() const {
    std::vector<const Problem*> seen;
    for (const auto& [id, unused] : known_.problems) {
        if (const Problem* one = problem(id)) seen.push_back(one);
    }
    return seen;
}

bool Seen::may_see_reason(const Problem& problem, Stage stage_then) const {
    return sees(reader_, stage_then, problem.raised.event.body, problem.raised.event.side);
}

const ReviewList* Seen::list(const ReviewListId& id) const {
    const auto found = known_.lists.find(id);
    if (found == known_.lists.end()) return nullptr;
    const ReviewListTitled& titled = found->second.titled.event;
    return sees(reader_, found->second.stage, titled.body, titled.side) ? &found->second : nullptr;
}

std::vector<const ReviewList*> Seen::lists() const {
    std::vector<const ReviewList*> seen;
    for (const auto& [id, unused] : known_.lists) {
        if (const ReviewList* one = list(id)) seen.push_back(one);
    }
    return seen;
}

std::vector<const StandingPaper*> Seen::papers(std::uint16_t number) const {
    std::vector<const StandingPaper*> seen;
    const Session* of = session(number);
    if (of == nullptr) return seen;
    for (const auto& [digest, paper] : of->papers) {
        if (sees(reader_, paper.stage, paper.put.event.body, paper.put.event.side)) seen.push_back(&paper);
    }
    return seen;
}

bool Seen::is_of_a_side() const { return reader_.auditor || (reader_.side && *reader_.side != Side::other); }

const Session* Seen::session(std::uint16_t number) const {
    const auto found = known_.sessions.find(number);
    if (found == known_.sessions.end()) return nullptr;
    return is_of_a_side() || found->second.held ? &found->second : nullptr;
}

std::vector<const Session*> Seen::sessions() const {
    std::vector<const Session*> seen;
    for (const auto& [number, unused] : known_.sessions) {
        if (const Session* one = session(number)) seen.push_back(one);
    }
    return seen;
}

const Decision* Seen::decision(const DecisionId& id) const {
    const auto found = known_.decisions.find(id);
    if (found == known_.decisions.end()) return nullptr;
    return is_of_a_side() || found->second.published ? &found->second : nullptr;
}

std::vector<const Decision*> Seen::decisions() const {
    std::vector<const Decision*> seen;
    for (const auto& [id, unused] : known_.decisions) {
        if (const Decision* one = decision(id)) seen.push_back(one);
    }
    return seen;
}

bool Seen::may_see(const Minutes& minutes, const MinutesVersion& version) const {
    if (reader_.auditor) return true;
    if (minutes.sealed && minutes.is_published() && minutes.sealed->event.version == version.drafted.event.version) return true;
    if (!is_of_a_side()) return false;
    return version.circulated || *reader_.side == minutes.side;
}

const Minutes* Seen::minutes(const MinutesOf& of) const {
    const auto found = known_.minutes.find(of);
    if (found == known_.minutes.end()) return nullptr;
    for (const MinutesVersion& version : found->second.versions) {
        if (may_see(found->second, version)) return &found->second;
    }
    // That a correction was opened, and why, is told to both sides; its drafts are not.
    return found->second.opened && is_of_a_side() ? &found->second : nullptr;
}

std::vector<std::pair<MinutesOf, const Minutes*>> Seen::minutes_of(std::uint16_t session) const {
    std::vector<std::pair<MinutesOf, const Minutes*>> seen;
    for (auto at = known_.minutes.lower_bound({.session = session}); at != known_.minutes.end() && at->first.session == session; ++at) {
        if (const Minutes* one = minutes(at->first)) seen.emplace_back(at->first, one);
    }
    return seen;
}

std::vector<const MinutesVersion*> Seen::versions(const MinutesOf& of) const {
    std::vector<const MinutesVersion*> seen;
    const Minutes* its = minutes(of);
    if (its == nullptr) return seen;
    for (const MinutesVersion& one : its->versions) {
        if (may_see(*its, one)) seen.push_back(&one);
    }
    return seen;
}

const MinutesVersion* Seen::version(const MinutesOf& of) const {
    const Minutes* its = minutes(of);
    const auto all = versions(of);
    if (its == nullptr || all.empty()) return nullptr;
    if (its->sealed) return &its->versions[its->sealed->event.version - 1U];
    return all.back();
}

bool Seen::may_see(const Minutes&, const Comment& comment) const {
    const MinutesCommented& made = comment.made.event;
    return sees(reader_, comment.released != 0 ? Stage::released : Stage::signed_off, made.body, made.side);
}

std::vector<const Comment*> Seen::comments(const MinutesOf& of) const {
    std::vector<const Comment*> seen;
    const Minutes* its = minutes(of);
    if (its == nullptr) return seen;
    for (const auto& [id, comment] : its->comments) {
        if (may_see(*its, comment)) seen.push_back(&comment);
    }
    return seen;
}

namespace {

// Names that were typed beside each other: all of one rank.
TextKept kept(std::string ref, std::string scope, const Names& names, std::uint64_t sequence) {
    TextKept text{.ref = std::move(ref), .scope = std::move(scope), .original = {}, .digest = {}, .texts = {}};
    for (const Language one : languages) {
        if (!names.in(one).empty()) text.texts.push_back({.language = one, .text = names.in(one), .parts = {}, .status = {}, .of_digest = {}, .sequence = sequence});
    }
    return text;
}

TextKept kept(std::string ref, std::string scope, const MinutesLine& line) {
    const MinutesLineStated& stated = line.stated;
    TextKept text = kept(std::move(ref), std::move(scope), stated.texts, line.sequence);
    const auto is_stale = [&](Language one) { return std::ranges::find(stated.stale, one) != stated.stale.end(); };
    const auto current = std::ranges::find_if(text.texts, [&](const TextIn& one) { return !is_stale(one.language); });
    if (current == text.texts.end()) return text;
    text.original = current->language;
    text.digest = sha256(current->text);
    for (TextIn& one : text.texts) {
        if (!is_stale(one.language)) one.of_digest = text.digest;
    }
    return text;
}

}  // namespace

std::vector<TextKept> Seen::texts() const {
    std::vector<TextKept> all;
    for (const Problem* problem : problems()) {
        if (!problem->is_open()) continue;
        const std::string scope = "problem/" + problem->id().value;
        all.push_back(kept(scope + "/title", scope, problem->raised.event.titles, problem->raised.sequence));
        all.push_back(kept(scope + "/text", scope, problem->raised.event.texts, problem->raised.sequence));
    }
    for (const ReviewList* list : lists()) {
        if (list->stage >= Stage::released) continue;
        const std::string scope = "review_list/" + list->titled.event.list.value;
        all.push_back(kept(scope + "/title", scope, list->titled.event.titles, list->titled.sequence));
        for (const auto& [number, line] : list->lines) all.push_back(kept(scope + "/line/" + std::to_string(number), scope, line.texts, line.sequence));
    }
    if (!is_of_a_side()) return all;
    for (const Session* session : sessions()) {
        const std::uint16_t number = session->called.event.session;
        const std::string scope = "session/" + std::to_string(number);
        for (const auto& [item, one] : session->agenda) {
            if (session->is_coming() && !one.stated.titles.empty()) all.push_back(kept(scope + "/item/" + std::to_string(item), scope, one.stated.titles, one.sequence));
        }
        for (const auto& [of, its] : minutes_of(number)) {
            const MinutesVersion* newest = version(of);
            if (newest == nullptr || its->sealed || its->is_approved()) continue;
            const std::string paper = of.correction == 0 ? scope : scope + "/correction/" + std::to_string(of.correction);
            for (const MinutesLine& line : newest->lines) all.push_back(kept(paper + "/line/" + std::to_string(line.stated.line), scope, line));
        }
    }
    return all;
}

}  // namespace ponte::meetings
