#pragma once

#include "desks/conference/seen.h"

// How figures follow from the record: the published rules of docs/formats/bundle.md, section "Rules".
// Exact decimals only; the verifiers have their own implementation of the same page.
namespace ponte::conference {

// A figure of one fold at one time: what it is, over which period, from which entries.
struct Folded {
    bool any = false;                     // some paper counts; without any there is no figure, never a 0
    bool contradictory = false;           // papers of one period differ and none was preferred by acceptance
    std::optional<Decimal> value;         // absent when contradictory or when there is none
    std::vector<Decimal> candidates;      // the differing values, ascending, when contradictory
    std::optional<Period> period;
    std::vector<std::uint64_t> entries;   // of the observations it rests on, ascending
    Badge badge = Badge::published;       // the weakest of its observations
};

// What an indicator shows a reader on a date.
struct Reading {
    const IndicatorDefined* definition = nullptr;
    Folded now;
    Folded before;
    std::optional<Decimal> expected;      // of the trajectory at the end of the observed period
    Status status = Status::no_evidence;
    std::size_t papers = 0;               // observations shown, not withdrawn
    std::size_t accepted = 0;             // of them, accepted by another body
    std::size_t changed_since_accepted = 0;  // periods in which something happened after an acceptance
};

[[nodiscard]] Reading read_indicator(const Seen& seen, const IndicatorDefined& definition, Date as_at);
// From the indicator's observations that the reader may see, in the order of recording.
[[nodiscard]] Reading read_indicator(const std::vector<SeenObservation>& papers, const IndicatorDefined& definition, Date as_at);

// The trajectory's value on a day: straight between points, flat outside them, rounded half away from
// zero to `decimals`. Nothing where there is no trajectory.
[[nodiscard]] std::optional<Decimal> expected_on(const IndicatorDefined& definition, Date day);

// Rounded to the decimals of the definition, as it is printed everywhere.
[[nodiscard]] std::string shown(const IndicatorDefined& definition, Decimal value);
[[nodiscard]] std::string shown(const IndicatorDefined& definition, const Folded& folded);

// The yearly duty "at least one regular meeting".
enum class YearState : std::uint8_t { met = 1, not_met = 2, not_evidenced = 3, due = 4 };
BOOST_DESCRIBE_ENUM(YearState, met, not_met, not_evidenced, due)

struct YearDuty {
    std::uint16_t year = 0;
    YearState state{};
    std::vector<std::uint16_t> sessions;   // known to lie in that year (year_of in facts.h)
    std::vector<std::uint64_t> entries;
};
struct YearDuties {
    std::vector<YearDuty> years;
    // Meetings that may have been in one year or in another can lie in one each; however they lie, at least so many of the
    // years without a dated meeting had none.
    std::size_t unmet_at_least = 0;
    std::vector<std::uint16_t> among;      // the years it is said of
};
// The clause of a measure that owes regular meetings: the first that owes a number and speaks of a meeting.
// 0 where there is none.
[[nodiscard]] std::uint16_t duty_to_meet(const MeasureStated& measure);
[[nodiscard]] YearDuties year_duties(const Seen& seen, std::uint16_t plan_year, Date as_at);

}  // namespace ponte::conference
