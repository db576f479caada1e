#pragma once

#include "base/date.h"
#include "base/described_values.h"

#include <cstdint>
#include <optional>
#include <string>

// What rules taken from the world have in common: a source with how far it can be trusted, days that may be
// known only to the month or not at all, and answers that may be unknown. Unknown is a value: it is never
// taken for a no, and never for a zero.
namespace ponte {

enum class Answer : std::uint8_t { no = 1, yes = 2, unknown = 3 };
BOOST_DESCRIBE_ENUM(Answer, no, yes, unknown)

// `high`: an official page, or two independent pages that agree. `unverified` is not a fact: what rests on
// it is kept in a note and answered as unknown.
enum class Confidence : std::uint8_t { high = 1, medium = 2, low = 3, unverified = 4 };
BOOST_DESCRIBE_ENUM(Confidence, high, medium, low, unverified)

struct Source {
    std::string reference;        // Where it can be read: a gazette notice, an address.
    std::optional<Period> as_of;  // When it was read, or the day it speaks of.
    Confidence confidence{};
    std::string note;  // In our own words; "unverified: 2012-09" keeps what was not taken as a fact.

    friend bool operator==(const Source&, const Source&) = default;
};
BOOST_DESCRIBE_STRUCT(Source, (), (reference, as_of, confidence, note))

// When a rule holds. A day that is known only to its month or year is a period wider than one day.
struct Validity {
    std::optional<Period> from;  // The first day. Absent: since before anything recorded.
    std::optional<Period> to;    // The last day. Absent: still open.
    bool from_unknown = false;   // It began, nobody here knows when; `from` is absent then.
    bool to_unknown = false;     // It ended or will end, nobody here knows when; `to` is absent then.

    friend bool operator==(const Validity&, const Validity&) = default;
};
BOOST_DESCRIBE_STRUCT(Validity, (), (from, to, from_unknown, to_unknown))

// Of three-valued logic (Kleene): a no decides `both`, a yes decides `either`, and otherwise unknown wins.
[[nodiscard]] constexpr Answer both(Answer one, Answer other) {
    if (one == Answer::no || other == Answer::no) return Answer::no;
    return one == Answer::unknown || other == Answer::unknown ? Answer::unknown : Answer::yes;
}
[[nodiscard]] constexpr Answer either(Answer one, Answer other) {
    if (one == Answer::yes || other == Answer::yes) return Answer::yes;
    return one == Answer::unknown || other == Answer::unknown ? Answer::unknown : Answer::no;
}
[[nodiscard]] constexpr Answer opposite(Answer one) {
    if (one == Answer::unknown) return Answer::unknown;
    return one == Answer::yes ? Answer::no : Answer::yes;
}

// Whether the day lies between the two ends, both in it. A day inside an end that is known only roughly
// answers unknown, and so does every day that an unknown end leaves open.
[[nodiscard]] Answer holds_on(const Validity& validity, Date day);

// Whether some day holds in both. Unknown where that hangs on an end that is not known.
[[nodiscard]] Answer overlap(const Validity& one, const Validity& other);

// No day can hold: the last possible end lies before the first possible beginning, or an end is said to be
// known and unknown at once.
[[nodiscard]] bool is_impossible(const Validity& validity);

}  // namespace ponte
