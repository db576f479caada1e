#pragma once

#include "cli/arguments.h"
#include "house/command_codec.h"
#include "house/house.h"
#include "journal/vault.h"

#include <memory>
#include <string>

// One institution's ponte on this machine: its journal, vault, clock and quarantine, opened for a task.
namespace ponte::cli {

class Office;
// Closes an office that was opened for a task; one that a service lent (below) goes on.
struct OfficeRelease {
    void operator()(Office* office) const;
};
using OfficeHeld = std::unique_ptr<Office, OfficeRelease>;

class Office {
public:
    // Opens the journal named by --journal for writing, with the clock its identity names. With a simulated
    // clock --clock says the time (where it stood last, if absent).
    // A process that lends an office gives that one, whatever --journal says.
    [[nodiscard]] static Attempt<Outcome<OfficeHeld>> open(const Arguments& arguments);
    // A new journal: --origin, --body, --side, --administrators a,b; --clock TIME makes its clock simulated.
    [[nodiscard]] static Attempt<Outcome<OfficeHeld>> found(const Arguments& arguments);

    [[nodiscard]] house::House& house() { return *house_; }
    [[nodiscard]] journal::Vault& vault() { return *vault_; }
    [[nodiscard]] const std::string& folder() const { return folder_; }
    [[nodiscard]] bool simulated() const { return simulated_ != nullptr; }
    void move_clock(Instant at);  // Of a simulated clock only.

    // Seals a person's text before anything is decided; a field "secret" is hashed with Argon2id first.
    [[nodiscard]] house::PersonSealer sealer();
    [[nodiscard]] house::Request request(const PersonId& actor, bool asserted, CommandId id, house::AnyCommand command) const;
    [[nodiscard]] Attempt<house::Answer> ask(const PersonId& actor, house::AnyCommand command);

private:
    Office() = default;

    std::string folder_;
    std::unique_ptr<house::Clock> clock_;
    house::SimulatedClock* simulated_ = nullptr;
    std::unique_ptr<house::Quarantine> quarantine_;
    std::optional<journal::Vault> vault_;
    std::optional<house::House> house_;
};

// Who asks: --as (asserted), or the person of a --token from `sign-in` (signed in). Nobody: the public.
struct Asker {
    PersonId person;
    bool asserted = true;
};

// A service that holds the journal runs verbs in its own process, on its own office: one writer, one truth.
// While a Lending stands, Office::open gives the lent office, and asker_of the lent asker where one was named
// (then no option can say otherwise). One at a time, on the thread that made it.
class Lending {
public:
    Lending(Office& office, std::optional<Asker> asker);
    ~Lending();
    Lending(const Lending&) = delete;
    Lending& operator=(const Lending&) = delete;
};

struct JournalRelease {
    void operator()(journal::Journal* journal) const;
};
using JournalHeld = std::unique_ptr<journal::Journal, JournalRelease>;

// The journal alone: for verifying, proving, showing. That of the lent office, where one is lent.
[[nodiscard]] Attempt<Outcome<JournalHeld>> open_journal(const Arguments& arguments, journal::Mode mode);

[[nodiscard]] Outcome<Asker> asker_of(const Arguments& arguments, Office& office);

// Argon2id (libsodium, interactive limits) and its check.
[[nodiscard]] Outcome<std::string> hashed_password(std::string_view clear);
[[nodiscard]] bool password_fits(const std::string& hashed, std::string_view clear);

}  // namespace ponte::cli
