#pragma once

#include "base/date.h"
#include "base/languages.h"
#include "base/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Calendars that officials subscribe to or find in their mail: iCalendar (RFC 5545), invitations and their
// cancelling (RFC 5546), names and refreshing of a feed (RFC 7986). The same values give the same bytes.
//
// Times are written in UTC ("20211228T020000Z") and carry no VTIMEZONE. Macao and Beijing have been at UTC+8
// the whole year since 1992, so that a table of a zone would say nothing that the instant does not say, and an
// instant in UTC cannot be read wrongly by a program whose own table differs. What is due on a day is a date
// without a zone and stays that day wherever it is read.
namespace ponte::ics {

// What the recipient is asked. `none`: a calendar to subscribe to. `publish`: a calendar sent once.
// `request`: an invitation, or its change. `cancel`: it will not take place.
enum class Method : std::uint8_t { none, publish, request, cancel };

enum class Status : std::uint8_t { tentative, confirmed, cancelled };
enum class Part : std::uint8_t { chair, required, optional, informed };                     // ROLE
enum class Reply : std::uint8_t { needs_action, accepted, declined, tentative, delegated };  // PARTSTAT

struct Person {
    std::string name;     // Empty: the address speaks for itself.
    std::string address;  // As base/mail_address.h has it.

    friend bool operator==(const Person&, const Person&) = default;
};

struct Attendee {
    Person person;
    Part part = Part::required;
    Reply reply = Reply::needs_action;

    friend bool operator==(const Attendee&, const Attendee&) = default;
};

// From one instant to another; equal ones are a moment.
struct Hours {
    Instant from;
    Instant to;

    friend bool operator==(const Hours&, const Hours&) = default;
};
// Whole days, the last one included: a due date has the same day twice.
struct Days {
    Date from;
    Date to;

    friend bool operator==(const Days&, const Days&) = default;
};

struct Event {
    std::string uid;             // The same for the life of the event: see uid_of.
    std::uint32_t sequence = 0;  // Rises with every change that a reader must notice; below 2^31.
    Instant stamp;               // When it was last changed, from the record: never the clock of now.
    std::variant<Days, Hours> when;
    std::string summary;
    std::string description;     // Lines by \n.
    std::string location;
    std::string url;             // https, or http on a closed network; empty: none.
    std::optional<Person> organizer;
    std::vector<Attendee> attendees;
    Status status = Status::confirmed;
    bool busy = false;           // Takes up the time: a session does, a due date does not.
    std::vector<std::string> categories;
    std::vector<std::uint16_t> alarm_days;  // A reminder so many days before it begins.
    Language language = Language::en;       // Of summary, description and location.

    friend bool operator==(const Event&, const Event&) = default;
};

struct Feed {
    std::string name;         // What the calendar is called in the program that shows it.
    std::string description;
    Method method = Method::none;
    Language language = Language::en;
    std::vector<Event> events;

    friend bool operator==(const Feed&, const Feed&) = default;
};

namespace refusals {
inline constexpr RefusalKind uid_malformed{"ics.uid_malformed", Remedy::correct};    // Empty, long, or not printable ASCII.
inline constexpr RefusalKind uid_repeated{"ics.uid_repeated", Remedy::correct};
inline constexpr RefusalKind sequence_too_high{"ics.sequence_too_high", Remedy::correct};
inline constexpr RefusalKind times_backwards{"ics.times_backwards", Remedy::correct};
inline constexpr RefusalKind time_out_of_range{"ics.time_out_of_range", Remedy::correct};
inline constexpr RefusalKind text_unreadable{"ics.text_unreadable", Remedy::correct};  // Not UTF-8, or control characters.
inline constexpr RefusalKind summary_missing{"ics.summary_missing", Remedy::correct};
inline constexpr RefusalKind url_malformed{"ics.url_malformed", Remedy::correct};
inline constexpr RefusalKind address_malformed{"ics.address_malformed", Remedy::correct};
inline constexpr RefusalKind organizer_missing{"ics.organizer_missing", Remedy::correct};   // With any method.
inline constexpr RefusalKind attendees_missing{"ics.attendees_missing", Remedy::correct};   // With `request` and `cancel`.
inline constexpr RefusalKind attendees_published{"ics.attendees_published", Remedy::correct};  // RFC 5546 3.2.1 forbids them.
inline constexpr RefusalKind one_event_only{"ics.one_event_only", Remedy::correct};  // With `request` and `cancel`.
}  // namespace refusals

// The file: UTF-8, CRLF, lines of at most 75 octets that never cut a character. A cancelled event, and every
// event under `cancel`, says STATUS:CANCELLED. The refusals come in the order above, event by event, after the
// name of the feed; the place is a JSON pointer into the feed ("/events/3/url"), the subject the event's uid or the
// value that could not be written. No event at all is a calendar without events (and no invitation).
[[nodiscard]] Outcome<std::string> render(const Feed& feed);

// "due-r2021q4-amcm@example.org/conference": what an event is about, and the journal's origin. The same id gives the
// same UID for ever; octets that are not printable ASCII are written as "%e4", so that two ids never give one UID.
[[nodiscard]] std::string uid_of(std::string_view origin, std::string_view kind, std::string_view id);

// The same calendar with other addresses after "mailto:": for one that was made before the addresses were known.
struct Readdressed {
    std::string from;
    std::string to;
};
[[nodiscard]] std::string readdressed(std::string_view file, const std::vector<Readdressed>& addresses);

// What a mail says of the file (RFC 6047 2.4): "text/calendar; charset=UTF-8; method=REQUEST".
[[nodiscard]] std::string media_type(Method method);

}  // namespace ponte::ics
