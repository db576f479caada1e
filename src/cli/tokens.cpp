#include "cli/tokens.h"

#include "cli/voice.h"
#include "desks/access/commands.h"
#include "desks/access/refusals.h"

#include <algorithm>
#include <fstream>
#include <sodium.h>
#include <sstream>

namespace ponte::cli {

namespace {

constexpr std::int64_t token_hours_max = 12;
constexpr std::uint32_t attempts_a_minute_max = 5;
constexpr std::size_t key_id_digits = 16;

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

void Tokens::read_again() {
    struct stat now {};
    if (::stat(path_.c_str(), &now) != 0) {
        kept_.clear();
        return;
    }
    if (now.st_mtim.tv_sec == read_at_.tv_sec && now.st_mtim.tv_nsec == read_at_.tv_nsec && now.st_size == read_bytes_) return;
    read_at_ = now.st_mtim;
    read_bytes_ = now.st_size;
    kept_.clear();
    std::ifstream file(path_);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string digest;
        Kept one;
        if (!(words >> digest >> one.person.value >> one.until)) continue;
        words >> one.label;
        kept_[digest] = one;
    }
}

Attempt<std::string> Tokens::keep(Kept kept) {
    std::array<std::uint8_t, 32> octets{};
    randombytes_buf(octets.data(), octets.size());
    const std::string token = hex(octets);
    std::ofstream file(path_, std::ios::app);
    file << sha256(token).to_text() << ' ' << kept.person.value << ' ' << kept.until << (kept.label.empty() ? "" : " ") << kept.label << '\n';
    file.close();
    if (!file || ::chmod(path_.c_str(), S_IRUSR | S_IWUSR) != 0) return fail("cli.file_not_written", path_, "the token could not be kept");
    return token;
}

Attempt<bool> Tokens::write_all() {
    std::string all;
    for (const auto& [digest, one] : kept_) {
        all += digest + ' ' + one.person.value + ' ' + std::to_string(one.until) + (one.label.empty() ? "" : " ") + one.label + '\n';
    }
    TRY(write_file(path_, all));
    if (::chmod(path_.c_str(), S_IRUSR | S_IWUSR) != 0) return fail("cli.file_not_written", path_, "its mode could not be set");
    read_bytes_ = -1;
    return true;
}

Attempt<std::string> Tokens::begin(const PersonId& person, Instant until) { return keep({.person = person, .until = until.micros, .label = {}}); }

Attempt<std::string> Tokens::make_key(const PersonId& person, const std::string& label, Instant until) {
    return keep({.person = person, .until = until.micros, .label = label});
}

std::vector<Tokens::Key> Tokens::keys_of(const PersonId& person, Instant now) {
    read_again();
    std::vector<Key> keys;
    for (const auto& [digest, one] : kept_) {
        if (one.person == person && !one.label.empty() && now.micros < one.until) keys.push_back({.id = digest.substr(0, key_id_digits), .label = one.label, .until = {one.until}});
    }
    return keys;
}

Attempt<bool> Tokens::end_key(const PersonId& person, std::string_view id) {
    read_again();
    const auto gone = std::erase_if(kept_, [&](const auto& one) { return one.second.person == person && !one.second.label.empty() && one.first.substr(0, key_id_digits) == id; });
    if (gone == 0) return false;
    return write_all();
}

std::optional<PersonId> Tokens::person_of(std::string_view token, Instant now) {
    if (token.size() != 64) return std::nullopt;
    read_again();
    const auto found = kept_.find(sha256(token).to_text());
    if (found == kept_.end() || now.micros >= found->second.until) return std::nullopt;
    return found->second.person;
}

Attempt<bool> Tokens::end(std::string_view token) {
    read_again();
    if (kept_.erase(sha256(token).to_text()) == 0) return false;
    return write_all();
}

std::string Tokens::csrf_of(std::string_view token) { return sha256("ponte csrf " + std::string(token)).to_text(); }

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

    return Result(TRY(Tokens(office.folder()).begin(person, {now.micros + token_hours_max * 3'600'000'000})));
}

Outcome<PersonId> person_of_token(Office& office, std::string_view token) {
    if (const auto person = Tokens(office.folder()).person_of(token, office.house().now())) return *person;
    return refuse(refusals::token_unknown);
}

}  // namespace ponte::cli
