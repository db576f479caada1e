#include "cli/orders.h"

#include "base/digest.h"
#include "base/json.h"
#include "cli/asked_before.h"
#include "cli/commands.h"
#include "cli/voice.h"
#include "house/event_codec.h"

#include <algorithm>
#include <cstdio>

namespace ponte::cli {

namespace {

using Count = Outcome<std::size_t>;

// ${name} by what was kept under it; a name that was not kept is told.
Outcome<std::string> with_kept(std::string_view text, const Kept& kept) {
    std::string out;
    while (true) {
        const std::size_t from = text.find("${");
        if (from == std::string_view::npos) return out += text;
        const std::size_t to = text.find('}', from);
        if (to == std::string_view::npos) return out += text;
        const std::string name(text.substr(from + 2, to - from - 2));
        const auto found = kept.find(name);
        if (found == kept.end()) return refuse(refusals::order_unreadable, "${" + name + "}", "/with");
        out.append(text.substr(0, from)).append(found->second);
        text = text.substr(to + 1);
    }
}

std::string text_at(const boost::json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// The same reading as on the command line: names typed in one language need no others.
Outcome<std::string> json_with(const boost::json::object& order, const Kept& kept) {
    std::vector<std::string> pairs;
    const auto* with = order.if_contains("with");
    if (with != nullptr && !with->is_object()) return refuse(refusals::order_unreadable, "with", "/with");
    if (with != nullptr) {
        for (const auto& [key, value] : with->get_object()) {
            const std::string text = value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value);
            pairs.push_back(std::string(key) + "=" + TRY(with_kept(text, kept)));
        }
    }
    return house::json_of_pairs(pairs);
}

// The fields named by `keep`, from the first event that has each.
void keep_fields(const boost::json::object& order, const std::vector<house::AnyEvent>& events, Kept& kept) {
    const auto* keep = order.if_contains("keep");
    if (keep == nullptr || !keep->is_object()) return;
    for (const auto& [name, field] : keep->get_object()) {
        if (!field.is_string()) continue;
        for (const house::AnyEvent& event : events) {
            const auto json = parse_json(house::event_json(event));
            const auto* value = json ? json->as_object().if_contains(std::string_view(field.get_string())) : nullptr;
            if (value == nullptr) continue;
            kept[std::string(name)] = value->is_string() ? std::string(value->get_string()) : boost::json::serialize(*value);
            break;
        }
    }
}

class Runner {
public:
    Runner(OfficeHeld& office, OrdersRun& run, const AskedBefore& before) : office_(office), run_(run), before_(before) {}

    Attempt<Outcome<bool>> line(std::string_view text, std::size_t number);

private:
    Attempt<Outcome<bool>> ask(const boost::json::object& order, std::string_view text, std::size_t number);

    OfficeHeld& office_;
    OrdersRun& run_;
    const AskedBefore& before_;
    std::map<std::string, std::size_t> same_;  // How often a line has stood in the file so far.
};

Attempt<Outcome<bool>> Runner::ask(const boost::json::object& order, std::string_view text, std::size_t number) {
    using Done = Outcome<bool>;
    const std::string name = text_at(order, "ask");
    const std::string expected = text_at(order, "refused");
    // A line without an id has one of its own making, of what it says and of how often it was said above, so that a
    // file that was stopped in the middle can be run again from the top.
    CommandId id(text_at(order, "id"));
    const bool own_id = id.value.empty() && run_.once;
    if (own_id) {
        const std::string digest = sha256(run_.name + "\n" + std::string(text)).to_text();
        id = CommandId("orders-" + digest.substr(0, 32) + "-" + std::to_string(++same_[digest]));
    }
    const auto check_refusal = [&](const Refusal& no) -> Done {
        if (expected != no.kind.code) return std::unexpected(no);
        if (run_.told) run_.told({.line = number, .ask = name, .sequence = 0, .refused = expected});
        return true;
    };
    const auto json = json_with(order, run_.kept);
    if (!json) return check_refusal(json.error());
    std::vector<house::AnyEvent> earlier;
    if (before_.knows(id)) earlier = TRY(before_.events_of(office_->house().journal(), id));
    auto command = house::decode_command(name, *json, sealer_as_in(*office_, earlier));
    if (!command) return check_refusal(command.error());
    const house::Request request = office_->request(PersonId(text_at(order, "as")), true, id, *std::move(command));
    // A refusal with an id is final. Nobody asked for that here: what is refused now may be asked again.
    if (own_id && !before_.knows(id)) {
        if (const auto rehearsed = office_->house().rehearse(request); !rehearsed) return check_refusal(rehearsed.error());
    }
    const auto answer = TRY(office_->house().ask(request));
    if (!answer) return check_refusal(answer.error());
    if (!expected.empty()) return Done(refuse(refusals::order_not_refused, name + ": " + expected));
    keep_fields(order, answer->repeated ? earlier : answer->events, run_.kept);
    if (run_.told) run_.told({.line = number, .ask = name, .sequence = answer->first, .refused = {}, .repeated = answer->repeated});
    return Done(true);
}

Attempt<Outcome<bool>> Runner::line(std::string_view text, std::size_t number) {
    using Done = Outcome<bool>;
    const auto parsed = parse_json(text);
    if (!parsed) return Done(std::unexpected(parsed.error()));
    if (!parsed->is_object()) return Done(refuse(refusals::order_unreadable, "not an object"));
    const boost::json::object& order = parsed->get_object();
    for (const auto& [key, unused] : order) {
        const std::string_view known[] = {"at", "as", "ask", "with", "keep", "id", "refused", "say", "do"};
        if (std::ranges::find(known, std::string_view(key)) == std::end(known)) {
            return Done(refuse(refusals::order_unreadable, std::string(key).substr(0, 80), "/" + std::string(key).substr(0, 80)));
        }
    }
    if (const std::string at = text_at(order, "at"); !at.empty()) {
        const auto instant = Instant::from_text(at);
        if (!instant) return Done(refuse(refusals::value_unreadable, at, "/at"));
        if (!office_->simulated()) return Done(refuse(refusals::clock_not_simulated, at, "/at"));
        office_->move_clock(*instant);
    }
    if (const std::string word = text_at(order, "do"); !word.empty()) {
        if (!run_.special) return Done(refuse(refusals::order_unreadable, word, "/do"));
        return run_.special(word, std::string(text), run_.kept);
    }
    if (order.contains("ask")) return ask(order, text, number);
    if (order.contains("say")) return Done(true);
    return Done(refuse(refusals::order_unreadable, "neither ask nor say", ""));
}

}  // namespace

Attempt<Outcome<std::size_t>> run_orders(OfficeHeld& office, std::string_view text, OrdersRun& run) {
    const AskedBefore before = TRY(AskedBefore::in(office->house().journal()));
    Runner runner(office, run, before);
    std::size_t number = 0;
    std::size_t done = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text = text.substr(std::min(end + 1, text.size()));
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const auto one = TRY(runner.line(line, number));
        if (!one) {
            Refusal no = one.error();
            no.place = "line " + std::to_string(number) + (no.place.empty() ? "" : ", " + no.place);
            return Count(std::unexpected(std::move(no)));
        }
        ++done;
    }
    return Count(done);
}

int orders_command(const Arguments& arguments) {
    const std::string path = arguments.word(1);
    if (path.empty()) return say(Refusal{refusals::usage, "orders", "orders FILE.jsonl"}, arguments);
    const auto text = read_file(path, std::size_t{16} << 20U);
    if (!text) return say(text.error(), arguments);
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    OrdersRun run;
    run.once = true;
    run.name = arguments.option("id").value_or("");
    run.told = [&](const OrderDone& done) {
        if (arguments.flag("json")) {
            std::printf("{\"line\":%zu,\"ask\":\"%s\",\"sequence\":\"%llu\",\"refused\":\"%s\",\"repeated\":%s}\n", done.line, done.ask.c_str(),
                        static_cast<unsigned long long>(done.sequence), done.refused.c_str(), done.repeated ? "true" : "false");
        } else if (done.refused.empty()) {
            std::printf("line %zu: %s recorded at %llu%s\n", done.line, done.ask.c_str(), static_cast<unsigned long long>(done.sequence),
                        done.repeated ? ", before" : "");
            std::fflush(stdout);  // What was acknowledged is told, also to whoever reads a pipe.
        } else {
            std::printf("line %zu: %s refused as it should be, %s\n", done.line, done.ask.c_str(), done.refused.c_str());
        }
    };
    const auto done = run_orders(**office, *text, run);
    if (!done) return say(done.error(), arguments);
    if (!*done) return say((*done).error(), arguments);
    return exit_done;
}

}  // namespace ponte::cli
