#include "server/attempts.h"

namespace ponte::server {

namespace {

constexpr std::uint32_t attempts_of_person_max = 5;
constexpr std::uint32_t attempts_of_peer_max = 20;
constexpr std::size_t counted_max = 10'000;  // Names that were tried; whoever tries more waits for the next minute.

}  // namespace

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
