#pragma once

#include "journal/events.h"
#include "journal/files.h"

// The two small text files of a journal: who it is, and the secret key that signs for it. One spelling
// each and a checksum line, so that a changed byte is named before anything is believed.
namespace ponte::journal {

inline constexpr const char* identity_path = "identity";
inline constexpr const char* log_key_path = "keys/log.key";
inline constexpr const char* next_log_key_path = "keys/log.key.next";

[[nodiscard]] std::string identity_text(const JournalOpened& opened);
[[nodiscard]] std::optional<JournalOpened> identity_from(std::string_view text);
[[nodiscard]] Attempt<JournalOpened> read_identity(Files& files);

[[nodiscard]] Attempt<Done> write_key(Files& files, const std::string& path, const SecretKey& key);
// Refuses a key file that others may read.
[[nodiscard]] Attempt<SecretKey> read_key(Files& files, const std::string& path);

}  // namespace ponte::journal
