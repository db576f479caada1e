// must not compile: could not convert|no viable conversion|no known conversion
// Who acts and for whom are different names, even where both are text.
#include "base/id.h"

void sign_off(ponte::BodyId) {}

void wrong() { sign_off(ponte::PersonId("ana.lei")); }
