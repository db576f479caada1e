#include "desks/stay/commands.h"
#include "desks/stay/queries.h"
#include "desks/stay/view.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<stay::Command>;
template struct EventCodec<stay::Event>;
template struct QueryCodec<stay::Query>;

Answered answered(const stay::Looking& looking, const Asked& asked) {
    return answered_by<stay::Query>(asked.name, asked.query, [&](const auto& query) { return stay::answer(looking, query); });
}

}  // namespace ponte::house
