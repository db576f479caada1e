#include "house/house.h"

#include "base/canonical.h"
#include "base/check.h"
#include "desks/access/refusals.h"
#include "house/event_codec.h"
#include "house/event_types.h"
#include "house/kept_code.h"
#include "house/refusals.h"
#include "house/replay.h"

#include <algorithm>
#include <set>

namespace ponte::house {

namespace {

// SHA-256 of the command's name and canonical bytes: what "the same request" means.
Digest digest_of(const AnyCommand& command) {
    return std::visit(
        [](const auto& desk) {
            return std::visit([](const auto& one) { return sha256_of_parts({view_of(one.name), to_bytes(one)}); }, desk);
        },
        command);
}

Digest nonce_of_run(const journal::Nonce& nonce) { return sha256(nonce.bytes); }

}  // namespace

House::House(journal::Journal journal, Clock& clock, Quarantine& quarantine, Limits limits)
    : journal_(std::move(journal)), clock_(&clock), quarantine_(&quarantine), limits_(limits) {}

Attempt<House> House::open(journal::Journal journal, Clock& clock, Quarantine& quarantine, Limits limits) {
    House house(std::move(journal), clock, quarantine, limits);
    TRY(house.replay());
    return house;
}

Attempt<journal::Done> House::replay() {
    Replay replay(desks_);
    std::optional<Fault> fault;
    const auto visit = [&](const journal::StoredEntry& stored) {
        if (auto wrong = replay.take(stored)) {
            fault = Fault{"house.entry_unreadable", "entry " + std::to_string(stored.sequence), *wrong};
            return false;
        }
        last_time_ = std::max(last_time_, stored.time);
        memory_.take(stored.sequence, stored.entry);
        if (stored.entry.type == journal::RunHeaded::type && !replay.head().command_id.empty()) {
            known_[CommandId(replay.head().command_id)] = {.request = replay.head().request,
                                                           .first = stored.sequence,
                                                           .parts = replay.head().parts,
                                                           .leaf = stored.leaf,
                                                           .time = replay.head().time,
                                                           .refused = {}};
        }
        if (stored.entry.type == event_type(RequestRefused::name)) {
            const auto& refused = std::get<RequestRefused>(std::get<Event>(replay.last()));
            known_[refused.id].refused = refused;
        }
        return true;
    };
    TRY(journal_.for_each_entry(0, journal_.size(), visit));
    if (fault) return std::unexpected(*fault);
    in_memory_ = journal_.size();
    if (auto broken = broken_promise_anywhere(desks_)) return fail("house.promise_broken", "replay", *broken);
    return journal::Done{};
}

Attempt<Past> House::at(std::uint64_t position) {
    if (position > journal_.size()) {
        return fail("house.position_unknown", "position " + std::to_string(position), "the journal has " + std::to_string(journal_.size()) + " entries");
    }
    return memory_.at(desks_, journal_, memory_.end_of_run(position));
}

Attempt<Outcome<std::uint64_t>> House::position_on(Date day) {
    using Position = Outcome<std::uint64_t>;
    const Date today = now().date();
    if (day > today) return Position(refuse(refusals::position_unknown, day.to_text() + ", today is " + today.to_text()));
    const Date first = TRY(journal_.time_of(0)).date();
    if (day < first) return Position(refuse(refusals::position_unknown, day.to_text() + ", the journal begins on " + first.to_text()));
    // Stamps never go back, so the first entry of a later day is found by halves.
    std::uint64_t from = 0;
    std::uint64_t to = journal_.size();
    while (from < to) {
        const std::uint64_t middle = from + (to - from) / 2;
        if (TRY(journal_.time_of(middle)).date() <= day) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return Position(from);
}

Instant House::now() const { return std::max(clock_->now(), last_time_); }

access::Grant House::grant_of(const PersonId& person, bool asserted) const {
    return access::grant_on(desks_.access, person, now().date(), asserted);
}

// Time never goes back in the record; a small step back of the clock is waited out by repeating the last
// stamp, a large one either way needs a person.
Outcome<Instant> House::stamp() const {
    const Instant now = clock_->now();
    if (last_time_.micros == 0) return now;
    if (now.micros + limits_.clock_back_micros_max < last_time_.micros) {
        return refuse(refusals::clock_behind, now.to_text() + " after " + last_time_.to_text());
    }
    if (now.micros > last_time_.micros + limits_.clock_jump_micros_max) {
        return refuse(refusals::clock_jumped, now.to_text() + " after " + last_time_.to_text());
    }
    return std::max(now, last_time_);
}

Outcome<std::vector<AnyEvent>> House::rehearse(const Request& request) const {
    const Instant time = TRY(stamp());
    const access::Grant grant = access::grant_on(desks_.access, request.actor, time.date(), request.asserted);
    return decide(desks_, request.command,
                  {.asker = grant, .now = time, .position = in_memory_, .nonce = nonce_of_run(request.nonce), .origin = journal_.opened().origin});
}

std::vector<Outcome<std::vector<AnyEvent>>> House::rehearse_all(std::span<const Request> requests) const {
    std::vector<Outcome<std::vector<AnyEvent>>> rehearsed;
    rehearsed.reserve(requests.size());
    const auto time = stamp();
    Desks desks = desks_;
    std::uint64_t position = in_memory_;
    for (const Request& request : requests) {
        if (!time) {
            rehearsed.emplace_back(std::unexpected(time.error()));
            continue;
        }
        const access::Grant grant = access::grant_on(desks.access, request.actor, time->date(), request.asserted);
        rehearsed.push_back(decide(desks, request.command,
                                   {.asker = grant, .now = *time, .position = position, .nonce = nonce_of_run(request.nonce), .origin = journal_.opened().origin}));
        if (!rehearsed.back()) continue;
        const std::uint64_t run = position++;
        for (const AnyEvent& event : *rehearsed.back()) {
            const Encoded entry = encode(event);
            if (entry.payload.size() + journal::entry_header_bytes > journal::entry_bytes_max) {
                rehearsed.back() = Outcome<std::vector<AnyEvent>>(refuse(refusals::entry_too_long, std::string(event_name(entry.type))));
                break;
            }
            evolve(desks, event, {.sequence = position++, .leaf = {}, .time = *time, .actor = request.actor, .run = run});
        }
    }
    return rehearsed;
}

std::optional<std::string> House::broken_promise(const std::vector<AnyEvent>& events) const {
    for (const AnyEvent& event : events) {
        if (auto broken = broken_promise_touched_by(desks_, event)) return broken;
    }
    return limits_.extra_promise ? limits_.extra_promise(desks_) : std::nullopt;
}

// Nothing was written, and the request will not be tried again.
void House::stop(const Digest& request, std::string_view command, const std::string& broken) {
    quarantine_->keep(request);
    std::fprintf(stderr, "promise broken in the rehearsal of %s: %s\n", std::string(command).c_str(), broken.c_str());
    CHECK(!"a promise was broken in rehearsal; nothing was written, and the request is in quarantine");
}

// Writes head and parts into the block and folds them into memory. From here on memory is ahead of the disk.
Answer House::write_run(const Request& request, const Digest& digest, Instant time, std::vector<AnyEvent> events, journal::Block& block) {
    std::vector<Encoded> parts;
    parts.reserve(events.size());
    std::size_t bytes = block.bytes().size();
    for (const AnyEvent& event : events) {
        parts.push_back(encode(event));
        // An entry that cannot be read again would close the journal for good.
        if (decode_event(parts.back().type, parts.back().version, parts.back().payload) != event) {
            stop(digest, name_of(request.command), "an entry cannot be read back: " + std::string(event_name(parts.back().type)));
        }
        const std::size_t entry = parts.back().payload.size() + journal::entry_header_bytes;
        bytes += entry;
        if (entry > journal::entry_bytes_max) return refuse(refusals::entry_too_long, std::string(event_name(parts.back().type)));
    }
    const journal::RunHeaded head{.time = time,
                                  .actor = request.actor.value,
                                  .asserted = request.asserted,
                                  .desk = std::string(desk_of(request.command)),
                                  .command = std::string(name_of(request.command)),
                                  .command_id = request.id.value,
                                  .parts = static_cast<std::uint32_t>(events.size()),
                                  .batch = false,
                                  .request = digest,
                                  .nonce = request.nonce};
    const Bytes head_bytes = to_bytes(head);
    bytes += head_bytes.size() + journal::entry_header_bytes;
    // Actor and id are the asker's words, and a decision stands in one block whole.
    if (head_bytes.size() + journal::entry_header_bytes > journal::entry_bytes_max) return refuse(refusals::entry_too_long, "head");
    if (bytes > journal::block_bytes_max) return refuse(refusals::block_too_long, head.command);
    Receipt receipt{.first = in_memory_, .parts = events.size(), .leaf = {}, .time = time, .repeated = false, .events = {}};
    block.add(journal::RunHeaded::type, journal::RunHeaded::version, head_bytes);
    receipt.leaf = journal::leaf_hash(block.entry(block.count() - 1));
    ++in_memory_;
    for (std::size_t i = 0; i < events.size(); ++i) {
        block.add(parts[i].type, parts[i].version, parts[i].payload);
        const Recorded recorded{.sequence = in_memory_++,
                                .leaf = journal::leaf_hash(block.entry(block.count() - 1)),
                                .time = time,
                                .actor = request.actor,
                                .run = receipt.first};
        evolve(desks_, events[i], recorded);
    }
    if (auto broken = broken_promise(events)) stop(digest, head.command, *broken);
    last_time_ = time;
    if (!request.id.value.empty()) {
        known_[request.id] = {.request = digest, .first = receipt.first, .parts = receipt.parts, .leaf = receipt.leaf, .time = time, .refused = {}};
    }
    receipt.events = std::move(events);
    return receipt;
}

Attempt<std::optional<meetings::Adopted>> House::adopted_for(std::span<const Request> requests) {
    const bool seals = std::ranges::any_of(requests, [](const Request& request) {
        const auto* of_desk = std::get_if<meetings::Command>(&request.command);
        return of_desk != nullptr && std::holds_alternative<meetings::SealMinutes>(*of_desk);
    });
    if (!seals) return std::optional<meetings::Adopted>();
    // One witness alone is one side's word.
    std::set<std::string> names;
    for (const journal::WitnessNamed& witness : journal_.history().witnesses) names.insert(witness.witness);
    const auto adopted = TRY(journal::adopted(journal_));
    if (names.size() < 2 || !adopted) return std::optional<meetings::Adopted>();
    return std::optional(meetings::Adopted{.size = adopted->size, .root = adopted->root});
}

Answer House::answer(const Request& request, Instant time, const std::optional<meetings::Adopted>& adopted, journal::Block& block) {
    const Digest digest = digest_of(request.command);
    if (const auto known = known_.find(request.id); !request.id.value.empty() && known != known_.end()) {
        if (known->second.request != digest) return refuse(refusals::id_used_differently, request.id.value);
        if (known->second.refused) {
            const RequestRefused& no = *known->second.refused;
            return refuse({kept_code(no.code), Remedy::reread}, no.subject, no.place);
        }
        return Receipt{.first = known->second.first, .parts = known->second.parts, .leaf = known->second.leaf, .time = known->second.time, .repeated = true, .events = {}};
    }
    if (quarantine_->holds(digest)) return refuse(refusals::quarantined, digest.to_text());

    const access::Grant grant = access::grant_on(desks_.access, request.actor, time.date(), request.asserted);
    auto decision = decide(desks_, request.command,
                           {.asker = grant, .now = time, .position = in_memory_, .nonce = nonce_of_run(request.nonce), .origin = journal_.opened().origin, .adopted = adopted});
    if (decision) return write_run(request, digest, time, *std::move(decision), block);

    // A refusal that carries an id is an event and final.
    Refusal no = std::move(decision).error();
    if (!request.id.value.empty()) {
        const RequestRefused refused{.id = request.id, .code = std::string(no.kind.code), .subject = no.subject, .place = no.place};
        auto written = write_run(request, digest, time, {AnyEvent(Event(refused))}, block);
        if (written) known_[request.id].refused = refused;
    }
    return std::unexpected(std::move(no));
}

Attempt<journal::Done> House::make_durable(const journal::Block& block, Instant time) {
    if (block.empty()) return journal::Done{};
    auto written = journal_.append(block, time);
    if (!written) {
        stopped_ = true;  // Memory is ahead of the truth: nothing is said any more.
        return std::unexpected(std::move(written).error());
    }
    CHECK(journal_.size() == in_memory_);
    for (std::uint32_t i = 0; i < block.count(); ++i) {
        const auto entry = journal::parse_entry(block.entry(i));
        CHECK(entry.has_value());
        memory_.take(written->first + i, *entry);
    }
    return journal::Done{};
}

Attempt<Answer> House::ask(const Request& request) {
    auto answers = TRY(ask_many(std::span(&request, 1)));
    return std::move(answers.front());
}

Attempt<std::vector<Answer>> House::ask_many(std::span<const Request> requests) {
    std::vector<Answer> answers;
    answers.reserve(requests.size());
    const auto refuse_all = [&](const Refusal& no) {
        for (std::size_t i = 0; i < requests.size(); ++i) answers.emplace_back(std::unexpected(no));
        return answers;
    };
    if (stopped_) return refuse_all({refusals::stopped, "", ""});
    if (auto room = journal_.room(); !room) return refuse_all({refusals::store_full, room.error().where, ""});
    const auto time = stamp();
    if (!time) return refuse_all(time.error());

    const auto adopted = TRY(adopted_for(requests));

    journal::Block block;
    for (const Request& request : requests) answers.push_back(answer(request, *time, adopted, block));
    TRY(make_durable(block, *time));
    return answers;
}

// The first run: the body that installs the journal and two administrators. Afterwards only commands.
Attempt<Answer> House::found(const Founding& founding, const journal::Nonce& nonce) {
    if (stopped_) return Answer(refuse(refusals::stopped));
    if (!desks_.access.people.empty()) return Answer(refuse(refusals::command_unknown, "the journal is founded already"));
    CHECK(founding.administrators.size() == founding.displays.size());
    const auto stamped = stamp();
    if (!stamped) return Answer(std::unexpected(stamped.error()));
    const Instant time = *stamped;
    std::vector<AnyEvent> events{AnyEvent(directory::Event(directory::BodyNamed{.body = founding.body,
                                                                                 .side = founding.side,
                                                                                 .names = founding.body_names,
                                                                                 .kind = "secretariat",
                                                                                 .source = "founding of the journal"}))};
    for (std::size_t i = 0; i < founding.administrators.size(); ++i) {
        events.emplace_back(access::Event(access::PersonRegistered{.person = founding.administrators[i],
                                                                   .body = founding.body,
                                                                   .side = founding.side,
                                                                   .display = founding.displays[i],
                                                                   .from = time.date()}));
        events.emplace_back(access::Event(access::RoleGranted{.person = founding.administrators[i],
                                                              .desk = "*",
                                                              .role = access::Role::administrator,
                                                              .from = time.date(),
                                                              .second_pair_of_eyes = false}));
    }
    journal::Block block;
    const Request request{.actor = founding.administrators.front(),
                          .asserted = true,
                          .id = CommandId("founding"),
                          .command = directory::Command(directory::NameBody{.body = founding.body}),
                          .nonce = nonce};
    Answer answer = write_run(request, Digest{}, time, std::move(events), block);
    TRY(make_durable(block, time));
    return answer;
}

Attempt<Answer> House::confirm_clock(const PersonId& actor, const journal::Nonce& nonce) {
    if (stopped_) return Answer(refuse(refusals::stopped));
    const access::Grant grant = access::grant_on(desks_.access, actor, last_time_.date(), true);
    if (!grant.has("access", access::Role::administrator)) return Answer(refuse(refusals::clock_jumped, actor.value));
    const Instant time = std::max(clock_->now(), last_time_);
    journal::Block block;
    const Request request{.actor = actor, .asserted = true, .id = {}, .command = directory::Command(directory::NameBody{}), .nonce = nonce};
    Answer answer = write_run(request, Digest{}, time, {AnyEvent(Event(ClockConfirmed{.before = last_time_, .after = time}))}, block);
    TRY(make_durable(block, time));
    return answer;
}

Attempt<Answer> House::name_witness(const PersonId& actor, const journal::VerifierKey& witness, const journal::Nonce& nonce) {
    if (stopped_) return Answer(refuse(refusals::stopped));
    if (witness.use != journal::KeyUse::cosignature) return Answer(refuse(refusals::witness_key_unusable, witness.to_text()));
    const auto time = stamp();
    if (!time) return Answer(std::unexpected(time.error()));
    const access::Grant grant = access::grant_on(desks_.access, actor, time->date(), true);
    if (!grant.has("access", access::Role::administrator)) return Answer(refuse(access::refusals::not_allowed, actor.value));
    const journal::WitnessNamed named{.witness = witness.name, .key = witness.key};
    if (std::ranges::find(journal_.history().witnesses, named) != journal_.history().witnesses.end()) {
        return Answer(refuse(refusals::witness_known, witness.name));
    }
    // The journal hears the entry itself when it is appended; the run's head only says who said so.
    const Bytes bytes = to_bytes(named);
    const journal::RunHeaded head{.time = *time, .actor = actor.value, .asserted = true, .desk = "journal", .command = "journal.name_witness",
                                  .command_id = {}, .parts = 1, .batch = false, .request = sha256(bytes), .nonce = nonce};
    journal::Block block;
    block.add(journal::RunHeaded::type, journal::RunHeaded::version, to_bytes(head));
    Receipt receipt{.first = in_memory_, .parts = 1, .leaf = journal::leaf_hash(block.entry(0)), .time = *time, .repeated = false, .events = {}};
    block.add(journal::WitnessNamed::type, journal::WitnessNamed::version, bytes);
    in_memory_ += block.count();
    last_time_ = *time;
    TRY(make_durable(block, *time));
    return Answer(std::move(receipt));
}

Attempt<std::uint64_t> House::record_tails(const journal::Nonce&) {
    const std::vector<journal::TailSetAside> tails = journal_.opening().tails;
    if (tails.empty()) return std::uint64_t{0};
    journal::Block block;
    for (const journal::TailSetAside& tail : tails) block.add(journal::TailSetAside::type, journal::TailSetAside::version, to_bytes(tail));
    in_memory_ += tails.size();
    TRY(make_durable(block, now()));
    return std::uint64_t{tails.size()};
}

}  // namespace ponte::house
