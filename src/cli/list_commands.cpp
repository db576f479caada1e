// list and year: next year's list and the closing of a year, for people. Everything that decides is also
// asked by `ponte ask planning....`.

#include "adapters/docx/docx.h"
#include "adapters/html/html.h"
#include "adapters/official_form/official_form.h"
#include "adapters/pdf/pdf.h"
#include "adapters/plan_text/plan_text.h"
#include "cli/commands.h"
#include "cli/planning_office.h"
#include "desks/planning/refusals.h"

#include <algorithm>
#include <set>

namespace ponte::cli {

namespace {

using planning::ListId;

void print(const std::string& line) { std::printf("%s\n", line.c_str()); }

std::string word(PlanningOffice& office, std::string_view family, std::string_view name) {
    return std::string(office.words.say(std::string(family) + "." + std::string(name)));
}

// What the list is known by when nothing else is: exit code of a refusal.
int no_such_list(const std::string& list, const Arguments& arguments) {
    return say(Refusal{planning::refusals::list_unknown, list, "list"}, arguments);
}

std::string origin_text(const planning::Origin& origin) {
    if (origin.duty) return origin.duty->plan.value + "/" + std::to_string(origin.duty->measure) + "." + std::to_string(origin.duty->duty);
    if (origin.frame) return origin.frame->frame.value + (origin.frame->item.empty() ? "" : "/" + origin.frame->item);
    return origin.decision.value_or("");
}

int show_lists(PlanningOffice& office, const Arguments& arguments) {
    const auto lists = office.asked(planning::ListsQuery{});
    if (!lists) return say(lists.error(), arguments);
    if (arguments.flag("json")) {
        print(to_json(*lists));
        return exit_done;
    }
    for (const planning::ListRow& row : lists->lists) {
        print(office.words.say("list.row", {row.list.value, std::to_string(row.year), std::to_string(row.measures), std::to_string(row.not_agreed),
                                            word(office, "state", row.state)}));
    }
    if (lists->lists.empty()) print(std::string(office.words.say("list.none")));
    return exit_done;
}

void print_line(PlanningOffice& office, const planning::LineShown& line) {
    std::string head = "\n" + line.line.value;
    if (line.number != 0) head += "  " + std::to_string(line.number);
    for (std::size_t i = 0; i < line.origins.size(); ++i) head += (i == 0 ? "  <- " : ", ") + origin_text(line.origins[i]);
    print(head);
    if (!line.note.empty()) print("  " + line.note);
    if (line.withdrawn) print("  " + office.words.say("list.withdrawn", {line.reason}));
    if (!line.withdrawal_proposed_by.empty()) print("  " + office.words.say("list.withdrawal", {word(office, "side", line.withdrawal_proposed_by), line.reason}));
    for (const planning::WordingShown& wording : line.wordings) {
        print("  " + wording.language + "  " + word(office, "state", wording.state));
        for (const planning::TextShown& text : wording.proposals) {
            std::string stands;
            for (const std::string& side : text.stand_by_it) stands += "; " + office.words.say("list.stands", {word(office, "side", side)});
            print("    " + text.digest.to_text() + "  " + word(office, "side", text.side) + stands);
            print("      " + text.text + (text.comment.empty() ? "" : "  (" + text.comment + ")"));
        }
        for (const planning::TextShown& draft : wording.own_drafts) print("    " + std::string(office.words.say("list.draft")) + "  " + draft.text);
    }
}

int show_list(PlanningOffice& office, const Arguments& arguments) {
    const auto list = office.asked(planning::ListQuery{ListId(arguments.word(2))});
    if (!list) return say(list.error(), arguments);
    if (list->list.empty()) return no_such_list(arguments.word(2), arguments);
    if (arguments.flag("json")) {
        print(to_json(*list));
        return exit_done;
    }
    const planning::ListRow& row = list->list.front();
    print(office.words.say("list.row", {row.list.value, std::to_string(row.year), std::to_string(row.measures), std::to_string(row.not_agreed), word(office, "state", row.state)}));
    for (const planning::LineShown& line : list->lines) print_line(office, line);
    print("\n" + office.words.say("list.form", {list->form.to_text()}));
    return exit_done;
}

// The last year's texts of a measure, as the own side's first draft of the line that follows it.
Attempt<Outcome<bool>> draft_from(PlanningOffice& office, const ListId& list, const planning::LineId& line, const conference::MeasureStated& measure,
                                  const conference::Measure& known, Language plan_language, const std::vector<std::string>& required) {
    for (const std::string& tag_text : required) {
        const auto language = language_named(tag_text);
        if (!language) continue;
        std::string text;
        if (*language == plan_language) {
            text = measure.text;
        } else if (const auto found = known.translations.find(*language); found != known.translations.end()) {
            text = found->second.stated.text;
        }
        if (text.empty()) continue;
        const auto drafted = TRY(office.ask(planning::DraftWording{.list = list, .line = line, .language = *language, .text = text, .comment = {}}));
        if (!drafted) return Outcome<bool>(std::unexpected(drafted.error()));
    }
    return Outcome<bool>(true);
}

// One line for each measure with something left to do, drafted with last year's words.
Attempt<Outcome<bool>> add_proposed(PlanningOffice& office, const planning::ProposalAnswer& proposal, const std::vector<std::string>& required) {
    const auto& plans = office.house().desks().conference.plans;
    std::map<std::pair<std::uint16_t, std::string>, planning::AddLine> wanted;  // by area and measure; a decision has a line of its own
    for (const planning::ProposalRow& row : proposal.rows) {
        if (!row.lines.empty()) continue;
        const std::string key = row.origin.duty ? std::to_string(10'000 + row.origin.duty->measure) : origin_text(row.origin);
        planning::AddLine& line = wanted[{row.area, key}];
        line.list = proposal.list;
        line.area = row.area;
        line.origins.push_back(row.origin);
    }
    for (const auto& [key, line] : wanted) {
        if (line.area == 0) continue;  // A decision without a measure: a person says where it belongs.
        const auto added = TRY(office.ask(line));
        if (!added) return Outcome<bool>(std::unexpected(added.error()));
        const auto& event = std::get<planning::LineAdded>(std::get<planning::Event>(added->events.front()));
        std::string from;
        for (const planning::Origin& origin : line.origins) from += (from.empty() ? "" : ", ") + origin_text(origin);
        print(office.words.say("propose.added", {event.line.value, from}));
        if (!line.origins.front().duty) continue;
        const auto plan = plans.find(proposal.from_plan);
        const conference::Measure& measure = plan->second.measures.at(line.origins.front().duty->measure);
        const auto drafted = TRY(draft_from(office, proposal.list, event.line, measure.now(), measure, plan->second.imported.language, required));
        if (!drafted) return Outcome<bool>(std::unexpected(drafted.error()));
    }
    if (wanted.empty()) print(std::string(office.words.say("propose.nothing")));
    return Outcome<bool>(true);
}

int propose_list(PlanningOffice& office, const Arguments& arguments) {
    const ListId id(arguments.word(2));
    const auto list = office.asked(planning::ListQuery{id});
    if (!list) return say(list.error(), arguments);
    if (list->list.empty()) return no_such_list(id.value, arguments);
    const auto proposal = office.asked(planning::ProposalQuery{.list = id, .as_at = {}});
    if (!proposal) return say(proposal.error(), arguments);
    if (arguments.flag("add")) {
        const auto added = add_proposed(office, *proposal, list->list.front().required);
        if (!added) return say(added.error(), arguments);
        return *added ? exit_done : say((*added).error(), arguments);
    }
    if (arguments.flag("json")) {
        print(to_json(*proposal));
        return exit_done;
    }
    for (const planning::ProposalRow& row : proposal->rows) {
        std::string why;
        for (const std::string& one : row.why) why += (why.empty() ? "" : ", ") + word(office, "why", one);
        std::string lines;
        for (const planning::LineId& line : row.lines) lines += (lines.empty() ? "" : ", ") + line.value;
        print(origin_text(row.origin) + "  [" + why + (lines.empty() ? "" : "; " + office.words.say("propose.on", {lines})) + "]  " + row.text);
    }
    return exit_done;
}

official_form::Occasion occasion_of(PlanningOffice& office) {
    const house::Desks& desks = office.house().desks();
    official_form::Occasion occasion{.position = office.house().journal().size(),
                                     .time = office.house().now(),
                                     .body_names = {},
                                     .release = "0.1.0",
                                     .demonstration = office.house().journal().opened().clock == journal::ClockKind::simulated};
    for (const auto& [id, body] : desks.directory.bodies.by_id) {
        occasion.body_names[id.value] = desks.directory.bodies.named_on(id, occasion.time.date())->names;
    }
    return occasion;
}

int export_list(PlanningOffice& office, const Arguments& arguments) {
    const Language language = language_of(arguments);
    planning::ComparisonQuery query{.list = ListId(arguments.word(2)), .language = language, .against = {}};
    if (const auto against = arguments.option("against")) query.against = conference::PlanId(*against);
    const auto form = office.asked(query);
    if (!form) return say(form.error(), arguments);
    if (form->rows.empty()) return no_such_list(arguments.word(2), arguments);
    if (!office.house().desks().conference.plans.contains(form->against)) {
        return say(Refusal{planning::refusals::plan_unknown, form->against.value, "--against"}, arguments);
    }
    const std::string format = arguments.option("format").value_or("docx");
    std::string content;
    if (format == "text") {
        content = form->text;
    } else if (format == "html") {
        content = html::render(official_form::paper_of(*form, language, occasion_of(office), false));
    } else if (format == "docx" || format == "pdf") {
        const paper::Paper paper = official_form::paper_of(*form, language, occasion_of(office), format == "docx");
        const auto bytes = format == "docx" ? docx::render(paper) : pdf::render(paper);
        if (!bytes) return say(bytes.error(), arguments);
        content.assign(bytes->begin(), bytes->end());
    } else {
        return say(Refusal{refusals::value_unreadable, format, "--format"}, arguments);
    }
    const auto out = arguments.option("out");
    if (!out) {
        std::fwrite(content.data(), 1, content.size(), stdout);
        return exit_done;
    }
    const auto written = write_file(*out, content);
    if (!written) return say(written.error(), arguments);
    if (!arguments.flag("json")) std::printf("%s: %zu bytes, sha256 %s\n", out->c_str(), content.size(), sha256(content).to_text().c_str());
    return exit_done;
}

// Stands by the newest text of the other side wherever the own side stands by another or by none.
int agree_list(PlanningOffice& office, const Arguments& arguments) {
    const ListId id(arguments.word(2));
    const auto list = office.asked(planning::ListQuery{id});
    if (!list) return say(list.error(), arguments);
    if (list->list.empty()) return no_such_list(id.value, arguments);
    const std::string own(name_of(office.house().grant_of(office.asker().person, office.asker().asserted).side));
    const auto only = arguments.option("lang");
    std::size_t agreed = 0;
    for (const planning::LineShown& line : list->lines) {
        if (line.withdrawn || (!arguments.word(3).empty() && arguments.word(3) != line.line.value)) continue;
        for (const planning::WordingShown& wording : line.wordings) {
            const auto language = language_named(wording.language);
            if (wording.proposals.empty() || !language || (only && language_named(*only) != language)) continue;
            const planning::TextShown& newest = wording.proposals.back();
            if (wording.state == "agreed" || newest.side == own || std::ranges::find(newest.stand_by_it, own) != newest.stand_by_it.end()) continue;
            const auto answer = office.ask(planning::AgreeWording{.list = id, .line = line.line, .language = *language, .text = newest.digest});
            if (!answer) return say(answer.error(), arguments);
            if (!*answer) return say((*answer).error(), arguments);
            print(office.words.say("agree.agreed", {line.line.value, wording.language}) + "  " + newest.text);
            ++agreed;
        }
    }
    if (agreed == 0) print(std::string(office.words.say("agree.nothing")));
    return exit_done;
}

// The clauses that the plan reader finds in the official form. What it would read differently from what was
// agreed is no official text yet: the refusal says which measure.
Outcome<std::vector<planning::LineDuties>> duties_of(const planning::ComparisonAnswer& form, Language language) {
    const auto plan = TRY(plan_text::read(view_of(form.text), form.list.value));
    std::vector<const planning::ComparedRow*> lines;
    for (const planning::ComparedRow& row : form.rows) {
        if (row.kind == "measure" && row.change != "removed") lines.push_back(&row);
    }
    std::vector<planning::LineDuties> all;
    for (const plan_text::Area& area : plan.areas) {
        for (const plan_text::Measure& measure : area.measures) {
            const auto* line = measure.number <= lines.size() ? lines[measure.number - 1] : nullptr;
            if (line == nullptr || line->text != measure.text) {
                return refuse(planning::refusals::duties_not_in_the_text, std::to_string(measure.number), std::string(tag(language)));
            }
            planning::LineDuties one{.line = line->line, .language = language, .duties = {}};
            for (const plan_text::Duty& duty : measure.duties) one.duties.push_back(duty.text);
            all.push_back(std::move(one));
        }
    }
    if (all.size() != lines.size()) return refuse(planning::refusals::duties_not_in_the_text, std::to_string(all.size() + 1), std::string(tag(language)));
    return all;
}

int adopt_list(PlanningOffice& office, const Arguments& arguments) {
    const ListId id(arguments.word(2));
    const auto list = office.asked(planning::ListQuery{id});
    if (!list) return say(list.error(), arguments);
    if (list->list.empty()) return no_such_list(id.value, arguments);
    planning::AdoptList command{.list = id, .form = list->form, .decision = arguments.option("decision"), .duties = {}};
    // While texts are not agreed the desk says which; there is nothing to read yet.
    if (list->not_agreed.empty()) {
        for (const std::string& one : list->list.front().required) {
            const Language language = *language_named(one);
            const auto form = office.asked(planning::ComparisonQuery{.list = id, .language = language, .against = {}});
            if (!form) return say(form.error(), arguments);
            auto duties = duties_of(*form, language);
            if (!duties) return say(duties.error(), arguments);
            std::ranges::move(*duties, std::back_inserter(command.duties));
        }
    }
    const auto answer = office.ask(std::move(command));
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    for (const house::AnyEvent& event : (*answer)->events) {
        const auto* of_desk = std::get_if<planning::Event>(&event);
        const auto* adopted = of_desk == nullptr ? nullptr : std::get_if<planning::ListAdopted>(of_desk);
        if (adopted == nullptr) continue;
        const auto& measures = office.house().desks().conference.plans.at(adopted->plan).measures;
        print(office.words.say("adopt.adopted", {adopted->plan.value, std::to_string(measures.size())}));
        return exit_done;
    }
    print(std::string(office.words.say("adopt.waiting")));
    return exit_done;
}

void print_closing(PlanningOffice& office, const planning::ClosingRow& row) {
    std::string line = std::to_string(row.measure) + "." + std::to_string(row.duty) + "  " + word(office, "outcome", row.outcome);
    line += " (" + word(office, "state", row.state) + ")";
    if (row.target && row.target->line) line += " -> " + row.target->line->list.value + "/" + row.target->line->line.value;
    if (row.target && row.target->duty) line += " -> " + std::to_string(row.target->duty->measure) + "." + std::to_string(row.target->duty->duty);
    line += "; " + office.words.say("closing.evidence", {std::to_string(row.known_count)});
    print(line + "  " + row.text);
    if (row.proposal) {
        print("      " + office.words.say("closing.proposal", {std::to_string(row.proposal->entry), word(office, "side", row.proposal->side)}) +
              (row.proposal->reason.empty() ? "" : ": " + row.proposal->reason));
    }
    if (row.questioned) print("      " + word(office, "side", row.questioned->side) + ": " + row.questioned->reason);
    for (const std::string& one : row.evidence_fallen) print("      " + office.words.say("closing.fallen", {one}));
}

// Confirms every outcome that the other side has proposed, as it stands now: by its entry, so that what is proposed
// anew in the meantime is not confirmed unseen.
int confirm_year(PlanningOffice& office, const planning::ClosingAnswer& closing, const Arguments& arguments) {
    const std::string own(name_of(office.house().grant_of(office.asker().person, office.asker().asserted).side));
    planning::ConfirmClosing order{.plan = closing.plan, .closings = {}, .decision = arguments.option("decision")};
    for (const planning::ClosingRow& row : closing.duties) {
        if (row.state != "proposed" || !row.proposal || row.proposal->side == own) continue;
        order.closings.push_back({.measure = row.measure, .duty = row.duty, .proposal = row.proposal->entry});
    }
    if (order.closings.empty()) {
        print(std::string(office.words.say("confirm.nothing")));
        return exit_done;
    }
    const std::string count = std::to_string(order.closings.size());
    const auto answer = office.ask(std::move(order));
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    print(office.words.say("confirm.done", {count}));
    return exit_done;
}

}  // namespace

int list_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    constexpr std::array<std::string_view, 5> of_a_list{"show", "propose", "export", "agree", "adopt"};
    const bool known = std::ranges::find(of_a_list, verb) != of_a_list.end();
    if (!verb.empty() && (!known || arguments.word(2).empty())) {
        return say(Refusal{refusals::usage, "list " + verb, "list [show|propose [--add]|agree|export|adopt LIST]"}, arguments);
    }
    const auto office = PlanningOffice::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    PlanningOffice& own = ***office;
    if (verb == "show") return show_list(own, arguments);
    if (verb == "propose") return propose_list(own, arguments);
    if (verb == "export") return export_list(own, arguments);
    if (verb == "agree") return agree_list(own, arguments);
    if (verb == "adopt") return adopt_list(own, arguments);
    return show_lists(own, arguments);
}

int year_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    if ((verb != "closing" && verb != "confirm") || arguments.word(2).empty()) {
        return say(Refusal{refusals::usage, "year " + verb, "year closing|confirm PLAN"}, arguments);
    }
    const auto office = PlanningOffice::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    PlanningOffice& own = ***office;
    const conference::PlanId plan(arguments.word(2));
    if (!own.house().desks().conference.plans.contains(plan)) return say(Refusal{planning::refusals::plan_unknown, plan.value, "PLAN"}, arguments);
    const auto closing = own.asked(planning::ClosingQuery{.plan = plan, .as_at = {}});
    if (!closing) return say(closing.error(), arguments);
    if (verb == "confirm") return confirm_year(own, *closing, arguments);
    if (arguments.flag("json")) {
        print(to_json(*closing));
        return exit_done;
    }
    print(own.words.say("closing.title", {closing->title}));
    for (const planning::ClosingRow& row : closing->duties) print_closing(own, row);
    if (closing->closed) print(own.words.say("closing.closed", {std::to_string(*closing->closed)}));
    else if (closing->without_outcome == 0) print(std::string(own.words.say("closing.all")));
    else print(own.words.say("closing.left", {std::to_string(closing->without_outcome)}));
    return exit_done;
}

}  // namespace ponte::cli
