#pragma once

#include "base/recorded.h"
#include "desks/planning/events.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// What neighbours may know of the planning desk, as plain values: how a year's duties ended, next year's
// lists with every wording put forward, the frames above, and what descends from what. Decisions look at
// Known; questions go through Seen (seen.h), which shows a reader no more than he may see.
namespace ponte::planning {

// An event with its place in the record.
template <class Event>
struct Placed {
    Event event;
    std::uint64_t sequence = 0;
    Instant time;
    PersonId by;

    friend bool operator==(const Placed&, const Placed&) = default;
};

// How one duty is being closed. A confirmed closing stays as it is.
struct Closing {
    Placed<DutyClosingProposed> proposal;
    std::optional<Placed<DutyClosingQuestioned>> questioned;
    std::optional<Placed<DutyClosingConfirmed>> confirmed;

    friend bool operator==(const Closing&, const Closing&) = default;
};

// A text that both sides stood by. `version` is the line's at that time: an older one is stale.
struct Agreement {
    Digest text;
    std::uint32_t version = 0;
    std::uint64_t sequence = 0;   // of the entry with which it was agreed
    Instant time;

    friend bool operator==(const Agreement&, const Agreement&) = default;
};

// One side's word for one text.
struct Stand {
    Digest text;
    std::uint64_t sequence = 0;
    PersonId by;

    friend bool operator==(const Stand&, const Stand&) = default;
};

// A line in one language.
struct Wording {
    std::vector<Placed<WordingProposed>> proposals;          // oldest first
    std::map<Side, Placed<WordingDrafted>> drafts;           // a side's own
    std::map<Side, Stand> stands;
    std::optional<Agreement> agreed;                         // the last text that both stood by

    // The proposal with this text; the newest, where it was put forward twice.
    [[nodiscard]] const Placed<WordingProposed>* proposed(const Digest& text) const;
    [[nodiscard]] bool both_stand_by(const Digest& text) const;

    friend bool operator==(const Wording&, const Wording&) = default;
};

struct Line {
    LineAdded added;
    std::uint64_t sequence = 0;
    std::uint16_t area = 0;
    std::map<Language, Wording> wordings;
    std::uint32_t version = 1;                               // rises when an agreed text is changed
    std::optional<Placed<LineWithdrawalProposed>> withdrawal;
    std::optional<Placed<LineKept>> kept;                    // the last answer to a proposal to withdraw it
    std::optional<Placed<LineWithdrawn>> withdrawn;

    // How a language of the line stands.
    [[nodiscard]] bool is_agreed(Language language) const;   // both sides stand by one text, and it is not stale
    [[nodiscard]] bool is_stale(Language language) const;    // another language was changed after it was agreed
    [[nodiscard]] const Placed<WordingProposed>* agreed_text(Language language) const;  // null unless agreed

    friend bool operator==(const Line&, const Line&) = default;
};

struct List {
    ListOpened opened;
    std::uint64_t sequence = 0;
    Instant time;
    std::map<LineId, Line> lines;                            // all, the withdrawn ones too
    std::map<std::uint16_t, std::vector<LineId>> order;      // of the standing measures, by area
    std::uint16_t areas = 0;                                 // numbers given to areas so far
    std::uint16_t measures = 0;                              // numbers given to measure lines so far
    std::map<Side, Placed<AdoptionProposed>> adoption;
    std::optional<Placed<ListAdopted>> adopted;

    [[nodiscard]] const Line* line(const LineId& id) const;

    friend bool operator==(const List&, const List&) = default;
};

struct Frame {
    FrameRegistered registered;
    std::uint64_t sequence = 0;
    std::vector<FrameItem> items;                            // also those added later

    [[nodiscard]] const FrameItem* item(const std::string& id) const;

    friend bool operator==(const Frame&, const Frame&) = default;
};

// A duty or an item of a frame, as a place in the lineage: exactly one of the two.
struct Node {
    std::optional<DutyRef> duty;
    std::optional<FrameRef> item;

    friend auto operator<=>(const Node&, const Node&) = default;
    friend bool operator==(const Node&, const Node&) = default;
};

// One step of lineage that holds.
struct Descent {
    Node child;
    Origin origin;
    std::string how;                                         // "link", "list", or the kind of a match
    std::uint64_t entry = 0;

    friend bool operator==(const Descent&, const Descent&) = default;
};

// The desk as its neighbours see it: references into its state, nothing of its mind.
struct Known {
    const std::map<DutyRef, Closing>& closings;
    const std::map<PlanId, Placed<YearClosed>>& closed;
    const std::map<ListId, List>& lists;
    const std::map<FrameId, Frame>& frames;
    const std::map<std::uint64_t, Placed<LineageLinked>>& links;     // by entry; those that hold
    const std::map<std::uint64_t, Placed<MatchConfirmed>>& matches;  // by entry; those that hold
};

// Every step of lineage that was linked or matched, in order of entries. Matches of a duty that was added
// or dropped say that there is no step, and give none.
[[nodiscard]] std::vector<Descent> descents_of(const Known& known);

[[nodiscard]] inline std::string scope_of(const ListId& list) { return "list/" + list.value; }

}  // namespace ponte::planning
