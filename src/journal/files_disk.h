#pragma once

#include "journal/files.h"

namespace ponte::journal {

// A folder of this machine. It need not be there yet: make_folder("") makes it.
[[nodiscard]] std::unique_ptr<Files> files_on_disk(const std::string& folder);

}  // namespace ponte::journal
