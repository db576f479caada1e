#include "house/texts.h"

#include "desks/conference/seen.h"
#include "desks/meetings/seen.h"
#include "desks/planning/seen.h"

#include <algorithm>
#include <iterator>

namespace ponte::house {

namespace {

// Names in the four languages, none of them the original; unless the desk says that some are older than the
// others (`stale`): then these have to follow the first one that is not.
TextKept text_of_names(std::string ref, std::string scope, const Names& names, const std::vector<Language>& stale, std::uint64_t sequence) {
    TextKept text{.ref = std::move(ref), .scope = std::move(scope)};
    const auto is_stale = [&](Language language) { return std::ranges::find(stale, language) != stale.end(); };
    for (const Language language : languages) {
        if (names.in(language).empty()) continue;
        if (!stale.empty() && !text.original && !is_stale(language)) {
            text.original = language;
            text.digest = sha256(names.in(language));
        }
        text.texts.push_back({.language = language, .text = names.in(language), .sequence = sequence});
    }
    for (TextIn& one : text.texts) {
        if (!is_stale(one.language)) one.of_digest = text.digest;
    }
    return text;
}

// What can still be worded: the lines of minutes that are not sealed, in the newest version that the reader may
// see ("minutes/3/0/12": session, correction, line).
void add_meetings(std::vector<TextKept>& texts, const meetings::Seen& seen) {
    for (const meetings::Session* session : seen.sessions()) {
        const std::uint16_t number = session->called.event.session;
        const std::string scope = "session/" + std::to_string(number);
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
    std::vector<TextKept> lists = planning::Seen(known_of(desks.planning), reader).texts();
    std::ranges::move(lists, std::back_inserter(texts));
    return texts;
}

}  // namespace ponte::house
