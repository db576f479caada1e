#pragma once

#include "cli/arguments.h"

namespace ponte::server {

// serve --journal J [--listen ADDRESS:PORT] [--tls-certificate F --tls-key F] [--web FOLDER] [--quiet]. Where the
// journal is not there yet, it is made (as `init` makes it), and a secret for its first administrator is printed once.
int serve_command(const cli::Arguments& arguments);

}  // namespace ponte::server
