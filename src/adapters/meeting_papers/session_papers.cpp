// What goes out before a session and what tells who was there: invitation, agenda, attendance.
#include "adapters/meeting_papers/hand.h"

#include <algorithm>

namespace ponte::meeting_papers {

using meetings::AgendaItemShown;
using meetings::AttendanceShown;
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

Line place_of(Hand& hand, const SessionShown& session) { return {hand.name(session.place, "")}; }

Table facts_of(Hand& hand, const SessionShown& session) {
    Table table{.caption = hand.say("facts.caption"), .heads = {hand.say("facts.item"), hand.say("facts.value")}, .rows = {}, .widths = {28, 72}};
    const auto row = [&](std::string_view key, Line value) { table.rows.push_back({{{hand.strong(hand.say(key))}}, {std::move(value)}}); };
    const bool chinese = hand.language() == Language::zh_hant || hand.language() == Language::zh_hans;
    row("facts.when", {hand.text(hand.date(session.on) + (chinese ? "　" : ", ") + hand.hours(session))});
    row("facts.where", place_of(hand, session));
    row("facts.form", {hand.text(hand.word("form", name_of(session.form)))});
    row("facts.chairs", {hand.text(hand.bodies(session.chairs))});
    row("facts.languages", {hand.text(languages_of(hand, session))});
    if (session.minutes_by) row("facts.minutes_by", {hand.body(*session.minutes_by)});
    if (session.revision > 0) row("facts.revision", {hand.text(hand.say("facts.revision_of", {std::to_string(session.revision + 1)}))});
    row("facts.call", {hand.text(hand.entry(session.entry))});
    return table;
}

void add_agenda(Hand& hand, const SessionShown& session, Paper& paper) {
    if (session.agenda.empty()) {
        paper.blocks.emplace_back(Note{Tone::missing, hand.say("agenda.not_fixed"), {}});
        return;
    }
    Table table{.caption = hand.say("agenda.caption"),
                .heads = {hand.say("agenda.number"), hand.say("agenda.subject"), hand.say("agenda.body"), hand.say("agenda.papers")},
                .rows = {},
                .widths = {8, 46, 22, 24}};
    for (const AgendaItemShown& item : session.agenda) {
        Line subject = subject_of(hand, item);
        if (!item.reason.empty()) subject.push_back(hand.quiet(" · " + hand.say("agenda.late", {item.reason})));
        Line body{item.body ? hand.body(*item.body) : hand.quiet(hand.say("dash"))};
        table.rows.push_back({{{hand.text(std::to_string(item.item))}, Tone::neutral, true}, {std::move(subject)}, {std::move(body)}, papers_cell(hand, item)});
    }
    paper.blocks.emplace_back(std::move(table));
}

}  // namespace

std::string languages_of(Hand& hand, const SessionShown& session) {
    std::vector<std::string> names;
    for (const Language one : session.languages) names.push_back(hand.word("language", name_of(one)));
    return hand.joined(names);
}

Cell papers_cell(Hand& hand, const AgendaItemShown& item) {
    Line line;
    for (const meetings::StandingPaperShown& paper : item.papers) {
        if (!line.empty()) line.push_back(hand.text(hand.say("between")));
        line.push_back(hand.name(paper.titles, paper.paper.to_text().substr(0, 12)));
        line.push_back(hand.quiet(" (" + std::string(tag(paper.language)) + ", " + paper.paper.to_text().substr(0, 12) + "…)"));
    }
    if (line.empty()) line.push_back(hand.quiet(hand.say("dash")));
    return {std::move(line)};
}

std::string capacity_of(Hand& hand, const SessionShown& session, const BodyId& body) {
    if (std::ranges::find(session.chairs, body) != session.chairs.end()) return hand.word("capacity", "chair");
    for (const meetings::InvitedShown& one : session.invited) {
        if (one.body == body) return hand.word("capacity", name_of(one.capacity));
    }
    return hand.word("capacity", "member");
}

Paper invitation_with(dossier::Words& words, const SessionShown& session, const BodyId& body, const Occasion& occasion) {
    Hand hand(words, occasion, words.language());
    Paper paper = begun(hand, session, hand.say("kind.invitation"), "");
    const auto add = [&](paper::Block block) { paper.blocks.push_back(std::move(block)); };
    if (session.state == meetings::SessionState::cancelled) {
        add(Note{Tone::bad, hand.say("invitation.cancelled"), {{hand.text(session.reasons.empty() ? "" : session.reasons.back())}}});
    } else if (session.revision > 0) {
        Note moved{Tone::warning, hand.say("invitation.moved"), {}};
        for (const std::string& reason : session.reasons) moved.lines.push_back({hand.text(reason)});
        add(std::move(moved));
    }
    add(Paragraph{{hand.strong(hand.say("invitation.to", {hand.body_name(body)}))}, true});
    const std::string number = std::to_string(session.session);
    add(Paragraph{{hand.text(hand.say("invitation.text", {capacity_of(hand, session, body), hand.say("invitation.session_in_text", {number}),
                                                          hand.date(session.on), hand.hours(session)}))}});
    for (const meetings::InvitedShown& one : session.invited) {
        if (one.body != body || one.note.empty()) continue;
        add(Paragraph{{hand.strong(hand.say("invitation.asked") + hand.say("colon")), {.text = one.note}}});
    }
    add(facts_of(hand, session));
    add(Heading{1, {hand.text(hand.say("kind.agenda"))}, "agenda"});
    add_agenda(hand, session, paper);
    add(Paragraph{{hand.text(hand.say("invitation.reply"))}});
    return paper;
}

Paper agenda_with(dossier::Words& words, const SessionShown& session, const Occasion& occasion) {
    Hand hand(words, occasion, words.language());
    Paper paper = begun(hand, session, hand.say("kind.agenda"), "");
    paper.blocks.emplace_back(facts_of(hand, session));
    add_agenda(hand, session, paper);
    if (session.agenda_fixed && !session.agenda.empty()) {
        paper.blocks.emplace_back(Paragraph{{hand.quiet(hand.say("agenda.fixed", {hand.entry(session.agenda.front().entry)}))}});
    }
    return paper;
}

Paper attendance_with(dossier::Words& words, const SessionShown& session, const Occasion& occasion) {
    Hand hand(words, occasion, words.language());
    Paper paper = begun(hand, session, hand.say("kind.attendance"), "");
    paper.blocks.emplace_back(facts_of(hand, session));
    if (session.attendance.empty()) {
        paper.blocks.emplace_back(Note{Tone::missing, hand.say("attendance.none"), {}});
        return paper;
    }
    for (const directory::Side side : {directory::Side::macao, directory::Side::mainland, directory::Side::other}) {
        const std::string side_word = hand.word("side", name_of(side));
        Table table{.caption = hand.say("attendance.caption", {side_word}),
                    .heads = {hand.say("attendance.body"), hand.say("attendance.office"), hand.say("attendance.name"), hand.say("attendance.attends")},
                    .rows = {},
                    .widths = {28, 28, 20, 24}};
        for (const AttendanceShown& one : session.attendance) {
            if (one.side != side) continue;
            const auto name = occasion.names.find(one.person.value);
            const bool principal = one.attends == meetings::Attends::principal;
            table.rows.push_back(
                {{{hand.body(one.body)}},
                 {{{.text = one.office}}},
                 {{name == occasion.names.end() ? hand.quiet(hand.say("attendance.unnamed")) : paper::Run{.text = name->second}}},
                 {{hand.text(principal ? hand.say("attendance.principal") : hand.say("attendance.delegate", {one.on_behalf}))}}});
        }
        if (table.rows.empty()) continue;
        paper.blocks.emplace_back(Heading{1, {hand.text(side_word)}, "side_" + std::string(name_of(side))});
        paper.blocks.emplace_back(std::move(table));
    }
    paper.blocks.emplace_back(Paragraph{{hand.text(hand.say("attendance.count", {std::to_string(session.attendance.size()), std::to_string(session.bodies_present)}))}});
    paper.blocks.emplace_back(Paragraph{{hand.quiet(hand.say("attendance.quorum"))}});
    return paper;
}

}  // namespace ponte::meeting_papers
