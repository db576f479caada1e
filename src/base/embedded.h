#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

// Files of the project that the program carries in itself (cmake/embed.cmake): currencies, words,
// the verifier page. Named by their path from the project's root.
namespace ponte {

struct EmbeddedFile {
    std::string_view path;
    std::string_view content;
};

extern const EmbeddedFile embedded_files[];
extern const std::size_t embedded_files_count;

[[nodiscard]] inline std::optional<std::string_view> embedded(std::string_view path) {
    for (std::size_t i = 0; i < embedded_files_count; ++i) {
        if (embedded_files[i].path == path) return embedded_files[i].content;
    }
    return std::nullopt;
}

}  // namespace ponte
