#include "server/problem.h"

#include "adapters/csv/csv.h"
#include "base/embedded.h"
#include "base/json.h"

#include <algorithm>
#include <array>
#include <map>

namespace ponte::server {

namespace {

using Table = std::map<std::string, std::array<std::string, 4>, std::less<>>;

Table table_in(std::string_view file) {
    Table table;
    const auto content = embedded(file);
    if (!content) return table;
    const auto read = csv::read(view_of(*content));
    if (!read) return table;
    for (const csv::Row& row : read->rows) {
        std::array<std::string, 4>& words = table[row.cells.front()];
        for (std::size_t i = 0; i < languages.size(); ++i) {
            const auto column = std::ranges::find(read->heads, name_of(languages[i]));
            if (column != read->heads.end()) words[i] = row.cells[static_cast<std::size_t>(column - read->heads.begin())];
        }
    }
    return table;
}

std::string words_in(const Table& table, std::string_view key, Language language) {
    const auto found = table.find(key);
    return found == table.end() ? std::string() : found->second[static_cast<std::size_t>(language) - 1];
}

std::string refusal_words(std::string_view code, Language language) {
    static const Table table = table_in("words/refusals.csv");
    return words_in(table, code, language);
}

std::string remedy_words(std::string_view remedy, Language language) {
    static const Table table = table_in("words/remedies.csv");
    return words_in(table, remedy, language);
}

// By what the asker can do, but for the codes that HTTP has a better word for.
unsigned status_of(std::string_view code, std::string_view remedy) {
    static constexpr std::array<std::pair<std::string_view, unsigned>, 13> known{{{"server.not_found", 404},
                                                                                 {"house.query_unknown", 404},
                                                                                 {"house.command_unknown", 404},
                                                                                 {"server.method_not_allowed", 405},
                                                                                 {"server.sign_in_first", 401},
                                                                                 {"access.password_wrong", 401},
                                                                                 {"access.reset_wrong", 401},
                                                                                 {"access.throttled", 429},
                                                                                 {"server.too_many_attempts", 429},
                                                                                 {"server.content_type_unknown", 415},
                                                                                 {"server.host_unknown", 421},
                                                                                 {"server.csrf_missing", 403},
                                                                                 {"server.other_origin", 403}}};
    for (const auto& [name, status] : known) {
        if (name == code) return status;
    }
    if (code.starts_with("json.")) return 400;
    if (remedy == "ask") return 403;
    if (remedy == "reread") return 409;
    if (remedy == "wait") return 503;
    return 422;
}

struct Said {
    std::string code;
    std::string remedy;
    std::string subject;
    std::string place;
};

void append_problem(std::string& out, const Said& said, Language language, unsigned status) {
    out += "{\"type\":";
    append_json_string(out, "/problems/" + said.code);
    out += ",\"code\":";
    append_json_string(out, said.code);
    out += ",\"title\":";
    const std::string words = refusal_words(said.code, language);
    append_json_string(out, words.empty() ? said.code : words);
    out += ",\"remedy\":";
    append_json_string(out, remedy_words(said.remedy, language));
    out += ",\"remedy_code\":";
    append_json_string(out, said.remedy);
    out += ",\"status\":" + std::to_string(status) + ",\"subject\":";
    append_json_string(out, said.subject);
    out += ",\"place\":";
    append_json_string(out, said.place);
    if (said.place.starts_with('/')) {
        out += ",\"pointer\":";
        append_json_string(out, said.place);
    }
}

Reply reply_of(const Said& said, Language language, std::string route, std::string_view more = {}) {
    Reply reply;
    reply.status = status_of(said.code, said.remedy);
    reply.route = std::move(route);
    reply.headers = {{"Content-Type", "application/problem+json"}, {"Content-Language", std::string(tag(language))}, {"Cache-Control", "no-store"}};
    if (reply.status == 429) reply.headers.emplace_back("Retry-After", "60");
    if (reply.status == 503) reply.headers.emplace_back("Retry-After", "2");
    std::string body;
    append_problem(body, said, language, reply.status);
    body += more;
    reply.body = body_of(body + "}");
    return reply;
}

std::string text_at(const boost::json::object& object, std::string_view key) {
    const auto* member = object.if_contains(key);
    return member != nullptr && member->is_string() ? std::string(member->get_string()) : std::string();
}

Said said_in(const boost::json::object& object) {
    return {.code = text_at(object, "code"), .remedy = text_at(object, "remedy"), .subject = text_at(object, "subject"), .place = text_at(object, "place")};
}

}  // namespace

Language language_of(const Request& request) {
    if (const auto asked = request.asked("lang")) {
        if (const auto known = language_named(*asked)) return *known;
    }
    const std::string accepted = request.header("accept-language");
    std::string_view rest = accepted;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        std::string_view one = rest.substr(0, std::min(end, rest.find(';')));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (const auto known = language_named(one)) return *known;
        if (one == "zh-TW" || one == "zh-HK" || one == "zh-MO") return Language::zh_hant;
        if (one == "zh" || one.starts_with("zh-")) return Language::zh_hans;
        if (one == "pt" || one.starts_with("pt-")) return Language::pt;
        if (one == "en" || one.starts_with("en-")) return Language::en;
    }
    return Language::en;
}

Reply problem(const Refusal& refusal, Language language, std::string route) {
    return reply_of({.code = std::string(refusal.kind.code), .remedy = std::string(to_text(refusal.kind.remedy)), .subject = refusal.subject, .place = refusal.place},
                    language, std::move(route));
}

Reply problem(const Fault& fault, std::string route) {
    Reply reply;
    reply.status = 500;
    reply.route = std::move(route);
    reply.headers = {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}};
    std::string body = R"({"type":"about:blank","title":"Internal Server Error","status":500,"code":)";
    append_json_string(body, fault.code);
    reply.body = body_of(body + "}");
    return reply;
}

Reply problem_of_verb(std::string_view printed, Language language, std::string route) {
    const auto parsed = parse_json(printed);
    if (!parsed || !parsed->is_object()) return problem(Fault{"server.verb_failed", "", ""}, std::move(route));
    const boost::json::object& object = parsed->get_object();
    if (const auto* refused = object.if_contains("refused"); refused != nullptr && refused->is_object()) {
        return reply_of(said_in(refused->get_object()), language, std::move(route));
    }
    if (const auto* faults = object.if_contains("faults"); faults != nullptr && faults->is_array() && !faults->get_array().empty()) {
        // All at once: whoever filled in the form mends it once.
        std::string more = ",\"faults\":[";
        Said first;
        bool is_first = true;
        for (const auto& one : faults->get_array()) {
            if (!one.is_object()) continue;
            Said said = said_in(one.get_object());
            if (said.remedy.empty()) said.remedy = "correct";
            if (is_first) first = said;
            if (!is_first) more += ',';
            is_first = false;
            append_problem(more, said, language, 422);
            more += '}';
        }
        return reply_of(first, language, std::move(route), more + "]");
    }
    return problem(Fault{"server.verb_failed", "", ""}, std::move(route));
}

Reply json_reply(std::string json, std::string route) {
    Reply reply;
    reply.route = std::move(route);
    reply.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}};
    reply.body = body_of(std::move(json));
    return reply;
}

}  // namespace ponte::server
