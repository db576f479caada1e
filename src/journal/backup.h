#pragma once

#include "journal/journal.h"

// The way back from a backup: a copy is made, opened and verified before anybody may call it a journal.
namespace ponte::journal {

// `from` is a backup folder or a backup file. `to` must be absent or empty.
[[nodiscard]] Attempt<VerifyReport> restore(const std::string& from, const std::string& to, const VerifyOptions& options = {});

}  // namespace ponte::journal
