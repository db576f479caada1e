// publish, adopt, receipt, packet: figures between journals, by file. Several files may be handed over at once
// and in any order: they are taken in the order of their numbers.

#include "adapters/packet/packet.h"
#include "base/canonical.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "desks/publication/refusals.h"
#include "house/event_codec.h"
#include "house/query_codec.h"
#include "journal/lines.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace ponte::cli {

namespace {

using publication::PublisherId;

struct AtWork {
    OfficeHeld office;
    Asker asker;

    [[nodiscard]] house::House& house() { return office->house(); }
    [[nodiscard]] journal::Journal& journal() { return office->house().journal(); }
    [[nodiscard]] house::Request request(house::AnyCommand command) const {
        return office->request(asker.person, asker.asserted, {}, std::move(command));
    }
};

Attempt<Outcome<AtWork>> at_work(const Arguments& arguments) {
    auto office = TRY(Office::open(arguments));
    if (!office) return Outcome<AtWork>(std::unexpected(office.error()));
    auto asker = asker_of(arguments, **office);
    if (!asker) return Outcome<AtWork>(std::unexpected(asker.error()));
    return Outcome<AtWork>(AtWork{*std::move(office), *std::move(asker)});
}

Outcome<std::uint64_t> number_option(const Arguments& arguments, const std::string& name, std::uint64_t otherwise) {
    const auto text = arguments.option(name);
    if (!text) return otherwise;
    const auto number = journal::number_from(*text);
    if (!number) return refuse(refusals::value_unreadable, *text, "--" + name);
    return *number;
}

// Where the run ends that the entry belongs to: a checkpoint never stands inside a decision.
Attempt<std::uint64_t> end_of_run(journal::Journal& journal, std::uint64_t sequence) {
    for (std::uint64_t at = sequence + 1; at-- > 0;) {
        const journal::OwnedEntry entry = TRY(journal.read_entry(at));
        if (entry.view().type != journal::RunHeaded::type) continue;
        const auto event = from_bytes<journal::RunHeaded>(entry.view().payload);
        if (event && at + event->parts >= sequence) return at + 1 + event->parts;
        break;
    }
    return sequence + 1;
}

// Entry, its proof, and the way from what was sent before, or from where the asker says the other side stands.
int write_packet(AtWork& work, const Arguments& arguments, std::uint64_t sequence, std::optional<std::uint64_t> before, const std::string& out) {
    const auto end = end_of_run(work.journal(), sequence);
    if (!end) return say(end.error(), arguments);
    std::uint64_t from = 0;
    if (before) {
        const auto end_before = end_of_run(work.journal(), *before);
        if (!end_before) return say(end_before.error(), arguments);
        from = *end_before;
    }
    const auto size = number_option(arguments, "size", *end);
    if (!size) return say(size.error(), arguments);
    const auto old = number_option(arguments, "old", from);
    if (!old) return say(old.error(), arguments);
    if (*size > work.journal().size() || *size < *end || *old > *size) {
        return say(Refusal{refusals::value_unreadable, std::to_string(*old) + " to " + std::to_string(*size), "--old, --size"}, arguments);
    }
    const auto carried = journal::carry(work.journal(), sequence, *old, *size);
    if (!carried) return say(carried.error(), arguments);
    const std::string text = packet::write(packet::packet_of(*carried));
    if (const auto written = write_file(out, text); !written) return say(written.error(), arguments);
    std::printf("%s: entry %llu, from %llu to %llu\n", out.c_str(), static_cast<unsigned long long>(sequence),
                static_cast<unsigned long long>(*old), static_cast<unsigned long long>(*size));
    return exit_done;
}

int packet_to(AtWork& work, const Arguments& arguments, const PublisherId& recipient, std::uint64_t number, const std::string& out) {
    const publication::Peer* peer = work.house().desks().publication.find(recipient);
    if (peer == nullptr) return say(Refusal{publication::refusals::publisher_unknown, recipient.value, "--to"}, arguments);
    if (number == 0 || number > peer->sent.size()) return say(Refusal{publication::refusals::packet_unknown, std::to_string(number), "--number"}, arguments);
    std::optional<std::uint64_t> before;
    if (number > 1) before = peer->sent[number - 2].sequence;
    return write_packet(work, arguments, peer->sent[number - 1].sequence, before, out);
}

// Only of a paper that the asker may see; a receipt tells what it says.
int receipt_for(AtWork& work, const Arguments& arguments, const PublisherId& publisher, std::uint64_t number, const std::string& out) {
    const auto sight = house::sight_of(work.house().grant_of(work.asker.person, work.asker.asserted));
    const publication::Peer* peer = work.house().desks().publication.find(publisher);
    if (peer == nullptr) return say(Refusal{publication::refusals::publisher_unknown, publisher.value, ""}, arguments);
    std::optional<std::uint64_t> before;
    for (const publication::Taken& one : peer->taken) {
        const auto& adopted = one.adopted;
        if (adopted.number == number && access::sees(sight, access::Stage::internal, adopted.body, adopted.side)) {
            return write_packet(work, arguments, one.sequence, before, out);
        }
        before = one.sequence;
    }
    return say(Refusal{publication::refusals::packet_unknown, std::to_string(number), ""}, arguments);
}

struct Handed {
    std::string file;
    publication::Packet packet;
    packet::Content content;
    std::string origin;  // As it says.
    std::uint32_t number = 0;
};

Outcome<std::vector<Handed>> handed_over(const Arguments& arguments, std::size_t first, packet::Kind kind) {
    std::vector<Handed> all;
    for (std::size_t i = first; i < arguments.words.size(); ++i) {
        const std::string& file = arguments.words[i];
        auto packet = packet::read(TRY(read_file(file, packet::bytes_max)));
        if (!packet) return refuse(packet.error().kind, packet.error().subject, file + (packet.error().place.empty() ? "" : ", " + packet.error().place));
        Handed one{.file = file, .packet = *std::move(packet), .content = {}, .origin = {}};
        one.content = packet::content_of(one.packet).value();
        if (one.content.kind != kind) {
            return refuse(kind == packet::Kind::figure ? publication::refusals::not_a_figure : publication::refusals::not_a_receipt, file);
        }
        one.number = kind == packet::Kind::figure ? one.content.figure.number : one.content.adopted.number;
        const auto checkpoint = journal::read_checkpoint(one.packet.checkpoint);
        one.origin = checkpoint ? checkpoint->checkpoint.origin : "";
        all.push_back(std::move(one));
    }
    if (all.empty()) return refuse(refusals::usage, arguments.word(0), "FILE ...");
    std::ranges::stable_sort(all, [](const Handed& a, const Handed& b) { return std::tie(a.origin, a.number) < std::tie(b.origin, b.number); });
    return all;
}

void tell(const house::AnyEvent& event, const Arguments& arguments, const std::string& file, const char* what) {
    if (arguments.flag("json")) {
        std::printf("%s\n", house::event_json(event).c_str());
    } else {
        std::printf("%s: %s %s\n", file.c_str(), what, house::event_json(event).c_str());
    }
}

// A fork is recorded and loud: nothing was adopted, and nothing will be until a person has looked.
std::optional<Refusal> fork_in(const std::vector<house::AnyEvent>& events, std::uint64_t first) {
    for (const house::AnyEvent& event : events) {
        const auto* one = std::get_if<publication::Event>(&event);
        const auto* fork = one != nullptr ? std::get_if<publication::ForkDetected>(one) : nullptr;
        if (fork == nullptr) continue;
        return Refusal{publication::refusals::fork_detected, fork->publisher.value + " at size " + std::to_string(fork->size) + ", entry " + std::to_string(first + 1), ""};
    }
    return std::nullopt;
}

// Hands one packet in. What was done before is as good as done now.
int hand_in(AtWork& work, const Arguments& arguments, const Handed& handed, house::AnyCommand command, RefusalKind before) {
    const house::Request request = work.request(std::move(command));
    if (arguments.flag("dry-run")) {
        const auto events = work.house().rehearse(request);
        if (!events && events.error().kind == before) {
            std::printf("%s: done before\n", handed.file.c_str());
            return exit_done;
        }
        if (!events) return say(events.error(), arguments);
        if (const auto fork = fork_in(*events, work.journal().size())) return say(*fork, arguments);
        for (const house::AnyEvent& event : *events) tell(event, arguments, handed.file, "would record");
        return exit_done;
    }
    const auto answer = work.house().ask(request);
    if (!answer) return say(answer.error(), arguments);
    if (!*answer && (*answer).error().kind == before) {
        std::printf("%s: done before (%s)\n", handed.file.c_str(), (*answer).error().subject.c_str());
        return exit_done;
    }
    if (!*answer) return say((*answer).error(), arguments);
    if (const auto fork = fork_in((*answer)->events, (*answer)->first)) return say(*fork, arguments);
    for (const house::AnyEvent& event : (*answer)->events) tell(event, arguments, handed.file, "recorded");
    return exit_done;
}

}  // namespace

int publish_command(const Arguments& arguments) {
    const auto to = arguments.option("to");
    const auto out = arguments.option("out");
    const bool again = arguments.option("number").has_value();
    if (!to || !out || arguments.word(1).empty() != again) {
        return say(Refusal{refusals::usage, "publish", "publish INDICATOR --to ORIGIN --out FILE, or publish --number N --to ORIGIN --out FILE"}, arguments);
    }
    auto work = at_work(arguments);
    if (!work) return say(work.error(), arguments);
    if (!*work) return say((*work).error(), arguments);
    const PublisherId recipient(*to);
    auto number = number_option(arguments, "number", 0);
    if (!number) return say(number.error(), arguments);
    if (!again) {
        publication::PublishFigure command{.indicator = conference::IndicatorId(arguments.word(1)), .recipient = recipient, .as_at = {}};
        if (const auto text = arguments.option("as-at")) {
            command.as_at = Date::from_text(*text);
            if (!command.as_at) return say(Refusal{refusals::value_unreadable, *text, "--as-at"}, arguments);
        }
        const auto answer = (**work).house().ask((**work).request(publication::Command(std::move(command))));
        if (!answer) return say(answer.error(), arguments);
        if (!*answer) return say((*answer).error(), arguments);
        for (const house::AnyEvent& event : (*answer)->events) tell(event, arguments, *out, "recorded");
        number = (**work).house().desks().publication.find(recipient)->sent.size();
    }
    return packet_to(**work, arguments, recipient, *number, *out);
}

int adopt_command(const Arguments& arguments) {
    auto handed = handed_over(arguments, 1, packet::Kind::figure);
    if (!handed) return say(handed.error(), arguments);
    auto work = at_work(arguments);
    if (!work) return say(work.error(), arguments);
    if (!*work) return say((*work).error(), arguments);
    const auto out = arguments.option("out");
    for (Handed& one : *handed) {
        publication::AdoptFigure command{.packet = one.packet, .indicator = {}, .body = {}, .same_unit = arguments.flag("same-unit")};
        if (const auto indicator = arguments.option("indicator")) command.indicator = conference::IndicatorId(*indicator);
        if (const auto body = arguments.option("body")) command.body = BodyId(*body);
        const int done = hand_in(**work, arguments, one, publication::Command(std::move(command)), publication::refusals::already_adopted);
        if (done != exit_done) return done;
        if (!out || arguments.flag("dry-run")) continue;
        const std::string file = (std::filesystem::path(*out) / ("receipt-" + std::to_string(one.number))).string();
        if (const int written = receipt_for(**work, arguments, PublisherId(one.origin), one.number, file); written != exit_done) return written;
    }
    return exit_done;
}

int receipt_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    const auto out = arguments.option("out");
    const auto number = journal::number_from(arguments.word(3));
    const bool makes = verb == "make" && out && number;
    if (!makes && !(verb == "keep" && arguments.words.size() > 2)) {
        return say(Refusal{refusals::usage, "receipt " + verb, "receipt keep FILE ... | receipt make ORIGIN NUMBER --out FILE"}, arguments);
    }
    if (makes) {
        auto work = at_work(arguments);
        if (!work) return say(work.error(), arguments);
        if (!*work) return say((*work).error(), arguments);
        return receipt_for(**work, arguments, PublisherId(arguments.word(2)), *number, *out);
    }
    auto handed = handed_over(arguments, 2, packet::Kind::receipt);
    if (!handed) return say(handed.error(), arguments);
    auto work = at_work(arguments);
    if (!work) return say(work.error(), arguments);
    if (!*work) return say((*work).error(), arguments);
    for (Handed& one : *handed) {
        const int done = hand_in(**work, arguments, one, publication::Command(publication::KeepReceipt{.packet = one.packet}), publication::refusals::already_kept);
        if (done != exit_done) return done;
    }
    return exit_done;
}

// What anyone can find out about a packet with nothing but the sender's key.
int packet_command(const Arguments& arguments) {
    const auto text = read_file(arguments.word(1), packet::bytes_max);
    if (!text) return say(text.error(), arguments);
    const auto read = packet::read(*text);
    if (!read) return say(read.error(), arguments);
    const auto key = journal::VerifierKey::parse(arguments.option("key").value_or(""));
    if (!key) return say(key.error(), arguments);
    const auto checked = packet::verify(*read, *key);
    if (!checked) return say(checked.error(), arguments);
    const packet::Content content = packet::content_of(*read).value();
    const bool figure = content.kind == packet::Kind::figure;
    std::printf("{\"kind\":\"%s\",\"origin\":\"%s\",\"size\":\"%llu\",\"root\":\"%s\",\"packet\":\"%s\",\"says\":%s}\n", figure ? "figure" : "receipt",
                checked->checkpoint.origin.c_str(), static_cast<unsigned long long>(checked->checkpoint.size), checked->checkpoint.root.to_text().c_str(),
                checked->leaf.to_text().c_str(), figure ? to_json(content.figure).c_str() : to_json(content.adopted).c_str());
    return exit_done;
}

}  // namespace ponte::cli
