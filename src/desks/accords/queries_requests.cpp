#include "desks/accords/queries.h"

#include "desks/accords/rules_matters.h"
#include "desks/accords/queries_pieces.h"
#include "desks/accords/view.h"

#include <algorithm>

// Requests as they stood on a day, and what they add up to.
namespace ponte::accords {

namespace {

// What was known of a request at the end of a day.
struct AsAt {
    const Request* request = nullptr;
    std::optional<Date> acknowledged;
    const RequestAnswered* answered = nullptr;
};

std::optional<AsAt> as_at(const Request& request, Date day) {
    if (request.recorded.made > day) return std::nullopt;
    AsAt found{.request = &request, .acknowledged = {}, .answered = nullptr};
    if (request.acknowledged && request.acknowledged->on <= day) found.acknowledged = request.acknowledged->on;
    if (request.answered && request.answered->on <= day) found.answered = &*request.answered;
    return found;
}

// A withdrawn request is owed no answer.
bool is_withdrawn(const AsAt& one) { return one.answered != nullptr && one.answered->outcome == RequestOutcome::withdrawn; }

ponte::Answer in_time(const AsAt& one, Date day) {
    const auto& due = one.request->recorded.due;
    if (!due || is_withdrawn(one)) return ponte::Answer::unknown;
    if (one.answered != nullptr) return one.answered->on <= *due ? ponte::Answer::yes : ponte::Answer::no;
    return day > *due ? ponte::Answer::no : ponte::Answer::unknown;
}

std::uint32_t days_of(const AsAt& one, Date day) {
    const Date until = one.answered != nullptr ? one.answered->on : day;
    return static_cast<std::uint32_t>(until.day - one.request->recorded.made.day);
}

std::optional<ponte::Answer> held_now(const Looking& looking, const Seen& seen, const RequestRecorded& request) {
    if (request.instrument) {
        const Instrument* instrument = seen.instrument(*request.instrument);
        if (instrument == nullptr) return std::nullopt;
        return in_force(span_of(seen, *instrument, request.made));
    }
    if (!request.route) return std::nullopt;
    const auto route = looking.accords.partners.routes.find(*request.route);
    if (route == looking.accords.partners.routes.end()) return std::nullopt;
    return route_open(route->second.event, request.matter, request.partner, request.made);
}

RequestRow row_of(const Looking& looking, const Seen& seen, const AsAt& one, Date day) {
    const RequestRecorded& recorded = one.request->recorded;
    const bool sealed = seen.may_see_sealed(*one.request);
    RequestRow row{.request = recorded.request,
                   .matter = recorded.matter,
                   .partner = recorded.partner,
                   .direction = recorded.direction,
                   .made = recorded.made,
                   .due = recorded.due,
                   .acknowledged = one.acknowledged,
                   .answered = {},
                   .outcome = {},
                   .ground = {},
                   .instrument = recorded.instrument,
                   .route = recorded.route,
                   .held = recorded.held,
                   .held_now = held_now(looking, seen, recorded),
                   .days = days_of(one, day),
                   .in_time = in_time(one, day),
                   .reference = sealed ? recorded.reference : "",
                   .person = sealed ? recorded.person : PersonId(),
                   .subject = sealed ? recorded.subject : std::nullopt,
                   .note = {},
                   .stage = one.request->stage,
                   .body = recorded.body,
                   .struck = one.request->struck,
                   .entry = one.request->sequence};
    // The instrument may be less open than the request.
    if (row.instrument && seen.instrument(*row.instrument) == nullptr) row.instrument.reset();
    if (one.answered != nullptr) {
        row.answered = one.answered->on;
        row.outcome = one.answered->outcome;
        row.ground = one.answered->ground;
        if (sealed) row.note = one.answered->note;
    }
    return row;
}

bool is_asked(const RequestsQuery& query, const AsAt& one, Date day) {
    const RequestRecorded& it = one.request->recorded;
    if (!one.request->struck.empty() && !query.struck) return false;
    if (query.request && *query.request != it.request) return false;
    if (query.partner && *query.partner != it.partner) return false;
    if (query.matter && *query.matter != it.matter) return false;
    if (query.direction && *query.direction != it.direction) return false;
    if (query.made && !query.made->contains(it.made)) return false;
    if (query.outcome && (one.answered == nullptr || one.answered->outcome != *query.outcome)) return false;
    if (query.pending && one.answered != nullptr) return false;
    return !query.late || in_time(one, day) == ponte::Answer::no;
}

// One group of requests while it is added up.
struct Adding {
    RequestCounts counts;
    std::uint64_t days = 0;
    std::uint32_t answered = 0;
};

void add(Adding& to, const AsAt& one, Date day) {
    RequestCounts& counts = to.counts;
    ++counts.requests;
    switch (in_time(one, day)) {
        case ponte::Answer::yes: ++counts.in_time; break;
        case ponte::Answer::no: ++counts.late; break;
        case ponte::Answer::unknown: break;
    }
    if (!one.request->recorded.due) ++counts.without_day;
    if (one.answered == nullptr) {
        ++counts.pending;
        return;
    }
    switch (one.answered->outcome) {
        case RequestOutcome::granted: ++counts.granted; break;
        case RequestOutcome::partly: ++counts.partly; break;
        case RequestOutcome::refused: ++counts.refused; break;
        case RequestOutcome::withdrawn: ++counts.withdrawn; break;
    }
    if (one.answered->ground == Ground::no_instrument) ++counts.for_want_of_instrument;
    if (is_withdrawn(one)) return;
    const std::uint32_t days = days_of(one, day);
    ++to.answered;
    to.days += days;
    counts.days_longest = std::max(counts.days_longest.value_or(0), days);
}

RequestCounts total(Adding adding) {
    if (adding.answered > 0) {
        const Decimal days{static_cast<std::int64_t>(adding.days), 0};
        adding.counts.days_average = days.divided_by(Decimal{adding.answered, 0}, 1).value_or(Decimal{}).to_text();
    }
    return adding.counts;
}

bool is_judicial(Matter matter) { return matter != Matter::tax_information && matter != Matter::financial_intelligence; }

// How many partners have one of the kinds in force, and of how many that is not known.
MeasureFigure coverage_share(const Looking& looking, std::string indicator, std::uint16_t measure, const MeasureFiguresQuery& query,
                             std::vector<InstrumentKind> kinds) {
    const CoverageAnswer coverage = answer(looking, CoverageQuery{.on = query.span.to, .set = query.set, .partners = {}, .kinds = std::move(kinds), .gaps_only = false});
    MeasureFigure figure{.indicator = std::move(indicator), .measure = measure, .count = 0, .of = static_cast<std::uint32_t>(coverage.partners.size()),
                         .unknown = 0, .percent = {}};
    for (std::size_t i = 0; i < coverage.partners.size(); ++i) {
        ponte::Answer covered = ponte::Answer::no;
        for (std::size_t k = 0; k < coverage.kinds.size(); ++k) {
            const CoverageCell& cell = coverage.cells[i * coverage.kinds.size() + k];
            covered = either(covered, in_force(Span{.least = cell.at_least, .most = cell.at_most, .since = {}}));
        }
        if (covered == ponte::Answer::yes) ++figure.count;
        if (covered == ponte::Answer::unknown) ++figure.unknown;
    }
    figure.percent = percent(figure.count, *figure.of);
    return figure;
}

// Signed by all in the span: surely so at its end, surely not before it.
MeasureFigure newly_signed(const Looking& looking, std::string indicator, std::uint16_t measure, Period span, const std::vector<InstrumentKind>& kinds) {
    const Seen seen = looking.seen();
    MeasureFigure figure{.indicator = std::move(indicator), .measure = measure, .count = 0, .of = {}, .unknown = 0, .percent = {}};
    for (const auto& [id, instrument] : seen.instruments()) {
        if (!instrument->has_party(macao()) || std::ranges::find(kinds, instrument->record().kind) == kinds.end()) continue;
        const auto signed_by = [&](Date day) {
            const Span at = span_of(seen, *instrument, day);
            if (at.least >= Reach::signed_only) return ponte::Answer::yes;
            return at.most >= Reach::signed_only ? ponte::Answer::unknown : ponte::Answer::no;
        };
        const ponte::Answer within = both(signed_by(span.to), opposite(signed_by(span.from.plus_days(-1))));
        if (within == ponte::Answer::yes) ++figure.count;
        if (within == ponte::Answer::unknown) ++figure.unknown;
    }
    return figure;
}

}  // namespace

RequestsAnswer answer(const Looking& looking, const RequestsQuery& query) {
    const Date day = query.on.value_or(looking.today());
    const Seen seen = looking.seen();
    RequestsAnswer found{.on = day, .requests = {}};
    for (const Request* request : seen.requests()) {
        const auto one = as_at(*request, day);
        if (one && is_asked(query, *one, day)) found.requests.push_back(row_of(looking, seen, *one, day));
    }
    std::ranges::stable_sort(found.requests, [](const RequestRow& a, const RequestRow& b) { return a.made > b.made; });
    return found;
}

RequestStatisticsAnswer answer(const Looking& looking, const RequestStatisticsQuery& query) {
    const Date day = query.on.value_or(looking.today());
    RequestsQuery which{};
    which.partner = query.partner;
    which.matter = query.matter;
    which.direction = query.direction;
    Adding all;
    std::map<std::pair<JurisdictionId, std::uint16_t>, Adding> groups;
    const Seen seen = looking.seen();
    for (const Request* request : seen.requests()) {
        const auto one = as_at(*request, day);
        if (!one || !is_asked(which, *one, day)) continue;
        const auto year = static_cast<std::uint16_t>(request->recorded.made.year());
        Adding& group = groups[{request->recorded.partner, year}];
        group.counts.partner = request->recorded.partner;
        group.counts.year = year;
        add(group, *one, day);
        add(all, *one, day);
    }
    RequestStatisticsAnswer found{.on = day, .all = total(all), .by_partner_and_year = {}};
    for (const auto& [key, group] : groups) found.by_partner_and_year.push_back(total(group));
    return found;
}

MeasureFiguresAnswer answer(const Looking& looking, const MeasureFiguresQuery& query) {
    MeasureFiguresAnswer found{.on = query.span.to, .span = query.span, .set = query.set, .figures = {}};
    MeasureFigure in_time_of_judicial{.indicator = "m7.requests_answered_in_time", .measure = 7, .count = 0, .of = 0U, .unknown = 0, .percent = {}};
    MeasureFigure under_instruments{.indicator = "m12.exchanges_under_instruments", .measure = 12, .count = 0, .of = 0U, .unknown = 0, .percent = {}};
    const RequestsQuery made_in_span{.request = {}, .partner = {}, .matter = {}, .direction = {}, .made = query.span, .outcome = {}, .pending = false, .late = false, .struck = false, .on = query.span.to};
    for (const RequestRow& row : answer(looking, made_in_span).requests) {
        if (row.matter == Matter::financial_intelligence) {
            ++*under_instruments.of;
            const bool named = row.instrument.has_value();
            if (named && row.held_now == ponte::Answer::yes) ++under_instruments.count;
            if (named && row.held_now == ponte::Answer::unknown) ++under_instruments.unknown;
        }
        if (!is_judicial(row.matter) || row.outcome == RequestOutcome::withdrawn) continue;
        ++*in_time_of_judicial.of;
        if (row.in_time == ponte::Answer::yes) ++in_time_of_judicial.count;
        if (row.in_time == ponte::Answer::unknown) ++in_time_of_judicial.unknown;
    }
    for (MeasureFigure* one : {&in_time_of_judicial, &under_instruments}) one->percent = percent(one->count, *one->of);
    using enum InstrumentKind;
    const std::vector<InstrumentKind> judicial{mla_criminal, surrender, transfer_sentenced, legal_cooperation};
    found.figures.push_back(coverage_share(looking, "m7.partners_covered", 7, query, judicial));
    found.figures.push_back(newly_signed(looking, "m7.agreements_signed", 7, query.span, judicial));
    found.figures.push_back(in_time_of_judicial);
    found.figures.push_back(coverage_share(looking, "m12.partners_covered", 12, query, {fiu_memorandum}));
    found.figures.push_back(newly_signed(looking, "m12.memoranda_signed", 12, query.span, {fiu_memorandum}));
    found.figures.push_back(under_instruments);
    return found;
}

}  // namespace ponte::accords
