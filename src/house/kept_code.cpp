#include "house/kept_code.h"

#include <mutex>
#include <set>

namespace ponte::house {

std::string_view kept_code(std::string_view code) {
    static std::mutex guard;
    static std::set<std::string, std::less<>> codes;
    const std::scoped_lock lock(guard);
    const auto known = codes.find(code);
    return known != codes.end() ? *known : *codes.emplace(code).first;
}

}  // namespace ponte::house
