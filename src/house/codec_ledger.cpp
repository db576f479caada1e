#include "desks/access/facts.h"
#include "ledger/commands.h"
#include "ledger/queries.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<ledger::Command>;
template struct EventCodec<ledger::Event>;
template struct QueryCodec<ledger::Query>;

Answered answered(const ledger::State& state, const Asked& asked) {
    // The ledger stages nothing: it is for the people of this installation, never for the public.
    const bool may_see = asked.reader.auditor || asked.reader.side;
    return answered_by<ledger::Query>(asked.name, asked.query, [&]<class One>(const One& query) {
        return may_see ? ledger::answer(state, query) : typename One::Answer{};
    });
}

}  // namespace ponte::house
