#include "desks/accords/commands.h"
#include "desks/accords/queries.h"
#include "desks/accords/view.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<accords::Command>;
template struct EventCodec<accords::Event>;
template struct QueryCodec<accords::Query>;

Answered answered(const accords::Looking& looking, const Asked& asked) {
    return answered_by<accords::Query>(asked.name, asked.query, [&](const auto& query) { return accords::answer(looking, query); });
}

}  // namespace ponte::house
