#include "desks/planning/commands.h"
#include "desks/planning/queries.h"
#include "desks/planning/view.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<planning::Command>;
template struct EventCodec<planning::Event>;
template struct QueryCodec<planning::Query>;

Answered answered(const planning::Looking& looking, const Asked& asked) {
    return answered_by<planning::Query>(asked.name, asked.query, [&](const auto& query) { return planning::answer(looking, query); });
}

}  // namespace ponte::house
