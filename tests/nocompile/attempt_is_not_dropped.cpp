// must not compile: unused-result
// A write that failed and was not looked at would be a record that is not there.
#include "base/outcome.h"

ponte::Attempt<int> write_block();

void wrong() { write_block(); }
