#include "desks/accords/state_coverage.h"

#include <algorithm>

namespace ponte::accords {

namespace {

bool is_open(const Instrument& instrument) {
    return instrument.stage == Stage::published &&
           std::ranges::all_of(instrument.steps, [](const Step& step) { return step.stage == Stage::published; });
}

std::size_t place_of(InstrumentKind kind) { return static_cast<std::size_t>(kind) - 1; }

// Reaches in the order of a life; of several possible standings the least and the most.
void widen(Span& span, bool& any, Standing standing) {
    const Reach reach = reach_of(standing);
    span.least = any ? std::min(span.least, reach) : reach;
    span.most = any ? std::max(span.most, reach) : reach;
    any = true;
}

Span span_of(Standings standings) {
    Span span;
    bool any = false;
    for (unsigned one = static_cast<unsigned>(Standing::unrecorded); one <= static_cast<unsigned>(Standing::lapsed); ++one) {
        if (standings.has(static_cast<Standing>(one))) widen(span, any, static_cast<Standing>(one));
    }
    return span;
}

// Days of which it is not known whether they were like those of `known`.
bool may_be_like(const Span& open, const Span& known) {
    return known.least == known.most && open.least != open.most && open.least <= known.least && known.least <= open.most;
}

}  // namespace

const JurisdictionId& macao() {
    static const JurisdictionId id(std::string("MO"));
    return id;
}

Reach reach_of(Standing standing) {
    switch (standing) {
        case Standing::unrecorded:
        case Standing::suspended:
        case Standing::terminated:
        case Standing::lapsed: return Reach::none;
        case Standing::in_talks: return Reach::talks;
        case Standing::text_agreed:
        case Standing::initialled:
        case Standing::authorised:
        case Standing::empowered: return Reach::initialled;
        case Standing::partly_signed:
        case Standing::signed_by_all:
        case Standing::in_procedure: return Reach::signed_only;
        case Standing::in_force: return Reach::in_force;
    }
    std::unreachable();
}

std::vector<Span> spans_of(const Life& life) {
    std::vector<Span> spans;
    for (const Stretch& stretch : life.stretches) {
        Span span = span_of(stretch.standings);
        if (!spans.empty() && spans.back().least == span.least && spans.back().most == span.most) continue;
        span.since = stretch.from;
        span.perhaps_since = stretch.from;
        for (auto before = spans.rbegin(); before != spans.rend() && may_be_like(*before, span); ++before) span.perhaps_since = before->since;
        spans.push_back(span);
    }
    return spans;
}

std::optional<Date> contradicted_from(std::span<const Step* const> steps) {
    std::optional<Date> first;
    for (const Step* one : steps) {
        if (one->withdrawn || !one->is_contradicted()) continue;
        if (!first || one->span().from < *first) first = one->span().from;
    }
    return first;
}

Span span_on(const std::vector<Span>& spans, Date day) {
    const auto after = std::ranges::upper_bound(spans, day, {}, [](const Span& one) { return *one.since; });
    return after == spans.begin() ? Span{} : *std::prev(after);
}

void CoverageIndex::put(const InstrumentId& id, const Instrument& instrument) {
    const InstrumentKind kind = instrument.record().kind;
    std::vector<const Step*> steps;
    for (const Step& one : instrument.steps) steps.push_back(&one);
    const Lived lived{.instrument = id, .open = is_open(instrument), .spans = spans_of(instrument.life), .contradicted_from = contradicted_from(steps)};
    auto& where = where_[id];
    std::vector<std::pair<JurisdictionId, InstrumentKind>> now;
    if (instrument.has_party(macao())) {
        for (const Party& party : instrument.record().parties) {
            if (party.place != macao()) now.emplace_back(party.place, kind);
        }
    }
    // An amended record may have another kind or other parties.
    for (const auto& [partner, former] : where) {
        if (std::ranges::find(now, std::pair(partner, former)) == now.end()) {
            std::erase_if(partners_[partner][place_of(former)], [&](const Lived& one) { return one.instrument == id; });
        }
    }
    for (const auto& [partner, its] : now) {
        auto& cell = partners_[partner][place_of(its)];
        const auto known = std::ranges::find(cell, id, &Lived::instrument);
        if (known == cell.end()) {
            cell.push_back(lived);
        } else {
            *known = lived;
        }
    }
    where = std::move(now);
}

const std::vector<Lived>& CoverageIndex::of(const JurisdictionId& partner, InstrumentKind kind) const {
    static const std::vector<Lived> nothing;
    const auto found = partners_.find(partner);
    return found == partners_.end() ? nothing : found->second[place_of(kind)];
}

}  // namespace ponte::accords
