// plan match: another year's text beside a plan of the record, duty by duty.

#include "adapters/plan_text/plan_text.h"
#include "cli/commands.h"
#include "cli/planning_office.h"
#include "desks/planning/refusals.h"

#include <filesystem>

namespace ponte::cli {

namespace {

using planning::DutyText;
using planning::MatchShown;

void print(const std::string& line) { std::printf("%s\n", line.c_str()); }

std::vector<DutyText> duties_of(const plan_text::Plan& plan) {
    std::vector<DutyText> all;
    for (const plan_text::Area& area : plan.areas) {
        for (const plan_text::Measure& measure : area.measures) {
            std::uint16_t duty = 0;
            for (const plan_text::Duty& one : measure.duties) {
                all.push_back({.number = {.measure = static_cast<std::uint16_t>(measure.number), .duty = ++duty}, .text = one.text, .measure = measure.text});
            }
        }
    }
    return all;
}

// Matches of a file that is not in the record yet: shown, and nothing else can come of them.
planning::MatchesAnswer matched(const std::vector<DutyText>& from, const std::vector<DutyText>& to) {
    const auto text_in = [](const std::vector<DutyText>& duties, const planning::DutyNumber& number) {
        for (const DutyText& one : duties) {
            if (one.number == number) return one.text;
        }
        return std::string();
    };
    planning::MatchesAnswer all;
    for (const planning::ProposedMatch& one : planning::proposed_matches(from, to)) {
        MatchShown shown{.kind = std::string(name_of(one.match.kind)), .from = {}, .to = {}, .likeness = one.likeness, .difference = {}, .entry = {}, .note = {}};
        for (const planning::DutyNumber& duty : one.match.from) shown.from.push_back({duty.measure, duty.duty, text_in(from, duty)});
        for (const planning::DutyNumber& duty : one.match.to) shown.to.push_back({duty.measure, duty.duty, text_in(to, duty)});
        if (shown.from.size() == 1 && shown.to.size() == 1) shown.difference = planning::pieces_shown(shown.from[0].text, shown.to[0].text);
        all.proposed.push_back(std::move(shown));
    }
    return all;
}

std::string numbers_of(const std::vector<planning::MatchedText>& duties) {
    std::string text;
    for (const planning::MatchedText& one : duties) text += (text.empty() ? "" : " ") + std::to_string(one.measure) + "." + std::to_string(one.duty);
    return text.empty() ? "-" : text;
}

void print_match(PlanningOffice& office, const MatchShown& match) {
    const std::string state = match.entry ? office.words.say("match.confirmed", {std::to_string(*match.entry)})
                                          : office.words.say("match.proposed", {std::to_string(match.likeness)});
    print(numbers_of(match.from) + " -> " + numbers_of(match.to) + "  " + std::string(office.words.say("match." + match.kind)) + "  [" + state + "]");
    if (match.text_changed_since) print("    " + std::string(office.words.say("match.changed_since")));
    if (!match.difference.empty()) {
        std::string text;
        for (const planning::PieceShown& piece : match.difference) {
            text += piece.change == "added" ? "[+" + piece.text + "]" : piece.change == "removed" ? "[\u2212" + piece.text + "]" : piece.text;
        }
        print("    " + text);
        return;
    }
    for (const planning::MatchedText& one : match.from) print("    \u2212 " + one.text);
    for (const planning::MatchedText& one : match.to) print("    + " + one.text);
}

// All proposals as they were shown, by the person who asks.
int confirm(PlanningOffice& office, const planning::MatchesAnswer& matches, const Arguments& arguments) {
    planning::ConfirmMatch command{.from_plan = matches.from_plan, .to_plan = matches.to_plan, .matches = {}};
    for (const MatchShown& shown : matches.proposed) {
        planning::Match one{.kind = enum_named<planning::MatchKind>(shown.kind).value_or(planning::MatchKind::changed), .from = {}, .to = {}, .note = {}};
        for (const planning::MatchedText& duty : shown.from) one.from.push_back({duty.measure, duty.duty});
        for (const planning::MatchedText& duty : shown.to) one.to.push_back({duty.measure, duty.duty});
        command.matches.push_back(std::move(one));
    }
    const std::size_t count = command.matches.size();
    const auto answer = office.ask(std::move(command));
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    print(office.words.say("match.recorded", {std::to_string(count)}));
    return exit_done;
}

}  // namespace

int match_command(const Arguments& arguments) {
    const std::string later = arguments.word(2);
    const auto against = arguments.option("against");
    if (later.empty() || !against) return say(Refusal{refusals::usage, "plan match", "plan match FILE|PLAN --against PLAN [--confirm]"}, arguments);
    const auto opened = PlanningOffice::open(arguments);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    PlanningOffice& office = ***opened;
    const auto& plans = office.house().desks().conference.plans;
    const auto earlier = plans.find(conference::PlanId(*against));
    if (earlier == plans.end()) return say(Refusal{planning::refusals::plan_unknown, *against, "--against"}, arguments);

    planning::MatchesAnswer matches;
    if (plans.contains(conference::PlanId(later))) {
        const auto asked = office.asked(planning::MatchesQuery{.from_plan = conference::PlanId(*against), .to_plan = conference::PlanId(later)});
        if (!asked) return say(asked.error(), arguments);
        matches = *asked;
        if (arguments.flag("confirm")) return confirm(office, matches, arguments);
    } else if (arguments.flag("confirm")) {
        // Only what stands in the record can be confirmed: import the file first.
        return say(Refusal{planning::refusals::plan_unknown, later, "plan match"}, arguments);
    } else {
        const auto content = read_file(later, plan_text::bytes_max);
        if (!content) return say(content.error(), arguments);
        const auto plan = plan_text::read(view_of(*content), later);
        if (!plan) return say(plan.error(), arguments);
        matches = matched(planning::duty_texts(earlier->second), duties_of(*plan));
        matches.from_plan = conference::PlanId(*against);
    }
    if (arguments.flag("json")) {
        print(to_json(matches));
        return exit_done;
    }
    for (const MatchShown& one : matches.confirmed) print_match(office, one);
    for (const MatchShown& one : matches.proposed) print_match(office, one);
    return exit_done;
}

}  // namespace ponte::cli
