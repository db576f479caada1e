#include "desks/planning/queries_match.h"

#include "base/difference.h"
#include "base/text.h"

#include <algorithm>
#include <tuple>

namespace ponte::planning {

namespace {

using Units = std::vector<std::string>;  // sorted, each as often as it stands there

bool is_ideograph(std::string_view part) {
    const auto first = static_cast<unsigned char>(part.front());
    if (part.size() == 4) return first == 0xf0U;  // U+20000 and on
    return part.size() == 3 && first >= 0xe3U && first <= 0xe9U && !(first == 0xe3U && static_cast<unsigned char>(part[1]) < 0x90U);
}

// Marks and blanks are no units: they are set differently from year to year.
bool is_word(std::string_view part) {
    const auto first = static_cast<unsigned char>(part.front());
    if (first < 0x80U) return (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return first >= 0xc3U && first <= 0xcdU;
}

Units units_of(std::string_view text) {
    const std::string folded = fold_for_search(text);
    Units units;
    std::vector<std::string_view> run;
    const auto finish = [&] {
        if (run.size() == 1) units.emplace_back(run.front());
        for (std::size_t i = 1; i < run.size(); ++i) units.push_back(std::string(run[i - 1]) + std::string(run[i]));
        run.clear();
    };
    for (const std::string_view part : parts_of(folded)) {
        if (is_ideograph(part)) {
            run.push_back(part);
            continue;
        }
        finish();
        if (is_word(part)) units.emplace_back(part);
    }
    finish();
    std::ranges::sort(units);
    return units;
}

std::size_t common(const Units& a, const Units& b) {
    std::size_t count = 0;
    auto at_a = a.begin();
    auto at_b = b.begin();
    while (at_a != a.end() && at_b != b.end()) {
        if (*at_a < *at_b) {
            ++at_a;
        } else if (*at_b < *at_a) {
            ++at_b;
        } else {
            ++count;
            ++at_a;
            ++at_b;
        }
    }
    return count;
}

std::uint32_t likeness_of(const Units& a, const Units& b) {
    const std::size_t all = a.size() + b.size();
    return all == 0 ? 1'000U : static_cast<std::uint32_t>(2'000 * common(a, b) / all);
}

std::uint32_t containment_of(const Units& part, const Units& whole) {
    return part.empty() ? 0U : static_cast<std::uint32_t>(1'000 * common(part, whole) / part.size());
}

struct Told {
    const DutyText* duty = nullptr;
    Units units;
    Units of_measure;
    std::string folded;
};

std::vector<Told> told(const std::vector<DutyText>& duties) {
    std::vector<Told> all;
    for (const DutyText& one : duties) all.push_back({&one, units_of(one.text), units_of(one.measure), fold_for_search(one.text)});
    return all;
}

constexpr std::size_t none = static_cast<std::size_t>(-1);

// The one among `some` that holds most of the part, if it holds enough; the first of several.
template <class Holds>
std::size_t best_holder(std::size_t count, const Holds& holds) {
    std::size_t best = none;
    std::uint32_t most = containment_min - 1;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t held = holds(i);
        if (held > most) {
            most = held;
            best = i;
        }
    }
    return best;
}

class Matching {
public:
    Matching(const std::vector<DutyText>& from, const std::vector<DutyText>& to)
        : from_(told(from)), to_(told(to)), from_of_(to.size()), to_of_(from.size()) {}

    std::vector<ProposedMatch> matched() && {
        take_best_pairs();
        take_merged();
        take_split();
        return in_order();
    }

private:
    void tie(std::size_t i, std::size_t j) {
        to_of_[i].push_back(j);
        from_of_[j].push_back(i);
    }

    // 1. The best pairs first.
    void take_best_pairs() {
        std::vector<std::tuple<std::uint32_t, std::size_t, std::size_t>> pairs;
        for (std::size_t i = 0; i < from_.size(); ++i) {
            for (std::size_t j = 0; j < to_.size(); ++j) {
                const std::uint32_t alike = likeness_of(from_[i].units, to_[j].units);
                if (alike >= likeness_min) pairs.emplace_back(3 * alike + likeness_of(from_[i].of_measure, to_[j].of_measure), i, j);
            }
        }
        std::ranges::sort(pairs, [](const auto& a, const auto& b) {
            if (std::get<0>(a) != std::get<0>(b)) return std::get<0>(a) > std::get<0>(b);
            return std::tie(std::get<1>(a), std::get<2>(a)) < std::tie(std::get<1>(b), std::get<2>(b));
        });
        for (const auto& [rank, i, j] : pairs) {
            if (to_of_[i].empty() && from_of_[j].empty()) tie(i, j);
        }
    }

    // 2. What is left of the earlier text stands in a later duty that has its own origin: merged.
    void take_merged() {
        for (std::size_t i = 0; i < from_.size(); ++i) {
            if (!to_of_[i].empty()) continue;
            const std::size_t j = best_holder(to_.size(), [&](std::size_t k) { return from_of_[k].empty() ? 0U : containment_of(from_[i].units, to_[k].units); });
            if (j != none) tie(i, j);
        }
    }

    // 3. What is left of the later text stands in an earlier duty that went into one other alone: split off.
    void take_split() {
        for (std::size_t j = 0; j < to_.size(); ++j) {
            if (!from_of_[j].empty()) continue;
            const std::size_t i = best_holder(from_.size(), [&](std::size_t k) {
                const bool alone = !to_of_[k].empty() && std::ranges::all_of(to_of_[k], [&](std::size_t its) { return from_of_[its].size() == 1; });
                return alone ? containment_of(to_[j].units, from_[k].units) : 0U;
            });
            if (i != none) tie(i, j);
        }
    }

    // All that hang together with these two lists of places.
    [[nodiscard]] ProposedMatch match_of(MatchKind kind, std::vector<std::size_t> from, std::vector<std::size_t> to) const {
        ProposedMatch one;
        one.match.kind = kind;
        std::ranges::sort(from);
        std::ranges::sort(to);
        for (const std::size_t i : from) one.match.from.push_back(from_[i].duty->number);
        for (const std::size_t j : to) one.match.to.push_back(to_[j].duty->number);
        if (from.empty() || to.empty()) return one;
        one.likeness = 1'000;
        for (const std::size_t i : from) {
            for (const std::size_t j : to) one.likeness = std::min(one.likeness, likeness_of(from_[i].units, to_[j].units));
        }
        return one;
    }

    [[nodiscard]] std::vector<ProposedMatch> in_order() const {
        std::vector<ProposedMatch> matches;
        std::vector<bool> split(from_.size(), false);
        for (std::size_t j = 0; j < to_.size(); ++j) {
            if (from_of_[j].empty()) {
                matches.push_back(match_of(MatchKind::added, {}, {j}));
                continue;
            }
            const std::size_t first = from_of_[j].front();
            if (to_of_[first].size() > 1) {
                if (!split[first]) matches.push_back(match_of(MatchKind::split, {first}, to_of_[first]));
                split[first] = true;
            } else if (from_of_[j].size() > 1) {
                matches.push_back(match_of(MatchKind::merged, from_of_[j], {j}));
            } else {
                const bool same = from_[first].folded == to_[j].folded;
                matches.push_back(match_of(same ? MatchKind::carried_over : MatchKind::changed, {first}, {j}));
            }
        }
        for (std::size_t i = 0; i < from_.size(); ++i) {
            if (to_of_[i].empty()) matches.push_back(match_of(MatchKind::dropped, {i}, {}));
        }
        return matches;
    }

    std::vector<Told> from_;
    std::vector<Told> to_;
    std::vector<std::vector<std::size_t>> from_of_;  // the earlier duties that went into a later one
    std::vector<std::vector<std::size_t>> to_of_;
};

}  // namespace

std::uint32_t likeness(std::string_view a, std::string_view b) { return likeness_of(units_of(a), units_of(b)); }

std::uint32_t containment(std::string_view part, std::string_view whole) { return containment_of(units_of(part), units_of(whole)); }

std::vector<ProposedMatch> proposed_matches(const std::vector<DutyText>& from, const std::vector<DutyText>& to) {
    return Matching(from, to).matched();
}

}  // namespace ponte::planning
