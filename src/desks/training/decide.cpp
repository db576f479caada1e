#include "desks/training/decide.h"

#include "base/check.h"
#include "base/text.h"
#include "desks/training/refusals.h"

#include <algorithm>
#include <set>

namespace ponte::training {

namespace {

constexpr std::size_t id_bytes_max = 64;
constexpr std::size_t text_bytes_max = 500;

bool may_organise(const View& view) { return view.asker.may_configure("training") || view.asker.has("training", access::Role::officer); }

bool is_well_formed(std::string_view id) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; };
    return !id.empty() && id.size() <= id_bytes_max && std::ranges::all_of(id, fits);
}

bool is_reason(std::string_view text) { return !text.empty() && text.size() <= text_bytes_max && !has_control_characters(text); }

// The organising body's own officers, and those who configure the desk.
bool organises(const View& view, const Gathering& event) { return view.asker.may_configure("training") || view.asker.body == event.plan.organiser; }

// An event that is there and was not cancelled.
Outcome<const Gathering*> standing(const View& view, const EventId& id) {
    const auto found = view.training.known.events.find(id);
    if (found == view.training.known.events.end()) return refuse(refusals::event_unknown, id.value.substr(0, 80), "/event");
    if (found->second.cancelled) return refuse(refusals::event_cancelled, id.value, "/event");
    return &found->second;
}

// ... that the asker's body organises.
Outcome<const Gathering*> own_standing(const View& view, const EventId& id) {
    const Gathering* event = TRY(standing(view, id));
    if (!organises(view, *event)) return refuse(refusals::not_the_organiser, event->plan.organiser.value);
    return event;
}

// A nomination that was not withdrawn.
Outcome<const Nomination*> standing(const Gathering& event, std::uint32_t number) {
    const Nomination* one = event.nomination(number);
    if (one == nullptr) return refuse(refusals::nomination_unknown, std::to_string(number), "/number");
    if (one->withdrawn) return refuse(refusals::nomination_withdrawn, std::to_string(number), "/number");
    return one;
}

// What is to be said of the participant's jurisdiction when he himself counts by so much more.
NumbersCounted counted(const Gathering& event, const Nomination& one, int attended, int certified) {
    NumbersCounted numbers = event.numbers_of(one.nominated.jurisdiction);
    numbers.attended += static_cast<std::uint32_t>(attended);
    numbers.certified += static_cast<std::uint32_t>(certified);
    return numbers;
}

std::optional<Refusal> no_quotas(const std::vector<SeatQuota>& quotas, std::uint32_t seats) {
    std::uint64_t reserved = 0;
    std::set<JurisdictionId> named;
    for (std::size_t i = 0; i < quotas.size(); ++i) {
        const SeatQuota& quota = quotas[i];
        const bool fits = named.insert(quota.jurisdiction).second && (!quota.most || *quota.most >= quota.reserved);
        reserved += quota.reserved;
        if (!fits || reserved > seats) return Refusal{refusals::quotas_exceed_seats, quota.jurisdiction.value, "/quotas/" + std::to_string(i)};
    }
    return std::nullopt;
}

}  // namespace

Decision decide(const View& view, const PlanEvent& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.event.value)) return refuse(refusals::id_malformed, command.event.value.substr(0, 80), "/event");
    if (command.titles.empty()) return refuse(refusals::title_missing, {}, "/titles");
    for (const Language language : languages) {
        const std::string& title = command.titles.in(language);
        if (title.size() > text_bytes_max || has_control_characters(title)) return refuse(refusals::text_malformed, {}, "/titles");
    }
    if (command.venue.size() > text_bytes_max || has_control_characters(command.venue)) return refuse(refusals::text_malformed, {}, "/venue");
    if (command.to < command.from) return refuse(refusals::dates_impossible, command.to.to_text(), "/to");
    if (command.nominations_to < command.nominations_from) return refuse(refusals::dates_impossible, command.nominations_to.to_text(), "/nominations_to");
    if (command.nominations_from > command.to) return refuse(refusals::dates_impossible, command.nominations_from.to_text(), "/nominations_from");
    if (auto no = no_quotas(command.quotas, command.seats)) return std::unexpected(*std::move(no));
    if (!view.jurisdictions.by_id.contains(command.place)) return refuse(refusals::jurisdiction_unknown, command.place.value, "/place");
    for (std::size_t i = 0; i < command.quotas.size(); ++i) {
        const JurisdictionId& named = command.quotas[i].jurisdiction;
        if (!view.jurisdictions.by_id.contains(named)) return refuse(refusals::jurisdiction_unknown, named.value, "/quotas/" + std::to_string(i) + "/jurisdiction");
    }
    if (view.training.known.events.contains(command.event)) return refuse(refusals::already_planned, command.event.value, "/event");
    return std::vector<Event>{EventPlanned{.event = command.event,
                                           .kind = command.kind,
                                           .titles = command.titles,
                                           .place = command.place,
                                           .venue = command.venue,
                                           .from = command.from,
                                           .to = command.to,
                                           .nominations_from = command.nominations_from,
                                           .nominations_to = command.nominations_to,
                                           .seats = command.seats,
                                           .quotas = command.quotas,
                                           .days_needed = command.days_needed,
                                           .organiser = view.asker.body,
                                           .side = view.asker.side}};
}

Decision decide(const View& view, const ChangeSeats& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_reason(command.reason)) return refuse(refusals::reason_missing, {}, "/reason");
    if (auto no = no_quotas(command.quotas, command.seats)) return std::unexpected(*std::move(no));
    for (std::size_t i = 0; i < command.quotas.size(); ++i) {
        const JurisdictionId& named = command.quotas[i].jurisdiction;
        if (!view.jurisdictions.by_id.contains(named)) return refuse(refusals::jurisdiction_unknown, named.value, "/quotas/" + std::to_string(i) + "/jurisdiction");
    }
    const Gathering* event = TRY(own_standing(view, command.event));
    if (event->held) return refuse(refusals::already_held, command.event.value, "/event");
    const auto confirmed = std::ranges::count_if(event->nominations, [](const Nomination& one) { return one.confirmed && !one.withdrawn; });
    if (static_cast<std::uint64_t>(confirmed) > command.seats) return refuse(refusals::seats_below_confirmed, std::to_string(confirmed), "/seats");
    return std::vector<Event>{SeatsChanged{.event = command.event, .seats = command.seats, .quotas = command.quotas, .reason = command.reason}};
}

Decision decide(const View& view, const CancelEvent& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_reason(command.reason)) return refuse(refusals::reason_missing, {}, "/reason");
    const Gathering* event = TRY(own_standing(view, command.event));
    if (event->held) return refuse(refusals::already_held, command.event.value, "/event");
    return std::vector<Event>{EventCancelled{.event = command.event, .reason = command.reason}};
}

Decision decide(const View& view, const HoldEvent& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Gathering* event = TRY(own_standing(view, command.event));
    const EventHeld held{.event = command.event, .from = command.from.value_or(event->plan.from), .to = command.to.value_or(event->plan.to)};
    if (held.to < held.from) return refuse(refusals::dates_impossible, held.to.to_text(), "/to");
    if (event->held) return refuse(refusals::already_held, command.event.value, "/event");
    if (held.to > view.now.date()) return refuse(refusals::not_yet_over, held.to.to_text(), "/to");
    // What was recorded day by day while it went on must lie within the days that it is now said to have had.
    for (const Nomination& one : event->nominations) {
        for (const auto& [day, present] : one.attendance) {
            if (day < held.from || day > held.to) return refuse(refusals::outside_event, day.to_text(), day < held.from ? "/from" : "/to");
        }
    }
    return std::vector<Event>{held};
}

Decision decide(const View& view, const NominateParticipant& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.person.value)) return refuse(refusals::id_malformed, command.person.value.substr(0, 80), "/person");
    if (command.office.size() > text_bytes_max || has_control_characters(command.office)) return refuse(refusals::text_malformed, {}, "/office");
    if (!view.jurisdictions.by_id.contains(command.jurisdiction)) return refuse(refusals::jurisdiction_unknown, command.jurisdiction.value, "/jurisdiction");
    const Gathering* event = TRY(standing(view, command.event));
    if (event->held) return refuse(refusals::already_held, command.event.value, "/event");
    const Date today = view.now.date();
    if (today < event->plan.nominations_from || today > event->plan.nominations_to) {
        return refuse(refusals::outside_window, Period{event->plan.nominations_from, event->plan.nominations_to}.to_text(), "/event");
    }
    const bool again = std::ranges::any_of(event->nominations, [&](const Nomination& one) { return one.nominated.person == command.person && !one.withdrawn; });
    if (again) return refuse(refusals::person_nominated, command.person.value, "/person");
    return std::vector<Event>{ParticipantNominated{.event = command.event,
                                                   .number = static_cast<std::uint32_t>(event->nominations.size() + 1),
                                                   .jurisdiction = command.jurisdiction,
                                                   .person = command.person,
                                                   .display = command.display,
                                                   .office = command.office,
                                                   .body = view.asker.body,
                                                   .on = today}};
}

Decision decide(const View& view, const ConfirmNomination& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Gathering* event = TRY(own_standing(view, command.event));
    const Nomination* one = TRY(standing(*event, command.number));
    if (one->confirmed) return refuse(refusals::already_confirmed, std::to_string(command.number), "/number");
    if (event->held) return refuse(refusals::already_held, command.event.value, "/event");
    if (event->seating()[command.number - 1].seating == Seating::waits) return refuse(refusals::over_quota, one->nominated.jurisdiction.value, "/number");
    return std::vector<Event>{NominationConfirmed{.event = command.event, .number = command.number}};
}

Decision decide(const View& view, const WithdrawNomination& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_reason(command.reason)) return refuse(refusals::reason_missing, {}, "/reason");
    const Gathering* event = TRY(standing(view, command.event));
    const Nomination* one = TRY(standing(*event, command.number));
    if (!organises(view, *event) && view.asker.body != one->nominated.body) return refuse(refusals::not_the_organiser, event->plan.organiser.value);
    if (event->held) return refuse(refusals::already_held, command.event.value, "/event");
    if (one->days_attended() > 0) return refuse(refusals::already_recorded, std::to_string(command.number), "/number");
    return std::vector<Event>{NominationWithdrawn{.event = command.event, .number = command.number, .reason = command.reason}};
}

Decision decide(const View& view, const RecordAttendance& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Gathering* event = TRY(own_standing(view, command.event));
    const Nomination* one = TRY(standing(*event, command.number));
    if (!one->confirmed) return refuse(refusals::not_confirmed, std::to_string(command.number), "/number");
    const Date from = event->held ? event->held->from : event->plan.from;
    const Date to = event->held ? event->held->to : event->plan.to;
    if (command.day < from || command.day > to) return refuse(refusals::outside_event, command.day.to_text(), "/day");
    if (command.day > view.now.date()) return refuse(refusals::date_in_future, command.day.to_text(), "/day");
    const auto known = one->attendance.find(command.day);
    const bool same = known != one->attendance.end() && known->second == command.present;
    // A certificate says how many days were attended; it is withdrawn first.
    if (same || one->certificate) return refuse(refusals::already_recorded, std::to_string(command.number), "/day");
    std::vector<Event> events{AttendanceRecorded{.event = command.event, .number = command.number, .day = command.day, .present = command.present}};
    const int days_before = one->days_attended();
    const int days = days_before + (command.present ? 1 : 0) - (known != one->attendance.end() && known->second ? 1 : 0);
    const int attended = (days > 0 ? 1 : 0) - (days_before > 0 ? 1 : 0);
    if (attended != 0) events.emplace_back(counted(*event, *one, attended, 0));
    return events;
}

Decision decide(const View& view, const IssueCertificate& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const bool printable = !command.certificate.value.empty() && command.certificate.value.size() <= id_bytes_max && !has_control_characters(command.certificate.value);
    if (!printable) return refuse(refusals::id_malformed, command.certificate.value.substr(0, 80), "/certificate");
    const Gathering* event = TRY(own_standing(view, command.event));
    if (event->plan.days_needed == 0) return refuse(refusals::no_certificates, command.event.value, "/event");
    if (!event->held) return refuse(refusals::not_held, command.event.value, "/event");
    const Nomination* one = TRY(standing(*event, command.number));
    if (one->days_attended() < event->plan.days_needed) {
        return refuse(refusals::not_attended, std::to_string(one->days_attended()) + " / " + std::to_string(event->plan.days_needed), "/number");
    }
    if (one->certificate) return refuse(refusals::already_certified, one->certificate->value, "/number");
    if (view.training.known.certificates.contains(command.certificate)) return refuse(refusals::certificate_used, command.certificate.value, "/certificate");
    return std::vector<Event>{CertificateIssued{.event = command.event,
                                                .number = command.number,
                                                .certificate = command.certificate,
                                                .days = one->days_attended(),
                                                .on = view.now.date()},
                              counted(*event, *one, 0, 1)};
}

Decision decide(const View& view, const WithdrawCertificate& command) {
    if (!may_organise(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_reason(command.reason)) return refuse(refusals::reason_missing, {}, "/reason");
    const auto found = view.training.known.certificates.find(command.certificate);
    if (found == view.training.known.certificates.end()) return refuse(refusals::certificate_unknown, command.certificate.value.substr(0, 80), "/certificate");
    const Gathering& event = view.training.known.events.at(found->second.issued.event);
    if (!organises(view, event)) return refuse(refusals::not_the_organiser, event.plan.organiser.value);
    if (found->second.withdrawn) return refuse(refusals::certificate_withdrawn, command.certificate.value, "/certificate");
    const Nomination* holder = event.nomination(found->second.issued.number);
    CHECK(holder != nullptr);
    return std::vector<Event>{CertificateWithdrawn{.certificate = command.certificate, .reason = command.reason, .on = view.now.date()},
                              counted(event, *holder, 0, -1)};
}

}  // namespace ponte::training
