#pragma once

#include "desks/withholding/rules_rate.h"

#include <array>
#include <span>
#include <vector>

// The way through other jurisdictions on which least is taken. A payment that passes i > k > j keeps
// (1 - rate ik)(1 - rate kj) of itself; what is kept is compared exactly, as a whole number. Ties go to
// fewer legs, then to the earlier codes of jurisdictions. A leg whose rate is not known is no leg.
namespace ponte::withholding {

// What a search looks at: one income on one day.
struct Case {
    Date on;
    Income income{};
    bool participation = false;  // A company that owns all of it, has for ten years, and benefits itself. Of dividends only.
    bool conduit_tax = false;    // A company in between pays its own tax on what it receives, with no relief for it.
    std::uint8_t legs_max = 3;   // 1..3
    std::optional<Confidence> worst;
    std::vector<InstrumentId> without;
};

[[nodiscard]] Payment payment_in(const Case& asked, const JurisdictionId& from, const JurisdictionId& to);

// Kept out of 10^18, or of 10^30 where companies in between are taxed.
__extension__ using Kept = __int128;
inline constexpr Kept no_way = -1;

struct Way {
    Kept kept = no_way;
    std::int16_t first = -1;   // Index of the first jurisdiction in between; -1: direct.
    std::int16_t second = -1;  // ... and of the second.

    friend bool operator==(const Way&, const Way&) = default;
};

class Network {
public:
    // `members` in ascending order, each once. Those of `between` (a subset) may be passed through.
    Network(const Rates& rates, const Case& asked, std::vector<JurisdictionId> members, const std::vector<JurisdictionId>& between);

    [[nodiscard]] const std::vector<JurisdictionId>& members() const { return members_; }
    [[nodiscard]] std::size_t size() const { return members_.size(); }
    [[nodiscard]] Span span(std::size_t from, std::size_t to) const { return spans_[from * size() + to]; }
    [[nodiscard]] Kept whole_kept() const { return conduit_ ? ten_to_30() : Kept{1'000'000'000'000'000'000}; }

    [[nodiscard]] Way direct(std::size_t from, std::size_t to) const;
    // Over all pairs at once, row by row; a pair with itself has none.
    [[nodiscard]] std::vector<Way> best_ways() const;
    // Of one pair, at least as good as `at_least` (what is known to be reachable).
    [[nodiscard]] Way best_way(std::size_t from, std::size_t to) const;

    // The same network with this leg at another rate.
    void set_span(std::size_t from, std::size_t to, Span span);
    // What is left after a way's taxes, in percent of what was paid, subtracted from 100.
    [[nodiscard]] Decimal taxed(const Way& way) const;
    [[nodiscard]] std::vector<std::size_t> path(std::size_t from, std::size_t to, const Way& way) const;

private:
    [[nodiscard]] static Kept ten_to_30();
    template <class Number>
    [[nodiscard]] std::vector<Way> searched() const;

    std::vector<JurisdictionId> members_;
    std::vector<Span> spans_;
    std::vector<std::int32_t> kept_;     // of one leg, of a million; -1: not known
    std::vector<std::int32_t> through_;  // kept by the company in between, of a million; -1: not to be passed
    bool conduit_ = false;
    std::uint8_t legs_max_ = 3;
};

// A share of the whole (10^zeros) as percent: exact where 18 decimals hold it, else rounded to twelve.
[[nodiscard]] Decimal percent_of(Kept share, int zeros);
// The mean of `count` shares, rounded half away from zero to four decimals, as published averages are.
[[nodiscard]] Decimal mean_percent(Kept sum, std::uint64_t count, int zeros);

inline constexpr std::array every_income{Income::dividends, Income::interest, Income::royalties, Income::technical_services};
// The jurisdictions whose own rate is known for each of the incomes on the day: those that can be passed through, and
// over which averages are taken. Where nobody names jurisdictions every income counts, so that the averages of several
// incomes are over the same ones; where somebody does, the incomes that he asks about.
[[nodiscard]] std::vector<JurisdictionId> usable_on(const Rates& rates, Date on, std::optional<Confidence> worst, std::span<const Income> incomes = every_income);

}  // namespace ponte::withholding
