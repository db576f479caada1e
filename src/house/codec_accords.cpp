#include "desks/accords/commands.h"
#include "desks/accords/queries.h"
#include "desks/accords/queries_refused.h"
#include "desks/accords/view.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<accords::Command>;
template struct EventCodec<accords::Event>;
template struct QueryCodec<accords::Query>;

// A question that cannot be answered is refused with its field; the answer made meanwhile is an empty one.
Answered answered(const accords::Looking& looking, const Asked& asked) {
    std::optional<Refusal> refused;
    Answered found = answered_by<accords::Query>(asked.name, asked.query, [&]<class Query>(const Query& query) {
        refused = accords::refusal_of(looking, query);
        return refused ? typename Query::Answer{} : accords::answer(looking, query);
    });
    if (refused) return Outcome<std::string>(std::unexpected(*std::move(refused)));
    return found;
}

}  // namespace ponte::house
