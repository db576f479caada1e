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

bool Tokens::holds(const Kept& kept, Instant now) const {
    return now.micros < kept.until && identity_->ground(kept.proven.person, kept.proven.means) == kept.proven.ground;
}

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
        // A line of a release before grounds is not read: its person signs in once more.
        if (!(words >> digest >> one.proven.person.value >> one.until >> one.proven.means >> one.proven.ground)) continue;
        words >> one.label;
        kept_[digest] = one;
    }
}

std::string Tokens::line_of(const std::string& digest, const Kept& kept) {
    return digest + ' ' + kept.proven.person.value + ' ' + std::to_string(kept.until) + ' ' + kept.proven.means + ' ' + kept.proven.ground +
           (kept.label.empty() ? "" : " ") + kept.label + '\n';
}

Attempt<std::string> Tokens::keep(const Kept& kept) {
    std::array<std::uint8_t, 32> octets{};
    randombytes_buf(octets.data(), octets.size());
    const std::string token = hex(octets);
    std::ofstream file(path_, std::ios::app);
    file << line_of(sha256(token).to_text(), kept);
    file.close();
    if (!file || ::chmod(path_.c_str(), S_IRUSR | S_IWUSR) != 0) return fail("cli.file_not_written", path_, "the token could not be kept");
    return token;
}

Attempt<bool> Tokens::write_all() {
    std::string all;
    for (const auto& [digest, one] : kept_) all += line_of(digest, one);
    TRY(write_file(path_, all));
    if (::chmod(path_.c_str(), S_IRUSR | S_IWUSR) != 0) return fail("cli.file_not_written", path_, "its mode could not be set");
    read_bytes_ = -1;
    return true;
}

Attempt<std::string> Tokens::begin(const Proven& proven, Instant until) { return keep({.proven = proven, .until = until.micros, .label = {}}); }

Attempt<std::string> Tokens::make_key(const Proven& proven, const std::string& label, Instant until) {
    return keep({.proven = proven, .until = until.micros, .label = label});
}

std::vector<Tokens::Key> Tokens::keys_of(const PersonId& person, Instant now) {
    read_again();
    std::vector<Key> keys;
    for (const auto& [digest, one] : kept_) {
        if (one.proven.person == person && !one.label.empty() && holds(one, now)) {
            keys.push_back({.id = digest.substr(0, key_id_digits), .label = one.label, .until = {one.until}});
        }
    }
    return keys;
}

Attempt<bool> Tokens::end_key(const PersonId& person, std::string_view id) {
    read_again();
    const auto gone =
        std::erase_if(kept_, [&](const auto& one) { return one.second.proven.person == person && !one.second.label.empty() && one.first.substr(0, key_id_digits) == id; });
    if (gone == 0) return false;
    return write_all();
}

std::optional<Tokens::Holder> Tokens::holder_of(std::string_view token, Instant now) {
    if (token.size() != 64) return std::nullopt;
    read_again();
    const auto found = kept_.find(sha256(token).to_text());
    if (found == kept_.end() || !holds(found->second, now)) return std::nullopt;
    return Holder{.proven = found->second.proven, .key = !found->second.label.empty()};
}

Attempt<bool> Tokens::end(std::string_view token) {
    read_again();
    if (kept_.erase(sha256(token).to_text()) == 0) return false;
    return write_all();
}

Attempt<Tokens::Ended> Tokens::sweep(const PersonId& person, Instant now) {
    read_again();
    Ended ended;
    const auto gone = std::erase_if(kept_, [&](const auto& one) {
        if (holds(one.second, now)) return false;
        if (one.second.proven.person == person && now.micros < one.second.until) ++(one.second.label.empty() ? ended.sessions : ended.keys);
        return true;
    });
    if (gone > 0) TRY(write_all());
    return ended;
}

std::string Tokens::csrf_of(std::string_view token) { return sha256("ponte csrf " + std::string(token)).to_text(); }

Attempt<Outcome<std::string>> begin_session(Office& office, Tokens& tokens, const Proven& proven, const std::string& label, Instant until) {
    using Result = Outcome<std::string>;
    const access::NoteSession note{.person = proven.person, .means = proven.means, .key = !label.empty(), .until = until};
    const auto noted = TRY(office.ask(proven.person, access::Command(note)));
    if (!noted) return Result(std::unexpected(noted.error()));
    return Result(TRY(label.empty() ? tokens.begin(proven, until) : tokens.make_key(proven, label, until)));
}

Attempt<std::optional<Tokens::Ended>> ended_by(Office& office, Tokens& tokens, const std::vector<house::AnyEvent>& events) {
    for (const house::AnyEvent& event : events) {
        const auto* of_desk = std::get_if<access::Event>(&event);
        const auto* set = of_desk == nullptr ? nullptr : std::get_if<access::PasswordSet>(of_desk);
        if (set != nullptr) return std::optional<Tokens::Ended>(TRY(tokens.sweep(set->person, office.house().now())));
    }
    return std::optional<Tokens::Ended>();
}

std::string to_json_text(const Tokens::Ended& ended) {
    return "{\"sessions\":" + std::to_string(ended.sessions) + ",\"keys\":" + std::to_string(ended.keys) + "}";
}

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

    const LocalAccounts accounts(office);
    const auto ground = accounts.ground(person, by_password);
    const bool fits = accounts.question({.person = person, .means = std::string(by_password), .secret = std::string(password)})() && ground;
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

    Tokens tokens(office.folder(), accounts);
    return begin_session(office, tokens, {.person = person, .means = std::string(by_password), .ground = *ground}, "", {now.micros + token_hours_max * 3'600'000'000});
}

Outcome<PersonId> person_of_token(Office& office, std::string_view token) {
    const LocalAccounts accounts(office);
    if (const auto holder = Tokens(office.folder(), accounts).holder_of(token, office.house().now())) return holder->proven.person;
    return refuse(refusals::token_unknown);
}

}  // namespace ponte::cli
