// Deciding: the commands of one turn of the loop become one block with one durable write, a verdict each.

#include "base/json.h"
#include "house/command_codec.h"
#include "house/event_codec.h"
#include "house/refusals.h"
#include "server/problem.h"
#include "server/service.h"

#include <algorithm>
#include <chrono>

namespace ponte::server {

namespace {

constexpr std::string_view route = "/v1/{desk}/{command}";
constexpr std::size_t decisions_of_a_block_max = 256;
constexpr std::size_t events_shown_max = 100;

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char one) {
        return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || one == '.' || one == '_' || one == '-';
    });
}

std::string events_text(const std::vector<house::AnyEvent>& events) {
    std::string out = "\"events\":[";
    for (std::size_t i = 0; i < events.size() && i < events_shown_max; ++i) out += (i == 0 ? "" : ",") + house::event_json(events[i]);
    return out + "],\"events_total\":" + std::to_string(events.size());
}

// After a password was set: what ended with the old one.
std::string receipt_text(const house::Receipt& receipt, const std::optional<cli::Tokens::Ended>& ended) {
    return "{\"sequence\":" + std::to_string(receipt.first) + ",\"parts\":" + std::to_string(receipt.parts) + ",\"leaf\":" + to_json(receipt.leaf) + ",\"time\":" +
           to_json(receipt.time.to_text()) + ",\"repeated\":" + (receipt.repeated ? "true" : "false") + ",\"dry_run\":false," + events_text(receipt.events) + (ended ? ",\"ended\":" + cli::to_json_text(*ended) : "") + "}";
}

}  // namespace

void Service::decide(Asked asked, const std::string& name) {
    const auto no = [&](const Refusal& refusal) { asked.respond(problem(refusal, asked.language, std::string(route))); };
    if (office_.house().is_stopped()) return no({house::refusals::stopped, "", ""});
    // Whether there is such a command is no secret, and who may ask it is the desk's to say; but nobody is not asked.
    if (!asked.caller.is_signed_in()) return no({refusals::sign_in_first, "", ""});
    if (!asked.request.header("content-type").starts_with("application/json")) return no({refusals::content_type_unknown, asked.request.header("content-type").substr(0, 80), ""});
    const bool is_rehearsal = asked.request.asked("dry_run") == "true";
    const std::string key = asked.request.header("idempotency-key");
    if (!is_rehearsal && !is_key(key)) return no({refusals::idempotency_key_missing, key.substr(0, 80), "Idempotency-Key"});
    auto command = house::decode_command(name, asked.request.body, office_.sealer());
    if (!command) return no(command.error());
    // The key is the person's own: the same from two people are two.
    const CommandId id(key.empty() ? "" : asked.caller.person.value + "/" + key);
    house::Request request = office_.request(asked.caller.person, false, id, *std::move(command));
    if (is_rehearsal) {
        const auto events = office_.house().rehearse(request);
        if (!events) return no(events.error());
        return asked.respond(json_reply("{\"dry_run\":true," + events_text(*events) + "}", std::string(route)));
    }
    pending_.push_back({.request = std::move(request), .respond = std::move(asked.respond), .language = asked.language, .route = std::string(route)});
    if (pending_.size() >= decisions_of_a_block_max) return decide_pending();
    if (is_deciding_soon_) return;
    is_deciding_soon_ = true;
    wire_.later([this] { decide_pending(); });
}

void Service::decide_pending() {
    is_deciding_soon_ = false;
    if (pending_.empty()) return;
    std::vector<Pending> all = std::move(pending_);
    pending_.clear();
    std::vector<house::Request> requests;
    requests.reserve(all.size());
    for (Pending& one : all) requests.push_back(std::move(one.request));
    const auto since = std::chrono::steady_clock::now();
    const auto answers = office_.house().ask_many(requests);
    metrics_.count_block(all.size(), std::chrono::steady_clock::now() - since);
    for (std::size_t i = 0; i < all.size(); ++i) {
        // After a fault of the disk the outcome is unknown; the same key asks for it again after the restart.
        if (!answers) {
            all[i].respond(problem(answers.error(), all[i].route));
        } else if (!(*answers)[i]) {
            all[i].respond(problem((*answers)[i].error(), all[i].language, all[i].route));
        } else {
            const auto ended = cli::ended_by(office_, sessions_, (*answers)[i]->events);
            if (!ended) {
                all[i].respond(problem(ended.error(), all[i].route));
                continue;
            }
            Reply reply = json_reply(receipt_text(*(*answers)[i], *ended), all[i].route);
            reply.headers[1].second = "no-store";
            all[i].respond(std::move(reply));
        }
    }
    record_grew();
}

}  // namespace ponte::server
