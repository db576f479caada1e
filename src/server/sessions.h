#pragma once

#include "base/outcome.h"
#include "cli/office.h"

#include <map>
#include <string>
#include <sys/stat.h>
#include <vector>

// Who is signed in. The journal's folder keeps the SHA-256 of each token with its person and end (the file that
// `ponte sign-in` writes to as well), so that a restart signs nobody out and the file signs nobody in.
namespace ponte::server {

class Sessions {
public:
    explicit Sessions(std::string folder) : path_(std::move(folder) + "/tokens") {}

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

// Sign-ins that failed, by person and minute. Known to the loop alone; what a person's minute came to goes into the
// record when it is over, once.
class Attempts {
public:
    // Whether another try is allowed now: 5 a minute for a person, 20 for an address.
    [[nodiscard]] bool may_try(const PersonId& person, const std::string& peer, std::int64_t minute);
    void failed(const PersonId& person, const std::string& peer, std::int64_t minute);

    // One try less: it did not fail.
    void succeeded(const PersonId& person, const std::string& peer, std::int64_t minute);

    struct Over {
        PersonId person;
        std::uint32_t count = 0;
    };
    // The minutes that are over; each is given once.
    [[nodiscard]] std::vector<Over> over(std::int64_t minute);

private:
    struct Count {
        std::int64_t minute = 0;
        std::uint32_t count = 0;
    };
    std::map<PersonId, Count> of_person_;
    std::map<std::string, Count> of_peer_;
};

}  // namespace ponte::server
