// Decisions about the negotiation file: rounds, drafts article by article, positions, the pen.

#include "desks/accords/refusals.h"
#include "desks/accords/rules.h"

#include <algorithm>
#include <set>

namespace ponte::accords {

namespace {

constexpr std::size_t articles_max = 400;

bool is_article_number(std::string_view text) {
    return !text.empty() && text.size() <= 24 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

// The file of an instrument whose text is still talked about. Only those who see the file work on it.
Outcome<const Instrument*> open_file(const View& view, const InstrumentId& id) {
    const Instrument* instrument = TRY(seen_instrument(view, id));
    if (!seen_by_asker(view).is_concerned(*instrument)) return refuse(refusals::body_not_yours, instrument->body.value, "/instrument");
    const bool is_signed = std::ranges::any_of(instrument->steps, [](const Step& one) { return !one.withdrawn && one.taken.step == StepKind::signing; });
    if (is_signed) return refuse(refusals::text_is_signed, id.value, "/instrument");
    return instrument;
}

Outcome<const Article*> drafted_article(const Instrument& instrument, const std::string& number) {
    const auto found = instrument.file.articles.find(number);
    if (found == instrument.file.articles.end()) return refuse(refusals::article_unknown, beginning_of(number), "/article");
    return &found->second;
}

std::optional<Refusal> refusal_of_draft(const DraftArticle& command) {
    if (!is_article_number(command.article)) return Refusal{refusals::id_malformed, beginning_of(command.article), "/article"};
    if (command.texts.empty()) return Refusal{refusals::text_missing, command.article, "/texts"};
    std::set<Language> written;
    for (std::size_t i = 0; i < command.texts.size(); ++i) {
        const std::string place = "/texts/" + std::to_string(i);
        const DraftText& one = command.texts[i];
        if (!written.insert(one.language).second) return Refusal{refusals::language_twice, std::string(name_of(one.language)), place + "/language"};
        if (one.text.find_first_not_of(" \t\r\n") == std::string::npos) return Refusal{refusals::text_missing, command.article, place + "/text"};
        if (auto no = refusal_of_text(one.text, place + "/text", text_bytes_max)) return no;
    }
    return refusal_of_text(command.note.value_or(""), "/note");
}

// A party that has not accepted the article's last version.
std::optional<JurisdictionId> not_accepting(const Instrument& instrument, const Article& article) {
    for (const Party& party : instrument.record().parties) {
        const ArticleDrafted& last = article.versions.back();
        std::optional<Stance> stance;
        if (last.proposed_by == party.place) stance = Stance::accepts;
        for (const PositionStated& one : article.positions) {
            if (one.party == party.place && one.version == last.version) stance = one.stance;
        }
        if (stance != Stance::accepts) return party.place;
    }
    return std::nullopt;
}

}  // namespace

Decision decide(const View& view, const HoldRound& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.place.empty()) return refuse(refusals::text_missing, "", "/place");
    if (auto no = refusal_of_text(command.place, "/place")) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_text(command.note.value_or(""), "/note", text_bytes_max)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_source(command.evidence.source, "/evidence/source")) return std::unexpected(*std::move(no));
    if (command.date.to > view.today()) return refuse(refusals::date_in_future, command.date.to_text(), "/date");
    const Instrument& instrument = *TRY(open_file(view, command.instrument));
    const auto& rounds = instrument.file.rounds;
    if (!rounds.empty() && command.date.to < rounds.back().date.from) return refuse(refusals::order_impossible, rounds.back().date.to_text(), "/date");
    return std::vector<Event>{RoundHeld{.instrument = command.instrument,
                                        .round = static_cast<std::uint16_t>(rounds.size() + 1),
                                        .date = command.date,
                                        .place = command.place,
                                        .note = command.note.value_or(""),
                                        .evidence = command.evidence,
                                        .blind = blind(view)}};
}

Decision decide(const View& view, const DraftArticle& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_draft(command)) return std::unexpected(*std::move(no));
    const Date date = TRY(day_not_ahead(view, command.date, "/date"));
    const Instrument& instrument = *TRY(open_file(view, command.instrument));
    if (auto no = refusal_of_party(instrument, command.proposed_by, "/proposed_by")) return std::unexpected(*std::move(no));
    const std::uint16_t round = command.round.value_or(0);
    if (round > instrument.file.rounds.size()) return refuse(refusals::round_unknown, std::to_string(round), "/round");
    const auto known = instrument.file.articles.find(command.article);
    const bool is_new = known == instrument.file.articles.end();
    if (is_new && instrument.file.articles.size() >= articles_max) return refuse(refusals::too_many, command.article, "/article");
    if (!is_new && known->second.versions.back().texts == command.texts) return refuse(refusals::nothing_changed, command.article, "/texts");
    return std::vector<Event>{ArticleDrafted{.instrument = command.instrument,
                                             .article = command.article,
                                             .version = static_cast<std::uint16_t>(is_new ? 1 : known->second.versions.size() + 1),
                                             .date = date,
                                             .round = round,
                                             .proposed_by = command.proposed_by,
                                             .texts = command.texts,
                                             .note = command.note.value_or(""),
                                             .blind = blind(view)}};
}

Decision decide(const View& view, const StatePosition& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.text, "/text", text_bytes_max)) return std::unexpected(*std::move(no));
    if (command.text.empty() && command.stance != Stance::accepts) return refuse(refusals::text_missing, std::string(name_of(command.stance)), "/text");
    const Date date = TRY(day_not_ahead(view, command.date, "/date"));
    const Instrument& instrument = *TRY(open_file(view, command.instrument));
    if (auto no = refusal_of_party(instrument, command.party, "/party")) return std::unexpected(*std::move(no));
    const Article& article = *TRY(drafted_article(instrument, command.article));
    return std::vector<Event>{PositionStated{.instrument = command.instrument,
                                             .article = command.article,
                                             .version = article.versions.back().version,
                                             .party = command.party,
                                             .stance = command.stance,
                                             .date = date,
                                             .text = command.text,
                                             .blind = blind(view)}};
}

Decision decide(const View& view, const MarkArticle& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.mark != ArticleMark::agreed) {
        if (auto no = refusal_of_reason(command.reason)) return std::unexpected(*std::move(no));
    }
    if (auto no = refusal_of_text(command.reason, "/reason")) return std::unexpected(*std::move(no));
    const Date date = TRY(day_not_ahead(view, command.date, "/date"));
    const Instrument& instrument = *TRY(open_file(view, command.instrument));
    const Article& article = *TRY(drafted_article(instrument, command.article));
    const std::uint16_t version = article.versions.back().version;
    const bool said = !article.marks.empty() && article.marks.back().mark == command.mark && article.marks.back().version == version;
    if (said) return refuse(refusals::nothing_changed, command.article, "/mark");
    if (command.mark == ArticleMark::agreed) {
        if (const auto party = not_accepting(instrument, article)) return refuse(refusals::article_not_accepted, party->value, "/article");
    }
    return std::vector<Event>{ArticleMarked{.instrument = command.instrument,
                                            .article = command.article,
                                            .version = version,
                                            .mark = command.mark,
                                            .date = date,
                                            .reason = command.reason,
                                            .blind = blind(view)}};
}

Decision decide(const View& view, const PassPen& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.note.value_or(""), "/note")) return std::unexpected(*std::move(no));
    const Date date = TRY(day_not_ahead(view, command.date, "/date"));
    if (command.due && *command.due < date) return refuse(refusals::due_before, command.due->to_text(), "/due");
    const Instrument& instrument = *TRY(open_file(view, command.instrument));
    if (auto no = refusal_of_party(instrument, command.to, "/to")) return std::unexpected(*std::move(no));
    const auto& pens = instrument.file.pens;
    if (!pens.empty() && pens.back().to == command.to && pens.back().due == command.due) return refuse(refusals::pen_held, command.to.value, "/to");
    return std::vector<Event>{PenPassed{.instrument = command.instrument,
                                        .to = command.to,
                                        .date = date,
                                        .due = command.due,
                                        .note = command.note.value_or(""),
                                        .blind = blind(view)}};
}

}  // namespace ponte::accords
