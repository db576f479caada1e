#include "house/texts.h"

#include "desks/conference/seen.h"
#include "desks/meetings/seen.h"

#include <algorithm>

namespace ponte::house {

namespace {

// Names in the four languages: none is the original. `stale` are those that their desk says are older than another.
TextKept text_of_names(std::string ref, std::string scope, const Names& names, const std::vector<Language>& stale, std::uint64_t sequence) {
    TextKept text{.ref = std::move(ref), .scope = std::move(scope)};
    for (const Language language : languages) {
        if (names.in(language).empty()) continue;
        const bool old = std::ranges::find(stale, language) != stale.end();
        text.texts.push_back({.language = language, .text = names.in(language), .sequence = sequence, .stale = old});
    }
    return text;
}

// What can still be worded: the agenda of a session that is coming ("agenda/3/1"), and the lines of minutes that
// are not sealed, as the reader may see them ("minutes/3/0/12": session, correction, line).
void add_meetings(std::vector<TextKept>& texts, const meetings::Seen& seen) {
    for (const meetings::Session* session : seen.sessions()) {
        const std::uint16_t number = session->called.event.session;
        const std::string scope = "session/" + std::to_string(number);
        if (session->is_coming()) {
            for (const auto& [item, stated] : session->agenda) {
                texts.push_back(text_of_names("agenda/" + std::to_string(number) + "/" + std::to_string(item), scope, stated.stated.titles, {}, stated.sequence));
            }
        }
        for (const auto& [of, minutes] : seen.minutes_of(number)) {
            const meetings::MinutesVersion* version = minutes->sealed ? nullptr : seen.version(of);
            if (version == nullptr) continue;
            for (const meetings::MinutesLine& line : version->lines) {
                const std::string ref = "minutes/" + std::to_string(number) + "/" + std::to_string(of.correction) + "/" + std::to_string(line.stated.line);
                texts.push_back(text_of_names(ref, scope, line.stated.texts, line.stated.stale, line.sequence));
            }
        }
    }
}

}  // namespace

std::vector<TextKept> texts_seen(const Desks& desks, const access::Sight& reader) {
    std::vector<TextKept> texts = conference::Seen(known_of(desks.conference), reader).texts();
    add_meetings(texts, meetings::Seen(known_of(desks.meetings), reader));
    return texts;
}

}  // namespace ponte::house
