// must not compile: unused-result
// A refusal that nobody looked at would be a yes.
#include "base/outcome.h"

ponte::Outcome<int> ask();

void wrong() { ask(); }
