#pragma once

#include "house/house.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ponte::sim {

// What an asker was told, and where it stands.
struct Told {
    bool yes = false;
    std::string code;  // Of a refusal.
    std::uint64_t first = 0;
    std::uint64_t parts = 0;
    Digest leaf;
};

// A paper as the run of its command recorded it.
struct PaperRecorded {
    std::string item;
    std::string says;
};

// Keeps its own books of what was asked and granted, as plainly as can be, and shares no fold with the
// desks: where the two disagree, one of them is wrong.
class Auditor {
public:
    void founded(const house::Founding& founding, std::uint64_t entries);
    // The request was answered so. `papers` are those that stand in its run.
    void hear(const house::Request& request, const Told& told, const std::vector<PaperRecorded>& papers);
    // Entries that belong to no request: a torn tail spoken of, a clock confirmed.
    void hear_entries(std::uint64_t count) { entries_ += count; }

    [[nodiscard]] std::uint64_t entries() const { return entries_; }
    [[nodiscard]] const std::map<std::string, Told>& told() const { return told_; }
    [[nodiscard]] const std::vector<std::string>& items() const { return items_in_order_; }
    [[nodiscard]] std::uint64_t proposals() const { return proposals_.size(); }
    // The first thing in the desks that is not as it must be.
    [[nodiscard]] std::optional<std::string> disagreement_with(const house::Desks& desks) const;

private:
    struct Proposal {
        std::string person;
        std::string right;
        bool open = true;
    };
    struct Paper {
        std::string says;
        std::string body;
        int stage = 1;
        bool withdrawn = false;
    };

    template <class Command>
    void done(const house::Request&, const Command&) {}  // Nothing that these books are about.
    void done(const house::Request& request, const access::RegisterPerson& command);
    void done(const house::Request& request, const access::GrantRole& command);
    void done(const house::Request& request, const access::ConfirmRole& command);
    void done(const house::Request& request, const access::RecordLeaver& command);
    void done(const house::Request& request, const directory::NameBody& command);
    void done(const house::Request& request, const directory::NameJurisdiction& command);
    void done(const house::Request& request, const calendar::LoadYear& command);
    void done(const house::Request& request, const ledger::OpenAccount& command);
    void done(const house::Request& request, const ledger::PostTransfer& command);
    void done(const house::Request& request, const ledger::PostTransfers& command);
    void done(const house::Request& request, const conference::ImportPlan& command);
    void done(const house::Request& request, const conference::DefineIndicator& command);
    void done(const house::Request& request, const conference::SignOffItem& command);
    void done(const house::Request& request, const conference::MoveItem& command);
    void done(const house::Request& request, const conference::WithdrawItem& command);
    void done(const house::Request& request, const conference::RecordSession& command);

    std::uint64_t entries_ = 1;  // The journal's opening.
    std::map<std::string, Told> told_;
    std::map<std::string, std::string> body_of_person_;
    std::set<std::string> leavers_;
    std::multiset<std::string> rights_;  // "person desk:role"
    std::vector<Proposal> proposals_;
    std::map<std::string, int> names_of_body_;
    std::set<std::string> jurisdictions_;
    std::set<std::string> years_;
    std::map<std::string, std::int64_t> balances_;  // Credits less debits.
    std::set<std::string> transfers_;
    std::set<std::string> plans_;
    std::map<std::string, int> versions_of_indicator_;
    std::set<int> sessions_;
    std::map<std::string, Paper> papers_;
    std::vector<std::string> items_in_order_;
};

}  // namespace ponte::sim
