#include "desks/stay/queries_list.h"

namespace ponte::stay {

namespace {

bool reaches(const State& state, const Rule& rule, const JurisdictionId& place, Date day) {
    if (rule.place) return *rule.place == place;
    const auto zone = state.zones.find(*rule.zone);
    return zone != state.zones.end() && zone->second.has_on(place, day) != Answer::no;
}

bool wanted(const State& state, const RulesQuery& query, const Rule& rule, Answer holds, Date day) {
    if (query.rule && *query.rule != rule.rule) return false;
    if (query.of && *query.of != rule.document.of) return false;
    if (query.document && *query.document != rule.document.kind) return false;
    if (query.track && *query.track != rule.track) return false;
    if (query.holds && *query.holds != holds) return false;
    if (query.instrument && query.instrument != rule.instrument) return false;
    return !query.destination || reaches(state, rule, *query.destination, day);
}

}  // namespace

RulesAnswer answer(const Looking& looking, const RulesQuery& query) {
    RulesAnswer found{.on = query.on.value_or(looking.now.date()), .rules = {}};
    for (const auto& [id, known] : looking.stay.rules) {
        const Answer holds = in_force_on(known.rule.validity, known.rule.seen, found.on);
        if (!wanted(looking.stay, query, known.rule, holds, found.on)) continue;
        RuleRow row{.rule = known.rule, .holds = holds, .ended = {}, .corrections = {}, .entry = known.sequence};
        if (known.ended) row.ended = known.ended->source;
        for (const Corrected& one : known.corrections) row.corrections.push_back({.was = one.was, .reason = one.reason, .entry = one.sequence});
        found.rules.push_back(std::move(row));
    }
    return found;
}

SnapshotsAnswer answer(const Looking& looking, const SnapshotsQuery&) {
    SnapshotsAnswer found;
    for (const auto& [from, id] : looking.stay.snapshot_from) {
        const auto snapshot = looking.stay.snapshots.find(id);
        if (snapshot == looking.stay.snapshots.end()) continue;
        if (!found.snapshots.empty()) found.snapshots.back().to = from.plus_days(-1);
        const SnapshotOpened& opened = snapshot->second.opened;
        SnapshotRow row{.snapshot = id, .from = from, .to = {}, .licence = opened.licence, .source = opened.source,
                        .passports = static_cast<std::uint32_t>(snapshot->second.lines.size()), .cells = 0, .entry = snapshot->second.sequence};
        for (const auto& [passport, cells] : snapshot->second.lines) row.cells += static_cast<std::uint32_t>(cells.size());
        found.snapshots.push_back(std::move(row));
    }
    return found;
}

TableAnswer answer(const Looking& looking, const TableQuery& query) {
    TableAnswer found{.snapshot = query.snapshot, .lines = {}};
    const auto snapshot = looking.stay.snapshots.find(query.snapshot);
    if (snapshot == looking.stay.snapshots.end()) return found;
    for (const auto& [passport, cells] : snapshot->second.lines) {
        if (!query.passport || *query.passport == passport) found.lines.push_back({.passport = passport, .cells = cells});
    }
    return found;
}

ZonesAnswer answer(const Looking& looking, const ZonesQuery& query) {
    ZonesAnswer found{.on = query.on.value_or(looking.now.date()), .zones = {}};
    for (const auto& [id, zone] : looking.stay.zones) {
        if (query.zone && *query.zone != id) continue;
        ZoneRow row{.zone = id, .names = zone.defined.names, .common = zone.defined.common, .source = zone.defined.source, .members = {}, .entry = zone.sequence};
        for (const ZoneMemberDated& one : zone.members) {
            row.members.push_back({.member = one.member, .belongs = in_force_on(one.validity, one.seen, found.on), .validity = one.validity,
                                   .seen = one.seen, .source = one.source});
        }
        found.zones.push_back(std::move(row));
    }
    return found;
}

}  // namespace ponte::stay
