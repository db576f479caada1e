#pragma once

#include "cli/office.h"

#include <map>
#include <string>
#include <vector>

namespace ponte::server {

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
