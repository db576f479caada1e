#pragma once

#include "desks/accords/events.h"

#include <cstdint>
#include <span>

// The life of an instrument, computed from its steps and clauses. What is said of a day rests on steps that
// may have been taken by that day and on no later one. Nothing here is ever recorded.
namespace ponte::accords {

// What another source says of a step.
struct OtherDate {
    Period date;
    Evidence evidence;
    std::uint64_t sequence = 0;

    friend bool operator==(const OtherDate&, const OtherDate&) = default;
};

// What was recorded before a correction.
struct FormerDate {
    Period date;
    bool unverified = false;
    Evidence evidence;
    std::string reason;  // Why it holds no more.
    std::uint64_t sequence = 0;  // Of the correction.

    friend bool operator==(const FormerDate&, const FormerDate&) = default;
};

struct Step {
    StepTaken taken;   // With its corrected day and evidence.
    bool withdrawn = false;
    Stage stage{};
    std::vector<OtherDate> others;
    std::vector<FormerDate> former;
    std::uint64_t sequence = 0;
    Instant recorded;

    // From the first day that any source gives to the last.
    [[nodiscard]] Period span() const;
    [[nodiscard]] bool is_contradicted() const { return !others.empty(); }

    friend bool operator==(const Step&, const Step&) = default;
};

// A set of standings: one for each day that is well known, several where the record leaves it open.
class Standings {
public:
    constexpr Standings() = default;
    constexpr explicit Standings(Standing one) { add(one); }
    constexpr void add(Standing one) { bits_ = static_cast<std::uint16_t>(bits_ | bit(one)); }
    constexpr void add(Standings other) { bits_ = static_cast<std::uint16_t>(bits_ | other.bits_); }
    [[nodiscard]] constexpr bool has(Standing one) const { return (bits_ & bit(one)) != 0; }
    [[nodiscard]] constexpr bool is_known() const { return bits_ != 0 && (bits_ & (bits_ - 1)) == 0; }
    [[nodiscard]] std::optional<Standing> known() const;  // Nothing where several are possible.
    [[nodiscard]] std::vector<Standing> all() const;      // In the order of a life.
    // Yes or no where all that is possible agrees.
    [[nodiscard]] constexpr ponte::Answer in(Standing one) const {
        if (!has(one)) return ponte::Answer::no;
        return is_known() ? ponte::Answer::yes : ponte::Answer::unknown;
    }

    friend constexpr bool operator==(Standings, Standings) = default;

private:
    [[nodiscard]] static constexpr std::uint16_t bit(Standing one) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(one)); }
    std::uint16_t bits_ = 0;
};

// Days on which the same standings are possible, up to the next stretch.
struct Stretch {
    Date from;
    Standings standings;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

// The whole life as stretches in order of days; before the first nothing is recorded. A binary search answers
// how it stood on a day.
struct Life {
    std::vector<Stretch> stretches;

    [[nodiscard]] Standings on(Date day) const;

    friend bool operator==(const Life&, const Life&) = default;
};

using Steps = std::span<const Step* const>;

[[nodiscard]] Life life_of(const InstrumentRecord& record, Steps steps);
// The same, computed for one day from the steps that may have been taken by then.
[[nodiscard]] Standings standings_on(const InstrumentRecord& record, Steps steps, Date day);

// ---- Days by clause, as at a day: from steps dated up to it -------------------------------------------------

// When it enters into force by its clause; a day, or a span where a notice is known only roughly. Nothing
// while a paper is missing, or where the clause is unknown or in words alone.
[[nodiscard]] std::optional<Period> force_by_clause(const InstrumentRecord& record, Steps steps, Date as_at);
// The recorded entry into force.
[[nodiscard]] const Step* recorded_force(Steps steps, Date as_at);
// The recorded day, else that of the clause, else the last signature where the kind is used from signing on.
[[nodiscard]] std::optional<Period> force_of(const InstrumentRecord& record, Steps steps, Date as_at);
// The last party's signature; nothing until all have signed.
[[nodiscard]] std::optional<Period> signed_by_all(const InstrumentRecord& record, Steps steps, Date as_at);
// From when it has effect at a party, by its clause.
[[nodiscard]] std::optional<Period> effect_by_clause(const InstrumentRecord& record, Steps steps, const JurisdictionId& place, Date as_at);
// The last day of the term that runs on the day: of the last renewal, of the tacit one, else of the first.
[[nodiscard]] std::optional<Period> last_day_of_term(const InstrumentRecord& record, Steps steps, Date as_at);

// The same day of the month so many months later, or the last of that month.
[[nodiscard]] Date plus_months(Date day, unsigned months);

}  // namespace ponte::accords
