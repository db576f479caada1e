#pragma once

#include "desks/accords/queries.h"
#include "desks/accords/view.h"

#include <set>

// Pieces that several answers of this desk are made of. Each of them looks through the gate.
namespace ponte::accords {

[[nodiscard]] Stood shown(Standings standings);
// The number of days from one to the other where both are known to the day.
[[nodiscard]] std::optional<std::int32_t> days_between(const std::optional<Period>& from, const std::optional<Period>& to);

// The steps that the reader sees and that were not withdrawn: those that may have been taken by the day, and of
// those ahead the ones that were recorded by then.
[[nodiscard]] std::vector<const Step*> steps_known_on(const Seen& seen, const Instrument& instrument, Date on);
// The last step that is sure to have been taken by the day.
[[nodiscard]] const Step* last_step_on(const Seen& seen, const Instrument& instrument, Date on);
[[nodiscard]] std::optional<Period> date_of(const std::vector<const Step*>& steps, StepKind kind, Date on);

[[nodiscard]] InstrumentRow row_of(const Seen& seen, const InstrumentId& id, const Instrument& instrument, Date on);
[[nodiscard]] bool is_asked_for(const std::vector<InstrumentKind>& kinds, InstrumentKind kind);  // Empty: all.
// The parties other than Macao, and whether one of them is in the set on the day.
[[nodiscard]] std::vector<JurisdictionId> partners_of(const Instrument& instrument);
[[nodiscard]] bool is_with(const Looking& looking, const Instrument& instrument, const directory::SetId& set, Date on);

// The days after which a file of that standing and kind is stalled, if any were stated.
[[nodiscard]] const Threshold* threshold_of(const Seen& seen, Standing standing, InstrumentKind kind);

[[nodiscard]] ActivityStanding standing_on(const Activity& activity, Date on);
// Activities that the reader sees and that were planned or held at all by what is known.
[[nodiscard]] std::vector<ActivityRow> activities_on(const Seen& seen, const Instrument& instrument, Date on);

}  // namespace ponte::accords
