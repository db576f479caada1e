#include "desks/accords/queries_pipeline.h"

#include "desks/accords/queries_shown.h"
#include "desks/accords/state_coverage.h"

#include <algorithm>

namespace ponte::accords {

namespace {

using enum StepKind;

bool is_on_the_way(Standing standing) { return standing > Standing::unrecorded && standing < Standing::in_force; }

std::optional<std::int32_t> days_since(const std::optional<Period>& then, Date on) {
    return then && then->to <= on ? std::optional(on.day - then->to.day) : std::nullopt;
}

// Signed, and in force or not: the record leaves it open.
std::optional<ForceUnknownRow> force_unknown_row(const Seen& seen, const InstrumentId& id, const Instrument& instrument, Date on) {
    const Standings standings = seen.standings_on(instrument, on);
    const std::vector<Standing> all = standings.all();
    const bool open = standings.in(Standing::in_force) == ponte::Answer::unknown && std::ranges::any_of(all, is_on_the_way);
    const InstrumentRecord& record = instrument.record();
    const auto is_signed = signed_by_all(record, seen.steps(instrument), on);
    if (!open || !is_signed || is_signed->to > on) return std::nullopt;
    return ForceUnknownRow{.instrument = id,
                           .kind = record.kind,
                           .names = record.names,
                           .parties = record.parties,
                           .possible = all,
                           .signed_by_all = is_signed,
                           .days_since_signature = days_since(is_signed, on),
                           .body = instrument.body};
}

// How long the file has not moved, where its standing is known.
std::optional<StalledRow> stalled_row(const Seen& seen, const InstrumentId& id, const Instrument& instrument, Date on) {
    const auto standing = seen.standings_on(instrument, on).known();
    const Step* last = last_step_on(seen, instrument, on);
    if (!standing || !is_on_the_way(*standing) || last == nullptr) return std::nullopt;
    const InstrumentRecord& record = instrument.record();
    StalledRow row{.instrument = id,
                   .kind = record.kind,
                   .names = record.names,
                   .parties = record.parties,
                   .standing = *standing,
                   .last_step = last->taken.step,
                   .last_step_date = last->span(),
                   .days = on.day - last->span().to.day,
                   .signed_by_all = signed_by_all(record, seen.steps(instrument), on),
                   .days_since_signature = {},
                   .threshold = {},
                   .days_over = {},
                   .threshold_reason = {},
                   .body = instrument.body};
    row.days_since_signature = days_since(row.signed_by_all, on);
    if (const Threshold* threshold = threshold_of(seen, *standing, record.kind)) {
        row.threshold = threshold->days;
        row.days_over = row.days - threshold->days;
        row.threshold_reason = threshold->reason;
    }
    return row;
}

bool is_over(const StalledRow& row) { return row.days_over && *row.days_over > 0; }

// What falls due with one instrument. Collected without a window; the query cuts it.
class Collected {
public:
    Collected(const Looking& looking, const InstrumentId& id, const Instrument& instrument, Date on)
        : seen_(looking.seen()), id_(id), instrument_(instrument), record_(instrument.record()), on_(on), steps_(steps_known_on(seen_, instrument, on)) {
        changed_ = instrument.versions.back().recorded;
        for (const Step* one : steps_) changed_ = std::max(changed_, one->recorded);
    }

    [[nodiscard]] std::vector<DueRow> rows() && {
        const Standings standings = seen_.standings_on(instrument_, on_);
        const bool is_ended = !standings.has(Standing::in_force) && (standings.has(Standing::terminated) || standings.has(Standing::lapsed));
        const bool by_term_alone = is_ended && date_of(steps_, lapse, on_) == std::nullopt && date_of(steps_, termination, on_) == std::nullopt;
        if (!is_ended) {
            force_rows();
            effect_rows();
            publication_rows(standings);
            stall_row();
            pen_row();
        }
        if (!is_ended || by_term_alone) term_rows();
        activity_rows();
        return std::move(rows_);
    }

private:
    void add(DueKind kind, Date date, bool overdue) {
        rows_.push_back({.kind = kind,
                         .date = date,
                         .overdue = overdue,
                         .instrument = id_,
                         .instrument_kind = record_.kind,
                         .names = record_.names,
                         .party = {},
                         .activity = {},
                         .body = instrument_.body,
                         .changed = changed_});
    }

    [[nodiscard]] const Step* step_ahead(StepKind kind) const {
        for (const Step* one : steps_) {
            if (one->taken.step == kind && !one->taken.unverified && one->span().from > on_) return one;
        }
        return nullptr;
    }

    void force_rows() {
        if (recorded_force(steps_, on_) != nullptr) return;
        if (const Step* ahead = step_ahead(force)) return add(DueKind::force, ahead->span().from, false);
        const auto computed = force_by_clause(record_, steps_, on_);
        if (!computed) return;
        const bool passed = computed->to <= on_;
        // From the signature on nobody records an entry into force of its own.
        if (passed && record_.force.by == ForceBy::signature && record_.force.count == 0) return;
        add(passed ? DueKind::force_record : DueKind::force, computed->from, passed);
    }

    void effect_rows() {
        for (const EffectClause& one : record_.effects) {
            const auto begins = effect_by_clause(record_, steps_, one.place, on_);
            if (!begins || begins->from <= on_) continue;
            add(DueKind::effect, begins->from, false);
            rows_.back().party = one.place;
        }
        if (const Step* ahead = step_ahead(termination)) add(DueKind::termination, ahead->span().from, false);
    }

    // The law asks for publication and names no day: what is not published yet is overdue from the first day on.
    void publication_rows(Standings standings) {
        if (!instrument_.live) return;
        const auto is_signed = signed_by_all(record_, steps_, on_);
        if (is_signed && is_signed->to <= on_ && !date_of(steps_, text_notice, on_)) add(DueKind::text_notice, is_signed->to, true);
        const auto begun = force_of(record_, steps_, on_);
        const bool is_in_force = standings.known() == Standing::in_force;
        const bool has_force_step = recorded_force(steps_, on_) != nullptr;
        if (is_in_force && begun && has_force_step && !date_of(steps_, force_notice, on_)) add(DueKind::force_notice, begun->to, true);
    }

    void term_rows() {
        const auto last = last_day_of_term(record_, steps_, on_);
        if (!last || !record_.term) return;
        const Term& term = *record_.term;
        add(term.tacit ? DueKind::tacit_renewal : DueKind::term_end, last->from, last->to < on_);
        if (term.notice_days != 0 && last->from.plus_days(-term.notice_days) >= on_) {
            add(DueKind::term_notice, last->from.plus_days(-term.notice_days), false);
        }
    }

    void stall_row() {
        const auto row = stalled_row(seen_, id_, instrument_, on_);
        if (!row || !row->threshold) return;
        add(DueKind::stall, row->last_step_date.to.plus_days(*row->threshold), is_over(*row));
    }

    void pen_row() {
        const NegotiationFile* file = seen_.file(instrument_);
        if (file == nullptr) return;
        const PenPassed* pen = nullptr;
        for (const PenPassed& one : file->pens) {
            if (one.date <= on_) pen = &one;
        }
        if (pen == nullptr || !pen->due || date_of(steps_, signing, on_)) return;
        add(DueKind::pen, *pen->due, *pen->due < on_);
        rows_.back().party = pen->to;
    }

    void activity_rows() {
        for (const ActivityRow& one : activities_on(seen_, instrument_, on_)) {
            if (one.standing != ActivityStanding::planned && one.standing != ActivityStanding::passed) continue;
            add(DueKind::activity, one.date.from, one.standing == ActivityStanding::passed);
            rows_.back().names = one.names;
            rows_.back().activity = one.activity;
            rows_.back().body = one.body;
            rows_.back().changed = instrument_.activities.at(one.activity).recorded;
        }
    }

    Seen seen_;
    const InstrumentId& id_;
    const Instrument& instrument_;
    const InstrumentRecord& record_;
    Date on_;
    std::vector<const Step*> steps_;
    Instant changed_;
    std::vector<DueRow> rows_;
};

// Whether a span lies in the period, may do so, or does not.
ponte::Answer lies_in(const std::optional<Period>& span, const Period& period) {
    if (!span || span->to < period.from || span->from > period.to) return ponte::Answer::no;
    return period.from <= span->from && span->to <= period.to ? ponte::Answer::yes : ponte::Answer::unknown;
}

void count(ponte::Answer counted, std::uint32_t& sure, std::uint32_t& possible) {
    if (counted == ponte::Answer::yes) ++sure;
    if (counted == ponte::Answer::unknown) ++possible;
}

// What one instrument adds to the figures.
FigureRow figure_of(const Seen& seen, const Instrument& instrument, Date on, const Period& period) {
    FigureRow row;
    const Standings standings = seen.standings_on(instrument, on);
    count(standings.in(Standing::in_force), row.in_force, row.in_force_possible);
    const std::vector<Standing> all = standings.all();
    if (std::ranges::all_of(all, is_on_the_way)) row.on_the_way = 1;
    if (std::ranges::all_of(all, [](Standing one) { return one == Standing::terminated || one == Standing::lapsed; })) row.ended = 1;
    const std::vector<const Step*> steps = seen.steps(instrument);
    count(lies_in(signed_by_all(instrument.record(), steps, on), period), row.signed_in_period, row.signed_possible);
    auto begun = force_of(instrument.record(), steps, on);
    if (begun && begun->from > on) begun.reset();
    count(lies_in(begun, period), row.force_in_period, row.force_possible);
    return row;
}

void add(FigureRow& to, const FigureRow& one) {
    to.in_force += one.in_force;
    to.in_force_possible += one.in_force_possible;
    to.on_the_way += one.on_the_way;
    to.ended += one.ended;
    to.signed_in_period += one.signed_in_period;
    to.signed_possible += one.signed_possible;
    to.force_in_period += one.force_in_period;
    to.force_possible += one.force_possible;
}

std::optional<Duration> duration_of(const Seen& seen, const InstrumentId& id, const Instrument& instrument, Date on) {
    const InstrumentRecord& record = instrument.record();
    const std::vector<const Step*> steps = seen.steps(instrument);
    const auto from = signed_by_all(record, steps, on);
    const auto to = force_of(record, steps, on);
    const auto days = days_between(from, to);
    if (!days || to->to > on) return std::nullopt;
    return Duration{.instrument = id, .kind = record.kind, .names = record.names, .parties = record.parties, .signed_by_all = from->to, .in_force = to->to, .days = *days};
}

// The middle value; of an even number the mean of the two in the middle, exactly.
std::optional<Decimal> median(std::vector<std::int32_t> values) {
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return Decimal{values[middle], 0};
    return Decimal{(std::int64_t{values[middle - 1]} + values[middle]) * 5, 1}.shortest();
}

}  // namespace

StalledAnswer answer(const Looking& looking, const StalledQuery& query) {
    const Seen seen = looking.seen();
    StalledAnswer shown{.on = query.on.value_or(looking.today()), .files = {}, .force_unknown = {}};
    for (const auto& [id, instrument] : seen.instruments()) {
        if (!instrument->has_party(macao()) || !is_asked_for(query.kinds, instrument->record().kind)) continue;
        if (query.body && *query.body != instrument->body) continue;
        const auto row = stalled_row(seen, id, *instrument, shown.on);
        if (row && (!query.over_only || is_over(*row))) shown.files.push_back(*row);
        if (query.over_only) continue;
        if (auto open = force_unknown_row(seen, id, *instrument, shown.on)) shown.force_unknown.push_back(*std::move(open));
    }
    std::ranges::stable_sort(shown.force_unknown, std::ranges::greater(), &ForceUnknownRow::days_since_signature);
    std::ranges::stable_sort(shown.files, [](const StalledRow& one, const StalledRow& other) {
        const std::int32_t over = is_over(one) ? *one.days_over : 0;
        const std::int32_t other_over = is_over(other) ? *other.days_over : 0;
        return std::pair(over, one.days) > std::pair(other_over, other.days);
    });
    return shown;
}

ThresholdsAnswer answer(const Looking& looking, const ThresholdsQuery& query) {
    ThresholdsAnswer shown;
    const Seen seen = looking.seen();
    for (const auto& [key, threshold] : seen.thresholds()) {
        if (query.standing && *query.standing != key.first) continue;
        shown.thresholds.push_back({.standing = key.first, .kind = key.second, .days = threshold.days, .reason = threshold.reason});
    }
    return shown;
}

DueAnswer answer(const Looking& looking, const DueQuery& query) {
    const Seen seen = looking.seen();
    const Date on = query.on.value_or(looking.today());
    DueAnswer shown{.on = on, .until = query.until.value_or(plus_months(on, 12)), .rows = {}};
    for (const auto& [id, instrument] : seen.instruments()) {
        if (!instrument->has_party(macao())) continue;  // The days of other pairs are theirs.
        for (DueRow& row : Collected(looking, id, *instrument, on).rows()) {
            if (query.body && *query.body != row.body) continue;
            if (!query.kinds.empty() && std::ranges::find(query.kinds, row.kind) == query.kinds.end()) continue;
            if (row.overdue || (row.date >= on && row.date <= shown.until)) shown.rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(shown.rows, [](const DueRow& one, const DueRow& other) {
        return std::tie(one.date, one.instrument, one.kind) < std::tie(other.date, other.instrument, other.kind);
    });
    return shown;
}

FiguresAnswer answer(const Looking& looking, const FiguresQuery& query) {
    const Seen seen = looking.seen();
    const Date on = query.on.value_or(looking.today());
    const Period year{dates::of(on.calendar().year() / 1 / 1), dates::of(on.calendar().year() / 12 / 31)};
    FiguresAnswer shown{.on = on, .period = query.period.value_or(year)};
    std::map<InstrumentKind, FigureRow> kinds;
    std::map<Standing, std::uint32_t> standings;
    std::set<JurisdictionId> partners;
    std::vector<std::int32_t> lives;
    for (const auto& [id, instrument] : seen.instruments()) {
        const InstrumentRecord& record = instrument->record();
        if (!is_asked_for(query.kinds, record.kind) || (query.partners && !is_with(looking, *instrument, *query.partners, on))) continue;
        if (instrument->has_party(macao()) || query.other_pairs) {
            if (auto one = duration_of(seen, id, *instrument, on)) shown.durations.push_back(*std::move(one));
        }
        if (!instrument->has_party(macao())) continue;
        const FigureRow row = figure_of(seen, *instrument, on, shown.period);
        kinds[record.kind].kind = record.kind;
        add(kinds[record.kind], row);
        add(shown.total, row);
        const auto standing = seen.standings_on(*instrument, on).known();
        if (standing) ++standings[*standing];
        if (!standing) ++shown.standing_unknown;
        if (row.in_force == 0) continue;
        for (const JurisdictionId& one : partners_of(*instrument)) partners.insert(one);
        if (const auto one = duration_of(seen, id, *instrument, on)) lives.push_back(one->days);
    }
    std::ranges::stable_sort(shown.durations, std::ranges::greater(), &Duration::days);
    for (const auto& [kind, row] : kinds) shown.kinds.push_back(row);
    for (const auto& [standing, number] : standings) shown.standings.push_back({.standing = standing, .instruments = number});
    shown.partners.assign(partners.begin(), partners.end());
    shown.partners_in_force = static_cast<std::uint32_t>(partners.size());
    shown.lives = static_cast<std::uint32_t>(lives.size());
    shown.median_days_signed_to_force = median(lives);
    return shown;
}

}  // namespace ponte::accords
