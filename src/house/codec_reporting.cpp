#include "desks/reporting/commands.h"
#include "desks/reporting/queries.h"
#include "desks/reporting/view.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<reporting::Command>;
template struct EventCodec<reporting::Event>;
template struct QueryCodec<reporting::Query>;

Answered answered(const reporting::Looking& looking, const Asked& asked) {
    return answered_by<reporting::Query>(asked.name, asked.query, [&](const auto& query) { return reporting::answer(looking, query); });
}

}  // namespace ponte::house
