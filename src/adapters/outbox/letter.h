#pragma once

#include "adapters/ics/ics.h"
#include "adapters/outbox/notice.h"
#include "base/languages.h"

#include <span>
#include <string>
#include <vector>

// Letters to one person. They are made of notices or of an invitation and of nothing else.
namespace ponte::outbox {

struct Attachment {
    std::string name;        // "session-3.ics"
    std::string media_type;  // "text/calendar; charset=UTF-8; method=REQUEST"
    std::string bytes;

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

struct Letter {
    std::string id;          // The same id twice is one letter.
    PersonId person;         // The address is asked for when it is sent, and kept nowhere here.
    Language language = Language::en;
    std::string subject;
    std::vector<std::string> lines;
    std::optional<Attachment> attachment;

    friend bool operator==(const Letter&, const Letter&) = default;
};

// Where a letter comes from.
struct Letterhead {
    std::string origin;         // Of the journal.
    bool demonstration = false; // Its letters say so in their first line and in the subject.
    std::string link;           // Empty: none.
};

// More handles of one kind than these are counted and left to the list they are read in.
inline constexpr std::size_t handles_max = 20;

// One letter of a day for a person: what waits for him, by kind, what is due first before the rest.
[[nodiscard]] Letter digest(const PersonId& person, Language language, Date day, std::span<const Notice> notices, const Letterhead& letterhead);

// A session's invitation, its change or its cancelling, with the calendar's file. Sessions carry no stage: what
// the event says may be read by everyone who is invited. Refuses as ics::render does.
enum class Said : std::uint8_t { invited = 1, changed = 2, cancelled = 3 };
BOOST_DESCRIBE_ENUM(Said, invited, changed, cancelled)
[[nodiscard]] Outcome<Letter> invitation(const PersonId& person, Language language, Said said, const ics::Event& event, const Letterhead& letterhead);

// The newest of a session's letters that a letter's id tells of, if it is one of this event to this person: what he
// was told already, he is not told again.
[[nodiscard]] std::optional<std::uint32_t> sequence_told(std::string_view letter_id, std::string_view uid, const PersonId& person);

// Who is written to, and who writes, in a calendar's file that waits: the outbox holds no address, and puts them in when
// it sends. Under a name that can never be one (RFC 2606).
inline constexpr std::string_view recipient_unknown = "recipient@outbox.invalid";
inline constexpr std::string_view sender_unknown = "sender@outbox.invalid";

}  // namespace ponte::outbox
