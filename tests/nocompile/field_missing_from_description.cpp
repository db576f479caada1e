// must not compile: a field was added to the struct and not to its description
// A field that its description forgets would be missing from the journal without a word.
#include "base/describe.h"
#include "base/id.h"

#include <cstdint>
#include <string>

struct Noted {
    std::uint64_t sequence;
    std::string text;
    ponte::BodyId body;
};
BOOST_DESCRIBE_STRUCT(Noted, (), (sequence, text))

void walk() {
    ponte::for_each_field(Noted{}, [](auto, const auto&) {});
}
