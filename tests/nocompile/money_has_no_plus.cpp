// must not compile: no match for .operator[+]|invalid operands to binary expression
// A sum of money can overflow or mix currencies; plus() answers that and an operator could not.
#include "base/money.h"

ponte::Money sum(ponte::Money a, ponte::Money b) { return a + b; }
