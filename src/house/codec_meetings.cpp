#include "desks/meetings/commands.h"
#include "desks/meetings/queries.h"
#include "desks/meetings/view.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<meetings::Command>;
template struct EventCodec<meetings::Event>;
template struct QueryCodec<meetings::Query>;

Answered answered(const meetings::Looking& looking, const Asked& asked) {
    return answered_by<meetings::Query>(asked.name, asked.query, [&](const auto& query) { return meetings::answer(looking, query); });
}

}  // namespace ponte::house
