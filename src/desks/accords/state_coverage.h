#pragma once

#include "desks/accords/facts.h"

#include <array>
#include <map>
#include <vector>

// Instruments by partner and kind, with their lives beside them, so that a whole matrix as at a day is read in one
// pass over memory that lies together. Kept by the fold; it holds nothing that the instruments do not say.
namespace ponte::accords {

inline constexpr std::size_t kinds_count = 22;  // InstrumentKind is 1..22.

// How far an instrument may have come on a day, and since when that is so. Both ends are the same where it is known.
struct Span {
    Reach least = Reach::none;
    Reach most = Reach::none;
    std::optional<Date> since;  // The first day of the stretch of days that are all like this one.
    std::optional<Date> perhaps_since;  // The first day on which it may have come so far; before `since` where the day is known roughly.

    friend bool operator==(const Span&, const Span&) = default;
    [[nodiscard]] Reach reach() const { return least == most ? least : Reach::unknown; }
    // Since when: a day, or the span in which it lies.
    [[nodiscard]] std::optional<Period> begun() const {
        return since ? std::optional(Period{perhaps_since.value_or(*since), *since}) : std::nullopt;
    }
};

struct Lived {
    InstrumentId instrument;
    bool open = false;  // The instrument and every step of it are published: everybody sees the life as it is.
    std::vector<Span> spans;  // Its life in order of days, one for each change.
    std::optional<Date> contradicted_from;  // The first day of a step of which sources give different days.

    friend bool operator==(const Lived&, const Lived&) = default;
};

class CoverageIndex {
public:
    using Cells = std::array<std::vector<Lived>, kinds_count>;  // Kind k stands at k - 1; in the order of recording.

    // After every event that touched the instrument.
    void put(const InstrumentId& id, const Instrument& instrument);

    [[nodiscard]] const std::map<JurisdictionId, Cells>& partners() const { return partners_; }
    [[nodiscard]] const std::vector<Lived>& of(const JurisdictionId& partner, InstrumentKind kind) const;

    friend bool operator==(const CoverageIndex&, const CoverageIndex&) = default;

private:
    std::map<JurisdictionId, Cells> partners_;
    std::map<InstrumentId, std::vector<std::pair<JurisdictionId, InstrumentKind>>> where_;
};

// Macao's own: an instrument to which it is no party covers nothing here.
[[nodiscard]] const JurisdictionId& macao();

[[nodiscard]] Reach reach_of(Standing standing);
[[nodiscard]] std::vector<Span> spans_of(const Life& life);
[[nodiscard]] std::optional<Date> contradicted_from(std::span<const Step* const> steps);
[[nodiscard]] Span span_on(const std::vector<Span>& spans, Date day);
[[nodiscard]] inline Span span_on(const Life& life, Date day) { return span_on(spans_of(life), day); }

}  // namespace ponte::accords
