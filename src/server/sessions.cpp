#include "server/sessions.h"

#include "cli/voice.h"

#include <fstream>
#include <sodium.h>
#include <sstream>
#include <unistd.h>

namespace ponte::server {

namespace {

constexpr std::uint32_t attempts_of_person_max = 5;
constexpr std::uint32_t attempts_of_peer_max = 20;
constexpr std::size_t key_id_digits = 16;
constexpr std::size_t counted_max = 10'000;  // Names that were tried; whoever tries more waits for the next minute.

}  // namespace

void Sessions::read_again() {
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

Attempt<std::string> Sessions::keep(Kept kept) {
    std::array<std::uint8_t, 32> octets{};
    randombytes_buf(octets.data(), octets.size());
    const std::string token = hex(octets);
    std::ofstream file(path_, std::ios::app);
    file << sha256(token).to_text() << ' ' << kept.person.value << ' ' << kept.until << (kept.label.empty() ? "" : " ") << kept.label << '\n';
    file.close();
    if (!file || ::chmod(path_.c_str(), S_IRUSR | S_IWUSR) != 0) return fail("cli.file_not_written", path_, "the token could not be kept");
    return token;
}

Attempt<bool> Sessions::write_all() {
    std::string all;
    for (const auto& [digest, one] : kept_) {
        all += digest + ' ' + one.person.value + ' ' + std::to_string(one.until) + (one.label.empty() ? "" : " ") + one.label + '\n';
    }
    TRY(cli::write_file(path_, all));
    if (::chmod(path_.c_str(), S_IRUSR | S_IWUSR) != 0) return fail("cli.file_not_written", path_, "its mode could not be set");
    read_bytes_ = -1;
    return true;
}

Attempt<std::string> Sessions::begin(const PersonId& person, Instant until) { return keep({.person = person, .until = until.micros, .label = {}}); }

Attempt<std::string> Sessions::make_key(const PersonId& person, const std::string& label, Instant until) {
    return keep({.person = person, .until = until.micros, .label = label});
}

std::vector<Sessions::Key> Sessions::keys_of(const PersonId& person, Instant now) {
    read_again();
    std::vector<Key> keys;
    for (const auto& [digest, one] : kept_) {
        if (one.person == person && !one.label.empty() && now.micros < one.until) keys.push_back({.id = digest.substr(0, key_id_digits), .label = one.label, .until = {one.until}});
    }
    return keys;
}

Attempt<bool> Sessions::end_key(const PersonId& person, std::string_view id) {
    read_again();
    const auto gone = std::erase_if(kept_, [&](const auto& one) { return one.second.person == person && !one.second.label.empty() && one.first.substr(0, key_id_digits) == id; });
    if (gone == 0) return false;
    return write_all();
}

std::optional<PersonId> Sessions::person_of(std::string_view token, Instant now) {
    if (token.size() != 64) return std::nullopt;
    read_again();
    const auto found = kept_.find(sha256(token).to_text());
    if (found == kept_.end() || now.micros >= found->second.until) return std::nullopt;
    return found->second.person;
}

Attempt<bool> Sessions::end(std::string_view token) {
    read_again();
    if (kept_.erase(sha256(token).to_text()) == 0) return false;
    return write_all();
}

std::string Sessions::csrf_of(std::string_view token) { return sha256("ponte csrf " + std::string(token)).to_text(); }

bool Attempts::may_try(const PersonId& person, const std::string& peer, std::int64_t minute) {
    const auto of_person = of_person_.find(person);
    if (of_person != of_person_.end() && of_person->second.minute == minute && of_person->second.count >= attempts_of_person_max) return false;
    const auto of_peer = of_peer_.find(peer);
    if (of_peer != of_peer_.end() && of_peer->second.minute == minute && of_peer->second.count >= attempts_of_peer_max) return false;
    return of_person_.size() < counted_max || of_person != of_person_.end();
}

void Attempts::failed(const PersonId& person, const std::string& peer, std::int64_t minute) {
    for (Count* one : {&of_person_[person], &of_peer_[peer]}) {
        if (one->minute != minute) *one = {.minute = minute, .count = 0};
        ++one->count;
    }
}

void Attempts::succeeded(const PersonId& person, const std::string& peer, std::int64_t minute) {
    for (Count* one : {&of_person_[person], &of_peer_[peer]}) {
        if (one->minute == minute && one->count > 0) --one->count;
    }
}

std::vector<Attempts::Over> Attempts::over(std::int64_t minute) {
    std::vector<Over> all;
    for (auto one = of_person_.begin(); one != of_person_.end();) {
        if (one->second.minute == minute) {
            ++one;
            continue;
        }
        all.push_back({.person = one->first, .count = one->second.count});
        one = of_person_.erase(one);
    }
    std::erase_if(of_peer_, [&](const auto& one) { return one.second.minute != minute; });
    return all;
}

}  // namespace ponte::server
