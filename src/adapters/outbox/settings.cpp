#include "adapters/outbox/settings.h"

#include "base/json.h"
#include "base/mail_address.h"
#include "base/text.h"

#include <algorithm>

namespace ponte::outbox {

namespace {

constexpr std::size_t host_octets_max = 253;
constexpr std::size_t name_octets_max = 200;

bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= host_octets_max && std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
    });
}

bool is_one_line(std::string_view text) {
    return is_valid_utf8(text) && !has_control_characters(text) && text.find_first_of("\r\n\t") == text.npos;
}

bool is_link(std::string_view link) {
    return (link.starts_with("https://") || link.starts_with("http://")) && link.size() <= 500 &&
           std::ranges::all_of(link, [](char c) { return c > ' ' && c < '\x7f'; });
}

}  // namespace

bool is_loopback(std::string_view host) { return host == "127.0.0.1" || host == "::1" || host == "localhost"; }

Outcome<Settings> settings_from(std::string_view json) {
    const boost::json::value parsed = TRY(parse_json(json));
    const Settings settings = TRY(JsonReader().read<Settings>(parsed));
    if (!is_host(settings.host)) return refuse(refusals::host_malformed, settings.host.substr(0, 80), "/host");
    if (settings.port == 0) return refuse(refusals::port_missing, {}, "/port");
    if (settings.security == Security::none && !is_loopback(settings.host)) return refuse(refusals::open_line_abroad, settings.host, "/security");
    if (!is_mail_address(settings.sender)) return refuse(refusals::sender_malformed, settings.sender.substr(0, 80), "/sender");
    if (settings.sender_name && (settings.sender_name->size() > name_octets_max || !is_one_line(*settings.sender_name))) {
        return refuse(refusals::sender_name_unreadable, {}, "/sender_name");
    }
    if (settings.digest_hour > 23) return refuse(refusals::hour_out_of_range, std::to_string(settings.digest_hour), "/digest_hour");
    if (settings.link && !is_link(*settings.link)) return refuse(refusals::link_malformed, settings.link->substr(0, 80), "/link");
    return settings;
}

}  // namespace ponte::outbox
