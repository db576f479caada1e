// The right spelling of what the files beside it get wrong. It must compile, or those prove nothing.
#include "base/describe.h"
#include "base/id.h"
#include "base/money.h"
#include "base/outcome.h"

#include <cstddef>
#include <cstdint>
#include <string>

struct Noted {
    std::uint64_t sequence;
    std::string text;
    ponte::BodyId body;
};
BOOST_DESCRIBE_STRUCT(Noted, (), (sequence, text, body))

std::size_t count_fields() {
    std::size_t count = 0;
    ponte::for_each_field(Noted{}, [&](auto, const auto&) { ++count; });
    return count;
}

void sign_off(ponte::BodyId) {}
ponte::Outcome<int> count_bodies();
ponte::Attempt<int> read_bodies();

ponte::Outcome<ponte::Money> sum(ponte::Money a, ponte::Money b) {
    sign_off(ponte::BodyId("amcm"));
    const std::string name = ponte::PersonId("ana.lei").value;
    if (!count_bodies() || !read_bodies() || name.empty()) return a;
    return a.plus(b);
}
