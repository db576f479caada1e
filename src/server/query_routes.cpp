// Reading: a query's answer is a function of the record, the reader's sight and the day, so that an answer once made
// holds until the record grows. Past positions are folded in a child.

#include "adapters/csv/csv.h"
#include "base/digest.h"
#include "base/embedded.h"
#include "base/json.h"
#include "base/number_words.h"
#include "cli/position.h"
#include "house/command_codec.h"
#include "house/query_codec.h"
#include "house/refusals.h"
#include "server/problem.h"
#include "server/service.h"

#include <charconv>

namespace ponte::server {

namespace {

constexpr std::string_view route = "/v1/{desk}/{query}";
constexpr std::size_t answers_bytes_max = std::size_t{64} << 20U;
constexpr std::uint64_t page_rows_max = 1000;

bool is_of_http(std::string_view key) { return key == "at" || key == "lang" || key == "rows" || key == "limit" || key == "cursor"; }

// Who sees the same gets the same.
std::string sight_text(const access::Sight& sight) {
    return sight.body.value + "|" + (sight.side ? std::string(name_of(*sight.side)) : "public") + (sight.auditor ? "|auditor" : "");
}

// "N:M": of the list as it was when the journal had N entries, the rows from M.
struct Cursor {
    std::uint64_t size = 0;
    std::uint64_t from = 0;

    static std::optional<Cursor> from_text(std::string_view text) {
        Cursor cursor;
        const auto first = std::from_chars(text.data(), text.data() + text.size(), cursor.size);
        if (first.ec != std::errc() || first.ptr == text.data() + text.size() || *first.ptr != '-') return std::nullopt;
        const auto second = std::from_chars(first.ptr + 1, text.data() + text.size(), cursor.from);
        if (second.ec != std::errc() || second.ptr != text.data() + text.size()) return std::nullopt;
        return cursor;
    }
};

// A published number, and how it was understood: for a person to check while he types.
Outcome<std::string> understood_json(const std::string& text, Language language) {
    NumberReading reading;
    switch (language) {
        case Language::zh_hant:
        case Language::zh_hans: reading.language = NumberLanguage::zh; break;
        case Language::pt: reading.language = NumberLanguage::pt; break;
        case Language::en: reading.language = NumberLanguage::en; break;
    }
    // What is published in another language than the reader's is read without his.
    auto understood = understand_number(text, {});
    if (!understood) understood = understand_number(text, reading);
    if (!understood) return std::unexpected(understood.error());
    return "{\"value\":" + to_json(understood->value) + ",\"stated\":" + to_json(understood->stated) + ",\"multiplier\":" + to_json(understood->multiplier) + ",\"unit\":" +
           to_json(understood->unit) + ",\"currency\":" + (understood->currency ? to_json(std::string(understood->currency->code())) : std::string("null")) + ",\"qualifier\":" +
           to_json(std::string(to_text(understood->qualifier))) + ",\"said\":" + to_json(understood->said) + "}";
}

// data/duties.csv as it stands in this release: what is carried out by which command, shown by which test.
const std::string& duties_json() {
    static const std::string text = [] {
        std::string out = "{\"duties\":[";
        const auto content = embedded("data/duties.csv");
        const auto table = content ? csv::read(view_of(*content)) : Outcome<csv::Table>(refuse(refusals::not_found));
        for (std::size_t row = 0; table && row < table->rows.size(); ++row) {
            out += row == 0 ? "{" : ",{";
            for (std::size_t i = 0; i < table->heads.size(); ++i) out += (i == 0 ? "" : ",") + to_json(table->heads[i]) + ":" + to_json(table->rows[row].cells[i]);
            out += "}";
        }
        return out + "]}";
    }();
    return text;
}

// One list of the answer cut to a page; the cursor of the next one, or nothing at its end.
struct Page {
    std::string json;
    std::optional<std::uint64_t> next;
};
std::optional<Page> page_of(const std::string& json, const std::string& list, std::uint64_t from, std::uint64_t limit) {
    auto parsed = parse_json(json);
    if (!parsed || !parsed->is_object()) return std::nullopt;
    auto* rows = parsed->get_object().if_contains(list);
    if (rows == nullptr || !rows->is_array()) return std::nullopt;
    boost::json::array& all = rows->get_array();
    boost::json::array some;
    for (std::uint64_t i = from; i < all.size() && i - from < limit; ++i) some.push_back(std::move(all[i]));
    const bool more = from + limit < all.size();
    *rows = std::move(some);
    return Page{.json = boost::json::serialize(*parsed), .next = more ? std::optional(from + limit) : std::nullopt};
}

}  // namespace

void Service::forget_answers() {
    const std::uint64_t size = office_.house().journal().size();
    const Date today = office_.house().now().date();
    if (size == answers_at_ && today == answers_on_ && answers_bytes_ < answers_bytes_max) return;
    answers_.clear();
    answers_bytes_ = 0;
    answers_at_ = size;
    answers_on_ = today;
}

Service::Answered& Service::keep(std::string key, std::string json) {
    Answered answered{.plain = nullptr, .gzip = nullptr, .etag = "\"" + sha256(json).to_text().substr(0, 32) + "\""};
    answers_bytes_ += json.size() + key.size();
    answered.plain = body_of(std::move(json));
    return answers_.insert_or_assign(std::move(key), std::move(answered)).first->second;
}

Reply Service::reply_of(const Request& request, Answered& answered, const Route& of) const {
    Reply reply;
    reply.route = of;
    reply.headers = {{"Content-Type", "application/json"},
                     {"Cache-Control", "private, no-cache"},
                     {"Vary", "Accept-Encoding, Cookie, Authorization"},
                     {"ETag", answered.etag},
                     {"Ponte-Sequence", std::to_string(office_.house().journal().size())}};
    if (request.header("if-none-match") == answered.etag) {
        reply.status = 304;
        return reply;
    }
    constexpr std::size_t worth_packing = 1400;  // About what one packet holds.
    if (answered.plain->size() > worth_packing && accepts(request, "gzip")) {
        if (!answered.gzip) {
            std::string packed = gzipped(*answered.plain, 6);
            answered.gzip = packed.empty() ? answered.plain : body_of(std::move(packed));
        }
        reply.body = answered.gzip;
        if (answered.gzip != answered.plain) reply.headers.emplace_back("Content-Encoding", "gzip");
        return reply;
    }
    reply.body = answered.plain;
    return reply;
}

void Service::query(Asked asked, const std::string& name) {
    const auto no = [&](const Refusal& refusal) { asked.respond(problem(refusal, asked.language, std::string(route))); };
    if (office_.house().is_stopped()) return no({house::refusals::stopped, "", ""});
    if (name == "words.number") {
        const std::string text = asked.request.asked("text").value_or("");
        const auto understood = understood_json(text, asked.language);
        if (!understood) return no(understood.error());
        return asked.respond(json_reply(*understood, "/v1/words/number"));
    }
    if (name == "duties") return asked.respond(json_reply(duties_json(), "/v1/duties"));
    forget_answers();
    const access::Sight sight = sight_of(asked.caller);
    std::string key = sight_text(sight) + " " + name;
    for (const auto& [field, value] : asked.request.query) {
        if (field != "lang") key += "\n" + field + "=" + value;
    }
    if (const auto known = answers_.find(key); known != answers_.end()) return asked.respond(reply_of(asked.request, known->second, std::string(route)));

    std::vector<std::string> pairs;
    for (const auto& [field, value] : asked.request.query) {
        if (!is_of_http(field)) pairs.push_back(field + "=" + value);
    }
    const auto json = house::json_of_pairs(pairs);
    if (!json) return no(json.error());
    const auto cursor_text = asked.request.asked("cursor");
    if (asked.request.asked("at") || asked.request.asked("rows") || cursor_text) return query_past(std::move(asked), name, *json, key);
    auto answer = house::answer_query(office_.house().desks(), name, *json, sight, office_.house().now());
    if (!answer) return no(answer.error());
    asked.respond(reply_of(asked.request, keep(std::move(key), *std::move(answer)), std::string(route)));
}

// At a position, or a page of a list: a page stands at the position of the first one, so that none is missed.
void Service::query_past(Asked asked, const std::string& name, const std::string& json, const std::string& key) {
    const auto no = [&](const Refusal& refusal) { asked.respond(problem(refusal, asked.language, std::string(route))); };
    const std::string list = asked.request.asked("rows").value_or("");
    std::optional<Cursor> cursor;
    std::uint64_t limit = page_rows_max;
    if (const auto text = asked.request.asked("cursor")) {
        cursor = Cursor::from_text(*text);
        if (!cursor || list.empty()) return no({refusals::cursor_unreadable, text->substr(0, 80), "/cursor"});
    }
    if (const auto text = asked.request.asked("limit")) {
        const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit);
        if (error != std::errc() || end != text->data() + text->size() || limit == 0 || limit > page_rows_max) {
            return no({ponte::refusals::json_out_of_range, text->substr(0, 80), "/limit"});
        }
    }
    const std::uint64_t now_size = office_.house().journal().size();
    // Where the child stands is said here: the record may grow before it begins.
    const std::string at = asked.request.asked("at").value_or(std::to_string(cursor ? cursor->size : now_size));
    const access::Sight sight = sight_of(asked.caller);
    auto shared = std::make_shared<Asked>(std::move(asked));
    const bool taken = children_.run(
        [this, shared, name, json, at, sight]() -> std::string {
            house::House& house = office_.house();
            const auto refused = [&](const Refusal& refusal) { return "r" + *problem(refusal, shared->language, "").body; };
            const auto standpoint = cli::standpoint_named(at, "/at", house);
            if (!standpoint) return "f" + std::string(standpoint.error().code);
            if (!*standpoint) return refused((*standpoint).error());
            const auto past = house.at((*standpoint)->position);
            if (!past) return past.error().code == house::refusals::position_unknown.code ? refused({house::refusals::position_unknown, at, "/at"}) : "f" + std::string(past.error().code);
            const auto answer = house::answer_query(past->desks, name, json, sight, (*standpoint)->time(*past));
            return answer ? "=" + *answer : refused(answer.error());
        },
        [this, shared, list, cursor, limit, key, now_size](const std::optional<std::string>& said) {
            if (!said || said->empty() || said->front() == 'f') return shared->respond(problem(Fault{"server.child_failed", "", ""}, std::string(route)));
            if (said->front() == 'r') {
                const auto parsed = parse_json(std::string_view(*said).substr(1));
                Reply reply = json_reply(said->substr(1), std::string(route));
                reply.status = parsed && parsed->is_object() ? static_cast<unsigned>(parsed->at("status").to_number<int>()) : 422;
                reply.headers.front().second = "application/problem+json";
                return shared->respond(std::move(reply));
            }
            std::string body = said->substr(1);
            if (list.empty()) {
                forget_answers();
                Answered& answered = keep(key, std::move(body));
                shared->respond(reply_of(shared->request, answered, std::string(route)));
                // A day that is not over may have got more meanwhile: such an answer is given and not kept.
                if (now_size != office_.house().journal().size()) answers_.erase(key);
                return;
            }
            const std::uint64_t from = cursor ? cursor->from : 0;
            const auto page = page_of(body, list, from, limit);
            if (!page) return shared->respond(problem(Refusal{ponte::refusals::json_member_unknown, list.substr(0, 80), "/rows"}, shared->language, std::string(route)));
            Reply reply = json_reply(page->json, std::string(route));
            if (page->next) {
                const std::string next = std::to_string(cursor ? cursor->size : now_size) + "-" + std::to_string(*page->next);
                reply.headers.emplace_back("Ponte-Next-Cursor", next);
            }
            shared->respond(std::move(reply));
        });
    if (!taken) shared->respond(problem(Refusal{refusals::busy, "", ""}, shared->language, std::string(route)));
}

}  // namespace ponte::server
