#include "desks/translation/commands.h"
#include "desks/translation/queries.h"
#include "desks/translation/view.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<translation::Command>;
template struct EventCodec<translation::Event>;
template struct QueryCodec<translation::Query>;

Answered answered(const translation::Looking& looking, const Asked& asked) {
    return answered_by<translation::Query>(asked.name, asked.query, [&](const auto& query) { return translation::answer(looking, query); });
}

}  // namespace ponte::house
