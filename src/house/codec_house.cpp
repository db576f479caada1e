#include "house/codec_of.h"
#include "house/events.h"

namespace ponte::house {

template struct EventCodec<Event>;

}  // namespace ponte::house
