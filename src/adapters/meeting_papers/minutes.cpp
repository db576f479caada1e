// The minutes in two languages side by side: an item of the agenda at a time, line by line, with what was
// decided, who approved, and the seal.
#include "adapters/meeting_papers/hand.h"

#include <algorithm>

namespace ponte::meeting_papers {

using meetings::MinutesLineShown;
using meetings::MinutesShown;
using meetings::SessionShown;
using paper::Cell;
using paper::Heading;
using paper::Line;
using paper::Note;
using paper::Paper;
using paper::Paragraph;
using paper::Table;
using paper::Tone;

namespace {

// What a decision binds to, after its words.
std::string terms_of(Hand& hand, const meetings::DecisionTerms& terms) {
    std::vector<std::string> parts{hand.say("minutes.owner", {hand.body_name(terms.owner)})};
    if (!terms.cooperating.empty()) parts.push_back(hand.say("minutes.cooperating", {hand.bodies(terms.cooperating)}));
    if (terms.due) parts.push_back(hand.say("minutes.due", {hand.date(*terms.due)}));
    for (const meetings::DecisionId& old : terms.supersedes) parts.push_back(hand.say("minutes.supersedes", {old.value}));
    return hand.joined(parts);
}

bool contains(const std::vector<Language>& languages, Language one) { return std::ranges::find(languages, one) != languages.end(); }

Table empty_table(Hand& hand, Hand& beside, std::string caption) {
    return {.caption = std::move(caption),
            .heads = {hand.say("minutes.line"), hand.word("language", name_of(hand.language())), beside.word("language", name_of(beside.language()))},
            .rows = {},
            .widths = {8, 46, 46}};
}

// The lines of one item of the agenda, under its name in both languages.
void add_item(Hand& hand, Hand& beside, const SessionShown& session, const MinutesShown& minutes, std::uint16_t item, Paper& paper) {
    Table table = empty_table(hand, beside, item == 0 ? hand.say("minutes.caption") : hand.say("minutes.caption_item", {std::to_string(item)}));
    for (const MinutesLineShown& line : minutes.lines) {
        if (line.item != item) continue;
        table.rows.push_back({{{hand.text(std::to_string(line.line))}, Tone::neutral, true}, text_cell(hand, line), text_cell(beside, line)});
    }
    const auto shown = std::ranges::find(session.agenda, item, &meetings::AgendaItemShown::item);
    Line head{hand.text(hand.say("minutes.general"))};
    if (shown != session.agenda.end()) {
        head = subject_of(hand, *shown);
        head.insert(head.begin(), hand.text(std::to_string(item) + ". "));
        head.push_back(hand.text(" / "));
        for (paper::Run& run : subject_of(beside, *shown)) head.push_back(std::move(run));
    } else {
        head.push_back(hand.text(" / "));
        head.push_back(beside.text(beside.say("minutes.general")));
    }
    paper.blocks.emplace_back(Heading{2, std::move(head), "item_" + std::to_string(item)});
    paper.blocks.emplace_back(std::move(table));
}

void add_lines(Hand& hand, Hand& beside, const SessionShown& session, const MinutesShown& minutes, Paper& paper) {
    std::vector<std::uint16_t> items;  // In the order in which the minutes first speak of them.
    for (const MinutesLineShown& line : minutes.lines) {
        if (std::ranges::find(items, line.item) == items.end()) items.push_back(line.item);
    }
    if (items.empty()) return;
    paper.blocks.emplace_back(Heading{1, {hand.text(hand.say("minutes.text") + " / "), beside.text(beside.say("minutes.text"))}, "text"});
    for (const std::uint16_t item : items) add_item(hand, beside, session, minutes, item, paper);
}

void add_approvals(Hand& hand, const MinutesShown& minutes, Paper& paper) {
    paper.blocks.emplace_back(Heading{1, {hand.text(hand.say("approvals.title"))}, "approvals"});
    Table table{.caption = hand.say("approvals.caption"),
                .heads = {hand.say("approvals.side"), hand.say("approvals.body"), hand.say("approvals.when"), hand.say("approvals.entry")},
                .rows = {},
                .widths = {28, 34, 22, 16}};
    for (const directory::Side side : {directory::Side::macao, directory::Side::mainland}) {
        const auto found = std::ranges::find(minutes.approvals, side, &meetings::ApprovalShown::side);
        Line who{hand.text(hand.word("side", name_of(side)))};
        if (found == minutes.approvals.end()) {
            const Cell dash{{hand.quiet(hand.say("dash"))}};
            table.rows.push_back({{std::move(who)}, {{hand.text(hand.say("approvals.pending"))}, Tone::missing}, dash, dash});
            continue;
        }
        Line body{hand.body(found->body)};
        if (found->asserted) body.push_back(hand.quiet(" (" + hand.say("approvals.asserted") + ")"));
        table.rows.push_back({{std::move(who)},
                              {std::move(body)},
                              {{hand.text(hand.date(found->at.date()))}},
                              {{hand.text(std::to_string(found->entry))}, Tone::neutral, true}});
    }
    paper.blocks.emplace_back(std::move(table));
}

void add_seal(Hand& hand, const MinutesShown& minutes, Paper& paper) {
    if (!minutes.seal) {
        paper.blocks.emplace_back(Note{Tone::missing, hand.say("seal.title"), {{hand.text(hand.say("seal.open"))}}});
        return;
    }
    const meetings::SealShown& seal = *minutes.seal;
    paper.blocks.emplace_back(Note{Tone::good,
                                   hand.say("seal.title"),
                                   {{hand.text(hand.say("seal.text", {std::to_string(seal.size), seal.root.to_text(), hand.entry(seal.entry), hand.date(seal.at.date())}))},
                                    {hand.text(hand.say("seal.shows"))}}});
}

void add_comments(Hand& hand, const MinutesShown& minutes, Paper& paper) {
    if (minutes.comments.empty() || minutes.seal) return;
    paper.blocks.emplace_back(Heading{1, {hand.text(hand.say("comments.title"))}, "comments"});
    Table table{.caption = hand.say("comments.caption"),
                .heads = {hand.say("comments.line"), hand.say("comments.by"), hand.say("comments.text"), hand.say("comments.answer")},
                .rows = {},
                .widths = {10, 22, 36, 32}};
    for (const meetings::CommentShown& comment : minutes.comments) {
        Line text{hand.name(comment.texts, "")};
        if (!comment.released) text.push_back(hand.quiet(" (" + hand.say("comments.own") + ")"));
        table.rows.push_back({{{hand.text(comment.line == 0 ? hand.say("comments.whole") : std::to_string(comment.line))}},
                              {{hand.body(comment.body)}},
                              {std::move(text)},
                              {{comment.answer.empty() ? hand.quiet(hand.say("dash")) : hand.name(comment.answer, "")}}});
    }
    paper.blocks.emplace_back(std::move(table));
}

}  // namespace

Cell text_cell(Hand& hand, const MinutesLineShown& line) {
    const std::string& text = line.texts.in(hand.language());
    if (text.empty()) return {{hand.quiet(hand.say("minutes.missing"))}, Tone::missing};
    Cell cell;
    if (line.decision) cell.line.push_back(hand.strong(hand.say("minutes.decision", {line.decision->decision.value}) + hand.say("colon")));
    cell.line.push_back(hand.text(text));
    if (line.decision) cell.line.push_back(hand.quiet(" · " + terms_of(hand, *line.decision)));
    if (contains(line.stale, hand.language())) {
        cell.line.push_back(hand.strong(" · " + hand.say("minutes.stale")));
        cell.tone = Tone::warning;
    }
    if (line.corrected_by != 0) cell.line.push_back(hand.strong(" · " + hand.say("minutes.corrected", {std::to_string(line.corrected_by)})));
    return cell;
}

Paper minutes_with(dossier::Words& words, dossier::Words& beside_words, const SessionShown& session, const MinutesShown& minutes,
                   const Occasion& occasion) {
    Hand hand(words, occasion, words.language());
    Hand beside(beside_words, occasion, words.language());
    const std::string number = std::to_string(minutes.correction);
    const auto kind_in = [&](Hand& one) { return minutes.correction == 0 ? one.say("kind.minutes") : one.say("kind.correction", {number}); };
    Paper paper = begun(hand, session, kind_in(hand) + " / " + kind_in(beside), hand.word("state", name_of(minutes.state)));
    paper.subtitle += " / " + beside.session(session.session);
    if (minutes.version != 0) {
        paper.masthead.push_back(hand.say("minutes.version", {std::to_string(minutes.version), minutes.digest.to_text().substr(0, 16) + "…"}));
    }
    if (minutes.corrects) {
        paper.blocks.emplace_back(Note{Tone::warning,
                                       hand.say("minutes.corrects.title"),
                                       {{hand.text(hand.say("minutes.corrects.text", {hand.say("invitation.session_in_text", {std::to_string(session.session)}),
                                                                                     std::to_string(minutes.corrects->sealed_at),
                                                                                     minutes.corrects->digest.to_text()}))},
                                        {hand.strong(hand.say("minutes.corrects.reason") + hand.say("colon")), {.text = minutes.corrects->reason}}}});
    }
    add_lines(hand, beside, session, minutes, paper);
    if (minutes.version != 0) add_approvals(hand, minutes, paper);
    add_seal(hand, minutes, paper);
    add_comments(hand, minutes, paper);
    return paper;
}

}  // namespace ponte::meeting_papers
