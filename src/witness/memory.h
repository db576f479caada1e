#pragma once

#include "journal/checkpoint.h"
#include "journal/files.h"

#include <map>
#include <string>

// What a witness must never forget: of each log the newest checkpoint that it has cosigned. One text file,
// replaced whole before a cosignature leaves, with a checksum; a folder without it is damaged and not new.
namespace ponte::witness {

struct Remembered {
    std::uint64_t size = 0;
    Digest root;
    std::uint64_t cosigned = 0;  // Seconds since 1970, of the latest cosignature.
    std::string log_key;         // The verifier key that had signed it, as text.
    std::string checkpoint;      // The signed note, which is one half of any evidence.

    friend bool operator==(const Remembered&, const Remembered&) = default;
};

using Memory = std::map<std::string, Remembered>;  // By origin.

inline constexpr const char* memory_path = "state";

[[nodiscard]] std::string memory_text(const Memory& memory);
[[nodiscard]] std::optional<Memory> memory_from(std::string_view text);
[[nodiscard]] Attempt<Memory> read_memory(journal::Files& files);
// On the disk when it returns, all of it or the one before.
[[nodiscard]] Attempt<journal::Done> write_memory(journal::Files& files, const Memory& memory);

// Texts inside a text: "word N", then N lines.
[[nodiscard]] std::string counted_lines(std::string_view word, std::string_view text);
[[nodiscard]] std::optional<std::string> take_counted_lines(std::string_view& rest, std::string_view word);

}  // namespace ponte::witness
