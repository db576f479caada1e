#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/digest.h"
#include "base/id.h"
#include "base/languages.h"
#include "base/outcome.h"
#include "desks/conference/events.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The reporting form of one body in one round: what is asked (Form), and what came back (Return). Plain
// values: the desk that asks makes the first and orders what the second says; the files between them are
// written and read in forms.h.
namespace ponte::forms {

// A figure as it stands in the record: shown to the officer, never read back.
struct LastFigure {
    std::string as_published;  // The number as printed.
    Period period;
    std::string source;

    friend bool operator==(const LastFigure&, const LastFigure&) = default;
};

// One figure that is asked for. An indicator stands in a form once for each period asked.
struct Line {
    conference::IndicatorId indicator;
    std::uint16_t measure = 0;
    Names names;
    Names units;
    conference::Kind kind{};
    std::optional<LastFigure> last;
    Period period;  // The period asked; the answer may name another one.

    friend bool operator==(const Line&, const Line&) = default;
};

// A duty of the plan under which the body may say what it did: none, one or several actions.
struct DutyAsked {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;  // 0: the measure as a whole
    Names texts;

    friend bool operator==(const DutyAsked&, const DutyAsked&) = default;
};

// What a form is known by when it comes back. Ids are printed as they are and may hold what ids hold.
struct Identity {
    std::string round;  // "2020-Q3"
    conference::PlanId plan;
    BodyId body;
    std::uint32_t generation = 0;  // Counts from 1; a form of an earlier generation is an old one.
    Language language{};           // The paper's, and so that of numbers and texts typed into it.
    Digest keys;                   // Over all of the above and what each line and duty is known by.

    friend bool operator==(const Identity&, const Identity&) = default;
};

struct Form {
    std::string round;
    conference::PlanId plan;
    BodyId body;
    std::uint32_t generation = 1;
    Language language{};
    Names body_names;
    Period period;  // The round's.
    Date due;
    Date issued;         // Dates the files, so that the same form is the same bytes.
    std::string notice;  // Shown on top where the data are simulated or illustrate; mostly empty.
    std::vector<Line> lines;
    std::vector<DutyAsked> duties;

    friend bool operator==(const Form&, const Form&) = default;
};

// The identity that the form's files carry. Names, last figures, due date and notice are not part of it:
// they may change without making the form another one.
[[nodiscard]] Identity identity_of(const Form& form);

// Why there is no figure.
enum class NothingBecause : std::uint8_t { not_yet_published = 1, not_collected = 2, nothing_happened = 3, other = 4 };
BOOST_DESCRIBE_ENUM(NothingBecause, not_yet_published, not_collected, nothing_happened, other)

// An answered line: a figure, or that there is none and why. Texts are trimmed, NFC, without controls.
struct Answer {
    conference::IndicatorId indicator;
    Period asked;
    std::string as_published;  // As typed or shown. Empty exactly when `nothing` is there.
    // In the line's unit, where the number was typed without a scale word: the unit is printed beside the
    // cell. Absent for "4.7 bn", which says its scale itself; to be handed on with as_published.
    std::optional<Decimal> value;
    Period period;             // `asked` unless the officer named another one.
    std::string source;
    std::optional<Date> published;
    std::string note;  // Never empty where nothing is there for an `other` reason.
    std::optional<NothingBecause> nothing;
    std::string place;  // Of the number: "sheet Figures, cell J7", "table 1, row 4, column 5"

    friend bool operator==(const Answer&, const Answer&) = default;
};

struct ActionReported {
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Date on;
    std::string text;  // In the form's language.
    std::string source;
    std::optional<Date> published;
    std::string place;

    friend bool operator==(const ActionReported&, const ActionReported&) = default;
};

// A line that was left empty: no fault of the file. The desk decides what silence means.
struct Unanswered {
    conference::IndicatorId indicator;
    Period asked;
    std::string place;

    friend bool operator==(const Unanswered&, const Unanswered&) = default;
};

struct Return {
    Identity identity;
    std::vector<Answer> answers;         // In the order of the form's lines, however the rows were sorted.
    std::vector<Unanswered> unanswered;  // Likewise.
    std::vector<ActionReported> actions;

    friend bool operator==(const Return&, const Return&) = default;
};

}  // namespace ponte::forms
