#include "adapters/dossier/layout.h"

#include "adapters/dossier/layout_business.h"

#include <array>

namespace ponte::dossier {

namespace {

using conference::IndicatorShown;
using conference::MeasureShown;
using paper::Line;
using templates::Values;

constexpr std::array<std::string_view, 7> statuses{"done", "ahead", "on_course", "behind", "contradictory", "no_evidence", "no_target"};

// Why the words of a measure are not the official ones of this language; empty where they are.
std::string remarks_on_text(Writer& writer, const Shown& shown) {
    std::string remarks;
    const auto remark = [&](std::string_view key) { remarks += (remarks.empty() ? "" : " ") + writer.say(key); };
    if (shown.text == nullptr) return remarks;
    if (shown.fell_back) remark("text.fallback");
    if (shown.text->status == "machine_converted") remark("text.machine");
    if (shown.text->status == "reference") remark("text.reference");
    if (shown.text->stale) remark("text.stale");
    return remarks;
}

Values values_of(Writer& writer, const IndicatorShown& one) {
    Values values;
    values.fields["name"] = {writer.name(one.names, one.indicator.value)};
    if (!one.units.empty()) values.fields["unit"] = {writer.name(one.units, "")};
    values.fields["now"] = worded(writer, {writer.figure(one.now)});
    values.fields["period"] = said(writer, period_text(writer.words, one.now.period));
    values.fields["before"] = worded(writer, {writer.figure(one.before)});
    values.fields["expected"] = worded(writer, {writer.figure(one.expected)});
    values.fields["status"] = worded(writer, {writer.figure(one.status_figure)});
    return values;
}

Values values_of(Writer& writer, const conference::ActionShown& one) {
    Values values;
    values.fields["date"] = said(writer, writer.date(one.on));
    values.fields["text"] = worded(writer, {Writer::badge_of(writer.name(one.texts, one.item.value), one.badge)});
    values.fields["source"] = {writer.source(one.source_url, one.source_title)};
    return values;
}

Values values_of(Writer& writer, const conference::MilestoneShown& one) {
    Values values;
    values.fields["name"] = worded(writer, {Writer::badge_of(writer.name(one.names, one.milestone.value), one.badge)});
    values.fields["due"] = said(writer, writer.date(one.due));
    values.fields["state"] = milestone_state(writer, one).line;
    return values;
}

Values values_of(Writer& writer, const MeasureShown& measure) {
    const Shown shown = shown_of(measure.texts, writer.language());
    Values values;
    values.fields["number"] = said(writer, std::to_string(measure.number));
    if (shown.text != nullptr) values.fields["text"] = {writer.in(shown.text->language, shown.text->text)};
    values.fields["remarks"] = said(writer, remarks_on_text(writer, shown));
    values.fields["bodies"] = lead_bodies(writer, measure);
    values.fields["status"] = said(writer, indicators_in_words(writer, measure.indicators));
    values.fields["pressing"] = most_pressing(writer, measure).line;
    for (const IndicatorShown& one : measure.indicators) values.lists["figures"].push_back(values_of(writer, one));
    for (const conference::ActionShown& one : measure.actions) values.lists["actions"].push_back(values_of(writer, one));
    for (const conference::MilestoneShown& one : measure.milestones) values.lists["milestones"].push_back(values_of(writer, one));
    return values;
}

Values values_of(Writer& writer, const conference::SessionShown& session) {
    Values values;
    values.fields["number"] = said(writer, std::to_string(session.number));
    values.fields["date"] = worded(writer, {Writer::badge_of(writer.text(session_date(writer, session)), session.badge)});
    values.fields["place"] = session_place(writer, session).line;
    values.fields["principals"] = said(writer, session.principals);
    return values;
}

Values values_of(Writer& writer, const conference::YearShown& year) {
    Values values;
    values.fields["year"] = said(writer, std::to_string(year.year));
    values.fields["held"] = said(writer, writer.number(std::uint64_t{year.sessions.size()}));
    values.fields["state"] = said(writer, writer.class_word("year", year.state));
    return values;
}

}  // namespace

templates::Catalogue layout_catalogue() {
    CatalogueBuilder made("dossier");
    made.fields({"demonstration*", "title", "plan_title*", "plan_remarks*", "audience", "as_at*", "recorded_to", "standing*", "position", "root", "origin",
                 "count_measures", "count_duties"});
    for (const std::string_view status : statuses) made.fields({"count_" + std::string(status)});
    made.fields({"since", "since_position", "since_root"});
    // Whose words they are stands with the words.
    made.add(made.list("measures", {"number*", "text", "remarks*", "bodies", "status", "pressing"},
                       {made.list("figures", {"name", "unit", "now", "period", "before", "expected", "status"}), made.list("actions", {"date", "text", "source"}),
                        made.list("milestones", {"name", "due", "state"})}));
    made.add(made.list("sessions", {"number", "date", "place", "principals"}));
    made.add(made.list("years", {"year", "held", "state"}));
    add_business(made);
    return std::move(made).take();
}

Values layout_values(const conference::DossierAnswer& answer, Language language, const Occasion& occasion, const Business& business) {
    Words words(language);
    paper::Paper unused;
    Writer writer(answer, occasion, words, unused, business);
    Values values;
    const Shown title = shown_of(answer.titles, language);
    const auto say = [&](const std::string& name, std::string text) { values.fields[name] = said(writer, std::move(text)); };
    if (occasion.demonstration) {
        values.fields["demonstration"] = {writer.strong(writer.say("demo.title")),
                                          writer.text(writer.say("colon") + writer.say("demo.unreal") + " " +
                                                      writer.say("demo.marked", {writer.say("badge.illustration"), writer.say("badge.simulated")}))};
    }
    say("title", writer.say("title"));
    if (title.text != nullptr) values.fields["plan_title"] = {writer.in(title.text->language, title.text->text)};
    say("plan_remarks", answer.plan_status == "reference"
                            ? writer.say("reference.text", {answer.source.empty() ? writer.say("reference.no_source") : answer.source})
                            : remarks_on_text(writer, title));
    say("audience", writer.class_word("audience", name_of(answer.audience)));
    say("as_at", writer.date(answer.as_at));
    say("recorded_to", writer.date(occasion.time.date()));
    say("standing", occasion.frozen ? writer.say("masthead.frozen", {std::to_string(*occasion.frozen)}) : writer.say("masthead.draft"));
    say("position", writer.number(occasion.position));
    say("root", occasion.root.to_text());
    say("origin", occasion.origin);
    values.fields["count_measures"] = {count_of_measures(writer)};
    values.fields["count_duties"] = {count_of_duties(writer)};
    for (const std::string_view status : statuses) values.fields["count_" + std::string(status)] = {count_at(writer, status)};
    for (const MeasureShown& measure : answer.measures) values.lists["measures"].push_back(values_of(writer, measure));
    for (const conference::SessionShown& session : answer.sessions) values.lists["sessions"].push_back(values_of(writer, session));
    for (const conference::YearShown& year : answer.years) values.lists["years"].push_back(values_of(writer, year));
    fill_business(writer, values);
    return values;
}

}  // namespace ponte::dossier
