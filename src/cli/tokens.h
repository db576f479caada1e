#pragma once

#include "cli/office.h"

// Signed-in people on the command line. A token is 32 random octets, held by the person; the journal's
// folder keeps its SHA-256 with the person and an end (file `tokens`, mode 0600).
namespace ponte::cli {

[[nodiscard]] Attempt<Outcome<std::string>> sign_in(Office& office, const PersonId& person, std::string_view password);
[[nodiscard]] Outcome<PersonId> person_of_token(Office& office, std::string_view token);

}  // namespace ponte::cli
