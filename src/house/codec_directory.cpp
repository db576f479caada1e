#include "desks/directory/commands.h"
#include "desks/directory/queries.h"
#include "desks/directory/state.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<directory::Command>;
template struct EventCodec<directory::Event>;
template struct QueryCodec<directory::Query>;

Answered answered(const directory::State& state, const Asked& asked) {
    return answered_by<directory::Query>(asked.name, asked.query,
                                   [&](const auto& query) { return directory::answer(state, query, asked.reader, asked.now); });
}

}  // namespace ponte::house
