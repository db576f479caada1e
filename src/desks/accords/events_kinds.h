#pragma once

// The names that all events of this desk share: ids, kinds of instruments, and the matters that they serve.

#include "base/described_values.h"
#include "base/id.h"
#include "desks/access/facts.h"
#include "desks/conference/events.h"

namespace ponte::accords {

using access::Stage;
using conference::Blind;
using directory::Side;

using InstrumentId = Id<struct InstrumentTag>;  // "dta.kh", "tie.tl.dili"
using ActivityId = Id<struct ActivityTag>;      // Under a tie: "dili.2025.lusofonia"
using RequestId = Id<struct RequestTag>;        // "mla.kr.2026.3": no person's name in it
using RouteId = Id<struct RouteTag>;            // "law.6.2006"
using CountId = Id<struct CountTag>;            // "fiu_memoranda"

enum class InstrumentKind : std::uint8_t {
    mla_criminal = 1,            // mutual legal assistance in criminal matters
    surrender = 2,               // of fugitive offenders
    transfer_sentenced = 3,      // of sentenced persons
    legal_cooperation = 4,       // general legal and judicial cooperation
    civil_judgments = 5,         // recognition and enforcement, civil and commercial
    service_of_documents = 6,    // judicial documents and evidence
    arbitral_awards = 7,
    double_taxation = 8,
    airline_tax = 9,             // double taxation of air transport alone
    tax_information = 10,        // exchange of information on request
    protocol = 11,               // to what it amends; goes the way of that
    fiu_memorandum = 12,         // between financial intelligence units
    visa_waiver = 13,
    twinning = 14,               // sister cities
    friendship = 15,             // friendly cities
    city_memorandum = 16,        // with a city, counted as neither
    tax_memorandum = 17,
    science_memorandum = 18,
    preference = 19,             // of trade: CEPA
    readmission = 20,
    investment = 21,             // encouragement and protection of investments
    cooperation_arrangement = 22
};
BOOST_DESCRIBE_ENUM(InstrumentKind, mla_criminal, surrender, transfer_sentenced, legal_cooperation, civil_judgments, service_of_documents,
                    arbitral_awards, double_taxation, airline_tax, tax_information, protocol, fiu_memorandum, visa_waiver, twinning, friendship,
                    city_memorandum, tax_memorandum, science_memorandum, preference, readmission, investment, cooperation_arrangement)

// What is asked of a partner, or of us.
enum class Matter : std::uint8_t {
    criminal_assistance = 1,     // mutual legal assistance in criminal matters
    surrender = 2,               // of a fugitive offender
    transfer = 3,                // of a sentenced person
    tax_information = 4,         // exchange of information on tax
    financial_intelligence = 5,  // between financial intelligence units
    service = 6,                 // of judicial documents, taking of evidence
    civil_judgments = 7,         // recognition of a judgment
    arbitral_awards = 8,
    readmission = 9
};
BOOST_DESCRIBE_ENUM(Matter, criminal_assistance, surrender, transfer, tax_information, financial_intelligence, service, civil_judgments,
                    arbitral_awards, readmission)

}  // namespace ponte::accords
