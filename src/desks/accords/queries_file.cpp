// The negotiation file as the bodies concerned may look at it.

#include "desks/accords/queries_shown.h"

#include <algorithm>

namespace ponte::accords {

namespace {

// One version of an article with what each party has said to it by the day.
ArticleRow row_of(const Instrument& instrument, const Article& article, const ArticleDrafted& draft, Date on) {
    ArticleRow row{.article = draft.article,
                   .version = draft.version,
                   .date = draft.date,
                   .round = draft.round,
                   .proposed_by = draft.proposed_by,
                   .texts = draft.texts,
                   .missing = {},
                   .note = draft.note,
                   .mark = ArticleMark::open,
                   .reason = {},
                   .positions = {}};
    for (const Language language : languages) {
        if (std::ranges::find(draft.texts, language, &DraftText::language) == draft.texts.end()) row.missing.push_back(language);
    }
    for (const ArticleMarked& one : article.marks) {
        if (one.version != draft.version || one.date > on) continue;
        row.mark = one.mark;
        row.reason = one.reason;
    }
    for (const Party& party : instrument.record().parties) {
        PositionRow position{.party = party.place};
        for (const PositionStated& one : article.positions) {
            if (one.party != party.place || one.version != draft.version || one.date > on) continue;
            position.stance = one.stance;
            position.text = one.text;
            position.date = one.date;
        }
        row.positions.push_back(position);
    }
    return row;
}

// A draft of an earlier version may bear a later day; the highest version of the day holds.
const ArticleDrafted* draft_on(const Article& article, Date on) {
    const ArticleDrafted* last = nullptr;
    for (const ArticleDrafted& one : article.versions) {
        if (one.date <= on) last = &one;
    }
    return last;
}

std::optional<PenRow> pen_on(const NegotiationFile& file, Date on) {
    const PenPassed* last = nullptr;
    for (const PenPassed& one : file.pens) {
        if (one.date <= on) last = &one;
    }
    if (last == nullptr) return std::nullopt;
    return PenRow{.holder = last->to,
                  .since = last->date,
                  .days = on.day - last->date.day,
                  .due = last->due,
                  .overdue = last->due && *last->due < on,
                  .note = last->note};
}

}  // namespace

FileAnswer answer(const Looking& looking, const FileQuery& query) {
    const Seen seen = looking.seen();
    FileAnswer shown{.on = query.on.value_or(looking.today()), .file = {}};
    const Instrument* instrument = seen.instrument(query.instrument);
    const NegotiationFile* file = instrument == nullptr ? nullptr : seen.file(*instrument);
    if (file == nullptr) return shown;
    FileShown& full = shown.file.emplace();
    for (const RoundHeld& one : file->rounds) {
        if (one.date.from > shown.on) continue;
        full.rounds.push_back({.round = one.round, .date = one.date, .place = one.place, .note = one.note, .evidence = one.evidence});
    }
    for (const auto& [number, article] : file->articles) {
        const ArticleDrafted* draft = draft_on(article, shown.on);
        if (draft == nullptr) continue;
        full.articles.push_back(row_of(*instrument, article, *draft, shown.on));
        if (full.articles.back().mark == ArticleMark::open) full.open.push_back(number);
    }
    full.pen = pen_on(*file, shown.on);
    return shown;
}

ArticleHistoryAnswer answer(const Looking& looking, const ArticleHistoryQuery& query) {
    const Seen seen = looking.seen();
    ArticleHistoryAnswer shown;
    const Instrument* instrument = seen.instrument(query.instrument);
    const NegotiationFile* file = instrument == nullptr ? nullptr : seen.file(*instrument);
    if (file == nullptr) return shown;
    const auto found = file->articles.find(query.article);
    if (found == file->articles.end()) return shown;
    for (const ArticleDrafted& one : found->second.versions) shown.versions.push_back(row_of(*instrument, found->second, one, looking.today()));
    return shown;
}

}  // namespace ponte::accords
