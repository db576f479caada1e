#include "auditor.h"

#include <algorithm>

namespace ponte::sim {

namespace {

std::string right_of(const std::string& desk, access::Role role) { return desk + ":" + std::to_string(static_cast<int>(role)); }

// "3 here, 4 there" of what differs, or nothing.
template <class Ours, class Theirs>
std::optional<std::string> differ(std::string_view what, const Ours& ours, const Theirs& theirs) {
    if (ours == theirs) return std::nullopt;
    std::string said = std::string(what) + ": the auditor has " + std::to_string(ours.size()) + ", the desk " + std::to_string(theirs.size());
    for (const auto& one : theirs) {
        if (std::ranges::find(ours, one) != ours.end()) continue;
        if constexpr (std::same_as<std::remove_cvref_t<decltype(one)>, std::string>) said += "; only the desk has " + one;
        break;
    }
    for (const auto& one : ours) {
        if (std::ranges::find(theirs, one) != theirs.end()) continue;
        if constexpr (std::same_as<std::remove_cvref_t<decltype(one)>, std::string>) said += "; only the auditor has " + one;
        break;
    }
    return said;
}

}  // namespace

void Auditor::founded(const house::Founding& founding, std::uint64_t entries) {
    entries_ += entries;
    names_of_body_[founding.body.value] = 1;
    for (const PersonId& person : founding.administrators) {
        body_of_person_[person.value] = founding.body.value;
        rights_.insert(person.value + " " + right_of("*", access::Role::administrator));
    }
}

void Auditor::hear(const house::Request& request, const Told& told, const std::vector<PaperRecorded>& papers) {
    entries_ = std::max(entries_, told.first + 1 + told.parts);
    if (!request.id.value.empty()) told_[request.id.value] = told;
    if (!told.yes) return;
    for (const PaperRecorded& paper : papers) {
        papers_[paper.item] = {.says = paper.says, .body = body_of_person_[request.actor.value]};
        items_in_order_.push_back(paper.item);
    }
    std::visit([&](const auto& desk) { std::visit([&](const auto& command) { done(request, command); }, desk); }, request.command);
}

void Auditor::done(const house::Request&, const access::RegisterPerson& command) { body_of_person_[command.person.value] = command.body.value; }

// The two roles that can undo the others wait for a second administrator.
void Auditor::done(const house::Request&, const access::GrantRole& command) {
    const std::string right = right_of(command.desk, command.role);
    if (command.role == access::Role::administrator || command.role == access::Role::secretariat) {
        proposals_.push_back({.person = command.person.value, .right = right, .open = true});
    } else {
        rights_.insert(command.person.value + " " + right);
    }
}

void Auditor::done(const house::Request&, const access::ConfirmRole& command) {
    const Proposal granted = proposals_[command.proposal - 1];
    rights_.insert(granted.person + " " + granted.right);
    for (Proposal& one : proposals_) {
        if (one.person == granted.person && one.right == granted.right) one.open = false;
    }
}

void Auditor::done(const house::Request&, const access::RecordLeaver& command) { leavers_.insert(command.person.value); }
void Auditor::done(const house::Request&, const directory::NameBody& command) { ++names_of_body_[command.body.value]; }
void Auditor::done(const house::Request&, const directory::NameJurisdiction& command) { jurisdictions_.insert(command.jurisdiction.value); }
void Auditor::done(const house::Request&, const calendar::LoadYear& command) { years_.insert(command.place.value + " " + std::to_string(command.year)); }
void Auditor::done(const house::Request&, const ledger::OpenAccount& command) { balances_[command.account.value.to_text()] = 0; }
void Auditor::done(const house::Request&, const ledger::PostTransfer& command) {
    balances_[command.debit.value.to_text()] -= command.amount.minor;
    balances_[command.credit.value.to_text()] += command.amount.minor;
    transfers_.insert(command.transfer.value.to_text());
}
// Asked here only as all or none, so that a yes is a yes to each.
void Auditor::done(const house::Request& request, const ledger::PostTransfers& command) {
    for (const ledger::PostTransfer& one : command.transfers) done(request, one);
}
void Auditor::done(const house::Request&, const conference::ImportPlan& command) { plans_.insert(command.plan.value); }
void Auditor::done(const house::Request&, const conference::DefineIndicator& command) { ++versions_of_indicator_[command.indicator.value]; }
void Auditor::done(const house::Request&, const conference::SignOffItem& command) { papers_[command.item.value].stage = 2; }
void Auditor::done(const house::Request&, const conference::MoveItem& command) { papers_[command.item.value].stage = static_cast<int>(command.stage); }
void Auditor::done(const house::Request&, const conference::WithdrawItem& command) { papers_[command.item.value].withdrawn = true; }
void Auditor::done(const house::Request&, const conference::RecordSession& command) { sessions_.insert(command.number); }

std::optional<std::string> Auditor::disagreement_with(const house::Desks& desks) const {
    std::vector<std::string> ours;
    std::vector<std::string> theirs;
    const auto compare = [&](std::string_view what) {
        std::ranges::sort(ours);
        std::ranges::sort(theirs);
        auto said = differ(what, ours, theirs);
        ours.clear();
        theirs.clear();
        return said;
    };

    for (const auto& [person, body] : body_of_person_) ours.push_back(person + " of " + body + (leavers_.contains(person) ? " left" : ""));
    for (const auto& [id, person] : desks.access.people) theirs.push_back(id.value + " of " + person.body.value + (person.left ? " left" : ""));
    if (auto said = compare("people")) return said;

    ours.assign(rights_.begin(), rights_.end());
    for (const auto& [id, person] : desks.access.people) {
        for (const access::Held& held : person.roles) theirs.push_back(id.value + " " + right_of(held.desk, held.role));
    }
    if (auto said = compare("roles")) return said;

    for (std::size_t i = 0; i < proposals_.size(); ++i) {
        if (proposals_[i].open) ours.push_back(std::to_string(i + 1));
    }
    for (const auto& [number, proposal] : desks.access.proposals) theirs.push_back(std::to_string(number));
    if (auto said = compare("open proposals")) return said;

    for (const auto& [body, names] : names_of_body_) ours.push_back(body + " " + std::to_string(names));
    for (const auto& [id, body] : desks.directory.bodies.by_id) theirs.push_back(id.value + " " + std::to_string(body.by_date.size()));
    if (auto said = compare("bodies and their names")) return said;

    ours.assign(jurisdictions_.begin(), jurisdictions_.end());
    for (const auto& [id, names] : desks.directory.jurisdictions.by_id) theirs.push_back(id.value);
    if (auto said = compare("jurisdictions")) return said;

    ours.assign(years_.begin(), years_.end());
    for (const auto& [place, year] : desks.calendar.business_days.years) theirs.push_back(place.first.value + " " + std::to_string(place.second));
    if (auto said = compare("years of business days")) return said;

    std::int64_t money = 0;
    for (const auto& [account, balance] : balances_) {
        money += balance;
        ours.push_back(account + " " + std::to_string(balance));
    }
    for (const ledger::Account& one : desks.ledger.accounts.opened) {
        theirs.push_back(one.account.value.to_text() + " " + std::to_string(one.sums.credits - one.sums.debits));
    }
    if (money != 0) return "money was made or lost: " + std::to_string(money);
    if (auto said = compare("accounts and their balances")) return said;

    ours.assign(transfers_.begin(), transfers_.end());
    for (const ledger::KeptTransfer& one : desks.ledger.transfers.posted) theirs.push_back(one.transfer.value.to_text());
    if (auto said = compare("transfers")) return said;

    ours.assign(plans_.begin(), plans_.end());
    for (const auto& [id, plan] : desks.conference.plans) theirs.push_back(id.value);
    if (auto said = compare("plans")) return said;

    for (const auto& [id, version] : versions_of_indicator_) ours.push_back(id + " " + std::to_string(version));
    for (const auto& [id, indicator] : desks.conference.indicators) theirs.push_back(id.value + " " + std::to_string(indicator.definition.version));
    if (auto said = compare("indicators and their versions")) return said;

    for (const int number : sessions_) ours.push_back(std::to_string(number));
    for (const auto& [number, session] : desks.conference.sessions) theirs.push_back(std::to_string(number));
    if (auto said = compare("sessions")) return said;

    for (const auto& [id, paper] : papers_) {
        ours.push_back(id + " of " + paper.body + " at " + std::to_string(paper.stage) + (paper.withdrawn ? " withdrawn" : "") + ": " + paper.says);
    }
    for (const conference::Item& item : desks.conference.items) {
        const conference::Series& series = desks.conference.series[item.series];
        const std::string& says = item.is_action ? series.actions[item.place].texts.en : series.observations[item.place].as_published;
        const std::string& id = item.is_action ? series.actions[item.place].item.value : series.observations[item.place].item.value;
        const conference::Life life = item.life();
        theirs.push_back(id + " of " + item.body.value + " at " + std::to_string(static_cast<int>(life.stage)) +
                         (life.withdrawn != nullptr ? " withdrawn" : "") + ": " + says);
    }
    return compare("papers");
}

}  // namespace ponte::sim
