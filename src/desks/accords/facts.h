#pragma once

#include "base/recorded.h"
#include "desks/accords/facts_partners.h"
#include "desks/accords/life.h"

#include <map>
#include <utility>

// The accords desk as its neighbours see it, as plain values. Questions go through the gate (seen.h).
namespace ponte::accords {

// How an instrument was recorded at first, and each amendment of that record.
struct RecordVersion {
    InstrumentRecord record;
    std::string reason;  // Empty for the first.
    std::uint64_t sequence = 0;
    Instant recorded;

    friend bool operator==(const RecordVersion&, const RecordVersion&) = default;
};

// ---- The negotiation file ---------------------------------------------------------------------------------

struct Article {
    std::vector<ArticleDrafted> versions;   // Version n stands at n - 1.
    std::vector<PositionStated> positions;  // In the order of recording.
    std::vector<ArticleMarked> marks;

    friend bool operator==(const Article&, const Article&) = default;
};

struct NegotiationFile {
    std::vector<RoundHeld> rounds;            // Round n stands at n - 1.
    std::map<std::string, Article> articles;  // By number, in the order of text.
    std::vector<PenPassed> pens;

    friend bool operator==(const NegotiationFile&, const NegotiationFile&) = default;
};

// ---- Activities -------------------------------------------------------------------------------------------

struct Activity {
    std::vector<ActivityPlanned> plans;  // The last one holds; empty: held without having been planned here.
    std::optional<ActivityHeld> held;
    std::optional<ActivityCancelled> cancelled;
    Stage stage{};
    BodyId body;
    Side side{};
    std::uint64_t sequence = 0;  // Of the last plan, or of its being held.
    Instant recorded;

    friend bool operator==(const Activity&, const Activity&) = default;
};

// ---- Instruments ------------------------------------------------------------------------------------------

struct Instrument {
    bool live = false;
    Stage stage{};
    BodyId body;
    Side side{};
    std::vector<BodyId> concerned;
    std::vector<RecordVersion> versions;  // Never empty; the last one holds.
    std::vector<Step> steps;              // Number n stands at n - 1.
    Life life;                            // Of all the steps. For a reader who may not see them all: Seen::life.
    NegotiationFile file;
    std::map<ActivityId, Activity> activities;

    [[nodiscard]] const InstrumentRecord& record() const { return versions.back().record; }
    [[nodiscard]] bool has_party(const JurisdictionId& place) const {
        for (const Party& party : record().parties) {
            if (party.place == place) return true;
        }
        return false;
    }

    friend bool operator==(const Instrument&, const Instrument&) = default;
};

// An entry of the series "instruments" or "activities", which the dossier's figures rest on.
struct SeriesEntry {
    std::uint64_t sequence = 0;
    Digest leaf;
    InstrumentId instrument;
    std::uint16_t step = 0;  // 0: of the instrument itself; step_of_activity: that an activity was held under it.

    friend bool operator==(const SeriesEntry&, const SeriesEntry&) = default;
};

struct Threshold {
    std::uint16_t days = 0;
    std::string reason;

    friend bool operator==(const Threshold&, const Threshold&) = default;
};

using Instruments = std::map<InstrumentId, Instrument>;
using Thresholds = std::map<std::pair<Standing, std::optional<InstrumentKind>>, Threshold>;

struct Known {
    const Instruments& instruments;
    const Thresholds& thresholds;
    const Requests& requests;
    const std::vector<SeriesEntry>& rows;  // In the order of the journal.
};

}  // namespace ponte::accords
