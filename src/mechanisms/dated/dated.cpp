#include "mechanisms/dated/dated.h"

#include <algorithm>

namespace ponte {

namespace {

// The days that an end may fall on, with the ends of the calendar for what is open or unknown.
Period beginning(const Validity& validity) {
    if (validity.from) return *validity.from;
    return {.from = dates::first, .to = validity.from_unknown ? dates::last : dates::first};
}

Period ending(const Validity& validity) {
    if (validity.to) return *validity.to;
    return {.from = validity.to_unknown ? dates::first : dates::last, .to = dates::last};
}

// Whether something that begins in `begins` has begun on the day.
Answer begun(const Period& begins, Date day) {
    if (day >= begins.to) return Answer::yes;
    return day < begins.from ? Answer::no : Answer::unknown;
}

Answer not_ended(const Period& ends, Date day) {
    if (day <= ends.from) return Answer::yes;
    return day > ends.to ? Answer::no : Answer::unknown;
}

}  // namespace

Answer holds_on(const Validity& validity, Date day) {
    return both(begun(beginning(validity), day), not_ended(ending(validity), day));
}

Answer overlap(const Validity& one, const Validity& other) {
    const Period begins{.from = std::max(beginning(one).from, beginning(other).from),
                        .to = std::max(beginning(one).to, beginning(other).to)};
    const Period ends{.from = std::min(ending(one).from, ending(other).from), .to = std::min(ending(one).to, ending(other).to)};
    if (begins.from > ends.to) return Answer::no;
    return begins.to <= ends.from ? Answer::yes : Answer::unknown;
}

bool is_impossible(const Validity& validity) {
    if (validity.from && validity.from_unknown) return true;
    if (validity.to && validity.to_unknown) return true;
    return beginning(validity).from > ending(validity).to;
}

}  // namespace ponte
