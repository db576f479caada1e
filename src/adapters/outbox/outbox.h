#pragma once

#include "adapters/outbox/letter.h"
#include "adapters/outbox/mime.h"
#include "adapters/outbox/smtp.h"
#include "base/outcome.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Letters that wait to be sent, beside the journal (outbox.sqlite, mode 0600) and never in it: what was sent is
// no fact of the cooperation. It holds ids of people and no address: that is asked for at the moment of sending, so
// that a person who was erased or has left gets nothing more.
//
// At least once: a letter is claimed durably, then sent, then marked as sent. Who is killed between the server's yes
// and the mark sends it once more after the claim runs out, under the same Message-ID, by which a receiver drops the
// copy. It is not part of a backup: an old outbox put back would send what was sent long ago.
//
// A letter is tried anew after one minute, then two, four, eight ... up to four hours, and given up five days after
// the first attempt (RFC 5321 4.5.4.1), or at once when the server refuses its recipient or it for good.
namespace ponte::outbox {

enum class Standing : std::uint8_t { queued = 1, failed = 2, sent = 3, given_up = 4 };
BOOST_DESCRIBE_ENUM(Standing, queued, failed, sent, given_up)

// A letter as the outbox keeps it.
struct Kept {
    Letter letter;
    Standing standing{};
    Instant created;
    std::uint32_t attempts = 0;
    std::optional<Instant> first_tried;
    Instant next;                 // Not tried before; of a sent one, when it was sent.
    std::string last_error;       // With "<address>" for the recipient's.
};

struct Taken {
    std::size_t fresh = 0;    // Told for the first time.
    std::size_t known = 0;    // Told before, or waiting for the next digest.
    std::size_t dropped = 0;  // Waited for a digest and do not hold any more.
};

struct SendReport {
    std::size_t sent = 0;
    std::size_t failed = 0;    // To be tried anew.
    std::size_t given_up = 0;
    bool unreachable = false;  // The server could not be used: the rest was left as it was.
    std::string last_error;
};

using AddressOf = std::function<Attempt<std::optional<std::string>>(const PersonId& person)>;  // Nothing: no letters.
using LanguageOf = std::function<Language(const PersonId& person)>;

struct Sender {
    std::string origin;
    std::string address;
    std::string name;
};

inline constexpr std::int64_t give_up_after_micros = std::int64_t{5} * 86'400 * 1'000'000;
// After so many attempts; 1 and more.
[[nodiscard]] std::int64_t wait_micros(std::uint32_t attempts);

class Outbox {
public:
    // Made on first use. Faults: outbox.failed, and journal.* for the file itself.
    [[nodiscard]] static Attempt<Outbox> open(const std::string& journal_folder);
    Outbox(Outbox&&) noexcept;
    Outbox& operator=(Outbox&&) noexcept;
    ~Outbox();

    // All the notices that hold now. Those that wait for a digest and are not among them are dropped: what
    // was settled in the meantime is not told.
    [[nodiscard]] Attempt<Taken> take(std::span<const Notice> holding, Instant now);
    // One letter for each person with something to be told, not before the hour, and one a day; says how many.
    [[nodiscard]] Attempt<std::size_t> write_digests(Instant now, std::uint8_t hour, const LanguageOf& language_of, const Letterhead& letterhead);
    // False when there is a letter of this id already; that one stays as it is.
    [[nodiscard]] Attempt<bool> enqueue(const Letter& letter, Instant now);
    // What is due now. Stops at the first sign that no letter can go.
    [[nodiscard]] Attempt<SendReport> send_due(Instant now, Transport& transport, const Sender& sender, const AddressOf& address_of);

    [[nodiscard]] Attempt<std::vector<Kept>> letters() const;  // Oldest first.
    [[nodiscard]] Attempt<std::optional<Kept>> find(const std::string& id) const;
    [[nodiscard]] Attempt<std::size_t> waiting_notices() const;

private:
    struct Database;
    explicit Outbox(std::unique_ptr<Database> database);
    std::unique_ptr<Database> database_;
};

}  // namespace ponte::outbox
