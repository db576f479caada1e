#include "desks/publication/commands.h"
#include "desks/publication/queries.h"
#include "desks/publication/view.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<publication::Command>;
template struct EventCodec<publication::Event>;
template struct QueryCodec<publication::Query>;

Answered answered(const publication::Looking& looking, const Asked& asked) {
    return answered_by<publication::Query>(asked.name, asked.query, [&](const auto& query) { return publication::answer(looking, query); });
}

}  // namespace ponte::house
