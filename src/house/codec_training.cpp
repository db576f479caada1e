#include "desks/training/commands.h"
#include "desks/training/queries.h"
#include "desks/training/state.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<training::Command>;
template struct EventCodec<training::Event>;
template struct QueryCodec<training::Query>;

Answered answered(const training::State& state, const Asked& asked) {
    return answered_by<training::Query>(asked.name, asked.query,
                                   [&](const auto& query) { return training::answer(state, query, asked.reader, asked.now); });
}

}  // namespace ponte::house
