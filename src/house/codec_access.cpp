#include "desks/access/commands.h"
#include "desks/access/queries.h"
#include "desks/access/state.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<access::Command>;
template struct EventCodec<access::Event>;
template struct QueryCodec<access::Query>;

Answered answered(const access::State& state, const Asked& asked) {
    return answered_by<access::Query>(asked.name, asked.query,
                                   [&](const auto& query) { return access::answer(state, query, asked.reader, asked.now); });
}

}  // namespace ponte::house
