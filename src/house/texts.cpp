#include "house/texts.h"

#include "desks/conference/seen.h"

namespace ponte::house {

std::vector<TextKept> texts_seen(const Desks& desks, const access::Sight& reader) {
    return conference::Seen(known_of(desks.conference), reader).texts();
}

}  // namespace ponte::house
