#pragma once

#include "desks/access/facts.h"
#include "desks/origin/state.h"

#include <vector>

// What one reader may know of the files of traders. Rules are published law and need no gate; values, bills and
// names of traders are internal to the body that keeps the file, and everyone else is told sums alone.
//
//   the body itself   everything of its own files
//   everyone          of each year, how many papers of each kind: where three traders or more make up the count
//   everyone else     how many certificates were issued, for what value in all, and the duty they saved, of
//                     months that three traders or more make up; requests by window; certificates of suppliers by sector
namespace ponte::origin {

// A count that fewer make up would tell one of them what the other did, and all others what one did.
inline constexpr std::uint32_t traders_min = 3;

class Seen {
public:
    Seen(const State& state, access::Sight reader) : state_(state), reader_(std::move(reader)) {}

    [[nodiscard]] std::vector<const Exporter*> exporters() const { return own(state_.exporters, [](const Exporter& one) { return owner(one.registered); }); }
    [[nodiscard]] std::vector<const Product*> products() const;
    [[nodiscard]] std::vector<const Certificate*> certificates() const { return own(state_.certificates, [](const Certificate& one) { return owner(one.applied); }); }
    [[nodiscard]] std::vector<const ChangeRequest*> requests() const { return own(state_.requests, [](const ChangeRequest& one) { return owner(one.requested); }); }
    [[nodiscard]] std::vector<const SupplierCase*> suppliers() const { return own(state_.suppliers, [](const SupplierCase& one) { return owner(one.applied); }); }

    [[nodiscard]] bool is_own(const Certificate& one) const { return sees(owner(one.applied)); }

    // For sums alone: `add` is given each of them, and what it keeps may be no more than a sum.
    template <class Add>
    void each_certificate(const Add& add) const {
        for (const auto& [id, one] : state_.certificates) add(one);
    }
    template <class Add>
    void each_request(const Add& add) const {
        for (const auto& [id, one] : state_.requests) add(one);
    }
    template <class Add>
    void each_supplier(const Add& add) const {
        for (const auto& [id, one] : state_.suppliers) add(one);
    }

    // As last counted; null where nothing was, or where too few traders make it up.
    [[nodiscard]] const Count* count(const Cell& cell) const {
        const auto found = state_.counts.find(cell);
        return found == state_.counts.end() || found->second.numbers.traders < traders_min ? nullptr : &found->second;
    }

private:
    template <class Event>
    static std::pair<BodyId, Side> owner(const Event& event) {
        return {event.body, event.side};
    }
    [[nodiscard]] bool sees(const std::pair<BodyId, Side>& owner) const { return access::sees(reader_, access::Stage::internal, owner.first, owner.second); }

    template <class Map, class Owner>
    [[nodiscard]] std::vector<const typename Map::mapped_type*> own(const Map& map, const Owner& owner_of) const {
        std::vector<const typename Map::mapped_type*> all;
        for (const auto& [id, one] : map) {
            if (sees(owner_of(one))) all.push_back(&one);
        }
        return all;
    }

    const State& state_;
    access::Sight reader_;
};

inline std::vector<const Product*> Seen::products() const {
    std::vector<const Product*> all;
    for (const auto& [id, product] : state_.products) {
        const auto exporter = state_.exporters.find(product.registered.exporter);
        if (exporter != state_.exporters.end() && sees(owner(exporter->second.registered))) all.push_back(&product);
    }
    return all;
}

}  // namespace ponte::origin
