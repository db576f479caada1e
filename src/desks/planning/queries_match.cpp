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

}  // namespace

std::uint32_t likeness(std::string_view a, std::string_view b) { return likeness_of(units_of(a), units_of(b)); }

std::uint32_t containment(std::string_view part, std::string_view whole) { return containment_of(units_of(part), units_of(whole)); }

std::vector<ProposedMatch> proposed_matches(const std::vector<DutyText>& from_texts, const std::vector<DutyText>& to_texts) {
    const std::vector<Told> from = told(from_texts);
    const std::vector<Told> to = told(to_texts);

    // 1. The best pairs first.
    std::vector<std::tuple<std::uint32_t, std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < from.size(); ++i) {
        for (std::size_t j = 0; j < to.size(); ++j) {
            const std::uint32_t alike = likeness_of(from[i].units, to[j].units);
            if (alike < likeness_min) continue;
            pairs.emplace_back(3 * alike + likeness_of(from[i].of_measure, to[j].of_measure), i, j);
        }
    }
    std::ranges::sort(pairs, [](const auto& a, const auto& b) {
        if (std::get<0>(a) != std::get<0>(b)) return std::get<0>(a) > std::get<0>(b);
        return std::tie(std::get<1>(a), std::get<2>(a)) < std::tie(std::get<1>(b), std::get<2>(b));
    });
    std::vector<std::vector<std::size_t>> from_of(to.size());  // the earlier duties that went into a later one
    std::vector<std::vector<std::size_t>> to_of(from.size());
    for (const auto& [rank, i, j] : pairs) {
        if (!to_of[i].empty() || !from_of[j].empty()) continue;
        to_of[i].push_back(j);
        from_of[j].push_back(i);
    }

    // 2. What is left of the earlier text stands in a later duty that has its own origin: merged.
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (!to_of[i].empty()) continue;
        const std::size_t j = best_holder(to.size(), [&](std::size_t k) { return from_of[k].empty() ? 0U : containment_of(from[i].units, to[k].units); });
        if (j == none) continue;
        to_of[i].push_back(j);
        from_of[j].push_back(i);
    }
    // 3. What is left of the later text stands in an earlier duty that went into one other alone: split off.
    for (std::size_t j = 0; j < to.size(); ++j) {
        if (!from_of[j].empty()) continue;
        const std::size_t i = best_holder(from.size(), [&](std::size_t k) {
            const bool alone = !to_of[k].empty() && std::ranges::all_of(to_of[k], [&](std::size_t its) { return from_of[its].size() == 1; });
            return alone ? containment_of(to[j].units, from[k].units) : 0U;
        });
        if (i == none) continue;
        to_of[i].push_back(j);
        from_of[j].push_back(i);
    }

    std::vector<ProposedMatch> matches;
    std::vector<bool> told_already(from.size(), false);
    for (std::size_t j = 0; j < to.size(); ++j) {
        ProposedMatch one;
        one.match.to.push_back(to[j].duty->number);
        if (from_of[j].empty()) {
            one.match.kind = MatchKind::added;
            matches.push_back(std::move(one));
            continue;
        }
        const std::size_t first = from_of[j].front();
        if (to_of[first].size() > 1) {
            if (told_already[first]) continue;
            told_already[first] = true;
            one.match.kind = MatchKind::split;
            one.match.from.push_back(from[first].duty->number);
            one.match.to.clear();
            one.likeness = 1'000;
            std::vector<std::size_t> parts = to_of[first];
            std::ranges::sort(parts);
            for (const std::size_t part : parts) {
                one.match.to.push_back(to[part].duty->number);
                one.likeness = std::min(one.likeness, likeness_of(from[first].units, to[part].units));
            }
        } else {
            one.likeness = 1'000;
            std::vector<std::size_t> sources = from_of[j];
            std::ranges::sort(sources);
            for (const std::size_t source : sources) {
                one.match.from.push_back(from[source].duty->number);
                one.likeness = std::min(one.likeness, likeness_of(from[source].units, to[j].units));
            }
            one.match.kind = sources.size() > 1                 ? MatchKind::merged
                             : from[first].folded == to[j].folded ? MatchKind::carried_over
                                                                  : MatchKind::changed;
        }
        matches.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (!to_of[i].empty()) continue;
        ProposedMatch one;
        one.match.kind = MatchKind::dropped;
        one.match.from.push_back(from[i].duty->number);
        matches.push_back(std::move(one));
    }
    return matches;
}

}  // namespace ponte::planning
