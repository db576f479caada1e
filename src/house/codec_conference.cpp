#include "desks/conference/commands.h"
#include "desks/conference/queries.h"
#include "house/answered.h"
#include "house/codec_of.h"

namespace ponte::house {

template struct CommandCodec<conference::Command>;
template struct EventCodec<conference::Event>;
template struct QueryCodec<conference::Query>;

Answered answered(const conference::Seen& seen, const directory::Jurisdictions& jurisdictions, const Asked& asked) {
    return answered_by<conference::Query>(asked.name, asked.query, [&]<class One>(const One& query) {
        if constexpr (std::same_as<One, conference::PartnersQuery>) {
            return conference::answer(seen, jurisdictions, query, asked.now.date());
        } else {
            return conference::answer(seen, query, asked.now.date());
        }
    });
}

}  // namespace ponte::house
