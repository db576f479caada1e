#include "desks/training/queries.h"

#include <algorithm>

namespace ponte::training {

namespace {

EventState state_of(const Gathering& event, Date today) {
    if (event.cancelled) return EventState::cancelled;
    if (event.held) return EventState::held;
    if (today < event.plan.nominations_from) return EventState::planned;
    return today <= event.plan.nominations_to ? EventState::nominating : EventState::closed;
}

bool sits(Seating seating) { return seating == Seating::reserved || seating == Seating::open; }

void count(Numbers& numbers, const Nomination& one, Seating seating) {
    ++numbers.nominated;
    if (one.withdrawn) {
        ++numbers.withdrawn;
        return;
    }
    if (sits(seating)) ++numbers.seated;
    if (seating == Seating::waits) ++numbers.waiting;
    if (one.confirmed) ++numbers.confirmed;
    if (one.days_attended() > 0) ++numbers.attended;
    if (one.certificate) ++numbers.certified;
}

void add(Numbers& all, const Numbers& more) {
    all.nominated += more.nominated;
    all.withdrawn += more.withdrawn;
    all.seated += more.seated;
    all.waiting += more.waiting;
    all.confirmed += more.confirmed;
    all.attended += more.attended;
    all.certified += more.certified;
}

Numbers numbers_of(const Gathering& event) {
    Numbers numbers;
    const std::vector<Seated> seating = event.seating();
    for (std::size_t i = 0; i < seating.size(); ++i) count(numbers, event.nominations[i], seating[i].seating);
    return numbers;
}

std::map<JurisdictionId, ByJurisdiction> by_jurisdiction(const Gathering& event) {
    std::map<JurisdictionId, ByJurisdiction> all;
    for (const SeatQuota& quota : event.quotas) {
        all[quota.jurisdiction].reserved = quota.reserved;
        all[quota.jurisdiction].most = quota.most;
    }
    const std::vector<Seated> seating = event.seating();
    for (std::size_t i = 0; i < seating.size(); ++i) count(all[event.nominations[i].nominated.jurisdiction].numbers, event.nominations[i], seating[i].seating);
    for (auto& [id, one] : all) {
        one.jurisdiction = id;
        one.events = one.numbers.attended > 0 ? 1 : 0;
    }
    return all;
}

EventRow row_of(const Gathering& event, Date today) {
    const EventPlanned& plan = event.plan;
    EventRow row{.event = plan.event,
                 .kind = plan.kind,
                 .state = state_of(event, today),
                 .titles = plan.titles,
                 .place = plan.place,
                 .venue = plan.venue,
                 .from = event.held ? event.held->from : plan.from,
                 .to = event.held ? event.held->to : plan.to,
                 .nominations_from = plan.nominations_from,
                 .nominations_to = plan.nominations_to,
                 .seats = event.seats,
                 .days_needed = plan.days_needed,
                 .organiser = plan.organiser,
                 .numbers = numbers_of(event),
                 .sequence = event.sequence};
    row.seats_free = row.seats - std::min(row.seats, row.numbers.seated);
    return row;
}

}  // namespace

EventsAnswer answer(const State& state, const EventsQuery& query, const access::Sight& reader, Instant now) {
    EventsAnswer answer;
    for (const Gathering* event : Seen(state.known, reader).events()) {
        const EventRow row = row_of(*event, now.date());
        if ((query.from && row.to < *query.from) || (query.to && row.from > *query.to)) continue;
        if (query.state && row.state != *query.state) continue;
        const bool nominated = !query.jurisdiction || std::ranges::any_of(event->nominations, [&](const Nomination& one) {
            return one.nominated.jurisdiction == *query.jurisdiction && !one.withdrawn;
        });
        if (nominated) answer.events.push_back(row);
    }
    std::ranges::stable_sort(answer.events, {}, &EventRow::from);
    return answer;
}

EventAnswer answer(const State& state, const EventQuery& query, const access::Sight& reader, Instant now) {
    const Seen seen(state.known, reader);
    const Gathering* event = seen.event(query.event);
    if (event == nullptr) return {};
    EventAnswer answer{.event = row_of(*event, now.date())};
    for (const auto& [id, one] : by_jurisdiction(*event)) answer.jurisdictions.push_back(one);
    if (!reader.auditor && (!reader.side || *reader.side == Side::other)) return answer;
    const std::vector<Seated> seating = event->seating();
    for (std::size_t i = 0; i < seating.size(); ++i) {
        const Nomination& one = event->nominations[i];
        ParticipantRow row{.number = one.nominated.number,
                           .jurisdiction = one.nominated.jurisdiction,
                           .seating = seating[i].seating,
                           .why = seating[i].why,
                           .place_in_line = seating[i].place_in_line,
                           .confirmed = one.confirmed};
        if (seen.sees_person(*event, one)) {
            row.person = one.nominated.person;
            row.display = one.nominated.display;
            row.office = one.nominated.office;
            row.certificate = one.certificate;
            for (const auto& [day, present] : one.attendance) {
                if (present) row.days.push_back(day);
            }
        }
        answer.participants.push_back(std::move(row));
    }
    return answer;
}

ReportAnswer answer(const State& state, const ReportQuery& query, const access::Sight& reader, Instant) {
    ReportAnswer answer{.from = query.from, .to = query.to};
    std::map<JurisdictionId, ByJurisdiction> all;
    for (const Gathering* event : Seen(state.known, reader).events()) {
        if (!event->held || (query.from && event->held->to < *query.from) || (query.to && event->held->to > *query.to)) continue;
        if (!query.kinds.empty() && std::ranges::find(query.kinds, event->plan.kind) == query.kinds.end()) continue;
        ++answer.events_held;
        if (event->plan.kind == EventKind::meeting || event->plan.kind == EventKind::theme_day) ++answer.meetings_held;
        answer.entries.push_back(event->sequence);
        add(answer.numbers, numbers_of(*event));
        for (const auto& [id, one] : by_jurisdiction(*event)) {
            ByJurisdiction& sum = all[id];
            sum.jurisdiction = id;
            sum.reserved += one.reserved;
            sum.events += one.events;
            add(sum.numbers, one.numbers);
        }
    }
    std::ranges::sort(answer.entries);
    for (const auto& [id, one] : all) answer.jurisdictions.push_back(one);
    return answer;
}

CertificateAnswer answer(const State& state, const CertificateQuery& query, const access::Sight& reader, Instant) {
    CertificateAnswer answer{.certificate = query.certificate, .state = CertificateState::unknown};
    const Certificate* found = Seen(state.known, reader).certificate(query.certificate);
    if (found == nullptr) return answer;
    answer.state = found->withdrawn ? CertificateState::withdrawn : CertificateState::valid;
    answer.event = found->issued.event;
    answer.titles = state.known.events.at(found->issued.event).plan.titles;
    answer.issued_on = found->issued.on;
    if (found->withdrawn) answer.withdrawn_on = found->withdrawn->on;
    answer.days = found->issued.days;
    return answer;
}

}  // namespace ponte::training
