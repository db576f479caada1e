#pragma once

#include "base/digest.h"
#include "base/recorded.h"
#include "desks/origin/facts.h"

#include <set>

namespace ponte::origin {

struct Exporter {
    ExporterRegistered registered;  // As last said.
    std::optional<ExporterEnded> ended;
    std::uint64_t sequence = 0;

    [[nodiscard]] bool is_registered_on(Date day) const {
        if (day < registered.from || (registered.to && *registered.to < day)) return false;
        return !ended || day <= ended->on;
    }

    friend bool operator==(const Exporter&, const Exporter&) = default;
};

struct Product {
    ProductRegistered registered;
    std::optional<ProductEnded> ended;
    std::uint64_t sequence = 0;

    [[nodiscard]] bool is_registered_on(Date day) const {
        if (day < registered.from || (registered.to && *registered.to < day)) return false;
        return !ended || day <= ended->on;
    }

    friend bool operator==(const Product&, const Product&) = default;
};

struct Certificate {
    CertificateApplied applied;
    Content content;  // As it stands.
    std::optional<CertificateChecked> checked;
    PersonId checked_by;
    std::optional<CertificateIssued> issued;
    std::optional<CertificateRefused> refused;
    std::vector<CertificateAmended> amendments;
    std::optional<CertificateCancelled> cancelled;
    std::optional<CertificateUsed> used;
    std::uint64_t sequence = 0;  // Of the application.

    friend bool operator==(const Certificate&, const Certificate&) = default;
};

struct ChangeRequest {
    RuleChangeRequested requested;
    std::optional<RuleChangeDecided> decided;
    std::uint64_t sequence = 0;

    friend bool operator==(const ChangeRequest&, const ChangeRequest&) = default;
};

struct SupplierCase {
    SupplierApplied applied;
    std::vector<Claim> claims;  // As checked, or as claimed where nobody has checked.
    std::optional<SupplierChecked> checked;
    PersonId checked_by;
    std::optional<SupplierIssued> issued;
    std::optional<SupplierRefused> refused;
    std::optional<SupplierCancelled> cancelled;
    std::uint64_t sequence = 0;

    friend bool operator==(const SupplierCase&, const SupplierCase&) = default;
};

// One thing that is counted, in one year.
struct Cell {
    Counted what{};
    std::uint16_t year = 0;

    friend auto operator<=>(const Cell&, const Cell&) = default;
};

// As the files make it.
struct Tally {
    std::uint32_t count = 0;
    std::set<std::string> traders;

    friend bool operator==(const Tally&, const Tally&) = default;
};

// As last said, and by which entry.
struct Count {
    NumbersCounted numbers;
    std::uint64_t sequence = 0;

    friend bool operator==(const Count&, const Count&) = default;
};

// An entry of the series "origin", which the dossier's figures rest on.
struct CountRow {
    Cell cell;
    std::uint64_t sequence = 0;
    Digest leaf;

    friend bool operator==(const CountRow&, const CountRow&) = default;
};

// What the origin desk knows: the fold of its events, and nothing that is not in them.
struct State {
    Rules rules;
    std::map<ExporterId, Exporter> exporters;
    std::map<ProductId, Product> products;
    std::map<CertificateId, Certificate> certificates;
    std::map<std::string, CertificateId> certificate_numbers;
    std::map<RequestId, ChangeRequest> requests;
    std::map<SupplierCaseId, SupplierCase> suppliers;
    std::map<std::string, SupplierCaseId> supplier_numbers;
    std::map<Cell, Tally> tallies;
    std::map<Cell, Count> counts;
    std::vector<CountRow> count_rows;  // In the order of the journal.

    friend bool operator==(const State&, const State&) = default;
};

// What neighbours may know of this state.
[[nodiscard]] inline const Rules& known_of(const State& state) { return state.rules; }

void evolve(State& state, const SetRecorded& event, const Recorded& recorded);
void evolve(State& state, const RulesLoaded& event, const Recorded& recorded);
void evolve(State& state, const RuleRetired& event, const Recorded& recorded);
void evolve(State& state, const TermsLoaded& event, const Recorded& recorded);
void evolve(State& state, const ListCompleted& event, const Recorded& recorded);
void evolve(State& state, const ListReopened& event, const Recorded& recorded);
void evolve(State& state, const CorrelationsLoaded& event, const Recorded& recorded);
void evolve(State& state, const ProcessesDefined& event, const Recorded& recorded);
void evolve(State& state, const TariffLoaded& event, const Recorded& recorded);
void evolve(State& state, const ProductsNoted& event, const Recorded& recorded);
void evolve(State& state, const ExporterRegistered& event, const Recorded& recorded);
void evolve(State& state, const ExporterEnded& event, const Recorded& recorded);
void evolve(State& state, const ProductRegistered& event, const Recorded& recorded);
void evolve(State& state, const ProductEnded& event, const Recorded& recorded);
void evolve(State& state, const CertificateApplied& event, const Recorded& recorded);
void evolve(State& state, const CertificateChecked& event, const Recorded& recorded);
void evolve(State& state, const CertificateIssued& event, const Recorded& recorded);
void evolve(State& state, const CertificateRefused& event, const Recorded& recorded);
void evolve(State& state, const CertificateAmended& event, const Recorded& recorded);
void evolve(State& state, const CertificateCancelled& event, const Recorded& recorded);
void evolve(State& state, const CertificateUsed& event, const Recorded& recorded);
void evolve(State& state, const RuleChangeRequested& event, const Recorded& recorded);
void evolve(State& state, const RuleChangeDecided& event, const Recorded& recorded);
void evolve(State& state, const SupplierRulesLoaded& event, const Recorded& recorded);
void evolve(State& state, const SupplierApplied& event, const Recorded& recorded);
void evolve(State& state, const SupplierChecked& event, const Recorded& recorded);
void evolve(State& state, const SupplierIssued& event, const Recorded& recorded);
void evolve(State& state, const SupplierRefused& event, const Recorded& recorded);
void evolve(State& state, const SupplierCancelled& event, const Recorded& recorded);
void evolve(State& state, const NumbersCounted& event, const Recorded& recorded);

}  // namespace ponte::origin
