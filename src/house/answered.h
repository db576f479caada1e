#pragma once

#include "base/date.h"
#include "base/outcome.h"

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

// A desk's answer as JSON to its query of that name; nothing where it has none. Each stands in the
// codec_<desk>.cpp of its desk, and is handed what the desk's queries are handed.
namespace ponte {
namespace directory {
struct Jurisdictions;
struct State;
}
namespace access {
struct State;
struct Sight;
}
namespace calendar {
struct State;
}
namespace ledger {
struct State;
}
namespace conference {
class Seen;
}
namespace reporting {
struct Looking;
}
namespace meetings {
struct Looking;
}
namespace planning {
struct Looking;
}
namespace translation {
struct Looking;
}
namespace publication {
struct Looking;
}
namespace accords {
struct Looking;
}
namespace withholding {
struct State;
}
namespace training {
struct State;
}
namespace stay {
struct Looking;
}
namespace origin {
struct Looking;
}
}  // namespace ponte

namespace ponte::house {

using Answered = std::optional<Outcome<std::string>>;

// Who asks, when, what by which name.
struct Asked {
    std::string_view name;
    const boost::json::value& query;
    const access::Sight& reader;
    Instant now;
};

[[nodiscard]] Answered answered(const directory::State& state, const Asked& asked);
[[nodiscard]] Answered answered(const access::State& state, const Asked& asked);
[[nodiscard]] Answered answered(const calendar::State& state, const Asked& asked);
[[nodiscard]] Answered answered(const ledger::State& state, const Asked& asked);
[[nodiscard]] Answered answered(const conference::Seen& seen, const directory::Jurisdictions& jurisdictions, const Asked& asked);
[[nodiscard]] Answered answered(const reporting::Looking& looking, const Asked& asked);
[[nodiscard]] Answered answered(const meetings::Looking& looking, const Asked& asked);
[[nodiscard]] Answered answered(const planning::Looking& looking, const Asked& asked);
[[nodiscard]] Answered answered(const translation::Looking& looking, const Asked& asked);
[[nodiscard]] Answered answered(const publication::Looking& looking, const Asked& asked);
[[nodiscard]] Answered answered(const accords::Looking& looking, const Asked& asked);
[[nodiscard]] Answered answered(const withholding::State& state, const Asked& asked);
[[nodiscard]] Answered answered(const training::State& state, const Asked& asked);
[[nodiscard]] Answered answered(const stay::Looking& looking, const Asked& asked);
[[nodiscard]] Answered answered(const origin::Looking& looking, const Asked& asked);

}  // namespace ponte::house
