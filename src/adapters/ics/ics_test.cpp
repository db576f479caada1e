// A calendar is read back by a strict small parser of RFC 5545 that shares nothing with the writer.
#include "adapters/ics/ics.h"

#include "base/text.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace ponte::ics {
namespace {

struct Property {
    std::string name;
    std::map<std::string, std::string> parameters;
    std::string value;  // As written.
};

struct Component {
    std::string name;
    std::vector<Property> properties;
    std::vector<Component> inner;

    [[nodiscard]] const Property* find(std::string_view wanted) const {
        for (const Property& one : properties) {
            if (one.name == wanted) return &one;
        }
        return nullptr;
    }
    [[nodiscard]] std::string value(std::string_view wanted) const { return find(wanted) == nullptr ? "(none)" : find(wanted)->value; }
};

// Physical lines end in CRLF, hold at most 75 octets and whole characters; a leading blank continues.
std::vector<std::string> unfolded(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find("\r\n");
        EXPECT_NE(end, text.npos) << "a line without its end";
        if (end == text.npos) break;
        const std::string_view line = text.substr(0, end);
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_EQ(line.find_first_of("\r\n"), line.npos) << line;
        EXPECT_TRUE(is_valid_utf8(line)) << "a character is cut: " << line;
        if (line.starts_with(' ') && !lines.empty()) {
            lines.back() += line.substr(1);
        } else {
            lines.emplace_back(line);
        }
        text.remove_prefix(end + 2);
    }
    return lines;
}

std::string parameter_text(std::string_view raw) {
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char next = i + 1 < raw.size() ? raw[i + 1] : '\0';
        if (raw[i] == '^' && (next == 'n' || next == '\'' || next == '^')) {
            out += next == 'n' ? '\n' : next == '\'' ? '"' : '^';
            ++i;
        } else {
            out += raw[i];
        }
    }
    return out;
}

Property property_of(const std::string& line) {
    Property one;
    std::size_t at = line.find_first_of(";:");
    one.name = line.substr(0, at);
    EXPECT_FALSE(one.name.empty()) << line;
    while (at != line.npos && line[at] == ';') {
        const std::size_t equals = line.find('=', at);
        std::size_t end = 0;
        std::string value;
        if (line[equals + 1] == '"') {
            end = line.find('"', equals + 2);
            value = parameter_text(line.substr(equals + 2, end - equals - 2));
            ++end;
        } else {
            end = line.find_first_of(";:,", equals);
            value = line.substr(equals + 1, end - equals - 1);
        }
        EXPECT_TRUE(one.parameters.emplace(line.substr(at + 1, equals - at - 1), value).second) << line;
        at = end;
    }
    EXPECT_LT(at, line.size()) << line;
    if (at < line.size()) {
        EXPECT_EQ(line[at], ':') << line;
        one.value = line.substr(at + 1);
    }
    return one;
}

std::string text_value(std::string_view raw) {
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\') {
            EXPECT_TRUE(raw[i] != ';' && raw[i] != ',') << raw;
            out += raw[i];
            continue;
        }
        const char next = i + 1 < raw.size() ? raw[++i] : '\0';
        EXPECT_TRUE(next == 'n' || next == '\\' || next == ';' || next == ',') << raw;
        out += next == 'n' ? '\n' : next;
    }
    return out;
}

Component parsed(std::string_view text) {
    std::vector<Component> open{{}};
    for (const std::string& line : unfolded(text)) {
        const Property one = property_of(line);
        if (one.name == "BEGIN") {
            open.push_back({one.value, {}, {}});
        } else if (one.name == "END") {
            EXPECT_EQ(open.back().name, one.value);
            Component done = std::move(open.back());
            open.pop_back();
            if (open.empty()) return {};
            open.back().inner.push_back(std::move(done));
        } else {
            open.back().properties.push_back(one);
        }
    }
    EXPECT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().inner.size(), 1U);
    return open.front().inner.empty() ? Component{} : open.front().inner.front();
}

Component rendered(const Feed& feed) {
    const auto text = render(feed);
    EXPECT_TRUE(text.has_value()) << text.error().kind.code << " at " << text.error().place;
    return text ? parsed(*text) : Component{};
}

Instant at(std::string_view text) { return *Instant::from_text(text); }
Date day(std::string_view text) { return *Date::from_text(text); }

Event due() {
    Event event;
    event.uid = uid_of("example.org/conference", "due", "r2020q4-amcm");
    event.stamp = at("2020-11-02T01:00:00.25Z");
    event.when = Days{day("2020-12-31"), day("2020-12-31")};
    event.summary = "2020年第四季度數據：11項";
    event.language = Language::zh_hant;
    event.alarm_days = {7, 1};
    return event;
}

Event meeting() {
    Event event;
    event.uid = "session-3@example.org/conference";
    event.stamp = at("2020-11-02T01:00:00Z");
    event.when = Hours{at("2021-12-28T02:00:00Z"), at("2021-12-28T04:30:00Z")};
    event.summary = "Joint conference, third session";
    event.location = "Macao; room 2, floor 3";
    event.url = "https://example.org/session/3";
    event.organizer = Person{"Secretariat: \"joint\"", "secretariat@example.org"};
    event.attendees = {{{"Chan Tai Man, DSEPDR", "chan.tm@example.org"}, Part::chair, Reply::accepted},
                       {{"", "li@example.com"}, Part::optional, Reply::needs_action}};
    event.busy = true;
    return event;
}

TEST(Calendar, GivesADueDateAsAWholeDayWhoseEndIsTheDayAfter) {
    const Component calendar = rendered({.name = "金管局", .events = {due()}});
    EXPECT_EQ(calendar.name, "VCALENDAR");
    EXPECT_EQ(calendar.value("VERSION"), "2.0");
    EXPECT_EQ(calendar.value("METHOD"), "(none)");
    EXPECT_EQ(calendar.value("NAME"), "金管局");
    EXPECT_EQ(calendar.value("X-WR-CALNAME"), "金管局");
    ASSERT_EQ(calendar.inner.size(), 1U);
    const Component& event = calendar.inner.front();
    EXPECT_EQ(event.value("UID"), "due-r2020q4-amcm@example.org/conference");
    EXPECT_EQ(event.value("DTSTART"), "20201231");
    EXPECT_EQ(event.find("DTSTART")->parameters.at("VALUE"), "DATE");
    EXPECT_EQ(event.value("DTEND"), "20210101");
    EXPECT_EQ(event.value("DTSTAMP"), "20201102T010000Z");
    EXPECT_EQ(event.value("TRANSP"), "TRANSPARENT");
    EXPECT_EQ(event.find("SUMMARY")->parameters.at("LANGUAGE"), "zh-Hant-MO");
    ASSERT_EQ(event.inner.size(), 2U);
    EXPECT_EQ(event.inner[0].value("TRIGGER"), "-P7D");
    EXPECT_EQ(event.inner[1].value("TRIGGER"), "-P1D");
}

TEST(Calendar, InvitesWithTimesInUtcAndPeopleByAddress) {
    const Component calendar = rendered({.method = Method::request, .events = {meeting()}});
    EXPECT_EQ(calendar.value("METHOD"), "REQUEST");
    const Component& event = calendar.inner.front();
    EXPECT_EQ(event.value("DTSTART"), "20211228T020000Z");  // Ten in the morning in Macao and Beijing.
    EXPECT_EQ(event.value("DTEND"), "20211228T043000Z");
    EXPECT_EQ(text_value(event.value("LOCATION")), "Macao; room 2, floor 3");
    EXPECT_EQ(event.value("ORGANIZER"), "mailto:secretariat@example.org");
    EXPECT_EQ(event.find("ORGANIZER")->parameters.at("CN"), "Secretariat: \"joint\"");
    std::vector<Property> attendees;
    for (const Property& one : event.properties) {
        if (one.name == "ATTENDEE") attendees.push_back(one);
    }
    ASSERT_EQ(attendees.size(), 2U);
    EXPECT_EQ(attendees[0].parameters.at("CN"), "Chan Tai Man, DSEPDR");
    EXPECT_EQ(attendees[0].parameters.at("ROLE"), "CHAIR");
    EXPECT_EQ(attendees[0].parameters.at("PARTSTAT"), "ACCEPTED");
    EXPECT_FALSE(attendees[0].parameters.contains("RSVP"));
    EXPECT_FALSE(attendees[1].parameters.contains("CN"));
    EXPECT_EQ(attendees[1].parameters.at("RSVP"), "TRUE");
    EXPECT_EQ(event.value("STATUS"), "CONFIRMED");
    EXPECT_EQ(event.value("TRANSP"), "OPAQUE");
    EXPECT_EQ(media_type(Method::request), "text/calendar; charset=UTF-8; method=REQUEST");
}

TEST(Calendar, CancelsWithTheSameUidAndWithoutReminders) {
    Event event = meeting();
    event.sequence = 2;
    event.alarm_days = {3};
    const Component calendar = rendered({.method = Method::cancel, .events = {event}});
    EXPECT_EQ(calendar.value("METHOD"), "CANCEL");
    EXPECT_EQ(calendar.inner.front().value("UID"), meeting().uid);
    EXPECT_EQ(calendar.inner.front().value("SEQUENCE"), "2");
    EXPECT_EQ(calendar.inner.front().value("STATUS"), "CANCELLED");
    EXPECT_TRUE(calendar.inner.front().inner.empty());
}

TEST(Calendar, GivesAMomentNoEnd) {
    Event event = meeting();
    event.when = Hours{at("2021-12-28T02:00:00Z"), at("2021-12-28T02:00:00.9Z")};
    EXPECT_EQ(rendered({.events = {event}}).inner.front().value("DTEND"), "(none)");
}

TEST(Calendar, IsTheSameWhenMadeAgainAndACalendarWithoutEvents) {
    EXPECT_EQ(*render({.events = {due(), meeting()}}), *render({.events = {due(), meeting()}}));
    EXPECT_TRUE(rendered({.name = "empty"}).inner.empty());
}

TEST(Calendar, LetsNoTextBecomeALineOfItsOwn) {
    Event event = meeting();
    event.summary = "x\r\nATTENDEE:mailto:thief@example.org\nEND:VEVENT";
    event.organizer->name = "a\"\r\n;X=1:b^n";
    const Component calendar = rendered({.events = {event}});
    ASSERT_EQ(calendar.inner.size(), 1U);
    EXPECT_EQ(text_value(calendar.inner.front().value("SUMMARY")), "x\nATTENDEE:mailto:thief@example.org\nEND:VEVENT");
    EXPECT_EQ(calendar.inner.front().find("ORGANIZER")->parameters.at("CN"), "a\"\n;X=1:b^n");
}

// Any text comes back through folding and escaping; nothing that is cut, doubled or swallowed gets by.
TEST(Calendar, BringsAnyTextBack) {
    const std::vector<std::string> pieces{"a",  "b ", " ",  "\\", ";", ",",  "\n", ":",  "\"", "^",  "'",  "n", "\t",
                                          "澳", "é",  "𠮷", "；", "—", "\\n", "^n", "%41", "=", "||", "x y", "1234567890"};
    std::mt19937_64 chance(20211228);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        const auto length = chance() % 120;
        for (std::uint64_t k = 0; k < length; ++k) text += pieces[chance() % pieces.size()];
        Event event = meeting();
        event.summary = "s" + text;
        event.description = text;
        event.organizer->name = text;
        event.categories = {text};
        const Component read = rendered({.name = text, .events = {event}});
        ASSERT_EQ(text_value(read.inner.front().value("SUMMARY")), "s" + text);
        if (text.empty()) continue;
        ASSERT_EQ(text_value(read.value("NAME")), text);
        ASSERT_EQ(text_value(read.inner.front().value("DESCRIPTION")), text);
        ASSERT_EQ(text_value(read.inner.front().value("CATEGORIES")), text);
        ASSERT_EQ(read.inner.front().find("ORGANIZER")->parameters.at("CN"), text);
    }
}

TEST(Calendar, RefusesInTheDocumentedOrder) {
    struct Row {
        RefusalKind expected;
        std::string place;
        void (*break_it)(Feed&);
    };
    const std::vector<Row> rows{
        {refusals::uid_malformed, "/events/0/uid", [](Feed& feed) { feed.events[0].uid = "two words"; }},
        {refusals::uid_repeated, "/events/1/uid", [](Feed& feed) { feed.events.push_back(feed.events[0]); }},
        {refusals::sequence_too_high, "/events/0/sequence", [](Feed& feed) { feed.events[0].sequence = 0x80000000U; }},
        {refusals::times_backwards, "/events/0/when", [](Feed& feed) { feed.events[0].when = Days{day("2021-01-02"), day("2021-01-01")}; }},
        {refusals::times_backwards, "/events/0/when", [](Feed& feed) { feed.events[0].when = Hours{Instant{2}, Instant{1}}; }},
        {refusals::time_out_of_range, "/events/0/when", [](Feed& feed) { feed.events[0].when = Days{day("2021-01-02"), day("2199-12-31")}; }},
        {refusals::time_out_of_range, "/events/0/stamp", [](Feed& feed) { feed.events[0].stamp = Instant{INT64_MAX}; }},
        {refusals::text_unreadable, "/events/0/description", [](Feed& feed) { feed.events[0].description = "\xff"; }},
        {refusals::text_unreadable, "/events/0/attendees/1/person/name", [](Feed& feed) { feed.events[0].attendees[1].person.name = "\x1b"; }},
        {refusals::summary_missing, "/events/0/summary", [](Feed& feed) { feed.events[0].summary = ""; }},
        {refusals::url_malformed, "/events/0/url", [](Feed& feed) { feed.events[0].url = "javascript:alert(1)"; }},
        {refusals::url_malformed, "/events/0/url", [](Feed& feed) { feed.events[0].url = "https://example.org/\r\nX:1"; }},
        {refusals::address_malformed, "/events/0/organizer/address", [](Feed& feed) { feed.events[0].organizer->address = "a@b"; }},
        {refusals::address_malformed, "/events/0/attendees/0/person/address",
         [](Feed& feed) { feed.events[0].attendees[0].person.address = "a@b.org\r\nX:1"; }},
        {refusals::organizer_missing, "/events/0/organizer", [](Feed& feed) { feed.events[0].organizer.reset(); }},
        {refusals::attendees_missing, "/events/0/attendees", [](Feed& feed) { feed.events[0].attendees.clear(); }},
        {refusals::attendees_published, "/events/0/attendees", [](Feed& feed) { feed.method = Method::publish; }},
        {refusals::one_event_only, "/events", [](Feed& feed) { feed.events.clear(); }},
    };
    const Feed sound{.name = "n", .method = Method::request, .events = {meeting()}};
    ASSERT_TRUE(render(sound));
    for (const Row& row : rows) {
        Feed feed = sound;
        row.break_it(feed);
        const auto text = render(feed);
        ASSERT_FALSE(text) << row.expected.code;
        EXPECT_EQ(text.error().kind, row.expected) << row.place;
        EXPECT_EQ(text.error().place, row.place);
    }
    // Two faults at once: the one that is listed first is told.
    for (std::size_t i = 2; i + 1 < rows.size(); ++i) {
        Feed feed = sound;
        rows[i].break_it(feed);
        feed.events[0].uid = "";
        EXPECT_EQ(render(feed).error().kind, refusals::uid_malformed);
    }
}

TEST(Uid, IsOneForEachId) {
    EXPECT_EQ(uid_of("o", "k", "甲"), "k-%e7%94%b2@o");
    EXPECT_NE(uid_of("o", "k", "甲"), uid_of("o", "k", "乙"));
    EXPECT_NE(uid_of("o", "k", "%e7%94%b2"), uid_of("o", "k", "甲"));
}

}  // namespace
}  // namespace ponte::ics
