#include "desks/conference/facts.h"

#include "base/check.h"

#include <ranges>

namespace ponte::conference {

namespace {

constexpr std::size_t digits_of_id = 24;  // of 16, behind "obs-" or "act-"

std::optional<std::uint64_t> hex_number(std::string_view digits) {
    std::uint64_t number = 0;
    for (const char c : digits) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) return std::nullopt;
        number = number << 4U | static_cast<std::uint64_t>(digit);
    }
    return number;
}

}  // namespace

std::optional<int> year_of(const SessionRecorded& session) {
    const int last = held_by(session).year();
    const int first = session.on ? last : session.not_before.year();
    return first == last ? std::optional(last) : std::nullopt;
}

Life Item::life(std::uint64_t until) const {
    Life life;
    for (std::size_t i = 0; i < reached.size(); ++i) {
        if (reached[i] != 0 && reached[i] < until) life.stage = static_cast<Stage>(static_cast<int>(Stage::signed_off) + static_cast<int>(i));
    }
    if (life.stage != Stage::internal && !signed_off_by.value.empty()) life.signed_off_by = &signed_off_by;
    for (const Verified& one : verdicts | std::views::reverse) {
        if (one.sequence >= until) continue;
        life.verdict = &one;
        break;
    }
    if (!withdrawal.empty() && withdrawal.front().sequence < until) life.withdrawn = &withdrawal.front().event;
    return life;
}

std::optional<Items::Key> Items::key_of(const ItemId& id) {
    const std::string_view text = id.value;
    const bool observation = text.starts_with("obs-");
    if (text.size() != 4 + digits_of_id || !(observation || text.starts_with("act-"))) return std::nullopt;
    const auto high = hex_number(text.substr(4, 16));
    const auto low = hex_number(text.substr(20));
    if (!high || !low) return std::nullopt;
    return Key{*high, *low << 1U | (observation ? 0U : 1U)};
}

Place Items::place_of(const ItemId& id) const {
    if (const auto key = key_of(id)) {
        const auto found = places_.find(*key);
        return found == places_.end() ? no_item : found->second;
    }
    const auto found = others_.find(id);
    return found == others_.end() ? no_item : found->second;
}

const Item* Items::find(const ItemId& id) const {
    const Place place = place_of(id);
    return place == no_item ? nullptr : &all_[place];
}

Item* Items::find(const ItemId& id) {
    const Place place = place_of(id);
    return place == no_item ? nullptr : &all_[place];
}

const Item& Items::at(const ItemId& id) const {
    const Item* const found = find(id);
    CHECK(found != nullptr);
    return *found;
}

Item& Items::at(const ItemId& id) {
    Item* const found = find(id);
    CHECK(found != nullptr);
    return *found;
}

Place Items::add(const ItemId& id, Item item) {
    CHECK(all_.size() < no_item);
    const auto place = static_cast<Place>(all_.size());
    const auto key = key_of(id);
    const bool fresh = key ? places_.emplace(*key, place).second : others_.emplace(id, place).second;
    CHECK(fresh);
    all_.push_back(std::move(item));
    return place;
}

const Series* AllSeries::find(std::string_view name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? nullptr : &all_[found->second];
}

Series* AllSeries::find(std::string_view name) {
    const auto found = places_.find(name);
    return found == places_.end() ? nullptr : &all_[found->second];
}

const Series& AllSeries::at(std::string_view name) const {
    const Series* const found = find(name);
    CHECK(found != nullptr);
    return *found;
}

Series& AllSeries::at(std::string_view name) {
    Series* const found = find(name);
    CHECK(found != nullptr);
    return *found;
}

Place AllSeries::place_of(std::string_view name) {
    const auto found = places_.find(name);
    if (found != places_.end()) return found->second;
    const auto place = static_cast<Place>(all_.size());
    places_.emplace(name, place);
    all_.emplace_back().name = name;
    return place;
}

}  // namespace ponte::conference
