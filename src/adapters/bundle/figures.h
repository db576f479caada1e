#pragma once

#include "adapters/bundle/account.h"

#include <string>
#include <vector>

// The figures by the rules of docs/formats/bundle.md, section "Rules", and by nothing else.
namespace ponte::bundle {

// The fields of an F line without the leading F: seven, joined by tabs, a line feed at the end.
[[nodiscard]] std::vector<std::string> figure_lines_of(const Account& account, Date as_at);

}  // namespace ponte::bundle
