#pragma once

#include "desks/origin/events.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

// The rules of origin as neighbours may hold them. They are published law and shown to everyone; what traders
// file under them stands in the state alone.
namespace ponte::origin {

struct KeptRule {
    ProductRule row;
    Hs from;
    Hs to;                       // The same where the rule is for one code.
    std::uint64_t sequence = 0;  // Of the entry that loaded it.

    friend bool operator==(const KeptRule&, const KeptRule&) = default;
};

struct KeptTerm {
    Term row;
    std::uint64_t sequence = 0;

    friend bool operator==(const KeptTerm&, const KeptTerm&) = default;
};

struct KeptCompletion {
    ListCompleted stated;
    std::uint64_t sequence = 0;

    friend bool operator==(const KeptCompletion&, const KeptCompletion&) = default;
};

struct KeptSupplierRule {
    SupplierRule row;
    std::uint64_t sequence = 0;

    friend bool operator==(const KeptSupplierRule&, const KeptSupplierRule&) = default;
};

struct RuleSet {
    SetRecorded recorded;
    std::uint64_t sequence = 0;
    std::vector<KeptRule> rules;                             // In the order of loading.
    std::map<RuleId, std::uint32_t> rule_places;             // Into `rules`.
    std::map<Hs, std::vector<std::uint32_t>> rules_by_code;  // By `from`, of the rules for one code.
    std::vector<std::uint32_t> rules_of_spans;
    std::map<RuleId, KeptTerm> terms;
    std::vector<KeptCompletion> completions;
    std::map<RuleId, KeptSupplierRule> supplier_rules;

    friend bool operator==(const RuleSet&, const RuleSet&) = default;
};

struct KeptCorrelation {
    Correlation row;
    Hs from;
    Hs to;
    std::uint64_t sequence = 0;

    friend bool operator==(const KeptCorrelation&, const KeptCorrelation&) = default;
};

struct KeptTariffLine {
    TariffLine row;
    std::uint64_t sequence = 0;

    friend bool operator==(const KeptTariffLine&, const KeptTariffLine&) = default;
};

// Found by either end; a long table is looked up for every good.
struct Correlations {
    using Ends = std::map<std::pair<HsVersion, Hs>, std::vector<std::uint32_t>>;

    std::vector<KeptCorrelation> rows;
    Ends by_from;
    Ends by_to;

    friend bool operator==(const Correlations&, const Correlations&) = default;
};

using Tariff = std::map<Hs, std::vector<KeptTariffLine>>;

struct Rules {
    std::map<RuleSetId, RuleSet> sets;
    Correlations correlations;
    std::map<ProcessId, Process> processes;
    std::map<JurisdictionId, Tariff> tariffs;                   // By importer.
    std::map<JurisdictionId, std::vector<ProductNote>> notes;   // By maker, in the order of loading.

    [[nodiscard]] const RuleSet* find(const RuleSetId& set) const {
        const auto found = sets.find(set);
        return found == sets.end() ? nullptr : &found->second;
    }

    friend bool operator==(const Rules&, const Rules&) = default;
};

}  // namespace ponte::origin
