#pragma once

#include "base/described_values.h"
#include "base/id.h"
#include "desks/origin/hs.h"
#include "desks/origin/rule.h"

#include <optional>
#include <string>
#include <vector>

// A good whose origin is asked for, and what it was made of.
namespace ponte::origin {

using RuleSetId = Id<struct RuleSetTag>;  // "cepa-mo-2019"

struct BillLine {
    std::string hs;                        // Of the material, in the same edition as the good's code.
    std::string description;
    Decimal value;                         // What the producer paid, not below zero.
    std::optional<Currency> currency;      // Absent: that of the price.
    std::optional<JurisdictionId> origin;  // Where it originates by the rules; absent: nobody knows.

    friend bool operator==(const BillLine&, const BillLine&) = default;
};
BOOST_DESCRIBE_STRUCT(BillLine, (), (hs, description, value, currency, origin))

// What one unit of a currency was worth in the currency of the price, on every day of the period.
struct Rate {
    Currency currency;
    Decimal rate;   // Above zero.
    Period period;
    std::string source;

    friend bool operator==(const Rate&, const Rate&) = default;
};
BOOST_DESCRIBE_STRUCT(Rate, (), (currency, rate, period, source))

struct Bill {
    Currency currency;                    // Of the price.
    std::optional<Decimal> fob;           // Above zero. Absent: not known, and then no value content can be told.
    std::optional<Decimal> ex_works;      // Not above the FOB price.
    std::optional<Decimal> labour;        // Absent: none is claimed.
    std::optional<Decimal> development;   // Product development carried out here; absent: none is claimed.
    std::vector<BillLine> lines;
    std::vector<Rate> rates;
    std::vector<ProcessId> processes;     // Carried out here; none: it was not said.
    std::optional<bool> wholly_obtained;  // Absent: it was not said.
    bool waste_or_scrap = false;

    friend bool operator==(const Bill&, const Bill&) = default;
};
BOOST_DESCRIBE_STRUCT(Bill, (), (currency, fob, ex_works, labour, development, lines, rates, processes, wholly_obtained, waste_or_scrap))

struct Goods {
    std::optional<RuleSetId> set;         // Absent: the one between the two parties on the day.
    std::optional<JurisdictionId> from;   // Absent: MO.
    std::optional<JurisdictionId> to;     // Absent: CN.
    std::string hs;
    std::optional<HsVersion> version;     // Absent: the edition that the rule set is written in on the day.
    std::string description;
    Date on;
    Bill bill;

    friend bool operator==(const Goods&, const Goods&) = default;
};
BOOST_DESCRIBE_STRUCT(Goods, (), (set, from, to, hs, version, description, on, bill))

enum class Consignment : std::uint8_t { direct = 1, through_hong_kong = 2, through_elsewhere = 3 };
BOOST_DESCRIBE_ENUM(Consignment, direct, through_hong_kong, through_elsewhere)

}  // namespace ponte::origin
