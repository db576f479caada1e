#pragma once

#include "base/languages.h"
#include "desks/origin/bill.h"
#include "mechanisms/dated/dated.h"

#include <optional>
#include <string>
#include <vector>

// The rows that the desk's knowledge of the rules is made of. Each says since when, by which clause, from which
// source and how far that can be trusted; an unverified row is shown as a possibility and decides nothing.
namespace ponte::origin {

using RuleId = Id<struct RuleTag>;                // Of a product's rule or a term: "gacc-132-2020-0210.11", "WO"

// A rule of the list for the goods of one code (and all below it), or of all codes up to another.
struct ProductRule {
    RuleId rule;
    std::string hs;
    std::optional<std::string> hs_to;  // As long as `hs` and above it.
    HsVersion version{};
    std::string description;
    Tests tests;
    std::string text;                  // The rule in our own words.
    Validity validity;
    std::string clause;
    Source source;

    friend bool operator==(const ProductRule&, const ProductRule&) = default;
};
BOOST_DESCRIBE_STRUCT(ProductRule, (), (rule, hs, hs_to, version, description, tests, text, validity, clause, source))

enum class Topic : std::uint8_t {
    wholly_obtained = 1,
    originating_materials = 2,
    product_list = 3,        // There is a list, and what it says goes before the general rule.
    general_rule = 4,        // For goods outside the list; with several of them one is enough.
    valuation = 5,
    cumulation = 6,          // What originates on the other side counts as originating here.
    cumulation_floor = 7,    // ... in a value content that reaches `percent` without it.
    de_minimis = 8,          // Materials up to `percent` of the FOB price need not change classification.
    minimal_operations = 9,  // `processes` alone confer no origin.
    direct_consignment = 10,
    transit = 11,            // Through Hong Kong, under customs' eyes.
    waste_and_scrap = 12,    // Only when wholly obtained, listed or not.
    preference = 13,         // The duty of a good that originates: `percent`.
    certificate = 14,
    request_windows = 15,
    nomenclature = 16,       // The edition that the list is written in.
    note = 17,
};
BOOST_DESCRIBE_ENUM(Topic, wholly_obtained, originating_materials, product_list, general_rule, valuation, cumulation,
                    cumulation_floor, de_minimis, minimal_operations, direct_consignment, transit, waste_and_scrap,
                    preference, certificate, request_windows, nomenclature, note)

// Asked for by one day of a year (that day in it), in force by the next such day of the year.
struct Window {
    std::uint8_t apply_month = 0;
    std::uint8_t apply_day = 0;
    std::uint8_t force_month = 0;
    std::uint8_t force_day = 0;

    friend bool operator==(const Window&, const Window&) = default;
};
BOOST_DESCRIBE_STRUCT(Window, (), (apply_month, apply_day, force_month, force_day))

// A rule for all goods. `holds` says whether there is such a rule: yes, no, or that nobody here knows its text.
struct Term {
    RuleId term;
    Topic topic{};
    Answer holds{};
    std::optional<Decimal> percent;
    Tests tests;                        // Of a general rule.
    std::vector<Window> windows;
    std::optional<HsVersion> version;   // Of a nomenclature.
    std::vector<ProcessId> processes;
    std::string text;                   // In our own words.
    Validity validity;
    std::string clause;
    Source source;

    friend bool operator==(const Term&, const Term&) = default;
};
BOOST_DESCRIBE_STRUCT(Term, (), (term, topic, holds, percent, tests, windows, version, processes, text, validity, clause, source))

// One code of an edition continued by one of another. A code that was split or joined has several rows.
struct Correlation {
    HsVersion from_version{};
    std::string from;
    HsVersion to_version{};
    std::string to;
    Source source;

    friend bool operator==(const Correlation&, const Correlation&) = default;
};
BOOST_DESCRIBE_STRUCT(Correlation, (), (from_version, from, to_version, to, source))

// What a good of this code pays where it does not originate: per cent of its value.
struct TariffLine {
    std::string hs;
    HsVersion version{};
    Decimal duty_percent;
    Validity validity;
    std::string clause;
    Source source;

    friend bool operator==(const TariffLine&, const TariffLine&) = default;
};
BOOST_DESCRIBE_STRUCT(TariffLine, (), (hs, version, duty_percent, validity, clause, source))

// A product that is made here and the code it is thought to have: a list to work from, never a classification.
struct ProductNote {
    std::string hs;
    std::string product;
    std::string note;
    Source source;

    friend bool operator==(const ProductNote&, const ProductNote&) = default;
};
BOOST_DESCRIBE_STRUCT(ProductNote, (), (hs, product, note, source))

struct Process {
    ProcessId process;
    Names names;
    std::string text;     // What it is and what it is not, in our own words.
    Source source;

    friend bool operator==(const Process&, const Process&) = default;
};
BOOST_DESCRIBE_STRUCT(Process, (), (process, names, text, source))

enum class SupplierKind : std::uint8_t { natural = 1, juridical = 2 };
BOOST_DESCRIBE_ENUM(SupplierKind, natural, juridical)

struct SupplierCondition {
    std::string condition;  // "years_in_business"
    std::string text;       // In our own words.

    friend bool operator==(const SupplierCondition&, const SupplierCondition&) = default;
};
BOOST_DESCRIBE_STRUCT(SupplierCondition, (), (condition, text))

// What a supplier of services must show for its certificate, by sector and date.
struct SupplierRule {
    RuleId rule;
    SupplierKind kind{};
    std::string sector;     // "transport"
    std::vector<SupplierCondition> conditions;
    Validity validity;
    std::string clause;
    Source source;

    friend bool operator==(const SupplierRule&, const SupplierRule&) = default;
};
BOOST_DESCRIBE_STRUCT(SupplierRule, (), (rule, kind, sector, conditions, validity, clause, source))

}  // namespace ponte::origin
