#pragma once

#include "desks/origin/determine.h"

// Which rule of the list is a good's. The list has some 8,000 lines and few of them may be loaded: that a code
// is not found says nothing, until an officer has stated that its chapter is complete.
namespace ponte::origin {

struct Doubt {
    const KeptRule* rule = nullptr;
    Why why{};
};

struct Listing {
    const KeptRule* rule = nullptr;  // The closest one that is certain; nothing closer may be certain.
    std::vector<Doubt> doubts;       // Rules that may be the good's instead, the closest first.
    bool outside = false;            // Known not to be listed.
};

[[nodiscard]] Listing listing_of(const Setting& setting, Hs hs, HsVersion version);

}  // namespace ponte::origin
