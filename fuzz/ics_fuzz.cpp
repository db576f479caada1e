// rooms: adapters.ics
// Whatever text stands in an event, the calendar is refused or is whole: one event, lines of at most 75 octets, each of
// whole characters, and no line that the text brought in.
#include "adapters/ics/ics.h"
#include "base/bytes.h"
#include "base/check.h"
#include "base/text.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace ics = ponte::ics;
    const std::string text(ponte::text_of({data, size}));
    ics::Event event;
    event.uid = text.substr(0, 20) + "u";
    event.when = ics::Days{ponte::Date{18'000}, ponte::Date{18'001}};
    event.summary = text;
    event.description = text;
    event.location = text;
    event.url = "https://example.org/" + text.substr(0, 20);
    event.organizer = ics::Person{text, "a@example.org"};
    event.categories = {text};
    auto made = ics::render({.name = text, .events = {event}});
    if (!made) {  // What must be printable gives way to what may be anything.
        event.uid = "u";
        event.url.clear();
        made = ics::render({.name = text, .events = {event}});
    }
    if (!made) return 0;
    std::string_view rest = *made;
    int events = 0;
    while (!rest.empty()) {
        const std::size_t end = rest.find("\r\n");
        CHECK(end != rest.npos && end <= 75);
        const std::string_view line = rest.substr(0, end);
        CHECK(ponte::is_valid_utf8(line) && line.find_first_of("\r\n") == line.npos);
        if (line == "BEGIN:VEVENT") ++events;
        rest.remove_prefix(end + 2);
    }
    CHECK(events == 1);
    return 0;
}
