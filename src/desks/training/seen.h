#pragma once

#include "desks/access/facts.h"
#include "desks/training/facts.h"

// What one reader may know of tax meetings and training. Every question is answered from a Seen.
//
//   the two sides   every event and its numbers
//   the public      events that were held, with numbers and without persons
//   the organiser   every nomination, with the person's word and sealed name
//   a nominating    ... those that it recorded itself
//   body
namespace ponte::training {

class Seen {
public:
    Seen(const Known& known, access::Sight reader) : known_(known), reader_(std::move(reader)) {}

    [[nodiscard]] std::vector<const Gathering*> events() const {
        std::vector<const Gathering*> all;
        for (const auto& [id, event] : known_.events) {
            if (sees(event)) all.push_back(&event);
        }
        return all;
    }
    [[nodiscard]] const Gathering* event(const EventId& id) const {
        const auto found = known_.events.find(id);
        return found == known_.events.end() || !sees(found->second) ? nullptr : &found->second;
    }
    [[nodiscard]] bool sees_person(const Gathering& event, const Nomination& one) const {
        if (reader_.auditor) return true;
        return !reader_.body.value.empty() && (reader_.body == event.plan.organiser || reader_.body == one.nominated.body);
    }
    // Whoever is shown a certificate may ask whether it stands: it names no person.
    [[nodiscard]] const Certificate* certificate(const CertificateId& id) const {
        const auto found = known_.certificates.find(id);
        return found == known_.certificates.end() ? nullptr : &found->second;
    }

private:
    [[nodiscard]] bool sees(const Gathering& event) const {
        const bool of_the_two_sides = reader_.auditor || (reader_.side && *reader_.side != Side::other);
        return of_the_two_sides || event.held.has_value();
    }

    const Known& known_;
    access::Sight reader_;
};

}  // namespace ponte::training
