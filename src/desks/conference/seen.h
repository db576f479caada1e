#pragma once

#include "base/texts.h"
#include "desks/conference/facts.h"

#include <span>

// What one reader may see of the conference desk. Every query, of this desk or of a neighbour, is answered
// from a Seen and never from the State: the stages are enforced here, in one place, under all of them. So
// is the position: where Known stands in the past, papers and series are shown as they were then.
namespace ponte::conference {

// A paper that the reader may see, and how far it had gone at his position.
struct SeenItem {
    const Item* item = nullptr;
    Life life;
};
struct SeenObservation {
    const ObservationRecorded* event = nullptr;
    const Item* item = nullptr;
    Life life;
};
struct SeenAction {
    const ActionRecorded* event = nullptr;
    const Item* item = nullptr;
    Life life;
};

class Seen {
public:
    Seen(const Known& known, access::Sight reader) : known_(known), reader_(std::move(reader)) {}

    [[nodiscard]] const access::Sight& reader() const { return reader_; }

    // Configuration and sessions carry no stage: they are shown to everyone.
    [[nodiscard]] const std::map<PlanId, Plan>& plans() const { return known_.plans; }
    [[nodiscard]] const std::map<MilestoneId, Milestone>& milestones() const { return known_.milestones; }
    [[nodiscard]] const std::map<std::uint16_t, Session>& sessions() const { return known_.sessions; }
    [[nodiscard]] const std::map<std::uint16_t, YearWithoutSession>& years_without_session() const { return known_.years_without_session; }
    [[nodiscard]] const std::map<std::uint64_t, DossierFrozen>& frozen() const { return known_.frozen; }
    [[nodiscard]] const Plan* plan(const PlanId& id) const;
    [[nodiscard]] std::vector<const IndicatorDefined*> indicators() const;
    [[nodiscard]] const IndicatorDefined* indicator(const IndicatorId& id) const;
    [[nodiscard]] std::uint64_t sequence_of_definition(const IndicatorId& id) const;

    // What has to be read in several languages: each plan's title with its areas ("plan/2020/0"), its measures with
    // their duties ("plan/2020/4"), and the names and units of its indicators ("indicator/m4.total/name").
    [[nodiscard]] std::vector<TextKept> texts() const;

    // Papers: only those whose stage lets this reader see them, in the order of recording.
    [[nodiscard]] bool may_see(const Item& item) const { return may_see(item, item.life(known_.until)); }
    [[nodiscard]] std::optional<SeenItem> item(const ItemId& id) const;
    [[nodiscard]] SeenObservation observation(const ItemId& id) const;  // event: nullptr where it is none or unseen
    [[nodiscard]] SeenAction action(const ItemId& id) const;
    [[nodiscard]] std::vector<SeenObservation> observations(const IndicatorId& indicator) const;
    [[nodiscard]] std::vector<SeenAction> actions(const PlanId& plan, std::uint16_t measure) const;
    [[nodiscard]] std::vector<SeenItem> items() const;
    // Of a paper that was seen.
    [[nodiscard]] const ItemId& id_of(const Item& item) const;
    [[nodiscard]] const std::string& series_of(const Item& item) const { return known_.series[item.series].name; }
    [[nodiscard]] const ObservationRecorded* observation_of(const Item& item) const;
    [[nodiscard]] const ActionRecorded* action_of(const Item& item) const;

    // The last thing said of an indicator that the reader may see.
    [[nodiscard]] const Said<StatusOverridden>* override_of(const IndicatorId& id) const;
    [[nodiscard]] const Said<ForecastStated>* forecast_of(const IndicatorId& id) const;
    [[nodiscard]] const Said<JudgementStated>* judgement_of(const IndicatorId& id) const;

    // How the indicator stands on a day by what the reader may see (queries_figures.h).
    [[nodiscard]] Status status_of(const IndicatorDefined& definition, Date as_at) const;

    // Rows of a series, and whether the reader is shown each. That rows are there is told to everyone; no
    // rows: there was no such series yet.
    [[nodiscard]] std::span<const Row> rows(std::string_view series) const;
    [[nodiscard]] bool has_series(std::string_view series) const { return !rows(series).empty(); }
    [[nodiscard]] bool may_see(const Row& row) const;

private:
    [[nodiscard]] bool may_see(const Item& item, const Life& life) const {
        return item.sequence < known_.until && access::sees(reader_, life.stage, item.body, item.side);
    }
    template <class Event>
    [[nodiscard]] const Said<Event>* last_seen(const std::vector<Said<Event>>& said) const;
    template <class SeenOne, class Event>
    [[nodiscard]] std::vector<SeenOne> seen_of(std::string_view series, const std::vector<Event> Series::*events) const;

    Known known_;
    access::Sight reader_;
};

[[nodiscard]] access::Sight sight_of(Audience audience);

}  // namespace ponte::conference
