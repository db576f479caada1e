#include "desks/withholding/commands.h"
#include "desks/withholding/queries.h"
#include "desks/withholding/state.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<withholding::Command>;
template struct EventCodec<withholding::Event>;
template struct QueryCodec<withholding::Query>;

Answered answered(const withholding::State& state, const Asked& asked) {
    return answered_by<withholding::Query>(asked.name, asked.query,
                                   [&](const auto& query) { return withholding::answer(state, query, asked.reader, asked.now); });
}

}  // namespace ponte::house
