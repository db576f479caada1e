#include "desks/accords/rules.h"

#include "base/text.h"
#include "desks/accords/refusals.h"

#include <algorithm>

namespace ponte::accords {

Stage opens_up_to(const View& view) {
    if (has(view, access::Role::secretariat)) return Stage::published;
    return has(view, access::Role::head) ? Stage::signed_off : Stage::internal;
}

Blind blind(const View& view) {
    Blind blind;
    std::copy_n(sha256_of_parts({view.nonce.bytes}).bytes.begin(), blind.size(), blind.begin());
    return blind;
}

std::string beginning_of(std::string_view text) {
    constexpr std::size_t bytes_max = 80;
    if (text.size() <= bytes_max) return std::string(text);
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end));
}

bool is_well_formed(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

std::optional<Refusal> refusal_of_text(std::string_view text, const std::string& place, std::size_t bytes_max) {
    if (!is_valid_utf8(text) || has_control_characters(text)) return Refusal{refusals::control_characters, "", place};
    if (text.size() > bytes_max) return Refusal{refusals::text_too_long, std::to_string(text.size()), place};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_names(const Names& names, const std::string& place) {
    for (const Language language : languages) {
        if (auto no = refusal_of_text(names.in(language), place + "/" + std::string(name_of(language)))) return no;
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_reason(std::string_view reason, const std::string& place) {
    if (reason.find_first_not_of(" \t\r\n") == std::string_view::npos) return Refusal{refusals::reason_missing, "", place};
    return refusal_of_text(reason, place);
}

std::optional<Refusal> refusal_of_source(const Source& source, const std::string& place) {
    if (source.reference.find_first_not_of(" \t\r\n") == std::string::npos) return Refusal{refusals::source_missing, "", place + "/reference"};
    if (auto no = refusal_of_text(source.reference, place + "/reference")) return no;
    return refusal_of_text(source.note, place + "/note");
}

Outcome<const Instrument*> seen_instrument(const View& view, const InstrumentId& id, const std::string& place) {
    const Instrument* instrument = seen_by_asker(view).instrument(id);
    if (instrument == nullptr) return refuse(refusals::instrument_unknown, beginning_of(id.value), place);
    return instrument;
}

Outcome<const Instrument*> own_instrument(const View& view, const InstrumentId& id) {
    const Instrument* instrument = TRY(seen_instrument(view, id));
    const bool keeps = has(view, access::Role::secretariat) && view.asker.side == instrument->side;
    if (!keeps && !seen_by_asker(view).is_concerned(*instrument)) return refuse(refusals::body_not_yours, instrument->body.value, "/instrument");
    return instrument;
}

Outcome<const Step*> standing_step(const Instrument& instrument, std::uint16_t number) {
    if (number == 0 || number > instrument.steps.size()) return refuse(refusals::step_unknown, std::to_string(number), "/number");
    const Step& step = instrument.steps[number - 1U];
    if (step.withdrawn) return refuse(refusals::step_withdrawn, std::to_string(number), "/number");
    return &step;
}

Outcome<Stage> stage_of(const View& view, const Instrument& instrument, const std::optional<Stage>& asked) {
    if (!asked) return std::min(instrument.stage, opens_up_to(view));
    if (*asked > instrument.stage) return refuse(refusals::stage_above, std::string(name_of(instrument.stage)), "/stage");
    if (*asked > opens_up_to(view)) return refuse(refusals::stage_not_yours, std::string(name_of(*asked)), "/stage");
    return *asked;
}

std::optional<Refusal> refusal_of_move(const View& view, Stage from, Stage to) {
    if (to <= from) return Refusal{refusals::stage_not_forward, std::string(name_of(from)), "/to"};
    if (to > opens_up_to(view)) return Refusal{refusals::stage_not_yours, std::string(name_of(to)), "/to"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_party(const Instrument& instrument, const JurisdictionId& place, const std::string& pointer) {
    if (!instrument.has_party(place)) return Refusal{refusals::party_unknown, beginning_of(place.value), pointer};
    return std::nullopt;
}

Outcome<Date> day_not_ahead(const View& view, const std::optional<Date>& date, const std::string& pointer) {
    const Date day = date.value_or(view.today());
    if (day > view.today()) return refuse(refusals::date_in_future, day.to_text(), pointer);
    return day;
}

}  // namespace ponte::accords
