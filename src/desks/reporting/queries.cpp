#include "desks/reporting/queries.h"

#include "desks/reporting/view.h"

#include <tuple>

namespace ponte::reporting {

namespace {

Seen gate(const Looking& looking) { return {known_of(looking.reporting), looking.reader, looking.conference, looking.today()}; }

auto finder(const Looking& looking) {
    return [&looking](const ItemId& id) { return looking.conference.item(id); };
}

Names names_of(const Looking& looking, const BodyId& body) {
    const directory::BodyName* name = looking.bodies.named_on(body, looking.today());
    return name == nullptr ? Names{} : name->names;
}

void count(Counts& counts, const SeenRequest& one) {
    switch (one.state) {
        case RequestState::asked: ++counts.asked; break;
        case RequestState::in_progress: ++counts.in_progress; break;
        case RequestState::returned: ++counts.returned; break;
        case RequestState::signed_off: ++counts.signed_off; break;
        case RequestState::released: ++counts.released; break;
        case RequestState::questioned: ++counts.questioned; break;
        case RequestState::accepted: ++counts.accepted; break;
        case RequestState::refused: ++counts.refused; break;
        case RequestState::reopened: ++counts.reopened; break;
        case RequestState::not_returned: ++counts.not_returned; break;
    }
    counts.late += one.late ? 1U : 0U;
    counts.extended += one.extended ? 1U : 0U;
}

RoundRow row_of(const Seen& seen, const RoundOpened& opened, const std::vector<SeenRequest>& requests) {
    RoundRow row{.round = opened.round,
                 .plan = opened.plan,
                 .period = opened.period,
                 .due = opened.due,
                 .closed_macao = seen.closed_on(opened.round, Side::macao),
                 .closed_mainland = seen.closed_on(opened.round, Side::mainland),
                 .bodies = static_cast<std::uint32_t>(requests.size()),
                 .counts = {}};
    for (const SeenRequest& one : requests) count(row.counts, one);
    return row;
}

RequestRow row_of(const Looking& looking, const SeenRequest& one) {
    RequestRow row{.round = one.round,
                   .body = one.body,
                   .body_names = names_of(looking, one.body),
                   .side = one.side,
                   .state = one.state,
                   .due = one.due,
                   .extended = one.extended,
                   .late = one.late,
                   .days_to_due = one.due.day - looking.today().day,
                   .extension_pending = one.extension_pending,
                   .generation = one.generation,
                   .lines = static_cast<std::uint32_t>(one.lines->size()),
                   .reminders = static_cast<std::uint32_t>(one.reminders.size())};
    if (one.turn) {
        std::uint32_t figures = 0;
        std::uint32_t nothing = 0;
        for (const LineAsked& line : *one.lines) {
            const auto answer = one.turn->lines.find({line.indicator, line.period});
            if (answer == one.turn->lines.end()) continue;
            if (answer->second.nothing) ++nothing;
            else if (standing(answer->second.item, finder(looking))) ++figures;
        }
        row.figures = figures;
        row.nothing = nothing;
        row.actions = static_cast<std::uint32_t>(one.turn->actions.size());
        row.signed_off_on = one.turn->signed_off_on;
        row.released_on = one.turn->released_on;
    }
    if (!one.reminders.empty()) row.last_reminded = one.reminders.back().on;
    for (const Escalation& escalation : one.escalations) {
        if (!escalation.settled_on) row.escalated_to.push_back(escalation.to_body);
    }
    return row;
}

std::vector<SeenRequest> requests_everywhere(const Seen& seen) {
    std::vector<SeenRequest> all;
    for (const RoundId& round : seen.rounds()) {
        for (SeenRequest& one : seen.requests(round)) all.push_back(std::move(one));
    }
    return all;
}

FigureShown shown(const conference::SeenObservation& one) {
    return {.item = one.event->item,
            .as_published = one.event->as_published,
            .value = one.event->value,
            .period = one.event->period,
            .source = one.event->source.url,
            .stage = std::string(name_of(one.life.stage)),
            .verdict = one.life.verdict != nullptr ? std::string(name_of(one.life.verdict->event.verdict)) : "",
            .verdict_reason = one.life.verdict != nullptr ? one.life.verdict->event.reason : "",
            .entry = one.item->sequence};
}

// The newest figure by the end of its period, then by its entry, that is not of this very return.
std::optional<FigureShown> last_figure(const Looking& looking, const SeenRequest& request, const IndicatorId& indicator) {
    const access::Sight body{.body = request.body, .side = request.side};
    std::optional<conference::SeenObservation> last;
    for (const conference::SeenObservation& one : looking.conference.observations(indicator)) {
        if (one.life.withdrawn != nullptr || !access::sees(body, one.life.stage, one.item->body, one.item->side)) continue;
        const bool of_this = request.turn && std::ranges::any_of(request.turn->lines, [&](const auto& line) { return line.second.item == one.event->item; });
        if (of_this) continue;
        const auto key = [](const conference::SeenObservation& figure) { return std::tuple(figure.event->period.to, figure.item->sequence); };
        if (!last || key(*last) < key(one)) last = one;
    }
    return last ? std::optional(shown(*last)) : std::nullopt;
}

LineShown line_shown(const Looking& looking, const SeenRequest& request, const LineAsked& line) {
    LineShown one{.indicator = line.indicator, .measure = line.measure, .period = line.period, .last = last_figure(looking, request, line.indicator)};
    if (const conference::IndicatorDefined* definition = looking.conference.indicator(line.indicator)) {
        one.names = definition->names;
        one.units = definition->units;
        one.unit_exponent = definition->unit_exponent;
        one.kind = definition->kind;
    }
    if (!request.turn) return one;
    const auto answer = request.turn->lines.find({line.indicator, line.period});
    if (answer == request.turn->lines.end()) {
        one.missing = true;
    } else if (answer->second.nothing) {
        one.nothing = answer->second.nothing->because;
        one.note = answer->second.nothing->note;
    } else {
        const auto stands = standing(answer->second.item, finder(looking));
        one.replaced = stands && *stands != answer->second.item;
        one.missing = !stands;
        if (stands) {
            if (const auto figure = looking.conference.observation(*stands); figure.event != nullptr) one.figure = shown(figure);
        }
    }
    return one;
}

// The clause as the plan states it and as it is translated. A translation of another wording is not shown.
DutyShown duty_shown(const Looking& looking, const PlanId& plan_id, const DutyAsked& asked) {
    DutyShown one{.measure = asked.measure, .duty = asked.duty, .texts = {}};
    const conference::Plan* plan = looking.conference.plan(plan_id);
    if (plan == nullptr) return one;
    const auto measure = plan->measures.find(asked.measure);
    if (measure == plan->measures.end() || measure->second.wordings.empty()) return one;
    const auto put = [&](Language language, const std::string& whole, const std::vector<std::string>& parts) {
        if (asked.duty > parts.size()) return;
        const std::string& text = asked.duty == 0 ? whole : parts[asked.duty - 1U];
        switch (language) {
            case Language::zh_hant: one.texts.zh_hant = text; break;
            case Language::zh_hans: one.texts.zh_hans = text; break;
            case Language::pt: one.texts.pt = text; break;
            case Language::en: one.texts.en = text; break;
        }
    };
    for (const auto& [language, translation] : measure->second.translations) {
        if (translation.stated.of_text == measure->second.wordings.back().digest) put(language, translation.stated.text, translation.stated.parts);
    }
    put(plan->imported.language, measure->second.now().text, measure->second.now().duties);
    return one;
}

std::vector<ActionShown> actions_shown(const Looking& looking, const SeenRequest& request) {
    std::vector<ActionShown> all;
    if (!request.turn) return all;
    for (const ItemId& id : request.turn->actions) {
        const auto stands = standing(id, finder(looking));
        if (!stands) continue;
        const conference::SeenAction action = looking.conference.action(*stands);
        if (action.event == nullptr) continue;
        all.push_back({.item = *stands,
                       .measure = action.event->measure,
                       .duty = action.event->duty,
                       .on = action.event->on,
                       .texts = action.event->texts,
                       .source = action.event->source.url,
                       .stage = std::string(name_of(action.life.stage)),
                       .verdict = action.life.verdict != nullptr ? std::string(name_of(action.life.verdict->event.verdict)) : ""});
    }
    return all;
}

ExtensionShown shown(const Extension& one) {
    return {.asked_on = one.asked_on,
            .to = one.to,
            .reason = one.reason,
            .state = !one.decided_on ? "pending" : one.granted ? "granted" : "refused",
            .decided_on = one.decided_on,
            .granted_to = one.granted ? std::optional(one.due.due) : std::nullopt,
            .decision = one.decision};
}

// What has to be done next about a request, as the reader may know.
std::vector<OwedRow> owed_of(const Looking& looking, const SeenRequest& one) {
    std::vector<OwedRow> rows;
    const auto add = [&](Owed what, std::string reason = {}) {
        rows.push_back({.round = one.round, .body = one.body, .what = what, .due = one.due, .late = one.late, .reason = std::move(reason)});
    };
    if (one.is_own_side) {
        const std::string asked = one.turn && !one.turn->verdicts.empty() ? one.turn->verdicts.back().reason : "";
        switch (one.state) {
            case RequestState::asked: add(Owed::hand_in); break;
            case RequestState::in_progress: add(Owed::complete); break;
            case RequestState::returned: add(Owed::sign_off); break;
            case RequestState::signed_off: add(Owed::release); break;
            case RequestState::questioned:
            case RequestState::refused: add(Owed::answer, asked); break;
            case RequestState::reopened: add(Owed::hand_in, one.reopenings.empty() ? "" : one.reopenings.back().reason); break;
            case RequestState::released:
            case RequestState::accepted:
            case RequestState::not_returned: break;
        }
        if (one.extension_pending) add(Owed::decide_extension, one.extensions.back().reason);
    }
    const bool to_verify = one.state == RequestState::signed_off || one.state == RequestState::released;
    if (to_verify && !looking.reader.body.value.empty() && looking.reader.body != one.body) add(Owed::verify);
    return rows;
}

}  // namespace

RoundsAnswer answer(const Looking& looking, const RoundsQuery& query) {
    RoundsAnswer all;
    const Seen seen = gate(looking);
    for (const RoundId& id : seen.rounds()) {
        const RoundOpened* opened = seen.opened(id);
        if (query.plan && opened->plan != *query.plan) continue;
        all.rounds.push_back(row_of(seen, *opened, seen.requests(id)));
    }
    return all;
}

RoundAnswer answer(const Looking& looking, const RoundQuery& query) {
    const Seen seen = gate(looking);
    const RoundOpened* opened = seen.opened(query.round);
    if (opened == nullptr) return {};
    const std::vector<SeenRequest> requests = seen.requests(query.round);
    RoundAnswer all{.round = {row_of(seen, *opened, requests)}, .requests = {}};
    for (const SeenRequest& one : requests) all.requests.push_back(row_of(looking, one));
    return all;
}

RequestAnswer answer(const Looking& looking, const RequestQuery& query) {
    const Seen seen = gate(looking);
    const RoundOpened* opened = seen.opened(query.round);
    const auto one = seen.request(query.round, query.body.value_or(looking.reader.body));
    if (opened == nullptr || !one) return {};
    RequestShown shown_request{.row = row_of(looking, *one),
                               .plan = opened->plan,
                               .period = opened->period,
                               .asked_on = one->asked_on,
                               .round_due = opened->due.due,
                               .round_note = opened->note,
                               .note = one->note,
                               .is_own = one->is_own,
                               .actions = actions_shown(looking, *one)};
    for (const LineAsked& line : *one->lines) shown_request.lines.push_back(line_shown(looking, *one, line));
    for (const DutyAsked& duty : *one->duties) shown_request.duties.push_back(duty_shown(looking, opened->plan, duty));
    if (one->turn) {
        shown_request.answers = one->turn->answers;
        for (const Given& given : one->turn->verdicts) {
            shown_request.verdicts.push_back({.verdict = given.verdict,
                                              .by_body = given.by_body,
                                              .appointed = given.appointed,
                                              .reason = given.reason,
                                              .items = given.items,
                                              .whole = given.whole,
                                              .on = given.on});
        }
    }
    for (const Extension& extension : one->extensions) shown_request.extensions.push_back(shown(extension));
    for (const Escalation& escalation : one->escalations) {
        shown_request.escalations.push_back({.to_body = escalation.to_body,
                                             .on = escalation.on,
                                             .reason = escalation.reason,
                                             .settled = escalation.settled_on.has_value(),
                                             .settled_on = escalation.settled_on,
                                             .settled_because = escalation.settled_because});
    }
    for (const Reopening& reopening : one->reopenings) shown_request.reopened_because.push_back(reopening.reason);
    for (const Reminder& reminder : one->reminders) shown_request.reminded_on.push_back(reminder.on);
    return {.request = {std::move(shown_request)}};
}

LateAnswer answer(const Looking& looking, const LateQuery& query) {
    LateAnswer all{.as_at = looking.today(), .requests = {}};
    for (const SeenRequest& one : requests_everywhere(gate(looking))) {
        if (one.late && (!query.round || *query.round == one.round)) all.requests.push_back(row_of(looking, one));
    }
    std::ranges::stable_sort(all.requests, {}, &RequestRow::due);
    return all;
}

OwedAnswer answer(const Looking& looking, const OwedQuery& query) {
    OwedAnswer all;
    for (const SeenRequest& one : requests_everywhere(gate(looking))) {
        const bool others_work = query.body && *query.body != one.body;
        for (OwedRow& row : owed_of(looking, one)) {
            // To verify is the reader's own work, whose request it is.
            const bool verifies = row.what == Owed::verify && query.body == looking.reader.body;
            if (!others_work || verifies) all.owed.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(all.owed, {}, &OwedRow::due);
    return all;
}

DatesAnswer answer(const Looking& looking, const DatesQuery& query) {
    DatesAnswer all;
    const Seen seen = gate(looking);
    for (const SeenRequest& one : requests_everywhere(seen)) {
        if (query.round && *query.round != one.round) continue;
        if (query.body ? *query.body != one.body : !one.is_own_side) continue;
        const auto add = [&](DateKind kind, Date on, Date since, std::uint32_t number = 0, bool stands = true) {
            all.dates.push_back({.round = one.round,
                                 .body = one.body,
                                 .body_names = names_of(looking, one.body),
                                 .kind = kind,
                                 .on = on,
                                 .number = number,
                                 .stands = stands,
                                 .since = since});
        };
        add(DateKind::asked, one.asked_on, one.asked_on);
        add(DateKind::due, seen.opened(one.round)->due.due, one.asked_on, 0, !one.extended);
        std::uint32_t granted = 0;
        for (const Extension& extension : one.extensions) {
            if (!extension.granted) continue;
            add(DateKind::extended_due, extension.due.due, *extension.decided_on, ++granted, extension.due.due == one.due);
        }
        // The other side knows of the day, not of how it came about.
        if (one.extended && granted == 0) add(DateKind::extended_due, one.due, one.asked_on, 1);
        for (const Reminder& reminder : one.reminders) add(DateKind::reminded, reminder.on, reminder.on, reminder.number);
        for (const Escalation& escalation : one.escalations) add(DateKind::escalated, escalation.on, escalation.on);
        if (const auto closed = seen.closed_on(one.round, one.side)) add(DateKind::closed, *closed, *closed);
    }
    std::ranges::stable_sort(all.dates, {}, &DateRow::on);
    return all;
}

}  // namespace ponte::reporting
