#include "adapters/outbox/mime.h"

#include "base/bytes.h"
#include "base/digest.h"
#include "base/mail_address.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace ponte::outbox {

namespace {

bool is_one_line(std::string_view text) {
    return is_valid_utf8(text) && !has_control_characters(text) && text.find_first_of("\r\n") == text.npos;
}

bool is_file_name(std::string_view name) {
    return !name.empty() && name.size() <= 60 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    });
}

bool is_media_type(std::string_view type) {
    return type.find('/') != type.npos && type.size() <= 100 && std::ranges::all_of(type, [](char c) { return c >= ' ' && c < '\x7f' && c != '"'; });
}

// RFC 2047 section 2: at most 75 octets an encoded word, whole characters in each.
std::string encoded_words(std::string_view text) {
    const bool plain = std::ranges::all_of(text, [](char c) { return c >= ' ' && c < '\x7f'; });
    if (plain && text.find("=?") == text.npos && text.size() <= 60) return std::string(text);
    constexpr std::size_t octets_a_word = 39;  // 52 in base64, 12 around them, and "Subject: " before the first.
    std::string out;
    while (!text.empty()) {
        std::size_t cut = std::min(octets_a_word, text.size());
        while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xc0U) == 0x80U) --cut;
        out += (out.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + base64(view_of(text.substr(0, cut)))) + "?=";
        text.remove_prefix(cut);
    }
    return out;
}

// A name before an address: in quotes it may hold anything that is no quote.
std::string display(std::string_view name) {
    const bool plain = std::ranges::all_of(name, [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
    return plain && name.size() <= 60 && name.find("=?") == name.npos ? "\"" + std::string(name) + "\"" : encoded_words(name);
}

std::string in_lines(std::string_view bytes) {
    const std::string all = base64(view_of(bytes));
    std::string out;
    for (std::size_t at = 0; at < all.size(); at += 76) out += all.substr(at, 76) + "\r\n";
    return out;
}

std::string part(std::string_view type, std::string_view more, std::string_view bytes) {
    return "Content-Type: " + std::string(type) + "\r\n" + std::string(more) + "Content-Transfer-Encoding: base64\r\n\r\n" + in_lines(bytes);
}

// RFC 5322 3.3, in UTC.
std::string date_of(Instant instant) {
    constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Date day = instant.date(0);
    return std::string(days[day.weekday() - 1]) + ", " + std::to_string(day.day_of_month()) + " " + std::string(months[day.month() - 1]) + " " +
           std::to_string(day.year()) + " " + instant.to_text().substr(11, 8) + " +0000";
}

}  // namespace

Outcome<std::string> mail(const Letter& letter, const Heads& heads) {
    if (!is_mail_address(heads.sender)) return refuse(refusals::address_malformed, {}, "/sender");
    if (!is_mail_address(heads.recipient)) return refuse(refusals::address_malformed, {}, "/recipient");
    if (!is_one_line(heads.sender_name)) return refuse(refusals::text_unreadable, {}, "/sender_name");
    if (!is_one_line(letter.subject)) return refuse(refusals::text_unreadable, letter.id, "/subject");
    std::string body;
    for (std::size_t i = 0; i < letter.lines.size(); ++i) {
        if (!is_one_line(letter.lines[i])) return refuse(refusals::text_unreadable, letter.id, "/lines/" + std::to_string(i));
        body += letter.lines[i] + "\r\n";
    }
    if (letter.attachment && !is_file_name(letter.attachment->name)) return refuse(refusals::attachment_malformed, letter.id, "/attachment/name");
    if (letter.attachment && !is_media_type(letter.attachment->media_type)) {
        return refuse(refusals::attachment_malformed, letter.id, "/attachment/media_type");
    }

    std::string out = "Date: " + date_of(heads.date) + "\r\n";
    out += "From: " + (heads.sender_name.empty() ? "" : display(heads.sender_name) + "\r\n ") + "<" + heads.sender + ">\r\n";
    out += "To: <" + heads.recipient + ">\r\n";
    out += "Message-ID: <" + heads.message_id + ">\r\n";
    out += "Subject: " + encoded_words(letter.subject) + "\r\n";
    out += "Auto-Submitted: auto-generated\r\n";
    out += "Content-Language: " + std::string(tag(letter.language)) + "\r\n";
    out += "MIME-Version: 1.0\r\n";
    const std::string text = part("text/plain; charset=UTF-8", "", body);
    if (!letter.attachment) return out + text;

    const Attachment& attachment = *letter.attachment;
    const bool invites = attachment.media_type.starts_with("text/calendar") && attachment.media_type.find("method=") != std::string::npos;
    // An underscore and equals sign: no line of base64 looks like it.
    const std::string boundary = "=_" + sha256(letter.id).to_text().substr(0, 32);
    out += std::string("Content-Type: multipart/") + (invites ? "alternative" : "mixed") + "; boundary=\"" + boundary + "\"\r\n\r\n";
    out += "--" + boundary + "\r\n" + text;
    out += "--" + boundary + "\r\n";
    const std::string disposition = "Content-Disposition: attachment; filename=\"" + attachment.name + "\"\r\n";
    out += part(attachment.media_type, invites ? std::string_view() : std::string_view(disposition), attachment.bytes);
    return out + "--" + boundary + "--\r\n";
}

std::string message_id(std::string_view origin, std::string_view letter_id, std::string_view sender) {
    const std::string whole = "ponte.letter/1\n" + std::string(origin) + "\n" + std::string(letter_id);
    return sha256(whole).to_text().substr(0, 40) + std::string(sender.substr(std::min(sender.size(), sender.find('@'))));
}

}  // namespace ponte::outbox
