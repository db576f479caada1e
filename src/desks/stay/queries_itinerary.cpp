#include "desks/stay/queries_itinerary.h"

#include "desks/stay/refusals.h"
#include "desks/stay/rules.h"

#include <algorithm>
#include <span>

namespace ponte::stay {

namespace {

std::int32_t days_between(Date from, Date to) { return to.day - from.day; }

// A stay with its number among the given ones.
struct Given {
    const Stay* stay = nullptr;
    std::uint32_t number = 0;
};

struct Span {
    Date from;
    Date to;
};

// The days that are counted together in one place, or in all the members of a zone, and the entries that they make.
class Scope {
public:
    Scope(const Zone* zone, const JurisdictionId& place, std::span<const Given> stays) : zone_(zone), place_(place), spans_(stays.size()), entry_(stays.size(), none) {
        for (std::size_t i = 0; i < stays.size(); ++i) take(*stays[i].stay, i, i > 0 ? stays[i - 1].stay : nullptr);
        count();
    }

    [[nodiscard]] const Zone* zone() const { return zone_; }
    [[nodiscard]] const JurisdictionId& place() const { return place_; }
    [[nodiscard]] bool is(const Zone* zone, const JurisdictionId& place) const { return zone_ == zone && (zone != nullptr || place_ == place); }
    [[nodiscard]] bool unsure() const { return unsure_; }
    // The entry that the stay belongs to; nothing where none of its days counts.
    [[nodiscard]] const Span* entry_of(std::size_t stay) const { return entry_[stay] == none ? nullptr : &entries_[entry_[stay]]; }
    // Days from one to another that count, both in it.
    [[nodiscard]] std::uint32_t days_in(Date from, Date to) const {
        const auto at = [&](std::int64_t day) { return before_[static_cast<std::size_t>(std::clamp<std::int64_t>(day - first_.day, 0, std::ssize(before_) - 1))]; };
        return to < from || before_.empty() ? 0 : at(std::int64_t{to.day} + 1) - at(from.day);
    }
    [[nodiscard]] std::uint32_t longest_entry() const {
        std::int32_t longest = 0;
        for (const Span& one : entries_) longest = std::max(longest, days_between(one.from, one.to) + 1);
        return static_cast<std::uint32_t>(longest);
    }

private:
    static constexpr std::size_t none = ~std::size_t{0};

    // The part of the stay that counts here. In a zone, coming over from another member is no new entry.
    void take(const Stay& stay, std::size_t number, const Stay* previous) {
        if (stay.visa_held || (zone_ == nullptr && stay.place != place_)) return;
        Span span{stay.from, stay.to};
        if (zone_ != nullptr) {
            const auto in = [&](Date day) {
                const Answer member = zone_->has_on(stay.place, day);
                unsure_ = unsure_ || member == Answer::unknown;
                return member != Answer::no;
            };
            if (in(span.from) != in(span.to)) {
                while (span.from <= span.to && !in(span.from)) span.from = span.from.plus_days(1);
                while (span.from <= span.to && !in(span.to)) span.to = span.to.plus_days(-1);
            } else if (!in(span.from)) {
                return;
            }
        }
        const bool comes_over = zone_ != nullptr && previous != nullptr && previous->place != stay.place && !entries_.empty() &&
                                spans_[number - 1].has_value() && span.from <= entries_.back().to.plus_days(1);
        if (comes_over) {
            entries_.back().to = std::max(entries_.back().to, span.to);
        } else {
            entries_.push_back(span);
        }
        spans_[number] = span;
        entry_[number] = entries_.size() - 1;
    }
    void count() {
        const Span* last = nullptr;
        for (const auto& span : spans_) {
            if (!span) continue;
            if (last == nullptr) first_ = span->from;
            last = &*span;
        }
        if (last == nullptr) return;
        std::vector<bool> there(static_cast<std::size_t>(days_between(first_, last->to) + 1));
        for (const auto& span : spans_) {
            for (Date day = span ? span->from : Date{1}; day <= (span ? span->to : Date{0}); day = day.plus_days(1)) there[static_cast<std::size_t>(days_between(first_, day))] = true;
        }
        before_.assign(there.size() + 1, 0);
        for (std::size_t i = 0; i < there.size(); ++i) before_[i + 1] = before_[i] + (there[i] ? 1U : 0U);
    }

    const Zone* zone_;
    JurisdictionId place_;
    std::vector<std::optional<Span>> spans_;  // By stay.
    std::vector<std::size_t> entry_;
    std::vector<Span> entries_;
    Date first_;
    std::vector<std::uint32_t> before_;       // How many counted days lie before the first day and so many more.
    bool unsure_ = false;                     // A day counts though nobody knows whether its place was a member.
};

Date new_year_of(Date day) { return *Date::from_ymd(day.year(), 1, 1); }

std::uint16_t span_of(const Window& window) {
    return window.kind == WindowKind::year ? std::uint16_t{365} : window.span.value_or(0);
}

// The first day of those that the window looks back over.
Date looks_back_to(const Window& window, Date day) {
    return window.kind == WindowKind::calendar_year ? new_year_of(day) : day.plus_days(1 - int{span_of(window)});
}

bool counts_days(const Window& window) {
    return window.kind == WindowKind::rolling || window.kind == WindowKind::calendar_year || window.kind == WindowKind::year;
}

// A window against one stay.
struct Held {
    Answer answer = Answer::yes;
    std::optional<Date> first_bad;
    Obstacle obstacle = Obstacle::none;

    void add(const Held& other) {
        answer = both(answer, other.answer);
        if (other.answer == Answer::yes) return;
        if (!first_bad || (other.first_bad && *other.first_bad < *first_bad)) {
            first_bad = other.first_bad;
            obstacle = other.obstacle;
        }
    }
};

// One traveller's journey, in order of time.
class Journey {
public:
    Journey(const State& state, std::span<const Document> documents, std::span<const Given> stays, std::optional<Date> on)
        : state_(state), documents_(documents), stays_(stays), on_(on) {}

    // `full`: with the latest day to leave and the counts, which nobody needs to know who may go at all.
    [[nodiscard]] ItineraryAnswer check(bool full) {
        ItineraryAnswer found{.refused = {}, .lawful = Answer::yes, .first_bad = {}, .heaviest = {}, .stays = {}, .counts = {}};
        found.stays.reserve(stays_.size());
        for (std::size_t i = 0; i < stays_.size(); ++i) {
            found.stays.push_back(verdict(i, full, found.counts));
            const StayVerdict& one = found.stays.back();
            found.lawful = both(found.lawful, one.lawful);
            if (one.first_bad && (!found.first_bad || *one.first_bad < *found.first_bad)) found.first_bad = one.first_bad;
            if (one.requirement && (!found.heaviest || rules::weight_of(*one.requirement) > rules::weight_of(*found.heaviest))) found.heaviest = one.requirement;
        }
        return found;
    }

private:
    Scope& scope_of(const Way& way, const JurisdictionId& place) {
        for (Scope& one : scopes_) {
            if (one.is(way.zone, place)) return one;
        }
        return scopes_.emplace_back(way.zone, place, stays_);
    }

    [[nodiscard]] Circumstances told(std::size_t i) const {
        const Stay& stay = *stays_[i].stay;
        Circumstances told{.purpose = stay.purpose, .group = stay.group, .entry_port = stay.entry_port, .coming_from = {}, .onward_to = {},
                           .days = static_cast<std::uint32_t>(days_between(stay.from, stay.to) + 1), .met = stay.met};
        if (i > 0) told.coming_from = stays_[i - 1].stay->place;
        if (i + 1 < stays_.size()) told.onward_to = stays_[i + 1].stay->place;
        return told;
    }

    // The n-th entry of those that are counted together, from 0, and the exit before it.
    struct Step {
        std::size_t number = 0;
        std::optional<Date> last_exit;
    };
    [[nodiscard]] Step step_of(const Window& window, std::size_t stay) const {
        Step step;
        const Stay* before = nullptr;
        for (std::size_t i = 0; i <= stay; ++i) {
            const Stay& one = *stays_[i].stay;
            if (one.visa_held || one.place != stays_[stay].stay->place) continue;
            const bool soon = before != nullptr && days_between(before->to, one.from) <= int{*window.span} &&
                              !(window.reset_by && before->left_through == window.reset_by);
            step.number = soon ? step.number + 1 : 0;
            step.last_exit = soon ? std::optional(before->to) : std::nullopt;
            // Who is turned away has not entered, and his waiting goes on from the last exit.
            if (step.number < window.steps.size() || i == stay) before = &one;
        }
        return step;
    }

    [[nodiscard]] Held held(const Window& window, const Scope& scope, std::size_t i) const {
        const Stay& stay = *stays_[i].stay;
        if (window.kind == WindowKind::since_last_exit) {
            const Step step = step_of(window, i);
            if (step.number >= window.steps.size()) return {Answer::no, stay.from, Obstacle::entry_too_soon};
            const Date bad = stay.from.plus_days(int{window.steps[step.number]});
            return bad <= stay.to ? Held{Answer::no, bad, Obstacle::entry_too_long} : Held{};
        }
        if (window.kind == WindowKind::per_entry) {
            const Span* entry = scope.entry_of(i);
            const Date bad = (entry != nullptr ? entry->from : stay.from).plus_days(int{*window.limit});
            return bad <= stay.to ? Held{Answer::no, std::max(bad, stay.from), Obstacle::entry_too_long} : Held{};
        }
        const std::optional<Date> bad = first_over(window, scope, stay);
        if (!bad) return {};
        Window by_calendar = window;
        by_calendar.kind = WindowKind::calendar_year;
        // "In a year": broken only where both readings break it.
        const bool certain = !scope.unsure() && (window.kind != WindowKind::year || first_over(by_calendar, scope, stay));
        return {certain ? Answer::no : Answer::unknown, bad, Obstacle::window_full};
    }

    [[nodiscard]] static std::optional<Date> first_over(const Window& window, const Scope& scope, const Stay& stay) {
        // A window that the whole of the stay's surroundings cannot fill needs no walk.
        if (scope.days_in(looks_back_to(window, stay.from), stay.to) <= *window.limit) return std::nullopt;
        for (Date day = stay.from; day <= stay.to; day = day.plus_days(1)) {
            if (scope.days_in(looks_back_to(window, day), day) > *window.limit) return day;
        }
        return std::nullopt;
    }

    [[nodiscard]] Held held(const Way& way, std::size_t i, const Scope& scope) const {
        const Date from = stays_[i].stay->from;
        Held found;
        if (!way.ended.empty()) return {Answer::unknown, from, Obstacle::rule_ended};
        if (!rules::admits(way.requirement)) {
            const Obstacle obstacle = way.requirement == Requirement::no_admission    ? Obstacle::no_admission
                                      : way.requirement == Requirement::permit_needed ? Obstacle::needs_permit
                                                                                      : Obstacle::needs_visa;
            found = {Answer::no, from, obstacle};
        } else if (way.windows.empty() && !way.no_limit) {
            found = {Answer::unknown, from, Obstacle::days_unknown};
        }
        for (const Window& window : way.windows) found.add(held(window, scope, i));
        const bool uncertain = way.holds == Answer::unknown || (way.track != Track::ordinary && way.met == Answer::unknown);
        if (uncertain) found.add({Answer::unknown, from, Obstacle::rule_uncertain});
        return found;
    }

    // Whether `day` is lawful if he enters on `entered` and has stayed since; what lies before `entered` is as given.
    [[nodiscard]] bool lawful_on(const Way& way, const Scope& scope, std::size_t i, Date entry_from, Date entered, Date day) const {
        for (const Window& window : way.windows) {
            if (window.kind == WindowKind::per_entry) {
                if (days_between(entry_from, day) >= int{*window.limit}) return false;
            } else if (window.kind == WindowKind::since_last_exit) {
                const Step step = step_of(window, i);
                const bool late = step.last_exit && days_between(*step.last_exit, entered) > int{*window.span};
                const std::size_t number = late ? 0 : step.number;
                if (number >= window.steps.size() || days_between(entered, day) >= int{window.steps[number]}) return false;
            } else {
                const Date back = looks_back_to(window, day);
                const std::uint32_t history = scope.days_in(back, stays_[i].stay->from.plus_days(-1));
                const Date since = std::max(back, entered);
                if (history + static_cast<std::uint32_t>(days_between(since, day) + 1) > *window.limit) return false;
            }
        }
        return true;
    }

    void say_until_when(const Way& way, const Scope& scope, std::size_t i, StayVerdict& verdict) const {
        const Stay& stay = *stays_[i].stay;
        if (!rules::admits(way.requirement)) return;
        if (way.no_limit) {
            verdict.without_limit = true;
            return;
        }
        if (way.windows.empty()) return;
        const Span* entry = scope.entry_of(i);
        const Date entered = entry != nullptr ? entry->from : stay.from;
        Date day = stay.from;
        while (days_between(stay.from, day) <= int{rules::days_max} && lawful_on(way, scope, i, entered, stay.from, day)) day = day.plus_days(1);
        if (days_between(stay.from, day) > int{rules::days_max}) {
            verdict.without_limit = true;
            return;
        }
        if (day > stay.from && (!verdict.latest_exit || *verdict.latest_exit < day.plus_days(-1))) verdict.latest_exit = day.plus_days(-1);
    }

    void say_from_when(const Way& way, const Scope& scope, std::size_t i, StayVerdict& verdict) const {
        const Date from = stays_[i].stay->from;
        for (int more = 1; more <= int{rules::days_max}; ++more) {
            const Date day = from.plus_days(more);
            if (!lawful_on(way, scope, i, day, day, day)) continue;
            verdict.may_enter_from = day;
            return;
        }
    }

    void count_in(std::vector<CountVerdict>& counts, const Way& way, const Scope& scope, std::size_t i) const {
        CountVerdict* count = nullptr;
        for (CountVerdict& one : counts) {
            const bool here = one.place == (scope.zone() == nullptr ? std::optional(scope.place()) : std::nullopt) &&
                              one.zone == (scope.zone() == nullptr ? std::nullopt : std::optional(scope.zone()->defined.zone));
            const bool same = one.rule == (way.rule == nullptr ? std::nullopt : std::optional(way.rule->rule.rule)) &&
                              one.snapshot == (way.snapshot == nullptr ? std::nullopt : std::optional(way.snapshot->opened.snapshot));
            if (here && same && std::ranges::equal(one.windows, way.windows, {}, &WindowVerdict::window)) count = &one;
        }
        if (count == nullptr) {
            count = &counts.emplace_back();
            count->longest_entry = scope.longest_entry();
            if (scope.zone() == nullptr) count->place = scope.place();
            if (scope.zone() != nullptr) count->zone = scope.zone()->defined.zone;
            if (way.rule != nullptr) count->rule = way.rule->rule.rule;
            if (way.snapshot != nullptr) count->snapshot = way.snapshot->opened.snapshot;
            for (const Window& window : way.windows) count->windows.push_back({.window = window, .days_max = 0, .worst_day = {}, .first_bad = {}, .held = Answer::yes});
        }
        for (WindowVerdict& one : count->windows) note(one, scope, i);
    }

    void note(WindowVerdict& one, const Scope& scope, std::size_t i) const {
        const Stay& stay = *stays_[i].stay;
        const Held found = held(one.window, scope, i);
        one.held = both(one.held, found.answer);
        if (found.first_bad && (!one.first_bad || *found.first_bad < *one.first_bad)) one.first_bad = found.first_bad;
        const Span* entry = scope.entry_of(i);
        const auto most = [&](std::uint32_t days, Date day) {
            if (days <= one.days_max) return;
            one.days_max = days;
            one.worst_day = day;
        };
        if (!counts_days(one.window)) {
            const Date from = entry != nullptr && one.window.kind == WindowKind::per_entry ? entry->from : stay.from;
            return most(static_cast<std::uint32_t>(days_between(from, stay.to) + 1), stay.to);
        }
        for (Date day = stay.from; day <= stay.to; day = day.plus_days(1)) most(scope.days_in(looks_back_to(one.window, day), day), day);
    }

    [[nodiscard]] StayVerdict verdict(std::size_t i, bool full, std::vector<CountVerdict>& counts) {
        const Stay& stay = *stays_[i].stay;
        StayVerdict found{.stay = stays_[i].number, .place = stay.place, .from = stay.from, .to = stay.to,
                          .days = static_cast<std::uint32_t>(days_between(stay.from, stay.to) + 1), .lawful = Answer::no, .obstacle = Obstacle::no_way_known};
        if (stay.visa_held) {
            found.lawful = Answer::yes;
            found.obstacle = Obstacle::none;
            return found;
        }
        const Circumstances circumstances = told(i);
        std::vector<Way> ways;
        for (const Document& document : documents_) {
            std::vector<Way> more = ways_of(state_, document, stay.place, on_.value_or(stay.from), circumstances);
            ways.insert(ways.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        const Way* taken = nullptr;
        Held best{.answer = Answer::no, .first_bad = stay.from, .obstacle = Obstacle::no_way_known};
        for (const Way& way : ways) {
            if (way.overridden || way.met == Answer::no) continue;
            const Held one = held(way, i, scope_of(way, stay.place));
            found.lawful = either(found.lawful, one.answer);
            if (full && way.may_be_taken()) say_until_when(way, scope_of(way, stay.place), i, found);
            const int gain = rank(one.answer) - rank(best.answer);
            if (taken == nullptr || gain > 0 || (gain == 0 && better(way, *taken))) {
                taken = &way;
                best = one;
            }
        }
        // Nothing is recorded of this place: nobody here knows, and that is not a no.
        if (taken == nullptr) found.lawful = ways.empty() ? Answer::unknown : Answer::no;
        if (found.without_limit) found.latest_exit.reset();
        found.obstacle = best.obstacle;
        found.first_bad = best.first_bad;
        if (taken == nullptr) return found;
        describe(*taken, circumstances, found);
        if (full) {
            const Scope& scope = scope_of(*taken, stay.place);
            const bool filled = best.obstacle == Obstacle::window_full || best.obstacle == Obstacle::entry_too_soon;
            if (filled && best.first_bad == stay.from) say_from_when(*taken, scope, i, found);
            if (taken->ended.empty()) count_in(counts, *taken, scope, i);
        }
        return found;
    }

    static int rank(Answer answer) { return answer == Answer::yes ? 2 : answer == Answer::unknown ? 1 : 0; }

    void describe(const Way& way, const Circumstances& circumstances, StayVerdict& found) const {
        found.document = way.document;
        if (way.ended.empty()) found.requirement = way.requirement;
        if (!way.ended.empty()) found.rule = way.ended.back()->rule.rule;
        if (way.zone != nullptr) found.zone = way.zone->defined.zone;
        if (way.snapshot != nullptr) found.snapshot = way.snapshot->opened.snapshot;
        if (way.rule == nullptr) return;
        found.rule = way.rule->rule.rule;
        for (const Condition& condition : way.rule->rule.conditions) {
            if (met_by(condition, circumstances, found.place, on_.value_or(found.from)) == Answer::unknown) found.assumed.push_back(condition.kind);
        }
    }

    const State& state_;
    std::span<const Document> documents_;
    std::span<const Given> stays_;
    std::optional<Date> on_;
    std::vector<Scope> scopes_;
};

StayRefused refused(RefusalKind kind, std::string subject, std::string place) { return {std::string(kind.code), std::move(subject), std::move(place)}; }

// What is wrong with the stays themselves, and the stays in order of time.
std::vector<StayRefused> in_order(const Looking& looking, const std::vector<Stay>& stays, const std::optional<Date>& on, std::vector<Given>& order) {
    if (stays.empty()) return {refused(refusals::stays_missing, {}, "/stays")};
    if (stays.size() > rules::stays_max) return {refused(refusals::too_many_stays, std::to_string(stays.size()), "/stays")};
    if (on && !on->in_range()) return {refused(refusals::date_impossible, on->to_text(), "/on")};
    std::vector<StayRefused> faults;
    for (std::size_t i = 0; i < stays.size(); ++i) {
        const Stay& stay = stays[i];
        const std::string at = "/stays/" + std::to_string(i);
        if (!looking.jurisdictions.by_id.contains(stay.place)) faults.push_back(refused(refusals::place_unknown, stay.place.value, at + "/place"));
        if (!stay.from.in_range()) faults.push_back(refused(refusals::date_impossible, stay.from.to_text(), at + "/from"));
        if (!stay.to.in_range()) faults.push_back(refused(refusals::date_impossible, stay.to.to_text(), at + "/to"));
        if (stay.to < stay.from) faults.push_back(refused(refusals::stay_backwards, stay.to.to_text(), at + "/to"));
        else if (stay.to.day - std::int64_t{stay.from.day} >= rules::days_max) faults.push_back(refused(refusals::stay_too_long, stay.place.value, at + "/to"));
        order.push_back({.stay = &stay, .number = static_cast<std::uint32_t>(i)});
    }
    if (!faults.empty()) return faults;
    std::ranges::stable_sort(order, {}, [](const Given& one) { return std::pair(one.stay->from, one.stay->to); });
    for (std::size_t i = 1; i < order.size(); ++i) {
        // The day of leaving may be the day of arriving; any other day is in one place.
        if (order[i].stay->from < order[i - 1].stay->to) {
            faults.push_back(refused(refusals::stays_contradict, order[i].stay->from.to_text(), "/stays/" + std::to_string(order[i].number) + "/from"));
        }
    }
    return faults;
}

}  // namespace

ItineraryAnswer answer(const Looking& looking, const ItineraryQuery& query) {
    std::vector<Given> order;
    ItineraryAnswer none{.refused = in_order(looking, query.stays, query.on, order), .lawful = Answer::unknown, .first_bad = {}, .heaviest = {}, .stays = {}, .counts = {}};
    if (query.documents.empty()) none.refused.insert(none.refused.begin(), refused(refusals::document_missing, {}, "/documents"));
    for (std::size_t i = 0; i < query.documents.size(); ++i) {
        if (looking.jurisdictions.by_id.contains(query.documents[i].of)) continue;
        none.refused.push_back(refused(refusals::place_unknown, query.documents[i].of.value, "/documents/" + std::to_string(i) + "/of"));
    }
    if (!none.refused.empty()) return none;
    return Journey(looking.stay, query.documents, order, query.on).check(true);
}

TripAnswer answer(const Looking& looking, const TripQuery& query) {
    std::vector<Given> order;
    TripAnswer found{.refused = in_order(looking, query.stays, query.on, order), .rows = {}};
    if (query.set && !looking.jurisdictions.sets.contains(directory::SetId(*query.set))) {
        found.refused.push_back(refused(refusals::set_unknown, *query.set, "/set"));
    }
    if (!found.refused.empty()) return found;
    const Date first = query.on.value_or(order.front().stay->from);
    std::vector<JurisdictionId> passports;
    if (query.set) {
        passports = looking.jurisdictions.members_on(directory::SetId(*query.set), first);
        std::ranges::sort(passports);
    } else if (const Snapshot* snapshot = looking.stay.snapshot_on(first)) {
        for (const auto& [passport, cells] : snapshot->lines) passports.push_back(passport);
    }
    for (const JurisdictionId& passport : passports) {
        const std::vector<Document> held{{.kind = DocumentKind::passport, .of = passport}};
        const ItineraryAnswer one = Journey(looking.stay, held, order, query.on).check(false);
        (one.lawful == Answer::yes ? found.may : one.lawful == Answer::no ? found.may_not : found.unknown) += 1;
        if (query.lawful && one.lawful != *query.lawful) continue;
        TripRow row{.passport = passport, .lawful = one.lawful, .first_bad = one.first_bad, .where = {}, .obstacle = {}, .heaviest = one.heaviest};
        for (const StayVerdict& stay : one.stays) {
            if (stay.lawful != one.lawful || stay.lawful == Answer::yes) continue;
            row.where = stay.place;
            row.obstacle = stay.obstacle;
            row.first_bad = stay.first_bad;
            break;
        }
        found.rows.push_back(std::move(row));
    }
    return found;
}

}  // namespace ponte::stay
