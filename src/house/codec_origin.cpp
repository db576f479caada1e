#include "desks/origin/commands.h"
#include "desks/origin/queries.h"
#include "desks/origin/view.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<origin::Command>;
template struct EventCodec<origin::Event>;
template struct QueryCodec<origin::Query>;

Answered answered(const origin::Looking& looking, const Asked& asked) {
    return answered_by<origin::Query>(asked.name, asked.query, [&](const auto& query) { return origin::answer(looking, query); });
}

}  // namespace ponte::house
