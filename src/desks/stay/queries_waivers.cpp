#include "desks/stay/queries_waivers.h"

#include "desks/stay/rules.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace ponte::stay {

namespace {

// What a passport meets in a place, and whether that is certain.
struct Met {
    OneWay way;
    Answer admitted = Answer::unknown;
    Answer waived = Answer::unknown;
    std::uint64_t entry = 0;  // Of the rule; 0 where the table speaks.
};

Met met_in_table(const Snapshot* snapshot, const JurisdictionId& passport, const JurisdictionId& place) {
    Met met;
    const Cell* cell = snapshot == nullptr ? nullptr : snapshot->find(passport, place);
    if (cell == nullptr) return met;
    met.way = {.requirement = cell->requirement, .days = cell->days, .no_limit = false, .rule = {}, .snapshot = snapshot->opened.snapshot, .ended = {}};
    met.admitted = rules::admits(cell->requirement) ? Answer::yes : Answer::no;
    met.waived = rules::waives(cell->requirement) ? Answer::yes : Answer::no;
    return met;
}

Met met_with_rules(const State& state, const JurisdictionId& passport, const JurisdictionId& place, Date day) {
    Met met;
    const std::vector<Way> ways = ways_of(state, {.kind = DocumentKind::passport, .of = passport}, place, day, {});
    const Comes comes = comes_to(ways);
    if (comes.way == nullptr) {
        for (const Way& way : ways) {
            if (way.ended.empty()) continue;
            met.way.snapshot = way.snapshot->opened.snapshot;
            met.way.ended = way.ended.back()->rule.rule;
        }
        return met;
    }
    met.way = {.requirement = comes.way->requirement, .days = comes.way->days(), .no_limit = comes.way->no_limit, .rule = {}, .snapshot = {}, .ended = {}};
    if (comes.way->rule != nullptr) {
        met.way.rule = comes.way->rule->rule.rule;
        met.entry = comes.way->rule->sequence;
    }
    if (comes.way->snapshot != nullptr) met.way.snapshot = comes.way->snapshot->opened.snapshot;
    met.admitted = comes.answer;
    met.waived = rules::waives(comes.way->requirement) ? Answer::yes : Answer::no;
    for (const Way& way : ways) {
        if (way.holds == Answer::unknown && way.track == Track::ordinary && rules::waives(way.requirement) != rules::waives(comes.way->requirement)) met.waived = Answer::unknown;
    }
    return met;
}

Met met_in(const State& state, Basis basis, const JurisdictionId& passport, const JurisdictionId& place, Date day) {
    return basis == Basis::table ? met_in_table(state.snapshot_on(day), passport, place) : met_with_rules(state, passport, place, day);
}

// Whoever has a passport in the day's table; those of the rules alone before the first one.
std::vector<JurisdictionId> passports_on(const State& state, Date day) {
    std::vector<JurisdictionId> passports;
    if (const Snapshot* snapshot = state.snapshot_on(day)) {
        for (const auto& [passport, cells] : snapshot->lines) passports.push_back(passport);
        return passports;
    }
    std::set<JurisdictionId> named;
    for (const auto& [id, known] : state.rules) {
        named.insert(known.rule.document.of);
        if (known.rule.place) named.insert(*known.rule.place);
    }
    return {named.begin(), named.end()};
}

std::vector<JurisdictionId> partners_on(const Looking& looking, const JurisdictionId& jurisdiction, const std::optional<std::string>& set, Date day) {
    std::vector<JurisdictionId> partners = set ? looking.jurisdictions.members_on(directory::SetId(*set), day) : passports_on(looking.stay, day);
    std::erase(partners, jurisdiction);
    std::ranges::sort(partners);
    return partners;
}

// Whether the table of the day lets the passport in by a line whose rule has ended, and no other rule speaks since.
bool is_echo(const State& state, const JurisdictionId& passport, const JurisdictionId& place, Date day) {
    const Document document{.kind = DocumentKind::passport, .of = passport};
    const Snapshot* snapshot = state.snapshot_on(day);
    if (snapshot == nullptr || ended_since(state, document, place, snapshot->opened.from, day).empty()) return false;
    const Cell* cell = snapshot->find(passport, place);
    return cell != nullptr && rules::admits(cell->requirement) && std::ranges::any_of(ways_of(state, document, place, day, {}), [](const Way& way) { return !way.ended.empty(); });
}

void count(MobilityRow& row, const Met& met) {
    if (met.admitted == Answer::unknown || !met.way.requirement) {
        ++row.unknown;
        return;
    }
    switch (*met.way.requirement) {
        case Requirement::visa_free: ++row.visa_free; break;
        case Requirement::permit: ++row.visa_free; break;
        case Requirement::on_arrival: ++row.on_arrival; break;
        case Requirement::authorisation: ++row.authorisation; break;
        case Requirement::e_visa: ++row.e_visa; break;
        case Requirement::visa_required: ++row.visa_required; break;
        case Requirement::no_admission: ++row.no_admission; break;
        case Requirement::permit_needed: ++row.permit_needed; break;
    }
}

std::vector<MobilityRow> mobility_of(const State& state, Basis basis, Date day) {
    std::vector<MobilityRow> rows;
    const std::vector<JurisdictionId> passports = passports_on(state, day);
    for (const JurisdictionId& passport : passports) {
        MobilityRow row{.passport = passport};
        for (const JurisdictionId& place : passports) {
            if (place == passport) continue;
            count(row, met_in(state, basis, passport, place, day));
            if (basis == Basis::table && is_echo(state, passport, place, day)) ++row.ended;
        }
        row.mobility = row.visa_free + row.on_arrival + row.authorisation;
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, [](const MobilityRow& one, const MobilityRow& other) { return one.mobility > other.mobility; });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].rank = i > 0 && rows[i].mobility == rows[i - 1].mobility ? rows[i - 1].rank : static_cast<std::uint32_t>(i + 1);
    }
    return rows;
}

Direction direction_of(const Met& outbound, const Met& inbound) {
    if (outbound.waived == Answer::unknown || inbound.waived == Answer::unknown) return Direction::unknown;
    if (outbound.waived == Answer::yes) return inbound.waived == Answer::yes ? Direction::mutual : Direction::outbound_only;
    return inbound.waived == Answer::yes ? Direction::inbound_only : Direction::neither;
}

// A pair, and the entries of the rules that it rests on.
struct Pair {
    WaiverRow row;
    std::vector<std::uint64_t> entries;
};

Pair pair_of(const State& state, Basis basis, const JurisdictionId& jurisdiction, const JurisdictionId& partner, Date day) {
    const Met outbound = met_in(state, basis, jurisdiction, partner, day);
    const Met inbound = met_in(state, basis, partner, jurisdiction, day);
    Pair pair{.row = {.partner = partner, .direction = direction_of(outbound, inbound), .same_days = false, .outbound = outbound.way, .inbound = inbound.way}, .entries = {}};
    const bool said = (outbound.way.days || outbound.way.no_limit) && outbound.way.days == inbound.way.days && outbound.way.no_limit == inbound.way.no_limit;
    pair.row.same_days = pair.row.direction == Direction::mutual && said;
    for (const std::uint64_t entry : {outbound.entry, inbound.entry}) {
        if (entry != 0) pair.entries.push_back(entry);
    }
    return pair;
}

void add(WaiversAnswer& found, Direction direction) {
    switch (direction) {
        case Direction::mutual: ++found.mutual; break;
        case Direction::outbound_only: ++found.outbound_only; break;
        case Direction::inbound_only: ++found.inbound_only; break;
        case Direction::neither: ++found.neither; break;
        case Direction::unknown: ++found.unknown; break;
    }
}

// Hundredths of points, half away from zero.
Decimal points(std::uint64_t weight, std::uint64_t reached, std::uint64_t of) {
    const std::uint64_t hundredths = of == 0 ? 0 : (2 * 100 * weight * reached + of) / (2 * of);
    return {.digits = static_cast<std::int64_t>(hundredths), .scale = 2};
}

// What candidates are scored by, made once for all of them.
struct Scales {
    std::map<JurisdictionId, std::uint32_t> mobility;
    std::uint32_t mobility_max = 0;
    std::map<std::string, std::vector<JurisdictionId>> members;
};

bool is_light(const std::optional<Requirement>& requirement) {
    return requirement == Requirement::on_arrival || requirement == Requirement::authorisation || requirement == Requirement::e_visa;
}

ScorePart part_of(const Weight& weight, const WaiverRow& row, const Scales& scales) {
    ScorePart part{.weighed = weight.weighed, .set = weight.set, .weight = weight.points, .points = {}, .value = {}};
    const auto yes_or_no = [&](bool yes) {
        part.points = points(weight.points, yes ? 1 : 0, 1);
        part.value = yes ? "yes" : "no";
    };
    switch (weight.weighed) {
        case Weighed::exempts_us: yes_or_no(row.direction == Direction::outbound_only); break;
        case Weighed::we_exempt: yes_or_no(row.direction == Direction::inbound_only); break;
        case Weighed::lighter_rule: yes_or_no(is_light(row.outbound.requirement) || is_light(row.inbound.requirement)); break;
        case Weighed::in_set: {
            const auto members = scales.members.find(weight.set.value_or(""));
            yes_or_no(members != scales.members.end() && std::ranges::binary_search(members->second, row.partner));
            break;
        }
        case Weighed::mobility: {
            const auto theirs = scales.mobility.find(row.partner);
            const std::uint32_t places = theirs == scales.mobility.end() ? 0 : theirs->second;
            part.points = points(weight.points, places, scales.mobility_max);
            part.value = theirs == scales.mobility.end() ? "" : std::to_string(places) + "/" + std::to_string(scales.mobility_max);
            break;
        }
    }
    return part;
}

}  // namespace

MobilityAnswer answer(const Looking& looking, const MobilityQuery& query) {
    MobilityAnswer found{.on = query.on.value_or(looking.now.date()), .snapshot = {}, .basis = query.basis.value_or(Basis::table), .rows = {}};
    const Snapshot* snapshot = looking.stay.snapshot_on(found.on);
    if (snapshot == nullptr) return found;
    found.snapshot = snapshot->opened.snapshot;
    found.rows = mobility_of(looking.stay, found.basis, found.on);
    if (query.passport) std::erase_if(found.rows, [&](const MobilityRow& row) { return row.passport != *query.passport; });
    return found;
}

WaiversAnswer answer(const Looking& looking, const WaiversQuery& query) {
    WaiversAnswer found{.on = query.on.value_or(looking.now.date()), .jurisdiction = query.jurisdiction, .basis = query.basis.value_or(Basis::rules)};
    for (const JurisdictionId& partner : partners_on(looking, query.jurisdiction, query.set, found.on)) {
        Pair pair = pair_of(looking.stay, found.basis, query.jurisdiction, partner, found.on);
        add(found, pair.row.direction);
        if (!query.direction || *query.direction == pair.row.direction) found.rows.push_back(std::move(pair.row));
    }
    return found;
}

CandidatesAnswer answer(const Looking& looking, const CandidatesQuery& query) {
    CandidatesAnswer found{.on = query.on.value_or(looking.now.date()), .jurisdiction = query.jurisdiction, .weights = looking.stay.weights,
                           .weights_reason = looking.stay.weights_reason, .of = 0, .rows = {}};
    if (found.weights.empty()) found.weights = rules::weights_of_the_house();
    Scales scales;
    for (const MobilityRow& row : mobility_of(looking.stay, Basis::table, found.on)) {
        scales.mobility[row.passport] = row.mobility - row.ended;
        scales.mobility_max = std::max(scales.mobility_max, row.mobility - row.ended);
    }
    for (const Weight& weight : found.weights) {
        if (!weight.set) continue;
        std::vector<JurisdictionId>& members = scales.members[*weight.set];
        members = looking.jurisdictions.members_on(directory::SetId(*weight.set), found.on);
        std::ranges::sort(members);
    }
    for (const JurisdictionId& partner : partners_on(looking, query.jurisdiction, query.set, found.on)) {
        Pair pair = pair_of(looking.stay, Basis::rules, query.jurisdiction, partner, found.on);
        if (pair.row.direction == Direction::mutual) continue;
        CandidateRow row{.partner = partner, .rank = 0, .score = {.digits = 0, .scale = 2}, .parts = {}, .outbound = pair.row.outbound, .inbound = pair.row.inbound};
        for (const Weight& weight : found.weights) {
            row.parts.push_back(part_of(weight, pair.row, scales));
            row.score.digits += row.parts.back().points.digits;
        }
        found.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(found.rows, [](const CandidateRow& one, const CandidateRow& other) { return one.score.digits > other.score.digits; });
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
        found.rows[i].rank = i > 0 && found.rows[i].score == found.rows[i - 1].score ? found.rows[i - 1].rank : static_cast<std::uint32_t>(i + 1);
    }
    found.of = static_cast<std::uint32_t>(found.rows.size());
    if (query.first && found.rows.size() > *query.first) found.rows.resize(*query.first);
    return found;
}

ChangesAnswer answer(const Looking& looking, const ChangesQuery& query) {
    ChangesAnswer found{.from = query.from, .to = query.to};
    if (!query.passport && !query.destination) return found;
    const Basis basis = query.basis.value_or(Basis::rules);
    std::vector<JurisdictionId> all = passports_on(looking.stay, query.to);
    for (JurisdictionId& one : passports_on(looking.stay, query.from)) {
        if (!std::ranges::binary_search(all, one)) all.insert(std::ranges::lower_bound(all, one), std::move(one));
    }
    const auto compare_one = [&](const JurisdictionId& passport, const JurisdictionId& place) {
        if (passport == place) return;
        const Met before = met_in(looking.stay, basis, passport, place, query.from);
        const Met after = met_in(looking.stay, basis, passport, place, query.to);
        const auto said = [](const Met& met) { return std::tuple(met.way.requirement, met.way.days, met.way.no_limit, met.admitted); };
        if (said(before) == said(after)) return;
        if (!before.way.requirement || !after.way.requirement || before.admitted == Answer::unknown || after.admitted == Answer::unknown) {
            ++found.other;
        } else {
            const int change = rules::weight_of(*after.way.requirement) - rules::weight_of(*before.way.requirement);
            ++(change < 0 ? found.lighter : change > 0 ? found.heavier : found.days_only);
        }
        found.rows.push_back({.passport = passport, .destination = place, .before = before.way, .after = after.way});
    };
    if (query.passport && query.destination) {
        compare_one(*query.passport, *query.destination);
        return found;
    }
    for (const JurisdictionId& one : all) {
        query.passport ? compare_one(*query.passport, one) : compare_one(one, *query.destination);
    }
    return found;
}

FiguresAnswer answer(const Looking& looking, const FiguresQuery& query) {
    FiguresAnswer found{.on = query.on.value_or(looking.now.date()), .jurisdiction = query.jurisdiction};
    const Snapshot* snapshot = looking.stay.snapshot_on(found.on);
    if (snapshot == nullptr) return found;
    found.snapshot = snapshot->opened.snapshot;
    for (const MobilityRow& row : mobility_of(looking.stay, Basis::table, found.on)) {
        ++found.of;
        if (row.passport != query.jurisdiction) continue;
        found.mobility = row.mobility;
        found.rank = row.rank;
    }
    std::set<std::uint64_t> entries{snapshot->sequence};
    for (const JurisdictionId& partner : partners_on(looking, query.jurisdiction, {}, found.on)) {
        const Pair pair = pair_of(looking.stay, Basis::rules, query.jurisdiction, partner, found.on);
        if (pair_of(looking.stay, Basis::table, query.jurisdiction, partner, found.on).row.direction == Direction::mutual) ++found.mutual;
        if (pair.row.direction == Direction::mutual) ++found.mutual_with_rules;
        if (met_with_rules(looking.stay, query.jurisdiction, partner, found.on).admitted == Answer::yes) ++found.mobility_with_rules;
        entries.insert(pair.entries.begin(), pair.entries.end());
    }
    for (const std::string& set : query.sets) {
        const WaiversAnswer waivers = answer(looking, WaiversQuery{.jurisdiction = query.jurisdiction, .on = found.on, .basis = Basis::rules, .set = set, .direction = {}});
        found.sets.push_back({.set = set, .members = waivers.mutual + waivers.outbound_only + waivers.inbound_only + waivers.neither + waivers.unknown,
                              .mutual = waivers.mutual, .outbound_only = waivers.outbound_only, .inbound_only = waivers.inbound_only, .unknown = waivers.unknown});
    }
    found.entries.assign(entries.begin(), entries.end());
    return found;
}

}  // namespace ponte::stay
