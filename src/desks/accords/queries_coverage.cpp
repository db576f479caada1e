#include "desks/accords/queries.h"

#include "desks/accords/rules_matters.h"
#include "desks/accords/queries_pieces.h"
#include "desks/accords/queries_shown.h"
#include "desks/accords/view.h"

#include <algorithm>

// Coverage, what covers a request, and whether we may exchange.
namespace ponte::accords {

namespace {

constexpr std::size_t partners_max = 400;

std::vector<InstrumentKind> kinds_or_all(const std::vector<InstrumentKind>& named) {
    if (!named.empty()) return named;
    std::vector<InstrumentKind> all;
    for_each_enumerator<InstrumentKind>([&](std::string_view, InstrumentKind kind) {
        if (kind != InstrumentKind::protocol) all.push_back(kind);
    });
    return all;
}

// How far an instrument has come, and whether a step by that day is contradicted.
struct Come {
    Span span;
    bool contradicted = false;
};

// Where the reader may not see all of an instrument, its life is told from the steps that he sees.
std::optional<Come> come_for(const Seen& seen, const Lived& lived, Date day) {
    const auto is_by = [&](const std::optional<Date>& first) { return first && *first <= day; };
    if (lived.open) return Come{.span = span_on(lived.spans, day), .contradicted = is_by(lived.contradicted_from)};
    const Instrument* instrument = seen.instrument(lived.instrument);
    if (instrument == nullptr) return std::nullopt;
    return Come{.span = span_of(seen, *instrument, day), .contradicted = is_by(contradicted_from(seen.steps(*instrument)))};
}

// Whether one instrument tells more of the cell than another: it came further, or surely so, or earlier.
bool tells_more(const Span& one, const Span& other) {
    if (one.most != other.most) return one.most > other.most;
    if (one.least != other.least) return one.least > other.least;
    return one.since.value_or(dates::last) < other.since.value_or(dates::last);
}

CoverageCell cell_of(const Seen& seen, const std::vector<Lived>& instruments, const JurisdictionId& partner, InstrumentKind kind, Date day) {
    CoverageCell cell{.partner = partner, .kind = kind, .reach = Reach::none, .at_least = Reach::none, .at_most = Reach::none, .instrument = {},
                      .stood = {}, .since = {}, .instruments = 0, .in_force = 0, .others = {}, .contradicted = false};
    Span best;
    for (const Lived& lived : instruments) {
        const auto come = come_for(seen, lived, day);
        if (!come || !come->span.since) continue;  // Not open to the reader, or not begun by that day.
        const Span& span = come->span;
        ++cell.instruments;
        if (span.least == Reach::in_force) ++cell.in_force;
        cell.contradicted = cell.contradicted || come->contradicted;
        cell.at_least = std::max(cell.at_least, span.least);
        cell.at_most = std::max(cell.at_most, span.most);
        if (!cell.instrument || tells_more(span, best)) {
            if (cell.instrument) cell.others.push_back(*cell.instrument);
            cell.instrument = lived.instrument;
            best = span;
        } else {
            cell.others.push_back(lived.instrument);
        }
    }
    cell.reach = cell.at_least == cell.at_most ? cell.at_least : Reach::unknown;
    if (!cell.instrument) return cell;
    if (const Instrument* instrument = seen.instrument(*cell.instrument)) cell.stood = shown(seen.standings_on(*instrument, day));
    if (cell.reach != Reach::unknown) cell.since = best.begun();
    return cell;
}

// In force first, then perhaps, then by how far they came.
bool stands_before(const CoveredBy& one, const CoveredBy& other) {
    const auto order = [](const CoveredBy& it) {
        const int speaks = it.speaks_of_it == ponte::Answer::yes ? 0 : 1;
        if (it.in_force == ponte::Answer::yes) return std::pair(0 + speaks, 0);
        if (it.in_force == ponte::Answer::unknown) return std::pair(2 + speaks, 0);
        return std::pair(4, -static_cast<int>(it.reach));
    };
    return std::pair(order(one), one.instrument) < std::pair(order(other), other.instrument);
}

CoveredBy covered_by(const Looking& looking, const Seen& seen, const InstrumentId& id, const Instrument& instrument, Matter matter, Date day) {
    const InstrumentRecord& record = instrument.record();
    const Span span = span_of(seen, instrument, day);
    CoveredBy found{.instrument = id,
                    .kind = record.kind,
                    .names = record.names,
                    .in_force = in_force(span),
                    .reach = span.reach(),
                    .since = span.begun(),
                    .speaks_of_it = serves(record.kind, matter) == Serves::by_kind ? ponte::Answer::yes : ponte::Answer::unknown,
                    .clause = {},
                    .conditions = {},
                    .text_reference = record.text_reference,
                    .sources = record.sources};
    if (const auto clause = looking.accords.partners.clauses.find({id, matter}); clause != looking.accords.partners.clauses.end()) {
        found.speaks_of_it = ponte::Answer::yes;
        found.clause = clause->second.event.clause;
        found.conditions = clause->second.event.conditions;
        found.sources.push_back(clause->second.event.source);
    }
    return found;
}

std::vector<CoveredBy> instruments_for(const Looking& looking, const JurisdictionId& partner, Matter matter, Date day) {
    const Seen seen = looking.seen();
    std::vector<CoveredBy> found;
    const auto cells = looking.accords.coverage.partners().find(partner);
    if (cells == looking.accords.coverage.partners().end()) return found;
    for (const std::vector<Lived>& cell : cells->second) {
        for (const Lived& lived : cell) {
            const Instrument* instrument = seen.instrument(lived.instrument);
            if (instrument == nullptr) continue;
            const bool clause = looking.accords.partners.clauses.contains({lived.instrument, matter});
            if (!clause && serves(instrument->record().kind, matter) == Serves::not_at_all) continue;
            CoveredBy one = covered_by(looking, seen, lived.instrument, *instrument, matter, day);
            if (one.since) found.push_back(std::move(one));  // Nothing is said of what begins later.
        }
    }
    std::ranges::sort(found, stands_before);
    return found;
}

std::vector<RouteBasis> routes_for(const Looking& looking, const JurisdictionId& partner, Matter matter, Date day) {
    std::vector<RouteBasis> found;
    for (const auto& [id, route] : looking.accords.partners.routes) {
        const ponte::Answer open = route_open(route.event, matter, partner, day);
        if (open == ponte::Answer::no) continue;
        found.push_back({.route = id,
                         .names = route.event.names,
                         .reference = route.event.reference,
                         .open = open,
                         .conditions = route.event.conditions,
                         .source = route.event.source});
    }
    return found;
}

void add_listing_conditions(const Looking& looking, MayExchangeAnswer& answer) {
    if (answer.matter != Matter::financial_intelligence) return;
    const auto source_of = [](const ListingRow& row) { return row.sources.empty() ? std::string() : row.sources.front().reference; };
    for (const ListingRow& row : answer.listings) {
        if (row.listing == Listing::fatf_call_for_action && row.on_list == ponte::Answer::yes) {
            answer.conditions.push_back({ConditionKind::partner_called_for_action, {}, source_of(row)});
        }
        if (row.listing == Listing::fatf_increased_monitoring && row.on_list == ponte::Answer::yes) {
            answer.conditions.push_back({ConditionKind::partner_monitored, {}, source_of(row)});
        }
        if (row.listing != Listing::egmont_member) continue;
        const ListingRow own = listing_row(looking, macao(), Listing::egmont_member, answer.on);
        if (both(row.on_list, own.on_list) == ponte::Answer::no) answer.conditions.push_back({ConditionKind::no_egmont_channel, {}, source_of(row)});
    }
}

May may_of(const MayExchangeAnswer& answer, ponte::Answer by_instrument, ponte::Answer by_statute) {
    if (by_instrument == ponte::Answer::yes) return answer.conditions.empty() ? May::yes : May::with_conditions;
    if (by_statute == ponte::Answer::yes) return May::with_conditions;
    return either(by_instrument, by_statute) == ponte::Answer::unknown ? May::unknown : May::no;
}

bool is_signed(Standing standing) {
    return standing == Standing::signed_by_all || standing == Standing::in_procedure || standing == Standing::in_force || standing == Standing::suspended;
}

CountCheck checked(const Seen& seen, const CountPublished& count) {
    CountCheck check{.count = count.count, .kinds = count.kinds, .in_force = count.in_force, .as_of = count.as_of, .published = count.published,
                     .named = 0, .unknown = 0, .gap = 0, .instruments = {}, .source = count.source};
    std::vector<InstrumentId> perhaps;
    for (const auto& [id, instrument] : seen.instruments()) {
        if (!instrument->has_party(macao()) || std::ranges::find(count.kinds, instrument->record().kind) == count.kinds.end()) continue;
        bool any = false;
        bool all = true;
        for (const Standing one : seen.standings_on(*instrument, count.as_of).all()) {
            const bool counts = count.in_force ? one == Standing::in_force : is_signed(one);
            any = any || counts;
            all = all && counts;
        }
        if (any && all) check.instruments.push_back(id);
        if (any && !all) perhaps.push_back(id);
    }
    check.named = static_cast<std::uint32_t>(check.instruments.size());
    check.unknown = static_cast<std::uint32_t>(perhaps.size());
    check.gap = std::int64_t{count.published} - std::int64_t{check.named};
    std::ranges::move(perhaps, std::back_inserter(check.instruments));
    return check;
}

}  // namespace

std::string percent(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return {};
    const auto hundred = Decimal{static_cast<std::int64_t>(part) * 100, 0};
    return hundred.divided_by(Decimal{static_cast<std::int64_t>(whole), 0}, 1).value_or(Decimal{}).to_text();
}

std::vector<JurisdictionId> partners_asked(const Looking& looking, const std::vector<JurisdictionId>& named, const std::optional<directory::SetId>& set,
                                           Date day) {
    std::vector<JurisdictionId> partners = named;
    if (partners.empty() && set) partners = looking.jurisdictions.members_on(*set, day);
    if (named.empty() && !set) {
        for (const auto& [partner, cells] : looking.accords.coverage.partners()) {
            const bool seen = std::ranges::any_of(cells, [&](const std::vector<Lived>& cell) {
                return std::ranges::any_of(cell, [&](const Lived& one) { return one.open || looking.seen().instrument(one.instrument) != nullptr; });
            });
            if (seen) partners.push_back(partner);
        }
    }
    std::erase(partners, macao());
    if (partners.size() > partners_max) partners.resize(partners_max);
    return partners;
}

ListingRow listing_row(const Looking& looking, const JurisdictionId& partner, Listing listing, Date day) {
    const Listed listed = listed_on(looking.accords.partners, partner, listing, day);
    ListingRow row{.partner = partner, .listing = listing, .on_list = listed.on_list, .list_of = {}, .sources = {}, .contradicted = false};
    std::optional<ponte::Answer> first;
    const auto hear = [&](ponte::Answer said, const Source& source) {
        row.sources.push_back(source);
        if (first && *first != said) row.contradicted = true;
        if (!first) first = said;
    };
    for (const auto* one : listed.rows) hear(holds_on(one->event.validity, day), one->event.source);
    if (listed.list != nullptr) {
        row.list_of = listed.list->event.on;
        const auto& members = listed.list->event.members;
        hear(std::ranges::find(members, partner) != members.end() ? ponte::Answer::yes : ponte::Answer::no, listed.list->event.source);
    }
    return row;
}

CoverageAnswer answer(const Looking& looking, const CoverageQuery& query) {
    const Date day = query.on.value_or(looking.today());
    CoverageAnswer found{.on = day, .set = query.set, .set_kind = {}, .partners = partners_asked(looking, query.partners, query.set, day),
                         .kinds = kinds_or_all(query.kinds), .cells = {}, .gaps = {}, .by_kind = {}};
    if (query.set) {
        const auto set = looking.jurisdictions.sets.find(*query.set);
        if (set != looking.jurisdictions.sets.end()) found.set_kind = name_of(set->second.kind);
    }
    for (const InstrumentKind kind : found.kinds) found.by_kind.push_back({.kind = kind, .partners = static_cast<std::uint32_t>(found.partners.size()), .share = {}, .instruments = 0, .instruments_in_force = 0});
    const Seen seen = looking.seen();
    found.cells.reserve(found.partners.size() * found.kinds.size());
    for (const JurisdictionId& partner : found.partners) {
        for (std::size_t i = 0; i < found.kinds.size(); ++i) {
            CoverageCell cell = cell_of(seen, looking.accords.coverage.of(partner, found.kinds[i]), partner, found.kinds[i], day);
            found.by_kind[i].instruments += cell.instruments;
            found.by_kind[i].instruments_in_force += cell.in_force;
            if (cell.at_least == Reach::in_force) ++found.by_kind[i].in_force;
            if (cell.at_least != Reach::in_force && cell.at_most == Reach::in_force) ++found.by_kind[i].unknown;
            if (cell.at_least != Reach::in_force) found.gaps.push_back(cell);
            if (!query.gaps_only) found.cells.push_back(std::move(cell));
        }
    }
    for (CoverageOfKind& one : found.by_kind) one.share = percent(one.in_force, one.partners);
    return found;
}

WhichCoversAnswer answer(const Looking& looking, const WhichCoversQuery& query) {
    const Date day = query.on.value_or(looking.today());
    WhichCoversAnswer found{.partner = query.partner,
                            .matter = query.matter,
                            .on = day,
                            .by_instrument = ponte::Answer::no,
                            .by_statute = ponte::Answer::no,
                            .instruments = instruments_for(looking, query.partner, query.matter, day),
                            .routes = routes_for(looking, query.partner, query.matter, day)};
    for (const CoveredBy& one : found.instruments) found.by_instrument = either(found.by_instrument, both(one.in_force, one.speaks_of_it));
    for (const RouteBasis& one : found.routes) found.by_statute = either(found.by_statute, one.open);
    return found;
}

MayExchangeAnswer answer(const Looking& looking, const MayExchangeQuery& query) {
    const WhichCoversAnswer covers = answer(looking, WhichCoversQuery{.partner = query.partner, .matter = query.matter, .on = query.on});
    MayExchangeAnswer found{.partner = query.partner, .matter = query.matter, .on = covers.on, .may = May::no, .basis = {}, .route = {}, .conditions = {},
                            .listings = {}};
    for_each_enumerator<Listing>(
        [&](std::string_view, Listing listing) { found.listings.push_back(listing_row(looking, query.partner, listing, covers.on)); });
    // One that surely serves, without conditions if there is such a one; else the nearest to it.
    const auto sure = [](const CoveredBy& one) { return both(one.in_force, one.speaks_of_it) == ponte::Answer::yes; };
    auto basis = std::ranges::find_if(covers.instruments, [&](const CoveredBy& one) { return sure(one) && one.conditions.empty(); });
    if (basis == covers.instruments.end()) basis = std::ranges::find_if(covers.instruments, sure);
    if (basis == covers.instruments.end()) basis = covers.instruments.begin();
    if (basis != covers.instruments.end()) found.basis = *basis;
    if (covers.by_instrument == ponte::Answer::yes) {
        if (!found.basis->conditions.empty()) {
            found.conditions.push_back({ConditionKind::of_clause, found.basis->conditions, found.basis->sources.empty() ? "" : found.basis->sources.back().reference});
        }
    } else if (!covers.routes.empty()) {
        found.route = covers.routes.front();
        found.conditions.push_back({ConditionKind::by_statute, found.route->conditions, found.route->source.reference});
    }
    if (covers.by_instrument != ponte::Answer::no || covers.by_statute != ponte::Answer::no) add_listing_conditions(looking, found);
    found.may = may_of(found, covers.by_instrument, covers.by_statute);
    return found;
}

CountsAnswer answer(const Looking& looking, const CountsQuery& query) {
    const Seen seen = looking.seen();
    CountsAnswer found;
    for (const auto& [id, counts] : looking.accords.partners.counts) {
        if (query.count && *query.count != id) continue;
        for (const auto& one : counts) found.counts.push_back(checked(seen, one.event));
    }
    return found;
}

}  // namespace ponte::accords
