#include "cli/identity.h"

#include "desks/access/commands.h"
#include "journal/keys.h"

namespace ponte::cli {

std::function<bool()> LocalAccounts::question(const Claim& claim) const {
    const access::State& state = office_.house().desks().access;
    if (claim.means == by_one_time_secret) {
        const bool fits = access::fits_reset(state, claim.person, claim.secret, office_.house().now());
        return [fits] { return fits; };
    }
    std::string hashed;
    if (claim.means == by_password && ground(claim.person, claim.means)) {
        const auto revealed = office_.vault().reveal(*state.people.at(claim.person).secret);
        if (revealed && *revealed) hashed = **revealed;
    }
    return [hashed, secret = claim.secret] {
        // Somebody who is not known takes as long as somebody who is.
        static const std::string nobody = hashed_password("nobody has this password").value_or("");
        return password_fits(hashed.empty() ? nobody : hashed, secret) && !hashed.empty();
    };
}

std::optional<std::string> LocalAccounts::ground(const PersonId& person, std::string_view) const {
    const access::People& people = office_.house().desks().access.people;
    const auto known = people.find(person);
    if (known == people.end() || !access::has_access_on(known->second, office_.house().now().date()) || !known->second.secret) return std::nullopt;
    return known->second.secret->to_text();
}

Attempt<Outcome<ResetIssued>> issue_reset(Office& office, const Asker& asker, const PersonId& person, std::int64_t hours) {
    using Result = Outcome<ResetIssued>;
    const journal::Nonce random = journal::nonce_at_random();
    const ResetIssued issued{.one_time = hex(random.bytes).substr(0, 24), .until = {office.house().now().micros + hours * 3'600'000'000}};
    const access::IssueReset command{.person = person, .one_time = sha256(issued.one_time), .until = issued.until};
    const auto answer = TRY(office.house().ask(office.request(asker.person, asker.asserted, {}, access::Command(command))));
    if (!answer) return Result(std::unexpected(answer.error()));
    return Result(issued);
}

}  // namespace ponte::cli
