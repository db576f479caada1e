#pragma once

#include "base/digest.h"
#include "desks/training/events.h"
#include "mechanisms/seats/seats.h"

#include <algorithm>
#include <map>

// Tax meetings and training as neighbours may read them.
namespace ponte::training {

struct Nomination {
    ParticipantNominated nominated;
    bool confirmed = false;
    std::optional<std::string> withdrawn;  // why
    std::map<Date, bool> attendance;
    std::optional<CertificateId> certificate;

    [[nodiscard]] std::uint16_t days_attended() const {
        return static_cast<std::uint16_t>(std::ranges::count_if(attendance, [](const auto& day) { return day.second; }));
    }
    friend bool operator==(const Nomination&, const Nomination&) = default;
};

// What was last said of a jurisdiction, and by which entry.
struct Count {
    NumbersCounted numbers;
    std::uint64_t sequence = 0;

    friend bool operator==(const Count&, const Count&) = default;
};

struct Gathering {
    EventPlanned plan;
    std::uint32_t seats = 0;              // as changed last
    std::vector<SeatQuota> quotas;
    std::optional<EventHeld> held;
    std::optional<std::string> cancelled;  // why
    std::vector<Nomination> nominations;   // number n stands at n - 1
    std::map<JurisdictionId, Count> counted;
    std::uint64_t held_at = 0;             // the entry, when it was held
    std::uint64_t sequence = 0;

    [[nodiscard]] const Nomination* nomination(std::uint32_t number) const {
        return number == 0 || number > nominations.size() ? nullptr : &nominations[number - 1];
    }
    // As the nominations say: what NumbersCounted must say of the jurisdiction.
    [[nodiscard]] NumbersCounted numbers_of(const JurisdictionId& jurisdiction) const {
        NumbersCounted numbers{.event = plan.event, .jurisdiction = jurisdiction};
        for (const Nomination& one : nominations) {
            if (one.nominated.jurisdiction != jurisdiction) continue;
            if (one.days_attended() > 0) ++numbers.attended;
            if (one.certificate) ++numbers.certified;
        }
        return numbers;
    }
    // Who sits and who waits.
    [[nodiscard]] std::vector<Seated> seating() const {
        Seats all{.seats = seats};
        for (const SeatQuota& quota : quotas) all.quotas.push_back({.group = quota.jurisdiction.value, .reserved = quota.reserved, .most = quota.most});
        std::vector<Nominee> nominees;
        for (const Nomination& one : nominations) {
            nominees.push_back({.number = one.nominated.number,
                                .group = one.nominated.jurisdiction.value,
                                .confirmed = one.confirmed,
                                .withdrawn = one.withdrawn.has_value()});
        }
        return seated(all, nominees);
    }
    friend bool operator==(const Gathering&, const Gathering&) = default;
};

struct Certificate {
    CertificateIssued issued;
    std::optional<CertificateWithdrawn> withdrawn;

    friend bool operator==(const Certificate&, const Certificate&) = default;
};

// An entry of the series "training", which the dossier's figures rest on.
struct SeriesEntry {
    EventId event;
    std::uint64_t sequence = 0;
    Digest leaf;

    friend bool operator==(const SeriesEntry&, const SeriesEntry&) = default;
};

struct Known {
    std::map<EventId, Gathering> events;
    std::map<CertificateId, Certificate> certificates;
    std::vector<SeriesEntry> rows;                         // In the order of the journal.

    friend bool operator==(const Known&, const Known&) = default;
};

}  // namespace ponte::training
