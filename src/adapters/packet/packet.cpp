#include "adapters/packet/packet.h"

#include "base/canonical.h"
#include "base/check.h"
#include "journal/entry.h"
#include "journal/lines.h"

#include <algorithm>
#include <fmt/format.h>

namespace ponte::packet {

namespace {

using journal::number_from;
using journal::take_field;
using journal::take_line;

constexpr std::string_view title = "ponte packet 1";
constexpr std::uint64_t lines_max = 1'000;

std::string_view name_of_kind(Kind kind) { return kind == Kind::figure ? "figure" : "receipt"; }

// For people who open the file; made from the entry and compared with it on reading.
std::string says(const Content& content) {
    if (content.kind == Kind::figure) {
        const auto& figure = content.figure;
        return fmt::format("number {} to {}: {} = {} ({}, as at {}, {})", figure.number, figure.recipient.value, figure.indicator.value,
                           figure.value.to_text(), figure.period.to_text(), figure.as_at.to_text(), name_of(figure.badge));
    }
    const auto& adopted = content.adopted;
    return fmt::format("number {} of {}: {} = {} ({}, as at {}) adopted", adopted.number, adopted.publisher.value, adopted.theirs.value,
                       adopted.value.to_text(), adopted.period.to_text(), adopted.as_at.to_text());
}

template <class Item, class Bytes_of>
std::string counted(std::string_view word, const std::vector<Item>& items, Bytes_of&& bytes_of) {
    std::string text = fmt::format("{} {}\n", word, items.size());
    for (const Item& item : items) text += base64(bytes_of(item)) + "\n";
    return text;
}

std::string digests(std::string_view word, const std::vector<Digest>& all) {
    return counted(word, all, [](const Digest& one) { return ByteView(one.bytes); });
}

std::optional<std::vector<Bytes>> take_counted(std::string_view& rest, std::string_view word) {
    const auto count = number_from(take_field(rest, word).value_or(""));
    if (!count || *count > lines_max) return std::nullopt;
    std::vector<Bytes> items;
    for (std::uint64_t i = 0; i < *count; ++i) {
        auto bytes = from_base64(take_line(rest).value_or("?"));
        if (!bytes) return std::nullopt;
        items.push_back(*std::move(bytes));
    }
    return items;
}

std::optional<std::vector<Digest>> take_digests(std::string_view& rest, std::string_view word) {
    const auto items = take_counted(rest, word);
    if (!items) return std::nullopt;
    std::vector<Digest> all;
    for (const Bytes& item : *items) {
        if (item.size() != 32) return std::nullopt;
        std::ranges::copy(item, all.emplace_back().bytes.begin());
    }
    return all;
}

std::string body_of(const publication::Packet& packet, const Content& content) {
    std::string text = fmt::format("{}\nkind {}\nsays {}\nindex {}\nentry {}\n", title, name_of_kind(content.kind), says(content), packet.index,
                                   packet.entry.to_text());
    text += digests("inclusion", packet.inclusion);
    text += fmt::format("from {}\nroot {}\n", packet.from_size, packet.from_root.to_text());
    text += digests("consistency", packet.consistency);
    text += "log " + packet.log_id.to_text() + "\n";
    text += counted("rotations", packet.rotations, [](const publication::Octets& one) { return ByteView(one.bytes); });
    text += fmt::format("checkpoint {}\n", std::ranges::count(packet.checkpoint, '\n')) + packet.checkpoint;
    return text;
}

Outcome<publication::Packet> read_body(std::string_view rest) {
    publication::Packet packet;
    if (take_line(rest) != title) return refuse(refusals::unreadable, {}, "line 1");
    if (!take_field(rest, "kind")) return refuse(refusals::unreadable, {}, "kind");
    if (!take_field(rest, "says")) return refuse(refusals::unreadable, {}, "says");
    const auto index = number_from(take_field(rest, "index").value_or(""));
    if (!index) return refuse(refusals::unreadable, {}, "index");
    packet.index = *index;
    auto entry = from_base64(take_field(rest, "entry").value_or("?"));
    if (!entry) return refuse(refusals::unreadable, {}, "entry");
    packet.entry.bytes = *std::move(entry);
    auto inclusion = take_digests(rest, "inclusion");
    if (!inclusion) return refuse(refusals::unreadable, {}, "inclusion");
    packet.inclusion = *std::move(inclusion);
    const auto from = number_from(take_field(rest, "from").value_or(""));
    const auto root = Digest::from_text(take_field(rest, "root").value_or(""));
    if (!from || !root) return refuse(refusals::unreadable, {}, "from");
    packet.from_size = *from;
    packet.from_root = *root;
    auto consistency = take_digests(rest, "consistency");
    if (!consistency) return refuse(refusals::unreadable, {}, "consistency");
    packet.consistency = *std::move(consistency);
    const auto log = Digest::from_text(take_field(rest, "log").value_or(""));
    if (!log) return refuse(refusals::unreadable, {}, "log");
    packet.log_id = *log;
    auto rotations = take_counted(rest, "rotations");
    if (!rotations) return refuse(refusals::unreadable, {}, "rotations");
    for (Bytes& one : *rotations) packet.rotations.push_back({std::move(one)});
    if (!number_from(take_field(rest, "checkpoint").value_or(""))) return refuse(refusals::unreadable, {}, "checkpoint");
    packet.checkpoint = rest;
    return packet;
}

}  // namespace

publication::Packet packet_of(const journal::CarriedEntry& carried) {
    publication::Packet packet{.entry = {carried.entry},
                               .index = carried.index,
                               .inclusion = carried.inclusion,
                               .from_size = carried.from_size,
                               .from_root = carried.from_root,
                               .consistency = carried.consistency,
                               .rotations = {},
                               .log_id = carried.log_id,
                               .checkpoint = carried.checkpoint};
    for (const Bytes& one : carried.rotations) packet.rotations.push_back({one});
    return packet;
}

journal::CarriedEntry carried_of(const publication::Packet& packet) {
    journal::CarriedEntry carried{.entry = packet.entry.bytes,
                                  .index = packet.index,
                                  .inclusion = packet.inclusion,
                                  .from_size = packet.from_size,
                                  .from_root = packet.from_root,
                                  .consistency = packet.consistency,
                                  .rotations = {},
                                  .log_id = packet.log_id,
                                  .checkpoint = packet.checkpoint};
    for (const publication::Octets& one : packet.rotations) carried.rotations.push_back(one.bytes);
    return carried;
}

// The two kinds of entry are told apart by their canonical bytes; the house compares the type as well.
std::optional<Content> content_of(const publication::Packet& packet) {
    const auto entry = journal::parse_entry(packet.entry.bytes);
    if (!entry) return std::nullopt;
    if (auto figure = from_bytes<publication::FigurePublished>(entry->payload)) return Content{.kind = Kind::figure, .figure = *std::move(figure), .adopted = {}};
    if (auto adopted = from_bytes<publication::FigureAdopted>(entry->payload)) return Content{.kind = Kind::receipt, .figure = {}, .adopted = *std::move(adopted)};
    return std::nullopt;
}

std::string write(const publication::Packet& packet) {
    const auto content = content_of(packet);
    CHECK(content.has_value());
    const std::string body = body_of(packet, *content);
    return body + "check " + sha256(body).to_text() + "\n";
}

Outcome<publication::Packet> read(std::string_view text) {
    if (text.size() > bytes_max) return refuse(refusals::too_large, std::to_string(text.size()) + " bytes, at most " + std::to_string(bytes_max));
    if (!text.starts_with(title)) return refuse(refusals::unreadable, {}, "line 1");
    const std::size_t check = text.rfind("check ");
    if (check == text.npos) return refuse(refusals::damaged, "no check line at the end");
    const std::string_view body = text.substr(0, check);
    if (text.substr(check) != "check " + sha256(body).to_text() + "\n") return refuse(refusals::damaged, "it differs from its checksum");
    publication::Packet packet = TRY(read_body(body));
    const auto content = content_of(packet);
    if (!content) return refuse(refusals::unreadable, "neither a figure nor a receipt", "entry");
    // One packet, one spelling: what people read in it is what the entry says.
    if (body_of(packet, *content) != body) return refuse(refusals::unreadable, "another spelling than ours", "says");
    return packet;
}

Outcome<journal::CheckedEntry> verify(const publication::Packet& packet, const journal::VerifierKey& log, const journal::SeenRoots& seen) {
    return journal::check_carried(carried_of(packet), log, seen);
}

}  // namespace ponte::packet
