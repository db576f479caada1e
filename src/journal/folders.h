#pragma once

#include "journal/files.h"
#include "base/digest.h"

#include <array>

// Where things lie in a journal's folder beside identity, head and segments.
namespace ponte::journal {

inline constexpr const char* keys_folder = "keys";
inline constexpr const char* cosignatures_folder = "cosignatures";
inline constexpr const char* attachments_folder = "attachments";
inline constexpr const char* torn_folder = "torn";
inline constexpr const char* lock_path = "lock";
inline constexpr const char* vault_path = "vault.sqlite";
inline constexpr const char* vault_key_path = "keys/vault.key";
inline constexpr const char* checkpoint_path = "checkpoint";  // In backups and tile exports only.

// A file whose name is the SHA-256 of what is in it; a write that is repeated changes nothing.
[[nodiscard]] Attempt<Digest> keep_by_digest(Files& files, const std::string& folder, ByteView bytes);
[[nodiscard]] Attempt<Bytes> read_by_digest(Files& files, const std::string& folder, const Digest& digest);
// The digests of all files in the folder; anything else in it is damage.
[[nodiscard]] Attempt<std::vector<Digest>> list_by_digest(Files& files, const std::string& folder);

}  // namespace ponte::journal
