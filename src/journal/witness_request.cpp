#include "journal/witness_request.h"

#include "journal/lines.h"

#include <algorithm>

namespace ponte::journal {

namespace {

constexpr std::size_t hashes_max = 63;  // As tlog-witness has it.

}  // namespace

std::string WitnessRequest::to_text() const {
    std::string text = "old " + std::to_string(old_size) + "\n";
    for (const Digest& hash : consistency) text += base64(hash.bytes) + "\n";
    return text + "\n" + checkpoint;
}

Outcome<WitnessRequest> WitnessRequest::parse(std::string_view text) {
    if (text.size() > witness_request_bytes_max) return refuse(refusals::witness_request_unreadable, "too large");
    WitnessRequest request;
    std::string_view rest = text;
    const auto old_size = number_from(take_field(rest, "old").value_or(""));
    if (!old_size) return refuse(refusals::witness_request_unreadable, {}, "line 1, old");
    request.old_size = *old_size;
    for (;;) {
        const auto line = take_line(rest);
        const std::string place = "line " + std::to_string(request.consistency.size() + 2);
        if (!line) return refuse(refusals::witness_request_unreadable, "no blank line before the checkpoint", place);
        if (line->empty()) break;
        const auto hash = from_base64(*line);
        if (!hash || hash->size() != 32 || request.consistency.size() == hashes_max) {
            return refuse(refusals::witness_request_unreadable, std::string(line->substr(0, 80)), place);
        }
        std::ranges::copy(*hash, request.consistency.emplace_back().bytes.begin());
    }
    request.checkpoint = rest;
    return request;
}

}  // namespace ponte::journal
