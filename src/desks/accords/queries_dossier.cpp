#include "desks/accords/queries_dossier.h"

#include "desks/accords/lawful.h"
#include "desks/accords/seen.h"

#include <algorithm>
#include <array>
#include <set>

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

// The activity whose being held this row is; null where the reader may not see it.
const Activity* activity_of(const Seen& seen, const SeriesEntry& row) {
    const Instrument* instrument = seen.instrument(row.instrument);
    if (instrument == nullptr) return nullptr;
    const auto found = std::ranges::find_if(instrument->activities, [&](const auto& one) { return one.second.held && one.second.sequence == row.sequence; });
    return found == instrument->activities.end() || !seen.may_see(found->second) ? nullptr : &found->second;
}

bool is_shown(const Seen& seen, const SeriesEntry& row) {
    const Instrument* instrument = seen.instrument(row.instrument);
    if (instrument == nullptr || row.step == 0) return instrument != nullptr;
    return seen.may_see(*instrument, instrument->steps[row.step - 1U]);
}

Figure figure_of_year(std::string_view name, std::size_t value, std::vector<std::uint64_t> entries, Date as_at) {
    return {.id = std::string(series_of_activities) + "." + std::string(name),
            .rule = std::string(series_of_activities) + "_" + std::string(name),
            .series = std::string(series_of_activities),
            .value = std::to_string(value),
            .period = std::to_string(as_at.year()),
            .badge = "computed",
            .entries = std::move(entries)};
}

// Held in the year under ties of Macao, and how many of the ties that were.
void add_activities(Contribution& contribution, const Known& known, const Seen& seen, Date as_at) {
    SeriesShown series{.name = std::string(series_of_activities), .rows = {}};
    std::vector<std::uint64_t> held;
    std::set<InstrumentId> ties;
    for (const SeriesEntry& row : known.rows) {
        if (row.step != step_of_activity) continue;
        const Activity* activity = activity_of(seen, row);
        series.rows.push_back({row.sequence, row.leaf, activity != nullptr});
        if (activity == nullptr || !seen.instrument(row.instrument)->has_party(JurisdictionId("MO"))) continue;
        const Date last = activity->held->date.to;
        if (last > as_at || last.year() != as_at.year()) continue;
        held.push_back(row.sequence);
        ties.insert(row.instrument);
    }
    if (series.rows.empty()) return;
    contribution.series.push_back(std::move(series));
    const std::size_t count = held.size();
    contribution.figures.push_back(figure_of_year("held", count, held, as_at));
    contribution.figures.push_back(figure_of_year("ties", ties.size(), std::move(held), as_at));
}

}  // namespace

std::span<const InstrumentGroup> instrument_groups() { return groups; }

Contribution contribution_of(const Known& known, const access::Sight& reader, Date as_at) {
    Contribution contribution;
    if (known.rows.empty()) return contribution;
    const Seen seen(known, reader);
    SeriesShown series{.name = std::string(series_of_instruments), .rows = {}};
    for (const SeriesEntry& row : known.rows) {
        if (row.step != step_of_activity) series.rows.push_back({row.sequence, row.leaf, is_shown(seen, row)});
    }
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
    add_activities(contribution, known, seen, as_at);
    return contribution;
}

}  // namespace ponte::accords
