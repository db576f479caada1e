#include "world.h"

#include "base/canonical.h"
#include "house/command_codec.h"
#include "house/event_codec.h"
#include "house/query_codec.h"

#include <fmt/format.h>

namespace ponte::sim {

namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day = std::int64_t{86'400} * second;
const Instant beginning = *Instant::from_text("2020-06-01T09:00:00Z");

// Said before anything is written, with an id or without.
constexpr std::array<std::string_view, 8> written_nowhere{"house.id_used_differently", "house.quarantined", "house.clock_behind",
                                                          "house.clock_jumped", "house.stopped", "house.store_full",
                                                          "house.entry_too_long", "house.block_too_long"};

bool is_written_nowhere(std::string_view code) { return std::ranges::find(written_nowhere, code) != written_nowhere.end(); }

std::string of(const Fault& fault) { return fmt::format("{} | {} | {}", fault.code, fault.where, fault.what); }

}  // namespace

void Tally::add(const Tally& other) {
    asked += other.asked;
    granted += other.granted;
    refused += other.refused;
    malformed += other.malformed;
    writes_torn += other.writes_torn;
    torn_and_there += other.torn_and_there;
    power_cuts += other.power_cuts;
    syncs_lost += other.syncs_lost;
    found_shorter += other.found_shorter;
    flips_found += other.flips_found;
    disks_full += other.disks_full;
    reopened += other.reopened;
}

std::string Tally::to_text() const {
    return fmt::format("{} asked, {} granted, {} refused, {} malformed; {} writes torn ({} were there all the same), {} power cuts, "
                       "{} lying disks ({} found shorter), {} flipped bits found, {} full disks, {} times reopened",
                       asked, granted, refused, malformed, writes_torn, torn_and_there, power_cuts, syncs_lost, found_shorter, flips_found,
                       disks_full, reopened);
}

World::World(std::uint64_t seed) : seed_(seed), chance_(seed), clock_(beginning) {
    auto made = journal::Journal::create(disk_.files(), {"ponte.example/sim", journal::ClockKind::simulated, beginning, journal::SecretKey({9, 9})});
    if (!must(made.has_value(), "the journal cannot be made")) return;
    auto opened = house::House::open(*std::move(made), clock_, no_quarantine_);
    if (!must(opened.has_value(), "the new journal does not replay")) return;
    house_ = std::make_unique<house::House>(*std::move(opened));
    const auto answer = house_->found(founding(), {});
    if (!must(answer && *answer, "founding was refused")) return;
    auditor_.founded(founding(), 1 + (*answer)->parts);
    std::vector<Asked> first;
    for (house::Request& request : first_requests(chance_)) first.push_back({.request = std::move(request)});
    static_cast<void>(ask(first) && look());
}

World::~World() = default;

bool World::must(bool promise, const std::string& otherwise) {
    if (!promise && wrong_.empty()) wrong_ = otherwise;
    return promise;
}

bool World::step() {
    if (!wrong_.empty()) return false;
    clock_.move_to({clock_.now().micros + static_cast<std::int64_t>(chance_.below(3'000)) * second});
    const auto act = [&] {
        switch (chance_.below(40)) {
            case 0:
            case 1: return ask_malformed();
            case 2:
            case 3:
            case 4: return ask_while_dying();
            case 5: return ask_while_full();
            case 6: return move_clock();
            case 7: return cut_power();
            case 8: return die_while_opening();
            case 9: return lose_syncs();
            case 10: return flip_a_bit();
            case 11: return fold_the_past();
            default: return ask(draw(false));
        }
    };
    return act() && look();
}

// After every step: the auditor's books, the desks' own promises, and the length of the log.
bool World::look() {
    if (!must(house_->journal().size() == auditor_.entries(),
              fmt::format("the journal has {} entries and {} were answered for", house_->journal().size(), auditor_.entries()))) {
        return false;
    }
    const auto said = auditor_.disagreement_with(house_->desks());
    if (!must(!said, said.value_or(""))) return false;
    const auto broken = house::broken_promise_anywhere(house_->desks());
    return must(!broken, "broken promise: " + broken.value_or(""));
}

// Mostly one request, at times many; some of them were asked before, word for word or with other words.
std::vector<World::Asked> World::draw(bool all_with_ids) {
    std::vector<Asked> asked;
    const std::uint64_t count = chance_.one_in(5) ? 2 + chance_.below(6) : 1;
    for (std::uint64_t i = 0; i < count; ++i) {
        const bool known = !asked_before_.empty() && chance_.one_in(10);
        const bool without_id = !all_with_ids && count == 1 && chance_.one_in(4);
        house::Request request = drawn_request(chance_, auditor_, without_id ? "" : fmt::format("{}-{}", seed_, ++ids_));
        if (!known) {
            asked.push_back({.request = std::move(request)});
        } else if (chance_.one_in(2)) {
            asked.push_back({.request = chance_.of(asked_before_), .kind = Kind::again});
        } else {
            request.id = chance_.of(asked_before_).id;
            // A command that says of itself, by a number of its own, that it was never asked before.
            request.command = conference::SignOffItem{.item = conference::ItemId(fmt::format("other-{}", ++ids_))};
            asked.push_back({.request = std::move(request), .kind = Kind::changed});
        }
    }
    if (count > 2 && chance_.one_in(2) && asked.front().kind == Kind::fresh) asked.push_back({.request = asked.front().request, .kind = Kind::again});
    return asked;
}

bool World::ask(const std::vector<Asked>& asked, std::string_view refused_with) {
    std::vector<house::Request> requests;
    for (const Asked& one : asked) requests.push_back(one.request);
    const auto answers = house_->ask_many(requests);
    if (!must(answers.has_value(), answers ? "" : "a fault on a sound disk: " + of(answers.error()))) return false;
    if (!must(answers->size() == asked.size(), "not a verdict for each request")) return false;
    std::uint64_t next = auditor_.entries();
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const house::Answer& answer = (*answers)[i];
        if (!refused_with.empty()) {
            if (!must(!answer && answer.error().kind.code == refused_with, fmt::format("not refused with {}", refused_with))) return false;
        } else if (!settle(asked[i], answer, next)) {
            return false;
        }
    }
    return true;
}

// Holds one answer against what the house must say and tells the auditor of it.
bool World::settle(const Asked& asked, const house::Answer& answer, std::uint64_t& next) {
    ++tally_.asked;
    ++(answer ? tally_.granted : tally_.refused);
    const house::Request& request = asked.request;
    const std::string what = fmt::format("{} ({})", house::name_of(request.command), request.id.value);
    if (asked.kind == Kind::changed) {
        return must(!answer && answer.error().kind.code == "house.id_used_differently", what + " was taken though its id is another's");
    }
    if (asked.kind == Kind::again) {
        const Told& told = auditor_.told().at(request.id.value);
        if (!told.yes) return must(!answer && answer.error().kind.code == told.code, what + " was refused with " + told.code + " and is answered otherwise now");
        return must(answer && answer->repeated && answer->first == told.first && answer->parts == told.parts && answer->leaf == told.leaf,
                    what + " was granted and is answered otherwise now");
    }
    if (answer) {
        if (!must(!answer->repeated && answer->first == next && answer->events.size() == answer->parts, what + " has a receipt that is not its own")) return false;
        next += 1 + answer->parts;
        return hear(request, {.yes = true, .code = {}, .first = answer->first, .parts = answer->parts, .leaf = answer->leaf});
    }
    const std::string code(answer.error().kind.code);
    if (request.id.value.empty()) return true;
    if (!must(!is_written_nowhere(code), what + " was refused with " + code + " for no reason")) return false;
    const std::uint64_t first = next;
    next += 2;
    return hear(request, {.yes = false, .code = code, .first = first, .parts = 1, .leaf = {}});
}

// Reads from the journal, not from the answer, which papers the run holds.
bool World::hear(const house::Request& request, Told told) {
    std::vector<PaperRecorded> papers;
    for (std::uint64_t i = told.first; told.yes && i <= told.first + told.parts; ++i) {
        const auto entry = house_->journal().read_entry(i);
        if (!must(entry.has_value(), fmt::format("entry {} was acknowledged and cannot be read", i))) return false;
        if (i == told.first) {
            if (!must(entry->leaf == told.leaf && entry->view().type == journal::RunHeaded::type, fmt::format("entry {} is not what the receipt says", i))) return false;
            continue;
        }
        const auto event = house::decode_event(entry->view().type, entry->view().version, entry->view().payload);
        if (!must(event.has_value(), fmt::format("entry {} of type {} cannot be decoded", i, entry->view().type))) return false;
        const auto* one = std::get_if<conference::Event>(&*event);
        if (one == nullptr) continue;
        if (const auto* paper = std::get_if<conference::ObservationRecorded>(one)) papers.push_back({paper->item.value, paper->as_published});
        if (const auto* paper = std::get_if<conference::ActionRecorded>(one)) papers.push_back({paper->item.value, paper->texts.en});
    }
    auditor_.hear(request, told, papers);
    if (!request.id.value.empty()) asked_before_.push_back(request);
    return true;
}

// Cut off somewhere, or of no command at all: refused with a place, and nothing is left of it.
bool World::ask_malformed() {
    ++tally_.malformed;
    const auto forms = house::command_forms();
    const std::string_view name = chance_.of(forms).name;
    std::string json = R"({"item":"a","reason":"b","stage":"released","plan":"2020","measure":1,"person":"ana"})";
    json.resize(chance_.below(json.size()));
    const auto seal = [](const PersonId&, std::string_view, std::string_view) -> Outcome<Sealed> { return Sealed{}; };
    const auto decoded = house::decode_command(chance_.one_in(5) ? "desk.nothing" : name, json, seal);
    return must(!decoded && !decoded.error().kind.code.empty(), "a command was read from " + json);
}

// The process or the machine dies at some byte of the write, or the sync fails. What was not
// acknowledged is there wholly or not at all.
bool World::ask_while_dying() {
    const std::vector<Asked> asked = draw(true);
    std::vector<house::Request> requests;
    for (const Asked& one : asked) requests.push_back(one.request);
    const bool by_sync = chance_.one_in(4);
    if (by_sync) {
        disk_.fail_syncs(true);
    } else {
        disk_.die_after(chance_.one_in(2) ? chance_.below(600) : chance_.below(80'000));
    }
    const auto answers = house_->ask_many(requests);
    disk_.fail_syncs(false);
    if (answers) {
        std::uint64_t next = auditor_.entries();
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (!settle(asked[i], (*answers)[i], next)) return false;
        }
    } else {
        ++tally_.writes_torn;
        const auto after = house_->ask(requests.front());
        if (!must(house_->is_stopped() && after && !*after && after->error().kind.code == "house.stopped", "the house went on after a fault")) return false;
    }
    if (chance_.one_in(2)) {
        disk_.kill();
    } else {
        ++tally_.power_cuts;
        disk_.power_cut(chance_.draw());
    }
    return reopen(answers ? std::vector<Asked>() : asked);
}

bool World::ask_while_full() {
    ++tally_.disks_full;
    disk_.set_capacity(chance_.below(4) << 20U);
    const bool refused = ask(draw(false), "house.store_full");
    const auto answer = house::answer_query(house_->desks(), "conference.items", "{}", {}, house_->now());
    disk_.set_capacity(UINT64_MAX);
    return refused && must(answer.has_value(), "no query is answered while the store is full");
}

bool World::move_clock() {
    const Instant right = clock_.now();
    if (chance_.one_in(2)) {
        clock_.move_to({right.micros - 100 * day});
        const bool refused = ask(draw(false), "house.clock_behind");
        clock_.move_to(right);
        return refused;
    }
    clock_.move_to({right.micros + 500 * day});
    if (!ask(draw(false), "house.clock_jumped")) return false;
    clock_.move_to(right);
    // A few seconds back are waited out: the next stamp repeats the last.
    clock_.move_to({right.micros - static_cast<std::int64_t>(chance_.below(5)) * second});
    const Instant before = house_->now();
    const bool went = ask(draw(false)) && must(house_->now() >= before, "time went back");
    clock_.move_to(right);
    return went;
}

bool World::cut_power() {
    ++tally_.power_cuts;
    disk_.power_cut(chance_.draw());
    return reopen({});
}

bool World::die_while_opening() {
    const bool closed = chance_.one_in(2);
    if (closed) house_.reset();
    disk_.kill();
    house_.reset();
    disk_.die_after(chance_.below(1'500));
    static_cast<void>(journal::Journal::open(disk_.files(), {journal::Mode::write, clock_.now()}));
    if (chance_.one_in(2)) {
        disk_.kill();
    } else {
        disk_.power_cut(chance_.draw());
    }
    return reopen({});
}

// A disk that says yes to a sync and does nothing. What was acknowledged then can be lost; a checkpoint
// that left the machine says so, also where the head was lost with it.
bool World::lose_syncs() {
    ++tally_.syncs_lost;
    house_.reset();
    const auto image = disk_.image();
    const Auditor books = auditor_;
    const auto asked_before = asked_before_;
    if (!reopen({})) return false;
    disk_.lose_syncs(true);
    for (std::uint64_t i = 1 + chance_.below(3); i > 0; --i) {
        if (!ask(draw(false))) return false;
    }
    const auto checkpoint = house_->journal().checkpoint();
    const Digest root = house_->journal().root();
    if (!must(checkpoint.has_value(), "no checkpoint")) return false;
    disk_.power_cut(chance_.draw());
    disk_.lose_syncs(false);
    house_.reset();
    auto opened = journal::Journal::open(disk_.files(), {journal::Mode::write, clock_.now()});
    if (!opened) {
        ++tally_.found_shorter;
        if (!must(opened.error().code.starts_with("journal.") && !opened.error().where.empty(), "damage without a name: " + of(opened.error()))) return false;
    } else {
        const auto verified = opened->verify({.against = *checkpoint});
        const bool whole = opened->size() >= auditor_.entries() && opened->tree().root_at(auditor_.entries()) == root;
        if (!whole) ++tally_.found_shorter;
        if (whole && !verified) return must(false, "the whole log fails against its checkpoint: " + of(verified.error()));
        if (!whole && verified) return must(false, "a log shorter than its checkpoint was not found");
    }
    // The copy of before is put back; what came since was a dream.
    disk_.restore(image);
    auditor_ = books;
    asked_before_ = asked_before;
    return reopen({});
}

bool World::flip_a_bit() {
    house_.reset();
    const auto image = disk_.image();
    auto changed = image;
    std::vector<std::string> paths;
    for (const auto& [path, content] : image) {
        if (!content.bytes.empty()) paths.push_back(path);
    }
    const std::string path = chance_.of(paths);
    Bytes& bytes = changed[path].bytes;
    const std::uint64_t at = chance_.below(bytes.size());
    bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ 1U << chance_.below(8));
    disk_.restore(changed);
    const auto fault = [&]() -> std::optional<Fault> {
        auto opened = journal::Journal::open(disk_.files(), {journal::Mode::write, clock_.now()});
        if (!opened) return opened.error();
        const auto verified = opened->verify();
        return verified ? std::nullopt : std::optional(verified.error());
    }();
    const std::string where = fmt::format("a bit flipped in {} at byte {} of {}", path, at, bytes.size());
    if (!must(fault.has_value(), where + " was not found")) return false;
    ++tally_.flips_found;
    const bool named = fault->where.find(path) != std::string::npos || fault->what.find(path) != std::string::npos;
    if (!must(named, where + " was found but not named: " + of(*fault))) return false;
    disk_.restore(image);
    return reopen({});
}

bool World::fold_the_past() {
    const std::uint64_t size = house_->journal().size();
    const auto now = house::fold_until(house_->journal(), size);
    if (!must(now && now->desks == house_->desks() && now->position == size, "the fold to the end is not what memory holds")) return false;
    const std::uint64_t position = chance_.below(size);
    const auto past = house::fold_until(house_->journal(), position);
    if (!must(past && past->position >= position && past->position <= size && !house::broken_promise_anywhere(past->desks),
              fmt::format("position {} does not fold", position))) {
        return false;
    }
    // The quick way back tells the same, to an auditor who sees everything.
    const auto quick = house_->at(position);
    if (!must(quick && quick->position == past->position && quick->time == past->time, fmt::format("position {} is another in memory", position))) return false;
    for (const auto& [query, parameters] : {std::pair{"conference.dossier", R"({"plan":"2020"})"}, {"conference.items", "{}"}, {"access.people", "{}"},
                                            {"directory.bodies", "{}"}, {"ledger.accounts", "{}"}, {"ledger.trial_balance", "{}"}}) {
        const access::Sight auditor{.body = {}, .side = {}, .auditor = true};
        const auto one = house::answer_query(quick->desks, query, parameters, auditor, quick->time);
        const auto other = house::answer_query(past->desks, query, parameters, auditor, past->time);
        if (!must(one && other && *one == *other, fmt::format("{} tells another past at {}", query, position))) return false;
    }
    return true;
}

bool World::open() {
    ++tally_.reopened;
    auto opened = journal::Journal::open(disk_.files(), {journal::Mode::write, clock_.now()});
    if (!must(opened.has_value(), opened ? "" : "the journal does not open: " + of(opened.error()))) return false;
    auto replayed = house::House::open(*std::move(opened), clock_, no_quarantine_);
    if (!must(replayed.has_value(), replayed ? "" : "the journal does not replay: " + of(replayed.error()))) return false;
    house_ = std::make_unique<house::House>(*std::move(replayed));
    return true;
}

// Every entry read again: each id stands once, and where its asker was told.
bool World::scan() {
    heads_.clear();
    bool readable = true;
    const auto read = house_->journal().for_each_entry(0, house_->journal().size(), [&](const journal::StoredEntry& stored) {
        if (stored.entry.type != journal::RunHeaded::type) return true;
        const auto head = from_bytes<journal::RunHeaded>(stored.entry.payload);
        readable = readable && head.has_value();
        if (!head || head->command_id.empty()) return readable;
        HeadFound& found = heads_[head->command_id];
        found = {.first = stored.sequence, .parts = head->parts, .leaf = stored.leaf, .times = found.times + 1};
        return true;
    });
    if (!must(read && readable, "an entry cannot be read")) return false;
    for (const auto& [id, told] : auditor_.told()) {
        const auto found = heads_.find(id);
        if (!must(found != heads_.end(), "answered and lost: " + id)) return false;
        if (!must(found->second.times == 1, "doubled: " + id)) return false;
        if (!must(found->second.first == told.first && found->second.parts == told.parts && (!told.yes || found->second.leaf == told.leaf), "moved: " + id)) return false;
    }
    const auto verified = house_->journal().verify();
    return must(verified.has_value(), verified ? "" : "the journal does not verify: " + of(verified.error()));
}

bool World::reopen(const std::vector<Asked>& pending) {
    const std::optional<house::Desks> memory = house_ && pending.empty() ? std::optional(house_->desks()) : std::nullopt;
    house_.reset();
    if (!open()) return false;
    if (!must(house_->journal().size() >= auditor_.entries(), fmt::format("{} entries were acknowledged and {} are there", auditor_.entries(), house_->journal().size()))) return false;
    if (!must(!memory || *memory == house_->desks(), "replay does not give what memory held")) return false;
    if (!scan() || !resolve(pending, house_->journal().size() - auditor_.entries())) return false;
    const auto tails = house_->record_tails({});
    if (!must(tails.has_value(), "a torn tail cannot be recorded")) return false;
    auditor_.hear_entries(*tails);
    return true;
}

// The requests whose answer was lost. Asking again under the same id says what became of each.
bool World::resolve(const std::vector<Asked>& pending, std::uint64_t grown) {
    if (pending.empty()) return must(grown == 0, fmt::format("{} entries are there that nobody asked for", grown));
    if (grown == 0) return true;  // None of them happened; they may be asked again another day.
    ++tally_.torn_and_there;
    const std::uint64_t size = house_->journal().size();
    std::uint64_t next = auditor_.entries();
    for (const Asked& asked : pending) {
        if (asked.kind != Kind::fresh) continue;
        const auto found = heads_.find(asked.request.id.value);
        if (!must(found != heads_.end() && found->second.times == 1 && found->second.first == next, "half a block is there: " + asked.request.id.value)) return false;
        next += 1 + found->second.parts;
        const auto answer = house_->ask(asked.request);
        if (!must(answer && (!*answer || (*answer)->repeated), "a lost answer was not resolved: " + asked.request.id.value)) return false;
        const Told told{.yes = answer->has_value(), .code = *answer ? "" : std::string(answer->error().kind.code), .first = found->second.first, .parts = found->second.parts, .leaf = found->second.leaf};
        if (!hear(asked.request, told)) return false;
    }
    return must(next == size && house_->journal().size() == size, "entries are there that nobody asked for");
}

}  // namespace ponte::sim
