#include "house/held_session.h"

#include "base/check.h"

#include <algorithm>
#include <initializer_list>

namespace ponte::house {

namespace {

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between) {
    std::string text;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

}  // namespace

conference::RecordSession session_recorded(const Desks& desks, const meetings::SessionHeld& held) {
    const auto found = desks.meetings.sessions.find(held.session);
    CHECK(found != desks.meetings.sessions.end());
    const meetings::Session& session = found->second;
    std::string principals;
    for (const auto& [person, one] : session.attendance) {
        const auto& chairs = session.called.event.chairs;
        if (std::ranges::find(chairs, one.event.body) == chairs.end()) continue;
        principals = joined({principals, one.event.office}, "; ");
    }
    const Names& place = session.place;
    return {.number = held.session,
            .on = held.on,
            .not_before = {},
            .not_after = {},
            .place = joined({place.zh_hant.empty() ? place.zh_hans : place.zh_hant, place.pt, place.en}, " / "),
            .form = std::string(ponte::name_of(session.form)),
            .principals = principals,
            .source = "journal:entry/" + std::to_string(held.call),
            .source_title = {},
            .published = {},
            .retrieved = {},
            .badge = conference::Badge::computed};
}

}  // namespace ponte::house
