#pragma once

#include "cli/identity.h"
#include "cli/office.h"

#include <map>
#include <sys/stat.h>
#include <vector>

// Signed-in people, at the command line and at the service. A token is 32 random octets, held by the person.
namespace ponte::cli {

// Who is signed in. The journal's folder keeps the SHA-256 of each token with its person, end and ground (one file for
// `ponte sign-in` and for the service), so that a restart signs nobody out and the file signs nobody in. A token opens
// nothing any more once the ground of its proof has changed, whoever changed it and wherever: the record is asked each time.
class Tokens {
public:
    // `identity` outlives this.
    Tokens(std::string folder, const Identity& identity) : path_(std::move(folder) + "/tokens"), identity_(&identity) {}

    // A new token for a person who has proved who he is.
    [[nodiscard]] Attempt<std::string> begin(const Proven& proven, Instant until);
    struct Holder {
        Proven proven;
        bool key = false;
    };
    [[nodiscard]] std::optional<Holder> holder_of(std::string_view token, Instant now);
    [[nodiscard]] Attempt<bool> end(std::string_view token);
    // Keys for programs: tokens with a label and a longer life, made and ended by the person himself. They rest on the
    // proof of the session that made them.
    struct Key {
        std::string id;      // The beginning of its digest; ends it and opens nothing.
        std::string label;
        Instant until;
    };
    [[nodiscard]] Attempt<std::string> make_key(const Proven& proven, const std::string& label, Instant until);
    [[nodiscard]] std::vector<Key> keys_of(const PersonId& person, Instant now);
    [[nodiscard]] Attempt<bool> end_key(const PersonId& person, std::string_view id);
    // Takes out what rests on nothing any more, and says how much of it this person could still have used a moment ago.
    struct Ended {
        std::size_t sessions = 0;
        std::size_t keys = 0;
    };
    [[nodiscard]] Attempt<Ended> sweep(const PersonId& person, Instant now);

    // What a page must send along with everything that changes something: only who can read our answers knows it.
    [[nodiscard]] static std::string csrf_of(std::string_view token);

private:
    struct Kept {
        Proven proven;
        std::int64_t until = 0;
        std::string label;  // Of a key; empty: a session.
    };
    [[nodiscard]] bool holds(const Kept& kept, Instant now) const;
    [[nodiscard]] static std::string line_of(const std::string& digest, const Kept& kept);
    void read_again();
    [[nodiscard]] Attempt<std::string> keep(const Kept& kept);
    [[nodiscard]] Attempt<bool> write_all();

    std::string path_;
    const Identity* identity_;
    std::map<std::string, Kept, std::less<>> kept_;
    timespec read_at_{};
    off_t read_bytes_ = -1;
};

// Records by which means the person proved who he is, then gives him a token; with a label it is a key. From whatever
// proof, sessions begin here.
[[nodiscard]] Attempt<Outcome<std::string>> begin_session(Office& office, Tokens& tokens, const Proven& proven, const std::string& label, Instant until);

// After events that set a password: what ended with the old one; nothing where none was set.
[[nodiscard]] Attempt<std::optional<Tokens::Ended>> ended_by(Office& office, Tokens& tokens, const std::vector<house::AnyEvent>& events);
[[nodiscard]] std::string to_json_text(const Tokens::Ended& ended);

[[nodiscard]] Attempt<Outcome<std::string>> sign_in(Office& office, const PersonId& person, std::string_view password);
[[nodiscard]] Outcome<PersonId> person_of_token(Office& office, std::string_view token);

}  // namespace ponte::cli
