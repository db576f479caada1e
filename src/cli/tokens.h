#pragma once

#include "cli/office.h"

#include <map>
#include <sys/stat.h>
#include <vector>

// Signed-in people, at the command line and at the service. A token is 32 random octets, held by the person.
namespace ponte::cli {

// Who is signed in. The journal's folder keeps the SHA-256 of each token with its person and end (one file for
// `ponte sign-in` and for the service), so that a restart signs nobody out and the file signs nobody in.
class Tokens {
public:
    explicit Tokens(std::string folder) : path_(std::move(folder) + "/tokens") {}

    // A new token for a person who has proved who he is.
    [[nodiscard]] Attempt<std::string> begin(const PersonId& person, Instant until);
    [[nodiscard]] std::optional<PersonId> person_of(std::string_view token, Instant now);
    [[nodiscard]] Attempt<bool> end(std::string_view token);
    // Keys for programs: tokens with a label and a longer life, made and ended by the person himself.
    struct Key {
        std::string id;      // The beginning of its digest; ends it and opens nothing.
        std::string label;
        Instant until;
    };
    [[nodiscard]] Attempt<std::string> make_key(const PersonId& person, const std::string& label, Instant until);
    [[nodiscard]] std::vector<Key> keys_of(const PersonId& person, Instant now);
    [[nodiscard]] Attempt<bool> end_key(const PersonId& person, std::string_view id);

    // What a page must send along with everything that changes something: only who can read our answers knows it.
    [[nodiscard]] static std::string csrf_of(std::string_view token);

private:
    struct Kept {
        PersonId person;
        std::int64_t until = 0;
        std::string label;  // Of a key; empty: a session.
    };
    void read_again();
    [[nodiscard]] Attempt<std::string> keep(Kept kept);
    [[nodiscard]] Attempt<bool> write_all();

    std::string path_;
    std::map<std::string, Kept, std::less<>> kept_;
    timespec read_at_{};
    off_t read_bytes_ = -1;
};

[[nodiscard]] Attempt<Outcome<std::string>> sign_in(Office& office, const PersonId& person, std::string_view password);
[[nodiscard]] Outcome<PersonId> person_of_token(Office& office, std::string_view token);

}  // namespace ponte::cli
