// Calendars as bytes (see ics.h): judged first, then written line by line.
#include "adapters/ics/ics.h"

#include "adapters/ics/lines.h"
#include "base/bytes.h"
#include "base/mail_address.h"
#include "base/text.h"

#include <algorithm>
#include <set>
#include <utility>

namespace ponte::ics {

namespace {

constexpr std::size_t uid_octets_max = 255;        // RFC 7986 5.3
constexpr std::size_t url_octets_max = 2048;
constexpr std::uint32_t sequence_max = 0x7fffffff;  // INTEGER of RFC 5545 3.3.8

bool is_printable(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

bool is_text(std::string_view text) { return is_valid_utf8(text) && !has_control_characters(text); }

bool is_url(std::string_view url) {
    const bool web = url.starts_with("https://") || url.starts_with("http://");
    return web && url.size() <= url_octets_max && is_printable(url) && url.find_first_of("\"<>\\^`{|}") == url.npos;
}

bool in_range(Instant instant) { return instant.date(0).in_range(); }

std::string digits(Date date) {
    std::string text = date.to_text();
    std::erase(text, '-');
    return text;
}

// Whole seconds: RFC 5545 has no smaller ones.
std::string digits(Instant instant) {
    std::string text = instant.to_text();
    text = text.substr(0, text.find_first_of(".Z")) + "Z";
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

struct Judge {
    const Event& event;
    Method method;
    std::string place;

    [[nodiscard]] std::unexpected<Refusal> no(RefusalKind kind, std::string_view member, std::string_view subject) const {
        return refuse(kind, std::string(subject.substr(0, 80)), place + std::string(member));
    }

    Outcome<bool> words() const {
        for (const auto& [member, text] : {std::pair<std::string_view, const std::string&>{"/summary", event.summary},
                                           {"/description", event.description},
                                           {"/location", event.location}}) {
            if (!is_text(text)) return no(refusals::text_unreadable, member, event.uid);
        }
        for (std::size_t i = 0; i < event.categories.size(); ++i) {
            if (!is_text(event.categories[i])) return no(refusals::text_unreadable, "/categories/" + std::to_string(i), event.uid);
        }
        if (event.organizer && !is_text(event.organizer->name)) return no(refusals::text_unreadable, "/organizer/name", event.uid);
        for (std::size_t i = 0; i < event.attendees.size(); ++i) {
            if (!is_text(event.attendees[i].person.name)) {
                return no(refusals::text_unreadable, "/attendees/" + std::to_string(i) + "/person/name", event.uid);
            }
        }
        return true;
    }

    Outcome<bool> times() const {
        const auto* days = std::get_if<Days>(&event.when);
        const auto* hours = std::get_if<Hours>(&event.when);
        if (days != nullptr ? days->to < days->from : hours->to < hours->from) return no(refusals::times_backwards, "/when", event.uid);
        const bool known = days != nullptr ? days->from.in_range() && days->to.plus_days(1).in_range()
                                           : in_range(hours->from) && in_range(hours->to);
        if (!known || !in_range(event.stamp)) return no(refusals::time_out_of_range, known ? "/stamp" : "/when", event.uid);
        return true;
    }

    Outcome<bool> people() const {
        if (event.organizer && !is_mail_address(event.organizer->address)) {
            return no(refusals::address_malformed, "/organizer/address", event.organizer->address);
        }
        for (std::size_t i = 0; i < event.attendees.size(); ++i) {
            const std::string& address = event.attendees[i].person.address;
            if (!is_mail_address(address)) return no(refusals::address_malformed, "/attendees/" + std::to_string(i) + "/person/address", address);
        }
        if (method == Method::none) return true;
        if (!event.organizer) return no(refusals::organizer_missing, "/organizer", event.uid);
        if (method != Method::publish && event.attendees.empty()) return no(refusals::attendees_missing, "/attendees", event.uid);
        if (method == Method::publish && !event.attendees.empty()) return no(refusals::attendees_published, "/attendees", event.uid);
        return true;
    }

    Outcome<bool> everything(std::set<std::string_view>& uids) const {
        if (event.uid.empty() || event.uid.size() > uid_octets_max || !is_printable(event.uid)) return no(refusals::uid_malformed, "/uid", event.uid);
        if (!uids.insert(event.uid).second) return no(refusals::uid_repeated, "/uid", event.uid);
        if (event.sequence > sequence_max) return no(refusals::sequence_too_high, "/sequence", event.uid);
        TRY(times());
        TRY(words());
        if (event.summary.empty()) return no(refusals::summary_missing, "/summary", event.uid);
        if (!event.url.empty() && !is_url(event.url)) return no(refusals::url_malformed, "/url", event.url);
        return people();
    }
};

std::string_view word(Method method) {
    switch (method) {
        case Method::none: return "";
        case Method::publish: return "PUBLISH";
        case Method::request: return "REQUEST";
        case Method::cancel: return "CANCEL";
    }
    std::unreachable();
}

std::string_view word(Status status) {
    switch (status) {
        case Status::tentative: return "TENTATIVE";
        case Status::confirmed: return "CONFIRMED";
        case Status::cancelled: return "CANCELLED";
    }
    std::unreachable();
}

std::string_view word(Part part) {
    switch (part) {
        case Part::chair: return "CHAIR";
        case Part::required: return "REQ-PARTICIPANT";
        case Part::optional: return "OPT-PARTICIPANT";
        case Part::informed: return "NON-PARTICIPANT";
    }
    std::unreachable();
}

std::string_view word(Reply reply) {
    switch (reply) {
        case Reply::needs_action: return "NEEDS-ACTION";
        case Reply::accepted: return "ACCEPTED";
        case Reply::declined: return "DECLINED";
        case Reply::tentative: return "TENTATIVE";
        case Reply::delegated: return "DELEGATED";
    }
    std::unreachable();
}

std::string named(const Person& person) { return person.name.empty() ? std::string() : ";CN=" + quoted_parameter(person.name); }

void write_when(Lines& lines, const std::variant<Days, Hours>& when) {
    if (const auto* days = std::get_if<Days>(&when)) {
        lines.add("DTSTART;VALUE=DATE", digits(days->from));
        // The end is the first day that is not of it any more.
        lines.add("DTEND;VALUE=DATE", digits(days->to.plus_days(1)));
        return;
    }
    const Hours& hours = std::get<Hours>(when);
    const std::string from = digits(hours.from);
    const std::string to = digits(hours.to);
    lines.add("DTSTART", from);
    if (to != from) lines.add("DTEND", to);  // It must be later; a moment has none.
}

void write_event(Lines& lines, const Event& event, Method method) {
    const std::string spoken = ";LANGUAGE=" + std::string(tag(event.language));
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", event.uid);
    lines.add("DTSTAMP", digits(event.stamp));
    lines.add("SEQUENCE", std::to_string(event.sequence));
    write_when(lines, event.when);
    lines.add("SUMMARY" + spoken, escaped_text(event.summary));
    if (!event.description.empty()) lines.add("DESCRIPTION" + spoken, escaped_text(event.description));
    if (!event.location.empty()) lines.add("LOCATION" + spoken, escaped_text(event.location));
    if (!event.url.empty()) lines.add("URL", event.url);
    if (event.organizer) lines.add("ORGANIZER" + named(*event.organizer), "mailto:" + event.organizer->address);
    for (const Attendee& attendee : event.attendees) {
        std::string head = "ATTENDEE" + named(attendee.person) + ";CUTYPE=INDIVIDUAL;ROLE=" + std::string(word(attendee.part)) +
                           ";PARTSTAT=" + std::string(word(attendee.reply));
        if (method == Method::request && attendee.reply == Reply::needs_action) head += ";RSVP=TRUE";
        lines.add(head, "mailto:" + attendee.person.address);
    }
    lines.add("STATUS", word(method == Method::cancel ? Status::cancelled : event.status));
    lines.add("TRANSP", event.busy ? "OPAQUE" : "TRANSPARENT");
    if (!event.categories.empty()) {
        std::string all;
        for (const std::string& one : event.categories) all += (all.empty() ? "" : ",") + escaped_text(one);
        lines.add("CATEGORIES" + spoken, all);
    }
    // Nobody is reminded of what does not take place.
    if (method != Method::cancel && event.status != Status::cancelled) {
        for (const std::uint16_t days : event.alarm_days) {
            lines.add("BEGIN", "VALARM");
            lines.add("ACTION", "DISPLAY");
            lines.add("DESCRIPTION" + spoken, escaped_text(event.summary));
            lines.add("TRIGGER", days == 0 ? "PT0S" : "-P" + std::to_string(days) + "D");
            lines.add("END", "VALARM");
        }
    }
    lines.add("END", "VEVENT");
}

}  // namespace

Outcome<std::string> render(const Feed& feed) {
    if (!is_text(feed.name)) return refuse(refusals::text_unreadable, {}, "/name");
    if (!is_text(feed.description)) return refuse(refusals::text_unreadable, {}, "/description");
    std::set<std::string_view> uids;
    for (std::size_t i = 0; i < feed.events.size(); ++i) {
        TRY(Judge{feed.events[i], feed.method, "/events/" + std::to_string(i)}.everything(uids));
    }
    const bool asks = feed.method == Method::request || feed.method == Method::cancel;
    if (asks && feed.events.size() != 1) return refuse(refusals::one_event_only, std::to_string(feed.events.size()), "/events");

    Lines lines;
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//ponte//calendar 1//EN");
    lines.add("CALSCALE", "GREGORIAN");
    if (feed.method != Method::none) lines.add("METHOD", word(feed.method));
    if (!asks) {
        const std::string spoken = ";LANGUAGE=" + std::string(tag(feed.language));
        // The name twice: as RFC 7986 has it, and as programs before it look for it.
        if (!feed.name.empty()) lines.add("NAME" + spoken, escaped_text(feed.name));
        if (!feed.name.empty()) lines.add("X-WR-CALNAME", escaped_text(feed.name));
        if (!feed.description.empty()) lines.add("DESCRIPTION" + spoken, escaped_text(feed.description));
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    }
    for (const Event& event : feed.events) write_event(lines, event, feed.method);
    lines.add("END", "VCALENDAR");
    return std::move(lines).text();
}

std::string uid_of(std::string_view origin, std::string_view kind, std::string_view id) {
    std::string uid;
    for (const std::string_view part : {kind, std::string_view("-"), id, std::string_view("@"), origin}) {
        for (const char c : part) {
            if (c > ' ' && c < '\x7f' && c != '%') {
                uid += c;
            } else {
                uid += '%' + hex(view_of(std::string_view(&c, 1)));
            }
        }
    }
    return uid;
}

std::string readdressed(std::string_view file, const std::vector<Readdressed>& addresses) {
    // Unfolded first (RFC 5545 3.1): an address may stand across two lines.
    std::string whole;
    for (std::size_t i = 0; i < file.size(); ++i) {
        if (file.substr(i, 3) == "\r\n ") i += 2;
        else whole += file[i];
    }
    Lines lines;
    std::string_view rest = whole;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find("\r\n"), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 2, rest.size()));
        const std::size_t colon = line.find(':');
        if (colon == line.npos) continue;  // Not a content line; render() writes none.
        std::string_view head = line.substr(0, colon);
        std::string value(line.substr(colon + 1));
        for (const Readdressed& one : addresses) {
            if (value == "mailto:" + one.from) value = "mailto:" + one.to;
        }
        lines.add(head, value);
    }
    return std::move(lines).text();
}

std::string media_type(Method method) {
    std::string type = "text/calendar; charset=UTF-8";
    if (method != Method::none) type += "; method=" + std::string(word(method));
    return type;
}

}  // namespace ponte::ics
