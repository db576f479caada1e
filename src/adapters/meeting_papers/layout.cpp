#include "adapters/meeting_papers/layout.h"

#include "adapters/dossier/catalogue.h"
#include "adapters/dossier/spelling.h"
#include "adapters/meeting_papers/hand.h"

#include <algorithm>

namespace ponte::meeting_papers {

using dossier::CatalogueBuilder;
using paper::Line;
using templates::Values;

namespace {

constexpr std::string_view table = "words/meetings.csv";

Line said(Hand& hand, std::string_view text) { return {hand.text(text)}; }

// What every paper of a session says of it.
Values facts_of(Hand& hand, const meetings::SessionShown& session, const std::string& title) {
    const Occasion& occasion = hand.occasion();
    Values values;
    const auto say = [&](const std::string& name, std::string_view text) { values.fields[name] = said(hand, text); };
    if (occasion.demonstration) values.fields["demonstration"] = {hand.strong(hand.say("demo.title")), hand.text(hand.say("colon") + hand.say("demo.text"))};
    say("title", title);
    say("session", hand.session(session.session));
    say("date", hand.date(session.on));
    say("hours", hand.hours(session));
    values.fields["place"] = {hand.name(session.place, "")};
    say("form", hand.word("form", name_of(session.form)));
    say("chairs", hand.bodies(session.chairs));
    say("languages", languages_of(hand, session));
    say("call", hand.entry(session.entry));
    say("position", dossier::number_text(hand.language(), occasion.position));
    say("root", occasion.root.to_text());
    say("origin", occasion.origin);
    return values;
}

// That it was cancelled or moved, and why.
Line remark_on(Hand& hand, const meetings::SessionShown& session) {
    const bool cancelled = session.state == meetings::SessionState::cancelled;
    if (!cancelled && session.revision == 0) return {};
    Line line{hand.strong(hand.say(cancelled ? "invitation.cancelled" : "invitation.moved"))};
    std::vector<std::string> reasons = session.reasons;
    if (cancelled && reasons.size() > 1) reasons.erase(reasons.begin(), reasons.end() - 1);
    if (!reasons.empty()) line.push_back(hand.text(hand.say("colon") + hand.joined(reasons)));
    return line;
}

std::vector<Values> items_of(Hand& hand, const meetings::SessionShown& session) {
    std::vector<Values> rows;
    for (const meetings::AgendaItemShown& item : session.agenda) {
        Values row;
        row.fields["number"] = said(hand, std::to_string(item.item));
        row.fields["subject"] = subject_of(hand, item);
        row.fields["body"] = item.body ? Line{hand.body(*item.body)} : said(hand, hand.say("dash"));
        row.fields["papers"] = papers_cell(hand, item).line;
        if (!item.reason.empty()) row.fields["late"] = said(hand, hand.say("agenda.late", {item.reason}));
        rows.push_back(std::move(row));
    }
    return rows;
}

Line fixing_of(Hand& hand, const meetings::SessionShown& session) {
    if (session.agenda.empty() || !session.agenda_fixed) return said(hand, hand.say("agenda.not_fixed"));
    return said(hand, hand.say("agenda.fixed", {hand.entry(session.agenda.front().entry)}));
}

const std::vector<std::string_view> facts{"demonstration*", "title", "session", "date*", "hours", "place", "form", "chairs", "languages", "call", "position", "root", "origin"};

templates::List items_in(CatalogueBuilder& made) { return made.list("items", {"number", "subject", "body", "papers", "late"}); }

templates::Catalogue invitation_catalogue() {
    CatalogueBuilder made("invitation");
    made.fields(facts);
    made.fields({"to*", "capacity", "text", "asked", "remark*", "fixed*", "reply"});
    made.add(items_in(made));
    return std::move(made).take();
}

templates::Catalogue agenda_catalogue() {
    CatalogueBuilder made("agenda");
    made.fields(facts);
    made.fields({"remark*", "fixed*"});
    made.add(items_in(made));
    return std::move(made).take();
}

templates::Catalogue minutes_catalogue() {
    CatalogueBuilder made("minutes");
    made.fields(facts);
    made.fields({"title_beside", "state*", "version", "digest", "corrects*", "seal*"});
    made.add(made.list("subjects", {"number", "subject", "subject_beside"}, {made.list("lines", {"line", "text*", "text_beside*"})}));
    made.add(made.list("approvals", {"side", "body", "date*", "entry"}));
    made.add(made.list("comments", {"line", "body", "text", "answer"}));
    return std::move(made).take();
}

templates::Catalogue decisions_catalogue() {
    CatalogueBuilder made("decisions");
    made.fields(facts);
    made.fields({"none"});
    made.add(made.list("decisions", {"number", "text", "supersedes", "owner", "due", "state*", "entry"}));
    return std::move(made).take();
}

// The lines of the minutes, by what they speak of, in the order in which they first do.
std::vector<Values> subjects_of(Hand& hand, Hand& beside, const meetings::SessionShown& session, const meetings::MinutesShown& minutes) {
    std::vector<std::uint16_t> items;
    for (const meetings::MinutesLineShown& line : minutes.lines) {
        if (std::ranges::find(items, line.item) == items.end()) items.push_back(line.item);
    }
    std::vector<Values> rows;
    for (const std::uint16_t item : items) {
        Values row;
        const auto shown = std::ranges::find(session.agenda, item, &meetings::AgendaItemShown::item);
        const bool on_agenda = shown != session.agenda.end();
        if (on_agenda) row.fields["number"] = said(hand, std::to_string(item));
        row.fields["subject"] = on_agenda ? subject_of(hand, *shown) : said(hand, hand.say("minutes.general"));
        row.fields["subject_beside"] = on_agenda ? subject_of(beside, *shown) : said(beside, beside.say("minutes.general"));
        for (const meetings::MinutesLineShown& line : minutes.lines) {
            if (line.item != item) continue;
            Values& inner = row.lists["lines"].emplace_back();
            inner.fields = {{"line", said(hand, std::to_string(line.line))}, {"text", text_cell(hand, line).line}, {"text_beside", text_cell(beside, line).line}};
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Values> approvals_of(Hand& hand, const meetings::MinutesShown& minutes) {
    std::vector<Values> rows;
    if (minutes.version == 0) return rows;
    for (const directory::Side side : {directory::Side::macao, directory::Side::mainland}) {
        Values& row = rows.emplace_back();
        row.fields["side"] = said(hand, hand.word("side", name_of(side)));
        const auto found = std::ranges::find(minutes.approvals, side, &meetings::ApprovalShown::side);
        if (found == minutes.approvals.end()) {
            row.fields["date"] = said(hand, hand.say("approvals.pending"));
            continue;
        }
        row.fields["body"] = {hand.body(found->body)};
        if (found->asserted) row.fields["body"].push_back(hand.quiet(" (" + hand.say("approvals.asserted") + ")"));
        row.fields["date"] = said(hand, hand.date(found->at.date()));
        row.fields["entry"] = said(hand, std::to_string(found->entry));
    }
    return rows;
}

Line seal_of(Hand& hand, const meetings::MinutesShown& minutes) {
    if (!minutes.seal) return said(hand, hand.say("seal.open"));
    const meetings::SealShown& seal = *minutes.seal;
    return said(hand, hand.say("seal.text", {std::to_string(seal.size), seal.root.to_text(), hand.entry(seal.entry), hand.date(seal.at.date())}));
}

}  // namespace

std::vector<templates::Catalogue> layout_catalogues() { return {invitation_catalogue(), agenda_catalogue(), minutes_catalogue(), decisions_catalogue()}; }

Values invitation_values(const meetings::SessionShown& session, const BodyId& body, Language language, const Occasion& occasion) {
    dossier::Words words(language, table);
    Hand hand(words, occasion, language);
    Values values = facts_of(hand, session, hand.say("kind.invitation"));
    const std::string capacity = capacity_of(hand, session, body);
    const std::string number = std::to_string(session.session);
    values.fields["to"] = {hand.body(body)};
    values.fields["capacity"] = said(hand, capacity);
    values.fields["text"] = said(hand, hand.say("invitation.text", {capacity, hand.say("invitation.session_in_text", {number}), hand.date(session.on), hand.hours(session)}));
    for (const meetings::InvitedShown& one : session.invited) {
        if (one.body == body && !one.note.empty()) values.fields["asked"] = {{.text = one.note}};
    }
    values.fields["remark"] = remark_on(hand, session);
    values.fields["fixed"] = fixing_of(hand, session);
    values.fields["reply"] = said(hand, hand.say("invitation.reply"));
    values.lists["items"] = items_of(hand, session);
    return values;
}

Values agenda_values(const meetings::SessionShown& session, Language language, const Occasion& occasion) {
    dossier::Words words(language, table);
    Hand hand(words, occasion, language);
    Values values = facts_of(hand, session, hand.say("kind.agenda"));
    values.fields["remark"] = remark_on(hand, session);
    values.fields["fixed"] = fixing_of(hand, session);
    values.lists["items"] = items_of(hand, session);
    return values;
}

Values minutes_values(const meetings::SessionShown& session, const meetings::MinutesShown& minutes, Language language, Language beside_language, const Occasion& occasion) {
    dossier::Words words(language, table);
    dossier::Words beside_words(beside_language, table);
    Hand hand(words, occasion, language);
    Hand beside(beside_words, occasion, language);
    const std::string number = std::to_string(minutes.correction);
    const auto kind_in = [&](Hand& one) { return minutes.correction == 0 ? one.say("kind.minutes") : one.say("kind.correction", {number}); };
    Values values = facts_of(hand, session, kind_in(hand));
    values.fields["title_beside"] = said(beside, kind_in(beside));
    values.fields["state"] = said(hand, hand.word("state", name_of(minutes.state)));
    values.fields["version"] = said(hand, minutes.version == 0 ? hand.say("dash") : std::to_string(minutes.version));
    values.fields["digest"] = said(hand, minutes.version == 0 ? hand.say("dash") : minutes.digest.to_text());
    if (minutes.corrects) {
        values.fields["corrects"] = {hand.text(hand.say("minutes.corrects.text", {hand.say("invitation.session_in_text", {std::to_string(session.session)}),
                                                                                  std::to_string(minutes.corrects->sealed_at), minutes.corrects->digest.to_text()}) +
                                               " " + hand.say("minutes.corrects.reason") + hand.say("colon")),
                                     {.text = minutes.corrects->reason}};
    }
    values.fields["seal"] = seal_of(hand, minutes);
    values.lists["subjects"] = subjects_of(hand, beside, session, minutes);
    values.lists["approvals"] = approvals_of(hand, minutes);
    for (const meetings::CommentShown& comment : minutes.comments) {
        if (minutes.seal) break;  // What was said on the way to the text is not part of it.
        Line text{hand.name(comment.texts, "")};
        if (!comment.released) text.push_back(hand.quiet(" (" + hand.say("comments.own") + ")"));
        Values& row = values.lists["comments"].emplace_back();
        row.fields = {{"line", said(hand, comment.line == 0 ? hand.say("comments.whole") : std::to_string(comment.line))}, {"body", {hand.body(comment.body)}}};
        row.fields["text"] = std::move(text);
        row.fields["answer"] = comment.answer.empty() ? said(hand, hand.say("dash")) : Line{hand.name(comment.answer, "")};
    }
    return values;
}

Values decisions_values(const meetings::SessionShown& session, const meetings::DecisionsAnswer& decisions, Language language, const Occasion& occasion) {
    dossier::Words words(language, table);
    Hand hand(words, occasion, language);
    Values values = facts_of(hand, session, hand.say("kind.decisions"));
    if (decisions.decisions.empty()) values.fields["none"] = said(hand, hand.say("decisions.none"));
    for (const meetings::DecisionShown& one : decisions.decisions) {
        Values& row = values.lists["decisions"].emplace_back();
        std::vector<std::string> old;
        for (const meetings::DecisionId& each : one.supersedes) old.push_back(hand.say("minutes.supersedes", {each.value}));
        row.fields["number"] = said(hand, one.decision.value);
        row.fields["text"] = {hand.name(one.texts, one.decision.value)};
        row.fields["supersedes"] = said(hand, hand.joined(old));
        row.fields["owner"] = owners_of(hand, one);
        row.fields["due"] = due_of(hand, one);
        row.fields["state"] = decision_state(hand, one).line;
        row.fields["entry"] = said(hand, std::to_string(one.entry));
    }
    return values;
}

}  // namespace ponte::meeting_papers
