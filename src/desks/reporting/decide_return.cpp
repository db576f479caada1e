// Decisions about a return on its way: recorded by an officer, signed off by the head, released by the
// secretariat, verified by another body, answered. What each step means for the items is the conference
// desk's to decide; the house asks it in the same run (house/reporting_reactions.cpp).

#include "desks/reporting/decide.h"
#include "desks/reporting/rules.h"

namespace ponte::reporting {

namespace {

constexpr std::size_t refusal_lines_shown_max = 10;
constexpr std::size_t place_bytes_max = 80;

std::string said(const LineOf& line) { return beginning_of(line.indicator.value) + " " + line.period.to_text(); }

// The place of a row: where it stood in the file, or its JSON pointer.
std::string place_of(const std::optional<std::string>& given, std::string_view list, std::size_t index) {
    if (given && !given->empty()) return beginning_of(*given, place_bytes_max);
    return "/" + std::string(list) + "/" + std::to_string(index);
}

// Which asked line a row answers: the one it names, the only one of its indicator, or the one of its period.
Outcome<LineOf> line_answered(const Request& request, const IndicatorId& indicator, const std::optional<Period>& asked,
                              const std::optional<Period>& period, const std::string& place) {
    std::vector<LineOf> of_indicator;
    for (const LineAsked& line : request.lines) {
        if (line.indicator == indicator) of_indicator.push_back({line.indicator, line.period});
    }
    const std::optional<Period>& named = asked ? asked : period;
    for (const LineOf& line : of_indicator) {
        if (named && line.period == *named) return line;
    }
    if (!asked && of_indicator.size() == 1) return of_indicator.front();
    return refuse(refusals::line_not_asked, beginning_of(indicator.value) + (named ? " " + named->to_text() : ""), place);
}

// The lines that the figures and the reasons of a return answer, in the order of the command.
struct Answered {
    std::vector<LineOf> figures;
    std::vector<LineOf> nothing;
};

Outcome<Answered> lines_answered(const Request& request, const RecordReturn& command) {
    Answered answered;
    std::set<LineOf> once;
    for (std::size_t i = 0; i < command.figures.size(); ++i) {
        const FigureReported& row = command.figures[i];
        const std::string place = place_of(row.place, "figures", i);
        LineOf line = TRY(line_answered(request, row.indicator, row.asked, row.period, place));
        if (!once.insert(line).second) return refuse(refusals::line_repeated, said(line), place);
        answered.figures.push_back(std::move(line));
    }
    for (std::size_t i = 0; i < command.nothing.size(); ++i) {
        const NothingToReport& row = command.nothing[i];
        const std::string place = place_of(row.place, "nothing", i);
        LineOf line = TRY(line_answered(request, row.indicator, row.asked, std::nullopt, place));
        if (!once.insert(line).second) return refuse(refusals::line_repeated, said(line), place);
        answered.nothing.push_back(std::move(line));
    }
    return answered;
}

std::optional<Refusal> refusal_of_words(const RecordReturn& command) {
    if (command.figures.empty() && command.actions.empty() && command.nothing.empty()) return Refusal{refusals::return_empty, "", "/figures"};
    if (command.figures.size() > lines_max || command.nothing.size() > lines_max || command.actions.size() > lines_max) {
        return Refusal{refusals::too_many_lines, std::to_string(std::max({command.figures.size(), command.nothing.size(), command.actions.size()})), "/figures"};
    }
    for (std::size_t i = 0; i < command.figures.size(); ++i) {
        const FigureReported& row = command.figures[i];
        if (auto no = refusal_of_text(row.because.value_or(""), place_of(row.place, "figures", i), std::nullopt)) return no;
    }
    for (std::size_t i = 0; i < command.nothing.size(); ++i) {
        const NothingToReport& row = command.nothing[i];
        const std::string place = place_of(row.place, "nothing", i);
        const auto missing = row.because == NothingBecause::other ? std::optional(refusals::reason_missing) : std::nullopt;
        if (auto no = refusal_of_text(row.note.value_or(""), place, missing)) return no;
    }
    return std::nullopt;
}

Outcome<const Request*> writable(const View& view, const RoundId& round, const std::optional<BodyId>& body) {
    if (body && *body != view.asker.body) return refuse(refusals::body_not_yours, beginning_of(body->value), "/body");
    const Request* request = TRY(request_of(view, round, view.asker.body));
    if (!request->open) return refuse(refusals::round_closed, round.value, "/round");
    return request;
}

// The last handing-in that the asker may know of: another side's only after its release.
std::optional<std::size_t> turn_seen(const View& view, const Request& request, const BodyId& body) {
    const access::Sight sight{.body = view.asker.body, .side = view.asker.side};
    for (std::size_t i = request.turns.size(); i > 0; --i) {
        const Stage stage = request.turns[i - 1].stage;
        if (stage != Stage::internal && access::sees(sight, stage, body, request.side)) return i - 1;
    }
    return std::nullopt;
}

bool appointed_for_all(const View& view, const Round& round, const std::vector<ItemId>& items) {
    const Date today = view.now.date();
    const auto plan = view.conference.plans.find(round.opened.plan);
    const auto verifies = [&](std::uint16_t number) {
        const auto measure = plan->second.measures.find(number);
        if (measure == plan->second.measures.end()) return false;
        return std::ranges::any_of(measure->second.bodies, [&](const conference::BodyAppointed& one) {
            return one.body == view.asker.body && one.role == conference::BodyRole::verifying && (!one.from || *one.from <= today) &&
                   (!one.to || today <= *one.to);
        });
    };
    return !items.empty() && std::ranges::all_of(items, [&](const ItemId& id) {
        const conference::Item& item = view.conference.items.at(id);
        const conference::Series& series = view.conference.series[item.series];
        if (item.is_action) return verifies(series.actions[item.place].measure);
        const auto indicator = view.conference.indicators.find(series.observations[item.place].indicator);
        return indicator != view.conference.indicators.end() && verifies(indicator->second.definition.measure);
    });
}

std::string said_shortly(const std::vector<LineAsked>& lines) {
    std::string said_lines;
    for (std::size_t i = 0; i < lines.size() && i < refusal_lines_shown_max; ++i) {
        said_lines += (i == 0 ? "" : "; ") + said({lines[i].indicator, lines[i].period});
    }
    if (lines.size() > refusal_lines_shown_max) said_lines += "; + " + std::to_string(lines.size() - refusal_lines_shown_max);
    return said_lines;
}

}  // namespace

Decision decide(const View& view, const RecordReturn& command) {
    if (!may(view, access::Role::officer)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_words(command)) return std::unexpected(*std::move(no));
    const Request* request = TRY(writable(view, command.round, command.body));
    if (!lacks_return(*request)) return refuse(refusals::return_signed_off, view.asker.body.value, "/round");
    const std::uint32_t generation = command.generation.value_or(request->generation);
    if (generation < request->generation) {
        return refuse(refusals::form_outdated, std::to_string(generation) + " < " + std::to_string(request->generation), "/generation");
    }
    if (generation > request->generation) return refuse(refusals::generation_unknown, std::to_string(generation), "/generation");
    const Answered lines = TRY(lines_answered(*request, command));
    for (std::size_t i = 0; i < command.actions.size(); ++i) {
        const DutyAsked duty{.measure = command.actions[i].measure, .duty = command.actions[i].duty};
        const bool asked = std::ranges::any_of(request->duties, [&](const DutyAsked& one) {
            return one.measure == duty.measure && (one.duty == duty.duty || duty.duty == 0);
        });
        if (!asked) {
            return refuse(refusals::duty_not_asked, std::to_string(duty.measure) + "." + std::to_string(duty.duty),
                          place_of(command.actions[i].place, "actions", i));
        }
    }
    ReturnRecorded event{.round = command.round,
                         .body = view.asker.body,
                         .generation = generation,
                         .file = command.file,
                         .figures = static_cast<std::uint32_t>(command.figures.size()),
                         .actions = static_cast<std::uint32_t>(command.actions.size()),
                         .nothing = {},
                         .blind = blind(view)};
    for (std::size_t i = 0; i < command.nothing.size(); ++i) {
        const NothingToReport& row = command.nothing[i];
        event.nothing.push_back({.indicator = lines.nothing[i].indicator,
                                 .period = lines.nothing[i].period,
                                 .because = row.because,
                                 .note = row.note.value_or("")});
    }
    return std::vector<Event>{std::move(event)};
}

Outcome<ItemsLinked> linked(const View& view, const RecordReturn& command, const std::vector<ItemId>& figures, const std::vector<ItemId>& actions) {
    const Request* request = TRY(request_of(view, command.round, view.asker.body));
    const Answered lines = TRY(lines_answered(*request, command));
    const auto find = item_finder(view);
    const Turn* last = last_turn(*request);
    ItemsLinked event{.round = command.round, .body = view.asker.body, .figures = {}, .actions = {}, .blind = blind(view, 1)};
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const FigureReported& row = command.figures[i];
        const std::string place = place_of(row.place, "figures", i);
        const auto known = find(figures[i]);
        if (known && known->life.withdrawn != nullptr) return refuse(refusals::figure_was_withdrawn, said(lines.figures[i]), place);
        if (last != nullptr && row.because.value_or("").empty()) {
            const auto before = last->lines.find(lines.figures[i]);
            const auto stands = before == last->lines.end() ? std::nullopt : standing(before->second.item, find);
            // Whoever stood behind the figure that goes is owed a reason; a draft is nobody's business.
            if (stands && *stands != figures[i] && find(*stands)->life.stage != Stage::internal) {
                return refuse(refusals::reason_missing, said(lines.figures[i]), place);
            }
        }
        event.figures.push_back({.indicator = lines.figures[i].indicator,
                                 .period = lines.figures[i].period,
                                 .item = figures[i],
                                 .place = beginning_of(row.place.value_or(""), place_bytes_max),
                                 .because = row.because.value_or("")});
    }
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const auto known = find(actions[i]);
        const ActionReported& row = command.actions[i];
        if (known && known->life.withdrawn != nullptr) {
            return refuse(refusals::figure_was_withdrawn, actions[i].value, place_of(row.place, "actions", i));
        }
        event.actions.push_back({.item = actions[i], .place = beginning_of(row.place.value_or(""), place_bytes_max)});
    }
    return event;
}

Decision decide(const View& view, const SignOffReturn& command) {
    if (!may(view, access::Role::head)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Request* request = TRY(writable(view, command.round, std::nullopt));
    const Turn* last = last_turn(*request);
    if (last == nullptr) return refuse(refusals::nothing_returned, view.asker.body.value, "/round");
    if (last->stage != Stage::internal) return refuse(refusals::return_signed_off, view.asker.body.value, "/round");
    const auto missing = missing_lines(*request, *last, item_finder(view));
    if (!missing.empty()) return refuse(refusals::return_incomplete, said_shortly(missing), "/round");
    if (last->written_by.contains(view.asker.person)) return refuse(refusals::signs_off_own_return, view.asker.person.value, "/round");
    return std::vector<Event>{ReturnSignedOff{.round = command.round,
                                              .body = view.asker.body,
                                              .items = standing_items(*request, *last, item_finder(view)),
                                              .asserted = view.asker.asserted,
                                              .blind = blind(view)}};
}

Decision decide(const View& view, const ReleaseReturn& command) {
    if (!may(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Request* request = TRY(request_of_own_side(view, command.round, command.body));
    const Turn* last = last_turn(*request);
    if (last == nullptr || last->stage == Stage::internal) return refuse(refusals::not_signed_off, command.body.value, "/body");
    if (last->stage != Stage::signed_off) return refuse(refusals::already_released, command.body.value, "/body");
    if (asks_for_more(*last) || request->reopened) return refuse(refusals::return_questioned, command.body.value, "/body");
    const auto missing = missing_lines(*request, *last, item_finder(view));
    if (!missing.empty()) return refuse(refusals::return_incomplete, said_shortly(missing), "/body");
    return std::vector<Event>{ReturnReleased{.round = command.round,
                                             .body = command.body,
                                             .items = standing_items(*request, *last, item_finder(view)),
                                             .blind = blind(view)}};
}

// Speaks of the last return that the verifier may see, also while the body already writes the next one.
Decision decide(const View& view, const VerifyReturn& command) {
    if (!may(view, access::Role::verifier)) return refuse(refusals::not_allowed, view.asker.person.value);
    const auto missing_reason = command.verdict == Verdict::accepted ? std::nullopt : std::optional(refusals::reason_missing);
    if (auto no = refusal_of_text(command.reason.value_or(""), "/reason", missing_reason)) return std::unexpected(*std::move(no));
    if (command.body == view.asker.body) return refuse(refusals::verifies_own_body, command.body.value, "/body");
    const Request* request = TRY(request_of(view, command.round, command.body));
    const auto index = turn_seen(view, *request, command.body);
    if (!index) return refuse(refusals::nothing_to_verify, command.body.value, "/body");
    const Turn& turn = request->turns[*index];
    const auto find = item_finder(view);
    // What replaced an item since belongs to a later handing-in, which the asker may not know of.
    std::vector<ItemId> all = standing_items(*request, turn, find);
    const access::Sight sight{.body = view.asker.body, .side = view.asker.side};
    std::erase_if(all, [&](const ItemId& id) {
        const auto item = find(id);
        return item->life.stage == Stage::internal || !access::sees(sight, item->life.stage, item->item->body, item->item->side);
    });
    for (std::size_t i = 0; i < command.items.size(); ++i) {
        if (std::ranges::find(all, command.items[i]) == all.end()) {
            return refuse(refusals::item_not_of_return, beginning_of(command.items[i].value), "/items/" + std::to_string(i));
        }
    }
    const std::vector<ItemId>& spoken_of = command.items.empty() ? all : command.items;
    const bool whole = command.verdict == Verdict::accepted && std::ranges::all_of(all, [&](const ItemId& id) {
        const auto item = find(id);
        const bool before = item->life.has(Verdict::accepted);
        return before || std::ranges::find(spoken_of, id) != spoken_of.end();
    });
    return std::vector<Event>{ReturnVerified{.round = command.round,
                                             .body = command.body,
                                             .turn = static_cast<std::uint32_t>(*index + 1),
                                             .by_body = view.asker.body,
                                             .appointed = appointed_for_all(view, view.reporting.rounds.find(command.round)->second, spoken_of),
                                             .verdict = command.verdict,
                                             .reason = command.reason.value_or(""),
                                             .items = spoken_of,
                                             .whole = whole,
                                             .asserted = view.asker.asserted,
                                             .blind = blind(view)}};
}

Decision decide(const View& view, const AnswerQuestion& command) {
    if (!may(view, access::Role::officer) && !may(view, access::Role::head)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_text(command.text, "/text", refusals::text_missing)) return std::unexpected(*std::move(no));
    const Request* request = TRY(writable(view, command.round, std::nullopt));
    const auto asks = [](const Turn& turn) { return turn.verdict == Verdict::questioned; };
    const std::size_t turns = request->turns.size();
    // The last return was questioned, or the answer to it is being written.
    const bool questioned = turns > 0 && (asks(request->turns.back()) ||
                                          (turns > 1 && request->turns.back().stage == Stage::internal && asks(request->turns[turns - 2])));
    if (!questioned) return refuse(refusals::not_questioned, view.asker.body.value, "/round");
    return std::vector<Event>{
        QuestionAnswered{.round = command.round, .body = view.asker.body, .text = command.text, .blind = blind(view)}};
}

}  // namespace ponte::reporting
