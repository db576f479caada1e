#include "desks/accords/queries_dossier.h"

#include "desks/accords/lawful.h"
#include "desks/accords/seen.h"

#include <algorithm>
#include <array>

namespace ponte::accords {

namespace {

using enum InstrumentKind;

constexpr std::array groups{InstrumentGroup{"judicial", 7, mla_criminal, arbitral_awards},
                            InstrumentGroup{"double_taxation", 11, double_taxation, double_taxation},
                            InstrumentGroup{"intelligence", 12, fiu_memorandum, fiu_memorandum},
                            InstrumentGroup{"visa_waivers", 14, visa_waiver, visa_waiver},
                            InstrumentGroup{"city_ties", 14, twinning, city_memorandum}};

bool counts_from_signing(InstrumentKind kind) { return kind == fiu_memorandum || is_tie(kind); }

bool is_signed_by_all(const InstrumentRecord& record, const std::vector<const Step*>& sure) {
    return std::ranges::all_of(record.parties, [&](const Party& party) {
        return std::ranges::any_of(sure, [&](const Step* one) {
            return one->taken.step == StepKind::signing && (!one->taken.party || *one->taken.party == party.place);
        });
    });
}

bool says_in_force(const Step* step) {
    return step->taken.step == StepKind::force || std::ranges::find(step->taken.earlier_unknown, StepKind::force) != step->taken.earlier_unknown.end();
}

bool is_suspended(const std::vector<const Step*>& begun) {
    const Step* last = nullptr;
    for (const Step* one : begun) {
        if (one->taken.step != StepKind::suspension && one->taken.step != StepKind::resumption) continue;
        const auto when = [](const Step* step) { return std::pair(step->span().from, step->taken.number); };
        if (last == nullptr || when(last) < when(one)) last = one;
    }
    return last != nullptr && last->taken.step == StepKind::suspension;
}

enum class Counted : std::uint8_t { in_force, under_way, neither };

Counted counted_as(const InstrumentRecord& record, const std::vector<const Step*>& steps, Date as_at) {
    std::vector<const Step*> begun;
    std::vector<const Step*> sure;
    for (const Step* one : steps) {
        if (one->withdrawn || one->span().from > as_at) continue;
        begun.push_back(one);
        if (one->taken.step == StepKind::termination || one->taken.step == StepKind::lapse) return Counted::neither;
        if (!one->taken.unverified && one->span().to <= as_at) sure.push_back(one);
    }
    const bool in_force = std::ranges::any_of(sure, says_in_force) || (counts_from_signing(record.kind) && is_signed_by_all(record, sure));
    if (in_force) return is_suspended(begun) ? Counted::neither : Counted::in_force;
    return begun.empty() ? Counted::neither : Counted::under_way;
}

Figure figure_of(const InstrumentGroup& group, std::string_view name, std::vector<std::uint64_t> entries, Date as_at) {
    std::ranges::sort(entries);
    const std::string value = std::to_string(entries.size());
    return {.id = std::string(series_of_instruments) + "." + std::string(group.name) + "." + std::string(name),
            .rule = std::string(series_of_instruments) + "_" + std::string(name),
            .series = std::string(series_of_instruments),
            .value = value,
            .period = as_at.to_text(),
            .badge = "computed",
            .entries = std::move(entries)};
}

bool is_shown(const Seen& seen, const SeriesEntry& row) {
    const Instrument* instrument = seen.instrument(row.instrument);
    if (instrument == nullptr || row.step == 0) return instrument != nullptr;
    return seen.may_see(*instrument, instrument->steps[row.step - 1U]);
}

}  // namespace

std::span<const InstrumentGroup> instrument_groups() { return groups; }

Contribution contribution_of(const Known& known, const access::Sight& reader, Date as_at) {
    Contribution contribution;
    if (known.rows.empty()) return contribution;
    const Seen seen(known, reader);
    SeriesShown series{.name = std::string(series_of_instruments), .rows = {}};
    for (const SeriesEntry& row : known.rows) series.rows.push_back({row.sequence, row.leaf, is_shown(seen, row)});
    contribution.series.push_back(std::move(series));
    for (const InstrumentGroup& group : groups) {
        std::vector<std::uint64_t> in_force;
        std::vector<std::uint64_t> under_way;
        for (const auto& [id, instrument] : seen.instruments()) {
            const InstrumentRecord& record = instrument->record();
            if (record.kind < group.first || record.kind > group.last || !instrument->has_party(JurisdictionId("MO"))) continue;
            const Counted counted = counted_as(record, seen.steps(*instrument), as_at);
            if (counted == Counted::in_force) in_force.push_back(instrument->versions.front().sequence);
            if (counted == Counted::under_way) under_way.push_back(instrument->versions.front().sequence);
        }
        contribution.figures.push_back(figure_of(group, "in_force", std::move(in_force), as_at));
        contribution.figures.push_back(figure_of(group, "under_way", std::move(under_way), as_at));
    }
    return contribution;
}

}  // namespace ponte::accords
