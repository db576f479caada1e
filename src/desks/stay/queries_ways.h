#pragma once

#include "desks/stay/view.h"

#include <vector>

// The ways into a place that somebody has with what he holds: rules and table lines, before any answer is made of
// them. Everything that the desk answers goes through here, so that no two answers can disagree.
namespace ponte::stay {

// What is told of a journey. What is not told leaves the conditions that ask for it unknown.
struct Circumstances {
    std::optional<std::string> purpose;             // "tourism", "business", as the rules call it.
    std::optional<std::uint32_t> group;             // People travelling together.
    std::optional<std::string> entry_port;
    std::optional<JurisdictionId> coming_from;
    std::optional<JurisdictionId> onward_to;
    std::optional<std::uint32_t> days;              // Of the stay.
    std::vector<ConditionKind> met;                 // Conditions that he says are met.
};
BOOST_DESCRIBE_STRUCT(Circumstances, (), (purpose, group, entry_port, coming_from, onward_to, days, met))

// One way in. It points into the state and lives no longer than that.
struct Way {
    Document document;
    const KnownRule* rule = nullptr;        // Of a rule;
    const Snapshot* snapshot = nullptr;     // or of a table line;
    const Cell* cell = nullptr;
    bool own = false;                       // or he is at home there.
    const Zone* zone = nullptr;             // Whose days are counted together: the rule's, or the one that the place belongs to.
    Requirement requirement{};
    bool no_limit = false;
    std::vector<Window> windows;
    Track track = Track::ordinary;
    Answer holds{};                         // On the day.
    Answer met{};                           // Its conditions, all together.
    bool overridden = false;                // A rule speaks, so this table line does not.
    std::vector<const KnownRule*> ended;    // Of a table line: what it rested on has ended, so it holds no longer for certain.

    // The days of one entry, where a window says them.
    [[nodiscard]] std::optional<std::uint16_t> days() const;
    [[nodiscard]] bool may_be_taken() const { return !overridden && holds == Answer::yes && (track == Track::ordinary ? met != Answer::no : met == Answer::yes); }
};

// Whether what is told meets one condition of entering the place on the day.
[[nodiscard]] Answer met_by(const Condition& condition, const Circumstances& told, const JurisdictionId& place, Date day);

// All the ways of one document into the place on the day, those that fail too; the best first.
// A table shows what was in force on its own day. Where a rule for the same cell was in force that day, or may have
// been, and has ended since, the line is the rule's echo: it says nothing about a day after the end, neither that the
// waiver goes on nor what came in its place. So the line holds `unknown` then, and `ended` names the rules. A line that
// admits where the rule did not, or asks for a visa where the rule admitted, is no echo and stands. A rule
// that began after the table and ended again leaves the line as it was: that is what stood there before the rule.
[[nodiscard]] std::vector<Way> ways_of(const State& state, const Document& document, const JurisdictionId& place, Date day, const Circumstances& told);

// The rules of a document and place that were in force on a table's day, or may have been, and are over on `day`; the
// one that ended last at the end.
[[nodiscard]] std::vector<const KnownRule*> ended_since(const State& state, const Document& document, const JurisdictionId& place, Date table_day, Date day);

// The last table of before `day` that was made on a day on which the rule was certainly not in force for the place.
[[nodiscard]] const Snapshot* table_before(const State& state, const Rule& rule, const JurisdictionId& place, Date day);

// Whether `one` is the better way for a traveller: the lighter requirement, then more days, then fewer windows.
[[nodiscard]] bool better(const Way& one, const Way& other);

// What it comes to: the best way that may be taken, and whether he comes in without a visa beforehand. Unknown where
// a rule that may hold would change that, or where a table line that has lost its rule might.
struct Comes {
    const Way* way = nullptr;  // Nothing: no way is known.
    Answer answer = Answer::unknown;
};
[[nodiscard]] Comes comes_to(const std::vector<Way>& ways);

}  // namespace ponte::stay
