#pragma once

#include "cli/office.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

// Who somebody is, and how he proved it (decision 15). Sessions and keys are made from a proof and hold as long as its
// ground does; what made the proof they do not know.
namespace ponte::cli {

inline constexpr std::string_view by_password = "password";
inline constexpr std::string_view by_one_time_secret = "one_time_secret";

// Somebody says that he is this person, and brings this to show it.
struct Claim {
    PersonId person;
    std::string means;   // By which he wants to show it; as access.session_begun records it.
    std::string secret;
};

struct Proven {
    PersonId person;
    std::string means;
    std::string ground;  // What the proof rests on, one word: where another takes its place, whatever was begun on it is over.
};

// The port. Local accounts are behind it; an identity provider may be.
class Identity {
public:
    virtual ~Identity() = default;
    // Whether the claim is true, as a question that takes everything along: it may be slow, and is asked in another process.
    [[nodiscard]] virtual std::function<bool()> question(const Claim& claim) const = 0;
    // What a proof of this person by these means rests on now; nothing where he could prove nothing: a stranger, a leaver,
    // somebody without a password.
    [[nodiscard]] virtual std::optional<std::string> ground(const PersonId& person, std::string_view means) const = 0;
};

// Passwords and one-time secrets in the record of this journal. The ground is the password: setting another, by whomever
// and by whatever way into the record, ends everything that was begun before.
class LocalAccounts final : public Identity {
public:
    explicit LocalAccounts(Office& office) : office_(office) {}

    [[nodiscard]] std::function<bool()> question(const Claim& claim) const override;
    [[nodiscard]] std::optional<std::string> ground(const PersonId& person, std::string_view means) const override;

private:
    Office& office_;
};

// A one-time secret with which a person sets a new password; made here, known to nobody but who asked for it.
struct ResetIssued {
    std::string one_time;
    Instant until;
};
inline constexpr std::int64_t reset_hours = 24;
[[nodiscard]] Attempt<Outcome<ResetIssued>> issue_reset(Office& office, const Asker& asker, const PersonId& person, std::int64_t hours);

}  // namespace ponte::cli
