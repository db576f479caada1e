#include "cli/tokens.h"

#include "desks/access/commands.h"
#include "desks/access/refusals.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sodium.h>
#include <sstream>

namespace ponte::cli {

namespace {

constexpr std::int64_t token_hours_max = 12;
constexpr std::uint32_t attempts_a_minute_max = 5;

std::string tokens_file(const Office& office) { return office.folder() + "/tokens"; }
std::string attempts_file(const Office& office) { return office.folder() + "/sign_in_attempts"; }

Instant minute_of(Instant now) { return {now.micros - now.micros % 60'000'000}; }

// Attempts of this minute, kept outside the journal until the minute is over; then one entry tells how many.
struct Attempts {
    std::string person;
    std::int64_t minute = 0;
    std::uint32_t count = 0;
};

std::vector<Attempts> read_attempts(const Office& office) {
    std::vector<Attempts> all;
    std::ifstream file(attempts_file(office));
    for (Attempts one; file >> one.person >> one.minute >> one.count;) all.push_back(one);
    return all;
}

void write_attempts(const Office& office, const std::vector<Attempts>& all) {
    std::ofstream file(attempts_file(office), std::ios::trunc);
    for (const Attempts& one : all) file << one.person << ' ' << one.minute << ' ' << one.count << '\n';
}

// Minutes that are over become entries: one per person and minute, however many attempts there were.
Attempt<bool> settle_attempts(Office& office, std::vector<Attempts>& all, Instant minute) {
    std::vector<Attempts> open;
    for (const Attempts& one : all) {
        if (one.minute >= minute.micros) {
            open.push_back(one);
            continue;
        }
        const access::NoteFailedSignIns note{.person = PersonId(one.person), .minute = {one.minute}, .attempts = one.count};
        const auto noted = TRY(office.ask(PersonId(one.person), access::Command(note)));
        static_cast<void>(noted.has_value());  // A person who is unknown is not noted.
    }
    all = std::move(open);
    return true;
}

// What no person is ever called: it would break the lines of the two files here.
bool is_nobody(const PersonId& person) {
    constexpr std::size_t octets_max = 200;
    return person.value.empty() || person.value.size() > octets_max ||
           std::ranges::any_of(person.value, [](char one) { return static_cast<unsigned char>(one) <= ' '; });
}

}  // namespace

Attempt<Outcome<std::string>> sign_in(Office& office, const PersonId& person, std::string_view password) {
    using Result = Outcome<std::string>;
    if (is_nobody(person)) return Result(refuse(access::refusals::password_wrong, person.value.substr(0, 80)));
    const Instant now = office.house().now();
    const Instant minute = minute_of(now);
    std::vector<Attempts> attempts = read_attempts(office);
    TRY(settle_attempts(office, attempts, minute));
    Attempts* mine = nullptr;
    for (Attempts& one : attempts) {
        if (one.person == person.value) mine = &one;
    }
    if (mine != nullptr && mine->count >= attempts_a_minute_max) return Result(refuse(access::refusals::throttled, person.value));

    const access::State& state = office.house().desks().access;
    const auto known = state.people.find(person);
    bool fits = false;
    if (known != state.people.end() && access::has_access_on(known->second, now.date()) && known->second.secret) {
        const auto hashed = TRY(office.vault().reveal(*known->second.secret));
        fits = hashed && password_fits(*hashed, password);
    }
    if (!fits) {
        if (mine == nullptr) {
            attempts.push_back({.person = person.value, .minute = minute.micros, .count = 1});
        } else {
            ++mine->count;
        }
        write_attempts(office, attempts);
        return Result(refuse(access::refusals::password_wrong, person.value));
    }
    write_attempts(office, attempts);

    std::array<std::uint8_t, 32> octets{};
    randombytes_buf(octets.data(), octets.size());
    const std::string token = hex(octets);
    const std::string path = tokens_file(office);
    std::ofstream file(path, std::ios::app);
    file << sha256(token).to_text() << ' ' << person.value << ' ' << now.micros + token_hours_max * 3'600'000'000 << '\n';
    file.close();
    std::error_code error;
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    if (!file || error) return fail("cli.file_not_written", path, "the token could not be kept");
    return Result(token);
}

Outcome<PersonId> person_of_token(Office& office, std::string_view token) {
    std::ifstream file(tokens_file(office));
    const std::string digest = sha256(token).to_text();
    std::string known;
    std::string person;
    std::int64_t until = 0;
    while (file >> known >> person >> until) {
        if (known == digest && office.house().now().micros < until) return PersonId(person);
    }
    return refuse(refusals::token_unknown);
}

}  // namespace ponte::cli
