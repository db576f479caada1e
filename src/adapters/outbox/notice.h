#pragma once

#include "base/date.h"
#include "base/describe.h"
#include "base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What somebody may be told by mail, which travels open and stays on servers of others: that something waits,
// of what kind, how much of it, until when, under which handle. A notice has no place for a text, so that
// nothing of an unreleased item can get into one.
namespace ponte::outbox {

enum class Kind : std::uint8_t {
    to_sign_off = 1,       // An item waits for the head of the reader's body.
    to_verify = 2,         // An item of another body waits for a verdict.
    questioned = 3,        // A verdict on an item of the reader's body asks for an answer.
    form_due = 4,          // A reporting form is due.
    form_late = 5,         // ... and was not handed in.
    problem_due = 6,       // A problem that the reader's body can settle.
    minutes_to_comment = 7,
    minutes_to_approve = 8,
    decision_due = 9,      // A decision that the reader's body carries out.
    wording_to_answer = 10,  // A line of next year's list waits for the other side's word.
    text_to_translate = 11,
    escalated = 12,        // A request or a problem was put before the reader's body.
};
BOOST_DESCRIBE_ENUM(Kind, to_sign_off, to_verify, questioned, form_due, form_late, problem_due, minutes_to_comment, minutes_to_approve,
                    decision_due, wording_to_answer, text_to_translate, escalated)

// What the notice is about, as its record calls it: "118" (an entry of the journal), "r2021q4.amcm", "p-7". Not made of
// an item's content: the id of an item is a hash of what it says, and whoever guesses what it says could tell from
// the hash that he is right. Hence the entry's number for items.
class Handle {
public:
    // Letters, digits and "._:/#-" of ASCII, 1 to 64 of them; nothing else is a handle.
    [[nodiscard]] static std::optional<Handle> from_text(std::string_view text);
    [[nodiscard]] static Handle of_entry(std::uint64_t sequence);
    [[nodiscard]] const std::string& to_text() const { return text_; }

    friend auto operator<=>(const Handle&, const Handle&) = default;

private:
    explicit Handle(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

struct Notice {
    PersonId person;
    Kind kind{};
    Handle about;
    std::optional<Date> due;
    std::uint16_t days_before = 0;  // Of a reminder; another number of days is another notice.

    // The same notice has the same id for ever and is told once.
    [[nodiscard]] std::string id() const;

    friend bool operator==(const Notice&, const Notice&) = default;
};

}  // namespace ponte::outbox
