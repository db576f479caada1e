#include "desks/calendar/commands.h"
#include "desks/calendar/queries.h"
#include "desks/calendar/state.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<calendar::Command>;
template struct EventCodec<calendar::Event>;
template struct QueryCodec<calendar::Query>;

Answered answered(const calendar::State& state, const Asked& asked) {
    return answered_by<calendar::Query>(asked.name, asked.query,
                                   [&](const auto& query) { return calendar::answer(state, query, asked.reader, asked.now); });
}

}  // namespace ponte::house
