#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a request asks for, read in one way: "/v1/a/b?c=d" into a path and its pairs (RFC 3986, and "+" for a space in
// the question as forms send it).
namespace ponte::server {

struct Target {
    std::string path;                                        // Begins with "/"; no ".", no "..", no empty part but the last.
    std::vector<std::pair<std::string, std::string>> query;  // At most 100.
};

// Nothing for a broken escape, a control character, a backslash, a fragment, a path upward.
[[nodiscard]] std::optional<Target> read_target(std::string_view text);

}  // namespace ponte::server
