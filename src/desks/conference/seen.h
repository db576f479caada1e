#pragma once

#include "desks/conference/facts.h"

// What one reader may see of the conference desk. Every query, of this desk or of a neighbour, is answered
// from a Seen and never from the State: the stages are enforced here, in one place, under all of them.
namespace ponte::conference {

// An observation that the reader may see, with its life.
struct SeenObservation {
    const ObservationRecorded* event = nullptr;
    const Item* item = nullptr;
};
struct SeenAction {
    const ActionRecorded* event = nullptr;
    const Item* item = nullptr;
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

    // Papers: only those whose stage lets this reader see them.
    [[nodiscard]] bool may_see(const Item& item) const { return access::sees(reader_, item.stage, item.body, item.side); }
    [[nodiscard]] const Item* item(const ItemId& id) const;
    [[nodiscard]] SeenObservation observation(const ItemId& id) const;
    [[nodiscard]] SeenAction action(const ItemId& id) const;
    [[nodiscard]] std::vector<SeenObservation> observations(const IndicatorId& indicator) const;
    [[nodiscard]] std::vector<SeenAction> actions(const PlanId& plan, std::uint16_t measure) const;
    [[nodiscard]] std::vector<std::pair<ItemId, const Item*>> items() const;

    // The last thing said of an indicator that the reader may see.
    [[nodiscard]] const Said<StatusOverridden>* override_of(const IndicatorId& id) const;
    [[nodiscard]] const Said<ForecastStated>* forecast_of(const IndicatorId& id) const;
    [[nodiscard]] const Said<JudgementStated>* judgement_of(const IndicatorId& id) const;

    // Rows of a series, and whether the reader is shown each.
    [[nodiscard]] const Series* series(const std::string& name) const;
    [[nodiscard]] bool may_see(const Row& row) const;

private:
    template <class Event>
    [[nodiscard]] const Said<Event>* last_seen(const std::vector<Said<Event>>& said) const;

    Known known_;
    access::Sight reader_;
};

[[nodiscard]] access::Sight sight_of(Audience audience);

}  // namespace ponte::conference
