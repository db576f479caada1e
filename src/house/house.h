#pragma once

#include "house/clock.h"
#include "house/past.h"
#include "journal/journal.h"

#include <functional>
#include <map>
#include <optional>
#include <span>

// The life of a command: ask, decide, rehearse, write, speak. Nothing computed from memory that is ahead
// of the disk leaves this class.
namespace ponte::house {

struct Request {
    PersonId actor;
    bool asserted = true;    // Named by the journal's owner, not signed in.
    CommandId id;            // Empty: the asker cannot retry safely, and a refusal is not recorded.
    AnyCommand command;
    journal::Nonce nonce;    // Random, from the edge.
};

// What the asker holds afterwards. The leaf is that of the run's head; a proof is made on request.
struct Receipt {
    std::uint64_t first = 0;  // Sequence of the run's head.
    std::uint64_t parts = 0;  // Entries after it.
    Digest leaf;
    Instant time;
    bool repeated = false;    // The same id was answered before; nothing new was written.
    std::vector<AnyEvent> events;  // Of a fresh answer.
};

using Answer = Outcome<Receipt>;

// Where the digest of a command is put that broke a promise in its rehearsal, so that a retry after the
// restart is refused and does not crash again.
class Quarantine {
public:
    virtual ~Quarantine() = default;
    virtual void keep(const Digest& request) = 0;
    [[nodiscard]] virtual bool holds(const Digest& request) const = 0;
};

class NoQuarantine final : public Quarantine {
public:
    void keep(const Digest&) override {}
    [[nodiscard]] bool holds(const Digest&) const override { return false; }
};

struct Limits {
    std::int64_t clock_back_micros_max = 5'000'000;                // A stamp waits that long, then refuses.
    std::int64_t clock_jump_micros_max = std::int64_t{400} * 86'400 * 1'000'000;
    // One promise more than the desks make, for what must be tried and never happens by itself.
    std::function<std::optional<std::string>(const Desks&)> extra_promise;
};

// The first people of a journal: who installs it, and the two who can grant everything else.
struct Founding {
    BodyId body;
    access::Side side{};
    Names body_names;
    std::vector<PersonId> administrators;  // Two, so that four eyes are there from the start.
    std::vector<Sealed> displays;
};

class House {
public:
    // Replays the journal from entry 0 and checks every promise at the end.
    [[nodiscard]] static Attempt<House> open(journal::Journal journal, Clock& clock, Quarantine& quarantine, Limits limits = {});

    [[nodiscard]] const Desks& desks() const { return desks_; }
    // After a fault memory is ahead of the disk: nothing may be answered from these desks any more.
    [[nodiscard]] bool is_stopped() const { return stopped_; }
    // For the copy of this house in a child process: it answers questions, and every command with house.stopped.
    void only_read() { stopped_ = true; }
    [[nodiscard]] journal::Journal& journal() { return journal_; }
    // The desks at an earlier position; one inside a run stands for the end of that run. Looks into desks():
    // to be used while this house stays where it is. House.position_unknown beyond the end.
    [[nodiscard]] Attempt<Past> at(std::uint64_t position);
    // The position at the end of a day (as Instant::date() counts days: +08:00, in Macao and in Beijing):
    // everything recorded on it or before. Refused for a day to come, and for one before the journal.
    [[nodiscard]] Attempt<Outcome<std::uint64_t>> position_on(Date day);
    [[nodiscard]] const Memory& memory() const { return memory_; }
    // The time at which queries stand: the clock's, never before the last block.
    [[nodiscard]] Instant now() const;
    [[nodiscard]] access::Grant grant_of(const PersonId& person, bool asserted) const;

    // The outer Attempt is the world failing: after such a fault this house answers house.stopped only.
    [[nodiscard]] Attempt<Answer> ask(const Request& request);
    // Many decisions, one block, one durable write, a verdict each.
    [[nodiscard]] Attempt<std::vector<Answer>> ask_many(std::span<const Request> requests);
    // Decides without doing: what would happen.
    [[nodiscard]] Outcome<std::vector<AnyEvent>> rehearse(const Request& request) const;
    // The same of many, each on what the ones before it would leave; a refused one leaves nothing. On a copy of the
    // desks, of which nothing stays.
    [[nodiscard]] std::vector<Outcome<std::vector<AnyEvent>>> rehearse_all(std::span<const Request> requests) const;
    [[nodiscard]] Attempt<Answer> found(const Founding& founding, const journal::Nonce& nonce);
    [[nodiscard]] Attempt<Answer> confirm_clock(const PersonId& actor, const journal::Nonce& nonce);
    // Who must cosign before a checkpoint counts as adopted: an administrator's word, recorded with his name.
    [[nodiscard]] Attempt<Answer> name_witness(const PersonId& actor, const journal::VerifierKey& witness, const journal::Nonce& nonce);
    // Records the torn tails that opening set aside.
    [[nodiscard]] Attempt<std::uint64_t> record_tails(const journal::Nonce& nonce);

private:
    struct Known {
        Digest request;
        std::uint64_t first = 0;
        std::uint64_t parts = 0;
        Digest leaf;
        Instant time;
        std::optional<RequestRefused> refused;
    };

    House(journal::Journal journal, Clock& clock, Quarantine& quarantine, Limits limits);
    [[nodiscard]] Attempt<journal::Done> replay();
    [[nodiscard]] Outcome<Instant> stamp() const;
    [[nodiscard]] Answer answer(const Request& request, Instant time, const std::optional<meetings::Adopted>& adopted, journal::Block& block);
    // The fact that sealing needs, read from the journal where a request asks to seal: the witnesses of two sides.
    [[nodiscard]] Attempt<std::optional<meetings::Adopted>> adopted_for(std::span<const Request> requests);
    [[nodiscard]] Answer write_run(const Request& request, const Digest& digest, Instant time, std::vector<AnyEvent> events,
                                   journal::Block& block);
    [[nodiscard]] std::optional<std::string> broken_promise(const std::vector<AnyEvent>& events) const;
    void stop(const Digest& request, std::string_view command, const std::string& broken);
    [[nodiscard]] Attempt<journal::Done> make_durable(const journal::Block& block, Instant time);

    journal::Journal journal_;
    Clock* clock_;
    Quarantine* quarantine_;
    Limits limits_;
    Desks desks_;
    std::map<CommandId, Known> known_;
    Memory memory_;
    Instant last_time_;
    std::uint64_t in_memory_ = 0;  // Entries folded, durable or not.
    bool stopped_ = false;
};

}  // namespace ponte::house
