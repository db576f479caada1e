#pragma once

#include "adapters/ics/ics.h"
#include "adapters/paper/paper.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/languages.h"
#include "desks/meetings/queries.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// The papers of a session as documents: what the meetings desk answers a reader, said in a language. They
// add nothing that the answers have not; what the reader may not see is not in them.
namespace ponte::meeting_papers {

// Where and when the answers were taken, and the names that the desk knows only by id.
struct Occasion {
    std::string origin;                        // of the journal
    std::uint64_t position = 0;                // entries before this paper
    Digest root;                               // of the log at that position
    Instant time;                              // recorded time of the position, never the wall clock
    bool demonstration = false;
    std::map<std::string, Names> body_names;   // on the day, by id
    std::map<std::string, std::string> names;  // of people, by person: what the vault here reveals
    std::string release;                       // of the program
};

// To one body; in the capacity in which it was invited, or as a chair.
[[nodiscard]] paper::Paper invitation_of(const meetings::SessionShown& session, const BodyId& body, Language language, const Occasion& occasion);
[[nodiscard]] paper::Paper agenda_of(const meetings::SessionShown& session, Language language, const Occasion& occasion);
// In two languages side by side, line by line; headings in the first, beside the second.
[[nodiscard]] paper::Paper minutes_of(const meetings::SessionShown& session, const meetings::MinutesShown& minutes, Language language,
                                      Language beside, const Occasion& occasion);
[[nodiscard]] paper::Paper decisions_of(const meetings::SessionShown& session, const meetings::DecisionsAnswer& decisions, Language language,
                                        const Occasion& occasion);
[[nodiscard]] paper::Paper attendance_of(const meetings::SessionShown& session, Language language, const Occasion& occasion);

// The session as a calendar: with an organizer and addresses an invitation, or its cancelling; without, an
// entry to open. Its SEQUENCE is the session's revision, so that a calendar follows a move.
struct Invited {
    std::optional<ics::Person> organizer;
    std::vector<ics::Person> people;
};
[[nodiscard]] ics::Feed calendar_of(const meetings::SessionShown& session, const Invited& invited, Language language, const Occasion& occasion);

}  // namespace ponte::meeting_papers
