#include "desks/accords/queries.h"

#include "desks/accords/rules_matters.h"
#include "desks/accords/queries_pieces.h"
#include "desks/accords/view.h"

#include <algorithm>
#include <set>

// What is known of partners, and which of them to take next.
namespace ponte::accords {

namespace {

constexpr std::uint8_t places = 6;
constexpr Decimal zero{0, 0};

// Another source that says something else of the same unit and span.
bool is_contradicted(const std::vector<Stated<FigureRecorded>>& figures, const FigureRecorded& figure) {
    return std::ranges::any_of(figures, [&](const Stated<FigureRecorded>& other) {
        return other.event.unit == figure.unit && other.event.period == figure.period && compare(other.event.value, figure.value) != 0;
    });
}

// The figures that are compared: one unit and one span for all, the newest that has ended by the day.
using Measure = std::pair<Period, std::string>;

std::optional<Measure> measure_on(const Partners& partners, Criterion criterion, Date day) {
    std::optional<Measure> newest;
    const auto is_newer = [](const Measure& one, const Measure& other) {
        if (one.first.to != other.first.to) return one.first.to > other.first.to;
        if (one.first.from != other.first.from) return one.first.from < other.first.from;  // the longer span
        return one.second < other.second;
    };
    for (const auto& [key, figures] : partners.figures) {
        if (key.second != criterion) continue;
        for (const Stated<FigureRecorded>& one : figures) {
            const Measure measure{one.event.period, one.event.unit};
            if (one.event.period.to <= day && (!newest || is_newer(measure, *newest))) newest = measure;
        }
    }
    return newest;
}

struct Figures {
    std::optional<Measure> measure;
    Decimal most = zero;  // Of all partners, asked for or not: a score does not hang on who else is asked for.
};

Figures figures_on(const Partners& partners, Criterion criterion, Date day) {
    Figures found{.measure = measure_on(partners, criterion, day)};
    if (!found.measure) return found;
    for (const auto& [key, figures] : partners.figures) {
        for (const Stated<FigureRecorded>& one : figures) {
            const bool compared = key.second == criterion && one.event.period == found.measure->first && one.event.unit == found.measure->second;
            if (compared && compare(one.event.value, found.most) > 0) found.most = one.event.value;
        }
    }
    return found;
}

// All that a ranking looks at, gathered once.
struct Ranking {
    const Looking& looking;
    Date day;
    WeightsSet weights;
    std::map<Criterion, Figures> figures;
    std::map<JurisdictionId, std::uint32_t> refused;  // For want of an instrument of the kinds.
    std::uint32_t refused_most = 0;
    bool sees_requests = false;
};

Decimal weight_of(const Ranking& ranking, Criterion criterion) {
    const auto found = std::ranges::find(ranking.weights.weights, criterion, &Weight::criterion);
    return found == ranking.weights.weights.end() ? zero : found->weight;
}

// A value from 0 to 1; nothing where the whole is nothing.
std::optional<Decimal> share(Decimal part, Decimal whole) {
    const auto divided = part.divided_by(whole, places);
    return divided ? std::optional(*divided) : std::nullopt;
}

void weigh_figure(const Ranking& ranking, const JurisdictionId& partner, ScorePart& part) {
    const auto all = ranking.figures.find(part.criterion);
    const auto its = ranking.looking.accords.partners.figures.find({partner, part.criterion});
    if (all == ranking.figures.end() || !all->second.measure || its == ranking.looking.accords.partners.figures.end()) return;
    for (const Stated<FigureRecorded>& one : its->second) {
        if (one.event.period != all->second.measure->first || one.event.unit != all->second.measure->second) continue;
        part.says += (part.says.empty() ? "" : " / ") + one.event.value.to_text() + " " + one.event.unit + ", " + one.event.period.to_text();
        part.sources.push_back(one.event.source);
        part.value = is_contradicted(its->second, one.event) ? std::nullopt : share(one.event.value, all->second.most);
    }
}

void weigh_refused(const Ranking& ranking, const JurisdictionId& partner, ScorePart& part) {
    if (!ranking.sees_requests) return;
    const auto found = ranking.refused.find(partner);
    const std::uint32_t count = found == ranking.refused.end() ? 0 : found->second;
    part.says = std::to_string(count);
    part.value = ranking.refused_most == 0 ? Decimal{0, places} : share(Decimal{count, 0}, Decimal{ranking.refused_most, 0});
}

void weigh_listing(const Ranking& ranking, const JurisdictionId& partner, ScorePart& part) {
    Decimal sum = zero;
    bool any = false;
    for (const ListingValue& one : ranking.weights.listings) {
        const ListingRow row = listing_row(ranking.looking, partner, one.listing, ranking.day);
        if (row.on_list == ponte::Answer::unknown) continue;
        any = true;
        part.says += (part.says.empty() ? "" : ", ") + std::string(name_of(one.listing)) + "=" + std::string(name_of(row.on_list));
        part.sources.insert(part.sources.end(), row.sources.begin(), row.sources.end());
        if (row.on_list == ponte::Answer::yes) sum = sum.plus(one.value).value_or(sum);
    }
    if (!any) return;
    constexpr Decimal most{1, 0};
    constexpr Decimal least{-1, 0};
    if (compare(sum, most) > 0) sum = most;
    if (compare(sum, least) < 0) sum = least;
    part.value = sum.rounded(places).value_or(zero);
}

void weigh_reach(const Ranking& ranking, Reach reach, ScorePart& part) {
    part.says = name_of(reach);
    const auto found = std::ranges::find(ranking.weights.reaches, reach, &ReachValue::reach);
    if (found != ranking.weights.reaches.end()) part.value = found->value.rounded(places).value_or(zero);
}

ScorePart part_of(const Ranking& ranking, const PartnerScore& of, Criterion criterion) {
    ScorePart part{.criterion = criterion, .weight = weight_of(ranking, criterion), .value = {}, .score = {}, .says = {}, .sources = {}};
    switch (criterion) {
        case Criterion::trade:
        case Criterion::investment: weigh_figure(ranking, of.partner, part); break;
        case Criterion::settled_flows: break;  // Nothing of this house gives them yet.
        case Criterion::refused_requests: weigh_refused(ranking, of.partner, part); break;
        case Criterion::listing: weigh_listing(ranking, of.partner, part); break;
        case Criterion::stage: weigh_reach(ranking, of.reach, part); break;
    }
    if (!part.value) return part;
    const auto product = part.weight.times(*part.value);
    if (product) part.score = product->rounded(places).value_or(zero);
    return part;
}

// The furthest of the kinds.
CoverageCell furthest(const CoverageAnswer& coverage, std::size_t partner) {
    const std::size_t width = coverage.kinds.size();
    CoverageCell best = coverage.cells[partner * width];
    for (std::size_t i = 1; i < width; ++i) {
        const CoverageCell& cell = coverage.cells[partner * width + i];
        if (std::pair(cell.at_least, cell.at_most) > std::pair(best.at_least, best.at_most)) best = cell;
    }
    return best;
}

bool serves_one(const std::vector<InstrumentKind>& kinds, Matter matter) {
    return std::ranges::any_of(kinds, [&](InstrumentKind kind) { return serves(kind, matter) != Serves::not_at_all; });
}

Ranking ranking_of(const Looking& looking, const NextPartnerQuery& query, Date day) {
    Ranking ranking{.looking = looking, .day = day, .weights = weights_of(looking.accords.partners, query.weights), .figures = {}, .refused = {}, .refused_most = 0,
                    .sees_requests = looking.reader.auditor || (looking.reader.side && *looking.reader.side != Side::other)};
    for (const Criterion one : {Criterion::trade, Criterion::investment}) ranking.figures[one] = figures_on(looking.accords.partners, one, day);
    const RequestsQuery refused{.request = {}, .partner = {}, .matter = {}, .direction = {}, .made = {}, .outcome = {}, .pending = false, .late = false, .struck = false, .on = day};
    for (const RequestRow& row : answer(looking, refused).requests) {
        if (row.ground != Ground::no_instrument || !serves_one(query.kinds, row.matter)) continue;
        ranking.refused_most = std::max(ranking.refused_most, ++ranking.refused[row.partner]);
    }
    return ranking;
}

// Everyone of whom anything is known.
std::vector<JurisdictionId> everyone(const Looking& looking) {
    std::set<JurisdictionId> all;
    for (const JurisdictionId& one : partners_asked(looking, {}, {}, looking.today())) all.insert(one);
    for (const auto& [key, figures] : looking.accords.partners.figures) all.insert(key.first);
    for (const auto& [key, rows] : looking.accords.partners.listings) all.insert(key.first);
    const Seen seen = looking.seen();
    for (const Request* request : seen.requests()) all.insert(request->recorded.partner);
    all.erase(macao());
    return {all.begin(), all.end()};
}

void rank(std::vector<PartnerScore>& partners) {
    std::ranges::stable_sort(partners, [](const PartnerScore& a, const PartnerScore& b) {
        const auto order = compare(a.score, b.score);
        return order == 0 ? a.partner < b.partner : order > 0;
    });
    for (std::size_t i = 0; i < partners.size(); ++i) {
        const bool alike = i > 0 && compare(partners[i].score, partners[i - 1].score) == 0;
        partners[i].rank = alike ? partners[i - 1].rank : static_cast<std::uint32_t>(i + 1);
    }
}

}  // namespace

ListingsAnswer answer(const Looking& looking, const ListingsQuery& query) {
    const Date day = query.on.value_or(looking.today());
    ListingsAnswer found{.on = day, .rows = {}};
    std::set<JurisdictionId> partners;
    if (query.partner) partners.insert(*query.partner);
    if (!query.partner) {
        for (const auto& [key, rows] : looking.accords.partners.listings) partners.insert(key.first);
        for (const auto& [listing, lists] : looking.accords.partners.lists) {
            for (const auto& [on, list] : lists) partners.insert(list.event.members.begin(), list.event.members.end());
        }
    }
    for (const JurisdictionId& partner : partners) {
        for_each_enumerator<Listing>([&](std::string_view, Listing listing) {
            if (!query.listing || *query.listing == listing) found.rows.push_back(listing_row(looking, partner, listing, day));
        });
    }
    return found;
}

PartnerRecordsAnswer answer(const Looking& looking, const PartnerRecordsQuery& query) {
    const Partners& partners = looking.accords.partners;
    const Seen seen = looking.seen();
    PartnerRecordsAnswer found;
    const auto is_asked = [&](const JurisdictionId& partner) { return !query.partner || *query.partner == partner; };
    for (const auto& [id, one] : partners.routes) found.routes.push_back({one.event, one.sequence});
    for (const auto& [key, one] : partners.clauses) {
        const Instrument* instrument = seen.instrument(key.first);
        if (instrument == nullptr || (query.partner && !instrument->has_party(*query.partner))) continue;
        found.clauses.push_back({one.event, one.sequence});
    }
    for (const auto& [key, rows] : partners.listings) {
        for (const auto& one : rows) {
            if (is_asked(key.first)) found.listings.push_back({one.event, one.sequence});
        }
    }
    for (const auto& [listing, lists] : partners.lists) {
        for (const auto& [on, one] : lists) found.lists.push_back({one.event, one.sequence});
    }
    for (const auto& [key, figures] : partners.figures) {
        for (const auto& one : figures) {
            if (is_asked(key.first)) found.figures.push_back({one.event, is_contradicted(figures, one.event), one.sequence});
        }
    }
    for (const auto& [id, counts] : partners.counts) {
        for (const auto& one : counts) found.counts.push_back({one.event, one.sequence});
    }
    for (const auto& one : partners.weights) found.weights.push_back(one.event);
    return found;
}

NextPartnerAnswer answer(const Looking& looking, const NextPartnerQuery& query) {
    const Date day = query.on.value_or(looking.today());
    const Ranking ranking = ranking_of(looking, query, day);
    NextPartnerAnswer found{.on = day, .kinds = query.kinds, .weights = ranking.weights, .partners = {}, .covered = {}};
    if (query.kinds.empty()) return found;
    const std::vector<JurisdictionId> asked = query.partners.empty() && !query.set ? everyone(looking) : partners_asked(looking, query.partners, query.set, day);
    if (asked.empty()) return found;
    const CoverageAnswer coverage = answer(looking, CoverageQuery{.on = day, .set = {}, .partners = asked, .kinds = query.kinds, .gaps_only = false});
    for (std::size_t i = 0; i < coverage.partners.size(); ++i) {
        const CoverageCell cell = furthest(coverage, i);
        if (cell.at_least == Reach::in_force) {
            found.covered.push_back(cell.partner);
            continue;
        }
        PartnerScore score{.rank = 0, .partner = cell.partner, .reach = cell.reach, .instrument = cell.instrument, .score = {0, places}, .weight_available = zero, .parts = {}};
        for_each_enumerator<Criterion>([&](std::string_view, Criterion criterion) {
            ScorePart part = part_of(ranking, score, criterion);
            if (part.score) {
                score.score = score.score.plus(*part.score).value_or(score.score);
                score.weight_available = score.weight_available.plus(part.weight).value_or(score.weight_available);
            }
            score.parts.push_back(std::move(part));
        });
        found.partners.push_back(std::move(score));
    }
    rank(found.partners);
    return found;
}

}  // namespace ponte::accords
