#include "house/reporting_reactions.h"

#include "desks/conference/decide.h"
#include "desks/reporting/decide.h"
#include "desks/reporting/refusals.h"
#include "desks/reporting/rules.h"
#include "house/reactions.h"

namespace ponte::house {

namespace {

conference::RecordObservation order_of(const reporting::FigureReported& row, const Period& asked) {
    return {.indicator = row.indicator,
            .as_published = row.as_published,
            .period = row.period.value_or(asked),
            .source = row.source,
            .value = row.value,
            .scale = row.scale,
            .source_title = row.source_title,
            .published = row.published,
            .retrieved = row.retrieved,
            .language = row.language,
            .badge = row.badge,
            .body = {}};
}

conference::RecordAction order_of(const reporting::ActionReported& row, const conference::PlanId& plan) {
    return {.plan = plan,
            .measure = row.measure,
            .duty = row.duty,
            .on = row.on,
            .texts = row.texts,
            .source = row.source,
            .source_title = row.source_title,
            .published = row.published,
            .retrieved = row.retrieved,
            .badge = row.badge,
            .body = {}};
}

// One run of questions to the conference desk. Each has its own random octets.
class Conference {
public:
    Conference(const Desks& desks, const Asking& asking) : desks_(desks), asking_(asking) {}

    template <class Order>
    [[nodiscard]] Outcome<conference::ItemId> item_of(const Order& order) const {
        return conference::item_of(view_of_part(0), order);
    }
    [[nodiscard]] bool has(const conference::ItemId& item) const { return desks_.conference.items.contains(item); }
    [[nodiscard]] const conference::Item& item(const conference::ItemId& id) const { return desks_.conference.items.at(id); }

    // Decides, and keeps what was decided. Nothing, or the refusal.
    template <class Order>
    [[nodiscard]] std::optional<Refusal> ask(const Order& order) {
        auto decision = conference::decide(view_of_part(++parts_), order);
        if (!decision) return std::move(decision).error();
        for (conference::Event& event : *decision) events_.emplace_back(std::move(event));
        return std::nullopt;
    }
    [[nodiscard]] std::vector<AnyEvent>& events() { return events_; }

private:
    [[nodiscard]] conference::View view_of_part(std::uint32_t part) const {
        const Asking own = for_part(asking_, part);
        return {.conference = desks_.conference,
                .bodies = desks_.directory.bodies,
                .asker = own.asker,
                .now = own.now,
                .position = own.position,
                .nonce = own.nonce};
    }

    const Desks& desks_;
    const Asking& asking_;
    std::uint32_t parts_ = 0;
    std::vector<AnyEvent> events_;
};

reporting::View reporting_view(const Desks& desks, const Asking& asking) {
    return {.reporting = desks.reporting,
            .conference = known_of(desks.conference),
            .bodies = desks.directory.bodies,
            .business_days = desks.calendar.business_days,
            .asker = asking.asker,
            .now = asking.now,
            .position = asking.position,
            .nonce = asking.nonce};
}

// Every row that the conference desk would refuse, or the items that the rows are.
struct Named {
    std::vector<conference::ItemId> items;
    std::vector<Refusal> refused;
};

std::string place_of(const std::optional<std::string>& given, std::string_view list, std::size_t index, const std::string& field) {
    if (given && !given->empty()) return reporting::beginning_of(*given);
    return "/" + std::string(list) + "/" + std::to_string(index) + field;
}

template <class Row, class Order>
void name_rows(const Conference& conference, Named& named, const std::vector<Row>& rows, const std::vector<Order>& orders, std::string_view list) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto item = conference.item_of(orders[i]);
        if (item) {
            named.items.push_back(*std::move(item));
            continue;
        }
        Refusal no = std::move(item).error();
        no.place = place_of(rows[i].place, list, i, no.place);
        named.refused.push_back(std::move(no));
    }
}

// The first refusal speaks, with how many there are; a return of one row is refused in the row's own words.
Refusal said_of(const std::vector<Refusal>& refused, std::size_t rows) {
    const Refusal& first = refused.front();
    if (rows == 1) return first;
    return {reporting::refusals::rows_refused,
            std::to_string(refused.size()) + " of " + std::to_string(rows) + " rows; first " + std::string(first.kind.code) + " (" +
                reporting::beginning_of(first.subject) + ")",
            first.place};
}

std::vector<AnyEvent> with_links(Conference& conference, reporting::ItemsLinked linked) {
    std::vector<AnyEvent> events = std::move(conference.events());
    events.emplace_back(reporting::Event(std::move(linked)));
    return events;
}

Outcome<std::vector<AnyEvent>> to_record(const Desks& desks, const reporting::RecordReturn& command, const Asking& asking) {
    if (command.figures.empty() && command.actions.empty()) return std::vector<AnyEvent>{};
    const reporting::Round& round = desks.reporting.rounds.at(command.round);
    const reporting::Request& request = round.requests.at(asking.asker.body);
    std::vector<conference::RecordObservation> observations;
    std::vector<conference::RecordAction> actions;
    for (const reporting::FigureReported& row : command.figures) {
        const auto line = std::ranges::find(request.lines, row.indicator, &reporting::LineAsked::indicator);
        const Period asked = row.asked.value_or(line == request.lines.end() ? round.opened.period : line->period);
        observations.push_back(order_of(row, asked));
    }
    for (const reporting::ActionReported& row : command.actions) actions.push_back(order_of(row, round.opened.plan));

    Conference conference(desks, asking);
    Named figures;
    Named acted;
    name_rows(conference, figures, command.figures, observations, "figures");
    name_rows(conference, acted, command.actions, actions, "actions");
    std::vector<Refusal> refused = figures.refused;
    refused.insert(refused.end(), acted.refused.begin(), acted.refused.end());
    if (!refused.empty()) return std::unexpected(said_of(refused, command.figures.size() + command.actions.size()));

    reporting::ItemsLinked linked = TRY(reporting::linked(reporting_view(desks, asking), command, figures.items, acted.items));
    std::set<conference::ItemId> asked_for;  // The same paper twice in one return is one item.
    const auto fresh = [&](const conference::ItemId& item) { return !conference.has(item) && asked_for.insert(item).second; };
    if (command.file && !observations.empty()) {
        conference::ImportObservations order{.file = *command.file, .accept_good_rows = false, .rows = observations, .lines = {}, .unreadable = {}};
        for (std::size_t i = 0; i < observations.size(); ++i) order.lines.push_back(static_cast<std::uint32_t>(i + 1));
        if (auto no = conference.ask(order)) return std::unexpected(*std::move(no));
    } else {
        for (std::size_t i = 0; i < observations.size(); ++i) {
            if (!fresh(figures.items[i])) continue;
            if (auto no = conference.ask(observations[i])) return std::unexpected(*std::move(no));
        }
    }
    for (std::size_t i = 0; i < actions.size(); ++i) {
        if (!fresh(acted.items[i])) continue;
        if (auto no = conference.ask(actions[i])) return std::unexpected(*std::move(no));
    }
    return with_links(conference, std::move(linked));
}

// What the return replaces goes out of sight when what replaces it has come as far.
std::optional<Refusal> withdraw_replaced(const Desks& desks, Conference& conference, const reporting::RoundId& round, const BodyId& body,
                                         access::Stage stage) {
    const reporting::Turn& turn = desks.reporting.rounds.at(round).requests.at(body).turns.back();
    for (const reporting::Replaced& gone : reporting::to_withdraw(turn, desks.conference.items, stage)) {
        // A draft went without a reason; it is named by what stands in its place.
        const std::string because = !gone.because.empty() ? gone.because : gone.by ? gone.by->value : gone.item.value;
        if (auto no = conference.ask(conference::WithdrawItem{.item = gone.item, .reason = because, .replaced_by = gone.by})) return no;
    }
    return std::nullopt;
}

Outcome<std::vector<AnyEvent>> to_sign_off(const Desks& desks, const reporting::ReturnSignedOff& event, const Asking& asking) {
    Conference conference(desks, asking);
    for (const conference::ItemId& item : event.items) {
        if (conference.item(item).life().stage != access::Stage::internal) continue;
        if (auto no = conference.ask(conference::SignOffItem{.item = item})) return std::unexpected(*std::move(no));
    }
    if (auto no = withdraw_replaced(desks, conference, event.round, event.body, access::Stage::signed_off)) return std::unexpected(*std::move(no));
    return std::move(conference.events());
}

Outcome<std::vector<AnyEvent>> to_release(const Desks& desks, const reporting::ReturnReleased& event, const Asking& asking) {
    Conference conference(desks, asking);
    for (const conference::ItemId& item : event.items) {
        if (conference.item(item).life().stage >= access::Stage::released) continue;
        if (auto no = conference.ask(conference::MoveItem{.item = item, .stage = access::Stage::released})) return std::unexpected(*std::move(no));
    }
    if (auto no = withdraw_replaced(desks, conference, event.round, event.body, access::Stage::released)) return std::unexpected(*std::move(no));
    return std::move(conference.events());
}

Outcome<std::vector<AnyEvent>> to_verify(const Desks& desks, const reporting::ReturnVerified& event, const Asking& asking) {
    Conference conference(desks, asking);
    for (const conference::ItemId& item : event.items) {
        if (auto no = conference.ask(conference::VerifyItem{.item = item, .verdict = event.verdict, .reason = event.reason})) {
            return std::unexpected(*std::move(no));
        }
    }
    return std::move(conference.events());
}

std::optional<std::string> broken_of(const Desks& desks, const reporting::RoundId& id, const BodyId& body) {
    const reporting::Round& round = desks.reporting.rounds.at(id);
    const auto request = round.requests.find(body);
    if (request == round.requests.end() || request->second.turns.empty()) return std::nullopt;
    const reporting::Turn& turn = request->second.turns.back();
    const auto wrong = [&](const conference::ItemId& item_id) -> std::optional<std::string> {
        if (item_id.value.empty()) return std::nullopt;
        const conference::Item* item = desks.conference.items.find(item_id);
        const std::string called = "item " + item_id.value + " of the return of " + body.value + " in round " + id.value;
        if (item == nullptr) return called + " is not in the record";
        if (item->body != body) return called + " belongs to another body";
        if (item->life().stage < turn.stage && item->life().withdrawn == nullptr) return called + " has not gone as far as the return";
        return std::nullopt;
    };
    for (const reporting::LineAsked& line : request->second.lines) {
        const auto answer = turn.lines.find({line.indicator, line.period});
        if (answer == turn.lines.end()) continue;
        if (auto broken = wrong(answer->second.item)) return broken;
    }
    for (const conference::ItemId& action : turn.actions) {
        if (auto broken = wrong(action)) return broken;
    }
    return std::nullopt;
}

}  // namespace

Outcome<std::vector<AnyEvent>> reactions_to(const Desks& desks, const reporting::Command& command, const Asking& asking,
                                            const std::vector<AnyEvent>& decided) {
    if (const auto* record = std::get_if<reporting::RecordReturn>(&command)) return to_record(desks, *record, asking);
    for (const AnyEvent& any : decided) {
        const auto* event = std::get_if<reporting::Event>(&any);
        if (event == nullptr) continue;
        if (const auto* one = std::get_if<reporting::ReturnSignedOff>(event)) return to_sign_off(desks, *one, asking);
        if (const auto* one = std::get_if<reporting::ReturnReleased>(event)) return to_release(desks, *one, asking);
        if (const auto* one = std::get_if<reporting::ReturnVerified>(event)) return to_verify(desks, *one, asking);
    }
    return std::vector<AnyEvent>{};
}

std::optional<std::string> broken_between_reporting_and_conference(const Desks& desks, const reporting::Event& event) {
    return std::visit(
        [&](const auto& one) -> std::optional<std::string> {
            if constexpr (requires { one.body; }) {
                return broken_of(desks, one.round, one.body);
            } else {
                return std::nullopt;
            }
        },
        event);
}

std::optional<std::string> broken_between_reporting_and_conference(const Desks& desks) {
    for (const auto& [id, round] : desks.reporting.rounds) {
        for (const auto& [body, request] : round.requests) {
            if (auto broken = broken_of(desks, id, body)) return broken;
        }
    }
    return std::nullopt;
}

}  // namespace ponte::house
