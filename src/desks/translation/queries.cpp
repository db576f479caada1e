#include "desks/translation/queries.h"

#include "base/text.h"
#include "desks/translation/queries_texts.h"
#include "desks/translation/view.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace ponte::translation {

namespace {

constexpr std::size_t beginning_characters_max = 60;

// Never cut inside a character.
std::string beginning_of(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t characters = 0; end < text.size() && characters < beginning_characters_max; ++characters) {
        do ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
    }
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

bool is_of_the_conference(const access::Sight& reader) { return reader.auditor || (reader.side && *reader.side != Side::other); }

// The languages that a text is wanted in, and whether somebody has said so.
struct Wanted {
    std::vector<Language> languages;
    bool required = false;
};
Wanted wanted_of(const Looking& looking, const TextKept& text) {
    Wanted wanted{.languages = known_of(looking.translation).required_for(text.scope), .required = true};
    if (wanted.languages.empty()) wanted = {.languages = {languages.begin(), languages.end()}, .required = false};
    std::erase_if(wanted.languages, [&](Language language) { return text.original == language; });
    return wanted;
}

QueueRow row_of(const Looking& looking, const TextKept& text, Language language, bool required) {
    QueueRow row{.text = text.ref,
                 .scope = text.scope,
                 .language = std::string(tag(language)),
                 .state = std::string(name_of(state_in(text, language))),
                 .required = required,
                 .original = text.original ? std::string(tag(*text.original)) : ""};
    if (const TextIn* source = text.source()) row.says = beginning_of(source->text);
    if (!looking.reader.side) return row;
    const auto found = looking.translation.assignments.find({.text = text.ref, .language = language, .side = *looking.reader.side});
    if (found == looking.translation.assignments.end() || is_done(found->second, text)) return row;
    const TextAssigned& assigned = found->second.assigned;
    row.assignee = assigned.assignee;
    row.due = assigned.due;
    row.overdue = assigned.due < looking.today();
    row.note = assigned.note;
    return row;
}

void count(std::vector<LanguageCount>& counts, Language language, TextState state, bool overdue) {
    auto found = std::ranges::find(counts, tag(language), &LanguageCount::language);
    if (found == counts.end()) found = counts.insert(counts.end(), {.language = std::string(tag(language))});
    if (overdue) ++found->overdue;
    switch (state) {
        case TextState::official:
        case TextState::reference:
        case TextState::stated: ++found->current; return;
        case TextState::machine_converted: ++found->machine_converted; return;
        case TextState::stale: ++found->stale; return;
        case TextState::missing: ++found->missing; return;
    }
}

void sort_by_house_order(std::vector<LanguageCount>& counts) {
    const auto place = [](const LanguageCount& one) { return std::ranges::find(languages, *language_named(one.language)) - languages.begin(); };
    std::ranges::sort(counts, {}, place);
}

auto urgency(const QueueRow& row) {
    const int kind = row.state == "stale" ? 0 : row.state == "missing" ? 1 : 2;
    return std::tuple(kind, !row.required, !row.overdue, row.due.value_or(dates::last));
}

TermRow row_of(const TermId& id, const TermVersion& version, const TermDefined& wording, std::string_view state) {
    return {.term = id,
            .kind = wording.kind,
            .state = std::string(state),
            .version = version.defined ? version.defined->version : version.retired->version,
            .forms = wording.forms,
            .note = wording.note,
            .source = wording.source,
            .reason = version.defined ? version.defined->reason : version.retired->reason,
            .proposed_by = version.side,
            .agreed_by = version.agreed ? std::optional(version.agreed->side) : std::nullopt,
            .entry = version.sequence};
}

bool holds(const TermRow& row, const TermsQuery& query, const std::string& sought) {
    if (query.kind && *query.kind != row.kind) return false;
    if (sought.empty()) return true;
    return std::ranges::any_of(row.forms, [&](const TermForm& form) { return fold_for_search(form.text).find(sought) != std::string::npos; });
}

}  // namespace

QueueAnswer answer(const Looking& looking, const QueueQuery& query) {
    QueueAnswer queue;
    if (!is_of_the_conference(looking.reader)) return queue;
    for (const TextKept& text : looking.texts) {
        if (query.scope && *query.scope != text.scope) continue;
        const Wanted wanted = wanted_of(looking, text);
        for (const Language language : wanted.languages) {
            if (query.language && *query.language != language) continue;
            const TextState state = state_in(text, language);
            QueueRow row = row_of(looking, text, language, wanted.required);
            if (query.assignee && row.assignee != query.assignee) continue;
            count(queue.counts, language, state, !is_current(state) && row.overdue);
            if (!is_current(state)) queue.rows.push_back(std::move(row));
        }
    }
    sort_by_house_order(queue.counts);
    std::ranges::stable_sort(queue.rows, {}, urgency);
    return queue;
}

TextsAnswer answer(const Looking& looking, const TextsQuery& query) {
    TextsAnswer all;
    for (const TextKept& text : texts_of_scope(looking.texts, query.scope)) {
        TextRow row{.text = text.ref,
                    .scope = text.scope,
                    .original = text.original ? std::string(tag(*text.original)) : "",
                    .digest = text.digest};
        for (const Language language : languages) {
            TextShown shown{.language = std::string(tag(language)), .state = std::string(name_of(state_in(text, language)))};
            if (const TextIn* one = text.in(language)) {
                shown.status = one->status;
                shown.text = one->text;
                shown.parts = one->parts;
                shown.entry = one->sequence;
            }
            row.languages.push_back(std::move(shown));
        }
        if (is_of_the_conference(looking.reader)) {
            const Wanted wanted = wanted_of(looking, text);
            for (const Language language : wanted.languages) {
                if (!is_current(state_in(text, language))) row.waiting.push_back(row_of(looking, text, language, wanted.required));
            }
        }
        all.texts.push_back(std::move(row));
    }
    return all;
}

ScopesAnswer answer(const Looking& looking, const ScopesQuery&) {
    ScopesAnswer all;
    for (const TextKept& text : looking.texts) {
        auto found = std::ranges::find(all.scopes, text.scope, &ScopeRow::scope);
        if (found == all.scopes.end()) {
            const std::vector<Language> required = known_of(looking.translation).required_for(text.scope);
            found = all.scopes.insert(all.scopes.end(), {.scope = text.scope, .required = required, .ready = !required.empty()});
        }
        ++found->texts;
        if (language_not_current(text, found->required)) found->ready = false;
        for (const Language language : languages) count(found->counts, language, state_in(text, language), false);
    }
    return all;
}

ReadyAnswer answer(const Looking& looking, const ReadyQuery& query) {
    const std::vector<TextKept> texts = texts_of_scope(looking.texts, query.scope);
    ReadyAnswer ready{.scope = query.scope, .texts = static_cast<std::uint32_t>(texts.size())};
    if (texts.empty()) return ready;
    ready.required = known_of(looking.translation).required_for(query.scope);
    for (const TextKept& text : texts) {
        for (const Language language : ready.required) {
            const TextState state = state_in(text, language);
            if (!is_current(state)) ready.not_ready.push_back({.text = text.ref, .language = std::string(tag(language)), .state = std::string(name_of(state))});
        }
    }
    ready.ready = !ready.required.empty() && ready.not_ready.empty();
    if (!is_of_the_conference(looking.reader)) return ready;
    for (const Side side : {Side::macao, Side::mainland}) {
        const auto found = looking.translation.approvals.find({query.scope, side});
        if (found == looking.translation.approvals.end()) continue;
        const TextsApproved& approved = found->second.approved;
        ready.approvals.push_back({.side = side,
                                   .by = found->second.by,
                                   .on = found->second.time.date(),
                                   .languages = approved.languages,
                                   .entry = found->second.sequence,
                                   .stale = approved.languages != ready.required || is_stale(approved, texts)});
    }
    return ready;
}

TermsAnswer answer(const Looking& looking, const TermsQuery& query) {
    TermsAnswer all;
    const std::string sought = query.text ? fold_for_search(*query.text) : "";
    for (const auto& [id, term] : looking.translation.terms) {
        const TermDefined* agreed = term.agreed();
        const TermVersion* proposed = term.proposed();
        if (agreed != nullptr) {
            TermRow row = row_of(id, term.versions[agreed->version - 1], *agreed, "agreed");
            row.end_proposed = is_of_the_conference(looking.reader) && proposed != nullptr && proposed->retired;
            if (holds(row, query, sought)) all.terms.push_back(std::move(row));
        }
        if (!is_of_the_conference(looking.reader) || proposed == nullptr) continue;
        const TermDefined* wording = proposed->defined ? &*proposed->defined : agreed;
        if (wording == nullptr) continue;
        TermRow row = row_of(id, *proposed, *wording, "proposed");
        row.end_proposed = proposed->retired.has_value();
        if (holds(row, query, sought)) all.proposed.push_back(std::move(row));
    }
    return all;
}

TermAnswer answer(const Looking& looking, const TermQuery& query) {
    TermAnswer all;
    const auto found = looking.translation.terms.find(query.term);
    if (found == looking.translation.terms.end()) return all;
    const TermDefined nothing{};
    for (const TermVersion& version : found->second.versions) {
        // An end that took effect at once is of something that the public has never seen.
        const bool agreed_by_both = version.agreed && !(version.retired && version.retired->at_once);
        if (!agreed_by_both && !is_of_the_conference(looking.reader)) continue;
        const std::string_view state = version.retired ? (version.agreed ? "retired" : version.declined ? "declined" : "proposed")
                                       : version.agreed ? "agreed"
                                       : version.declined ? "declined"
                                                          : "proposed";
        all.versions.push_back(row_of(query.term, version, version.defined ? *version.defined : nothing, state));
    }
    return all;
}

}  // namespace ponte::translation
