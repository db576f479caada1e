#include "server/contract.h"

#include "base/json.h"
#include "cli/voice.h"
#include "house/command_codec.h"
#include "house/query_codec.h"
#include "server/shape.h"

#include <algorithm>
#include <cstdio>

namespace ponte::server {

namespace {

struct Query {
    std::string name;
    Shape asks;
    Shape answers;
};
struct Command {
    std::string name;
    std::string schema;
    Shape shape;
};

struct Contract {
    std::vector<Command> commands;
    std::vector<Query> queries;
    std::vector<house::QueryForm> forms;
    std::map<std::string, const Shape*> objects;
};

const Contract& contract() {
    static const Contract made = [] {
        Contract all;
        for (const house::CommandForm& form : house::command_forms()) all.commands.push_back({.name = std::string(form.name), .schema = form.schema, .shape = shape_of(form.shape)});
        all.forms = house::query_forms();
        for (const house::QueryForm& form : all.forms) all.queries.push_back({.name = std::string(form.name), .asks = shape_of(form.asks_shape), .answers = shape_of(form.answers_shape)});
        return all;
    }();
    static const Contract whole = [] {
        Contract all = made;
        for (const Command& one : made.commands) collect_objects(one.shape, all.objects);
        for (const Query& one : made.queries) {
            collect_objects(one.asks, all.objects);
            collect_objects(one.answers, all.objects);
        }
        return all;
    }();
    return whole;
}

std::string desk_in(std::string_view name) { return std::string(name.substr(0, name.find('.'))); }

std::string path_of(std::string_view name) {
    std::string path = "/v1/" + std::string(name);
    path[path.find('.')] = '/';
    return path;
}

boost::json::object schema_of_shape(const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::truth: return {{"type", "boolean"}};
        case Shape::Kind::number: {
            const auto bits = static_cast<int>(shape.bits);
            const std::int64_t most = (std::int64_t{1} << (shape.may_be_negative ? bits - 1 : bits)) - 1;
            return {{"type", "integer"}, {"minimum", shape.may_be_negative ? -most - 1 : 0}, {"maximum", most}};
        }
        case Shape::Kind::number_text: return {{"type", "string"}, {"pattern", shape.may_be_negative ? "^-?[0-9]+$" : "^[0-9]+$"}};
        case Shape::Kind::text: return {{"type", "string"}};
        case Shape::Kind::sealed: return {{"type", "string"}, {"writeOnly", true}};
        case Shape::Kind::spelled: {
            if (shape.name == "Date") return {{"type", "string"}, {"format", "date"}};
            if (shape.name == "Instant") return {{"type", "string"}, {"format", "date-time"}};
            return {{"type", "string"}, {"title", shape.name}};
        }
        case Shape::Kind::named: return {{"type", "string"}, {"title", shape.name}};
        case Shape::Kind::octets: return {{"type", "string"}, {"pattern", "^[0-9a-f]{" + std::to_string(2 * shape.bits) + "}$"}};
        case Shape::Kind::word: {
            boost::json::array words;
            for (const std::string& word : shape.words) words.emplace_back(word);
            return {{"type", "string"}, {"enum", std::move(words)}};
        }
        case Shape::Kind::maybe: return {{"anyOf", boost::json::array{schema_of_shape(shape.inner.front()), boost::json::object{{"type", "null"}}}}};
        case Shape::Kind::list: return {{"type", "array"}, {"items", schema_of_shape(shape.inner.front())}};
        case Shape::Kind::object: return {{"$ref", "#/components/schemas/" + identifier(shape.name)}};
    }
    return {};
}

boost::json::object schema_of_object(const Shape& shape, bool is_asked) {
    boost::json::object properties;
    boost::json::array needed;
    for (const Shape::Field& field : shape.fields) {
        properties[field.name] = schema_of_shape(field.shape);
        if (!is_asked || !may_be_missing(field.shape)) needed.emplace_back(field.name);
    }
    boost::json::object schema{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!needed.empty()) schema["required"] = std::move(needed);
    return schema;
}

boost::json::object response(std::string_view says, std::string_view type, boost::json::object schema) {
    return {{"description", says}, {"content", {{type, {{"schema", std::move(schema)}}}}}};
}

boost::json::object refused() {
    return response("Refused: code, what to do, where the fault is (RFC 9457).", "application/problem+json", {{"$ref", "#/components/schemas/Problem"}});
}

boost::json::object query_operation(const Query& query) {
    boost::json::array parameters;
    for (const Shape::Field& field : query.asks.fields) {
        boost::json::object parameter{{"name", field.name}, {"in", "query"}, {"schema", schema_of_shape(field.shape)}};
        if (!may_be_missing(field.shape)) parameter["required"] = true;
        if (field.shape.kind == Shape::Kind::object || field.shape.kind == Shape::Kind::list) parameter["description"] = "as JSON";
        parameters.push_back(std::move(parameter));
    }
    for (const char* one : {"At", "Rows", "Limit", "Cursor"}) parameters.push_back(boost::json::object{{"$ref", std::string("#/components/parameters/") + one}});
    return {{"operationId", query.name}, {"tags", boost::json::array{desk_in(query.name)}}, {"parameters", std::move(parameters)},
            {"responses", {{"200", response("As the reader may see it.", "application/json", schema_of_shape(query.answers))}, {"304", {{"description", "Unchanged."}}}, {"default", refused()}}}};
}

boost::json::object command_operation(const Command& command) {
    boost::json::array parameters{boost::json::object{{"$ref", "#/components/parameters/IdempotencyKey"}}, boost::json::object{{"$ref", "#/components/parameters/Csrf"}},
                                  boost::json::object{{"$ref", "#/components/parameters/DryRun"}}};
    return {{"operationId", command.name}, {"tags", boost::json::array{desk_in(command.name)}}, {"parameters", std::move(parameters)},
            {"requestBody", {{"required", true}, {"content", {{"application/json", {{"schema", schema_of_shape(command.shape)}}}}}}},
            {"responses", {{"200", response("Recorded, and durable.", "application/json", {{"$ref", "#/components/schemas/Receipt"}})}, {"default", refused()}}}};
}

boost::json::object text_schema() { return {{"type", "string"}}; }

boost::json::object own_schemas() {
    boost::json::object number{{"type", "integer"}, {"minimum", 0}};
    return {{"Problem",
             {{"type", "object"},
              {"required", boost::json::array{"type", "status"}},
              {"properties",
               {{"type", text_schema()}, {"code", text_schema()}, {"title", text_schema()}, {"remedy", text_schema()},
                {"remedy_code", {{"type", "string"}, {"enum", boost::json::array{"correct", "ask", "reread", "wait"}}}},
                {"status", number}, {"subject", text_schema()}, {"place", text_schema()}, {"pointer", text_schema()}}}}},
            {"Receipt",
             {{"type", "object"},
              {"required", boost::json::array{"dry_run", "events"}},
              {"properties",
               {{"sequence", number}, {"parts", number}, {"leaf", text_schema()}, {"time", {{"type", "string"}, {"format", "date-time"}}}, {"repeated", {{"type", "boolean"}}},
                {"dry_run", {{"type", "boolean"}}}, {"events", {{"type", "array"}, {"items", {{"type", "object"}}}}}, {"events_total", number},
                {"ended", {{"type", "object"}, {"description", "Where a password was set: what ended with the old one."}, {"properties", {{"sessions", number}, {"keys", number}}}}}}}}}};
}

struct Fixed {
    std::string_view method;
    std::string_view path;
    std::string_view says;
    std::string_view type;
};
// What is not a command and not a query.
constexpr std::array fixed{
    Fixed{"post", "/v1/session", "Signs in: {person, secret}.", "application/json"},
    Fixed{"post", "/v1/reset", "Sets a new password with a one-time secret and signs in: {person, one_time, secret}. Ends the person's sessions and keys.", "application/json"},
    Fixed{"post", "/v1/resets", "An administrator's one-time secret for a person: {person, hours (24 where absent)}; shown once.", "application/json"},
    Fixed{"get", "/v1/session", "Who the caller is.", "application/json"},
    Fixed{"delete", "/v1/session", "Signs out.", "application/json"},
    Fixed{"post", "/v1/keys", "A key for a program: {label, days}; shown once, used as a bearer token.", "application/json"},
    Fixed{"get", "/v1/keys", "The caller's keys: id, label, end.", "application/json"},
    Fixed{"delete", "/v1/keys/{id}", "Ends a key.", "application/json"},
    Fixed{"get", "/v1/events", "Server-sent events: the record grew; ids are sequences, Last-Event-ID resumes.", "text/event-stream"},
    Fixed{"get", "/v1/commands", "Every command with its fields.", "application/json"},
    Fixed{"get", "/v1/queries", "Every query with its fields.", "application/json"},
    Fixed{"get", "/v1/duties", "The plan's duties, and how far each is carried out.", "application/json"},
    Fixed{"get", "/v1/words/number", "A published number as it is understood (text=).", "application/json"},
    Fixed{"get", "/v1/dossier", "The dossier (plan, lang, audience, format, at).", "application/octet-stream"},
    Fixed{"get", "/v1/papers/session/{session}/{paper}", "A paper of a session (lang, with, format).", "application/octet-stream"},
    Fixed{"get", "/v1/papers/list/{list}", "Next year's list (against, lang, format).", "application/octet-stream"},
    Fixed{"get", "/v1/papers/compare", "What changed between two positions (from, to, lang, format).", "application/octet-stream"},
    Fixed{"get", "/v1/papers/round/{round}/form/{body}", "A prefilled form (lang, format).", "application/octet-stream"},
    Fixed{"get", "/v1/ics/body/{body}.ics", "Due dates of a body.", "text/calendar"},
    Fixed{"get", "/v1/ics/person.ics", "Due dates of the caller.", "text/calendar"},
    Fixed{"get", "/v1/ics/accords.ics", "What falls due with instruments, files and ties.", "text/calendar"},
    Fixed{"post", "/v1/files/forms", "A filled form; ?dry_run=true reads it only.", "application/json"},
    Fixed{"get", "/v1/papers/translation", "Texts for a translator (scope, from, to, all, format xlf or docx).", "application/octet-stream"},
    Fixed{"get", "/v1/papers/session/{session}/attachment/{digest}", "A paper on a session's table.", "application/octet-stream"},
    Fixed{"post", "/v1/files/translations", "Translated texts (XLIFF or the Word table); ?dry_run=true reads them only.", "application/json"},
    Fixed{"post", "/v1/files/papers", "A paper for a session's table (session, item, title, lang); ?dry_run=true decides only.", "application/json"},
    Fixed{"post", "/v1/files/observations", "Observations as CSV or XLSX; ?dry_run=true reads them only.", "application/json"},
    Fixed{"get", "/v1/journal/entries", "Entries that the caller may see, newest first (type, limit, cursor).", "application/json"},
    Fixed{"get", "/v1/journal/entries/{sequence}", "An entry that the caller may see.", "application/json"},
    Fixed{"get", "/v1/journal/key", "The log's public key as a C2SP verifier key.", "text/plain"},
    Fixed{"get", "/v1/journal/proof/{sequence}", "A C2SP tlog-proof.", "text/plain"},
    Fixed{"get", "/checkpoint", "The signed checkpoint (C2SP tlog-checkpoint).", "text/plain"},
    Fixed{"get", "/tile/{level}/{index}", "256 hashes (C2SP tlog-tiles).", "application/octet-stream"},
    Fixed{"get", "/healthz", "Alive.", "application/json"},
    Fixed{"get", "/readyz", "Ready to answer.", "application/json"},
    Fixed{"get", "/metrics", "For Prometheus.", "text/plain"},
};

boost::json::object fixed_operation(const Fixed& one) {
    boost::json::array parameters;
    std::string_view rest = one.path;
    for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        rest.remove_prefix(open + 1);
        parameters.push_back(boost::json::object{{"name", rest.substr(0, rest.find('}'))}, {"in", "path"}, {"required", true}, {"schema", text_schema()}});
    }
    boost::json::object operation{{"summary", one.says}, {"responses", {{"200", response("Done.", one.type, {})}, {"default", refused()}}}};
    if (!parameters.empty()) operation["parameters"] = std::move(parameters);
    return operation;
}

// Indented by two, members in the order given: what is committed is read by people.
void append_pretty(std::string& out, const boost::json::value& value, std::size_t depth) {
    const std::string inner(2 * depth + 2, ' ');
    if (value.is_object() && !value.get_object().empty()) {
        const char* before = "{\n";
        for (const auto& [key, member] : value.get_object()) {
            out += before + inner + boost::json::serialize(boost::json::string(key)) + ": ";
            append_pretty(out, member, depth + 1);
            before = ",\n";
        }
        out += "\n" + inner.substr(2) + "}";
    } else if (value.is_array() && !value.get_array().empty() && value.get_array().front().is_object()) {
        const char* before = "[\n";
        for (const auto& member : value.get_array()) {
            out += before + inner;
            append_pretty(out, member, depth + 1);
            before = ",\n";
        }
        out += "\n" + inner.substr(2) + "]";
    } else {
        out += boost::json::serialize(value);
    }
}

boost::json::object tree_of(const Shape& shape) {
    static constexpr std::array<std::string_view, 12> kinds{"boolean", "number", "number_text", "text", "sealed", "spelled", "id", "octets", "enum", "optional", "list", "object"};
    boost::json::object tree{{"kind", kinds[static_cast<std::size_t>(shape.kind)]}};
    if (!shape.name.empty()) tree["name"] = shape.name;
    if (shape.bits != 0) tree["bits"] = shape.bits;
    if (!shape.words.empty()) {
        boost::json::array words;
        for (const std::string& word : shape.words) words.emplace_back(word);
        tree["words"] = std::move(words);
    }
    if (!shape.inner.empty()) tree["of"] = tree_of(shape.inner.front());
    if (shape.kind == Shape::Kind::object) {
        boost::json::array fields;
        for (const Shape::Field& field : shape.fields) fields.push_back(boost::json::object{{"name", field.name}, {"required", !may_be_missing(field.shape)}, {"shape", tree_of(field.shape)}});
        tree["fields"] = std::move(fields);
    }
    return tree;
}

std::string type_in_typescript(const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::truth: return "boolean";
        case Shape::Kind::number: return "number";
        case Shape::Kind::number_text:
        case Shape::Kind::text:
        case Shape::Kind::sealed:
        case Shape::Kind::spelled:
        case Shape::Kind::named:
        case Shape::Kind::octets: return "string";
        case Shape::Kind::word: {
            std::string words;
            for (const std::string& word : shape.words) words += (words.empty() ? "\"" : " | \"") + word + "\"";
            return words;
        }
        case Shape::Kind::maybe: return type_in_typescript(shape.inner.front()) + " | null";
        case Shape::Kind::list: {
            const std::string inner = type_in_typescript(shape.inner.front());
            return inner.find('|') == std::string::npos ? inner + "[]" : "(" + inner + ")[]";
        }
        case Shape::Kind::object: return identifier(shape.name);
    }
    return "unknown";
}

}  // namespace

const std::string& openapi_json() {
    static const std::string text = [] {
        const Contract& all = contract();
        boost::json::object paths;
        const auto add = [&](const std::string& path, std::string_view method, boost::json::object operation) {
            if (!paths.contains(path)) paths[path] = boost::json::object();
            paths[path].get_object()[method] = std::move(operation);
        };
        for (const Fixed& one : fixed) add(std::string(one.path), one.method, fixed_operation(one));
        for (const Query& query : all.queries) add(path_of(query.name), "get", query_operation(query));
        for (const Command& command : all.commands) add(path_of(command.name), "post", command_operation(command));
        boost::json::object schemas = own_schemas();
        std::map<std::string, const Shape*> asked;
        for (const Command& command : all.commands) collect_objects(command.shape, asked);
        for (const auto& [name, shape] : all.objects) schemas[name] = schema_of_object(*shape, asked.contains(name));
        const boost::json::object parameters{
            {"At", {{"name", "at"}, {"in", "query"}, {"schema", text_schema()}, {"description", "A sequence or a day: the answer as it was then."}}},
            {"Rows", {{"name", "rows"}, {"in", "query"}, {"schema", text_schema()}, {"description", "The list of the answer to give in pages."}}},
            {"Limit", {{"name", "limit"}, {"in", "query"}, {"schema", {{"type", "integer"}, {"minimum", 1}, {"maximum", 1000}}}, {"description", "Rows of a page."}}},
            {"Cursor", {{"name", "cursor"}, {"in", "query"}, {"schema", text_schema()}, {"description", "Ponte-Next-Cursor of the page before; the next page stands where the first one stood."}}},
            {"IdempotencyKey", {{"name", "Idempotency-Key"}, {"in", "header"}, {"required", true}, {"schema", {{"type", "string"}, {"pattern", "^[A-Za-z0-9._-]{1,64}$"}}}, {"description", "The same key asks the same thing once."}}},
            {"Csrf", {{"name", "X-Ponte-Csrf"}, {"in", "header"}, {"schema", text_schema()}, {"description", "Of GET /v1/session; needed with a cookie."}}},
            {"DryRun", {{"name", "dry_run"}, {"in", "query"}, {"schema", {{"type", "boolean"}}}, {"description", "Decides without recording."}}}};
        const boost::json::object document{
            {"openapi", "3.1.0"},
            {"info", {{"title", "ponte"}, {"version", "1"}, {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
            {"security", boost::json::array{boost::json::object{{"cookie", boost::json::array()}}, boost::json::object{{"bearer", boost::json::array()}}, boost::json::object()}},
            {"paths", std::move(paths)},
            {"components",
             {{"securitySchemes", {{"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "ponte"}}}, {"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}},
              {"parameters", parameters},
              {"schemas", std::move(schemas)}}}};
        std::string out;
        append_pretty(out, document, 0);
        return out + "\n";
    }();
    return text;
}

std::string typescript() {
    const Contract& all = contract();
    std::string out = "// Written by `ponte contract --typescript`. Not edited by hand.\n\n";
    std::map<std::string, const Shape*> asked;
    for (const Command& command : all.commands) collect_objects(command.shape, asked);
    for (const Query& query : all.queries) collect_objects(query.asks, asked);
    for (const auto& [name, shape] : all.objects) {
        out += "export interface " + name + " {\n";
        for (const Shape::Field& field : shape->fields) {
            out += "  " + field.name + (asked.contains(name) && may_be_missing(field.shape) ? "?: " : ": ") + type_in_typescript(field.shape) + ";\n";
        }
        out += "}\n";
    }
    out += "\nexport interface Commands {\n";
    for (const Command& command : all.commands) out += "  \"" + command.name + "\": " + identifier(command.shape.name) + ";\n";
    out += "}\n\nexport interface Queries {\n";
    for (const Query& query : all.queries) out += "  \"" + query.name + "\": { asks: " + identifier(query.asks.name) + "; answers: " + identifier(query.answers.name) + " };\n";
    return out + "}\n";
}

const std::string& commands_json() {
    static const std::string text = [] {
        boost::json::array all;
        for (const Command& one : contract().commands) all.push_back(boost::json::object{{"name", one.name}, {"desk", desk_in(one.name)}, {"schema", one.schema}, {"shape", tree_of(one.shape)}});
        return boost::json::serialize(boost::json::object{{"commands", std::move(all)}});
    }();
    return text;
}

const std::string& queries_json() {
    static const std::string text = [] {
        boost::json::array all;
        const Contract& known = contract();
        for (std::size_t i = 0; i < known.queries.size(); ++i) {
            const Query& one = known.queries[i];
            all.push_back(boost::json::object{{"name", one.name}, {"desk", desk_in(one.name)}, {"asks", known.forms[i].asks}, {"answers", known.forms[i].answers}, {"asks_shape", tree_of(one.asks)}, {"answers_shape", tree_of(one.answers)}});
        }
        return boost::json::serialize(boost::json::object{{"queries", std::move(all)}});
    }();
    return text;
}

int contract_command(const cli::Arguments& arguments) {
    if (arguments.flag("openapi") == arguments.flag("typescript")) {
        return cli::say(Refusal{cli::refusals::usage, "contract", "contract --openapi | --typescript [--out FILE]"}, arguments);
    }
    const std::string text = arguments.flag("openapi") ? openapi_json() : typescript();
    if (const auto out = arguments.option("out")) {
        const auto written = cli::write_file(*out, text);
        return written ? cli::exit_done : cli::say(written.error(), arguments);
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    return cli::exit_done;
}

}  // namespace ponte::server
