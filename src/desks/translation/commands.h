#pragma once

// What may be asked of the translation desk. A command is a plain value; asking changes nothing.

#include "desks/translation/events.h"

namespace ponte::translation {

struct DefineTerm {
    static constexpr std::string_view name = "translation.define_term";

    TermId term;
};
BOOST_DESCRIBE_STRUCT(DefineTerm, (), (term))

using Command = std::variant<DefineTerm>;

}  // namespace ponte::translation
