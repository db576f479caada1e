// Decisions about evidence: observations one by one or by the file, and actions.

#include "base/canonical.h"
#include "base/number_words.h"
#include "base/text.h"
#include "desks/conference/decide.h"
#include "desks/conference/rules.h"

#include <algorithm>
#include <unordered_set>

namespace ponte::conference {

namespace {

constexpr std::size_t text_bytes_max = 4'000;
constexpr std::size_t rows_max = 100'000;
constexpr std::size_t refused_shown_max = 200;

// An item is named after what it says, so that the same paper twice is one item.
ItemId item_named_after(std::string_view prefix, const Bytes& content) {
    return ItemId(std::string(prefix) + sha256(content).to_text().substr(0, 24));
}

bool has_bad_text(std::string_view text) { return text.size() > text_bytes_max || has_control_characters(text); }

NumberLanguage number_language(const std::optional<Language>& language) {
    if (!language) return NumberLanguage::none;
    switch (*language) {
        case Language::zh_hant:
        case Language::zh_hans: return NumberLanguage::zh;
        case Language::pt: return NumberLanguage::pt;
        case Language::en: return NumberLanguage::en;
    }
    return NumberLanguage::none;
}

Decimal one_of_the_unit(const IndicatorDefined& definition) {
    Decimal unit{1, 0};
    for (std::uint8_t i = 0; i < definition.unit_exponent; ++i) unit.digits *= 10;
    return unit;
}

// The number as printed, with the scale word where that stood elsewhere: in the head of a column, say.
std::string with_scale(const RecordObservation& command) {
    const std::string scale = command.scale.value_or("");
    if (scale.empty() || command.as_published.find(scale) != std::string::npos) return command.as_published;
    const bool han = static_cast<unsigned char>(scale.front()) >= 0x80;
    return command.as_published + (han ? "" : " ") + scale;
}

// The value in the indicator's unit: as given, or as understood from the number as printed. A value
// that the printed number denies is refused: a slip of three digits is the commonest error here.
Outcome<Decimal> value_of(const IndicatorDefined& definition, const RecordObservation& command) {
    const auto understood = understand_number(with_scale(command), {.language = number_language(command.language)});
    const Decimal unit = one_of_the_unit(definition);
    if (!command.value) {
        const std::string printed = beginning_of(command.as_published);
        if (!understood) return refuse(refusals::value_not_understood, std::string(understood.error().kind.code) + ": " + printed, "/as_published");
        const auto value = understood->value.divided_by(unit, 9);
        // A number that does not fit the unit exactly is not rounded into it.
        const auto back = value ? value->shortest().times(unit) : Outcome<Decimal>(Decimal{});
        if (!value || !back || compare(*back, understood->value) != 0) return refuse(refusals::value_not_understood, printed, "/as_published");
        return value->shortest();
    }
    if (!understood) return *command.value;  // Nothing to hold it against.
    const auto plain = command.value->shortest().times(unit);
    const bool in_plain_units = plain && compare(*plain, understood->value) == 0;
    // Printed without a scale word, the number may stand in the indicator's unit already.
    const bool in_the_unit = understood->multiplier == 1 && compare(*command.value, understood->value) == 0;
    if (!in_plain_units && !in_the_unit) {
        return refuse(refusals::value_contradicts_text, beginning_of(command.value->to_text() + " for " + understood->said), "/value");
    }
    return *command.value;
}

Outcome<ObservationRecorded> observed(const View& view, const RecordObservation& command) {
    if (command.as_published.empty()) return refuse(refusals::text_missing, "as_published", "/as_published");
    if (has_bad_text(command.as_published)) return refuse(refusals::control_characters, "", "/as_published");
    if (command.source.empty()) return refuse(refusals::source_missing, command.indicator.value, "/source");
    if (has_bad_text(command.source)) return refuse(refusals::control_characters, "", "/source");
    if (command.source_title && has_bad_text(*command.source_title)) return refuse(refusals::control_characters, "", "/source_title");
    if (command.scale && has_bad_text(*command.scale)) return refuse(refusals::control_characters, "", "/scale");
    const auto found = view.conference.indicators.find(command.indicator);
    if (found == view.conference.indicators.end()) return refuse(refusals::indicator_unknown, beginning_of(command.indicator.value), "/indicator");
    const IndicatorDefined& definition = found->second.definition;
    if (command.period.to > view.now.date()) return refuse(refusals::period_not_over, command.period.to_text(), "/period");
    if (definition.kind == Kind::stock && command.period.from != command.period.to) {
        return refuse(refusals::stock_needs_a_day, command.period.to_text(), "/period");
    }
    const Owner owner = TRY(owner_of(view, command.body));
    const Decimal value = TRY(value_of(definition, command));

    ObservationRecorded event{.indicator = command.indicator,
                              .item = {},
                              .definition = definition.version,
                              .as_published = command.as_published,
                              .value = value,
                              .scale = command.scale.value_or(""),
                              .period = command.period,
                              .source = {.url = command.source,
                                         .title = command.source_title.value_or(""),
                                         .published = command.published,
                                         .retrieved = command.retrieved.value_or(view.now.date())},
                              .badge = command.badge.value_or(Badge::published),
                              .body = owner.body,
                              .side = owner.side,
                              .blind = {}};
    Encoder content;
    content.write(event.indicator);
    content.write(event.as_published);
    content.write(event.value.shortest());
    content.write(event.period);
    content.write(event.source.url);
    content.write(event.body);
    event.item = item_named_after("obs-", std::move(content).take());
    return event;
}

bool may_record(const View& view) {
    return view.asker.has("conference", access::Role::officer) || view.asker.has("conference", access::Role::secretariat);
}

}  // namespace

Decision decide(const View& view, const RecordObservation& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    ObservationRecorded event = TRY(observed(view, command));
    if (view.conference.items.contains(event.item)) return refuse(refusals::already_recorded, event.item.value);
    event.blind = blind(view, 0);
    return std::vector<Event>{std::move(event)};
}

// Row by row in the order of the file. A row that is already in the journal, or twice in the file, is
// counted and harmless; a row that is refused stops the file unless the good rows are asked for.
Decision decide(const View& view, const ImportObservations& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.rows.size() != command.lines.size()) return refuse(refusals::parts_differ, "rows and lines", "/lines");
    if (command.rows.empty() && command.unreadable.empty()) return refuse(refusals::no_rows, "", "/rows");
    if (command.rows.size() > rows_max) return refuse(refusals::too_many_rows, std::to_string(command.rows.size()), "/rows");

    ObservationsImported account{.file = command.file,
                                 .good_rows_only = command.accept_good_rows,
                                 .rows = static_cast<std::uint32_t>(command.rows.size() + command.unreadable.size()),
                                 .recorded = 0,
                                 .known_before = 0,
                                 .not_recorded = static_cast<std::uint32_t>(command.unreadable.size()),
                                 .refused = command.unreadable};
    std::vector<Event> events(1);
    events.reserve(command.rows.size() + 1);
    std::unordered_set<std::string> in_this_file;  // Only ever asked; nothing walks it.
    in_this_file.reserve(command.rows.size());
    for (std::size_t i = 0; i < command.rows.size(); ++i) {
        auto event = observed(view, command.rows[i]);
        if (!event) {
            ++account.not_recorded;
            const Refusal& no = event.error();
            account.refused.push_back({.row = command.lines[i], .code = std::string(no.kind.code), .subject = no.subject, .place = no.place});
            continue;
        }
        if (view.conference.items.contains(event->item) || !in_this_file.insert(event->item.value).second) {
            ++account.known_before;
            continue;
        }
        event->blind = blind(view, static_cast<std::uint32_t>(i));
        ++account.recorded;
        events.emplace_back(*std::move(event));
    }
    // Short, so that the account fits one entry whatever stood in the file.
    for (RowRefused& row : account.refused) {
        row.code = beginning_of(row.code);
        row.subject = beginning_of(row.subject);
        row.place = beginning_of(row.place);
    }
    std::ranges::stable_sort(account.refused, {}, &RowRefused::row);
    if (account.not_recorded > 0 && (!command.accept_good_rows || account.recorded + account.known_before == 0)) {
        const RowRefused& first = account.refused.front();
        return refuse(refusals::rows_refused,
                      std::to_string(account.not_recorded) + " of " + std::to_string(account.rows) + " rows; first " + first.code + " (" + first.subject + ")",
                      "row " + std::to_string(first.row));
    }
    if (account.refused.size() > refused_shown_max) account.refused.resize(refused_shown_max);
    events.front() = std::move(account);
    return events;
}

namespace {

Outcome<ActionRecorded> acted(const View& view, const RecordAction& command) {
    if (command.texts.empty()) return refuse(refusals::text_missing, "texts", "/texts");
    for (const Language language : languages) {
        if (has_bad_text(command.texts.in(language))) return refuse(refusals::control_characters, "", "/texts");
    }
    if (command.source.empty()) return refuse(refusals::source_missing, "", "/source");
    if (has_bad_text(command.source)) return refuse(refusals::control_characters, "", "/source");
    if (command.source_title && has_bad_text(*command.source_title)) return refuse(refusals::control_characters, "", "/source_title");
    if (command.on > view.now.date()) return refuse(refusals::date_in_future, command.on.to_text(), "/on");
    if (auto no = refusal_of_measure(view, command.plan, command.measure, command.duty)) return std::unexpected(*std::move(no));
    const Owner owner = TRY(owner_of(view, command.body));

    ActionRecorded event{.item = {},
                         .plan = command.plan,
                         .measure = command.measure,
                         .duty = command.duty,
                         .on = command.on,
                         .texts = command.texts,
                         .source = {.url = command.source,
                                    .title = command.source_title.value_or(""),
                                    .published = command.published,
                                    .retrieved = command.retrieved.value_or(view.now.date())},
                         .badge = command.badge.value_or(Badge::published),
                         .body = owner.body,
                         .side = owner.side,
                         .blind = {}};
    Encoder content;
    content.write(event.plan);
    content.write(event.measure);
    content.write(event.duty);
    content.write(event.on);
    content.write(event.texts);
    content.write(event.source.url);
    content.write(event.body);
    event.item = item_named_after("act-", std::move(content).take());
    return event;
}

}  // namespace

Decision decide(const View& view, const RecordAction& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    ActionRecorded event = TRY(acted(view, command));
    if (view.conference.items.contains(event.item)) return refuse(refusals::already_recorded, event.item.value);
    event.blind = blind(view, 0);
    return std::vector<Event>{std::move(event)};
}

Outcome<ItemId> item_of(const View& view, const RecordObservation& command) { return TRY(observed(view, command)).item; }

Outcome<ItemId> item_of(const View& view, const RecordAction& command) { return TRY(acted(view, command)).item; }

}  // namespace ponte::conference
