#pragma once

#include "adapters/bundle/counts.h"
#include "adapters/bundle/instruments.h"
#include "adapters/bundle/exact.h"
#include "adapters/bundle/training.h"
#include "base/bytes.h"
#include "base/date.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// What the shown rows of a bundle say together, read from their bytes by the page alone: the verifier
// knows no desk, so that a mistake there is found here.
namespace ponte::bundle {

enum class Fold : std::uint8_t { latest = 1, sum = 2, count = 3 };
enum class Better : std::uint8_t { more = 1, less = 2, none = 3 };

struct Point {
    Date date;
    Number value;
};

struct Definition {
    std::uint64_t sequence = 0;
    Fold fold{};
    Better better{};
    std::uint8_t decimals = 0;
    std::uint8_t tolerance_percent = 0;
    std::vector<Point> trajectory;
    std::uint8_t trajectory_badge = 0;
};

// An observation or an action with what became of it.
struct Paper {
    std::uint64_t sequence = 0;
    Number value;
    Period period;  // of an action: its day
    std::uint8_t badge = 0;
    std::uint8_t verdict = 0;  // 0: none yet
    bool withdrawn = false;
};

struct Papers {
    std::vector<Paper> in_order;  // of recording
    std::map<std::string, std::size_t, std::less<>> by_item;
};

struct Indicator {
    std::optional<Definition> definition;
    Papers papers;
};

struct Measure {
    std::uint64_t sequence = 0;
    std::size_t duties = 0;
    bool dropped = false;
};

struct Milestone {
    std::uint64_t sequence = 0;
    Date due;
    std::optional<Date> reached;
};

struct Session {
    std::uint64_t sequence = 0;
    Date held_by;             // its date, or the end of the span that it lies in
    std::optional<int> year;  // none where the span touches several
};

// What the shown rows say of a problem.
struct Problem {
    std::uint64_t sequence = 0;
    bool of_plan = false;
    bool escalated = false;
    bool settled = false;
    std::optional<Date> due;
};

struct Decision {
    std::uint64_t bound = 0;  // entry of its last terms
    std::optional<Date> due;
    std::vector<std::string> supersedes;
    bool carried_out = false;
    std::size_t lapses = 0;
};

struct Account {
    std::string plan;
    std::optional<std::uint16_t> plan_year;
    std::map<std::uint16_t, Measure> measures;
    std::map<std::string, Indicator, std::less<>> indicators;
    std::map<std::uint16_t, Papers> actions;  // by measure, one for each series that exists
    std::map<std::string, Milestone, std::less<>> milestones;
    std::map<std::uint16_t, Session> sessions;
    std::set<std::uint16_t> years_without_session;
    bool has_problems = false;   // The series is there, also when none of its rows is shown.
    bool has_decisions = false;
    std::map<std::string, Problem, std::less<>> problems;
    std::map<std::string, Decision, std::less<>> decisions;
    std::optional<Instruments> instruments;  // Of the series, when it is there.
    std::optional<Activities> activities;
    std::optional<Training> training;
    std::optional<Counts> origin;
};

// Each of these says what is wrong, or nothing.
// A series that the bundle names, also one of which no row is shown.
[[nodiscard]] std::optional<std::string> open_series(Account& account, std::string_view series);
// The next shown row of an open series.
[[nodiscard]] std::optional<std::string> add_row(Account& account, std::string_view series, std::uint64_t sequence, ByteView entry);
// After the last row: a plan, and a definition for each indicator.
[[nodiscard]] std::optional<std::string> close_series(const Account& account, std::string_view series);

}  // namespace ponte::bundle
