#pragma once

// What has happened at the translation desk. Its public face; an event is never edited, a new need is a new version.

#include "base/described_values.h"
#include "base/id.h"
#include "base/languages.h"
#include "desks/access/facts.h"
#include "desks/conference/events.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::translation {

using TermId = Id<struct TermTag>;

struct TermDefined {
    static constexpr std::string_view name = "translation.term_defined/1";

    TermId term;

    friend bool operator==(const TermDefined&, const TermDefined&) = default;
};
BOOST_DESCRIBE_STRUCT(TermDefined, (), (term))

using Event = std::variant<TermDefined>;

}  // namespace ponte::translation
