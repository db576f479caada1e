// The record itself: checkpoints, hash tiles and proofs are for everyone; an entry is for whoever may see what it says.

#include "base/embedded.h"
#include "base/json.h"
#include "house/entries.h"
#include "house/event_codec.h"
#include "journal/tree.h"
#include "server/problem.h"
#include "server/service.h"

#include <algorithm>
#include <charconv>

namespace ponte::server {

namespace {

constexpr std::string_view route = "/v1/journal";

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

// "x001/x234/067", with ".p/12" behind it where the tile is partial (C2SP tlog-tiles).
struct TileName {
    unsigned level = 0;
    std::uint64_t index = 0;
    std::uint64_t width = 256;
};
std::optional<TileName> tile_named(const std::vector<std::string>& parts) {
    if (parts.size() < 3) return std::nullopt;
    const auto level = number_in(parts[1]);
    if (!level || *level > 7) return std::nullopt;
    TileName name{.level = static_cast<unsigned>(*level)};
    std::size_t end = parts.size();
    std::string last = parts[end - 1];
    if (end >= 4 && parts[end - 2].ends_with(".p")) {
        const auto width = number_in(last);
        if (!width || *width == 0 || *width > 255) return std::nullopt;
        name.width = *width;
        --end;
        last = parts[end - 1].substr(0, parts[end - 1].size() - 2);
    }
    for (std::size_t i = 2; i < end; ++i) {
        std::string part = i + 1 == end ? last : parts[i];
        if (i + 1 < end) {
            if (!part.starts_with('x')) return std::nullopt;
            part.erase(0, 1);
        }
        const auto digits = number_in(part);
        if (!digits || part.size() != 3 || name.index > (std::uint64_t{1} << 50U)) return std::nullopt;
        name.index = name.index * 1000 + *digits;
    }
    return name;
}

std::string head_json(std::uint64_t sequence, const journal::OwnedEntry& entry) {
    return "{\"sequence\":" + std::to_string(sequence) + ",\"type\":" + to_json(std::string(house::event_name(entry.view().type))) + ",\"time\":" + to_json(entry.time.to_text()) +
           ",\"leaf\":" + to_json(entry.leaf);
}

Reply text_reply(std::string text, std::string_view type, std::string_view cache) {
    Reply reply;
    reply.route = std::string(route);
    reply.headers = {{"Content-Type", std::string(type)}, {"Cache-Control", std::string(cache)}};
    reply.body = body_of(std::move(text));
    return reply;
}

}  // namespace

void Service::checkpoint(Asked asked) {
    journal::Journal& journal = office_.house().journal();
    if (checkpoint_.empty() || checkpoint_at_ != journal.size()) {
        const auto made = journal.checkpoint();
        if (!made) return asked.respond(problem(made.error(), "/checkpoint"));
        checkpoint_ = *made;
        checkpoint_at_ = journal.size();
    }
    asked.respond(text_reply(checkpoint_, "text/plain; charset=utf-8", "no-cache"));
}

// A full tile never changes; a partial one may be asked for as long as it is part of the tree.
void Service::tile(Asked asked, const std::vector<std::string>& parts) {
    constexpr unsigned tile_height = 8;
    const journal::Tree& tree = office_.house().journal().tree();
    const auto name = tile_named(parts);
    const std::uint64_t nodes = name ? tree.size() >> (name->level * tile_height) : 0;
    if (!name || name->index * 256 + name->width > nodes) {
        return asked.respond(problem(Refusal{refusals::not_found, asked.request.path.substr(0, 80), ""}, asked.language, "/tile"));
    }
    std::string bytes;
    for (std::uint64_t i = name->index * 256; i < name->index * 256 + name->width; ++i) {
        const Digest node = tree.node(name->level * tile_height, i);
        bytes.append(node.bytes.begin(), node.bytes.end());
    }
    Reply reply = text_reply(std::move(bytes), "application/octet-stream", "public, max-age=31536000, immutable");
    reply.route = "/tile";
    asked.respond(std::move(reply));
}

// Newest first, only what the reader may see; `type` is an event's name or the beginning of one. A page looks at so
// many entries and no more, and its cursor says where the next begins: a page may be short, or empty, before the end.
void Service::entries(Asked asked) {
    constexpr std::uint64_t looked_at_max = 2000;
    journal::Journal& journal = office_.house().journal();
    const auto asked_number = [&](std::string_view name, std::uint64_t otherwise, std::uint64_t max) -> std::optional<std::uint64_t> {
        const auto text = asked.request.asked(name);
        if (!text) return otherwise;
        const auto number = number_in(*text);
        return number && *number >= 1 && *number <= max ? number : std::nullopt;
    };
    const auto limit = asked_number("limit", 50, 1000);
    if (!limit) return asked.respond(problem(Refusal{ponte::refusals::json_out_of_range, asked.request.asked("limit")->substr(0, 80), "/limit"}, asked.language, std::string(route)));
    const auto before = asked_number("cursor", journal.size(), journal.size());
    if (!before) return asked.respond(problem(Refusal{refusals::cursor_unreadable, asked.request.asked("cursor")->substr(0, 80), "/cursor"}, asked.language, std::string(route)));
    const std::string type = asked.request.asked("type").value_or("");
    const access::Sight sight = sight_of(asked.caller);
    std::string rows;
    std::uint64_t told = 0;
    std::uint64_t next = *before;
    for (; next > 0 && told < *limit && *before - next < looked_at_max; --next) {
        const auto entry = journal.read_entry(next - 1);
        if (!entry) return asked.respond(problem(entry.error(), std::string(route)));
        if (!house::event_name(entry->view().type).starts_with(type)) continue;
        const auto event = house::decode_event(entry->view().type, entry->view().version, entry->view().payload);
        if (!event || !house::may_see_entry(office_.house().desks(), *event, next - 1, sight)) continue;
        rows += (told++ == 0 ? "" : ",") + head_json(next - 1, *entry) + ",\"event\":" + house::event_json(*event) + "}";
    }
    Reply reply = json_reply("{\"size\":" + std::to_string(journal.size()) + ",\"entries\":[" + rows + "]}", std::string(route));
    if (next > 0) reply.headers.emplace_back("Ponte-Next-Cursor", std::to_string(next));
    asked.respond(std::move(reply));
}

void Service::journal_route(Asked asked, const std::vector<std::string>& parts) {
    const auto no = [&](RefusalKind kind) { asked.respond(problem(Refusal{kind, asked.request.path.substr(0, 80), ""}, asked.language, std::string(route))); };
    const std::string kind = parts.size() > 2 ? parts[2] : "";
    journal::Journal& journal = office_.house().journal();
    if (kind == "key" && parts.size() == 3) return asked.respond(text_reply(journal.log_key().to_text() + "\n", "text/plain; charset=utf-8", "no-cache"));
    if (kind == "checkpoint" && parts.size() == 3) return checkpoint(std::move(asked));
    if (kind == "verifier") {
        const auto page = embedded("verifier/verify.html");
        if (!page) return no(refusals::not_found);
        Reply reply = text_reply(std::string(*page), "text/html; charset=utf-8", "no-cache");
        // The page carries a policy of its own with the hash of its one script.
        reply.headers.emplace_back("Content-Security-Policy", "frame-ancestors 'none'; form-action 'none'");
        return asked.respond(std::move(reply));
    }
    if (kind == "entries" && parts.size() == 3) return entries(std::move(asked));
    const auto sequence = parts.size() == 4 ? number_in(parts[3]) : std::nullopt;
    if (!sequence || *sequence >= journal.size()) return no(refusals::not_found);
    if (kind == "proof") {
        const auto proof = journal.prove(*sequence);
        if (!proof) return asked.respond(problem(proof.error(), std::string(route)));
        return asked.respond(text_reply(*proof, "text/plain; charset=utf-8", "no-cache"));
    }
    if (kind != "entries") return no(refusals::not_found);
    const auto entry = journal.read_entry(*sequence);
    if (!entry) return asked.respond(problem(entry.error(), std::string(route)));
    const auto event = house::decode_event(entry->view().type, entry->view().version, entry->view().payload);
    if (!event || !house::may_see_entry(office_.house().desks(), *event, *sequence, sight_of(asked.caller))) return no(refusals::not_found);
    asked.respond(json_reply(head_json(*sequence, *entry) + ",\"bytes\":\"" + hex(entry->bytes) + "\",\"event\":" + house::event_json(*event) + "}", std::string(route)));
}

}  // namespace ponte::server
